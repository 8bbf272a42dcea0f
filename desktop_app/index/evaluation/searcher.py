"""One generation of the index, opened for reading: a snapshot that later commits do not change."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from desktop_app.index.evaluation.fuzzy import Signatures
from desktop_app.index.manifest import toc_name
from desktop_app.index.segments.codec import EXTENSION, open_segment
from desktop_app.index.segments.postings import Unit, ranges
from desktop_app.index.segments.schema import PROSE
from desktop_app.index.segments.segment import LENGTH_OF_BYTE, Field, Segment
from desktop_app.index.segments.storage import keep_mask, read_toc
from desktop_app.model.documents import IndexCursor

# Okapi BM25 (Robertson & Zaragoza, 2009), with the constants of Whoosh's BM25F.
K1: Final = 1.2
B: Final = 0.75
# How many times an occurrence counts, and so do the words of a field in its length.
BOOSTS: Final = {"title": 2.5, "text": 1.0, "note": 1.0}
_RELEASED_AFTER: Final = 2_000_000  # postings, places and words: some 30 MB of the memory maps
BLOCK: Final = 1 << 17  # documents at most, unless one segment alone has more: what a search works on stays in cache

Numbers = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float32]


class Part:
    """A segment in its block: its documents are numbered from `base` on."""

    __slots__ = ("base", "end", "number", "segment")

    def __init__(self, segment: Segment, number: int, base: int) -> None:
        self.segment = segment
        self.number = number  # among all segments
        self.base = base
        self.end = base + segment.documents


class Block:
    """Neighbouring segments, searched as one; `base` is the number of its first document in the snapshot."""

    def __init__(self, parts: list[Part], base: int, live: Mask) -> None:
        self.parts = parts
        self.base = base
        self.size = parts[-1].end
        self.live = None if live.all() else live
        self._kept: dict[tuple[str, str], npt.NDArray[Any]] = {}

    def norm(self, name: str, averages: dict[str, float]) -> Floats:
        """K1·((1−B) + B·length/average length) for each document: of a field, or of all in `averages` for ""."""
        key = ("norm", name)
        found = self._kept.get(key)
        if found is None:
            names = [name] if name else list(averages)
            average = sum(BOOSTS[each] * averages[each] for each in names) or 1.0
            found = np.full(self.size, K1 * (1 - B), np.float32)
            for each in names:
                table = (K1 * B * BOOSTS[each] * LENGTH_OF_BYTE / average).astype(np.float32)
                found += table[np.concatenate([part.segment.field(each).lengths for part in self.parts])]
            self._kept[key] = found
        return found

    def borders(self, scope: Unit, docs: Numbers) -> Numbers:
        """Keys, document·2³² + position, of where sentences or paragraphs of these documents' texts begin, ascending.

        A document's first is left out.
        """
        keys = []
        for part in self.parts:
            low, high = np.searchsorted(docs, (part.base, part.end))
            own = docs[low:high]
            starts, positions = part.segment.breaks(scope)
            begins = starts[own - part.base]
            counts = starts[own - part.base + 1] - begins
            keys.append(np.repeat(own << 32, counts) | positions[ranges(begins, counts)])
        return np.concatenate(keys)

    def lead(self) -> Numbers:
        """How many positions of each document's text are its lead."""
        key = ("lead", "")
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = np.concatenate([part.segment.lead for part in self.parts]).astype(np.int64)
        return found


class Room:
    """Arrays as long as the largest block, for one search at a time; `marks` is False between uses."""

    def __init__(self, blocks: list[Block]) -> None:
        size = max((block.size for block in blocks), default=0)
        self.marks: Mask = np.zeros(size, bool)
        self.sums: Floats = np.zeros(size, np.float32)
        self.counts: npt.NDArray[np.int32] = np.zeros(size, np.int32)


class Segments:
    """Segments end to end: document number = the sizes of those before + its own number in the segment.

    `keeps` says which documents of each segment are live. Beside the memory maps it holds 8 bytes for each document's
    id and 4 for each searched field's length norm.
    """

    def __init__(self, segments: list[Segment], keeps: list[Mask]) -> None:
        self.segments = segments
        self.documents = sum(segment.documents for segment in segments)
        ids = [segment.ids for segment in segments]
        self.ids: Numbers = np.concatenate(ids) if ids else np.zeros(0, np.int64)
        self.live: Mask = np.concatenate(keeps) if keeps else np.zeros(0, bool)
        self.blocks = self._blocks(keeps)
        self._spoken = [int(np.bitwise_or.reduce(segment.languages, initial=0)) for segment in segments]
        self._fields = {name: [segment.field(name) for segment in segments] for name in PROSE}
        self._filled = {name: any(field.size for field in fields) for name, fields in self._fields.items()}
        self._averages = {
            name: sum(segment.total_length(name) for segment in segments) / self.documents
            for name in PROSE
            if self._filled[name]
        }
        self._signatures: dict[Field, Signatures] = {}
        # The first word that is looked up has a sample of all words read.
        self._read = sum(field.size for fields in self._fields.values() for field in fields)
        self._rooms: list[Room] = []
        self.found: dict[Any, Any] = {}  # what searches have looked up, for later ones to use

    @contextmanager
    def room(self) -> Iterator[Room]:
        """Arrays to work in, which no other search has; those of a search that failed are not used again."""
        try:
            room = self._rooms.pop()
        except IndexError:
            room = Room(self.blocks)
        yield room
        self._rooms.append(room)

    def _blocks(self, keeps: list[Mask]) -> list[Block]:
        blocks: list[Block] = []
        parts: list[Part] = []
        size = base = 0
        for number, segment in enumerate(self.segments):
            if parts and size + segment.documents > BLOCK:
                blocks.append(self._block(parts, keeps, base))
                base += size
                parts, size = [], 0
            parts.append(Part(segment, number, size))
            size += segment.documents
        return [*blocks, self._block(parts, keeps, base)] if parts else blocks

    @staticmethod
    def _block(parts: list[Part], keeps: list[Mask], base: int) -> Block:
        return Block(parts, base, np.concatenate([keeps[part.number] for part in parts]))

    def fields(self, name: str) -> list[Field]:
        """The field in each segment."""
        return self._fields[name]

    def filled(self, name: str) -> bool:
        """Whether any document has something in the field."""
        return self._filled[name]

    def spoken(self, number: int) -> int:
        """The languages of a segment's documents, as bits."""
        return self._spoken[number]

    def signatures(self, field: Field) -> Signatures:
        """The signatures of a field's words, made when they are first asked for."""
        found = self._signatures.get(field)
        if found is None:
            found = self._signatures[field] = Signatures(field)
            self.read(field.size)
        return found

    def norm(self, block: Block, name: str) -> Floats:
        """K1·((1−B) + B·length/average length) of a field for each of a block's documents; of all fields for ""."""
        return block.norm(name, self._averages)

    def warm(self) -> None:
        """Compute what a first search would otherwise wait for."""
        for block in self.blocks:
            self.norm(block, "")
        for fields in self._fields.values():
            for field in fields:
                field.find(b"")
        self.read(0)

    def read(self, steps: int) -> None:
        """Take note that so many postings, places and words were looked at.

        After many the system may have the memory of the pages back; they are read again when they are needed.
        """
        self._read += steps
        if self._read > _RELEASED_AFTER:
            self._read = 0
            for segment in self.segments:
                segment.release()


class Snapshot(Segments):
    """A generation of the index. `before` is an older one of the same folder, whose open segments are taken over."""

    def __init__(self, folder: Path, generation: int, before: "Snapshot | None" = None) -> None:
        toc = read_toc(folder, generation)
        self.generation = generation
        self.cursor: IndexCursor | None = toc.schema.cursor
        names = [segment.make_filename(EXTENSION) for segment in toc.segments]
        self.files = [toc_name(generation), *names]
        opened = dict(zip(before.files[1:], before.segments, strict=True)) if before is not None else {}
        segments: list[Segment] = [
            opened.get(name) or open_segment(folder, segment) for name, segment in zip(names, toc.segments, strict=True)
        ]
        super().__init__(segments, [keep_mask(segment) for segment in toc.segments])
        if before is not None:
            fields = {field for own in self._fields.values() for field in own}
            self._signatures = {field: made for field, made in before._signatures.items() if field in fields}
