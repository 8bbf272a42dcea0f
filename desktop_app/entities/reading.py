"""Reading articles for people and organisations: texts in, findings out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from desktop_app.entities.document.findings import findings
from desktop_app.entities.document.page import Page, moved
from desktop_app.entities.recogniser import LONGEST_TEXT, Piece, Recogniser, TrainedRecogniser
from desktop_app.model.article import Part
from desktop_app.model.people import Findings, Mode, Span

DOCUMENT_LEVEL: Final = 2  # to be raised whenever other findings are made of the same spans
_GAP: Final = "\n\n"  # between the title and the text


@dataclass(frozen=True, slots=True)
class Text:
    """An article as it is read: its text, its language (ISO 639-1 or ""), the parts of its text, its title."""

    text: str
    language: str = ""
    parts: tuple[Part, ...] = ()
    title: str = ""


class Reader:
    """Finds people and organisations in articles; `recogniser` stands in for the trained one.

    Raises DamagedModelError (from `version` and `read`) when the models are missing or not what they should be.
    """

    def __init__(self, mode: Mode = "default", recogniser: Recogniser | None = None) -> None:
        self._mode = mode
        self._recogniser = recogniser or TrainedRecogniser(mode)

    @cached_property
    def version(self) -> str:
        """What changes whenever other findings may be made: the models, the document level, the mode."""
        return f"lesesaal-names {DOCUMENT_LEVEL} {self._recogniser.version} {self._mode}"

    def read(self, articles: Sequence[Text]) -> list[Findings]:
        """Who is in each of these articles; offsets are code points of its text.

        A title is read with its text: who is named there in full is known when the text has the surname alone.
        """
        pieces: list[Piece] = []
        for article in articles:
            pieces += [Piece(article.title, article.language), Piece(article.text[:LONGEST_TEXT], article.language)]
        spans = self._recogniser.recognise(pieces)
        return [
            _findings(article, (pieces[2 * at], spans[2 * at]), (pieces[2 * at + 1], spans[2 * at + 1]))
            for at, article in enumerate(articles)
        ]


def _findings(article: Text, titled: tuple[Piece, list[Span]], read: tuple[Piece, list[Span]]) -> Findings:
    """What a title and a text say, each with the spans that were found in it."""
    (title, in_title), (text, in_text) = titled, read
    datelines = [article.text[part.start : part.end] for part in article.parts if part.role == "dateline"]
    if not in_title:
        return findings(Page.of(text.text, text.sentences()), in_text, datelines=datelines)
    shown = len(title.text) + len(_GAP)
    page = Page.of(title.text + _GAP + text.text, [*title.sentences(), *moved(text.sentences(), shown)])
    spans = [Span(span.start + shown, span.end + shown, span.kind, span.confidence) for span in in_text]
    return findings(page, [*in_title, *spans], shown=shown, datelines=datelines)
