"""Tags as a tree: renamed, merged and deleted with all below them and wherever they stand, and told beforehand."""

from collections.abc import Callable

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.model.errors import InputRefusedError, NotFoundError
from desktop_app.model.tags import TagPreview, asks_for, retagged
from tests.conftest import BRIDGE, article, shelve
from tests.unit.archive.cast import read


@pytest.fixture
def tree(archive: Archive) -> Archive:
    """Wirtschaft on 1, Wirtschaft/Hafen on 1 and 2, Wirtschaft/Hafen/Kräne on 3, Verkehr on 2 and 4."""
    archive.tag([1], "Wirtschaft")
    archive.tag([1, 2], "Wirtschaft/Hafen")
    archive.tag([3], "Wirtschaft/Hafen/Kräne")
    archive.tag([2, 4], "Verkehr")
    return archive


def carriers(archive: Archive) -> dict[str, set[int]]:
    """Which articles carry each tag."""
    rows = archive._session.reader().execute(
        "select t.name, g.article_id from tags t left join taggings g on g.tag_id = t.id"
    )
    found: dict[str, set[int]] = {}
    for name, number in rows:
        found.setdefault(name, set()).update([number] if number else [])
    return found


RENAMED = [
    ("Wirtschaft", "Handel", {"Handel", "Handel/Hafen", "Handel/Hafen/Kräne", "Verkehr"}),
    ("Wirtschaft/Hafen", "Verkehr/Hafen", {"Wirtschaft", "Verkehr", "Verkehr/Hafen", "Verkehr/Hafen/Kräne"}),
    ("Wirtschaft/Hafen", "Hafen", {"Wirtschaft", "Hafen", "Hafen/Kräne", "Verkehr"}),
    # Downwards, where each name is another's before.
    ("Wirtschaft", "Wirtschaft/Hafen", {"Wirtschaft/Hafen", *(f"Wirtschaft/Hafen/Hafen{x}" for x in ("", "/Kräne"))}),
]


@pytest.mark.parametrize(("name", "new", "expected"), RENAMED)
def test_a_new_name_goes_for_all_below(tree: Archive, name: str, new: str, expected: set[str]) -> None:
    before = carriers(tree)
    tree.rename_tag(name, new)
    assert set(carriers(tree)) == expected | {"Verkehr"}
    assert sorted(map(sorted, carriers(tree).values())) == sorted(map(sorted, before.values()))
    tree.undo()
    assert carriers(tree) == before
    tree.redo()
    assert set(carriers(tree)) == expected | {"Verkehr"}


def test_upwards_a_tag_takes_the_name_that_its_parent_left(archive: Archive) -> None:
    archive.tag([1], "Hafen/Hafen")
    archive.tag([2], "Hafen/Hafen/Hafen")
    archive.rename_tag("Hafen/Hafen", "Hafen")
    assert carriers(archive) == {"Hafen": {1}, "Hafen/Hafen": {2}}
    archive.undo()
    assert carriers(archive) == {"Hafen/Hafen": {1}, "Hafen/Hafen/Hafen": {2}}


def test_a_part_of_names_that_is_no_tag_itself_can_be_renamed(archive: Archive) -> None:
    archive.tag([1], "Orte/Krefeld")
    archive.tag([2], "Orte/Osaka")
    archive.rename_tag("Orte", "Städte")
    assert carriers(archive) == {"Städte/Krefeld": {1}, "Städte/Osaka": {2}}


def test_a_name_that_another_tag_has_is_refused(tree: Archive) -> None:
    tree.tag([4], "Handel/Hafen")
    before = carriers(tree)
    with pytest.raises(InputRefusedError, match="There is a tag “Handel/Hafen” already"):
        tree.rename_tag("Wirtschaft", "Handel")
    assert carriers(tree) == before


def test_merging_puts_what_is_below_the_one_below_the_other(tree: Archive) -> None:
    tree.tag([4], "Verkehr/Hafen")
    before = carriers(tree)
    tree.merge_tags("Wirtschaft", "Verkehr")
    after = {"Verkehr": {1, 2, 4}, "Verkehr/Hafen": {1, 2, 4}, "Verkehr/Hafen/Kräne": {3}}
    assert carriers(tree) == after
    tree.undo()
    assert carriers(tree) == before
    tree.redo()
    assert carriers(tree) == after


def test_merging_into_the_parent_lifts_what_is_below(tree: Archive) -> None:
    tree.merge_tags("Wirtschaft/Hafen", "Wirtschaft")
    assert carriers(tree) == {"Wirtschaft": {1, 2}, "Wirtschaft/Kräne": {3}, "Verkehr": {2, 4}}


def test_a_tag_cannot_go_into_one_below_it(tree: Archive) -> None:
    with pytest.raises(InputRefusedError, match="“Wirtschaft/Hafen” is below “Wirtschaft”"):
        tree.merge_tags("Wirtschaft", "Wirtschaft/Hafen")


def test_deleting_takes_all_below_along(tree: Archive) -> None:
    before = carriers(tree)
    tree.delete_tag("Wirtschaft")
    assert carriers(tree) == {"Verkehr": {2, 4}}
    assert tree.history()[0].sentence == "Tag “Wirtschaft” deleted"
    tree.undo()
    assert carriers(tree) == before


def test_a_parent_finds_what_is_below_it(tree: Archive) -> None:
    for warm in (False, True):
        if warm:
            tree.browse.matcher()
        assert set(tree.find("tag:Wirtschaft").ids) == {1, 2, 3}
        assert set(tree.find("tag:wirtschaft/hafen").ids) == {1, 2, 3}
        assert set(tree.find("tag:Wirtschaft/Hafen/Kräne").ids) == {3}


def test_tags_on_notes_people_and_organisations_go_along(archive: Archive) -> None:
    shelf = read(archive, article("Marcel Vogel leitet die Rheinhafen AG.", "Vogel"))
    person, organisation = archive.entity_ids("person")[0], archive.entity_ids("organisation")[0]
    note = archive.note(shelf[0], "wichtig").result
    archive.tag_annotations([note], add=["Hafen"])
    archive.tag_entities([person, organisation], add=["Hafen"])
    archive.tag_entities([person], add=["Kai"])
    archive.merge_tags("Hafen", "Kai")
    assert {tag for row in archive.entity_rows([person, organisation]) for tag, _ in row.tags} == {"Kai"}
    assert [tag.name for tag in archive.notes(shelf[0])[0].tags] == ["Kai"]
    (tag,) = archive.all_tags()
    assert (tag.annotations, tag.people, tag.organisations) == (1, 1, 1)
    archive.delete_tag("Kai")
    assert archive.notes(shelf[0])[0].tags == ()
    archive.undo()
    archive.undo()
    assert [tag.name for tag in archive.notes(shelf[0])[0].tags] == ["Hafen"]
    assert [[name for name, _ in row.tags] for row in archive.entity_rows([person])] == [["Hafen", "Kai"]]


def test_saved_searches_ask_by_the_new_name(tree: Archive) -> None:
    tree.save_search("Häfen", 'Kran tag:"Wirtschaft/Hafen" -tag:verkehr')
    tree.rename_tag("Wirtschaft", "Handel und Wandel")
    assert tree.saved_searches()[0].query == 'Kran tag:"Handel und Wandel/Hafen" -tag:verkehr'
    tree.undo()
    assert tree.saved_searches()[0].query == 'Kran tag:"Wirtschaft/Hafen" -tag:verkehr'
    tree.merge_tags("Wirtschaft/Hafen", "Verkehr")
    assert tree.saved_searches()[0].query == "Kran tag:Verkehr -tag:verkehr"


def test_screenings_go_on_with_the_new_name(tree: Archive) -> None:
    tree.start_screening("Alles am Hafen", "tag:Wirtschaft/Hafen")
    assert tree.tag_preview("rename", "Wirtschaft", "Handel").searches == (
        ("Alles am Hafen", "tag:Wirtschaft/Hafen", "tag:Handel/Hafen"),
    )
    tree.rename_tag("Wirtschaft", "Handel")
    assert tree.screenings()[0].query == "tag:Handel/Hafen"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("tag:Hafen", "tag:Kai"),
        ("schlagwort:„Hafen“ Kran", "schlagwort:Kai Kran"),
        ("tag:HAFEN/Kran", "tag:Kai/Kran"),
        ("tag:(Hafen OR Zoll) Hafen", "tag:(Kai OR Zoll) Hafen"),
        ("Hafen titel:Hafen", "Hafen titel:Hafen"),
        ("tag:Haf* tag:Hafenamt", "tag:Haf* tag:Hafenamt"),
    ],
)
def test_only_filters_by_the_tag_are_written_anew(query: str, expected: str) -> None:
    assert retagged(query, "Hafen", "Kai") == expected
    assert asks_for(query, "Hafen") == (query != expected)


PREVIEWED: list[tuple[str, Callable[[Archive], TagPreview], Callable[[Archive], object]]] = [
    (
        "rename",
        lambda a: a.tag_preview("rename", "Wirtschaft", "Handel"),
        lambda a: a.rename_tag("Wirtschaft", "Handel"),
    ),
    (
        "merge",
        lambda a: a.tag_preview("merge", "Wirtschaft", "Verkehr"),
        lambda a: a.merge_tags("Wirtschaft", "Verkehr"),
    ),
    ("delete", lambda a: a.tag_preview("delete", "Wirtschaft"), lambda a: a.delete_tag("Wirtschaft")),
]


@pytest.mark.parametrize(("verb", "ask", "do"), PREVIEWED, ids=[name for name, _, _ in PREVIEWED])
def test_what_is_foretold_is_what_happens(
    tree: Archive, verb: str, ask: Callable[[Archive], TagPreview], do: Callable[[Archive], object]
) -> None:
    tree.tag([4], "Verkehr/Hafen")
    tree.save_search("Häfen", "tag:Wirtschaft/Hafen")
    tree.trash([3])
    before, steps = carriers(tree), len(tree.history())
    told = ask(tree)
    assert (carriers(tree), len(tree.history())) == (before, steps)
    assert told.verb == verb
    assert (told.articles, told.trashed) == (3, 1)
    do(tree)
    names = set(before) - {old for old, _ in told.names} | {new for _, new in told.names if new}
    assert set(carriers(tree)) == names
    assert told.joined == (("Verkehr", "Verkehr/Hafen") if verb == "merge" else ())
    assert [new for _, _, new in told.searches] == [search.query for search in tree.saved_searches()]


def test_a_preview_refuses_what_the_verb_would(tree: Archive) -> None:
    for ask in (
        lambda: tree.tag_preview("rename", "Wirtschaft", "Verkehr"),
        lambda: tree.tag_preview("merge", "Verkehr", "Verkehr"),
    ):
        with pytest.raises(InputRefusedError):
            ask()
    with pytest.raises(NotFoundError):
        tree.tag_preview("delete", "Nirgends")


def test_a_new_tag_gets_the_first_free_number_key(archive: Archive) -> None:
    for number in range(1, 12):
        archive.tag([1], f"T{number}")
    assert {tag.name: tag.key for tag in archive.all_tags() if tag.key} == {f"T{n}": n for n in range(1, 10)}
    archive.delete_tag("T3")
    archive.tag([1], "Neu")
    found = archive.tag_with_key(3)
    assert found is not None
    assert found.name == "Neu"


def test_a_key_moves_from_tag_to_tag(archive: Archive) -> None:
    archive.retag([1], add=["A", "B"])
    archive.key_tag("B", 1)
    assert {tag.name: tag.key for tag in archive.all_tags()} == {"A": 0, "B": 1}
    archive.undo()
    assert {tag.name: tag.key for tag in archive.all_tags()} == {"A": 1, "B": 2}
    archive.key_tag("A", 0)
    assert archive.tag_with_key(1) is None
    with pytest.raises(InputRefusedError):
        archive.key_tag("A", 10)


def test_a_colour_may_go_for_all_below(tree: Archive) -> None:
    tree.colour_tag("Wirtschaft", 7, below=True)
    assert {tag.name: tag.colour for tag in tree.all_tags()} == {
        "Wirtschaft": 7,
        "Wirtschaft/Hafen": 7,
        "Wirtschaft/Hafen/Kräne": 7,
        "Verkehr": 3,
    }


def test_mixed_selections_change_where_it_is_lacking(archive: Archive) -> None:
    archive.tag([1, 2], "Hafen")
    assert archive.tags_of([1, 2, 3]) == {1: 2}
    changes = archive.retag([1, 2, 3], add=["Hafen"])
    assert (changes.result, changes.articles) == (1, {3})
    archive.undo()
    archive.retag([1, 2, 3], remove=["Hafen"])
    assert carriers(archive) == {"Hafen": set()}
    archive.undo()
    assert carriers(archive) == {"Hafen": {1, 2}}


def test_suggestions_come_from_articles_that_are_alike(empty: Archive) -> None:
    quays = [article(f"Am Kai stehen neue Kräne. Ausgabe {n}.", f"Kräne am Kai {n}", language="de") for n in "abc"]
    music = [article(f"Das Orchester spielte Brahms im Theater {n}.", f"Konzert {n}", language="de") for n in "abc"]
    ids = shelve(empty, *quays, *music, BRIDGE)
    empty.catch_up()
    empty.tag(ids[:2], "Hafen")
    empty.tag(ids[3:5], "Musik")
    empty.retag(ids[:6], add=["Alles"])
    (best,) = empty.suggest_tags([ids[2]])
    assert best.name == "Hafen"
    assert set(best.articles) == set(ids[:2])
    assert best.score == pytest.approx(1)
    assert [each.name for each in empty.suggest_tags([ids[5]])] == ["Musik"]
    assert empty.suggest_tags(ids[:2]) == []
    assert empty.suggest_tags([ids[6]]) == []


def test_what_a_rule_put_on_or_the_reader_took_off_is_not_suggested(empty: Archive) -> None:
    ids = shelve(
        empty, *(article(f"Am Kai stehen neue Kräne. Ausgabe {n}.", f"Kräne {n}", language="de") for n in "abc"), BRIDGE
    )
    empty.catch_up()
    empty.add_tag_rule("Kräne", "Ausgabe -titel:c")
    assert empty.suggest_tags([ids[2]]) == []
    empty.tag(ids[:2], "Hafen")
    assert [each.name for each in empty.suggest_tags([ids[2]])] == ["Hafen"]
    empty.add_tag_rule("Hafen", "Ausgabe")
    empty.untag([ids[2]], "Hafen")
    assert empty.suggest_tags([ids[2]]) == []
