"""The order made by hand: that of the dossier, or of the screening, which a query asks for."""

import sqlite3
from array import array
from collections.abc import Iterable

from desktop_app.model.query_nodes import And, Filter, Node
from desktop_app.store import dossiers, screenings

_ORDERED = ("dossier", "screening")


def ordering(root: Node) -> Filter | None:
    """The one dossier or screening that every hit must lie in; None where there is none, or several."""
    parts = root.parts if isinstance(root, And) else (root,)
    found = [part for part in parts if isinstance(part, Filter) and part.field in _ORDERED]
    return found[0] if len(found) == 1 else None


def ordered(connection: sqlite3.Connection, node: Filter) -> "array[int]":
    """The articles of that dossier or screening, in its order."""
    if node.field == "dossier":
        return dossiers.in_order(connection, dossiers.meant(connection, node.value))
    return screenings.articles_of(connection, *screenings.asked(connection, node.value))


def put_in_order(connection: sqlite3.Connection, node: Filter, ids: Iterable[int]) -> "array[int]":
    """These articles, all of which lie there, in that order."""
    wanted = set(ids)
    return array("q", (article for article in ordered(connection, node) if article in wanted))
