"""Every format, well-formed and broken: an article or a reason, never an exception."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from desktop_app.ingest.formats import parse
from desktop_app.model.article import ParsedFile

PROSE = "Der Hafen hat im vergangenen Jahr so viele Container umgeschlagen wie nie zuvor, teilte die Gesellschaft mit."


def read(folder: Path, name: str, content: str | bytes) -> ParsedFile:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return parse(path)


def test_provenance(tmp_path: Path) -> None:
    parsed = read(tmp_path, "a.txt", PROSE)
    assert (parsed.status, parsed.format, parsed.encoding, parsed.size) == ("parsed", "plain", "utf-8", len(PROSE))
    assert len(parsed.sha256) == 64
    assert parsed.articles[0].language == "de"


@pytest.mark.parametrize(
    ("name", "content", "status", "words"),
    [
        ("leer.txt", b"", "skipped", "is empty"),
        ("weiss.txt", b" \n\t\n", "skipped", "no text"),
        ("zufall.txt", bytes(range(1, 256)) * 40, "failed", "is not text"),
        ("programm.txt", b"\x7fELF\x02\x01" + bytes(200), "failed", "is not text"),
        ("programm.exe", b"MZ\x90\x00" + bytes(200), "skipped", "is not text"),
        ("bild.jpg", b"\xff\xd8\xff\xe0" + bytes(50), "skipped", "picture"),
        ("bild.txt", b"\x89PNG\r\n\x1a\n" + bytes(50), "skipped", "picture"),
        ("seite.pdf", b"%PDF-1.7\n", "skipped", "PDF files are not read yet"),
        (
            "feed.xml",
            b"<?xml version='1.0'?><rss version='2.0'></rss>",
            "skipped",
            "RSS and Atom files are not read yet",
        ),
        ("tief.json", b"[" * 100_000, "failed", "nested too deeply"),
        ("kaputt.json", b"{", "failed", "no valid JSON"),
        ("kopf.csv", b"title,date,text\n", "skipped", "no rows"),
        ("namenlos.csv", b"a,b\n1,2\n", "failed", "no column that holds the text"),
        ("kaputt.zip", b"PK\x03\x04" + bytes(90), "failed", "damaged"),
        ("falsch.zip", b"no archive at all", "failed", "no ZIP archive"),
        ("bilder.html", b"<html><body><img src='a.png'></body></html>", "failed", "without any text"),
    ],
)
def test_no_article_but_a_reason(tmp_path: Path, name: str, content: bytes, status: str, words: str) -> None:
    parsed = read(tmp_path, name, content)
    assert parsed.articles == []
    assert parsed.status == status
    assert words in parsed.reason
    assert parsed.reason.endswith(".")


def test_missing_file(tmp_path: Path) -> None:
    assert "cannot be opened" in parse(tmp_path / "fort.txt").reason


def test_unknown_suffix_with_text(tmp_path: Path) -> None:
    assert read(tmp_path, "artikel.xyz", PROSE).format == "plain"
    assert read(tmp_path, "artikel", "<!DOCTYPE html><html><body><p>" + PROSE).format == "html"


def test_name_and_folder_state_date_and_paper(tmp_path: Path) -> None:
    folder = tmp_path / "Rheinhafen-Bote"
    folder.mkdir()
    article = read(folder, "2019-05-14_hafen.txt", PROSE).articles[0]
    assert (article.source, str(article.date)) == ("Rheinhafen-Bote", "2019-05-14")


@pytest.mark.parametrize(
    "folder", ["Wirtschaft", "2019", "Presse", "news", "77f788bda14ae58f", "de-debian-news", "Meine Texte"]
)
def test_other_folders_are_no_papers(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir()
    assert read(tmp_path / folder, "a.txt", PROSE).articles[0].source == ""


def test_slug_of_a_paper(tmp_path: Path) -> None:
    (tmp_path / "buederkamper-zeitung").mkdir()
    assert read(tmp_path / "buederkamper-zeitung", "a.txt", PROSE).articles[0].source == "Büderkamper Zeitung"


def test_readers_source_wins(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Hafen meldet Rekord\nRheinhafen-Bote, 14.05.2019\n\n{PROSE}", "utf-8")
    assert parse(path, source="Kurier").articles[0].source == "Kurier"


def test_markdown(tmp_path: Path) -> None:
    article = read(
        tmp_path,
        "a.md",
        "---\ntitel: Der Hafen\ndatum: 2019-05\nquelle: Bote\nautor: Von Maike Dorn\n"
        f"tags: [Hafen, Start-up]\nband: 7\n---\n\n# Der Hafen\n\n{PROSE}\n\n## Am Kai\n\nMit **fetten** [Links](http://x.example/a).",
    ).articles[0]
    assert (article.title, str(article.date), article.source, article.byline) == (
        "Der Hafen",
        "2019-05",
        "Bote",
        "Maike Dorn",
    )
    assert article.tags == ["Hafen", "Start-up"]
    assert article.fields["band"] == "7"
    assert article.text.endswith("Am Kai\n\nMit fetten Links.")
    assert [article.text[part.start : part.end] for part in article.parts] == ["Am Kai"]


def test_broken_front_matter_is_kept_as_text(tmp_path: Path) -> None:
    parsed = read(tmp_path, "a.md", f'---\ntitle: "offen\ndate: [2020\n---\n\n# Überschrift\n\n{PROSE}')
    assert "no valid YAML" in parsed.reason
    assert "offen" in parsed.articles[0].text


def test_front_matter_bomb(tmp_path: Path) -> None:
    bomb = "---\na: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{b}: &{b} [*{a},*{a},*{a},*{a},*{a},*{a},*{a},*{a},*{a}]\n"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert "no valid YAML" in read(tmp_path, "a.md", bomb + "---\nText.").reason


PAGE = """<!DOCTYPE html><html lang="de"><head><title>Hafen wächst | Bote</title>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Hafen wächst", "datePublished": "%s",
 "author": {"name": "Maike Dorn"}, "publisher": {"name": "Bote"}}</script></head>
<body><nav><a href="/">Start</a></nav><article><p class="kicker">Wirtschaft</p><h1>Hafen wächst</h1>
<p>%s</p><h2>Am Kai</h2><p>%s</p><script>alert(1)</script></article><footer>Impressum</footer></body></html>"""


def test_html(tmp_path: Path) -> None:
    article = read(tmp_path, "a.html", PAGE % ("2019-05-14T08:00:00+02:00", PROSE, PROSE)).articles[0]
    assert (article.title, article.kicker, article.byline) == ("Hafen wächst", "Wirtschaft", "Maike Dorn")
    assert (article.source, str(article.date), article.language) == ("Bote", "2019-05-14", "de")
    assert article.text == f"{PROSE}\n\nAm Kai\n\n{PROSE}"
    assert [article.text[part.start : part.end] for part in article.parts] == ["Am Kai"]


@pytest.mark.parametrize("stated", ["31.02.2020", "gestern", "1970-01-01", "2099-01-01", ""])
def test_html_dates_are_not_made_up(tmp_path: Path, stated: str) -> None:
    article = read(
        tmp_path, "a.html", PAGE % (stated, PROSE, "Seit dem 1. Februar 2019 gilt das nicht mehr.")
    ).articles[0]
    assert article.date is None


MAIL = """From: {sender}
To: redaktion@bote.example
Subject: =?utf-8?q?R=C3=BCckgang_bei_Kohle?=
Date: Wed, 12 Feb 2020 08:30:05 +0100
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: 8bit

{body}
"""


def test_mail(tmp_path: Path) -> None:
    article = read(tmp_path, "a.eml", MAIL.format(sender="Maike Dorn <m@bote.example>", body=PROSE)).articles[0]
    assert (article.title, str(article.date), article.byline) == ("Rückgang bei Kohle", "2020-02-12", "Maike Dorn")
    assert article.text == PROSE


def test_office_that_sends_is_the_source(tmp_path: Path) -> None:
    article = read(
        tmp_path, "a.eml", MAIL.format(sender="Stadt Rheinhafen, Presseamt <p@r.example>", body=PROSE)
    ).articles[0]
    assert (article.source, article.byline) == ("Stadt Rheinhafen, Presseamt", "")


def test_mailbox(tmp_path: Path) -> None:
    one = (
        "From a@b.example Wed Feb 12 08:30:05 2020\n"
        + MAIL.format(sender="A B <a@b.example>", body="Eins.\n>From hier")
        + "\n"
    )
    parsed = read(tmp_path, "a.mbox", one + one.replace("Eins", "Zwei"))
    assert [article.text[:4] for article in parsed.articles] == ["Eins", "Zwei"]
    assert [article.member for article in parsed.articles] == ["#0", "#1"]


def test_giant_header_is_cut(tmp_path: Path) -> None:
    subject = "=?utf-8?q?" + "=C3=BC" * 50_000 + "?="
    article = read(
        tmp_path, "a.eml", f"Subject: {subject}\nFrom: a@b.example\nMIME-Version: 1.0\nMessage-ID: <1@b>\n\n{PROSE}"
    ).articles[0]
    assert article.text == PROSE
    assert len(article.title) < 20_000


def test_csv_in_three_languages(tmp_path: Path) -> None:
    for number, head in enumerate(
        ["title,date,text,source,pages", "Titel;Datum;Inhalt;Quelle;pages", "見出し\t日付\t本文\t媒体\tpages"]
    ):
        sign = ",;\t"[number]
        row = sign.join(["Hafen", "2019-05-14", f'"{PROSE}"', "Bote", "3"])
        article = read(tmp_path, f"{number}.csv", f"{head}\n{row}\n").articles[0]
        assert (article.title, str(article.date), article.source, article.text) == (
            "Hafen",
            "2019-05-14",
            "Bote",
            PROSE,
        )
        assert (article.fields["pages"], article.member) == ("3", "#0")


def test_german_columns_settle_the_order_of_slashes(tmp_path: Path) -> None:
    assert str(read(tmp_path, "a.csv", f"Titel;Datum;Text\nA;04/05/2019;{PROSE}\n").articles[0].date) == "2019-05-04"
    assert read(tmp_path, "b.csv", f"title;date;text\nA;04/05/2019;{PROSE}\n").articles[0].date is None


def test_bad_row_is_named(tmp_path: Path) -> None:
    parsed = read(tmp_path, "a.csv", "title,text\nA,eins\nzu,viele,Zellen\nB,zwei\n")
    assert [article.title for article in parsed.articles] == ["A", "B"]
    assert "row 3" in parsed.reason


@pytest.mark.parametrize("wrap", [lambda rows: rows, lambda rows: {"articles": rows}])
def test_json(tmp_path: Path, wrap: object) -> None:
    rows = [{"headline": "A", "body": PROSE, "published": "2019-05-14T10:00:00Z", "tags": ["x"], "n": 1}]
    article = read(tmp_path, "a.json", json.dumps(wrap(rows))).articles[0]  # type: ignore[operator]
    assert (article.title, str(article.date), article.tags, article.fields) == ("A", "2019-05-14", ["x"], {"n": "1"})


def test_bad_line_does_not_abort(tmp_path: Path) -> None:
    parsed = read(
        tmp_path, "a.jsonl", '{"title":"A","text":"eins"}\n{"title": kaputt}\n\n{"title":"B","text":"zwei"}\n'
    )
    assert [article.title for article in parsed.articles] == ["A", "B"]
    assert "line 2 is no valid JSON" in parsed.reason


def archive(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in members.items():
            out.writestr(name, data)
    return stream.getvalue()


def test_zip(tmp_path: Path) -> None:
    inner = archive({"innen.txt": PROSE.encode()})
    parsed = read(
        tmp_path,
        "a.zip",
        archive(
            {
                "ordner/a.txt": PROSE.encode(),
                "../../b.txt": PROSE.encode(),
                "c.png": b"\x89PNG",
                "d.zip": inner,
                ".DS_Store": b"x",
            }
        ),
    )
    assert [article.member for article in parsed.articles] == ["ordner/a.txt", "b.txt", "d.zip/innen.txt"]
    assert "c.png is a picture" in parsed.reason


def test_zip_in_zip_in_zip(tmp_path: Path) -> None:
    deep = archive({"c.zip": archive({"b.zip": archive({"a.txt": PROSE.encode()})})})
    assert "inside 2 others" in read(tmp_path, "a.zip", deep).reason


def test_zip_bomb(tmp_path: Path) -> None:
    parsed = read(tmp_path, "a.zip", archive({"null.txt": bytes(30_000_000), "gut.txt": PROSE.encode()}))
    assert [article.member for article in parsed.articles] == ["gut.txt"]
    assert "expands more than any text does" in parsed.reason


def test_zip_names_in_shift_jis(tmp_path: Path) -> None:
    data = archive({"XXXXX.txt": PROSE.encode()}).replace(b"XXXXX", "新聞a".encode("cp932"))
    assert read(tmp_path, "a.zip", data).articles[0].member == "新聞a.txt"


def test_broken_member_is_named(tmp_path: Path) -> None:
    data = archive({"a.txt": PROSE.encode(), "b.txt": PROSE[::-1].encode()})
    spot = data.index(b"b.txt") + 20
    parsed = read(tmp_path, "a.zip", data[:spot] + bytes([data[spot] ^ 255]) + data[spot + 1 :])
    assert len(parsed.articles) == 1
    assert "b.txt is damaged" in parsed.reason


def test_member_without_a_name(tmp_path: Path) -> None:
    data = archive({"N.txt": b"", "a.txt": PROSE.encode()}).replace(b"N.txt", b"\x00.txt")
    assert [article.member for article in read(tmp_path, "a.zip", data).articles] == ["a.txt"]
