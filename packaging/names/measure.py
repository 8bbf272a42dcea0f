"""Strict figures: a name counts where its first word, last word and kind are right."""

from collections.abc import Iterator, Sequence

from corpora import Sentence

KINDS = ("PER", "ORG")


def spans_of(tags: Sequence[str | None]) -> Iterator[tuple[int, int, str, bool]]:
    """First and last word (exclusive), kind, and whether the last word belongs only in part."""
    first = 0
    for place, tag in enumerate(tags):
        if tag is None or tag in "O?":
            continue
        if tag[0] in "BST":
            first = place
        if tag[0] in "ESFT" and tag[2:] in KINDS:
            yield first, place + 1, tag[2:], tag[0] in "FT"


def table_figures(sentences: Sequence[Sentence], found: Sequence[Sequence[str]]) -> str:
    """Precision, recall and F1 for both kinds together, then F1 by kind."""
    right, said, there = dict.fromkeys(KINDS, 0), dict.fromkeys(KINDS, 0), dict.fromkeys(KINDS, 0)
    for sentence, tags in zip(sentences, found, strict=True):
        own = sentence.source == "own"  # tables do not mark what is part of a word
        gold = {span for span in spans_of(sentence.tags) if own or not span[3]}
        told = {span for span in spans_of(tags) if own or not span[3]}
        for kind in KINDS:
            right[kind] += sum(span[2] == kind for span in gold & told)
            said[kind] += sum(span[2] == kind for span in told)
            there[kind] += sum(span[2] == kind for span in gold)
    both = [sum(each.values()) for each in (right, said, there)]
    return (
        f"P {_share(both[0], both[1]):.1f} R {_share(both[0], both[2]):.1f} F {_f1(*both):.2f} ("
        + " ".join(f"{kind} {_f1(right[kind], said[kind], there[kind]):.1f}" for kind in KINDS)
        + ")"
    )


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def _f1(right: int, said: int, there: int) -> float:
    return 200 * right / (said + there) if said + there else 0.0
