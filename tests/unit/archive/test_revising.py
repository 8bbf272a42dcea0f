"""Versions of texts: corrected by the reader, brought by a file, with the notes on their words or orphaned."""

from pathlib import Path

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.model.article import Note, Part
from desktop_app.model.errors import ConflictError, InputRefusedError, NotFoundError
from tests.conftest import article, shelve

TEXT = (
    "Die Delegation aus Ōsaka hat am Montag den Hafen besucht. Sie sprach mit dem Hafenmeister über neue Kräne.\n\n"
    "Am Dienstag fährt die Gruppe nach Köln weiter und trifft dort den Bürgermeister der Altstadt."
)


def _mark(archive: Archive, number: int, words: str, body: str = "") -> int:
    start = archive.article(number).text.index(words)
    return int(archive.note(number, body, start, start + len(words)).result)


def _note(archive: Archive, number: int, note: int) -> Note:
    return next(each for each in archive.notes(number) if each.id == note)


def _words(archive: Archive, number: int, note: int) -> str:
    """What a note stands on in the present text; "" where it is orphaned."""
    found = _note(archive, number, note)
    text = archive.article(number).text
    return "" if found.orphaned else text[found.start : found.end]


@pytest.fixture
def number(archive: Archive) -> int:
    return shelve(archive, article(TEXT, "Besuch am Kai", "2018-09", language="de"))[0]


def test_a_corrected_text_is_a_new_version_and_one_step(archive: Archive, number: int) -> None:
    before = archive.article(number)
    changes = archive.revise(number, TEXT.replace("Die Delegation", "Eine kleine Delegation"))
    assert changes.label == "Text of “Besuch am Kai” corrected"
    after = archive.article(number)
    assert after.text.startswith("Eine kleine Delegation")
    assert (after.version, after.words) == (2, before.words + 1)
    assert archive.rows([number])[0].excerpt.startswith("Eine kleine")
    assert [(v.version, v.origin, v.present) for v in archive.versions(number)] == [
        (1, "file", False),
        (2, "reader", True),
    ]
    assert archive.text_of(number, 1) == TEXT
    assert archive.text_of(number) == archive.text_of(number, 2) == after.text
    assert [piece.kind for piece in archive.compare_versions(number, 1)] == ["changed", "same"]
    archive.undo()
    assert archive.article(number) == before
    archive.redo()
    assert archive.article(number).text == after.text


def test_marks_stay_on_their_words_or_are_orphaned_and_undo_puts_all_back(archive: Archive, number: int) -> None:
    port, master = _mark(archive, number, "den Hafen besucht"), _mark(archive, number, "Hafenmeister", "Wer?")
    whole = int(archive.note(number, "Ganz").result)
    before = archive.notes(number)
    archive.revise(number, "Vorab gemeldet.\n\n" + TEXT.replace("Hafenmeister", "Kapitän"))
    assert _words(archive, number, port) == "den Hafen besucht"
    lost = _note(archive, number, master)
    assert lost.orphaned
    assert (lost.quote, lost.body) == ("Hafenmeister", "Wer?")
    assert archive.text_of(number, 1)[lost.start : lost.end] == "Hafenmeister"
    assert not _note(archive, number, whole).orphaned
    assert list(archive.find("is:orphaned").ids) == [number]
    after = archive.notes(number)
    archive.undo()
    assert archive.notes(number) == before
    archive.redo()
    assert archive.notes(number) == after


def test_orphans_are_tried_again_on_every_version(archive: Archive, number: int) -> None:
    master = _mark(archive, number, "Hafenmeister", "Wer?")
    archive.revise(number, TEXT.replace("dem Hafenmeister", "dem Kapitän"))
    assert _note(archive, number, master).orphaned
    archive.revise(number, "Vorab gemeldet.\n\n" + TEXT)
    assert _words(archive, number, master) == "Hafenmeister"
    archive.revise(number, TEXT.replace("dem Hafenmeister", "dem Kapitän"))
    archive.revise(number, TEXT)
    assert archive.article(number).version == 1, "the same words are the same version"
    assert _words(archive, number, master) == "Hafenmeister"


def test_an_orphan_is_put_back_by_hand(archive: Archive, number: int) -> None:
    master = _mark(archive, number, "Hafenmeister", "Wer?")
    archive.revise(number, TEXT.replace("Hafenmeister", "Kapitän"))
    start = archive.article(number).text.index("Kapitän")
    changes = archive.reanchor(master, start, start + 7)
    assert changes.articles == {number}
    assert _words(archive, number, master) == "Kapitän"
    assert _note(archive, number, master).quote == "Kapitän"
    archive.undo()
    assert _note(archive, number, master).orphaned
    whole = int(archive.note(number, "Ganz").result)
    with pytest.raises(InputRefusedError):
        archive.reanchor(whole, 0, 3)
    with pytest.raises(InputRefusedError):
        archive.reanchor(master, 5, 5_000)
    with pytest.raises(NotFoundError):
        archive.reanchor(999, 0, 3)


def test_what_is_no_text_is_refused_and_the_same_text_is_no_step(archive: Archive, number: int) -> None:
    steps = len(archive.history())
    for text in ("", " \n"):
        with pytest.raises(InputRefusedError):
            archive.revise(number, text)
    assert not archive.revise(number, TEXT.replace("ö", "o\u0308"))
    assert len(archive.history()) == steps
    for parts in ([Part(0, 5, "lead"), Part(4, 8, "caption")], [Part(0, 5_000, "lead")], [Part(3, 3, "lead")]):
        with pytest.raises(InputRefusedError):
            archive.revise(number, "Neue Worte hier", parts)
    with pytest.raises(NotFoundError):
        archive.text_of(number, 7)
    with pytest.raises(NotFoundError):
        archive.versions(999)


def test_parts_of_the_text_are_carried_over_unless_new_ones_are_given(archive: Archive) -> None:
    caption = "Foto: der Hafenmeister am neuen Kran"
    (number,) = shelve(archive, article(f"{TEXT}\n\n{caption}", parts=[Part(0, 57, "lead"), Part(203, 239, "caption")]))
    text = archive.article(number).text
    parts = archive.article(number).parts
    spoken = [text[part.start : part.end] for part in parts]
    archive.revise(number, "Vorab.\n\n" + text)
    whole = archive.article(number)
    assert [whole.text[part.start : part.end] for part in whole.parts] == spoken
    archive.revise(number, "Ganz andere Worte.", [Part(0, 5, "lead")])
    assert archive.article(number).parts == (Part(0, 5, "lead"),)


def test_the_index_and_the_names_follow_the_new_words(archive: Archive, number: int) -> None:
    archive.catch_up()
    archive.add_mention(number, 4, 14, "organisation")
    assert [mention.form for mention in archive.mentions(number)] == ["Delegation"]
    archive.revise(number, "Ein Wal schwamm in den Hafen.")
    archive.catch_up()
    assert list(archive.find("Wal").ids) == [number]
    assert not archive.find("Delegation").ids
    assert archive.mentions(number) == []


def test_a_note_taken_back_into_a_later_text_is_carried_over(archive: Archive, number: int) -> None:
    port = _mark(archive, number, "den Hafen besucht")
    removed = archive.remove_note(port).operation
    archive.revise(number, "Vorab gemeldet.\n\n" + TEXT)
    archive.take_back(removed)
    assert _words(archive, number, port) == "den Hafen besucht"
    archive.undo()
    assert archive.notes(number) == []
    archive.redo()
    assert _words(archive, number, port) == "den Hafen besucht"


def test_a_version_with_a_note_on_it_is_not_taken_back_below_it(archive: Archive, number: int) -> None:
    revised = archive.revise(number, TEXT + " Danach ist Schluss.").operation
    _mark(archive, number, "Danach ist Schluss")
    with pytest.raises(ConflictError, match="Note on"):
        archive.take_back(revised)


# Files


def _import(archive: Archive, *paths: Path, **options: str) -> tuple[int, int, int]:
    report = archive.importing(paths, **options)  # type: ignore[arg-type]
    return report.added, report.updated, report.duplicates


def test_the_same_bytes_in_another_encoding_are_a_new_version(empty: Archive, tmp_path: Path) -> None:
    file = tmp_path / "besuch.txt"
    file.write_bytes(TEXT.encode("cp1252", "replace"))
    assert _import(empty, file, encoding="cp437") == (1, 0, 0)
    (number,) = empty.find("").ids
    assert "Köln" not in empty.article(number).text
    note = _mark(empty, number, "den Hafen besucht", "Wann?")
    report = empty.importing([file], encoding="cp1252")
    assert (report.added, report.updated, report.duplicates) == (0, 1, 0)
    assert [(each.status, each.ids) for each in report.files] == [("updated", (number,))]
    whole = empty.article(number)
    assert list(empty.find("").ids) == [number]
    assert "Köln" in whole.text
    assert whole.version == 2
    assert _words(empty, number, note) == "den Hafen besucht"
    assert empty.undo_label() == "New version of 1 article"
    assert empty.imports()[0].updated == 1
    assert [each.status for each in empty.import_files(report.import_id)] == ["updated"]
    empty.undo()
    assert "Köln" not in empty.article(number).text
    assert len(empty.article(number).provenance) == 1
    empty.redo()
    assert "Köln" in empty.article(number).text
    assert _words(empty, number, note) == "den Hafen besucht"
    assert empty.check(deep=True).ok


def test_a_file_that_changed_is_a_new_version_of_its_article(empty: Archive, tmp_path: Path) -> None:
    file = tmp_path / "besuch.txt"
    file.write_text(TEXT, "utf-8")
    _import(empty, file)
    (number,) = empty.find("").ids
    note = _mark(empty, number, "Hafenmeister über neue Kräne")
    file.write_text(TEXT + "\n\nNachtrag: Der Rat stimmt am Freitag ab.", "utf-8")
    dry = empty.importing([file], dry_run=True)
    assert (dry.added, dry.updated, [each.status for each in dry.files]) == (0, 1, ["updated"])
    assert empty.article(number).version == 1
    assert _import(empty, file) == (0, 1, 0)
    assert empty.article(number).text.endswith("Freitag ab.")
    assert _words(empty, number, note) == "Hafenmeister über neue Kräne"
    assert _import(empty, file) == (0, 0, 1)


def test_another_article_at_the_same_path_is_another_article(empty: Archive, tmp_path: Path) -> None:
    file = tmp_path / "heute.txt"
    file.write_text(TEXT, "utf-8")
    _import(empty, file)
    file.write_text("Beim Reitturnier in Lank siegte Ansgar Pütz vor vollen Rängen und blieb ohne Fehler.", "utf-8")
    assert _import(empty, file) == (1, 0, 0)
    assert len(empty.find("").ids) == 2


def test_rows_of_a_table_are_told_apart_by_their_words(empty: Archive, tmp_path: Path) -> None:
    file = tmp_path / "zeilen.csv"
    rows = ["Der Hafen bekommt im Mai einen neuen Kran aus Stahl.", "Die Brücke bleibt bis Juni für alle gesperrt."]
    file.write_text("title,text\n" + "".join(f"T{n},{row}\n" for n, row in enumerate(rows)), "utf-8")
    _import(empty, file)
    rows = ["Neu ist der Zoo am Rand der Stadt mit vielen Affen.", rows[0], rows[1].replace("Juni", "Juli")]
    file.write_text("title,text\n" + "".join(f"T{n},{row}\n" for n, row in enumerate(rows)), "utf-8")
    before = set(empty.find("").ids)
    empty.importing([file])
    texts = [empty.article(number).text for number in empty.find("").ids]
    assert any("Zoo" in text for text in texts)
    assert {empty.article(number).text for number in before} >= {rows[0 + 1]}


def test_what_the_reader_corrected_stays_when_the_same_file_comes_again(empty: Archive, tmp_path: Path) -> None:
    file = tmp_path / "besuch.txt"
    file.write_text("Besuch am Kai\n\n" + TEXT, "utf-8")
    _import(empty, file)
    (number,) = empty.find("").ids
    corrected = empty.article(number).text.replace("Hafenmeister", "Hafenkapitän")
    empty.revise(number, corrected)
    assert _import(empty, file) == (0, 0, 1)
    assert empty.article(number).text == corrected


def test_a_title_that_the_reader_changed_stays_too(empty: Archive, tmp_path: Path) -> None:
    file = tmp_path / "besuch.md"
    file.write_text(f"# Besuch am Kai\n\n{TEXT}", "utf-8")
    _import(empty, file)
    (number,) = empty.find("").ids
    empty.set_fields(number, title="Mein Titel")
    file.write_text(f"# Besuch am neuen Kai\n\n{TEXT} Nachtrag folgt.", "utf-8")
    assert _import(empty, file) == (0, 1, 0)
    assert empty.article(number).title == "Mein Titel"


def test_a_version_that_was_undone_comes_again_with_its_file(empty: Archive, tmp_path: Path) -> None:
    file = tmp_path / "besuch.txt"
    file.write_text(TEXT, "utf-8")
    _import(empty, file)
    (number,) = empty.find("").ids
    file.write_text(TEXT + " Nachtrag folgt bald.", "utf-8")
    _import(empty, file)
    empty.undo()
    assert empty.article(number).text == TEXT
    assert _import(empty, file) == (0, 1, 0)
    assert empty.article(number).version == 2
    file.write_text(TEXT, "utf-8")
    assert _import(empty, file) == (0, 1, 0)
    assert empty.article(number).version == 1
