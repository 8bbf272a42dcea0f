"""Whatever the bytes, reading ends with articles or a reason, and the spans fit the text."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.ingest.dates import date_at, parse_date
from desktop_app.ingest.encoding import decode
from desktop_app.ingest.formats import parse_raw
from desktop_app.ingest.header import recognise
from desktop_app.ingest.raw import Raw
from desktop_app.model.article import ParsedArticle
from desktop_app.model.dates import PartialDate
from desktop_app.model.text import normalise

PROSE = (
    "Der Hafen hat im vergangenen Jahr so viele Container umgeschlagen wie nie zuvor, teilte die Gesellschaft mit. "
    "Das sei ein Erfolg."
)
LINES = st.sampled_from(
    [
        "Wirtschaft",
        "Hafen wächst weiter",
        "Rheinhafen-Bote, 14.05.2019",
        "Von Maike Dorn",
        "date 2018-09 Ein Titel. Ein Vorspann.",
        "【東京＝小林亮】",
        "2019年6月3日",
        "BERLIN (dpa) – Der Hafen wächst.",
        "Foto: Hella Brinkmann",
        "Vordere Reihe (v.l.n.r.): A und B. Foto: C",
        PROSE,
        "Quelle: Rheinhafen-Bote",
        "Wirtschafts-",
        "partner",
        "",
        "",
        "e\u0301a\u00ad\u0308 \ud800",
    ]
)
NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "a.eml", "a.mbox", "a.csv", "a.json", "a.jsonl", "a.zip", "a"])
HEADS = st.sampled_from(
    [
        b"",
        b"---\ntitle: a\n---\n",
        b"<html><body><p>",
        b"From a b\nSubject: ",
        b"title,text\n",
        b"[{",
        b'{"title":',
        b"PK\x03\x04",
    ]
)


def check(article: ParsedArticle) -> None:
    assert article.text == normalise(article.text)
    for part in article.parts:
        assert 0 <= part.start < part.end <= len(article.text)
    for before, after in pairwise(article.parts):
        assert before.end <= after.start


@settings(deadline=None)  # the first use of a format imports its library
@given(st.lists(LINES, max_size=14))
def test_parts_fit_the_text(lines: list[str]) -> None:
    check(recognise("\n".join(lines)))


@settings(deadline=None)  # the first use of a format imports its library
@given(st.lists(LINES, max_size=14))
def test_no_word_of_the_body_is_lost(lines: list[str]) -> None:
    text = normalise("\n".join(lines))
    article = recognise(text)
    kept = f"{article.kicker} {article.title} {article.text}"
    assert kept.count("umgeschlagen") == text.count("umgeschlagen")


@settings(deadline=None)  # the first use of a format imports its library
@given(st.text())
def test_any_text(text: str) -> None:
    check(recognise(text))


@settings(deadline=None)  # the first use of a format imports its library
@given(NAMES, HEADS, st.binary(max_size=400))
def test_any_bytes(name: str, head: bytes, data: bytes) -> None:
    parsed = parse_raw(Raw(head + data, name))
    assert parsed.articles or parsed.reason
    assert (parsed.status == "parsed") == bool(parsed.articles)
    for article in parsed.articles:
        check(article)


@settings(deadline=None)  # the first use of a format imports its library
@given(st.binary(max_size=300), st.booleans())
def test_decoding_never_fails(data: bytes, markup: bool) -> None:
    decoded = decode(data, markup=markup)
    assert decoded.text.encode("utf-8", "surrogatepass") is not None


@settings(deadline=None)  # the first use of a format imports its library
@given(st.text(), st.integers(0, 20))
def test_dates_in_any_text(text: str, start: int) -> None:
    parse_date(text)
    found = date_at(text, start)
    assert found is None or start == found.start < found.end <= len(text)


@settings(deadline=None)  # the first use of a format imports its library
@given(st.integers(1600, 2025), st.integers(1, 12), st.integers(1, 28))
def test_every_day_is_read(year: int, month: int, day: int) -> None:
    date = PartialDate(year, month, day)
    for written in (f"{day}.{month}.{year}", f"{year}-{month:02}-{day:02}", f"{year}年{month}月{day}日"):
        assert parse_date(written) == date
