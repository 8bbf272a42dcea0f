"""Versions of one article are one row that opens; counts are by family or by article."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop_app.gui import settings
from desktop_app.gui.models.article_list import FOLD_ROLE
from tests.conftest import article, shelve
from tests.gui.scene import Scene
from tests.unit.similar.press import FERRY, HARBOUR, edited


@pytest.fixture
def press(scene: Scene) -> Scene:
    """The shelf's dozen articles with three versions of one and two of another; the list shows one row for each."""
    shelve(
        scene.archive,
        article(HARBOUR, "Züge vom Kai", "2022-02-12", "Rheinhafen-Bote"),
        article(edited(HARBOUR, 0.1), "Container rollen", "2022-02-13", "Niederrhein-Kurier"),
        article(HARBOUR[:500], "Vertrag", "2022-02-11", "Stadtanzeiger"),
        article(FERRY, "Ferries doubled", "2022-01-11"),
        article(edited(FERRY, 0.1), "More boats", "2022-01-12"),
    )
    scene.archive.find_families(here=True)
    scene.desk.folding.show_by_family(True)
    scene.until(lambda: scene.desk.listing is not None and len(scene.desk.listing.versions) == 2)
    return scene


def titles(scene: Scene, count: int = 4) -> list[str]:
    assert scene.desk.listing is not None
    return [row.title for row in scene.archive.rows(scene.desk.listing.ids[:count])]


def test_the_first_row_stands_for_its_versions(press: Scene) -> None:
    assert titles(press, 2) == ["Container rollen", "More boats"]
    index = press.window.list_pane.view.articles.index(0)
    press.until(lambda: "3 versions" in str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
    assert "17</b> articles in 14 rows" in press.window.list_pane.line.count.text()
    assert press.window.list_pane.line.families.isVisible()


def test_right_opens_and_left_closes(press: Scene) -> None:
    press.read(0)
    press.press("Right")
    press.until(lambda: titles(press) == ["Container rollen", "Züge vom Kai", "Vertrag", "More boats"])
    view = press.window.list_pane.view
    assert [view.articles.index(row).data(FOLD_ROLE) is not None for row in range(5)] == [True, True, True, True, False]
    press.press("J")
    press.until(lambda: press.desk.article is not None and press.desk.article.title == "Züge vom Kai")
    view.setFocus()
    press.press("Left")
    press.until(lambda: titles(press, 2) == ["Container rollen", "More boats"])
    press.until(lambda: press.desk.article is not None and press.desk.article.title == "Container rollen")


def test_a_click_on_the_chip_opens_and_closes(press: Scene) -> None:
    view = press.window.list_pane.view
    press.until(lambda: view.articles.line(0) is not None)
    option = QStyleOptionViewItem()
    for count in (4, 2):
        view.scrollToTop()  # the articles came above those that were shown
        option.rect = view.visualRect(view.articles.index(0))
        chip = view.delegate.chip_box(option, view.articles.index(0))
        assert option.rect.contains(chip)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=chip.center())
        press.until(lambda count=count: _shown(press) == count)
    view.scrollToTop()
    assert press.desk.selected == []
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, option.rect.center().y()))
    press.until(lambda: press.desk.selected)  # elsewhere a click selects
    assert _shown(press) == 2


def _shown(scene: Scene) -> int:
    """How many rows the two families take."""
    listing = scene.desk.listing
    return len(listing.versions) + len(listing.inside) if listing is not None else 0


def test_each_article_has_its_own_row_unless_asked(scene: Scene) -> None:
    settings.store().remove("families/one_row")
    assert not scene.desk.folding.by_family
    assert not scene.window.list_pane.line.families.isChecked()


def test_the_switch_counts_by_article_and_is_remembered(press: Scene) -> None:
    line = press.window.list_pane.line
    assert press.desk.listing is not None
    by_family = len(press.desk.listing)
    line.families.click()
    press.until(lambda: press.desk.listing is not None and len(press.desk.listing) == by_family + 3)
    assert "+ 3" not in line.count.text()
    assert not press.desk.folding.by_family
    line.families.click()
    press.until(lambda: press.desk.listing is not None and len(press.desk.listing) == by_family)


def test_another_question_closes_what_was_opened(press: Scene) -> None:
    press.read(0)
    press.press("Right")
    press.until(lambda: _shown(press) == 4)
    press.desk.set_view("unread")
    press.until(lambda: press.desk.listing is not None and _shown(press) == 2)
    press.desk.toggle_filter("has:copies")  # who asks for copies wants to see them
    press.until(lambda: press.desk.listing is not None and len(press.desk.listing) == 5)
    assert _shown(press) == 0


def test_parting_one_leaves_the_row(press: Scene) -> None:
    press.read(0)
    press.window.action("part_versions").trigger()
    press.until(lambda: press.desk.listing is not None and 2 in press.desk.listing.versions.values())
    press.until(lambda: titles(press, 2) == ["Container rollen", "Züge vom Kai"])
    press.archive.undo()
    press.until(lambda: press.desk.listing is not None and 3 in press.desk.listing.versions.values())
