"""What each action about versions is for."""

from collections.abc import Callable

from desktop_app.gui.families.pane import VersionsPane
from tests.gui.scene import Scene


def _compare(scene: Scene) -> None:
    first = scene.read().id
    scene.window.list_pane.view.selectAll()
    assert scene.desk.listing is not None
    other = scene.desk.listing.ids[1]
    scene.desk.folding.show_by_family(True)
    scene.archive.join_family([first, other])
    scene.until(lambda: scene.desk.listing is not None and scene.desk.listing.versions)
    scene.read(scene.desk.listing.ids.index(first))
    scene.do("compare_versions")
    scene.until(lambda: isinstance(scene.window.rooms.pane(), VersionsPane))
    pane = scene.window.rooms.pane()
    assert isinstance(pane, VersionsPane)
    scene.until(lambda: pane.comparison is not None)
    assert pane.comparison is not None
    assert {pane.comparison.one.id, pane.comparison.other.id} == {first, other}


def _join(scene: Scene) -> None:
    scene.read()
    scene.window.list_pane.view.selectAll()
    scene.until(lambda: len(scene.desk.selected) > 2)
    chosen = set(scene.desk.selected)
    scene.do("join_versions")
    scene.until(scene.archive.families)
    assert set(scene.archive.families()[0]) == chosen


def _part(scene: Scene) -> None:
    scene.desk.folding.show_by_family(True)
    _join(scene)
    scene.until(lambda: scene.desk.listing is not None and len(scene.desk.listing) == 1)
    scene.read()
    before = len(scene.archive.families()[0])
    scene.do("part_versions")
    scene.until(lambda: len(scene.archive.families()[0]) == before - 1)


FAMILIES: dict[str, Callable[[Scene], None]] = {
    "compare_versions": _compare,
    "join_versions": _join,
    "part_versions": _part,
}
