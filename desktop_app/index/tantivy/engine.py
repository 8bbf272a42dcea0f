"""The full-text index of an archive in tantivy, for archives that are very large; an optional extra."""

import errno
import shutil
import threading
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from desktop_app.index.engine import Cancelled, IndexUnreadableError, Matches, never
from desktop_app.index.evaluation.fuzzy import similar
from desktop_app.index.failures import DAMAGE, writing
from desktop_app.index.manifest import Entry
from desktop_app.index.segments.storage import DurableStorage
from desktop_app.index.tantivy import folder as tantivy_folder
from desktop_app.index.tantivy.matching import Evaluation
from desktop_app.index.tantivy.snapshot import Snapshot
from desktop_app.index.tantivy.writing import CURSOR_ID, article_document, cursor_document, make_schema
from desktop_app.index.text import analysis
from desktop_app.model.documents import Document, IndexCursor
from desktop_app.model.errors import ArchiveBusyError
from desktop_app.model.query import Node

if TYPE_CHECKING:
    import tantivy

_MEMORY: Final = 64 << 20  # bytes of words that are collected before they are written
_SPELLED: Final = ("title", "text")
_FARTHEST: Final = 2


class _Reading:
    """Turns whatever a damaged index raises into IndexUnreadableError; tantivy's panics are no `Exception`."""

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None and (isinstance(error, DAMAGE) or type(error).__name__ == "PanicException"):
            raise IndexUnreadableError(
                "The search index cannot be read ({reason}); it has to be built again.", reason=repr(error)[:200]
            ) from error


class TantivyEngine:
    """An `Engine` in a folder of its own; opens generation `generation`, by default the newest.

    tantivy's files hold nothing that is executed. Raises IndexUnreadableError.
    """

    def __init__(self, folder: Path, generation: int | None = None) -> None:
        self.folder = folder
        self._write_lock = threading.Lock()
        self._snapshot = self._open(self._newest() if generation is None else generation)

    def _newest(self) -> int:
        found = tantivy_folder.generations(self.folder)
        return found[-1] if found else 0

    def _open(self, generation: int) -> Snapshot:
        with _Reading():
            return Snapshot(self.folder, generation)

    @property
    def generation(self) -> int:
        """The number of the commit that is open; 0 for a new index."""
        return self._snapshot.generation

    def apply(self, upserts: Iterable[Document], removals: Iterable[int], cursor: IndexCursor) -> None:
        """Remove, then add or replace, and move the cursor: one commit, on the disk when this returns.

        Raises ArchiveBusyError while another process writes, DiskFullError, ReadOnlyError, IndexUnreadableError.
        """
        with self._write_lock, writing():
            self.folder.mkdir(parents=True, exist_ok=True)
            lock = DurableStorage(str(self.folder)).lock("TANTIVY_WRITELOCK")
            if not lock.acquire():
                raise ArchiveBusyError("Another program is writing this archive's search index. Please wait.")
            try:
                generation = self._commit(upserts, removals, cursor)
            finally:
                lock.release()
            self._snapshot = self._open(generation)

    def _commit(self, upserts: Iterable[Document], removals: Iterable[int], cursor: IndexCursor) -> int:
        import tantivy

        old = self._snapshot.generation
        work = tantivy_folder.begin(self.folder, old)
        with _Reading():
            index = tantivy.Index.open(str(work)) if old else tantivy.Index(make_schema(), str(work))
            writer = index.writer(_MEMORY, 1)
        try:
            self._fill(writer, upserts, removals, cursor)
            writer.commit()
            writer.wait_merging_threads()
        except ValueError as error:  # tantivy only says that its writing thread has ended
            if shutil.disk_usage(self.folder).free < _MEMORY:
                raise OSError(errno.ENOSPC, str(error)) from error
            raise
        del writer, index
        tantivy_folder.finish(self.folder, work, old + 1)
        return old + 1

    @staticmethod
    def _fill(
        writer: "tantivy.IndexWriter", upserts: Iterable[Document], removals: Iterable[int], cursor: IndexCursor
    ) -> None:
        for number in chain(removals, [CURSOR_ID]):
            writer.delete_documents_by_term("id", number)
        for document in upserts:
            writer.delete_documents_by_term("id", document.id)  # what was added before this, also just now
            writer.add_document(article_document(document))
        writer.add_document(cursor_document(cursor))

    def cursor(self) -> IndexCursor | None:
        """How far the index has read; None where it is new."""
        return self._snapshot.cursor

    def match(self, node: Node, *, above: int = 0, cancelled: Cancelled = never) -> Matches:
        """All documents that match a query without filters, with their scores, or those of articles above a number.

        Raises QueryRefusedError, CancelledError once `cancelled()` is true, and IndexUnreadableError.
        """
        with _Reading():
            found = Evaluation(self._snapshot, cancelled).run(node)
        if not above:
            return found
        wanted = found.ids > above
        return Matches(found.numbers[wanted], found.scores[wanted], found.numbering, found.notices)

    def count(self) -> int:
        """Number of documents."""
        return self._snapshot.documents

    def ids(self) -> npt.NDArray[np.int64]:
        """The ids of all documents, ascending."""
        return self._snapshot.numbering

    def vocabulary_prefix(self, prefix: str, limit: int = 20) -> list[tuple[str, int]]:
        """Words of titles and texts that begin with `prefix`, folded, with their number of documents."""
        folded = analysis.fold_prefix(prefix)
        counts: Counter[str] = Counter()
        with _Reading():
            for name in _SPELLED if folded else ():
                counts.update(dict(self._snapshot.searcher.terms_with_prefix(name, folded)))
        return counts.most_common(limit)

    def similar_words(self, word: str, limit: int = 5) -> list[tuple[str, int]]:
        """Words of titles and texts one or two letters away from `word`, folded, with their number of documents.

        Those one letter away come first, then those that stand in many documents.
        """
        form = analysis.whole_form(analysis.pieces(word))
        counts: Counter[bytes] = Counter()
        nearness: dict[bytes, int] = {}
        with _Reading():
            for name in _SPELLED if form else ():
                words = self._snapshot.words(name)
                numbers, distances = similar(words, self._snapshot.signatures(name), form, _FARTHEST)
                for number, distance in zip(numbers.tolist(), distances.tolist(), strict=True):
                    if distance:
                        nearness[words.term(number)] = distance
                        counts[words.term(number)] += int(words.counts[number])
        common = {found: count for found, count in counts.items() if count > 1} or counts
        ranked = sorted(common, key=lambda found: (nearness[found], -common[found], found))
        return [(found.decode(), common[found]) for found in ranked[:limit]]

    def document_frequencies(self, words: Sequence[str]) -> list[int]:
        """In how many documents' title or text each of these folded words stands."""
        with _Reading():
            return [self._snapshot.frequency(word, _SPELLED) for word in words]

    def manifest(self, known: Sequence[Entry] = ()) -> list[Entry]:
        """Names, sizes and hashes of the open commit's files; give the last manifest to read only new ones."""
        with _Reading():
            return tantivy_folder.manifest(self.folder, self._snapshot.generation, known)

    def reload(self, generation: int | None = None) -> bool:
        """Open generation `generation` (by default the newest) if it is not the one that is open."""
        wanted = self._newest() if generation is None else generation
        if wanted == self._snapshot.generation:
            return False
        self._snapshot = self._open(wanted)
        return True

    def warm(self) -> None:
        """Read the vocabulary, which a first search with gaps or errors would wait for."""
        with _Reading():
            for name in _SPELLED:
                self._snapshot.words(name)

    def close(self) -> None:
        """Searches that still run keep their files until they end."""
