"""The page of somebody: what it shows, what narrows it, and what is kept and undone from it."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui import i18n, theme
from desktop_app.gui.desk import Desk
from desktop_app.gui.people.chain import Stop
from desktop_app.gui.people.form_chip import FormChip
from desktop_app.gui.people.lines import ArticleLine, CompanionLine, CountLine
from desktop_app.gui.people.page import EntityPane
from desktop_app.gui.people.quote_view import QuoteView
from desktop_app.gui.people.span import over
from desktop_app.gui.people.suggestion_card import SuggestionCard
from desktop_app.gui.places import ARTICLES, Room
from desktop_app.model.people import Edge, Node
from tests.conftest import article
from tests.gui.left import show
from tests.gui.people.conftest import TOWN
from tests.gui.scene import desk_on
from tests.unit.archive.cast import ListReader, entity, read

Open = Callable[[str], EntityPane]
Who = Callable[[str], int]
MARCEL, ANNA, WERK = "Marcel Vogel", "Anna Lindner", "Hafenwerk AG"


def words(part: QWidget) -> str:
    QCoreApplication.sendPostedEvents()  # what has just been added to a part is not shown at once
    return "\n".join(label.text() for label in part.findChildren(QLabel) if label.isVisibleTo(part))


def titles(pane: EntityPane) -> list[str]:
    return [line.text() for line in pane.columns.articles.lines() if isinstance(line, ArticleLine)]


def chip(pane: EntityPane, form: str) -> FormChip:
    return next(each for each in pane.head.chips() if each.form.form == form)


def changed(pane: EntityPane, qtbot: QtBot, act: Callable[[], object]) -> None:
    """Do something that makes the page read everything again, and wait for it."""
    before = pane.loaded
    act()
    qtbot.waitUntil(lambda: pane.loaded is not before and pane.loaded is not None)


# --- what is shown


def test_it_tells_who_how_often_and_as_what(opened: Open) -> None:
    pane = opened(MARCEL)
    assert {"Person", MARCEL, "5 articles · 5 mentions"} <= set(words(pane.head).split("\n"))
    assert [each.form.form for each in pane.head.chips()] == [MARCEL]
    assert "said 2017 · 2 sentences" in words(pane.columns.roles)
    (said,) = [each for each in pane.columns.roles.findChildren(QuoteView) if each.isVisible()]
    assert said.quote.text.startswith("Hafenmeister Marcel Vogel sprach")
    assert [line.text() for line in pane.columns.together.companions()] == [ANNA, WERK, "Kranbund"]
    assert titles(pane) == ["Abschied", "Lob", "Regen", "Ein neues Boot", "Am Kai"]
    assert pane.columns.notes.isVisible()
    assert not opened(ANNA).columns.suggestions.isVisible()


def test_times_have_gaps_and_ends(opened: Open) -> None:
    times = opened(MARCEL).columns.times
    gaps = [period.name for period in times.chart.periods if period.gap]
    assert {"2019-Q1", "2019-Q2", "2019-Q3", "2019-Q4"} <= set(gaps)
    assert "hatched" in words(times)
    ends = [button.text() for button in times.findChildren(QAbstractButton) if button.isVisible()]
    assert ends == ["first 14 March 2017, Rheinhafen-Bote", "last 1 April 2021, Rheinhafen-Bote"]


def test_an_article_without_a_date_is_neither_the_first_nor_the_last(archive: Archive, opened: Open) -> None:
    read(archive, article("Ida Sander ruht.", "Ohne Datum", language="de"), reader=ListReader(TOWN))
    pane = opened("Ida Sander")
    assert titles(pane) == ["Schleuse", "Ohne Datum"]
    ends = [button.text() for button in pane.columns.times.findChildren(QAbstractButton) if button.isVisible()]
    assert ends == ["first 30 October 2018, Rheinhafen-Bote"]


def test_a_date_without_a_source_ends_without_a_comma(archive: Archive, opened: Open) -> None:
    read(archive, article("Ida Sander malt.", "Malerei", "2021-05-06", language="de"), reader=ListReader(TOWN))
    ends = [button.text() for button in opened("Ida Sander").columns.times.findChildren(QAbstractButton)]
    assert ends == ["first 30 October 2018, Rheinhafen-Bote", "last 6 May 2021"]


def test_an_organisation_has_its_colour_and_no_empty_roles(opened: Open) -> None:
    pane = opened(WERK)
    assert "Organisation" in words(pane.head)
    assert theme.current().organisation.name() in pane.head._kind.styleSheet()
    assert not pane.columns.roles.isVisible()


def test_whoever_has_no_role_and_no_company_is_told_so(archive: Archive, opened: Open, who: Who) -> None:
    pane = opened("M. Vogel")
    assert "No article says what office or role" in words(pane.columns.roles)
    archive.reject_entities([who("Kranbund")])
    pane.reload()
    assert "Nothing is noted yet" in words(pane.columns.notes)


def test_whoever_is_gone_is_said_to_be(desk: Desk, pane: EntityPane, qtbot: QtBot) -> None:
    desk.open_entity(4711)
    qtbot.waitUntil(lambda: pane.stack.currentWidget() is pane.empty)
    assert "Nobody is here any more" in words(pane.empty)
    assert pane.targets() == []
    pane.empty.buttons()[0].click()
    assert desk.room == ARTICLES


# --- names, tags, notes


def test_a_form_is_switched_off_struck_through_and_comes_back_with_undo(desk: Desk, opened: Open, qtbot: QtBot) -> None:
    pane = opened(ANNA)
    changed(pane, qtbot, chip(pane, ANNA).click)
    assert not chip(pane, ANNA).isChecked()
    assert titles(pane) == []
    assert "Switched off" in chip(pane, ANNA).toolTip()
    changed(pane, qtbot, lambda: desk.edit(desk.archive.undo))
    assert chip(pane, ANNA).isChecked()
    assert len(titles(pane)) == 4


def test_notes_are_written_changed_and_removed_where_they_stand(desk: Desk, opened: Open, qtbot: QtBot) -> None:
    pane = opened(ANNA)
    notes = pane.columns.notes
    notes.add_note.click()
    assert notes.editing is not None
    assert not notes.editing.keep.isEnabled()
    notes.editing.words.setPlainText("Kennt den **Hafen**.")
    words_of = notes.editing.words
    control = Qt.KeyboardModifier.ControlModifier
    changed(pane, qtbot, lambda: QTest.keyClick(words_of, Qt.Key.Key_Return, control))
    assert "<b>Hafen</b>" in words(notes)
    (note,) = pane.loaded.page.note_list  # type: ignore[union-attr]
    notes.edit(note)
    notes.editing.words.setPlainText("Kennt Osaka.")
    changed(pane, qtbot, notes.editing.keep.click)
    assert "Kennt Osaka" in words(notes)
    notes.edit(pane.loaded.page.note_list[0])  # type: ignore[union-attr]
    QTest.keyClick(notes.editing.words, Qt.Key.Key_Escape)
    assert notes.editing is None
    assert "Kennt Osaka" in words(notes)
    changed(pane, qtbot, lambda: notes.removed.emit(note.id))
    assert "Nothing is noted yet" in words(notes)
    changed(pane, qtbot, lambda: desk.edit(desk.archive.undo))
    assert "Kennt Osaka" in words(notes)


def test_a_note_that_is_being_written_outlives_what_others_change(desk: Desk, opened: Open, qtbot: QtBot) -> None:
    pane = opened(ANNA)
    pane.columns.notes.add_note.click()
    assert pane.columns.notes.editing is not None
    pane.columns.notes.editing.words.setPlainText("Noch nicht fertig")
    changed(pane, qtbot, lambda: desk.edit(desk.archive.tag_entities, [pane.targets()[0]], add=["Hafen"]))
    assert pane.columns.notes.editing.words.toPlainText() == "Noch nicht fertig"
    assert any(button.text() == "Hafen" for button in pane.head.findChildren(QAbstractButton))


def test_a_note_that_is_being_written_is_kept_when_another_page_is_opened(
    archive: Archive, opened: Open, who: Who, qtbot: QtBot
) -> None:
    pane = opened(ANNA)
    pane.columns.notes.add_note.click()
    assert pane.columns.notes.editing is not None
    pane.columns.notes.editing.words.setPlainText("Beinahe vergessen")
    opened(MARCEL)
    qtbot.waitUntil(lambda: [note.body for note in archive.entity(who(ANNA)).note_list] == ["Beinahe vergessen"])
    assert pane.columns.notes.editing is None
    assert "Beinahe" not in words(pane.columns.notes)


def test_esc_keeps_the_words_and_the_button_discards_them(
    archive: Archive, opened: Open, who: Who, qtbot: QtBot
) -> None:
    pane = opened(ANNA)
    notes = pane.columns.notes
    notes.add_note.click()
    assert notes.editing is not None
    notes.editing.words.setPlainText("Mit Esc verlassen")
    changed(pane, qtbot, lambda: QTest.keyClick(notes.editing.words, Qt.Key.Key_Escape))
    (note,) = archive.entity(who(ANNA)).note_list
    assert note.body == "Mit Esc verlassen"
    assert notes.editing is None
    notes.edit(note)
    notes.editing.words.setPlainText("Doch nicht")
    notes.editing.findChild(QAbstractButton, "leave_note").click()
    assert notes.editing is None
    assert archive.entity(who(ANNA)).note_list == (note,)


@pytest.mark.parametrize("moved_on", [False, True])
def test_words_that_the_archive_refuses_stand_there_again(
    archive: Archive, desk: Desk, opened: Open, who: Who, qtbot: QtBot, moved_on: bool
) -> None:
    pane = opened(ANNA)
    notes = pane.columns.notes
    notes.add_note.click()
    assert notes.editing is not None
    notes.editing.words.setPlainText("Nicht verlieren")
    desk.archive = Archive.open(archive.path, read_only=True)
    with qtbot.waitSignal(desk.refused):
        if moved_on:
            notes.finish()
            pane.columns.drafts.show_entity(who(MARCEL))
        else:
            QTest.keyClick(notes.editing.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.archive.close()
    desk.archive = archive
    if moved_on:
        pane.columns.drafts.show_entity(who(ANNA))
    assert notes.editing is not None
    assert notes.editing.words.toPlainText() == "Nicht verlieren"
    assert notes.editing.isEnabled()
    changed(pane, qtbot, notes.editing.keep.click)
    assert [note.body for note in archive.entity(who(ANNA)).note_list] == ["Nicht verlieren"]
    assert notes.editing is None


def test_a_note_that_is_being_written_outlives_other_notes(
    archive: Archive, desk: Desk, opened: Open, qtbot: QtBot
) -> None:
    pane = opened(ANNA)
    notes = pane.columns.notes
    notes.add_note.click()
    assert notes.editing is not None
    notes.editing.words.setPlainText("Noch nicht fertig")
    changed(pane, qtbot, lambda: desk.edit(archive.note_entity, pane.targets()[0], "Von anderswo"))
    assert "Von anderswo" in words(notes)
    assert notes.editing.words.toPlainText() == "Noch nicht fertig"


def test_an_archive_that_is_only_read_offers_nothing_to_change(folder: Path, qtbot: QtBot) -> None:
    with closing(Archive.open(folder)) as writing:
        writing.note_entity(entity(writing, MARCEL), "Kennt Osaka.")
    with closing(Archive.open(folder, read_only=True)) as reading, desk_on(reading) as desk:
        pane = EntityPane(desk)
        show(qtbot, pane, 1204, 760)
        pane.enter(Room("entity", entity=entity(reading, MARCEL)))
        qtbot.waitUntil(lambda: pane.loaded is not None)
        assert "Kennt Osaka." in words(pane.columns.notes)
        enabled = {each.objectName() for each in pane.findChildren(QAbstractButton) if each.isEnabled()}
        assert not enabled & {"name_form", "merge", "decide_same"}
        hidden = ("add_note", "remove_note", "tag_entity")
        assert not [each for name in hidden for each in pane.findChildren(QAbstractButton, name) if each.isVisible()]
        assert not pane.asks()


# --- narrowing


def test_arrow_keys_leave_the_one_in_the_middle(opened: Open) -> None:
    network = opened(MARCEL).columns.together.network
    network._hover = network._network.edges[0]  # a mouse that rests on a line
    QTest.keyClick(network, Qt.Key.Key_Right)
    centre = network.choice
    assert isinstance(centre, Node)
    assert centre.name == MARCEL
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down):
        if network.choice == centre:
            QTest.keyClick(network, key)
    assert isinstance(network.choice, Node)
    assert network.choice != centre
    assert network._hover is None


def test_a_time_narrows_articles_companions_and_network(opened: Open, qtbot: QtBot) -> None:
    pane = opened(MARCEL)
    periods = pane.loaded.page.periods  # type: ignore[union-attr]
    span = over(periods, range(len(periods) - 6, len(periods)))
    changed(pane, qtbot, lambda: pane.columns.times.chart.span_chosen.emit(span))
    assert titles(pane) == ["Abschied", "Lob"]
    assert pane.columns.articles.heading.startswith("Articles · quarter 1 of 2020 – ")
    assert {line.text() for line in pane.columns.together.companions()} == {ANNA, WERK, "Kranbund"}
    assert list(pane.columns.together.slider.chosen()) == list(span.within(periods))
    assert pane.head.export.text() == "Export 2"
    changed(pane, qtbot, lambda: QTest.keyClick(pane, Qt.Key.Key_Escape))
    assert len(titles(pane)) == 5


def test_a_source_narrows_the_articles_until_it_is_clicked_again(opened: Open, qtbot: QtBot) -> None:
    pane = opened(MARCEL)

    def line() -> CountLine:
        lines = pane.columns.counts.sources.lines()
        return next(each for each in lines if isinstance(each, CountLine) and each.text() == "Niederrhein Kurier")

    changed(pane, qtbot, lambda: line().click())
    assert titles(pane) == ["Regen"]
    assert line().isChecked()
    changed(pane, qtbot, lambda: line().click())
    assert len(titles(pane)) == 5


def test_its_articles_can_be_looked_at_as_a_list(desk: Desk, opened: Open, qtbot: QtBot) -> None:
    pane = opened(MARCEL)
    changed(pane, qtbot, lambda: pane.columns.counts.source_chosen.emit("Rheinhafen-Bote"))
    pane.columns.articles.listing_wanted.emit()
    qtbot.waitUntil(lambda: desk.listing is not None and desk.listing.query == desk.full_query != "")
    assert desk.room == ARTICLES
    assert len(desk.listing or ()) == 4
    assert desk.filters == ['person:"Marcel Vogel"', "source:Rheinhafen-Bote"] or len(desk.filters) == 2


# --- two


def test_somebody_chosen_in_the_list_brings_the_sentences_of_both(opened: Open, who: Who, qtbot: QtBot) -> None:
    pane = opened(MARCEL)
    line = next(each for each in pane.columns.together.companions() if each.text() == ANNA)
    line.click()
    qtbot.waitUntil(lambda: len(pane.columns.quotes.quotes()) == 3)
    assert "Marcel Vogel and Anna Lindner" in words(pane.columns.quotes)
    assert "3 articles in common" in words(pane.columns.quotes)
    with qtbot.waitSignal(pane.sentence_wanted) as wanted:
        pane.columns.quotes.quotes()[1].click()
    assert wanted.args[0].title == "Ein neues Boot"
    QTest.keyClick(pane, Qt.Key.Key_Escape)
    assert not pane.columns.quotes.isVisible()


def test_a_line_between_two_others_brings_theirs(opened: Open, who: Who, qtbot: QtBot) -> None:
    pane = opened(MARCEL)
    a, b = sorted((who(ANNA), who(WERK)))
    edge = next(edge for edge in pane.loaded.network.edges if {edge.a, edge.b} == {a, b})  # type: ignore[union-attr]
    pane.columns.together.network.choose(edge)
    qtbot.waitUntil(lambda: len(pane.columns.quotes.quotes()) == 1)
    assert isinstance(edge, Edge)
    pages = [button.text() for button in pane.columns.quotes.findChildren(QAbstractButton, "page_of")]
    assert sorted(pages) == [f"Page of {ANNA}", f"Page of {WERK}"]


def test_enter_on_a_companion_opens_the_page_and_back_returns(desk: Desk, opened: Open, who: Who, qtbot: QtBot) -> None:
    pane = opened(MARCEL)
    line = pane.columns.together.companions()[0]
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.loaded is not None and pane.loaded.page.row.name == ANNA)
    assert pane.targets() == [who(ANNA)]
    pane.head.step.emit(-1)
    qtbot.waitUntil(lambda: pane.loaded is not None and pane.loaded.page.row.name == MARCEL)


def test_two_stand_side_by_side_and_a_path_joins_them(opened: Open, who: Who, qtbot: QtBot) -> None:
    pane = opened(MARCEL)
    pane.compare_with(who("Ida Sander"))
    qtbot.waitUntil(lambda: pane.stack.currentWidget() is pane.comparison)
    told = words(pane.comparison)
    assert {MARCEL, "Ida Sander"} <= set(told.split("\n"))
    assert "No article names both" in told
    assert pane.targets() == [who(MARCEL), who("Ida Sander")]
    pane.comparison.page_wanted.emit(who(MARCEL))
    assert pane.stack.currentWidget() is pane.columns
    pane.compare_with(who("Ida Sander"))
    qtbot.waitUntil(lambda: pane.stack.currentWidget() is pane.comparison)
    pane.comparison.path_wanted.emit()
    qtbot.waitUntil(lambda: pane.stack.currentWidget() is pane.path)
    stops = [stop.text() for stop in pane.path.findChildren(Stop)]
    assert stops[0] == MARCEL
    assert stops[-2:] == ["Ole Brandt", "Ida Sander"]
    assert len(pane.path.findChildren(QuoteView)) == len(stops) - 1
    QTest.keyClick(pane, Qt.Key.Key_Escape)
    assert pane.stack.currentWidget() is pane.columns


def test_without_a_path_it_says_so(archive: Archive, opened: Open, who: Who, qtbot: QtBot) -> None:
    archive.switch_name(who("Ole Brandt"), "Ole Brandt", False)
    pane = opened("Ida Sander")
    pane.path_to(who(MARCEL))
    qtbot.waitUntil(lambda: pane.stack.currentWidget() is pane.path)
    assert "No chain of at most 4 steps" in words(pane.path)


def test_esc_leads_back_to_the_articles(desk: Desk, opened: Open) -> None:
    pane = opened(MARCEL)
    pane.setFocus()
    QTest.keyClick(pane, Qt.Key.Key_Escape)
    assert desk.room == ARTICLES


# --- the look


def test_everything_has_a_name_and_follows_the_theme(opened: Open) -> None:
    pane = opened(MARCEL)
    for name in ("dark", "contrast", "light"):
        theme.apply(name)  # type: ignore[arg-type]
    buttons = [each for each in pane.findChildren(QAbstractButton) if each.isVisible()]
    assert [each.objectName() for each in buttons if not (each.accessibleName() or each.text())] == []
    assert len([each for each in buttons if isinstance(each, CompanionLine)]) == 3


@pytest.mark.parametrize("width", [864, 1204])
@pytest.mark.parametrize("language", ["de", "en"])
def test_nothing_is_wider_than_its_column(
    opened: Open, pane: EntityPane, qtbot: QtBot, width: int, language: str
) -> None:
    pane.resize(width, 560)
    i18n.install(language)
    opened(MARCEL)
    periods = pane.loaded.page.periods  # type: ignore[union-attr]
    changed(pane, qtbot, lambda: pane.keep_to(over(periods, range(1, len(periods) - 2))))
    pane.columns.notes.add_note.click()
    i18n.install("en")
    for column in (pane.columns.left, pane.columns.right):
        inner = column.inner
        qtbot.waitUntil(lambda inner=inner: inner.heightForWidth(inner.width()) <= inner.height())
        assert inner.width() <= column.viewport().width()
    for button in (pane.head.compare, pane.head.merge, pane.head.export):
        assert isinstance(button, QPushButton)
        assert button.width() >= button.sizeHint().width()


def test_a_suggestion_is_answered_by_its_key_and_comes_back_with_undo(
    desk: Desk, opened: Open, who: Who, qtbot: QtBot
) -> None:
    pane = opened(MARCEL)
    (card,) = pane.columns.suggestions.findChildren(SuggestionCard)
    told = words(card)
    assert "a first name may be the other's initial" in told
    assert [view.quote.text for view in card.findChildren(QuoteView)] == ["M. Vogel schrieb dem Kranbund."]
    assert pane.asks()
    changed(pane, qtbot, lambda: pane.answer("different"))
    assert not pane.asks()
    changed(pane, qtbot, lambda: desk.edit(desk.archive.undo))
    assert pane.asks()
    changed(pane, qtbot, pane.findChild(QAbstractButton, "decide_same").click)
    assert {each.form.form for each in pane.head.chips()} == {MARCEL, "M. Vogel"}
    assert len(titles(pane)) == 6
