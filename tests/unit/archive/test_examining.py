"""The query doctor: what the parts of a query find, and what would mend it."""

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.model.errors import QueryRefusedError
from desktop_app.model.progress import CancelledError
from desktop_app.model.query_notices import Notice
from desktop_app.model.searching import Diagnosis, Repair
from tests.conftest import article, shelve


@pytest.fixture
def indexed(empty: Archive) -> Archive:
    """Forty articles alike about a harbour, and four more."""
    shelve(
        empty,
        *(article(f"Der Hafen wächst, Brücke {number}.", date="2018-09-14", language="de") for number in range(40)),
        article("Der Hafrn ist ein Tippfehler.", date="2018-09-14", language="de"),
        article("Die Kräne am alten Hafen stehen still.", "Kran am Kai", "2017", "Bote", language="de"),
        article("Ein Schiff kommt.", date="2019", language="de"),
        article("Gründer und Gründerinnen.", date="2019", language="de"),
    )
    empty.catch_up()
    return empty


def _mended(repairs: tuple[Repair, ...] | list[Repair]) -> dict[str, int]:
    return {repair.query: repair.count for repair in repairs}


def _is_sound(archive: Archive, told: Diagnosis) -> None:
    """Every repair finds what it says, and more than the query does."""
    for repair in [*told.repairs, *(repair for part in told.parts for repair in part.repairs)]:
        assert repair.count > told.total
        assert isinstance(repair.sentence, Notice)
        assert archive.count(repair.query) == repair.count


def test_the_part_that_leaves_nothing_over_is_told(indexed: Archive) -> None:
    told = indexed.examine("Hafen Schiff date:2018")
    assert (told.query, told.total) == ("Hafen Schiff date:2018", 0)
    assert [(part.text, part.count, part.without) for part in told.parts] == [
        ("Hafen", 41, 0),
        ("Schiff", 1, 40),
        ("date:2018", 41, 0),
    ]
    assert _mended(told.parts[1].repairs)["Hafen date:2018"] == 40
    assert _mended(told.repairs)["Hafen date:2018"] == 40
    _is_sound(indexed, told)


def test_of_one_part_the_rest_is_everything(indexed: Archive) -> None:
    (part,) = indexed.examine("Hafen").parts
    assert (part.count, part.without) == (41, 44)
    assert indexed.examine("").parts == ()
    (excluded,) = indexed.examine("-Hafen").parts
    assert (excluded.text, excluded.count) == ("-Hafen", 3)


@pytest.mark.parametrize(
    ("query", "better", "count"),
    [
        ("Haven", "Hafen", 41),
        ("Haven Brücke", "Hafen Brücke", 40),
        ("Haven Brucke date:2018", "Hafen Brucke date:2018", 40),
        ("Hafrn", "Hafen", 41),
        ("=Krans", "Krans", 1),
        ("=Gründerin", "Gründerin", 1),
        ('"Brücke wächst"', '"Brücke wächst"~10', 40),
        ('"wächst Hafen', "wächst Hafen", 40),
        ("Schif", "Schiff", 1),
        ("Hafen date:2020", "Hafen date:2019..2021", 0),
        ("Kran date:2016", "Kran date:2015..2017", 1),
        ("title:Schiff", "Schiff", 1),
        ("still NEAR/2 Kai", "still Kai", 1),
    ],
)
def test_what_mends_a_query(indexed: Archive, query: str, better: str, count: int) -> None:
    told = indexed.examine(query)
    found = _mended(told.repairs)
    assert found.get(better, 0) == count, found
    _is_sound(indexed, told)


def test_a_word_is_suggested_as_it_is_printed(indexed: Archive) -> None:
    (first, *_) = indexed.correct("Brükce Hafen")
    assert (first.query, first.count) == ("Brücke Hafen", 40)
    assert first.sentence == "Search for “Brücke” instead of “Brükce”."


@pytest.mark.parametrize(
    ("typed", "meant"), [("Zepelin", "Zeppelin"), ("zepelin", "zeppelin"), ("ZEPELIN", "ZEPPELIN")]
)
def test_capitals_of_a_headline_are_not_suggested(empty: Archive, typed: str, meant: str) -> None:
    shelve(empty, article("ZEPPELIN LANDET"))
    empty.catch_up()
    assert empty.correct(typed)[0].query == meant


def test_all_slips_are_mended_at_once_first(indexed: Archive) -> None:
    first = indexed.correct("Brükce AND Haven")[0]
    assert (first.query, first.count) == ("Brücke Hafen", 40)
    assert first.sentence == "Search for “Brücke Hafen” instead."
    assert indexed.correct('"Haven wächst"')[0].query == '"Hafen wächst"'


@pytest.mark.parametrize(
    ("query", "dead", "better", "count"),
    [
        ("Haven Schiff date:2018", 0, "Hafen date:2018", 40),
        ("Haven tag:nirgends", 0, "Hafen", 41),
        ("tag:nirgends Schif source:nirgends", 1, "Schiff", 1),
        ('"Haven wächst" Schif', 0, '"Hafen wächst"', 40),
    ],
)
def test_a_slip_is_mended_even_where_something_else_finds_nothing(
    indexed: Archive, query: str, dead: int, better: str, count: int
) -> None:
    told = indexed.examine(query)
    assert told.total == 0
    assert _mended(told.parts[dead].repairs)[better] == count
    assert _mended(told.repairs)[better] == count
    assert indexed.correct(query)
    _is_sound(indexed, told)


def test_where_no_repair_helps_as_much_is_kept_as_finds_anything(indexed: Archive) -> None:
    told = indexed.examine("Hafen Xyzzy date:2018 source:nirgends")
    assert _mended(told.repairs) == {"Hafen date:2018": 40}
    assert indexed.examine("Xyzzy source:nirgends").repairs == ()


@pytest.mark.parametrize("query", ["Hafen", "Schiff", "", "is:starred", "Xyzzy", "-Haven", "港湾", "tag:Haven"])
def test_what_is_right_or_unknown_is_not_corrected(indexed: Archive, query: str) -> None:
    assert indexed.correct(query) == []


def test_the_doctor_looks_outside_of_what_is_looked_at(indexed: Archive) -> None:
    told = indexed.examine("Hafen", view="starred")
    assert told.total == 0
    assert _mended(told.repairs)["Hafen"] == 41
    indexed.trash([43])
    told = indexed.examine("Schiff")
    assert _mended(told.repairs)["Schiff is:trash"] == 1


def test_synonyms_count_but_are_not_shown(indexed: Archive) -> None:
    indexed.add_synonyms(["Dampfer", "Schiff"])
    told = indexed.examine("Dampfer Kai")
    assert [(part.text, part.count) for part in told.parts] == [("Dampfer", 1), ("Kai", 1)]
    assert "Schiff" not in " ".join(_mended(told.repairs))


def test_an_archive_without_an_index_is_examined_too(archive: Archive) -> None:
    told = archive.examine("Hafen lang:de")
    assert [(part.text, part.count, part.without) for part in told.parts] == [("Hafen", 0, 3), ("lang:de", 3, 0)]
    assert archive.correct("Haven") == []


def test_a_long_query_is_examined_within_bounds(indexed: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = 0
    count_of = indexed.browse.count_of

    def counting(*args: object) -> int:
        nonlocal counted
        counted += 1
        return count_of(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(indexed.browse, "count_of", counting)
    told = indexed.examine(" ".join(f"Wort{number}" for number in range(150)))
    assert len(told.parts) == 24
    assert counted < 200


def test_examining_can_be_cancelled_and_refused(indexed: Archive) -> None:
    with pytest.raises(CancelledError):
        indexed.examine("Hafen Schiff", cancelled=lambda: True)
    with pytest.raises(QueryRefusedError):
        indexed.examine("x " * 6000)
