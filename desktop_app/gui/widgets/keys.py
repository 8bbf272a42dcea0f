"""Keys that a part of the window keeps for itself though they are shortcuts of the whole window."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def keeps(event: QEvent, *keys: Qt.Key) -> bool:
    """Accept Qt's question whether a shortcut is to be overridden, if it is one of these keys.

    To be called first in `QWidget.event`; True means that the event is dealt with.
    """
    if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in keys:
        event.accept()
        return True
    return False
