"""What the actions about the words of an article are for."""

from collections.abc import Callable

from desktop_app.gui.dialogs.text_editor import TextEditor
from desktop_app.gui.dialogs.text_versions import TextVersions
from tests.gui.scene import Scene


def _correct_text(scene: Scene) -> None:
    text = scene.read().text
    scene.do("correct_text")
    editor = scene.dialog(TextEditor)
    assert editor.words.toPlainText() == text
    scene.to_the_front()
    scene.do("correct_text")
    assert scene.dialog(TextEditor) is editor  # not two of them
    editor.close()


def _text_versions(scene: Scene) -> None:
    scene.read()
    scene.do("text_versions")
    scene.dismiss(TextVersions)


TEXTS: dict[str, Callable[[Scene], None]] = {"correct_text": _correct_text, "text_versions": _text_versions}
