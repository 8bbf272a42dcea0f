"""Reading the hits of a search one by one: decided, resumed, extended, turned into a dossier, and undone."""

from collections.abc import Callable

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.model.changes import Changes
from desktop_app.model.errors import InputRefusedError, NotFoundError
from tests.conftest import article, shelve


@pytest.fixture
def screening(archive: Archive) -> int:
    """A screening of the three dated articles, oldest first: 1, 3, 2."""
    return int(archive.start_screening("Datierte", "is:dated", sort="date").result)


def _progress(archive: Archive, number: int) -> tuple[int, int, int, int]:
    found = archive.screening(number)
    return found.seen, found.kept, found.dropped, found.left


def test_it_holds_the_hits_of_its_search_in_their_order(archive: Archive, screening: int) -> None:
    assert _progress(archive, screening) == (0, 0, 0, 3)
    assert archive.undo_label() == "Screening “Datierte” of 3 articles begun"
    assert archive.find("screening:datierte").ids.tolist() == [1, 3, 2]
    shelve(archive, article("Später.", date="2020"))
    assert archive.find("screening:Datierte").ids.tolist() == [1, 3, 2]


def test_it_goes_on_where_it_stopped(archive: Archive, screening: int, reopen: Callable[[Archive], Archive]) -> None:
    assert archive.next_in_screening(screening) == 1
    archive.decide_screened(screening, [3], "kept")
    assert archive.next_in_screening(screening, 1) == 2
    archive.decide_screened(screening, [2], "dropped")
    archive = reopen(archive)
    assert _progress(archive, screening) == (0, 1, 1, 1)
    assert archive.next_in_screening(screening, 3) == 1  # round again to what was left out
    archive.decide_screened(screening, [1], "seen")
    assert archive.next_in_screening(screening, 1) == 0
    assert (archive.screening(screening).done, archive.screening(screening).total) == (3, 3)


def test_each_decision_is_a_step_that_names_its_article(archive: Archive, screening: int) -> None:
    archive.decide_screened(screening, [1], "kept")
    archive.decide_screened(screening, [1], "dropped")
    assert [entry.sentence for entry in archive.history(2)] == ["“Kran am Kai” dropped", "“Kran am Kai” kept"]
    undone = archive.undo()
    assert undone is not None
    (row,) = undone.rows["screening_items"]
    assert archive.screened_in(row) == (screening, 1)
    assert archive.decision(screening, 1) == "kept"
    archive.undo()
    assert archive.decision(screening, 1) == ""
    archive.redo()
    assert archive.decision(screening, 1) == "kept"
    assert archive.decision(screening, 4) is None
    assert archive.decisions(screening) == {1: "kept"}


def test_what_is_decided_already_is_no_step(archive: Archive, screening: int) -> None:
    archive.decide_screened(screening, [1, 3], "seen")
    steps = len(archive.history())
    assert archive.decide_screened(screening, [1, 3], "seen").result == 0
    assert len(archive.history()) == steps


def test_what_is_refused_changes_nothing(archive: Archive, screening: int) -> None:
    steps = len(archive.history())
    with pytest.raises(NotFoundError, match="Article 4"):
        archive.decide_screened(screening, [1, 4], "kept")
    with pytest.raises(InputRefusedError, match="seen, kept, dropped"):
        archive.decide_screened(screening, [1], "maybe")  # type: ignore[arg-type]
    with pytest.raises(InputRefusedError, match="already"):
        archive.start_screening("DATIERTE", "is:undated")
    with pytest.raises(InputRefusedError, match="finds nothing"):
        archive.start_screening("Nichts", "lang:ja")
    with pytest.raises(InputRefusedError, match="Nothing has been kept"):
        archive.screening_to_dossier(screening, "Leer")
    with pytest.raises(NotFoundError):
        archive.screening(99)
    assert len(archive.history()) == steps


def test_states_can_be_asked_for(archive: Archive, screening: int) -> None:
    archive.decide_screened(screening, [1], "kept")
    archive.decide_screened(screening, [2], "dropped")
    asked = {
        query: archive.find(query).ids.tolist()
        for query in (
            "screening:Datierte/kept",
            "durchsicht:Datierte/behalten",
            "screening:Datierte/left",
            "screening:Datierte/dropped",
            "screening:Datierte -screening:Datierte/dropped",
        )
    }
    assert asked == {
        "screening:Datierte/kept": [1],
        "durchsicht:Datierte/behalten": [1],
        "screening:Datierte/left": [3],
        "screening:Datierte/dropped": [2],
        "screening:Datierte -screening:Datierte/dropped": [1, 3],
    }


def test_a_name_may_end_like_a_state(archive: Archive) -> None:
    archive.start_screening("Brücken/kept", "is:undated")
    assert len(archive.find("screening:Brücken/kept")) == 1


def test_new_hits_are_told_and_added_behind(archive: Archive, screening: int) -> None:
    assert archive.new_in_screening(screening) == 0
    new = shelve(archive, article("Später.", date="2020"), article("Vorher.", date="1999"), article("Ohne Datum."))
    assert archive.new_in_screening(screening) == 2
    archive.decide_screened(screening, [1], "kept")
    assert archive.extend_screening(screening).result == 2
    assert archive.find("screening:Datierte").ids.tolist() == [1, 3, 2, new[1], new[0]]
    assert _progress(archive, screening) == (0, 1, 0, 4)
    assert archive.new_in_screening(screening) == 0
    archive.undo()
    assert archive.new_in_screening(screening) == 2


def test_what_was_kept_becomes_a_dossier_in_one_step(archive: Archive, screening: int) -> None:
    archive.decide_screened(screening, [2, 1], "kept")
    made = archive.screening_to_dossier(screening, "Hafen/Datierte", "Aus einer *Durchsicht*.").result
    page = archive.dossier(made)
    assert page.dossier.path == "Hafen/Datierte"
    assert page.introduction == "Aus einer *Durchsicht*."
    assert [entry.article for entry in page.entries] == [1, 2]
    archive.undo()
    assert archive.dossiers() == []
    archive.redo()
    archive.decide_screened(screening, [3], "kept")
    assert archive.screening_to_dossier(screening, "Hafen/Datierte", "Anders.").result == made
    page = archive.dossier(made)
    assert page.introduction == "Aus einer *Durchsicht*."
    assert [entry.article for entry in page.entries] == [1, 2, 3]


def test_what_lies_in_the_trash_is_passed_over(archive: Archive, screening: int) -> None:
    archive.decide_screened(screening, [1, 3], "kept")
    archive.trash([1, 2])
    assert _progress(archive, screening) == (0, 1, 0, 0)
    assert archive.next_in_screening(screening) == 0
    made = archive.screening_to_dossier(screening, "Behalten").result
    assert [entry.article for entry in archive.dossier(made).entries] == [3]
    archive.empty_trash()
    assert _progress(archive, screening) == (0, 1, 0, 0)


def test_renamed_and_deleted_ones_come_back(archive: Archive, screening: int) -> None:
    archive.decide_screened(screening, [1], "kept")
    archive.rename_screening(screening, "Mit Datum")
    archive.rename_screening(screening, "mit Datum")
    assert archive.screening_named("MIT DATUM") == screening
    archive.delete_screening(screening)
    assert archive.screenings() == []
    archive.undo()
    assert [found.name for found in archive.screenings()] == ["mit Datum"]
    assert _progress(archive, screening) == (0, 1, 0, 2)


def test_deciding_tells_the_views_but_not_that_articles_changed(archive: Archive, screening: int) -> None:
    heard: list[Changes] = []
    archive.on_change.append(heard.append)
    archive.decide_screened(screening, [1], "kept")
    assert [set(changes.rows) for changes in heard] == [{"screening_items"}]
    assert heard[0].articles == set()


def test_saved_searches_follow_a_screening(archive: Archive) -> None:
    archive.catch_up()
    number = archive.start_screening("Lesen", "").result
    archive.save_search("behalten", "screening:Lesen/kept")
    archive.rename_screening(number, "Zweite Runde")
    assert archive.saved_searches()[0].query == 'screening:"Zweite Runde/kept"'
    archive.undo()
    assert archive.saved_searches()[0].query == "screening:Lesen/kept"
