"""Exporting a selection, a search or everything."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from desktop_app.archive.session import Session
from desktop_app.model.article import Article
from desktop_app.model.errors import InputRefusedError
from desktop_app.model.progress import Control, Meter, Report, quiet
from desktop_app.store import articles, people

if TYPE_CHECKING:
    from desktop_app.export.formats import ExportFormat


@dataclass(frozen=True, slots=True)
class ExportReport:
    """How many articles were written, and where."""

    count: int
    path: str


def formats() -> "list[ExportFormat]":
    """The formats there are."""
    from desktop_app.export.formats import describe

    return describe()


def refuse_inside(folder: Path, out: Path | BinaryIO) -> None:
    """Raise InputRefusedError where `out` is a path within the archive in `folder`."""
    if isinstance(out, Path) and out.resolve().is_relative_to(folder.resolve()):
        raise InputRefusedError(
            "{path} lies within the archive. Choose a place outside it, so that nothing of it is replaced.", path=out
        )


def export(
    session: Session,
    out: Path | BinaryIO,
    name: str,
    ids: Sequence[int],
    *,
    with_notes: bool = False,
    checked_only: bool = False,
    options: Mapping[str, object] | None = None,
    control: Control | None = None,
    report: Report = quiet,
) -> ExportReport:
    """Write these articles, in this order, to a file, a folder or a stream. Raises InputRefusedError.

    `checked_only`: of the people and organisations they name, those a person has checked.
    """
    from desktop_app.export.formats import FORMATS

    if name not in FORMATS:
        raise InputRefusedError("There is no format “{name}”. There are: {names}.", name=name, names=", ".join(FORMATS))
    exporter = FORMATS[name]
    if not isinstance(out, Path) and not exporter.single_file:
        raise InputRefusedError("“{name}” writes a folder; give its path instead of “-”.", name=name)
    refuse_inside(session.folder, out)
    meter = Meter(report, "Export", len(ids))

    def whole() -> Iterator[Article]:
        connection = session.reader()
        for number in ids:
            if control is not None:
                control.checkpoint()
            yield people.named_in(connection, articles.article(connection, number), checked=checked_only)
            meter.advance()

    count = exporter.write(whole(), out, with_notes=with_notes, options=options or {})
    meter.finish()
    return ExportReport(count, str(out) if isinstance(out, Path) else "-")
