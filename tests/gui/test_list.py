"""The list: rows on demand, a selection that stays with its articles, and what an empty list says."""

from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui.desk import Desk
from desktop_app.gui.dossiers.ordered_rows import ids_of, mime_of
from desktop_app.gui.models.article_list import LINE_ROLE, PAGE, ArticleListModel
from desktop_app.gui.panes.list_pane import ListPane
from desktop_app.gui.widgets.article_view import ArticleView
from desktop_app.model.listing import Listing
from tests.gui.left import desk_over, fill, search, show

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


# What the platform without a screen says of windows is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk(empty: Archive, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with desk_over(empty, qtbot, str(tmp_path / "settings")) as desk:
        yield desk


@pytest.fixture
def ids(desk: Desk) -> list[int]:
    """150 articles, newest first, as the list has them."""
    return fill(desk.archive, 150)[::-1]


@pytest.fixture
def pane(desk: Desk, ids: list[int], qtbot: QtBot) -> ListPane:
    pane = ListPane(desk)
    show(qtbot, pane)
    search(qtbot, desk)
    pane.view.setFocus()
    return pane


def click(view: ArticleView, row: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    at = view.visualRect(view.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifiers, at)


def selects(qtbot: QtBot, desk: Desk, ids: list[int]) -> None:
    qtbot.waitUntil(lambda: desk.selected == ids, timeout=5000)


def test_the_model_keeps_qts_rules(desk: Desk, ids: list[int], qtbot: QtBot) -> None:
    model = ArticleListModel(desk)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    with qtbot.waitSignal(model.page_loaded):
        model.set_listing(desk.archive.find())
        model.data(model.index(0))
    model.set_listing(None)
    assert tester.model() is model
    assert model.rowCount() == 0
    model.deleteLater()


def test_only_the_pages_on_the_screen_are_read(pane: ListPane, desk: Desk, ids: list[int], qtbot: QtBot) -> None:
    model = pane.view.model()
    qtbot.waitUntil(lambda: model.index(0, 0).data(LINE_ROLE) is not None)
    assert model.index(0, 0).data() == "Titel 149"
    qtbot.waitUntil(lambda: len(model._lines) == PAGE)
    pane.view.scrollToBottom()
    qtbot.waitUntil(lambda: model.index(149, 0).data(LINE_ROLE) is not None)
    assert model.index(149, 0).data() == "Titel 0"


def test_a_row_is_spoken_whole(pane: ListPane, desk: Desk, ids: list[int], qtbot: QtBot) -> None:
    index = pane.view.model().index(0, 0)
    qtbot.waitUntil(lambda: index.data(LINE_ROLE) is not None)
    desk.edit(desk.archive.tag, [ids[0]], "Hafen/Kran")
    desk.edit(desk.archive.star, [ids[0]])

    def spoken() -> bool:
        text = pane.view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        return text.endswith("unread, starred, tags: Hafen/Kran") and text.startswith("Titel 149, ")

    qtbot.waitUntil(spoken)


def test_arrows_pages_home_and_end(pane: ListPane, desk: Desk, ids: list[int], qtbot: QtBot) -> None:
    view = pane.view
    page = view.viewport().height() // view.row_height() - 1
    row = 0
    for key, expected in (
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_J, 2),
        (Qt.Key.Key_K, 1),
        (Qt.Key.Key_PageDown, 1 + page),
        (Qt.Key.Key_End, 149),
        (Qt.Key.Key_Up, 148),
        (Qt.Key.Key_PageUp, 148 - page),
    ):
        QTest.keyClick(view, key)
        row = expected
        selects(qtbot, desk, [ids[row]])
        assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))
    qtbot.waitUntil(lambda: desk.article is not None and desk.article.id == ids[row])


def test_shift_and_ctrl_extend_the_selection(pane: ListPane, desk: Desk, ids: list[int], qtbot: QtBot) -> None:
    view = pane.view
    click(view, 1)
    click(view, 4, SHIFT)
    selects(qtbot, desk, ids[1:5])
    click(view, 2, CTRL)
    selects(qtbot, desk, [ids[1], *ids[3:5]])
    click(view, 5)
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    selects(qtbot, desk, ids[5:8])
    QTest.keyClick(view, Qt.Key.Key_Home, SHIFT)
    selects(qtbot, desk, ids[:6])


def test_select_all_reads_no_rows(pane: ListPane, desk: Desk, ids: list[int], qtbot: QtBot) -> None:
    model = pane.view.model()
    qtbot.waitUntil(lambda: len(model._lines) == PAGE)
    QTest.keyClick(pane.view, Qt.Key.Key_A, CTRL)
    selects(qtbot, desk, ids)
    assert len(model._lines) == PAGE
    qtbot.waitUntil(lambda: "150 selected" in pane.line.count.text())


def test_the_selection_stays_with_its_articles(pane: ListPane, desk: Desk, ids: list[int], qtbot: QtBot) -> None:
    click(pane.view, 3)
    click(pane.view, 5, CTRL)
    selects(qtbot, desk, [ids[3], ids[5]])
    with qtbot.waitSignal(desk.listing_changed):
        fill(desk.archive, 3)
        desk.archive.trash([ids[0], ids[4]])
    selects(qtbot, desk, [ids[3], ids[5]])
    with qtbot.waitSignal(desk.listing_changed):
        desk.set_sort("date")
    qtbot.waitUntil(lambda: pane.view.selected_ids().tolist() == [ids[5], ids[3]])


def test_a_refresh_does_not_scroll(pane: ListPane, desk: Desk, ids: list[int], qtbot: QtBot) -> None:
    bar, height = pane.view.verticalScrollBar(), pane.view.row_height()
    bar.setValue(20 * height + 7)
    with qtbot.waitSignal(desk.listing_changed):
        desk.edit(desk.archive.trash, ids[2:4])
    assert bar.value() == 18 * height + 7
    with qtbot.waitSignal(desk.listing_changed):
        desk.toggle_filter("lang:de")
    assert bar.value() == 0


def test_after_the_trash_the_next_article_is_at_hand(pane: ListPane, desk: Desk, ids: list[int], qtbot: QtBot) -> None:
    click(pane.view, 2)
    selects(qtbot, desk, [ids[2]])
    desk.edit(desk.archive.trash, [ids[2]])
    selects(qtbot, desk, [ids[3]])


def test_reading_the_unread_goes_on_row_by_row(pane: ListPane, desk: Desk, ids: list[int], qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.listing_changed):
        desk.set_view("unread")
    click(pane.view, 2)
    qtbot.waitUntil(lambda: desk.article is not None and desk.article.id == ids[2])
    with qtbot.waitSignal(desk.listing_changed):
        desk.edit(desk.archive.mark_read, [ids[2]])
    selects(qtbot, desk, [])
    assert desk.article is not None
    assert desk.article.id == ids[2]  # it stays open; nothing is marked as read that was not looked at
    QTest.keyClick(pane.view, Qt.Key.Key_Down)
    selects(qtbot, desk, [ids[3]])
    with qtbot.waitSignal(desk.listing_changed):
        desk.edit(desk.archive.mark_read, [ids[3]])
    selects(qtbot, desk, [])
    QTest.keyClick(pane.view, Qt.Key.Key_J)
    selects(qtbot, desk, [ids[4]])


def test_an_article_opened_elsewhere_is_marked(pane: ListPane, desk: Desk, ids: list[int], qtbot: QtBot) -> None:
    desk.open_article(ids[90])
    qtbot.waitUntil(lambda: pane.view.currentIndex().row() == 90)
    assert pane.view.selected_ids().tolist() == [ids[90]]


def test_verbs_mean_what_another_pane_has_opened(pane: ListPane, desk: Desk, ids: list[int], qtbot: QtBot) -> None:
    pane.view.go_to(0)
    qtbot.waitUntil(lambda: desk.selected == [ids[0]])
    desk.open_article(ids[3])
    qtbot.waitUntil(lambda: desk.targets() == [ids[3]])
    with qtbot.waitSignal(desk.listing_changed):
        desk.set_filters(["date:2019"])
    desk.open_article(ids[0])  # not listed: what was selected is meant no longer
    qtbot.waitUntil(lambda: desk.article is not None and desk.article.id == ids[0])
    assert not desk.selected
    assert desk.targets() == [ids[0]]


def test_the_open_article_is_selected_when_it_is_listed_again(
    pane: ListPane, desk: Desk, ids: list[int], qtbot: QtBot
) -> None:
    click(pane.view, 0)
    qtbot.waitUntil(lambda: desk.article is not None)
    other = "lang:en" if desk.article and desk.article.language == "de" else "lang:de"
    with qtbot.waitSignal(desk.listing_changed):
        desk.set_filters([other])
    selects(qtbot, desk, [])
    with qtbot.waitSignal(desk.listing_changed):
        desk.set_filters([])
    selects(qtbot, desk, [ids[0]])


def test_a_million_rows_are_one_range(desk: Desk, qtbot: QtBot) -> None:
    (article,) = fill(desk.archive, 1)
    view = ArticleView(desk)
    show(qtbot, view)
    desk.listing = Listing(array("q", [article]) * 1_000_000)
    desk.listing_changed.emit(desk.listing)
    view.go_to(999_999)
    assert view.visualRect(view.currentIndex()).bottom() < view.viewport().height()
    view.selectAll()
    ranges = view.selectionModel().selection().toList()
    assert [(part.top(), part.bottom()) for part in ranges] == [(0, 999_999)]
    assert view.indexAt(QPoint(5, 5)).row() > 999_980


def test_the_context_menu_has_the_windows_actions(pane: ListPane, ids: list[int], qtbot: QtBot) -> None:
    star = QAction("Star", pane)
    star.setObjectName("action_star")
    click(pane.view, 0)
    at = pane.view.visualRect(pane.view.currentIndex()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, pane.view.viewport().mapToGlobal(at))
    QApplication.sendEvent(pane.view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert star in menu.actions()
    menu.close()


def test_dragged_articles_carry_their_ids(pane: ListPane, ids: list[int]) -> None:
    assert ids_of(mime_of(ids[:3])) == ids[:3]


def test_the_count_line(pane: ListPane, desk: Desk, qtbot: QtBot) -> None:
    assert ">150</b> articles" in pane.line.count.text()
    assert " ms" in pane.line.count.text()
    assert pane.line.sort.text() == "Newest first ▾"
    assert not pane.line.orders["relevance"].isEnabled()
    with qtbot.waitSignal(desk.listing_changed):
        pane.line.orders["date"].trigger()
    assert pane.line.sort.text() == "Oldest first ▾"
    pane.line.sort.click()
    assert pane.line.sort_menu.isVisible()
    pane.line.sort_menu.close()


def test_an_empty_archive_offers_an_import(desk: Desk, qtbot: QtBot) -> None:
    pane = ListPane(desk)
    show(qtbot, pane)
    search(qtbot, desk)
    assert pane.empty.isVisible()
    (button,) = pane.empty.buttons()
    with qtbot.waitSignal(pane.import_wanted):
        button.click()


def test_an_empty_view_says_why(pane: ListPane, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.listing_changed):
        desk.set_view("starred")
    assert pane.empty.isVisible()
    with qtbot.waitSignal(desk.listing_changed):
        pane.empty.buttons()[0].click()
    assert desk.view == "all"
    assert pane.view.isVisible()


def test_nothing_found_names_the_filter_to_drop(pane: ListPane, desk: Desk, qtbot: QtBot) -> None:
    desk.set_filters(["lang:en", 'source:"Rheinhafen-Bote"'])
    qtbot.waitUntil(lambda: any("·" in button.text() for button in pane.empty.buttons()))
    texts = [button.text() for button in pane.empty.buttons()]
    assert texts == [
        "Search without “Language: English”  ·  50",
        "Search without “Source: Rheinhafen-Bote”  ·  50",
        "Show all articles  ·  150",
        "What each word finds …",
    ]
    with qtbot.waitSignal(desk.listing_changed):
        pane.empty.buttons()[0].click()
    assert desk.filters == ['source:"Rheinhafen-Bote"']
    assert pane.view.isVisible()


def test_search_everywhere_drops_filters_and_view(pane: ListPane, desk: Desk, qtbot: QtBot) -> None:
    desk.set_view("starred")
    desk.set_filters(["lang:en"])
    desk.set_text("title:Titel")
    qtbot.waitUntil(lambda: pane.empty.isVisible() and not pane._desk.jobs._reads)
    everywhere = next(button for button in pane.empty.buttons() if "everywhere" in button.text())
    everywhere.click()
    assert (desk.text, desk.filters, desk.view) == ("title:Titel", [], "all")
