"""What the list can show of an article in a column, and which columns an archive's reader has chosen."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QLocale

from desktop_app.gui import settings
from desktop_app.gui.clauses import language_name
from desktop_app.gui.dates import format_date
from desktop_app.gui.i18n import tr
from desktop_app.model.article import ArticleRow
from desktop_app.model.sorting import SortKey, keys_of

LEAST = 36  # pixels of a column


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `key` is what it is sorted by, "" where it is not."""

    name: str
    title: str
    width: int
    text: Callable[[ArticleRow], str]
    key: str = ""
    falling: bool = False  # a first click puts the greatest first
    right: bool = False


def columns() -> tuple[Column, ...]:
    """All columns, as they stand at first; the title takes what the others leave."""
    return (
        Column("starred", tr("Starred"), 40, lambda row: "★" if row.starred else "", "starred"),
        Column("title", tr("Title"), 220, lambda row: row.heading, "title"),
        Column("date", tr("Date"), 104, lambda row: format_date(row.date, row.language), "date", falling=True),
        Column("source", tr("Source"), 132, lambda row: row.source, "source"),
        Column("author", tr("Author"), 116, lambda row: row.byline, "author"),
        Column("place", tr("Place"), 96, lambda row: row.place, "place"),
        Column(
            "language", tr("Language"), 84, lambda row: language_name(row.language) if row.language else "", "language"
        ),
        Column("words", tr("Words"), 72, lambda row: _number(row.words), "words", falling=True, right=True),
        Column("tags", tr("Tags"), 132, lambda row: ", ".join(tag.name for tag in row.tags)),
        Column("notes", tr("Notes"), 66, lambda row: _number(row.notes) if row.notes else "", right=True),
        Column("added", tr("Added on"), 108, lambda row: format_date(row.added[:10]), "added", falling=True),
        Column("read", tr("Read"), 66, lambda row: tr("yes") if row.read else "", "read"),
    )


_FIRST = ("starred", "title", "date", "source", "words", "tags")  # shown until the reader chooses


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Which columns are shown, in their order, how wide they are, and what the table is sorted by."""

    order: tuple[str, ...] = ()  # of all columns; empty as long as none was moved
    shown: tuple[str, ...] = _FIRST
    widths: tuple[tuple[str, int], ...] = ()
    sort: str = ""
    table: bool = False  # whether the list is a table at all


def kept(archive: Path) -> Arrangement:
    """How this archive's list was left; what cannot be read counts as never chosen."""
    try:
        found = json.loads(settings.value(_name(archive), "{}"))
        names = {column.name for column in columns()}
        order = tuple(name for name in found.get("order", ()) if name in names)
        shown = tuple(name for name in found.get("shown", _FIRST) if name in names)
        widths = tuple((name, int(width)) for name, width in found.get("widths", {}).items() if name in names)
        return Arrangement(order, shown or _FIRST, widths, str(found.get("sort", "")), bool(found.get("table")))
    except (ValueError, TypeError, AttributeError):
        return Arrangement()


def keep(archive: Path, arrangement: Arrangement) -> None:
    """Remember how an archive's list is arranged."""
    told = {
        "order": arrangement.order,
        "shown": arrangement.shown,
        "widths": dict(arrangement.widths),
        "sort": arrangement.sort,
        "table": arrangement.table,
    }
    settings.put(_name(archive), json.dumps(told))


def _name(archive: Path) -> str:
    return f"list/{sha256(str(archive).encode()).hexdigest()[:16]}"


def clicked(sort: str, column: Column, *, more: bool) -> str:
    """The order after a click at a column's heading: its own way first, then turned round, then as it was.

    `more` (Shift is held) keeps the other keys and puts this one behind them.
    """
    before = keys_of(sort) if sort and sort not in ("relevance", "hand") else ()
    own = SortKey(column.key, column.falling)
    now = next((key for key in before if key.name == column.key), None)
    if now is None:
        keys = (*before, own) if more else (own,)
    elif not more and len(before) > 1:
        keys = (own,)
    elif now == own:
        keys = tuple(replace(key, descending=not own.descending) if key == now else key for key in before)
    else:
        keys = tuple(key for key in before if key != now)
    return ",".join(map(str, keys))


def told(sort: str) -> str:
    """An order of keys in the window's words: "Source, Date"."""
    names = {column.key: column.title for column in columns() if column.key}
    return ", ".join(names.get(key.name, key.name) for key in keys_of(sort))


def _number(count: int) -> str:
    return QLocale().toString(count)
