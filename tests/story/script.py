"""One story as a list of steps, for every skin of the program: the same steps must leave equal databases.

A skin brings a *driver*: something that can be called with a step's name and its arguments, as `batch` names them.
`play` runs the story through it, `story_of` reads what it left.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from desktop_app.archive.archive import Archive
from desktop_app.cli.commands import BY_NAME
from desktop_app.resources import demo_folder
from desktop_app.store.database import open_reader

Driver = Callable[[str, Mapping[str, Any]], None]
Step = tuple[str, dict[str, Any]]

PRESS = str(demo_folder() / "press" / "rheinhafen-bote")

# Articles are named by what their titles say, because numbers depend on the order in which files were read.
STEPS: tuple[Step, ...] = (
    ("import", {"path": [PRESS]}),
    ("tag add", {"tag": "Hafen", "query": "=Hafen"}),
    ("tag add", {"tag": "Robotik", "query": "Kansai OR Roboter"}),
    ("star", {"query": "tag:Robotik"}),
    ("mark read", {"query": "tag:Hafen"}),
    ("note", {"query": "tag:Robotik tag:Hafen", "text": "Mit dem Kai vergleichen 🚢", "start": 0, "end": 11}),
    ("note", {"query": "tag:Robotik tag:Hafen", "text": "Rückruf bei der IHK"}),
    ("tag rename", {"a": "Hafen", "b": "Wirtschaft/Hafen"}),
    ("tag merge", {"a": "Robotik", "b": "Wirtschaft/Hafen"}),
    ("undo", {}),
    ("undo", {}),
    ("redo", {}),
    ("save search", {"name": "Ungelesen am Hafen", "query": "tag:Wirtschaft is:unread"}),
    ("trash", {"query": 'Polizei OR "Briefe an die Redaktion"'}),
    ("tag delete", {"a": "Robotik"}),
    ("undo", {}),
)


def play(driver: Driver) -> None:
    """Run the story."""
    for name, args in STEPS:
        driver(name, args)


class Verbs:
    """Plays steps through the archive's verbs, as the window does."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, name: str, args: Mapping[str, Any]) -> None:
        """Do one step."""
        there = (self._folder / "archive.db").exists()
        archive = Archive.open(self._folder) if there else Archive.create(self._folder)
        try:
            archive.catch_up()
            ids = sorted(archive.find(args["query"]).ids) if "query" in args else []
            for verb in self._verbs(archive, name, args, ids):
                verb()
        finally:
            archive.close()

    def _verbs(
        self, archive: Archive, name: str, args: Mapping[str, Any], ids: list[int]
    ) -> list[Callable[[], object]]:
        if name == "note":
            place = (args.get("start"), args.get("end"))
            return [lambda number=number: archive.note(number, args["text"], *place) for number in ids]
        verbs: dict[str, Callable[[], object]] = {
            "import": lambda: archive.importing(args["path"]),
            "tag add": lambda: archive.tag(ids, args["tag"]),
            "tag rename": lambda: archive.rename_tag(args["a"], args["b"]),
            "tag merge": lambda: archive.merge_tags(args["a"], args["b"]),
            "tag delete": lambda: archive.delete_tag(args["a"]),
            "star": lambda: archive.star(ids),
            "mark read": lambda: archive.mark_read(ids),
            "trash": lambda: archive.trash(ids),
            "save search": lambda: archive.save_search(args["name"], args["query"]),
            "undo": archive.undo,
            "redo": archive.redo,
        }
        return [verbs[name]]


class CommandLine:
    """Plays steps through `batch`, in a process of its own; the few it has no command for through the verbs."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, name: str, args: Mapping[str, Any]) -> None:
        """Do one step; fails the test where it is refused."""
        if name == "note":
            rest = {key: value for key, value in args.items() if key != "query"}
            (found,) = self._ask(("search", {"query": args["query"], "limit": 1000}))
            self._ask(*(("note", {"id": number, **rest}) for number in sorted(hit["id"] for hit in found["hits"])))
        elif name in BY_NAME:
            self._ask((name, dict(args)))
        else:
            Verbs(self._folder)(name, args)

    def _ask(self, *requests: Step) -> list[Any]:
        lines = [json.dumps({"command": command, "args": args}) for command, args in requests]
        done = subprocess.run(
            [sys.executable, "-m", "desktop_app", "--archive", str(self._folder), "batch"],
            input="\n".join(lines).encode(),
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
        return [json.loads(line)["result"] for line in done.stdout.splitlines()]


# What the reader owns, by words instead of numbers; no times.
_OWNED = {
    "articles": "select a.title, a.kicker, a.byline, a.place, a.date, coalesce(s.name, ''), a.language, t.sha256,"
    " a.starred, a.read_at is not null, a.state from articles a left join sources s on s.id = a.source_id"
    " join texts t on t.id = a.text_id",
    "taggings": "select x.sha256, t.name, g.origin from taggings g join tags t on t.id = g.tag_id"
    " join articles a on a.id = g.article_id join texts x on x.id = a.text_id",
    "tags": "select name from tags",
    "notes": 'select x.sha256, n.start, n."end", n.quote, n.prefix, n.suffix, n.body, n.colour from annotations n'
    " join articles a on a.id = n.article_id join texts x on x.id = a.text_id",
    "saved_searches": "select name, query, sort from saved_searches",
    "provenances": "select x.sha256, p.path, p.member, p.sha256, p.format, p.encoding, p.size from provenances p"
    " join articles a on a.id = p.article_id join texts x on x.id = a.text_id",
    "history": "select label, fields, undone from journal",
}


def story_of(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    """The reader's tables of an archive, comparable across archives: numbers and times are left out."""
    connection = open_reader(folder / "archive.db")
    try:
        tables = {name: connection.execute(query).fetchall() for name, query in _OWNED.items()}
    finally:
        connection.close()
    assert not re.search(r"\d{4}-\d\d-\d\dT", str(tables)), "a time of day would differ from run to run"
    return {name: rows if name == "history" else sorted(rows, key=repr) for name, rows in tables.items()}
