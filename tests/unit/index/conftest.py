"""An index on the disk with a few articles in it."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.index.whoosh_engine import WhooshEngine
from desktop_app.model.documents import Document, IndexCursor
from desktop_app.model.query import parse

TODAY = dt.date(2026, 11, 22)

ARTICLES = [
    Document(
        1,
        "Alles rund um Aachen",
        "Eine japanische Delegation und Start-ups besuchten Aachen. Das Wirtschaftspartnerschaftsabkommen gilt. "
        "Die Förderung von Start- ups als Motor des Wirtschaftspartnerschaftsabkommens.",
        "",
        "de",
    ),
    Document(
        2,
        "Ausland",
        "Krefeld. Die Start-up-Szene, so Julia Münch, braucht „alte“ und „neue“ Akteure.",
        "Rückruf bei Frau Münch",
        "de",
    ),
    Document(3, "Startup in Tokio", "Ein Startup; 東京都は人工知能を導入。2018年9月に。", "", "ja"),
    Document(4, "Companies", "Many companies sell houses; the company grows. O'Neill & AT&T.", "", "en"),
    Document(5, "Häuser", "Vor- und Nachteile alter Häuser in der Straße.", "", ""),
]


@pytest.fixture
def engine(tmp_path: Path) -> WhooshEngine:
    made = WhooshEngine(tmp_path / "index")
    made.apply(ARTICLES, [], IndexCursor("life", 5))
    return made


@pytest.fixture
def found(engine: WhooshEngine) -> Callable[[str], list[int]]:
    """The ids that a query finds, best first."""

    def search(text: str) -> list[int]:
        matches = engine.match(parse(text, TODAY).root)
        order = sorted(range(len(matches)), key=lambda at: -matches.scores[at])
        return [int(matches.ids[at]) for at in order]

    return search
