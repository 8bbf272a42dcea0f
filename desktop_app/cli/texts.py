"""The commands about versions of texts: listed, shown, compared, corrected; and orphaned notes put back."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop_app.archive.archive import Archive
from desktop_app.cli import printing, stream
from desktop_app.cli.answers import did
from desktop_app.cli.spec import Argument, Command
from desktop_app.model.errors import InputRefusedError

Args = Mapping[str, Any]


def _versions(archive: Archive, args: Args) -> Any:
    return [
        {
            "version": version.version,
            "created": version.created,
            "origin": version.origin,
            "characters": version.characters,
            "present": version.present,
        }
        for version in archive.versions(args["id"])
    ]


def _show(archive: Archive, args: Args) -> Any:
    wanted = args["version"] or archive.article(args["id"]).version
    return {"article": args["id"], "version": wanted, "text": archive.text_of(args["id"], wanted)}


def _compare(archive: Archive, args: Args) -> Any:
    present = archive.article(args["id"]).version
    old, new = (archive.text_of(args["id"], args[name] or present) for name in ("a", "b"))
    return {
        "article": args["id"],
        "versions": [args["a"] or present, args["b"] or present],
        "pieces": [
            {
                "kind": piece.kind,
                "start": piece.new_start,
                "end": piece.new_end,
                "old": old[piece.old_start : piece.old_end],
                "new": new[piece.new_start : piece.new_end],
            }
            for piece in archive.compare_versions(args["id"], args["a"], args["b"])
        ],
    }


def _correct(archive: Archive, args: Args) -> Any:
    changes = archive.revise(args["id"], _read(args["file"]))
    orphaned = [note.id for note in archive.notes(args["id"]) if note.orphaned]
    return {**did(changes), "version": archive.article(args["id"]).version, "orphaned": orphaned}


def _read(file: str) -> str:
    try:
        content = stream.standard_input() if file == "-" else Path(file).read_bytes()
        return content.decode("utf-8-sig")
    except OSError as error:
        raise InputRefusedError(
            "{path} cannot be read ({reason}). Check the path.", path=file, reason=error.strerror
        ) from error
    except UnicodeDecodeError as error:
        raise InputRefusedError("{path} is not UTF-8. Save it as UTF-8 and try again.", path=file) from error


def _place(archive: Archive, args: Args) -> Any:
    return did(archive.reanchor(args["note"], args["start"], args["end"]))


def _print_text(result: dict[str, Any]) -> None:
    print(result["text"])


def _print_pieces(result: dict[str, Any]) -> None:
    """Both texts in one: [-what was removed-], {+what was added+}."""
    for piece in result["pieces"]:
        if piece["kind"] == "same":
            print(piece["new"], end="")
        else:
            print(
                (f"[-{piece['old']}-]" if piece["old"] else "") + (f"{{+{piece['new']}+}}" if piece["new"] else ""),
                end="",
            )
    print()


TEXTS: tuple[Command, ...] = (
    Command(
        "text", "list the versions of an article's text", _versions, printing.lines, (Argument("id", int),), "read"
    ),
    Command(
        "text show",
        "show the words of one version",
        _show,
        _print_text,
        (Argument("id", int), Argument("version", int, required=False, default=0)),
        needs="read",
    ),
    Command(
        "text compare",
        "show what differs between two versions, word by word",
        _compare,
        _print_pieces,
        (Argument("id", int), Argument("a", int), Argument("b", int, required=False, default=0)),
        needs="read",
    ),
    Command(
        "text correct",
        "replace the words of an article by those of a file",
        _correct,
        printing.done,
        (Argument("id", int), Argument("file", help="a UTF-8 text; “-” is standard input")),
    ),
    Command(
        "note place",
        "put a note on other words of its article",
        _place,
        printing.done,
        (Argument("note", int), Argument("start", int), Argument("end", int)),
    ),
)
