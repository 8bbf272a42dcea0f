"""The keyboard shortcuts on one sheet, from the table of actions."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from desktop_app.gui import theme
from desktop_app.gui.actions import Menu, menus
from desktop_app.gui.i18n import tr

if TYPE_CHECKING:
    from desktop_app.gui.main_window import MainWindow

_COLUMNS: tuple[tuple[Menu, ...], ...] = (
    ("archive", "edit", "tags"),
    ("view", "dossiers", "help"),
    ("search", "people"),
)
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)


class ShortcutSheet(QDialog):
    """Three columns of keys; any key closes it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("shortcut_sheet")
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self._window = window
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 24, 28, 24)
        row.setSpacing(36)
        titles = dict(menus())
        for column in _COLUMNS:
            layout = QVBoxLayout()
            for name in column:
                layout.addLayout(self._group(titles[name].replace("&", ""), name))
                layout.addSpacing(14)
            layout.addStretch(1)
            row.addLayout(layout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _MODIFIERS:
            self.close()

    def _group(self, title: str, menu: Menu) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        grid.addWidget(self._label(title, theme.font("label")), 0, 0, 1, 2)
        entries = [
            (action.text, [_named(key) for key in item.shortcuts()])
            for action, item in self._window.table()
            if action.menu == menu and item.shortcuts()
        ]
        if menu == "tags":
            entries.append((tr("Tag one to nine, on or off"), ["1 – 9"]))
        if menu == "people":  # the letters mean something else among the articles
            there = self._label(tr("Letters work in tables and pages of people."), theme.font("small"))
            there.setProperty("muted", True)
            grid.addWidget(there, len(entries) + 1, 0, 1, 2)
        for line, (text, keys) in enumerate(entries, 1):
            names = self._label("   ".join(keys), theme.font("small"))
            names.setProperty("muted", True)
            grid.addWidget(self._label(text, theme.font("ui")), line, 0)
            grid.addWidget(names, line, 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        return grid

    def _label(self, text: str, font: QFont) -> QLabel:
        label = QLabel(text, self)
        label.setFont(font)
        return label


def _named(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.NativeText)
