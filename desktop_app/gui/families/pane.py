"""The room of versions: two articles compared word by word, and whether they are the same."""

from functools import partial

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui.dates import format_date
from desktop_app.gui.desk import Desk
from desktop_app.gui.families.difference_page import DifferencePage
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.page_text import one_line
from desktop_app.gui.places import Room
from desktop_app.gui.rooms import RoomPane
from desktop_app.model.article import ArticleRow
from desktop_app.model.changes import Changes
from desktop_app.model.families import Comparison

_EDGE = 28
Asked = tuple[list[ArticleRow], Comparison | None]


class VersionsPane(RoomPane):
    """Compares two articles; either can be exchanged for another version."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("versions_pane")
        self.setAccessibleName(tr("Versions of one article"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._pair: tuple[int, int] = (0, 0)
        self._rows: list[ArticleRow] = []
        self.comparison: Comparison | None = None
        self.title = QLabel(self)
        self.title.setObjectName("versions_title")
        self.told = QLabel(self)
        self.told.setObjectName("versions_told")
        self.told.setWordWrap(True)
        self.one = self._choice("one_version", tr("Compare"))
        self.other = self._choice("other_version", tr("with"))
        self.page = DifferencePage(self)
        self._build()
        self.page.counted.connect(self._on_counted)
        desk.hub.changed.connect(self._on_changed)
        theme.notifier().changed.connect(self._dress)
        self._dress()
        self.setFocusProxy(self.page)

    # --- parts

    def _choice(self, name: str, accessible: str) -> QComboBox:
        choice = QComboBox(self)
        choice.setObjectName(name)
        choice.setAccessibleName(accessible)
        choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        choice.setMinimumWidth(120)
        choice.activated.connect(self._on_chosen)
        return choice

    def _button(self, name: str, text: str, icon: str = "") -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolTip(text)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if icon:
            button.setIconSize(QSize(14, 14))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setProperty("icon_name", icon)
        return button

    def _build(self) -> None:
        self._back = self._button("leave_versions", tr("Back to the article"), "back")
        self._back.clicked.connect(self._leave)
        self._whole = self._button("only_differences", tr("Only the differences"))
        self._whole.setCheckable(True)
        self._whole.toggled.connect(lambda on: self.page.show_whole(not on))
        self._before = self._button("previous_difference", tr("Previous difference (Shift+F3)"))
        self._after = self._button("next_difference", tr("Next difference (F3)"))
        for button, arrow, step in ((self._before, "previous", -1), (self._after, "next", 1)):
            button.setProperty("icon_name", arrow)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.clicked.connect(partial(self._step, step))
        self.count = QLabel(self)
        self.count.setObjectName("difference_count")
        self._swap = self._button("swap_versions", tr("Exchange the two"), "")
        self._swap.setText("⇄")
        self._swap.clicked.connect(self._exchange)
        self.part = self._button("part_version", tr("Not the same article"), "split")
        self.part.clicked.connect(self._decide)
        tools, sides = QHBoxLayout(), QHBoxLayout()
        for widget in (self._back, None, self._before, self.count, self._after, self._whole, self.part):
            tools.addWidget(widget) if widget is not None else tools.addStretch(1)
        sides.setSpacing(8)
        sides.addWidget(self.one, 1)
        sides.addWidget(self._swap)
        sides.addWidget(self.other, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        for layout in (tools, self.title, sides, self.told):
            if isinstance(layout, QHBoxLayout):
                layout.setContentsMargins(_EDGE - 8 if layout is tools else _EDGE, 0, _EDGE - 8, 0)
                column.addLayout(layout)
            else:
                layout.setContentsMargins(_EDGE, 0, _EDGE, 0)
                column.addWidget(layout)
        column.addWidget(self.page, 1)
        column.addStretch(0)  # below the sentence, where there is nothing to compare

    def _dress(self) -> None:
        muted = theme.current().muted.name()
        self.title.setFont(theme.font("article-title"))
        self.told.setFont(theme.font("small"))
        self.count.setFont(theme.font("small"))
        self.told.setStyleSheet(f"color: {muted}")
        self.count.setStyleSheet(f"color: {muted}")
        for button in self.findChildren(QToolButton):
            if name := button.property("icon_name"):
                button.setIcon(theme.icon(name))

    # --- what is compared

    def enter(self, room: Room) -> None:
        """Compare two articles; of one, its oldest other version with it."""
        self._load(*room.articles)
        self.page.setFocus()

    def _load(self, *chosen: int) -> None:
        archive = self._desk.archive

        def find() -> Asked:
            rows = [version.row for version in archive.family(chosen[0]).versions]
            known = {row.id for row in rows}
            rows += archive.rows([number for number in chosen if number not in known])
            pair = chosen if len(chosen) == 2 else _pair([row.id for row in rows], chosen[0])
            return rows, archive.compare_articles(*pair) if pair else None

        self._desk.jobs.read(self, find, self._show, key="versions", failed=self._desk.failed)

    def _show(self, found: Asked) -> None:
        self._rows, self.comparison = found
        comparison = self.comparison
        tools = (self._swap, self._before, self._after, self.count, self._whole, self.part)
        for widget in (self.one, self.other, *tools, self.page):
            widget.setVisible(comparison is not None)
        self.title.setText(trn("%n version(s)", len(self._rows)) if comparison is not None else tr("No other version"))
        if comparison is None:
            self.told.setText(
                tr("No other version of this article has been found. Select two articles to compare any two.")
            )
            self.page.compare("", "", ())
            self._back.setFocus()
            return
        self._pair = (comparison.one.id, comparison.other.id)
        for choice, current in zip((self.one, self.other), self._pair, strict=True):
            choice.clear()
            for row in self._rows:
                choice.addItem(_named(row), row.id)
            choice.setCurrentIndex(choice.findData(current))
        share = QLocale().toString(round(100 * comparison.same))
        self.told.setText(
            tr("{share} % of the shorter text stand in both.", share=share)
            + " "
            + tr("Struck out: only in the first. Underlined: only in the second.")
        )
        kin = comparison.one_family
        text = tr("Not the same article") if kin else tr("Versions of one article")
        self.part.setText(text)
        self.part.setAccessibleName(text)
        self.part.setToolTip(tr("The second is no version of the others, for good") if kin else text)
        self.part.setProperty("icon_name", "split" if kin else "merge")
        self.part.setVisible(not self._desk.archive.read_only)
        self._dress()
        self.page.compare(comparison.one.text, comparison.other.text, comparison.pieces)

    def _on_counted(self, at: int, count: int) -> None:
        if count:
            self.count.setText(tr("{at} of {count}", at=QLocale().toString(at), count=QLocale().toString(count)))
        else:
            self.count.setText(tr("no difference"))
        self.count.setMinimumWidth(self.count.sizeHint().width())  # the row is laid out later than it is drawn
        for button in (self._before, self._after):
            button.setEnabled(count > 0)

    def _on_chosen(self, _index: int) -> None:
        self._go_to(int(self.one.currentData()), int(self.other.currentData()))

    def _exchange(self) -> None:
        self._go_to(self._pair[1], self._pair[0])

    def _go_to(self, one: int, other: int) -> None:
        """Compare other two; the way back leads to where the comparison began."""
        self._load(one, other)

    def _step(self, step: int, _checked: bool = False) -> None:
        self.page.go(step)

    def _leave(self) -> None:
        self._desk.back()

    def _decide(self) -> None:
        archive = self._desk.archive
        if self.comparison is not None and self.comparison.one_family:
            self._desk.edit(archive.split_family, [self._pair[1]])
        else:
            self._desk.edit(archive.join_family, list(self._pair))

    def _on_changed(self, changes: Changes) -> None:
        touched = changes.articles | changes.rows.get("articles", set())
        if self._desk.room.name == "versions" and self.comparison is not None and touched.intersection(self._pair):
            self._load(*self._pair)


def _pair(versions: list[int], article: int) -> tuple[int, int] | None:
    """An article beside the oldest other version; None where there is none."""
    others = [number for number in versions if number != article]
    if not others:
        return None
    older = versions.index(others[0]) < versions.index(article)
    return (others[0], article) if older else (article, others[0])


def _named(row: ArticleRow) -> str:
    date = format_date(row.date, row.language) or tr("undated")
    return " · ".join(part for part in (date, row.source, one_line(row.heading)) if part)
