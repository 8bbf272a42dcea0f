"""What each action about the history is for: pressed on the real window, it does what it says."""

from collections.abc import Callable

from desktop_app.gui.history.panel import HistoryPanel
from tests.gui.scene import Scene


def _history(scene: Scene) -> None:
    scene.archive.star([1])
    scene.do("history")
    panel = scene.dialog(HistoryPanel)
    scene.until(lambda: [line.text for line in panel.model.lines] == ["Star on 1 article"])
    assert scene.window.action("history").isChecked()
    scene.do("history")
    assert panel.isHidden()


def _article_history(scene: Scene) -> None:
    article = scene.read()
    scene.archive.star([number for number in (1, 2) if number != article.id])
    scene.archive.tag([article.id], "Kai")
    scene.do("article_history")
    panel = scene.dialog(HistoryPanel)
    scene.until(lambda: [line.text for line in panel.model.lines] == ["Tag “Kai” on 1 article"])


HISTORY: dict[str, Callable[[Scene], None]] = {"history": _history, "article_history": _article_history}
