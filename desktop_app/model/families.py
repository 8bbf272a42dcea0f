"""Families of articles that are versions of one, as they are shown."""

from dataclasses import dataclass

from desktop_app.model.article import Article, ArticleRow
from desktop_app.model.differences import Piece


@dataclass(frozen=True, slots=True)
class Version:
    """One article of a family; `shared`: what share of the shorter text the longer has, this one's and the first's."""

    row: ArticleRow
    shared: float
    put_there: bool = False  # by the reader


@dataclass(frozen=True, slots=True)
class FamilyPage:
    """The versions of an article with itself, oldest first; empty where it has none."""

    article: int
    versions: tuple[Version, ...] = ()


@dataclass(frozen=True, slots=True)
class FamilyCount:
    """How many families an archive holds, how many articles are in them, and how many wait to be compared."""

    families: int
    articles: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles and what differs in their texts; the pieces' old side is `one`, their new side `other`."""

    one: Article
    other: Article
    pieces: tuple[Piece, ...]
    same: float  # words that both have, as a share of those of the shorter
    one_family: bool  # they count as versions of one
