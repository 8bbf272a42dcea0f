"""Files and folders dropped on the window are offered for import."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class _Catcher(QObject):
    def __init__(self, window: QWidget, wanted: Callable[[list[Path]], None]) -> None:
        super().__init__(window)
        self._wanted = wanted
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.DragEnter:
            if paths_of(event.mimeData()):
                event.acceptProposedAction()
                return True
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            paths = paths_of(event.mimeData())
            if paths:
                event.acceptProposedAction()
                self._wanted(paths)
                return True
        return super().eventFilter(watched, event)


def paths_of(data: QMimeData) -> list[Path]:
    """The local files and folders that are being dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def install(window: QWidget, wanted: Callable[[list[Path]], None]) -> None:
    """Call `wanted` with what is dropped on `window`."""
    _Catcher(window, wanted)
