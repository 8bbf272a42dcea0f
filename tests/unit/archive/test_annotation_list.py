"""All annotations as one list: what fits, in what order, and that it keeps step with every change."""

from collections.abc import Callable

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.model.annotations import AnnotationFilter
from tests.conftest import article
from tests.unit.archive.cast import read


@pytest.fixture
def noted(archive: Archive) -> Archive:
    """1: highlight on 1; 2: note on words of 2; 3: note on 3; -1: note on a person, who is named in article 5."""
    read(archive, article("Marcel Vogel kam. Marcel Vogel ging.", "Besuch", "2020-02", "Bote"))
    archive.note(1, "", 4, 9, 3, tags=["Zitat"])
    archive.note(2, "Wer war in Müllheim dabei?", 0, 4, 1, tags=["Frage/offen", "Zitat"])
    archive.note(3, "Bridge as a whole")
    archive.note_entity(archive.entity_named("Marcel Vogel", "person")[0], "Hafenmeister?")
    _dated(archive)
    return archive


def _dated(archive: Archive) -> None:
    with archive._session.writing() as connection:
        connection.execute("update annotations set created_at = '2026-0' || (5 - id) || '-01T10:00:00Z'")
        connection.execute("update annotations set changed_at = '2026-0' || id || '-01T10:00:00Z'")
        connection.execute("update entity_notes set created_at = '2026-09-01', changed_at = '2026-09-01T10:00:00Z'")


def found(archive: Archive, **wanted: object) -> list[int]:
    return archive.annotations(AnnotationFilter(**wanted)).tolist()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ({}, [-1, 3, 2, 1]),
        ({"text": "bridge"}, [3]),
        ({"text": "Muellheim wer"}, [2]),
        ({"text": "hafen"}, [-1, 1]),  # the note on the person, and the words that are marked
        ({"text": "Kai Kran"}, [1]),  # the title
        ({"text": "Mülheim"}, []),
        ({"text": "?"}, [-1, 2]),
        ({"tag": "Zitat"}, [2, 1]),
        ({"tag": "Frage"}, [2]),
        ({"tag": "nirgends"}, []),
        ({"colour": 0}, [3]),
        ({"colour": 3}, [1]),
        ({"kind": "highlight"}, [1]),
        ({"kind": "note"}, [2]),
        ({"kind": "article"}, [3]),
        ({"kind": "person"}, [-1]),
        ({"kind": "organisation"}, []),
        ({"kind": "orphaned"}, []),
        ({"since": "2026-03-01"}, [-1, 3]),
        ({"until": "2026-02-01"}, [2, 1]),
        ({"first": 20190101, "last": 20191231}, [3, 2]),
        ({"last": 20181231}, [1]),
        ({"source": "Rheinhafen-Bote"}, [1]),
        ({"article": 2}, [2]),
        ({"tag": "Zitat", "colour": 1, "text": "wer"}, [2]),
    ],
)
def test_what_fits(noted: Archive, wanted: dict[str, object], numbers: list[int]) -> None:
    assert found(noted, **wanted) == numbers


@pytest.mark.parametrize(
    ("sort", "descending", "numbers"),
    [
        ("changed", False, [1, 2, 3, -1]),
        ("created", True, [-1, 1, 2, 3]),
        ("date", True, [2, 3, 1, -1]),
        ("date", False, [1, 3, 2, -1]),
        ("title", False, [3, 2, 1, -1]),
        ("source", False, [-1, 2, 1, 3]),
        ("colour", True, [1, 2, 3, -1]),
    ],
)
def test_in_what_order(noted: Archive, sort: str, descending: bool, numbers: list[int]) -> None:
    assert noted.annotations(sort=sort, descending=descending).tolist() == numbers  # type: ignore[arg-type]


def test_an_entity_finds_the_notes_on_it_and_in_the_articles_that_name_it(noted: Archive) -> None:
    person = noted.entity_named("Marcel Vogel", "person")[0]
    note = noted.note(5, "", 0, 5).result
    assert found(noted, entity=person) == [note, -1]


def test_annotations_of_one_article_stay_in_the_order_of_its_text(archive: Archive) -> None:
    late, early, whole = (archive.note(1, "x", *span).result for span in ((30, 34), (0, 3), (None, None)))
    assert archive.annotations(sort="title").tolist() == [whole, early, late]


@pytest.mark.parametrize(
    ("change", "numbers"),
    [
        (lambda a: a.note(4, "neu"), {4, -1, 3, 2, 1}),
        (lambda a: a.remove_note(2), {-1, 3, 1}),
        (lambda a: a.remove_annotations([1, -1]), {3, 2}),
        (lambda a: a.trash([1, 3]), {-1, 2}),
        (lambda a: (a.trash([1]), a.restore([1])), {-1, 3, 2, 1}),
        (lambda a: (a.trash([1]), a.empty_trash()), {-1, 3, 2}),
        (lambda a: (a.remove_note(2), a.undo()), {-1, 3, 2, 1}),
    ],
)
def test_it_keeps_step(noted: Archive, change: Callable[[Archive], object], numbers: set[int]) -> None:
    assert found(noted) == [-1, 3, 2, 1]
    change(noted)
    assert set(found(noted)) == numbers


def test_it_keeps_step_with_words_tags_colours_and_titles(noted: Archive) -> None:
    assert found(noted, text="fremd") == found(noted, tag="fremd") == found(noted, colour=4) == []
    noted.change_note(3, "fremd")
    noted.recolour_annotations([1], 4)
    noted.tag_annotations([2], add=["fremd"])
    noted.set_fields(1, title="fremd am Kai")
    assert set(found(noted, text="fremd")) == {3, 1}
    assert (found(noted, tag="fremd"), found(noted, colour=4)) == ([2], [1])
    noted.rename_entity(noted.entity_named("Marcel Vogel", "person")[0], "Marcel Neuvogel")
    assert -1 in found(noted, text="neuvogel")
    noted.tag_annotations([2], remove=["fremd"])
    assert found(noted, tag="fremd") == []


def test_another_program_s_changes_are_seen_where_the_archive_is_only_read(noted: Archive) -> None:
    beside = Archive.open(noted.path, read_only=True)
    assert len(beside.annotations()) == 4
    noted.note(4, "später")
    assert len(beside.annotations()) == 5
    beside.close()


def test_rows_tell_what_an_annotation_is_on(noted: Archive) -> None:
    person, whole, words = noted.annotation_rows([-1, 3, 2, 99])
    assert (person.kind, person.title, person.body, person.colour) == ("person", "Marcel Vogel", "Hafenmeister?", -1)
    assert (whole.kind, whole.start, whole.title) == ("article", None, "Bridge open again")
    assert (words.kind, words.quote, words.source, words.date) == ("note", "Neun", "Niederrhein Kurier", "2019-05-14")
    assert [tag.name for tag in words.tags] == ["Frage/offen", "Zitat"]
    noted.change_note(3, "x" * 9_000)
    assert len(noted.annotation_rows([3])[0].body) == 2_000


def test_counts(noted: Archive) -> None:
    counts = noted.annotation_counts()
    assert (counts.total, counts.orphaned) == (4, 0)
    assert counts.kinds == {"highlight": 1, "note": 1, "article": 1, "person": 1}
    assert counts.colours == {3: 1, 1: 1, 0: 1}
    assert [(tag.value, tag.count) for tag in counts.tags] == [("Frage/offen", 1), ("Zitat", 2)]
    assert [source.value for source in counts.sources] == ["Niederrhein Kurier", "Rheinhafen-Bote", "The Harbour Post"]
