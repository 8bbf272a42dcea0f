"""The head of the page: who this is, under which names, how often, and what can be done."""

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.mentions import kind_name
from desktop_app.gui.page_text import one_line
from desktop_app.gui.people.form_chip import FormChip
from desktop_app.gui.people.quote_view import ink_of
from desktop_app.gui.widgets.flow_layout import FlowLayout
from desktop_app.gui.widgets.tag_chip import TagChip
from desktop_app.model.article import TagLabel
from desktop_app.model.people import EntityPage

FORMS = 8  # that are seen at once
EDGE = 30


class PageHead(QWidget):
    """Says what is asked for; the page does it."""

    form_switched = Signal(str, bool)
    tag_wanted = Signal()
    step = Signal(int)  # back (-1) or forward (1)
    compare_wanted = Signal()
    merge_wanted = Signal()
    export_wanted = Signal()
    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_head")
        self._page: EntityPage | None = None
        self._all_forms = False
        self._kind = QLabel(self)
        self._kind.setFont(theme.font("label"))
        self._name = QLabel(self)
        self._name.setObjectName("entity_name")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setWordWrap(True)
        self._name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._counts = QLabel(self)
        self._counts.setProperty("muted", True)
        self._counts.setFont(theme.font("ui"))
        self._chips = QWidget(self)
        self._flow = FlowLayout(self._chips, spacing=8)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._chips.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, 14, EDGE, 14)
        column.setSpacing(0)
        column.addLayout(self._top())
        column.addWidget(self._name)
        column.addSpacing(6)
        foot = QHBoxLayout()
        foot.setSpacing(20)
        foot.addWidget(self._chips, 1)
        foot.addWidget(self._counts, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(foot)
        theme.notifier().changed.connect(self.dress)
        self.dress()

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._kind, 1)
        self._arrows = [
            self._tool("page_back", tr("Back (Alt+Left)")),
            self._tool("page_on", tr("Forward (Alt+Right)")),
        ]
        for step, button in zip((-1, 1), self._arrows, strict=True):
            button.clicked.connect(lambda _=False, step=step: self.step.emit(step))
            row.addWidget(button)
        self.compare = self._button("compare", tr("Compare …"), tr("Put somebody beside, or find a path"))
        self.compare.clicked.connect(self.compare_wanted)
        self.merge = self._button("merge", tr("Merge …"), tr("Say that somebody else is the same"))
        self.merge.clicked.connect(self.merge_wanted)
        self.export = self._button("export_articles", tr("Export"), tr("Export the articles listed below"))
        self.export.clicked.connect(self.export_wanted)
        self.more = self._tool("more_verbs", tr("More"))
        self.more.clicked.connect(self.more_wanted)
        for verb in (self.compare, self.merge, self.export, self.more):
            row.addWidget(verb)
        return row

    def _button(self, name: str, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setToolTip(tip)
        button.setAccessibleDescription(tip)
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _tool(self, name: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAccessibleName(tip)
        button.setToolTip(tip)
        button.setProperty("framed", True)
        button.setIconSize(QSize(16, 16))
        button.setFixedSize(32, 31)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def dress(self) -> None:
        """Take colours and fonts from the theme."""
        font = theme.font("article-title")
        font.setPixelSize(28)
        font.setWeight(QFont.Weight.Bold)
        self._name.setFont(font)
        for button, icon in zip((*self._arrows, self.more), ("back", "forward", "more"), strict=True):
            button.setIcon(theme.icon(icon))
        if self._page is not None:
            colour = getattr(theme.current(), ink_of(self._page.row.kind))
            self._kind.setStyleSheet(f"color: {colour.name()}")

    # --- what is shown

    def show_page(self, page: EntityPage, *, writable: bool, listed: int) -> None:
        """Show somebody; `listed`: how many articles would be exported."""
        if self._page is None or self._page.row.id != page.row.id:
            self._all_forms = False
        self._page = page
        row = page.row
        self._kind.setText(kind_name(row.kind))
        self._name.setText(one_line(row.name))
        parts = [trn("%n article(s)", row.articles), trn("%n mention(s)", row.mentions)]
        if page.checked_mentions:
            parts.append(tr("{count} checked by hand", count=QLocale().toString(page.checked_mentions)))
        self._counts.setText(" · ".join(parts))
        self.merge.setEnabled(writable)
        self.export.setText(trn("Export %n", listed) if listed else tr("Export"))
        self.export.setEnabled(listed > 0)
        self._fill(page, writable=writable)
        self.dress()

    def _fill(self, page: EntityPage, *, writable: bool) -> None:
        focused = self.focusWidget()
        form = focused.form.form if isinstance(focused, FormChip) else None
        while self._flow.count():
            item = self._flow.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        shown = page.forms if self._all_forms else page.forms[:FORMS]
        for each in shown:
            chip = FormChip(each, self._chips)
            chip.setEnabled(writable)
            chip.clicked.connect(lambda on, form=each.form: self.form_switched.emit(form, on))
            self._add(chip)
            if each.form == form:
                chip.setFocus()
        if len(page.forms) > len(shown):
            more = TagChip(None, trn("%n more", len(page.forms) - len(shown)), self._chips)
            more.setObjectName("more_forms")
            more.setAccessibleName(tr("Show all forms of the name"))
            more.clicked.connect(self._show_all)
            self._add(more)
        for name, colour in page.row.tags:
            tag = TagChip(TagLabel(0, name, colour), parent=self._chips)
            tag.setEnabled(writable)
            tag.setAccessibleName(tr("Tag {name}", name=name))
            tag.clicked.connect(self.tag_wanted)
            self._add(tag)
        if writable:
            add = TagChip(None, tr("+ T"), self._chips)
            add.setObjectName("tag_entity")
            add.setAccessibleName(tr("Change tags"))
            add.setToolTip(tr("Change tags (T)"))
            add.clicked.connect(self.tag_wanted)
            self._add(add)
        self._chips.updateGeometry()

    def _add(self, chip: QWidget) -> None:
        self._flow.addWidget(chip)
        chip.show()

    def _show_all(self) -> None:
        self._all_forms = True
        if self._page is not None:
            self._fill(self._page, writable=self.merge.isEnabled())

    def chips(self) -> list[FormChip]:
        """The forms of the name that are seen."""
        return [chip for chip in self._chips.findChildren(FormChip) if not chip.isHidden()]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.current().line)
