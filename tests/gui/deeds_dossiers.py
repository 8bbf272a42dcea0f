"""What each action of the dossiers menu is for: pressed on the real window, it does what it says."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog

from desktop_app.gui.clauses import clause
from desktop_app.gui.dossiers.chooser import DossierChooser
from desktop_app.gui.dossiers.start_sheet import StartSheet
from desktop_app.model.changes import Changes
from tests.conftest import article, shelve
from tests.gui.scene import Scene


def in_dossier(scene: Scene) -> tuple[int, list[int]]:
    """Show a dossier of three articles with the first of them open; returns its number and their numbers."""
    ids = list(scene.archive.find().ids[:3])[::-1]
    number = int(scene.archive.make_dossier("Hafen", ids=ids).result)
    scene.desk.collected.open(number)
    scene.until(lambda: scene.desk.collected.page is not None)
    scene.until(lambda: listed(scene) == ids)
    scene.read()
    return number, ids


def in_screening(scene: Scene) -> int:
    """Read through all German articles, the first of them open; returns the screening's number."""
    number = int(scene.archive.start_screening("Alles Deutsche", "lang:de", sort="date").result)
    scene.window.reader_strips.screening.deeds.resume(number)
    scene.until(lambda: scene.desk.collected.decision == "")
    scene.until(lambda: scene.desk.selected == [scene.article.id])
    scene.window.list_pane.view.setFocus()
    return number


def listed(scene: Scene) -> list[int]:
    """The articles of the list."""
    return list(scene.desk.listing.ids) if scene.desk.listing is not None else []


def _dossier(scene: Scene) -> None:
    number = scene.read().id
    scene.do("dossier")
    chooser = scene.dialog(DossierChooser)
    QTest.keyClicks(chooser.words, "Hafen/Kran")
    QTest.keyClick(chooser.words, Qt.Key.Key_Return)
    scene.until(lambda: [line.path for line in scene.archive.dossiers()] == ["Hafen", "Hafen/Kran"])
    assert list(scene.archive.find("dossier:Hafen").ids) == [number]


def _new_dossier(scene: Scene) -> None:
    scene.answer("getText", ("Lotsen", True), QInputDialog)
    scene.do("new_dossier")
    scene.until(lambda: scene.desk.collected.page is not None)
    assert scene.window.list_pane.dossier.name.text() == "Lotsen"


def _introduce_dossier(scene: Scene) -> None:
    number, _ = in_dossier(scene)
    scene.do("introduce_dossier")
    words = scene.window.list_pane.dossier.words
    assert words is not None
    QTest.keyClicks(words, "Was *war*?")
    QTest.keyClick(words, Qt.Key.Key_Escape)
    scene.until(lambda: scene.archive.dossier(number).introduction == "Was *war*?")
    assert "<i>war</i>" in scene.window.list_pane.dossier.text.text()


def _comment_in_dossier(scene: Scene) -> None:
    number, ids = in_dossier(scene)
    scene.do("comment_in_dossier")
    words = scene.window.reader_strips.comment.words
    assert words is not None
    QTest.keyClicks(words, "Hier beginnt es.")
    QTest.keyClick(words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    scene.until(lambda: scene.archive.dossier(number).comments == {ids[0]: "Hier beginnt es."})


def _move_article_up(scene: Scene) -> None:
    _, (a, b, c) = in_dossier(scene)
    scene.read(2)
    scene.do("move_article_up")
    scene.until(lambda: listed(scene) == [a, c, b])
    assert scene.desk.selected == [c]


def _move_article_down(scene: Scene) -> None:
    _, (a, b, c) = in_dossier(scene)
    for order in ([b, a, c], [b, c, a]):
        scene.do("move_article_down")
        scene.until(lambda order=order: listed(scene) == order)
    scene.do("move_article_down")  # there is nowhere to go
    scene.do("undo")
    scene.until(lambda: listed(scene) == [b, a, c])


def _leave_dossier(scene: Scene) -> None:
    number, ids = in_dossier(scene)
    scene.do("leave_dossier")
    scene.until(lambda: listed(scene) == ids[1:])
    assert [entry.article for entry in scene.archive.dossier(number).entries] == ids[1:]


def _start_screening(scene: Scene) -> None:
    scene.search("Hafen")
    found = listed(scene)
    scene.do("start_screening")
    sheet = scene.dialog(StartSheet)
    assert sheet.name.text() == "Hafen"
    QTest.keyClick(sheet.name, Qt.Key.Key_Return)
    scene.until(lambda: scene.desk.collected.decision == "")
    assert listed(scene) == found
    assert scene.article.id == found[0]


def _decided(action: str, decision: str) -> Callable[[Scene], None]:
    def decide(scene: Scene) -> None:
        number = in_screening(scene)
        first, second = listed(scene)[:2]
        scene.do(action)
        scene.until(lambda: scene.desk.article is not None and scene.desk.article.id == second)
        assert scene.archive.decision(number, first) == decision
        scene.until(lambda: scene.desk.selected == [second])

    return decide


def _screen_again(scene: Scene) -> None:
    number = in_screening(scene)
    first = listed(scene)[0]
    scene.archive.decide_screened(number, [first], "kept")
    scene.until(lambda: scene.desk.collected.decision == "kept")
    scene.do("screen_again")
    scene.until(lambda: scene.desk.collected.decision == "")
    assert scene.archive.decision(number, first) == ""


def _pause_screening(scene: Scene) -> None:
    number = in_screening(scene)
    scene.do("pause_screening")
    scene.until(lambda: scene.desk.collected.screening is None)
    assert scene.desk.full_query == ""
    scene.archive.decide_screened(number, [scene.archive.next_in_screening(number)], "seen")
    scene.window.reader_strips.screening.deeds.resume(number)
    scene.until(lambda: scene.desk.collected.decision == "")
    assert scene.article.id == scene.archive.next_in_screening(number) == listed(scene)[1]


def _extend_screening(scene: Scene) -> None:
    in_screening(scene)
    before = listed(scene)
    new = shelve(scene.archive, article("Später kam noch etwas.", language="de"))
    scene.archive._session.announce(Changes(rows={"articles": set(new)}))  # as an import does
    scene.until(lambda: scene.desk.collected.news == 1)
    scene.do("extend_screening")
    scene.until(lambda: listed(scene) == [*before, *new])


def _collect_screening(scene: Scene) -> None:
    number = in_screening(scene)
    kept = listed(scene)[1::2]
    scene.archive.decide_screened(number, kept, "kept")
    scene.answer("getText", ("Auswahl", True), QInputDialog)
    scene.do("collect_screening")
    scene.until(lambda: scene.desk.collected.page is not None)
    assert scene.desk.filters == [clause("dossier", "Auswahl")]
    scene.until(lambda: listed(scene) == kept)
    assert scene.desk.collected.page is not None
    assert "`lang:de`" in scene.desk.collected.page.introduction


DOSSIERS: dict[str, Callable[[Scene], None]] = {
    "dossier": _dossier,
    "new_dossier": _new_dossier,
    "introduce_dossier": _introduce_dossier,
    "comment_in_dossier": _comment_in_dossier,
    "move_article_up": _move_article_up,
    "move_article_down": _move_article_down,
    "leave_dossier": _leave_dossier,
    "start_screening": _start_screening,
    "screen_seen": _decided("screen_seen", "seen"),
    "screen_kept": _decided("screen_kept", "kept"),
    "screen_dropped": _decided("screen_dropped", "dropped"),
    "screen_again": _screen_again,
    "pause_screening": _pause_screening,
    "extend_screening": _extend_screening,
    "collect_screening": _collect_screening,
}
