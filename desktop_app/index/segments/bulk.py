"""Building an index from segments that several processes wrote, each of a share of the documents.

A builder writes segment files that nothing points to; joining them is one commit. So a builder that is killed leaves
nothing but files that the next commit deletes.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from desktop_app.index.failures import writing
from desktop_app.index.manifest import Entry, digest
from desktop_app.index.segments.batch import Batch
from desktop_app.index.segments.merging import MAX_DOCUMENTS
from desktop_app.index.segments.writer import write_contents
from desktop_app.model.documents import Document

# Code points of a text. Numbers of a segment are as wide as the largest needs: a few books, in which one word stands
# hundreds of times and tens of thousands of words follow each other, would make those of all articles wider.
_LONG: Final = 32_000


@dataclass(frozen=True, slots=True)
class Built:
    """A segment that lies in the index's folder, on the disk, and is not yet part of the index."""

    segment: str  # its id, which the file's name has in it
    documents: int
    name: str  # of the file
    size: int  # bytes
    sha256: str

    def as_dict(self) -> dict[str, Any]:
        """Its fields, for JSON."""
        return asdict(self)


class Builder:
    """Makes segments of documents, no two of which have the same id. Raises DiskFullError, ReadOnlyError."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._batches = [Batch(), Batch()]  # of usual and of long documents
        self._built: list[Built] = []

    def add(self, document: Document) -> None:
        """Take a document up; writes a segment when enough have come."""
        kind = int(len(document.text) > _LONG)
        batch = self._batches[kind]
        batch.add(document)
        if batch.full or len(batch) >= MAX_DOCUMENTS:
            self._flush(kind)

    def finish(self) -> Sequence[Built]:
        """All segments, the last ones written just now."""
        for kind in range(len(self._batches)):
            self._flush(kind)
        return self._built

    def _flush(self, kind: int) -> None:
        batch, self._batches[kind] = self._batches[kind], Batch()
        documents = len(batch)
        if not documents:
            return
        with writing():
            segment, path = write_contents(self._folder, batch.contents())
            size = path.stat().st_size
            self._built.append(Built(segment.segid, documents, path.name, size, digest(path)))


def entries(built: Sequence[Built]) -> list[Entry]:
    """What a manifest says of the segments."""
    return [(segment.name, segment.size, segment.sha256) for segment in built]
