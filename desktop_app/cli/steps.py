"""Commands about what was done: looked at, taken back, done again."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from desktop_app.archive.archive import Archive
from desktop_app.cli import printing
from desktop_app.cli.answers import did
from desktop_app.cli.spec import Argument, Command
from desktop_app.store.history import HistoryEntry

Args = Mapping[str, Any]


def _undo(archive: Archive, args: Args) -> Any:
    if args["step"] is not None:
        return did(archive.take_back(args["step"]))
    changes = archive.undo()
    return did(changes, "Undone: ") if changes else {"did": None}


def _redo(archive: Archive, _: Args) -> Any:
    changes = archive.redo()
    return did(changes, "Done again: ") if changes else {"did": None}


def _entry(entry: HistoryEntry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "at": entry.at,
        "label": entry.sentence,
        "undone": entry.undone,
        "taken_back": entry.taken_back,
        "takes_back": entry.takes_back or None,
    }


def _history(archive: Archive, args: Args) -> Any:
    if args["article"] is None:
        return [_entry(entry) for entry in archive.history(args["limit"])]
    return [
        {
            "id": event.step or None,
            "at": event.at,
            "label": str(event.words),
            "undone": event.undone,
            "changes": [asdict(field) for field in event.fields],
        }
        for event in archive.article_history(args["article"])[: args["limit"]]
    ]


def _show(archive: Archive, args: Args) -> Any:
    details = archive.step(args["step"])
    return {
        **_entry(details.entry),
        "things": [{**asdict(thing), "article": thing.article or None} for thing in details.things],
        "total": details.total,
        "in_the_way": [_entry(entry) for entry in details.in_the_way],
    }


def _print_step(result: dict[str, Any]) -> None:
    """One step: what it did to which things, and what stands in the way of taking it back."""
    print(f"{result['id']}  {result['at']}  {result['label']}")
    for thing in result["things"]:
        of = f" – {thing['of']}" if thing["of"] else ""
        print(f"  {thing['verb']}: {thing['kind']} “{thing['name']}”{of}")
        for field in thing["fields"]:
            print(f"    {field['name']}: {field['before'] or '–'} → {field['after'] or '–'}")
    if result["total"] > len(result["things"]):
        print(f"  and {result['total'] - len(result['things'])} more")
    for entry in result["in_the_way"]:
        print(f"  in the way: {entry['id']} {entry['label']}")


STEPS: tuple[Command, ...] = (
    Command(
        "undo",
        "take the last step back, or any other one alone",
        _undo,
        printing.done,
        (Argument("step", int, required=False, help="the number of a step, as “history” lists them"),),
    ),
    Command("redo", "do the last undone step again", _redo, printing.done),
    Command(
        "history",
        "list the latest steps, of the archive or of one article (“history show”)",
        _history,
        printing.lines,
        (
            Argument("limit", int, option=True, default=100),
            Argument("article", int, option=True, help="only what became of this article"),
        ),
        needs="read",
    ),
    Command(
        "history show",
        "show what a step did, and what stands in the way of taking it back",
        _show,
        _print_step,
        (Argument("step", int),),
        needs="read",
    ),
)
