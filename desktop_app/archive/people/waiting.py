"""Which pairs wait for a decision of the reader's."""

import sqlite3
from typing import TYPE_CHECKING

from desktop_app.store import suggestions
from desktop_app.store.suggestions import Pair

if TYPE_CHECKING:  # the window is drawn before numpy is loaded
    from desktop_app.archive.people.tally import Tally


def waiting(connection: sqlite3.Connection, tally: "Tally", kind: str = "", entity: int = 0) -> list[Pair]:
    """The pairs of a kind, or with one entity, each once, in the order in which they are to be asked about.

    Left out: those of whom one appears in no live article (any more), and those who were said to be different.
    """
    different = suggestions.different(connection)
    there = tally.articles.tolist()
    found: dict[tuple[int, int, int], Pair] = {}
    for pair in suggestions.waiting(connection, kind, entity):
        both = min(pair.a, pair.b), max(pair.a, pair.b)
        if both not in different and both[1] < len(there) and there[pair.a] and there[pair.b]:
            found.setdefault((*both, pair.article), pair)
    return list(found.values())
