"""The bar at selected words: a colour, a note, all places of the words, a cited quotation."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop_app.gui.annotating.colours import ColourRow, last_colour
from desktop_app.gui.annotating.sheet import Sheet, verb
from desktop_app.gui.i18n import tr
from desktop_app.gui.widgets.article_page import ArticlePage


class SelectionBar(Sheet):
    """Never takes the keyboard by itself: the same keys work on the page."""

    colour_chosen = Signal(int)
    note_wanted = Signal()
    everywhere_wanted = Signal()
    quote_wanted = Signal()

    def __init__(self, page: ArticlePage, *, writable: bool) -> None:
        super().__init__("selection_bar", page)
        self.setAccessibleName(tr("What can be done with the selection"))
        self.colours = ColourRow(self)
        self.note = verb("bar_note", tr("Note"), "N", self)
        self.everywhere = verb("bar_everywhere", tr("Everywhere"), "", self)
        self.everywhere.setToolTip(tr("Highlight these words wherever they stand in the article"))
        self.quote = verb("bar_quote", tr("Quote"), "", self)
        self.quote.setToolTip(tr("Copy the words with their source (Ctrl+Shift+C)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 6, 4)
        row.setSpacing(2)
        row.addWidget(self.colours)
        row.addSpacing(6)
        for button in (self.note, self.everywhere, self.quote):
            row.addWidget(button)
        for widget in (self.colours, self.note, self.everywhere):
            widget.setVisible(writable)
        self.colours.chosen.connect(self.colour_chosen)
        self.note.clicked.connect(self.note_wanted)
        self.everywhere.clicked.connect(self.everywhere_wanted)
        self.quote.clicked.connect(self.quote_wanted)

    def refresh(self) -> None:
        """Mark the colour that the key H takes."""
        self.colours.show_colour(last_colour())
