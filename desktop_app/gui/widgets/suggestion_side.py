"""One of two who may be the same: name, role, how often, since when, and the sentences that name them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui.dates import format_date
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.page_text import one_line
from desktop_app.gui.people.quote_view import QuoteView
from desktop_app.gui.people.section import INSET, quiet
from desktop_app.model.people import EntityRow, Quote

_SOURCES = 3  # that are named


class SuggestionSide(QWidget):
    """Replaced as a whole by the next one."""

    opened = Signal(int)  # an entity
    quote_opened = Signal(object)  # Quote

    def __init__(self, row: EntityRow, quotes: tuple[Quote, ...], *, here: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.setObjectName("suggestion_side")
        self.setAccessibleName(row.name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.kicker = QLabel(tr("Person") if row.kind == "person" else tr("Organisation"), self)
        self.kicker.setFont(theme.font("label"))
        colour = theme.current().person if row.kind == "person" else theme.current().organisation
        self.kicker.setStyleSheet(f"color: {colour.name()}")
        self.kicker.setContentsMargins(INSET, 0, INSET, 0)
        self.name = QToolButton(self)
        self.name.setObjectName("side_name")
        self.name.setProperty("head", True)
        self.name.setText(one_line(row.name).replace("&", "&&"))
        self.name.setAccessibleName(tr("Open the page of {name}", name=row.name))
        self.name.setToolTip(tr("Open the page"))
        self.name.setCursor(Qt.CursorShape.PointingHandCursor)
        self.name.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        font = theme.font("article-title")
        font.setPointSizeF(15.5)
        font.setItalic(row.bare)
        self.name.setFont(font)
        self.name.clicked.connect(lambda: self.opened.emit(row.id))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.kicker)
        layout.addWidget(self.name)
        self.facts = [quiet(text, self) for text in _facts(row, quotes, here=here)]
        for fact in self.facts:
            layout.addWidget(fact)
        layout.addSpacing(8)
        self.quotes = [QuoteView(quote, row.kind, self) for quote in quotes]
        for view in self.quotes:
            view.opened.connect(self.quote_opened)
            layout.addWidget(view)
        if not quotes:
            layout.addWidget(quiet(tr("No sentence names them on its own."), self))
        layout.addStretch(1)


def unquoted(title: str) -> str:
    """A title to be quoted: without quotation marks around all of it."""
    return one_line(title).strip('„“”»«"')


def _facts(row: EntityRow, quotes: tuple[Quote, ...], *, here: bool) -> list[str]:
    """The lines below the name."""
    if here:
        where = tr("only in this article: “{title}”", title=unquoted(quotes[0].title)) if quotes else ""
        return [text for text in (tr("Named by the surname alone") if row.bare else one_line(row.role), where) if text]
    years = list(dict.fromkeys(format_date(date[:4]) for date in (row.first, row.last) if date))
    counted = [trn("%n article(s)", row.articles), trn("%n mention(s)", row.mentions), " – ".join(years)]
    sources = list(dict.fromkeys(one_line(quote.source) for quote in quotes if quote.source))[:_SOURCES]
    found = [one_line(row.role), " · ".join(part for part in counted if part), ", ".join(sources)]
    if row.bare:
        found.insert(0, tr("Only a surname is known"))
    return [text for text in found if text]
