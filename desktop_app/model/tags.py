"""Tags: their names as paths, rules that put them on, and what a change of one would change."""

from dataclasses import dataclass
from typing import Final, Literal

from desktop_app.model.query_values import names, renamed

COLOURS: Final = 12  # the theme has as many
KEYS: Final = range(1, 10)
Origin = Literal["reader", "file", "rule"]
Verb = Literal["rename", "merge", "delete"]


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag with what carries it; of the `articles` outside the trash no reader tagged those of `machine`."""

    id: int
    name: str
    colour: int
    key: int  # 1 to 9; 0: none
    articles: int = 0
    machine: int = 0
    annotations: int = 0
    people: int = 0
    organisations: int = 0
    rules: int = 0


@dataclass(frozen=True, slots=True)
class TagRule:
    """A query whose articles get a tag, now and whenever others come. `articles` is how many have it from this rule."""

    id: int
    tag: str
    colour: int
    query: str
    active: bool
    created: str  # ISO 8601, UTC
    articles: int = 0


@dataclass(frozen=True, slots=True)
class RulePreview:
    """What a rule would do at once: how many articles its query finds, and how many of them would get the tag."""

    found: int
    new: int
    refused: int  # articles from which the reader has taken the tag


@dataclass(frozen=True, slots=True)
class TagPreview:
    """What a change of a tag, and of all below it, would change. Nothing is changed by asking.

    `names` are (name, new name) of each tag, the new one "" where it goes; `searches` are (name, query, new query) of
    the saved searches and screenings that are written anew, or, when tags are deleted, go on asking for them.
    """

    verb: Verb
    names: tuple[tuple[str, str], ...]
    joined: tuple[str, ...] = ()  # of the new names those that are there already
    articles: int = 0
    trashed: int = 0  # of the articles
    annotations: int = 0
    people: int = 0
    organisations: int = 0
    rules: int = 0
    searches: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class TagSuggestion:
    """A tag that articles like these carry; `score` is 0 to 1, `articles` are those that carry it, the likest first."""

    id: int
    name: str
    colour: int
    score: float
    articles: tuple[int, ...] = ()


def is_in(name: str, parent: str) -> bool:
    """Whether a tag is another or stands below it."""
    return name == parent or name.startswith(f"{parent}/")


def moved(name: str, old: str, new: str) -> str:
    """The name of a tag after `old`, and with it all below, has become `new`."""
    return new + name[len(old) :] if is_in(name, old) else name


def asks_for(query: str, name: str) -> bool:
    """Whether a query has a filter by a tag or one below it."""
    return names(query, "tag", name)


def retagged(query: str, old: str, new: str) -> str:
    """The text of a query with its filters by the tag `old`, and by all below it, asking for `new` instead."""
    return renamed(query, "tag", old, new)
