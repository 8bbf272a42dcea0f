"""Links between articles, people and notes: read from Markdown, followed back, completed."""

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.model.links import link_to, links_in, without_links
from tests.conftest import article, shelve
from tests.unit.archive.cast import read


def test_links_are_read_with_their_places() -> None:
    body = r"Siehe [den [Kran](article:1) und [\[Hafen\]](entity:22), nicht \[das](note:3) [hier](page:4) [x](note:0)"
    found = links_in(body)
    assert [(link.kind, link.id, link.words) for link in found] == [("article", 1, "Kran"), ("entity", 22, "[Hafen]")]
    assert body[found[0].start : found[0].end] == "[Kran](article:1)"


@pytest.mark.parametrize("words", ["Kran am Kai", "[sic] \\ 港", "zwei\nZeilen"])
def test_a_link_that_is_made_is_read_again(words: str) -> None:
    made = link_to("dossier", 7, words)
    (link,) = links_in(f"a {made} b")
    assert (link.kind, link.id, link.words) == ("dossier", 7, words.replace("\n", " "))
    assert without_links(f"a {made} b") == f"a {link.words} b"


def test_links_tell_what_their_targets_are_called_now(archive: Archive) -> None:
    note = archive.note(2, "Gründer mit [Kran](article:1)", 0, 4).result
    body = f"[a](article:1) [b](article:99) [c](note:{note}) [d](dossier:1) [e](entity:5)"
    assert [link.title for link in archive.links_of(body)] == ["Kran am Kai", "", "Neun", "", ""]
    archive.set_fields(1, title="Kräne am Kai")
    assert archive.links_of(body)[0].title == "Kräne am Kai"
    assert archive.link_titles("article", [4, 1]) == {1: "Kräne am Kai", 4: "Leserbriefe"}


def test_backlinks_name_every_place_that_links_here(archive: Archive) -> None:
    read(archive, article("Marcel Vogel kam.", "Besuch"))
    person = archive.entity_named("Marcel Vogel", "person")[0]
    archive.note(2, "Erste Zeile\nsiehe [Kran](article:1) dazu", 0, 4)
    archive.note(3, "auch [hier](article:12), nicht (article:1)")
    archive.note(4, f"\\[kein](article:1) von [ihm](entity:{person})")
    archive.note_entity(person, "sprach in [diesem](article:1)")
    found = {link.written: link for link in archive.backlinks("article", 1)}
    assert set(found) == {"note", "entity_note"}
    assert (found["note"].article, found["note"].title, found["note"].start) == (2, "Gründer treffen sich", 0)
    assert found["note"].words == "siehe Kran dazu"
    assert (found["entity_note"].entity, found["entity_note"].title) == (person, "Marcel Vogel")
    assert [link.article for link in archive.backlinks("entity", person)] == [4]
    archive.trash([2])
    assert [link.written for link in archive.backlinks("article", 1)] == ["entity_note"]
    assert archive.backlinks("dossier", 1) == []


def test_a_note_that_links_to_itself_is_no_backlink(archive: Archive) -> None:
    note = archive.note(1, "x").result
    archive.change_note(note, f"[ich](note:{note})")
    assert archive.backlinks("note", note) == []


def test_targets_are_found_by_the_beginnings_of_their_words(archive: Archive) -> None:
    read(archive, article("Marcel Vogel kam.", "Kranführer gesucht"))
    archive.note(4, "ein Kranbild fehlt")
    archive.catch_up()
    found = [(target.kind, target.title) for target in archive.link_targets("kran")]
    assert set(found) == {("article", "Kran am Kai"), ("article", "Kranführer gesucht"), ("note", "ein Kranbild fehlt"),
                          }  # fmt: skip
    assert [target.id for target in archive.link_targets("kran ka") if target.kind == "article"] == [1]
    (person,) = archive.link_targets("vogel")
    assert (person.kind, person.who, person.link) == ("entity", "person", f"[Marcel Vogel](entity:{person.id})")
    (numbered,) = archive.link_targets("3")
    assert (numbered.title, numbered.detail) == ("Bridge open again", "The Harbour Post, 2019")
    assert archive.link_targets("~*(") == []
    assert len(archive.link_targets("kran", limit=2)) == 2


def test_dossiers_link_and_are_linked_to(archive: Archive) -> None:
    made = archive.make_dossier("Hafen/Kräne", introduction="Beginnt mit [diesem](article:1).").result
    (link,) = archive.backlinks("article", 1)
    assert (link.written, link.id, link.title, link.words) == ("dossier", made, "Kräne", "Beginnt mit diesem.")
    archive.note(2, f"siehe [Mappe](dossier:{made})")
    assert [each.article for each in archive.backlinks("dossier", made)] == [2]
    (target,) = [each for each in archive.link_targets("kräne") if each.kind == "dossier"]
    assert (target.title, target.detail, target.link) == ("Kräne", "Hafen", f"[Kräne](dossier:{made})")
    assert [each.kind for each in archive.link_targets("")] == ["dossier", "dossier"]
    archive.remember_place(3, 0)
    assert [each.kind for each in archive.link_targets("")] == ["article", "dossier", "dossier"]


def test_comments_in_dossiers_link(archive: Archive) -> None:
    made = archive.make_dossier("Hafen", ids=[2, 3]).result
    archive.comment_in_dossier(made, 2, "Dasselbe wie\n[dort](article:1), nur kürzer.")
    archive.comment_in_dossier(made, 3, "`[dort](article:10)`")
    (link,) = archive.backlinks("article", 1)
    assert (link.written, link.id, link.title, link.article) == ("dossier", made, "Hafen", 2)
    assert link.words == "dort, nur kürzer."
    archive.trash([2])
    assert archive.backlinks("article", 1) == []


def test_without_an_index_titles_are_looked_through(archive: Archive) -> None:
    assert [target.id for target in archive.link_targets("brief")] == [4]


def test_a_dead_link_does_not_stand_for_a_trashed_article(archive: Archive) -> None:
    shelve(archive, article("Neu."))
    archive.trash([1])
    archive.empty_trash()
    assert archive.links_of("[weg](article:1)")[0].title == ""
