"""The list as a table: columns chosen, moved and sorted by, remembered for the archive."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop_app.gui import settings
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.table.cells import ROW_HEIGHT
from desktop_app.gui.table.columns import Arrangement, clicked, columns, keep, kept
from desktop_app.gui.table.heading import Heading
from tests.gui.scene import Scene


@pytest.fixture
def heading(scene: Scene) -> Heading:
    """The headings of the table that the list is."""
    scene.window.resize(1440, 900)
    scene.do("table")
    return scene.window.list_pane.table.heading


def press(heading: Heading, name: str, *, shift: bool = False) -> None:
    left, width = next((left, width) for column, left, width in heading.shown() if column.name == name)
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    place = QPoint(left + width // 2, heading.height() // 2)
    QTest.mouseClick(heading.viewport(), Qt.MouseButton.LeftButton, held, place)


def names(heading: Heading) -> list[str]:
    return [column.name for column, _, _ in heading.shown()]


def sorted_by(scene: Scene, sort: str) -> None:
    scene.until(lambda: scene.desk.listing is not None and scene.desk.listing.sort == sort)


def test_it_is_the_same_list_with_the_same_selection(scene: Scene) -> None:
    view, article = scene.window.list_pane.view, scene.read(2)
    high = view.row_height()
    scene.do("table")
    assert view.row_height() == ROW_HEIGHT < high
    assert scene.desk.selected == [article.id]
    assert scene.window.list_pane.table.heading.isVisible()
    scene.do("next_article")
    scene.until(lambda: scene.desk.article is not None and scene.desk.article.id == scene.desk.listing.ids[3])
    scene.do("table")
    assert view.row_height() == high
    assert scene.window.list_pane.table.heading.isHidden()


def test_clicks_sort_turn_round_and_take_back(scene: Scene, heading: Heading) -> None:
    press(heading, "title")
    sorted_by(scene, "title")
    titles = [scene.archive.rows([number])[0].heading for number in scene.desk.listing.ids]
    assert titles[0] < titles[-1]
    press(heading, "title")
    sorted_by(scene, "-title")
    press(heading, "title")
    sorted_by(scene, "-date")
    assert scene.desk.sort is None


def test_shift_adds_a_second_key(scene: Scene, heading: Heading) -> None:
    press(heading, "source")
    sorted_by(scene, "source")
    press(heading, "words", shift=True)
    sorted_by(scene, "source,-words")
    rows = scene.archive.rows(scene.desk.listing.ids)
    for before, after in pairwise(rows):
        assert before.source != after.source or before.words >= after.words
    assert scene.window.list_pane.line.sort.text().startswith("Source, Words")
    press(heading, "words", shift=True)
    sorted_by(scene, "source,words")
    press(heading, "words", shift=True)
    sorted_by(scene, "source")


def test_what_a_click_makes_of_an_order() -> None:
    date = next(column for column in columns() if column.name == "date")
    assert clicked("", date, more=False) == "-date"
    assert clicked("-date", date, more=False) == "date"
    assert clicked("date", date, more=False) == ""
    assert clicked("relevance", date, more=True) == "-date"
    assert clicked("source,date", date, more=False) == "-date"
    assert clicked("source,-date", date, more=True) == "source,date"


def test_columns_are_chosen_from_a_menu(scene: Scene, heading: Heading) -> None:
    menu = heading.menu()
    (author,) = [action for action in menu.actions() if action.text() == "Author"]
    assert not author.isChecked()
    author.trigger()
    scene.until(lambda: "author" in names(heading))
    heading.choose("source", False)
    scene.until(lambda: "source" not in names(heading))
    menu.close()
    heading.reset()
    assert names(heading) == ["starred", "title", "date", "source", "words", "tags"]


def test_the_command_opens_the_menu(scene: Scene) -> None:
    scene.window.action("columns").trigger()
    scene.until(lambda: [menu for menu in scene.window.findChildren(QMenu, "columns_menu") if menu.isVisible()])
    assert scene.window.list_pane.table.on
    scene.window.findChildren(QMenu, "columns_menu")[0].close()


def test_the_title_takes_what_the_others_leave(scene: Scene, heading: Heading) -> None:
    shown = heading.shown()
    assert sum(width for _, _, width in shown) == heading.viewport().width()
    heading.setFixedWidth(300)
    scene.until(lambda: len(names(heading)) < len(shown))
    assert "title" in names(heading)
    heading.setMinimumWidth(0)
    heading.setMaximumWidth(16_777_215)
    scene.until(lambda: len(names(heading)) == len(shown))


def test_an_archive_remembers_its_table(
    scene: Scene, heading: Heading, open_window: Callable[[Path], MainWindow]
) -> None:
    heading.choose("author", True)
    heading.moveSection(heading.visualIndex(4), 0)
    press(heading, "title")
    sorted_by(scene, "title")
    scene.until(lambda: kept(scene.archive.path).order[0] == "author")
    path, before = scene.archive.path, names(heading)
    scene.window.close()
    window = open_window(path)
    table = window.list_pane.table
    assert table.on
    assert window.action("table").isChecked()
    assert names(table.heading)[0] == "author"
    window.resize(1440, 900)
    window.panes.setSizes([900, 300])
    scene.qtbot.waitUntil(lambda: set(names(table.heading)) == set(before))
    assert window.desk.sort == "title"
    assert not kept(path / "elsewhere").table


@pytest.mark.parametrize("broken", ["{", "[]", '{"shown": 5}', '{"widths": {"title": "x"}}', '{"shown": ["colour"]}'])
def test_broken_settings_count_as_none(tmp_path: Path, broken: str, dressed: object) -> None:
    keep(tmp_path, Arrangement(table=True))
    (name,) = [key for key in settings.store().allKeys() if key.startswith("list/")]
    settings.put(name, broken)
    assert kept(tmp_path).shown == Arrangement().shown


def test_the_table_gives_way_to_concordance_and_emptiness(scene: Scene, heading: Heading) -> None:
    scene.search("Hafen")
    scene.do("concordance")
    assert heading.isHidden()
    scene.do("concordance")
    assert heading.isVisible()
    scene.search("xyzxyz")
    assert heading.isHidden()


def test_it_is_drawn_in_every_theme(scene: Scene, heading: Heading) -> None:
    from desktop_app.gui import theme

    seen = set()
    for name in theme.THEMES:
        theme.apply(name)
        seen.add(scene.window.list_pane.grab().toImage().pixelColor(200, 300).name())
    assert len(seen) > 1


def test_selected_articles_are_copied_as_lines(scene: Scene) -> None:
    QApplication.clipboard().clear()
    view = scene.window.list_pane.view
    scene.read(0)
    view.selectAll()
    scene.until(lambda: len(scene.desk.selected) > 1)
    scene.press("Ctrl+C")
    scene.until(lambda: len(QApplication.clipboard().text().splitlines()) == len(scene.desk.selected))
    assert scene.archive.article(scene.desk.listing.ids[0]).title in QApplication.clipboard().text()
