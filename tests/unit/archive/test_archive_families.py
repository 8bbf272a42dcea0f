"""Versions of articles: found beside everything else, parted and put together by the reader for good."""

from pathlib import Path

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.archive.comparing import ComparingError
from desktop_app.model.errors import ConflictError, InputRefusedError, NotFoundError
from desktop_app.model.progress import CancelledError, Control
from tests.conftest import article, shelve
from tests.unit.similar.press import BRIDGE, FERRY, HARBOUR, VISIT, edited

COPIES = (
    article(HARBOUR, "Züge vom Kai", "2019-02-12", "Rheinhafen-Bote", language="de"),
    article(edited(HARBOUR, 0.1), "Container rollen ab April", "2019-02-13", "Niederrhein-Kurier", language="de"),
    article(HARBOUR[: len(HARBOUR) // 2], "Vertrag für Hafen", "2019-02-11", "Stadtanzeiger", language="de"),
    article(BRIDGE, "Brücke zu", "2020-05", "Rheinhafen-Bote", language="de"),
    article(VISIT, "視察団", "2018-06-12", language="ja"),
    article(edited(VISIT, 0.1), "大阪から視察", "2018-06-13", language="ja"),
)


@pytest.fixture
def press(empty: Archive) -> Archive:
    """Six articles: three versions of one (1–3), one alone, two versions of another (5, 6)."""
    shelve(empty, *COPIES)
    return empty


def grouped(archive: Archive) -> list[list[int]]:
    return sorted(sorted(family) for family in archive.families())


def test_a_child_process_finds_them(press: Archive) -> None:
    assert press.families_waiting() == 6
    assert press.find_families() == 6
    assert grouped(press) == [[1, 2, 3], [5, 6]]
    counts = press.family_counts()
    assert (counts.families, counts.articles, counts.waiting) == (2, 5, 0)
    assert press.find_families() == 0


def test_a_family_is_shown_oldest_first(press: Archive) -> None:
    press.find_families(here=True)
    page = press.family(1)
    assert [version.row.id for version in page.versions] == [3, 1, 2]
    assert page.versions[0].shared == 1.0
    assert page.versions[1].shared > 0.9
    assert not any(version.put_there for version in page.versions)
    assert press.family(4).versions == ()
    with pytest.raises(NotFoundError):
        press.family(99)


def test_only_what_is_new_is_compared_later(press: Archive) -> None:
    press.find_families(here=True)
    (new,) = shelve(press, article(edited(BRIDGE, 0.1), "Umweg über Lank", "2020-05-04"))
    assert press.families_waiting() == 1
    assert press.find_families(here=True) == 1
    assert grouped(press) == [[1, 2, 3], [4, new], [5, 6]]


def test_it_goes_on_where_it_was_cancelled(press: Archive) -> None:
    control = Control()
    control.cancel()
    with pytest.raises(CancelledError):
        press.find_families(control=control, here=True)
    assert press.families() == []
    assert press.families_waiting() == 6
    press.find_families(here=True)
    assert grouped(press) == [[1, 2, 3], [5, 6]]


def test_the_child_tells_the_listeners_once(press: Archive) -> None:
    heard: list[set[int]] = []
    press.on_change.append(lambda changes: heard.append(changes.rows.get("family_members", set())))
    press.find_families()
    assert [each for each in heard if each] == [{1, 2, 3, 5, 6}]


def test_a_program_that_cannot_be_started_is_told(press: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.archive.children.program", lambda _archive: [str(Path("/nowhere/python"))])
    with pytest.raises(ComparingError, match="could not be started"):
        press.find_families()
    assert press.families_waiting() == 6


def test_one_that_is_parted_never_comes_back(press: Archive) -> None:
    press.find_families(here=True)
    changes = press.split_family([2])
    assert changes.label == "“Container rollen ab April” parted from its versions"
    assert {1, 2, 3} <= changes.articles
    assert grouped(press) == [[1, 3], [5, 6]]
    (new,) = shelve(press, article(edited(HARBOUR, 0.05), "Noch einmal", "2019-02-14"))
    press.find_families(here=True)
    assert sum({1, 2} <= set(family) for family in grouped(press)) == 0
    assert press.family(new).versions


def test_parting_is_one_step_to_be_taken_back_and_done_again(press: Archive) -> None:
    press.find_families(here=True)
    press.split_family([2])
    press.undo()
    assert grouped(press) == [[1, 2, 3], [5, 6]]
    press.redo()
    assert grouped(press) == [[1, 3], [5, 6]]


def test_a_whole_family_falls_apart(press: Archive) -> None:
    press.find_families(here=True)
    changes = press.split_family([1, 2, 3])
    assert changes.label == "3 articles parted from their versions"
    assert grouped(press) == [[5, 6]]


def test_two_of_a_family_leave_it_together(press: Archive) -> None:
    (fourth,) = shelve(press, article(edited(HARBOUR, 0.08, seed=3), "Hafen", "2019-03"))
    press.find_families(here=True)
    press.split_family([2, fourth])
    assert grouped(press) == [[1, 3], [2, fourth], [5, 6]]


def test_what_has_no_versions_cannot_be_parted(press: Archive) -> None:
    press.find_families(here=True)
    with pytest.raises(InputRefusedError, match="nothing to part"):
        press.split_family([4])


def test_the_reader_puts_versions_together_and_takes_it_back(press: Archive) -> None:
    press.find_families(here=True)
    changes = press.join_family([4, 5])
    assert changes.label == "Another version of “Brücke zu”"
    assert grouped(press) == [[1, 2, 3], [4, 5, 6]]
    assert [version.put_there for version in press.family(4).versions] == [True, False, True]
    press.undo()
    assert grouped(press) == [[1, 2, 3], [5, 6]]
    with pytest.raises(InputRefusedError, match="two articles or more"):
        press.join_family([4])


def test_what_was_parted_can_be_put_together_again(press: Archive) -> None:
    press.find_families(here=True)
    press.split_family([2])
    press.join_family([1, 2])
    assert grouped(press) == [[1, 2, 3], [5, 6]]


def test_what_was_put_together_by_one_that_leaves_stays_together(press: Archive) -> None:
    press.join_family([4, 1, 5, 2])
    press.split_family([4])
    assert press.families() == [[5, 1, 2]]
    press.undo()
    assert sorted(press.families()[0]) == [1, 2, 4, 5]


def test_the_trash_is_in_no_family_and_comes_back_to_it(press: Archive) -> None:
    press.find_families(here=True)
    press.trash([6])
    assert press.families() == [[3, 1, 2]]
    assert press.family(5).versions == ()
    press.restore([6])
    assert grouped(press) == [[1, 2, 3], [5, 6]]


def test_emptying_the_trash_leaves_the_others_a_family(press: Archive) -> None:
    press.find_families(here=True)
    press.split_family([2])
    press.trash([1, 6])
    press.empty_trash()
    assert press.families() == []
    assert press.family(5).versions == ()
    assert press.check(deep=True).ok
    press.undo()
    assert press.families() == [[3, 2]]


def test_steps_about_what_is_gone_do_not_stand_in_the_way(press: Archive) -> None:
    press.find_families(here=True)
    press.star([5])
    press.split_family([6])
    press.trash([6])
    press.empty_trash()
    for _ in range(3):
        try:
            changes = press.undo()
        except ConflictError as error:  # pragma: no cover - says which step
            pytest.fail(str(error))
        if changes is None:
            break
    assert press.rows([5])[0].starred is False


def test_two_texts_are_compared_word_by_word(press: Archive) -> None:
    found = press.compare_articles(1, 2)
    assert found.one.id == 1
    assert found.other.id == 2
    assert not found.one_family
    assert 0.8 < found.same < 1.0
    removed = [found.one.text[p.old_start : p.old_end] for p in found.pieces if p.kind != "same"]
    added = [found.other.text[p.new_start : p.new_end] for p in found.pieces if p.kind != "same"]
    assert "anders" in "".join(added)
    assert "anders" not in "".join(removed)
    press.find_families(here=True)
    assert press.compare_articles(1, 2).one_family
    assert press.compare_articles(1, 1).same == 1.0


def test_an_unrelated_pair_shares_little(press: Archive) -> None:
    shelve(press, article(FERRY, "Ferry", "2019"))
    assert press.compare_articles(4, 7).same < 0.2


def test_queries_find_copies_and_what_has_them(press: Archive) -> None:
    assert press.find("has:copies").ids.tolist() == []
    press.find_families(here=True)
    assert sorted(press.find("has:copies").ids) == [1, 2, 3, 5, 6]
    assert sorted(press.find("is:copy").ids) == [1, 2, 6]
    assert sorted(press.find("-is:copy").ids) == [3, 4, 5]
    assert sorted(press.find("ist:kopie hat:fassungen").ids) == [1, 2, 6]
    press.catch_up()
    assert sorted(press.find("Brenneisen -is:copy").ids) == [3]
    press.trash([5])
    assert sorted(press.find("Brenneisen is:copy OR 視察団 has:copies").ids) == [1, 2]


def test_a_listing_by_family_shows_the_first_of_each(press: Archive) -> None:
    assert press.find("", by_family=True).ids.tolist() == [4, 2, 1, 3, 6, 5]
    press.find_families(here=True)
    listing = press.find("", by_family=True)
    assert listing.ids.tolist() == [4, 2, 6]
    assert listing.matched == 6
    assert listing.versions == {2: 3, 6: 2}
    assert not listing.inside
    assert press.find("", by_family=True, sort="date").ids.tolist() == [5, 3, 4]
    assert press.find("").ids.tolist() == [4, 2, 1, 3, 6, 5]


def test_an_opened_family_shows_its_members_below_the_first(press: Archive) -> None:
    press.find_families(here=True)
    listing = press.find("", by_family=True, opened=[1])
    assert listing.ids.tolist() == [4, 2, 1, 3, 6]
    assert listing.inside == {1, 3}
    facets = press.facets(listing)
    assert sum(each.count for each in facets.languages) == 3


def test_only_what_matches_is_counted_in_a_family(press: Archive) -> None:
    press.find_families(here=True)
    press.catch_up()
    listing = press.find("Fenske", by_family=True)
    assert listing.versions == {listing.ids[0]: 2}
    assert listing.scores is not None
    assert len(listing.scores) == len(listing.ids) == 1
    assert press.find("date:2019-02-11", by_family=True).versions == {}
    opened = press.find("Fenske", by_family=True, opened=listing.ids)
    assert sorted(opened.ids) == [1, 2]
    plain = press.find("Fenske")
    assert dict(zip(opened.ids, opened.scores or (), strict=True)) == dict(
        zip(plain.ids, plain.scores or (), strict=True)
    )


def test_long_listings_are_collapsed_alike(press: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    press.find_families(here=True)
    wanted = press.find("", by_family=True, opened=[5])
    monkeypatch.setattr("desktop_app.archive.collapsing._MANY", 1)
    found = press.find("", by_family=True, opened=[5])
    assert (found.ids, found.versions, found.inside) == (wanted.ids, wanted.versions, wanted.inside)


def test_facets_count_by_family_or_by_article(press: Archive) -> None:
    press.find_families(here=True)
    by_article = press.facets(press.find(""))
    by_family = press.facets(press.find("", by_family=True))
    assert sum(each.count for each in by_article.languages) == 6
    assert sum(each.count for each in by_family.languages) == 3


def test_a_listing_by_family_follows_what_is_decided(press: Archive) -> None:
    press.find_families(here=True)
    assert len(press.find("", by_family=True)) == 3
    press.split_family([2])
    assert len(press.find("", by_family=True)) == 4
    press.undo()
    assert len(press.find("", by_family=True)) == 3
    press.trash([2, 1])
    assert press.find("", by_family=True).versions == {6: 2}


def test_articles_like_one_are_not_its_own_versions(press: Archive) -> None:
    press.catch_up()
    before = [number for number, _score in press.similar(1)]
    assert {2, 3} & set(before)
    likes = [number for number, _score in press.similar(4)]
    press.find_families(here=True)
    assert not {1, 2, 3} & {number for number, _score in press.similar(1)}
    assert len({1, 2, 3} & set(likes)) > 1
    assert len({1, 2, 3} & {number for number, _score in press.similar(4)}) == 1
