"""What the articles say somebody is: each role with its time, how often it is said, and sentences that say it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui.dates import format_date
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.page_text import one_line
from desktop_app.gui.people.name_button import NameButton
from desktop_app.gui.people.quote_view import QuoteView, ink_of
from desktop_app.gui.people.section import INSET, Section, link, quiet
from desktop_app.gui.widgets.elided_label import ElidedLabel
from desktop_app.gui.widgets.flow_layout import FlowLayout
from desktop_app.model.people import EntityPage, Kind, Quote, RoleStatement

SHOWN = 3  # roles that are seen at once
LONGEST = 170  # code points of a sentence


def span_of(first: str, last: str) -> str:
    """A span of time in words: "2017 – 2021", or one date where both are the same; "" where it is not known."""
    if not first and not last:
        return ""
    years = first[:4], last[:4]
    if first and last and years[0] != years[1]:
        return f"{years[0]} – {years[1]}"
    return format_date(first) if first == last else years[0] or years[1]


class RoleView(QWidget):
    """One role: a heading, the oldest sentence, and the others on demand."""

    opened = Signal(object)  # Quote
    page_wanted = Signal(int)

    def __init__(self, statement: RoleStatement, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.statement = statement
        self._kind: Kind = kind
        self.setObjectName("role")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 6)
        self._column.setSpacing(1)
        self._column.addWidget(self._head())
        for quote in statement.quotes[:1]:
            self._add(quote)

    def _head(self) -> QWidget:
        said, head = self.statement, QWidget(self)
        flow = FlowLayout(head, spacing=6)
        head.setContentsMargins(INSET, 0, INSET, 0)
        flow.addWidget(self._name(head))
        span = span_of(said.first, said.last)
        told = trn("%n sentence(s)", said.sentences)
        told = tr("said {when} · {count}", when=span, count=told) if span else told
        when = quiet(told, head, wrap=False)
        when.setContentsMargins(0, 2, 0, 0)
        when.setFont(theme.font("meta"))
        flow.addWidget(when)
        others = len(said.quotes) - 1
        if others > 0:
            more = theme.font("meta")
            self._more = NameButton("more_quotes", trn("%n more", others), more, head, accent=True)
            self._more.setAccessibleName(tr("More sentences about {role}", role=said.role))
            self._more.clicked.connect(self._show_more)
            flow.addWidget(self._more)
        return head

    def _name(self, parent: QWidget) -> QWidget:
        said = self.statement
        text = ", ".join(one_line(part) for part in (said.role, said.organisation) if part)
        strong = theme.font("ui")
        strong.setWeight(strong.Weight.DemiBold)
        if not said.organisation_id:
            label = ElidedLabel(text, parent)
            label.setFont(strong)
            label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            return label
        tip = tr("Open the page of {name}", name=one_line(said.organisation))
        button = NameButton("role_organisation", text, strong, parent, tip=tip)
        button.clicked.connect(lambda: self.page_wanted.emit(said.organisation_id))
        return button

    def _add(self, quote: Quote) -> None:
        view = QuoteView(quote, ink_of(self._kind), self, longest=LONGEST)
        view.opened.connect(self.opened)
        self._column.addWidget(view)

    def _show_more(self) -> None:
        self._more.hide()
        for quote in self.statement.quotes[1:]:
            self._add(quote)


class RoleList(Section):
    """All roles, the ones that are said most often first."""

    opened = Signal(object)  # Quote
    page_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("roles", tr("Offices and roles"), parent)
        self._page: EntityPage | None = None

    def show_page(self, page: EntityPage) -> None:
        """Show the roles of somebody; an organisation has none, but may have people who act for it."""
        self._page = page
        self.setVisible(page.row.kind == "person" or bool(page.roles))
        self._fill(SHOWN)

    def _fill(self, count: int) -> None:
        page = self._page
        if page is None:
            return
        if not page.roles:
            self.say(tr("No article says what office or role this person has."))
            return
        self.clear()
        roles = page.roles
        for statement in roles[:count]:
            view = RoleView(statement, page.row.kind, self)
            view.opened.connect(self.opened)
            view.page_wanted.connect(self.page_wanted)
            self.add(view)
        if len(roles) > count:
            more = link(trn("%n more role(s)", len(roles) - count), "more_roles", self)
            more.clicked.connect(lambda: self._fill(len(roles)))
            self.add(more)
