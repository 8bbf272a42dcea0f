"""A small sample of real press texts, where the measuring corpora are at hand."""

import json
import os
import tarfile
from pathlib import Path

import pytest

from desktop_app.ingest.formats import parse

PLACES = [Path(os.environ.get("LESESAAL_CORPORA", "")), Path(__file__).parents[4] / "shared" / "corpora"]
pytestmark = pytest.mark.corpora


def unpacked(name: str, folder: Path) -> Path:
    """The gold file of a set, found unpacked or unpacked from its archive."""
    for place in PLACES:
        if place == Path() or not place.is_dir():
            continue
        if found := next(place.glob(f"{name}*/**/*.gold.jsonl"), None):
            return found
        if archive := next(place.glob(f"{name}*.tar.xz"), None):
            with tarfile.open(archive) as tar:
                tar.extractall(folder, filter="data")
            return next(folder.glob("**/*.gold.jsonl"))
    pytest.skip(f"{name} is not at hand; set LESESAAL_CORPORA to the folder that holds it")


@pytest.mark.parametrize("name", ["news-de-wikinews", "news-ja-debian-news"])
def test_titles_and_dates(name: str, tmp_path: Path) -> None:
    gold = unpacked(name, tmp_path)
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines()[:150]]
    titles = dates = invented = 0
    for row in rows:
        article = parse(gold.parent / row["path"]).articles[0]
        assert article.language == row["lang"]
        titles += "".join(article.title.split()) == "".join(row["title"].split())
        dates += str(article.date) == row["date"]
        invented += article.date is not None and str(article.date) != row["date"]
    assert titles >= 0.98 * len(rows)
    assert dates >= 0.98 * len(rows)
    assert invented == 0
