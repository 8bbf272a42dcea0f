"""Plays the story with the window's own keys, menus and dialogs."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.gui.dialogs.import_dialog import ImportDialog
from desktop_app.gui.dialogs.tag_editor import TagEditor
from desktop_app.gui.models.sidebar_entries import Entry
from desktop_app.gui.tags.asking import TagChangeDialog
from desktop_app.gui.widgets.save_search import SaveSheet
from tests.gui.scene import Scene


class Window:
    """A driver for `play`: what a reader would do at the window that `scene` holds."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._gestures: dict[str, Callable[[Mapping[str, Any]], None]] = {
            "import": self._import,
            "tag add": self._tag,
            "star": self._on_selection("star"),
            "mark read": self._on_selection("toggle_read"),
            "trash": self._on_selection("trash"),
            "note": self._note,
            "tag rename": self._rename_tag,
            "tag merge": self._merge_tag,
            "tag delete": self._delete_tag,
            "save search": self._save_search,
            "undo": lambda _: self._step("undo"),
            "redo": lambda _: self._step("redo"),
        }

    def __call__(self, name: str, args: Mapping[str, Any]) -> None:
        """Do one step, and wait until it is written, searchable and shown."""
        self._gestures[name](args)
        window, archive = self._scene.window, self._scene.archive
        self._scene.until(lambda: archive.pending() == 0 and not window.indexer.busy)
        window.search_box.words.clear()
        window.search_box.search_now()
        self._scene.to_the_front()

    def _written(self, act: Callable[[], None]) -> None:
        """Do something that makes a step in the journal, or takes one back, and wait for it."""
        archive = self._scene.archive

        def state() -> list[tuple[int, bool]]:
            return [(entry.id, entry.undone) for entry in archive.history()]

        before = state()
        act()
        self._scene.until(lambda: state() != before)

    def _search(self, query: str) -> list[int]:
        """Search for a query and come to the list with the keyboard; returns what was found."""
        scene, words = self._scene, self._scene.window.search_box.words
        scene.do("search")
        words.setText(query)
        QTest.keyClick(words, Qt.Key.Key_Return)
        scene.until(lambda: scene.desk.listing is not None and scene.desk.listing.query == query)
        assert scene.desk.listing is not None
        found = sorted(scene.desk.listing.ids)
        assert found == sorted(scene.archive.find(query).ids)
        return found

    def _select(self, query: str) -> None:
        """Find articles and select them all."""
        scene, found = self._scene, self._search(query)
        scene.window.list_pane.view.setFocus()
        scene.press("Ctrl+A")
        scene.until(lambda: sorted(scene.desk.selected) == found)

    def _on_selection(self, action: str) -> Callable[[Mapping[str, Any]], None]:
        def act(args: Mapping[str, Any]) -> None:
            self._select(args["query"])
            self._step(action)

        return act

    def _step(self, action: str) -> None:
        item = self._scene.window.action(action)
        self._scene.until(item.isEnabled)
        self._written(lambda: self._scene.do(action))

    def _import(self, args: Mapping[str, Any]) -> None:
        scene = self._scene
        (folder,) = args["path"] if isinstance(args["path"], list) else [args["path"]]
        scene.answer("getExistingDirectory", folder)
        scene.do("import_folder")
        dialog = scene.dialog(ImportDialog)
        dialog.start.click()
        scene.until(lambda: dialog._report is not None)
        dialog.close()

    def _tag(self, args: Mapping[str, Any]) -> None:
        scene = self._scene
        self._select(args["query"])
        scene.do("edit_tags")
        editor = scene.dialog(TagEditor)
        editor.words.setText(args["tag"])
        QTest.keyClick(editor.words, Qt.Key.Key_Return)
        self._written(lambda: QTest.keyClick(editor.words, Qt.Key.Key_Return))

    def _note(self, args: Mapping[str, Any]) -> None:
        scene = self._scene
        found = self._search(args["query"])
        for number in found:
            assert scene.desk.listing is not None
            scene.read(scene.desk.listing.ids.index(number))
            if "start" in args:
                scene.select_words(args["start"], args["end"])
            scene.do("note")
            writing = scene.window.reader.marking.writer.now
            assert writing is not None
            words = writing.editor.words
            words.setPlainText(args["text"])
            self._written(partial(QTest.keyClick, words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier))

    def _save_search(self, args: Mapping[str, Any]) -> None:
        scene = self._scene
        self._search(args["query"])
        scene.do("save_search")
        sheet = scene.dialog(SaveSheet)
        sheet.name.setText(args["name"])
        self._written(lambda: QTest.keyClick(sheet.name, Qt.Key.Key_Return))

    # Tags are renamed, merged and deleted in the sidebar's context menu, which tells beforehand what that changes.

    def _entry(self, tag: str) -> Entry:
        sidebar = self._scene.window.sidebar

        def entries() -> list[Entry]:
            found = (sidebar.model.entry(row) for row in range(sidebar.model.rowCount()))
            return [entry for entry in found if entry is not None and entry.section == "tags" and entry.name == tag]

        self._scene.until(entries)
        return entries()[0]

    def _rename_tag(self, args: Mapping[str, Any]) -> None:
        self._scene.window.sidebar.menu.rename_tag(self._entry(args["a"]))
        dialog = self._scene.dialog(TagChangeDialog)
        dialog.name.setText(args["b"])
        self._change(dialog)

    def _merge_tag(self, args: Mapping[str, Any]) -> None:
        self._scene.window.sidebar.menu.merge_tag(self._entry(args["a"]))
        dialog = self._scene.dialog(TagChangeDialog)
        self._scene.until(lambda: dialog.into.findText(args["b"]) >= 0)
        dialog.into.setCurrentText(args["b"])
        self._change(dialog)

    def _delete_tag(self, args: Mapping[str, Any]) -> None:
        self._scene.window.sidebar.menu.delete_tag(self._entry(args["a"]))
        self._change(self._scene.dialog(TagChangeDialog))

    def _change(self, dialog: TagChangeDialog) -> None:
        self._scene.until(dialog.apply.isEnabled)
        self._written(dialog.apply.click)
