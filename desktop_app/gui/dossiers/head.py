"""Above the list of a dossier: its name, its introduction, and the dossiers in it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui import theme
from desktop_app.gui.annotating.rich_note import as_html
from desktop_app.gui.annotating.writing import NoteWords
from desktop_app.gui.desk import Desk
from desktop_app.gui.dossiers.deeds import DossierDeeds
from desktop_app.gui.dossiers.screening_deeds import ScreeningDeeds
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.widgets.flow_layout import FlowLayout
from desktop_app.model.dossiers import Dossier, DossierPage

_SIDE = 18
_HIGHEST = 168  # pixels of an introduction before it scrolls


class DossierHead(QWidget):
    """Seen while the list shows a dossier. The introduction is written in place."""

    link_wanted = Signal(str)  # such as "article:12"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dossier_head")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Dossier"))
        self._desk = desk
        self._page: DossierPage | None = None
        self.deeds = DossierDeeds(desk, self)
        self.screenings = ScreeningDeeds(desk, self)
        self.words: NoteWords | None = None  # while the introduction is being written
        self._build()
        self._lay_out()
        desk.collected.dossier_changed.connect(self._show)
        theme.notifier().changed.connect(self._dress)
        self._dress()
        self._show()

    def _build(self) -> None:
        self.name = QLabel(self)
        self.name.setObjectName("dossier_name")
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setWordWrap(True)
        self.counts = QLabel(self)
        self.counts.setObjectName("dossier_counts")
        self.counts.setProperty("muted", True)
        self.write = self._tool("dossier_write", tr("Write the introduction"), "note")
        self.write.clicked.connect(self.begin)
        self.more = self._tool("dossier_more", tr("More about this dossier"), "more")
        self.more.clicked.connect(lambda: self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft())))
        self.text = QLabel(self)
        self.text.setObjectName("dossier_introduction")
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        flags = Qt.TextInteractionFlag
        self.text.setTextInteractionFlags(
            flags.TextSelectableByMouse | flags.LinksAccessibleByMouse | flags.LinksAccessibleByKeyboard
        )
        self.text.linkActivated.connect(self.link_wanted)
        self.area = QScrollArea(self)
        self.area.setObjectName("dossier_area")
        self.area.setAccessibleName(tr("Introduction of the dossier"))
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.text)
        self.children_row = QWidget(self)
        self.children_row.setObjectName("dossier_children")
        self.children_row.setAccessibleName(tr("Dossiers"))
        self._flow = FlowLayout(self.children_row, spacing=6)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.children_row.setSizePolicy(policy)

    def _tool(self, name: str, tip: str, icon: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAccessibleName(tip)
        button.setToolTip(tip)
        button.setIconSize(QSize(16, 16))
        button.setProperty("picture", icon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.name, 1)
        for button in (self.write, self.more):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_SIDE, 12, _SIDE - 6, 10)
        self._column.setSpacing(6)
        self._column.addLayout(top)
        for widget in (self.counts, self.area, self.children_row):
            self._column.addWidget(widget)

    def _dress(self) -> None:
        font = theme.font("list-title")
        font.setPointSizeF(font.pointSizeF() * 1.3)
        self.name.setFont(font)
        self.counts.setFont(theme.font("meta"))
        self.text.setFont(theme.font("snippet"))
        for button in (self.write, self.more):
            button.setIcon(theme.icon(str(button.property("picture"))))
        self._set_text()

    # --- what is shown

    def _show(self) -> None:
        page, before = self._desk.collected.page, self._page
        if before is not None and (page is None or page.dossier.id != before.dossier.id):
            self.end()  # into the dossier that it was written for
        self._page = page
        self.setVisible(page is not None)
        if page is None:
            return
        line = page.dossier
        self.name.setText(line.path.replace("/", " › "))
        told = [trn("%n article(s)", line.articles)]
        if line.whole > line.articles:
            told.append(trn("%n with those in it", line.whole))
        self.counts.setText(" · ".join(told))
        writable = not self._desk.archive.read_only
        self.write.setVisible(writable)
        self._set_text()
        self._fill_children(page.children)

    def _set_text(self) -> None:
        page = self._page
        if page is None:
            return
        self.text.setText(as_html(page.introduction))
        self.area.setVisible(bool(page.introduction) and self.words is None)
        self._fit()

    def _fit(self) -> None:
        width = max(80, self.width() - 2 * _SIDE)
        self.area.setFixedHeight(min(_HIGHEST, self.text.heightForWidth(width) + 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fill_children(self, children: list[Dossier]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for child in children:
            button = QPushButton(f"{child.name}  {child.whole}".replace("&", "&&"), self.children_row)
            button.setObjectName("dossier_child")
            button.setAccessibleName(tr("Open the dossier “{name}”", name=child.name))
            button.setIcon(theme.icon("dossier", theme.current().muted))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, number=child.id: self._desk.collected.open(number))
            self._flow.addWidget(button)
        self.children_row.setVisible(bool(children))

    def menu(self) -> QMenu:
        """What can be done with the dossier; it deletes itself when it closes."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page = self._page
        if page is None:
            return menu
        number, name = page.dossier.id, page.dossier.name
        menu.addAction(tr("Read them all …")).triggered.connect(lambda: self.screenings.start_in(number))
        menu.addSeparator()
        menu.addAction(tr("New dossier in it …")).triggered.connect(lambda: self.deeds.make(number))
        menu.addAction(tr("Rename …")).triggered.connect(lambda: self.deeds.rename(number, name))
        menu.addAction(tr("Move …")).triggered.connect(lambda: self.deeds.move(number))
        menu.addSeparator()
        menu.addAction(tr("Export …")).triggered.connect(lambda: self.deeds.export(number))
        menu.addAction(tr("Delete …")).triggered.connect(lambda: self.deeds.delete(number, name))
        return menu

    # --- writing the introduction

    def begin(self) -> None:
        """Write the introduction; it is kept when the keyboard goes elsewhere."""
        page = self._page
        if page is None or self.words is not None or self._desk.archive.read_only:
            return
        self.words = NoteWords(self._desk, page.introduction, self)
        self.words.setObjectName("dossier_words")
        self.words.setAccessibleName(tr("Introduction of the dossier"))
        self.words.setPlaceholderText(tr("What this dossier is about. Markdown; Esc or Ctrl+Enter keeps it."))
        self.words.installEventFilter(self)
        self._column.insertWidget(2, self.words)
        self.area.hide()
        self.words.show()  # what is not seen yet cannot take the keyboard
        self.words.setFocus()

    def end(self) -> None:
        """Keep what is written."""
        words, page = self.words, self._page
        if words is None or page is None:
            return
        self.words = None
        text = words.toPlainText().strip()
        words.removeEventFilter(self)
        words.hide()
        words.deleteLater()
        if text != page.introduction:
            self._desk.edit(self._desk.archive.introduce_dossier, page.dossier.id, text)
            page.introduction = text
        self._set_text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.words:
            if isinstance(event, QFocusEvent) and left_by(event) and self.words.links.popup is None:
                self.end()
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and ends_writing(event):
                self.end()
                self.write.setFocus()
                return True
        return super().eventFilter(watched, event)


def ends_writing(event: QKeyEvent) -> bool:
    """Whether a key, Esc or Ctrl+Enter, leaves a text that is written in place."""
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return event.key() == Qt.Key.Key_Escape or (enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))


def left_by(event: QFocusEvent) -> bool:
    """Whether the keyboard has gone elsewhere in the window; not to a menu, and not to another program."""
    stay = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
    return event.lostFocus() and event.reason() not in stay
