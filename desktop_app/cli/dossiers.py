"""The commands about dossiers and screenings. A dossier is named by its path, a screening by its name."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop_app.archive.archive import Archive
from desktop_app.cli import printing, stream
from desktop_app.cli.answers import did
from desktop_app.cli.spec import Argument, Command
from desktop_app.model.changes import Changes
from desktop_app.model.dossiers import Decision, Dossier, Screening
from desktop_app.model.errors import UsageError

Args = Mapping[str, Any]

_DECISIONS: dict[str, Decision] = {"seen": "seen", "kept": "kept", "dropped": "dropped", "left": ""}
_DOSSIER = Argument("dossier", help="its path, such as Harbour/Cranes, or its name")
_SCREENING = Argument("screening", help="its name")
_IDS = Argument("ids", int, many=True, required=False, help="numbers of articles")
_QUERY = Argument("query", option=True, help="the articles that this query finds")


def _chosen(archive: Archive, args: Args) -> list[int]:
    ids = list(args["ids"] or [])
    if args["query"] is not None:
        ids += archive.find(args["query"]).ids
    return list(dict.fromkeys(ids))


def _wanted(archive: Archive, args: Args) -> list[int]:
    ids = _chosen(archive, args)
    if not ids and args["query"] is None:
        raise UsageError("Which articles? Give their numbers or --query.")
    return ids


def _did(changes: Changes, count: object = None) -> dict[str, Any]:
    return did(changes) if count is None else {**did(changes), "articles": count}


def _line(line: Dossier) -> dict[str, Any]:
    return {"id": line.id, "path": line.path, "articles": line.articles, "whole": line.whole}


def _list(archive: Archive, _: Args) -> Any:
    return [_line(line) for line in archive.dossiers()]


def _show(archive: Archive, args: Args) -> Any:
    page = archive.dossier(archive.dossier_named(args["dossier"]))
    rows = {row.id: row for row in archive.rows([entry.article for entry in page.entries])}
    return {
        **_line(page.dossier),
        "introduction": page.introduction,
        "entries": [
            {
                "id": entry.article,
                "title": rows[entry.article].heading,
                "date": rows[entry.article].date,
                "comment": entry.comment,
                "added": entry.added,
            }
            for entry in page.entries
        ],
        "dossiers": [child.path for child in page.children],
    }


def _make(archive: Archive, args: Args) -> Any:
    changes = archive.make_dossier(args["dossier"], introduction=args["introduction"] or "", ids=_chosen(archive, args))
    return {**did(changes), "dossier": changes.result}


def _add(archive: Archive, args: Args) -> Any:
    number, ids = archive.dossier_named(args["dossier"]), _wanted(archive, args)
    changes = archive.add_to_dossier(number, ids, args["before"] or 0)
    return _did(changes, changes.result)


def _remove(archive: Archive, args: Args) -> Any:
    changes = archive.remove_from_dossier(archive.dossier_named(args["dossier"]), _wanted(archive, args))
    return _did(changes, changes.result)


def _order(archive: Archive, args: Args) -> Any:
    return _did(archive.move_in_dossier(archive.dossier_named(args["dossier"]), args["ids"], args["before"] or 0))


def _rename(archive: Archive, args: Args) -> Any:
    return _did(archive.rename_dossier(archive.dossier_named(args["dossier"]), args["new"]))


def _move(archive: Archive, args: Args) -> Any:
    number = archive.dossier_named(args["dossier"])
    parent = archive.dossier_named(args["into"]) if args["into"] else 0
    before = archive.dossier_named(args["before"]) if args["before"] else 0
    return _did(archive.move_dossier(number, parent, before))


def _introduce(archive: Archive, args: Args) -> Any:
    return _did(archive.introduce_dossier(archive.dossier_named(args["dossier"]), args["text"]))


def _comment(archive: Archive, args: Args) -> Any:
    return _did(archive.comment_in_dossier(archive.dossier_named(args["dossier"]), args["id"], args["text"]))


def _delete(archive: Archive, args: Args) -> Any:
    return _did(archive.delete_dossier(archive.dossier_named(args["dossier"])))


def _export(archive: Archive, args: Args) -> Any:
    out = stream.standard_output() if args["out"] == "-" else Path(args["out"])
    number = archive.dossier_named(args["dossier"])
    report = archive.export_dossier(out, args["format"], number, with_notes=args["with_notes"])
    return {"did": f"Exported {report.count} articles to {report.path}.", "count": report.count, "path": report.path}


def _export_show(result: dict[str, Any]) -> None:
    if result["path"] != "-":
        printing.done(result)


# Screenings


def _as_json(archive: Archive, screening: Screening) -> dict[str, Any]:
    return {
        "id": screening.id,
        "name": screening.name,
        "query": screening.query,
        "total": screening.total,
        "seen": screening.seen,
        "kept": screening.kept,
        "dropped": screening.dropped,
        "left": screening.left,
        "new": archive.new_in_screening(screening.id),
        "next": archive.next_in_screening(screening.id) or None,
        "begun": screening.created,
    }


def _screenings(archive: Archive, _: Args) -> Any:
    return [_as_json(archive, screening) for screening in archive.screenings()]


def _screening(archive: Archive, args: Args) -> Any:
    return _as_json(archive, archive.screening(archive.screening_named(args["screening"])))


def _start(archive: Archive, args: Args) -> Any:
    changes = archive.start_screening(args["screening"], args["query"], sort=args["sort"])
    number = int(changes.result)
    return {**_did(changes, archive.screening(number).total), "screening": number}


def _decide(archive: Archive, args: Args) -> Any:
    number = archive.screening_named(args["screening"])
    changes = archive.decide_screened(number, args["ids"], _DECISIONS[args["decision"]])
    return {**_did(changes, changes.result), "next": archive.next_in_screening(number, args["ids"][-1]) or None}


def _extend(archive: Archive, args: Args) -> Any:
    changes = archive.extend_screening(archive.screening_named(args["screening"]))
    return _did(changes, changes.result)


def _rename_screening(archive: Archive, args: Args) -> Any:
    return _did(archive.rename_screening(archive.screening_named(args["screening"]), args["new"]))


def _delete_screening(archive: Archive, args: Args) -> Any:
    return _did(archive.delete_screening(archive.screening_named(args["screening"])))


def _collect(archive: Archive, args: Args) -> Any:
    number = archive.screening_named(args["screening"])
    changes = archive.screening_to_dossier(number, args["dossier"], args["introduction"] or "")
    return {**did(changes), "dossier": changes.result}


_INTRODUCTION = Argument("introduction", option=True, help="its introduction, in Markdown")
_BEFORE = Argument("before", int, option=True, help="the article before which they are put")
DOSSIERS: tuple[Command, ...] = (
    Command("dossier list", "list the dossiers", _list, printing.lines, needs="read"),
    Command("dossier show", "tell what is in a dossier", _show, printing.dossier, (_DOSSIER,), needs="read"),
    Command(
        "dossier make",
        "make a dossier, and those on the way to it",
        _make,
        printing.done,
        (_DOSSIER, _IDS, _QUERY, _INTRODUCTION),
        needs="search",
    ),
    Command(
        "dossier add",
        "put articles into a dossier",
        _add,
        printing.done,
        (_DOSSIER, _IDS, _QUERY, _BEFORE),
        needs="search",
    ),
    Command(
        "dossier remove",
        "take articles out of a dossier",
        _remove,
        printing.done,
        (_DOSSIER, _IDS, _QUERY),
        needs="search",
    ),
    Command(
        "dossier order",
        "put articles of a dossier before another one, or behind all",
        _order,
        printing.done,
        (_DOSSIER, Argument("ids", int, many=True, help="numbers of articles"), _BEFORE),
    ),
    Command("dossier rename", "give a dossier another name", _rename, printing.done, (_DOSSIER, Argument("new"))),
    Command(
        "dossier move",
        "put a dossier into another one, or to the top",
        _move,
        printing.done,
        (
            _DOSSIER,
            Argument("into", option=True, help="the dossier that it is put into"),
            Argument("before", option=True, help="the dossier before which it is put"),
        ),
    ),
    Command("dossier introduce", "write its introduction", _introduce, printing.done, (_DOSSIER, Argument("text"))),
    Command(
        "dossier comment",
        "write beside an article why it is in a dossier",
        _comment,
        printing.done,
        (_DOSSIER, Argument("id", int), Argument("text")),
    ),
    Command("dossier delete", "remove a dossier and those in it", _delete, printing.done, (_DOSSIER,)),
    Command(
        "dossier export",
        "export a dossier with its introduction and comments",
        _export,
        _export_show,
        (
            _DOSSIER,
            Argument("out", help="file or folder; “-” is standard output"),
            Argument("format", option=True, default="markdown"),
            Argument("with_notes", bool, option=True, help="with the notes"),
        ),
        needs="read",
    ),
    Command("screening list", "list the screenings", _screenings, printing.lines, needs="look"),
    Command("screening show", "tell how far a screening is", _screening, printing.facts, (_SCREENING,), needs="look"),
    Command(
        "screening start",
        "take the hits of a search to be read one by one",
        _start,
        printing.done,
        (
            _SCREENING,
            Argument("query"),
            Argument("sort", option=True, choices=("relevance", "date", "-date", "hand"), help="order of the articles"),
        ),
        needs="search",
    ),
    Command(
        "screening decide",
        "say that articles are seen, kept, dropped, or left to be read",
        _decide,
        printing.done,
        (
            _SCREENING,
            Argument("decision", choices=tuple(_DECISIONS)),
            Argument("ids", int, many=True, help="numbers of articles"),
        ),
    ),
    Command(
        "screening extend", "add the new hits of its search", _extend, printing.done, (_SCREENING,), needs="search"
    ),
    Command(
        "screening rename", "give it another name", _rename_screening, printing.done, (_SCREENING, Argument("new"))
    ),
    Command("screening delete", "forget a screening", _delete_screening, printing.done, (_SCREENING,)),
    Command(
        "screening collect",
        "put what was kept into a dossier",
        _collect,
        printing.done,
        (_SCREENING, Argument("dossier", help="the path of the dossier"), _INTRODUCTION),
    ),
)
