"""Dossiers: nested, in an order made by hand, found by the query language, and every step of it undone."""

from collections.abc import Callable

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.model.errors import InputRefusedError, NotFoundError
from desktop_app.store import dossiers as store
from tests.conftest import article, shelve


def _tree(archive: Archive) -> list[tuple[str, int, int]]:
    return [(each.path, each.articles, each.whole) for each in archive.dossiers()]


def _order(archive: Archive, number: int) -> list[int]:
    return [entry.article for entry in archive.dossier(number).entries]


@pytest.fixture
def harbour(archive: Archive) -> int:
    """A dossier with three articles in it."""
    return int(archive.make_dossier("Hafen", ids=[3, 1, 2]).result)


def test_a_dossier_keeps_the_order_in_which_it_was_filled(archive: Archive, harbour: int) -> None:
    assert _order(archive, harbour) == [3, 1, 2]
    assert archive.add_to_dossier(harbour, [2, 4, 1]).result == 1
    assert _order(archive, harbour) == [3, 1, 2, 4]
    assert archive.undo_label() == "1 article put into dossier “Hafen”"


def test_a_path_makes_what_is_missing_on_the_way(archive: Archive, harbour: int) -> None:
    archive.make_dossier("Hafen / Kräne/ neue", ids=[4])
    archive.make_dossier("hafen/Lotsen", ids=[1])
    assert _tree(archive) == [
        ("Hafen", 3, 4),
        ("Hafen/Kräne", 0, 1),
        ("Hafen/Kräne/neue", 1, 1),
        ("Hafen/Lotsen", 1, 1),
    ]
    archive.undo()
    archive.undo()
    assert _tree(archive) == [("Hafen", 3, 3)]
    archive.redo()
    assert archive.find("dossier:Hafen").ids.tolist() == [3, 1, 2, 4]


def test_two_neighbours_are_not_called_the_same(archive: Archive, harbour: int) -> None:
    other = archive.make_dossier("Brücken").result
    with pytest.raises(InputRefusedError, match="already"):
        archive.make_dossier("hafen")
    with pytest.raises(InputRefusedError, match="already"):
        archive.rename_dossier(other, "HAFEN")
    with pytest.raises(InputRefusedError, match="slash"):
        archive.rename_dossier(other, "Hafen/Brücken")
    archive.rename_dossier(harbour, "HAFEN")
    inside = archive.make_dossier("Hafen", harbour).result  # below it the name is free
    with pytest.raises(InputRefusedError, match="already"):
        archive.move_dossier(inside)
    assert _tree(archive) == [("HAFEN", 3, 3), ("HAFEN/Hafen", 0, 0), ("Brücken", 0, 0)]


def test_dossiers_are_nested_and_put_in_order(archive: Archive, harbour: int) -> None:
    b = archive.make_dossier("B").result
    c = archive.make_dossier("C").result
    archive.move_dossier(c, before=harbour)
    archive.move_dossier(b, harbour)
    assert [each.path for each in archive.dossiers()] == ["C", "Hafen", "Hafen/B"]
    with pytest.raises(InputRefusedError, match="itself"):
        archive.move_dossier(harbour, b)
    archive.undo()
    archive.undo()
    assert [each.path for each in archive.dossiers()] == ["Hafen", "B", "C"]


def test_articles_are_moved_about_and_back(archive: Archive, harbour: int) -> None:
    archive.move_in_dossier(harbour, [2], before=3)
    assert _order(archive, harbour) == [2, 3, 1]
    archive.move_in_dossier(harbour, [3, 2])
    assert _order(archive, harbour) == [1, 3, 2]
    with pytest.raises(NotFoundError):
        archive.move_in_dossier(harbour, [1], before=4)
    archive.undo()
    archive.undo()
    assert _order(archive, harbour) == [3, 1, 2]


def test_moving_one_leaves_the_others_alone_while_there_is_room(archive: Archive, harbour: int) -> None:
    assert len(archive.move_in_dossier(harbour, [2], before=1).rows["dossier_articles"]) == 1
    for _ in range(store.GAP.bit_length() + 2):  # between the same two again and again, until there is no room
        order = _order(archive, harbour)
        archive.move_in_dossier(harbour, [order[2]], before=order[1])
        assert _order(archive, harbour) == [order[0], order[2], order[1]]


def test_an_introduction_and_comments_stay_with_their_dossier(
    archive: Archive, harbour: int, reopen: Callable[[Archive], Archive]
) -> None:
    archive.introduce_dossier(harbour, "  # Der Hafen\n\nAlles **darüber**.\n")
    archive.comment_in_dossier(harbour, 1, "Hier fängt es an.")
    assert archive.undo_label() == "Comment on “Kran am Kai” in dossier “Hafen”"
    with pytest.raises(NotFoundError, match="not in this dossier"):
        archive.comment_in_dossier(harbour, 4, "?")
    archive = reopen(archive)
    page = archive.dossier(harbour)
    assert page.introduction == "# Der Hafen\n\nAlles **darüber**."
    assert page.comments == {1: "Hier fängt es an."}
    archive.undo()
    archive.undo()
    page = archive.dossier(harbour)
    assert (page.introduction, page.comments) == ("", {})


def test_deleting_takes_all_below_along_and_undo_brings_it_back(archive: Archive, harbour: int) -> None:
    archive.make_dossier("Hafen/Kräne/alte", ids=[4])
    archive.comment_in_dossier(harbour, 1, "Anfang")
    before = _tree(archive)
    archive.delete_dossier(harbour)
    assert _tree(archive) == []
    assert len(archive.find()) == 4
    archive.undo()
    assert _tree(archive) == before
    assert archive.dossier(harbour).comments == {1: "Anfang"}
    archive.redo()
    assert _tree(archive) == []


def test_taking_out_says_how_many_were_in_it(archive: Archive, harbour: int) -> None:
    assert archive.remove_from_dossier(harbour, [1, 4, 2]).result == 2
    assert _order(archive, harbour) == [3]
    archive.undo()
    assert _order(archive, harbour) == [3, 1, 2]


def test_articles_in_the_trash_keep_their_place(archive: Archive, harbour: int) -> None:
    archive.trash([1])
    assert _order(archive, harbour) == [3, 2]
    assert _tree(archive) == [("Hafen", 2, 2)]
    archive.restore([1])
    assert _order(archive, harbour) == [3, 1, 2]
    archive.trash([1])
    archive.empty_trash()
    assert _order(archive, harbour) == [3, 2]


@pytest.mark.parametrize("warm", [False, True])
def test_a_query_finds_a_dossier_and_what_is_in_it_in_its_order(archive: Archive, harbour: int, warm: bool) -> None:
    archive.make_dossier("Hafen/Kräne", ids=[4, 1])
    archive.make_dossier("Andere", ids=[2])
    archive.catch_up()
    if warm:
        archive.browse.matcher()
    found = {
        query: archive.find(query).ids.tolist()
        for query in (
            "dossier:Hafen",
            "mappe:hafen/kräne",
            "dossier:Kräne",
            "dossier:Krä*",
            "dossier:Hafen lang:de",
            "dossier:nichts",
        )
    }
    assert found == {
        "dossier:Hafen": [3, 1, 2, 4],
        "mappe:hafen/kräne": [4, 1],
        "dossier:Kräne": [4, 1],
        "dossier:Krä*": [4, 1],
        "dossier:Hafen lang:de": [1, 2, 4],
        "dossier:nichts": [],
    }
    assert archive.find("dossier:Hafen").sort == "hand"
    assert archive.find("dossier:Hafen Hafen", sort="hand").ids.tolist() == [1, 2]
    assert archive.find("dossier:Hafen Hafen").sort == "relevance"
    assert archive.find("dossier:Hafen", sort="date").ids.tolist() == [1, 3, 2, 4]
    assert sorted(archive.find("-dossier:Kräne").ids) == [2, 3]
    assert sorted(archive.find("dossier:Kräne OR dossier:Andere").ids) == [1, 2, 4]
    assert sorted(archive.find("has:dossier").ids) == [1, 2, 3, 4]
    archive.remove_from_dossier(harbour, [2])
    assert archive.find("dossier:Hafen").ids.tolist() == [3, 1, 4]


def test_by_hand_without_a_dossier_is_newest_first(archive: Archive) -> None:
    listing = archive.find("lang:de", sort="hand")
    assert (listing.sort, listing.ids.tolist()) == ("-date", archive.find("lang:de").ids.tolist())


def test_the_search_box_completes_paths(archive: Archive, harbour: int) -> None:
    archive.make_dossier("Hafen/Kräne")
    _, found = archive.complete("dossier:krä", 11)
    assert [each.value for each in found] == ["Hafen/Kräne"]


def test_a_name_alone_is_enough_where_it_is_the_only_one(archive: Archive, harbour: int) -> None:
    inside = archive.make_dossier("Hafen/Kräne").result
    assert archive.dossier_named("kräne") == archive.dossier_named("Hafen/Kräne") == inside
    archive.make_dossier("Brücken/Kräne")
    with pytest.raises(InputRefusedError, match="several"):
        archive.dossier_named("Kräne")
    with pytest.raises(NotFoundError):
        archive.dossier_named("Lotsen")


def test_how_many_of_some_articles_lie_in_each(archive: Archive, harbour: int) -> None:
    other = archive.make_dossier("Andere", ids=[4]).result
    assert archive.dossiers_of([1, 2, 4]) == {harbour: 2, other: 1}


def test_nothing_is_changed_for_an_unknown_article_or_dossier(archive: Archive, harbour: int) -> None:
    steps = len(archive.history())
    with pytest.raises(NotFoundError):
        archive.add_to_dossier(harbour, [1, 99])
    with pytest.raises(NotFoundError):
        archive.make_dossier("Neu", ids=[99])
    with pytest.raises(NotFoundError):
        archive.add_to_dossier(99, [1])
    assert len(archive.history()) == steps
    assert _tree(archive) == [("Hafen", 3, 3)]


def test_an_import_that_is_taken_back_leaves_the_dossier_as_it_is(archive: Archive, harbour: int) -> None:
    new = shelve(archive, article("Neue Kräne."))
    archive.add_to_dossier(harbour, new, before=1)
    assert _order(archive, harbour) == [3, *new, 1, 2]
    archive.undo()
    assert _order(archive, harbour) == [3, 1, 2]


def test_kept_queries_follow_a_dossier(archive: Archive) -> None:
    archive.catch_up()
    harbour = archive.make_dossier("Hafen", ids=[1]).result
    cranes = archive.make_dossier("Kräne", harbour, ids=[2]).result
    archive.make_dossier("Archiv")
    for name, query in (("a", "dossier:Hafen"), ("b", 'dossier:"hafen/Kräne" Hafen'), ("c", "dossier:(Kräne OR Zoll)")):
        archive.save_search(name, query)
    archive.start_screening("Lesen", "dossier:Hafen")

    def queries() -> list[str]:
        return [search.query for search in archive.saved_searches()] + [archive.screenings()[0].query]

    before = queries()
    archive.rename_dossier(harbour, "Port")
    port = ["dossier:Port", "dossier:Port/Kräne Hafen", "dossier:(Kräne OR Zoll)", "dossier:Port"]
    assert queries() == port
    archive.rename_dossier(cranes, "Krane")
    assert queries()[1:3] == ["dossier:Port/Krane Hafen", "dossier:(Port/Krane OR Zoll)"]
    archive.move_dossier(harbour, archive.dossier_named("Archiv"))
    assert queries()[0] == "dossier:Archiv/Port"
    assert sorted(archive.find(queries()[0]).ids) == [1, 2]
    for _ in range(3):
        archive.undo()
    assert queries() == before


def test_a_path_means_one_dossier_though_others_have_its_name(archive: Archive) -> None:
    archive.make_dossier("Kräne", ids=[1])
    archive.make_dossier("Hafen/Kräne", ids=[2])
    archive.make_dossier("Hafen/Zoll", ids=[3])
    archive.make_dossier("Kai/Zoll", ids=[4])
    assert list(archive.find("dossier:Kräne").ids) == [1]
    assert sorted(archive.find("dossier:Zoll").ids) == [3, 4]
    assert sorted(archive.find("dossier:Krä*").ids) == [1, 2]
