"""Two side by side, and what they have in common."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui.dates import format_date
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.mentions import kind_name
from desktop_app.gui.page_text import one_line
from desktop_app.gui.people.lines import CompanionLine
from desktop_app.gui.people.page_head import EDGE
from desktop_app.gui.people.quote_view import QuoteView, ink_of
from desktop_app.gui.people.role_list import RoleView
from desktop_app.gui.people.section import INSET, Section, link, quiet
from desktop_app.gui.people.timeline import Timeline
from desktop_app.model.people import Comparison, EntityPage, Quote

ROLES, FORMS, COMPANIONS = 4, 6, 12


class ComparisonView(QScrollArea):
    """Shows a comparison, and offers the way between the two."""

    opened = Signal(object)  # Quote
    page_wanted = Signal(int)
    path_wanted = Signal()
    merge_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparison")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.comparison: Comparison | None = None

    def show_comparison(self, found: Comparison, quotes: Sequence[Quote], *, writable: bool) -> None:
        """Show two and the sentences that name both."""
        self.comparison = found
        inner = QWidget()
        inner.setObjectName("comparison_inner")
        column = QVBoxLayout(inner)
        column.setContentsMargins(EDGE - INSET, 16, EDGE - INSET, 30)
        column.setSpacing(10)
        column.addLayout(self._tools(found, inner, writable=writable))
        column.addLayout(self._sides(found, inner))
        column.addWidget(self._common(found, quotes, inner))
        column.addStretch(1)
        names = one_line(found.a.row.name), one_line(found.b.row.name)
        self.setAccessibleName(tr("{a} beside {b}", a=names[0], b=names[1]))
        self.setWidget(inner)
        self._back.setFocus()

    def _tools(self, found: Comparison, inner: QWidget, *, writable: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        self._back = link(tr("Back to the page of {name}", name=one_line(found.a.row.name)), "leave_comparison", inner)
        self._back.clicked.connect(self.closed)
        row.addWidget(self._back)
        row.addStretch(1)
        path = link(tr("Path between the two"), "path_between", inner)
        path.clicked.connect(self.path_wanted)
        row.addWidget(path)
        if writable and found.a.row.kind == found.b.row.kind:
            merge = link(tr("They are the same …"), "merge_compared", inner)
            merge.clicked.connect(self.merge_wanted)
            row.addWidget(merge)
        return row

    def _sides(self, found: Comparison, inner: QWidget) -> QGridLayout:
        """What stands side by side begins at the same height."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(0)
        most = max((period.rate for page in (found.a, found.b) for period in page.periods), default=0.0)
        for side, page in enumerate((found.a, found.b)):
            parts = (self._head(page, inner), self._roles(page, inner), self._times(page, inner, most))
            for number, part in enumerate(parts):
                grid.addWidget(part, number, side, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(side, 1)
            grid.setColumnMinimumWidth(side, 200)
        return grid

    def _head(self, page: EntityPage, parent: QWidget) -> QWidget:
        head = QWidget(parent)
        column = QVBoxLayout(head)
        column.setContentsMargins(INSET, 6, INSET, 18)
        column.setSpacing(3)
        kind = QLabel(kind_name(page.row.kind), head)
        kind.setFont(theme.font("label"))
        kind.setStyleSheet(f"color: {getattr(theme.current(), ink_of(page.row.kind)).name()}")
        name = QLabel(one_line(page.row.name), head)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        font = theme.font("article-title")
        font.setPixelSize(22)
        font.setWeight(QFont.Weight.Bold)
        name.setFont(font)
        column.addWidget(kind)
        column.addWidget(name)
        counts = [trn("%n article(s)", page.row.articles), trn("%n mention(s)", page.row.mentions)]
        forms = ", ".join(one_line(form.form) for form in page.forms[:FORMS] if form.active)
        for told in (" · ".join(counts), _lifetime(page), forms):
            if told:
                label = quiet(told, head)
                label.setContentsMargins(0, 0, 0, 0)
                column.addWidget(label)
        open_page = link(tr("Open the page"), "open_compared", head, flush=True)
        open_page.setAccessibleName(tr("Open the page of {name}", name=one_line(page.row.name)))
        open_page.clicked.connect(lambda: self.page_wanted.emit(page.row.id))
        column.addWidget(open_page, 0, Qt.AlignmentFlag.AlignLeft)
        return head

    def _roles(self, page: EntityPage, parent: QWidget) -> QWidget:
        part = Section("compared_roles", tr("Offices and roles"), parent)
        for statement in page.roles[:ROLES]:
            view = RoleView(statement, page.row.kind, part)
            view.opened.connect(self.opened)
            view.page_wanted.connect(self.page_wanted)
            part.add(view)
        if not page.roles:
            part.say(tr("None is said."))
        return part

    def _times(self, page: EntityPage, parent: QWidget, most: float) -> QWidget:
        part = Section("compared_times", tr("Mentions per 1,000 articles"), parent)
        if page.periods:
            chart = Timeline(part)
            chart.show_periods(page.periods, page.row.kind, most=most)
            chart.setAccessibleName(tr("Mentions of {name} per 1,000 articles", name=one_line(page.row.name)))
            part.add(chart)
        else:
            part.say(tr("None of the articles has a date."))
        return part

    def _common(self, found: Comparison, quotes: Sequence[Quote], parent: QWidget) -> QWidget:
        count = QLocale().toString(found.articles)
        part = Section("in_common", tr("In common · {count}", count=count), parent)
        part.add(quiet(_in_common(found), part))
        if found.companions:
            cells = QWidget(part)
            grid = QGridLayout(cells)
            grid.setContentsMargins(0, 4, 0, 8)
            grid.setHorizontalSpacing(16)
            grid.setVerticalSpacing(0)
            for number, companion in enumerate(found.companions[:COMPANIONS]):
                line = CompanionLine(companion, cells)
                line.chosen.connect(lambda one: self.page_wanted.emit(one.id))
                line.page_wanted.connect(self.page_wanted)
                grid.addWidget(line, number // 3, number % 3)
            for third in range(3):
                grid.setColumnStretch(third, 1)
            part.add(cells)
        ink = ink_of(found.a.row.kind) if found.a.row.kind == found.b.row.kind else "accent"
        for quote in quotes:
            view = QuoteView(quote, ink, part)
            view.opened.connect(self.opened)
            part.add(view)
        return part


def _lifetime(page: EntityPage) -> str:
    first, last = format_date(page.row.first), format_date(page.row.last)
    return first if first == last else tr("first {first}, last {last}", first=first, last=last)


def _in_common(found: Comparison) -> str:
    if not found.articles and not found.companions:
        return tr("No article names both, and they have no companion in common.")
    articles = trn("%n article(s) name both", found.articles) if found.articles else tr("No article names both")
    others = trn("%n other(s) appear with either", len(found.companions))
    return f"{articles}; {others}." if found.companions else f"{articles}."
