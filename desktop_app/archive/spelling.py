"""What a reader may have meant to write, by the words that the archive knows."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from desktop_app.archive.browse import Browse
from desktop_app.archive.indexing import Indexing
from desktop_app.model.query import Node, Phrase, Term, inner_leaves, positive_prose
from desktop_app.model.query_notices import Notice
from desktop_app.model.query_parts import Repaired, replaced

RARE = 2  # articles: a word in no more of them may be a slip, if one that is spelt alike stands in far more
FAR_MORE = 20  # times as many
_MOST_WORDS = 12  # of a query that are looked at
_SUGGESTED = 3  # words for one
_MOST_TRIED = 8  # neighbours of a word whose articles are looked for
_SHORTEST = 3  # letters
_CJK = "\u2e80"  # where scripts begin that are found by any part of a word

Count = Callable[[Node], int]


class Spelling:
    """Looks for words in a query that stand in no article, or hardly any."""

    def __init__(self, browse: Browse, indexing: Indexing) -> None:
        self._browse = browse
        self._indexing = indexing

    def repairs(self, node: Node, count: Count) -> list[Repaired]:
        """Queries with other words, for each word the likeliest first; all words mended at once comes before that.

        `count` says how many articles a query finds.
        """
        single: list[Repaired] = []
        at_once = node
        mended = 0
        for leaf, word in _words(node):
            suggested = self._suggested(word, count)
            for at, other in enumerate(suggested):
                told = Notice.made("Search for “{word}” instead of “{old}”.", word=other, old=word.text)
                single.append((told, replaced(node, leaf, _respelt(leaf, word, other))))
                if at == 0:
                    at_once = replaced(at_once, leaf, _respelt(leaf, word, other))
                    mended += 1
        if mended < 2:
            return single
        return [(Notice.made("Search for “{query}” instead.", query=str(at_once)), at_once), *single]

    def _suggested(self, word: Term, count: Count) -> list[str]:
        """Words that are spelt much like this one, as they are printed, if this one is hardly to be found."""
        found = count(word)
        engine = self._indexing.engine() if found <= RARE else None
        if engine is None:
            return []
        suggested: list[str] = []
        for form, articles in engine.similar_words(word.text, _MOST_TRIED):
            if articles >= max(found * FAR_MORE, 1):
                printed = _as_typed(self._printed(form), word.text)
                if printed and printed.casefold() not in (word.text.casefold(), *(s.casefold() for s in suggested)):
                    suggested.append(printed)
            if len(suggested) == _SUGGESTED:
                break
        return suggested

    def _printed(self, form: str) -> str:
        """A word of the index as a newspaper printed it, with its umlauts; "" where only the trash still holds it."""
        from desktop_app.index.hits.snippets import hit_spans

        word = Term(form, exact=True)
        listing = self._browse.answer(self._browse.understanding.of(word), sort="-date")
        for number in listing.ids[:1]:
            article = self._browse.article(number)
            for text in (article.text, article.title):
                for start, end in hit_spans(text, word, article.language):
                    return text[start:end]
        return ""


def _as_typed(printed: str, typed: str) -> str:
    """A word as a reader would write it: headlines are often in capitals."""
    if not printed.isupper() or typed.isupper():
        return printed
    return printed.capitalize() if typed[0].isupper() else printed.lower()


def _words(node: Node) -> Iterator[tuple[Term | Phrase, Term]]:
    """The words that a query wants, and the word or phrase in it that each stands in."""
    seen = 0
    for wanted in positive_prose(node):
        for leaf in inner_leaves(wanted):
            if not isinstance(leaf, Term | Phrase):
                continue
            for text in leaf.text.split():
                if len(text) >= _SHORTEST and text.isalpha() and text < _CJK and seen < _MOST_WORDS:
                    seen += 1
                    yield leaf, Term(text, exact=isinstance(leaf, Term) and leaf.exact)


def _respelt(leaf: Term | Phrase, word: Term, other: str) -> Node:
    return replace(leaf, text=" ".join(other if text == word.text else text for text in leaf.text.split(" ")))
