"""The demo archive's press texts, against what is known of them."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app.ingest.formats import parse
from desktop_app.model.article import ParsedArticle

DEMO = Path(__file__).parents[3] / "data" / "demo"
GOLD = [json.loads(line) for line in (DEMO / "gold.jsonl").read_text("utf-8").splitlines()]
# Where the gold knows more than the file prints: no dateline stands there; a section above the title is a kicker.
KNOWN_OTHERWISE = {
    ("heimatbrief/heimatbrief_schuetzen.txt", "place"),
    ("heimatbrief/heimatbrief_winter.txt", "place"),
    ("niederrhein-kurier/nk_sport_160607.txt", "kicker"),
}


def article_of(row: dict[str, Any]) -> ParsedArticle:
    name, _, number = row["path"].partition("#")
    articles = parse(DEMO / "press" / name).articles
    return next(article for article in articles if article.member == (f"#{number}" if number else ""))


@pytest.mark.parametrize("row", GOLD, ids=[row["path"] for row in GOLD])
def test_header_is_as_printed(row: dict[str, Any]) -> None:
    article = article_of(row)
    for name in ("title", "kicker", "source", "place", "byline", "language"):
        if (row["path"], name) in KNOWN_OTHERWISE:
            continue
        assert getattr(article, name).rstrip(".") == row[name].rstrip("."), name
    assert str(article.date or "") == row["date"]


def test_hyphens_of_the_scan_are_joined() -> None:
    article = parse(next(DEMO.glob("press/*/nk_haushalt_scan.txt"))).articles[0]
    assert "Haushalt" in article.text
    assert "Haus-" not in article.text
    assert "\n" not in article.text.split("\n\n")[1]


def test_nothing_is_lost() -> None:
    for path in sorted((DEMO / "press").glob("*/*.txt")):
        if path.suffix == ".txt":
            article = parse(path).articles[0]
            words = {word for word in article.text.split() if "\ufffd" in word}
            assert not words, path
