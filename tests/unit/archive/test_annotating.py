"""Annotations: on the same words everywhere, tagged, recoloured and removed in bulk; every verb is one step."""

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.archive.noting import same_words
from desktop_app.model.errors import InputRefusedError, NotFoundError
from tests.conftest import article, shelve
from tests.unit.archive.cast import read

QUAY = article(
    "Am Kai liegt ein Schiff. Der Kai ist lang, die Kaimauer alt. Am\nKai steht ein Kran.", "Am Kai", language="de"
)


def tags_on(archive: Archive, number: int) -> list[list[str]]:
    return [[tag.name for tag in note.tags] for note in archive.notes(number)]


def test_a_note_everywhere_marks_the_same_words_and_speaks_once(archive: Archive) -> None:
    number = shelve(archive, QUAY)[0]
    made = archive.note(number, "welcher?", 29, 32, 2, tags=["Ort", "Hafen/Kai", "Ort"], everywhere=True)
    found = archive.notes(number)
    assert [note.quote for note in found] == ["Kai", "Kai", "Kai"], "not within Kaimauer"
    assert [note.body for note in found] == ["", "welcher?", ""]
    assert {note.colour for note in found} == {2}
    assert tags_on(archive, number) == [["Hafen/Kai", "Ort"]] * 3
    assert made.result == found[1].id
    assert made.label == "“Kai” marked 3 times in “Am Kai”"
    archive.undo()
    assert archive.notes(number) == []
    archive.redo()
    assert tags_on(archive, number) == [["Hafen/Kai", "Ort"]] * 3


def test_everywhere_leaves_alone_what_is_marked_already(archive: Archive) -> None:
    number = shelve(archive, QUAY)[0]
    archive.note(number, "erster", 3, 6)
    archive.note(number, "", 29, 32, everywhere=True)
    assert len(archive.notes(number)) == 3
    with pytest.raises(InputRefusedError, match="select some"):
        archive.note(number, "ganz", everywhere=True)


@pytest.mark.parametrize(
    ("text", "span", "places"),
    [
        ("Am Kai. Am\nKai. Am  Kai", (0, 6), ["Am\nKai", "Am  Kai"]),  # lines break elsewhere
        ("Hafen, Hafenmeister, Osthafen, Hafen", (0, 5), ["Hafen"]),
        ("Hafenmeister, Hafen", (0, 5), ["Hafen"]),  # part of a word: parts count
        ("港湾局は港湾を", (4, 6), ["港湾"]),
        ("a.b a.b axb", (0, 3), ["a.b"]),  # no pattern
        ("   x", (0, 3), []),
        ("oo oo ooo", (0, 2), ["oo"]),
    ],
)
def test_the_same_words(text: str, span: tuple[int, int], places: list[str]) -> None:
    assert [text[slice(*place)] for place in same_words(text, span)] == places


def test_tagging_annotations_is_one_step(archive: Archive) -> None:
    first = archive.note(1, "eins", 0, 3).result
    second = archive.note(2, "zwei").result
    archive.tag_annotations([first], add=["Zitat"])
    changes = archive.tag_annotations([first, second, second], add=["Zitat", "wichtig"], remove=["Zitat"])
    assert (tags_on(archive, 1), tags_on(archive, 2)) == ([["wichtig"]], [["wichtig"]])
    assert changes.label == "Tags changed on 2 annotations"
    assert (changes.result, changes.articles) == (2, {1, 2})
    undone = archive.undo()
    assert undone is not None
    assert undone.articles == {1, 2}, "the reader shows the old tags again"
    assert (tags_on(archive, 1), tags_on(archive, 2)) == ([["Zitat"]], [[]])
    assert archive.tag_annotations([first], add=["Zitat"]).operation == 0, "nothing changed, no step"


def test_recolouring_and_removing_are_one_step_each(archive: Archive) -> None:
    ids = [archive.note(1, "", 0, 3, tags=["a"]).result, archive.note(2, "zwei", tags=["a"]).result]
    assert archive.recolour_annotations(ids, 3).result == 2
    assert archive.notes(1)[0].colour == archive.notes(2)[0].colour == 3
    assert archive.remove_annotations(ids).label == "2 annotations removed"
    assert (archive.notes(1), archive.notes(2)) == ([], [])
    archive.undo()
    assert (tags_on(archive, 1), tags_on(archive, 2)) == ([["a"]], [["a"]])
    archive.undo()
    assert archive.notes(2)[0].colour == 0
    with pytest.raises(InputRefusedError, match="0 to 4"):
        archive.recolour_annotations(ids, 5)
    with pytest.raises(NotFoundError):
        archive.remove_annotations([ids[0], 99])
    assert len(archive.notes(1)) == 1, "nothing was removed"


def test_removing_a_tagged_note_takes_its_tags_and_undo_brings_them(archive: Archive) -> None:
    note = archive.note(1, "weg", tags=["a", "b"]).result
    archive.remove_note(note)
    archive.undo()
    assert tags_on(archive, 1) == [["a", "b"]]


def test_undoing_a_changed_note_names_its_article(archive: Archive) -> None:
    archive.change_note(archive.note(2, "alt").result, "neu")
    undone = archive.undo()
    assert undone is not None
    assert undone.articles == {2}


def test_notes_on_people_can_be_removed_with_the_others(archive: Archive) -> None:
    read(archive, article("Marcel Vogel kam. Marcel Vogel ging."))
    person = archive.entity_named("Marcel Vogel", "person")[0]
    on_person = -archive.note_entity(person, "wer?").result
    on_article = archive.note(1, "was?").result
    with pytest.raises(InputRefusedError, match="tag the person"):
        archive.tag_annotations([on_person], add=["x"])
    with pytest.raises(InputRefusedError, match="no colour"):
        archive.recolour_annotations([on_person], 1)
    archive.recolour_annotations([on_person, on_article], 1)
    changes = archive.remove_annotations([on_person, on_article])
    assert changes.touches("entities")
    assert (archive.notes(1), archive.entity(person).note_list) == ([], ())
    archive.undo()
    assert [note.body for note in archive.entity(person).note_list] == ["wer?"]
    with pytest.raises(NotFoundError):
        archive.remove_annotations([-99])


def test_words_that_stand_too_often_are_refused(archive: Archive) -> None:
    number = shelve(archive, article("a " * 5_002, "Buchstaben"))[0]
    with pytest.raises(InputRefusedError, match="5001 places"):
        archive.note(number, "", 0, 1, everywhere=True)
    assert archive.notes(number) == []
