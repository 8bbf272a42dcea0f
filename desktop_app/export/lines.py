"""JSON Lines, lossless: every field of an article, so that nothing is lost on the way back."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, asdict, fields
from pathlib import Path
from typing import Any, BinaryIO

from desktop_app.export.targets import file_target
from desktop_app.model.article import Article, Note, Part, Provenance, TagLabel
from desktop_app.model.errors import InputRefusedError

VERSION = 1
_LONGEST_LINE = 64 << 20  # bytes; a longer line is no article, and would be read whole
_ROLES = {"lead", "dateline", "byline", "credit", "caption", "subheading"}
_KINDS: dict[Any, tuple[type, ...]] = {int: (int,), str: (str,), bool: (bool,), int | None: (int, type(None))}


class JsonLines:
    """One JSON object an article, with the format's version in each."""

    name = "jsonl"
    label = "JSON Lines"
    suffix = ".jsonl"
    single_file = True
    description = "Everything that is known of each article, for programs and for keeping. Loses nothing."

    def write(
        self, articles: Iterable[Article], out: Path | BinaryIO, *, with_notes: bool, options: Mapping[str, object]
    ) -> int:
        """See `formats.Exporter.write`; there are no options."""
        count = 0
        with file_target(out) as stream:
            for count, article in enumerate(articles, 1):
                record: dict[str, Any] = {"lesesaal": VERSION, **asdict(article)}
                if not with_notes:
                    record["notes"] = []
                stream.write(json_line(record))
        return count


def json_line(record: dict[str, Any]) -> bytes:
    """An object as one line of JSON."""
    # Unicode's own line ends are escaped, for readers that would end a line there; so is, in a line that holds
    # half a surrogate pair, everything: UTF-8 has no form for it.
    text = json.dumps(record, ensure_ascii=False)
    for sign in ("\x85", "\u2028", "\u2029"):
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    try:
        return text.encode("utf-8") + b"\n"
    except UnicodeEncodeError:
        return json.dumps(record).encode("ascii") + b"\n"


def read_jsonl(path: Path) -> Iterator[Article]:
    """Read what `JsonLines` wrote, one article at a time.

    Strict: another version, a field too many, too few or of another type, or a span outside its text raises
    InputRefusedError, which names the line; so does a file that cannot be read.
    """
    number = 0
    try:
        with path.open("rb") as file:
            while line := file.readline(_LONGEST_LINE + 1):
                number += 1
                if len(line) > _LONGEST_LINE:
                    raise ValueError("too long")
                yield _article(json.loads(line.decode("utf-8")))
    except OSError as error:
        raise InputRefusedError("{path} cannot be read.", path=path) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputRefusedError(
            "Line {number} of {path} is not an article that Lesesaal exported.", number=number, path=path
        ) from error


def _article(record: dict[str, Any]) -> Article:
    if type(record) is not dict or not all(type(note) is dict for note in record["notes"]):
        raise ValueError("no article")
    if type(version := record.pop("lesesaal")) is not int or version != VERSION:
        raise ValueError("another version")
    record["parts"] = _each(Part, record["parts"])
    record["tags"] = _each(TagLabel, record["tags"])
    record["notes"] = tuple(_note(note) for note in record["notes"])
    record["provenance"] = _each(Provenance, record["provenance"])
    record["mentions"] = tuple(record["mentions"])
    article: Article = _made(Article, record)
    if not all(type(mention) is dict for mention in article.mentions):
        raise ValueError("a mention that is none")
    if type(article.fields) is not dict or not all(type(value) is str for value in article.fields.values()):
        raise ValueError("fields that are none")
    for part in article.parts:
        if part.role not in _ROLES or not 0 <= part.start <= part.end <= len(article.text):
            raise ValueError("a part outside its text")
    for note in article.notes:
        if (note.start is None) != (note.end is None):
            raise ValueError("a note with half a span")
    return article


def _note(record: dict[str, Any]) -> Any:
    return _made(Note, {**record, "tags": _each(TagLabel, record.get("tags", []))})


def _each(kind: type, records: list[dict[str, Any]]) -> tuple[Any, ...]:
    if type(records) is not list:
        raise ValueError("not a list")
    return tuple(_made(kind, record) for record in records)


def _made(kind: Any, record: dict[str, Any]) -> Any:
    """A value from its fields; those that earlier versions did not know may be missing."""
    for field in fields(kind):
        if field.name not in record and field.default is not MISSING:
            continue
        wanted = _KINDS.get(field.type)
        if wanted is not None and type(record[field.name]) not in wanted:
            raise TypeError(field.name)
    return kind(**record)
