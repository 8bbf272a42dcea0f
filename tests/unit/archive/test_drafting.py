"""Words of notes that are not kept yet: there again after a crash, gone once they are notes."""

from pathlib import Path

from desktop_app.archive.archive import Archive
from desktop_app.model.drafts import Draft
from tests.conftest import article, shelve

FIRST = Draft("article:1", "Halb fertig: „wer war", start=0, end=5, colour=2)


def test_a_draft_is_handed_out_once_by_the_next_run(empty: Archive) -> None:
    shelve(empty, article("Der Hafen wächst.", "Hafen"))
    empty.keep_draft(Draft("article:1", "Halb"))
    empty.keep_draft(FIRST)
    empty.keep_draft(Draft("entity:3", "Wer ist das?"))
    assert empty.left_draft("article:1") is None  # it is still being written
    folder = Path(empty.path)
    empty.close()
    again = Archive.open(folder)
    assert again.left_draft("article:1") == FIRST
    assert again.left_draft("article:1") is None
    assert again.left_draft("article:2") is None
    again.close()
    third = Archive.open(folder)  # as after a crash with the words in the editor again
    assert third.left_draft("article:1") == FIRST
    third.drop_draft("article:1")
    third.close()
    last = Archive.open(folder)
    assert last.left_draft("article:1") is None
    assert last.left_draft("entity:3") is not None
    last.close()


def test_drafts_are_no_steps(empty: Archive) -> None:
    shelve(empty, article("Der Hafen wächst.", "Hafen"))
    before = empty.next_undo()
    heard: list[object] = []
    empty.on_change.append(heard.append)
    empty.keep_draft(FIRST)
    empty.drop_draft("article:1")
    assert empty.next_undo() == before
    assert heard == []


def test_a_draft_finds_its_words_in_a_text_that_changed_or_finds_none() -> None:
    text = "Am alten Hafen wird gebaut. Der neue Hafen ist fertig, und die Kräne stehen still."
    start = text.index("die Kräne")
    draft = Draft.on("article:1", "Alle?", text, (start, start + 9))
    assert draft.span_in(text) == (start, start + 9)
    assert draft.span_in(f"Davor.\n\n{text}") == (start + 8, start + 17)
    assert (
        draft.span_in("Ein ganz anderer Text, und er ist lang genug für diese Stelle, die nichts damit zu tun hat.")
        is None
    )
    assert Draft("article:1", "Alle?", 0, 3, 9).span_in(text) == (3, 9)  # kept by an earlier release
    assert Draft("article:1", "Alle?", 0, 3, 900).span_in(text) is None
