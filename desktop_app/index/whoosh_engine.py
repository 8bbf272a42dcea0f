"""The full-text index of an archive: Whoosh's schema, commits and segments, our codec and evaluator."""

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from desktop_app.index import manifest as manifests
from desktop_app.index.engine import Cancelled, IndexUnreadableError, Matches, never
from desktop_app.index.evaluation.evaluator import Evaluator
from desktop_app.index.evaluation.fuzzy import similar
from desktop_app.index.evaluation.searcher import Snapshot
from desktop_app.index.failures import reading, writing
from desktop_app.index.manifest import Entry
from desktop_app.index.segments.bulk import Built
from desktop_app.index.segments.storage import NAME, DurableStorage, create
from desktop_app.index.segments.writer import Commit
from desktop_app.index.text import analysis
from desktop_app.model.documents import Document, IndexCursor
from desktop_app.model.errors import ArchiveBusyError
from desktop_app.model.query import Node

_SPELLED: Final = ("title", "text")
_FARTHEST: Final = 2  # letters by which a word that was meant may differ
_SUGGESTED_FROM: Final = 2000  # words of one segment; a shorter beginning than that is no use as a suggestion


class WhooshEngine:
    """An `Engine` in a folder of its own.

    Opens generation `generation`, by default the newest, and makes an empty index where the folder holds none.
    Compare the folder with its manifest first: opening a TOC that somebody else wrote would run their code.
    Raises IndexUnreadableError.
    """

    def __init__(self, folder: Path, generation: int | None = None) -> None:
        self.folder = folder
        self._write_lock = threading.Lock()
        if generation is None and not (folder.is_dir() and any(folder.glob(f"*{NAME}_*"))):
            with writing():
                create(folder)
        self._snapshot = self._open(generation)

    def _open(self, generation: int | None, before: Snapshot | None = None) -> Snapshot:
        # A commit of another process may delete files between our reading the TOC and opening them.
        for _ in range(3):
            wanted = self._newest() if generation is None else generation
            try:
                with reading():
                    return Snapshot(self.folder, wanted, before)
            except IndexUnreadableError:
                if generation is not None or self._newest() == wanted:
                    raise
        raise IndexUnreadableError("The search index changes faster than it can be opened; please try again.")

    def _newest(self) -> int:
        with reading():
            found = manifests.generations(self.folder)
        if not found:
            raise IndexUnreadableError("The search index has lost its table of contents; it has to be built again.")
        return found[-1]

    @property
    def generation(self) -> int:
        """The number of the commit that is open."""
        return self._snapshot.generation

    def apply(self, upserts: Iterable[Document], removals: Iterable[int], cursor: IndexCursor) -> None:
        """Remove, then add or replace, and move the cursor: one commit, on the disk when this returns.

        Doing the same again changes nothing but the files. Memory stays bounded however many documents come.
        Raises ArchiveBusyError while another process writes, DiskFullError, ReadOnlyError, IndexUnreadableError.
        """
        self._write(lambda commit: commit.apply(upserts, removals, cursor))

    def adopt(self, built: Sequence[Built], cursor: IndexCursor) -> None:
        """Take segments that builders left in the folder into the index and move the cursor, in one durable commit.

        No article may be in two of them, nor in the index already. Raises as `apply` does.
        """
        self._write(lambda commit: commit.adopt(built, cursor))

    def _write(self, work: Callable[[Commit], int]) -> None:
        lock = DurableStorage(str(self.folder)).lock(f"{NAME}_WRITELOCK")
        with self._write_lock, writing():
            if not lock.acquire():
                raise ArchiveBusyError("Another program is writing this archive's search index. Please wait.")
            try:
                before = self._snapshot
                with reading():
                    opened = dict(zip(before.files[1:], before.segments, strict=True))
                    commit = Commit(self.folder, before.generation, opened)
                generation = work(commit)
            finally:
                lock.release()
            self._snapshot = self._open(generation, self._snapshot)

    def cursor(self) -> IndexCursor | None:
        """How far the index has read; None where it is new."""
        return self._snapshot.cursor

    def match(self, node: Node, *, above: int = 0, cancelled: Cancelled = never) -> Matches:
        """All documents that match a query without filters, with their scores, or those of articles above a number.

        Raises QueryRefusedError, CancelledError once `cancelled()` is true, and IndexUnreadableError.
        """
        with reading():
            return Evaluator(self._snapshot, cancelled, above).run(node)

    def count(self) -> int:
        """Number of documents."""
        return int(np.count_nonzero(self._snapshot.live))

    def ids(self) -> npt.NDArray[np.int64]:
        """The ids of all documents, ascending."""
        snapshot = self._snapshot
        return np.sort(snapshot.ids[snapshot.live])

    def vocabulary_prefix(self, prefix: str, limit: int = 20) -> list[tuple[str, int]]:
        """Words of titles and texts that begin with `prefix`, folded, with their number of documents."""
        folded = analysis.fold_prefix(prefix).encode()
        counts: Counter[bytes] = Counter()
        with reading():
            for name in _SPELLED if folded else ():
                for field in self._snapshot.fields(name):
                    low, high = field.prefix_range(folded)
                    frequencies = np.diff(np.asarray(field.posts)[low : high + 1])
                    frequent = np.argsort(-frequencies, kind="stable")[: max(_SUGGESTED_FROM, limit)]
                    for at in frequent.tolist():
                        counts[field.term(low + at)] += int(frequencies[at])
        return [(word.decode(), count) for word, count in counts.most_common(limit)]

    def similar_words(self, word: str, limit: int = 5) -> list[tuple[str, int]]:
        """Words of titles and texts one or two letters away from `word`, folded, with their number of documents.

        Those one letter away come first, then those that stand in many documents.
        """
        form = analysis.whole_form(analysis.pieces(word))
        counts: Counter[bytes] = Counter()
        nearness: dict[bytes, int] = {}
        with reading():
            for name in _SPELLED if form else ():
                for field in self._snapshot.fields(name):
                    numbers, distances = similar(field, self._snapshot.signatures(field), form, _FARTHEST)
                    for number, distance in zip(numbers.tolist(), distances.tolist(), strict=True):
                        if distance:
                            found = field.term(number)
                            nearness[found] = distance
                            counts[found] += field.posts[number + 1] - field.posts[number]
        common = {found: count for found, count in counts.items() if count > 1} or counts
        ranked = sorted(common, key=lambda found: (nearness[found], -common[found], found))
        return [(found.decode(), common[found]) for found in ranked[:limit]]

    def document_frequencies(self, words: Sequence[str]) -> list[int]:
        """In how many documents' title or text each of these folded words stands."""
        with reading():
            return [self._document_frequency(word.encode()) for word in words]

    def _document_frequency(self, word: bytes) -> int:
        total = 0
        for fields in zip(*(self._snapshot.fields(name) for name in _SPELLED), strict=True):
            numbers = [field.find(word) for field in fields]
            lists = [f.postings(n, n + 1)[0] for f, n in zip(fields, numbers, strict=True) if n >= 0]
            total += sum(map(len, lists))
            if len(lists) == len(_SPELLED):
                total -= len(np.intersect1d(lists[0], lists[1], assume_unique=True))
        return total

    def manifest(self, known: Sequence[Entry] = ()) -> list[Entry]:
        """Names, sizes and hashes of the open commit's files; give the last manifest to read only new ones."""
        with reading():
            return manifests.manifest(self.folder, known, self._snapshot.files)

    def reload(self, generation: int | None = None) -> bool:
        """Open generation `generation` (by default the newest) if it is not the one that is open."""
        wanted = self._newest() if generation is None else generation
        if wanted == self._snapshot.generation:
            return False
        self._snapshot = self._open(generation, self._snapshot)
        return True

    def warm(self) -> None:
        """Read what a first search needs; worth a thread after opening."""
        with reading():
            self._snapshot.warm()

    def close(self) -> None:
        """Searches that still run keep their files until they end; the memory maps go with the last of them."""
