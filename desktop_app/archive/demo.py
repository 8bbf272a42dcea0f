"""The demo archive: the press texts of `data/demo`, imported and marked as a reader would have."""

import json
import shutil
from pathlib import Path
from typing import Any

from desktop_app.archive.archive import Archive
from desktop_app.archive.session import DATABASE
from desktop_app.model.people import Kind
from desktop_app.model.progress import Control
from desktop_app.model.text import folded_name
from desktop_app.resources import demo_folder


def is_prepared(folder: Path) -> bool:
    """Whether the demo archive is there."""
    return (folder / DATABASE).exists()


def prepare(folder: Path, control: Control | None = None) -> Path:
    """Make the demo archive in `folder` unless it is there already; returns `folder`. Raises CancelledError.

    It is made beside its place and moved there, so that an end in the middle leaves no half of it.
    """
    if is_prepared(folder):
        return folder
    begun = folder.with_name(f"{folder.name}.part")
    if begun.exists():
        shutil.rmtree(begun)
    if folder.exists():
        Archive.create(folder).close()  # refuses what is in the way
        shutil.rmtree(folder)
    _make(begun, control)
    begun.rename(folder)
    return folder


def _make(folder: Path, control: Control | None) -> None:
    press = demo_folder() / "press"
    desk = json.loads((demo_folder() / "desk.json").read_text(encoding="utf-8"))
    archive = Archive.create(folder)
    try:
        archive.importing([press], control=control)
        if control is not None:
            control.checkpoint()  # an import that is cancelled ends early
        archive.recognise(control=control)
        archive.find_families(control=control)
        archive.catch_up()  # a search that is kept before that would call every article new
        _mark(archive, press, desk)
        for who in desk["people"]:
            _rule(archive, who)
        archive.forget_history()
        archive.catch_up()
    finally:
        archive.close()


def _mark(archive: Archive, press: Path, desk: dict[str, Any]) -> None:
    by_path = {
        str(Path(path).relative_to(press)) + member: number for number, path, member in archive.browse.provenances()
    }
    for path, marks in desk["articles"].items():
        if path in by_path:
            _mark_article(archive, by_path[path], marks)
    known = {tag.value for tag in archive.tags()}
    for tag in desk["tags"]:
        if tag["name"] in known:
            archive.colour_tag(tag["name"], tag["colour"])
    for search in desk["saved_searches"]:
        archive.save_search(search["name"], search["query"])
    for dossier in desk["dossiers"]:
        _collect(archive, dossier, by_path)
    for screening in desk["screenings"]:
        _screen(archive, screening)


def _mark_article(archive: Archive, number: int, marks: dict[str, Any]) -> None:
    if marks.get("tags"):
        archive.retag([number], add=marks["tags"])
    if marks.get("starred"):
        archive.star([number])
    if marks.get("read"):
        archive.mark_read([number])
    for note in marks.get("notes", ()):
        _note(archive, number, note)


def _collect(archive: Archive, dossier: dict[str, Any], by_path: dict[str, int]) -> None:
    """A dossier, after the one that it lies in; an article that was not found is passed over."""
    placed = [
        (by_path[each["file"]], each.get("comment", "")) for each in dossier["articles"] if each["file"] in by_path
    ]
    ids = [number for number, _ in placed]
    made = archive.make_dossier(dossier["path"], introduction=dossier["introduction"], ids=ids).result
    for number, comment in placed:
        if comment:
            archive.comment_in_dossier(made, number, comment)


def _screen(archive: Archive, screening: dict[str, Any]) -> None:
    """A screening that has come as far as there are decisions."""
    begun = archive.start_screening(screening["name"], screening["query"], sort=screening["sort"]).result
    for decision in screening["decisions"]:
        archive.decide_screened(begun, [archive.next_in_screening(begun)], decision)


def _rule(archive: Archive, who: dict[str, Any]) -> None:
    """What the reader decided about a person or organisation; a name that was not found is passed over."""
    kind: Kind = who["kind"]
    one = _found(archive, who["name"], kind)
    if one is None:
        return
    others = [other for name in who.get("merge", ()) if (other := _found(archive, name, kind)) not in (None, one)]
    if others:
        archive.merge_entities(others, one)
    if who.get("confirm"):
        archive.confirm_entities([one])
    if who.get("tags"):
        archive.tag_entities([one], add=who["tags"])
    for note in who.get("notes", ()):
        archive.note_entity(one, note)


def _found(archive: Archive, name: str, kind: Kind) -> int | None:
    wanted = folded_name(name)
    rows = archive.entity_rows(archive.entity_ids(kind, name)[:20])
    return next((row.id for row in rows if folded_name(row.name) == wanted), None)


def _note(archive: Archive, number: int, note: dict[str, Any]) -> None:
    quote = note.get("quote")
    start = archive.article(number).text.find(quote) if quote else -1
    first, end = (start, start + len(quote)) if quote and start >= 0 else (None, None)
    archive.note(number, note["text"], first, end, note.get("colour", 0), tags=note.get("tags", ()))
