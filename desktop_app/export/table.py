"""CSV (RFC 4180, UTF-8), for spreadsheets and scripts."""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import BinaryIO

from desktop_app.export.names import found_in
from desktop_app.export.targets import file_target
from desktop_app.model.article import Article
from desktop_app.model.errors import InputRefusedError

COLUMNS = (
    *("id", "title", "kicker", "date", "source", "place", "byline", "credit", "language", "words", "tags"),
    *("people", "organisations", "starred", "read", "added", "file", "text"),
)
DELIMITERS = (",", ";", "\t")
# A cell that begins like this is run as a formula by spreadsheets, quoted or not (OWASP: CSV injection). The
# apostrophes belong to the rule so that it can be taken back: strip one where this matches behind it.
FORMULA = re.compile(r"['\s]*[=+\-@＝＋－＠]|'*[\t\r\n]")


def neutral(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{cell}" if FORMULA.match(cell) else cell


class Csv:
    """One line an article."""

    name = "csv"
    label = "CSV"
    suffix = ".csv"
    single_file = True
    description = "A table for spreadsheets and scripts. Cells that would run as formulas get an apostrophe."

    def write(
        self, articles: Iterable[Article], out: Path | BinaryIO, *, with_notes: bool, options: Mapping[str, object]
    ) -> int:
        """See `formats.Exporter.write`.

        Options: `bom` marks the file as UTF-8 for spreadsheets; `delimiter` is one of `DELIMITERS`.
        """
        delimiter = options.get("delimiter", ",")
        if delimiter not in DELIMITERS or not isinstance(delimiter, str):
            raise InputRefusedError(
                "Cells are parted by a comma, a semicolon or a tab, not by “{sign}”.", sign=delimiter
            )
        count = 0
        with file_target(out) as stream:
            if options.get("bom"):
                stream.write(b"\xef\xbb\xbf")
            buffer = io.StringIO(newline="")
            writer = csv.writer(buffer, delimiter=delimiter)
            writer.writerow((*COLUMNS, "notes") if with_notes else COLUMNS)
            for count, article in enumerate(articles, 1):
                writer.writerow([neutral(cell) for cell in _cells(article, with_notes=with_notes)])
                _flush(buffer, stream)
            _flush(buffer, stream)
        return count


def _flush(buffer: io.StringIO, stream: BinaryIO) -> None:
    stream.write(buffer.getvalue().encode("utf-8", "replace"))
    buffer.seek(0)
    buffer.truncate()


def _cells(article: Article, *, with_notes: bool) -> list[str]:
    cells = [
        str(article.id),
        article.title,
        article.kicker,
        article.date,
        article.source,
        article.place,
        article.byline,
        article.credit,
        article.language,
        str(article.words),
        "; ".join(_escaped(tag.name) for tag in article.tags),
        _named(article, "person"),
        _named(article, "organisation"),
        "1" if article.starred else "0",
        "1" if article.read else "0",
        article.added,
        "; ".join(_escaped(name) for name in found_in(article)),
        article.text,
    ]
    if with_notes:
        cells.append("\n".join(f"„{note.quote}“: {note.body}" if note.quote else note.body for note in article.notes))
    return [cell.replace("\0", "\ufffd") for cell in cells]


def _named(article: Article, kind: str) -> str:
    """Whom the article names, each once, in the order of the text."""
    names = dict.fromkeys(str(mention.get("name", "")) for mention in article.mentions if mention.get("kind") == kind)
    return "; ".join(_escaped(name) for name in names if name)


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace(";", "\\;")
