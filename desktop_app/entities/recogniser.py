"""Finding the names of people and organisations in German, English and Japanese text.

Each paragraph is read in its own language and cut into sentences; sentences of one language are tagged many at a time.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from desktop_app.entities.language import Read, paragraphs
from desktop_app.entities.sentences import japanese_sentences, sentences
from desktop_app.entities.tokens import Token
from desktop_app.model.people import Kind, Mode, Span
from desktop_app.resources import resource

if TYPE_CHECKING:
    from desktop_app.entities.tagging.tagger import Span as Tagged
    from desktop_app.entities.tagging.tagger import Tagger

LONGEST_TEXT: Final = 2_000_000  # code points: what stands behind them in one text is not read
AT_ONCE: Final = 4000  # tokens tagged together: memory stays bounded however many texts there are
MOST_WORDS: Final = 16  # of a name: more is a list, or noise
LONGEST_NAME: Final = 120  # code points
MOST_GAPS: Final = 3  # spaces inside a name of single characters

_KINDS: Final[dict[str, Kind]] = {"PER": "person", "ORG": "organisation"}
_LETTER: Final = re.compile(r"[^\W\d_]")
_DIGIT: Final = re.compile(r"\d")
_HYPHENS: Final = "-‐‑"


@dataclass(slots=True)
class Piece:
    """A text to be read: an article's, or its title; `language` is the article's (ISO 639-1), "" where unknown."""

    text: str
    language: str = ""
    _sentences: list[tuple[Read, list[Token]]] | None = field(default=None, init=False, repr=False, compare=False)

    def sentences(self) -> list[tuple[Read, list[Token]]]:
        """The sentences of the text that hold a letter, each with its language; found once and kept."""
        if self._sentences is None:
            self._sentences = list(_read(self))
        return self._sentences


class Recogniser(Protocol):
    """Whatever finds names. `name` and `version` together change whenever it might find others."""

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str: ...

    def recognise(self, pieces: Sequence[Piece]) -> list[list[Span]]:
        """The names in each of `pieces`, ascending, without overlap, none of them empty."""
        ...


# The nets of each language and mode; those of a language share their lexicon.
MODELS: Final[dict[Mode, dict[Read, tuple[str, ...]]]] = {
    "default": {"de": ("de",), "en": ("en",), "ja": ("ja",)},
    "thorough": {"de": ("de", "de-more"), "en": ("en",), "ja": ("ja",)},
}


class TrainedRecogniser:
    """Reads with the models in `resources/names`, or in `folder`; each is loaded when a text first needs it.

    Raises DamagedModelError (from `version` and `recognise`) when a model is missing or not what it should be.
    """

    def __init__(self, mode: Mode = "default", folder: Path | None = None) -> None:
        self.name = f"lesesaal-{mode}"
        self._folder = folder or resource("names")
        self._models = MODELS[mode]
        self._taggers: dict[Read, Tagger] = {}

    @cached_property
    def version(self) -> str:
        """The models' hashes, shortened."""
        from desktop_app.entities.tagging.weights import fingerprint

        return "-".join(fingerprint(self._folder, name)[:8] for names in self._models.values() for name in names)

    def recognise(self, pieces: Sequence[Piece]) -> list[list[Span]]:
        """The names in each of `pieces`, ascending, without overlap, none of them empty."""
        found: list[list[Span]] = [[] for _ in pieces]
        waiting: dict[Read, _Waiting] = {}
        for number, piece in enumerate(pieces):
            for read, sentence in piece.sentences():
                queue = waiting.setdefault(read, _Waiting([], []))
                queue.sentences.append(sentence)
                queue.numbers.append(number)
                queue.tokens += len(sentence)
                if queue.tokens >= AT_ONCE:
                    self._tag(read, waiting.pop(read), found)
        for read, queue in waiting.items():
            self._tag(read, queue, found)
        for spans in found:
            spans.sort(key=lambda span: span.start)
        return found

    def _tag(self, read: Read, queue: "_Waiting", found: list[list[Span]]) -> None:
        tagged = self._tagger(read).tag([[token.text for token in sentence] for sentence in queue.sentences])
        for number, sentence, spans in zip(queue.numbers, queue.sentences, tagged, strict=True):
            if spans:
                found[number] += _believed(sentence, spans, read)

    def _tagger(self, read: Read) -> "Tagger":
        from desktop_app.entities.tagging.tagger import Tagger

        if read not in self._taggers:
            self._taggers[read] = Tagger.load(self._folder, self._models[read])
        return self._taggers[read]


@dataclass(slots=True)
class _Waiting:
    """Sentences of one language that are to be tagged, and the numbers of their texts."""

    sentences: list[list[Token]]
    numbers: list[int]
    tokens: int = 0


def _read(piece: Piece) -> Iterator[tuple[Read, list[Token]]]:
    """The sentences of a text that hold a letter, each with its language."""
    text = piece.text[:LONGEST_TEXT]
    for start, end, read in paragraphs(text, piece.language):
        if not read:
            continue
        for sentence in japanese_sentences(text, start, end) if read == "ja" else sentences(text, read, start, end):
            if _LETTER.search(text, sentence[0].start, sentence[-1].end):
                yield read, sentence


def _believed(sentence: Sequence[Token], spans: "Sequence[Tagged]", read: Read) -> Iterator[Span]:
    """The spans of people and organisations that are sure enough for such a sentence, in code points."""
    least = max(_least_confidence(sentence), _PLAIN[read])
    for span in spans:
        kind = _KINDS.get(span.kind)
        last = sentence[span.last - 1]
        end = last.end
        if span.partly:
            end = last.start + max(last.text.rfind(hyphen) for hyphen in _HYPHENS)
        start = sentence[span.first].start
        if kind and start < end and span.confidence >= least and not _too_long(sentence[span.first : span.last]):
            yield Span(start, end, kind, round(span.confidence, 3))


def _too_long(name: Sequence[Token]) -> bool:
    """Whether this is no name: a list, noise, or Latin words amid Japanese, whose characters are not read as words."""
    length = name[-1].end - name[0].start
    if any(len(token.text) > 1 for token in name):
        return len(name) > MOST_WORDS or length > LONGEST_NAME
    gaps = length - len(name)
    return length > LONGEST_NAME or (gaps > MOST_GAPS and all(token.text.isascii() for token in name))


# The least confidence of a name in running text, chosen on development tables, and in what only looks like text.
_PLAIN: Final[dict[Read, float]] = {"de": 0.3, "en": 0.4, "ja": 0.3}
_ODD, _NOISE = 0.7, 0.9


def _least_confidence(sentence: Sequence[Token]) -> float:
    """How sure a name must be: capitals, tables and the noise of optical recognition look like names all over."""
    texts = [token.text for token in sentence]
    words = [text for text in texts if len(text) > 1 and (text.isalpha() or _LETTER.search(text))]
    if len(words) <= len(texts) / 10 and max(map(len, texts)) == 1:
        return 0  # Japanese: a token is a character
    short = len(texts) - len(words)
    if len(texts) >= 12 and short > 0.6 * len(texts):
        return _NOISE
    capitals = len([word for word in words if word.isupper()])
    digits = len([text for text in texts if not text.isalpha() and _DIGIT.search(text, 0, 20)])
    if capitals > 0.6 * len(words) and len(words) >= 4:
        return _ODD
    return _ODD if digits > 0.4 * len(texts) and len(texts) >= 6 else 0
