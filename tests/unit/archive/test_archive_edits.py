"""Every verb that changes something: what it does, what undo calls it, and that undo and redo put it back."""

from collections.abc import Callable

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.model.changes import Changes
from desktop_app.model.errors import ConflictError, InputRefusedError, NotFoundError
from tests.conftest import BRIDGE, HARBOUR, article, shelve

_READERS = ("articles", "tags", "taggings", "annotations", "saved_searches", "sources")


def dump(archive: Archive) -> dict[str, list[tuple[object, ...]]]:
    """Everything the reader owns, row by row."""
    connection = archive._session.reader()
    return {table: connection.execute(f"select * from {table} order by id").fetchall() for table in _READERS}


def _prepare(archive: Archive) -> None:
    archive.retag([1, 2], add=["Hafen", "Lesen"])
    archive.note(1, "alt", 4, 9)
    archive.save_search("Häfen", "hafen")
    archive.trash([4])


VERBS: list[tuple[str, Callable[[Archive], Changes]]] = [
    ("Tag “Neu” on 2 articles", lambda a: a.tag([1, 3], "Neu")),
    ("Tag “Hafen” on 1 article", lambda a: a.tag([1, 2, 3], "Hafen")),
    ("Tag “Hafen” removed from 2 articles", lambda a: a.untag([1, 2, 3], "Hafen")),
    ("Tag “Hafen” removed from 1 article", lambda a: a.untag([2], "Hafen")),
    ("Tags changed on 2 articles", lambda a: a.retag([1, 3], add=["Neu", "Hafen"], remove=["Lesen"])),
    ("Tag “Hafen” renamed “Häfen/Rhein”", lambda a: a.rename_tag("Hafen", " Häfen / Rhein ")),
    ("Tag “Hafen” merged into “Lesen”", lambda a: a.merge_tags("Hafen", "Lesen")),
    ("Tag “Hafen” deleted", lambda a: a.delete_tag("Hafen")),
    ("Colour of tag “Hafen”", lambda a: a.colour_tag("Hafen", 11)),
    ("Star on 2 articles", lambda a: a.star([2, 3])),
    ("2 articles marked read", lambda a: a.mark_read([2, 3])),
    ("1 article moved to the trash", lambda a: a.trash([2])),
    ("1 article restored", lambda a: a.restore([4])),
    ("Note on “Gründer treffen sich”", lambda a: a.note(2, "ganz neu")),
    ("Note on “Kran am Kai”", lambda a: a.note(1, "", 0, 3, 5)),
    ("Note changed on “Kran am Kai”", lambda a: a.change_note(1, "neu")),
    ("Note changed on “Kran am Kai”", lambda a: a.change_note(1, "alt", 7)),
    ("Note removed from “Kran am Kai”", lambda a: a.remove_note(1)),
    ("Details of “Kran am Kai” changed", lambda a: a.set_fields(1, title="T", date="2017", source="Neu", place="")),
    ("Search “Neu” saved", lambda a: a.save_search("Neu", "is:starred", "date")),
    ("Search “Häfen” saved", lambda a: a.save_search("Häfen", "kai")),
    ("Search “Häfen” renamed “Kais”", lambda a: a.rename_search(1, "Kais")),
    ("Search “Häfen” deleted", lambda a: a.delete_search(1)),
]


@pytest.mark.parametrize(("label", "verb"), VERBS, ids=[label for label, _ in VERBS])
def test_a_verb_is_one_step_that_undo_takes_back_and_redo_repeats(
    archive: Archive, reopen: Callable[[Archive], Archive], label: str, verb: Callable[[Archive], Changes]
) -> None:
    _prepare(archive)
    before, steps = dump(archive), len(archive.history())
    changes = verb(archive)
    after = dump(archive)
    assert after != before
    assert changes.label == archive.undo_label() == label
    assert len(archive.history()) == steps + 1
    assert archive.redo_label() == ""

    archive = reopen(archive)
    undone = archive.undo()
    assert undone is not None
    assert (undone.label, undone.rows) == (label, changes.rows)
    assert dump(archive) == before
    assert archive.redo_label() == label

    archive = reopen(archive)
    redone = archive.redo()
    assert redone is not None
    assert dump(archive) == after
    assert (archive.undo_label(), archive.redo_label()) == (label, "")


@pytest.mark.parametrize(("label", "verb"), VERBS, ids=[label for label, _ in VERBS])
def test_a_verb_tells_the_views_what_it_touched(
    archive: Archive, label: str, verb: Callable[[Archive], Changes]
) -> None:
    _prepare(archive)
    before = dump(archive)
    heard: list[Changes] = []
    archive.on_change.append(heard.append)
    changes = verb(archive)
    assert heard == [changes]
    after = dump(archive)
    for table in _READERS:
        differs = {row[0] for row in set(before[table]) ^ set(after[table])}
        assert changes.rows.get(table, set()) >= differs, table
    for number in (row[0] for row in set(before["articles"]) ^ set(after["articles"])):
        assert number in changes.articles


def test_repeating_a_verb_is_no_step(archive: Archive) -> None:
    _prepare(archive)
    archive.star([2])
    archive.mark_read([2])
    steps = archive.history()
    for verb in (
        lambda: archive.star([2]),
        lambda: archive.mark_read([2]),
        lambda: archive.tag([1, 2], "Hafen"),
        lambda: archive.untag([3], "Hafen"),
        lambda: archive.trash([4]),
        lambda: archive.restore([1]),
        lambda: archive.rename_tag("Hafen", "Hafen"),
        lambda: archive.save_search("Häfen", "hafen"),
        lambda: archive.set_fields(1, title=HARBOUR.title),
        lambda: archive.set_fields(1),
    ):
        assert not verb()
    assert archive.history() == steps


def test_stars_and_read_marks_come_off(archive: Archive) -> None:
    archive.star([1, 2])
    archive.mark_read([1, 2])
    assert archive.star([1, 2, 3], on=False).label == "Star removed from 2 articles"
    assert archive.mark_read([2], on=False).label == "1 article marked unread"
    assert (archive.counts().starred, archive.counts().unread) == (0, 3)


def test_looking_at_an_article_is_no_step_and_in_nobody_s_way(archive: Archive) -> None:
    archive.mark_read([1, 2])
    archive.mark_read([1, 2], on=False)
    heard: list[Changes] = []
    archive.on_change.append(heard.append)
    assert archive.seen(1).articles == {1}
    assert not archive.seen(1)
    assert [changes.articles for changes in heard] == [{1}]
    assert archive.counts().unread == 3
    assert archive.undo_label() == "2 articles marked unread"
    archive.undo()
    assert archive.counts().unread == 2
    archive.undo()
    assert archive.counts().unread == 4
    archive.seen(2)
    archive.redo()
    archive.redo()
    assert archive.counts().unread == 4


def test_undo_goes_back_through_all_steps_and_redo_forward(archive: Archive) -> None:
    states = [dump(archive)]
    for verb in (
        lambda: archive.tag([1, 2], "a"),
        lambda: archive.rename_tag("a", "b"),
        lambda: archive.star([1]),
        lambda: archive.note(1, "x"),
        lambda: archive.merge_tags("b", "c") if archive.tag([3], "c") else None,
        lambda: archive.trash([1]),
    ):
        verb()
        states.append(dump(archive))
    count = len(archive.history())
    while archive.undo():
        pass
    assert dump(archive) == states[0]
    assert all(entry.undone for entry in archive.history())
    for _ in range(count):
        assert archive.redo()
    assert archive.redo() is None
    assert dump(archive) == states[-1]


def test_a_new_step_drops_what_could_be_redone(archive: Archive) -> None:
    archive.star([1])
    archive.star([2])
    archive.undo()
    archive.mark_read([3])
    assert archive.redo_label() == ""
    assert archive.redo() is None
    assert [entry.sentence for entry in archive.history()] == ["1 article marked read", "Star on 1 article"]
    archive.undo()
    archive.undo()
    assert (archive.counts().starred, archive.counts().unread) == (0, 4)


def test_undo_is_five_hundred_steps_deep(archive: Archive) -> None:
    for step in range(510):
        archive.star([1], on=step % 2 == 0)
    assert len(archive.history(1000)) == 500
    undone = 0
    while archive.undo():
        undone += 1
    assert undone == 500
    assert archive.counts().starred == 0  # the ten steps before those stay


def test_undo_refuses_where_the_row_was_changed_since(archive: Archive) -> None:
    archive.tag([1, 2], "Hafen")
    archive.rename_tag("Hafen", "Häfen")
    with archive._session.writing() as connection:  # a program beside us, such as sqlite-utils
        connection.execute("update tags set name = 'Anders'")
    before = dump(archive)
    heard: list[Changes] = []
    archive.on_change.append(heard.append)
    with pytest.raises(ConflictError, match="“Tag “Hafen” renamed “Häfen”” cannot be taken back"):
        archive.undo()
    assert (dump(archive), heard) == (before, [])
    assert archive.undo_label() == "Tag “Hafen” renamed “Häfen”"


def test_redo_refuses_where_the_row_was_changed_since(archive: Archive) -> None:
    archive.delete_tag("Hafen") if archive.tag([1], "Hafen") else None
    archive.undo()
    with archive._session.writing() as connection:
        connection.execute("update tags set name = 'Anders'")
    before = dump(archive)
    with pytest.raises(ConflictError):
        archive.redo()
    assert dump(archive) == before


@pytest.mark.parametrize(
    "verb",
    [
        lambda a: a.tag([1, 99], "x"),
        lambda a: a.star([99]),
        lambda a: a.mark_read([99]),
        lambda a: a.trash([1, 99]),
        lambda a: a.restore([99]),
        lambda a: a.untag([1], "gibtsnicht"),
        lambda a: a.rename_tag("gibtsnicht", "x"),
        lambda a: a.merge_tags("Hafen", "gibtsnicht"),
        lambda a: a.delete_tag("gibts\ud800nicht"),
        lambda a: a.colour_tag("gibtsnicht", 1),
        lambda a: a.note(99, "x"),
        lambda a: a.change_note(99, "x"),
        lambda a: a.remove_note(99),
        lambda a: a.set_fields(99, title="x"),
        lambda a: a.rename_search(99, "x"),
        lambda a: a.delete_search(99),
        lambda a: a.hits(99, "Hafen"),
    ],
)
def test_what_does_not_exist_is_refused_and_nothing_changes(
    archive: Archive, verb: Callable[[Archive], object]
) -> None:
    archive.tag([1], "Hafen")
    before, steps = dump(archive), archive.history()
    with pytest.raises(NotFoundError) as refused:
        verb(archive)
    assert str(refused.value).endswith(".")
    assert (dump(archive), archive.history()) == (before, steps)


@pytest.mark.parametrize(
    "verb",
    [
        lambda a: a.tag([1], "  "),
        lambda a: a.tag([1], "/ /"),
        lambda a: a.tag([1], "x" * 201),
        lambda a: a.rename_tag("Hafen", "Lesen"),
        lambda a: a.rename_tag("Hafen", ""),
        lambda a: a.merge_tags("Hafen", "Hafen"),
        lambda a: a.colour_tag("Hafen", 12),
        lambda a: a.colour_tag("Hafen", -1),
        lambda a: a.note(1, "  \n"),
        lambda a: a.note(1, "x", 5),
        lambda a: a.note(1, "x", None, 5),
        lambda a: a.note(1, "x", 5, 5),
        lambda a: a.note(1, "x", -1, 5),
        lambda a: a.note(1, "x", 0, len(HARBOUR.text) + 1),
        lambda a: a.note(1, "x" * 1_000_001),
        lambda a: a.change_note(2, ""),
        lambda a: a.set_fields(1, date="2018-13"),
        lambda a: a.set_fields(1, date="gestern"),
        lambda a: a.set_fields(1, sameness="x"),
        lambda a: a.save_search(" ", "x"),
        lambda a: a.rename_search(1, "Zwei"),
        lambda a: a.rename_search(1, ""),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_changes(
    archive: Archive, verb: Callable[[Archive], object]
) -> None:
    archive.retag([1], add=["Hafen", "Lesen"])
    archive.note(1, "Stelle", 0, 3)
    archive.note(1, "ganz")
    archive.save_search("Eins", "1")
    archive.save_search("Zwei", "2")
    before, steps = dump(archive), archive.history()
    with pytest.raises(InputRefusedError) as refused:
        verb(archive)
    assert str(refused.value).endswith(".")
    assert (dump(archive), archive.history()) == (before, steps)


def test_a_tag_is_written_the_same_way_everywhere(archive: Archive) -> None:
    archive.tag([1], "  Wirtschaft /  Start-up ")
    archive.tag([2], "Wirtschaft/Start-up")
    archive.tag([3], "Ko\u0308ln")
    archive.tag([4], "Köln")
    assert [(tag.value, tag.count) for tag in archive.tags()] == [("Köln", 2), ("Wirtschaft/Start-up", 2)]


def test_merging_keeps_every_article_once(archive: Archive) -> None:
    archive.tag([1, 2], "a")
    archive.tag([2, 3], "b")
    archive.merge_tags("a", "b")
    assert [(tag.value, tag.count) for tag in archive.tags()] == [("b", 3)]
    archive.undo()
    assert [(tag.value, tag.count) for tag in archive.tags()] == [("a", 2), ("b", 2)]


def test_the_trash_hides_and_gives_back(archive: Archive) -> None:
    archive.tag([1, 2], "Hafen")
    archive.trash([1])
    assert (archive.counts().all, archive.counts().trash) == (3, 1)
    assert archive.tags()[0].count == 1
    assert archive.article(1).trashed
    assert list(archive.find(view="trash").ids) == [1]
    archive.restore([1])
    assert (archive.counts().all, archive.counts().trash) == (4, 0)
    assert not archive.article(1).trashed


def test_emptying_the_trash_is_for_good_and_leaves_undo_working(archive: Archive) -> None:
    archive.tag([1, 2], "Hafen")
    archive.note(1, "geht verloren")
    archive.note(2, "bleibt")
    archive.change_note(1, "geht auch verloren")
    archive.star([1])
    archive.star([3])
    archive.trash([1])
    heard: list[Changes] = []
    archive.on_change.append(heard.append)
    changes = archive.empty_trash()
    assert (changes.result, changes.articles, heard) == (1, {1}, [changes])
    with pytest.raises(NotFoundError):
        archive.article(1)
    labels = []
    while step := archive.undo():
        labels.append(step.label)
    # What was done to the deleted article alone can no longer be taken back; all the rest can.
    assert labels == ["Star on 1 article", "Note on “Gründer treffen sich”", "Tag “Hafen” on 2 articles"]
    assert (archive.counts().starred, archive.notes(2), archive.tags()) == (0, [], [])
    while archive.redo():
        pass
    assert (archive.counts().starred, archive.tags()[0].count, len(archive.notes(2))) == (1, 1, 1)
    assert archive.counts().all == 3
    assert archive.check(deep=True).problems == []


def test_emptying_the_trash_takes_no_row_for_another(archive: Archive) -> None:
    archive.tag([2], "Hafen")
    archive.untag([2], "Hafen")
    archive.tag([1], "Hafen")
    archive.note(2, "weg")
    archive.undo()
    archive.note(1, "bleibt")
    archive.change_note(archive.notes(1)[0].id, "bleibt auch")
    archive.trash([2])
    archive.empty_trash()
    labels = []
    while step := archive.undo():
        labels.append(step.label)
    assert labels == ["Note changed on “Kran am Kai”", "Note on “Kran am Kai”", *["Tag “Hafen” on 1 article"] * 2]
    assert (archive.tags(), archive.notes(1)) == ([], [])


def test_emptying_an_empty_trash_does_nothing(archive: Archive) -> None:
    archive.star([1])
    assert not archive.empty_trash()
    assert archive.undo_label() == "Star on 1 article"


def test_a_note_s_span_counts_code_points(archive: Archive) -> None:
    text = BRIDGE.text
    start = text.index("🚢")
    number = archive.note(3, "Schiffe", start, start + 7).result
    (note,) = archive.notes(3)
    assert (note.id, note.start, note.end, note.quote, note.body) == (number, start, start + 7, "🚢 ships", "Schiffe")
    row = archive._session.reader().execute("select prefix, suffix, text_id from annotations").fetchone()
    assert row[:2] == (text[max(0, start - 32) : start], text[start + 7 : start + 39])
    assert row[2] is not None
    archive.note(3, "am Anfang", 4, 7)
    assert archive._session.reader().execute("select prefix from annotations where id = 2").fetchone() == ("The ",)


def test_notes_come_whole_article_first_then_by_position(archive: Archive) -> None:
    archive.note(1, "hinten", 10, 12)
    archive.note(1, "vorn", 0, 2)
    archive.note(1, "ganz")
    assert [note.body for note in archive.notes(1)] == ["ganz", "vorn", "hinten"]
    assert [row.id for row in archive.noted()] == [1]


def test_a_highlight_may_be_without_words_and_stays_so(archive: Archive) -> None:
    number = archive.note(1, "", 0, 3).result
    archive.change_note(number, "doch")
    archive.change_note(number, "")
    assert archive.notes(1)[0].body == ""


def test_details_are_corrected_on_one_line(archive: Archive) -> None:
    archive.set_fields(
        4,
        title="Ein\n Titel",
        date="2018-09",
        source="Neues Blatt",
        byline="md",
        place="Lank",
        language="en",
        kicker="K",
    )
    found = archive.article(4)
    assert (found.title, found.date, found.source, found.byline) == ("Ein Titel", "2018-09", "Neues Blatt", "md")
    assert (found.place, found.language, found.kicker) == ("Lank", "en", "K")
    assert list(archive.find("date:2018-09-15").ids) == [4, 1]
    archive.set_fields(4, date="", source="")
    assert (archive.article(4).date, archive.article(4).source) == ("", "")
    assert 4 in archive.find("is:undated").ids


def test_a_corrected_title_does_not_let_the_same_file_in_twice(archive: Archive) -> None:
    archive.set_fields(1, title="Korrigiert")
    assert shelve(archive, HARBOUR, path="/again") == [1]
    assert archive.article(1).title == "Korrigiert"


def test_saved_searches_are_kept_by_name(archive: Archive) -> None:
    first = archive.save_search("Zwei", "is:unread").result
    archive.save_search("eins", "hafen", "date")
    again = archive.save_search("Zwei", "is:starred")
    assert again.result == first
    assert [(s.name, s.query, s.sort) for s in archive.saved_searches()] == [
        ("Zwei", "is:starred", ""),
        ("eins", "hafen", "date"),
    ]
    archive.rename_search(first, "Drei")
    archive.delete_search(first)
    assert [s.name for s in archive.saved_searches()] == ["eins"]


def test_tags_of_counts_for_the_tri_state_editor(archive: Archive) -> None:
    archive.tag([1, 2, 3], "a")
    archive.tag([2], "b")
    a, b = (tag.id for tag in archive.tags())
    assert archive.tags_of([1, 2]) == {a: 2, b: 1}
    assert archive.tags_of([4]) == {}


def test_tags_of_the_colour_wheel(archive: Archive) -> None:
    for number in range(13):
        archive.tag([1], f"tag {number:02}")
    assert [tag.colour for tag in archive.tags()] == [*range(12), 0]
    archive.colour_tag("tag 05", 0)
    assert archive.tags()[5].colour == 0


def test_a_listener_hears_only_what_was_committed(archive: Archive) -> None:
    heard: list[Changes] = []
    archive.on_change.append(heard.append)
    with pytest.raises(NotFoundError):
        archive.star([1, 99])
    assert heard == []
    archive.star([1])
    assert heard[0].articles == {1}
    assert archive.history()[0].id == heard[0].operation


def test_the_same_text_with_braces_in_its_title(empty: Archive) -> None:
    shelve(empty, article("Text", "Ein {Titel} mit {0}"))
    assert empty.note(1, "x").label == "Note on “Ein {Titel} mit {0}”"
    assert empty.tag([1], "{tag}").label == "Tag “{tag}” on 1 article"
    assert [entry.sentence for entry in empty.history()] == [
        "Tag “{tag}” on 1 article",
        "Note on “Ein {Titel} mit {0}”",
    ]


def test_a_step_s_parts_can_be_translated(archive: Archive) -> None:
    archive.tag([1, 2], "Hafen")
    entry = archive.next_undo()
    assert entry is not None
    assert (entry.label, entry.fields) == ("Tag “{tag}” on {count} articles", {"tag": "Hafen", "count": 2})
    assert archive.next_redo() is None


def test_saving_a_note_unchanged_is_no_step(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    number = archive.note(1, "bleibt", 0, 3, 2).result
    monkeypatch.setattr("desktop_app.archive.noting.now", lambda: "2030-01-01T00:00:00Z")
    archive.change_note(number, "bleibt", 2)
    assert len(archive.history()) == 1
    archive.change_note(number, "bleibt", 3)
    assert archive.notes(1)[0].changed == "2030-01-01T00:00:00Z"
    archive.undo()
    assert (archive.notes(1)[0].colour, archive.notes(1)[0].changed < "2030") == (2, True)
