"""Edits in any order, against a model in plain Python: the store, undo, redo and the index must agree with it.

The model only knows how to go forward. Undo and redo are remembered states: of the model, and of the reader's
tables row by row. A step amid others that is taken back leaves everything else as it is: the facts that it changed are
as they were before it, and nothing but a later step about one of them may stand in the way.
"""

import copy
import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from desktop_app.archive.archive import Archive
from desktop_app.archive.importing import Importer
from desktop_app.ingest.formats import parse
from desktop_app.model.article import ParsedFile
from desktop_app.model.errors import ConflictError, InputRefusedError, NotFoundError
from desktop_app.model.progress import quiet
from desktop_app.model.tags import is_in, moved

WORDS = ("alpha", "bravo", "delta", "kilo", "tango")
NAMES = ("Hafen", "Hafen/Kai", "Ärger", "x")
Dump = dict[str, list[tuple[Any, ...]]]

_TABLES = {
    "articles": "select id, title, kicker, date, source_id, starred, read_at, state, trashed_at, excerpt"
    " from articles where state < 2",
    "taggings": "select g.id, g.article_id, g.tag_id, g.origin, g.created_at"
    " from taggings g join articles a on a.id = g.article_id where a.state < 2",
    "annotations": "select n.id, n.article_id, n.text_id, n.start, n.'end', n.quote, n.prefix, n.suffix, n.body,"
    " n.sha256, n.created_at, n.changed_at from annotations n join articles a on a.id = n.article_id where a.state < 2",
    "tags": "select * from tags",
    "saved_searches": "select * from saved_searches",
}
_OF_ARTICLE = {"articles": 0, "taggings": 1, "annotations": 1}  # the column that names the article


def dump(archive: Archive) -> Dump:
    """The reader's tables, row by row."""
    connection = archive._session.reader()
    return {table: sorted(connection.execute(query).fetchall()) for table, query in _TABLES.items()}


@dataclass
class Paper:
    """An article as the model knows it."""

    title: str
    words: str
    tags: set[str] = field(default_factory=set)
    notes: dict[int, str] = field(default_factory=dict)
    starred: bool = False
    read: bool = False
    trashed: bool = False


@dataclass
class Model:
    """What the reader's archive holds."""

    papers: dict[int, Paper] = field(default_factory=dict)
    tags: set[str] = field(default_factory=set)
    searches: dict[str, str] = field(default_factory=dict)


@dataclass
class Moment:
    """A state to which undo or redo may lead back; `imported` where the step that left it was an import."""

    model: Model
    rows: Dump
    imported: bool = False
    operation: int = 0  # the step that led away from it
    takes_back: int = 0  # the step which that one took back
    renamed: tuple[str, str] | None = None  # what it called a tag, before and after

    def without(self, gone: set[int]) -> "Moment":
        """The same moment, had these articles never been there."""
        model = copy.deepcopy(self.model)
        for number in gone:
            model.papers.pop(number, None)
        rows = {
            table: [row for row in kept if table not in _OF_ARTICLE or row[_OF_ARTICLE[table]] not in gone]
            for table, kept in self.rows.items()
        }
        return replace(self, model=model, rows=rows)


class _HereImporter(Importer):
    """Parses in this process: what is tested is the writing, and workers take a second to start."""

    def _chunks(self, wanted: list[Path]) -> Iterator[list[ParsedFile]]:
        yield [parse(path) for path in wanted]


def view(archive: Archive) -> Model:
    """The archive as a model, through its front door."""
    model = Model(tags={tag.value for tag in archive.tags()})
    model.searches = {search.name: search.query for search in archive.saved_searches()}
    for number in [*archive.find().ids, *archive.find(view="trash").ids]:
        found = archive.article(number)
        tags, notes = {tag.name for tag in found.tags}, {note.id: note.body for note in found.notes}
        model.papers[number] = Paper(found.title, found.text, tags, notes, found.starred, found.read, found.trashed)
    return model


names = st.sampled_from(NAMES)
prose = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
picks = st.sets(st.integers(0, 9), max_size=4)


class EditsMachine(RuleBasedStateMachine):
    """One archive and its model."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="edits-"))
        self.archive = Archive.create(self.folder / "archive")
        self.model = Model()
        self.past: list[Moment] = []
        self.future: list[Moment] = []
        self.files = 0
        self.bring("alpha bravo", set(), twice=False)
        self.bring("delta kilo alpha", {"Hafen"}, twice=False)

    def teardown(self) -> None:
        if hasattr(self, "archive"):
            while self.past:
                self.undo()
            assert dump(self.archive) == {table: [] for table in _TABLES}
            assert self.archive.undo() is None
            self.archive.close()
            shutil.rmtree(self.folder)

    # -- how a step is made and remembered

    def step(self, edit: Callable[[], object], change: Callable[[Model], None], **told: Any) -> None:
        before = Moment(copy.deepcopy(self.model), dump(self.archive), **told)
        edit()
        change(self.model)
        if self.model != before.model:
            self.past.append(replace(before, operation=self.archive.history(1)[0].id))
            self.future.clear()

    def chosen(self, picked: set[int]) -> list[int]:
        numbers = sorted(self.model.papers)
        return sorted({numbers[pick % len(numbers)] for pick in picked}) if numbers else []

    def refused(self, kind: type[Exception], edit: Callable[[], object]) -> None:
        before = dump(self.archive)
        with pytest.raises(kind):
            edit()
        assert dump(self.archive) == before

    def papers(self, numbers: list[int]) -> list[Paper]:
        return [self.model.papers[number] for number in numbers]

    # -- tags

    @rule(picked=picks, name=names)
    def tag(self, picked: set[int], name: str) -> None:
        numbers = self.chosen(picked)

        def change(model: Model) -> None:
            model.tags.add(name)
            for number in numbers:
                model.papers[number].tags.add(name)

        self.step(lambda: self.archive.tag(numbers, name), change)

    @rule(picked=picks, name=names)
    def untag(self, picked: set[int], name: str) -> None:
        numbers = self.chosen(picked)
        if name not in self.model.tags:
            self.refused(NotFoundError, lambda: self.archive.untag(numbers, name))
            return

        def change(model: Model) -> None:
            for number in numbers:
                model.papers[number].tags.discard(name)

        self.step(lambda: self.archive.untag(numbers, name), change)

    @rule(name=names, new=names)
    def rename_tag(self, name: str, new: str) -> None:
        family = _family(self.model, name)
        taken = {moved(each, name, new) for each in family} & (self.model.tags - family)
        if not family or taken:
            self.refused(InputRefusedError, lambda: self.archive.rename_tag(name, new))
        else:
            self.step(
                lambda: self.archive.rename_tag(name, new),
                lambda model: _replace(model, name, new),
                renamed=(name, new),
            )

    @rule(name=names, into=names)
    def merge_tags(self, name: str, into: str) -> None:
        families = _family(self.model, name), _family(self.model, into)
        if not all(families) or is_in(into, name):
            self.refused(InputRefusedError, lambda: self.archive.merge_tags(name, into))
        else:
            self.step(lambda: self.archive.merge_tags(name, into), lambda model: _replace(model, name, into))

    @rule(name=names)
    def delete_tag(self, name: str) -> None:
        if not _family(self.model, name):
            self.refused(NotFoundError, lambda: self.archive.delete_tag(name))
        else:
            self.step(lambda: self.archive.delete_tag(name), lambda model: _replace(model, name, None))

    # -- marks on articles

    @rule(picked=picks, on=st.booleans(), which=st.sampled_from(["starred", "read"]))
    def mark(self, picked: set[int], on: bool, which: str) -> None:
        numbers = self.chosen(picked)
        verb = self.archive.star if which == "starred" else self.archive.mark_read

        def change(model: Model) -> None:
            for number in numbers:
                setattr(model.papers[number], which, on)

        self.step(lambda: verb(numbers, on), change)

    @rule(picked=picks, gone=st.booleans())
    def trash_or_restore(self, picked: set[int], gone: bool) -> None:
        numbers = self.chosen(picked)
        verb = self.archive.trash if gone else self.archive.restore

        def change(model: Model) -> None:
            for number in numbers:
                model.papers[number].trashed = gone

        self.step(lambda: verb(numbers), change)

    @rule(pick=st.integers(0, 9), title=prose)
    def retitle(self, pick: int, title: str) -> None:
        for number in self.chosen({pick}):
            self.step(
                lambda number=number: self.archive.set_fields(number, title=title),
                lambda model, number=number: setattr(model.papers[number], "title", title),
            )

    # -- notes

    @rule(pick=st.integers(0, 9), body=prose, span=st.booleans())
    def note(self, pick: int, body: str, span: bool) -> None:
        place = (0, 3) if span else (None, None)
        made: list[int] = []
        for number in self.chosen({pick}):
            self.step(
                lambda number=number: made.append(self.archive.note(number, body, *place).result),
                lambda model, number=number: model.papers[number].notes.update({made[0]: body}),
            )

    @rule(pick=st.integers(0, 9), body=st.none() | prose)
    def change_or_remove_note(self, pick: int, body: str | None) -> None:
        notes = [(paper, note) for paper in self.model.papers for note in self.model.papers[paper].notes]
        if not notes:
            self.refused(NotFoundError, lambda: self.archive.remove_note(77))
            return
        paper, note = notes[pick % len(notes)]
        if body is None:
            self.step(lambda: self.archive.remove_note(note), lambda model: _drop(model.papers[paper].notes, note))
        elif body != self.model.papers[paper].notes[note]:  # the same words again still move the time of change
            self.step(
                lambda: self.archive.change_note(note, body),
                lambda model: model.papers[paper].notes.update({note: body}),
            )

    # -- saved searches

    @rule(name=names, query=prose)
    def save_search(self, name: str, query: str) -> None:
        self.step(lambda: self.archive.save_search(name, query), lambda model: model.searches.update({name: query}))

    @rule(name=names)
    def delete_search(self, name: str) -> None:
        found = [search.id for search in self.archive.saved_searches() if search.name == name]
        assert bool(found) == (name in self.model.searches)
        for search in found:
            self.step(lambda: self.archive.delete_search(search), lambda model: _drop(model.searches, name))  # noqa: B023

    # -- imports and the trash

    @rule(words=prose, tags=st.sets(names, max_size=2), twice=st.booleans())
    def bring(self, words: str, tags: set[str], twice: bool) -> None:
        """Import a file, or one that holds the same words as another, which adds nothing."""
        self.files += 1
        number = self.files // 2 if twice else self.files
        path = self.folder / f"{self.files}.md"
        front = f"---\ntitle: Blatt {number}\ntags: [{', '.join(sorted(tags))}]\n---\n\n"
        path.write_text(f"{front}{words} nummer{number}\n", encoding="utf-8")
        before = set(self.model.papers)
        reports: list[Any] = []

        def edit() -> None:
            importer = _HereImporter(self.archive._session, encoding="", source="", control=None, report=quiet)
            reports.append(importer.run([path]))

        def change(model: Model) -> None:
            (file,) = reports[0].files
            (article,) = file.ids
            assert (file.status == "added") == (article not in before)
            if article not in before:
                model.tags |= tags
                found = self.archive.article(article)  # one that an undone import had brought keeps its title
                model.papers[article] = Paper(found.title, found.text, set(found.tags and tags) | tags)
                assert f"nummer{number}" in found.text

        self.step(edit, change, imported=True)
        if before == set(self.model.papers):
            self.future.clear()  # to begin an import is a step already, which leaves no trace if it adds nothing

    @precondition(lambda self: any(paper.trashed for paper in self.model.papers.values()))
    @rule()
    def empty_trash(self) -> None:
        gone = {number for number, paper in self.model.papers.items() if paper.trashed}
        assert self.archive.empty_trash().result == len(gone)
        now = Moment(self.model, dump(self.archive)).without(gone)
        self.past = _thinned([moment.without(gone) for moment in self.past], now)
        ahead = [moment.without(gone) for moment in self.future]
        self.future = _thinned_ahead(ahead, now)
        self.model = now.model

    # -- time

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        target = self.past[-1]
        before = replace(target, model=self.model, rows=dump(self.archive))
        assert self.archive.undo() is not None
        self.past.pop()
        self.future.append(before)
        self.model = copy.deepcopy(target.model)
        assert dump(self.archive) == target.rows

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        target = self.future[-1]
        before = replace(target, model=self.model, rows=dump(self.archive))
        assert self.archive.redo() is not None
        self.future.pop()
        self.past.append(before)
        self.model = copy.deepcopy(target.model)
        assert dump(self.archive) == target.rows

    @precondition(lambda self: self.past)
    @rule(pick=st.integers(0, 99))
    def take_back(self, pick: int) -> None:
        """Take back any step: exactly what it changed, or it is refused because of one that came later."""
        at = pick % len(self.past)
        moment, gone = self.past[at], _taken_back(self.past)
        models = [*(each.model for each in self.past), self.model]
        changed = _changed(models[at], models[at + 1])
        if moment.operation in gone or not changed:
            self.refused(ConflictError, lambda: self.archive.take_back(moment.operation))
            return
        void = {step for pair in gone.items() if min(pair) > moment.operation for step in pair}
        later = [
            each.operation
            for number, each in enumerate(self.past[at + 1 :], at + 1)
            if each.operation not in void and _related(changed, _changed(models[number], models[number + 1]))
        ]
        before = Moment(copy.deepcopy(self.model), dump(self.archive), False, 0, moment.operation)
        try:
            made = self.archive.take_back(moment.operation).operation
        except ConflictError as error:
            refusal = error
        else:
            assert self.archive.history(1)[0].takes_back == moment.operation
            self.model = _without(self.model, self.past[at:], models[at + 1])
            renamed = moment.renamed[::-1] if moment.renamed else None
            self.past.append(replace(before, operation=made, renamed=renamed))
            self.future.clear()
            return
        named = {entry.words for entry in self.archive.history(500) if entry.id in later}
        assert refusal.fields["later"] in named, "nothing that came later is about the same"
        assert dump(self.archive) == before.rows

    @precondition(lambda self: not self.future)
    @rule()
    def redo_nothing(self) -> None:
        assert self.archive.redo() is None

    @rule()
    def reopen(self) -> None:
        self.archive.close()
        self.archive = Archive.open(self.archive.path)

    @rule(word=st.sampled_from(WORDS))
    def search(self, word: str) -> None:
        self.archive.catch_up()
        assert self.archive.pending() == 0
        live = {number: paper for number, paper in self.model.papers.items() if not paper.trashed}
        for query, places in (
            (f"={word}", lambda paper: [paper.title, paper.words, *paper.notes.values()]),
            (f"note:={word}", lambda paper: [*paper.notes.values()]),
            (f"title:={word}", lambda paper: [paper.title]),
        ):
            wanted = {number for number, paper in live.items() if word in " ".join(places(paper)).split()}
            assert set(self.archive.find(query).ids) == wanted, query
        tagged = {number for number, paper in live.items() if "Hafen" in " ".join(paper.tags).replace("/", " ").split()}
        assert set(self.archive.find(f"={word} tag:Hafen").ids) == tagged & set(self.archive.find(f"={word}").ids)

    @invariant()
    def agrees(self) -> None:
        if not hasattr(self, "archive"):
            return
        assert view(self.archive) == self.model
        live = [paper for paper in self.model.papers.values() if not paper.trashed]
        counts = self.archive.counts()
        assert (counts.all, counts.starred, counts.unread, counts.trash) == (
            len(live),
            sum(paper.starred for paper in live),
            sum(not paper.read for paper in live),
            len(self.model.papers) - len(live),
        )
        assert bool(self.archive.undo_label()) == bool(self.past)
        assert bool(self.archive.redo_label()) == bool(self.future)


def _drop(mapping: dict[Any, Any], key: object) -> None:
    del mapping[key]


def _family(model: Model, name: str) -> set[str]:
    """A tag and those below it."""
    return {each for each in model.tags if is_in(each, name)}


def _replace(model: Model, name: str, new: str | None) -> None:
    """Another name for a tag and for all below it; None takes them away."""

    def named(names: set[str]) -> set[str]:
        kept = {each for each in names if new is not None or not is_in(each, name)}
        return {moved(each, name, new) if new is not None else each for each in kept}

    model.tags = named(model.tags)
    for paper in model.papers.values():
        paper.tags = named(paper.tags)


Facts = dict[tuple[Any, ...], Any]


def _facts(model: Model) -> Facts:
    """A model as facts, each of which a step can change."""
    facts: Facts = {("tag", name): True for name in model.tags}
    facts |= {("search", name): query for name, query in model.searches.items()}
    for number, paper in model.papers.items():
        facts["paper", number] = paper.words
        facts |= {("paper", number, what): getattr(paper, what) for what in ("title", "starred", "read", "trashed")}
        facts |= {("paper", number, "note", note): body for note, body in paper.notes.items()}
        facts |= {("paper", number, "tag", name): True for name in paper.tags}
    return facts


def _model(facts: Facts) -> Model:
    model = Model()
    for key, value in sorted(facts.items(), key=lambda fact: len(fact[0])):
        match key:
            case ("tag", name):
                model.tags.add(name)
            case ("search", name):
                model.searches[name] = value
            case ("paper", number):
                model.papers[number] = Paper("", value)
            case ("paper", number, "note", note):
                model.papers[number].notes[note] = value
            case ("paper", number, "tag", name):
                model.papers[number].tags.add(name)
            case ("paper", number, what):
                setattr(model.papers[number], what, value)
    return model


def _changed(before: Model, after: Model) -> set[tuple[Any, ...]]:
    old, new = _facts(before), _facts(after)
    return {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}


def _related(step: set[tuple[Any, ...]], later: set[tuple[Any, ...]]) -> bool:
    """Whether a later step may stand in the way: the same facts, facts of an article that came or went, any of tags."""
    whole = {key for key in step if key[0] == "paper" and len(key) == 2}
    tags = [any("tag" in key for key in each) for each in (step, later)]
    return bool(step & later) or any(key[:2] in whole for key in later) or all(tags)


def _without(model: Model, past: list[Moment], after: Model) -> Model:
    """The model, had the step that led from the first of these moments to `after` not changed what it did."""
    moment = past[0]
    if moment.renamed and moment.renamed[0] in moment.model.tags:
        model = copy.deepcopy(model)
        _replace(model, moment.renamed[1], moment.renamed[0])
        return model
    facts, before = _facts(model), _facts(moment.model)
    for key in _changed(moment.model, after):
        now = _called_now(key, past[1:])
        facts.pop(now, None)
        if key in before:
            facts[now] = before[key]
    return _model(facts)


def _called_now(key: tuple[Any, ...], past: list[Moment]) -> tuple[Any, ...]:
    """A fact under the name that its tag has by now."""
    for moment in past:
        if "tag" in key and moment.renamed and key[-1] == moment.renamed[0]:
            key = (*key[:-1], moment.renamed[1])
    return key


def _taken_back(past: list[Moment]) -> dict[int, int]:
    """The steps that a later one has taken back, with that one."""
    gone: dict[int, int] = {}
    for moment in reversed(past):
        if moment.takes_back and moment.operation not in gone:
            gone[moment.takes_back] = moment.operation
    return gone


def _thinned(past: list[Moment], now: Moment) -> list[Moment]:
    """The moments that a step still leads away from: one that changed deleted articles only is no step any more."""
    after = [*past[1:], now]
    return [moment for moment, then in zip(past, after, strict=False) if moment.imported or moment.rows != then.rows]


def _thinned_ahead(future: list[Moment], now: Moment) -> list[Moment]:
    """The same for redo, whose nearest moment is the last."""
    before = [*future[1:], now]
    return [moment for moment, then in zip(future, before, strict=False) if moment.imported or moment.rows != then.rows]


TestEdits = EditsMachine.TestCase
TestEdits.settings = settings(
    max_examples=20,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.mark.parametrize("seed", range(6))
def test_a_killed_program_loses_nothing_that_it_acknowledged(folder: Path, seed: int) -> None:
    """`batch` is killed in the middle of its work, again and again; each answered line must be there."""
    chance = random.Random(seed)  # noqa: S311 - moments to kill at, not secrets
    acknowledged: list[str] = []
    sent = 0
    for _ in range(2):
        command = [sys.executable, "-m", "desktop_app", "--archive", str(folder), "batch"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
            assert child.stdin is not None
            assert child.stdout is not None
            tags = [f"t{sent + number}" for number in range(120)]
            sent += len(tags)
            lines = [json.dumps({"command": "tag add", "args": {"tag": tag, "ids": [1, 2, 3]}}) for tag in tags]
            child.stdin.write("\n".join(lines).encode() + b"\n")
            child.stdin.flush()
            for tag in tags[: chance.randint(0, 110)]:
                assert "result" in json.loads(child.stdout.readline())
                acknowledged.append(tag)
            child.kill()
        archive = Archive.open(folder)
        found = {tag.value: tag.count for tag in archive.tags()}
        assert set(acknowledged) <= set(found)
        assert set(found.values()) <= {3}  # a step is done whole or not at all
        assert len(archive.history(1000)) == len(found)
        assert archive.check(deep=True).problems == []
        acknowledged = sorted(found)
        archive.close()
    archive = Archive.open(folder)
    while archive.undo():
        pass
    assert archive.tags() == []
    archive.close()
