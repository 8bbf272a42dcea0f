"""The list as a table or as rows of text: one view, one selection, another way to draw it."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop_app.gui import theme
from desktop_app.gui.desk import Desk
from desktop_app.gui.table.cells import CellsDelegate
from desktop_app.gui.table.columns import Column, clicked, keep, kept
from desktop_app.gui.table.heading import Heading
from desktop_app.gui.widgets.article_view import ArticleView
from desktop_app.model.listing import Listing


class TableMode(QObject):
    """Gives the list its headings and its cells, and remembers for each archive how they were left."""

    toggled = Signal(bool)

    def __init__(self, desk: Desk, view: ArticleView) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._rows = view.delegate
        self.on = False
        self.heading = Heading(view.parentWidget())
        self.heading.hide()
        self._cells = CellsDelegate(self.heading.shown, view)
        self.heading.clicked.connect(self._sort)
        self.heading.arranged.connect(self._on_arranged)
        desk.listing_changed.connect(self._on_listing)
        theme.notifier().changed.connect(self._dress)
        arrangement = kept(desk.archive.path)
        self.heading.arrange(arrangement)
        if arrangement.table:
            self.switch(True)
            desk.sort = arrangement.sort or None

    def switch(self, on: bool) -> None:
        """Show a table, or rows of text again."""
        if on == self.on:
            return
        self.on = on
        rows = self._view.visible_rows()
        self._view.delegate = self._cells if on else self._rows
        self._view.setItemDelegate(self._view.delegate)
        self.heading.setVisible(on)
        if rows:
            self._view.verticalScrollBar().setValue(rows[0] * self._view.row_height())
        self._keep()
        self.toggled.emit(on)

    def _sort(self, column: Column, more: bool) -> None:
        listing = self._desk.listing
        now = self._desk.sort or (listing.sort if listing is not None and more else "")
        self._desk.set_sort(clicked(now, column, more=more) or None)

    def _on_listing(self, listing: Listing | None) -> None:
        if listing is not None:
            self.heading.show_sort(listing.sort)
            if self.on:
                self._keep()

    def _on_arranged(self) -> None:
        self._view.viewport().update()
        self._keep()

    def _keep(self) -> None:
        left = self.heading.arrangement(table=self.on)
        keep(self._desk.archive.path, replace(left, sort=self._desk.sort or ""))

    def _dress(self) -> None:
        self._cells.refresh()
        self._rows.refresh()
        self._view.row_height_changed()
