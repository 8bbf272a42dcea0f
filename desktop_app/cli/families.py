"""The commands about versions of articles."""

from collections.abc import Mapping
from typing import Any

from desktop_app.archive.archive import Archive
from desktop_app.cli import printing
from desktop_app.cli.answers import did
from desktop_app.cli.spec import Argument, Command
from desktop_app.model.article import ArticleRow

Args = Mapping[str, Any]


def _row(row: ArticleRow) -> dict[str, Any]:
    return {"id": row.id, "title": row.heading, "date": row.date, "source": row.source, "words": row.words}


def find(archive: Archive) -> int:
    """Compare what was not compared yet, in this process: no window waits; returns how many articles that were."""
    return archive.find_families(here=True)


def _find(archive: Archive, _: Args) -> Any:
    count = find(archive)
    known = archive.family_counts()
    return {
        "did": f"Compared {count} articles; {known.articles} of the archive are in {known.families} families.",
        "compared": count,
        "families": known.families,
        "articles": known.articles,
    }


def _list(archive: Archive, args: Args) -> Any:
    found = archive.families(args["limit"])
    rows = {row.id: row for row in archive.rows([article for family in found for article in family])}
    return [{"versions": [_row(rows[article]) for article in family if article in rows]} for family in found]


def _show(archive: Archive, args: Args) -> Any:
    versions = archive.family(args["id"]).versions
    return [
        {**_row(version.row), "shared": round(version.shared, 3), "put_there": version.put_there}
        for version in versions
    ]


def _compare(archive: Archive, args: Args) -> Any:
    found = archive.compare_articles(args["id"], args["other"])
    pieces = [
        {
            "kind": piece.kind,
            "old": found.one.text[piece.old_start : piece.old_end],
            "new": found.other.text[piece.new_start : piece.new_end],
        }
        for piece in found.pieces
    ]
    return {"same": round(found.same, 3), "one_family": found.one_family, "pieces": pieces}


def _print_families(result: list[dict[str, Any]]) -> None:
    for number, family in enumerate(result):
        if number:
            print()
        printing.lines(family["versions"])


def _print_comparison(result: dict[str, Any]) -> None:
    marks = {"same": "{new}", "removed": "[-{old}-]", "added": "{{+{new}+}}", "changed": "[-{old}-]{{+{new}+}}"}
    print("".join(marks[piece["kind"]].format(**piece) for piece in result["pieces"]))


def _split(archive: Archive, args: Args) -> Any:
    return did(archive.split_family(args["ids"]))


def _join(archive: Archive, args: Args) -> Any:
    return did(archive.join_family(args["ids"]))


def _meanings(archive: Archive, args: Args) -> Any:
    if args["on"] or args["off"]:
        archive.meanings.relate_by_meaning(not args["off"])
    on = archive.meanings.relates_by_meaning()
    count = archive.meanings.find_meanings(here=True)
    told = f"Articles are related across languages; {count} were read for it." if on else "It is off."
    return {"did": told, "on": on, "model": archive.meanings.meaning_model(), "read": count}


_ID = Argument("id", int)
_IDS = Argument("ids", int, many=True, help="numbers of articles")

FAMILIES: tuple[Command, ...] = (
    Command("families find", "look for versions of one article among those not compared yet", _find, printing.done),
    Command(
        "families list",
        "list the largest families of versions",
        _list,
        _print_families,
        (Argument("limit", int, option=True, default=100),),
        needs="read",
    ),
    Command("families show", "list the versions of an article", _show, printing.lines, (_ID,), needs="read"),
    Command(
        "families compare",
        "show what differs between two articles, word by word",
        _compare,
        _print_comparison,
        (_ID, Argument("other", int)),
        needs="read",
    ),
    Command(
        "families meanings",
        "relate articles across languages by what they mean, with the extra “meaning”",
        _meanings,
        printing.done,
        (
            Argument("on", bool, option=True, help="from now on"),
            Argument("off", bool, option=True, help="no longer"),
        ),
    ),
    Command("families split", "say that articles are no versions of the others", _split, printing.done, (_IDS,)),
    Command("families join", "say that articles are versions of one", _join, printing.done, (_IDS,)),
)
