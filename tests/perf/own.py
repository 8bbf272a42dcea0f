"""Lesesaal itself among its peers: a real archive, asked through its verbs. Finds all articles, in order."""

import datetime as dt
from collections.abc import Callable
from importlib import import_module

import numpy as np

from desktop_app.archive.archive import Archive
from desktop_app.archive.session import Session, now
from desktop_app.index.engines import engine_of, open_engine
from desktop_app.model.article import ParsedArticle, ParsedFile
from desktop_app.model.dates import PartialDate
from desktop_app.model.query_nodes import And, Fuzzy, Node, Or, Phrase, Prefix, Term
from desktop_app.store import imports, index_queue
from desktop_app.store.articles import ArticleWriter
from tests.perf.peers import BEST, Peer, Run

FORMS: dict[str, Callable[[list[str]], Node]] = {
    "common": lambda words: Term(words[0]),
    "and": lambda words: And(tuple(map(Term, words))),
    "or": lambda words: Or(tuple(map(Term, words))),
    "phrase": lambda words: Phrase(" ".join(words)),
    "prefix": lambda words: Prefix(words[0]),
    "fuzzy": lambda words: Fuzzy(words[0], 1),
    "typing": lambda words: And((Term(words[0]), Prefix(words[1]))),
}


class Own(Peer):
    """The archive, with Whoosh's index of our own codec."""

    name = "own"
    engine = "whoosh"

    def load(self) -> None:
        import_module("desktop_app.index.whoosh_engine")  # as the peers import theirs: modules are not the index
        self.path = self.folder / f"archive-{self.engine}"
        if not self.path.exists():
            self._fill()
        self.archive = Archive.open(self.path)

    def _fill(self) -> None:
        """Put the articles into a store, past the reading of files."""
        session = Session.create(self.path)
        with session.writing() as connection:
            number = imports.begin(connection, {"paths": []}, now())
            writer = ArticleWriter(connection, number, now())
            for article, title, body, source, date in self.rows():
                day = PartialDate.parse(date)
                parsed = ParsedArticle(text=body, title=title, source=source, language="de", date=day)
                writer.add(parsed, ParsedFile(f"{article}.txt", "parsed", sha256=f"{article:064x}"))
        session.close()

    def build(self) -> None:
        if self.engine == self.archive.engine_name():
            self.archive.catch_up()
        else:
            self.archive.use_engine(self.engine)

    def open(self) -> None:
        state = index_queue.state(self.archive.indexing._session.reader())
        folder = self.archive.indexing.folder(state.generation)
        engine = open_engine(engine_of(state.manifest) or self.engine, folder, state.manifest)
        engine.close()

    def size(self) -> int:
        return sum(path.stat().st_size for path in (self.path / "index").rglob("*") if path.is_file())

    def _find(self, query: str, *, facets: bool = False, snippets: bool = False) -> int:
        listing = self.archive.find(query)
        if facets:
            self.archive.facets(listing)
        if snippets:
            self.archive.snippets(listing.ids[:BEST], query)
        return len(listing)

    def _in_index(self, node: Node) -> int:
        """The same as the peers do: the best articles and a total, without the rest of the archive."""
        engine = self.archive.indexing.engine()
        assert engine is not None
        matches = engine.match(node)
        scores = matches.scores
        best = np.argpartition(-scores, BEST)[:BEST] if len(scores) > BEST else np.arange(len(scores))
        best = best[np.argsort(-scores[best], kind="stable")]
        matches.numbering[matches.numbers[best]].tolist()
        return len(matches)

    def kinds(self) -> dict[str, Run]:
        def filtered(words: list[str]) -> str:
            first, last = (dt.date.fromisoformat(day) for day in words[2:])
            return f'{words[0]} source:"{words[1]}" date:{first}..{last}'

        return {
            **{f"index {kind}": lambda words, form=form: self._in_index(form(words)) for kind, form in FORMS.items()},
            "common": lambda words: self._find(words[0]),
            "and": lambda words: self._find(" ".join(words)),
            "or": lambda words: self._find(" OR ".join(words)),
            "phrase": lambda words: self._find('"' + " ".join(words) + '"'),
            "prefix": lambda words: self._find(words[0] + "*"),
            "fuzzy": lambda words: self._find(words[0] + "~1"),
            "typing": lambda words: self._find(f"{words[0]} {words[1]}*"),
            "typed": lambda words: self._find(f"{words[0]} {words[1]}*", facets=True, snippets=True),
            "filter": lambda words: self._find(filtered(words)),
            "facets": lambda words: self._find(words[0], facets=True),
            "snippets": lambda words: self._find(" OR ".join(words), snippets=True),
        }

    def prepare(self, number: int, title: str, body: str) -> None:
        self.archive.note(number % 1000 + 1, body)

    def add(self, number: int, title: str, body: str) -> None:
        self.archive.catch_up()
        self.archive.indexing.engine()


class OwnTantivy(Own):
    """The archive with tantivy as its engine."""

    name = "own-tantivy"
    engine = "tantivy"
