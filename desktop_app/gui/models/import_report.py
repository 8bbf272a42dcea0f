"""The report of an import as a table."""

from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from desktop_app.gui.i18n import tr
from desktop_app.store.imports import ImportedFile

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ReportModel(QAbstractTableModel):
    """A row a file: name, what became of it, why."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.files: list[ImportedFile] = []

    def show(self, files: list[ImportedFile]) -> None:
        """Replace what is shown."""
        self.beginResetModel()
        self.files = files
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.files)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("File"), tr("Result"), tr("Reason"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        file = self.files[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{file.path}\n{reason_text(file)}".strip()
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (Path(file.path).name, status_text(file.status), reason_text(file))[index.column()]


class ReportFilter(QSortFilterProxyModel):
    """Shows the files of one status."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._status = ""

    def show_only(self, status: str) -> None:
        """Show one status, or all for ""."""
        self.beginResetModel()
        self._status = status
        self.endResetModel()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        model = self.sourceModel()
        return not isinstance(model, ReportModel) or self._status in ("", model.files[source_row].status)


def status_text(status: str) -> str:
    """A file's status in the interface's language."""
    return {
        "added": tr("added"),
        "updated": tr("new version"),
        "duplicate": tr("already there"),
        "skipped": tr("skipped"),
        "failed": tr("could not be read"),
    }.get(status, status)


def reason_text(file: ImportedFile) -> str:
    """Why a file gave no new article."""
    if file.status == "duplicate" and not file.reason:
        return tr("The archive holds an article of the same words.")
    return file.reason
