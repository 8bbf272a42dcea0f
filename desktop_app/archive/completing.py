"""Completions for the search box: names of the language, values of the archive, and words of its vocabulary."""

import re
import threading
from collections import Counter
from collections.abc import Callable, Iterable

from desktop_app.archive.browse import Browse, never
from desktop_app.archive.indexing import Indexing
from desktop_app.archive.people.looking import Looking
from desktop_app.archive.session import Session
from desktop_app.model.listing import FacetCount
from desktop_app.model.people import Kind
from desktop_app.model.progress import CancelledError
from desktop_app.model.query_completion import Completion, completion, fixed_values
from desktop_app.model.searching import Suggestion
from desktop_app.store import articles, dossiers, facets, screenings

SHORTEST = 2  # letters of a word before others are offered
KEPT_WORDS = 5_000
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


class Completing:
    """The verb that completes. Safe from any thread."""

    def __init__(self, session: Session, browse: Browse, indexing: Indexing) -> None:
        self._session = session
        self._browse = browse
        self._indexing = indexing
        self._looking = Looking(session, browse.gathering)
        self._written: dict[str, str] = {}  # the index knows words without case and accents
        self._writing = threading.Lock()

    def complete(
        self,
        text: str,
        cursor: int,
        *,
        german: bool = False,
        limit: int = 8,
        cancelled: Callable[[], bool] = never,
    ) -> tuple[Completion, list[Suggestion]]:
        """What can be typed at `cursor` (code points), the likeliest first, and where it would stand.

        Raises CancelledError.
        """
        at = completion(text, cursor)
        wanted = at.prefix.casefold()
        found = [Suggestion(value) for value in fixed_values(at.kind, at.prefix, german=german)]
        if at.kind in ("word", "field", "operator"):
            found += self._words(at.prefix, limit, cancelled)
        elif at.kind:
            known = {suggestion.value for suggestion in found}
            values = [each for each in self._values(at.kind, at.prefix) if each.value not in known]
            starts = _begins_a_word if at.kind in ("person", "org") else str.startswith
            starting = [each for each in values if starts(each.value.casefold(), wanted)]
            holding = [each for each in values if each not in starting]
            found += [Suggestion(each.value, each.count) for each in [*starting, *holding]]
        if [each.value.casefold() for each in found] == [wanted]:
            return at, []  # nothing is left to be typed
        return at, found[:limit]

    def _values(self, kind: str, prefix: str) -> list[FacetCount]:
        """Values of a field that hold what is typed, most used first."""
        wanted = prefix.casefold()
        connection = self._session.reader()
        if kind == "tag":
            return _holding(self._browse.tags(), wanted)
        if kind == "source":
            return _holding(self._browse.sources(), wanted)
        if kind in ("author", "place"):
            return facets.values_of(connection, kind, wanted)
        if kind == "dossier":
            return _holding([FacetCount(d.path, d.path, d.whole) for d in dossiers.tree(connection)], wanted)
        if kind == "screening":
            found = screenings.all_of(connection)
            return _holding([FacetCount(each.name, each.name, each.total) for each in found], wanted)
        if kind in ("person", "org"):
            named: Kind = "person" if kind == "person" else "organisation"
            return self._people(named, prefix)
        return []

    def _people(self, kind: Kind, prefix: str) -> list[FacetCount]:
        """Those named so, most articles first."""
        rows = self._looking.entity_rows(self._looking.entity_ids(kind, prefix)[:50])
        return [FacetCount(row.name, row.name, row.articles) for row in rows]

    def _words(self, prefix: str, limit: int, cancelled: Callable[[], bool]) -> list[Suggestion]:
        from desktop_app.index.text import analysis

        engine = self._indexing.engine()
        if engine is None or len(prefix) < SHORTEST or any(map(analysis.is_cjk, prefix)):
            return []
        words = []
        for word, count in engine.vocabulary_prefix(prefix, limit):
            if cancelled():
                raise CancelledError
            words.append(Suggestion(self._as_written(word), count))
        return words

    def _as_written(self, word: str) -> str:
        """A word of the index as an article writes it, with its capitals and umlauts."""
        written = self._written.get(word)
        if written is None:
            written = self._look_up(word)
            with self._writing:
                if len(self._written) >= KEPT_WORDS:
                    self._written.clear()
                self._written[word] = written
        return written

    def _look_up(self, word: str) -> str:
        from desktop_app.index.text import analysis, folding

        ids = self._browse.find(f"={word}").ids[:1].tolist()
        texts = [text.body for text in articles.read(self._session.reader(), ids).values()]
        titles = [row.title for row in self._browse.rows(ids)]
        forms = Counter(form for text in [*texts, *titles] for form in _WORD.findall(text))
        return next((form for form, _ in forms.most_common() if analysis.form_of(folding.fold(form)) == word), word)


def _begins_a_word(value: str, wanted: str) -> bool:
    """Whether any word of a value begins so: people are looked for by their surnames."""
    return f" {wanted}" in f" {value}"


def _holding(counts: Iterable[FacetCount], wanted: str) -> list[FacetCount]:
    return sorted((each for each in counts if wanted in each.value.casefold()), key=lambda each: -each.count)
