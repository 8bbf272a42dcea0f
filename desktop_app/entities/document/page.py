"""An article as the document level reads it: its sentences with their words, and the mentions found so far."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from desktop_app.entities.language import Read
from desktop_app.entities.tokens import Token
from desktop_app.model.people import Kind, Span


@dataclass(slots=True, eq=False)
class Draft:
    """A mention that is still being worked on; as in `FoundMention`, with its kind."""

    start: int
    end: int
    kind: Kind
    confidence: float
    reason: str = "recognised"
    cut: int = 0  # letters at its end that are not in its form: the genitive's

    def overlaps(self, start: int, end: int) -> bool:
        """Whether a letter of it stands between `start` and `end`."""
        return self.start < end and start < self.end


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a German or English sentence."""

    tokens: Sequence[Token]
    language: Read

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return self.tokens[-1].end


@dataclass(slots=True)
class Page:
    """A text, its German and English sentences in order, its Japanese ones as (start, end); offsets are code points."""

    text: str
    sentences: list[Sentence]
    japanese: list[tuple[int, int]]
    _starts: list[int] = field(default_factory=list)
    _sentence_starts: list[int] = field(default_factory=list)
    words: list[Token] = field(default_factory=list)  # of all sentences
    localities: frozenset[str] = frozenset()  # folded words that are places here, as far as is known
    _forms: dict[tuple[int, int], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.words = [token for sentence in self.sentences for token in sentence.tokens]
        self._starts = [token.start for token in self.words]
        self._sentence_starts = [sentence.start for sentence in self.sentences]

    @classmethod
    def of(cls, text: str, read: Iterable[tuple[Read, Sequence[Token]]]) -> "Page":
        """The page of `text`; `read` are its sentences in order, each with its language."""
        found: list[Sentence] = []
        japanese: list[tuple[int, int]] = []
        for language, words in read:
            if language == "ja":
                japanese.append((words[0].start, words[-1].end))
            else:
                found.append(Sentence(words, language))
        return cls(text, found, japanese)

    def at(self, offset: int) -> int:
        """The number of the word in which `offset` stands, or of the last one before it; -1 before the first."""
        return bisect_right(self._starts, offset) - 1

    def sentence(self, offset: int) -> Sentence | None:
        """The sentence in which `offset` stands."""
        number = bisect_right(self._sentence_starts, offset) - 1
        if number < 0 or self.sentences[number].end <= offset:
            return None
        return self.sentences[number]

    def before(self, offset: int, count: int = 1) -> str:
        """The `count`-th word before the one at `offset`, if it stands in the same sentence; else empty."""
        number = self.at(offset) - count
        sentence = self.sentence(offset)
        if number < 0 or sentence is None or self.words[number].start < sentence.start:
            return ""
        return self.words[number].text

    def after(self, end: int) -> str:
        """The first word behind `end`, if it stands in the same sentence; else empty."""
        number = self.at(end - 1) + 1
        sentence = self.sentence(end - 1)
        if number >= len(self.words) or sentence is None or self.words[number].end > sentence.end:
            return ""
        return self.words[number].text

    def form(self, draft: Draft) -> str:
        """The words of a mention on one line."""
        place = draft.start, draft.end - draft.cut
        form = self._forms.get(place)
        if form is None:
            form = self._forms[place] = " ".join(self.text[place[0] : place[1]].split())
        return form

    def line(self, offset: int) -> tuple[int, int]:
        """Where the line begins and ends in which `offset` stands."""
        end = self.text.find("\n", offset)
        return self.text.rfind("\n", 0, offset) + 1, len(self.text) if end < 0 else end


def moved(read: Iterable[tuple[Read, Sequence[Token]]], by: int) -> Iterator[tuple[Read, Sequence[Token]]]:
    """The sentences of a text that stands `by` code points further on in another."""
    for language, words in read:
        yield language, [Token(word, start + by, end + by) for word, start, end in words]


def drafts(spans: Iterable[Span]) -> list[Draft]:
    """The spans of a recogniser as drafts in order; where two overlap, the surer one stays."""
    kept: list[Draft] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.start >= span.end:
            continue
        if kept and kept[-1].overlaps(span.start, span.end):
            if span.confidence > kept[-1].confidence:
                kept[-1] = Draft(span.start, span.end, span.kind, span.confidence)
            continue
        kept.append(Draft(span.start, span.end, span.kind, span.confidence))
    return kept


class Taken:
    """Which stretches of a text are mentions already; none of `found` overlap."""

    def __init__(self, found: Iterable[Draft]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for draft in found:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        """Takes the letters of `draft`."""
        at = bisect_right(self._starts, draft.start)
        self._starts.insert(at, draft.start)
        self._ends.insert(at, draft.end)

    def free(self, start: int, end: int) -> bool:
        """Whether no letter between `start` and `end` is taken."""
        at = bisect_left(self._starts, end) - 1
        return at < 0 or self._ends[at] <= start


def with_new(found: list[Draft], new: Iterator[Draft] | Iterable[Draft]) -> list[Draft]:
    """`found` and those of `new` that overlap none of them and none before them, in order."""
    offered = list(new)
    if not offered:
        return found
    taken = Taken(found)
    added = []
    for draft in offered:
        if taken.free(draft.start, draft.end):
            taken.add(draft)
            added.append(draft)
    return sorted([*found, *added], key=lambda draft: draft.start) if added else found
