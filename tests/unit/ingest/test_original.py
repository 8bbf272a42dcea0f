"""Originals as blocks: what each format shows, and that nothing hostile is more than text."""

import io
import json
import zipfile

import pytest

from desktop_app.ingest.original import MOST_BLOCKS, MOST_TEXT, read_blocks
from desktop_app.ingest.raw import Raw, RefusedInputError
from desktop_app.model.original import OriginalBlock


def blocks(data: str | bytes, form: str, member: str = "", name: str = "x") -> list[tuple[str, str]]:
    raw = Raw(data.encode() if isinstance(data, str) else data, name)
    return [(block.kind, block.text) for block in read_blocks(raw, form, member)[0]]


def test_a_web_page_keeps_headings_lists_and_tables() -> None:
    page = (
        "<html><head><title>T</title><style>p{}</style></head><body><h1>Der  Kai</h1><p>Ein <b>Satz</b><br>hier.</p>"
        "<ul><li>eins<li>zwei</ul><table><tr><th>Jahr</th><th>Tonnen</th></tr><tr><td><p>2018</p></td><td>7</td></tr>"
        "</table><pre>a\n  b</pre><img alt='Ein Kran' src='http://x.example/y.png'>danach</body></html>"
    )
    assert blocks(page, "html") == [
        ("heading", "Der Kai"),
        ("paragraph", "Ein Satz\nhier."),
        ("item", "eins"),
        ("item", "zwei"),
        ("row", "Jahr\tTonnen"),
        ("row", "2018\t7"),
        ("verbatim", "a\n  b"),
        ("paragraph", "[Ein Kran]danach"),
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td>" * 3000 + "tief" + "</td></tr></table>" * 3000,
        "<div>" * 20_000 + "tief",
        "<p>" + "tief" + "Wort" * 50_000,
        "<p>tief<script>alert(1)</script><iframe src=file:///etc/passwd>geheim</iframe><object>nie</object>",
        "<p>tief<a href='file:///etc/passwd'>da</a><img src='http://127.0.0.1:9/x'>",
        "<p>tief \u202e\u2066gedreht</p>" * 2000,
        "<p>tief<!-- <p>nie --> <![CDATA[x]]>",
    ],
)
def test_hostile_pages_are_only_words(page: str) -> None:
    found = blocks(page, "html")
    whole = "\n".join(text for _kind, text in found)
    assert "tief" in whole
    assert "alert" not in whole
    assert "geheim" not in whole


def test_what_is_too_much_is_cut() -> None:
    long, cut = read_blocks(Raw(b"<p>" + b"x " * 1_500_000, "x"), "html")
    assert cut
    assert sum(len(block.text) for block in long) <= MOST_TEXT
    many, cut = read_blocks(Raw(b"<p>a" * (MOST_BLOCKS + 5), "x"), "html")
    assert (len(many), cut) == (MOST_BLOCKS, True)
    assert read_blocks(Raw(b"<p>a", "x"), "html") == ([OriginalBlock("paragraph", "a")], False)


def test_a_message_shows_its_header_fields_and_body() -> None:
    mail = (
        "From: Amt <a@b.example>\nTo: x@y.example\nSubject: =?utf-8?q?Kr=C3=A4ne?=\nX-Spam: 1\n\nGuten Tag.\n\nEnde.\n"
    )
    assert blocks(mail, "mail") == [
        ("field", "From: Amt <a@b.example>"),
        ("field", "To: x@y.example"),
        ("field", "Subject: Kräne"),
        ("verbatim", "Guten Tag."),
        ("verbatim", "Ende."),
    ]
    box = f"From a Mon\n{mail}\nFrom b Tue\nSubject: Zweite\n\nBrücke.\n"
    assert blocks(box, "mail", "#1") == [("field", "Subject: Zweite"), ("verbatim", "Brücke.")]


def test_a_row_and_an_object_are_shown_alone() -> None:
    table = "title;text\nEins;Der Kai\nZwei;Die Brücke\n"
    assert blocks(table, "csv", "#1") == [("field", "title: Zwei"), ("field", "text: Die Brücke")]
    lines = '{"title": "Eins"}\n\n{"title": "Zwei", "text": "Brücke"}\n'
    ((kind, text),) = blocks(lines, "json", "#1", "x.jsonl")
    assert (kind, json.loads(text)) == ("verbatim", {"title": "Zwei", "text": "Brücke"})


def test_plain_text_is_shown_as_it_is() -> None:
    assert blocks("Kopf\r\nzweite  Zeile\r\n\r\n\r\nAbsatz", "plain") == [
        ("verbatim", "Kopf\nzweite  Zeile"),
        ("verbatim", "Absatz"),
    ]
    assert blocks("Größe".encode("cp1252"), "plain") == [("verbatim", "Größe")]


def test_a_member_of_a_container_is_unpacked() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a/eins.txt", "Der Kai.")
        archive.writestr("a/zwei.csv", "title,text\nA,B\nC,D\n")
    data = packed.getvalue()
    assert blocks(data, "zip", "a/eins.txt") == [("verbatim", "Der Kai.")]
    assert blocks(data, "zip", "a/zwei.csv#1") == [("field", "title: C"), ("field", "text: D")]
    with pytest.raises(RefusedInputError, match="does not hold"):
        blocks(data, "zip", "b/drei.txt")
    with pytest.raises(RefusedInputError, match="cannot be unpacked"):
        blocks(b"PK\x03\x04kaputt", "zip", "a/eins.txt")
