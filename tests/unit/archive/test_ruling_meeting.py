"""Decisions about people that meet: none is overruled unseen by another."""

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.archive.holding import Holding
from desktop_app.model.errors import InputRefusedError
from tests.conftest import article
from tests.unit.archive.cast import entity, read, who

MARCEL, ANNA = "Marcel Vogel", "Anna Vogel"


@pytest.fixture
def pair(empty: Archive) -> Archive:
    """Two articles: Marcel Vogel in both, Anna Vogel and a firm in the second."""
    read(
        empty,
        article("Marcel Vogel kam. Vogel sprach.", "Eins", "2018-01", "Bote", place="Aachen"),
        article("Hafenmeister Marcel Vogel und Anna Vogel, Rheinhafen AG.", "Zwei", "2019", "Kurier", place="Krefeld"),
    )
    return empty


def test_who_was_rejected_is_not_merged_unseen(pair: Archive) -> None:
    marcel, anna = entity(pair, MARCEL), entity(pair, ANNA)
    pair.reject_entities([anna])
    for ids, into in (([marcel], anna), ([anna], marcel)):
        with pytest.raises(InputRefusedError, match="“Anna Vogel” was rejected"):
            pair.merge_entities(ids, into)
    pair.restore_entities([anna])
    pair.merge_entities([anna], marcel)
    with pytest.raises(InputRefusedError, match="“Anna Vogel” was merged into another"):
        pair.merge_entities([anna], marcel)
    with pytest.raises(InputRefusedError, match="“Anna Vogel” was merged into another"):
        pair.merge_entities([entity(pair, "Vogel")], anna)


def test_a_mention_that_would_not_count_is_not_made(pair: Archive) -> None:
    marcel, anna = entity(pair, MARCEL), entity(pair, ANNA)
    text = pair.article(2).text
    at = text.index(MARCEL)
    pair.switch_name(anna, ANNA, active=False)
    pair.reject_entities([marcel])
    with pytest.raises(InputRefusedError, match="“Marcel Vogel” was rejected"):
        pair.add_mention(1, 0, len(MARCEL), "person")
    with pytest.raises(InputRefusedError, match="“Marcel Vogel” was rejected"):
        pair.assign_mention(2, text.index(ANNA), marcel)
    pair.restore_entities([marcel])
    with pytest.raises(InputRefusedError, match="is switched off"):
        pair.add_mention(2, text.index(ANNA), text.index(ANNA) + len(ANNA), "person")
    pair.assign_mention(2, at, anna)
    assert who(pair, 2)[0] == (MARCEL, ANNA)


def test_a_name_that_is_switched_off_is_so_for_a_namesake_too(pair: Archive) -> None:
    marcel = entity(pair, MARCEL)
    pair.merge_entities([entity(pair, "Vogel")], marcel)
    pair.switch_name(marcel, "Vogel", active=False)
    pair.split_entity(marcel, source="Bote", name="Marcel der Jüngere")
    assert who(pair, 1) == [(MARCEL, "Marcel der Jüngere")]
    pair.undo()
    assert who(pair, 1) == [(MARCEL, MARCEL)]
    pair.undo()
    assert who(pair, 1) == [(MARCEL, MARCEL), ("Vogel", MARCEL)]
    pair.redo()
    pair.redo()
    assert who(pair, 1) == [(MARCEL, "Marcel der Jüngere")]


def test_words_are_looked_for_before_and_during_a_step(empty: Archive) -> None:
    (one,) = read(empty, article("Der Kran steht."))
    holding = Holding(empty._session)
    holding.look_for("Kran")
    (two, three) = read(empty, article("Ein Kran.", "Zwei"), article("Ein Schiff.", "Drei"))
    assert holding.of(empty._session.reader(), "Kran") == {one, two}
    assert holding.of(empty._session.reader(), "Schiff") == {three}


def test_words_marked_everywhere_go_with_undo_also_where_they_came_later(empty: Archive) -> None:
    (one,) = read(empty, article("Der Kran steht."))
    empty.add_mention(one, 4, 8, "organisation", everywhere=True)
    (two,) = read(empty, article("Ein Kran.", "Zwei"))
    empty.trash([one])
    empty.empty_trash()
    assert who(empty, two) == [("Kran", "Kran")]
    assert empty.undo() is not None
    assert who(empty, two) == []
    (three,) = read(empty, article("Noch ein Kran.", "Drei"))
    empty.redo()
    assert who(empty, two) == who(empty, three) == [("Kran", "Kran")]


def test_a_step_counts_the_articles_that_it_changed(empty: Archive) -> None:
    one, two, _ = read(empty, *(article(text, text) for text in ("Der Kran steht.", "Ein Kran.", "Kranwagen.")))
    assert empty.add_mention(one, 4, 8, "organisation", everywhere=True).articles == {one, two}
    undone = empty.undo()
    assert undone is not None
    assert undone.articles == {one, two}
    with pytest.raises(InputRefusedError, match="part of a word"):
        empty.add_mention(3, 0, 4, "organisation", everywhere=True)


def test_what_is_one_already_is_not_decided_again(pair: Archive) -> None:
    asked = pair.suggestions()[0]
    pair.merge_entities([asked.a.id], asked.b.id)
    for decision in ("same", "different", "unsure"):
        with pytest.raises(InputRefusedError, match="are one already"):
            pair.decide(asked.id, decision)


def test_only_those_whom_texts_name_are_counted(pair: Archive) -> None:
    count = pair.info()["people_and_organisations"]
    pair.merge_entities([entity(pair, ANNA)], entity(pair, MARCEL))
    assert pair.info()["people_and_organisations"] == count - 1
