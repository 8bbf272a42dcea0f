"""What the actions of the menu of tags are for."""

from collections.abc import Callable

from desktop_app.gui.dialogs.tag_editor import TagEditor
from desktop_app.gui.tags.dialog import TagsDialog
from desktop_app.gui.tags.rule_dialog import RuleDialog
from desktop_app.model.changes import Changes
from tests.conftest import article, shelve
from tests.gui.scene import Scene


def _edit_tags(scene: Scene) -> None:
    scene.read()
    scene.do("edit_tags")
    scene.dismiss(TagEditor)


def _take_suggested_tag(scene: Scene) -> None:
    archive = scene.archive
    ids = shelve(archive, *(article(f"Am Quai stehen Poller, Heft {n}.", f"Poller {n}", "2031") for n in "abc"))
    archive._session.announce(Changes(rows={"articles": set(ids)}))
    scene.until(lambda: archive.pending() == 0 and not scene.window.indexer.busy)
    archive.tag(ids[:2], "Poller")
    scene.search("Poller")
    scene.read(list(scene.desk.listing.ids).index(ids[2]) if scene.desk.listing else 0)
    scene.do("take_suggested_tag")
    scene.until(lambda: [tag.name for tag in archive.article(ids[2]).tags] == ["Poller"])


def _all_tags(scene: Scene) -> None:
    scene.archive.tag([1], "Wirtschaft/Hafen")
    scene.do("all_tags")
    dialog = scene.dialog(TagsDialog)
    scene.until(lambda: len(list(dialog.tree.items())) == 2)
    dialog.close()


def _tag_rule(scene: Scene) -> None:
    scene.search("Hafen")
    scene.do("tag_rule")
    dialog = scene.dialog(RuleDialog)
    assert dialog.query.text() == "Hafen"
    dialog.tag.setText("Häfen")
    scene.until(dialog.apply.isEnabled)
    dialog.apply.click()
    scene.until(lambda: [rule.query for rule in scene.archive.tag_rules()] == ["Hafen"])
    found = len(scene.archive.find("Hafen"))
    scene.until(lambda: len(scene.archive.find("tag:Häfen")) == found > 0)


TAGS: dict[str, Callable[[Scene], None]] = {
    "edit_tags": _edit_tags,
    "take_suggested_tag": _take_suggested_tag,
    "all_tags": _all_tags,
    "tag_rule": _tag_rule,
}
