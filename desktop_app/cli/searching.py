"""The commands about searching."""

from array import array
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from desktop_app.archive.archive import Archive
from desktop_app.cli import printing, stream
from desktop_app.cli.answers import did, facets_as_json, hits_as_json
from desktop_app.cli.spec import Argument, Command
from desktop_app.model.errors import InputRefusedError, UsageError
from desktop_app.model.listing import Listing
from desktop_app.model.sorting import keys_of

Args = Mapping[str, Any]


def _search(archive: Archive, args: Args) -> Any:
    listing = archive.find(args["query"], sort=_order(args), by_family=args["by_family"])
    archive.log_search(listing, beside=True)
    result = _page(archive, listing, args["offset"], args["limit"])
    if args["by_family"]:
        result["articles"] = listing.matched or len(listing)
        for hit in result["hits"]:
            hit["versions"] = listing.versions.get(hit["id"], 1)
    if args["facets"]:
        result["facets"] = facets_as_json(archive.facets(listing))
    return result


def _order(args: Args) -> str | None:
    """The order that was asked for, if any. Raises UsageError where it is none."""
    sort: str | None = args["sort"]
    try:
        if sort is not None:
            keys_of(sort)
    except InputRefusedError as error:
        raise UsageError(error.template, **error.fields) from error
    return sort


def _page(archive: Archive, listing: Listing, offset: int, limit: int) -> dict[str, Any]:
    page = listing.ids[offset : offset + limit]
    return {
        "total": len(listing),
        "took_ms": round(listing.took_ms, 3),
        "understood": listing.understood,
        "notices": listing.notices,
        "hits": hits_as_json(archive, listing, page, offset),
    }


def _similar(archive: Archive, args: Args) -> Any:
    number = args["id"]
    archive.article(number)  # which says so where there is none
    if args["abroad"]:
        found = archive.meanings.across_languages(number, args["limit"])
        ids, scores = array("q", (each for each, _ in found)), array("f", (score for _, score in found))
        return _page(archive, Listing(ids, scores, sort="relevance"), 0, args["limit"])
    listing = archive.find(archive.like(number))
    if number in listing.ids:
        at = listing.ids.index(number)
        listing.ids.pop(at)
        if listing.scores is not None:
            listing.scores.pop(at)
    return _page(archive, listing, 0, args["limit"])


def _concordance(archive: Archive, args: Args) -> Any:
    found = archive.concordance(args["query"], sort=_order(args), limit=args["limit"], before=args["words"])
    if not args["out"]:
        return asdict(found)
    count = archive.export_concordance(found, _target(args["out"]), args["format"] or "csv")
    return {"did": f"Wrote the hits to {args['out']}; lines: {count}.", "count": count, "path": args["out"]}


def _examine(archive: Archive, args: Args) -> Any:
    return asdict(archive.examine(args["query"]))


def _batch_search(archive: Archive, args: Args) -> Any:
    return [asdict(row) for row in archive.batch_search(_lines(args["file"]))]


def _lines(file: str) -> list[str]:
    if file == "-":
        return stream.standard_input().decode("utf-8-sig", "replace").splitlines()
    try:
        return Path(file).read_bytes().decode("utf-8-sig", "replace").splitlines()
    except OSError as error:
        raise InputRefusedError(
            "{path} cannot be read ({reason}). Check the path.", path=file, reason=error.strerror
        ) from error


def _synonyms_list(archive: Archive, _: Args) -> Any:
    return [{"id": found.id, "words": list(found.words)} for found in archive.synonyms()]


def _synonyms_add(archive: Archive, args: Args) -> Any:
    changes = archive.add_synonyms(args["words"])
    return {**did(changes), "set": changes.result}


def _synonyms_change(archive: Archive, args: Args) -> Any:
    return did(archive.change_synonyms(args["set"], args["words"]))


def _synonyms_remove(archive: Archive, args: Args) -> Any:
    return did(archive.remove_synonyms(args["set"]))


def _protocol(archive: Archive, args: Args) -> Any:
    if args["forget"]:
        count = archive.forget_searches()
        return {"did": f"Forgot the protocol; searches in it: {count}.", "count": count}
    if args["out"]:
        count = archive.export_search_log(_target(args["out"]), args["format"] or "csv")
        told = f"Wrote the protocol to {args['out']}; searches in it: {count}."
        return {"did": told, "count": count, "path": args["out"]}
    return [asdict(entry) for entry in archive.search_log(args["limit"])]


def _searches(archive: Archive, args: Args) -> Any:
    new = archive.new_in_searches()
    saved = archive.saved_searches()
    if args["seen"]:
        for search in saved:
            archive.seen_search(search.id)
    return [
        {"id": search.id, "name": search.name, "query": search.query, "new": new.get(search.id, 0)} for search in saved
    ]


def _target(out: str) -> Any:
    return stream.standard_output() if out == "-" else Path(out)


_QUERY = Argument("query")
_OUT = Argument("out", option=True, help="write a file; “-” is standard output")
_SET = Argument("set", int, help="number of a set")
_WORDS = Argument("words", many=True, help="words, and phrases in quotation marks")

SEARCHING: tuple[Command, ...] = (
    Command(
        "search",
        "find articles",
        _search,
        printing.found,
        (
            _QUERY,
            Argument("limit", int, option=True, default=20, help="hits to show (20)"),
            Argument("offset", int, option=True, default=0, help="hits to leave out first"),
            Argument("sort", option=True, help="relevance, hand, or keys such as source,-date"),
            Argument("facets", bool, option=True, help="count tags, sources, years and languages"),
            Argument("by_family", bool, option=True, help="show and count versions of one article as one"),
        ),
        needs="look",
    ),
    Command("examine", "say what each part of a query finds", _examine, printing.examined, (_QUERY,), needs="look"),
    Command(
        "similar",
        "find articles like one",
        _similar,
        printing.found,
        (
            Argument("id", int),
            Argument("limit", int, option=True, default=20, help="hits to show (20)"),
            Argument("abroad", bool, option=True, help="in other languages, by meaning (“families meanings --on”)"),
        ),
        needs="look",
    ),
    Command(
        "concordance",
        "show all hits of a query in their context",
        _concordance,
        printing.in_context,
        (
            _QUERY,
            Argument("limit", int, option=True, default=10_000, help="hits at most (10,000)"),
            Argument("words", int, option=True, default=8, help="words on either side (8)"),
            Argument("sort", option=True, help="order of the articles: relevance, hand, or keys such as source,-date"),
            _OUT,
            Argument("format", option=True, choices=("csv", "txt"), help="of the file (csv)"),
        ),
        needs="look",
    ),
    Command(
        "batch-search",
        "search for each line of a list, such as names",
        _batch_search,
        printing.searched,
        (Argument("file", help="a list, or a table with names in its first column; “-” is standard input"),),
        needs="look",
    ),
    Command("synonyms list", "list what counts as the same word", _synonyms_list, printing.sets, needs="read"),
    Command("synonyms add", "let words count as the same", _synonyms_add, printing.done, (_WORDS,)),
    Command("synonyms change", "replace the words of a set", _synonyms_change, printing.done, (_SET, _WORDS)),
    Command("synonyms remove", "remove a set", _synonyms_remove, printing.done, (_SET,)),
    Command(
        "protocol",
        "list what was searched, newest first",
        _protocol,
        printing.logged,
        (
            Argument("limit", int, option=True, default=100, help="searches to list (100)"),
            _OUT,
            Argument("format", option=True, choices=("csv", "md", "txt"), help="of the file (csv)"),
            Argument("forget", bool, option=True, help="empty the protocol"),
        ),
        needs="read",
        writes_with="forget",
    ),
    Command(
        "searches",
        "list the saved searches and what is new in them",
        _searches,
        printing.lines,
        (Argument("seen", bool, option=True, help="and count from now on"),),
        needs="look",
        writes_with="seen",
    ),
)
