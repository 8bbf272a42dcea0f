"""Commands about what was done."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop_app.gui import settings

if TYPE_CHECKING:
    from desktop_app.gui.history.panel import HistoryPanel
    from desktop_app.gui.main_window import MainWindow

_SHOWN = "window/history"
_WIDTH = 340


class HistoryCommands:
    """The history is a pane at the window's right, which is made when it is first asked for."""

    _window: "MainWindow"

    def history(self) -> None:
        """Show the history, or put it away."""
        panel = _made(self._window)
        show_history(self._window, panel is None or panel.isHidden())

    def article_history(self) -> None:
        """Show what became of the open article."""
        show_history(self._window, True).show_article()


def _made(window: "MainWindow") -> "HistoryPanel | None":
    found: Any = window.findChild(QWidget, "history_panel")
    return found


def show_history(window: "MainWindow", on: bool) -> "HistoryPanel":
    """Show the panel, or hide it; the next start finds it as it was left."""
    from desktop_app.gui.history.panel import HistoryPanel

    panel = _made(window)
    if panel is None:
        panel = HistoryPanel(window.desk)
        window.sides.addWidget(panel)
        window.sides.setStretchFactor(window.sides.indexOf(panel), 0)
        panel.closed.connect(lambda: show_history(window, False))
    panel.setVisible(on)
    if on:
        sizes = window.sides.sizes()
        if sizes[-1] < _WIDTH:
            sizes[1] -= _WIDTH - sizes[-1]
            window.sides.setSizes([*sizes[:-1], _WIDTH])
        panel.reload()
        panel.setFocus()
    elif panel.isAncestorOf(window.focusWidget() or window):
        window.list_pane.setFocus()
    window.action("history").setChecked(on)
    settings.put(_SHOWN, int(on))
    return panel


def restore(window: "MainWindow") -> None:
    """Show the history where the last window did."""
    if settings.number(_SHOWN, 0):
        show_history(window, True)
