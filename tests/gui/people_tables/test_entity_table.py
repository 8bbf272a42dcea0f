"""The table of people: what it lists in which order, what it leaves out, and what happens to whom is chosen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from desktop_app.gui.dialogs.merge_dialog import MergeDialog
from desktop_app.gui.models.entity_model import ARTICLES, CHECKED, FIRST, LAST, MENTIONS, NAME, ROLE, TAGS
from desktop_app.gui.panes.entity_table import EntityTable
from tests.gui.cast import named
from tests.gui.deeds_people import table_of
from tests.gui.scene import Scene


def names(pane: EntityTable) -> list[str]:
    """The names in the rows, as far as they have come."""
    return [pane.model.data(pane.model.index(row, NAME)) or "" for row in range(pane.model.rowCount())]


def settled(scene: Scene, pane: EntityTable, wanted: Callable[[list[str]], bool]) -> list[str]:
    scene.until(lambda: all(names(pane)) and wanted(names(pane)))
    return names(pane)


def test_a_click_on_a_heading_sorts_and_a_second_one_turns_it_round(scene: Scene) -> None:
    pane = table_of(scene)
    archive = scene.archive
    by_articles = settled(scene, pane, lambda found: len(found) == 6)
    assert list(pane.model.ids) == list(archive.entity_ids("person"))
    pane._on_heading(NAME)
    found = settled(scene, pane, lambda found: found != by_articles)
    assert found == sorted(by_articles, key=str.casefold)
    pane._on_heading(NAME)
    settled(scene, pane, lambda again: again == found[::-1])
    for column, sort in ((ARTICLES, "articles"), (MENTIONS, "mentions"), (FIRST, "first"), (LAST, "last")):
        pane._on_heading(column)
        expected = list(archive.entity_ids("person", sort=sort, descending=pane.descending))
        scene.until(lambda expected=expected: list(pane.model.ids) == expected)
        assert pane.table.heading.sortIndicatorSection() == column
    pane._on_heading(ROLE)  # nothing sorts by the role
    assert pane.table.heading.sortIndicatorSection() == LAST


def test_the_fields_leave_out_whom_they_do_not_fit(scene: Scene) -> None:
    pane = table_of(scene)
    archive, fields = scene.archive, pane.filters
    archive.confirm_entities([named(scene, "Uwe Terhorst")])
    archive.tag_entities([named(scene, "Renate Hollkamp")], add=["Gespräch"])
    fields.words.setText("hollk")
    assert settled(scene, pane, lambda found: len(found) == 1) == ["Renate Hollkamp"]
    fields.words.setText("niemand")
    scene.until(lambda: pane.model.rowCount() == 0)
    assert pane.empty.isVisible()
    pane.empty.buttons()[0].click()
    settled(scene, pane, lambda found: len(found) == 6)
    fields.checked.setChecked(True)
    assert settled(scene, pane, lambda found: len(found) == 1) == ["Uwe Terhorst"]
    fields.clear()
    settled(scene, pane, lambda found: len(found) == 6)
    assert fields.tag.count() >= 2
    fields.tag.setCurrentText("Gespräch")
    assert settled(scene, pane, lambda found: len(found) == 1) == ["Renate Hollkamp"]
    scene.press("Esc")
    settled(scene, pane, lambda found: len(found) == 6)


def test_mere_surnames_can_be_left_out(scene: Scene) -> None:
    pane = table_of(scene)
    rows = {row.name: row.bare for row in scene.archive.entity_rows(pane.model.ids)}
    pane.filters.full.setChecked(True)
    found = settled(scene, pane, lambda found: len(found) == len([name for name in rows if not rows[name]]))
    assert not any(rows[name] for name in found)
    scene.do("organisations")  # they have no surnames, and the field is not there
    assert pane.filters.full.isHidden()
    settled(scene, pane, lambda found: len(found) == 4)


def test_merging_from_the_table_is_one_step_that_undo_takes_back(scene: Scene) -> None:
    pane = table_of(scene, "Yuki Tanabe", "Tanabe")
    scene.press("M")
    dialog = scene.dialog(MergeDialog)
    scene.until(lambda: dialog.preview is not None)
    dialog.merge.click()
    settled(scene, pane, lambda found: len(found) == 5)
    assert "Tanabe" not in names(pane)
    assert pane.targets() == [named(scene, "Yuki Tanabe")]
    scene.to_the_front()
    pane.table.setFocus()
    scene.until(scene.window.action("undo").isEnabled)
    scene.press("Ctrl+Z")
    settled(scene, pane, lambda found: len(found) == 6)


def test_after_rejecting_the_keyboard_stands_at_the_next_one(scene: Scene) -> None:
    pane = table_of(scene)
    before = list(pane.model.ids)
    pane.choose([before[2]])
    scene.press("Del")
    scene.until(lambda: list(pane.model.ids) == [*before[:2], *before[3:]])
    assert pane.targets() == [before[3]]
    assert scene.desk.listing is not None
    assert not scene.archive.counts().trash  # no article was meant


def test_whoever_was_rejected_can_be_taken_back_in_from_their_page(scene: Scene) -> None:
    table_of(scene, "Uwe Terhorst")
    terhorst = named(scene, "Uwe Terhorst")
    scene.archive.reject_entities([terhorst])
    scene.desk.open_entity(terhorst)
    scene.until(lambda: scene.window.rooms.targets() == [terhorst])
    scene.do("reject_people")
    scene.until(lambda: len(scene.archive.entity_ids("person")) == 6)


def test_the_selection_stays_with_its_people(scene: Scene) -> None:
    pane = table_of(scene, "Uwe Terhorst", "Birte Lohmann")
    wanted = set(pane.targets())
    pane._on_heading(NAME)
    settled(scene, pane, lambda found: found == sorted(found, key=str.casefold))
    assert set(pane.targets()) == wanted
    scene.press("C")
    scene.until(lambda: len(scene.archive.entity_ids("person", checked=True)) == 2)
    scene.until(lambda: pane.model.data(pane.model.index(pane.model.row_of(min(wanted)), CHECKED)) != "")
    assert set(pane.targets()) == wanted


def test_letters_typed_into_the_filter_are_letters(scene: Scene) -> None:
    pane = table_of(scene, "Uwe Terhorst")
    pane.filters.words.setFocus()
    for letter in "mctjn":
        scene.press(letter)
    assert pane.filters.words.text() == "mctjn"
    assert scene.archive.next_undo() is None
    pane.filters.clear()
    settled(scene, pane, lambda found: len(found) == 6)
    scene.press("Return")
    assert pane.table.hasFocus()


def test_enter_opens_the_page_and_back_leads_to_the_table(scene: Scene) -> None:
    table_of(scene, "Uwe Terhorst")
    opened: list[int] = []
    scene.desk.room_changed.connect(lambda room: opened.append(room.entity))
    scene.press("Return")
    assert opened == [named(scene, "Uwe Terhorst")]
    scene.press("Alt+Left")
    scene.until(lambda: scene.desk.room.name == "people")


def test_a_search_leads_back_to_the_articles_and_their_keys(scene: Scene) -> None:
    pane = table_of(scene, "Uwe Terhorst")
    window = scene.window
    assert not window.action("more_like_this").isEnabled()
    assert window.action("merge_people").isEnabled()
    scene.search("Hafen")
    assert scene.desk.room.name == "articles"
    assert not pane.isVisible()
    assert not window.action("merge_people").isEnabled()
    scene.read()
    assert window.action("more_like_this").isEnabled()


def test_a_right_click_offers_the_actions_of_the_window(scene: Scene) -> None:
    pane = table_of(scene, "Uwe Terhorst")
    menu = pane.actions_menu()
    offered = [action.objectName() for action in menu.actions() if isinstance(action, QAction)]
    assert "action_merge_people" in offered
    assert "action_split_person" in offered
    (orders,) = [action.menu() for action in menu.actions() if action.menu() is not None]
    assert [action.text() for action in orders.actions() if action.isChecked()] == ["Articles"]
    orders.actions()[0].trigger()
    assert pane.sorted_by == NAME
    scene.until(lambda: list(pane.model.ids) == list(scene.archive.entity_ids("person", sort="name", descending=False)))
    menu.close()
    menu.deleteLater()


def test_what_is_done_with_the_chosen_ones_stands_below_with_its_key(scene: Scene) -> None:
    pane = table_of(scene)
    assert [button.isEnabled() for button in pane.buttons] == [False] * 4
    pane.table.selectAll()
    assert [button.isEnabled() for button in pane.buttons] == [True] * 4
    assert [button.key for button in pane.buttons] == ["M", "T", "C", "Del"]
    assert pane.chosen_line.text() == "6 selected"


@pytest.mark.parametrize(("width", "shown"), [(1200, True), (560, False)])
def test_columns_without_room_go(scene: Scene, width: int, shown: bool) -> None:
    pane = table_of(scene)
    pane.table.resize(width, 400)
    pane._fit()
    assert pane.table.isColumnHidden(TAGS) is not shown
    assert not pane.table.isColumnHidden(NAME)


def test_a_long_hint_is_cut_and_widens_nothing(scene: Scene) -> None:
    pane = table_of(scene)
    width = pane.minimumSizeHint().width()
    pane.chosen_line.setText("Wählen Sie eine oder mehrere. " * 20)
    pane._bar.layout().activate()
    pane.layout().activate()
    assert pane.minimumSizeHint().width() == width


def test_organisations_have_no_column_of_offices(scene: Scene) -> None:
    pane = table_of(scene)
    assert not pane.table.isColumnHidden(ROLE)
    narrow = pane.table.columnWidth(NAME)
    scene.do("organisations")
    scene.until(lambda: pane.table.isColumnHidden(ROLE))
    assert pane.table.columnWidth(NAME) > narrow
    scene.do("people")
    scene.until(lambda: not pane.table.isColumnHidden(ROLE))


def test_rows_come_by_pages_and_the_model_keeps_its_promises(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    pane = table_of(scene)
    asked: list[int] = []
    rows = scene.archive.entity_rows

    def count(ids: list[int]) -> object:
        asked.append(len(ids))
        return rows(ids)

    monkeypatch.setattr(scene.archive, "entity_rows", count)
    tester = QAbstractItemModelTester(pane.model)
    pane.model.show([1_000_000 + number for number in range(100_000)])  # nobody of these is there
    scene.until(lambda: asked)
    pane.table.grab()
    pane.table.scrollToBottom()
    pane.table.grab()
    scene.until(lambda: pane.model._requests.idle)
    assert max(asked) <= 100
    assert len(asked) < 12
    tester.deleteLater()


def test_a_screen_reader_hears_a_row_in_one_sentence(scene: Scene) -> None:
    pane = table_of(scene, "Uwe Terhorst")
    scene.archive.confirm_entities(pane.targets())
    row = pane.model.row_of(named(scene, "Uwe Terhorst"))

    def heard() -> str:
        return str(pane.model.data(pane.model.index(row, NAME), Qt.ItemDataRole.AccessibleTextRole))

    scene.until(lambda: heard().endswith("checked"))
    assert heard().startswith("Uwe Terhorst, ")
    assert QApplication.focusWidget() is pane.table
