"""What each action of the view menu is for: pressed on the real window, it does what it says."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from desktop_app.gui import settings, theme
from desktop_app.gui.widgets.outline_sheet import OutlineSheet
from desktop_app.gui.widgets.type_sheet import TypeSheet
from tests.gui.deeds_comfort import COMFORT
from tests.gui.scene import Scene


def _next_article(scene: Scene) -> None:
    assert scene.desk.listing is not None
    scene.window.list_pane.view.setFocus()
    for row in range(3):
        scene.do("next_article")
        scene.until(
            lambda row=row: scene.desk.article is not None and scene.desk.article.id == scene.desk.listing.ids[row]
        )


def _previous_article(scene: Scene) -> None:
    assert scene.desk.listing is not None
    scene.read(2)
    scene.do("previous_article")
    scene.until(lambda: scene.article.id == scene.desk.listing.ids[1])


def _page(scene: Scene) -> None:
    assert scene.desk.listing is not None
    row = max(
        range(len(scene.desk.listing) - 1), key=lambda at: len(scene.archive.article(scene.desk.listing.ids[at]).text)
    )
    article = scene.read(row)
    bar = scene.window.reader.page_view.verticalScrollBar()
    scene.until(lambda: bar.maximum() > 0)
    scene.do("page")
    assert bar.value() > 0
    assert scene.article.id == article.id
    for _ in range(50):
        if bar.value() == bar.maximum():
            break
        scene.do("page")
    scene.do("page")
    scene.until(lambda: scene.article.id == scene.desk.listing.ids[row + 1])


def _back(scene: Scene) -> None:
    scene.search("Hafen")
    scene.desk.toggle_filter("lang:de")
    scene.until(lambda: scene.desk.listing is not None and scene.desk.listing.query == "Hafen lang:de")
    scene.do("back")
    scene.until(lambda: scene.desk.listing is not None and scene.desk.listing.query == "Hafen")
    assert (scene.desk.text, scene.desk.filters) == ("Hafen", [])
    scene.do("back")
    scene.until(lambda: scene.desk.listing is not None and scene.desk.listing.query == "")
    assert scene.window.search_box.words.text() == ""


def _forward(scene: Scene) -> None:
    _back(scene)
    scene.do("forward")
    scene.until(lambda: scene.window.search_box.words.text() == "Hafen")


def _next_pane(scene: Scene) -> None:
    window = scene.window
    scene.read()
    window.search_box.words.setFocus()
    panes = [window.sidebar, window.list_pane, window.reader, window.search_box]
    for pane in [*panes, *panes]:
        scene.do("next_pane")
        focus = QApplication.focusWidget()
        assert focus is not None
        assert pane.isAncestorOf(focus), pane


def _outline(scene: Scene) -> None:
    scene.read()
    scene.do("outline")
    sheet = scene.dialog(OutlineSheet)
    assert sheet.list.count() > 1
    sheet.close()


def _original(scene: Scene) -> None:
    words = scene.read().text.split()[-1]
    scene.do("original")
    original = scene.window.reader.beside.original
    scene.until(lambda: words in original.toPlainText())
    scene.do("original")
    assert not original.isVisible()


def _type_sheet(scene: Scene) -> None:
    scene.read()
    scene.do("type_sheet")
    scene.dismiss(TypeSheet)


def _larger(scene: Scene) -> None:
    scene.do("larger")
    scene.press("Ctrl+=")
    assert theme.current_zoom() == 2
    assert settings.number("zoom", 0) == 2
    theme.zoom(0)


def _smaller(scene: Scene) -> None:
    scene.do("smaller")
    assert theme.current_zoom() == -1
    theme.zoom(0)


def _normal_size(scene: Scene) -> None:
    theme.zoom(4)
    scene.do("normal_size")
    assert theme.current_zoom() == 0


def _dress(name: str) -> Callable[[Scene], None]:
    def check(scene: Scene) -> None:
        theme.apply("dark" if name == "light" else "light")
        scene.do(name)
        assert theme.current() is theme.PALETTES[name]
        assert settings.value("theme", "") == name
        assert [each for each in theme.THEMES if scene.window.action(each).isChecked()] == [name]

    return check


def _underline_names(scene: Scene) -> None:
    lines = scene.window.reader.names.lines
    assert lines.underlined
    assert scene.window.action("underline_names").isChecked()
    scene.do("underline_names")
    assert not lines.underlined
    scene.do("underline_names")
    assert lines.underlined


def _full_screen(scene: Scene) -> None:
    scene.do("full_screen")
    assert scene.window.isFullScreen()
    scene.do("full_screen")
    assert not scene.window.isFullScreen()


VIEW: dict[str, Callable[[Scene], None]] = {
    "previous_article": _previous_article,
    "next_article": _next_article,
    "page": _page,
    "back": _back,
    "forward": _forward,
    "next_pane": _next_pane,
    "outline": _outline,
    "original": _original,
    "type_sheet": _type_sheet,
    "larger": _larger,
    "smaller": _smaller,
    "normal_size": _normal_size,
    "underline_names": _underline_names,
    "light": _dress("light"),
    "paper": _dress("paper"),
    "dark": _dress("dark"),
    "contrast": _dress("contrast"),
    **COMFORT,
    "full_screen": _full_screen,
}
