"""Looking back: what a step did in names, what became of one article."""

from desktop_app.archive.archive import Archive
from desktop_app.model.steps import FieldChange


def test_a_step_is_told_by_names(archive: Archive) -> None:
    archive.tag([1, 2], "Hafen")
    details = archive.step(archive.history(1)[0].id)
    assert [(thing.kind, thing.verb, thing.name) for thing in details.things] == [
        ("tag", "added", "Hafen"),
        ("tag on an article", "added", "Hafen"),
        ("tag on an article", "added", "Hafen"),
    ]
    assert [(thing.of, thing.article) for thing in details.things[1:]] == [
        ("Kran am Kai", 1),
        ("Gründer treffen sich", 2),
    ]
    assert (details.total, details.in_the_way) == (3, ())


def test_before_and_after_stand_side_by_side(archive: Archive) -> None:
    archive.set_fields(1, title="Kräne", source="Hafenblatt")
    archive.star([1])
    titled, starred = (archive.step(entry.id).things[-1] for entry in reversed(archive.history(2)))
    assert titled.fields == (
        FieldChange("title", "Kran am Kai", "Kräne"),
        FieldChange("paper", "Rheinhafen-Bote", "Hafenblatt"),
    )
    assert starred.fields == (FieldChange("star", "no", "yes"),)
    archive.trash([2])
    (thing,) = archive.step(archive.history(1)[0].id).things
    assert thing.fields == (FieldChange("place in the archive", "in the archive", "in the trash"),)


def test_what_is_gone_by_now_keeps_its_name(archive: Archive) -> None:
    archive.tag([1], "Hafen")
    tagged = archive.history(1)[0].id
    archive.delete_tag("Hafen")
    assert [thing.name for thing in archive.step(tagged).things] == ["Hafen", "Hafen"]


def test_all_steps_in_the_way_are_named_the_latest_first(archive: Archive) -> None:
    archive.tag([1], "Hafen")
    tagged = archive.history(1)[0].id
    archive.tag([2], "Hafen")
    archive.star([2])
    archive.rename_tag("Hafen", "Kai")
    details = archive.step(tagged)
    assert [entry.sentence for entry in details.in_the_way] == [
        "Tag “Hafen” renamed “Kai”",
        "Tag “Hafen” on 1 article",
    ]
    assert archive.step(archive.history(2)[1].id).in_the_way == ()


def test_an_article_has_a_history_of_its_own(archive: Archive) -> None:
    archive.tag([1, 2], "Hafen")
    archive.star([2])
    note = archive.note(1, "Kran", 0, 3).result
    archive.tag([3], "Brücke")
    archive.change_note(note, "Kräne")
    archive.remove_note(note)
    assert [entry.sentence for entry in archive.history(article=1)] == [
        "Note removed from “Kran am Kai”",
        "Note changed on “Kran am Kai”",
        "Note on “Kran am Kai”",
        "Tag “Hafen” on 2 articles",
    ]
    assert [entry.sentence for entry in archive.history(1, article=3)] == ["Tag “Brücke” on 1 article"]
    assert archive.history(article=4) == []


def test_what_no_step_is_left_of_is_told_by_the_log(archive: Archive) -> None:
    archive.set_fields(1, title="Kräne")
    archive.tag([1], "Hafen")
    archive.trash([1])
    archive.restore([1])
    archive.forget_history()
    archive.set_fields(1, title="Kräne am Kai")
    told = archive.article_history(1)
    assert [str(event.words) for event in told] == [
        "Details of “Kräne” changed",
        "Restored from the trash",
        "Moved to the trash",
        "Tag “Hafen” put on",
        "Details changed",
    ]
    assert [bool(event.step) for event in told] == [True, False, False, False, False]
    assert told[-1].fields == (FieldChange("title", "Kran am Kai", "Kräne"),)
    assert told[0].fields == (FieldChange("title", "Kräne", "Kräne am Kai"),)


def test_a_step_and_what_it_logged_are_told_once(archive: Archive) -> None:
    archive.tag([1], "Hafen")
    archive.note(1, "Kran")
    archive.take_back(archive.history(2)[1].id)
    assert [(str(event.words), event.undone) for event in archive.article_history(1)] == [
        ("Taken back: Tag “Hafen” on 1 article", False),
        ("Note on “Kran am Kai”", False),
        ("Tag “Hafen” on 1 article", True),
    ]


def test_an_undone_step_stays_in_the_history_with_its_undoing(archive: Archive) -> None:
    archive.tag([1], "Hafen")
    archive.undo()
    told = [(str(event.words), event.step > 0, event.undone) for event in archive.article_history(1)]
    assert ("Tag “Hafen” on 1 article", True, True) in told
    assert ("Tag “Hafen” taken off", False, False) in told or ("Tag “” taken off", False, False) in told
