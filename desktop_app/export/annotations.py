"""Annotations without their articles: as a table, as lines for programs, to be read, and as the W3C exchanges them."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, BinaryIO, Final

from desktop_app.export.lines import json_line
from desktop_app.export.markdown import escaped, quoted
from desktop_app.export.table import neutral
from desktop_app.export.targets import file_target
from desktop_app.export.web_annotations import as_web_annotation
from desktop_app.model.annotations import AnnotationRow
from desktop_app.model.errors import InputRefusedError

VERSION: Final = 1
COLUMNS: Final = (
    *("id", "kind", "quote", "note", "tags", "colour", "orphaned", "article", "entity", "title", "source", "date"),
    *("start", "end", "created", "changed"),
)
_BOM: Final = "\ufeff"
_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"

Rows = Iterable[AnnotationRow]


@dataclass(frozen=True, slots=True)
class AnnotationFormat:
    """A format as a dialog shows it; `chunks` writes it."""

    name: str
    label: str
    suffix: str
    description: str
    chunks: Callable[[Rows, bool], Iterator[bytes]]


def write(rows: Rows, out: Path | BinaryIO, name: str, *, bom: bool = False) -> int:
    """Write annotations one at a time and return their number; `bom` marks a table as UTF-8 for spreadsheets.

    Raises InputRefusedError, DiskFullError, ReadOnlyError.
    """
    if name not in FORMATS:
        raise InputRefusedError("There is no format “{name}”. There are: {names}.", name=name, names=", ".join(FORMATS))
    count = 0

    def counted() -> Iterator[AnnotationRow]:
        nonlocal count
        for row in rows:
            count += 1
            yield row

    with file_target(out) as stream:
        for chunk in FORMATS[name].chunks(counted(), bom):
            stream.write(chunk)
    return count


def _csv(rows: Rows, bom: bool) -> Iterator[bytes]:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    buffer.write(_BOM if bom else "")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([neutral(str(cell)) for cell in _cells(row)])
        yield buffer.getvalue().encode("utf-8", "replace")
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue().encode("utf-8")  # the heading, where there is nothing else


def _cells(row: AnnotationRow) -> Sequence[object]:
    tags = "; ".join(tag.name.replace("\\", "\\\\").replace(";", "\\;") for tag in row.tags)
    place = ("", "") if row.start is None else (row.start, row.end)
    colour = "" if row.colour < 0 else row.colour
    return (
        *(row.id, row.kind, row.quote, row.body, tags, colour, int(row.orphaned)),
        *(row.article or "", row.entity or "", row.title, row.source, row.date, *place, row.created, row.changed),
    )


def _jsonl(rows: Rows, _: bool) -> Iterator[bytes]:
    for row in rows:
        yield json_line({"lesesaal_annotation": VERSION, **asdict(row)})


def _markdown(rows: Rows, _: bool) -> Iterator[bytes]:
    """What is on one article, or on one person, stands under one heading as long as it comes together."""
    begun = False
    for _on, together in groupby(rows, key=lambda row: (row.article, row.entity)):
        for at, row in enumerate(together):
            if at == 0:
                facts = " · ".join(escaped(fact) for fact in (row.source, row.date) if fact)
                heading = f"# {escaped(' '.join(row.title.split()))}\n" + (f"\n{facts}\n" if facts else "")
                yield (f"\n{heading}" if begun else heading).encode("utf-8", "replace")
                begun = True
            yield _passage(row).encode("utf-8", "replace")


def _passage(row: AnnotationRow) -> str:
    """The words, what was written about them, and its tags. A note is Markdown already."""
    blocks = [quoted(escaped(row.quote.strip()))] if row.quote.strip() else []
    if row.body.strip():
        blocks.append(f"{row.body.strip()}\n")
    if row.tags:
        blocks.append(" ".join(f"*{escaped(tag.name)}*" for tag in row.tags) + "\n")
    return "".join(f"\n{block}" for block in blocks)


def _web(rows: Rows, _: bool) -> Iterator[bytes]:
    """One collection with one page; its total comes last, when it is known."""
    head = {"@context": _CONTEXT, "type": "AnnotationCollection", "label": "Lesesaal"}
    yield _json(head)[:-1] + b', "first": {"type": "AnnotationPage", "startIndex": 0, "items": ['
    count = 0
    for row in rows:
        yield (b",\n" if count else b"\n") + _json(as_web_annotation(row))
        count += 1
    yield f'\n]}}, "total": {count}}}\n'.encode()


def _json(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")


_ALL = (
    AnnotationFormat("csv", "CSV", ".csv", "A table for spreadsheets and scripts.", _csv),
    AnnotationFormat("jsonl", "JSON Lines", ".jsonl", "Everything that is known of each annotation.", _jsonl),
    AnnotationFormat("markdown", "Markdown", ".md", "Quotes and notes to be read, by article.", _markdown),
    AnnotationFormat("w3c", "Web Annotations", ".jsonld", "W3C JSON-LD, which other annotation tools read.", _web),
)
FORMATS: Final = {each.name: each for each in _ALL}
