"""Listings by family: of the versions of an article only the first one that is listed, until the reader opens it."""

from array import array
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from desktop_app.archive.session import Session
from desktop_app.model.changes import Changes
from desktop_app.model.listing import Listing
from desktop_app.store import families

_TABLES: Final = ("family_members", "articles")
_MANY: Final = 200_000  # articles: fewer are gone through before numpy would be loaded


class Collapsing:
    """Knows who is in which family, until something changes. Safe from any thread."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[int, int] | None = None
        session.on_change.append(self._forget)

    def _forget(self, changes: Changes) -> None:
        if changes.touches(*_TABLES):
            self._known = None

    def collapse(self, listing: Listing, opened: Collection[int] = ()) -> None:
        """Leave only the first of each family in a listing, but all of the families that these articles are in."""
        known = self._known
        if known is None or self._session.read_only:  # another program may write beside this one
            known = self._known = dict(zip(*families.all_members(self._session.reader()), strict=True))
        if known:
            collapse(listing, known, {known[article] for article in opened if article in known})


def collapse(listing: Listing, family_of: Mapping[int, int], opened: Collection[int] = ()) -> None:
    """Bring the versions of one article together at the place of the first; show the others of opened families only."""
    places: dict[int, list[int]] = {}
    for place in _members(listing.ids, family_of):
        places.setdefault(family_of[listing.ids[place]], []).append(place)
    several = {family: found for family, found in places.items() if len(found) > 1}
    if not several:
        return
    ids = listing.ids
    listing.matched = len(ids)
    listing.whole = False
    listing.versions = {ids[found[0]]: len(found) for found in several.values()}
    listing.inside = frozenset(ids[place] for family in several if family in opened for place in several[family][1:])
    closed = (found for family, found in several.items() if family not in opened)
    listing.hidden = {ids[found[0]]: [ids[place] for place in found[1:]] for found in closed}
    shown = {found[0]: found if family in opened else found[:1] for family, found in several.items()}
    left_out = {place for found in several.values() for place in found[1:]}
    listing.ids = _arranged(listing.ids, shown, left_out)
    if listing.scores is not None:
        listing.scores = _arranged(listing.scores, shown, left_out)


def _members(ids: "array[int]", family_of: Mapping[int, int]) -> Sequence[int]:
    """The places of the articles that are in a family."""
    if len(ids) < _MANY:
        return [place for place, article in enumerate(ids) if article in family_of]
    import numpy as np

    known = np.fromiter(family_of, np.int64, len(family_of))
    places: list[int] = np.flatnonzero(np.isin(np.frombuffer(ids, np.int64), known)).tolist()
    return places


def _arranged(column: "array[Any]", shown: Mapping[int, Sequence[int]], left_out: Collection[int]) -> "array[Any]":
    """A column without some places, and others replaced by several."""
    made: array[Any] = array(column.typecode)
    last = 0
    for place in sorted({*shown, *left_out}):
        made.extend(column[last:place])
        made.extend(array(column.typecode, (column[each] for each in shown.get(place, ()))))
        last = place + 1
    made.extend(column[last:])
    return made
