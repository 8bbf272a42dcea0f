"""The commands about people and organisations: listing, showing and ruling, and the review queue."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from desktop_app.archive.archive import Archive
from desktop_app.archive.recognising import MODES
from desktop_app.cli import printing
from desktop_app.cli.answers import did
from desktop_app.cli.spec import Argument, Command
from desktop_app.model.errors import UsageError
from desktop_app.model.people import KINDS, Suggestion

Args = Mapping[str, Any]

IN_PROCESS = 200  # articles; a shorter queue is read here: starting a child costs more than it saves
_ID = Argument("id", int)
_IDS = Argument("ids", int, many=True, help="numbers of people or organisations")
_KIND = Argument("kind", option=True, choices=KINDS)
_LIMIT = Argument("limit", int, option=True, default=100)


def read_waiting(archive: Archive, limit: int = 0) -> int:
    """Look for people and organisations in the articles that wait; returns how many were read."""
    from desktop_app.entities.reading import Reader

    few = min(limit or IN_PROCESS, archive.unrecognised()) <= IN_PROCESS
    return archive.recognise(limit=limit, reader=Reader(archive.recogniser_mode()) if few else None)


def _recognise(archive: Archive, args: Args) -> Any:
    if args["mode"]:
        archive.set_recogniser_mode(args["mode"])
    count = read_waiting(archive, args["limit"])
    left = archive.unrecognised()
    return {
        "did": f"Looked for people and organisations in {count} articles; {left} are left.",
        "articles": count,
        "left": left,
        "recogniser": archive.recogniser_version(),
    }


def _entities(archive: Archive, args: Args) -> Any:
    return archive.entities(args["text"] or "", kind=args["kind"] or "", limit=args["limit"])


def _show(archive: Archive, args: Args) -> Any:
    page = asdict(archive.entity(args["id"]))
    row = page.pop("row")
    row["tags"] = [name for name, _ in row["tags"]]
    row.pop("forms")
    page["names"], page["notes"] = page.pop("forms"), page.pop("note_list")
    return {**row, **page}


def _merge(archive: Archive, args: Args) -> Any:
    return did(archive.merge_entities([args["a"]], args["b"]))


def _unmerge(archive: Archive, args: Args) -> Any:
    changes = archive.unmerge_entity(args["id"], args["identity"] or 0)
    return {**did(changes), "entities": changes.result}


def _split(archive: Archive, args: Args) -> Any:
    changes = archive.split_entity(
        args["id"],
        articles=args["articles"] or (),
        **{name: args[name] or "" for name in ("source", "place", "role", "name")},
    )
    return {**did(changes), "entity": changes.result}


def _rename(archive: Archive, args: Args) -> Any:
    return did(archive.rename_entity(args["id"], args["name"]))


def _kind(archive: Archive, args: Args) -> Any:
    return did(archive.change_kind(args["ids"], args["kind"]))


def _confirm(archive: Archive, args: Args) -> Any:
    return did(archive.confirm_entities(args["ids"], not args["off"]))


def _reject(archive: Archive, args: Args) -> Any:
    return did(archive.reject_entities(args["ids"]))


def _restore(archive: Archive, args: Args) -> Any:
    return did(archive.restore_entities(args["ids"]))


def _switch(archive: Archive, args: Args) -> Any:
    return did(archive.switch_name(args["id"], args["form"], args["state"] == "on"))


def _note(archive: Archive, args: Args) -> Any:
    changes = archive.note_entity(args["id"], args["text"])
    return {**did(changes), "note": changes.result}


def _change_note(archive: Archive, args: Args) -> Any:
    return did(archive.change_entity_note(args["note"], args["text"]))


def _remove_note(archive: Archive, args: Args) -> Any:
    return did(archive.remove_entity_note(args["note"]))


def _tag(archive: Archive, args: Args) -> Any:
    if not args["add"] and not args["remove"]:
        raise UsageError("Which tags? Give --add or --remove.")
    return did(archive.tag_entities(args["ids"], args["add"] or (), args["remove"] or ()))


def _mention_reject(archive: Archive, args: Args) -> Any:
    return did(archive.reject_mention(args["id"], args["start"], args["end"]))


def _mention_assign(archive: Archive, args: Args) -> Any:
    return did(archive.assign_mention(args["id"], args["start"], args["entity"]))


def _mention_add(archive: Archive, args: Args) -> Any:
    changes = archive.add_mention(
        args["id"], args["start"], args["end"], args["kind"], args["entity"] or 0, args["everywhere"]
    )
    return {**did(changes), "entity": changes.result}


def _rulings(archive: Archive, args: Args) -> Any:
    return [
        {"id": one.id, "at": one.decided_at, "kind": one.kind, "words": str(one.words), "entities": list(one.entities)}
        for one in archive.rulings(args["entity"] or 0, args["limit"])
    ]


def _review_list(archive: Archive, args: Args) -> Any:
    found = archive.suggestions(args["kind"] or "", args["entity"] or 0, args["limit"])
    return [_suggestion_as_json(each) for each in found]


def _suggestion_as_json(each: Suggestion) -> dict[str, Any]:
    sides = [
        {"id": row.id, "kind": row.kind, "name": row.name, "articles": row.articles, "quotes": [q.text for q in quotes]}
        for row, quotes in ((each.a, each.quotes_a), (each.b, each.quotes_b))
    ]
    return {
        "id": each.id,
        "a": sides[0],
        "b": sides[1],
        "article": each.article or None,
        "score": each.score,
        "reason": str(each.reason),
        "unsure": each.unsure,
    }


def _review_decide(archive: Archive, args: Args) -> Any:
    return did(archive.decide(args["suggestion"], args["decision"]))


_PLACE = (Argument("start", int, help="first code point"), Argument("end", int, help="the code point behind it"))
PEOPLE: tuple[Command, ...] = (
    Command(
        "recognise",
        "look for people and organisations in the articles that were not read yet",
        _recognise,
        printing.done,
        (
            Argument("mode", option=True, choices=MODES, help="take this much time, from now on"),
            Argument("limit", int, option=True, default=0, help="read so many at most"),
        ),
    ),
    Command(
        "entities",
        "list people and organisations",
        _entities,
        printing.lines,
        (Argument("text", required=False), _KIND, _LIMIT),
        needs="read",
    ),
    Command("entity show", "tell all about one", _show, printing.person, (_ID,), needs="read"),
    Command(
        "entity merge", "put A under B: they are one", _merge, printing.done, (Argument("a", int), Argument("b", int))
    ),
    Command(
        "entity unmerge",
        "part what was merged last, or one identity",
        _unmerge,
        printing.done,
        (_ID, Argument("identity", int, option=True)),
    ),
    Command(
        "entity split",
        "part a namesake, told by articles, source, place or role",
        _split,
        printing.done,
        (
            _ID,
            Argument("articles", int, many=True, option=True, required=False, help="numbers of articles"),
            Argument("source", option=True),
            Argument("place", option=True),
            Argument("role", option=True),
            Argument("name", option=True, help="what the namesake is called"),
        ),
    ),
    Command("entity rename", "give one another name", _rename, printing.done, (_ID, Argument("name"))),
    Command("entity kind", "say what they are", _kind, printing.done, (Argument("kind", choices=KINDS), _IDS)),
    Command(
        "entity confirm",
        "say that a person has checked who they are",
        _confirm,
        printing.done,
        (_IDS, Argument("off", bool, option=True, help="take it back")),
    ),
    Command("entity reject", "say that these are nobody", _reject, printing.done, (_IDS,)),
    Command("entity restore", "let rejected ones count again", _restore, printing.done, (_IDS,)),
    Command(
        "entity switch",
        "let one of somebody's names count or not",
        _switch,
        printing.done,
        (_ID, Argument("form"), Argument("state", choices=("on", "off"))),
    ),
    Command("entity note", "write a note on one", _note, printing.done, (_ID, Argument("text"))),
    Command(
        "entity note-change",
        "write a note anew",
        _change_note,
        printing.done,
        (Argument("note", int), Argument("text")),
    ),
    Command("entity note-remove", "remove a note", _remove_note, printing.done, (Argument("note", int),)),
    Command(
        "entity tag",
        "tag people and organisations",
        _tag,
        printing.done,
        (
            _IDS,
            Argument("add", many=True, option=True, required=False, help="tags to put on"),
            Argument("remove", many=True, option=True, required=False, help="tags to take off"),
        ),
    ),
    Command(
        "mention reject",
        "say that these words of an article are no name",
        _mention_reject,
        printing.done,
        (_ID, *_PLACE),
    ),
    Command(
        "mention assign",
        "say whom a mention names",
        _mention_assign,
        printing.done,
        (_ID, _PLACE[0], Argument("entity", int)),
    ),
    Command(
        "mention add",
        "mark words of an article as a name",
        _mention_add,
        printing.done,
        (
            _ID,
            *_PLACE,
            Argument("kind", choices=KINDS),
            Argument("entity", int, option=True, help="whose name it is"),
            Argument("everywhere", bool, option=True, help="in all articles, also later ones"),
        ),
    ),
    Command(
        "rulings",
        "list what was decided about people and organisations",
        _rulings,
        printing.lines,
        (Argument("entity", int, option=True), _LIMIT),
        needs="read",
    ),
    Command(
        "review list",
        "list those who may be one",
        _review_list,
        printing.review,
        (_KIND, Argument("entity", int, option=True), Argument("limit", int, option=True, default=20)),
        needs="read",
    ),
    Command(
        "review decide",
        "decide on one of them",
        _review_decide,
        printing.done,
        (Argument("suggestion", int), Argument("decision", choices=("same", "different", "unsure"))),
    ),
)
