"""One segment of the index as one file of raw little-endian arrays, read through a memory map.

Layout: 8 bytes of magic, the header's length as an unsigned 64-bit number, a JSON header that names each array
with its type, offset and count, then the arrays, each on an 8-byte border. Nothing in it is executable, nothing
is copied into memory, and any number of threads may read at once.
"""

import json
import mmap
import re
import struct
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from zlib import crc32

import numpy as np
import numpy.typing as npt
from whoosh.util.numeric import byte_to_length

from desktop_app.index.segments.postings import Contents, FieldPostings, Ints, Unit, narrow, offsets
from desktop_app.index.text.analysis import LANGUAGES, Language, stemmed

MAGIC: Final = b"LSSEG\x00\x00\x02"
_ALIGN = 8
_SAMPLED = 64
_BUCKET = 4  # words in a bucket of the stems' table, about
_AT_ONCE = 50_000  # words that are stemmed in one go
# Field lengths are kept in one byte each, by Whoosh's own table, so that its scores and ours are the same.
LENGTH_OF_BYTE: Final = np.array([byte_to_length(byte) for byte in range(256)], dtype=np.float32)
_BYTE_BOUNDS = LENGTH_OF_BYTE.astype(np.int64)


def encode_lengths(lengths: Ints) -> npt.NDArray[np.uint8]:
    """Token counts as bytes; `LENGTH_OF_BYTE` turns them back, rounded up."""
    return np.minimum(np.searchsorted(_BYTE_BOUNDS, lengths), 255).astype(np.uint8)


def write_segment(path: Path, contents: Contents) -> None:
    """Write a segment to a new file."""
    arrays: dict[str, npt.NDArray[Any]] = {
        "ids": contents.ids.astype("<i8", copy=False),
        "languages": contents.languages,
        "lead": narrow(contents.lead),
    }
    for unit, breaks in contents.breaks.items():
        arrays[f"{unit}.counts"] = narrow(breaks.counts)
        arrays[f"{unit}.positions"] = narrow(breaks.positions)
    totals: dict[str, int] = {}
    for name, field in contents.fields.items():
        totals[name] = int(field.lengths.sum())
        blob = b"\n".join([b"", *field.terms, b""])
        sizes = np.fromiter(map(len, field.terms), np.int64, len(field.terms))
        arrays[f"{name}.blob"] = np.frombuffer(blob, np.uint8)
        arrays[f"{name}.starts"] = narrow(np.concatenate(([1], 1 + np.cumsum(sizes + 1))))
        arrays[f"{name}.lengths"] = encode_lengths(field.lengths)
        arrays[f"{name}.posts"] = narrow(field.posts)
        arrays[f"{name}.docs"] = narrow(field.docs)
        arrays[f"{name}.freqs"] = narrow(field.freqs)
        arrays[f"{name}.where"] = narrow(field.where)
        arrays[f"{name}.positions"] = narrow(field.positions)
        for language, (buckets, numbers) in stem_tables(field, contents.languages).items():
            arrays[f"{name}.{language}.buckets"], arrays[f"{name}.{language}.words"] = buckets, numbers
    _write_arrays(path, arrays, {"documents": len(contents.ids), "totals": totals})


def _write_arrays(path: Path, arrays: dict[str, npt.NDArray[Any]], about: dict[str, Any]) -> None:
    table = {}
    at = 0
    for name, array in arrays.items():
        table[name] = [array.dtype.str, at, len(array)]
        at += -(-array.nbytes // _ALIGN) * _ALIGN
    header = json.dumps({**about, "arrays": table, "size": at}).encode()
    header += b" " * (-len(header) % _ALIGN)
    with path.open("xb") as file:
        file.write(MAGIC + struct.pack("<Q", len(header)) + header)
        for array in arrays.values():
            file.write(array.data)
            file.write(b"\0" * (-array.nbytes % _ALIGN))


def stem_tables(field: FieldPostings, languages: npt.NDArray[np.uint8]) -> dict[Language, tuple[Ints, Ints]]:
    """For each language a hash table from stems to the numbers of their words, as (buckets, numbers).

    Bucket b is `numbers[buckets[b]:buckets[b + 1]]`. It holds words of several stems, which are stemmed again when it
    is looked into, and neither words that are their own stem (they are found as themselves) nor words that stand in no
    document that may be of this language.
    """
    size = len(field.terms)
    spoken = np.bitwise_or.reduceat(languages[field.docs], field.posts[:-1]) if size else languages[:0]
    found: dict[Language, tuple[list[int], list[int]]] = {language: ([], []) for language in LANGUAGES}
    for first in range(0, size, _AT_ONCE):
        words = [term.decode() for term in field.terms[first : first + _AT_ONCE]]
        for bit, (language, (numbers, hashes)) in enumerate(found.items()):
            own = np.flatnonzero(spoken[first : first + _AT_ONCE] & (1 << bit)).tolist()
            chosen = [words[at] for at in own]
            for at, word, stem in zip(own, chosen, stemmed(chosen, language), strict=True):
                if stem and stem != word:
                    numbers.append(first + at)
                    hashes.append(crc32(stem.encode()))
    return {language: _table(*columns) for language, columns in found.items()}


def _table(numbers: list[int], hashes: list[int]) -> tuple[Ints, Ints]:
    size = 1 << max(len(numbers) // _BUCKET, 1).bit_length()
    bucket = np.array(hashes, np.int64) & (size - 1)
    order = np.argsort(bucket, kind="stable")
    return narrow(offsets(np.bincount(bucket, minlength=size))), narrow(np.array(numbers, np.int64)[order])


def bucket_of(stem: bytes, size: int) -> int:
    """The bucket of a stem in a table of `size` buckets, a power of two."""
    return crc32(stem) & (size - 1)


class Segment:
    """A segment file, opened. Raises OSError or ValueError where the file is not one."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if self._map[:8] != MAGIC:
            raise ValueError(f"{path.name} is no segment of this version")
        (size,) = struct.unpack_from("<Q", self._map, 8)
        self._about: dict[str, Any] = json.loads(self._map[16 : 16 + size])
        self._base = 16 + size
        if self._base + self._about["size"] != len(self._map):
            raise ValueError(f"{path.name} is cut short")
        self.documents: int = self._about["documents"]
        self.ids: npt.NDArray[np.int64] = self.array("ids")
        self.languages: npt.NDArray[np.uint8] = self.array("languages")  # bit 1 German, bit 2 English, 3 unknown
        self.lead: Ints = self.array("lead")  # how many of a text's first positions are its lead
        self._fields: dict[str, Field] = {}
        self._breaks: dict[Unit, tuple[npt.NDArray[np.int64], Ints]] = {}

    def array(self, name: str) -> npt.NDArray[Any]:
        """A read-only view of an array in the file."""
        kind, at, count = self._about["arrays"][name]
        return np.frombuffer(self._map, np.dtype(kind), count, self._base + at)

    def field(self, name: str) -> "Field":
        """The field `name`; raises KeyError where the segment has none."""
        if name not in self._fields:
            self._fields[name] = Field(self, name)
        return self._fields[name]

    def breaks(self, unit: Unit) -> tuple[npt.NDArray[np.int64], Ints]:
        """Where the sentences or paragraphs of texts begin, as (starts, positions).

        Those of document d are `positions[starts[d]:starts[d + 1]]`, ascending and above 0: the first one's beginning
        is left out. A paragraph's beginning is a sentence's as well.
        """
        found = self._breaks.get(unit)
        if found is None:
            found = self._breaks[unit] = offsets(self.array(f"{unit}.counts")), self.array(f"{unit}.positions")
        return found

    def release(self) -> None:
        """Give the memory of the pages read so far back, where the system can; they are read again when needed."""
        if hasattr(mmap, "MADV_DONTNEED"):
            self._map.madvise(mmap.MADV_DONTNEED)

    def field_names(self) -> list[str]:
        """The names of all inverted fields."""
        return list(self._about["totals"])

    def total_length(self, name: str) -> int:
        """Number of tokens in the field over all documents."""
        total: int = self._about["totals"].get(name, 0)
        return total

    def blob_span(self, name: str) -> tuple[mmap.mmap, int, int]:
        """The map, and where in it the field's words begin and end: each has a line end on both sides."""
        _, at, count = self._about["arrays"][f"{name}.blob"]
        return self._map, self._base + at, self._base + at + count


class Field:
    """The inverted field of an opened segment: `FieldPostings`, but memory-mapped."""

    _samples: list[bytes] | None = None  # one in `_SAMPLED` words, so that few have to be read to find one

    def __init__(self, segment: Segment, name: str) -> None:
        self.map: mmap.mmap | bytes
        self.map, self.blob_start, self.blob_end = segment.blob_span(name)
        self.starts = segment.array(f"{name}.starts").data
        self.posts = segment.array(f"{name}.posts").data
        self.docs: Ints = segment.array(f"{name}.docs")
        self.freqs: Ints = segment.array(f"{name}.freqs")
        self.lengths: npt.NDArray[np.uint8] = segment.array(f"{name}.lengths")
        self.where = segment.array(f"{name}.where").data
        self.positions: Ints = segment.array(f"{name}.positions")
        self._stems = {
            language: (
                segment.array(f"{name}.{language}.buckets").data,
                segment.array(f"{name}.{language}.words"),
            )
            for language in LANGUAGES
        }
        self.size = len(self.starts) - 1
        self.documents = segment.documents

    def term(self, number: int) -> bytes:
        """The word with this number, in UTF-8."""
        at = self.blob_start
        return self.map[at + self.starts[number] : at + self.starts[number + 1] - 1]

    def terms(self) -> list[bytes]:
        """All words, in byte order."""
        return self.map[self.blob_start + 1 : self.blob_end - 1].split(b"\n") if self.size else []

    def at_or_after(self, word: bytes) -> int:
        """The number of the first word that is not before `word`; `size` where there is none."""
        low, high = self._stretch(word)
        stretch = self.map[self.blob_start + self.starts[low] : self.blob_start + self.starts[high] - 1]
        return low + bisect_left(stretch.split(b"\n"), word, 0, high - low)

    def find(self, word: bytes) -> int:
        """The number of `word`, or -1."""
        low, high = self._stretch(word)
        begin, end = self.blob_start + self.starts[low] - 1, self.blob_start + self.starts[high]
        at = self.map.find(b"\n%b\n" % word, begin, end)
        return bisect_left(self.starts, at + 1 - self.blob_start, low, high) if at >= 0 else -1

    def _stretch(self, word: bytes) -> tuple[int, int]:
        """Between which numbers `word` would stand, as a half-open range."""
        if self._samples is None:
            self._samples = [self.term(number) for number in range(0, self.size, _SAMPLED)]
        low = max(bisect_right(self._samples, word) - 1, 0) * _SAMPLED
        return low, min(low + _SAMPLED, self.size)

    def prefix_range(self, prefix: bytes) -> tuple[int, int]:
        """The numbers of the words that begin with `prefix`, as a half-open range."""
        low = self.at_or_after(prefix)
        return low, bisect_left(range(self.size), True, lo=low, key=lambda n: not self.term(n).startswith(prefix))

    def containing(self, part: bytes) -> Iterator[int]:
        """The numbers of the words that have `part` in them, ascending."""
        at = self.blob_start
        while (at := self.map.find(part, at, self.blob_end)) >= 0:
            number = bisect_right(self.starts, at - self.blob_start) - 1
            yield number
            at = self.blob_start + self.starts[number + 1]

    def lines(self, pattern: re.Pattern[bytes], low: int, high: int) -> Iterator[int]:
        """Those of the words low … high-1 on which `pattern` matches; it must ask for line ends on both sides."""
        begin, end = self.blob_start + self.starts[low], self.blob_start + self.starts[high]
        for match in pattern.finditer(self.map, begin, end):
            yield bisect_right(self.starts, match.start() - self.blob_start) - 1

    def alike(self, stem: str, language: Language) -> list[int]:
        """The numbers of all words whose stem in a language is `stem`, ascending."""
        buckets, words = self._stems[language]
        bucket = bucket_of(stem.encode(), len(buckets) - 1)
        first = stem[:1].encode()  # which no stemmer changes
        numbers, texts = [], []
        map_, at, starts = self.map, self.blob_start, self.starts
        for number in words[buckets[bucket] : buckets[bucket + 1]].tolist():
            text = map_[at + starts[number] : at + starts[number + 1] - 1]
            if text.startswith(first):
                numbers.append(number)
                texts.append(text.decode())
        own = self.find(stem.encode())
        if own >= 0:  # the table leaves out what is its own stem
            numbers.append(own)
            texts.append(stem)
        found = stemmed(texts, language) if texts else []
        return sorted(number for number, other in zip(numbers, found, strict=True) if other == stem)

    def postings(self, low: int, high: int) -> tuple[Ints, Ints]:
        """Documents and frequencies of the words low … high-1; one word's documents ascend."""
        begin, end = self.posts[low], self.posts[high]
        return self.docs[begin:end], self.freqs[begin:end]

    def positions_of(self, number: int) -> Ints:
        """All positions of a word, `freqs` of them for each of its postings."""
        return self.positions[self.where[number] : self.where[number + 1]]
