"""`make shots`: draws every picture of the README and the manual, from the demo archive.

Usage: python -m tests.shots.take FOLDER
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from desktop_app.archive.demo import prepare
from desktop_app.gui import app, i18n, picture, settings, theme
from desktop_app.gui.annotations.pane import AnnotationsPane
from desktop_app.gui.dialogs.batch_search import BatchDialog
from desktop_app.gui.dialogs.merge_dialog import MergeDialog
from desktop_app.gui.dialogs.split_dialog import SplitDialog
from desktop_app.gui.families.pane import VersionsPane
from desktop_app.gui.history_commands import show_history
from desktop_app.gui.layout import SIZE
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.panes.entity_table import EntityTable
from desktop_app.gui.panes.welcome import WELCOME_SIZE, Welcome
from desktop_app.gui.people.page import EntityPane
from desktop_app.gui.places import ARTICLES
from desktop_app.gui.tags.dialog import TagsDialog
from desktop_app.gui.tags.rule_dialog import RuleDialog

_NAMES = "\n".join(
    (
        *("Renate Hollkamp", "Terhorst, Uwe", "Kenji Moriyama", "Yuki Tanabe", "Kansai Robotics", "関西ロボティクス"),
        *("Hafen AND Osaka", "Donaudampfschifffahrtsgesellschaft", "Digitalwerk", "Zollbrücke"),
    )
)
_MAYOR = "Renate Hollkamp"
_OTHERS = ("Uwe Terhorst", "Theo van Bebber")
_DOSSIER = "Zollbrücke"
_HERO = '"Siebzig Gäste aus Osaka"'


class Photographer:
    """Opens windows on a demo archive of its own and saves their pictures."""

    def __init__(self, work: Path, target: Path) -> None:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(work / "settings"))
        self.application = app.make_application()
        self.archive = prepare(work / "Presse Japan–Rhein")
        self.shell = app.Shell()
        self.target = target

    def window(self, look: theme.ThemeName, language: str) -> MainWindow:
        """A fresh window in a theme and a language."""
        i18n.install(language)
        theme.apply(look)
        if self.shell.window is not None:
            self.shell.window.close()
            self.shell.window = None
        self.shell.open(self.archive)
        window = self.shell.window
        assert window is not None
        window.resize(SIZE)
        picture.settle(window)
        return window

    def take(self, widget: QWidget, name: str) -> None:
        """Save one picture."""
        print(picture.save(widget, self.target / f"{name}.png"))

    def open(self, window: MainWindow, query: str, view_query: str = "") -> None:
        """Show the first article that `query` finds, in the list of `view_query`."""
        found = list(window.desk.archive.find(query).ids)
        window.desk.open_query(view_query)
        picture.wait_for(lambda: window.desk.listing is not None and window.desk.listing.query == view_query)
        listing = window.desk.listing
        assert listing is not None
        if found and found[0] in listing.ids:
            window.desk.goto_row.emit(listing.ids.index(found[0]))
        wanted = found[0] if found else listing.ids[0]
        picture.wait_for(lambda: window.desk.article is not None and window.desk.article.id == wanted)


def main() -> None:
    """Draw them all."""
    target = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as work:
        camera = Photographer(Path(work), target)
        shots: tuple[tuple[str, theme.ThemeName, str], ...] = (
            ("window-light", "light", "de"),
            ("window-dark", "dark", "de"),
            ("window-paper", "paper", "de"),
            ("window-contrast", "contrast", "de"),
            ("window-english", "light", "en"),
        )
        for name, look, language in shots:
            window = camera.window(look, language)
            camera.open(window, _HERO, "start-up")
            camera.take(window, name)
            if look == "dark":
                page_of(window, _MAYOR)
                camera.take(window, "person-dark")
        window = camera.window("light", "de")
        camera.open(window, "is:noted date:2019")
        camera.take(window.reader, "reading")
        marking(camera, window)
        camera.open(window, "lang:ja", "lang:ja")
        camera.take(window, "japanese")
        searching(camera, window)
        annotations(camera, window)
        people(camera, window)
        pages(camera, window)
        tags(camera, window)
        dossiers(camera, window)
        versions(camera, window)
        looking_back(camera, window)
        dialogs(camera, window)
        window.close()
        settings.put("recent", "")  # a first run has none
        welcome = Welcome()
        welcome.resize(WELCOME_SIZE)
        camera.take(welcome, "welcome")


def searching(camera: Photographer, window: MainWindow) -> None:
    """Query doctor, concordance and a list of names; leaves some searches for the protocol."""
    desk, pane = window.desk, window.list_pane
    camera.open(window, _HERO, "Hafen OR Start-up")
    pane.show_concordance(True)
    picture.wait_for(lambda: pane.concordance.lines.rowCount() > 0)
    pane.concordance.set_order("right")
    picture.wait_for(lambda: pane.concordance.lines.rowCount() > 0)
    pane.concordance.table.choose(7)
    picture.wait_for(lambda: desk.article is not None)
    camera.take(window, "concordance")
    pane.show_concordance(False)
    desk.open_query("Zolbrücke Hollkamp date:2018")
    pane.show_doctor(True)
    picture.wait_for(lambda: pane.doctor.diagnosis is not None and desk.listing is not None)
    camera.take(window, "doctor")
    pane.show_doctor(False)
    for words in ('Terhorst tag:"Wirtschaft"', "Kansai Robotics", "lang:ja"):
        desk.archive.log_search(desk.archive.find(words))
    window.commands.batch_search()
    (dialog,) = window.findChildren(BatchDialog)
    dialog.names.setPlainText(_NAMES)
    dialog.start()
    picture.wait_for(lambda: dialog.model.rowCount() > 0)
    camera.take(dialog, "dialog-batch")
    dialog.close()
    desk.archive.add_synonyms(["Start-up", "Gründerfirma", "Jungunternehmen", "スタートアップ"])
    desk.archive.add_synonyms(["IHK", "Industrie- und Handelskammer"])
    desk.archive.add_synonyms(["Zollbrücke", "Rheinbrücke"])
    desk.open_query("")
    picture.wait_for(lambda: desk.listing is not None and not desk.listing.query)


def marking(camera: Photographer, window: MainWindow) -> None:
    """Words selected, a note being written on them, and what a highlight offers."""
    article, page, hand = window.desk.article, window.reader.page_view, window.reader.marking
    assert article is not None
    cursor = page.textCursor()
    cursor.setPosition(page.position_of(article.text.index(" ", article.text.find("\n\n", 200)) + 1))
    cursor.movePosition(cursor.MoveOperation.NextWord, cursor.MoveMode.KeepAnchor, 4)
    page.setFocus()
    page.setTextCursor(cursor)
    picture.wait_for(lambda: not hand.bar.isHidden())
    camera.take(window.reader, "selection")
    hand.write()
    assert hand.writer.now is not None
    hand.writer.now.editor.words.setPlainText("Mit dem **Protokoll** vergleichen:\n- Zahl der Gäste\n- Datum")
    picture.settle(window)
    camera.take(window.reader, "note-writing")
    hand.writer.finish()
    picture.wait_for(lambda: window.desk.article is not None and window.desk.article != article)
    hand.open_popup(hand.highlights.lanes.at(hand.highlights.lanes.all[0].start))
    camera.take(window.reader, "highlight")
    hand.popup.leave()
    window.desk.archive.undo()


def annotations(camera: Photographer, window: MainWindow) -> None:
    """All annotations, two of them chosen."""
    window.commands.annotations()
    pane = window.rooms.pane()
    assert isinstance(pane, AnnotationsPane)
    picture.wait_for(lambda: pane.model.rowCount() > 0 and pane.model.row_at(0) is not None)
    pane.choose(pane.model.ids[1:3])
    camera.take(window, "annotations")
    window.desk.enter(ARTICLES)


def people(camera: Photographer, window: MainWindow) -> None:
    """The table of people, somebody's page, the review, and the dialogs that put people right."""
    window.commands.people()
    table = window.rooms.pane()
    assert isinstance(table, EntityTable)
    picture.wait_for(lambda: table.model.rowCount() > 0)
    table.choose(table.model.ids[3:5])
    picture.wait_for(lambda: len(table.targets()) == 2)
    camera.take(window, "people")
    window.commands.merge_people()
    (merge,) = window.findChildren(MergeDialog)
    picture.wait_for(lambda: merge.preview is not None)
    camera.take(merge, "dialog-merge")
    merge.close()
    table.choose(table.model.ids[:1])
    window.commands.split_person()
    (split,) = window.findChildren(SplitDialog)
    picture.wait_for(lambda: split.lists["articles"].topLevelItemCount() > 0)
    camera.take(split, "dialog-split")
    split.close()
    window.commands.review()
    review = window.rooms.pane()
    picture.wait_for(lambda: review is not None and review.asks())
    camera.take(window, "review")
    window.desk.enter(ARTICLES)


def page_of(window: MainWindow, name: str) -> EntityPane:
    """Open somebody's page."""
    number = window.desk.archive.entity_named(name, "person")[0]
    window.desk.open_entity(number)
    page = window.rooms.pane()
    assert isinstance(page, EntityPane)
    picture.wait_for(lambda: page.loaded is not None and page.loaded.page.row.id == number)
    return page


def pages(camera: Photographer, window: MainWindow) -> None:
    """Somebody's page, the network with the sentences of one of its lines, two side by side and the way between two."""
    page = page_of(window, _MAYOR)
    camera.take(window, "person")
    beside, further = (window.desk.archive.entity_named(name, "person")[0] for name in _OTHERS)
    network, me = page.columns.together.network, page.targets()[0]
    network.choose(next(edge for edge in page.loaded.network.edges if {edge.a, edge.b} == {me, beside}))  # type: ignore[union-attr]
    page.columns.left.ensureWidgetVisible(page.columns.together)
    picture.wait_for(lambda: bool(page.columns.quotes.quotes()))
    camera.take(window, "network")
    page.compare_with(beside)
    picture.wait_for(lambda: page.stack.currentWidget() is page.comparison)
    camera.take(window, "comparison")
    page.path_to(further)
    picture.wait_for(lambda: page.stack.currentWidget() is page.path)
    camera.take(window, "path")
    window.desk.enter(ARTICLES)


def tags(camera: Photographer, window: MainWindow) -> None:
    """All tags, what a new name would change, and a rule."""
    desk = window.desk
    desk.archive.add_tag_rule("Japan", "lang:ja")
    desk.archive.save_search("Japan im Bote", "tag:Japan source:Bote")
    window.commands.all_tags()
    (dialog,) = window.findChildren(TagsDialog)
    picture.wait_for(lambda: any(True for _ in dialog.tree.items()))
    dialog.tree.choose("Japan")
    picture.wait_for(lambda: dialog.details.list.count() > 0)
    camera.take(dialog, "dialog-all-tags")
    change = dialog.ask("rename", "Fernost/Japan")
    assert change is not None
    picture.wait_for(lambda: change.preview is not None)
    camera.take(change, "dialog-tag-change")
    change.close()
    dialog.close()
    rule = RuleDialog(desk, "Wirtschaft", "Hafen source:Bote", parent=window)
    rule.show()
    picture.wait_for(lambda: rule.preview is not None)
    camera.take(rule, "dialog-rule")
    rule.close()


def dossiers(camera: Photographer, window: MainWindow) -> None:
    """A dossier with its introduction and comments, and a screening amid its way."""
    desk = window.desk
    desk.collected.open(desk.archive.dossier_named(_DOSSIER))
    picture.wait_for(lambda: desk.listing is not None and desk.listing.sort == "hand")
    desk.goto_row.emit(0)
    picture.wait_for(lambda: desk.article is not None and desk.article.id in desk.collected.comments)
    camera.take(window, "dossier")
    window.reader_strips.screening.deeds.resume(desk.archive.screenings()[0].id)
    picture.wait_for(lambda: desk.collected.decision == "")
    camera.take(window, "screening")


def versions(camera: Photographer, window: MainWindow) -> None:
    """Two prints of one wire report, compared."""
    desk = window.desk
    camera.open(window, "is:copy source:Stadtanzeiger")
    article = desk.article
    assert article is not None
    window.commands.compare_versions()
    picture.wait_for(lambda: window.rooms.pane() is not None)
    pane = window.rooms.pane()
    assert isinstance(pane, VersionsPane)
    picture.wait_for(lambda: pane.comparison is not None)
    camera.take(window, "versions")
    desk.enter(ARTICLES)


def looking_back(camera: Photographer, window: MainWindow) -> None:
    """The list as a table, by paper and date, and the history of what was done."""
    camera.open(window, "")
    window.commands.table()
    window.desk.set_sort("source,-date")
    picture.wait_for(lambda: window.desk.listing is not None and window.desk.listing.sort == "source,-date")
    camera.take(window, "table")
    window.commands.table()
    window.desk.set_sort(None)
    window.desk.archive.star(window.desk.listing.ids[:2] if window.desk.listing is not None else [])
    panel = show_history(window, True)
    picture.wait_for(lambda: bool(panel.details.toPlainText()))
    camera.take(window, "history")
    show_history(window, False)


def dialogs(camera: Photographer, window: MainWindow) -> None:
    """The dialogs, each drawn alone."""
    commands = window.commands
    openers: tuple[tuple[str, Callable[[], None]], ...] = (
        ("tags", commands.edit_tags),
        ("note", commands.note_window),
        ("export", commands.export),
        ("preferences", commands.preferences),
        ("shortcuts", commands.shortcuts),
        ("commands", commands.palette),
        ("protocol", commands.search_protocol),
        ("synonyms", commands.synonyms),
    )
    for name, opener in openers:
        before = set(camera.application.topLevelWidgets())
        opener()
        picture.wait_for(lambda: True)
        for widget in set(camera.application.topLevelWidgets()) - before:
            if widget.isVisible():
                camera.take(widget, f"dialog-{name}")
                widget.close()


if __name__ == "__main__":
    main()
