"""Two versions side by side: what differs is marked without colour, and the reader says whether they are the same."""

import pytest
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QToolButton

from desktop_app.gui.families.pane import VersionsPane
from desktop_app.gui.places import Room
from tests.conftest import article, shelve
from tests.gui.scene import Scene
from tests.unit.similar.press import BRIDGE, HARBOUR

CHANGED = HARBOUR.replace("am Dienstag einen Vertrag", "gestern einen Vorvertrag").replace(" zäher", "")


@pytest.fixture
def pair(scene: Scene) -> tuple[Scene, VersionsPane, list[int]]:
    """Three versions and one other article; the comparison of the newest with the oldest is open."""
    ids = shelve(
        scene.archive,
        article(HARBOUR, "Züge vom Kai", "2022-02-11", "Rheinhafen-Bote"),
        article(CHANGED, "Container rollen", "2022-02-12", "Niederrhein-Kurier"),
        article(HARBOUR[:500], "Vertrag", "2022-02-13"),
        article(BRIDGE, "Brücke", "2022-02-14"),
    )
    scene.archive.find_families(here=True)
    scene.desk.enter(Room("versions", articles=(ids[1],)))
    return scene, compared(scene), ids


def compared(scene: Scene) -> VersionsPane:
    scene.until(lambda: isinstance(scene.window.rooms.pane(), VersionsPane))
    pane = scene.window.rooms.pane()
    assert isinstance(pane, VersionsPane)
    scene.until(lambda: pane.comparison is not None)
    return pane


def marked(pane: VersionsPane) -> tuple[str, str]:
    """What is struck out and what is underlined."""
    removed, added = "", ""
    block = pane.page.document().begin()
    while block.isValid():
        for piece in block:
            fragment = piece.fragment()
            form = fragment.charFormat()
            if form.fontStrikeOut():
                removed += fragment.text() + "|"
            if form.underlineStyle() == QTextCharFormat.UnderlineStyle.SingleUnderline:
                added += fragment.text() + "|"
        block = block.next()
    return removed, added


def test_differences_are_struck_out_or_underlined(pair: tuple[Scene, VersionsPane, list[int]]) -> None:
    _scene, pane, ids = pair
    assert pane.comparison is not None
    assert (pane.comparison.one.id, pane.comparison.other.id) == (ids[0], ids[1])  # the oldest comes first
    removed, added = marked(pane)
    assert "Dienstag" in removed
    assert "zäher" in removed
    assert "gestern" in added
    assert "Vorvertrag" in added
    assert "3 versions" in pane.title.text()
    assert pane.count.text().endswith(f"of {len(pane.page._spans)}")
    assert pane.page.hasFocus()


def test_keys_go_from_difference_to_difference(pair: tuple[Scene, VersionsPane, list[int]]) -> None:
    scene, pane, _ids = pair
    count = len(pane.page._spans)
    assert pane.count.text() == f"1 of {count}"
    scene.press("F3")
    assert pane.count.text() == f"2 of {count}"
    assert pane.page.textCursor().selectedText()
    scene.press("Shift+F3")
    scene.press("Shift+F3")
    assert pane.count.text() == f"{count} of {count}"


def test_what_is_the_same_can_be_left_out(pair: tuple[Scene, VersionsPane, list[int]]) -> None:
    _scene, pane, _ids = pair
    whole = len(pane.page.toPlainText())
    button = pane.findChild(QToolButton, "only_differences")
    assert button is not None
    button.click()
    assert len(pane.page.toPlainText()) < whole / 2
    assert "[…]" in pane.page.toPlainText()
    assert "Vorvertrag" in marked(pane)[1]
    button.click()
    assert len(pane.page.toPlainText()) == whole


def test_either_side_can_be_another_version(pair: tuple[Scene, VersionsPane, list[int]]) -> None:
    scene, pane, ids = pair
    pane.other.setCurrentIndex(pane.other.findData(ids[2]))
    pane.other.activated.emit(pane.other.currentIndex())
    scene.until(lambda: pane.comparison is not None and pane.comparison.other.id == ids[2])
    pane._swap.click()
    scene.until(lambda: pane.comparison is not None and pane.comparison.one.id == ids[2])


def test_the_reader_says_that_they_are_not_the_same(pair: tuple[Scene, VersionsPane, list[int]]) -> None:
    scene, pane, ids = pair
    assert pane.part.text() == "Not the same article"
    pane.part.click()
    scene.until(lambda: sorted(scene.archive.families()[0]) == [ids[0], ids[2]])
    scene.until(lambda: pane.part.text() == "Versions of one article")
    pane.part.click()
    scene.until(lambda: sorted(scene.archive.families()[0]) == ids[:3])


def test_any_two_articles_are_compared_and_the_way_back_is_there(scene: Scene) -> None:
    one, other = shelve(scene.archive, article(BRIDGE, "Brücke", "2022"), article(HARBOUR, "Hafen", "2022"))
    scene.desk.enter(Room("versions", articles=(one, other)))
    pane = compared(scene)
    assert pane.part.text() == "Versions of one article"
    pane._back.click()
    scene.until(lambda: scene.desk.room.name == "articles")


def test_an_article_without_versions_says_so(scene: Scene) -> None:
    number = scene.read().id
    told: list[str] = []
    scene.desk.message.connect(told.append)
    scene.window.action("compare_versions").trigger()
    scene.until(lambda: any("No other version" in sentence for sentence in told))
    assert scene.desk.room.name == "articles"
    # Its room may still be come back to, after the others have been parted from it.
    scene.desk.enter(Room("versions", articles=(number,)))
    scene.until(lambda: isinstance(scene.window.rooms.pane(), VersionsPane))
    pane = scene.window.rooms.pane()
    assert isinstance(pane, VersionsPane)
    scene.until(lambda: pane.title.text() == "No other version")
    assert scene.desk.room.articles == (number,)
    assert not pane.part.isVisible()
    assert not pane.page.isVisible()  # its caret would blink on an empty page
