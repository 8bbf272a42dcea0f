"""What the list of annotations shows: words, kind, colour, tag, paper, dates, and who is named."""

import datetime as dt
from typing import Final

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from desktop_app.archive.session import time_of
from desktop_app.gui import theme
from desktop_app.gui import type_setting as setting
from desktop_app.gui.annotating.colours import colour_name
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr
from desktop_app.gui.page_text import one_line
from desktop_app.gui.panes.sidebar_menu import colour_icon
from desktop_app.gui.widgets.entity_finder import EntityFinder
from desktop_app.model.annotations import (
    COLOURS,
    WANTED_KINDS,
    AnnotationCounts,
    AnnotationFilter,
    AnnotationSort,
    WantedKind,
)
from desktop_app.model.people import EntityRow
from desktop_app.model.query_dates import OPEN_FIRST, OPEN_LAST, read_range

_TYPING_MS = 90
_NARROWEST = 96  # of a field
_DAYS: Final = (0, 1, 7, 30, 365)  # of the last so many days; 0: whenever
Order = tuple[AnnotationSort, bool]  # descending
ORDERS: Final[tuple[Order, ...]] = (
    ("changed", True),
    ("changed", False),
    ("date", True),
    ("date", False),
    ("title", False),
    ("source", False),
    ("colour", False),
)


class AnnotationFilters(QWidget):
    """Two lines of fields; `changed` comes when the reader has stopped typing for a moment."""

    changed = Signal()
    left = Signal()  # Enter or the down key: the keyboard goes to the rows

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("annotation_filters")
        self._desk = desk
        self._entity = 0
        self._counts: AnnotationCounts | None = None  # that are offered
        self.words = self._line("annotation_words", tr("Filter by words of the note, the quote or the title"))
        self.date = self._line("annotation_date", tr("Article’s date, such as 2018 or 2018-09"))
        self.kind = self._box("annotation_kind", tr("Kind"))
        self.colour = self._box("annotation_colour", tr("Colour"))
        self.tag = self._box("annotation_tag", tr("Tag"))
        self.source = self._box("annotation_source", tr("Paper"))
        self.written = self._box("annotation_written", tr("When it was written"))
        self.order = self._box("annotation_order", tr("Sort by"))
        self.person = QPushButton(self)
        self.person.setObjectName("annotation_person")
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self.changed)
        self._lay_out()
        self._fill()
        self._name_person("")
        self._connect()
        self.dress()

    # --- building

    def _line(self, name: str, text: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName(name)
        line.setPlaceholderText(text)
        line.setAccessibleName(text)
        line.setClearButtonEnabled(True)
        line.setMaxLength(200)
        return line

    def _box(self, name: str, accessible: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.setAccessibleName(accessible)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(13)
        return box

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(18, 0, 18, 10)
        grid.setSpacing(8)
        grid.addWidget(self.words, 0, 0, 1, 2)
        above: tuple[QWidget, ...] = (self.kind, self.colour, self.tag)
        below: tuple[QWidget, ...] = (self.date, self.source, self.written, self.person, self.order)
        for column, widget in enumerate(above, 2):
            grid.addWidget(widget, 0, column)
        for column, widget in enumerate(below):
            grid.addWidget(widget, 1, column)
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, _NARROWEST)
        for widget in (self.words, *above, *below):  # none is wider for its own words: the columns are alike
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def _fill(self) -> None:
        for days, text in zip(
            _DAYS,
            (tr("Written any time"), tr("Written today"), tr("In the last 7 days"), tr("In the last 30 days"),
             tr("In the last year")),
            strict=True,
        ):  # fmt: skip
            self.written.addItem(text, days)
        texts = (
            tr("Newest first"),
            tr("Oldest first"),
            tr("Latest articles first"),
            tr("Earliest articles first"),
            tr("By title"),
            tr("By paper"),
            tr("By colour"),
        )
        for text, order in zip(texts, ORDERS, strict=True):
            self.order.addItem(text, order)
        self.show_counts(AnnotationCounts())

    def _connect(self) -> None:
        for line in (self.words, self.date):
            line.textChanged.connect(lambda _text: self._typing.start())
            line.returnPressed.connect(self.left)
        for box in (self.kind, self.colour, self.tag, self.source, self.written, self.order):
            box.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.person.clicked.connect(self._choose_person)

    def dress(self) -> None:
        """Take fonts and colours of the theme."""
        for widget in self.findChildren(QWidget):
            if isinstance(widget, QLineEdit | QComboBox | QPushButton):
                widget.setFont(theme.font("small"))
        for colour in range(COLOURS):
            self.colour.setItemIcon(colour + 1, colour_icon(setting.note_bar(colour)))

    # --- what can be chosen

    def show_counts(self, counts: AnnotationCounts) -> None:
        """Offer what there is, with its number; what is chosen stays chosen."""
        if counts == self._counts:
            return
        self._counts = counts
        kinds: dict[WantedKind, str] = {
            "": tr("All kinds"),
            "highlight": tr("Highlights"),
            "note": tr("Notes on words"),
            "article": tr("Notes on articles"),
            "person": tr("Notes on people"),
            "organisation": tr("Notes on organisations"),
            "orphaned": tr("Orphaned"),
        }
        known: dict[WantedKind, int] = {"": counts.total, "orphaned": counts.orphaned}
        known |= dict(counts.kinds.items())
        self._offer(self.kind, [(_counted(kinds[kind], known.get(kind, 0)), kind) for kind in WANTED_KINDS])
        colours = [(_counted(colour_name(each), counts.colours.get(each, 0)), each) for each in range(COLOURS)]
        self._offer(self.colour, [(tr("All colours"), None), *colours])
        self._offer(self.tag, [(tr("All tags"), ""), *((_counted(t.label, t.count), t.value) for t in counts.tags)])
        papers = [(_counted(one_line(each.label), each.count), each.value) for each in counts.sources]
        self._offer(self.source, [(tr("All papers"), ""), *papers])
        for colour in range(COLOURS):
            self.colour.setItemIcon(colour + 1, colour_icon(setting.note_bar(colour)))
        for at, tag in enumerate(counts.tags, 1):
            self.tag.setItemIcon(at, colour_icon(theme.tag_colour(tag.colour)))

    @staticmethod
    def _offer(box: QComboBox, entries: list[tuple[str, object]]) -> None:
        chosen = box.currentData()
        if chosen and chosen not in [data for _, data in entries]:
            entries.append((str(chosen), chosen))  # what no longer has any stays chosen, and finds none
        with QSignalBlocker(box):
            box.clear()
            for text, data in entries:
                box.addItem(QIcon(), text, data)
            box.setCurrentIndex(next((at for at, (_, data) in enumerate(entries) if data == chosen), 0))

    def _choose_person(self) -> None:
        if self._entity:
            self._take_person(None)
            return
        finder = EntityFinder(self._desk, None, self)
        finder.taken.connect(self._take_person)
        finder.open_at(self.person.mapToGlobal(QPoint(self.person.width() // 2, self.person.height())))

    def _take_person(self, row: EntityRow | None) -> None:
        self._entity = row.id if row is not None else 0
        self._name_person(row.name if row is not None else "")
        self.changed.emit()

    def _name_person(self, name: str) -> None:
        shown = one_line(name) if len(name) <= 22 else one_line(name[:21]) + "…"
        self.person.setText(f"{shown.replace('&', '&&')}  ×" if name else tr("All names"))
        told = tr("Only where {name} is named; a click shows all again", name=one_line(name))
        self.person.setAccessibleName(told if name else tr("Person or organisation"))
        self.person.setToolTip(told if name else tr("Only in articles that name somebody, and on them"))

    # --- what is chosen

    def wanted(self) -> AnnotationFilter:
        """What is chosen now."""
        first, last = self._dates()
        days = int(self.written.currentData())
        return AnnotationFilter(
            text=self.words.text().strip(),
            tag=str(self.tag.currentData() or ""),
            colour=self.colour.currentData(),
            kind=self.kind.currentData(),
            since=_since(days) if days else "",
            first=first,
            last=last,
            source=str(self.source.currentData() or ""),
            entity=self._entity,
        )

    def sort(self) -> Order:
        """The order that is chosen, and whether it is descending."""
        return ORDERS[max(0, self.order.currentIndex())]

    def _dates(self) -> tuple[int, int]:
        """The first and last day of the articles; (0, 0) where nothing, or no date, is written."""
        text, wrong = self.date.text().strip(), False
        first = last = 0
        if text:
            try:
                first, last = read_range(text, dt.datetime.now().astimezone().date())
                first, last = max(first, OPEN_FIRST + 1), min(last, OPEN_LAST)
            except ValueError:
                wrong = True
        tip = tr("This is no date. Write 2018, 2018-09, 15.9.2018 or 2018..2020.") if wrong else ""
        if tip != self.date.toolTip():
            self.date.setToolTip(tip)
            self.date.setProperty("wrong", wrong)
            self.date.setAccessibleDescription(tip)
            self.date.style().polish(self.date)
        return first, last

    def clear(self) -> None:
        """Leave nothing out; the order stays."""
        with QSignalBlocker(self):
            for line in (self.words, self.date):
                line.clear()
            for box in (self.kind, self.colour, self.tag, self.source, self.written):
                box.setCurrentIndex(0)
            self._take_person(None)
        self._typing.stop()
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and (self.words.hasFocus() or self.date.hasFocus()):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _counted(text: str, count: int) -> str:
    return f"{text} ({count})" if count else text


def _since(days: int) -> str:
    """The beginning of the first of the last so many days, here, as the archive writes it."""
    now = dt.datetime.now().astimezone()
    day = now.replace(hour=0, minute=0, second=0, microsecond=0) - dt.timedelta(days=days - 1)
    return time_of(day.astimezone(dt.UTC))
