"""Articles in the store: duplicates, provenances, versions of texts, triggers, lists."""

import sqlite3

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.model.article import ParsedFile, Part
from desktop_app.model.errors import NotFoundError
from desktop_app.model.text import text_hash
from desktop_app.store import articles, columns, index_queue
from desktop_app.store.articles import ArticleWriter
from tests.conftest import BRIDGE, HARBOUR, SHELF, STARTUP, article, shelve


def _queue(archive: Archive) -> list[int]:
    return [row[0] for row in archive._session.reader().execute("select article_id from index_queue order by id")]


def _log(archive: Archive, number: int) -> list[tuple[str, str]]:
    return (
        archive._session.reader()
        .execute("select what, detail from change_log where article_id = ? order by id", (number,))
        .fetchall()
    )


def _clear_queue(archive: Archive) -> None:
    with archive._session.writing() as connection:
        index_queue.forget(connection, index_queue.last(connection))


def test_an_article_comes_back_whole(empty: Archive) -> None:
    parsed = article(
        "Rheinhafen. Ein Text.\nMit Zeilen.",
        "Titel",
        "2018-09",
        "Bote",
        kicker="Wirtschaft",
        byline="Maike Dorn",
        place="Rheinhafen",
        credit="Foto: S. Oellers",
        language="de",
        parts=[Part(0, 11, "dateline")],
        tags=["Hafen", "Wirtschaft/Start-up"],
        fields={"seite": "3"},
        member="#2",
    )
    file = ParsedFile("/p/a.csv", "parsed", format="csv", encoding="cp1252", sha256="ab" * 32, size=77)
    with empty._session.writing() as connection:
        number, new = ArticleWriter(connection, None, "2026-01-01T00:00:00Z").add(parsed, file)  # type: ignore[arg-type]
    assert new
    found = empty.article(number)
    for name in ("title", "kicker", "byline", "place", "credit", "source", "language", "text", "fields"):
        assert getattr(found, name) == getattr(parsed, name)
    assert (found.date, found.version, found.words) == ("2018-09", 1, 5)
    assert found.parts == (Part(0, 11, "dateline"),)
    assert [tag.name for tag in found.tags] == ["Hafen", "Wirtschaft/Start-up"]
    (where,) = found.provenance
    assert (where.path, where.member, where.sha256) == ("/p/a.csv", "#2", "ab" * 32)
    assert (where.format, where.encoding, where.size) == ("csv", "cp1252", 77)
    assert (found.starred, found.read, found.trashed, found.notes) == (False, False, False, ())


def test_a_month_stays_a_month_in_the_columns(archive: Archive) -> None:
    kept = columns.load(archive._session.reader())
    assert list(kept.ids) == [1, 2, 3, 4]
    assert list(kept.date_from) == [20180901, 20190514, 20190101, 0]
    assert list(kept.month) == [201809, 201905, 201900, 0]
    rows = archive._session.reader().execute("select date_from, date_to from articles order by id").fetchall()
    assert rows == [(20180901, 20180930), (20190514, 20190514), (20190101, 20191231), (0, 0)]


def test_the_same_words_are_one_article_with_two_provenances(archive: Archive) -> None:
    again = article(HARBOUR.text.replace(" ", "\n  "), HARBOUR.title, "2018-09", "elsewhere")
    assert shelve(archive, again, path="/other/copy.txt") == [1]
    assert archive.counts().all == 4
    assert archive.counts().duplicates == 1
    assert [where.path for where in archive.article(1).provenance][1] == "/other/copy.txt"
    assert archive.article(1).source == "Rheinhafen-Bote"
    assert list(archive.find("is:duplicate").ids) == [1]
    assert list(archive.find(view="duplicates").ids) == [1]


def test_the_very_same_file_again_adds_no_provenance(archive: Archive) -> None:
    for _ in range(2):
        shelve(archive, HARBOUR, path="/same.txt")
    assert len(archive.article(1).provenance) == 2  # the first import and /same.txt


def test_other_words_or_another_date_are_another_article(archive: Archive) -> None:
    other_date = article(HARBOUR.text, HARBOUR.title, "2018-10")
    other_words = article(HARBOUR.text + " Neu.", HARBOUR.title, "2018-09")
    assert shelve(archive, other_date, other_words) == [5, 6]


def test_a_duplicate_of_what_is_in_the_trash_stays_there(archive: Archive) -> None:
    archive.trash([1])
    assert shelve(archive, HARBOUR, path="/again.txt") == [1]
    assert archive.article(1).trashed
    assert archive.counts().all == 3


def test_an_article_taken_back_is_revived(archive: Archive) -> None:
    with archive._session.writing() as connection:
        connection.execute("update articles set state = 2 where id = 1")
    with pytest.raises(NotFoundError):
        archive.article(1)
    with archive._session.writing() as connection:
        found = ArticleWriter(connection, None, "").add(HARBOUR, ParsedFile("/x", "parsed"))  # type: ignore[arg-type]
    assert found == (1, True)
    assert archive.article(1).text == HARBOUR.text
    assert archive.counts().all == 4


def test_texts_are_never_changed(archive: Archive) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="never changed"), archive._session.writing() as connection:
        connection.execute("update texts set body = 'x' where article_id = 1")
    assert archive.article(1).text == HARBOUR.text


def test_each_text_carries_its_hash(archive: Archive) -> None:
    rows = archive._session.reader().execute("select body, sha256 from texts order by id").fetchall()
    assert rows == [(each.text, text_hash(each.text)) for each in SHELF]


def test_prose_fills_the_queue_and_marks_do_not(archive: Archive) -> None:
    assert set(_queue(archive)) == {1, 2, 3, 4}
    assert archive.pending() == 4
    _clear_queue(archive)
    archive.tag([1, 2], "Hafen")
    archive.star([1])
    archive.mark_read([2])
    archive.set_fields(1, place="Lank", date="2018", source="Kurier", byline="md")
    assert _queue(archive) == []
    archive.set_fields(1, title="Neuer Titel")
    archive.note(2, "ein Wort")
    archive.change_note(1, "zwei Wörter")
    archive.trash([3])
    archive.remove_note(1)
    assert _queue(archive) == [1, 2, 2, 3, 2]
    assert archive.pending() == 3
    archive.empty_trash()
    assert _queue(archive)[-1] == 3


def test_the_documents_of_the_index_are_prose(archive: Archive) -> None:
    archive.set_fields(1, kicker="Wirtschaft")
    archive.note(1, "erste")
    archive.note(1, "zweite", 0, 3)
    archive.trash([2])
    with archive._session.writing() as connection:
        connection.execute("update articles set state = 2 where id = 3")
    found = {document.id: document for document in index_queue.documents(archive._session.reader(), [1, 2, 3, 4])}
    assert set(found) == {1, 2, 4}  # the trash can be searched, what was taken back cannot
    assert found[1].title == "Wirtschaft\nKran am Kai"
    assert found[1].note == "erste\nzweite"
    assert (found[2].title, found[2].note, found[2].language) == (STARTUP.title, "", "de")


def test_the_change_log_keeps_what_was(archive: Archive) -> None:
    archive.tag([1], "Hafen")
    archive.untag([1], "Hafen")
    archive.note(1, "alt")
    archive.change_note(1, "neu")
    archive.remove_note(1)
    archive.trash([1])
    whats = [(what, detail) for what, detail in _log(archive, 1) if what != "fields"]
    assert whats == [
        ("tagged", "Hafen"),
        ("untagged", "Hafen"),
        ("noted", "alt"),
        ("note changed", "alt"),
        ("note removed", "neu"),
        ("state", "0 → 1"),
    ]
    archive.set_fields(2, title="anders")
    assert f'"title":"{STARTUP.title}"' in _log(archive, 2)[-1][1]


def test_rows_come_in_the_order_asked_for(archive: Archive) -> None:
    archive.tag([3], "b")
    archive.tag([3], "a")
    archive.note(3, "x")
    rows = archive.rows([3, 99, 1, 3])
    assert [row.id for row in rows] == [3, 1, 3]
    assert [tag.name for tag in rows[0].tags] == ["a", "b"]
    assert (rows[0].notes, rows[0].date, rows[0].source) == (1, "2019", "The Harbour Post")
    assert archive.rows([]) == []


def test_a_row_without_title_shows_its_first_words(empty: Archive) -> None:
    shelve(empty, article("Erste  Zeile\nzweite " + "Wort " * 100))
    (row,) = empty.rows([1])
    assert row.title == ""
    assert row.heading.startswith("Erste Zeile zweite Wort")
    assert len(row.heading) <= 243


def test_ten_thousand_ids_are_no_problem(archive: Archive) -> None:
    assert [row.id for row in archive.rows(range(100_000))] == [1, 2, 3, 4]
    assert archive.tags_of(range(100_000)) == {}


def test_japanese_words_are_counted_by_characters(empty: Archive) -> None:
    shelve(empty, article("港の橋が再開した。", language="ja"), BRIDGE)
    assert [row.words for row in empty.rows([1, 2])] == [4, len(BRIDGE.text.split())]


def test_purging_leaves_no_row_of_the_article(archive: Archive) -> None:
    archive.tag([1, 2], "Hafen")
    archive.note(1, "weg")
    archive.trash([1])
    assert archive.empty_trash().result == 1
    connection = archive._session.reader()
    for table in ("taggings", "annotations", "provenances", "texts"):
        assert connection.execute(f"select count(*) from {table} where article_id = 1").fetchone() == (0,), table
    assert connection.execute("pragma foreign_key_check").fetchall() == []
    with pytest.raises(NotFoundError):
        articles.article(connection, 1)
