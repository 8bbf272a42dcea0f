"""Taking back a step amid others: exactly what it did goes, and what builds on it is named."""

from pathlib import Path

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.model.errors import ConflictError, NotFoundError


def latest(archive: Archive) -> int:
    return archive.history(1)[0].id


def refused_for(archive: Archive, operation: int) -> str:
    """What is said to stand in the way."""
    before = archive.history()
    with pytest.raises(ConflictError) as refusal:
        archive.take_back(operation)
    assert archive.history() == before
    return str(refusal.value.fields["later"])


def tags_of(archive: Archive, number: int) -> set[str]:
    return {tag.name for tag in archive.article(number).tags}


def test_only_what_the_step_did_goes(archive: Archive) -> None:
    archive.tag([1, 2], "Hafen")
    tagged = latest(archive)
    archive.star([1])
    archive.tag([3], "Brücke")
    changes = archive.take_back(tagged)
    assert tags_of(archive, 1) == tags_of(archive, 2) == set()
    assert (archive.article(1).starred, tags_of(archive, 3)) == (True, {"Brücke"})
    assert changes.label == "Taken back: Tag “Hafen” on 2 articles"
    assert {1, 2} <= changes.articles
    assert [entry.taken_back for entry in archive.history(4)] == [False, False, False, True]


def test_taking_back_is_a_step_like_any_other(archive: Archive) -> None:
    archive.star([1])
    starred = latest(archive)
    archive.star([2])
    archive.take_back(starred)
    archive.undo()
    assert archive.article(1).starred
    assert not archive.history(2)[1].taken_back
    archive.redo()
    assert not archive.article(1).starred
    again = archive.take_back(latest(archive))
    assert (archive.article(1).starred, again.label) == (True, "Done again: Star on 1 article")
    once_more = archive.take_back(latest(archive))
    assert (archive.article(1).starred, once_more.label) == (False, "Taken back: Star on 1 article")


def test_the_names_of_steps_outlive_the_program(archive: Archive) -> None:
    archive.tag([1], "Hafen")
    archive.take_back(latest(archive))
    path = archive.path
    archive.close()
    with_it = Archive.open(path)
    step = with_it.history(1)[0].fields["step"]
    assert (step.template, step.fields) == ("Tag “{tag}” on {count} article", {"tag": "Hafen", "count": 1})
    with_it.close()


def test_what_is_gone_already_is_not_taken_back(archive: Archive) -> None:
    archive.star([1])
    starred = latest(archive)
    archive.take_back(starred)
    with pytest.raises(ConflictError, match="taken back already"):
        archive.take_back(starred)
    archive.undo()
    archive.undo()
    with pytest.raises(ConflictError, match="taken back already"):
        archive.take_back(starred)
    with pytest.raises(NotFoundError, match="step 77"):
        archive.take_back(77)


def test_a_later_change_of_the_same_is_named(archive: Archive) -> None:
    archive.set_fields(1, title="Kräne")
    titled = latest(archive)
    archive.set_fields(1, title="Hafenkräne")
    archive.set_fields(1, place="Duisburg")
    assert refused_for(archive, titled) == "Details of “Kräne” changed"
    assert archive.article(1).title == "Hafenkräne"
    archive.take_back(latest(archive) - 1)
    archive.take_back(titled)
    assert (archive.article(1).title, archive.article(1).place) != ("Kräne", "")
    assert archive.article(1).place == "Duisburg"


def test_there_and_back_again_is_a_change_too(archive: Archive) -> None:
    archive.star([1])
    starred = latest(archive)
    archive.star([1], on=False)
    archive.star([1])
    assert refused_for(archive, starred) == "Star on 1 article"


def test_a_step_and_its_taking_back_stand_in_nobodys_way(archive: Archive) -> None:
    archive.star([1])
    starred = latest(archive)
    archive.star([1], on=False)
    archive.take_back(latest(archive))
    archive.take_back(starred)
    assert not archive.article(1).starred


def test_a_tag_is_not_taken_from_those_who_use_it(archive: Archive) -> None:
    archive.tag([1], "Hafen")
    made = latest(archive)
    archive.tag([2], "Hafen")
    assert refused_for(archive, made) == "Tag “Hafen” on 1 article"
    archive.take_back(latest(archive))
    archive.take_back(made)
    assert archive.tags() == []


def test_a_name_that_was_given_anew_is_not_taken(archive: Archive) -> None:
    archive.tag([1], "Hafen")
    archive.rename_tag("Hafen", "Kai")
    renamed = latest(archive)
    archive.tag([2], "Hafen")
    assert refused_for(archive, renamed) == "Tag “Hafen” on 1 article"
    archive.delete_tag("Kai")
    deleted = latest(archive)
    archive.rename_tag("Hafen", "Kai")
    assert refused_for(archive, deleted) == "Tag “Hafen” renamed “Kai”"


def test_what_a_deleted_thing_stood_on_must_be_there(archive: Archive) -> None:
    archive.tag([1, 2], "Hafen")
    archive.untag([1], "Hafen")
    untagged = latest(archive)
    archive.delete_tag("Hafen")
    assert refused_for(archive, untagged) == "Tag “Hafen” deleted"


def test_dossiers_never_stand_within_themselves(archive: Archive) -> None:
    outer = archive.make_dossier("Häfen").result
    inner = archive.make_dossier("Kräne", outer).result
    archive.move_dossier(inner, 0)
    moved = latest(archive)
    archive.move_dossier(outer, inner)
    assert "Häfen" in refused_for(archive, moved)


def test_an_import_is_not_taken_from_under_a_reader_s_work(archive: Archive, tmp_path: Path) -> None:
    paper = tmp_path / "blatt.txt"
    paper.write_text("Der Kran steht\n\nAm Kai steht ein neuer Kran.\n", encoding="utf-8")
    (number,) = archive.importing([paper]).files[0].ids
    imported = latest(archive)
    archive.star([1])
    archive.note(number, "Kran")
    assert refused_for(archive, imported).startswith("Note on")
    archive.take_back(latest(archive))
    archive.take_back(imported)
    assert number not in archive.find().ids
    again = archive.importing([paper])
    assert (again.added, archive.article(number).starred) == (1, False)
    taken = next(entry for entry in archive.history() if entry.takes_back == imported)
    assert refused_for(archive, taken.id) == "Import of 1 article"
    while archive.undo():
        pass
    assert not archive.article(1).starred
