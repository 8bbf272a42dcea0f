"""What the index's files must be: names, sizes and hashes, kept in the store.

The TOC is a pickle: opening it runs what is in it. So it is compared with its hash before Whoosh reads it.
The segments hold nothing but numbers and words; their hashes find damage.
"""

import hashlib
import os
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

Entry = tuple[str, int, str]  # name, size in bytes, SHA-256 in hex

_TOC: Final = re.compile(r"_MAIN_(\d+)\.toc")
_SEGMENT: Final = re.compile(r"MAIN_[0-9a-z]+\.lsg")


def manifest(folder: Path, known: Sequence[Entry] = (), names: Iterable[str] | None = None) -> list[Entry]:
    """Entries for the files `names`, or for the newest TOC and all segments in the folder.

    Segments never change, so those that `known` lists with their present size are not read again.
    """
    before = {name: (size, sha) for name, size, sha in known}
    if names is None:
        tocs = [toc_name(generation) for generation in generations(folder)[-1:]]
        names = tocs + [path.name for path in folder.iterdir() if _SEGMENT.fullmatch(path.name)]
    entries = []
    for name in sorted(names):
        size = (folder / name).stat().st_size
        known_size, sha = before.get(name, (-1, ""))
        if known_size != size or _TOC.fullmatch(name):
            sha = digest(folder / name)
        entries.append((name, size, sha))
    return entries


def verify(folder: Path, entries: Sequence[Entry], *, deep: bool = True) -> bool:
    """Whether all files are there and unchanged, and one of them is a TOC.

    Without `deep` the hash of the TOC and the sizes of the others are compared: enough to open the index without
    running foreign code, and quick for an index of any size.
    """
    if generation_of(entries) is None:
        return False
    for name, size, sha in entries:
        path = folder / name
        if path.name != name or not (_TOC.fullmatch(name) or _SEGMENT.fullmatch(name)):
            return False
        try:
            if path.stat().st_size != size:
                return False
            if (deep or _TOC.fullmatch(name)) and digest(path) != sha:
                return False
        except OSError:
            return False
    return True


def generation_of(entries: Iterable[Entry]) -> int | None:
    """The generation whose TOC is in the manifest, or None."""
    found = [int(match[1]) for name, _, _ in entries if (match := _TOC.fullmatch(name))]
    return found[0] if len(found) == 1 else None


def generations(folder: Path) -> list[int]:
    """The generations whose TOC is in the folder, ascending."""
    if not folder.is_dir():
        return []
    return sorted(int(match[1]) for path in folder.iterdir() if (match := _TOC.fullmatch(path.name)))


def toc_name(generation: int) -> str:
    """The file name that Whoosh gives a generation's TOC."""
    return f"_MAIN_{generation}.toc"


def sync(path: Path) -> None:
    """Have a file's or folder's content on the disk before returning; Windows has no such call for folders."""
    if path.is_dir() and sys.platform == "win32":
        return
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
