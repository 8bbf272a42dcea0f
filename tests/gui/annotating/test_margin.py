"""The margin: cards come when they are near, lost notes stand on top and are put back, links lead back."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from desktop_app.gui.annotating.backlinks import BacklinkLine
from desktop_app.gui.annotating.lanes import Lanes
from desktop_app.gui.desk import Desk
from desktop_app.gui.panes.inspector import Inspector
from desktop_app.gui.panes.reader import ReaderPane
from desktop_app.model.article import Article, Note
from tests.gui.annotating.conftest import TEXT, drag, notes, open_article, place
from tests.gui.left import show

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Settled = Callable[[Callable[[], object]], Article]


def test_cards_are_made_when_they_come_near(reader: ReaderPane, desk: Desk, qtbot: QtBot) -> None:
    open_article(qtbot, desk, 2)
    for number in range(90):
        desk.archive.note(1, f"Notiz {number}", 20 + 28 * number, 25 + 28 * number)
    open_article(qtbot, desk, 1)
    margin, bar = reader.marking.margin, reader.page_view.verticalScrollBar()
    qtbot.waitUntil(lambda: len(margin.cards) > 3)
    assert len(margin.cards) < 40
    assert margin.cards[0].note.body == "Notiz 0"
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: margin.cards[-1].note.body == "Notiz 89")
    bar.setValue(bar.maximum())
    assert margin.cards[-1].isVisible()
    assert 0 < margin.cards[-1].geometry().bottom() < reader.page_view.viewport().height()
    tops = [card.y() for card in margin.cards]
    assert tops == sorted(tops)


def test_a_note_that_lost_its_place_is_put_back(reader: ReaderPane, desk: Desk, qtbot: QtBot, settled: Settled) -> None:
    desk.archive.note(1, "Wirklich bar?", *place("zahlte bar"))
    desk.archive.revise(1, TEXT.replace("Der Hafen zahlte bar.", "Darüber schweigt er."))
    qtbot.waitUntil(lambda: any(note.orphaned for note in notes(reader)), timeout=10_000)
    (card,) = reader.marking.margin.cards
    assert card.put_back is not None
    assert not card.put_back.isEnabled()
    assert reader.marking.highlights.lanes.all == []
    assert "zahlte bar" in card.accessibleName() or "Wirklich bar?" in card.accessibleName()
    drag(reader, *place("Osaka"))
    qtbot.waitUntil(card.put_back.isEnabled)
    found = settled(card.put_back.click)
    assert [(note.quote, note.orphaned) for note in found.notes] == [("Osaka", False)]


def test_what_links_to_an_article_stands_below_it(reader: ReaderPane, desk: Desk, qtbot: QtBot) -> None:
    note = desk.archive.note(1, "Vgl. [Brücke](article:2) am Fluss", *place("Osaka")).result
    inspector = Inspector(desk)
    show(qtbot, inspector, 780, 200)
    open_article(qtbot, desk, 2)
    qtbot.waitUntil(lambda: bool(inspector.findChildren(BacklinkLine)), timeout=10_000)
    (line,) = inspector.findChildren(BacklinkLine)
    assert line.accessibleName() == "Kräne: Vgl. Brücke am Fluss"
    inspector.link_opened.connect(reader.marking.links.open)
    line.click()
    qtbot.waitUntil(lambda: reader.marking.highlights.current == note, timeout=10_000)


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 25)), max_size=25)


def made(spans: list[tuple[int, int]]) -> list[Note]:
    return [Note(at, 1, "", start, start + length, "", 0, "", "") for at, (start, length) in enumerate(spans, 1)]


@given(SPANS, st.integers(0, 90), st.integers(1, 30))
@settings(max_examples=60, deadline=None)
def test_lanes_part_what_overlaps(spans: list[tuple[int, int]], start: int, length: int) -> None:
    lanes = Lanes(made(spans))
    for a in lanes.all:
        for b in lanes.all:
            if a is not b and a.start < b.end and b.start < a.end:
                assert a.lane != b.lane
    within = {laid.note.id for laid in lanes.within(start, start + length)}
    assert within == {each.note.id for each in lanes.all if each.start < start + length and each.end > start}
    shortest = lanes.at(start)
    lengths = [(note.end or 0) - (note.start or 0) for note in shortest]
    assert lengths == sorted(lengths)
    assert {note.id for note in shortest} == {each.note.id for each in lanes.all if each.start <= start < each.end}
