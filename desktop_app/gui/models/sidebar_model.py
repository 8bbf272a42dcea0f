"""The sidebar as one list of entries: views, saved searches, and facets with their counts."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.models.sidebar_entries import ENTRY_ROLE, Contents, Entry
from desktop_app.gui.models.sidebar_sections import entries_of

Index = QModelIndex | QPersistentModelIndex


class SidebarModel(QAbstractListModel):
    """Entries from top to bottom. Replacing them by the same keys keeps scroll position and focus."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    def show(self, contents: Contents) -> bool:
        """Rebuild from the contents; returns whether there are other rows than before."""
        entries = list(entries_of(contents))
        if [entry.key for entry in entries] == [entry.key for entry in self._entries]:
            changed = [n for n, pair in enumerate(zip(entries, self._entries, strict=True)) if pair[0] != pair[1]]
            self._entries = entries
            if changed:
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return False
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()
        return True

    def entry(self, row: int) -> Entry | None:
        """The entry of a row, or None."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def row_of(self, key: str) -> int:
        """The row of a key, or -1."""
        return next((row for row, entry in enumerate(self._entries) if entry.key == key), -1)

    def entries(self) -> Sequence[Entry]:
        """All entries, from top to bottom."""
        return tuple(self._entries)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if entry.kind != "header":
            flags |= Qt.ItemFlag.ItemIsSelectable
        if entry.kind == "dossier" or (entry.section == "tags" and entry.kind == "facet"):
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(entry)
        return None


def spoken(entry: Entry) -> str:
    """An entry for screen readers, e.g. "Start-up, 118 of 240, included"."""
    state = {"": "", "include": tr("included"), "exclude": tr("left out")}[entry.state]
    name = entry.label if entry.kind in ("search", "screening") else entry.name or entry.label
    new = trn("%n new", entry.new) if entry.new else ""
    return ", ".join(part for part in (name, _count(entry), new, state) if part)


def _count(entry: Entry) -> str:
    if entry.count is None:
        return ""
    count = QLocale().toString(entry.count)
    if entry.kind == "screening":
        return tr("{count} of {all}", count=count, all=QLocale().toString(entry.whole or 0))
    if entry.whole is None or entry.whole <= entry.count:
        return count
    return tr("{count} of {all}", count=count, all=QLocale().toString(entry.whole))


def _tip(entry: Entry) -> str | None:
    if entry.kind in ("search", "screening"):
        return f"{entry.label}\n{entry.name}"
    if entry.kind != "facet":
        return None
    ways = tr("Click for only these, Ctrl+click for these too, Alt+click to leave them out")
    return "\n".join(part for part in (entry.name or entry.label, _count(entry), ways) if part)
