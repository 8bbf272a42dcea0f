"""Commands about how the list and the window look."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QMenu

from desktop_app.gui import layout
from desktop_app.gui.dates import format_date
from desktop_app.gui.i18n import tr
from desktop_app.gui.places import ARTICLES
from desktop_app.model.article import ArticleRow

if TYPE_CHECKING:
    from desktop_app.gui.desk import Desk
    from desktop_app.gui.main_window import MainWindow

_RECENT = 15  # articles that are offered
_TITLE = 420  # pixels of a title


class ComfortCommands:
    """The verbs of comfort. Each public method is the slot of the action of its name."""

    _window: "MainWindow"
    _desk: "Desk"

    def table(self) -> None:
        """Show the list as a table, or as rows of text again."""
        pane = self._window.list_pane
        on = not pane.table.on
        self._desk.enter(ARTICLES)
        pane.table.switch(on)
        if not pane.in_concordance:
            layout.make_room(self._window, wide=on)
        self._window.action("table").setChecked(on)

    def second_window(self) -> None:
        """Read the open article in a window of its own; of a person's page, the page."""
        from desktop_app.gui.side_window import open_beside

        room, article = self._desk.room, self._desk.article
        people = [] if room == ARTICLES else self._window.rooms.targets()
        if people:
            open_beside(self._window).show_entity(people[0])
        elif article is not None:
            open_beside(self._window).show_article(article.id)

    def read_last(self) -> None:
        """Offer the articles that were read last."""
        desk, window = self._desk, self._window
        desk.jobs.read(window, lambda: desk.archive.recent_readings(_RECENT), self._offer_read, key="read-last")

    def _offer_read(self, rows: list[ArticleRow]) -> None:
        menu = QMenu(self._window)
        menu.setObjectName("read_last_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for row in rows:
            text = QFontMetrics(menu.font()).elidedText(row.heading, Qt.TextElideMode.ElideRight, _TITLE)
            when = " · ".join(filter(None, (row.source, format_date(row.date, row.language))))
            action = menu.addAction(f"{text}\t{when}".replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, number=row.id: self._desk.read_article(number))
        if not rows:
            menu.addAction(tr("Nothing has been read yet.")).setEnabled(False)
        centre = self._window.rect().center()
        menu.popup(self._window.mapToGlobal(QPoint(centre.x() - menu.sizeHint().width() // 2, 90)))
        menu.setActiveAction(menu.actions()[0])

    def columns(self) -> None:
        """Choose the columns of the table."""
        pane = self._window.list_pane
        if not pane.table.on:
            self.table()
        heading = pane.table.heading
        heading.menu().popup(heading.mapToGlobal(QPoint(0, heading.height())))
