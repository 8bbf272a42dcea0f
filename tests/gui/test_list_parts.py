"""How one row of the list is drawn, and how its date is written."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from desktop_app.gui import theme
from desktop_app.gui.dates import format_date
from desktop_app.gui.delegates.article_delegate import BAR, ArticleDelegate, bring_into_view
from desktop_app.gui.lines import Line
from desktop_app.gui.models.article_list import LINE_ROLE
from desktop_app.model.article import ArticleRow, TagLabel
from desktop_app.model.listing import Snippet
from tests.gui.left import load_fonts

ROW = ArticleRow(
    1,
    "Siebzig Gäste aus Osaka",
    "",
    "2019-05-14",
    "Rheinhafen-Bote",
    "de",
    "Eine Delegation aus siebzig Unternehmen war am Montag zu Gast im Digitalwerk und blieb bis zum Abend.",
    120,
    starred=False,
    read=False,
    trashed=False,
)
STATE = QStyle.StateFlag


class OneRow(QAbstractListModel):
    """A model of one line."""

    def __init__(self, line: Line | None) -> None:
        super().__init__()
        self._line = line

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 1

    def data(self, index: QModelIndex, role: int = 0) -> object:
        return self._line if role == LINE_ROLE else None


@pytest.fixture(params=["light", "dark"])
def delegate(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[ArticleDelegate]:
    load_fonts()
    theme.apply(request.param)
    yield ArticleDelegate()
    theme.apply("light")


def draw(
    delegate: ArticleDelegate, line: Line | None, width: int = 424, state: QStyle.StateFlag = STATE.State_Enabled
) -> QImage:
    """The row as a picture on the page's ground."""
    model = OneRow(line)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, width, delegate.sizeHint(option, QModelIndex()).height())
    option.state = state
    picture = QImage(option.rect.size(), QImage.Format.Format_RGB32)
    picture.fill(theme.current().page)
    painter = QPainter(picture)
    delegate.paint(painter, option, model.index(0))
    painter.end()
    return picture


def line(row: ArticleRow = ROW, *spans: tuple[int, int]) -> Line:
    return Line(row, Snippet(row.excerpt, spans), "")


def count(picture: QImage, colour: QColor, within: QRect | None = None) -> int:
    """How many pixels have exactly this colour."""
    area = (within or picture.rect()).intersected(picture.rect())
    points = (QPoint(x, y) for y in range(area.top(), area.bottom() + 1) for x in range(area.left(), area.right() + 1))
    return sum(picture.pixelColor(point) == colour for point in points)


def test_rows_stand_on_the_grid(delegate: ArticleDelegate) -> None:
    assert delegate.sizeHint(QStyleOptionViewItem(), QModelIndex()).height() == 96


def test_hits_are_marked(delegate: ArticleDelegate) -> None:
    hit = theme.current().hit
    assert count(draw(delegate, line()), hit) == 0
    assert count(draw(delegate, line(ROW, (5, 15))), hit) > 300


def test_hits_behind_letters_beyond_the_basic_plane_are_marked_where_they_are(delegate: ArticleDelegate) -> None:
    hit = theme.current().hit
    plain = draw(delegate, Line(ROW, Snippet("aaaa wort", [(5, 9)]), ""))
    astral = draw(delegate, Line(ROW, Snippet("𝒜 wort", [(2, 6)]), ""))
    assert abs(count(plain, hit) - count(astral, hit)) < 60


def test_a_hit_across_two_lines_is_marked_in_both(delegate: ArticleDelegate) -> None:
    picture = draw(delegate, line(ROW, (0, len(ROW.excerpt))))
    upper, lower = QRect(0, 60, 424, 4), QRect(0, 78, 424, 4)
    assert count(picture, theme.current().hit, upper) > 100
    assert count(picture, theme.current().hit, lower) > 100


def test_the_selected_row_has_its_bar(delegate: ArticleDelegate) -> None:
    picture = draw(delegate, line(), state=STATE.State_Enabled | STATE.State_Selected)
    assert picture.pixelColor(BAR - 1, 40) == theme.current().accent
    assert picture.pixelColor(BAR + 2, 40) == theme.current().selection


def test_unread_titles_are_heavier_and_trashed_ones_muted(delegate: ArticleDelegate) -> None:
    title = QRect(0, 8, 424, 20)

    def ink(row: ArticleRow) -> int:
        page = theme.current().page
        picture = draw(delegate, line(row))
        return sum(
            abs(picture.pixelColor(x, y).lightness() - page.lightness())
            for y in range(title.top(), title.bottom())
            for x in range(title.width())
        )

    assert ink(ROW) > ink(replace(ROW, read=True)) > ink(replace(ROW, read=True, trashed=True))


def test_tags_that_do_not_fit_are_counted(delegate: ArticleDelegate) -> None:
    names = ("Wirtschaft", "Wirtschaft/Start-up", "Städtepartnerschaft", "Robotik", "Kultur")
    tags = tuple(TagLabel(number, name, number) for number, name in enumerate(names))
    meta = QRect(0, 26, 424, 22)
    few = draw(delegate, line(replace(ROW, tags=tags[:1])))
    assert count(few, theme.tag_colour(0), meta) > 200
    assert count(few, theme.current().chip, meta) == 0
    many = draw(delegate, line(replace(ROW, tags=tags)))
    assert count(many, theme.tag_colour(0), meta) > 200
    assert count(many, theme.tag_colour(4), meta) == 0
    assert count(many, theme.current().chip, meta) > 50
    narrow = draw(delegate, line(replace(ROW, tags=tags)), width=170)
    assert count(narrow, theme.current().chip, meta) > 50


@pytest.mark.parametrize(
    "row",
    [
        None,
        replace(ROW, title=""),
        replace(ROW, title="", excerpt=""),
        replace(ROW, source="", date="", starred=True, notes=3),
        replace(ROW, title="関西ロボティクス、拠点を開設", language="ja", excerpt="欧州初の拠点を設けた。" * 20),
        replace(ROW, title="W" * 500, source="Z" * 300, excerpt="x" * 400, notes=1),
    ],
)
def test_every_row_can_be_drawn(delegate: ArticleDelegate, row: ArticleRow | None) -> None:
    shown = Line(row, Snippet(row.excerpt if row else ""), "")
    for width in (60, 424):
        draw(delegate, shown, width)
    draw(delegate, None)


def test_a_far_hit_is_brought_into_view() -> None:
    text = "Wort " * 60 + "Treffer und mehr"
    start = text.index("Treffer")
    moved = bring_into_view(Snippet(text, [(start, start + 7)]), 100)
    (span,) = moved.spans
    assert moved.text[slice(*span)] == "Treffer"
    assert span[1] <= 100
    near = Snippet("Treffer", [(0, 7)])
    assert bring_into_view(near, 100) is near


@pytest.mark.parametrize(
    ("edtf", "locale", "written"),
    [
        ("2019-05-14", "de", "14.05.2019"),
        ("2018-09", "de", "Sept. 2018"),
        ("2018", "de", "2018"),
        ("2019-06-04", "en", "4 June 2019"),
        ("2018-09", "en", "September 2018"),
        ("2019-06-03", "ja", "2019年6月3日"),
        ("2019-06", "ja_JP", "2019年6月"),
        ("2019-06-03", "pl", "3 cze 2019"),
        ("", "de", ""),
        ("um 1900", "de", "um 1900"),
    ],
)
def test_dates_are_written_as_far_as_they_are_known(edtf: str, locale: str, written: str) -> None:
    assert format_date(edtf, locale) == written
