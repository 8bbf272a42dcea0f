"""What can be done with a screening as a whole."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from desktop_app.archive.browse import View
from desktop_app.gui.clauses import clause, describe
from desktop_app.gui.desk import Desk
from desktop_app.gui.dossiers.start_sheet import StartSheet
from desktop_app.gui.i18n import tr, trn
from desktop_app.model.changes import Changes
from desktop_app.model.dossiers import DossierPage, Screening
from desktop_app.model.listing import Sort


class ScreeningDeeds(QObject):
    """Asks what has to be asked, then runs the verb."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._parent = parent

    def fill_menu(self, menu: QMenu, number: int, name: str) -> None:
        """Add what can be done with a screening."""
        menu.addAction(tr("Go on reading")).triggered.connect(lambda: self.resume(number))
        menu.addAction(tr("Add new hits")).triggered.connect(lambda: self.extend(number))
        menu.addAction(tr("Make a dossier of what was kept …")).triggered.connect(lambda: self.collect(number))
        menu.addSeparator()
        for state, text in (
            ("left", tr("Show what is left")),
            ("kept", tr("Show what was kept")),
            ("dropped", tr("Show what was dropped")),
        ):
            query = clause("screening", f"{name}/{state}")
            menu.addAction(text).triggered.connect(lambda _checked=False, query=query: self._desk.open_query(query))
        menu.addSeparator()
        menu.addAction(tr("Rename …")).triggered.connect(lambda: self.rename(number, name))
        menu.addAction(tr("Delete")).triggered.connect(lambda: self.delete(number))

    def start(self) -> None:
        """Ask for a name, and read through the listing from its beginning."""
        desk = self._desk
        if desk.listing is None or not len(desk.listing):
            desk.message.emit(tr("Search for something first; then its hits can be read one by one."))
            return
        words = [desk.text.strip(), *map(describe, desk.filters)]
        name = " · ".join(word for word in words if word) or tr("All articles")
        sheet = StartSheet(name, desk.listing.total, self._parent.window())
        query, view, sort = desk.full_query, desk.view, desk.sort
        sheet.named.connect(lambda name: self._begin(name, query, view, sort))
        sheet.open()

    def start_in(self, dossier: int) -> None:
        """As `start`, for the articles of a dossier."""
        archive = self._desk.archive

        def ask(page: DossierPage) -> None:
            line = page.dossier
            sheet = StartSheet(line.name, line.whole, self._parent.window())
            sheet.named.connect(lambda name: self._begin(name, clause("dossier", line.path), "all", None))
            sheet.open()

        self._desk.jobs.read(self, lambda: archive.dossier(dossier), ask, failed=self._desk.failed)

    def _begin(self, name: str, query: str, view: View, sort: Sort | None) -> None:
        desk, archive = self._desk, self._desk.archive

        def begun(changes: Changes) -> None:
            desk.tell_done(changes)
            self.resume(int(changes.result))

        desk.jobs.write(
            self, lambda: archive.start_screening(name, query, view=view, sort=sort), begun, failed=desk.failed
        )

    def resume(self, number: int) -> None:
        """Show a screening in the list, and the article with which it goes on."""
        archive, desk = self._desk.archive, self._desk

        def read() -> tuple[Screening, int]:
            return archive.screening(number), archive.next_in_screening(number)

        desk.jobs.read(self, read, lambda found: desk.collected.read_on(*found), failed=desk.failed)

    def extend(self, number: int) -> None:
        """Add the hits that came to its search."""
        self._desk.edit(self._desk.archive.extend_screening, number)

    def rename(self, number: int, name: str) -> None:
        """Ask for another name."""
        new, done = QInputDialog.getText(self._parent, tr("Rename screening"), tr("New name:"), text=name)
        if done and new.strip() and new.strip() != name:
            self._desk.edit(self._desk.archive.rename_screening, number, new)

    def delete(self, number: int) -> None:
        """Forget a screening; undo brings it back."""
        self._desk.edit(self._desk.archive.delete_screening, number)

    def collect(self, number: int) -> None:
        """As `to_dossier`, by number."""
        archive = self._desk.archive
        self._desk.jobs.read(self, lambda: archive.screening(number), self.to_dossier, failed=self._desk.failed)

    def to_dossier(self, screening: Screening) -> None:
        """Ask for a name, and put what was kept into a dossier of that name, which is opened."""
        name, done = QInputDialog.getText(
            self._parent,
            tr("Dossier of what was kept"),
            tr("Name (a slash puts it into another one, as in Harbour/Cranes):"),
            text=screening.name,
        )
        if not done or not name.strip():
            return
        archive, text = self._desk.archive, introduction(screening)
        self._desk.jobs.write(
            self,
            lambda: archive.screening_to_dossier(screening.id, name, text),
            self._desk.collected.open_made,
            failed=self._desk.failed,
        )


def introduction(screening: Screening) -> str:
    """How a dossier that a screening became is introduced, in the window's language and in Markdown."""
    of = trn("From a screening of %n article(s)", screening.total)
    return tr("{of}: `{query}`", of=of, query=screening.query.replace("`", "'"))
