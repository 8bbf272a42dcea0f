"""The room of all annotations: what it lists, opens in place, changes in bulk and exports."""

import json
from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from desktop_app.gui import theme
from desktop_app.gui.annotations.export_dialog import AnnotationExport
from desktop_app.gui.annotations.model import ANNOTATION_ROLE, spoken
from desktop_app.gui.annotations.pane import AnnotationsPane
from desktop_app.gui.annotations.tagging import AnnotationTagEditor
from desktop_app.gui.annotations.words import plain
from desktop_app.gui.i18n import install
from desktop_app.gui.places import ARTICLES
from desktop_app.gui.widgets.entity_finder import EntityFinder
from desktop_app.model.annotations import AnnotationRow
from tests.gui.cast import find_names, named
from tests.gui.scene import Scene


def notes(scene: Scene) -> list[int]:
    """A highlight, a note on words and a note on an article, on three articles; their numbers."""
    archive = scene.archive
    first, second, third = list(archive.find("", sort="date").ids)[:3]
    return [
        archive.note(first, "", 0, 20, 3, tags=["Zitat"]).result,
        archive.note(second, "Wer war **dabei**?", 30, 40, 1).result,
        archive.note(third, "Der ganze Artikel").result,
    ]


def room_of(scene: Scene, count: int = 3) -> AnnotationsPane:
    """The room, with so many annotations listed and fetched."""
    scene.do("annotations")
    pane = scene.window.rooms.pane()
    assert isinstance(pane, AnnotationsPane)
    listed(scene, pane, lambda ids: len(ids) == count)
    return pane


def listed(scene: Scene, pane: AnnotationsPane, wanted: Callable[[list[int]], bool]) -> list[int]:
    ids = pane.model.ids
    scene.until(lambda: wanted(list(pane.model.ids)) and all(pane.model.row_at(n) for n in range(len(pane.model.ids))))
    return list(ids)


def test_it_lists_everything_and_filters(scene: Scene) -> None:
    highlight, note, whole = notes(scene)
    pane = room_of(scene)
    QAbstractItemModelTester(pane.model, QAbstractItemModelTester.FailureReportingMode.QtTest)
    assert pane.view.hasFocus()
    assert pane.state.text() == "3 annotations"
    filters = pane.filters
    filters.words.setText("dabei")
    listed(scene, pane, lambda ids: ids == [note])
    assert pane.state.text() == "1 of 3 annotations"
    filters.words.clear()
    for box, data, wanted in (
        (filters.kind, "highlight", [highlight]),
        (filters.kind, "article", [whole]),
        (filters.colour, 1, [note]),
        (filters.tag, "Zitat", [highlight]),
        (filters.source, scene.archive.annotation_rows([whole])[0].source, None),
    ):
        box.setCurrentIndex(box.findData(data))
        expected = wanted or list(scene.archive.annotations(filters.wanted()))
        listed(scene, pane, lambda ids, expected=expected: ids == expected)
        box.setCurrentIndex(0)
        listed(scene, pane, lambda ids: len(ids) == 3)
    filters.words.setText("niemand")
    scene.until(pane.empty.isVisible)
    pane.empty.buttons()[0].click()
    listed(scene, pane, lambda ids: len(ids) == 3)


def test_dates_of_articles_and_of_notes(scene: Scene) -> None:
    archive = scene.archive
    dated = archive.find("is:dated", sort="date").ids
    early, late = (archive.note(number, "notiert").result for number in (dated[0], dated[-1]))
    pane = room_of(scene, 2)
    first, last = (row.date[:4] for row in archive.annotation_rows([early, late]))
    assert first != last
    pane.filters.date.setText(first)
    listed(scene, pane, lambda found: found == [early])
    pane.filters.date.setText("gestrn")
    listed(scene, pane, lambda found: len(found) == 2)
    assert "no date" in pane.filters.date.toolTip()
    pane.filters.date.clear()
    with archive._session.writing() as connection:
        connection.execute("update annotations set changed_at = '2020-01-01T00:00:00Z' where id = ?", (early,))
    archive.recolour_annotations([late], 2)
    archive.set_fields(archive.annotation_rows([early])[0].article, title="Neu")  # it is read again
    pane.filters.written.setCurrentIndex(1)
    listed(scene, pane, lambda found: found == [late])


def test_only_where_somebody_is_named(scene: Scene) -> None:
    find_names(scene.archive)
    person = named(scene, "Uwe Terhorst")
    article = next(iter(scene.archive.find('person:"Uwe Terhorst"').ids))
    note = scene.archive.note(article, "er").result
    on_him = -scene.archive.note_entity(person, "wer ist das?").result
    other = next(each for each in scene.archive.find('-person:"Uwe Terhorst"').ids)
    scene.archive.note(other, "jemand anders")
    pane = room_of(scene, 3)
    QTest.mouseClick(pane.filters.person, Qt.MouseButton.LeftButton)
    finder = next(each for each in QApplication.topLevelWidgets() if isinstance(each, EntityFinder))
    finder.words.setText("Uwe Terhorst")
    scene.until(lambda: [row.id for row in finder.rows()] == [person])
    QTest.keyClick(finder.words, Qt.Key.Key_Return)
    listed(scene, pane, lambda ids: sorted(ids) == sorted([note, on_him]))
    assert "Uwe Terhorst" in pane.filters.person.text()
    pane.filters.person.click()
    listed(scene, pane, lambda ids: len(ids) == 3)


def test_enter_and_a_click_on_the_title_open_it_in_its_place(scene: Scene) -> None:
    highlight, note, _ = notes(scene)
    pane = room_of(scene)
    pane.choose([note])
    scene.press("Return")
    wanted = scene.archive.annotation_rows([note])[0]
    scene.until(lambda: scene.desk.article is not None and scene.desk.article.id == wanted.article)
    assert scene.desk.room == ARTICLES
    scene.do("back")
    scene.until(lambda: scene.window.rooms.pane() is pane)
    index = pane.model.index(list(pane.model.ids).index(highlight))
    row = index.data(ANNOTATION_ROLE)
    place = pane.view._delegate.title_rect(pane.view.visualRect(index), row).center()
    QTest.mouseMove(pane.view.viewport(), place)
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    scene.until(lambda: scene.desk.article is not None and scene.desk.article.id == row.article)


def test_a_click_beside_the_title_only_chooses(scene: Scene) -> None:
    notes(scene)
    pane = room_of(scene)
    QTest.mouseClick(
        pane.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(60, 15)
    )  # fmt: skip
    assert pane.chosen() == [pane.model.ids[0]]
    assert scene.window.rooms.pane() is pane


def test_a_note_on_somebody_opens_their_page(scene: Scene) -> None:
    find_names(scene.archive)
    person = named(scene, "Uwe Terhorst")
    scene.archive.note_entity(person, "wer ist das?")
    pane = room_of(scene, 1)
    pane.view.select_row(0)
    scene.press("Return")
    scene.until(lambda: scene.desk.room.entity == person)


def test_keys_change_what_is_chosen_as_one_step(scene: Scene) -> None:
    ids = notes(scene)
    pane = room_of(scene)
    scene.press("Ctrl+A")
    assert sorted(pane.chosen()) == ids
    scene.press("5")
    scene.until(lambda: {row.colour for row in scene.archive.annotation_rows(ids)} == {4})
    pane.choose(ids[:2])
    scene.press("T")
    editor = scene.dialog(AnnotationTagEditor)
    editor.words.setText("prüfen")
    editor.apply.click()
    scene.until(lambda: len(scene.archive.annotation_rows(ids)[1].tags) == 1)
    scene.to_the_front()
    pane.view.setFocus()
    scene.until(lambda: sorted(pane.chosen()) == ids[:2])
    scene.press("Del")
    listed(scene, pane, lambda found: found == ids[2:])
    assert pane.chosen() == ids[2:], "the keyboard stands at what is left"
    scene.until(scene.window.action("undo").isEnabled)
    scene.press("Ctrl+Z")
    listed(scene, pane, lambda found: len(found) == 3)
    assert scene.archive.counts().trash == 0, "no article was meant"


def test_the_keys_step_through_the_rows(scene: Scene) -> None:
    notes(scene)
    pane = room_of(scene)
    for key, row in (("J", 0), ("J", 1), ("Down", 2), ("K", 1), ("End", 2), ("Home", 0)):
        scene.press(key)
        assert pane.view.currentIndex().row() == row
    pane.filters.words.setFocus()
    scene.press("Down")
    assert pane.view.hasFocus()
    pane.filters.words.setText("dabei")
    listed(scene, pane, lambda ids: len(ids) == 1)
    scene.press("Esc")
    listed(scene, pane, lambda ids: len(ids) == 3)


def test_the_selection_stays_with_its_annotations(scene: Scene) -> None:
    ids = notes(scene)
    pane = room_of(scene)
    pane.choose([ids[1]])
    pane.filters.order.setCurrentIndex(4)
    wanted = list(scene.archive.annotations(sort="title", descending=False))
    listed(scene, pane, lambda found: found == wanted)
    assert pane.chosen() == [ids[1]]
    new = scene.archive.note(next(iter(scene.archive.find("").ids)), "ganz neu").result
    listed(scene, pane, lambda found: new in found)
    assert pane.chosen() == [ids[1]]


def test_the_sidebar_leads_there_and_counts(scene: Scene) -> None:
    notes(scene)
    model = scene.window.sidebar.model
    scene.until(lambda: (entry := model.entry(model.row_of("view:annotations"))) is not None and entry.count == 3)
    entry = model.entry(model.row_of("view:annotations"))
    assert entry is not None
    scene.window.sidebar._choose(entry, False, False)
    assert isinstance(scene.window.rooms.pane(), AnnotationsPane)
    shown = [each.key for each in model.entries() if each.kind == "view" and each.state == "include"]
    assert shown == ["view:annotations"]


def test_what_is_chosen_or_listed_is_exported(scene: Scene) -> None:
    ids = notes(scene)
    pane = room_of(scene)
    scene.press("E")
    dialog = scene.dialog(AnnotationExport)
    assert "This list: 3" in dialog.what.text()
    dialog.format.setCurrentIndex(dialog.format.findData("w3c"))
    assert dialog.target.text().endswith(".jsonld")
    out = scene.tmp_path / "all.jsonld"
    dialog.target.setText(str(out))
    dialog.start.click()
    scene.until(out.exists)
    scene.until(lambda: "3 annotations exported" in dialog.state.text())
    assert json.loads(out.read_text(encoding="utf-8"))["total"] == 3
    dialog.target.setText(str(scene.archive.path / "notes.csv"))
    dialog.start.click()
    scene.until(lambda: "within the archive" in dialog.state.text())
    dialog.close()
    pane.choose(ids[:2])
    scene.to_the_front()
    pane.view.setFocus()
    scene.do("export")
    scene.until(lambda: any("selection: 2" in each.what.text() for each in scene.window.findChildren(AnnotationExport)))
    scene.dismiss(AnnotationExport)


def test_the_menu_offers_what_the_keys_do(scene: Scene) -> None:
    notes(scene)
    pane = room_of(scene)
    pane.view.select_row(0)
    menu = pane.actions_menu()
    assert [each.text() for each in menu.actions() if each.text()] == [
        *("Open in its place", "Tag …", "Colour", "Remove", "Export …"),
    ]  # fmt: skip
    menu.deleteLater()


def test_without_any_it_says_how_to_make_one(scene: Scene) -> None:
    scene.do("annotations")
    pane = scene.window.rooms.pane()
    assert isinstance(pane, AnnotationsPane)
    scene.until(pane.empty.isVisible)
    assert pane.findChild(type(pane.head), "empty_heading").text() == "No annotations yet"


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_it_is_drawn_in_every_theme_and_in_german_nothing_is_cut(scene: Scene, look: theme.ThemeName) -> None:
    notes(scene)
    install("de")
    try:
        pane = room_of(scene)
        theme.apply(look)
        pane.grab()
        for box in (pane.filters.kind, pane.filters.colour, pane.filters.written, pane.filters.order):
            room = box.width() - 40
            for at in range(box.count()):
                assert box.fontMetrics().horizontalAdvance(box.itemText(at)) <= room, box.itemText(at)
    finally:
        install("en")


def test_what_looks_like_html_is_shown_as_it_is(scene: Scene) -> None:
    article = next(iter(scene.archive.find("").ids))
    scene.archive.note(article, "<img src='file:///etc/passwd'> \u202etxt.exe")
    pane = room_of(scene, 1)
    tip = pane.model.data(pane.model.index(0), Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img" in tip
    assert "<img" not in tip
    assert "\u202e" not in tip
    pane.grab()


def test_a_row_is_told_in_one_sentence() -> None:
    row = AnnotationRow(
        1, "note", "Siehe [Kran](article:3)\n**heute**", "Hafen", 2, "", "", "Kran am Kai", 4, orphaned=True
    )  # fmt: skip
    assert spoken(row) == "Note on words, orphaned, Siehe Kran – heute, Hafen, Kran am Kai, Plum"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("# Titel\n- eins\n- **zwei**", "Titel – eins – zwei"),
        ("> Zitat von *ihm*", "Zitat von ihm"),
        ("3 * 4 = 12, snake_case", "3 * 4 = 12, snake_case"),
        ("a\n\n\nb", "a – b"),
    ],
)
def test_marks_are_left_out_of_a_row(body: str, words: str) -> None:
    assert plain(body) == words


def test_the_fields_of_the_filter_stand_on_one_grid(scene: Scene) -> None:
    filters = room_of(scene, 0).filters
    rows = [
        [filters.words, filters.kind, filters.colour, filters.tag],
        [filters.date, filters.source, filters.written, filters.person, filters.order],
    ]
    filters._name_person("Maximiliane Freifrau")
    scene.until(lambda: filters.person.geometry().top() == filters.order.geometry().top())
    above, below = ([field.geometry() for field in row] for row in rows)
    assert [field.left() for field in above] == [below[at].left() for at in (0, 2, 3, 4)]
    assert [field.right() for field in above] == [below[at].right() for at in (1, 2, 3, 4)]
    gaps = {right.left() - left.right() for row in (above, below) for left, right in pairwise(row)}
    assert gaps == {9}
    assert len({field.height() for field in (*above, *below)}) == 1
    assert max(field.width() for field in below) - min(field.width() for field in below) <= 1
