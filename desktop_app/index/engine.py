"""What the archive asks of a full-text index."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Protocol

import numpy as np
import numpy.typing as npt

from desktop_app.index.manifest import Entry
from desktop_app.model.documents import Document, IndexCursor
from desktop_app.model.errors import LesesaalError
from desktop_app.model.query import Node, Notice


class IndexUnreadableError(LesesaalError):
    """The index is damaged, missing or of another version: set it aside and build it anew."""

    code: ClassVar[str] = "index-unreadable"
    exit_code: ClassVar[int] = 4


Cancelled = Callable[[], bool]


def never() -> bool:
    """A search that nobody cancels."""
    return False


@dataclass(slots=True, eq=False)
class Matches:
    """The documents that match: n ascending document numbers, and aligned with them n scores of 0 or more.

    `numbering[number]` is the article's id. It is the same array object for every search of one open commit of an
    engine, so that what is derived from it can be kept; ids need not ascend in it.
    """

    numbers: npt.NDArray[np.int64]
    scores: npt.NDArray[np.float32]
    numbering: npt.NDArray[np.int64]
    notices: list[Notice] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def ids(self) -> npt.NDArray[np.int64]:
        """The articles' ids, aligned with the scores."""
        return self.numbering[self.numbers]


class Engine(Protocol):
    """A full-text index of documents. Reading is safe from any thread; one caller at a time may write.

    Every method may raise IndexUnreadableError.
    """

    def apply(self, upserts: Iterable[Document], removals: Iterable[int], cursor: IndexCursor) -> None:
        """Replace and remove documents and move the cursor, in one durable commit."""

    def cursor(self) -> IndexCursor | None:
        """The cursor of the last commit; None for a new index."""

    def match(self, node: Node, *, above: int = 0, cancelled: Cancelled = never) -> Matches:
        """Answer a query over prose, of all articles or of those numbered higher than `above`.

        Raises QueryRefusedError, and CancelledError once `cancelled()` is true.
        """

    def count(self) -> int:
        """Number of documents."""

    def ids(self) -> npt.NDArray[np.int64]:
        """The ids of all documents, ascending."""

    def vocabulary_prefix(self, prefix: str, limit: int = 20) -> list[tuple[str, int]]:
        """Words that begin with `prefix`, in their folded form, with the number of documents, frequent first."""

    def similar_words(self, word: str, limit: int = 5) -> list[tuple[str, int]]:
        """Words of titles and texts that become `word` by one or two letters changed, added, left out or swapped.

        In their folded form, with the number of documents, the most likely ones first; never `word` itself. Words of
        one document alone come only where there are no others.
        """

    def document_frequencies(self, words: Sequence[str]) -> list[int]:
        """For each word, in its folded form, in how many documents' title or text it stands."""

    def manifest(self, known: Sequence[Entry] = ()) -> list[Entry]:
        """The files of the current commit."""

    def reload(self, generation: int | None = None) -> bool:
        """Take up what another process committed; whether there was anything new."""

    def warm(self) -> None:
        """Read what a first search would otherwise wait for; worth a thread after opening."""

    def close(self) -> None:
        """Let go of files."""
