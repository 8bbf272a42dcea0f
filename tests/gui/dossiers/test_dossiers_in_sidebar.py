"""Dossiers and screenings in the sidebar: by mouse, by keys, and what is dropped on them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QMessageBox
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui.delegates.sidebar_delegate import fold_rect, plus_rect
from desktop_app.gui.desk import Desk
from desktop_app.gui.dossiers.ordered_rows import mime_of
from desktop_app.gui.models.sidebar_entries import Entry
from desktop_app.gui.models.sidebar_model import spoken
from desktop_app.gui.panes.sidebar import Sidebar
from desktop_app.gui.widgets.sidebar_view import dossier_mime
from tests.gui.left import desk_over, fill, search, show

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk(empty: Archive, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with desk_over(empty, qtbot, str(tmp_path / "settings")) as desk:
        yield desk


@pytest.fixture
def sidebar(desk: Desk, qtbot: QtBot) -> Sidebar:
    """Eight articles; `A` (2) holds `A/B` (1), beside it `C` (none); a screening of six German articles, one read."""
    ids = fill(desk.archive, 8)
    desk.archive.make_dossier("A", ids=ids[:2])
    desk.archive.make_dossier("A/B", ids=ids[2:3])
    desk.archive.make_dossier("C")
    number = desk.archive.start_screening("Deutsche", "lang:de", sort="date").result
    desk.archive.decide_screened(number, [desk.archive.next_in_screening(number)], "kept")
    sidebar = Sidebar(desk)
    show(qtbot, sidebar, 236, 900)
    search(qtbot, desk)
    qtbot.waitUntil(lambda: sidebar.model.row_of("screening:1") >= 0 and sidebar.model.row_of("sources:nwd") < 0)
    return sidebar


def entry(sidebar: Sidebar, key: str) -> Entry:
    found = sidebar.model.entry(sidebar.model.row_of(key))
    assert found is not None, key
    return found


def tree(sidebar: Sidebar) -> list[tuple[str, int]]:
    return [(each.label, each.depth) for each in sidebar.model.entries() if each.kind == "dossier"]


def paths(desk: Desk) -> list[str]:
    return [line.path for line in desk.archive.dossiers()]


def press(sidebar: Sidebar, key: str, name: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    sidebar.view.setFocus()
    sidebar.view.setCurrentIndex(sidebar.model.index(sidebar.model.row_of(key)))
    QTest.keyClick(sidebar.view, name, modifiers or Qt.KeyboardModifier.NoModifier)


def click(sidebar: Sidebar, key: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    index = sidebar.model.index(sidebar.model.row_of(key))
    QTest.mouseClick(sidebar.view.viewport(), LEFT, modifiers, sidebar.view.visualRect(index).center())


def drop(sidebar: Sidebar, data: QMimeData, key: str, share: float = 0.5) -> bool:
    """Drop at a share of the height of an entry; whether it was taken."""
    rect = sidebar.view.visualRect(sidebar.model.index(sidebar.model.row_of(key)))
    point = QPointF(rect.left() + 60, rect.top() + share * rect.height())
    keys, copy = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    moved = QDragMoveEvent(point.toPoint(), copy, data, LEFT, keys)
    sidebar.view.dragMoveEvent(moved)
    sidebar.view.dropEvent(QDropEvent(point, copy, data, LEFT, keys))
    return moved.isAccepted()


def test_the_tree_is_told_with_its_counts(sidebar: Sidebar) -> None:
    assert tree(sidebar) == [("A", 0), ("B", 1), ("C", 0)]
    assert [spoken(entry(sidebar, f"dossier:{number}")) for number in (1, 2, 3)] == ["A, 3", "A/B, 1", "C, 0"]
    assert spoken(entry(sidebar, "screening:1")) == "Deutsche, 1 of 6"


def test_a_click_opens_a_dossier_in_its_order(sidebar: Sidebar, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.collected.dossier_changed):
        click(sidebar, "dossier:1")
    qtbot.waitUntil(lambda: desk.listing is not None and list(desk.listing.ids) == [1, 2, 3])
    assert desk.filters == ["dossier:A"]
    assert entry(sidebar, "dossier:1").state == "include"
    click(sidebar, "dossier:2", ALT)
    qtbot.waitUntil(lambda: desk.listing is not None and list(desk.listing.ids) == [1, 2])
    assert desk.filters == ["dossier:A", '-dossier:"A/B"']


def test_a_triangle_and_keys_fold(sidebar: Sidebar) -> None:
    index = sidebar.model.index(sidebar.model.row_of("dossier:1"))
    box = fold_rect(sidebar.view.visualRect(index), entry(sidebar, "dossier:1"))
    QTest.mouseClick(sidebar.view.viewport(), LEFT, pos=box.center())
    assert tree(sidebar) == [("A", 0), ("C", 0)]
    press(sidebar, "dossier:1", Qt.Key.Key_Right)
    assert tree(sidebar) == [("A", 0), ("B", 1), ("C", 0)]
    press(sidebar, "dossier:1", Qt.Key.Key_Left)
    assert tree(sidebar) == [("A", 0), ("C", 0)]


def test_a_plus_makes_one(sidebar: Sidebar, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("C/Neu", True))
    index = sidebar.model.index(sidebar.model.row_of("header:dossiers"))
    box = plus_rect(sidebar.view.visualRect(index), entry(sidebar, "header:dossiers"))
    QTest.mouseClick(sidebar.view.viewport(), LEFT, pos=box.center())
    qtbot.waitUntil(lambda: tree(sidebar) == [("A", 0), ("B", 1), ("C", 0), ("Neu", 1)])
    qtbot.waitUntil(lambda: desk.filters == ['dossier:"C/Neu"'])


def test_articles_are_dropped_into_one(sidebar: Sidebar, desk: Desk, qtbot: QtBot) -> None:
    assert drop(sidebar, mime_of([7, 5]), "dossier:3")
    qtbot.waitUntil(lambda: entry(sidebar, "dossier:3").count == 2)
    assert list(desk.archive.find("dossier:C").ids) == [7, 5]
    assert not drop(sidebar, mime_of([7]), "screening:1")


def test_dossiers_are_dropped_into_and_beside_others(sidebar: Sidebar, desk: Desk, qtbot: QtBot) -> None:
    assert drop(sidebar, dossier_mime(3), "dossier:1")
    qtbot.waitUntil(lambda: paths(desk) == ["A", "A/B", "A/C"])
    qtbot.waitUntil(lambda: tree(sidebar) == [("A", 0), ("B", 1), ("C", 1)])
    drop(sidebar, dossier_mime(3), "dossier:2", 0.1)
    qtbot.waitUntil(lambda: paths(desk) == ["A", "A/C", "A/B"])
    drop(sidebar, dossier_mime(2), "dossier:1", 0.9)
    qtbot.waitUntil(lambda: paths(desk) == ["A", "A/C", "B"])
    assert not drop(sidebar, dossier_mime(2), "view:all")


def test_keys_move_rename_and_delete(
    sidebar: Sidebar, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(sidebar, "dossier:3", Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: tree(sidebar) == [("C", 0), ("A", 0), ("B", 1)])
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Z", True))
    press(sidebar, "dossier:1", Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: tree(sidebar) == [("C", 0), ("Z", 0), ("B", 1)])
    monkeypatch.setattr(QMessageBox, "exec", lambda _: 0)
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda box: box.buttons()[0])
    press(sidebar, "dossier:1", Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: tree(sidebar) == [("C", 0)])


def test_the_filter_follows_a_new_name_and_leaves_what_is_gone(sidebar: Sidebar, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.collected.dossier_changed):
        click(sidebar, "dossier:2")
    desk.edit(desk.archive.rename_dossier, 1, "Hafen")
    qtbot.waitUntil(lambda: desk.filters == ['dossier:"Hafen/B"'])
    desk.edit(desk.archive.delete_dossier, 1)
    qtbot.waitUntil(lambda: desk.filters == [])
    assert desk.collected.page is None


def test_a_screening_goes_on_with_a_click(sidebar: Sidebar, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.article_changed):
        click(sidebar, "screening:1")
    assert desk.filters == ["screening:Deutsche"]
    assert desk.article is not None
    assert desk.article.id == desk.archive.next_in_screening(1)


def test_new_hits_of_a_screening_are_counted_and_added(sidebar: Sidebar, desk: Desk, qtbot: QtBot) -> None:
    desk.edit(desk.archive.set_fields, 3, language="de")
    qtbot.waitUntil(lambda: spoken(entry(sidebar, "screening:1")) == "Deutsche, 1 of 6, 1 new")
    desk.edit(desk.archive.extend_screening, 1)
    qtbot.waitUntil(lambda: spoken(entry(sidebar, "screening:1")) == "Deutsche, 1 of 7")
    desk.edit(desk.archive.decide_screened, 1, [3], "kept")
    qtbot.waitUntil(lambda: spoken(entry(sidebar, "screening:1")) == "Deutsche, 2 of 7")


def test_menus_of_a_dossier_and_a_screening(sidebar: Sidebar, desk: Desk, qtbot: QtBot) -> None:
    menu = sidebar.menu.menu_of(entry(sidebar, "dossier:3"))
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "Move up").trigger()
    qtbot.waitUntil(lambda: paths(desk) == ["C", "A", "A/B"])
    menu = sidebar.menu.menu_of(entry(sidebar, "screening:1"))
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "Show what was kept").trigger()
    qtbot.waitUntil(lambda: desk.listing is not None and len(desk.listing) == 1)
    assert desk.filters == ['screening:"Deutsche/kept"']
