"""Exporting annotations, without their articles."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from desktop_app.archive.exporting import ExportReport, refuse_inside
from desktop_app.archive.noting import NOTE_LIMIT
from desktop_app.archive.session import Session
from desktop_app.model.annotations import AnnotationRow
from desktop_app.model.progress import Control, Meter, Report, quiet
from desktop_app.store import annotations

if TYPE_CHECKING:
    from desktop_app.export.annotations import AnnotationFormat

_PAGE = 500  # annotations read at once


class ExportingAnnotations:
    """The verbs that write annotations to files."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def annotation_formats(self) -> "list[AnnotationFormat]":
        """The formats there are."""
        from desktop_app.export.annotations import FORMATS

        return list(FORMATS.values())

    def export_annotations(
        self,
        out: Path | BinaryIO,
        name: str,
        ids: Sequence[int],
        *,
        bom: bool = False,
        control: Control | None = None,
        report: Report = quiet,
    ) -> ExportReport:
        """Write these annotations, in this order, to a file or a stream. Raises InputRefusedError."""
        from desktop_app.export.annotations import write

        refuse_inside(self._session.folder, out)
        meter = Meter(report, "Export", len(ids))

        def whole() -> Iterator[AnnotationRow]:
            for begin in range(0, len(ids), _PAGE):
                if control is not None:
                    control.checkpoint()
                found = annotations.rows(self._session.reader(), ids[begin : begin + _PAGE], limit=NOTE_LIMIT)
                yield from found
                meter.advance(len(found))

        count = write(whole(), out, name, bom=bom)
        meter.finish()
        return ExportReport(count, str(out) if isinstance(out, Path) else "-")
