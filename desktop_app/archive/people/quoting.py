"""The sentences in which somebody is named."""

import sqlite3
from bisect import bisect_right
from collections.abc import Collection, Sequence

from desktop_app.index.text.sentences import borders
from desktop_app.model.people import Quote
from desktop_app.store import articles, people

LONGEST = 600  # code points of a sentence that is shown; a longer one is cut around what it names


def quotes(
    connection: sqlite3.Connection, ids: Sequence[int], names: Sequence[Collection[int]], *, each: int = 1
) -> list[Quote]:
    """From each of these articles up to `each` sentences that name all of `names`, or else the first that names one.

    `names` are the name ids of one entity, or of several whose meeting is wanted. In the order of `ids`.
    """
    texts = articles.read(connection, ids)
    heads = people.heads(connection, ids)
    places = [people.places_of(connection, own, ids) for own in names]
    found: list[Quote] = []
    for number in ids:
        if number not in texts or number not in heads:
            continue
        body = texts[number].body
        starts = [0, *borders(body)[0], len(body)]
        by_sentence: dict[int, list[set[int]]] = {}
        spans: dict[int, list[tuple[int, int]]] = {}
        for who, places_of in enumerate(places):
            for start, end in places_of.get(number, []):
                sentence = bisect_right(starts, start) - 1
                by_sentence.setdefault(sentence, []).append({who})
                spans.setdefault(sentence, []).append((start, end))
        together = [at for at, who in by_sentence.items() if len(set().union(*who)) == len(names)]
        for sentence in sorted(together or by_sentence)[: each if together else 1]:
            begin, end = starts[sentence], starts[sentence + 1]
            found.append(_quote(number, heads[number], body, (begin, end), sorted(spans[sentence])))
    return found


def statement(
    connection: sqlite3.Connection, article: int, start: int, end: int, spans: Sequence[tuple[int, int]] = ()
) -> Quote | None:
    """The sentence around a stretch of an article; None where that is gone."""
    text, head = articles.read(connection, [article]).get(article), people.heads(connection, [article]).get(article)
    if text is None or head is None or end > len(text.body):
        return None
    starts = [0, *borders(text.body)[0], len(text.body)]
    first, last = bisect_right(starts, start) - 1, bisect_right(starts, max(start, end - 1))
    bounds = starts[min(first, len(starts) - 2)], starts[min(last, len(starts) - 1)]
    return _quote(article, head, text.body, bounds, list(spans) or [(start, end)])


def _quote(
    article: int, head: tuple[str, str, str], body: str, bounds: tuple[int, int], spans: list[tuple[int, int]]
) -> Quote:
    start, end = bounds
    if end - start > LONGEST:
        middle = spans[0][0]
        start = max(start, middle - LONGEST // 3)
        end = min(end, start + LONGEST)
    end = start + len(body[start:end].rstrip())
    title, source, date = head
    inside = tuple((a - start, b - start) for a, b in spans if a >= start and b <= end)
    # White space is one blank each, so that offsets hold.
    text = "".join(" " if char.isspace() else char for char in body[start:end])
    return Quote(article, title, source, date, text, inside, start, end)
