"""Who appears where: lists, filters, facets, pages, networks and paths over a small press of our own."""

import csv
import json
import sqlite3
from pathlib import Path

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.model.errors import NotFoundError
from desktop_app.model.people import EntityRow
from tests.conftest import article, shelve
from tests.unit.archive.cast import ListReader, entity, read

PRESS = (
    article(
        "Bürgermeister Marcel Vogel eröffnete das Kranwerk. Die Rheinhafen AG war dabei. Vogel dankte.",
        "Kranwerk offen",
        "2016-03-02",
        "Rheinhafen-Bote",
        place="Rheinhafen",
    ),
    article("Anna Vogel besuchte das Kranwerk.\n\nSpäter sprach Marcel Vogel.", "Besuch", "2018-09", "Kurier"),
    article("Die Rheinhafen AG schweigt. Es ist Herbst.", "Stille", "2018-10-01", "Kurier", place="Krefeld"),
    article("Leserbrief ohne Datum über das Kranwerk.", "Brief"),
)


@pytest.fixture
def press(empty: Archive) -> Archive:
    """The four articles, read for names."""
    read(empty, *PRESS)
    return empty


def names(archive: Archive, ids: "list[int] | object") -> list[str]:
    """The names of these, in their order."""
    return [row.name for row in archive.entity_rows(list(ids))]  # type: ignore[call-overload]


def test_all_are_listed_by_the_number_of_their_articles(press: Archive) -> None:
    assert names(press, press.entity_ids("organisation")) == ["Kranwerk", "Rheinhafen AG"]
    assert names(press, press.entity_ids("person", bare=False)) == ["Marcel Vogel", "Anna Vogel"]
    assert set(names(press, press.entity_ids())) == {"Kranwerk", "Rheinhafen AG", "Marcel Vogel", "Anna Vogel", "Vogel"}


@pytest.mark.parametrize(
    ("sort", "descending", "wanted"),
    [
        ("name", False, ["Anna Vogel", "Marcel Vogel", "Vogel"]),
        ("name", True, ["Vogel", "Marcel Vogel", "Anna Vogel"]),
        ("first", False, ["Marcel Vogel", "Vogel", "Anna Vogel"]),
        ("last", True, ["Anna Vogel", "Marcel Vogel", "Vogel"]),
        ("articles", True, ["Marcel Vogel", "Anna Vogel", "Vogel"]),
    ],
)
def test_a_table_is_sorted_by_any_column(press: Archive, sort: str, descending: bool, wanted: list[str]) -> None:
    assert names(press, press.entity_ids("person", sort=sort, descending=descending)) == wanted  # type: ignore[arg-type]


def test_undated_ones_come_last_however_it_is_sorted(empty: Archive) -> None:
    read(empty, PRESS[3], PRESS[2])
    assert names(empty, empty.entity_ids(sort="last", descending=True)) == ["Rheinhafen AG", "Kranwerk"]
    assert names(empty, empty.entity_ids(sort="last", descending=False)) == ["Rheinhafen AG", "Kranwerk"]


def test_a_table_is_filtered_by_any_form_however_it_is_written(press: Archive) -> None:
    assert names(press, press.entity_ids(text="RHEINHAFEN")) == ["Rheinhafen AG"]
    assert names(press, press.entity_ids("person", "marcel")) == ["Marcel Vogel"]
    assert press.entity_ids("person", "Kranwerk").tolist() == []


def test_a_row_tells_what_is_known(press: Archive) -> None:
    (row,) = press.entity_rows([entity(press, "Marcel Vogel")])
    assert (row.kind, row.articles, row.mentions, row.first, row.last) == ("person", 2, 2, "2016-03-02", "2018-09-01")
    assert (row.role, row.bare, row.checked) == ("Bürgermeister", False, False)
    (alone,) = press.entity_rows([entity(press, "Vogel")])
    assert alone.bare


def test_the_trash_does_not_count(press: Archive) -> None:
    before = {row.name: row for row in press.entity_rows(press.entity_ids())}
    press.trash([1])
    after = {row.name: row for row in press.entity_rows(press.entity_ids())}
    assert before["Rheinhafen AG"].articles == 2
    assert after["Rheinhafen AG"].articles == 1
    assert "Vogel" not in after
    press.undo()
    assert {row.name: row for row in press.entity_rows(press.entity_ids())} == before


def test_what_is_read_later_is_counted(press: Archive) -> None:
    assert press.entity_rows([entity(press, "Anna Vogel")])[0].articles == 1
    read(press, article("Anna Vogel kam wieder.", "Wieder", "2020-01-01"))
    row = press.entity_rows([entity(press, "Anna Vogel")])[0]
    assert (row.articles, row.last) == (2, "2020-01-01")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('person:"Marcel Vogel"', {1, 2}),
        ("person:marcel", {1, 2}),
        ("person:Marc*", {1, 2}),
        ("person:Vogel", {1}),  # the form alone is somebody's; words of longer names are asked for only if it is not
        ("person:Krause", set()),
        ("org:kranwerk", {1, 2, 4}),
        ("-org:kranwerk", {3}),
        ("has:person", {1, 2}),
        ("has:org", {1, 2, 3, 4}),
        ("person:marcel org:rheinhafen", {1}),
        ("person:marcel SENT org:kranwerk", {1}),
        ("person:marcel org:kranwerk SENT", {1}),
        ("person:marcel SENT person:anna", set()),
        ("person:marcel SAME person:anna", set()),
        ("person:anna SAME org:kranwerk", {2}),
        ("person:marcel SENT eröffnete", {1}),
        ("person:marcel SENT dankte", set()),
        ("person:marcel SAME dankte", {1}),
        ("is:checked", set()),
    ],
)
@pytest.mark.parametrize("warm", [False, True])
def test_queries_about_people(press: Archive, query: str, found: set[int], warm: bool) -> None:
    press.catch_up()
    if warm:
        press.warm()
        press.find("Kranwerk")
    assert set(press.find(query).ids) == found
    assert press.count(query) == len(found)


def test_a_number_asks_for_one_and_no_other(press: Archive) -> None:
    assert set(press.find(f"person:#{entity(press, 'Anna Vogel')}").ids) == {2}
    assert set(press.find("person:#99999").ids) == set()


def test_who_was_merged_away_is_asked_for_no_more(press: Archive) -> None:
    marcel, anna = entity(press, "Marcel Vogel"), entity(press, "Anna Vogel")
    press.merge_entities([anna], marcel)
    assert press.entity_named("Anna Vogel", "person") == [marcel]
    assert set(press.find('person:"Anna Vogel"').ids) == {1, 2}


def test_only_what_a_person_checked(press: Archive) -> None:
    press.warm()
    press.confirm_entities([entity(press, "Anna Vogel")])
    assert set(press.find("is:checked").ids) == {2}
    assert set(press.find("person:marcel is:checked").ids) == set()
    assert set(press.find("has:org is:checked").ids) == set()
    assert names(press, press.entity_ids(checked=True)) == ["Anna Vogel"]
    assert [facet.label for facet in press.facets(press.find("is:checked")).people] == ["Anna Vogel"]


def test_what_nobody_has_checked(press: Archive) -> None:
    press.confirm_entities([entity(press, "Anna Vogel")])
    assert set(press.find("person:marcel -is:checked").ids) == {1}
    assert set(press.find("person:anna -is:checked").ids) == set()
    assert [f.label for f in press.facets(press.find("person:marcel -is:checked")).people] == ["Marcel Vogel", "Vogel"]


def test_a_number_is_of_its_kind(press: Archive) -> None:
    firm = entity(press, "Kranwerk")
    for _ in ("from the store", "from the columns"):
        assert len(press.find(f"org:#{firm}").ids) == press.count(f"org:#{firm}") == 3
        assert len(press.find(f"person:#{firm}").ids) == press.count(f"person:#{firm}") == 0
        press.warm()
        press.find("Kranwerk")


def test_facets_count_people_and_organisations(press: Archive) -> None:
    press.warm()
    press.catch_up()
    facets = press.facets(press.find("Kranwerk"))
    assert {facet.label: facet.count for facet in facets.people} == {"Marcel Vogel": 2, "Anna Vogel": 1, "Vogel": 1}
    assert {facet.value: facet.count for facet in facets.organisations} == {"Kranwerk": 3, "Rheinhafen AG": 1}


def test_facets_ask_for_who_shares_a_name_by_number(press: Archive) -> None:
    press.warm()
    anna, alone = entity(press, "Anna Vogel"), entity(press, "Vogel")
    press.merge_entities([alone], anna)
    press.rename_entity(entity(press, "Marcel Vogel"), "Vogel")
    press.find("Kranwerk")
    values = {facet.id: facet.value for facet in press.facets(press.find("org:kranwerk")).people}
    assert values[anna] == "Anna Vogel"
    (other,) = [number for number in values if number != anna]
    assert values[other] == f"#{other}"


def test_a_page_tells_everything(press: Archive) -> None:
    page = press.entity(entity(press, "Marcel Vogel"))
    assert [(form.form, form.mentions, form.articles, form.active) for form in page.forms] == [
        ("Marcel Vogel", 2, 2, True)
    ]
    (role,) = page.roles
    assert (role.role, role.first, role.sentences) == ("Bürgermeister", "2016-03-02", 1)
    assert role.quotes[0].text == "Bürgermeister Marcel Vogel eröffnete das Kranwerk."
    assert [(each.name, each.articles) for each in page.companions[:1]] == [("Kranwerk", 2)]
    assert [(place.label, place.count) for place in page.places] == [("Rheinhafen", 1)]
    assert {source.label for source in page.sources} == {"Rheinhafen-Bote", "Kurier"}
    assert page.appears_first is not None
    assert page.appears_last is not None
    assert (page.appears_first.article, page.appears_last.article) == (1, 2)
    assert page.appears_last.text == "Später sprach Marcel Vogel."
    start, end = page.appears_last.spans[0]
    assert page.appears_last.text[start:end] == "Marcel Vogel"
    months = {period.name: period for period in page.periods}
    assert months["2016-03"].naming == 1
    assert months["2016-03"].rate == 1000
    assert months["2017-01"].gap
    assert (months["2018-10"].articles, months["2018-10"].naming) == (1, 0)


def test_a_page_of_a_span_of_time(press: Archive) -> None:
    number = entity(press, "Kranwerk")
    assert {each.name for each in press.entity(number).companions} == {
        "Marcel Vogel", "Anna Vogel", "Rheinhafen AG", "Vogel",
    }  # fmt: skip
    late = press.entity(number, first=20180101, last=20181231)
    assert {each.name for each in late.companions} == {"Marcel Vogel", "Anna Vogel"}
    assert len(press.network(number, first=20180101, last=20181231).nodes) == 3


def test_nobody_has_a_page(press: Archive) -> None:
    with pytest.raises(NotFoundError, match="no person or organisation 999"):
        press.entity(999)


def test_sentences_of_one_and_of_two_together(press: Archive) -> None:
    marcel, works = entity(press, "Marcel Vogel"), entity(press, "Kranwerk")
    assert [quote.text for quote in press.entity_quotes(marcel)] == [
        "Später sprach Marcel Vogel.",
        "Bürgermeister Marcel Vogel eröffnete das Kranwerk.",
    ]
    together = press.entity_quotes(marcel, beside=works)
    assert [len(quote.spans) for quote in together] == [1, 2]
    assert press.entity_quotes(marcel, last=20171231)[0].article == 1
    assert press.entity_quotes(marcel, limit=1, offset=1)[0].article == 1


def test_a_switched_off_form_counts_no_more(press: Archive) -> None:
    works = entity(press, "Kranwerk")
    press.warm()
    press.switch_name(works, "Kranwerk", False)
    assert press.find("org:kranwerk").ids.tolist() == []
    assert [form.active for form in press.entity(works).forms] == [False]
    assert "Kranwerk" not in {mention.form for mention in press.mentions(1)}
    press.undo()
    assert set(press.find("org:kranwerk").ids) == {1, 2, 4}


def test_the_network_counts_articles_in_common(press: Archive) -> None:
    number = entity(press, "Kranwerk")
    network = press.network(number)
    assert network.nodes[0].id == number
    by_name = {node.name: node.id for node in network.nodes}
    edges = {frozenset((edge.a, edge.b)): edge.articles for edge in network.edges}
    assert edges[frozenset((number, by_name["Marcel Vogel"]))] == 2
    assert edges[frozenset((by_name["Marcel Vogel"], by_name["Rheinhafen AG"]))] == 1
    assert frozenset((by_name["Anna Vogel"], by_name["Rheinhafen AG"])) not in edges
    assert len(press.network(number, limit=1).nodes) == 2


def test_the_path_between_two(empty: Archive) -> None:
    shelve(empty, article("Anton und Berta tanzten."), article("Berta rief Carl."), article("Carl traf Dora."))
    shelve(empty, article("Emil sitzt allein."))
    cast = {name: ("person", name.lower()) for name in ("Anton", "Berta", "Carl", "Dora", "Emil")}
    empty.recognise(reader=ListReader(cast))  # type: ignore[arg-type]
    ends = entity(empty, "Anton"), entity(empty, "Dora")
    steps = empty.path_between(*ends)
    assert [step.entity.name for step in steps] == ["Anton", "Berta", "Carl", "Dora"]
    assert [step.quote.text if step.quote else "" for step in steps] == [
        "", "Anton und Berta tanzten.", "Berta rief Carl.", "Carl traf Dora.",
    ]  # fmt: skip
    assert empty.path_between(*ends, longest=2) == []
    assert empty.path_between(ends[0], entity(empty, "Emil")) == []
    assert empty.path_between(ends[0], ends[0]) == []


def test_two_side_by_side(press: Archive) -> None:
    found = press.compare_entities(entity(press, "Marcel Vogel"), entity(press, "Anna Vogel"))
    assert found.articles == 1
    assert [companion.name for companion in found.companions] == ["Kranwerk"]


def test_the_command_lines_rows(press: Archive) -> None:
    rows = press.entities("vogel", kind="person", limit=2)
    assert [row["name"] for row in rows] == ["Marcel Vogel", "Anna Vogel"]
    assert rows[0]["names"] == ["Marcel Vogel"]
    assert rows[0]["roles"] == ["Bürgermeister"]


def test_an_old_archive_that_is_only_read_has_nobody(tmp_path: Path) -> None:
    archive = Archive.create(tmp_path / "old")
    shelve(archive, *PRESS)
    archive.close()
    connection = sqlite3.connect(tmp_path / "old" / "archive.db")
    for table in ("mentions", "roles", "names", "identities"):
        connection.execute(f"drop table {table}")
    connection.commit()
    connection.close()
    old = Archive.open(tmp_path / "old", read_only=True)
    assert old.entities() == old.mentions(1) == old.entity_named("Vogel", "person") == []
    assert old.entity_ids().tolist() == []
    assert old.entity_rows([1]) == list[EntityRow]()
    old.browse.matcher()
    assert old.facets(old.find("is:dated")).people == []
    old.close()


def test_an_export_tells_whom_an_article_names(press: Archive, tmp_path: Path) -> None:
    press.confirm_entities([entity(press, "Kranwerk")])
    for checked, people, firms in ((False, "Marcel Vogel; Vogel", "Kranwerk; Rheinhafen AG"), (True, "", "Kranwerk")):
        press.export(tmp_path / "out.csv", "csv", [1], checked_only=checked)
        with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
            (row,) = csv.DictReader(file)
        assert (row["people"], row["organisations"]) == (people, firms)
    press.export(tmp_path / "out.jsonl", "jsonl", [1], checked_only=True)
    (mention,) = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))["mentions"]
    assert (mention["form"], mention["start"], mention["checked"]) == ("Kranwerk", 41, True)
    assert [each["form"] for each in press.article(1).mentions] == [
        "Marcel Vogel",
        "Kranwerk",
        "Rheinhafen AG",
        "Vogel",
    ]
