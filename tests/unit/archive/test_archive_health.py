"""Info and check: what is in an archive, and what bit rot and lost files look like."""

from pathlib import Path

from desktop_app.archive.archive import Archive
from tests.conftest import HARBOUR


def test_info_counts_what_is_there(archive: Archive) -> None:
    archive.tag([1], "Hafen")
    archive.note(1, "x")
    archive.save_search("S", "x")
    archive.trash([2])
    archive.mark_read([1])
    info = archive.info()
    wanted = {"articles": 3, "unread": 2, "undated": 1, "trash": 1, "tags": 1, "notes": 1, "saved_searches": 1}
    assert {name: info[name] for name in wanted} == wanted
    assert info["path"] == str(archive.path)
    assert info["sources"] == 2
    assert info["not_yet_searchable"] == 4
    assert info["database_bytes"] > 0
    archive.catch_up()
    assert archive.info()["not_yet_searchable"] == 0
    assert archive.info()["index_bytes"] > 0


def test_a_sound_archive_is_sound(archive: Archive) -> None:
    archive.note(1, "x", 0, 3)
    archive.catch_up()
    for deep in (False, True):
        report = archive.check(deep=deep)
        assert (report.ok, report.problems, report.repaired) == (True, [], [])


def test_an_empty_archive_is_sound(empty: Archive) -> None:
    assert empty.check(deep=True).ok
    assert empty.check(deep=True, repair=True).ok


def test_a_flipped_byte_in_a_text_is_found_by_a_deep_check(archive: Archive) -> None:
    archive.note(2, "genau so")
    archive.catch_up()
    with archive._session.writing() as connection:
        connection.execute("drop trigger texts_are_immutable")
        connection.execute("update texts set body = replace(body, 'wächst', 'wachst') where article_id = 1")
        connection.execute("update annotations set body = 'genau sO'")
    archive.catch_up()
    assert archive.check().ok
    report = archive.check(deep=True, repair=True)
    assert not report.ok
    assert report.problems == [
        "The text of article 1 (version 1) has changed on the disk.",
        "Note 1 has changed on the disk.",
    ]
    assert archive.article(1).text == HARBOUR.text.replace("wächst", "wachst")  # repair never touches it


def test_lost_and_changed_originals_are_found(empty: Archive, press: Path) -> None:
    empty.importing([press])
    empty.catch_up()
    first, second, _ = (empty.article(number).provenance[0].sha256 for number in (1, 2, 3))
    empty.original(first).unlink()
    empty.original(second).write_bytes(b"other")
    assert empty.check().problems == [f"The original {first} is missing from originals/."]
    assert set(empty.check(deep=True, repair=True).problems) == {
        f"The original {first} is missing from originals/.",
        f"The original {second} has changed on the disk.",
    }
    assert empty.importing([press]).duplicates == 3  # which puts the lost one back
    assert empty.check().problems == []


def test_a_row_that_names_nothing_is_found(archive: Archive) -> None:
    archive._session.writer.execute("pragma foreign_keys = off")
    with archive._session.writing() as connection:
        connection.execute("insert into taggings(tag_id, article_id, created_at) values (77, 1, '')")
    assert archive.check().problems[:1] == ["A row of taggings names one of tags that does not exist."]
