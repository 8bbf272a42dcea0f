"""The two buttons at a mouse's side: back and forward, wherever the pointer is in the window."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QWidget


class MouseKeys(QObject):
    """Listens at the window itself: the panes would keep the press for themselves."""

    def __init__(self, window: QWidget, back: QAction, forward: QAction) -> None:
        super().__init__(window)
        self._meant = {Qt.MouseButton.BackButton: back, Qt.MouseButton.ForwardButton: forward}
        window.winId()  # there is a window to listen at from now on
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            action = self._meant.get(event.button())
            if action is not None:
                action.trigger()
                return True
        return super().eventFilter(watched, event)
