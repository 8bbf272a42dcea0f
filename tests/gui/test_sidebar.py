"""The sidebar: views, saved searches and facets, by mouse and by keys, and articles dropped on a tag."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui.delegates.sidebar_delegate import lens_rect
from desktop_app.gui.desk import Desk
from desktop_app.gui.dossiers.ordered_rows import mime_of
from desktop_app.gui.models.sidebar_entries import STEP, Contents, Entry
from desktop_app.gui.models.sidebar_facets import tag_lines
from desktop_app.gui.models.sidebar_model import SidebarModel, spoken
from desktop_app.gui.panes.sidebar import Sidebar
from desktop_app.gui.places import Room
from desktop_app.gui.tags.asking import TagChangeDialog
from desktop_app.model.changes import Changes
from desktop_app.model.listing import FacetCount, Facets
from tests.conftest import article, shelve
from tests.gui.left import desk_over, fill, search, show

# What the platform without a screen says of windows is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk(empty: Archive, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with desk_over(empty, qtbot, str(tmp_path / "settings")) as desk:
        yield desk


@pytest.fixture
def sidebar(desk: Desk, qtbot: QtBot) -> Sidebar:
    """Twelve articles, three sources, tags `Hafen` (6), `Hafen/Kran` (3) and `Brücke` (1), a saved search."""
    ids = fill(desk.archive, 12)
    desk.archive.tag(ids[:6], "Hafen")
    desk.archive.tag(ids[:3], "Hafen/Kran")
    desk.archive.tag(ids[11:], "Brücke")
    desk.archive.save_search("Englisch", "lang:en")
    sidebar = Sidebar(desk)
    show(qtbot, sidebar, 236, 900)
    search(qtbot, desk)
    qtbot.waitUntil(lambda: sidebar.model.row_of("tags:Hafen") >= 0 and sidebar.model.row_of("sources:nwd") < 0)
    return sidebar


def entry(sidebar: Sidebar, key: str) -> Entry:
    found = sidebar.model.entry(sidebar.model.row_of(key))
    assert found is not None, key
    return found


def click(sidebar: Sidebar, key: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    index = sidebar.model.index(sidebar.model.row_of(key))
    sidebar.view.scrollTo(index)
    QTest.mouseClick(sidebar.view.viewport(), LEFT, modifiers, sidebar.view.visualRect(index).center())


def chosen(sidebar: Sidebar, menu: str, *path: str) -> None:
    """Trigger an entry of a context menu."""
    actions = sidebar.menu.menu_of(entry(sidebar, menu)).actions()
    for text in path[:-1]:
        actions = next(action for action in actions if action.text() == text).menu().actions()
    next(action for action in actions if action.text() == path[-1]).trigger()


def answering(text: str) -> None:
    """Answer the next dialog."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QInputDialog):
            dialog.setTextValue(text)
            dialog.accept()
        elif isinstance(dialog, QMessageBox):
            next(button for button in dialog.buttons() if button.text() == text).click()

    QTimer.singleShot(0, answer)


def test_sections_in_their_order(sidebar: Sidebar) -> None:
    headers = [each.label for each in sidebar.model.entries() if each.kind == "header"]
    assert headers == ["Saved searches", "Dossiers", "Tags", "Sources", "Years", "Languages"]
    assert [each.label for each in sidebar.model.entries()[:6]] == [
        "All articles",
        "Unread",
        "Starred",
        "Undated",
        "Duplicates",
        "Trash",
    ]
    assert entry(sidebar, "view:all").count == 12
    assert entry(sidebar, "view:all").state == "include"


def test_nested_tags_are_indented_below_their_parent(sidebar: Sidebar) -> None:
    tags = [each for each in sidebar.model.entries() if each.section == "tags" and each.kind == "facet"]
    assert [(tag.label, tag.depth, tag.count) for tag in tags] == [("Hafen", 0, 6), ("Kran", 1, 3), ("Brücke", 0, 1)]
    assert spoken(tags[1]) == "Hafen/Kran, 3"


def test_a_parent_that_is_no_tag_itself_holds_its_children() -> None:
    model = SidebarModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(Contents(tags=tag_lines([FacetCount("A/B", "A/B", 2, 1, 3)])))
    rows = [(each.label, each.depth, each.colour) for each in model.entries() if each.section == "tags"][1:]
    assert rows == [("A", 0, -1), ("B", 1, 3)]
    assert tester.model() is model


def test_views_are_opened_by_a_click(sidebar: Sidebar, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.listing_changed):
        click(sidebar, "view:unread")
    assert desk.view == "unread"
    assert entry(sidebar, "view:unread").state == "include"
    assert entry(sidebar, "view:all").state == ""


def test_no_view_is_marked_beside_another_room(sidebar: Sidebar, desk: Desk, qtbot: QtBot) -> None:
    assert entry(sidebar, "view:all").state == "include"
    desk.enter(Room("people"))
    assert not [each for each in sidebar.model.entries() if each.kind == "view" and each.state]
    desk.enter(Room("annotations"))
    assert [each.value for each in sidebar.model.entries() if each.kind == "view" and each.state] == ["annotations"]
    desk.enter(Room())
    assert entry(sidebar, "view:all").state == "include"


def test_click_includes_alt_click_excludes_again_drops(sidebar: Sidebar, desk: Desk, qtbot: QtBot) -> None:
    key = "sources:Rheinhafen-Bote"
    with qtbot.waitSignal(desk.facets_changed):
        click(sidebar, key)
    assert desk.filters == ['source:"Rheinhafen-Bote"']
    assert entry(sidebar, key).state == "include"
    with qtbot.waitSignal(desk.facets_changed):
        click(sidebar, key, ALT)
    assert desk.filters == ['-source:"Rheinhafen-Bote"']
    qtbot.waitUntil(lambda: entry(sidebar, key).state == "exclude")  # still there though nothing is left of it
    assert spoken(entry(sidebar, key)).endswith("left out")
    click(sidebar, key, ALT)
    assert desk.filters == []


def test_several_sources_are_alternatives(sidebar: Sidebar, desk: Desk, qtbot: QtBot) -> None:
    bote, post = "sources:Rheinhafen-Bote", "sources:The Harbour Post"
    with qtbot.waitSignal(desk.facets_changed):
        click(sidebar, bote)
    assert entry(sidebar, post).count == 4  # still there, with what it would add
    with qtbot.waitSignal(desk.facets_changed):
        click(sidebar, post, Qt.KeyboardModifier.ControlModifier)
    assert desk.filters == ['(source:"Rheinhafen-Bote" OR source:"The Harbour Post")']
    assert [entry(sidebar, key).state for key in (bote, post)] == ["include", "include"]
    assert desk.listing is not None
    assert len(desk.listing) == 8
    click(sidebar, bote, Qt.KeyboardModifier.ShiftModifier)
    assert desk.filters == ['source:"The Harbour Post"']
    click(sidebar, bote)
    assert desk.filters == ['source:"Rheinhafen-Bote"']
    sidebar.view.setCurrentIndex(sidebar.model.index(sidebar.model.row_of(post)))
    QTest.keyClick(sidebar.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.filters == ['(source:"Rheinhafen-Bote" OR source:"The Harbour Post")']
    QTest.keyClick(sidebar.view, Qt.Key.Key_Delete)
    assert desk.filters == ['source:"Rheinhafen-Bote"']


def test_the_whole_is_told_beside_the_part(sidebar: Sidebar, desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: entry(sidebar, "sources:The Harbour Post").whole == 4)
    with qtbot.waitSignal(desk.facets_changed):
        desk.set_filters(["tag:Hafen"])
    assert spoken(entry(sidebar, "sources:The Harbour Post")) == "The Harbour Post, 2 of 4"
    assert spoken(entry(sidebar, "tags:Hafen/Kran")) == "Hafen/Kran, 3"


def test_a_saved_search_says_what_is_new_until_it_is_opened(sidebar: Sidebar, desk: Desk, qtbot: QtBot) -> None:
    key = f"search:{desk.archive.saved_searches()[0].id}"
    qtbot.waitUntil(lambda: entry(sidebar, key).count == 4)
    assert entry(sidebar, key).new == 0
    fresh = shelve(desk.archive, article("The bridge reopens.", "Bridge", "2019-01-31", "nwd", language="en"))
    desk.archive._session.announce(Changes(rows={"articles": set(fresh)}))  # as an import does
    sidebar.refresh()
    qtbot.waitUntil(lambda: spoken(entry(sidebar, key)) == "Englisch, 5, 1 new")
    click(sidebar, key)
    assert entry(sidebar, key).new == 0
    qtbot.waitUntil(lambda: desk.archive.new_in_searches() == {})


def test_a_filter_asks_for_its_facet(sidebar: Sidebar, desk: Desk) -> None:
    desk.set_filters(["tag:Hafen"])
    desk.facet_wanted.emit("tag:Hafen")
    current = sidebar.model.entry(sidebar.view.currentIndex().row())
    assert current is not None
    assert current.key == "tags:Hafen"
    desk.facet_wanted.emit("place:Lank")  # has no facet
    assert sidebar.model.entry(sidebar.view.currentIndex().row()) == current


def test_counts_follow_the_listing_and_tags_stay_in_place(sidebar: Sidebar, desk: Desk, qtbot: QtBot) -> None:
    before = [each.key for each in sidebar.model.entries() if each.section == "tags"]
    with qtbot.waitSignal(desk.facets_changed):
        click(sidebar, "tags:Hafen/Kran")
    assert [each.key for each in sidebar.model.entries() if each.section == "tags"] == before
    assert entry(sidebar, "tags:Brücke").count == 0
    assert entry(sidebar, "tags:Hafen").count == 3


def test_a_saved_search_opens_and_stays_live(sidebar: Sidebar, desk: Desk, qtbot: QtBot) -> None:
    saved = desk.archive.saved_searches()[0]
    key = f"search:{saved.id}"
    qtbot.waitUntil(lambda: entry(sidebar, key).count == 4)
    with qtbot.waitSignal(desk.listing_changed):
        click(sidebar, key)
    assert desk.filters == ["lang:en"]
    assert entry(sidebar, key).state == "include"
    desk.edit(desk.archive.trash, [desk.listing.ids[0] if desk.listing else 0])
    qtbot.waitUntil(lambda: entry(sidebar, key).count == 3)


def test_the_keyboard_reaches_everything(sidebar: Sidebar, desk: Desk, qtbot: QtBot) -> None:
    view = sidebar.view
    view.setFocus()
    view.setCurrentIndex(sidebar.model.index(0))
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert desk.view == "unread"
    view.setCurrentIndex(sidebar.model.index(sidebar.model.row_of("tags:Hafen")))
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert desk.filters == ["tag:Hafen"]
    QTest.keyClick(view, Qt.Key.Key_Return, ALT)
    assert desk.filters == ["-tag:Hafen"]
    view.setCurrentIndex(sidebar.model.index(sidebar.model.row_of("header:tags")))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert sidebar.finder.hasFocus()


def test_the_keyboards_place_survives_a_refresh(sidebar: Sidebar, desk: Desk, qtbot: QtBot) -> None:
    sidebar.view.setCurrentIndex(sidebar.model.index(sidebar.model.row_of("languages:en")))
    with qtbot.waitSignal(desk.facets_changed):
        desk.set_filters(['source:"The Harbour Post"'])
    current = sidebar.model.entry(sidebar.view.currentIndex().row())
    assert current is not None
    assert current.key == "languages:en"


def test_the_filter_box_of_a_section(sidebar: Sidebar, desk: Desk, qtbot: QtBot) -> None:
    sidebar.open_filter("tags")
    assert sidebar.finder.isVisible()
    sidebar.finder.setText("kran")
    tags = [each.label for each in sidebar.model.entries() if each.section == "tags" and each.kind == "facet"]
    assert tags == ["Hafen/Kran"]
    QTest.keyClick(sidebar.finder, Qt.Key.Key_Down)
    assert sidebar.view.currentIndex().row() == sidebar.model.row_of("tags:Hafen/Kran")
    sidebar.finder.setFocus()
    QTest.keyClick(sidebar.finder, Qt.Key.Key_Return)
    assert desk.filters == ['tag:"Hafen/Kran"']
    assert not sidebar.finder.isVisible()
    sidebar.open_filter("sources")
    QTest.keyClick(sidebar.finder, Qt.Key.Key_Escape)
    assert not sidebar.finder.isVisible()
    assert sidebar.model.row_of("tags:Brücke") > 0


def test_a_long_facet_is_cut_until_it_is_asked_for(desk: Desk, qtbot: QtBot) -> None:
    sidebar = Sidebar(desk)
    show(qtbot, sidebar, 236, 900)
    sources = [FacetCount(f"Blatt {number}", f"Blatt {number}", 30 - number) for number in range(30)]
    desk.facets_changed.emit(Facets(sources=sources))
    qtbot.waitUntil(lambda: sidebar.model.row_of("more:sources") >= 0)
    assert sidebar.model.row_of("sources:Blatt 20") < 0
    assert entry(sidebar, "more:sources").label == "Show all 30"
    click(sidebar, "more:sources")
    assert sidebar.model.row_of("sources:Blatt 29") > 0
    index = sidebar.model.index(sidebar.model.row_of("header:sources"))
    sidebar.view.scrollTo(index)
    QTest.mouseClick(
        sidebar.view.viewport(),
        LEFT,
        Qt.KeyboardModifier.NoModifier,
        lens_rect(sidebar.view.visualRect(index)).center(),
    )
    assert sidebar.finder.isVisible()
    click(sidebar, "fewer:sources")
    assert sidebar.model.row_of("sources:Blatt 29") < 0


def test_ten_thousand_tags_come_a_few_at_a_time() -> None:
    model = SidebarModel()
    tags = tag_lines([FacetCount(f"Größe {number}", "", 10_000 - number, number, 1) for number in range(10_000)])
    contents = Contents(tags=tags, filters=['-tag:"Größe 7000"'])

    def shown() -> list[str]:
        return [each.name for each in model.entries() if each.section == "tags" and each.kind == "facet"]

    model.show(contents)
    assert shown()[-2:] == ["Größe 11", "Größe 7000"]
    assert model.entries()[-1].label == f"Show {STEP} more of 9,988"
    contents.expanded["tags"] = STEP
    model.show(contents)
    assert len(shown()) == 12 + STEP + 1
    assert [each.kind for each in model.entries()][-2:] == ["more", "fewer"]
    contents.wanted["tags"] = "GROSSE 999"  # folding knows no umlauts, nor how long an s is
    model.show(contents)
    assert shown() == ["Größe 999", *(f"Größe 999{digit}" for digit in range(10))]


def drop(sidebar: Sidebar, key: str, data: QMimeData) -> bool:
    """Drag over a row and let go; returns whether the row took it."""
    index = sidebar.model.index(sidebar.model.row_of(key))
    at: QPoint = sidebar.view.visualRect(index).center()
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, copy, data, LEFT, none)
    QApplication.sendEvent(sidebar.view.viewport(), enter)
    if not enter.isAccepted():
        return False
    move = QDragMoveEvent(at, copy, data, LEFT, none)
    QApplication.sendEvent(sidebar.view.viewport(), move)
    if not move.isAccepted():
        return False
    QApplication.sendEvent(sidebar.view.viewport(), QDropEvent(QPointF(at), copy, data, LEFT, none))
    return True


def test_articles_dropped_on_a_tag_are_tagged(sidebar: Sidebar, desk: Desk, qtbot: QtBot) -> None:
    ids = desk.archive.find("lang:en").ids.tolist()
    with qtbot.waitSignal(desk.hub.changed):
        assert drop(sidebar, "tags:Brücke", mime_of(ids))
    tagged = {row.id for row in desk.archive.rows(ids) if any(tag.name == "Brücke" for tag in row.tags)}
    assert tagged == set(ids)
    assert not drop(sidebar, "sources:The Harbour Post", mime_of(ids))
    files = QMimeData()
    files.setText("/press/hafen.txt")
    assert not drop(sidebar, "tags:Brücke", files)


def test_the_context_menu_filters(sidebar: Sidebar, desk: Desk) -> None:
    chosen(sidebar, "languages:en", "Leave these out")
    assert desk.filters == ["-lang:en"]
    chosen(sidebar, "sources:Niederrhein Kurier", "Show only these")
    assert desk.filters == ["-lang:en", 'source:"Niederrhein Kurier"']
    chosen(sidebar, "sources:Rheinhafen-Bote", "Show these too")
    assert desk.filters == ["-lang:en", '(source:"Niederrhein Kurier" OR source:"Rheinhafen-Bote")']
    chosen(sidebar, "languages:en", "Drop this filter")
    assert desk.filters == ['(source:"Niederrhein Kurier" OR source:"Rheinhafen-Bote")']
    chosen(sidebar, "tags:Hafen", "Drop all filters")
    assert desk.filters == []


def changing(
    sidebar: Sidebar, desk: Desk, qtbot: QtBot, fill_in: Callable[[TagChangeDialog], None] = lambda _dialog: None
) -> None:
    """Answer what is asked before a tag is changed, once it says what that changes."""
    dialog = sidebar.findChild(TagChangeDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.verb != "merge" or dialog.into.count() > 0)
    fill_in(dialog)
    qtbot.waitUntil(dialog.apply.isEnabled)
    with qtbot.waitSignal(desk.hub.changed):
        dialog.apply.click()
    qtbot.waitUntil(lambda: sidebar.findChild(TagChangeDialog) is None)


def test_a_tag_is_renamed_and_its_filter_follows(sidebar: Sidebar, desk: Desk, qtbot: QtBot) -> None:
    desk.set_filters(["(tag:Hafen OR tag:Brücke)", '-tag:"Hafen/Kran"'])
    chosen(sidebar, "tags:Hafen", "Rename …")
    changing(sidebar, desk, qtbot, lambda dialog: dialog.name.setText("Wasser/Hafen"))
    qtbot.waitUntil(lambda: desk.filters == ['(tag:"Wasser/Hafen" OR tag:Brücke)', '-tag:"Wasser/Hafen/Kran"'])
    assert {"Wasser/Hafen", "Wasser/Hafen/Kran"} <= {tag.value for tag in desk.archive.tags()}


def test_a_tag_is_merged_coloured_and_deleted(sidebar: Sidebar, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.hub.changed):
        chosen(sidebar, "tags:Hafen", "Colour", "Colour 8")
    assert {tag.value: tag.colour for tag in desk.archive.tags()}["Hafen"] == 7
    chosen(sidebar, "tags:Brücke", "Merge into …")
    changing(sidebar, desk, qtbot, lambda dialog: dialog.into.setCurrentText("Hafen"))
    assert {tag.value for tag in desk.archive.tags()} == {"Hafen", "Hafen/Kran"}
    chosen(sidebar, "tags:Hafen/Kran", "Delete …")
    changing(sidebar, desk, qtbot)
    assert {tag.value for tag in desk.archive.tags()} == {"Hafen"}
    qtbot.waitUntil(lambda: sidebar.model.row_of("tags:Brücke") < 0)


def test_the_selected_articles_are_tagged_from_the_menu(sidebar: Sidebar, desk: Desk, qtbot: QtBot) -> None:
    article = desk.archive.find("-tag:Brücke").ids[0]
    desk.select([article], None)
    with qtbot.waitSignal(desk.hub.changed):
        chosen(sidebar, "tags:Brücke", "Tag the selected articles")
    assert len(desk.archive.find("tag:Brücke")) == 2


def test_saved_searches_are_renamed_and_deleted(sidebar: Sidebar, desk: Desk, qtbot: QtBot) -> None:
    key = f"search:{desk.archive.saved_searches()[0].id}"
    answering("English")
    with qtbot.waitSignal(desk.hub.changed):
        chosen(sidebar, key, "Rename …")
    qtbot.waitUntil(lambda: entry(sidebar, key).label == "English")
    with qtbot.waitSignal(desk.hub.changed):
        chosen(sidebar, key, "Delete")
    qtbot.waitUntil(lambda: sidebar.model.row_of("header:searches") < 0)


def test_the_trash_is_emptied_after_a_question(sidebar: Sidebar, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.counts_changed):
        desk.edit(desk.archive.trash, desk.archive.find().ids.tolist()[:2])
    qtbot.waitUntil(lambda: entry(sidebar, "view:trash").count == 2)
    answering("Delete for good")
    with qtbot.waitSignal(desk.hub.changed):
        chosen(sidebar, "view:trash", "Empty the trash …")
    assert desk.archive.counts().trash == 0


def test_the_menu_opens_by_the_keyboard(sidebar: Sidebar, qtbot: QtBot) -> None:
    sidebar.view.setCurrentIndex(sidebar.model.index(sidebar.model.row_of("tags:Hafen")))
    by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(sidebar.view, by_key)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()


def test_every_part_has_an_accessible_name(sidebar: Sidebar) -> None:
    for part in (sidebar, sidebar.view, sidebar.finder):
        assert part.accessibleName()
        assert part.objectName()
