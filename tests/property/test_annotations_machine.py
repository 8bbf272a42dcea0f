"""Any steps with annotations, undone and done again: rows come back as they were, and the list keeps step with them."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from desktop_app.archive.annotation_list import AnnotationList
from desktop_app.archive.archive import Archive
from desktop_app.model.annotations import KINDS, SORTS, AnnotationFilter
from desktop_app.model.errors import LesesaalError
from tests.conftest import SHELF, article, shelve
from tests.unit.archive.cast import read

Rows = dict[str, list[tuple[Any, ...]]]
_TABLES = ("annotations", "annotation_taggings", "entity_notes", "tags")

names = st.sampled_from(["Zitat", "prüfen", "prüfen/bald"])
words = st.sampled_from(["", "Hafen", "wer?", "[Kran](article:1)"])
places = st.none() | st.tuples(st.integers(0, 30), st.integers(1, 12))
picks = st.sets(st.integers(0, 30), max_size=3)


def rows(archive: Archive) -> Rows:
    """What is kept of annotations and their tags."""
    connection = archive._session.reader()
    return {table: connection.execute(f"select * from {table} order by id").fetchall() for table in _TABLES}


class AnnotationMachine(RuleBasedStateMachine):
    """Each rule is one step of the reader's, or none where it was refused."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.archive = Archive.create(Path(self.folder.name) / "archive")
        shelve(self.archive, *SHELF)
        read(self.archive, article("Marcel Vogel kam.", "Besuch"))
        self.person = self.archive.entity_named("Marcel Vogel", "person")[0]
        self.archive.forget_history()
        self.past: list[Rows] = []
        self.future: list[Rows] = []

    def teardown(self) -> None:
        if hasattr(self, "archive"):
            self.archive.close()
            self.folder.cleanup()

    def step(self, edit: Callable[[], Any]) -> None:
        before = rows(self.archive)
        try:
            changes = edit()
        except LesesaalError:
            assert rows(self.archive) == before, "a refused step changes nothing"
            return
        if changes.operation:
            self.past.append(before)
            self.future = []

    def some(self, picked: set[int]) -> list[int]:
        known = sorted(self.archive.annotations())
        return [known[pick % len(known)] for pick in picked] if known else []

    @rule(pick=st.integers(1, 4), body=words, place=places, tags=st.sets(names), everywhere=st.booleans())
    def note(self, pick: int, body: str, place: tuple[int, int] | None, tags: set[str], everywhere: bool) -> None:
        start, end = (place[0], sum(place)) if place else (None, None)
        self.step(lambda: self.archive.note(pick, body, start, end, 1, tags=sorted(tags), everywhere=everywhere))

    @rule(body=words)
    def note_on_a_person(self, body: str) -> None:
        self.step(lambda: self.archive.note_entity(self.person, body))

    @rule(picked=picks, add=st.sets(names), remove=st.sets(names))
    def tag(self, picked: set[int], add: set[str], remove: set[str]) -> None:
        self.step(lambda: self.archive.tag_annotations(self.some(picked), sorted(add), sorted(remove)))

    @rule(picked=picks, colour=st.integers(0, 5))
    def recolour(self, picked: set[int], colour: int) -> None:
        self.step(lambda: self.archive.recolour_annotations(self.some(picked), colour))

    @rule(picked=picks)
    def remove(self, picked: set[int]) -> None:
        self.step(lambda: self.archive.remove_annotations(self.some(picked)))

    @rule(name=names, into=names)
    def merge_tags(self, name: str, into: str) -> None:
        self.step(lambda: self.archive.merge_tags(name, into))

    @rule(name=names)
    def delete_tag(self, name: str) -> None:
        self.step(lambda: self.archive.delete_tag(name))

    @rule(pick=st.integers(1, 4), gone=st.booleans())
    def trash(self, pick: int, gone: bool) -> None:
        self.step(lambda: (self.archive.trash if gone else self.archive.restore)([pick]))

    @rule(pick=st.integers(1, 4), title=words)
    def retitle(self, pick: int, title: str) -> None:
        self.step(lambda: self.archive.set_fields(pick, title=title))

    @rule()
    def undo(self) -> None:
        now = rows(self.archive)
        if self.archive.undo() is not None:
            assert rows(self.archive) == self.past.pop()
            self.future.append(now)

    @rule()
    def redo(self) -> None:
        now = rows(self.archive)
        if self.archive.redo() is not None:
            assert rows(self.archive) == self.future.pop()
            self.past.append(now)

    @invariant()
    def the_list_keeps_step(self) -> None:
        if not hasattr(self, "archive"):
            return
        fresh = AnnotationList(self.archive._session)
        self.archive._session.on_change.pop()  # it is only asked once
        wanted = [AnnotationFilter(kind=kind) for kind in KINDS]
        wanted += [AnnotationFilter(text="hafen"), AnnotationFilter(tag="prüfen"), AnnotationFilter(colour=1)]
        for each in [AnnotationFilter(), *wanted]:
            assert self.archive.annotations(each) == fresh.annotations(each)
        for sort in SORTS:
            assert self.archive.annotations(sort=sort) == fresh.annotations(sort=sort)
        assert self.archive.annotation_counts() == fresh.annotation_counts()
        assert self.archive.counts().annotations == len(self.archive.annotations())


AnnotationMachine.TestCase.settings = settings(max_examples=25, stateful_step_count=18, deadline=None)
TestAnnotations = AnnotationMachine.TestCase
