"""The query doctor: what each part of a search finds alone, what is found without it, and how to mend the search."""

from functools import partial

from PySide6.QtCore import QLocale, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui import theme
from desktop_app.gui.clauses import describe, joined, tidy, unfold
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import retold, tr, trn
from desktop_app.gui.widgets.flow_layout import FlowLayout
from desktop_app.gui.widgets.query_echo import in_window_s_words
from desktop_app.model.listing import Listing
from desktop_app.model.query_notices import Notice
from desktop_app.model.searching import Diagnosis, QueryPart, Repair

REPAIRS_AT_MOST, PART_REPAIRS_AT_MOST = 5, 2
LEAST, TALLEST = 76, 340  # pixels of the parts
_NUMBER = 76  # pixels of a column of numbers
_BESIDE_A_REPAIR = 66  # pixels: margins, a scroll bar, and the button's own padding
_NARROWS = 1.5  # a part that hides this many times the hits is named


class DoctorPanel(QFrame):
    """Examines the desk's search while it is open; Esc closes it."""

    closed = Signal()
    toggled = Signal(bool)  # open or not

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("doctor_panel")
        self.setAccessibleName(tr("Query doctor"))
        self._desk = desk
        self.diagnosis: Diagnosis | None = None
        self._mending: list[QPushButton] = []
        self.heading = QLabel(tr("Query doctor"), self)
        self.close_button = QToolButton(self)
        self.summary = QLabel(self)
        self._columns = _Columns(self)
        self._parts = QWidget(self)
        self._rows = QVBoxLayout(self._parts)
        self._scroll = _Scrolling(self)
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()
        desk.listing_changed.connect(self._on_listing)
        theme.notifier().changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        self.summary.setObjectName("doctor_summary")
        self.summary.setWordWrap(True)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.close_button.setObjectName("doctor_close")
        self.close_button.setAccessibleName(tr("Close the query doctor"))
        self.close_button.setToolTip(tr("Close the query doctor"))
        self.close_button.clicked.connect(self.leave)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        self._scroll.setObjectName("doctor_parts")
        self._scroll.setAccessibleName(tr("Words and filters of the search"))
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._parts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 10, 10, 12)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.summary)
        layout.addWidget(self._columns)
        layout.addWidget(self._scroll, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _dress(self) -> None:
        palette = theme.current()
        self.heading.setFont(theme.font("label"))
        self.heading.setStyleSheet(f"color: {palette.muted.name()}")
        self.close_button.setIcon(theme.icon("close"))
        ground, line = palette.pane.name(), palette.line.name()
        self.setStyleSheet(
            f"QFrame#doctor_panel {{ background: {ground}; border-bottom: 1px solid {line} }}"
            " QFrame#doctor_panel QScrollArea, QFrame#doctor_panel QScrollArea > QWidget > QWidget"
            " { background: transparent }"
        )
        if self.diagnosis is not None:
            self._show(self.diagnosis)

    # --- opening and asking

    def enter(self) -> None:
        """Open and examine the search of the desk."""
        self.show()
        self.toggled.emit(True)
        self._examine()
        self.setFocus()

    def leave(self) -> None:
        """Close, and give the keyboard back."""
        self.hide()
        self.toggled.emit(False)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _on_listing(self, _listing: Listing | None) -> None:
        if not self.isHidden():
            self._examine()

    def _examine(self) -> None:
        query, view, archive = self._desk.full_query, self._desk.view, self._desk.archive
        if not query.strip():
            self._show(Diagnosis("", 0, ()))
            return
        self._desk.jobs.read(
            self,
            lambda: archive.examine(query, view=view, cancelled=lambda: query != self._desk.full_query),
            self._show,
            key="doctor",
            failed=lambda _error: self._show(Diagnosis("", 0, ())),
        )

    # --- showing

    def _show(self, diagnosis: Diagnosis) -> None:
        self.diagnosis = diagnosis
        self._mending = []
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.summary.setText(finding(diagnosis))
        self._columns.setVisible(bool(diagnosis.parts))
        most = max((part.count for part in diagnosis.parts), default=0)
        guilty = killers(diagnosis)
        shown: list[Repair] = []
        for number, part in enumerate(diagnosis.parts):
            row = PartRow(part, most, number in guilty, self._parts)
            self._rows.addWidget(row)
            row.show()  # now, not when the loop comes round: the panel is measured
            if part.repairs and not part.count:
                shown += part.repairs[:PART_REPAIRS_AT_MOST]
                self._rows.addWidget(self._buttons(part.repairs[:PART_REPAIRS_AT_MOST], "part_repair"))
        rest = tuple(repair for repair in diagnosis.repairs if repair not in shown)
        if rest:
            self._rows.addSpacing(4)
            self._rows.addWidget(self._buttons(rest, "repair"))
        self._rows.addStretch(1)
        self._scroll.setVisible(bool(diagnosis.parts or diagnosis.repairs))
        self._fit()

    def _fit(self) -> None:
        """As high as the rows, up to a limit: the list below is what the reader came for."""
        room = self.width() - _BESIDE_A_REPAIR
        for button in self._mending:
            shown = button.fontMetrics().elidedText(button.accessibleName(), Qt.TextElideMode.ElideMiddle, room)
            button.setText(shown.replace("&", "&&"))
        width = max(200, self.width() - 28)
        wish = (
            self._rows.totalHeightForWidth(width) if self._rows.hasHeightForWidth() else self._rows.sizeHint().height()
        )
        self._scroll.set_wish(wish + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _buttons(self, repairs: tuple[Repair, ...], name: str) -> QWidget:
        row = QWidget(self._parts)
        flow = FlowLayout(row)
        best = self.diagnosis.repairs[:1] if self.diagnosis is not None else ()
        for repair in repairs[:REPAIRS_AT_MOST]:
            text = repair_text(repair)
            button = QPushButton(row)
            button.setObjectName(name)
            button.setAccessibleName(text)
            button.setToolTip(f"{text}\n{repair.query}")
            button.setProperty("primary", repair in best)
            button.setAutoDefault(True)
            button.setFont(theme.font("small"))
            button.clicked.connect(partial(_clicked, self._desk, repair))
            flow.addWidget(button)
            self._mending.append(button)
        row.show()
        return row

    def buttons(self) -> list[QPushButton]:
        """The repairs from top to bottom."""
        return list(self._mending)


class _Scrolling(QScrollArea):
    """As high as what is in it, within limits; gives way where the window is low."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._wish = 0

    def set_wish(self, height: int) -> None:
        """Ask for a height."""
        self._wish = min(TALLEST, height)
        self.setMinimumHeight(min(LEAST, self._wish))
        self.setMaximumHeight(self._wish)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(200, self._wish)


class PartRow(QWidget):
    """A word or filter, its bar, and two numbers: articles with it alone, and with everything but it."""

    def __init__(self, part: QueryPart, most: int, guilty: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("doctor_part")
        self.part = part
        self.guilty = guilty
        self._share = part.count / most if most else 0.0
        self._text = describe(part.text)
        alone = trn("%n article(s)", part.count)
        said = tr("{part}: {alone} alone, {without} without it", part=self._text, alone=alone, without=part.without)
        self.setAccessibleName(said + (f". {tr('This leaves nothing over.')}" if guilty else ""))
        self.setToolTip(part.text)

    def sizeHint(self) -> QSize:
        return QSize(200, 32)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.width() - 2 * _NUMBER - 8
        strong = palette.warning if self.guilty else palette.ink
        font = theme.font("ui")
        painter.setFont(font)
        painter.setPen(strong)
        text = QFontMetrics(font).elidedText(self._text, Qt.TextElideMode.ElideMiddle, room - 12)
        painter.drawText(QRect(0, 0, room, 22), Qt.AlignmentFlag.AlignVCenter, text)
        painter.setFont(theme.font("number"))
        for number, count in enumerate((self.part.count, self.part.without)):
            cell = QRect(self.width() - (2 - number) * _NUMBER - 8, 0, _NUMBER, 22)
            painter.setPen(strong if self.guilty and not number else palette.ink if count else palette.muted)
            painter.drawText(cell, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _grouped(count))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.line)
        painter.drawRoundedRect(QRectF(0, 24, room - 12, 4), 2, 2)
        if self._share:
            painter.setBrush(palette.warning if self.guilty else palette.accent)
            painter.drawRoundedRect(QRectF(0, 24, max(4.0, self._share * (room - 12)), 4), 2, 2)


class _Columns(QWidget):
    """What the two columns of numbers say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(16)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme.font("meta"))
        painter.setPen(theme.current().muted)
        for number, text in enumerate((tr("alone"), tr("without it"))):
            cell = QRect(self.width() - (2 - number) * _NUMBER - 8, 0, _NUMBER, self.height())
            painter.drawText(cell, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)


def killers(diagnosis: Diagnosis) -> set[int]:
    """The numbers of the parts because of which nothing is found; none where something is."""
    if diagnosis.total:
        return set()
    empty = {number for number, part in enumerate(diagnosis.parts) if not part.count}
    most = max((part.without for part in diagnosis.parts), default=0)
    return empty or {number for number, part in enumerate(diagnosis.parts) if part.without == most > 0}


def finding(diagnosis: Diagnosis) -> str:
    """The finding in a sentence."""
    if not diagnosis.parts:
        return tr("Type a search; each of its words and filters is counted here.")
    names = [describe(diagnosis.parts[number].text) for number in sorted(killers(diagnosis))]
    if not diagnosis.total:
        if not names:
            return tr("No two parts of this search meet in one article.")
        if not diagnosis.parts[min(killers(diagnosis))].count:
            return tr("No article has “{part}”.", part=names[0])
        return tr("“{part}” leaves nothing over: without it there are hits.", part=names[0])
    found = trn("%n article(s) fit all of this.", diagnosis.total)
    strictest = max(diagnosis.parts, key=lambda part: part.without)
    if len(diagnosis.parts) > 1 and strictest.without > _NARROWS * diagnosis.total:
        found += " " + tr("“{part}” narrows it down most.", part=describe(strictest.text))
    return found


def repair_text(repair: Repair) -> str:
    """What the repair does, with the number of articles it leads to."""
    notice = repair.sentence
    sentence = notice
    if isinstance(notice, Notice):
        fields: dict[str, object] = {name: _said(name, str(value)) for name, value in notice.fields.items()}
        sentence = retold(notice.template, fields)
    return f"{sentence.removesuffix('.')}  ·  {_grouped(repair.count)}"


def _said(field: str, value: str) -> str:
    """A field of a repair's sentence in a reader's words."""
    return describe(value) if field == "part" else in_window_s_words(value) if field == "query" else value


def mend(desk: Desk, repair: Repair) -> None:
    """Search for the mended query: in the same view, unless the repair is to leave it."""
    view = desk.view
    leaves = repair.query.strip() == desk.full_query.strip() or "is:trash" in repair.query
    words, filters = unfold(repair.query)
    desk.open_query(joined(words, [tidy(each) for each in filters]))
    if not leaves:
        desk.set_view(view)


def _clicked(desk: Desk, repair: Repair, _checked: bool = False) -> None:
    mend(desk, repair)


def _grouped(count: int) -> str:
    return QLocale().toString(count)
