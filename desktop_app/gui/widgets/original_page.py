"""The original beside the article: what was imported, as blocks of our own."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from desktop_app.gui import theme
from desktop_app.gui.i18n import tr
from desktop_app.gui.page_text import Paragraph, one_line, pieces
from desktop_app.gui.widgets.page_setter import Headline
from desktop_app.gui.widgets.text_page import TextPage
from desktop_app.model.original import Original

_EDGE = 24  # pixels left of the text: the column is narrow
_MARKS = {"item": "•  "}
_BETWEEN_CELLS = "  ·  "


class OriginalPage(TextPage):
    """Shows an original; like the article's page it loads nothing and obeys nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("original_page")
        self.setAccessibleName(tr("Original"))
        self.setMinimumWidth(220)
        self.edge = _EDGE
        self._shown: Original | None = None
        self._sentence = ""

    def say(self, sentence: str) -> None:
        """One sentence instead of an original."""
        self._shown, self._sentence = None, sentence
        self.set_text("", (), [Headline("meta", sentence)] if sentence else ())

    def show_original(self, original: Original) -> None:
        """Set an original from its top."""
        self._shown, self._sentence = original, ""
        text, paragraphs = _laid(original)
        note = tr("The original goes on; its beginning is shown.") if original.cut else ""
        head = [Headline("meta", words) for words in (one_line(original.path), note) if words]
        self.set_text(text, paragraphs, head)

    def dress(self) -> None:
        """Take colours and fonts from the theme."""
        ground = theme.current().page.name()
        self.setStyleSheet(f"QTextBrowser {{ background: {ground}; border: 0; padding: 0 }}")
        if self._shown is not None:
            self.show_original(self._shown)
        else:
            self.say(self._sentence)

    def column_width(self) -> int:
        """As wide as there is room: tables and long lines are read here."""
        return self.viewport().width()


def _laid(original: Original) -> tuple[str, Iterator[Paragraph]]:
    """The whole text, and its blocks as spans of it."""
    texts = [
        _MARKS.get(block.kind, "") + block.text.replace("\t", _BETWEEN_CELLS if block.kind == "row" else "\t")
        for block in original.blocks
    ]

    def spans() -> Iterator[Paragraph]:
        at = 0
        for block, words in zip(original.blocks, texts, strict=True):
            joined = False
            for start, end in pieces(text, at, at + len(words)):
                yield Paragraph(start, end, block.kind, (), joined)
                joined = True
            at += len(words) + 1

    text = "\n".join(texts)
    return text, spans()
