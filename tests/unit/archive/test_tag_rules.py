"""Rules of tags: applied to what is there and to what comes, marked as such, refused for good, undone."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from desktop_app.archive.archive import Archive
from desktop_app.archive.matching import Matcher
from desktop_app.model.changes import Changes
from desktop_app.model.errors import InputRefusedError, NotFoundError, QueryRefusedError
from tests.conftest import article, shelve


@pytest.fixture
def shelf(archive: Archive) -> Archive:
    archive.catch_up()
    return archive


def carried(archive: Archive, name: str = "Häfen") -> dict[int, str]:
    """Which articles carry a tag, and who put it on."""
    rows = archive._session.reader().execute(
        "select g.article_id, g.origin from taggings g join tags t on t.id = g.tag_id where t.name = ?", (name,)
    )
    return dict(rows.fetchall())


def in_step(archive: Archive) -> None:
    """The columns in memory are those of the store."""
    kept, fresh = archive.browse.matcher(), Matcher.load(archive._session.reader())
    pairs = [sorted(zip(m.tagging_tags.tolist(), m.tagging_positions.tolist(), strict=True)) for m in (kept, fresh)]
    assert pairs[0] == pairs[1]
    np.testing.assert_array_equal(kept.ids, fresh.ids)


def arrive(archive: Archive) -> int:
    """An article comes and is indexed."""
    (number,) = shelve(
        archive, article("Auch hier geht es um den Hafen.", "Neu", "2020", "Rheinhafen-Bote", language="de")
    )
    archive._session.announce(Changes(rows={"articles": {number}}))
    archive.catch_up()
    return number


def test_a_rule_tags_what_is_there_and_what_comes(shelf: Archive) -> None:
    changes = shelf.add_tag_rule("Häfen", 'source:"Rheinhafen-Bote" Hafen')
    assert changes.label == shelf.undo_label() == "Rule for tag “Häfen”"
    assert carried(shelf) == {1: "rule"}
    new = arrive(shelf)
    assert shelf.apply_tag_rules() == 1
    assert carried(shelf) == {1: "rule", new: "rule"}
    assert shelf.apply_tag_rules() == 0
    (rule,) = shelf.tag_rules()
    assert (rule.tag, rule.query, rule.active, rule.articles) == ("Häfen", 'source:"Rheinhafen-Bote" Hafen', True, 2)
    assert [tag.machine for tag in shelf.all_tags()] == [2]
    assert shelf.article(new).tags[0].origin == "rule"
    assert len(shelf.history()) == 1


def test_undo_takes_the_rule_with_all_that_it_put_on_and_columns_follow(shelf: Archive) -> None:
    in_step(shelf)
    shelf.add_tag_rule("Häfen", "Hafen")
    in_step(shelf)
    new = arrive(shelf)
    shelf.apply_tag_rules()
    in_step(shelf)
    assert set(shelf.find("tag:Häfen").ids) == {1, 2, new}
    undone = shelf.undo()
    assert undone is not None
    assert undone.articles >= {1, 2, new}
    assert (shelf.tag_rules(), shelf.all_tags(), list(shelf.find("tag:Häfen").ids)) == ([], [], [])
    in_step(shelf)
    shelf.redo()
    assert carried(shelf) == {1: "rule", 2: "rule", new: "rule"}
    in_step(shelf)


def test_what_the_reader_takes_off_never_returns(shelf: Archive) -> None:
    shelf.add_tag_rule("Häfen", "Hafen")
    shelf.untag([1], "Häfen")
    assert shelf.undo_label() == "Tag “Häfen” removed from 1 article"
    assert carried(shelf) == {2: "rule"}
    assert shelf.apply_tag_rules() == 0
    in_step(shelf)
    shelf.undo()
    assert carried(shelf) == {1: "rule", 2: "rule"}
    in_step(shelf)
    shelf.redo()
    assert carried(shelf) == {2: "rule"}
    in_step(shelf)
    assert shelf.rule_preview("Häfen", "Hafen").refused == 1


def test_undo_and_redo_of_all_steps_end_where_they_began(shelf: Archive) -> None:
    states: list[object] = []

    def note() -> None:
        states.append([(rule.query, rule.active) for rule in shelf.tag_rules()])
        states.append([carried(shelf, name) for name in ("Häfen", "Kai", "Orte")])
        in_step(shelf)

    note()
    for step in (
        lambda: shelf.add_tag_rule("Häfen", "Hafen"),
        lambda: shelf.untag([1], "Häfen"),
        lambda: shelf.add_tag_rule("Kai", "Kran"),
        lambda: shelf.tag([2], "Orte"),
        lambda: shelf.pause_tag_rule(1),
        lambda: shelf.pause_tag_rule(1, on=False),
        lambda: shelf.change_tag_rule(2, "Brücke"),
        lambda: shelf.merge_tags("Häfen", "Orte"),
        lambda: shelf.remove_tag_rule(1, keep=True),
        lambda: shelf.remove_tag_rule(2),
        lambda: shelf.delete_tag("Orte"),
    ):
        step()
        note()
    seen = [states[-2:]]
    while shelf.undo():
        in_step(shelf)
        seen.append(
            [[(r.query, r.active) for r in shelf.tag_rules()], [carried(shelf, n) for n in ("Häfen", "Kai", "Orte")]]
        )
    assert [each for pair in reversed(seen) for each in pair] == states
    while shelf.redo():
        in_step(shelf)
    assert [
        [(r.query, r.active) for r in shelf.tag_rules()],
        [carried(shelf, n) for n in ("Häfen", "Kai", "Orte")],
    ] == seen[0]


def test_a_tag_taken_off_by_hand_stays_off_though_a_rule_asks_for_it(shelf: Archive) -> None:
    shelf.tag([1], "Häfen")
    shelf.add_tag_rule("Häfen", "Hafen")
    assert carried(shelf) == {1: "reader", 2: "rule"}
    shelf.untag([1, 2], "Häfen")
    shelf.apply_tag_rules()
    assert carried(shelf) == {}


def test_a_file_does_not_bring_a_refused_tag_back(empty: Archive, tmp_path: Path) -> None:
    path = tmp_path / "kran.md"
    path.write_text("---\ntitle: Kran\ntags: [Hafen]\n---\n\nDer Kran steht am Kai und wird im Herbst versetzt.\n")
    empty.importing([path])
    empty.untag([1], "Hafen")
    with empty._session.writing() as connection:
        connection.execute("update articles set state = 2")
    empty.importing([path])
    assert carried(empty, "Hafen") == {}


def test_a_changed_rule_lets_go_what_it_no_longer_finds(shelf: Archive) -> None:
    number = shelf.add_tag_rule("Häfen", "Hafen").result
    shelf.change_tag_rule(number, "Kräne")
    assert carried(shelf) == {1: "rule"}
    assert shelf.tag_rules()[0].id == number
    shelf.undo()
    assert carried(shelf) == {1: "rule", 2: "rule"}


def test_a_paused_rule_adds_nothing_until_it_works_again(shelf: Archive) -> None:
    number = shelf.add_tag_rule("Häfen", "Hafen").result
    shelf.pause_tag_rule(number)
    assert carried(shelf) == {1: "rule", 2: "rule"}
    in_step(shelf)
    new = arrive(shelf)
    assert shelf.apply_tag_rules() == 0
    assert set(carried(shelf)) == {1, 2}
    shelf.pause_tag_rule(number, on=False)
    assert set(carried(shelf)) == {1, 2, new}
    assert shelf.pause_tag_rule(number, on=False).operation == 0
    shelf.undo()
    assert set(carried(shelf)) == {1, 2}
    in_step(shelf)


@pytest.mark.parametrize(
    "deed",
    [
        lambda shelf: shelf.remove_tag_rule(1),
        lambda shelf: shelf.remove_tag_rule(1, keep=True),
        lambda shelf: shelf.change_tag_rule(1, "Fähre"),
        lambda shelf: shelf.delete_tag("Häfen"),
        lambda shelf: shelf.merge_tags("Häfen", "Kai"),
    ],
)
def test_what_a_paused_rule_had_put_on_comes_back_with_it(shelf: Archive, deed: Callable[[Archive], object]) -> None:
    shelf.make_tag("Kai")
    shelf.add_tag_rule("Häfen", "Hafen")
    shelf.untag([2], "Häfen")
    shelf.pause_tag_rule(1)
    arrive(shelf)
    deed(shelf)
    shelf.undo()
    assert carried(shelf) == {1: "rule"}
    in_step(shelf)


def test_a_paused_rule_goes_along_with_a_merged_tag(shelf: Archive) -> None:
    shelf.make_tag("Kai")
    shelf.add_tag_rule("Häfen", "Hafen")
    shelf.pause_tag_rule(1)
    shelf.merge_tags("Häfen", "Kai")
    assert carried(shelf, "Kai") == {1: "rule", 2: "rule"}


def test_merging_keeps_the_rule_that_works_of_two_alike(shelf: Archive) -> None:
    shelf.add_tag_rule("Häfen", "Hafen")
    number = shelf.add_tag_rule("Kai", "Hafen").result
    shelf.pause_tag_rule(number)
    shelf.merge_tags("Häfen", "Kai")
    assert [(rule.tag, rule.active) for rule in shelf.tag_rules()] == [("Kai", True)]
    assert carried(shelf, "Kai") == {1: "rule", 2: "rule"}
    shelf.undo()
    assert sorted((rule.tag, rule.active) for rule in shelf.tag_rules()) == [("Häfen", True), ("Kai", False)]


@pytest.mark.parametrize("keep", [True, False])
def test_a_removed_rule_takes_its_tags_along_or_leaves_them(shelf: Archive, keep: bool) -> None:
    number = shelf.add_tag_rule("Häfen", "Hafen").result
    shelf.remove_tag_rule(number, keep=keep)
    assert carried(shelf) == ({1: "reader", 2: "reader"} if keep else {})
    in_step(shelf)
    shelf.undo()
    assert carried(shelf) == {1: "rule", 2: "rule"}
    assert [rule.id for rule in shelf.tag_rules()] == [number]


def test_merging_moves_rules_and_a_reader_s_tag_goes_before_a_rule_s(shelf: Archive) -> None:
    shelf.add_tag_rule("Häfen", "Hafen")
    shelf.tag([1, 4], "Kai")
    shelf.merge_tags("Kai", "Häfen")
    assert carried(shelf) == {1: "reader", 4: "reader", 2: "rule"}
    shelf.undo()
    assert carried(shelf) == {1: "rule", 2: "rule"}
    assert carried(shelf, "Kai") == {1: "reader", 4: "reader"}
    shelf.merge_tags("Häfen", "Kai")
    assert carried(shelf, "Kai") == {1: "reader", 4: "reader", 2: "rule"}
    assert [rule.tag for rule in shelf.tag_rules()] == ["Kai"]
    in_step(shelf)


@pytest.mark.parametrize(
    "query",
    ["Hafen is:unread", "tag:Hafen", "-is:starred Kran", "has:note", "note:Kran", "(Kran OR has:tag)", "dossier:Kran"],
)
def test_a_rule_does_not_go_by_what_the_reader_does(shelf: Archive, query: str) -> None:
    with pytest.raises(InputRefusedError, match="not by what has been done with it"):
        shelf.add_tag_rule("Häfen", query)


def test_a_rule_goes_by_all_that_an_article_is(shelf: Archive) -> None:
    shelf.add_tag_rule("Häfen", 'lang:de date:2018 source:Bote author:Dorn is:dated has:place -title:"Gründer"')
    assert carried(shelf) == {1: "rule"}


def test_what_a_rule_would_do_is_told_beforehand(shelf: Archive) -> None:
    shelf.tag([1], "Häfen")
    told = shelf.rule_preview("Häfen", "Hafen")
    assert (told.found, told.new, told.refused) == (2, 1, 0)
    assert shelf.rule_preview("Ganz neu", "Hafen").new == 2
    assert shelf.tag_rules() == []


@pytest.mark.parametrize(
    ("do", "error"),
    [
        (lambda a: a.add_tag_rule("Häfen", "  "), InputRefusedError),
        (lambda a: a.add_tag_rule("Häfen", "Hafen"), InputRefusedError),
        (lambda a: a.add_tag_rule(" ", "Kran"), InputRefusedError),
        (lambda a: a.add_tag_rule("Häfen", "*"), InputRefusedError),
        (lambda a: a.add_tag_rule("Häfen", "Kran OR " * 250 + "Kran"), QueryRefusedError),
        (lambda a: a.change_tag_rule(9, "Kran"), NotFoundError),
        (lambda a: a.remove_tag_rule(9), NotFoundError),
        (lambda a: a.rule_preview("Häfen", ""), InputRefusedError),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(
    shelf: Archive, do: Callable[[Archive], object], error: type[Exception]
) -> None:
    shelf.add_tag_rule("Häfen", "Hafen")
    steps = shelf.history()
    with pytest.raises(error):
        do(shelf)
    assert shelf.history() == steps


def test_emptying_the_trash_forgets_what_was_refused(shelf: Archive) -> None:
    shelf.add_tag_rule("Häfen", "Hafen")
    shelf.untag([1], "Häfen")
    shelf.trash([1])
    shelf.empty_trash()
    assert shelf.undo() is not None
    assert shelf.undo_label() == ""
    in_step(shelf)


def test_a_rule_waits_for_the_index(archive: Archive) -> None:
    archive.add_tag_rule("Häfen", "Hafen")
    assert carried(archive) == {}
    archive.catch_up()
    assert archive.apply_tag_rules() == 2


def test_a_step_amid_others_is_taken_back_with_what_follows_from_it(shelf: Archive) -> None:
    made = shelf.add_tag_rule("Häfen", "Hafen")
    refused = shelf.untag([1], "Häfen")
    changed = shelf.change_tag_rule(made.result, "Hafen OR Brücke")
    shelf.star([3])
    assert carried(shelf) == {2: "rule", 4: "rule"}
    shelf.take_back(refused.operation)
    assert carried(shelf) == {1: "rule", 2: "rule", 4: "rule"}
    in_step(shelf)
    shelf.take_back(changed.operation)
    assert carried(shelf) == {1: "rule", 2: "rule"}
    in_step(shelf)
    shelf.take_back(made.operation)
    assert (carried(shelf), shelf.tag_rules()) == ({}, [])
    in_step(shelf)
    while shelf.undo():
        in_step(shelf)
    assert carried(shelf) == {}
