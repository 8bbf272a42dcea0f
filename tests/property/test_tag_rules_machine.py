"""Rules, tags by hand, refusals, merges, undo and redo in any order: what they leave is what rules and refusals say.

The columns in memory are those of the store at every moment, and undo and redo lead through the same states.
"""

import contextlib
import shutil
import tempfile
from pathlib import Path

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from desktop_app.archive.archive import Archive
from desktop_app.archive.matching import Matcher
from desktop_app.model.changes import Changes
from desktop_app.model.errors import InputRefusedError
from tests.conftest import article, shelve

WORDS = ("alpha", "bravo", "delta")
NAMES = ("Hafen", "Hafen/Kai", "Zoll")
QUERIES = ("alpha", "bravo OR delta", "alpha -bravo", "title:Nr -delta")
State = tuple[frozenset[tuple[str, int, str]], frozenset[tuple[str, str, int]], frozenset[tuple[str, int]]]

names = st.sampled_from(NAMES)
picks = st.integers(0, 9)


class RulesMachine(RuleBasedStateMachine):
    """One archive. Articles come beside the steps, as from an import that is not undone here."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="rules-"))
        self.archive = Archive.create(self.folder / "archive")
        self.count = 0
        self.past: list[State] = []
        self.future: list[State] = []
        for words in ("alpha", "alpha bravo", "delta"):
            self.arrive(words)

    def teardown(self) -> None:
        self.archive.close()
        shutil.rmtree(self.folder)

    # -- what can be seen

    def state(self) -> State:
        """Who carries what and by whom, the rules, and what was refused."""
        rows = self.archive._session.reader().execute
        tagged = "select t.name, g.article_id, g.origin from taggings g join tags t on t.id = g.tag_id"
        ruled = "select t.name, r.query, r.active from tag_rules r join tags t on t.id = r.tag_id"
        barred = "select t.name, f.article_id from tag_refusals f join tags t on t.id = f.tag_id"
        return frozenset(rows(tagged)), frozenset(rows(ruled)), frozenset(rows(barred))  # type: ignore[return-value]

    @invariant()
    def columns_are_in_step(self) -> None:
        kept, fresh = self.archive.browse.matcher(), Matcher.load(self.archive._session.reader())
        pairs = [sorted(zip(m.tagging_tags.tolist(), m.tagging_positions.tolist(), strict=True)) for m in (kept, fresh)]
        assert pairs[0] == pairs[1]
        np.testing.assert_array_equal(kept.ids, fresh.ids)

    @invariant()
    def rules_are_obeyed(self) -> None:
        tagged, rules, barred = self.state()
        carried = {(name, number) for name, number, _ in tagged}
        for name, query, active in rules:
            for number in self.archive.find(query).ids:
                assert not active or (name, number) in carried | barred
        by_rule = {(name, number) for name, number, origin in tagged if origin == "rule"}
        assert not by_rule & barred
        assert {name for name, _ in by_rule} <= {name for name, _, _ in rules}
        assert self.archive.apply_tag_rules() == 0

    # -- steps

    def step(self, edit: object) -> None:
        before = self.state()
        with contextlib.suppress(InputRefusedError):
            changes = edit()  # type: ignore[operator]
            if changes.operation:
                self.past.append(before)
                self.future.clear()

    def article(self, pick: int) -> int:
        return 1 + pick % self.count

    @rule(words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=2, unique=True).map(" ".join))
    def arrive(self, words: str) -> None:
        self.count += 1
        (number,) = shelve(self.archive, article(f"{words} {self.count}", f"Nr. {self.count}"))
        self.archive._session.announce(Changes(rows={"articles": {number}}))
        self.archive.catch_up()
        self.archive.apply_tag_rules()
        # What was before has no say about the newcomer.
        self.past, self.future = [], []

    @rule(name=names, query=st.sampled_from(QUERIES))
    def add_rule(self, name: str, query: str) -> None:
        self.step(lambda: self.archive.add_tag_rule(name, query))

    @rule(pick=picks, query=st.sampled_from(QUERIES))
    def change_rule(self, pick: int, query: str) -> None:
        if rules := self.archive.tag_rules():
            self.step(lambda: self.archive.change_tag_rule(rules[pick % len(rules)].id, query))

    @rule(pick=picks, on=st.booleans())
    def pause_rule(self, pick: int, on: bool) -> None:
        if rules := self.archive.tag_rules():
            self.step(lambda: self.archive.pause_tag_rule(rules[pick % len(rules)].id, on))

    @rule(pick=picks, keep=st.booleans())
    def remove_rule(self, pick: int, keep: bool) -> None:
        if rules := self.archive.tag_rules():
            self.step(lambda: self.archive.remove_tag_rule(rules[pick % len(rules)].id, keep))

    @rule(pick=picks, name=names)
    def tag(self, pick: int, name: str) -> None:
        self.step(lambda: self.archive.tag([self.article(pick)], name))

    @rule(pick=picks, name=names)
    def untag(self, pick: int, name: str) -> None:
        self.step(lambda: self.archive.untag([self.article(pick)], name))

    @rule(name=names, other=names)
    def merge(self, name: str, other: str) -> None:
        self.step(lambda: self.archive.merge_tags(name, other))

    @rule(name=names, other=names)
    def rename(self, name: str, other: str) -> None:
        self.step(lambda: self.archive.rename_tag(name, other))

    @rule(name=names)
    def delete(self, name: str) -> None:
        self.step(lambda: self.archive.delete_tag(name))

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        now = self.state()
        assert self.archive.undo() is not None
        assert self.state() == self.past[-1]
        self.past.pop()
        self.future.append(now)

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        now = self.state()
        assert self.archive.redo() is not None
        assert self.state() == self.future[-1]
        self.future.pop()
        self.past.append(now)


RulesMachine.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestRules = RulesMachine.TestCase
