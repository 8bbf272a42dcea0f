"""The tagger: sentences to the names in them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from desktop_app.entities.tagging.characters import CharacterPlaces
from desktop_app.entities.tagging.decoding import OUTSIDE, Transitions, best_tags, certainties, constrained
from desktop_app.entities.tagging.lexicon import Lexicon
from desktop_app.entities.tagging.network import Encoder, Network, Rows
from desktop_app.entities.tagging.weights import DamagedModelError, Floats, Weights, load

AT_ONCE: Final = 4096  # words; more at a time are slower, since they no longer fit the processor's cache
LONGEST_SENTENCE: Final = 200  # words; longer ones are cut, so that time and memory stay in proportion to their length


@dataclass(frozen=True, slots=True)
class Span:
    """A name: the words from `first` to `last` (exclusive) of a sentence.

    `partly`: of its last word only what stands before the last hyphen belongs to it ("DJW-Geschäftsführerin").
    """

    first: int
    last: int
    kind: str
    confidence: float  # 0 to 1
    partly: bool = False


class Tagger:
    """Finds names with one or several nets over one lexicon; the scores of several are averaged.

    Nets that read characters instead of words (Japanese) need `places`, which looks up entries of the lexicon.
    """

    def __init__(
        self,
        nets: Sequence[tuple[Rows, Network]],
        tags: Sequence[str],
        transitions: Transitions,
        places: CharacterPlaces | None = None,
    ) -> None:
        self._nets = nets
        self._places = places
        self.tags = tuple(tags)
        self._transitions = constrained(transitions, tags)

    @classmethod
    def load(cls, folder: Path, names: Sequence[str]) -> "Tagger":
        """The tagger of the models `names` in `folder`, after they tagged the sentences they know as they should.

        Raises DamagedModelError when a file is missing or changed, or the parts do not belong together.
        """
        parts = [load(folder, name) for name in names]
        lexicons = {str(part.settings["lexicon"]) for part in parts}
        if len(lexicons) != 1:
            raise DamagedModelError(parts[0].path, "its parts have different lexicons")
        known = load(folder, lexicons.pop())
        for part in parts:
            if part.settings["lexicon_sha256"] != known.settings["sha256"]:
                raise DamagedModelError(part.path, "it was made for another lexicon")
            if part.settings["tags"] != parts[0].settings["tags"]:
                raise DamagedModelError(part.path, "its parts have different tags")
        lexicon = Lexicon(known)
        alone = [cls._of([part], lexicon) for part in parts]
        for tagger, part in zip(alone, parts, strict=True):
            tagger._check(part)
        return cls._of(parts, lexicon, [net for tagger in alone for net in tagger._nets])

    @classmethod
    def _of(
        cls, parts: Sequence[Weights], lexicon: Lexicon, nets: Sequence[tuple[Rows, Network]] | None = None
    ) -> "Tagger":
        return cls(
            nets or [(Rows(Encoder(part, lexicon)), Network(part)) for part in parts],
            parts[0].settings["tags"],
            Transitions(*(_average(parts, name) for name in ("follow", "first", "last"))),
            CharacterPlaces(lexicon) if parts[0].settings.get("extra") else None,
        )

    def _check(self, part: Weights) -> None:
        """A lexicon or a table that shifted by one row gives other names without any error: known sentences tell."""
        known: Sequence[Mapping[str, Any]] = part.settings["known"]
        for sentence, spans in zip(known, self.tag([each["words"] for each in known]), strict=True):
            found = [[span.first, span.last, span.kind] for span in spans]
            if found != sentence["names"]:
                raise DamagedModelError(part.path, "it does not find the names in a sentence it knows")

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Span]]:
        """The names in each of `sentences`, in order, without overlap. An empty sentence has none.

        Each sentence is tagged by itself: what stands beside it in the call changes nothing.
        """
        pieces = list(_pieces(sentences))
        spans: list[list[Span]] = [[] for _ in sentences]
        for first, last in _batches([end - start for _, start, end in pieces]):
            batch = pieces[first:last]
            best, sure = self._decide([sentences[number][start:end] for number, start, end in batch])
            tags = [self.tags[tag] for tag in best.tolist()]
            at = 0
            for number, start, end in batch:
                for span in _spans(tags[at : at + end - start], sure[at : at + end - start]):
                    spans[number].append(_moved(span, start))
                at += end - start
        return spans

    def _decide(self, sentences: Sequence[Sequence[str]]) -> tuple[npt.NDArray[np.int64], Floats]:
        words = [word for sentence in sentences for word in sentence]
        lengths = np.array([len(sentence) for sentence in sentences], np.int64)
        extra = np.concatenate(self._places.numbers(sentences)) if self._places else None
        scores = [network.scores(rows.of(words), lengths, extra) for rows, network in self._nets]
        mean = sum(scores[1:], start=scores[0]) / np.float32(len(scores))
        best = best_tags(mean, lengths, self._transitions)
        sure = certainties(mean, lengths, self._transitions)
        return best, sure[np.arange(len(best)), best]


def _average(parts: Sequence[Weights], name: str) -> Floats:
    mean: Floats = np.mean([part.floats(f"transitions.{name}") for part in parts], axis=0, dtype=np.float32)
    return mean


def _pieces(sentences: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, int]]:
    """Number, first and last word of what is tagged in one go: whole sentences, and long ones in parts."""
    for number, sentence in enumerate(sentences):
        for start in range(0, len(sentence), LONGEST_SENTENCE):
            yield number, start, min(start + LONGEST_SENTENCE, len(sentence))


def _batches(lengths: Sequence[int]) -> Iterator[tuple[int, int]]:
    first = words = 0
    for number, length in enumerate(lengths):
        if words and words + length > AT_ONCE:
            yield first, number
            first, words = number, 0
        words += length
    if words:
        yield first, len(lengths)


def _spans(tags: Sequence[str], sure: Floats) -> Iterator[Span]:
    first = 0
    for place, tag in enumerate(tags):
        if tag == OUTSIDE:
            continue
        if tag[0] in "BST":
            first = place
        if tag[0] in "ESFT":
            certainty = float(sure[first : place + 1].min())
            yield Span(first, place + 1, tag[2:], min(max(certainty, 0.0), 1.0), tag[0] in "FT")


def _moved(span: Span, by: int) -> Span:
    return Span(span.first + by, span.last + by, span.kind, span.confidence, span.partly) if by else span
