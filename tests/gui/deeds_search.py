"""What each action of the search menu is for: pressed on the real window, it does what it says."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.gui.dialogs.batch_search import BatchDialog
from desktop_app.gui.dialogs.search_protocol import ProtocolDialog
from desktop_app.gui.dialogs.synonyms import SynonymsDialog
from desktop_app.gui.widgets.language_help import LanguageHelp
from desktop_app.gui.widgets.save_search import SaveSheet
from tests.conftest import article
from tests.gui.families.deeds import FAMILIES
from tests.gui.scene import Scene
from tests.unit.archive.cast import Cast, ListReader, read


def _search(scene: Scene) -> None:
    words = scene.window.search_box.words
    words.setText("Hafen")
    for keys in ("Ctrl+K", "/"):
        scene.window.list_pane.view.setFocus()
        scene.press(keys)
        assert words.hasFocus()
        assert words.selectedText() == "Hafen"


def _search_language(scene: Scene) -> None:
    scene.do("search_language")
    scene.until(lambda: isinstance(QApplication.activePopupWidget(), LanguageHelp))
    sheet = QApplication.activePopupWidget()
    assert isinstance(sheet, LanguageHelp)
    sheet.close()


def _find(scene: Scene) -> None:
    scene.read()
    scene.do("find")
    assert scene.window.reader.find_bar.isVisible()


def _next_hit(scene: Scene) -> None:
    scene.search("Hafen OR harbour")
    assert scene.desk.listing is not None
    many = [len(scene.archive.hits(each, scene.desk.text)) for each in scene.desk.listing.ids]
    scene.read(many.index(max(many)))
    scene.until(lambda: len(scene.desk.hits) == max(many))
    scene.window.reader._visited = True
    scene.do("next_hit")
    assert scene.window.reader._current == 1
    scene.do("previous_hit")
    assert scene.window.reader._current == 0
    before = scene.article.id
    row = scene.desk.listing.ids.index(before)
    others = [*scene.desk.listing.ids[row + 1 :]]
    with_hits = next(each for each in others if scene.archive.hits(each, scene.desk.text))
    scene.window.reader._current = max(many) - 1
    scene.do("next_hit")  # from the last on to the next article
    scene.until(lambda: scene.desk.article is not None and scene.desk.article.id == with_hits)
    scene.until(lambda: scene.desk.hits)
    scene.do("previous_hit")
    scene.until(lambda: scene.desk.article is not None and scene.desk.article.id == before)


def _clear_search(scene: Scene) -> None:
    everything = len(scene.desk.listing or ())
    scene.search("Hafen")
    scene.desk.toggle_filter("lang:de")
    scene.desk.set_view("starred")
    scene.do("clear_search")
    scene.until(lambda: len(scene.desk.listing or ()) == everything)
    assert (scene.desk.full_query, scene.desk.view) == ("", "all")


def _save_search(scene: Scene) -> None:
    scene.do("save_search")
    scene.said("Search for something first")
    scene.search("Hafen")
    scene.do("save_search")
    sheet = scene.dialog(SaveSheet)
    sheet.name.setText("Der Hafen")
    QTest.keyClick(sheet.name, Qt.Key.Key_Return)
    scene.until(
        lambda: [(each.name, each.query) for each in scene.archive.saved_searches()] == [("Der Hafen", "Hafen")]
    )


def _concordance(scene: Scene) -> None:
    pane = scene.window.list_pane
    scene.search("Hafen")
    wide = pane.width()
    for on in (True, False):
        scene.do("concordance")
        assert pane.in_concordance is on
        assert scene.window.action("concordance").isChecked() is on
        assert pane.concordance.isVisible() is on
    assert pane.width() == wide


def _examine(scene: Scene) -> None:
    doctor = scene.window.list_pane.doctor
    scene.search("Hafen Osaka")
    scene.do("examine")
    scene.until(lambda: doctor.diagnosis is not None and doctor.diagnosis.query == "Hafen Osaka")
    assert [part.text for part in doctor.diagnosis.parts] == ["Hafen", "Osaka"]
    scene.do("examine")
    assert doctor.isHidden()
    assert not scene.window.action("examine").isChecked()


def _next_name(scene: Scene) -> None:
    """Tanabe, Kuhn, Tanabe: forwards, backwards, and from the first to the one who is the same."""
    text = "Yuki Tanabe traf Ida Kuhn. Danach reiste Yuki Tanabe ab."
    cast: Cast = {"Yuki Tanabe": ("person", "yuki tanabe"), "Ida Kuhn": ("person", "ida kuhn")}
    read(scene.archive, article(text, "Besuch", "2031"), reader=ListReader(cast))
    count = len(scene.desk.listing or ())
    scene.desk.search()
    scene.until(lambda: len(scene.desk.listing or ()) > count)
    scene.read()
    mentions = scene.desk.mentions
    scene.until(lambda: len(mentions.all) == 3)
    for name, reached in (
        ("next_name", 0),
        ("next_name", 1),
        ("previous_name", 0),
        ("next_same_name", 2),
        ("next_name", 0),
    ):
        scene.do(name)
        assert mentions.current == reached


def _more_like_this(scene: Scene) -> None:
    number = scene.read().id
    scene.do("more_like_this")
    assert scene.desk.full_query == f"like:{number}"


def _batch_search(scene: Scene) -> None:
    scene.do("batch_search")
    first = scene.dialog(BatchDialog)
    scene.window.action("batch_search").trigger()
    assert scene.dialog(BatchDialog) is first  # there is one at most
    first.close()


def _synonyms(scene: Scene) -> None:
    scene.do("synonyms")
    scene.dismiss(SynonymsDialog)


def _search_protocol(scene: Scene) -> None:
    scene.do("search_protocol")
    scene.dismiss(ProtocolDialog)


SEARCH: dict[str, Callable[[Scene], None]] = {
    "search": _search,
    "search_language": _search_language,
    "find": _find,
    "next_hit": _next_hit,
    "previous_hit": _next_hit,
    "next_name": _next_name,
    "previous_name": _next_name,
    "next_same_name": _next_name,
    "clear_search": _clear_search,
    "save_search": _save_search,
    "concordance": _concordance,
    "examine": _examine,
    "more_like_this": _more_like_this,
    **FAMILIES,
    "batch_search": _batch_search,
    "synonyms": _synonyms,
    "search_protocol": _search_protocol,
}
