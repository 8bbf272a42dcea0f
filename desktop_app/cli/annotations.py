"""The commands about notes and highlights: written, tagged, listed, exported; and what links to what."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from desktop_app.archive.archive import Archive
from desktop_app.cli import printing, stream
from desktop_app.cli.answers import did, note_as_json
from desktop_app.cli.spec import Argument, Command
from desktop_app.model.annotations import SORTS, WANTED_KINDS, AnnotationFilter
from desktop_app.model.errors import UsageError
from desktop_app.model.links import LINK_KINDS
from desktop_app.model.query_dates import OPEN_FIRST, OPEN_LAST, read_range

Args = Mapping[str, Any]

_KINDS = tuple(kind for kind in WANTED_KINDS if kind)
_FILTERS = (
    Argument("text", option=True, help="words of the note, of what it is about, or of the article's title"),
    Argument("tag", option=True, help="with this tag or one below it"),
    Argument("colour", int, option=True, help="0 to 4"),
    Argument("kind", option=True, choices=_KINDS),
    Argument("since", option=True, help="changed on this day or later"),
    Argument("until", option=True, help="changed on this day or before"),
    Argument("date", option=True, help="on articles from this time, such as 2018-09 or 2018..2020"),
    Argument("source", option=True, help="on articles of this paper"),
    Argument("entity", int, option=True, help="on articles that name this person or organisation, or on them"),
    Argument("article", int, option=True, help="on this article"),
)
_ORDER = (
    Argument("sort", option=True, choices=SORTS, default="changed"),
    Argument("ascending", bool, option=True, help="the other way round"),
)


def _note(archive: Archive, args: Args) -> Any:
    changes = archive.note(
        args["id"],
        args["text"],
        args["start"],
        args["end"],
        args["colour"] or 0,
        tags=args["tags"] or (),
        everywhere=args["everywhere"],
    )
    return {**did(changes), "note": changes.result}


def _note_list(archive: Archive, args: Args) -> Any:
    """By article, the newest first, as the articles of a list."""
    wanted = _wanted({**args, "article": args["id"]})
    if wanted == AnnotationFilter(article=args["id"] or 0):
        ids = [args["id"]] if args["id"] is not None else [row.id for row in archive.noted()]
        return [note_as_json(note) for number in ids for note in archive.notes(number)]
    numbers = set(archive.annotations(wanted))
    rows = archive.annotation_rows([number for number in numbers if number > 0])
    articles = {row.article for row in rows}
    return [
        note_as_json(note)
        for row in archive.noted()
        if row.id in articles
        for note in archive.notes(row.id)
        if note.id in numbers
    ]


def _note_tag(archive: Archive, args: Args) -> Any:
    return did(archive.tag_annotations(args["note"], args["add"] or [], args["remove"] or []))


def _note_colour(archive: Archive, args: Args) -> Any:
    return did(archive.recolour_annotations(args["note"], args["colour"]))


def _note_remove(archive: Archive, args: Args) -> Any:
    numbers = args["note"]
    return did(archive.remove_note(numbers[0]) if len(numbers) == 1 else archive.remove_annotations(numbers))


def _list(archive: Archive, args: Args) -> Any:
    ids = _found(archive, args)
    page = ids[args["offset"] :][: args["limit"]]
    return [{**asdict(row), "tags": [tag.name for tag in row.tags]} for row in archive.annotation_rows(page)]


def _export(archive: Archive, args: Args) -> Any:
    out = stream.standard_output() if args["out"] == "-" else Path(args["out"])
    report = archive.export_annotations(out, args["format"], args["ids"] or _found(archive, args), bom=args["bom"])
    told = f"Exported {report.count} annotations to {report.path}."
    return {"did": told, "count": report.count, "path": report.path}


def _exported(result: Any) -> None:
    if result["path"] != "-":
        printing.done(result)


def _found(archive: Archive, args: Args) -> Sequence[int]:
    return archive.annotations(_wanted(args), sort=args["sort"], descending=not args["ascending"])


def _wanted(args: Args) -> AnnotationFilter:
    first, last = _dates(args["date"]) if args["date"] else (0, 0)
    return AnnotationFilter(
        text=args["text"] or "",
        tag=args["tag"] or "",
        colour=args["colour"],
        kind=args["kind"] or "",
        since=args["since"] or "",
        until=args["until"] or "",
        first=first,
        last=last,
        source=args["source"] or "",
        entity=args["entity"] or 0,
        article=args["article"] or 0,
    )


def _dates(text: str) -> tuple[int, int]:
    """The first and last day that are meant, both stated, so that what is undated is left out."""
    try:
        first, last = read_range(text, dt.datetime.now().astimezone().date())
    except ValueError as error:
        raise UsageError("“{text}” is no date. Write 2018, 2018-09 or 2018..2020.", text=text) from error
    return max(first, OPEN_FIRST + 1), min(last, OPEN_LAST)


def _backlinks(archive: Archive, args: Args) -> Any:
    return [asdict(link) for link in archive.backlinks(args["kind"], args["id"])]


_NOTES = Argument("note", int, many=True, help="numbers of notes")
ANNOTATIONS: tuple[Command, ...] = (
    Command(
        "note",
        "add a note to an article or a span of it (“note list”, “note remove”)",
        _note,
        printing.done,
        (
            Argument("id", int),
            Argument("text"),
            Argument("start", int, option=True, help="first code point of the span"),
            Argument("end", int, option=True, help="the code point after the span"),
            Argument("colour", int, option=True, help="0 to 4"),
            Argument("tags", many=True, option=True, required=False, help="tags of the note"),
            Argument("everywhere", bool, option=True, help="mark the same words in the whole article"),
        ),
    ),
    Command(
        "note list",
        "list notes by article",
        _note_list,
        printing.lines,
        (Argument("id", int, required=False), *_FILTERS[:-1]),
        needs="read",
    ),
    Command(
        "note tag",
        "tag notes and highlights",
        _note_tag,
        printing.done,
        (
            _NOTES,
            Argument("add", many=True, option=True, required=False),
            Argument("remove", many=True, option=True, required=False),
        ),
    ),
    Command(
        "note colour", "recolour notes and highlights", _note_colour, printing.done, (Argument("colour", int), _NOTES)
    ),
    Command("note remove", "remove notes and highlights", _note_remove, printing.done, (_NOTES,)),
    Command(
        "annotations list",
        "list all notes and highlights, those on people and organisations among them",
        _list,
        printing.annotations,
        (
            *_FILTERS,
            *_ORDER,
            Argument("limit", int, option=True, default=100),
            Argument("offset", int, option=True, default=0),
        ),
        needs="read",
    ),
    Command(
        "annotations export",
        "write notes and highlights to a file, without their articles",
        _export,
        _exported,
        (
            Argument("out", help="file; “-” is standard output"),
            Argument("format", option=True, default="csv", choices=("csv", "jsonl", "markdown", "w3c")),
            Argument("ids", int, many=True, option=True, required=False, help="numbers of notes"),
            *_FILTERS,
            *_ORDER,
            Argument("bom", bool, option=True, help="mark CSV as UTF-8 for spreadsheets"),
        ),
        needs="read",
    ),
    Command(
        "backlinks",
        "list the notes and introductions that link to something",
        _backlinks,
        printing.backlinks,
        (Argument("kind", choices=LINK_KINDS), Argument("id", int)),
        needs="read",
    ),
)
