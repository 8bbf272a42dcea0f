"""Two more peers: Xapian, which runs under the system's Python, and Whoosh as it comes."""

from collections.abc import Callable
from typing import Any

from tests.perf.peers import BEST, Peer, Run

_PLAIN = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "Ä": "A", "Ö": "O", "Ü": "U", "ß": "ss"})
_DATE, _SOURCE, _MONTH = range(3)


class Xapian(Peer):
    """Xapian with its own term generator, without stemming."""

    name = "xapian"

    def load(self) -> None:
        import xapian

        self.x = xapian
        self._path = str(self.folder / "xapian")

    def _document(self, row: tuple[Any, ...]) -> Any:
        number, title, body, source, date = row
        document = self.x.Document()
        generator = self.x.TermGenerator()
        generator.set_document(document)
        for text in (title, body):
            generator.index_text(text.translate(_PLAIN))
            generator.increase_termpos()
        document.add_boolean_term("XS" + source)
        document.add_boolean_term(f"Q{number}")
        document.add_value(_DATE, date.replace("-", ""))
        document.add_value(_SOURCE, source)
        document.add_value(_MONTH, date[:7])
        document.set_data(str(number))
        return document

    def build(self) -> None:
        database = self.x.WritableDatabase(self._path, self.x.DB_CREATE_OR_OVERWRITE)
        for row in self.rows():
            database.replace_document(row[0], self._document(row))
        database.commit()
        database.close()

    def open(self) -> None:
        self.database = self.x.Database(self._path)
        self.parser = self.x.QueryParser()
        self.parser.set_database(self.database)

    def _prefix(self, word: str) -> Any:
        return self.parser.parse_query(word + "*", self.x.QueryParser.FLAG_WILDCARD)

    def _found(self, query: Any, *spies: Any) -> Any:
        enquire = self.x.Enquire(self.database)
        enquire.set_query(query)
        for spy in spies:
            enquire.add_matchspy(spy)
        return enquire.get_mset(0, BEST, self.database.get_doccount())

    def _count(self, query: Any) -> int:
        found = self._found(query)
        [match.docid for match in found]
        return int(found.get_matches_estimated())

    def _facets(self, query: Any, *, snippets: bool = False) -> int:
        spies = [self.x.ValueCountMatchSpy(slot) for slot in (_SOURCE, _MONTH)]
        found = self._found(query, *spies)
        for spy in spies:
            list(spy.values())
        if snippets:
            self._cut(found)
        return int(found.get_matches_estimated())

    def _cut(self, found: Any) -> None:
        ids = [match.docid for match in found]
        texts = self.texts(ids)
        for number in ids:
            found.snippet(texts[number].translate(_PLAIN), 250)

    def _snippets(self, query: Any) -> int:
        found = self._found(query)
        self._cut(found)
        return int(found.get_matches_estimated())

    def kinds(self) -> dict[str, Run]:
        query = self.x.Query

        def joined(operator: int, words: list[str]) -> Any:
            return query(operator, [query(word) for word in words])

        def typing(words: list[str]) -> Any:
            return query(query.OP_AND, [query(words[0]), self._prefix(words[1])])

        def filtered(words: list[str]) -> Any:
            between = query(query.OP_VALUE_RANGE, _DATE, *(day.replace("-", "") for day in words[2:]))
            return query(query.OP_FILTER, query(words[0]), query(query.OP_AND, query("XS" + words[1]), between))

        return {
            "common": lambda words: self._count(query(words[0])),
            "and": lambda words: self._count(joined(query.OP_AND, words)),
            "or": lambda words: self._count(joined(query.OP_OR, words)),
            "phrase": lambda words: self._count(joined(query.OP_PHRASE, words)),
            "prefix": lambda words: self._count(self._prefix(words[0])),
            "typing": lambda words: self._count(typing(words)),
            "typed": lambda words: self._facets(typing(words), snippets=True),
            "filter": lambda words: self._count(filtered(words)),
            "facets": lambda words: self._facets(query(words[0])),
            "snippets": lambda words: self._snippets(joined(query.OP_OR, words)),
        }

    def add(self, number: int, title: str, body: str) -> None:
        database = self.x.WritableDatabase(self._path, self.x.DB_OPEN)
        database.replace_document(number, self._document((number, title, body, "x", "2020-01-01")))
        database.commit()
        database.close()
        self.database.reopen()


class Stock(Peer):
    """Whoosh with its own codec, writer and searcher, on the first articles only: it takes too long for all."""

    name = "whoosh"
    _most = 5_000

    def load(self) -> None:
        from whoosh import fields, highlight, index, query, sorting

        self.fields, self.highlight, self.index, self.q, self.sorting = fields, highlight, index, query, sorting
        total = self.db.execute("select count(*) from a").fetchone()[0]
        self.share = min(self._most, total) / total

    def build(self) -> None:
        from whoosh.analysis import LowercaseFilter, RegexTokenizer

        words = RegexTokenizer() | LowercaseFilter()
        f = self.fields
        schema = f.Schema(
            id=f.NUMERIC(stored=True),
            title=f.TEXT(analyzer=words),
            text=f.TEXT(analyzer=words),
            source=f.ID(sortable=True),
            date=f.ID(sortable=True),
        )
        (self.folder / "whoosh").mkdir()
        writer = self.index.create_in(str(self.folder / "whoosh"), schema).writer(limitmb=256)
        for number, title, body, source, date in self.rows(self._most):
            writer.add_document(id=number, title=title, text=body, source=source, date=date)
        writer.commit()

    def open(self) -> None:
        self.opened = self.index.open_dir(str(self.folder / "whoosh"))
        self.searcher = self.opened.searcher()

    def _term(self, word: str) -> Any:
        return self.q.Term("text", word)

    def _count(self, query: Any, **more: Any) -> int:
        results = self.searcher.search(query, limit=BEST, **more)
        [hit["id"] for hit in results]
        return len(results)

    def _facets(self, query: Any) -> int:
        facets = {name: self.sorting.FieldFacet(name, maptype=self.sorting.Count) for name in ("source", "date")}
        results = self.searcher.search(query, limit=BEST, groupedby=facets)
        for name in facets:
            results.groups(name)
        return len(results)

    def _snippets(self, query: Any) -> int:
        results = self.searcher.search(query, limit=BEST)
        results.fragmenter = self.highlight.ContextFragmenter(maxchars=200, surround=40)
        texts = self.texts([hit["id"] for hit in results])
        for hit in results:
            hit.highlights("text", text=texts[hit["id"]], top=2)
        return len(results)

    def kinds(self) -> dict[str, Run]:
        q = self.q

        def several(kind: Callable[[list[Any]], Any], words: list[str]) -> Any:
            return kind([self._term(word) for word in words])

        def typing(words: list[str]) -> Any:
            return q.And([self._term(words[0]), q.Prefix("text", words[1])])

        def between(words: list[str]) -> Any:
            return q.And([q.Term("source", words[1]), q.TermRange("date", *words[2:])])

        return {
            "common": lambda words: self._count(self._term(words[0])),
            "and": lambda words: self._count(several(q.And, words)),
            "or": lambda words: self._count(several(q.Or, words)),
            "phrase": lambda words: self._count(q.Phrase("text", list(words))),
            "prefix": lambda words: self._count(q.Prefix("text", words[0])),
            "fuzzy": lambda words: self._count(q.FuzzyTerm("text", words[0], maxdist=1, prefixlength=1)),
            "typing": lambda words: self._count(typing(words)),
            "typed": lambda words: (self._facets(typing(words)), self._snippets(typing(words)))[1],
            "filter": lambda words: self._count(self._term(words[0]), filter=between(words)),
            "facets": lambda words: self._facets(self._term(words[0])),
            "snippets": lambda words: self._snippets(several(q.Or, words)),
        }

    def add(self, number: int, title: str, body: str) -> None:
        writer = self.opened.writer()
        writer.add_document(id=number, title=title, text=body, source="x", date="2020-01-01")
        writer.commit(merge=False)
        self.searcher.close()
        self.open()
