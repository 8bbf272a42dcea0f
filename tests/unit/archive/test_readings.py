"""Reading on where one stopped: kept beside the journal, newest first, gone with its article."""

from pathlib import Path

from desktop_app.archive.archive import Archive
from desktop_app.store import readings
from tests.conftest import article, shelve


def test_a_place_is_kept_and_is_no_step_of_the_reader_s(empty: Archive) -> None:
    shelve(empty, article("Der Hafen wächst.", "Eins"), article("Die Brücke fehlt.", "Zwei"))
    before = len(empty.history())
    assert empty.place_in(1) == 0
    assert empty.remember_place(1, 9)
    assert empty.place_in(1) == 9
    assert empty.article(1).reached == 9
    assert empty.article(2).reached == 0
    assert len(empty.history()) == before
    assert not empty.remember_place(77, 3)
    assert empty.place_in(77) == 0


def test_the_last_read_come_first_and_survive_a_restart(empty: Archive, tmp_path: Path) -> None:
    shelve(empty, *(article(f"Text {number}.", f"Titel {number}") for number in range(4)))
    with empty._session.writing() as connection:
        for number, at in ((2, "2019-05-14T10:00:00Z"), (4, "2019-05-14T12:00:00Z"), (1, "2019-05-14T11:00:00Z")):
            readings.remember(connection, number, 0, at)
    assert [row.id for row in empty.recent_readings()] == [4, 1, 2]
    assert [row.title for row in empty.recent_readings(1)] == ["Titel 3"]
    empty.trash([4])
    assert [row.id for row in empty.recent_readings()] == [1, 2]
    folder = empty.path
    empty.close()
    again = Archive.open(folder, read_only=True)
    assert [row.id for row in again.recent_readings()] == [1, 2]
    assert not again.remember_place(3, 1)
    again.close()


def test_an_article_that_is_gone_takes_its_place_along(empty: Archive) -> None:
    shelve(empty, article("Der Hafen.", "Eins"), article("Die Brücke.", "Zwei"))
    empty.remember_place(1, 4)
    empty.remember_place(2, 4)
    empty.trash([1])
    empty.empty_trash()
    assert [row.id for row in empty.recent_readings()] == [2]
    assert empty.forget_readings() == 1
    assert empty.recent_readings() == []
    assert empty.place_in(2) == 0
