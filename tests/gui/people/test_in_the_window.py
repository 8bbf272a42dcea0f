"""The page in the window: from a name to the page, from a sentence to the article, and back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop_app.gui.dialogs.export_dialog import ExportDialog
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.people.page import EntityPane
from desktop_app.gui.people.quote_view import QuoteView
from desktop_app.gui.places import ARTICLES
from tests.gui.scene import Scene
from tests.unit.archive.cast import entity


@pytest.fixture
def scene(
    folder: Path,
    open_window: Callable[[Path], MainWindow],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> Scene:
    """A window on the town."""
    window = open_window(folder)
    window._seen.setInterval(10**8)
    return Scene(window, qtbot, monkeypatch, tmp_path)


def page_of(scene: Scene, name: str) -> EntityPane:
    """Open somebody's page."""
    number = entity(scene.archive, name)
    scene.desk.open_entity(number)
    pane = scene.window.rooms.pane()
    assert isinstance(pane, EntityPane)
    scene.until(lambda: pane.loaded is not None and pane.loaded.page.row.id == number)
    return pane


def test_a_sentence_opens_in_its_article_and_back_returns_to_the_page(scene: Scene) -> None:
    pane = page_of(scene, "Marcel Vogel")
    quotes = pane.columns.roles.findChildren(QuoteView)
    sentence = next(each for each in quotes if each.quote.title == "Am Kai")
    sentence.click()
    scene.until(lambda: scene.desk.article is not None and scene.desk.article.title == "Am Kai")
    assert scene.desk.room == ARTICLES
    scene.until(lambda: scene.desk.mentions.current >= 0)
    assert scene.desk.mentions.all[scene.desk.mentions.current].name == "Marcel Vogel"
    scene.do("back")
    assert scene.desk.room.name == "entity"
    scene.until(pane.isVisible)


def test_the_words_of_the_search_lead_away_from_the_page(scene: Scene) -> None:
    page_of(scene, "Marcel Vogel")
    scene.search("Schleuse")
    assert scene.desk.room == ARTICLES
    assert scene.window.list_pane.isVisible()


def test_its_articles_are_exported_as_they_are_narrowed(scene: Scene) -> None:
    pane = page_of(scene, "Marcel Vogel")
    before = pane.loaded
    pane.columns.counts.source_chosen.emit("Niederrhein Kurier")
    scene.until(lambda: pane.loaded is not before)
    pane.head.export.click()
    dialog = scene.dialog(ExportDialog)
    assert dialog.what.currentText() == "Marcel Vogel: 1 article"
    assert dialog._ids() == [pane.loaded.articles[0]] if pane.loaded else False
    dialog.close()


def test_its_menu_holds_the_verbs_about_people(scene: Scene) -> None:
    pane = page_of(scene, "Anna Lindner")
    pane.head.more.click()
    menu = scene.dialog(QMenu)
    verbs = [action for action in menu.actions() if not action.isSeparator()]
    assert scene.window.action("rename_person") in verbs
    assert all(action.isEnabled() for action in verbs)
    menu.close()


def test_what_a_verb_changes_is_seen_at_once(scene: Scene) -> None:
    pane = page_of(scene, "Anna Lindner")
    scene.do("confirm_people")
    scene.until(lambda: pane.loaded is not None and pane.loaded.page.row.checked)
    assert "checked by hand" in pane.head._counts.text()
    scene.do("undo")
    scene.until(lambda: pane.loaded is not None and not pane.loaded.page.row.checked)


def test_keys_answer_the_suggestion_on_the_page(scene: Scene) -> None:
    pane = page_of(scene, "Marcel Vogel")
    assert pane.asks()
    pane.setFocus()
    scene.press("N")
    scene.until(lambda: not pane.asks())
