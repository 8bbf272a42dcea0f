"""The concordance: every hit in its context, sorted, filtered, opened at its place, copied, exported."""

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui import theme
from desktop_app.gui.desk import Desk
from desktop_app.gui.models.concordance_model import DATE, HIT, LEFT, RIGHT, SOURCE, as_text, ordered, words_of
from desktop_app.gui.models.rows_model import RUN, sort_in_runs
from desktop_app.gui.panes.concordance_pane import ConcordancePane
from desktop_app.gui.panes.list_pane import ListPane
from desktop_app.gui.panes.reader import ReaderPane
from desktop_app.model.searching import Concordance, ConcordanceLine
from tests.gui.left import show

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def line(left: str, hit: str, right: str, date: str = "", source: str = "", article: int = 1) -> ConcordanceLine:
    return ConcordanceLine(article, len(left), len(left) + len(hit), left, hit, right, "Titel", date, source)


@pytest.fixture
def pane(desk: Desk, qtbot: QtBot) -> ListPane:
    pane = ListPane(desk)
    show(qtbot, pane, 760, 700)
    return pane


@pytest.fixture
def harbour(pane: ListPane, desk: Desk, archive: Archive, qtbot: QtBot) -> ConcordancePane:
    """All places where the harbour stands."""
    return collected(pane, desk, archive, qtbot, "Hafen OR harbour")


def collected(pane: ListPane, desk: Desk, archive: Archive, qtbot: QtBot, query: str) -> ConcordancePane:
    desk.open_query(query)
    if not pane.in_concordance:
        pane.line.concordance.click()
    wanted = len(archive.concordance(query).lines)
    qtbot.waitUntil(lambda: pane.concordance.concordance.query == query, timeout=10_000)
    qtbot.waitUntil(lambda: pane.concordance.lines.rowCount() == wanted, timeout=10_000)
    return pane.concordance


def shown(pane: ConcordancePane) -> list[ConcordanceLine]:
    return list(pane.lines.shown())


def test_every_hit_has_its_line(harbour: ConcordancePane, archive: Archive) -> None:
    QAbstractItemModelTester(harbour.lines)
    assert harbour.isVisible()
    assert harbour.table.hasFocus()
    for each in shown(harbour):
        text = archive.article(each.article).text
        assert " ".join(text[each.start : each.end].split()) == each.hit
    assert harbour.state.text() == f"{len(shown(harbour))} hits"


def test_it_follows_the_search_and_the_list_comes_back(
    harbour: ConcordancePane, pane: ListPane, desk: Desk, archive: Archive, qtbot: QtBot
) -> None:
    collected(pane, desk, archive, qtbot, "Osaka")
    assert {words_of(each.hit)[0] for each in shown(harbour)} == {"osaka"}
    pane.line.concordance.click()
    assert pane.view.isVisible()
    desk.set_text("Kansai")
    qtbot.waitUntil(lambda: desk.listing is not None and desk.listing.query == "Kansai")
    assert harbour.concordance.query == "Osaka"  # it rests


def test_headings_sort_and_a_third_click_takes_it_back(harbour: ConcordancePane, pane: ListPane, qtbot: QtBot) -> None:
    ranked = shown(harbour)
    header = harbour.table.horizontalHeader()

    def press(column: int) -> None:
        at = QPoint(header.sectionViewportPosition(column) + 6, 8)
        with qtbot.waitSignal(harbour.ordered):
            QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)

    press(LEFT)
    lefts = [words_of(each.left)[::-1] for each in shown(harbour)]
    assert lefts == sorted(lefts)
    assert pane.line.sort.text() == "By the words before ▾"
    press(LEFT)
    assert [words_of(each.left)[::-1] for each in shown(harbour)] == sorted(lefts, reverse=True)
    press(LEFT)
    assert shown(harbour) == ranked
    press(DATE)
    dates = [each.date for each in shown(harbour)]
    assert dates == sorted(dates, key=lambda date: date or "~")
    with qtbot.waitSignal(harbour.ordered):
        pane.line.contexts["source"].trigger()
    sources = [each.source.casefold() for each in shown(harbour)]
    assert sources == sorted(sources)


def test_the_chosen_line_stays_chosen(harbour: ConcordancePane, qtbot: QtBot) -> None:
    harbour.table.choose(2)
    before = harbour.current()
    with qtbot.waitSignal(harbour.ordered):
        harbour.set_order("right", descending=True)
    assert harbour.current() == before
    assert len(harbour.table.chosen()) == 1


def test_sorting_chooses_nothing_by_itself(harbour: ConcordancePane, qtbot: QtBot) -> None:
    assert harbour.table.hasFocus()
    with qtbot.waitSignal(harbour.ordered):
        harbour.set_order("right")
    assert harbour.table.chosen() == []
    assert harbour.table.verticalScrollBar().value() == 0


def test_lines_are_filtered(harbour: ConcordancePane, qtbot: QtBot) -> None:
    word = max(words_of(shown(harbour)[0].right), key=len)
    every = len(shown(harbour))
    with qtbot.waitSignal(harbour.ordered):
        harbour.filter.setText(word.upper())
    assert 0 < len(shown(harbour)) < every
    assert harbour.state.text() == f"{len(shown(harbour))} of {every} hits"
    harbour.filter.setText("xyzxyz")
    qtbot.waitUntil(harbour.empty.isVisible)
    harbour.empty.buttons()[0].click()
    qtbot.waitUntil(lambda: len(shown(harbour)) == every)


def test_a_line_opens_the_article_at_that_hit(harbour: ConcordancePane, desk: Desk, qtbot: QtBot) -> None:
    reader = ReaderPane(desk)
    show(qtbot, reader, 500, 400)
    harbour.hit_wanted.connect(reader.go_to)
    many = [each.article for each in shown(harbour)]
    article = max(set(many), key=many.count)
    rows = [row for row, each in enumerate(shown(harbour)) if each.article == article]
    for row in reversed(rows):
        at = harbour.table.visualRect(harbour.lines.index(row, RIGHT)).center()
        QTest.mouseClick(harbour.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        wanted = shown(harbour)[row]
        qtbot.waitUntil(lambda wanted=wanted: _at(reader, desk) == (wanted.article, wanted.start), timeout=10_000)
        assert desk.selected == [article]


def _at(reader: ReaderPane, desk: Desk) -> tuple[int, int] | None:
    if desk.article is None or not desk.hits or reader._wish is not None:
        return None
    return desk.article.id, desk.hits[reader._current][0]


def test_the_keyboard_steps_and_reads(harbour: ConcordancePane, desk: Desk, qtbot: QtBot) -> None:
    table = harbour.table
    QTest.keyClick(table, Qt.Key.Key_J)
    assert table.chosen() == [0]
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_J)
    assert table.chosen() == [2]
    QTest.keyClick(table, Qt.Key.Key_K)
    assert table.chosen() == [1]
    QTest.keyClick(table, Qt.Key.Key_End)
    assert table.chosen() == [harbour.lines.rowCount() - 1]
    QTest.keyClick(table, Qt.Key.Key_Home)
    assert table.chosen() == [0]
    with qtbot.waitSignal(harbour.reading_wanted):
        QTest.keyClick(table, Qt.Key.Key_Return)
    wanted = shown(harbour)[0].article
    qtbot.waitUntil(lambda: desk.article is not None and desk.article.id == wanted)


def test_lines_are_copied_for_a_spreadsheet(harbour: ConcordancePane) -> None:
    harbour.table.selectAll()
    QTest.keyClick(harbour.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert len(copied) == len(shown(harbour))
    assert all(row.count("\t") == 5 for row in copied)


def test_what_is_shown_is_exported(
    harbour: ConcordancePane, tmp_path: Path, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "hafen"), "Table (*.csv)"))
    with qtbot.waitSignal(harbour.ordered):
        harbour.set_order("left")
    with qtbot.waitSignal(desk.message, timeout=10_000) as said:
        harbour.export.click()
    assert "hafen.csv" in said.args[0]
    rows = list(csv.reader((tmp_path / "hafen.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == len(shown(harbour)) + 1


def test_without_words_it_says_what_it_is_for(pane: ListPane, desk: Desk, qtbot: QtBot) -> None:
    desk.search()
    pane.show_concordance(True)
    qtbot.waitUntil(lambda: "Search for a word first" in _told(pane), timeout=10_000)


def _told(pane: ListPane) -> str:
    return pane.concordance.empty._heading.text() if pane.concordance.empty.isVisible() else ""


def test_japanese_hits_stand_in_their_context(pane: ListPane, desk: Desk, archive: Archive, qtbot: QtBot) -> None:
    found = collected(pane, desk, archive, qtbot, "関西")
    assert shown(found)
    assert all("関西" in each.hit for each in shown(found))


@pytest.mark.parametrize(("width", "hidden"), [(760, []), (580, [SOURCE]), (424, [SOURCE, DATE])])
def test_narrow_panes_leave_source_and_date_out(
    harbour: ConcordancePane, pane: ListPane, qtbot: QtBot, width: int, hidden: Sequence[int]
) -> None:
    pane.resize(width, 700)
    qtbot.waitUntil(lambda: [at for at in (SOURCE, DATE) if harbour.table.isColumnHidden(at)] == list(hidden))
    widths = [harbour.table.columnWidth(at) for at in range(5) if at not in hidden]
    assert sum(widths) == harbour.table.viewport().width()
    assert abs(harbour.table.columnWidth(LEFT) - harbour.table.columnWidth(RIGHT)) <= 1


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_the_hit_stands_out(harbour: ConcordancePane, qtbot: QtBot, look: theme.ThemeName) -> None:
    theme.apply(look)
    picture = harbour.table.viewport().grab().toImage()
    cell = harbour.table.visualRect(harbour.lines.index(1, HIT))
    colours = {picture.pixelColor(x, y).name() for x in range(cell.left(), cell.right()) for y in range(*_rows(cell))}
    assert theme.current().accent.name() in colours
    theme.apply("light")


def _rows(cell: object) -> tuple[int, int]:
    return cell.top(), cell.bottom()  # type: ignore[attr-defined]


# --- orders


def test_the_word_beside_the_hit_counts_first() -> None:
    lines = [line("zwei am", "Hafen", "b"), line("eins im", "Hafen", "a"), line("drei am", "Hafen", "c")]
    assert ordered(lines, "left") == [2, 0, 1]
    assert ordered(lines, "right") == [1, 0, 2]
    assert ordered(lines, "right", descending=True) == [2, 0, 1]
    assert ordered(lines, "rank", "IM") == [1]


def test_accents_and_case_do_not_part_words() -> None:
    lines = [line("", "Hafen", "Zoll"), line("", "Hafen", "Äpfel"), line("", "Hafen", "apfel und"), line("", "H", "B")]
    assert ordered(lines, "right") == [2, 1, 3, 0] or ordered(lines, "right") == [1, 2, 3, 0]
    assert words_of("日本の 新聞 Zeitung") == ["日", "本", "の", "新", "聞", "zeitung"]


def test_what_has_no_date_comes_last() -> None:
    lines = [line("", "a", "", ""), line("", "a", "", "2019-05"), line("", "a", "", "2018")]
    assert ordered(lines, "date") == [2, 1, 0]


def test_a_copied_line_has_six_cells() -> None:
    assert as_text([line("vor\tdem", "Hafen", "liegt", "2018", "Bote")]) == "vor dem\tHafen\tliegt\tTitel\tBote\t2018"


@pytest.mark.parametrize("descending", [False, True])
def test_runs_are_joined_in_order_and_ties_keep_theirs(descending: bool) -> None:
    keys = [(number * 7919) % 100 for number in range(2 * RUN + 10)]
    numbers = list(range(len(keys)))
    wanted = sorted(numbers, key=keys.__getitem__, reverse=descending)
    assert sort_in_runs(numbers, keys, descending=descending) == wanted


def test_a_hundred_thousand_lines_are_drawn_as_few(desk: Desk, qtbot: QtBot) -> None:
    pane = ConcordancePane(desk)
    show(qtbot, pane, 760, 700)
    lines = [line(f"links {number}", "Hafen", "rechts", article=number) for number in range(100_000)]
    asked: list[int] = []
    kept = pane.lines.data
    pane.lines.data = lambda index, role=0: asked.append(index.row()) or kept(index, role)  # type: ignore[method-assign]
    pane._show(Concordance("Hafen", lines, 100_000), 2)
    qtbot.waitUntil(lambda: pane.lines.rowCount() == 100_000, timeout=20_000)
    pane.table.grab()
    assert len(set(asked)) < 600
    asked.clear()
    pane.table.selectAll()  # Qt's own heading would look at every row of every column now
    pane.table.grab()
    assert len(set(asked)) < 600
    pane.table.choose(99_999)
    assert pane.current() == lines[-1]


def test_the_columns_fill_the_pane_from_the_first_search_on(pane: ListPane, desk: Desk, qtbot: QtBot) -> None:
    desk.open_query("Hafen OR harbour")
    qtbot.waitUntil(lambda: desk.listing is not None and bool(desk.listing.query), timeout=10_000)
    pane.show_concordance(True)
    table, lines = pane.concordance.table, pane.concordance.lines
    qtbot.waitUntil(lambda: lines.rowCount() > 0 and table.isVisible(), timeout=10_000)
    assert sum(map(table.columnWidth, range(lines.columnCount()))) == table.viewport().width() > 600
