"""A run beside a reader who decides, undoes, counts and brings articles: each sees the others' work whole."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from desktop_app.archive.archive import Archive
from desktop_app.archive.people.appearances import Appearances
from tests.conftest import article, shelve
from tests.unit.archive.cast import ListReader, entity, read, who

MARCEL, ANNA = "Marcel Vogel", "Anna Vogel"


def side_by_side(*works: Callable[[], None]) -> None:
    """Run all at once; raises what the first of them raised."""
    with ThreadPoolExecutor(len(works)) as threads:
        for running in [threads.submit(work) for work in works]:
            running.result()


def test_decisions_hold_amid_a_run(empty: Archive) -> None:
    read(empty, article("Marcel Vogel und Anna Vogel.", source="Bote"), article("Anna Vogel, Kranwerk.", "Zwei"))
    marcel, anna = entity(empty, MARCEL), entity(empty, ANNA)
    shelve(empty, *(article(f"Marcel Vogel, Anna Vogel. Vogel {n}.", f"T{n}", source="Bote") for n in range(300)))

    def run() -> None:
        for version in range(2, 5):
            empty.recognise(reader=ListReader(version=f"list {version}"))

    def decide() -> None:
        for _ in range(8):
            empty.merge_entities([anna], marcel)
            empty.split_entity(marcel, source="Bote")
            empty.undo()
            empty.unmerge_entity(marcel)
            empty.undo()
            empty.undo()
        empty.split_entity(anna, source="Bote", name="Anna vom Boten")
        empty.reject_mention(1, 0, len(MARCEL))

    def count() -> None:
        for _ in range(40):
            empty.browse.gathering.tally()
            empty.entity_rows(empty.entity_ids()[:5])

    def bring() -> None:
        for number in range(20):
            shelve(empty, article(f"Anna Vogel {number}.", f"N{number}", source="Kurier"))

    side_by_side(run, decide, count, bring)
    empty.recognise(reader=ListReader(version="list 4"))
    assert who(empty, 1) == [(ANNA, "Anna vom Boten")]
    assert who(empty, 2)[0] == (ANNA, ANNA)
    assert {tuple(who(empty, number)[1]) for number in range(3, 303) if "Bote" in empty.article(number).source} == {
        (ANNA, "Anna vom Boten")
    }
    kept, fresh = empty.browse.gathering.appearances(), Appearances.load(empty._session.reader())
    assert kept.appearing.entity.tolist() == fresh.appearing.entity.tolist()
    assert kept.appearing.article.tolist() == fresh.appearing.article.tolist()
    assert kept.appearing.mentions.tolist() == fresh.appearing.mentions.tolist()
