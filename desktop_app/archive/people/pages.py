"""The page of a person or organisation: names, roles, times, companions, places, sources."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from desktop_app.archive.deciding import unknown
from desktop_app.archive.people.gathering import Gathering
from desktop_app.archive.people.looking import Looking
from desktop_app.archive.people.networks import companions
from desktop_app.archive.people.quoting import quotes, statement
from desktop_app.archive.people.waiting import waiting
from desktop_app.archive.session import Session
from desktop_app.model.listing import FacetCount
from desktop_app.model.people import Comparison, EntityPage, NameForm, Quote, RoleStatement
from desktop_app.store import people
from desktop_app.store.people import StatedRole

if TYPE_CHECKING:  # the window is drawn before numpy is loaded
    from desktop_app.archive.matching import Ids
    from desktop_app.archive.people.tally import Tally

ROLES: Final = 12
ROLE_QUOTES: Final = 3
COMPANIONS: Final = 40
COUNTED: Final = 12  # places and sources


class Pages:
    """The verbs that tell everything about one. Safe from any thread."""

    def __init__(self, session: Session, gathering: Gathering, looking: Looking) -> None:
        self._session = session
        self._gathering = gathering
        self._looking = looking

    def entity(self, number: int, *, first: int = 0, last: int = 0) -> EntityPage:
        """Everything about a person or organisation; companions, places and sources from `first` to `last` (yyyymmdd).

        Raises NotFoundError.
        """
        from desktop_app.archive.people.periods import periods

        rows = self._looking.entity_rows([number])
        if not rows:
            raise unknown(number)
        connection, tally = self._session.reader(), self._gathering.tally()
        names = people.names_of(connection, number)
        whole = tally.positions_of(number)
        at = tally.within(whole, first, last)
        newest = _by_date(tally, whole[tally.matcher.date_from[whole] > 0])
        active = [name for name, _, counts, _ in names if counts]
        ends = [int(tally.matcher.ids[position]) for position in (*newest[:1], *newest[-1:])]
        shown = {quote.article: quote for quote in quotes(connection, ends, [active])} if ends else {}
        return EntityPage(
            row=rows[0],
            note_list=people.notes(connection, number),
            forms=_forms(tally, names),
            roles=self._roles(active),
            periods=periods(tally, whole),
            companions=companions(tally, connection, number, at, COMPANIONS),
            places=self._places(tally, at),
            sources=_sources(tally, at),
            appears_first=shown.get(ends[-1]) if ends else None,
            appears_last=shown.get(ends[0]) if ends else None,
            checked_mentions=_checked(number, rows[0].checked, tally),
            suggestions=len(waiting(connection, tally, entity=number)),
            identities=len({identity for _, _, _, identity in names}),
        )

    def entity_quotes(
        self,
        number: int,
        *,
        beside: int = 0,
        form: str = "",
        first: int = 0,
        last: int = 0,
        limit: int = 50,
        offset: int = 0,
    ) -> list[Quote]:
        """Sentences that name somebody, the newest article first; of several in an article the first.

        `beside`: articles that name both, if possible in one sentence; `form`: under that name.
        """
        import numpy as np

        connection, tally = self._session.reader(), self._gathering.tally()
        at = tally.within(tally.positions_of(number), first, last)
        names = [
            [
                name
                for name, written, counts, _ in people.names_of(connection, who)
                if counts and (not form or who != number or written == form)
            ]
            for who in ([number, beside] if beside else [number])
        ]
        if beside:
            at = np.intersect1d(at, tally.positions_of(beside))
        ids = [int(tally.matcher.ids[position]) for position in _by_date(tally, at)]
        if form:
            there = people.places_of(connection, names[0], ids)
            ids = [article for article in ids if article in there]
        return quotes(connection, ids[offset : offset + limit], names)

    def compare_entities(self, a: int, b: int) -> Comparison:
        """Two side by side, and what they have in common. Raises NotFoundError."""
        import numpy as np

        one, other = self.entity(a), self.entity(b)
        tally = self._gathering.tally()
        common = np.intersect1d(tally.positions_of(a), tally.positions_of(b))
        theirs = {companion.id for companion in other.companions}
        shared = tuple(companion for companion in one.companions if companion.id in theirs)
        return Comparison(one, other, len(common), shared)

    def _roles(self, names: Sequence[int]) -> tuple[RoleStatement, ...]:
        connection = self._session.reader()
        stated: dict[tuple[str, int, str], list[StatedRole]] = {}
        for role in people.roles_of(connection, names):
            stated.setdefault((role.role, role.organisation_id, role.organisation), []).append(role)
        ranked = sorted(stated.items(), key=lambda item: -len(item[1]))[:ROLES]
        return tuple(
            RoleStatement(
                role,
                organisation,
                organisation_id,
                next((each.date for each in those if each.date), ""),
                next((each.date for each in reversed(those) if each.date), ""),
                len(those),
                tuple(
                    quote
                    for each in those[:ROLE_QUOTES]
                    if (quote := statement(connection, each.article, each.start, each.end))
                ),
            )
            for (role, organisation_id, organisation), those in ranked
        )

    def _places(self, tally: "Tally", at: "Ids") -> tuple[FacetCount, ...]:
        found = people.place_counts(self._session.reader(), tally.matcher.ids[at].tolist(), COUNTED)
        return tuple(FacetCount(place, place, count) for place, count in found)


def _checked(number: int, whole: bool, tally: "Tally") -> int:
    if whole:
        return int(tally.all_mentions[number]) if number < tally.size else 0
    return tally.placed(number)


def _forms(tally: "Tally", names: Sequence[tuple[int, str, bool, int]]) -> tuple[NameForm, ...]:
    counted = tally.counted([name for name, _, _, _ in names])
    mentions: Counter[str] = Counter()
    in_articles: Counter[str] = Counter()
    active: dict[str, bool] = {}
    for name, form, counts, _ in names:
        there, articles = counted.get(name, (0, 0))
        mentions[form] += there
        in_articles[form] += articles
        active[form] = active.get(form, False) or counts
    forms = [NameForm(form, mentions[form], in_articles[form], active[form]) for form in active]
    return tuple(sorted((f for f in forms if f.mentions), key=lambda form: (-form.mentions, form.form)))


def _by_date(tally: "Tally", at: "Ids") -> list[int]:
    """These positions, the newest article first and undated ones last."""
    import numpy as np

    found: list[int] = at[np.argsort(tally.matcher.rank[at])].tolist()
    return found


def _sources(tally: "Tally", at: "Ids") -> tuple[FacetCount, ...]:
    import numpy as np

    matcher = tally.matcher
    numbers, counts = np.unique(matcher.source[at], return_counts=True)
    ranked = sorted(zip(counts.tolist(), numbers.tolist(), strict=True), reverse=True)[:COUNTED]
    named = [(matcher.source_names.get(source, ""), count, source) for count, source in ranked if source]
    return tuple(FacetCount(name, name, count, source) for name, count, source in named)
