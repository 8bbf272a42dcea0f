"""Texts corrected, marked, undone and done again in any order: marks stand on their words, and undo restores all."""

import random
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.archive.archive import Archive
from desktop_app.model.article import Article
from tests.conftest import article, shelve
from tests.property.changed_texts import NINE, letters, quotes, written

_TEXT = (
    "Die Delegation aus Ōsaka hat am Montag den Hafen besucht. Sie sprach mit dem Hafenmeister über neue Kräne – und"
    " über „alte Sorgen“.\n\nAm Dienstag fährt die Gruppe nach Köln weiter und trifft dort den Bürgermeister.\n\n"
    "代表団は月曜日に港を訪れ、スタートアップの経営者と会談した。次の訪問は来年の予定である。"
)
_DEEDS = st.sampled_from(["mark", "revise", "revise", "first", "undo", "redo", "place", "remove"])


@settings(max_examples=25, deadline=None)
@given(st.lists(_DEEDS, min_size=3, max_size=14), st.integers(0, 1_000_000))
def test_marks_stand_on_their_words_and_undo_restores_every_state(deeds: list[str], seed: int) -> None:
    pick = random.Random(seed)  # noqa: S311 - a test
    with TemporaryDirectory() as folder:
        archive = Archive.create(Path(folder) / "archive")
        (number,) = shelve(archive, article(_TEXT, "Besuch"))
        states, at = [archive.article(number)], 0
        for deed in ["mark", *deeds]:
            before = archive.article(number)
            if deed in ("undo", "redo"):
                at = _travel(archive, deed, at, len(states))
                assert archive.article(number) == states[at]
            else:
                _do(archive, before, deed, pick)
                if archive.article(number) != before:
                    at += 1
                    states[at:] = [archive.article(number)]
            _check(archive, number)
        while archive.undo():
            at -= 1
        assert (at, archive.article(number)) == (0, states[0])
        archive.close()


def _travel(archive: Archive, deed: str, at: int, count: int) -> int:
    if deed == "undo":
        return at - 1 if archive.undo() else 0
    return at + 1 if archive.redo() else count - 1


def _do(archive: Archive, whole: Article, deed: str, pick: random.Random) -> None:
    notes = [note for note in whole.notes if note.start is not None]
    if deed == "mark":
        start, end = quotes(whole.text, pick, 1)[0]
        archive.note(whole.id, "", start, end)
    elif deed == "first":
        archive.revise(whole.id, archive.text_of(whole.id, 1))
    elif deed == "revise":
        kind = NINE[pick.choice(sorted(NINE))]
        archive.revise(whole.id, written(kind(letters(whole.text), pick)))
    elif notes and deed == "remove":
        archive.remove_note(pick.choice(notes).id)
    elif notes and deed == "place":
        archive.reanchor(pick.choice(notes).id, *quotes(whole.text, pick, 1)[0])


def _check(archive: Archive, number: int) -> None:
    """Whatever was done: the words of each mark are where it says, in the present text or in the one it was lost in."""
    whole = archive.article(number)
    assert whole.text == archive.text_of(number, whole.version)
    assert archive.check(deep=True).problems == []
    for note in whole.notes:
        if note.start is not None and not note.orphaned:
            assert whole.text[note.start : note.end] == note.quote
