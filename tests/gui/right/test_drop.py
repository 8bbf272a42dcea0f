"""Files dropped on the window are offered for import; anything else is left alone."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.gui import drop


def dropped(widget: QWidget, data: QMimeData) -> bool:
    """Drag data over a widget and let go of it; whether it was taken."""
    action, button, modifiers = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), action, data, button, modifiers)
    enter.ignore()
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(5, 5), action, data, button, modifiers)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_files_and_folders_are_taken(qtbot: QtBot, tmp_path: Path) -> None:
    widget, wanted = QWidget(), list[list[Path]]()
    qtbot.addWidget(widget)
    drop.install(widget, wanted.append)
    data = QMimeData()
    names = [tmp_path / "Presse", tmp_path / "Größe & mehr.txt"]
    data.setUrls([QUrl.fromLocalFile(str(name)) for name in names])
    assert dropped(widget, data)
    assert wanted == [names]


def test_addresses_and_words_are_not(qtbot: QtBot) -> None:
    widget, wanted = QWidget(), list[list[Path]]()
    qtbot.addWidget(widget)
    drop.install(widget, wanted.append)
    address, words = QMimeData(), QMimeData()
    address.setUrls([QUrl("https://example.org/a.html")])
    words.setText("Hafen")
    assert not dropped(widget, address)
    assert not dropped(widget, words)
    assert wanted == []
