"""JSON Lines, lossless: every field of an article, so that nothing is lost on the way back."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

from desktop_app.export.targets import file_target
from desktop_app.model.article import Article, Note, Part, Provenance, TagLabel
from desktop_app.model.errors import InputRefusedError

VERSION = 1


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
                stream.write(json.dumps(record, ensure_ascii=False).encode("utf-8") + b"\n")
        return count


def read(path: Path) -> Iterator[Article]:
    """Read what `JsonLines` wrote. Raises InputRefusedError for anything else, naming the line."""
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            try:
                yield _article(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                raise InputRefusedError(
                    "Line {number} of {path} is not an article that Lesesaal exported.", number=number, path=path
                ) from error


def _article(record: dict[str, Any]) -> Article:
    if record.pop("lesesaal") != VERSION:
        raise ValueError("another version")
    record["parts"] = tuple(Part(**part) for part in record["parts"])
    record["tags"] = tuple(TagLabel(**tag) for tag in record["tags"])
    record["notes"] = tuple(Note(**note) for note in record["notes"])
    record["provenance"] = tuple(Provenance(**found) for found in record["provenance"])
    record["mentions"] = tuple(record["mentions"])
    return Article(**record)
