"""The engines beside which we are measured, each in a process of its own that is asked in lines of JSON.

`articles.db` in the peer's folder has a table a(id, title, body, source, date). What a peer does is told in `worker`.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

BEST = 50
Run = Callable[[list[str]], int]


class Peer:
    """One engine over the articles of `articles.db`."""

    name = ""
    share = 1.0  # of the articles that are indexed; what is measured on less is extrapolated

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.db = sqlite3.connect(folder / "articles.db")
        self.load()

    def load(self) -> None:
        """Import the engine."""

    def build(self) -> None:
        """Make the index of all articles."""
        raise NotImplementedError

    def settle(self) -> None:
        """Whatever makes a new index quicker to search; this is not counted."""

    def open(self) -> None:
        """Open the index."""
        raise NotImplementedError

    def kinds(self) -> dict[str, Run]:
        """What answers each kind of query; a query's words come in a list."""
        raise NotImplementedError

    def prepare(self, number: int, title: str, body: str) -> None:
        """Whatever must be done before an article can be added to the index, and is not the index's work."""

    def add(self, number: int, title: str, body: str) -> None:
        """Add an article and make it findable."""
        raise NotImplementedError

    def size(self) -> int:
        """Bytes that the index takes on the disk."""
        return sum(path.stat().st_size for path in (self.folder / self.name).rglob("*") if path.is_file())

    def rows(self, limit: int = -1) -> Iterator[tuple[Any, ...]]:
        """All articles."""
        return self.db.execute("select id, title, body, source, date from a order by id limit ?", (limit,))

    def texts(self, ids: list[int]) -> dict[int, str]:
        """The texts that snippets are cut from."""
        marks = ",".join("?" * len(ids))
        return dict(self.db.execute(f"select id, body from a where id in ({marks})", ids))


class Fts5(Peer):
    """SQLite's own full-text index, over a table that holds the texts."""

    name = "fts5"

    def load(self) -> None:
        """A copy, since the index lives in the same file as the texts."""
        self.path = self.folder / "fts5.db"
        if not self.path.exists():
            shutil.copyfile(self.folder / "articles.db", self.path)
        self.db = sqlite3.connect(self.path)

    def build(self) -> None:
        self.db.execute("drop table if exists ft")
        self.before = self.path.stat().st_size
        self.db.execute(
            "create virtual table ft using fts5(title, body, content='a', content_rowid='id',"
            " tokenize=\"unicode61 remove_diacritics 2\", prefix='3')"
        )
        with self.db:
            self.db.execute("insert into ft(ft) values ('rebuild')")

    def settle(self) -> None:
        with self.db:
            self.db.execute("insert into ft(ft) values ('optimize')")

    def open(self) -> None:
        self.db.close()
        self.db = sqlite3.connect(self.path)
        self.db.execute("select rowid from ft limit 1").fetchone()

    def _best(self, match: str) -> int:
        self.db.execute("select rowid from ft where ft match ? order by rank limit ?", (match, BEST)).fetchall()
        return int(self.db.execute("select count(*) from ft where ft match ?", (match,)).fetchone()[0])

    def _filtered(self, words: list[str]) -> int:
        where = "from ft join a on a.id = ft.rowid where ft match ? and a.source = ? and a.date between ? and ?"
        self.db.execute(f"select ft.rowid {where} order by ft.rank limit {BEST}", words).fetchall()
        return int(self.db.execute(f"select count(*) {where}", words).fetchone()[0])

    def _facets(self, match: str) -> None:
        self.db.execute(
            "select a.source, substr(a.date, 1, 7), count(*) from ft join a on a.id = ft.rowid where ft match ?"
            " group by 1, 2",
            (match,),
        ).fetchall()

    def _snippets(self, match: str) -> None:
        self.db.execute(
            "select rowid, snippet(ft, 1, '<b>', '</b>', '…', 40) from ft where ft match ? order by rank limit ?",
            (match, BEST),
        ).fetchall()

    def _with_facets(self, match: str) -> int:
        found = self._best(match)
        self._facets(match)
        return found

    def _with_snippets(self, match: str) -> int:
        self._snippets(match)
        return int(self.db.execute("select count(*) from ft where ft match ?", (match,)).fetchone()[0])

    def _typed(self, match: str) -> int:
        found = self._with_snippets(match)
        self._facets(match)
        return found

    def kinds(self) -> dict[str, Run]:
        return {
            "common": lambda words: self._best(words[0]),
            "and": lambda words: self._best(" AND ".join(words)),
            "or": lambda words: self._best(" OR ".join(words)),
            "phrase": lambda words: self._best('"' + " ".join(words) + '"'),
            "prefix": lambda words: self._best(words[0] + "*"),
            "typing": lambda words: self._best(f"{words[0]} AND {words[1]}*"),
            "typed": lambda words: self._typed(f"{words[0]} AND {words[1]}*"),
            "filter": self._filtered,
            "facets": lambda words: self._with_facets(words[0]),
            "snippets": lambda words: self._with_snippets(" OR ".join(words)),
        }

    def prepare(self, number: int, title: str, body: str) -> None:
        with self.db:
            self.db.execute("insert into a values (?, ?, ?, 'x', '2020-01-01')", (number, title, body))

    def add(self, number: int, title: str, body: str) -> None:
        with self.db:
            self.db.execute("insert into ft(rowid, title, body) values (?, ?, ?)", (number, title, body))

    def size(self) -> int:
        return self.path.stat().st_size - self.before


class Tantivy(Peer):
    """tantivy as its own documentation sets it up."""

    name = "tantivy"

    def load(self) -> None:
        import tantivy

        self.t = tantivy

    def _index(self, path: str) -> Any:
        t = self.t
        builder = t.SchemaBuilder()
        builder.add_integer_field("id", indexed=True, fast=True)
        for name in ("title", "text"):
            builder.add_text_field(name, tokenizer_name="folded")
        builder.add_text_field("source", tokenizer_name="raw", fast=True)
        builder.add_date_field("date", indexed=True, fast=True)
        index = t.Index(builder.build(), path)
        analyzer = t.TextAnalyzerBuilder(t.Tokenizer.simple())
        for each in (t.Filter.lowercase(), t.Filter.ascii_fold()):
            analyzer = analyzer.filter(each)
        index.register_tokenizer("folded", analyzer.build())
        return index

    def _document(self, row: tuple[Any, ...]) -> Any:
        import datetime as dt

        number, title, body, source, date = row
        document = self.t.Document()
        document.add_integer("id", number)
        document.add_text("title", title)
        document.add_text("text", body)
        document.add_text("source", source)
        document.add_date("date", dt.datetime.fromisoformat(date).replace(tzinfo=dt.UTC))
        return document

    def build(self) -> None:
        (self.folder / "tantivy").mkdir()
        writer = self._index(str(self.folder / "tantivy")).writer(200_000_000, 1)
        for row in self.rows():
            writer.add_document(self._document(row))
        writer.commit()
        writer.wait_merging_threads()

    def open(self) -> None:
        self.index = self._index(str(self.folder / "tantivy"))
        self.searcher = self.index.searcher()
        self.schema = self.index.schema

    def _word(self, word: str, field: str = "text") -> Any:
        return self.t.Query.term_query(self.schema, field, word)

    def _all(self, queries: list[Any]) -> Any:
        return self.t.Query.boolean_query([(self.t.Occur.Must, each) for each in queries])

    def _any(self, words: list[str]) -> Any:
        return self.t.Query.boolean_query([(self.t.Occur.Should, self._word(word)) for word in words])

    def _prefix(self, word: str) -> Any:
        return self.t.Query.regex_query(self.schema, "text", word + ".*")

    def _best(self, query: Any) -> list[int]:
        result = self.searcher.search(query, BEST, count=True)
        self.found = result.count
        return list(self.searcher.fast_field_values("id", [address for _, address in result.hits]))

    def _count(self, query: Any) -> int:
        self._best(query)
        return int(self.found)

    def _filtered(self, words: list[str]) -> int:
        import datetime as dt

        first, last = (dt.datetime.fromisoformat(day).replace(tzinfo=dt.UTC) for day in words[2:])
        between = self.t.Query.range_query(self.schema, "date", self.t.FieldType.Date, first, last)
        other = [self.t.Query.const_score_query(each, 0.0) for each in (self._word(words[1], "source"), between)]
        return self._count(self._all([self._word(words[0]), *other]))

    def _facets(self, query: Any) -> int:
        counted = {
            "s": {"terms": {"field": "source", "size": 100}},
            "m": {"histogram": {"field": "date", "interval": 2_629_800_000.0}},
        }
        self.searcher.aggregate(query, counted)
        return self._count(query)

    def _snippets(self, query: Any) -> int:
        ids = self._best(query)
        texts = self.texts(ids)
        generator = self.t.SnippetGenerator.create(self.searcher, query, self.schema, "text")
        generator.set_max_num_chars(250)
        for number in ids:
            generator.snippet_from_doc(self.t.Document(text=texts[number])).to_html()
        return int(self.found)

    def kinds(self) -> dict[str, Run]:
        def typing(words: list[str]) -> Any:
            return self._all([self._word(words[0]), self._prefix(words[1])])

        return {
            "common": lambda words: self._count(self._word(words[0])),
            "and": lambda words: self._count(self._all([self._word(word) for word in words])),
            "or": lambda words: self._count(self._any(words)),
            "phrase": lambda words: self._count(self.t.Query.phrase_query(self.schema, "text", list(words))),
            "prefix": lambda words: self._count(self._prefix(words[0])),
            "fuzzy": lambda words: self._count(
                self.t.Query.fuzzy_term_query(self.schema, "text", words[0], distance=1)
            ),
            "typing": lambda words: self._count(typing(words)),
            "typed": lambda words: (self._facets(typing(words)), self._snippets(typing(words)))[1],
            "filter": self._filtered,
            "facets": lambda words: self._facets(self._word(words[0])),
            "snippets": lambda words: self._snippets(self._any(words)),
        }

    def add(self, number: int, title: str, body: str) -> None:
        writer = self.index.writer(15_000_000, 1)
        writer.add_document(self._document((number, title, body, "x", "2020-01-01")))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher = self.index.searcher()
