"""Opening what a link in a note leads to."""

from PySide6.QtCore import QObject, Signal

from desktop_app.gui.clauses import clause
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import tr
from desktop_app.model.annotations import AnnotationRow
from desktop_app.model.links import LINK_KINDS


class LinkOpener(QObject):
    """Goes where links such as "article:12" lead; a target that is gone is told of."""

    note_wanted = Signal(int, int)  # an article, and the note in it

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def open(self, link: str) -> None:
        """Open an article, the page of a person or organisation, a note in its article, or a dossier."""
        kind, _, digits = link.partition(":")
        if kind not in LINK_KINDS or not digits.isdecimal():
            return
        number, archive, known = int(digits), self._desk.archive, next(each for each in LINK_KINDS if each == kind)

        def show(titles: dict[int, str]) -> None:
            if number in titles:
                self._go(kind, number)
            else:
                self._desk.message.emit(tr("What this link leads to is no longer in the archive."))

        self._desk.jobs.read(
            self, lambda: archive.link_titles(known, [number]), show, key="link", failed=self._desk.failed
        )

    def _go(self, kind: str, number: int) -> None:
        archive, desk = self._desk.archive, self._desk
        if kind == "article":
            desk.read_article(number)
        elif kind == "entity":
            desk.open_entity(number)
        elif kind == "dossier":
            desk.jobs.read(self, lambda: archive.dossier(number).dossier.path, self._show_dossier, key="link")
        else:
            desk.jobs.read(
                self, lambda: archive.annotation_rows([number]), self._show_note, key="link", failed=desk.failed
            )

    def _show_dossier(self, path: str) -> None:
        self._desk.open_query(clause("dossier", path))

    def _show_note(self, rows: list[AnnotationRow]) -> None:
        for row in rows[:1]:
            self.note_wanted.emit(row.article, row.id)
