"""The reader's synonyms: kept, changed, taken back, written as text and read again."""

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.model.errors import InputRefusedError, NotFoundError


def _words(archive: Archive) -> list[tuple[str, ...]]:
    return [found.words for found in archive.synonyms()]


def test_a_set_is_kept_changed_removed_and_each_can_be_undone(archive: Archive) -> None:
    added = archive.add_synonyms(["Hafen", "  Port ", "sea\nport"])
    assert added.label == "Synonyms “Hafen, Port, sea port” added"
    assert added.touches("synonym_sets")
    assert _words(archive) == [("Hafen", "Port", "sea port")]
    archive.change_synonyms(added.result, ["Hafen", "Kai"])
    assert _words(archive) == [("Hafen", "Kai")]
    archive.remove_synonyms(added.result)
    assert _words(archive) == []
    assert archive.undo_label() == "Synonyms “Hafen, Kai” removed"
    for expected in ([("Hafen", "Kai")], [("Hafen", "Port", "sea port")], []):
        archive.undo()
        assert _words(archive) == expected
    for _ in range(3):
        archive.redo()
    assert _words(archive) == []


def test_what_is_the_same_when_folded_counts_once(archive: Archive) -> None:
    archive.add_synonyms(["Straße", "STRASSE", "", "Weg", '"Weg"', "…"])
    assert _words(archive) == [("Straße", "Weg")]
    with pytest.raises(InputRefusedError, match="“weg, strasse” are synonyms already"):
        archive.add_synonyms(["weg", "strasse"])
    archive.add_synonyms(["Weg", "Pfad"])  # a word may be in two sets
    with pytest.raises(InputRefusedError, match="are synonyms already"):
        archive.change_synonyms(archive.synonyms()[1].id, ["Weg", "Straße"])
    assert len(archive.synonyms()) == 2


@pytest.mark.parametrize(
    "words",
    [[], ["Hafen"], ["Hafen", "hafen"], ["Hafen", "!"], ["a, b", "c"], ["x" * 101, "y"], [str(n) for n in range(51)]],
)
def test_what_is_no_set_is_refused(archive: Archive, words: list[str]) -> None:
    with pytest.raises(InputRefusedError):
        archive.add_synonyms(words)
    assert archive.history() == []


def test_there_is_a_bound(empty: Archive) -> None:
    text = "".join(f"a{number}, b{number}\n" for number in range(1000))
    assert empty.set_synonyms_text(text).result == 1000
    with pytest.raises(InputRefusedError, match="1000 sets"):
        empty.add_synonyms(["a", "b"])
    with pytest.raises(InputRefusedError, match="1000 sets"):
        empty.set_synonyms_text(text + "a, b\n")


def test_a_set_that_is_not_there_is_not_found(archive: Archive) -> None:
    with pytest.raises(NotFoundError, match="no set of synonyms 9"):
        archive.remove_synonyms(9)
    with pytest.raises(NotFoundError):
        archive.change_synonyms(9, ["a", "b"])


def test_the_list_as_text_comes_back_the_same(archive: Archive) -> None:
    archive.add_synonyms(["Hafen", "port of Rheinhafen", "港"])
    archive.add_synonyms(["Brücke", "bridge"])
    text = archive.synonyms_text()
    assert text == "Hafen, port of Rheinhafen, 港\nBrücke, bridge\n"
    before = archive.synonyms()
    assert not archive.set_synonyms_text("# the reader's own\n\n" + text.replace("\n", "\r\n") + text)
    assert archive.synonyms() == before
    changes = archive.set_synonyms_text("Brücke, bridge\nSchiff, ship\n")
    assert (changes.label, changes.result) == ("List of synonyms replaced", 2)
    assert _words(archive) == [("Brücke", "bridge"), ("Schiff", "ship")]
    assert archive.synonyms()[0] == before[1]
    archive.undo()
    assert archive.synonyms() == before


def test_a_faulty_line_is_named_and_nothing_is_changed(archive: Archive) -> None:
    archive.add_synonyms(["Brücke", "bridge"])
    with pytest.raises(InputRefusedError, match="Line 3: A set of synonyms needs 2 to 50 different words"):
        archive.set_synonyms_text("a, b\n\nalone\n")
    assert _words(archive) == [("Brücke", "bridge")]


def test_a_search_for_one_word_finds_its_synonyms_and_says_so(archive: Archive) -> None:
    archive.catch_up()
    assert list(archive.find("Kutter").ids) == []
    archive.add_synonyms(["Kutter", "Kräne", "old bridge"])
    found = archive.find("Kutter")
    assert (set(found.ids), found.understood, found.query) == ({1, 3}, "Kutter", "Kutter")
    assert found.notices == ["Synonyms of “Kutter” are searched too: Kräne, old bridge."]
    text = archive.article(3).text
    assert [text[start:end] for start, end in archive.hits(3, "kutter")] == ["old bridge"]
    assert archive.snippets([1], "Kutter")[1].spans
    assert list(archive.find("=Kutter").ids) == []
    assert (archive.count("Kutter"), archive.count("Kutter lang:en")) == (2, 1)
    archive.undo()
    assert list(archive.find("Kutter").ids) == []
