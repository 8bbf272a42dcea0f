"""Building an index from segments that several processes wrote, each of a share of the documents.

A builder writes segment files that nothing points to; joining them is one commit. So a builder that is killed leaves
nothing but files that the next commit deletes.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from desktop_app.index.batch import Batch
from desktop_app.index.failures import writing
from desktop_app.index.manifest import Entry, digest
from desktop_app.index.merging import MAX_DOCUMENTS
from desktop_app.index.writer import write_contents
from desktop_app.model.documents import Document


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
        self._batch = Batch()
        self._built: list[Built] = []

    def add(self, document: Document) -> None:
        """Take a document up; writes a segment when enough have come."""
        self._batch.add(document)
        if self._batch.full or len(self._batch) >= MAX_DOCUMENTS:
            self._flush()

    def finish(self) -> Sequence[Built]:
        """All segments, the last one written just now."""
        if len(self._batch):
            self._flush()
        return self._built

    def _flush(self) -> None:
        with writing():
            batch, self._batch = self._batch, Batch()
            documents = len(batch)
            segment, path = write_contents(self._folder, batch.contents())
            size = path.stat().st_size
            self._built.append(Built(segment.segid, documents, path.name, size, digest(path)))


def entries(built: Sequence[Built]) -> list[Entry]:
    """What a manifest says of the segments."""
    return [(segment.name, segment.size, segment.sha256) for segment in built]
