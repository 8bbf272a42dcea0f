"""What stands above the open article while a dossier or a screening is shown."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.gui.desk import Desk
from desktop_app.gui.dossiers.comment_strip import CommentStrip
from desktop_app.gui.dossiers.screening_bar import ScreeningBar


class ReaderStrips(QWidget):
    """The bar of a screening, and below it the comment of a dossier; each is seen while there is one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader_strips")
        self._desk = desk
        self.screening = ScreeningBar(desk, self)
        self.comment = CommentStrip(desk, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.screening)
        layout.addWidget(self.comment)

    def stand_in(self, reader: QWidget) -> None:
        """Take the place below the header of a reader."""
        column = reader.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(1, self)

    def needs(self, *, reading: bool) -> dict[str, bool]:
        """Which needs of the actions are met, as far as dossiers and screenings go."""
        collected = self._desk.collected
        dossier = reading and collected.page is not None
        return {
            "dossier": dossier,
            "in_dossier": dossier and bool(self._desk.targets()),
            "screening": reading and collected.screening is not None,
        }
