"""What each action of the table does."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QMessageBox

from desktop_app.gui import reading_style, settings, theme
from desktop_app.gui.annotation_commands import AnnotationCommands
from desktop_app.gui.citation import quote_data
from desktop_app.gui.comfort_commands import ComfortCommands
from desktop_app.gui.dossiers.commands import DossierCommands
from desktop_app.gui.families.commands import FamilyCommands
from desktop_app.gui.history_commands import HistoryCommands
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.name_finder import OFF
from desktop_app.gui.note_commands import NoteCommands
from desktop_app.gui.reading_commands import ReadingCommands
from desktop_app.gui.taking_back import take_back
from desktop_app.gui.text_commands import TextCommands
from desktop_app.model.listing import Counts


class Commands(
    ReadingCommands,
    NoteCommands,
    DossierCommands,
    FamilyCommands,
    AnnotationCommands,
    HistoryCommands,
    ComfortCommands,
    TextCommands,
):
    """The verbs of one window. Each public method is the slot of the action of its name."""

    # Archive

    def new_archive(self) -> None:
        path = QFileDialog.getSaveFileName(self._window, tr("New archive: name its folder"), str(Path.home()))[0]
        if path:
            self._window.open_wanted.emit(Path(path), True)

    def open_archive(self) -> None:
        path = QFileDialog.getExistingDirectory(self._window, tr("Open archive"), str(self._desk.archive.path.parent))
        if path:
            self._window.open_wanted.emit(Path(path), False)

    def open_demo(self) -> None:
        self._window.demo_wanted.emit()

    def import_files(self) -> None:
        paths = QFileDialog.getOpenFileNames(self._window, tr("Import files"), settings.value("import/folder", ""))[0]
        self.import_paths([Path(path) for path in paths])

    def import_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(
            self._window, tr("Import a folder"), settings.value("import/folder", "")
        )
        self.import_paths([Path(path)] if path else [])

    def import_paths(self, paths: list[Path]) -> None:
        """Open the import dialog on these files and folders."""
        from desktop_app.gui.dialogs.import_dialog import ImportDialog

        if paths:
            settings.put("import/folder", str(paths[0].parent))
            dialog = ImportDialog(self._desk, paths, self._window)
            dialog.running_changed.connect(self._window.finder.hold)
            dialog.running_changed.connect(self._window.families.hold)
            dialog.show()

    def export(self) -> None:
        from desktop_app.gui.dialogs.export_dialog import ExportDialog

        pane = self._window.rooms.pane()
        if pane is None or not pane.export():
            ExportDialog(self._desk, self._window).show()

    def back_up(self) -> None:
        path = QFileDialog.getSaveFileName(self._window, tr("Back up to"), "lesesaal.db", tr("Backup (*.db)"))[0]
        if path:
            archive = self._desk.archive
            self._desk.jobs.long(
                self._window,
                lambda _control, _report: archive.backup(Path(path)),
                lambda file: self._desk.message.emit(tr("Backed up to {path}.", path=file)),
                failed=self._desk.failed,
            )

    def check(self) -> None:
        archive = self._desk.archive
        self._desk.message.emit(tr("Checking the archive …"))
        self._desk.jobs.long(
            self._window,
            lambda _control, _report: archive.check(),
            lambda report: self._tell_health(report.problems),
            failed=self._desk.failed,
        )

    def _tell_health(self, problems: list[str]) -> None:
        if problems:
            self._desk.refused.emit("\n".join(problems[:12]))
        else:
            self._desk.message.emit(tr("The archive is well."))

    def reindex(self) -> None:
        self._window.indexer.rebuild()

    def preferences(self) -> None:
        from desktop_app.gui.dialogs.preferences import Preferences

        archive, finder = self._desk.archive, self._window.finder

        def show(found: tuple[str, str]) -> None:
            engine, mode = found
            dialog = Preferences(self._window, engine, OFF if finder.off else mode)
            dialog.engine_wanted.connect(self._change_engine)
            dialog.names_wanted.connect(finder.read_in)
            dialog.show()

        self._desk.jobs.read(
            self._window, lambda: (archive.engine_name(), archive.recogniser_mode()), show, key="preferences"
        )

    def _change_engine(self, name: str) -> None:
        if self._desk.archive.read_only:
            self._desk.refused.emit(tr("This archive is open for reading only."))
            return
        self._desk.message.emit(tr("The index is being built anew; until then the old one answers."))
        self._window.indexer.use_engine(name)

    def quit(self) -> None:
        self._window.close()

    # Edit

    def undo(self) -> None:
        take_back(self._desk)

    def redo(self) -> None:
        self._desk.edit(self._desk.archive.redo)

    def copy_quote(self) -> None:
        if self._desk.article is not None:
            span = self._window.reader.selection_span()
            QGuiApplication.clipboard().setMimeData(quote_data(self._desk.article, span))
            self._desk.message.emit(tr("Copied with its source."))

    def star(self) -> None:
        ids = self._desk.targets()
        article = self._desk.article
        on = not (article is not None and article.id in ids and article.starred)
        self._desk.edit(self._desk.archive.star, ids, on)

    def toggle_read(self) -> None:
        ids = self._desk.targets()
        article = self._desk.article
        on = not (article is not None and article.id in ids and article.read)
        self._desk.edit(self._desk.archive.mark_read, ids, on)

    def trash(self) -> None:
        self._desk.edit(self._desk.archive.trash, self._desk.targets())

    def restore(self) -> None:
        self._desk.edit(self._desk.archive.restore, self._desk.targets())

    def empty_trash(self) -> None:
        self._desk.jobs.read(self._window, self._desk.archive.counts, self._ask_to_empty, key="empty-trash")

    def _ask_to_empty(self, counts: Counts) -> None:
        if not counts.trash:
            self._desk.message.emit(tr("The trash is empty."))
            return
        question = trn("Delete %n article(s) in the trash for good? This cannot be undone.", counts.trash)
        if QMessageBox.question(self._window, tr("Empty the trash"), question) == QMessageBox.StandardButton.Yes:
            self._desk.edit(self._desk.archive.empty_trash)

    # View

    def previous_article(self) -> None:
        self._desk.next_article(-1)

    def next_article(self) -> None:
        self._desk.next_article(1)

    def page(self) -> None:
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton):
            focus.click()  # the space bar belongs to a button that has the keyboard
        elif not self._window.reader.page(1):
            self._desk.next_article(1)

    def back(self) -> None:
        self._desk.back()

    def forward(self) -> None:
        self._desk.forward()

    def next_pane(self) -> None:
        self._window.focus_next_pane()

    def larger(self) -> None:
        self._zoom(theme.current_zoom() + 1)

    def smaller(self) -> None:
        self._zoom(theme.current_zoom() - 1)

    def normal_size(self) -> None:
        self._zoom(0)

    def _zoom(self, step: int) -> None:
        reading_style.zoom(step)

    def light(self) -> None:
        self._dress("light")

    def paper(self) -> None:
        self._dress("paper")

    def dark(self) -> None:
        self._dress("dark")

    def contrast(self) -> None:
        self._dress("contrast")

    def _dress(self, name: theme.ThemeName) -> None:
        reading_style.dress(name)

    def full_screen(self) -> None:
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    # Help

    def shortcuts(self) -> None:
        from desktop_app.gui.dialogs.shortcut_sheet import ShortcutSheet

        ShortcutSheet(self._window).show()

    def palette(self) -> None:
        from desktop_app.gui.dialogs.command_palette import CommandPalette

        CommandPalette(self._window).show()

    def about(self) -> None:
        from desktop_app import __version__

        text = tr("Lesesaal {version}\nA reading room for press archives. Everything stays on this computer.",
                  version=__version__)  # fmt: skip
        QMessageBox.about(self._window, tr("About Lesesaal"), text)
