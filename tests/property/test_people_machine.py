"""Decisions about people in any order, undone, done again, amid re-runs and later articles, against a plain model.

The model knows nothing of rows: it keeps the decisions in a list and works out from the texts, each time anew, who is
meant by each word.
"""

import copy
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from desktop_app.archive.archive import Archive
from desktop_app.archive.people.appearances import Appearances
from desktop_app.model.errors import InputRefusedError
from tests.conftest import article, shelve
from tests.unit.archive.cast import ListReader

FORMS = ("Ada", "Bea", "Cid")
SOURCES = ("Bote", "Kurier")
Cast = dict[str, tuple[str, str]]
picks = st.integers(0, 11)
sources = st.sampled_from(SOURCES)


@dataclass
class Decisions:
    """What was decided, in order; a person is named by a label: the key that a text gives, or of a namesake."""

    owner: dict[str, str] = field(default_factory=dict)  # whose entity a label belongs to now
    told: list[tuple[object, ...]] = field(default_factory=list)  # splits, assignments, rejections, marks
    rejected: set[str] = field(default_factory=set)


def meant(decisions: Decisions, words: list[str], number: int, source: str) -> list[tuple[int, str, str]]:
    """(place, form, owner) of every word that counts in an article."""
    at = 0
    found: list[tuple[int, str, str, str]] = []  # place, form, found label, label now
    for word in words:
        if word in FORMS:
            found.append((at, word, word.lower(), word.lower()))
        at += len(word) + 1
    gone: set[int] = set()
    for kind, *told in decisions.told:
        if kind == "split" and told[1] == source:
            found = [(p, f, was, told[2] if now == told[0] else now) for p, f, was, now in found]
        elif kind == "assign" and told[0] == number:
            was_there = [was for p, _, was, _ in found if p == told[1]]
            found = [(p, f, was, told[2] if was in was_there else now) for p, f, was, now in found]
        elif kind == "reject" and told[0] == number:
            gone.add(int(str(told[1])))
    kept = [(p, f, now) for p, f, _, now in found if p not in gone]
    counted = [(p, f, decisions.owner.get(now, now)) for p, f, now in kept]
    return [(p, f, owner) for p, f, owner in counted if owner not in decisions.rejected]


class PeopleMachine(RuleBasedStateMachine):
    """One archive and the decisions about it."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="people-"))
        self.archive = Archive.create(self.folder / "archive")
        self.texts: dict[int, tuple[list[str], str]] = {}
        self.decisions = Decisions()
        self.past: list[Decisions] = []
        self.future: list[Decisions] = []
        self.entities: dict[str, int] = {}  # by label
        self.version = 1
        self.bring([0, 1, 0], "Bote")
        self.bring([2, 1, 3], "Kurier")

    def teardown(self) -> None:
        if hasattr(self, "archive"):
            while self.past:
                self.undo()
            self.agrees()
            assert self.archive.undo() is None
            self.archive.close()
            shutil.rmtree(self.folder)

    def decided(self, decisions: Decisions) -> None:
        self.past.append(self.decisions)
        self.future.clear()
        self.decisions = decisions

    def place(self, pick: int) -> tuple[int, int, str] | None:
        """(article, place, owner) of one of the words that count."""
        everything = [
            (number, at, owner)
            for number, (words, source) in self.texts.items()
            for at, _, owner in meant(self.decisions, words, number, source)
        ]
        return everything[pick % len(everything)] if everything else None

    # -- articles and runs

    @rule(words=st.lists(st.integers(0, 3), min_size=1, max_size=3), source=sources)
    def bring(self, words: list[int], source: str) -> None:
        text = [(*FORMS, "kam")[word] for word in words]
        (number,) = shelve(self.archive, article(" ".join(text), f"T{len(self.texts)}", source=source))
        self.texts[number] = text, source
        self.run()

    @rule(newer=st.booleans())
    def run(self, newer: bool = False) -> None:
        self.version += newer
        cast = {form: ("person", form.lower()) for form in FORMS}
        self.archive.recognise(reader=ListReader(cast, f"list {self.version}"))  # type: ignore[arg-type]
        rows = self.archive._session.reader().execute("select i.key, i.entity_id from identities i")
        for key, entity in rows:
            if "#" not in key and key not in self.entities:
                self.entities[key] = entity

    # -- decisions

    @rule(one=picks, other=picks)
    def merge(self, one: int, other: int) -> None:
        found = [place[2] for place in (self.place(one), self.place(other)) if place]
        if len(set(found)) < 2:
            return
        moved, into = found
        self.archive.merge_entities([self.entities[moved]], self.entities[into])
        decisions = copy.deepcopy(self.decisions)
        for label in self.entities:
            if decisions.owner.get(label, label) == moved:
                decisions.owner[label] = into
        self.decided(decisions)

    @rule(pick=picks)
    def unmerge(self, pick: int) -> None:
        place = self.place(pick)
        merged = [label for label, owner in self.decisions.owner.items() if place and owner == place[2] != label]
        if not place or len(merged) != 1 or self.decisions.owner.get(place[2], place[2]) != place[2]:
            return  # chains of merges have tests of their own
        self.archive.unmerge_entity(self.entities[place[2]])
        decisions = copy.deepcopy(self.decisions)
        decisions.owner[merged[0]] = merged[0]
        self.decided(decisions)

    @rule(pick=picks, source=sources)
    def split(self, pick: int, source: str) -> None:
        place = self.place(pick)
        if place is None or any(owner == place[2] != label for label, owner in self.decisions.owner.items()):
            return
        before = self.view()
        label = f"{place[2]}#{len(self.entities)}"
        try:
            made = self.archive.split_entity(self.entities[place[2]], source=source).result
        except InputRefusedError:
            assert not self.named(place[2], source)
            assert self.view() == before
            return
        self.entities[label] = made
        decisions = copy.deepcopy(self.decisions)
        decisions.told.append(("split", place[2], source, label))
        self.decided(decisions)

    def named(self, label: str, source: str) -> bool:
        """Whether somebody stands in an article of this source, counted or not."""
        everybody = Decisions(self.decisions.owner, [t for t in self.decisions.told if t[0] != "reject"])
        return any(
            label == owner
            for number, (words, where) in self.texts.items()
            if where == source
            for _, _, owner in meant(everybody, words, number, where)
        )

    @rule(pick=picks, other=picks)
    def assign(self, pick: int, other: int) -> None:
        place, target = self.place(pick), self.place(other)
        if place is None or target is None or self.decisions.owner.get(target[2], target[2]) != target[2]:
            return
        if any(owner == target[2] != label for label, owner in self.decisions.owner.items()):
            return  # which of several identities is meant shows only when they are parted
        self.archive.assign_mention(place[0], place[1], self.entities[target[2]])
        decisions = copy.deepcopy(self.decisions)
        decisions.told.append(("assign", place[0], place[1], target[2]))
        self.decided(decisions)

    @rule(pick=picks)
    def reject_here(self, pick: int) -> None:
        place = self.place(pick)
        if place is None:
            return
        self.archive.reject_mention(place[0], place[1], place[1] + 3)
        decisions = copy.deepcopy(self.decisions)
        decisions.told.append(("reject", place[0], place[1]))
        self.decided(decisions)

    @rule(pick=picks)
    def reject_everywhere(self, pick: int) -> None:
        place = self.place(pick)
        if place is None:
            return
        self.archive.reject_entities([self.entities[place[2]]])
        decisions = copy.deepcopy(self.decisions)
        decisions.rejected.add(place[2])
        self.decided(decisions)

    @precondition(lambda self: self.decisions.rejected)
    @rule()
    def restore(self) -> None:
        label = min(self.decisions.rejected)
        self.archive.restore_entities([self.entities[label]])
        decisions = copy.deepcopy(self.decisions)
        decisions.rejected.discard(label)
        self.decided(decisions)

    # -- time

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        assert self.archive.undo() is not None
        self.future.append(self.decisions)
        self.decisions = self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        assert self.archive.redo() is not None
        self.past.append(self.decisions)
        self.decisions = self.future.pop()

    @rule()
    def reopen(self) -> None:
        self.archive.close()
        self.archive = Archive.open(self.archive.path)

    # -- both must agree

    def view(self) -> dict[int, list[tuple[int, str, int]]]:
        return {number: [(m.start, m.form, m.entity) for m in self.archive.mentions(number)] for number in self.texts}

    @invariant()
    def agrees(self) -> None:
        wanted = {
            number: [
                (at, form, self.entities[owner]) for at, form, owner in meant(self.decisions, words, number, source)
            ]
            for number, (words, source) in self.texts.items()
        }
        assert self.view() == wanted

    @invariant()
    def what_is_in_memory_is_what_is_stored(self) -> None:
        if not hasattr(self, "archive"):
            return
        kept = self.archive.browse.gathering.appearances()
        fresh = Appearances.load(self.archive._session.reader())
        for checked in (False, True):
            for column in ("article", "entity", "mentions", "placed"):
                assert getattr(kept.of(checked), column).tolist() == getattr(fresh.of(checked), column).tolist()
        for column in ("person", "organisation", "checked", "bare"):
            assert getattr(kept.cast, column).tolist() == getattr(fresh.cast, column).tolist()


PeopleMachine.TestCase.settings = settings(
    max_examples=25, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
TestPeople = PeopleMachine.TestCase
