"""What each action about the words of an article does."""

from typing import TYPE_CHECKING

from desktop_app.gui.i18n import tr
from desktop_app.gui.page_text import one_line

if TYPE_CHECKING:
    from desktop_app.gui.desk import Desk
    from desktop_app.gui.main_window import MainWindow


class TextCommands:
    """Each public method is the slot of the action of its name."""

    _desk: "Desk"
    _window: "MainWindow"

    def correct_text(self) -> None:
        """Correct the words of the open article in a window beside this one; there is one of them for an article."""
        from desktop_app.gui.dialogs.text_editor import TextEditor

        article = self._desk.article
        if article is None:
            return
        if self._desk.archive.read_only:
            self._desk.refused.emit(tr("This archive is open for reading only."))
            return
        open_now = [each for each in self._window.findChildren(TextEditor) if each.article == article.id]
        editor = next((each for each in open_now if each.isVisible()), None)
        editor = editor or TextEditor(self._desk, article, self._window)
        editor.show()
        editor.raise_()
        editor.activateWindow()

    def text_versions(self) -> None:
        """Show the versions of the open article's text."""
        from desktop_app.gui.dialogs.text_versions import TextVersions

        article = self._desk.article
        if article is not None:
            title = one_line(article.title or article.text[:80])
            TextVersions(self._desk, article.id, title, self._window).show()
