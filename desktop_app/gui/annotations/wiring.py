"""The room of annotations within the window: its rows open in the reader, its exports in a dialog."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.gui.annotations.pane import AnnotationsPane
    from desktop_app.gui.main_window import MainWindow


def annotations_pane(window: "MainWindow") -> "AnnotationsPane":
    """Make the room and connect it with the window."""
    from desktop_app.gui.annotations.pane import AnnotationsPane

    pane = AnnotationsPane(window.desk)
    pane.open_wanted.connect(window.reader.marking.open_note)
    pane.export_wanted.connect(lambda ids, chosen: _export(window, ids, chosen=chosen))
    return pane


def _export(window: "MainWindow", ids: list[int], *, chosen: bool) -> None:
    from desktop_app.gui.annotations.export_dialog import AnnotationExport

    AnnotationExport(window.desk, ids, window, chosen=chosen).show()
