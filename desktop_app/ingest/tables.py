"""Tables and records: CSV with a header row, JSON, JSON Lines. One row or object is one article."""

import csv
import io
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from desktop_app.ingest import encoding, header
from desktop_app.ingest.clean import tidy
from desktop_app.ingest.imprint import read_byline
from desktop_app.ingest.mapping import apply_fields, canonical
from desktop_app.ingest.paragraphs import compose
from desktop_app.ingest.plain import finish, refuse_binary
from desktop_app.ingest.raw import Raw, Reading, RefusedInputError
from desktop_app.model.article import ParsedArticle

_MOST_NAMED = 5  # bad lines that a reason names
_DELIMITERS = ",;\t|"
_LIST_KEYS = (
    "articles",
    "items",
    "artikel",
    "results",
    "documents",
    "docs",
    "data",
    "news",
    "entries",
    "records",
    "記事",
)


class Csv:
    """A table whose header row names the columns in German, English or Japanese."""

    name = "csv"
    suffixes = frozenset({".csv", ".tsv", ".tab"})

    def read(self, raw: Raw) -> Reading:
        """See `Importer`."""
        decoded = encoding.decode(raw.data, declared=raw.encoding)
        refuse_binary(decoded.text)
        text = decoded.text.replace("\x00", "\ufffd").lstrip("\ufeff")
        if not text.strip():
            raise RefusedInputError("holds no text", skipped=True)
        csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text))
        notes = _Notes("row")
        articles = list(self._articles(rows, raw, notes))
        if not articles:
            raise RefusedInputError(str(notes) or "has a header row but no rows", skipped=not notes)
        return Reading(articles, str(notes), decoded.encoding)

    @staticmethod
    def _articles(rows: Iterator[list[str]], raw: Raw, notes: "_Notes") -> Iterator[ParsedArticle]:
        try:
            names = [name.strip() for name in next(rows, [])]
            known = {canonical(name) for name in names}
            if not known & {"text", "title", "lead"}:
                raise RefusedInputError(
                    "has no column that holds the text; name one “text” or “title” in its first row"
                )
            slashes = _slash_order(names)
            for number, row in enumerate(rows):
                raw.beat()
                if not any(cell.strip() for cell in row):
                    continue
                if len(row) != len(names):
                    notes.add(number + 2, f"has {len(row)} cells instead of {len(names)}")
                    if len(row) > len(names) or len(row) < 2:
                        continue
                values = {
                    name or f"column {column + 1}": cell
                    for column, (name, cell) in enumerate(zip(names, row, strict=False))
                }
                if article := record(values, raw, f"#{number}", day_first=slashes):
                    yield article
                else:
                    notes.add(number + 2, "holds no text")
        except csv.Error as error:
            notes.add(rows_read(rows), f"cannot be read ({error})")


def rows_read(rows: Any) -> int:
    """The line a csv reader has come to."""
    return int(getattr(rows, "line_num", 0))


class Json:
    """One object, a list of objects, an object with a list of articles in it, or one object a line."""

    name = "json"
    suffixes = frozenset({".json", ".jsonl", ".ndjson"})

    def read(self, raw: Raw) -> Reading:
        """See `Importer`."""
        decoded = encoding.decode(raw.data, declared=raw.encoding)
        refuse_binary(decoded.text)
        text = decoded.text.lstrip("\ufeff")
        if not text.strip():
            raise RefusedInputError("holds no text", skipped=True)
        notes = _Notes("line")
        if _by_lines(text, raw.name):
            records: Iterable[tuple[str, Any]] = _json_lines(text, notes)
        else:
            records = _json_whole(text)
        articles = []
        for member, value in records:
            raw.beat()
            article = record(value, raw, member) if isinstance(value, Mapping) else None
            if article is not None:
                articles.append(article)
            elif member:
                notes.add(int(member[1:]) + 1, "holds no text")
        if not articles:
            raise RefusedInputError(str(notes) or "holds no object with a text or title")
        return Reading(articles, str(notes), decoded.encoding)


class _Notes:
    """Bad rows or lines, the first few by number."""

    def __init__(self, unit: str) -> None:
        self._unit = unit
        self._named: list[str] = []
        self._more = 0

    def add(self, number: int, what: str) -> None:
        if len(self._named) < _MOST_NAMED:
            self._named.append(f"{self._unit} {number} {what}")
        else:
            self._more += 1

    def __bool__(self) -> bool:
        return bool(self._named)

    def __str__(self) -> str:
        if not self._named:
            return ""
        more = f" and {self._more} more" if self._more else ""
        return "; ".join(self._named) + more


def record(values: Mapping[str, Any], raw: Raw, member: str, *, day_first: bool | None = None) -> ParsedArticle | None:
    """An article from named values, or None where they hold neither text nor title."""
    article = ParsedArticle("", member=member)
    body = encoding.repair(apply_fields(article, values, day_first=day_first))
    article.byline = read_byline(article.byline) or article.byline
    article.title = encoding.repair(article.title)
    lead = article.fields.pop("lead", "")
    if not body and not article.title and not lead:
        return None
    if not body:
        body, lead = lead, ""
    if re.search(r"<(?:p|br|div|h[1-6])\b[^>]*>", body[:2000], re.IGNORECASE):
        from desktop_app.ingest.html import text_of

        body = text_of(body)
    paragraphs = header.body_paragraphs(tidy(body).split("\n"))
    if lead and lead not in body:
        paragraphs.insert(0, header.lead(lead))
    compose(article, paragraphs)
    return finish(article, raw)


def delimiter(text: str) -> str:
    """What parts the cells of a table, by its first line."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    outside = re.sub(r'"[^"]*"', "", first)
    return max(_DELIMITERS, key=outside.count) if any(sign in outside for sign in _DELIMITERS) else ","


def _slash_order(names: list[str]) -> bool | None:
    """German column names are evidence that 04/05/2019 is the fourth of May."""
    german = {"titel", "datum", "inhalt", "quelle", "autor", "ort", "überschrift", "zeitung", "sprache"}
    return True if german & {name.casefold() for name in names} else None


def json_record(text: str, name: str, number: int) -> str:
    """The object of a JSON file that an article came from, a line for each of its values."""
    notes = _Notes("line")
    records = _json_lines(text, notes) if _by_lines(text, name) else _json_whole(text)
    value = next((value for member, value in records if member == f"#{number}"), None)
    return "" if value is None else json.dumps(value, ensure_ascii=False, indent=2)


def _by_lines(text: str, name: str) -> bool:
    if name.casefold().endswith((".jsonl", ".ndjson")):
        return True
    lines = [line for line in text[:100_000].split("\n")[:2] if line.strip()]
    return len(lines) == 2 and all(line.strip().startswith("{") and line.strip().endswith("}") for line in lines)


def _json_lines(text: str, notes: _Notes) -> Iterator[tuple[str, Any]]:
    row = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield f"#{row}", json.loads(line)
        except (ValueError, RecursionError):
            notes.add(number, "is no valid JSON")
        row += 1


def _json_whole(text: str) -> list[tuple[str, Any]]:
    try:
        whole = json.loads(text)
    except RecursionError:
        raise RefusedInputError("is nested too deeply to be read") from None
    except ValueError as error:
        raise RefusedInputError(f"is no valid JSON ({error})") from None
    if isinstance(whole, Mapping):
        for key in _LIST_KEYS:
            if isinstance(whole.get(key), list):
                whole = whole[key]
                break
        else:
            return [("", whole)]
    if not isinstance(whole, list):
        raise RefusedInputError("holds no object with a text or title")
    return [(f"#{number}", value) for number, value in enumerate(whole)]
