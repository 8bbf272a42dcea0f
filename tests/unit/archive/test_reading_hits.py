"""Snippets, hits, the concordance and the way from hit to hit, on a whole archive."""

import io
from pathlib import Path

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.model.article import Part
from desktop_app.model.errors import InputRefusedError, NotFoundError
from desktop_app.model.progress import CancelledError, Progress
from desktop_app.model.query_nodes import Like
from tests.conftest import article, shelve


@pytest.fixture
def indexed(archive: Archive) -> Archive:
    """The archive, searchable."""
    archive.catch_up()
    return archive


HARBOUR, STARTUP, BRIDGE, UNDATED = 1, 2, 3, 4


def marked(archive: Archive, number: int, query: str) -> list[str]:
    text = archive.article(number).text
    return [text[start:end] for start, end in archive.hits(number, query)]


def test_hits_are_only_those_that_fulfil_the_query(indexed: Archive) -> None:
    assert marked(indexed, HARBOUR, "Kräne SENT still") == ["Kräne", "still"]
    assert marked(indexed, HARBOUR, "Hafen SENT still") == []
    assert marked(indexed, HARBOUR, "is:starred") == []
    with pytest.raises(NotFoundError):
        indexed.hits(99, "Hafen")


def test_the_lead_that_an_article_marks_is_known(empty: Archive) -> None:
    text = "Vorspann mit Hafen.\nUnd dann noch ein Hafen."
    (number,) = shelve(empty, article(text, language="de", parts=(Part(0, 19, "lead"),)))
    assert empty.hits(number, "lead:Hafen") == [(13, 18)]
    snippet = empty.snippets([number], "lead:Hafen")[number]
    assert [snippet.text[start:end] for start, end in snippet.spans] == ["Hafen"]


def test_the_way_leads_from_hit_to_hit_across_articles(indexed: Archive) -> None:
    ids = [UNDATED, HARBOUR, BRIDGE, STARTUP]
    assert indexed.next_hit(ids, HARBOUR, 1, "Hafen OR Kräne") == (STARTUP, 0)
    assert indexed.next_hit(ids, STARTUP, -1, "Hafen OR Kräne") == (HARBOUR, 1)
    assert indexed.next_hit(ids, STARTUP, 1, "Hafen") is None
    assert indexed.next_hit(ids, HARBOUR, -1, "Hafen") is None
    assert indexed.next_hit(ids, 99, 1, "Hafen") is None
    assert indexed.next_hit(ids, HARBOUR, 1, "Kran title:open") is None  # hits in titles alone are none
    assert indexed.next_hit(ids, HARBOUR, 1, "lang:de") is None
    with pytest.raises(CancelledError):
        indexed.next_hit(ids, HARBOUR, 1, "Hafen", cancelled=lambda: True)


def test_a_concordance_has_all_hits_by_rank(indexed: Archive) -> None:
    reports: list[Progress] = []
    found = indexed.concordance("Hafen OR Start-ups", sort="date", before=2, report=reports.append)
    assert [(line.article, line.left, line.hit, line.right) for line in found.lines] == [
        (HARBOUR, "Der ", "Hafen", " wächst. Die"),
        (STARTUP, "Neun ", "Start-ups", " stellten sich"),
        (STARTUP, "vor. Der ", "Hafen", " war auch"),
    ]
    first = found.lines[0]
    assert (first.title, first.date, first.source) == ("Kran am Kai", "2018-09", "Rheinhafen-Bote")
    assert indexed.article(HARBOUR).text[first.start : first.end] == "Hafen"
    assert (found.articles, found.complete, found.notices) == (2, True, [])
    assert reports[-1].done == 2
    by_rank = [line.article for line in indexed.concordance("Hafen OR Start-ups").lines]
    assert list(dict.fromkeys(by_rank)) == [
        number for number in indexed.find("Hafen OR Start-ups").ids if number in by_rank
    ]


def test_a_concordance_ends_at_its_limit_and_says_so(indexed: Archive) -> None:
    found = indexed.concordance("der", sort="date", limit=2)
    assert len(found.lines) == 2
    assert not found.complete
    assert "Only the first 2 hits" in found.notices[-1]
    assert indexed.concordance("Start-ups", limit=1).complete


@pytest.mark.parametrize("query", ["lang:de", "title:Kran", "-Hafen"])
def test_a_concordance_of_no_words_is_empty(indexed: Archive, query: str) -> None:
    found = indexed.concordance(query)
    assert found.lines == []
    assert "no words" in found.notices[0]


def test_a_concordance_can_be_cancelled(indexed: Archive) -> None:
    with pytest.raises(CancelledError):
        indexed.concordance("Hafen", cancelled=lambda: True)


def test_a_concordance_is_written_outside_the_archive(indexed: Archive, tmp_path: Path) -> None:
    found = indexed.concordance("Hafen")
    assert indexed.export_concordance(found, tmp_path / "hits.csv", "csv") == len(found.lines) == 2
    assert (tmp_path / "hits.csv").read_bytes().count(b"\r\n") == 3
    stream = io.BytesIO()
    indexed.export_concordance(found, stream, "txt")
    assert "Hafen wächst" in stream.getvalue().decode()
    with pytest.raises(InputRefusedError, match="within the archive"):
        indexed.export_concordance(found, indexed.path / "hits.csv", "csv")


def test_articles_like_another_are_asked_for_by_number(indexed: Archive) -> None:
    assert indexed.like(HARBOUR) == "like:1"
    assert all(number != HARBOUR for number, _ in indexed.similar(HARBOUR))


def test_what_an_article_is_like_follows_its_title(empty: Archive) -> None:
    titles = ("Hafen Kran", "Hafen Kran", "Zoll Amt", "Zoll Amt")
    shelve(empty, *(article(f"Text {number}.", title, language="de") for number, title in enumerate(titles)))
    empty.catch_up()
    before = empty.browse.parse("like:1").root
    assert isinstance(before, Like)
    assert "hafen" in before.words
    empty.set_fields(1, title="Zoll Amt")
    empty.catch_up()
    after = empty.browse.parse("like:1").root
    assert isinstance(after, Like)
    assert "zoll" in after.words
    assert "hafen" not in after.words
