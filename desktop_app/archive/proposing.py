"""Who may be one with whom: proposals for the review queue, made after articles were read.

Nothing here decides. Names are compared by `entities.naming`; a surname alone is compared article by article with those
who bear it, by the company they keep and by when and where they appear.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop_app.archive import children
from desktop_app.archive.reading_aloud import RecognitionError
from desktop_app.archive.session import Session, now
from desktop_app.model.changes import Changes
from desktop_app.model.people import BARE, KINDS, Kind
from desktop_app.model.progress import Control
from desktop_app.store import acquaintance, marks, suggestions
from desktop_app.store.acquaintance import Company, Surname
from desktop_app.store.suggestions import Proposal

if TYPE_CHECKING:
    from desktop_app.entities.naming.likeness import Known
    from desktop_app.entities.naming.likeness import Proposal as Pair

MOST_OFTEN: Final = 200_000  # identities; where there are more, those named only once are not compared again
MOST_A_RUN: Final = 20_000  # proposals of one kind
MOST_NAMESAKES: Final = 8  # people of one surname among whom an article's is looked for
MOST_SURNAMES: Final = 2_000  # articles of a run for which that is done
FEW: Final = 5_000  # identities that are quickly compared
LIKELY: Final = 0.5
SUREST: Final = 0.95  # of a surname alone
_WAITING: Final = "surnames_waiting"  # the setting: articles whose surnames were not compared yet
_COMPARED: Final = "identities_compared"  # the setting: the highest identity that was
_COMPARED_ON: Final = "identities_compared_on"  # the setting: the day of it

# Why two names may be one, by the reasons of `entities.naming`.
WORDS: Final = {
    "same name": "both are written “{one}”",
    "word order": "“{one}” and “{other}” have the same words in another order",
    "initial": "“{one}” and “{other}”: a first name may be the other's initial",
    "given name left out": "“{one}” and “{other}”: one has more first names",
    "short form": "“{one}” and “{other}”: a first name may be short for the other",
    "spelling": "“{one}” and “{other}” differ by a few letters",
    "spacing": "“{one}” and “{other}” have the same letters, parted differently",
    "double surname": "“{one}” and “{other}”: one has a double surname",
    "generation": "“{one}” and “{other}”: only one says junior or senior",
    "bare surname": "“{one}” and “{other}”: one is a surname alone",
    "transliteration": "“{one}” and “{other}” may sound the same in two scripts",
    "legal form": "“{one}” and “{other}” differ by the legal form",
    "acronym": "“{one}” and “{other}”: one may be the other's acronym",
    "part of the name": "“{one}” and “{other}”: one says more than the other",
    "translation": "“{one}” and “{other}” may mean the same in two languages",
    "number": "“{one}” and “{other}” differ by a number",
}
WORDS_SHARED: Final = {
    "same name": "both are written “{one}”; both with {shared}",
    "word order": "“{one}” and “{other}” have the same words in another order; both with {shared}",
    "initial": "“{one}” and “{other}”: a first name may be the other's initial; both with {shared}",
    "given name left out": "“{one}” and “{other}”: one has more first names; both with {shared}",
    "short form": "“{one}” and “{other}”: a first name may be short for the other; both with {shared}",
    "spelling": "“{one}” and “{other}” differ by a few letters; both with {shared}",
    "spacing": "“{one}” and “{other}” have the same letters, parted differently; both with {shared}",
    "double surname": "“{one}” and “{other}”: one has a double surname; both with {shared}",
    "generation": "“{one}” and “{other}”: only one says junior or senior; both with {shared}",
    "bare surname": "“{one}” and “{other}”: one is a surname alone; both with {shared}",
    "transliteration": "“{one}” and “{other}” may sound the same in two scripts; both with {shared}",
    "legal form": "“{one}” and “{other}” differ by the legal form; both with {shared}",
    "acronym": "“{one}” and “{other}”: one may be the other's acronym; both with {shared}",
    "part of the name": "“{one}” and “{other}”: one says more than the other; both with {shared}",
    "translation": "“{one}” and “{other}” may mean the same in two languages; both with {shared}",
    "number": "“{one}” and “{other}” differ by a number; both with {shared}",
}

BOTH_WITH: Final = "“{form}” and “{name}” both stand with {shared}"
SAME_PAPER: Final = "“{name}” stands in the same paper at about the time at which “{form}” does"
ONLY_ONE: Final = "“{name}” is the only “{form}” who is known from that paper"


class Proposing:
    """Fills the review queue; the comparing is done in a child process, so that a window goes on."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def due(self) -> bool:
        """Whether so many are new that it is worth while to compare them before the end of a run."""
        top = acquaintance.highest(self._session.reader())
        return 4 * (top - self._compared()) > top

    def _since(self, top: int) -> int:
        """From where on names are to be compared. In a large archive a few new ones wait for the next day.

        For each comparing looks at all names, whatever is new.
        """
        connection, since = self._session.reader(), self._compared()
        few = top > FEW and 20 * (top - since) < top
        return top if few and marks.setting(connection, _COMPARED_ON) == now()[:10] else since

    def propose(self, articles: Collection[int], control: Control | None, *, here: bool) -> None:
        """Compare whoever is new with all others, and the surnames of these articles with those who bear them."""
        connection = self._session.reader()
        top = acquaintance.highest(connection)
        since = self._since(top)
        waiting = [*json.loads(marks.setting(connection, _WAITING, "[]")), *articles]
        if here or top <= FEW:
            found = list(proposals(connection, since, waiting))
        else:
            found = compared_in_child(self._session.folder, since, waiting, control)
        if not found and top == since and not waiting:
            return
        with self._session.writing() as writing:
            ids = suggestions.propose(writing, found)
            if top > since:
                marks.set_setting(writing, _COMPARED, str(top))
                marks.set_setting(writing, _COMPARED_ON, now()[:10])
            marks.set_setting(writing, _WAITING, "[]")
        changes = Changes()
        changes.rows["suggestions"] = ids
        self._session.announce(changes)

    def pending(self) -> int:
        """How many articles a run has left uncompared because it was ended."""
        return len(json.loads(marks.setting(self._session.reader(), _WAITING, "[]")))

    def remember(self, articles: Collection[int]) -> None:
        """Leave the surnames of these articles to the next run."""
        with self._session.writing() as writing:
            waiting = json.loads(marks.setting(writing, _WAITING, "[]"))
            marks.set_setting(writing, _WAITING, json.dumps([*waiting, *articles]))

    def _compared(self) -> int:
        return int(marks.setting(self._session.reader(), _COMPARED, "0"))


def compared_in_child(archive: Path, since: int, articles: Sequence[int], control: Control | None) -> list[Proposal]:
    """Have `proposals` worked out by a child process."""
    found: list[Proposal] = []

    def on_step(_: int, step: children.Step) -> str:
        found.extend(Proposal(*told) for told in step.get("proposals", ()))
        return "" if "proposals" in step else json.dumps({"since": since, "articles": articles})

    if children.run([[*children.program(archive), "recogniser", "--compare"]], on_step, control):
        raise RecognitionError("The names could not be compared; nothing is lost. “recognise” tries again.")
    return found


def proposals(connection: sqlite3.Connection, since: int, articles: Collection[int]) -> Iterator[Proposal]:
    """Who may be one with whom: identities numbered above `since` with all others, surnames in these articles."""
    comparing = _Comparing(connection)
    if acquaintance.highest(connection) > since:
        for kind in KINDS:
            yield from comparing.alike(kind, since)
    yield from comparing.bearers(articles)


class _Comparing:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    # -- whole names

    def alike(self, kind: Kind, since: int) -> Iterator[Proposal]:
        from desktop_app.entities.naming.likeness import Known
        from desktop_app.entities.naming.matching import compare
        from desktop_app.entities.naming.proposing import candidates, propose

        connection = self._connection
        often = acquaintance.count(connection, kind) > MOST_OFTEN
        forms = acquaintance.by_identity(acquaintance.forms(connection, kind, since, often=often))
        everybody = [Known(number, *_named(kind, own)) for number, own in forms.items()]
        first = sum(one.number <= since for one in everybody)
        # What is known beside the names is looked up only for those whose names may be one at all.
        wanted: set[int] = set()
        for one, other in candidates(kind, everybody, first):
            if {one, other} <= wanted or compare(kind, everybody[one], everybody[other]).score > 0:
                wanted |= {one, other}
        known = [self._known(everybody[place]) for place in sorted(wanted)]
        owners = acquaintance.owners(connection, [one.number for one in known])
        new = sum(one.number <= since for one in known)
        for proposal in propose(kind, known, new, MOST_A_RUN):
            bare = proposal.likeness.reason == "bare surname" and not self._is_only_bearer(proposal)
            if owners[proposal.one] != owners[proposal.other] and not bare:
                yield _proposal(proposal)

    def _is_only_bearer(self, proposal: "Pair") -> bool:
        """Whether a surname alone has but one bearer; else each article is a question of its own."""
        keys = dict(acquaintance.identity_keys(self._connection, (proposal.one, proposal.other)))
        bare = {_surname(key) for key in keys.values() if key.startswith(BARE)}
        return len(bare) == 1 and all(len(self._bearers_of[surname]) == 1 for surname in bare)

    @cached_property
    def _bearers_of(self) -> dict[str, list[int]]:
        """Who bears each surname that somewhere stands alone."""
        alone = {_surname(key) for key in acquaintance.bare_keys(self._connection)}
        return _by_surname(acquaintance.full_keys(self._connection), alone)

    def _known(self, light: "Known") -> "Known":
        from desktop_app.entities.naming.likeness import Known

        company = acquaintance.company(self._connection, light.number)
        return Known(
            light.number,
            light.name,
            light.forms,
            frozenset(company.organisations),
            frozenset(company.roles),
            frozenset(company.sources),
            frozenset(company.places),
            min(company.dates, default=""),
            max(company.dates, default=""),
        )

    # -- surnames alone

    def bearers(self, articles: Collection[int]) -> Iterator[Proposal]:
        connection = self._connection
        told = sorted(acquaintance.surnames(connection, articles), key=lambda each: -each.date_from)[:MOST_SURNAMES]
        if not told:
            return
        keys = dict(acquaintance.identity_keys(connection, {each.identity for each in told}))
        memory: dict[int, _Bearer] = {}
        for each in told:
            bear = self._bearers_of.get(_surname(keys[each.identity]), [])
            if 1 < len(bear) <= MOST_NAMESAKES:  # a single one is proposed everywhere
                yield from self._likeliest(each, [memory.get(one) or self._bearer(one, memory) for one in bear])

    def _bearer(self, identity: int, memory: dict[int, "_Bearer"]) -> "_Bearer":
        connection = self._connection
        made = memory[identity] = _Bearer(
            identity,
            acquaintance.best_name(connection, identity),
            acquaintance.company(connection, identity),
            acquaintance.appearances(connection, identity),
        )
        return made

    def _likeliest(self, surname: Surname, bearers: list["_Bearer"]) -> Iterator[Proposal]:
        """The one bearer who is likely and clearly likelier than the others."""
        there = acquaintance.organisations(self._connection, [surname.article]) if bearers else set()
        scored = sorted((bearer.score(surname, there) for bearer in bearers), key=lambda each: -each[0])
        if not scored or scored[0][0] < LIKELY or (len(scored) > 1 and scored[0][0] - scored[1][0] < _CLEAR):
            return
        score, bearer, template, shared = scored[0]
        fields = {"form": surname.form, "name": bearer.name} | ({"shared": shared} if shared else {})
        yield Proposal(suggestions.SURNAME, surname.identity, bearer.identity, surname.article, score, template, fields)


_CLEAR: Final = 0.1


@dataclass(frozen=True, slots=True)
class _Bearer:
    """Somebody who bears a surname, with what is known of them."""

    identity: int
    name: str
    company: Company
    appearances: list[tuple[int, str, int]]

    def score(self, surname: Surname, there: set[str]) -> tuple[float, "_Bearer", str, str]:
        """How likely an article means this one, 0 to 1; the reason, and the organisation that both stand with."""
        score, template = 0.2, ONLY_ONE
        papers = [date for _, source, date in self.appearances if source == surname.source]
        months = min((_months(date, surname.date_from) for date in papers), default=_NEVER)
        score += 0.15 if papers else 0.0
        if months <= _YEAR:
            score, template = score + (0.25 if months <= _SEASON else 0.15), SAME_PAPER
        shared = min(there & self.company.organisations, default="")
        if shared:
            score, template = score + 0.3, BOTH_WITH
        return round(min(score, SUREST), 3), self, template, shared


_SEASON, _YEAR, _NEVER = 3, 12, 1 << 20  # months


def _months(one: int, other: int) -> int:
    """Months between two days yyyymmdd; many where either is undated."""
    if not one or not other:
        return _NEVER
    return abs((one // 10_000 - other // 10_000) * 12 + one // 100 % 100 - other // 100 % 100)


def _surname(key: str) -> str:
    """The surname of a key that says no more."""
    return key.removeprefix(BARE).split("#")[0]


def _by_surname(keys: Iterable[tuple[int, str]], wanted: set[str]) -> dict[str, list[int]]:
    """Who bears each of these surnames: the key ends in it, or, where names have no gaps, begins with it."""
    found: dict[str, list[int]] = defaultdict(list)
    for identity, key in keys:
        words = key.split("#")[0].split(" ")
        ends = {" ".join(words[-length:]) for length in range(1, min(4, len(words)))}
        begins = {words[0][:length] for length in range(1, 4)} if len(words) == 1 else set()
        for surname in (ends | begins) & wanted:
            found[surname].append(identity)
    return found


def _named(kind: Kind, forms: list[str]) -> tuple[str, tuple[str, ...]]:
    """The fullest of somebody's forms, and the others that say more than a surname."""
    from desktop_app.entities.naming.persons import person_key

    full = [form for form in forms if kind != "person" or not person_key(form).bare] or forms
    name = max(full, key=len)
    return name, tuple(form for form in full if form != name)


def _proposal(found: "Pair") -> Proposal:
    likeness = found.likeness
    words = WORDS_SHARED if likeness.shared else WORDS
    fields = {"one": likeness.forms[0], "other": likeness.forms[1]}
    if likeness.shared:
        fields["shared"] = likeness.shared[0]
    return Proposal(suggestions.NAMES, found.one, found.other, 0, likeness.score, words[likeness.reason], fields)
