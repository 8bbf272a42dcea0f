"""Commits: new segments, deletions and the cursor become visible together, and last.

Order of writing: segment files, fsync each, fsync the folder; then the TOC under a temporary name, fsync,
rename, fsync the folder. A crash at any point leaves the previous generation whole: its files are deleted only by
the commit after the next one has been made durable.
"""

import contextlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from whoosh.codec.whoosh3 import W3Segment
from whoosh.index import TOC

from desktop_app.index.failures import reading
from desktop_app.index.manifest import generations, sync, toc_name
from desktop_app.index.segments import merging
from desktop_app.index.segments.batch import Batch
from desktop_app.index.segments.codec import EXTENSION, PressCodec, open_segment
from desktop_app.index.segments.postings import Contents
from desktop_app.index.segments.schema import PressSchema
from desktop_app.index.segments.segment import Segment, write_segment
from desktop_app.index.segments.storage import NAME, DurableStorage, keep_mask, read_toc
from desktop_app.model.documents import Document, IndexCursor

if TYPE_CHECKING:
    from desktop_app.index.segments.bulk import Built


def write_contents(folder: Path, contents: Contents) -> tuple[W3Segment, Path]:
    """Write a segment of its own, fsync it, and say where; no table of contents names it yet."""
    segment = PressCodec().new_segment(None, NAME)
    segment.set_doc_count(len(contents.ids))
    path = folder / segment.make_filename(EXTENSION)
    write_segment(path, contents)
    sync(path)
    return segment, path


class Commit:
    """One commit on top of a generation; `opened` are segments, by file name, that need not be opened again."""

    def __init__(self, folder: Path, base: int, opened: Mapping[str, Segment] | None = None) -> None:
        self._folder = folder
        self._storage = DurableStorage(str(folder))
        self._base = read_toc(folder, base)
        self._base_generation = base
        self._segments: list[W3Segment] = list(self._base.segments)
        self._base_files = [segment.make_filename(EXTENSION) for segment in self._base.segments]
        self._opened = dict(opened or {})

    def apply(self, upserts: Iterable[Document], removals: Iterable[int], cursor: IndexCursor) -> int:
        """Write and publish; returns the new generation."""
        new: list[W3Segment] = []
        gone = set(removals)
        batch = Batch()
        for document in upserts:
            batch.add(document)
            gone.add(document.id)
            if batch.full or len(batch) >= merging.MAX_DOCUMENTS:
                new.append(self._flush(batch))
                batch = Batch()
        if len(batch):
            new.append(self._flush(batch))
        self._delete(self._segments, np.fromiter(gone, np.int64, len(gone)))
        self._keep_last(new)
        self._segments += new
        self._merge()
        return self._publish(cursor)

    def adopt(self, built: Iterable["Built"], cursor: IndexCursor) -> int:
        """Publish segments that lie in the folder; returns the new generation."""
        for own in built:
            segment = PressCodec().new_segment(self._storage, NAME)
            segment.segid = own.segment
            segment.set_doc_count(own.documents)
            self._segments.append(segment)
        return self._publish(cursor)

    def _flush(self, batch: Batch) -> W3Segment:
        return self._write(batch.contents())

    def _write(self, contents: Contents) -> W3Segment:
        return write_contents(self._folder, contents)[0]

    def _delete(self, segments: list[W3Segment], ids: npt.NDArray[np.int64]) -> None:
        for segment in segments if len(ids) else []:
            for number in np.flatnonzero(np.isin(self._open(segment).ids, ids)).tolist():
                segment.delete_document(number)

    def _keep_last(self, new: list[W3Segment]) -> None:
        """Of several new documents with the same id only the last one counts."""
        seen: npt.NDArray[np.int64] = np.zeros(0, np.int64)
        for segment in reversed(new):
            own = self._open(segment).ids
            last = np.zeros(len(own), bool)
            last[len(own) - 1 - np.unique(own[::-1], return_index=True)[1]] = True
            for number in np.flatnonzero(~last | np.isin(own, seen)).tolist():
                segment.delete_document(number)
            seen = np.union1d(seen, own)

    def _open(self, segment: W3Segment) -> Segment:
        name = segment.make_filename(EXTENSION)
        if name not in self._opened:
            with reading():
                self._opened[name] = open_segment(self._folder, segment)
        return self._opened[name]

    def _merge(self) -> None:
        self._segments = [segment for segment in self._segments if segment.doc_count()]
        groups = merging.choose(self._segments)
        merged = []
        for group in groups:
            sources = [self._segments[at] for at in group]
            with reading():
                opened = [self._open(segment) for segment in sources]
                joined = merging.merge(opened, [keep_mask(segment) for segment in sources])
            merged.append(self._write(joined))
        taken = {at for group in groups for at in group}
        self._segments = [s for at, s in enumerate(self._segments) if at not in taken] + merged

    def _publish(self, cursor: IndexCursor) -> int:
        sync(self._folder)
        schema: PressSchema = self._base.schema
        schema.cursor = cursor
        generation = max(generations(self._folder)) + 1
        TOC(schema, self._segments, generation).write(self._storage, NAME)
        self._clean({generation, self._base_generation})
        return generation

    def _clean(self, keep: set[int]) -> None:
        """Delete what neither the new generation nor the one it builds on needs."""
        needed = {toc_name(generation) for generation in keep}
        needed.update(self._base_files)
        needed.update(segment.make_filename(EXTENSION) for segment in self._segments)
        for path in self._folder.iterdir():
            ours = path.name.startswith((f"_{NAME}_", f"{NAME}_")) and not path.name.endswith("LOCK")
            if ours and path.name not in needed:
                with contextlib.suppress(OSError):  # where a reader still maps it, the next commit tries again
                    path.unlink()
