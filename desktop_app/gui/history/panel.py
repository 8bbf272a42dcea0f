"""The history beside the articles: what was done, to the archive or to the open article, and a way to take it back."""

from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui import theme
from desktop_app.gui.desk import Desk
from desktop_app.gui.history.lines import Line, LineDelegate, LinesModel, of_archive, of_article
from desktop_app.gui.history.words import told_blockers, told_fields, told_step
from desktop_app.gui.i18n import tr
from desktop_app.gui.people.section import quiet
from desktop_app.gui.widgets.keys import keeps
from desktop_app.gui.widgets.rows_view import RowsView
from desktop_app.model.article import Article
from desktop_app.model.changes import Changes
from desktop_app.store.steps import StepDetails

SHOWN = 500  # steps; the journal keeps no more
_WIDTH, _DETAILS, _LEAST = 300, 280, 56


class _Lines(RowsView):
    """The list; J and K step here."""

    menu_wanted = Signal(QPoint)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.currentIndex().isValid():
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            here = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
            self.menu_wanted.emit(here if by_key else event.globalPos())

    def event(self, event: QEvent) -> bool:
        if keeps(event, Qt.Key.Key_J, Qt.Key.Key_K):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}.get(Qt.Key(event.key()), 0) if not event.modifiers() else 0
        row = self.currentIndex().row() + step
        if step and 0 <= row < self.row_count():
            self.select_row(row)
        elif not step:
            super().keyPressEvent(event)


class HistoryPanel(QWidget):
    """Steps, the latest first; what the chosen one did; a button that takes it back."""

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history_panel")
        self.setAccessibleName(tr("History"))
        self.setMinimumWidth(_WIDTH)
        self._desk = desk
        self._wanted = 0  # the step to be chosen once it is listed
        self._details: StepDetails | None = None
        self.model = LinesModel(self)
        self.list = _Lines(self)
        self.list.setObjectName("history_list")
        self.list.setAccessibleName(tr("Steps, the latest first"))
        self.list.setSelectionMode(RowsView.SelectionMode.SingleSelection)
        self.list.setItemDelegate(LineDelegate(self.list))
        self.list.setModel(self.model)
        self.list.menu_wanted.connect(lambda where: self.menu().popup(where))
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._on_chosen())
        self.nothing = quiet("", self)
        self.nothing.setObjectName("history_nothing")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.details = QTextBrowser(self)
        self.details.setObjectName("history_details")
        self.details.setAccessibleName(tr("What the step did"))
        self.details.setOpenLinks(False)
        self.details.anchorClicked.connect(self._follow)
        self.back = QPushButton(tr("Take back"), self)
        self.back.setObjectName("history_take_back")
        self.back.setAccessibleName(tr("Take back"))
        self.back.clicked.connect(self.take_back)
        self._scope = QButtonGroup(self)
        self._lay_out()
        desk.hub.changed.connect(self._on_changed)
        desk.article_changed.connect(self._on_article)
        theme.notifier().changed.connect(self._dress)
        self._dress()
        self.setFocusProxy(self.list)
        self.reload()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 8, 8)
        title = QLabel(tr("History"), self)
        title.setFont(theme.font("list-title"))
        close = QToolButton(self)
        close.setObjectName("history_close")
        close.setAccessibleName(tr("Close the history"))
        close.setToolTip(tr("Close the history"))
        close.setIcon(theme.icon("close"))
        close.clicked.connect(self.closed)
        head.addWidget(title, 1)
        scopes = (
            (self._button("history_archive", tr("Archive"))),
            (self._button("history_article", tr("This article"))),
        )
        scopes[0].setChecked(True)
        row = QHBoxLayout()
        row.setContentsMargins(10, 0, 10, 8)
        row.setSpacing(2)
        for at, button in enumerate(scopes):
            self._scope.addButton(button, at)
            row.addWidget(button)
        row.addStretch(1)
        head.addWidget(close)
        self._scope.idToggled.connect(lambda _id, on: self.reload() if on else None)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.addStretch(1)
        foot.addWidget(self.back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(row)
        layout.addWidget(self.nothing, 1)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.details)
        layout.addLayout(foot)

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setAccessibleName(text)
        button.setCheckable(True)
        button.setProperty("head", True)
        return button

    def _dress(self) -> None:
        self.list.row_height_changed()
        self.details.document().setDocumentMargin(10)
        self.details.document().setDefaultFont(theme.font("small"))
        self.details.document().setDefaultStyleSheet(f"a {{ color: {theme.current().accent.name()}; }}")
        self._tell()

    # --- what is listed

    @property
    def of_article(self) -> bool:
        """Whether only the open article's history is shown."""
        return self._scope.checkedId() == 1

    def show_article(self, on: bool = True) -> None:
        """Show the history of the open article, or of the archive."""
        self._scope.button(int(on)).setChecked(True)

    def reload(self) -> None:
        """Read the history again."""
        archive, article = self._desk.archive, self._desk.article
        if self.of_article:
            if article is None:
                self._list([])
                return
            number = article.id
            self._desk.jobs.read(
                self,
                lambda: of_article(archive.article_history(number)),
                self._list,
                key="history",
                failed=self._missing,
            )
        else:
            self._desk.jobs.read(self, lambda: of_archive(archive.history(SHOWN)), self._list, key="history")

    def _missing(self, _error: BaseException) -> None:
        self._list([])  # the article was deleted meanwhile; the desk says so

    def _list(self, lines: list[Line]) -> None:
        chosen = self.line()
        before = self._wanted or (chosen.step if chosen else 0)
        self._wanted = 0
        self.model.show(lines)
        self.nothing.setVisible(not lines)
        for widget in (self.list, self.details, self.back):
            widget.setVisible(bool(lines))
        self.nothing.setText(self._why_empty())
        if lines:
            self.list.select_row(max(0, self.model.row_of(before)))
        else:
            self._on_chosen()

    def _why_empty(self) -> str:
        if self.of_article and self._desk.article is None:
            return tr("No article is open.")
        return tr("Nothing has been done yet.")

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and changes:
            self.reload()

    def _on_article(self, _article: Article | None) -> None:
        if self.of_article and self.isVisible():
            self.reload()

    # --- the chosen step

    def line(self) -> Line | None:
        """The line that is chosen."""
        row = self.list.currentIndex().row()
        return self.model.lines[row] if 0 <= row < len(self.model.lines) else None

    def _on_chosen(self) -> None:
        line = self.line()
        if self._details is not None and (line is None or line.step != self._details.entry.id):
            self._details = None  # those of the same step stay until they are read again
        self._tell()
        if line is not None and line.step:
            archive, step = self._desk.archive, line.step
            self._desk.jobs.read(
                self, lambda: archive.step(step), partial(self._show, step), key="history-step", failed=self._forgotten
            )

    def _forgotten(self, _error: BaseException) -> None:
        self.reload()  # the step has left the journal since it was listed

    def _show(self, step: int, details: StepDetails) -> None:
        line = self.line()
        if line is not None and line.step == step:
            self._details = details
            self._tell()

    def _tell(self) -> None:
        line, details = self.line(), self._details
        told = ""
        if details is not None:
            told = told_step(details)
            if details.in_the_way:
                told = f'<p style="margin:4px 0 4px 0">{told_blockers(details.in_the_way)}</p>' + told
        elif line is not None and not line.step:
            told = told_fields(line.fields)
        self.details.setHtml(told)
        self._fit()
        free = details is not None and not details.in_the_way and not (line and line.gone)
        self.back.setEnabled(free and not self._desk.archive.read_only)
        again = details is not None and bool(details.entry.takes_back) and line is not None and self._takes_back(line)
        self.back.setText(tr("Do it again") if again else tr("Take back"))

    def _fit(self) -> None:
        """Give the details the room that they need, within bounds."""
        document = self.details.document()
        document.setTextWidth(self.details.viewport().width())
        self.details.setFixedHeight(min(_DETAILS, max(_LEAST, round(document.size().height()) + 2)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @staticmethod
    def _takes_back(line: Line) -> bool:
        from desktop_app.archive.labels import TAKE_BACK

        return line.words.template == TAKE_BACK

    def take_back(self) -> None:
        """Take back the chosen step."""
        line = self.line()
        if line is not None and line.step:
            self._desk.edit(self._desk.archive.take_back, line.step)

    def menu(self) -> QMenu:
        """What can be done with the chosen step; it deletes itself when it closes."""
        menu = QMenu(self)
        menu.setObjectName("history_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.back.text(), self.take_back).setEnabled(self.back.isEnabled())
        menu.addAction(tr("Copy"), self.copy)
        return menu

    def copy(self) -> None:
        """Put the chosen step on the clipboard, with what it did."""
        line = self.line()
        if line is not None:
            told = "\n".join(filter(None, (line.text, line.when, self.details.toPlainText().strip())))
            QGuiApplication.clipboard().setText(told)

    def _follow(self, link: QUrl) -> None:
        number = int(link.path() or 0)
        if link.scheme() == "article":
            self._desk.read_article(number)
        elif self.model.row_of(number) >= 0:
            self.list.select_row(self.model.row_of(number))
        else:
            self._wanted = number
            self.show_article(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)
