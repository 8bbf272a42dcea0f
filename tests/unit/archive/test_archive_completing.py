"""Completions: what the language, the archive's values and its words offer for what is being typed."""

import pytest

from desktop_app.archive.archive import Archive
from tests.conftest import article, shelve


@pytest.fixture
def press(empty: Archive) -> Archive:
    """Four articles about bridges, with tags, sources and an author."""
    texts = ("Die Zollbrücke ist zu.", "Zollbrücke und Zollkai.", "Der Zöllner am Zollkai, die Zollbrücke.", "ロボット")
    ids = shelve(
        empty,
        *(
            article(text, f"Titel {n}", "2019-05-14", ("Rheinhafen-Bote", "nwd")[n % 2], byline="Maike Dorn")
            for n, text in enumerate(texts)
        ),
    )
    empty.tag(ids[:1], "Brücke")
    empty.tag(ids, "Verkehr/Brücke")
    empty.catch_up()
    return empty


def offered(archive: Archive, text: str, **options: bool) -> list[tuple[str, int | None]]:
    _at, found = archive.complete(text, len(text), **options)
    return [(each.value, each.count) for each in found]


def test_words_come_as_they_are_written_with_their_counts(press: Archive) -> None:
    assert offered(press, "zoll") == [("Zollbrücke", 3), ("Zollkai", 2), ("Zöllner", 1)]
    assert offered(press, "die ZOLLB") == [("Zollbrücke", 3)]
    assert offered(press, "z") == []
    assert offered(press, "ロボ") == []
    assert offered(press, "zöllner") == []  # it is all there


def test_names_of_the_language_come_in_the_readers_one(press: Archive) -> None:
    assert offered(press, "quel", german=True) == [("quelle:", None)]
    assert offered(press, "is:unr") == [("unread", None)]
    assert offered(press, "ist:unge", german=True) == [("ungelesen", None)]


def test_values_come_from_the_archive(press: Archive) -> None:
    assert offered(press, "source:") == [("Rheinhafen-Bote", 2), ("nwd", 2)]
    assert offered(press, "tag:brü") == [("Brücke", 1), ("Verkehr/Brücke", 4)]
    assert offered(press, "author:dorn") == [("Maike Dorn", 4)]
    assert offered(press, "person:mor") == []


def test_it_says_what_is_to_be_replaced(press: Archive) -> None:
    at, _found = press.complete("hafen source:Rhein kai", 18)
    assert (at.start, at.end, at.kind, at.prefix) == (13, 18, "source", "Rhein")


def test_without_an_index_the_names_are_still_offered(empty: Archive) -> None:
    assert offered(empty, "ti")[:1] == [("title:", None)]
