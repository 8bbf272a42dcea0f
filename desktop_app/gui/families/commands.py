"""What each action about versions of one article does."""

from typing import TYPE_CHECKING

from desktop_app.gui.i18n import tr
from desktop_app.gui.places import Room

if TYPE_CHECKING:
    from desktop_app.gui.desk import Desk
    from desktop_app.gui.main_window import MainWindow


class FamilyCommands:
    """Each public method is the slot of the action of its name."""

    _desk: "Desk"
    _window: "MainWindow"

    def find_versions(self) -> None:
        finder = self._window.families
        finder.turn(finder.off)
        self._window.action("find_versions").setChecked(not finder.off)

    def relate_languages(self) -> None:
        """Relate articles across languages from now on, or no longer."""
        archive = self._desk.archive

        def turn() -> bool:
            archive.meanings.relate_by_meaning(not archive.meanings.relates_by_meaning())
            return archive.meanings.relates_by_meaning()

        def turned(on: bool) -> None:
            self._window.action("relate_languages").setChecked(on)
            self._window.families.catch_up()

        def refused(error: BaseException) -> None:
            self._window.action("relate_languages").setChecked(False)
            self._desk.failed(error)

        self._desk.jobs.write(self._window, turn, turned, failed=refused)

    def compare_versions(self) -> None:
        """Compare the two selected articles, or the open one with its versions."""
        chosen = self._desk.chosen()
        article = self._desk.article
        if len(chosen) == 2:
            self._desk.enter(Room("versions", articles=tuple(chosen)))
        elif article is not None:
            self._compare_one(article.id)

    def _compare_one(self, article: int) -> None:
        """Compare an article with its versions; where it has none, a sentence is enough."""
        desk = self._desk

        def show(versions: int) -> None:
            if versions > 1:
                desk.enter(Room("versions", articles=(article,)))
            else:
                desk.message.emit(
                    tr("No other version of this article has been found. Select two articles to compare any two.")
                )

        desk.jobs.read(
            self._window,
            lambda: len(desk.archive.family(article).versions),
            show,
            key="compare-versions",
            failed=desk.failed,
        )

    def join_versions(self) -> None:
        self._desk.edit(self._desk.archive.join_family, self._desk.chosen())

    def part_versions(self) -> None:
        self._desk.edit(self._desk.archive.split_family, self._desk.chosen())
