"""Every action of the table, pressed on the real window, does what it says."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QMessageBox

from desktop_app.gui.actions import actions
from desktop_app.gui.dialogs.command_palette import CommandPalette
from desktop_app.gui.dialogs.shortcut_sheet import ShortcutSheet
from tests.gui.deeds_archive import ARCHIVE
from tests.gui.deeds_dossiers import DOSSIERS
from tests.gui.deeds_edit import EDIT
from tests.gui.deeds_people import PEOPLE
from tests.gui.deeds_search import SEARCH
from tests.gui.deeds_tags import TAGS
from tests.gui.deeds_view import VIEW
from tests.gui.scene import Scene


def _shortcuts(scene: Scene) -> None:
    for keys in ("F1", "?"):
        scene.press(keys)
        scene.dialog(ShortcutSheet).close()
        scene.until(lambda: not scene.window.findChildren(ShortcutSheet))
        scene.to_the_front()


def _palette(scene: Scene) -> None:
    scene.do("palette")
    scene.dismiss(CommandPalette)


def _about(scene: Scene) -> None:
    asked = scene.answer("about", None, QMessageBox)
    scene.do("about")
    assert "reading room" in asked[0][2]


# What each action is for, in the order of the table.
EXPECTED: dict[str, Callable[[Scene], None]] = {
    **ARCHIVE,
    **EDIT,
    **VIEW,
    **SEARCH,
    **TAGS,
    **DOSSIERS,
    **PEOPLE,
    "shortcuts": _shortcuts,
    "palette": _palette,
    "about": _about,
}


def test_every_action_is_expected_something_of() -> None:
    assert list(EXPECTED) == [action.name for action in actions()]


@pytest.mark.parametrize("name", EXPECTED)
def test_it_does_what_it_says(scene: Scene, name: str) -> None:
    EXPECTED[name](scene)
