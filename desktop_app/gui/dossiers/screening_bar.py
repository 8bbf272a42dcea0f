"""Above the open article: how far the screening is, and what to do with the article."""

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui.delegates.chips import faded
from desktop_app.gui.desk import Desk
from desktop_app.gui.dossiers.screening_deeds import ScreeningDeeds
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.widgets.elided_label import ElidedLabel
from desktop_app.gui.widgets.flow_layout import FlowLayout
from desktop_app.gui.widgets.key_button import KeyButton
from desktop_app.model.dossiers import Decision, Screening


class _Progress(QWidget):
    """A line whose parts are kept, seen and dropped articles; the rest is still to be read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("screening_progress")
        self.setFixedHeight(4)
        self._screening: Screening | None = None

    def show_screening(self, screening: Screening) -> None:
        """Draw how far it is."""
        self._screening = screening
        self.setAccessibleName(tr("{done} of {all} read", done=screening.done, all=screening.total))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette, screening = QPainter(self), theme.current(), self._screening
        painter.fillRect(self.rect(), palette.line)
        if screening is None or not screening.total:
            return
        left = 0.0
        for count, colour in (
            (screening.kept, palette.accent),
            (screening.seen, faded(palette.accent, 0.5)),
            (screening.dropped, palette.muted),
        ):
            width = self.width() * count / screening.total
            painter.fillRect(int(left), 0, int(left + width) - int(left), self.height(), colour)
            left += width


class ScreeningBar(QWidget):
    """Seen while the list shows a screening."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("screening_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Screening"))
        self._desk = desk
        self.deeds = ScreeningDeeds(desk, self)
        self._progress = _Progress(self)
        self.name = ElidedLabel("", self)
        self.name.setObjectName("screening_name_label")
        self.count = QLabel(self)
        self.count.setObjectName("screening_count")
        self.more = QToolButton(self)
        self.more.setObjectName("screening_more")
        self.more.setAccessibleName(tr("More about this screening"))
        self.more.setToolTip(tr("More about this screening"))
        self.more.setIconSize(QSize(16, 16))
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.clicked.connect(lambda: self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft())))
        self.verbs: dict[Decision, KeyButton] = {
            "seen": self._verb("screening_seen", tr("Seen"), "Y", "seen"),
            "kept": self._verb("screening_kept", tr("Keep"), "P", "kept"),
            "dropped": self._verb("screening_dropped", tr("Drop"), "X", "dropped"),
        }
        self.collect = KeyButton("screening_collect", tr("Make a dossier of what was kept …"), "", self)
        self.collect.clicked.connect(self._collect)
        self.pause = KeyButton("screening_pause", tr("Pause"), "", self)
        self.pause.setToolTip(tr("Leave the screening; it waits in the sidebar"))
        self.pause.clicked.connect(desk.collected.pause)
        self._lay_out()
        desk.collected.screening_changed.connect(self._show)
        theme.notifier().changed.connect(self._dress)
        self._dress()
        self._show()

    def _verb(self, name: str, text: str, key: str, decision: Decision) -> KeyButton:
        button = KeyButton(name, text, key, self)
        button.setCheckable(True)
        button.clicked.connect(lambda: self._desk.collected.decide(decision))
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.name, 1)
        top.addWidget(self.count)
        top.addWidget(self.more)
        self._buttons = QWidget(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._buttons.setSizePolicy(policy)
        flow = FlowLayout(self._buttons, spacing=8)
        for button in (*self.verbs.values(), self.collect, self.pause):
            flow.addWidget(button)
        inner = QVBoxLayout()
        inner.setContentsMargins(18, 8, 14, 8)
        inner.setSpacing(6)
        inner.addLayout(top)
        inner.addWidget(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._progress)
        column.addLayout(inner)

    def _dress(self) -> None:
        self.name.setFont(theme.font("small"))
        self.count.setFont(theme.font("number"))
        self.more.setIcon(theme.icon("more"))

    def _show(self) -> None:
        collected = self._desk.collected
        screening = collected.screening
        self.setVisible(screening is not None)
        if screening is None:
            return
        self._progress.show_screening(screening)
        self.name.setText(tr("Screening “{name}”", name=screening.name))
        locale = QLocale()
        told = f"{locale.toString(screening.done)}/{locale.toString(screening.total)}"
        if collected.news:
            told += " · " + trn("%n new", collected.news)
        self.count.setText(told)
        self.count.setAccessibleName(
            tr(
                "{done} of {all} read: {kept} kept, {seen} seen, {dropped} dropped",
                done=screening.done,
                all=screening.total,
                kept=screening.kept,
                seen=screening.seen,
                dropped=screening.dropped,
            )
        )
        self.count.setToolTip(self.count.accessibleName())
        writable = not self._desk.archive.read_only
        for decision, button in self.verbs.items():
            button.setEnabled(writable and collected.decision is not None)
            button.setChecked(collected.decision == decision)
        finished = not screening.left
        self.collect.setVisible(finished)
        self.collect.setEnabled(writable and screening.kept > 0)
        self.collect.setProperty("primary", finished)

    def _collect(self) -> None:
        screening = self._desk.collected.screening
        if screening is not None:
            self.deeds.to_dossier(screening)

    def menu(self) -> QMenu:
        """What can be done with the screening; it deletes itself when it closes."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        screening = self._desk.collected.screening
        if screening is not None:
            self.deeds.fill_menu(menu, screening.id, screening.name)
        return menu
