"""What a reader learns about a search, beside the articles it finds."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Repair:
    """A way to mend a query: what it does in a sentence, the whole query then, and how many articles it finds.

    Where `query` is the one that was examined, it is to be searched in all articles instead of in the view.
    """

    sentence: str  # a Notice, so that it can be translated
    query: str
    count: int


@dataclass(frozen=True, slots=True)
class QueryPart:
    """One word, phrase, bracket or filter that a query asks for."""

    text: str  # as it is printed
    count: int  # articles that fit this part alone
    without: int  # articles that fit the query without this part
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Why a query finds what it finds."""

    query: str
    total: int
    parts: tuple[QueryPart, ...]
    repairs: tuple[Repair, ...] = ()  # of the query as a whole, the best first; each finds more than `total`


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """A hit in its context (keyword in context). `start` and `end` are code points in the article's text."""

    article: int
    start: int
    end: int
    left: str  # on one line, cut at words
    hit: str
    right: str
    title: str
    date: str  # EDTF or ""
    source: str


@dataclass(slots=True)
class Concordance:
    """The hits of a query in the texts of all articles that match, by rank of the article."""

    query: str
    lines: list[ConcordanceLine] = field(default_factory=list)
    articles: int = 0  # that were read
    complete: bool = True  # False where the limit of lines was reached
    notices: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One line of a list of names that was searched: the query made of it, and what it finds."""

    line: str
    query: str
    count: int
    first: str = ""  # EDTF date of the oldest dated hit
    last: str = ""
    notices: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class LoggedSearch:
    """An entry of the search protocol."""

    id: int
    at: str  # ISO 8601, UTC
    query: str
    understood: str
    view: str
    count: int  # articles found then
    archive: int  # articles in the archive then
    highest: int  # the highest article number then: what is above it came later


@dataclass(frozen=True, slots=True)
class SynonymSet:
    """Words and phrases that mean the same to this reader; a search for one finds all."""

    id: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a reader may be about to type, and how many articles have it; None where that says nothing."""

    value: str
    count: int | None = None
