"""Searching with the whole window: doctor, concordance, protocol, related articles, and a change of the engine."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from desktop_app.gui.dialogs.search_protocol import ProtocolDialog
from desktop_app.gui.panes.concordance_pane import ConcordancePane
from desktop_app.index.engines import TANTIVY, is_available
from tests.gui.scene import Scene


def concordance(scene: Scene, words: str) -> ConcordancePane:
    scene.search(words)
    scene.do("concordance")
    pane = scene.window.list_pane.concordance
    scene.until(lambda: pane.lines.rowCount() > 0)
    return pane


def test_a_concordance_gets_the_room_it_needs(scene: Scene) -> None:
    window = scene.window
    before = window.panes.sizes()
    pane = concordance(scene, "Hafen")
    assert window.panes.sizes()[0] > before[0]
    assert sum(window.panes.sizes()) == sum(before)
    assert pane.table.hasFocus()
    scene.do("concordance")
    assert window.panes.sizes() == before
    assert window.list_pane.view.hasFocus()


def test_a_line_opens_the_reader_at_its_hit_and_enter_goes_there(scene: Scene) -> None:
    pane = concordance(scene, "Hafen")
    many = [line.article for line in pane.lines.shown()]
    article = max(set(many), key=many.count)
    row = len(many) - 1 - many[::-1].index(article)
    pane.table.choose(row)
    line = pane.lines.row_at(row)
    reader = scene.window.reader
    scene.until(lambda: scene.desk.article is not None and scene.desk.article.id == article and scene.desk.hits)
    scene.until(lambda: scene.desk.hits[reader._current][0] == line.start)
    assert scene.desk.selected == [article]
    scene.press("Return")
    scene.until(reader.page_view.hasFocus)


def test_letters_step_through_lines_not_through_the_list_behind(scene: Scene) -> None:
    pane = concordance(scene, "Hafen")
    scene.press("J")
    scene.press("J")
    assert pane.table.chosen() == [1]
    scene.press("K")
    assert pane.table.chosen() == [0]
    wanted = pane.lines.row_at(0).article
    scene.until(lambda: scene.desk.article is not None and scene.desk.article.id == wanted)
    scene.press("S")
    scene.until(lambda: scene.article.starred)


def test_lines_have_a_menu(scene: Scene) -> None:
    pane = concordance(scene, "Hafen")
    pane.table.choose(0)
    scene.until(lambda: scene.desk.article is not None)
    menu = pane.actions_menu()
    names = [action.objectName() for action in menu.actions() if action.objectName()]
    assert names == ["action_star", "action_toggle_read", "action_edit_tags", "action_more_like_this"]
    menu.close()


def test_the_concordance_stays_while_nothing_is_found(scene: Scene) -> None:
    pane = concordance(scene, "Hafen")
    scene.search("xyzxyz")
    assert scene.window.list_pane.empty.isVisible()
    scene.search("Osaka")
    scene.until(lambda: pane.isVisible() and pane.concordance.query == "Osaka")


def test_the_window_is_left_with_its_list_as_it_was(scene: Scene) -> None:
    before = scene.window.panes.sizes()
    concordance(scene, "Hafen")
    scene.window.close()
    assert scene.window.panes.sizes() == before


def test_enter_in_the_search_box_is_written_down(scene: Scene) -> None:
    words = scene.window.search_box.words
    words.setFocus()
    QTest.keyClicks(words, "Osaka")
    QTest.keyClick(words, Qt.Key.Key_Return)
    scene.until(lambda: [entry.query for entry in scene.archive.search_log()] == ["Osaka"])


def test_the_protocol_grows_while_it_is_open(scene: Scene) -> None:
    scene.do("search_protocol")
    dialog = scene.dialog(ProtocolDialog)
    scene.until(dialog.empty.isVisible)
    scene.search("Hafen")
    scene.window.logger.confirm()
    scene.until(lambda: dialog.model.rowCount() == 1)
    dialog.close()


def test_the_buttons_of_the_result_line_and_the_menu_agree(scene: Scene) -> None:
    line = scene.window.list_pane.line
    for button, name in ((line.doctor, "examine"), (line.concordance, "concordance")):
        action = scene.window.findChild(QAction, f"action_{name}")
        assert action is not None
        for on in (True, False):
            button.click()
            assert (button.isChecked(), action.isChecked()) == (on, on)
        action.trigger()
        assert button.isChecked()
        action.trigger()


def test_related_articles_are_listed_and_searched(scene: Scene) -> None:
    scene.search("Kansai Robotics")
    first = scene.read()
    inspector = scene.window.inspector
    scene.until(lambda: inspector.findChild(QToolButton, "all_related") is not None)
    headings = [line.toolTip() for line in inspector._neighbours.lines()]
    assert first.title not in headings
    scene.do("more_like_this")
    scene.until(lambda: scene.desk.listing is not None and scene.desk.listing.query == f"like:{first.id}")
    assert len(scene.desk.listing or ()) > 0
    (chip,) = scene.window.search_box.chips.chips()
    assert chip.text().startswith("Like “")


@pytest.mark.skipif(not is_available(TANTIVY), reason="the second engine is an extra")
def test_another_engine_finds_the_same(scene: Scene) -> None:
    scene.search("Hafen")
    before = sorted(scene.desk.listing.ids) if scene.desk.listing else []
    with scene.qtbot.waitSignal(scene.window.indexer.caught_up, timeout=30_000):
        scene.window.commands._change_engine(TANTIVY)
    assert scene.archive.engine_name() == TANTIVY
    scene.until(lambda: scene.desk.listing is not None and sorted(scene.desk.listing.ids) == before)


def test_the_search_box_keeps_its_width_while_the_reader_types(scene: Scene) -> None:
    box = scene.window.search_box
    before = box.width()
    scene.search("Osaka")
    scene.search("xyzxyz")
    assert box.width() == before
