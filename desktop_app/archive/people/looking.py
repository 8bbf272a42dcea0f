"""People and organisations in lists, in articles and beside searches."""

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from desktop_app.archive.people.gathering import Gathering
from desktop_app.archive.session import Session
from desktop_app.model.people import EntityRow, Kind, Mention
from desktop_app.store import people

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from desktop_app.archive.people.tally import Tally

EntitySort = Literal["articles", "mentions", "name", "first", "last"]


class Looking:
    """The verbs that list people and organisations. Safe from any thread."""

    def __init__(self, session: Session, gathering: Gathering) -> None:
        self._session = session
        self._gathering = gathering

    def entity_ids(
        self,
        kind: Kind | None = None,
        text: str = "",
        *,
        sort: EntitySort = "articles",
        descending: bool = True,
        checked: bool = False,
        bare: bool = True,
        tag: str = "",
    ) -> "array[int]":
        """Those who appear in a live article, in order; of equals the one that comes first by name.

        `text`: a form of theirs holds it; `checked`: only what a person has checked counts; `bare`: also those of whom
        only a surname is known; `tag`: they carry it.
        """
        import numpy as np

        connection = self._session.reader()
        tally = self._gathering.tally(checked=checked)
        if tally.size == 1:
            return array("q")
        order = np.frombuffer(people.by_name(connection, kind), np.int64)
        order = order[order < tally.size]
        wanted = (tally.articles > 0) & tally.appearances.cast.of_kind(kind)
        if not bare:
            wanted &= ~tally.appearances.cast.bare
        for only in ([people.holding(connection, text)] if text.strip() else []) + (
            [array("q", people.tagged(connection, tag))] if tag else []
        ):
            mask = np.zeros(tally.size, bool)
            known = np.frombuffer(only, np.int64) if only else np.empty(0, np.int64)
            mask[known[known < tally.size]] = True
            wanted &= mask
        order = order[wanted[order]]
        if sort == "name":
            order = order[::-1] if descending else order
        else:
            column = _column(tally, sort)[order]
            # Undated ones come last either way.
            column = np.where(column == 0, -1, column) if descending else np.where(column == 0, 1 << 40, column)
            order = order[np.argsort(-column if descending else column, kind="stable")]
        return array("q", order.tobytes())

    def entity_rows(self, ids: Sequence[int]) -> list[EntityRow]:
        """What a table shows of these, in this order; those that are gone are left out."""
        connection = self._session.reader()
        if not people.there(connection):
            return []
        tally = self._gathering.tally()
        known = people.facts(connection, ids)
        roles = people.main_roles(connection, ids)
        rows = []
        for number in ids:
            fact = known.get(number)
            if fact is None:
                continue
            counted = number < tally.size
            rows.append(
                EntityRow(
                    id=number,
                    kind=fact.kind,
                    name=fact.name,
                    articles=int(tally.articles[number]) if counted else 0,
                    mentions=int(tally.all_mentions[number]) if counted else 0,
                    forms=fact.forms,
                    first=day(int(tally.first[number])) if counted else "",
                    last=day(int(tally.last[number])) if counted else "",
                    role=roles.get(number, ""),
                    tags=fact.tags,
                    bare=fact.bare,
                    checked=fact.checked,
                    rejected=fact.rejected,
                    noted=fact.noted,
                )
            )
        return rows

    def entity_named(self, text: str, kind: Kind) -> list[int]:
        """The entities that a reader means by a name form, words of one, or `#` and a number."""
        connection = self._session.reader()
        return people.meant(connection, kind, text) if people.there(connection) else []

    def entities(self, text: str = "", *, kind: str = "", limit: int = 100) -> list[dict[str, Any]]:
        """People and organisations whose name holds `text`, most articles first, as the command line tells of them."""
        wanted: Kind | None = "person" if kind == "person" else "organisation" if kind == "organisation" else None
        ids = self.entity_ids(wanted, text)[:limit]
        written = people.forms(self._session.reader(), ids) if ids else {}
        return [
            {
                "id": row.id,
                "kind": row.kind,
                "name": row.name,
                "names": written.get(row.id, []),
                "articles": row.articles,
                "mentions": row.mentions,
                "roles": [row.role] if row.role else [],
                "tags": [name for name, _ in row.tags],
            }
            for row in self.entity_rows(ids)
        ]

    def mentions(self, article: int) -> list[Mention]:
        """The mentions in an article's text, from its beginning on; rejected ones are left out."""
        return people.mentions(self._session.reader(), article)

    def roles_in(self, article: int) -> dict[int, str]:
        """What an article says that people are ("Hauptgeschäftsführer, IHK Aachen"), by entity."""
        connection = self._session.reader()
        return people.roles_in(connection, article) if people.there(connection) else {}


def _column(tally: "Tally", sort: EntitySort) -> "NDArray[np.int64]":
    if sort == "articles":
        return tally.articles
    if sort == "mentions":
        return tally.all_mentions
    return (tally.first if sort == "first" else tally.last).astype("q")


def day(number: int) -> str:
    """A day yyyymmdd as it is written, "" for 0."""
    return f"{number // 10000:04}-{number // 100 % 100:02}-{number % 100:02}" if number else ""
