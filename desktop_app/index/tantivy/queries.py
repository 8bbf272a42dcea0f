"""Prose leaves as tantivy queries. What tantivy cannot say exactly is said too widely, and checked afterwards."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from desktop_app.index.evaluation.fuzzy import similar
from desktop_app.index.evaluation.limits import WORDS, Budget
from desktop_app.index.evaluation.patterns import expression
from desktop_app.index.evaluation.plan import ALIKE
from desktop_app.index.evaluation.searcher import BOOSTS
from desktop_app.index.evaluation.wildcards import Pattern
from desktop_app.index.tantivy.snapshot import Snapshot
from desktop_app.index.tantivy.writing import stem_field
from desktop_app.index.text import analysis
from desktop_app.model.query_nodes import (
    AtLeast,
    Fuzzy,
    Like,
    Near,
    Node,
    Or,
    Phrase,
    Prefix,
    Prose,
    Regex,
    Term,
    Together,
    Wildcard,
)

if TYPE_CHECKING:
    import tantivy

_BOOSTS: Final = {**BOOSTS, "lead": BOOSTS["text"]}
_ANYWHERE: Final = ("title", "text", "note")
_LIKE_PART: Final = 3  # an article is like another if it has one in three of its words


def exact(node: Node) -> bool:
    """Whether `Queries.leaf` finds just what the leaf means."""
    return not (isinstance(node, (Near, Together, AtLeast)) or (isinstance(node, Phrase) and node.slop))


class Queries:
    """Makes queries for one snapshot. Bounds that were hit are told to `budget`."""

    def __init__(self, snapshot: Snapshot, budget: Budget) -> None:
        import tantivy

        self._snapshot = snapshot
        self._schema = snapshot.schema
        self._query = tantivy.Query
        self._occur = tantivy.Occur
        self._budget = budget

    def leaf(self, node: Prose) -> "tantivy.Query":
        """A leaf in whichever of its fields."""
        if isinstance(node, Like):
            return self._like(node)
        field = getattr(node, "field", "")
        return self.any_of([self._in(node, name) for name in ((field,) if field else _ANYWHERE)])

    def any_of(self, queries: "list[tantivy.Query]") -> "tantivy.Query":
        """What one of the queries finds."""
        if len(queries) == 1:
            return queries[0]
        return self._query.boolean_query([(self._occur.Should, query) for query in queries])

    def all_of(self, wanted: "list[tantivy.Query]", unwanted: "list[tantivy.Query] | None" = None) -> "tantivy.Query":
        """What all of `wanted` find and none of `unwanted`."""
        clauses = [(self._occur.Must, query) for query in wanted or [self._query.all_query()]]
        clauses += [(self._occur.MustNot, query) for query in unwanted or []]
        return clauses[0][1] if len(clauses) == 1 else self._query.boolean_query(clauses)

    def nothing(self) -> "tantivy.Query":
        """No article."""
        return self._query.empty_query()

    def unranked(self, query: "tantivy.Query") -> "tantivy.Query":
        """The same without scores."""
        return self._query.const_score_query(query, 0.0)

    def everything(self) -> "tantivy.Query":
        """All articles, each as good as the other."""
        return self.unranked(self._query.all_query())

    def _in(self, node: Node, name: str) -> "tantivy.Query":
        """A leaf, or alternatives of leaves, in one field; empty where a leaf is meant for another field."""
        self._budget.check()
        wanted = getattr(node, "field", "")
        if wanted == "lead" and name == "text":
            name = "lead"
        if wanted not in ("", name):
            return self.nothing()
        for kind, method in _METHODS:
            if isinstance(node, kind):
                return method(self, node, name)
        return self._of_parts(node, name)

    def _of_parts(self, node: Node, name: str) -> "tantivy.Query":
        if isinstance(node, Or):
            return self.any_of([self._in(part, name) for part in node.parts])
        if isinstance(node, (Near, Together)):
            return self.all_of([self._in(part, name) for part in node.parts])
        if isinstance(node, AtLeast):
            return self._in(node.part, name)
        raise NotImplementedError(f"{type(node).__name__} is not answered by the full-text index")

    def _word(self, word: str, name: str, boost: float) -> "tantivy.Query":
        return self._query.boost_query(self._query.term_query(self._schema, name, word), boost)

    def _term(self, node: Term, name: str) -> "tantivy.Query":
        found = analysis.pieces(node.text)
        boost = _BOOSTS[name]
        ways = []
        form = analysis.whole_form(found)
        if form:
            stems = [
                (stem_field(name, language), stem)
                for language in (() if node.exact else analysis.LANGUAGES)
                for stem in analysis.stems(form, language)
            ]
            ways.append(self._word(form, name, boost * (1 - ALIKE) if stems else boost))
            ways += [self._word(stem, field, boost * ALIKE) for field, stem in stems]
        terms = analysis.phrase_terms(node.text)
        if len(terms) > 1:
            ways.append(self._side_by_side(terms, name))
        elif not form and terms:
            ways.append(self._word(terms[0][0], name, boost))
        return self.any_of(ways) if ways else self.nothing()

    def _phrase_or_word(self, node: Phrase, name: str) -> "tantivy.Query":
        """A hyphenated word is quoted for its hyphen, not for its form: "Start-ups" finds Startup too."""
        found = analysis.pieces(node.text)
        if len(found) == 1 and analysis.joined(found[0]):
            return self._term(Term(node.text), name)
        terms = analysis.phrase_terms(node.text)
        if node.slop and len(terms) > 1:
            return self.all_of([self._word(word, name, _BOOSTS[name]) for word in dict.fromkeys(w for w, _ in terms)])
        if len(terms) > 1:
            return self._side_by_side(terms, name)
        return self._word(terms[0][0], name, _BOOSTS[name]) if terms else self.nothing()

    def _side_by_side(self, terms: list[tuple[str, int]], name: str) -> "tantivy.Query":
        words = [(offset, word) for word, offset in terms]
        return self._query.boost_query(self._query.phrase_query(self._schema, name, list(words)), _BOOSTS[name])

    def _prefix(self, node: Prefix, name: str) -> "tantivy.Query":
        found = analysis.pieces(node.text)
        if not found:
            return self.nothing()
        if analysis.is_cjk(found[-1]):
            return self._term(Term(node.text, exact=True), name)
        prefix = analysis.fold_prefix(found[-1])  # letters and digits only, which mean themselves
        query = self._query.regex_query(self._schema, name, f"{prefix}.*")
        if len(found) > 1:  # U.S.-amerik*: what stands before the last word must be there as well
            whole = "text" if name == "lead" else name
            return self.all_of([query, self._term(Term(" ".join(found[:-1]), exact=True), whole)])
        return query

    def _wildcard(self, node: Wildcard, name: str) -> "tantivy.Query":
        return self._fitting(Pattern(node.pattern).fitting(self._snapshot.words(name)), str(node), name)

    def _regex(self, node: Regex, name: str) -> "tantivy.Query":
        return self._fitting(expression(node.pattern).numbers(self._snapshot.words(name)), str(node), name)

    def _fuzzy(self, node: Fuzzy, name: str) -> "tantivy.Query":
        """The word itself before those that are nearly it. Japanese has no letters to spare."""
        form = analysis.whole_form(analysis.pieces(node.text))
        if not form:
            return self._term(Term(node.text, exact=True), name)
        numbers, _ = similar(self._snapshot.words(name), self._snapshot.signatures(name), form, node.distance)
        near = self._query.boost_query(self._fitting(numbers.tolist(), str(node), name), ALIKE)
        return self.any_of([self._word(form, name, _BOOSTS[name]), near])

    def _fitting(self, numbers: Iterable[int], pattern: str, name: str) -> "tantivy.Query":
        """Any of these words of the vocabulary."""
        words = self._snapshot.words(name)
        found: list[str] = []
        for number in numbers:
            if len(found) == WORDS:
                self._budget.cut(pattern)
                break
            if len(found) % 1024 == 0:
                self._budget.check()
            found.append(words.term(number).decode())
        return self._query.term_set_query(self._schema, name, found) if found else self.nothing()

    def _like(self, node: Like) -> "tantivy.Query":
        words = dict.fromkeys(node.words)
        if not words:
            return self.nothing()
        ways = [
            (self._occur.Should, self.any_of([self._word(word, name, _BOOSTS[name]) for name in _ANYWHERE]))
            for word in words
        ]
        return self._query.boolean_query(ways, minimum_number_should_match=-(-len(words) // _LIKE_PART))


_METHODS: "Final[tuple[tuple[type[Prose], Callable[..., tantivy.Query]], ...]]" = (
    (Term, Queries._term),
    (Phrase, Queries._phrase_or_word),
    (Prefix, Queries._prefix),
    (Wildcard, Queries._wildcard),
    (Regex, Queries._regex),
    (Fuzzy, Queries._fuzzy),
)
