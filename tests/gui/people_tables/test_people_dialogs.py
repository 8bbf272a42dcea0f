"""Merging, splitting, renaming, and the list of decisions: what they show before, and what they do."""

from PySide6.QtCore import Qt

from desktop_app.gui.dialogs.decisions import DecisionsDialog
from desktop_app.gui.dialogs.merge_dialog import MergeDialog
from desktop_app.gui.dialogs.rename_dialog import RenameDialog
from desktop_app.gui.dialogs.split_dialog import SplitDialog
from tests.gui.cast import find_names, named
from tests.gui.deeds_people import table_of
from tests.gui.scene import Scene


def merging(scene: Scene, *names: str) -> MergeDialog:
    table_of(scene, *names)
    scene.press("M")
    dialog = scene.dialog(MergeDialog)
    scene.until(lambda: len(dialog.rows) == len(names))
    return dialog


def test_a_merge_shows_what_comes_of_it_in_either_direction(scene: Scene) -> None:
    dialog = merging(scene, "Yuki Tanabe", "Tanabe")
    scene.until(lambda: dialog.preview is not None)
    assert dialog.name.text() == "Yuki Tanabe"  # the fuller name stays, unless the reader says otherwise
    assert dialog.counts.text() == "6 articles · 9 mentions · 2 name forms"
    assert {chip.text() for chip in dialog._chips} == {"Yuki Tanabe", "Tanabe"}
    dialog.swap.click()
    scene.until(lambda: dialog.name.text() == "Tanabe")
    dialog.swap.click()
    scene.until(lambda: dialog.name.text() == "Yuki Tanabe" and dialog.merge.isEnabled())
    dialog.merge.click()
    scene.until(lambda: len(scene.archive.entity_ids("person")) == 5)
    assert list(scene.archive.entity_ids("person", "Tanabe")) == [named(scene, "Yuki Tanabe")]


def test_one_alone_asks_for_another(scene: Scene) -> None:
    dialog = merging(scene, "Yuki Tanabe")
    assert not dialog.merge.isEnabled()
    assert "It takes two" in dialog.counts.text()
    dialog.include(named(scene, "Tanabe"))
    scene.until(lambda: dialog.preview is not None)
    assert dialog.merge.isEnabled()
    dialog.drop(named(scene, "Tanabe"))
    assert not dialog.merge.isEnabled()
    dialog.close()


def test_of_several_any_can_stay_and_any_can_be_left_out(scene: Scene) -> None:
    dialog = merging(scene, "Yuki Tanabe", "Tanabe", "Kenji Moriyama")
    moriyama = named(scene, "Kenji Moriyama")
    scene.until(lambda: dialog.preview is not None)
    assert dialog.swap.isHidden()
    button = dialog._group.button(moriyama)
    assert button is not None
    button.click()
    scene.until(lambda: dialog.name.text() == "Kenji Moriyama")
    dialog.drop(moriyama)
    scene.until(lambda: dialog.name.text() == "Yuki Tanabe")
    assert not dialog.swap.isHidden()
    dialog.close()


def test_mixing_people_and_organisations_is_warned_of(scene: Scene) -> None:
    dialog = merging(scene, "Yuki Tanabe")
    assert dialog.warning.text() == ""
    dialog.include(named(scene, "Digitalwerk"))
    scene.until(lambda: dialog.preview is not None)
    assert "mixed" in dialog.warning.text()
    dialog.close()


def splitting(scene: Scene) -> SplitDialog:
    table_of(scene, "Uwe Terhorst")
    scene.do("split_person")
    dialog = scene.dialog(SplitDialog)
    scene.until(lambda: dialog._all == 6)
    return dialog


def test_namesakes_are_split_by_ticked_articles(scene: Scene) -> None:
    dialog = splitting(scene)
    articles = dialog.lists["articles"]
    assert articles.topLevelItemCount() == 6
    assert not dialog.split.isEnabled()
    assert "Terhorst" in dialog.sentence.text()
    for row in range(2):
        item = articles.topLevelItem(row)
        assert item is not None
        item.setCheckState(0, Qt.CheckState.Checked)
    assert dialog.preview.text() == "2 of 6 articles go to the other one, 4 stay."
    dialog.name.setText("Uwe Terhorst (Trainer)")
    dialog.split.click()
    scene.until(lambda: len(scene.archive.entity_ids("person")) == 7)
    (row,) = scene.archive.entity_rows([named(scene, "Uwe Terhorst (Trainer)")])
    assert row.articles == 2
    scene.archive.undo()
    assert len(scene.archive.entity_ids("person")) == 6


def test_namesakes_are_split_by_source(scene: Scene) -> None:
    dialog = splitting(scene)
    dialog.tabs.setCurrentIndex(1)
    sources = dialog.lists["source"]
    last = sources.topLevelItem(sources.topLevelItemCount() - 1)
    assert last is not None
    sources.setCurrentItem(last)
    count = int(last.text(1))
    assert dialog.preview.text() == f"{count} of 6 articles go to the other one, {6 - count} stay."
    dialog.name.setText("Der andere")
    dialog.split.click()
    scene.until(lambda: len(scene.archive.entity_ids("person")) == 7)
    (row,) = scene.archive.entity_rows([named(scene, "Der andere")])
    assert row.articles == count


def test_nobody_may_be_split_off_whole(scene: Scene) -> None:
    dialog = splitting(scene)
    articles = dialog.lists["articles"]
    for number in range(6):
        item = articles.topLevelItem(number)
        assert item is not None
        item.setCheckState(0, Qt.CheckState.Checked)
    assert not dialog.split.isEnabled()
    assert "nobody would be left" in dialog.preview.text()
    dialog.close()


def test_a_name_is_taken_from_a_form_or_typed(scene: Scene) -> None:
    find_names(scene.archive)
    scene.archive.merge_entities([named(scene, "Tanabe")], named(scene, "Yuki Tanabe"))
    table_of(scene, "Yuki Tanabe")
    scene.press("F2")
    dialog = scene.dialog(RenameDialog)
    scene.until(lambda: dialog.forms.count() == 2)
    assert dialog.name.text() == "Yuki Tanabe"
    assert not dialog.apply.isEnabled()
    (form,) = [dialog.forms.item(row) for row in range(2) if dialog.forms.item(row).text() == "Tanabe"]
    dialog.forms.itemClicked.emit(form)
    assert dialog.name.text() == "Tanabe"
    dialog.name.setText("田辺由紀")
    dialog.apply.click()
    scene.until(lambda: scene.archive.entity_named("田辺由紀", "person") != [])
    assert "田辺由紀" in {row.name for row in scene.archive.entity_rows(scene.archive.entity_ids("person"))}


def test_decisions_are_listed_and_the_last_step_is_taken_back(scene: Scene) -> None:
    find_names(scene.archive)
    people = [named(scene, "Uwe Terhorst"), named(scene, "Renate Hollkamp")]
    scene.archive.rename_entity(people[1], "Oberbürgermeisterin Hollkamp")
    scene.archive.confirm_entities(people)
    scene.do("decisions")
    dialog = scene.dialog(DecisionsDialog)
    scene.until(lambda: dialog.model.rowCount() == 2)
    shown = [dialog.model.data(dialog.model.index(row, 0)) for row in range(2)]
    assert shown == ["2 entries confirmed", "“Renate Hollkamp” renamed “Oberbürgermeisterin Hollkamp”"]
    dialog.table.choose(1)
    assert not dialog.back.isEnabled()  # a later step would go with it
    dialog.table.choose(0)
    assert dialog.back.isEnabled()
    dialog.back.click()
    scene.until(lambda: dialog.model.rowCount() == 1)
    assert not scene.archive.entity_ids("person", checked=True)
    scene.archive.star(scene.archive.find("").ids[:1], True)
    scene.until(lambda: not dialog.back.isEnabled())  # now a star is the last step
    dialog.filter.setText("gibt es nicht")
    assert dialog.model.rowCount() == 0
    dialog.close()
