"""The table of commands. Scripts depend on their names, arguments and answers: they stay."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop_app.archive.archive import Archive
from desktop_app.archive.reading_aloud import RecognitionError
from desktop_app.cli import printing, stream
from desktop_app.cli.annotations import ANNOTATIONS
from desktop_app.cli.answers import article_as_json, import_as_json
from desktop_app.cli.dossiers import DOSSIERS
from desktop_app.cli.families import FAMILIES, find
from desktop_app.cli.people import PEOPLE, read_waiting
from desktop_app.cli.reading import READING
from desktop_app.cli.searching import SEARCHING
from desktop_app.cli.selection import chosen
from desktop_app.cli.spec import Argument, Command
from desktop_app.cli.steps import STEPS
from desktop_app.cli.tags import TAGS
from desktop_app.cli.texts import TEXTS
from desktop_app.index.engines import NAMES as ENGINES
from desktop_app.model.errors import UsageError

Args = Mapping[str, Any]


def _init(archive: Archive, _: Args) -> Any:
    return {"did": f"Made an empty archive in {archive.path}.", "path": str(archive.path)}


def _import(archive: Archive, args: Args) -> Any:
    report = archive.importing(
        args["path"], encoding=args["encoding"] or "", source=args["source"] or "", dry_run=args["dry_run"]
    )
    if not args["dry_run"]:
        archive.catch_up()
        if not args["no_entities"]:
            _look_for_names(archive)
        if not args["no_families"]:
            find(archive)
        archive.apply_tag_rules()
    return import_as_json(report)


def _look_for_names(archive: Archive) -> None:
    """Read what was imported; where that cannot be done, the import has been done all the same."""
    from desktop_app.entities.tagging.weights import DamagedModelError

    try:
        read_waiting(archive)
    except (RecognitionError, DamagedModelError) as error:
        stream.complain(error)


def _show(archive: Archive, args: Args) -> Any:
    return article_as_json(archive.article(args["id"]), archive.mentions(args["id"]))


def _export(archive: Archive, args: Args) -> Any:
    if args["list"]:
        return [{"name": f.name, "label": f.label, "suffix": f.suffix} for f in archive.formats()]
    if not args["out"] or not args["format"]:
        raise UsageError("Where to, and in which format? “export OUT --format F”; “export --list” names the formats.")
    ids = archive.find("").ids if args["query"] is None and not args["ids"] else chosen(archive, args)
    out = stream.standard_output() if args["out"] == "-" else Path(args["out"])
    report = archive.export(
        out,
        args["format"],
        ids,
        with_notes=args["with_notes"],
        checked_only=args["checked_only"],
        options={"bom": args["bom"]},
    )
    return {"did": f"Exported {report.count} articles to {report.path}.", "count": report.count, "path": report.path}


def _export_show(result: Any) -> None:
    if isinstance(result, list):
        printing.lines(result)
    elif result["path"] != "-":
        printing.done(result)


def _check(archive: Archive, args: Args) -> Any:
    report = archive.check(deep=args["deep"], repair=args["repair"])
    return {"ok": report.ok, "problems": report.problems, "repaired": report.repaired}


def _reindex(archive: Archive, args: Args) -> Any:
    count = archive.use_engine(args["engine"]) if args["engine"] else archive.reindex()
    return {"did": f"Indexed {count} articles anew.", "articles": count, "engine": archive.engine_name()}


def _backup(archive: Archive, args: Args) -> Any:
    path = archive.backup(Path(args["file"]).absolute())
    return {"did": f"Backed up to {path}.", "path": str(path)}


def _info(archive: Archive, _: Args) -> Any:
    return archive.info()


COMMANDS: tuple[Command, ...] = (
    Command("init", "make an empty archive", _init, printing.done, needs="none", makes_archive=True),
    Command(
        "import",
        "import files, folders and containers",
        _import,
        printing.imported,
        (
            Argument("path", many=True, help="files and folders"),
            Argument("dry_run", bool, option=True, help="only say what would be imported"),
            Argument("encoding", option=True, help="read text files in this encoding, such as cp1252"),
            Argument("source", option=True, help="the paper that the texts come from"),
            Argument("no_entities", bool, option=True, help="do not look for people and organisations"),
            Argument("no_families", bool, option=True, help="do not look for versions of the same article"),
        ),
        exit_code=lambda result: 7 if result["failed"] else 0,
        makes_archive=True,
    ),
    *SEARCHING,
    Command("show", "show one article whole", _show, printing.article, (Argument("id", int),), needs="read"),
    *TAGS,
    *ANNOTATIONS,
    *TEXTS,
    *DOSSIERS,
    *READING,
    *PEOPLE,
    *FAMILIES,
    Command(
        "export",
        "export a selection, a search or everything",
        _export,
        _export_show,
        (
            Argument("out", required=False, help="file or folder; “-” is standard output"),
            Argument("format", option=True),
            Argument("query", option=True, help="the articles that this query finds"),
            Argument("ids", int, many=True, option=True, required=False, help="numbers of articles"),
            Argument("with_notes", bool, option=True, help="with the notes"),
            Argument("checked_only", bool, option=True, help="only people and organisations that a person has checked"),
            Argument("bom", bool, option=True, help="mark CSV as UTF-8 for spreadsheets"),
            Argument("list", bool, option=True, help="name the formats"),
        ),
        needs="look",
    ),
    *STEPS,
    Command(
        "check",
        "check store, originals and index",
        _check,
        printing.health,
        (
            Argument("deep", bool, option=True, help="read every byte"),
            Argument("repair", bool, option=True, help="rebuild the index if it is not right"),
        ),
        exit_code=lambda result: 0 if result["ok"] else 4,
    ),
    Command(
        "reindex",
        "build the full-text index anew",
        _reindex,
        printing.done,
        (Argument("engine", option=True, choices=ENGINES, help="build it with this engine from now on"),),
    ),
    Command("backup", "write a verified copy of the store", _backup, printing.done, (Argument("file"),), needs="read"),
    Command("info", "say what is in the archive", _info, printing.facts, needs="read"),
)

BY_NAME = {command.name: command for command in COMMANDS}
