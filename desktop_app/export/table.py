"""CSV (RFC 4180, UTF-8), for spreadsheets and scripts."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import BinaryIO

from desktop_app.export.targets import file_target
from desktop_app.model.article import Article

COLUMNS = ("id", "title", "kicker", "date", "source", "place", "byline", "language", "tags", "starred", "text")
# A cell that begins with one of these is run as a formula by spreadsheets, quoted or not (OWASP: CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def neutral(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


class Csv:
    """One line an article; tags and notes are joined by “; ” and line ends."""

    name = "csv"
    label = "CSV"
    suffix = ".csv"
    single_file = True
    description = "A table for spreadsheets and scripts. Cells that would run as formulas get an apostrophe."

    def write(
        self, articles: Iterable[Article], out: Path | BinaryIO, *, with_notes: bool, options: Mapping[str, object]
    ) -> int:
        """See `formats.Exporter.write`. Option `bom`: mark the file as UTF-8 for spreadsheets."""
        columns = (*COLUMNS, "notes") if with_notes else COLUMNS
        count = 0
        with file_target(out) as stream:
            if options.get("bom"):
                stream.write(b"\xef\xbb\xbf")
            buffer = io.StringIO(newline="")
            writer = csv.writer(buffer)
            writer.writerow(columns)
            for count, article in enumerate(articles, 1):
                writer.writerow([neutral(cell) for cell in _cells(article, with_notes=with_notes)])
                stream.write(buffer.getvalue().encode("utf-8"))
                buffer.seek(0)
                buffer.truncate()
            stream.write(buffer.getvalue().encode("utf-8"))
        return count


def _cells(article: Article, *, with_notes: bool) -> list[str]:
    cells = [
        str(article.id),
        article.title,
        article.kicker,
        article.date,
        article.source,
        article.place,
        article.byline,
        article.language,
        "; ".join(tag.name for tag in article.tags),
        "1" if article.starred else "0",
        article.text,
    ]
    if with_notes:
        cells.append("\n".join(f"„{note.quote}“: {note.body}" if note.quote else note.body for note in article.notes))
    return cells
