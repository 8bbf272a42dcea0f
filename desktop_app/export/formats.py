"""The formats there are. A new one is a module and a line here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from desktop_app.export.lines import JsonLines
from desktop_app.export.markdown import Markdown
from desktop_app.export.pages import Pages
from desktop_app.export.table import Csv
from desktop_app.model.article import Article


class Exporter(Protocol):
    """One format."""

    name: str
    label: str
    suffix: str  # of the file; "" for a folder
    single_file: bool
    description: str

    def write(
        self, articles: Iterable[Article], out: Path | BinaryIO, *, with_notes: bool, options: Mapping[str, object]
    ) -> int:
        """Write the articles one at a time and return their number.

        `out` is a file, a folder, or for single files a stream. What was there before stays until all is written.
        Raises InputRefusedError, DiskFullError, ReadOnlyError.
        """


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format as a dialog shows it."""

    name: str
    label: str
    suffix: str
    single_file: bool
    description: str


FORMATS: dict[str, Exporter] = {exporter.name: exporter for exporter in (Csv(), JsonLines(), Markdown(), Pages())}


def describe() -> list[ExportFormat]:
    """The formats, for choosing one."""
    return [ExportFormat(f.name, f.label, f.suffix, f.single_file, f.description) for f in FORMATS.values()]
