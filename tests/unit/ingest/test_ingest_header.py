"""The header of press texts: what is there is found, what is not stays empty."""

from pathlib import Path

import pytest

from desktop_app.ingest.formats import parse
from desktop_app.ingest.header import recognise
from desktop_app.model.article import ParsedArticle

BODY = (
    "Der Hafen hat im vergangenen Jahr so viele Container umgeschlagen wie nie zuvor in seiner Geschichte, teilte "
    "die Gesellschaft mit."
)
SEEDS = Path(__file__).parents[4] / "shared" / "seeds"


def marked(article: ParsedArticle, role: str) -> list[str]:
    return [article.text[part.start : part.end] for part in article.parts if part.role == role]


def test_whole_header() -> None:
    article = recognise(
        f"Wirtschaft\nHafen wächst weiter\nRheinhafen-Bote, 14.05.2019\nVon Maike Dorn\n\nRHEINHAFEN (nwd) – {BODY}"
    )
    assert (article.kicker, article.title) == ("Wirtschaft", "Hafen wächst weiter")
    assert (article.source, str(article.date)) == ("Rheinhafen-Bote", "2019-05-14")
    assert (article.byline, article.place) == ("Maike Dorn", "Rheinhafen")
    assert marked(article, "byline") == ["Von Maike Dorn"]
    assert marked(article, "dateline") == ["RHEINHAFEN (nwd) –"]
    assert article.text.endswith(BODY)


def test_label_before_prose_is_no_byline() -> None:
    article = recognise(f"Hafen meldet Rekord\n\nText: Der Hafen ist voll\n\n{BODY}")
    assert article.byline == ""
    assert "Der Hafen ist voll" in article.text
    assert recognise(f"Hafen meldet Rekord\nText: Maike Dorn\n\n{BODY}").byline == "Maike Dorn"


def test_plain_title() -> None:
    article = recognise(f"Hafen meldet Rekord\n\n{BODY}")
    assert (article.title, article.text) == ("Hafen meldet Rekord", BODY)


def test_prose_alone_has_no_title() -> None:
    article = recognise(f"{BODY} {BODY}\n\n{BODY}")
    assert (article.title, article.kicker, article.date) == ("", "", None)


@pytest.mark.parametrize(
    "line",
    [
        "Datum: 14. Mai 2019",
        "Date: 2019-05-14",
        "vom 14. Mai 2019".capitalize(),
        "日付：2019年5月14日",
        "14.05.2019",
        "Veröffentlicht am 14.05.2019",
    ],
)
def test_date_lines(line: str) -> None:
    article = recognise(f"Hafen meldet Rekord\n{line}\n\n{BODY}")
    assert str(article.date) == "2019-05-14"
    assert article.title == "Hafen meldet Rekord"
    assert article.text == BODY


def test_date_in_prose_is_no_date_of_the_article() -> None:
    article = recognise(f"Hafen meldet Rekord\n\nSeit dem 1. Februar 2019 ist vieles anders, sagte er. {BODY}")
    assert article.date is None


def test_glued_date_with_title_and_lead() -> None:
    article = recognise(f" date 2018-09 Für Gründer lohnt der Weg. Am 15. September wird getagt.\n\nKrefeld. {BODY}")
    assert (article.title, str(article.date), article.place) == ("Für Gründer lohnt der Weg.", "2018-09", "Krefeld")
    assert marked(article, "lead") == ["Am 15. September wird getagt."]


def test_masthead_above_the_date() -> None:
    article = recognise(
        "NIEDERRHEIN KURIER\nDienstag, 13. Juni 2017\n\n"
        f"Vossen legt sein Amt nieder\nEr hört im Juli nach neun Jahren im Amt auf\n\nVon Ansgar Pütz\n\nLank. {BODY}"
    )
    assert (article.title, article.byline, article.place) == ("Vossen legt sein Amt nieder", "Ansgar Pütz", "Lank")
    assert marked(article, "lead") == ["Er hört im Juli nach neun Jahren im Amt auf"]


def test_heading_in_capitals_is_no_masthead() -> None:
    article = recognise(
        "BAHIA COCOA REVIEW\nReuters, 1987-02-26\n\nSALVADOR, Feb 26 - Showers continued throughout the week."
    )
    assert (article.title, article.source, article.place) == ("BAHIA COCOA REVIEW", "Reuters", "Salvador")


def test_japanese_header() -> None:
    article = recognise(
        "橋が3年ぶり再開　一番乗りはパン屋\n\n2021年10月5日　朝海新聞\n【ラインハーフェン＝小林亮】\n\n"
        "姉妹都市で1日、通行止めだった橋が再開した。最初に渡ったのはパンの配達車だった。"
    )
    assert article.title == "橋が3年ぶり再開　一番乗りはパン屋"
    assert (article.source, str(article.date)) == ("朝海新聞", "2021-10-05")
    assert (article.place, article.byline) == ("ラインハーフェン", "小林亮")


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("Krefeld. Was gut ist, ", "Krefeld"),
        ("LONDON, June 4 (Reuters) - The ", "London"),
        ("HIGHTSTOWN, N.J., March 17 - The ", "Hightstown, N.J."),
        ("Wien – Der ", "Wien"),
        ("【東京】", "東京"),
        ("［大阪　3日］", "大阪"),
        ("Endlich. Nun ", ""),
        ("Das Ergebnis – So ", ""),
        ("【速報】", ""),
        ("Dr. Müller ", ""),
    ],
)
def test_datelines(opening: str, place: str) -> None:
    assert recognise(f"Ein Titel für alle\n\n{opening}{BODY}").place == place


def test_source_line_at_the_end() -> None:
    article = recognise(f"Hafen meldet Rekord\n\n{BODY}\n\n{BODY}\n\nQuelle: Rheinhafen-Bote")
    assert article.source == "Rheinhafen-Bote"
    assert "Quelle" not in article.text


def test_credit_and_captions() -> None:
    article = recognise(
        f"Hafen meldet Rekord\n\n{BODY}\n\nFoto © Stadt Aachen / A. Herrmann.\n\n"
        f"Hintere Reihe (v.l.n.r.): Karl Kai und Lena Lotse\n\n{BODY}"
    )
    assert article.credit == "Stadt Aachen / A. Herrmann"
    assert marked(article, "credit") == ["Foto © Stadt Aachen / A. Herrmann."]
    assert marked(article, "caption") == ["Hintere Reihe (v.l.n.r.): Karl Kai und Lena Lotse"]


def test_torn_subheading_is_joined() -> None:
    article = recognise(f"Hafen meldet Rekord\n\n{BODY}\n\nGeographische\n\nGrenzen überwinden\n\n{BODY}")
    assert marked(article, "subheading") == ["Geographische Grenzen überwinden"]


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the two seed articles are not beside this checkout")
def test_first_seed() -> None:
    article = parse(next(SEEDS.glob("000_*.txt"))).articles[0]
    assert (article.kicker, article.title, article.date, article.place) == ("Alles rund um Aachen", "", None, "")
    assert article.source == ""
    assert article.language == "de"
    assert len(marked(article, "caption")) == 2


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the two seed articles are not beside this checkout")
def test_second_seed() -> None:
    article = parse(next(SEEDS.glob("003_*.txt"))).articles[0]
    assert article.title == "Für Unternehmer lohnt der Blick ins Ausland."
    assert (str(article.date), article.place, article.language) == ("2018-09", "Krefeld", "de")
    assert marked(article, "subheading") == ["Geographische Grenzen überwinden", "Standort Rheinland ist beliebt"]
