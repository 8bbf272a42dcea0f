"""One commit of a tantivy index, opened for reading."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from desktop_app.index.evaluation.fuzzy import Signatures
from desktop_app.index.tantivy.writing import CURSOR_ID, make_schema, read_article, read_cursor
from desktop_app.index.text.words import Words
from desktop_app.model.documents import IndexCursor

if TYPE_CHECKING:
    import tantivy

Ids = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


class Snapshot:
    """What later commits do not change. A document's number is its place among the ascending ids.

    Holds 8 bytes for each id and, once a search has asked for words with gaps or errors, the vocabulary.
    """

    def __init__(self, folder: Path, generation: int) -> None:
        import tantivy

        self.generation = generation
        if generation:
            self._index = tantivy.Index.open(str(folder / str(generation)))
        else:
            self._index = tantivy.Index(make_schema())  # in memory, and empty
        self._index.config_reader("manual")
        self._index.reload()
        self.searcher: tantivy.Searcher = self._index.searcher()
        self.schema: tantivy.Schema = self._index.schema
        self.cursor: IndexCursor | None = None
        if generation:
            found = self.searcher.search(tantivy.Query.term_query(self.schema, "id", CURSOR_ID), 1)
            self.cursor = read_cursor(self._stored(found.hits[0][1]))
        self.numbering = np.sort(self.search(tantivy.Query.all_query())[0])
        self.documents = len(self.numbering)
        self._words: dict[str, Words] = {}
        self._signatures: dict[str, Signatures] = {}

    def search(self, query: "tantivy.Query") -> tuple[Ids, Floats]:
        """The ids of all articles that match, and their scores, best first."""
        ids, scores, _ = self.found(query, max(self.searcher.num_docs, 1))
        return ids, scores

    def found(self, query: "tantivy.Query", limit: int) -> "tuple[Ids, Floats, list[tantivy.DocAddress]]":
        """The best articles that match, at most `limit`: ids, scores, and where they are stored."""
        hits = self.searcher.search(query, limit, count=False).hits
        addresses = [address for _, address in hits]
        ids = np.array(self.searcher.fast_field_values("id", addresses), np.int64)
        scores = np.fromiter((score for score, _ in hits), np.float32, len(hits))
        articles = ids != CURSOR_ID
        if not articles.all():
            addresses = [address for address, article in zip(addresses, articles.tolist(), strict=True) if article]
        return ids[articles], scores[articles], addresses

    def pieces(self, address: "tantivy.DocAddress") -> tuple[str, list[list[str]]]:
        """The language of an article, and the pieces of its title, text and note."""
        return read_article(self._stored(address))

    def _stored(self, address: "tantivy.DocAddress") -> bytes:
        return bytes(self.searcher.doc(address).get_first("stored") or b"")

    def frequency(self, word: str, names: Sequence[str]) -> int:
        """In how many articles a word stands, in one of these fields or more."""
        counts = [self.searcher.doc_freq(name, word) for name in names]
        if sum(map(bool, counts)) < 2:
            return int(sum(counts))
        import tantivy

        either = [(tantivy.Occur.Should, tantivy.Query.term_query(self.schema, name, word)) for name in names]
        return len(self.found(tantivy.Query.boolean_query(either), self.searcher.num_docs)[0])

    def words(self, name: str) -> Words:
        """The vocabulary of a field."""
        if name not in self._words:
            self._words[name] = Words(self.searcher.terms_with_prefix(name, ""), self.documents)
        return self._words[name]

    def signatures(self, name: str) -> Signatures:
        """What finding similar words of a field needs."""
        if name not in self._signatures:
            self._signatures[name] = Signatures(self.words(name))
        return self._signatures[name]
