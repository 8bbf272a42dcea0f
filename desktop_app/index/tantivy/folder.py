"""The folder of a tantivy index: one subfolder for each commit, so that a commit never changes what another one reads.

tantivy keeps one `meta.json` for a whole index and replaces it with each commit and merge. The store, however, must
be able to open the very commit that it knows, while another process is already writing the next. So a commit begins
as a new folder with hard links to the files of the last one, which are never changed, and is renamed when done.
"""

import json
import os
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from desktop_app.index.manifest import Entry, digest, sync

META: Final = "meta.json"
_MANAGED: Final = ".managed.json"  # tantivy's list of the files that it may delete
_LOCK: Final = ".tantivy-writer.lock"
_SUFFIXES: Final = ("idx", "pos", "term", "store", "fast", "fieldnorm")
_NAME: Final = re.compile(
    r"(\d{1,18})/(?:meta\.json|[0-9a-f]{32}\.(?:idx|pos|term|store|fast|fieldnorm|\d{1,18}\.del))"
)
_KEPT: Final = 2  # generations: a reader may still be opening the last but one


def generations(folder: Path) -> list[int]:
    """The commits in the folder, ascending."""
    if not folder.is_dir():
        return []
    return sorted(int(path.name) for path in folder.iterdir() if path.name.isdecimal() and (path / META).is_file())


def files(folder: Path) -> list[str]:
    """The names of the files that a commit's `meta.json` uses. Raises OSError, ValueError, LookupError, TypeError."""
    meta = json.loads((folder / META).read_text(encoding="utf-8"))
    names = [META]
    for segment in meta["segments"]:
        stem = segment["segment_id"].replace("-", "")
        names += [name for name in (f"{stem}.{suffix}" for suffix in _SUFFIXES) if (folder / name).is_file()]
        if segment["deletes"]:
            names.append(f"{stem}.{segment['deletes']['opstamp']}.del")
    return names


def begin(folder: Path, old: int) -> Path:
    """A folder to make the next commit in, with all that generation `old` (0: nothing) holds."""
    work = folder / "next"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    if old:
        source = folder / str(old)
        names = files(source)
        for name in names:
            _link(source / name, work / name)
        (work / _MANAGED).write_text(json.dumps(names), encoding="utf-8")
    return work


def _link(source: Path, target: Path) -> None:
    if source.name == META:
        shutil.copyfile(source, target)
        return
    try:
        os.link(source, target)
    except OSError:  # not every file system has hard links
        shutil.copyfile(source, target)


def finish(folder: Path, work: Path, generation: int) -> None:
    """Make the folder `work` the commit `generation`, durably, and drop commits that nobody opens any more."""
    for name in files(work):
        sync(work / name)
    (work / _LOCK).unlink(missing_ok=True)
    sync(work)
    target = folder / str(generation)
    shutil.rmtree(target, ignore_errors=True)  # a commit that the store never heard of
    work.rename(target)
    sync(folder)
    for old in generations(folder):
        if not generation - _KEPT < old <= generation:
            shutil.rmtree(folder / str(old), ignore_errors=True)


def manifest(folder: Path, generation: int, known: Sequence[Entry] = ()) -> list[Entry]:
    """Names (`generation/file`), sizes and SHA-256 of a commit's files; those that `known` lists are not read again."""
    before = {name.partition("/")[2]: (size, sha) for name, size, sha in known}
    place = folder / str(generation)
    entries = []
    for name in sorted(files(place)):
        size = (place / name).stat().st_size
        known_size, sha = before.get(name, (-1, ""))
        if known_size != size or name == META:
            sha = digest(place / name)
        entries.append((f"{generation}/{name}", size, sha))
    return entries


def generation_of(entries: Sequence[Entry]) -> int | None:
    """The commit whose files are in the manifest, or None where it is not the manifest of one commit."""
    found = {match[1] if (match := _NAME.fullmatch(name)) else "" for name, _, _ in entries}
    complete = len(found) == 1 and any(name.endswith(f"/{META}") for name, _, _ in entries)
    return int(found.pop() or 0) or None if complete else None


def verify(folder: Path, entries: Sequence[Entry], *, deep: bool = True) -> bool:
    """Whether all files are there and unchanged; without `deep` only the sizes and `meta.json` are compared."""
    if generation_of(entries) is None:
        return False
    for name, size, sha in entries:
        path = folder / name
        try:
            if path.stat().st_size != size:
                return False
            if (deep or name.endswith(META)) and digest(path) != sha:
                return False
        except OSError:
            return False
    return True
