"""The demo archive: the press texts of `data/demo`, imported and marked as a reader would have."""

import json
from pathlib import Path
from typing import Any

from desktop_app.archive.archive import Archive
from desktop_app.archive.session import DATABASE
from desktop_app.resources import demo_folder


def prepare(folder: Path) -> Path:
    """Make the demo archive in `folder` unless it is there already; returns `folder`."""
    if (folder / DATABASE).exists():
        return folder
    press = demo_folder() / "press"
    desk = json.loads((demo_folder() / "desk.json").read_text(encoding="utf-8"))
    archive = Archive.create(folder)
    try:
        archive.importing([press])
        archive.catch_up()  # a search that is kept before that would call every article new
        _mark(archive, press, desk)
        archive.forget_history()
        archive.catch_up()
    finally:
        archive.close()
    return folder


def _mark(archive: Archive, press: Path, desk: dict[str, Any]) -> None:
    by_path = {
        str(Path(path).relative_to(press)) + member: number for number, path, member in archive.browse.provenances()
    }
    for path, marks in desk["articles"].items():
        number = by_path.get(path)
        if number is None:
            continue
        if marks.get("tags"):
            archive.retag([number], add=marks["tags"])
        if marks.get("starred"):
            archive.star([number])
        if marks.get("read"):
            archive.mark_read([number])
        for note in marks.get("notes", ()):
            _note(archive, number, note)
    known = {tag.value for tag in archive.tags()}
    for tag in desk["tags"]:
        if tag["name"] in known:
            archive.colour_tag(tag["name"], tag["colour"])
    for search in desk["saved_searches"]:
        archive.save_search(search["name"], search["query"])


def _note(archive: Archive, number: int, note: dict[str, Any]) -> None:
    quote = note.get("quote")
    start = archive.article(number).text.find(quote) if quote else -1
    if start < 0:
        archive.note(number, note["text"])
    else:
        archive.note(number, note["text"], start, start + len(quote or ""))
