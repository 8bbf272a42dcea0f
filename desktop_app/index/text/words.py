"""A vocabulary in memory that is searched like that of a segment's field."""

from collections.abc import Sequence

import numpy as np

from desktop_app.index.segments.segment import Field


class Words(Field):
    """The distinct words of a field with the number of documents of each; it has no postings.

    What finds words (`similar`, `Pattern`, `find`, `prefix_range` …) works on it as on a field of a segment.
    """

    def __init__(self, counted: Sequence[tuple[str, int]], documents: int) -> None:
        found = sorted((word.encode(), count) for word, count in counted)
        blob = b"\n".join([b"", *(word for word, _ in found), b""])
        sizes = np.fromiter((len(word) for word, _ in found), np.int64, len(found))
        self.map = blob
        self.blob_start, self.blob_end = 0, len(blob)
        self.starts = np.concatenate(([1], 1 + np.cumsum(sizes + 1))).astype("<u4").data
        self.counts = np.fromiter((count for _, count in found), np.int64, len(found))
        self.size = len(found)
        self.documents = documents
