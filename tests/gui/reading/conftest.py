"""What the tests of the reader's page share: a desk over articles of their own, and the reader on it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui.desk import Desk
from desktop_app.gui.panes.reader import ReaderPane
from desktop_app.model.article import Article, ParsedArticle, Part
from tests.conftest import article, shelve
from tests.gui.left import desk_over, show

LONG = 60


def long_article() -> ParsedArticle:
    """Three parts with a heading each, and enough paragraphs for several pages."""
    text, parts = "", []
    for chapter in ("Die Kräne", "Die Brücke", "Die Zölle"):
        parts.append(Part(len(text), len(text) + len(chapter), "subheading"))
        text += f"{chapter}\n\n"
        for number in range(LONG // 3):
            text += f"Absatz {number} über {chapter} spricht vom Hafen und von vielem anderen, damit er lang wird.\n\n"
    return article(text.rstrip(), "Kran am Kai", "2019-05-14", "Rheinhafen-Bote", language="de",
                   byline="Maike Dorn", parts=parts)  # fmt: skip


@pytest.fixture
def desk(empty: Archive, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    shelve(empty, long_article(), article("Ein kurzer Text.", "Kurz", "2019", language="de"))
    with desk_over(empty, qtbot, str(tmp_path / "settings")) as desk:
        yield desk


@pytest.fixture
def reader(desk: Desk, qtbot: QtBot) -> ReaderPane:
    reader = ReaderPane(desk)
    show(qtbot, reader, 780, 600)
    return reader


@pytest.fixture
def read(desk: Desk, qtbot: QtBot) -> Callable[..., Article]:
    """Open an article for a query and wait for its hits."""

    def open_it(number: int = 1, query: str = "") -> Article:
        desk.text = query
        with qtbot.waitSignals([desk.article_changed, desk.hits_changed], timeout=10_000):
            desk.open_article(number)
        assert desk.article is not None
        assert desk.article.id == number
        return desk.article

    return open_it
