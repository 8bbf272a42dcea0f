"""The history beside the articles: looked at, taken back, followed to the article."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.gui import settings
from desktop_app.gui.history.panel import HistoryPanel
from desktop_app.gui.history_commands import show_history
from desktop_app.gui.main_window import MainWindow
from tests.gui.scene import Scene


@pytest.fixture
def panel(scene: Scene) -> HistoryPanel:
    """The panel over two steps on one tag and a star."""
    scene.archive.tag([1, 2], "Hafen")
    scene.archive.tag([3], "Hafen")
    scene.archive.star([1])
    scene.do("history")
    found = show_history(scene.window, True)
    scene.until(lambda: len(found.model.lines) == 3)
    scene.until(found.details.toPlainText)
    return found


def texts(panel: HistoryPanel) -> list[str]:
    return [line.text for line in panel.model.lines]


def choose(scene: Scene, panel: HistoryPanel, row: int, words: str) -> None:
    panel.list.select_row(row)
    scene.until(lambda: words in panel.details.toPlainText())


def test_it_lists_the_steps_and_tells_what_each_did(scene: Scene, panel: HistoryPanel) -> None:
    assert texts(panel) == ["Star on 1 article", "Tag “Hafen” on 1 article", "Tag “Hafen” on 2 articles"]
    assert panel.list.currentIndex().row() == 0
    assert "Starred: no → yes" in panel.details.toPlainText()
    QTest.keyClick(panel.list, Qt.Key.Key_J)
    scene.until(lambda: "Tag on an article, new: Hafen" in panel.details.toPlainText())
    assert scene.archive.article(3).title in panel.details.toPlainText()


def test_a_step_amid_others_is_taken_back(scene: Scene, panel: HistoryPanel) -> None:
    choose(scene, panel, 1, "Hafen")
    scene.until(panel.back.isEnabled)
    panel.back.click()
    scene.until(lambda: texts(panel)[0] == "Taken back: Tag “Hafen” on 1 article")
    assert [line.gone for line in panel.model.lines] == ["", "", "taken back", ""]
    assert not scene.archive.article(3).tags
    assert scene.archive.article(1).starred
    panel.list.select_row(0)
    scene.until(lambda: panel.back.isEnabled() and panel.back.text() == "Do it again")
    panel.back.click()
    scene.until(lambda: texts(panel)[0] == "Done again: Tag “Hafen” on 1 article")


def test_what_stands_in_the_way_is_named_and_can_be_gone_to(scene: Scene, panel: HistoryPanel) -> None:
    choose(scene, panel, 2, "Later steps build on it")
    assert not panel.back.isEnabled()
    later = panel.model.lines[1].step
    panel.details.anchorClicked.emit(QUrl(f"step:{later}"))
    assert panel.list.currentIndex().row() == 1


def test_undo_shows_as_undone(scene: Scene, panel: HistoryPanel) -> None:
    scene.window.action("undo").trigger()
    scene.until(lambda: panel.model.lines[0].gone == "undone")
    assert "undone" in panel.model.lines[0].when
    scene.until(panel.details.toPlainText)
    assert not panel.back.isEnabled()


def test_an_article_s_own_history(scene: Scene, panel: HistoryPanel) -> None:
    article = scene.read()
    scene.archive.set_fields(article.id, title="Anders")
    scene.do("article_history")
    scene.until(lambda: panel.of_article and "Details of" in texts(panel)[0])
    assert all("Star" not in text for text in texts(panel)) or article.id == 1
    scene.until(lambda: "Title:" in panel.details.toPlainText())
    assert "→ Anders" in panel.details.toPlainText()
    panel.show_article(False)
    scene.until(lambda: len(panel.model.lines) == 4)


def test_a_title_leads_to_its_article(scene: Scene, panel: HistoryPanel) -> None:
    choose(scene, panel, 1, "Hafen")
    panel.details.anchorClicked.emit(QUrl("article:3"))
    scene.until(lambda: scene.desk.article is not None and scene.desk.article.id == 3)


def test_words_of_the_archive_are_no_markup(scene: Scene, panel: HistoryPanel) -> None:
    scene.archive.note(1, "<img src='x'><b>fett</b> <a href='article:9'>hier</a>")
    scene.until(lambda: len(panel.model.lines) == 4)
    choose(scene, panel, 0, "<b>fett</b>")
    assert 'href="article:9"' not in panel.details.toHtml()


def test_a_step_is_copied_with_what_it_did(scene: Scene, panel: HistoryPanel) -> None:
    panel.list.setFocus()
    scene.press("Ctrl+C")
    assert QApplication.clipboard().text().startswith("Star on 1 article")
    assert "Starred: no → yes" in QApplication.clipboard().text()
    menu = panel.menu()
    assert [action.text() for action in menu.actions()] == ["Take back", "Copy"]
    scene.until(panel.back.isEnabled)
    menu.deleteLater()


def test_escape_puts_it_away_and_the_next_window_knows(scene: Scene, panel: HistoryPanel) -> None:
    assert settings.number("window/history", 0) == 1
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert not scene.window.action("history").isChecked()
    assert settings.number("window/history", 0) == 0


def test_it_comes_back_with_the_next_window(
    scene: Scene, panel: HistoryPanel, open_window: Callable[[Path], MainWindow]
) -> None:
    path = scene.archive.path
    scene.window.close()
    window = open_window(path)
    again = window.findChild(HistoryPanel)
    assert again is not None
    assert again.isVisible()
    scene.until(lambda: len(again.model.lines) == 3)
    assert window.action("history").isChecked()
    assert window.focusWidget() is window.list_pane.view


def test_nothing_done_is_said_in_the_middle(scene: Scene) -> None:
    panel = show_history(scene.window, True)
    scene.until(lambda: panel.nothing.isVisible() and bool(panel.nothing.text()))
    assert panel.nothing.alignment() == Qt.AlignmentFlag.AlignCenter
    assert not panel.back.isVisible()
    assert not panel.details.isVisible()
    assert panel.nothing.geometry().center().y() > panel.height() // 3
    scene.archive.star([1])
    scene.until(lambda: panel.back.isVisible() and panel.details.isVisible() and not panel.nothing.isVisible())
