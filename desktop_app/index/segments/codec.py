"""Our segment files as a Whoosh codec, so that Whoosh's own readers and searcher work on the same index.

The program's searches take the numpy evaluator over the same files; Whoosh's searcher is what the tests compare
it with. Segments are written by `index.segments.writer` in one go, not through a codec's per-document writers.
"""

from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from whoosh import columns
from whoosh.codec import base
from whoosh.codec.whoosh3 import W3Segment
from whoosh.matching import ListMatcher
from whoosh.reading import TermInfo, TermNotFound

from desktop_app.index.segments.segment import LENGTH_OF_BYTE, Field, Segment

EXTENSION: Final = ".lsg"

Term = tuple[str, bytes]


class PressCodec(base.Codec):  # type: ignore[misc]
    """Reads segments for Whoosh."""

    length_stats = False

    def per_document_writer(self, storage: Any, segment: Any) -> Any:
        raise NotImplementedError("segments are written whole")

    def field_writer(self, storage: Any, segment: Any) -> Any:
        raise NotImplementedError("segments are written whole")

    def per_document_reader(self, storage: Any, segment: Any) -> "DocumentReader":
        return DocumentReader(open_segment(Path(storage.folder), segment), segment)

    def terms_reader(self, storage: Any, segment: Any) -> "TermsReader":
        return TermsReader(open_segment(Path(storage.folder), segment))

    def new_segment(self, storage: Any, indexname: str) -> W3Segment:
        return W3Segment(self, indexname)


def open_segment(folder: Path, segment: W3Segment) -> Segment:
    """Open the file of one of the TOC's segments and check that it holds what the TOC says."""
    opened = Segment(folder / segment.make_filename(EXTENSION))
    if opened.documents != segment.doc_count_all():
        raise ValueError(f"{segment.segment_id()} does not hold the documents that the index lists")
    return opened


class DocumentReader(base.PerDocumentReader):  # type: ignore[misc]
    """Lengths, ids and deletions of one segment."""

    def __init__(self, opened: Segment, segment: W3Segment) -> None:
        self._opened = opened
        self._segment = segment

    def doc_count(self) -> int:
        return int(self._segment.doc_count())

    def doc_count_all(self) -> int:
        return self._opened.documents

    def has_deletions(self) -> bool:
        return bool(self._segment.has_deletions())

    def is_deleted(self, docnum: int) -> bool:
        return bool(self._segment.is_deleted(docnum))

    def deleted_docs(self) -> Any:
        return self._segment.deleted_docs()

    def supports_columns(self) -> bool:
        return True

    def has_column(self, fieldname: str) -> bool:
        return fieldname == "id"

    def column_reader(self, fieldname: str, column: Any) -> "IdReader":
        return IdReader(self._opened.ids.tolist())

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        return int(LENGTH_OF_BYTE[self._opened.field(fieldname).lengths[docnum]])

    def field_length(self, fieldname: str) -> int:
        return self._opened.total_length(fieldname)

    def min_field_length(self, fieldname: str) -> int:
        return int(LENGTH_OF_BYTE[self._opened.field(fieldname).lengths.min()])

    def max_field_length(self, fieldname: str) -> int:
        return int(LENGTH_OF_BYTE[self._opened.field(fieldname).lengths.max()])

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        return {}


class IdReader(columns.ColumnReader):  # type: ignore[misc]
    """The articles' ids by document number."""

    def __init__(self, ids: list[int]) -> None:
        self._ids = ids

    def __getitem__(self, docnum: int) -> int:
        return self._ids[docnum]

    def __len__(self) -> int:
        return len(self._ids)

    def sort_key(self, docnum: int) -> int:
        return self._ids[docnum]


class TermsReader(base.TermsReader):  # type: ignore[misc]
    """Words and posting lists of one segment."""

    def __init__(self, opened: Segment) -> None:
        self._opened = opened

    def indexed_field_names(self) -> list[str]:
        return self._opened.field_names()

    def _locate(self, fieldname: str, text: bytes) -> tuple[Field, int]:
        if fieldname in self._opened.field_names():
            field = self._opened.field(fieldname)
            number = field.find(text)
            if number >= 0:
                return field, number
        raise TermNotFound(f"No term {fieldname}:{text!r}")

    def __contains__(self, term: Term) -> bool:
        try:
            self._locate(*term)
        except TermNotFound:
            return False
        return True

    def cursor(self, fieldname: str, fieldobj: Any) -> Any:
        raise NotImplementedError("spelling goes over the vocabulary, not over a cursor")

    def terms(self) -> Iterator[Term]:
        for name in sorted(self._opened.field_names()):
            yield from self.terms_from(name, b"", alone=True)

    def terms_from(self, fieldname: str, prefix: bytes, *, alone: bool = False) -> Iterator[Term]:
        """Terms from `prefix` on; like Whoosh's own, through the fields that follow unless `alone`."""
        names = sorted(self._opened.field_names())
        for name in [fieldname] if alone else names[names.index(fieldname) :]:
            field = self._opened.field(name)
            first = field.at_or_after(prefix) if name == fieldname else 0
            for number in range(first, field.size):
                yield name, field.term(number)

    def items(self) -> Iterator[tuple[Term, TermInfo]]:
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[Term, TermInfo]]:
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        field, number = self._locate(fieldname, text)
        docs, freqs = field.postings(number, number + 1)
        lengths = LENGTH_OF_BYTE[field.lengths[docs]]
        return TermInfo(
            weight=float(freqs.sum()),
            df=len(docs),
            minlength=int(lengths.min()),
            maxlength=int(lengths.max()),
            maxweight=float(freqs.max()),
            minid=int(docs[0]),
            maxid=int(docs[-1]),
        )

    def frequency(self, fieldname: str, text: bytes) -> float:
        return float(self.term_info(fieldname, text).weight()) if (fieldname, text) in self else 0.0

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        return int(self.term_info(fieldname, text).doc_frequency()) if (fieldname, text) in self else 0

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> ListMatcher:
        field, number = self._locate(fieldname, text)
        docs, freqs = field.postings(number, number + 1)
        values: list[bytes] = []
        positions, at = field.positions_of(number).tolist(), 0
        for count in freqs.tolist():
            values.append(format_.encode(positions[at : at + count]))
            at += count
        return ListMatcher(
            docs.tolist(),
            array("f", freqs.tolist()),
            values,
            format_,
            scorer=scorer,
            term=(fieldname, text),
            terminfo=self.term_info(fieldname, text),
        )
