"""The commands about reading: what was read last, and a quotation with its source."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from desktop_app.archive.archive import Archive
from desktop_app.cli import printing
from desktop_app.cli.spec import Argument, Command
from desktop_app.model.citing import STYLES, quotation
from desktop_app.model.errors import InputRefusedError, UsageError

Args = Mapping[str, Any]


def _quote(archive: Archive, args: Args) -> Any:
    start, end = args["start"], args["end"]
    if (start is None) != (end is None):
        raise UsageError("A quotation begins and ends: give START and END, or neither for the source alone.")
    article = archive.article(args["id"])
    if start is not None and not 0 <= start < end <= len(article.text):
        raise InputRefusedError(
            "The quotation must lie within the text, which has {length} characters.", length=len(article.text)
        )
    found = quotation(article, None if start is None else (start, end), args["style"] or STYLES[0])
    return asdict(found)


def _quote_show(result: Any) -> None:
    printing.plain(result["text"])


def _recent(archive: Archive, args: Args) -> Any:
    rows = archive.recent_readings(args["limit"])
    return [{"id": row.id, "title": row.heading, "date": row.date, "reached": archive.place_in(row.id)} for row in rows]


def _original(archive: Archive, args: Args) -> Any:
    found = archive.original_view(args["id"], args["place"])
    return {**asdict(found), "blocks": [asdict(block) for block in found.blocks]}


def _original_show(result: Any) -> None:
    for block in result["blocks"]:
        printing.plain(block["text"])


READING: tuple[Command, ...] = (
    Command(
        "quote",
        "a span of an article with its source, ready to be pasted",
        _quote,
        _quote_show,
        (
            Argument("id", int),
            Argument("start", int, required=False, help="first code point of the words"),
            Argument("end", int, required=False, help="the code point after them"),
            Argument("style", option=True, choices=STYLES, default=STYLES[0], help="how the source is written"),
        ),
        needs="read",
    ),
    Command(
        "original",
        "what was imported, as words: nothing in it is obeyed or loaded",
        _original,
        _original_show,
        (
            Argument("id", int),
            Argument("place", int, option=True, default=0, help="which of the places where it was found, from 0"),
        ),
        needs="read",
    ),
    Command(
        "recent",
        "the articles read last in the window, and how far",
        _recent,
        printing.lines,
        (Argument("limit", int, option=True, default=20),),
        needs="read",
    ),
)
