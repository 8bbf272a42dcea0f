"""A concordance as a table for spreadsheets, or as lines with the hits below one another."""

import csv
import io
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

from desktop_app.export.table import neutral
from desktop_app.export.targets import file_target
from desktop_app.model.errors import InputRefusedError
from desktop_app.model.searching import Concordance, ConcordanceLine

COLUMNS: Final = ("article", "title", "date", "source", "left", "hit", "right", "start", "end")
_AT_ONCE: Final = 1_000  # lines
_BOM: Final = "\ufeff"  # or spreadsheets take umlauts for something else
_WIDE: Final = ("W", "F")


def write(concordance: Concordance, out: Path | BinaryIO, name: str) -> int:
    """Write all lines as "csv" (UTF-8 with a mark, for spreadsheets) or "txt"; returns how many there are.

    Raises InputRefusedError, DiskFullError, ReadOnlyError.
    """
    if name not in _FORMATS:
        raise InputRefusedError(
            "There is no format “{name}”. There are: {names}.", name=name, names=", ".join(_FORMATS)
        )
    with file_target(out) as stream:
        for chunk in _FORMATS[name](concordance):
            stream.write(chunk.encode("utf-8", "replace"))
    return len(concordance.lines)


def _chunks(concordance: Concordance) -> Iterator[list[ConcordanceLine]]:
    for begin in range(0, len(concordance.lines), _AT_ONCE):
        yield concordance.lines[begin : begin + _AT_ONCE]


def _csv(concordance: Concordance) -> Iterator[str]:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    yield _BOM
    writer.writerow(COLUMNS)
    for lines in _chunks(concordance):
        writer.writerows(
            [line.article, *map(neutral, _words(line)), line.start, line.end] for line in lines
        )  # fmt: skip
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def _words(line: ConcordanceLine) -> tuple[str, ...]:
    return line.title, line.date, line.source, line.left.strip(), line.hit, line.right.strip()


def _txt(concordance: Concordance) -> Iterator[str]:
    """Hits begin in one column, and so does what tells where they are from."""
    left = max((_width(line.left) for line in concordance.lines), default=0)
    right = max((_width(line.hit + line.right) for line in concordance.lines), default=0)
    yield f"{concordance.query}\n\n"
    for lines in _chunks(concordance):
        yield "".join(
            f"{' ' * (left - _width(line.left))}{line.left}{line.hit}{line.right}"
            f"{' ' * (right - _width(line.hit + line.right))}  {_origin(line)}\n"
            for line in lines
        )


def _origin(line: ConcordanceLine) -> str:
    parts = (line.date, line.source, line.title, f"#{line.article}")
    return " · ".join(" ".join(part.split()) for part in parts if part)


def _width(text: str) -> int:
    """Columns in a fixed-width type: characters of Japanese script take two, marks that combine take none."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(char) in _WIDE for char in text)
    return len(text) + wide - sum(map(bool, map(unicodedata.combining, text)))


_FORMATS: Final[dict[str, Callable[[Concordance], Iterator[str]]]] = {"csv": _csv, "txt": _txt}
