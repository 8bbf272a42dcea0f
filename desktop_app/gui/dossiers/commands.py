"""What each action of the dossiers menu does."""

from desktop_app.gui.i18n import tr
from desktop_app.gui.people_commands import PeopleCommands


class DossierCommands(PeopleCommands):
    """The verbs about dossiers and screenings. Each public method is the slot of the action of its name."""

    def dossier(self) -> None:
        """Choose the dossiers of the articles."""
        from desktop_app.gui.dossiers.chooser import DossierChooser

        if ids := self._desk.targets():
            DossierChooser(self._desk, ids, self._window).show()

    def new_dossier(self) -> None:
        self._window.list_pane.dossier.deeds.make()

    def leave_dossier(self) -> None:
        page, ids = self._desk.collected.page, self._desk.targets()
        if page is None:
            return
        if {entry.article for entry in page.entries}.isdisjoint(ids):
            self._desk.message.emit(tr("This article lies in a dossier below; open that one to take it out."))
        else:
            self._desk.edit(self._desk.archive.remove_from_dossier, page.dossier.id, ids)

    def comment_in_dossier(self) -> None:
        strip = self._window.reader_strips.comment
        if strip.isHidden():
            self._desk.message.emit(tr("This article lies in a dossier below; open that one to write a comment."))
        else:
            strip.begin()

    def introduce_dossier(self) -> None:
        self._window.list_pane.dossier.begin()

    def move_article_up(self) -> None:
        self._shift(-1)

    def move_article_down(self) -> None:
        self._shift(1)

    def _shift(self, step: int) -> None:
        collected = self._desk.collected
        if collected.can_order:
            collected.shift(self._desk.targets(), step)
        else:
            self._desk.message.emit(tr("Sort the dossier in your order first; then its articles can be moved."))

    # Reading through

    def start_screening(self) -> None:
        self._window.reader_strips.screening.deeds.start()

    def screen_seen(self) -> None:
        self._desk.collected.decide("seen")

    def screen_kept(self) -> None:
        self._desk.collected.decide("kept")

    def screen_dropped(self) -> None:
        self._desk.collected.decide("dropped")

    def screen_again(self) -> None:
        """Take the decision about the open article back."""
        self._desk.collected.decide("")

    def pause_screening(self) -> None:
        self._desk.collected.pause()

    def collect_screening(self) -> None:
        screening = self._desk.collected.screening
        if screening is not None:
            self._window.reader_strips.screening.deeds.to_dossier(screening)

    def extend_screening(self) -> None:
        screening = self._desk.collected.screening
        if screening is not None:
            self._desk.edit(self._desk.archive.extend_screening, screening.id)
