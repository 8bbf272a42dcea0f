"""Searching for every line of a pasted list: names, or queries."""

import re
from collections.abc import Callable, Iterator, Sequence

from desktop_app.archive.browse import Browse, never
from desktop_app.archive.session import Session
from desktop_app.model.errors import InputRefusedError, QueryRefusedError
from desktop_app.model.progress import Meter, Report, quiet
from desktop_app.model.query import And, Node, Query, Term
from desktop_app.model.searching import BatchRow
from desktop_app.store import articles

MOST_LINES = 10_000


class BatchSearch:
    """The verb that searches a list."""

    def __init__(self, session: Session, browse: Browse) -> None:
        self._session = session
        self._browse = browse

    def batch_search(
        self, lines: Sequence[str], *, cancelled: Callable[[], bool] = never, report: Report = quiet
    ) -> list[BatchRow]:
        """Search for each line that is not blank. Raises InputRefusedError for too many, CancelledError.

        A line with operators, fields or quotation marks is a query; several plain words are a phrase, and
        “Surname, Name” is meant in either order. Of a table (CSV) the first column counts.
        """
        names = list(first_column(lines))
        if len(names) > MOST_LINES:
            raise InputRefusedError(
                "The list has {count} lines; the limit is {limit}. Divide it.", count=len(names), limit=MOST_LINES
            )
        meter = Meter(report, "Search", len(names))
        rows = []
        for name in names:
            rows.append(self._row(name, cancelled))
            meter.advance()
        meter.finish()
        return rows

    def _row(self, line: str, cancelled: Callable[[], bool]) -> BatchRow:
        query = line
        try:
            query = as_query(line, self._browse.parse)
            listing = self._browse.find(query, sort="date", cancelled=cancelled)
        except QueryRefusedError as error:
            return BatchRow(line, query, 0, notices=(str(error),))
        first, last = self._span(listing.ids)
        return BatchRow(line, query, len(listing), first, last, tuple(listing.notices))

    def _span(self, ids: Sequence[int]) -> tuple[str, str]:
        """The first and the last date of articles in the order of their dates, in which the undated come last."""
        if not ids:
            return "", ""
        connection = self._session.reader()
        low, high = 0, len(ids)
        while low < high:
            middle = (low + high) // 2
            if articles.date_of(connection, ids[middle]):
                low = middle + 1
            else:
                high = middle
        return (articles.date_of(connection, ids[0]), articles.date_of(connection, ids[low - 1])) if low else ("", "")


def first_column(lines: Sequence[str]) -> Iterator[str]:
    """The lines that are not blank, or, where they are the rows of a table, what stands in its first column."""
    filled = [" ".join(line.split(" ")).strip() for line in lines if line.strip()]
    divider = _divider(filled)
    if not divider:
        yield from filled
        return
    for line in filled:
        first = _first_field(line, divider)
        if first:
            yield first


def _first_field(line: str, divider: str) -> str:
    """What stands in the first column of one row; a quotation mark that is never closed is a mark like others."""
    if not line.startswith('"'):
        return line.partition(divider)[0].strip()
    field = re.match(r'"((?:[^"]|"")*)"', line)
    return field[1].replace('""', '"').strip() if field else line[1:].partition(divider)[0].strip()


def _divider(lines: Sequence[str]) -> str:
    """What divides the columns of a table: it stands in each of its lines. A comma before a space is prose."""
    for divider in ("\t", ";", ","):
        if lines and all(divider in line for line in lines):
            return "" if divider == "," and any(", " in line for line in lines) else divider
    return ""


def as_query(line: str, parse: Callable[[str], Query]) -> str:
    """The query that a line of a list stands for."""
    if _plain(parse(line).root):
        surname, comma, name = (part.strip() for part in line.partition(","))
        if comma and surname and name and "," not in name:
            return f'"{name} {surname}" OR "{surname} {name}"'
        return f'"{line}"' if len(line.split()) > 1 else line
    return line


def _plain(node: Node) -> bool:
    """Whether a query is nothing but words."""
    words = node.parts if isinstance(node, And) else (node,)
    return all(isinstance(word, Term) and not word.field and not word.exact for word in words)
