"""Whatever is decided, in any order: nothing is left to settle, and what is in memory is what is stored."""

import contextlib
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.archive.archive import Archive
from desktop_app.archive.people.appearances import Appearances
from desktop_app.archive.session import now
from desktop_app.model.errors import InputRefusedError, NotFoundError
from desktop_app.store import settling
from desktop_app.store.identities import Registry
from tests.conftest import article
from tests.unit.archive.cast import ListReader, read

TEXTS = (
    "Marcel Vogel kam. Vogel sprach.",
    "Hafenmeister Marcel Vogel und Anna Vogel, Rheinhafen AG.",
    "Kranwerk und Vogel, Anna Vogel. Kran.",
    "Bürgermeisterin Anna Vogel am Kran im Kranwerk.",
)
SPLITS = ({"source": "Bote"}, {"place": "Aachen"}, {"articles": [1, 2, 3]}, {"role": "Hafenmeister"})


class Desk:
    """An archive, and a reader who decides at random."""

    def __init__(self, folder: Path, dice: Random) -> None:
        self.archive = Archive.create(folder)
        self.dice = dice
        self.version = 1
        for _ in range(5):
            self.bring()

    def bring(self) -> None:
        text = " ".join(self.dice.choices(TEXTS, k=2))
        source, place = self.dice.choice(("Bote", "Kurier")), self.dice.choice(("Aachen", "Krefeld"))
        read(self.archive, article(text, text, "2018", source, place=place), reader=self.reader())

    def reader(self) -> ListReader:
        return ListReader(version=f"list {self.version}")

    def run(self) -> None:
        self.version += 1
        self.archive.recognise(reader=self.reader())

    def somebody(self) -> int:
        rows = self.archive._session.reader().execute("select id from entities").fetchall()
        return int(self.dice.choice(rows)[0])

    def place(self) -> tuple[int, int, int]:
        """(article, start, end) of a mention or of other words."""
        number = self.dice.choice(self.archive.find("").ids)
        text = self.archive.article(number).text
        words = self.dice.choice(("Kran", "Vogel", "Anna", "Marcel Vogel", "am"))
        start = max(0, text.find(words))
        return number, start, start + len(words)

    def trash(self) -> None:
        ids = self.archive.find("").ids
        if len(ids) > 2:
            self.archive.trash([self.dice.choice(ids)])

    def steps(self) -> list[Callable[[], object]]:
        archive, dice, somebody, place = self.archive, self.dice, self.somebody, self.place
        kinds, forms = ("person", "organisation"), ("Vogel", "Marcel Vogel", "Kran")
        asked = [each.id for each in archive.suggestions()] or [0]
        return [
            lambda: archive.merge_entities([somebody(), somebody()], somebody()),
            lambda: archive.unmerge_entity(somebody()),
            lambda: archive.split_entity(somebody(), **dice.choice(SPLITS)),
            lambda: archive.rename_entity(somebody(), dice.choice("ABC")),
            lambda: archive.change_kind([somebody()], dice.choice(kinds)),  # type: ignore[arg-type]
            lambda: archive.confirm_entities([somebody()], dice.random() < 0.6),
            lambda: archive.reject_entities([somebody()]),
            lambda: archive.restore_entities([somebody(), somebody()]),
            lambda: archive.switch_name(somebody(), dice.choice(forms), dice.random() < 0.4),
            lambda: archive.reject_mention(*place()),
            lambda: archive.assign_mention(*place()[:2], somebody()),
            lambda: archive.add_mention(*place(), "person", everywhere=True),
            lambda: archive.add_mention(*place(), "organisation", dice.choice([0, somebody()])),
            lambda: archive.set_fields(place()[0], place=dice.choice(("Aachen", "Krefeld"))),
            lambda: archive.decide(dice.choice(asked), dice.choice(("same", "different", "unsure"))),
            self.trash,
            archive.empty_trash,
            archive.undo,
            archive.undo,
            archive.redo,
            lambda: archive.take_back(dice.choice([entry.id for entry in archive.history()] or [0])),
            lambda: archive.take_back(dice.choice([entry.id for entry in archive.history(4)] or [0])),
            self.bring,
            self.run,
        ]

    def check(self) -> None:
        kept, fresh = self.archive.browse.gathering.appearances(), Appearances.load(self.archive._session.reader())
        seen = set(self.archive._session.reader().execute("select id from articles").fetchall())
        for checked in (False, True):
            mine, theirs = kept.of(checked), fresh.of(checked)
            rows = zip(mine.article.tolist(), mine.entity.tolist(), mine.mentions.tolist(), strict=True)
            # Who was in an article that is gone for good does no harm: it stands in no column any more.
            assert [row for row in rows if (row[0],) in seen] == list(
                zip(theirs.article.tolist(), theirs.entity.tolist(), theirs.mentions.tolist(), strict=True)
            )
        registry = Registry(self.archive._session.writer, now())
        with self.archive._session.writing():
            settling.settle(registry, [number for (number,) in seen])
        assert not registry.changes.articles


@settings(deadline=None, max_examples=20)
@given(st.randoms(use_true_random=False), st.integers(5, 40))
def test_nothing_is_left_to_settle(dice: Random, steps: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder) / "archive", dice)
        for _ in range(steps):
            with contextlib.suppress(InputRefusedError, NotFoundError):
                dice.choice(desk.steps())()
            desk.check()
        while desk.archive.undo():
            desk.check()
        desk.archive.close()
