"""Two who bear one name: which articles are about the other one, and how many that are, before anything is done."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QTabBar,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui import theme
from desktop_app.gui.dates import format_date
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.page_text import one_line
from desktop_app.model.people import EntityPage, Quote

MOST = 1_000  # articles to choose from
_VALUE = Qt.ItemDataRole.UserRole
_SIZE = (680, 560)
_BY = ("articles", "source", "place", "role")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class _Known:
    page: EntityPage
    quotes: list[Quote]


class SplitDialog(QDialog):
    """By single articles, or by what their articles share: a source, a place, a role. Later articles follow."""

    def __init__(self, desk: Desk, entity: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("split_dialog")
        self.setWindowTitle(tr("Split namesakes"))
        self.resize(*_SIZE)
        self._desk = desk
        self._entity = entity
        self._all = 0
        self.explained = QLabel(self)
        self.tabs = QTabBar(self)
        self.lists = {name: self._list(name) for name in _BY}
        self._stack = QStackedWidget(self)
        self.sentence = QLabel(self)
        self.name = QLineEdit(self)
        self.preview = QLabel(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.split = self.buttons.addButton(tr("Split"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._name_parts()
        self._lay_out()
        archive = desk.archive
        desk.jobs.read(
            self,
            lambda: _Known(archive.entity(entity), archive.entity_quotes(entity, limit=MOST)),
            self._show,
            failed=desk.failed,
        )

    # --- building

    def _list(self, name: str) -> QTreeWidget:
        found = QTreeWidget(self)
        found.setObjectName(f"split_{name}")
        found.setRootIsDecorated(False)
        found.setUniformRowHeights(True)
        titles = {
            "articles": [tr("Article"), tr("Source"), tr("Date")],
            "source": [tr("Source"), tr("Articles")],
            "place": [tr("Place"), tr("Articles")],
            "role": [tr("Role"), tr("Sentences")],
        }[name]
        found.setHeaderLabels(titles)
        found.setAccessibleName(titles[0])
        header = found.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 170), (2, 110)) if name == "articles" else ((1, 110),):
            found.setColumnWidth(column, width)
        found.itemChanged.connect(lambda _item, _column: self._refresh())
        found.itemSelectionChanged.connect(self._refresh)
        return found

    def _name_parts(self) -> None:
        self.explained.setWordWrap(True)
        self.explained.setTextFormat(Qt.TextFormat.PlainText)
        for text in (tr("Single articles"), tr("By source"), tr("By place"), tr("By role")):
            self.tabs.addTab(text)
        self.tabs.setObjectName("split_by")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(tr("How they can be told apart"))
        self.tabs.currentChanged.connect(self._on_tab)
        self.sentence.setObjectName("split_sentence")
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        font = theme.font("reading")
        font.setPointSizeF(10.5)
        self.sentence.setFont(font)
        self.sentence.setMinimumHeight(44)
        self.name.setObjectName("split_name")
        self.name.setMaxLength(_LONGEST)
        self.preview.setObjectName("split_preview")
        self.split.setObjectName("split_now")
        self.split.setDefault(True)
        self.split.setEnabled(False)
        self.buttons.accepted.connect(self._apply)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        for name in _BY:
            self._stack.addWidget(self.lists[name])
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.addRow(tr("The other one is called"), self.name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 18)
        layout.setSpacing(8)
        layout.addWidget(self.explained)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.sentence)
        layout.addLayout(form)
        layout.addWidget(self.preview)
        layout.addSpacing(4)
        layout.addWidget(self.buttons)

    # --- filling

    def _show(self, known: _Known) -> None:
        page = known.page
        self._all = page.row.articles
        self.explained.setText(
            tr(
                "Two are called “{name}”. Which articles are about the other one? Later articles are told apart alike.",
                name=page.row.name,
            )
        )
        self.name.setText(page.row.name)
        for quote in known.quotes:
            self._add_article(quote)
        for source in page.sources:
            self._add("source", source.value, source.count)
        for place in page.places:
            self._add("place", place.value, place.count)
        said: dict[str, int] = {}
        for role in page.roles:
            said[role.role] = said.get(role.role, 0) + role.sentences
        for text, count in said.items():
            self._add("role", text, count)
        for at, name in enumerate(_BY):
            self.tabs.setTabEnabled(at, bool(self.lists[name].topLevelItemCount()))
        articles = self.lists["articles"]
        if first := articles.topLevelItem(0):
            articles.setCurrentItem(first)
        articles.setFocus()
        self._refresh()

    def _add_article(self, quote: Quote) -> None:
        item = QTreeWidgetItem([one_line(quote.title), one_line(quote.source), format_date(quote.date)])
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, Qt.CheckState.Unchecked)
        item.setData(0, _VALUE, quote)
        item.setToolTip(0, one_line(quote.text))
        self.lists["articles"].addTopLevelItem(item)

    def _add(self, name: str, value: str, count: int) -> None:
        if value:
            item = QTreeWidgetItem([one_line(value), str(count)])
            item.setData(0, _VALUE, value)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.lists[name].addTopLevelItem(item)

    # --- choosing

    def _on_tab(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self._refresh()

    @property
    def by(self) -> str:
        """How they are told apart: "articles", "source", "place" or "role"."""
        return _BY[self.tabs.currentIndex()]

    def articles(self) -> list[int]:
        """The ticked articles."""
        found = self.lists["articles"]
        items = (found.topLevelItem(row) for row in range(found.topLevelItemCount()))
        return [item.data(0, _VALUE).article for item in items if item and item.checkState(0) == Qt.CheckState.Checked]

    def _chosen(self) -> tuple[str, int]:
        """The value that is chosen in a list, and how often it is there."""
        items = self.lists[self.by].selectedItems()
        return (str(items[0].data(0, _VALUE)), int(items[0].text(1))) if items else ("", 0)

    def _refresh(self) -> None:
        in_articles = self.by == "articles"
        item = self.lists["articles"].currentItem()
        self.sentence.setVisible(in_articles)
        self.sentence.setText(QLocale().quoteString(one_line(item.data(0, _VALUE).text)) if item is not None else "")
        count = len(self.articles()) if in_articles else self._chosen()[1]
        if not count:
            text = tr("Tick the articles about the other one.") if in_articles else tr("Choose one of them.")
        elif self.by == "role":
            text = trn("%n sentence(s) say so; their articles go to the other one.", count)
        else:
            text = tr(
                "{some} of {all} articles go to the other one, {rest} stay.",
                some=count,
                all=self._all,
                rest=max(0, self._all - count),
            )
        self.preview.setText(text)
        everything = self.by != "role" and count >= self._all
        if count and everything:
            self.preview.setText(tr("These are all articles; nobody would be left."))
        self.split.setEnabled(bool(count) and not everything and not self._desk.archive.read_only)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.split.isEnabled():
            return
        super().keyPressEvent(event)

    def _apply(self) -> None:
        archive, name = self._desk.archive, self.name.text().strip()
        if self.by == "articles":
            self._desk.edit(archive.split_entity, self._entity, articles=self.articles(), name=name)
        else:
            self._desk.edit(archive.split_entity, self._entity, name=name, **{self.by: self._chosen()[0]})
        self.accept()
