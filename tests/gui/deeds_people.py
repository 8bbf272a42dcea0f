"""What each action about people and organisations is for: pressed on the real window, it does what it says."""

from collections.abc import Callable

from desktop_app.gui.dialogs.decisions import DecisionsDialog
from desktop_app.gui.dialogs.merge_dialog import MergeDialog
from desktop_app.gui.dialogs.rename_dialog import RenameDialog
from desktop_app.gui.dialogs.split_dialog import SplitDialog
from desktop_app.gui.dialogs.tag_editor import EntityTagEditor
from desktop_app.gui.panes.entity_table import EntityTable
from desktop_app.gui.panes.review_pane import ReviewPane
from tests.gui.cast import find_names, named
from tests.gui.scene import Scene


def table_of(scene: Scene, *names: str, action: str = "people") -> EntityTable:
    """The table of people (or organisations) with these selected."""
    if not scene.archive.entity_ids():
        find_names(scene.archive)
    scene.do(action)
    pane = scene.window.rooms.pane()
    assert isinstance(pane, EntityTable)
    scene.until(lambda: pane.model.rowCount() > 0)
    wanted = [named(scene, name) for name in names]
    scene.until(lambda: all(pane.model.row_of(number) >= 0 for number in wanted))
    pane.choose(wanted)
    assert sorted(pane.targets()) == sorted(wanted)
    assert pane.table.hasFocus()
    return pane


def review_of(scene: Scene) -> ReviewPane:
    """The review, with its first suggestion."""
    find_names(scene.archive)
    scene.do("review")
    pane = scene.window.rooms.pane()
    assert isinstance(pane, ReviewPane)
    scene.until(pane.asks)
    return pane


def _people(scene: Scene) -> None:
    pane = table_of(scene)
    assert pane.kind == "person"
    assert pane.model.rowCount() == 6


def _organisations(scene: Scene) -> None:
    pane = table_of(scene, action="organisations")
    assert pane.kind == "organisation"
    assert pane.model.rowCount() == 4


def _review(scene: Scene) -> None:
    assert review_of(scene).isVisible()


def _decisions(scene: Scene) -> None:
    scene.do("decisions")
    scene.dismiss(DecisionsDialog)


def _merge(scene: Scene) -> None:
    table_of(scene, "Yuki Tanabe", "Tanabe")
    scene.do("merge_people")
    scene.dismiss(MergeDialog)


def _tag(scene: Scene) -> None:
    table_of(scene, "Uwe Terhorst", "Yuki Tanabe")
    scene.do("tag_people")
    dialog = scene.dialog(EntityTagEditor)
    dialog.words.setText("Delegation")
    dialog._apply()
    scene.until(lambda: len(scene.archive.entity_ids("person", tag="Delegation")) == 2)


def _confirm(scene: Scene) -> None:
    table_of(scene, "Uwe Terhorst", "Yuki Tanabe")
    for on in (True, False):
        scene.do("confirm_people")
        scene.until(lambda on=on: (len(scene.archive.entity_ids("person", checked=True)) == 2) is on)


def _reject(scene: Scene) -> None:
    table_of(scene, "Uwe Terhorst")
    scene.do("reject_people")
    scene.until(lambda: len(scene.archive.entity_ids("person")) == 5)
    scene.until(lambda: scene.window.action("undo").isEnabled())
    scene.do("undo")
    scene.until(lambda: len(scene.archive.entity_ids("person")) == 6)


def _turn(scene: Scene) -> None:
    table_of(scene, "Uwe Terhorst")
    scene.do("turn_people")
    scene.until(lambda: len(scene.archive.entity_ids("organisation")) == 5)


def _rename(scene: Scene) -> None:
    table_of(scene, "Uwe Terhorst")
    scene.do("rename_person")
    scene.dismiss(RenameDialog)


def _split(scene: Scene) -> None:
    table_of(scene, "Uwe Terhorst")
    scene.do("split_person")
    scene.dismiss(SplitDialog)


def _part(scene: Scene) -> None:
    find_names(scene.archive)
    into = named(scene, "Yuki Tanabe")
    scene.archive.merge_entities([named(scene, "Tanabe")], into)
    table_of(scene, "Yuki Tanabe")
    scene.do("part_person")
    scene.until(lambda: len(scene.archive.entity_ids("person")) == 6)


def _same(scene: Scene) -> None:
    review_of(scene)
    scene.do("same")
    scene.until(lambda: len(scene.archive.entity_ids("organisation")) == 3)


def _different(scene: Scene) -> None:
    review_of(scene)
    scene.do("different")
    scene.until(lambda: len(scene.archive.suggestions()) == 2)


def _unsure(scene: Scene) -> None:
    review_of(scene)
    scene.do("unsure")
    scene.until(lambda: scene.archive.suggestion_count() == 2)
    assert len(scene.archive.suggestions()) == 3


PEOPLE: dict[str, Callable[[Scene], None]] = {
    "people": _people,
    "organisations": _organisations,
    "review": _review,
    "decisions": _decisions,
    "merge_people": _merge,
    "tag_people": _tag,
    "confirm_people": _confirm,
    "reject_people": _reject,
    "turn_people": _turn,
    "rename_person": _rename,
    "split_person": _split,
    "part_person": _part,
    "same": _same,
    "different": _different,
    "unsure": _unsure,
}
