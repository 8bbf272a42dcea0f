"""One generation of the index, opened for reading: a snapshot that later commits do not change."""

from pathlib import Path
from typing import Final, TypeVar

import numpy as np
import numpy.typing as npt

from desktop_app.index.codec import EXTENSION, open_segment
from desktop_app.index.fuzzy import Signatures
from desktop_app.index.manifest import toc_name
from desktop_app.index.schema import PROSE
from desktop_app.index.segment import LENGTH_OF_BYTE, Field, Segment
from desktop_app.index.storage import keep_mask, read_toc
from desktop_app.model.documents import IndexCursor

Number = TypeVar("Number", bound=np.generic)

# Okapi BM25 (Robertson & Zaragoza, 2009), with the constants of Whoosh's BM25F.
K1: Final = 1.2
B: Final = 0.75


def _joined(parts: list[npt.NDArray[Number]], kind: type[Number]) -> npt.NDArray[Number]:
    return np.concatenate(parts) if parts else np.zeros(0, kind)


class Snapshot:
    """The segments of a generation end to end: document number = the segment's base + its own number.

    Holds, besides the memory maps, 8 bytes for each document's id and 4 for each searched field's length norm.
    """

    def __init__(self, folder: Path, generation: int) -> None:
        toc = read_toc(folder, generation)
        self.generation = generation
        self.cursor: IndexCursor | None = toc.schema.cursor
        self.files = [toc_name(generation)] + [s.make_filename(EXTENSION) for s in toc.segments]
        self.segments: list[Segment] = [open_segment(folder, segment) for segment in toc.segments]
        sizes = [segment.documents for segment in self.segments]
        self.bases = np.concatenate(([0], np.cumsum(sizes, dtype=np.int64))).tolist()
        self.documents: int = self.bases[-1]
        self.ids = _joined([segment.ids for segment in self.segments], np.int64)
        self.live = _joined([keep_mask(segment) for segment in toc.segments], np.bool_)
        self.all_live = bool(self.live.all())
        self._signatures: dict[Field, Signatures] = {}
        self._norms: dict[str, npt.NDArray[np.float32]] = {}

    def fields(self, name: str) -> list[tuple[Field, int]]:
        """The field in each segment, with the segment's base."""
        return [(segment.field(name), base) for segment, base in zip(self.segments, self.bases, strict=False)]

    def signatures(self, field: Field) -> Signatures:
        """The signatures of a field's words, made when they are first asked for."""
        found = self._signatures.get(field)
        if found is None:
            found = self._signatures[field] = Signatures(field)
        return found

    def norm(self, name: str) -> npt.NDArray[np.float32]:
        """K1·((1−B) + B·length/average length) of a field for each document."""
        found = self._norms.get(name)
        if found is None:
            lengths = _joined([LENGTH_OF_BYTE[field.lengths] for field, _ in self.fields(name)], np.float32)
            total = sum(segment.total_length(name) for segment in self.segments)
            average = total / max(self.documents, 1) or 1.0
            found = (K1 * ((1 - B) + B * lengths / average)).astype(np.float32)
            self._norms[name] = found
        return found

    def warm(self) -> None:
        """Compute all norms, which a first search would otherwise wait for."""
        for name in PROSE:
            self.norm(name)
