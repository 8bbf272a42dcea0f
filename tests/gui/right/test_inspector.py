"""Below the page: neighbours in the source, tags, and where the article came from."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui import i18n, theme
from desktop_app.gui.desk import Desk
from desktop_app.gui.panes.inspector import NEIGHBOURS, Inspector, _of_the_same_source
from desktop_app.gui.widgets.tag_chip import TagChip
from desktop_app.model.article import Article
from tests.gui.left import show

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Open = Callable[[int], Article]
Number = Callable[[str], int]


@pytest.fixture
def inspector(desk: Desk, qtbot: QtBot) -> Inspector:
    inspector = Inspector(desk)
    show(qtbot, inspector, 780, 180)
    return inspector


def words(column: QWidget) -> str:
    return "\n".join(label.text() for label in column.findChildren(QLabel) if not label.isHidden())


def neighbours(inspector: Inspector) -> list[QAbstractButton]:
    found = inspector._neighbours.lines()
    return [line for line in found if isinstance(line, QAbstractButton)]


def test_it_is_quiet_while_nothing_is_open(inspector: Inspector) -> None:
    for column in (inspector._names, inspector._neighbours, inspector._marks):
        assert column.lines() == []


def test_related_articles_are_listed_the_most_alike_first(
    qtbot: QtBot, inspector: Inspector, desk: Desk, opened: Open, number: Number
) -> None:
    found = opened(number("0142_bote.txt"))
    qtbot.waitUntil(lambda: len(neighbours(inspector)) > 0)
    alike = desk.archive.rows([near for near, _score in desk.archive.similar(found.id, NEIGHBOURS)])
    *lines, everything = neighbours(inspector)
    assert [line.toolTip() for line in lines] == [row.heading for row in alike]
    assert found.title not in [line.toolTip() for line in lines]
    with qtbot.waitSignal(inspector.related_wanted):
        everything.click()


def test_where_nothing_is_alike_the_source_is_looked_into(archive: Archive, number: Number) -> None:
    found = archive.article(number("0142_bote.txt"))
    others = _of_the_same_source(archive, found)
    assert found.id not in [row.id for row in others]
    assert {row.source for row in others} == {found.source}
    assert 0 < len(others) <= NEIGHBOURS


def test_enter_on_a_neighbour_opens_it(
    qtbot: QtBot, inspector: Inspector, desk: Desk, opened: Open, number: Number
) -> None:
    opened(number("0142_bote.txt"))
    qtbot.waitUntil(lambda: len(neighbours(inspector)) > 0)
    line = neighbours(inspector)[0]
    with qtbot.waitSignal(desk.article_changed):
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert desk.article is not None
    assert desk.article.title == line.toolTip()


def test_a_lonely_article_says_so(qtbot: QtBot, inspector: Inspector, opened: Open, number: Number) -> None:
    opened(number("20190603_kansai.txt"))
    qtbot.waitUntil(lambda: words(inspector._neighbours).count("no article that is much like this one") == 1)


@pytest.mark.parametrize("count", [1, 4])
def test_the_button_for_tags_covers_none(
    qtbot: QtBot, inspector: Inspector, desk: Desk, opened: Open, number: Number, count: int
) -> None:
    wanted = number("0142_bote.txt")
    desk.archive.retag([wanted], [f"Schlagwort {each}" for each in range(count)])
    opened(wanted)

    def is_free() -> bool:
        chips = [chip for chip in inspector._marks.findChildren(TagChip) if chip.isVisible()]
        (button,) = (chip for chip in chips if chip.objectName() == "tag_button")
        chips.remove(button)
        return len(chips) >= count and not any(button.geometry().intersects(chip.geometry()) for chip in chips)

    qtbot.waitUntil(is_free)


def test_tags_are_chips_that_show_their_articles(
    qtbot: QtBot, inspector: Inspector, desk: Desk, opened: Open, number: Number
) -> None:
    wanted = number("0142_bote.txt")
    desk.archive.retag([wanted], ["Wirtschaft/Hafen"])
    opened(wanted)
    chips = {chip.text(): chip for chip in inspector.findChildren(TagChip) if not chip.isHidden()}
    assert chips["Hafen"].toolTip() == "Wirtschaft/Hafen"
    chips["Hafen"].click()
    assert desk.filters == ['tag:"Wirtschaft/Hafen"']
    with qtbot.waitSignal(inspector.tag_wanted):
        chips["+ T"].click()


def test_provenance_names_file_encoding_and_length(
    qtbot: QtBot, inspector: Inspector, opened: Open, number: Number
) -> None:
    found = opened(number("0142_bote.txt"))
    told = words(inspector._marks)
    assert "File 0142_bote.txt" in told
    assert "TXT · UTF-8 · imported today" in told
    assert f"{QLocale().toString(len(found.text))} characters" in told


def test_every_button_has_a_name_and_the_theme_is_followed(
    qtbot: QtBot, inspector: Inspector, opened: Open, number: Number
) -> None:
    opened(number("0142_bote.txt"))
    qtbot.waitUntil(lambda: len(neighbours(inspector)) > 0)
    theme.apply("dark")
    assert [each.objectName() for each in inspector.findChildren(QAbstractButton) if not each.accessibleName()] == []
    label = inspector._marks.findChildren(QLabel)[0]
    assert theme.current().muted.name() in label.styleSheet()


@pytest.mark.parametrize("language", ["de", "en"])
def test_headings_fit_into_narrow_columns(desk: Desk, qtbot: QtBot, language: str) -> None:
    i18n.install(language)
    inspector = Inspector(desk)
    i18n.install("en")
    show(qtbot, inspector, 460, 180)
    for column in (inspector._names, inspector._neighbours, inspector._marks):
        heading = column._heading
        widest = max(map(QFontMetrics(theme.font("label")).horizontalAdvance, heading.text().split()))
        assert widest <= heading.width() < column.width()
        assert "\n" not in column.accessibleName()
    inspector.resize(780, 180)
    assert "\n" not in inspector._names._heading.text()


def test_a_narrow_inspector_shows_fewer_columns(desk: Desk, qtbot: QtBot) -> None:
    inspector = Inspector(desk)
    show(qtbot, inspector, 780, 178)

    def shown() -> list[str]:
        names = ("names_column", "neighbours_column", "marks_column")
        return [name for name in names if inspector.findChild(QWidget, name).isVisible()]

    assert len(shown()) == 3
    inspector.resize(380, 178)
    assert shown() == ["names_column", "marks_column"]
    inspector.resize(250, 178)
    assert shown() == ["marks_column"]
    inspector.resize(780, 178)
    assert len(shown()) == 3
