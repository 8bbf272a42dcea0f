"""The inspector's last column: the article's tags, where it came from, its versions, and what links to it."""

from functools import partial
from itertools import pairwise
from pathlib import PurePath

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.gui import theme
from desktop_app.gui.annotating.backlinks import Backlinks
from desktop_app.gui.clauses import clause
from desktop_app.gui.dates import when
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.page_text import one_line
from desktop_app.gui.panes.inspector_column import Column
from desktop_app.gui.tags.suggested import SuggestedChip
from desktop_app.gui.widgets.elided_label import ElidedLabel
from desktop_app.gui.widgets.flow_layout import FlowLayout
from desktop_app.gui.widgets.tag_chip import TagChip
from desktop_app.gui.widgets.version_link import VersionLink
from desktop_app.model.article import Article, Provenance
from desktop_app.model.tags import TagSuggestion

SUGGESTIONS = 2
_FACTS = 3  # lines at most
_FORMATS = {"plain": "TXT", "markdown": "Markdown", "html": "HTML", "mail": "E-Mail", "csv": "CSV", "json": "JSON"}


class MarksColumn(Column):
    """Its lines are made once: new ones for each article would hold up the page beside them."""

    tag_wanted = Signal()
    versions_wanted = Signal()
    link_opened = Signal(str)  # what links here, such as "note:7"

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__("marks_column", tr("Tags and provenance"), parent)
        self._desk = desk
        self._article = 0
        self._shown: list[TagChip | SuggestedChip] = []
        self._build()

    def _build(self) -> None:
        self._chips = QWidget(self)
        self._flow = FlowLayout(self._chips)
        self._button = TagChip(None, tr("+ T"), self._chips)
        self._button.setObjectName("tag_button")
        self._button.setAccessibleName(tr("Change tags"))
        self._button.setToolTip(tr("Change tags (T)"))
        self._button.clicked.connect(lambda _checked=False: self.tag_wanted.emit())
        self._flow.addWidget(self._button)
        self.add(self._chips)
        self._facts = [ElidedLabel("", self) for _ in range(_FACTS)]
        for label in self._facts:
            label.setFont(theme.font("meta"))
            label.setStyleSheet(f"color: {theme.current().muted.name()}")
            self.add(label)
        self._versions = VersionLink(self._desk, self)
        self._versions.clicked.connect(lambda _checked=False: self.versions_wanted.emit())
        self.add(self._versions)
        self._links = Backlinks(self._desk, self)
        self._links.opened.connect(self.link_opened)
        self.add(self._links)
        self._all = self.lines()
        self._rest()

    def _rest(self) -> None:
        for line in self.lines():
            self.rest(line)

    def _wake(self) -> None:
        if not self.lines():
            for line in (self._chips, *self._facts):
                self.wake(line)
            self._lines.extend((self._versions, self._links))  # shown once they have something to say

    def rebuild(self) -> None:
        """Make the lines anew, after a change of fonts or colours; `show_article` fills them."""
        self._shown = []
        self._rest()
        for line in self._all:
            line.deleteLater()
        self._build()

    def show_article(self, article: Article | None) -> None:
        """Show the tags and the provenance of an article; called again after each change of it."""
        self._article = article.id if article is not None else 0
        for chip in self._shown:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._shown = []
        if article is None:
            self._rest()
            return
        self._wake()
        facts = _facts(article)
        for label, (text, tip) in zip(self._facts, facts, strict=False):
            label.setText(text)
            if tip:
                label.setToolTip(tip)
        for number, label in enumerate(self._facts):
            label.setVisible(number < len(facts))
        self._show_tags(article)
        self._ask_suggestions(article)
        self._versions.ask(article.id)
        self._links.ask("article", article.id)

    def _show_tags(self, article: Article) -> None:
        if not article.tags:
            return
        self._flow.removeWidget(self._button)
        for tag in article.tags:
            chip = TagChip(tag, parent=self._chips)
            chip.clicked.connect(lambda _checked=False, name=tag.name: self._desk.toggle_filter(clause("tag", name)))
            chip.removed.connect(partial(self._untag, article.id))
            self._flow.addWidget(chip)
            chip.show()
            self._shown.append(chip)
        self._flow.addWidget(self._button)
        # The keyboard goes from left to right, whatever was made first.
        row = [*self._shown, self._button, self._versions]
        for left, right in pairwise(row):
            self.setTabOrder(left, right)

    def _untag(self, article: int, name: str) -> None:
        if not self._desk.archive.read_only:
            self._desk.edit(self._desk.archive.untag, [article], name)

    def _ask_suggestions(self, article: Article) -> None:
        """Offer tags that articles like this one carry behind its own."""
        archive = self._desk.archive

        def show(found: list[TagSuggestion]) -> None:
            if article.id != self._article:
                return
            for number, suggestion in enumerate(found):
                key = tr("{key} puts it on", key="Ctrl+T") if not number else ""
                chip = SuggestedChip(suggestion, key, self._chips)
                chip.taken.connect(lambda name: self._desk.edit(archive.tag, [article.id], name))
                self._flow.addWidget(chip)
                chip.show()
                self._shown.append(chip)

        if not archive.read_only:
            suggest = partial(archive.suggest_tags, [article.id], SUGGESTIONS)
            self._desk.jobs.read(self._chips, suggest, show, key="suggested-tags", failed=lambda _error: None)


def _facts(article: Article) -> list[tuple[str, str]]:
    """Lines about where the article came from, and what their tool tips say."""
    lines = []
    if article.provenance:
        first = article.provenance[0]
        name = PurePath(first.path).name + (f" {first.member}" if first.member else "")
        lines.append((tr("File {name}", name=one_line(name)), first.path))
        form = _FORMATS.get(first.format, first.format)
        parts = [form, first.encoding.upper(), tr("imported {when}", when=when(first.imported))]
        lines.append((" · ".join(part for part in parts if part), ""))
    characters = QLocale().toString(len(article.text))
    parts = [tr("{count} characters", count=characters)]
    others: list[Provenance] = list(article.provenance[1:])
    if others:
        parts.append(trn("%n further place(s)", len(others)))
    lines.append((" · ".join(parts), "\n".join(place.path for place in others)))
    return lines
