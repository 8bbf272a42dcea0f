"""What a reader decides about people and organisations: it holds for later articles and runs, and can be undone."""

from collections.abc import Callable

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.model.errors import InputRefusedError, NotFoundError
from tests.conftest import article
from tests.unit.archive.cast import ListReader, entity, read, who

MARCEL, ANNA = "Marcel Vogel", "Anna Vogel"


@pytest.fixture
def pair(empty: Archive) -> Archive:
    """Two articles: Marcel Vogel in both (as harbour master in the second), Anna Vogel and a firm in the second."""
    read(
        empty,
        article("Marcel Vogel kam. Vogel sprach.", "Eins", "2018-01", "Bote", place="Aachen"),
        article("Hafenmeister Marcel Vogel und Anna Vogel, Rheinhafen AG.", "Zwei", "2019", "Kurier", place="Krefeld"),
    )
    return empty


def _again(archive: Archive, version: str = "list 2") -> None:
    """Read everything with a newer recogniser."""
    archive.recognise(reader=ListReader(version=version))


# -- merging


def test_a_merge_keeps_its_direction_and_moves_later_mentions_too(pair: Archive) -> None:
    marcel, anna = entity(pair, MARCEL), entity(pair, ANNA)
    changes = pair.merge_entities([anna], marcel)
    assert changes.label == "“Anna Vogel” merged into “Marcel Vogel”"
    (later,) = read(pair, article("Anna Vogel geht.", "Drei"))
    assert who(pair, later) == [(ANNA, MARCEL)]
    _again(pair)
    assert who(pair, later) == [(ANNA, MARCEL)]


def test_a_merge_takes_notes_and_tags_along_and_parting_gives_them_back(pair: Archive) -> None:
    marcel, anna = entity(pair, MARCEL), entity(pair, ANNA)
    pair.note_entity(anna, "Ihre Schwester?")
    pair.tag_entities([anna, marcel], add=["Hafen"])
    pair.tag_entities([anna], add=["Kai"])
    pair.merge_entities([anna], marcel)
    (row,) = pair.entity_rows([marcel])
    assert [name for name, _ in row.tags] == ["Hafen", "Kai"]
    assert [note.body for note in pair.entity(marcel).note_list] == ["Ihre Schwester?"]
    assert pair.unmerge_entity(marcel).result == [anna]
    assert [name for name, _ in pair.entity_rows([marcel])[0].tags] == ["Hafen"]
    assert [name for name, _ in pair.entity_rows([anna])[0].tags] == ["Hafen", "Kai"]
    assert [note.body for note in pair.entity(anna).note_list] == ["Ihre Schwester?"]
    assert who(pair, 2)[1] == (ANNA, ANNA)


def test_the_preview_counts_what_the_merge_then_has(pair: Archive) -> None:
    marcel, anna = entity(pair, MARCEL), entity(pair, ANNA)
    preview = pair.merge_preview([anna], marcel)
    pair.merge_entities([anna], marcel)
    (row,) = pair.entity_rows([marcel])
    assert (preview.articles, preview.mentions) == (row.articles, row.mentions) == (2, 3)
    assert set(preview.forms) == {MARCEL, ANNA}
    assert preview.name == row.name
    with pytest.raises(NotFoundError):
        pair.merge_preview([99], marcel)


def test_a_chain_of_merges_is_parted_step_by_step(pair: Archive) -> None:
    marcel, anna, bare = entity(pair, MARCEL), entity(pair, ANNA), entity(pair, "Vogel")
    pair.merge_entities([bare], anna)
    pair.merge_entities([anna], marcel)
    assert {name for _, name in who(pair, 1)} == {MARCEL}
    pair.unmerge_entity(marcel)
    assert who(pair, 1) == [(MARCEL, MARCEL), ("Vogel", ANNA)]
    pair.unmerge_entity(anna)
    assert who(pair, 1) == [(MARCEL, MARCEL), ("Vogel", "Vogel")]
    with pytest.raises(InputRefusedError):
        pair.unmerge_entity(marcel)


def test_one_identity_is_parted_from_all_others(pair: Archive) -> None:
    marcel, anna, bare = entity(pair, MARCEL), entity(pair, ANNA), entity(pair, "Vogel")
    pair.merge_entities([bare, anna], marcel)
    rows = pair._session.reader().execute("select id, key from identities where entity_id = ?", (marcel,))
    (identity,) = [number for number, key in rows if key == "anna vogel"]
    assert pair.unmerge_entity(marcel, identity).result == [anna]
    assert who(pair, 1) == [(MARCEL, MARCEL), ("Vogel", MARCEL)]
    with pytest.raises(InputRefusedError):
        pair.unmerge_entity(anna, identity)


def test_a_merge_needs_two(pair: Archive) -> None:
    marcel = entity(pair, MARCEL)
    with pytest.raises(InputRefusedError):
        pair.merge_entities([marcel], marcel)
    with pytest.raises(NotFoundError):
        pair.merge_entities([99], marcel)


# -- namesakes


@pytest.mark.parametrize(
    "by", [{"articles": [2]}, {"source": "Kurier"}, {"place": "krefeld"}, {"role": "Hafenmeister"}]
)
def test_namesakes_are_parted(pair: Archive, by: dict[str, object]) -> None:
    marcel = entity(pair, MARCEL)
    made = pair.split_entity(marcel, **by).result  # type: ignore[arg-type]
    assert pair.mentions(1)[0].entity == marcel
    assert pair.mentions(2)[0].entity == made != marcel
    assert pair.mentions(2)[0].name == MARCEL
    (role,) = pair.entity(made).roles
    assert role.role == "Hafenmeister"
    assert pair.entity(marcel).roles == ()


def test_a_split_holds_for_later_articles_and_runs(pair: Archive) -> None:
    marcel = entity(pair, MARCEL)
    made = pair.split_entity(marcel, source="Kurier", name="Marcel Vogel jun.").result
    other, same = read(
        pair, article("Marcel Vogel!", "Drei", source="Bote"), article("Marcel Vogel?", "Vier", source="Kurier")
    )
    _again(pair)
    assert [pair.mentions(number)[0].entity for number in (1, 2, other, same)] == [marcel, made, marcel, made]


def test_a_corrected_source_settles_namesakes_anew(pair: Archive) -> None:
    marcel = entity(pair, MARCEL)
    made = pair.split_entity(marcel, source="Kurier").result
    pair.set_fields(1, source="Kurier")
    assert pair.mentions(1)[0].entity == made
    pair.undo()
    assert pair.mentions(1)[0].entity == marcel


def test_a_namesake_is_split_again_and_merged_back(pair: Archive) -> None:
    marcel = entity(pair, MARCEL)
    second = pair.split_entity(marcel, articles=[1, 2]).result
    third = pair.split_entity(second, role="Hafenmeister").result
    assert [pair.mentions(number)[0].entity for number in (1, 2)] == [second, third]
    pair.merge_entities([third], marcel)
    assert [pair.mentions(number)[0].entity for number in (1, 2)] == [second, marcel]


def test_a_split_that_fits_no_article_is_refused(pair: Archive) -> None:
    before = pair._session.reader().execute("select count(*) from entities").fetchone()
    for by in ({"source": "Bode"}, {}):
        with pytest.raises(InputRefusedError):
            pair.split_entity(entity(pair, MARCEL), **by)  # type: ignore[arg-type]
    assert pair._session.reader().execute("select count(*) from entities").fetchone() == before


# -- names, kinds, standing


def test_a_name_that_the_reader_chose_stays(pair: Archive) -> None:
    marcel = entity(pair, MARCEL)
    pair.rename_entity(marcel, " Vogel,  Marcel ")
    _again(pair)
    assert pair.entity_rows([marcel])[0].name == "Vogel, Marcel"
    with pytest.raises(InputRefusedError):
        pair.rename_entity(marcel, " ")


def test_a_kind_that_the_reader_chose_stays(pair: Archive) -> None:
    marcel = entity(pair, MARCEL)
    pair.change_kind([marcel], "organisation")
    _again(pair)
    assert pair.mentions(1)[0].kind == "organisation"
    with pytest.raises(InputRefusedError):
        pair.change_kind([marcel], "ship")  # type: ignore[arg-type]


def test_rejected_ones_count_nowhere_until_they_are_taken_back_in(pair: Archive) -> None:
    marcel, anna = entity(pair, MARCEL), entity(pair, ANNA)
    assert pair.reject_entities([marcel, anna]).label == "2 entries are nobody"
    (later,) = read(pair, article("Marcel Vogel wieder."))
    _again(pair)
    assert who(pair, 1) == [("Vogel", "Vogel")]
    assert who(pair, later) == []
    assert pair.restore_entities([marcel]).result == 1
    assert who(pair, later) == [(MARCEL, MARCEL)]


def test_a_confirmed_one_is_checked_everywhere(pair: Archive) -> None:
    marcel = entity(pair, MARCEL)
    assert pair.confirm_entities([marcel]).result == 1
    assert pair.confirm_entities([marcel]).result == 0
    assert pair.mentions(1)[0].checked
    pair.confirm_entities([marcel], on=False)
    assert not pair.mentions(1)[0].checked


def test_a_name_switched_off_counts_no_longer(pair: Archive) -> None:
    bare = entity(pair, "Vogel")
    pair.switch_name(bare, "Vogel", False)
    _again(pair)
    assert who(pair, 1) == [(MARCEL, MARCEL)]
    pair.switch_name(bare, "Vogel", True)
    assert who(pair, 1) == [(MARCEL, MARCEL), ("Vogel", "Vogel")]
    with pytest.raises(NotFoundError):
        pair.switch_name(bare, "Amsel", False)


# -- single mentions


def test_a_rejected_mention_stays_rejected(pair: Archive) -> None:
    pair.reject_mention(2, 0, 25)
    _again(pair)
    assert who(pair, 2)[0] == (ANNA, ANNA)
    assert pair.roles_in(2) == {}
    assert who(pair, 1)[0] == (MARCEL, MARCEL)
    pair.undo()
    assert who(pair, 2)[0] == (MARCEL, MARCEL)
    assert len(pair.roles_in(2)) == 1


def test_an_assigned_mention_takes_its_like_in_the_article_along(pair: Archive) -> None:
    anna = entity(pair, ANNA)
    (number,) = read(pair, article("Vogel kam, Vogel ging.", "Drei"))
    pair.assign_mention(number, 0, anna)
    _again(pair)
    assert who(pair, number) == [("Vogel", ANNA), ("Vogel", ANNA)]
    assert all(mention.checked for mention in pair.mentions(number))
    assert who(pair, 1)[1] == ("Vogel", "Vogel")
    with pytest.raises(InputRefusedError):
        pair.assign_mention(number, 6, anna)


def test_the_latest_word_counts(pair: Archive) -> None:
    marcel, anna = entity(pair, MARCEL), entity(pair, ANNA)
    pair.split_entity(marcel, source="Kurier")
    pair.assign_mention(2, 13, anna)
    assert pair.mentions(2)[0].entity == anna
    pair.assign_mention(2, 13, marcel)
    assert pair.mentions(2)[0].entity == marcel
    pair.reject_mention(2, 13, 25)
    pair.add_mention(2, 13, 25, "person", anna)
    assert pair.mentions(2)[0].entity == anna


def test_marked_words_are_a_name(pair: Archive) -> None:
    made = pair.add_mention(2, 0, 12, "organisation").result
    mention = pair.mentions(2)[0]
    assert (mention.form, mention.kind, mention.entity, mention.origin) == (
        "Hafenmeister",
        "organisation",
        made,
        "reader",
    )
    assert mention.checked
    _again(pair)
    assert pair.mentions(2)[0] == mention
    pair.reject_mention(2, 0, 12)
    assert who(pair, 2)[0] == (MARCEL, MARCEL)


def test_marked_words_take_the_place_of_what_was_found_there(pair: Archive) -> None:
    marcel = entity(pair, MARCEL)
    pair.add_mention(2, 0, 25, "person", marcel)
    assert who(pair, 2)[0] == ("Hafenmeister Marcel Vogel", MARCEL)
    (role,) = pair.entity(marcel).roles
    assert role.role == "Hafenmeister"


def test_words_marked_everywhere_are_a_name_in_later_articles_too(pair: Archive) -> None:
    (old, new) = read(pair, article("Der Kai und der Kaiser. Kai!", "Drei"), article("Ein Hafen.", "Vier"))
    made = pair.add_mention(old, 4, 7, "person", everywhere=True).result
    assert [(mention.start, mention.entity) for mention in pair.mentions(old)] == [(4, made), (24, made)]
    (later,) = read(pair, article("Kai kommt, Kai-Uwe nicht.", "Fünf"))
    assert [mention.start for mention in pair.mentions(later)] == [0, 11]
    assert pair.mentions(new) == []
    pair.undo()
    assert pair.mentions(old) == pair.mentions(later) == []
    pair.redo()
    assert len(pair.mentions(old)) == len(pair.mentions(later)) == 2


def test_words_marked_everywhere_stay_part_of_longer_names(pair: Archive) -> None:
    (number,) = read(pair, article("Vogel rief Anna Vogel an.", "Drei"))
    made = pair.add_mention(number, 0, 5, "organisation", everywhere=True).result
    assert [mention.entity for mention in pair.mentions(number)] == [made, entity(pair, ANNA)]
    assert pair.mentions(1)[1].entity == made


@pytest.mark.parametrize("span", [(-1, 3), (3, 3), (0, 999)])
def test_a_span_outside_the_text_is_refused(pair: Archive, span: tuple[int, int]) -> None:
    with pytest.raises(InputRefusedError):
        pair.add_mention(1, *span, "person")
    with pytest.raises(InputRefusedError):
        pair.reject_mention(1, *span)
    with pytest.raises(NotFoundError):
        pair.reject_mention(77, 0, 3)


# -- undo


def _deeds(archive: Archive) -> list[Callable[[], object]]:
    marcel, anna, bare = entity(archive, MARCEL), entity(archive, ANNA), entity(archive, "Vogel")
    return [
        lambda: archive.merge_entities([bare], marcel),
        lambda: archive.rename_entity(marcel, "M. Vogel"),
        lambda: archive.split_entity(marcel, source="Kurier", name="Der andere"),
        lambda: archive.assign_mention(1, 0, anna),
        lambda: archive.reject_mention(2, 30, 40),
        lambda: archive.add_mention(1, 13, 16, "organisation"),
        lambda: archive.add_mention(1, 24, 30, "person", everywhere=True),
        lambda: archive.unmerge_entity(marcel),
        lambda: archive.change_kind([anna], "organisation"),
        lambda: archive.confirm_entities([marcel, anna]),
        lambda: archive.reject_entities([bare]),
        lambda: archive.restore_entities([bare]),
        lambda: archive.switch_name(bare, "Vogel", False),
        lambda: archive.note_entity(anna, "Ruft zurück"),
        lambda: archive.tag_entities([anna, marcel], add=["Kai"]),
    ]


def _state(archive: Archive) -> list[object]:
    rows = archive.entity_rows(list(range(1, 20)))
    notes = [archive.entity(row.id).note_list for row in rows]
    seen = [row for row in rows if row.articles or row.noted or row.tags or row.checked]
    return [*(archive.mentions(number) for number in (1, 2)), seen, notes[: len(seen)], archive.rulings()]


def test_every_decision_can_be_undone_and_done_again_across_restarts(
    pair: Archive, reopen: Callable[[Archive], Archive]
) -> None:
    states = [_state(pair)]
    for deed in _deeds(pair):
        deed()
        states.append(_state(pair))
    archive = reopen(pair)
    for state in reversed(states[:-1]):
        archive.undo()
        assert _state(archive) == state
    assert archive.undo() is None
    archive = reopen(archive)
    for state in states[1:]:
        archive.redo()
        assert _state(archive) == state
    assert archive.redo() is None


def test_decisions_are_listed_newest_first_and_for_one_alone(pair: Archive) -> None:
    marcel, anna = entity(pair, MARCEL), entity(pair, ANNA)
    pair.rename_entity(anna, "Anna V.")
    pair.split_entity(marcel, articles=[2])
    assert [ruling.kind for ruling in pair.rulings()] == ["split", "rename"]
    (ruling,) = pair.rulings(anna)
    assert ruling.words == "“Anna Vogel” renamed “Anna V.”"
    assert ruling.words.template == "“{name}” renamed “{new}”"


# -- notes and tags


def test_notes_on_people_are_changed_and_removed(pair: Archive) -> None:
    anna = entity(pair, ANNA)
    note = pair.note_entity(anna, "Eins").result
    pair.change_entity_note(note, "Zwei")
    assert [each.body for each in pair.entity(anna).note_list] == ["Zwei"]
    pair.remove_entity_note(note)
    assert pair.entity(anna).note_list == ()
    for refused in (lambda: pair.note_entity(anna, " "), lambda: pair.remove_entity_note(note)):
        with pytest.raises(InputRefusedError):
            refused()


def test_a_tag_of_people_is_renamed_merged_and_deleted_as_any_other(pair: Archive) -> None:
    marcel, anna = entity(pair, MARCEL), entity(pair, ANNA)
    pair.tag_entities([marcel, anna], add=["A", "B"])
    pair.tag_entities([anna], remove=["B"])
    pair.merge_tags("A", "B")
    assert [[name for name, _ in row.tags] for row in pair.entity_rows([marcel, anna])] == [["B"], ["B"]]
    pair.delete_tag("B")
    assert [row.tags for row in pair.entity_rows([marcel, anna])] == [(), ()]
    for _ in range(4):
        pair.undo()
    assert [row.tags for row in pair.entity_rows([marcel, anna])] == [(), ()]
    with pytest.raises(NotFoundError):
        pair.tag_entities([anna], remove=["Z"])


def test_the_name_of_a_namesake_outlives_the_next_run(empty: Archive) -> None:
    read(empty, article("Anna Vogel kam.", source="Bote"), article("Anna Vogel ging.", source="Kurier"))
    empty.split_entity(entity(empty, "Anna Vogel"), source="Bote", name="Anna vom Boten")
    read(empty, article("Anna Vogel blieb.", source="Bote"), reader=ListReader(version="list 2"))
    assert [who(empty, number) for number in (1, 2, 3)] == [
        [("Anna Vogel", "Anna vom Boten")],
        [("Anna Vogel", "Anna Vogel")],
        [("Anna Vogel", "Anna vom Boten")],
    ]
