"""Sentences with their names underlined."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.gui import theme
from desktop_app.gui.people.quote_view import QuoteView, shortened, where
from desktop_app.model.people import Quote
from tests.gui.left import show

NAME = "Anna Lindner"


def quote(text: str, name: str = NAME, **more: str) -> Quote:
    start = text.index(name)
    facts = {"title": "Am Kai", "source": "Rheinhafen-Bote", "date": "2017-03-14"} | more
    return Quote(7, text=text, spans=((start, start + len(name)),), start=40, end=40 + len(text), **facts)


@pytest.fixture(autouse=True)
def light(dressed: QApplication) -> None:
    theme.apply("light")


def test_a_long_sentence_is_cut_around_the_name() -> None:
    told = quote("Vorher geschah vieles. " * 30 + f"Dann kam {NAME} an Bord. " + "Nachher geschah nichts. " * 30)
    text, ((start, end),) = shortened(told, 200)
    assert len(text) <= 204
    assert text[start:end] == NAME
    assert text.startswith("… ")
    assert text.endswith(" …")
    assert "ehen" not in text.split()[1]


def test_a_short_one_stays_whole_and_on_one_line() -> None:
    told = quote(f"Es sprach\n{NAME}.")
    assert shortened(told) == (f"Es sprach {NAME}.", list(told.spans))


def test_offsets_are_code_points(qtbot: QtBot) -> None:
    view = QuoteView(quote(f"🚢🚢🚢 {NAME} winkt."), "person")
    plain = QuoteView(quote(f"XXX {NAME} winkt."), "person")
    for each in (view, plain):
        show(qtbot, each, 600, 60)
    assert view.underlines()[0].width() == pytest.approx(plain.underlines()[0].width(), abs=0.6)


def test_it_is_as_high_as_its_lines_and_underlines_a_name_on_both(qtbot: QtBot) -> None:
    view = QuoteView(quote(f"Gestern abend sagte die Hafenmeisterin {NAME} dem Rat ab."), "person")
    show(qtbot, view, 200, 60)
    assert view.heightForWidth(200) > view.heightForWidth(700)
    for width in range(200, 420, 4):
        view.resize(width, view.heightForWidth(width))
        if len(view.underlines()) == 2:
            break
    first, second = view.underlines()
    assert first.y() < second.y()
    assert second.bottom() <= view.height()


def test_its_own_quotation_marks_are_enough(qtbot: QtBot) -> None:
    quoting, plain = (QuoteView(quote(text), "person") for text in (f"“Nein”, sagte {NAME}.", f"Nein, sagte {NAME}."))
    for each in (quoting, plain):
        qtbot.addWidget(each)
    assert quoting._text.startswith("“Nein”, sagte")
    assert plain._text.startswith("“Nein, sagte")


def test_japanese_sentences_have_japanese_marks(qtbot: QtBot) -> None:
    view = QuoteView(quote("市長の田辺由紀が来た。", "田辺由紀"), "person")
    qtbot.addWidget(view)
    assert view._text.startswith("「市長の田辺由紀が来た。」")


def test_it_says_where_it_stands_or_what_the_article_is_called() -> None:
    assert where(quote(NAME)) == "Rheinhafen-Bote, 14 March 2017"
    assert where(quote(NAME, source="", date="2017-03")) == "March 2017"
    assert where(quote(NAME, source="", date="")) == "Am Kai"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_keys_open_the_article_at_the_sentence(qtbot: QtBot, key: Qt.Key) -> None:
    told = quote(f"{NAME} winkt.")
    view = QuoteView(told, "person")
    show(qtbot, view, 400, 40)
    view.setFocus()
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, key)
    assert opened.args == [told]
    assert "Rheinhafen-Bote" in view.accessibleName()
