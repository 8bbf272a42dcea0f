"""Names on the page: where they are underlined, what the mouse, the keys and the menu do with them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui import theme
from desktop_app.gui.desk import Desk
from desktop_app.gui.panes.inspector import Inspector
from desktop_app.gui.panes.reader import ReaderPane
from desktop_app.gui.places import Room
from desktop_app.gui.widgets.entity_finder import EntityFinder
from desktop_app.gui.widgets.named_line import NamedLine
from tests.conftest import article
from tests.gui.left import desk_over, show
from tests.unit.archive.cast import ListReader, entity, read

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
# The emoji stand before, between and within the line that the names are on.
TEXT = (
    "🚢🚢 Hafenmeister Marcel Vogel traf Anna Vogel 🎉 an der Rheinhafen AG vorbei.\n\n"
    "Später kam Vogel allein. Die Rheinhafen AG schwieg, und Marcel Vogel auch. Ein Kran drehte sich, sagt Ida Kuhn."
)


@pytest.fixture
def desk(empty: Archive, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    read(empty, article(TEXT, "Am Kai", "2019", language="de"), article("Anna Vogel liest.", "Zwei", language="de"))
    with desk_over(empty, qtbot, str(tmp_path / "settings")) as desk:
        yield desk


@pytest.fixture
def reader(desk: Desk, qtbot: QtBot) -> ReaderPane:
    """The reader on the first article, once its names are known."""
    reader = ReaderPane(desk)
    show(qtbot, reader, 780, 600)
    desk.open_article(1)
    qtbot.waitUntil(lambda: len(desk.mentions.all) == 6)
    return reader


def words(desk: Desk) -> list[str]:
    """What the mentions of the open article say."""
    assert desk.article is not None
    return [desk.article.text[mention.start : mention.end] for mention in desk.mentions.all]


def middle(reader: ReaderPane, number: int) -> QPoint:
    return reader.names.lines.boxes(number)[0].center().toPoint()


def text_in(reader: ReaderPane, number: int) -> str:
    """The words of the document that stand in a mention's boxes, one a line."""
    page, found = reader.page_view, []
    for box in reader.names.lines.boxes(number):
        y = round(box.center().y())
        cursor = page.cursorForPosition(QPoint(round(box.left()) + 1, y))
        last = page.cursorForPosition(QPoint(round(box.right()), y)).position()
        cursor.setPosition(last, cursor.MoveMode.KeepAnchor)
        found.append(cursor.selectedText())
    return " ".join(found)


def trigger(menu: QMenu, *path: str) -> None:
    actions = menu.actions()
    for text in path[:-1]:
        actions = next(action for action in actions if action.text() == text).menu().actions()
    next(action for action in actions if action.text() == path[-1]).trigger()


def test_names_stand_where_they_stand_also_behind_emoji(desk: Desk, reader: ReaderPane) -> None:
    assert words(desk) == ["Marcel Vogel", "Anna Vogel", "Rheinhafen AG", "Vogel", "Rheinhafen AG", "Marcel Vogel"]
    for number, said in enumerate(words(desk)):
        assert text_in(reader, number) == said
        assert reader.names.lines.at(middle(reader, number)) == number
    assert reader.names.lines.at(QPoint(500, 580)) == -1
    first = reader.names.lines.boxes(0)[0]
    assert reader.names.lines.at(QPoint(round(first.right()) - 1, round(first.center().y()))) == 0
    assert reader.names.lines.at(QPoint(round(first.right()) + 3, round(first.center().y()))) == -1


def test_a_line_is_drawn_below_a_name_and_no_letter_moves(desk: Desk, reader: ReaderPane) -> None:
    box = reader.names.lines.boxes(2)[0].toRect()

    def below() -> set[str]:
        picture = reader.page_view.viewport().grab().toImage()
        x = box.center().x()
        return {picture.pixelColor(x, y).name() for y in range(box.center().y(), box.bottom() + 5)}

    colour, height = theme.current().organisation.name(), reader.page_view.text_bottom()
    assert colour in below()
    reader.names.underline(False)
    assert colour not in below()
    assert reader.page_view.text_bottom() == height
    assert not ReaderPane(desk, reader).names.lines.underlined  # kept
    reader.names.underline(True)
    theme.apply("dark")
    assert theme.current().organisation.name() in below()
    theme.apply("light")


def test_a_name_over_two_lines_has_two_boxes(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    reader.resize(300, 600)
    qtbot.waitUntil(lambda: any(len(reader.names.lines.boxes(number)) == 2 for number in range(6)))


def test_a_click_opens_the_page(desk: Desk, reader: ReaderPane) -> None:
    QTest.mouseClick(reader.page_view.viewport(), LEFT, pos=middle(reader, 1))
    assert desk.room == Room("entity", entity=entity(desk.archive, "Anna Vogel"))


def test_a_click_with_control_filters(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    QTest.mouseClick(reader.page_view.viewport(), LEFT, CONTROL, middle(reader, 1))
    qtbot.waitUntil(lambda: desk.filters == ['person:"Anna Vogel"'])
    QTest.mouseClick(reader.page_view.viewport(), LEFT, CONTROL, middle(reader, 2))
    qtbot.waitUntil(lambda: desk.filters == ['person:"Anna Vogel"', 'org:"Rheinhafen AG"'])


def test_dragging_over_a_name_selects_it(desk: Desk, reader: ReaderPane) -> None:
    box, view = reader.names.lines.boxes(1)[0], reader.page_view.viewport()
    y = round(box.center().y())
    QTest.mousePress(view, LEFT, pos=QPoint(round(box.left()), y))
    QTest.mouseMove(view, QPoint(round(box.right()), y))
    QTest.mouseRelease(view, LEFT, pos=QPoint(round(box.right()), y))
    assert reader.page_view.textCursor().selectedText() == "Anna Vogel"
    assert desk.room == Room()
    QTest.mouseClick(view, LEFT, pos=QPoint(round(box.center().x()), y))  # lets go of it, no more
    assert desk.room == Room()


def test_the_mouse_is_told_who_and_why(qtbot: QtBot, reader: ReaderPane) -> None:
    point, view = middle(reader, 0), reader.page_view.viewport()
    _hover(view, point)
    assert view.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, point, view.mapToGlobal(point)))
    told = QToolTip.text()
    for part in ("Marcel Vogel", "Person", "Hafenmeister", "recognised by the name model, 90 %"):
        assert part in told
    QToolTip.hideText()
    _hover(view, QPoint(500, 580))
    assert view.cursor().shape() == Qt.CursorShape.IBeamCursor


def _hover(view: QWidget, point: QPoint) -> None:
    # QTest.mouseMove moves the one pointer of the screen, which tests before may have left at that very place.
    nothing, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    at = QPointF(point)
    QApplication.sendEvent(view, QMouseEvent(QEvent.Type.MouseMove, at, view.mapToGlobal(at), nothing, nothing, none))


def test_next_and_previous_go_round(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    reached = []
    for step, same in ((1, False), (1, False), (-1, False), (-1, False), (1, False), (1, True), (1, True)):
        reader.names.step(step, same=same)
        reached.append(desk.mentions.current)
    assert reached == [0, 1, 0, 5, 0, 5, 0]
    QTest.keyClick(reader.page_view, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: desk.filters == ['person:"Marcel Vogel"'])
    QTest.keyClick(reader.page_view, Qt.Key.Key_Return)
    assert desk.room == Room("entity", entity=entity(desk.archive, "Marcel Vogel"))


def test_enter_opens_the_page_of_whom_a_step_from_elsewhere_went_to(desk: Desk, reader: ReaderPane) -> None:
    elsewhere = QLineEdit(reader)
    elsewhere.setFocus()
    reader.names.step(1)
    focused = QApplication.focusWidget()
    assert focused is reader.names._page
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert desk.room == Room("entity", entity=entity(desk.archive, "Marcel Vogel"))


def test_where_nobody_is_named_it_says_so(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    read(desk.archive, article("Niemand.", "Leer", language="de"))
    desk.open_article(3)
    qtbot.waitUntil(lambda: desk.article is not None and desk.article.id == 3)
    with qtbot.waitSignal(desk.message, check_params_cb=lambda said: "No names" in said):
        reader.names.step(1)


def test_reject_here_and_take_it_back(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    trigger(reader.menu_at(middle(reader, 4)), "Is not a name here")
    qtbot.waitUntil(lambda: words(desk).count("Rheinhafen AG") == 1)
    desk.edit(desk.archive.undo)
    qtbot.waitUntil(lambda: words(desk).count("Rheinhafen AG") == 2)
    desk.edit(desk.archive.redo)
    qtbot.waitUntil(lambda: words(desk).count("Rheinhafen AG") == 1)


def test_reject_everywhere(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    trigger(reader.menu_at(middle(reader, 1)), "Is not a name anywhere")
    qtbot.waitUntil(lambda: "Anna Vogel" not in words(desk))
    assert desk.archive.mentions(2) == []


def test_confirm_and_change_the_kind(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    menu = reader.menu_at(middle(reader, 2))
    trigger(menu, "Confirm “Rheinhafen AG”")
    qtbot.waitUntil(lambda: desk.mentions.all[2].checked and desk.mentions.all[4].checked)
    menu = reader.menu_at(middle(reader, 2))
    assert "Confirm “Rheinhafen AG”" not in [action.text() for action in menu.actions()]
    trigger(menu, "Is a person")
    qtbot.waitUntil(lambda: desk.mentions.all[2].kind == "person")


def finder(qtbot: QtBot, reader: ReaderPane) -> EntityFinder:
    """The sheet that has just opened."""
    (found,) = [each for each in reader.findChildren(EntityFinder) if each.isVisible()]
    qtbot.waitUntil(lambda: bool(found.rows()))
    return found


def test_somebody_else_is_found_by_a_few_letters(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    trigger(reader.menu_at(middle(reader, 3)), "Is somebody else …")
    sheet = finder(qtbot, reader)
    QTest.keyClicks(sheet.words, "anna")
    qtbot.waitUntil(lambda: [row.name for row in sheet.rows()] == ["Anna Vogel"])
    QTest.keyClick(sheet.words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.mentions.all[3].name == "Anna Vogel")


def test_somebody_new_of_the_same_name(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    before = desk.mentions.all[1].entity
    trigger(reader.menu_at(middle(reader, 1)), "Is somebody else …")
    sheet = finder(qtbot, reader)
    assert before not in [row.id for row in sheet.rows()]
    QTest.keyClick(sheet.words, Qt.Key.Key_Up)
    QTest.keyClick(sheet.words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.mentions.all[1].entity != before)
    assert desk.archive.mentions(2)[0].entity == before


def mark(reader: ReaderPane, words: str, *path: str) -> None:
    """Select words of the article and choose from the menu."""
    page = reader.page_view
    start = TEXT.index(words)
    cursor = page.textCursor()
    cursor.setPosition(page.position_of(start))
    cursor.setPosition(page.position_of(start + len(words)), cursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    trigger(reader.menu_at(QPoint(400, 300)), f"Mark “{words}” as a name", *path)


def test_selected_words_become_a_name(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    mark(reader, "Ida Kuhn", "A person, here")
    qtbot.waitUntil(lambda: words(desk)[-1] == "Ida Kuhn")
    assert desk.mentions.all[-1].checked
    assert not reader.page_view.textCursor().hasSelection()
    assert "marked by you" in reader.names.lines.tip(6)
    desk.edit(desk.archive.undo)
    qtbot.waitUntil(lambda: len(desk.mentions.all) == 6)
    mark(reader, "Kran", "An organisation, in every article")
    qtbot.waitUntil(lambda: "Kran" in words(desk))


def test_selected_words_become_the_name_of_somebody_known(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    mark(reader, "Ida Kuhn", "Somebody who is known …")
    sheet = finder(qtbot, reader)
    QTest.keyClicks(sheet.words, "marcel")
    qtbot.waitUntil(lambda: [row.name for row in sheet.rows()] == ["Marcel Vogel"])
    sheet.found.itemClicked.emit(sheet.found.item(0))
    qtbot.waitUntil(lambda: desk.mentions.all[-1].name == "Marcel Vogel")


def test_a_run_that_reads_the_open_article_again_is_followed(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    cast = {"Ida Kuhn": ("person", "ida kuhn")}
    desk.archive.recognise(reader=ListReader(cast, "list 2"))  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: words(desk) == ["Ida Kuhn"])


def test_two_hundred_names_are_drawn_where_they_are_seen(qtbot: QtBot, desk: Desk, reader: ReaderPane) -> None:
    long = "\n\n".join(f"Absatz {number}: Marcel Vogel und Anna Vogel reden vom Hafen." for number in range(100))
    read(desk.archive, article(long, "Lang", language="de"))
    desk.open_article(3)
    qtbot.waitUntil(lambda: len(desk.mentions.all) == 200)
    reader.names.step(-1)
    assert desk.mentions.current == 199
    assert reader.page_view.in_view(desk.mentions.all[199].start)
    assert text_in(reader, 199) == "Anna Vogel"


# --- the inspector


@pytest.fixture
def inspector(desk: Desk, reader: ReaderPane, qtbot: QtBot) -> Inspector:
    inspector = Inspector(desk)
    show(qtbot, inspector, 780, 220)
    return inspector


def lines(inspector: Inspector) -> list[NamedLine]:
    return [line for line in inspector._names.lines() if isinstance(line, NamedLine)]


def test_the_cast_is_listed_people_first(desk: Desk, inspector: Inspector) -> None:
    told = [line.accessibleName() for line in lines(inspector)]
    assert told == [
        "Marcel Vogel, Person, Hafenmeister, 2 mentions",
        "Anna Vogel, Person, 1 mention",
        "Vogel, Person, 1 mention",
        "Rheinhafen AG, Organisation, 2 mentions",
    ]


def test_a_line_leads_into_the_text_and_then_to_the_page(desk: Desk, reader: ReaderPane, inspector: Inspector) -> None:
    line = lines(inspector)[3]
    QTest.mouseClick(line, LEFT)
    assert desk.mentions.current == 2
    assert [each.current for each in lines(inspector)] == [False, False, False, True]
    assert desk.room == Room()
    QTest.mouseClick(line, LEFT)
    assert desk.room == Room("entity", entity=entity(desk.archive, "Rheinhafen AG"))
    QTest.keyClick(lines(inspector)[1], Qt.Key.Key_Return)
    assert desk.room == Room("entity", entity=entity(desk.archive, "Anna Vogel"))


def test_a_line_filters_with_control(qtbot: QtBot, desk: Desk, inspector: Inspector) -> None:
    QTest.mouseClick(lines(inspector)[1], LEFT, CONTROL)
    qtbot.waitUntil(lambda: desk.filters == ['person:"Anna Vogel"'])


def test_an_article_without_names_says_so(qtbot: QtBot, desk: Desk, inspector: Inspector) -> None:
    read(desk.archive, article("Niemand.", "Leer", language="de"))
    desk.open_article(3)
    qtbot.waitUntil(lambda: desk.article is not None and desk.article.id == 3)
    assert lines(inspector) == []
