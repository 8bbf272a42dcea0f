"""What each action of the archive menu is for: pressed on the real window, it does what it says."""

from collections.abc import Callable

from PySide6.QtWidgets import QMessageBox

from desktop_app.gui import settings
from desktop_app.gui.dialogs.export_dialog import ExportDialog
from desktop_app.gui.dialogs.import_dialog import ImportDialog
from desktop_app.gui.dialogs.preferences import Preferences
from tests.gui.scene import Scene


def _new_archive(scene: Scene) -> None:
    scene.answer("getSaveFileName", (str(scene.tmp_path / "new"), ""))
    with scene.qtbot.waitSignal(scene.window.open_wanted) as wanted:
        scene.do("new_archive")
    assert wanted.args == [scene.tmp_path / "new", True]


def _open_archive(scene: Scene) -> None:
    scene.answer("getExistingDirectory", str(scene.tmp_path / "other"))
    with scene.qtbot.waitSignal(scene.window.open_wanted) as wanted:
        scene.do("open_archive")
    assert wanted.args == [scene.tmp_path / "other", False]


def _open_demo(scene: Scene) -> None:
    with scene.qtbot.waitSignal(scene.window.demo_wanted):
        scene.do("open_demo")


def _import_files(scene: Scene) -> None:
    scene.answer("getOpenFileNames", ([str(scene.tmp_path / "a.txt"), str(scene.tmp_path / "b.txt")], ""))
    scene.do("import_files")
    assert "a.txt, b.txt" in scene.dialog(ImportDialog).state.text()
    scene.dismiss(ImportDialog)
    assert settings.value("import/folder", "") == str(scene.tmp_path)


def _import_folder(scene: Scene) -> None:
    scene.answer("getExistingDirectory", "")
    scene.do("import_folder")
    assert scene.window.findChildren(ImportDialog) == []
    scene.answer("getExistingDirectory", str(scene.tmp_path / "press"))
    scene.do("import_folder")
    scene.dismiss(ImportDialog)


def _export(scene: Scene) -> None:
    scene.do("export")
    scene.dismiss(ExportDialog)


def _back_up(scene: Scene) -> None:
    scene.answer("getSaveFileName", (str(scene.tmp_path / "copy.db"), ""))
    scene.do("back_up")
    scene.said("Backed up to")
    assert (scene.tmp_path / "copy.db").stat().st_size > 0


def _check(scene: Scene) -> None:
    scene.do("check")
    scene.said("The archive is well.")


def _reindex(scene: Scene) -> None:
    with scene.qtbot.waitSignal(scene.window.indexer.caught_up, timeout=20_000):
        scene.do("reindex")
    scene.search("Hafen")
    assert scene.desk.listing


def _pause_names(scene: Scene) -> None:
    item, finder = scene.window.action("pause_names"), scene.window.finder
    for wanted in (True, False):
        scene.do("pause_names")
        scene.until(lambda wanted=wanted: (finder.paused, item.isChecked()) == (wanted, wanted))


def _find_versions(scene: Scene) -> None:
    item, finder = scene.window.action("find_versions"), scene.window.families
    assert finder.off  # in tests
    scene.do("find_versions")
    scene.until(lambda: item.isChecked() and not finder.off)
    scene.until(lambda: scene.archive.families_waiting() == 0)
    scene.do("find_versions")
    scene.until(lambda: not item.isChecked() and finder.off)


def _relate_languages(scene: Scene) -> None:
    meanings, item = scene.archive.meanings, scene.window.action("relate_languages")
    scene.do("relate_languages")
    if meanings.meaning_model():
        scene.until(lambda: meanings.relates_by_meaning() and item.isChecked())
        scene.do("relate_languages")
    else:  # the extra is not there
        scene.until(lambda: scene.window.findChild(QMessageBox, "refusal"))
        scene.dismiss(QMessageBox)
    scene.until(lambda: not meanings.relates_by_meaning() and not item.isChecked())


def _preferences(scene: Scene) -> None:
    scene.do("preferences")
    scene.dismiss(Preferences)


def _quit(scene: Scene) -> None:
    with scene.qtbot.waitSignal(scene.window.closed):
        scene.do("quit")


ARCHIVE: dict[str, Callable[[Scene], None]] = {
    "new_archive": _new_archive,
    "open_archive": _open_archive,
    "open_demo": _open_demo,
    "import_files": _import_files,
    "import_folder": _import_folder,
    "export": _export,
    "back_up": _back_up,
    "check": _check,
    "reindex": _reindex,
    "pause_names": _pause_names,
    "find_versions": _find_versions,
    "relate_languages": _relate_languages,
    "preferences": _preferences,
    "quit": _quit,
}
