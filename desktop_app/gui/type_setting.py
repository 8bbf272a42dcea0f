"""Formats of the reader's page: fonts, line heights and inks for each part of an article."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QGuiApplication, QTextBlockFormat, QTextCharFormat, QTextFormat

from desktop_app.gui import theme
from desktop_app.gui.theme import FontRole

RULE = QTextFormat.Property.UserProperty.value + 1  # a block with a line at its left
_INDENT = 14
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


@dataclass(frozen=True, slots=True)
class Style:
    """How a block and its characters look; heights in pixels at a scale of 1."""

    font: FontRole
    ink: str
    height: float  # of a line, as a multiple of the font's size
    above: float = 0.0
    below: float = 0.0
    indent: int = 0
    rule: bool = False
    weight: QFont.Weight | None = None
    spaced: bool = False  # higher or lower as the reader has chosen


STYLES: dict[str, Style] = {
    "kicker": Style("label", "accent", 18 / 11, below=2),
    "title": Style("article-title", "ink", 31 / 25, below=8),
    "meta": Style("small", "muted", 20 / 12, below=14),
    "": Style("reading", "ink", 26 / 16.5, below=10, spaced=True),
    "lead": Style("reading", "ink", 26 / 16.5, below=12, weight=QFont.Weight.DemiBold, spaced=True),
    "dateline": Style("reading", "ink", 26 / 16.5, below=10, spaced=True),
    "subheading": Style("list-title", "ink", 22 / 13.5, above=10, below=6),
    "caption": Style("caption", "muted", 20 / 13, above=2, below=14, indent=_INDENT, rule=True, spaced=True),
    "credit": Style("caption", "muted", 20 / 13, above=2, below=14, indent=_INDENT, rule=True, spaced=True),
    "byline": Style("small", "muted", 20 / 12, below=10),
    # of an original beside the article
    "paragraph": Style("snippet", "ink", 19 / 12.5, below=8),
    "heading": Style("list-title", "ink", 20 / 13.5, above=8, below=4),
    "item": Style("snippet", "ink", 19 / 12.5, below=3, indent=_INDENT),
    "row": Style("snippet", "ink", 19 / 12.5, below=1),
    "field": Style("small", "muted", 18 / 12, below=2),
    "verbatim": Style("snippet", "ink", 19 / 12.5, below=8),
}


def line_height(role: str) -> int:
    """How high a line is, in pixels."""
    return _line_height(STYLES.get(role, STYLES[""]))


def _line_height(style: Style) -> int:
    spacing = theme.reading().spacing / 100 if style.spaced else 1
    return round(_pixels(_font(style)) * style.height * spacing)


def block_format(style: Style, *, joined: bool = False) -> QTextBlockFormat:
    """The paragraph's format; `joined` paragraphs continue the one before without a gap."""
    found = QTextBlockFormat()
    found.setLineHeight(_line_height(style), _FIXED)
    found.setTopMargin(0 if joined else style.above)
    found.setBottomMargin(style.below)
    found.setLeftMargin(style.indent)
    if style.rule:
        found.setProperty(RULE, True)
    return found


def char_format(style: Style) -> QTextCharFormat:
    """The characters' format."""
    found = QTextCharFormat()
    found.setFont(_font(style))
    found.setForeground(getattr(theme.current(), style.ink))
    return found


def inline_format(role: str) -> QTextCharFormat:
    """The format of a part within running text, such as a credit behind a caption or a lead's first words."""
    if role in ("credit", "caption", "byline"):
        found = char_format(STYLES[""])
        found.setForeground(theme.current().muted)
        return found
    if role == "subheading":
        bold = char_format(STYLES[""])
        bold.setFontWeight(QFont.Weight.DemiBold)
        return bold
    return char_format(STYLES.get(role, STYLES[""]))


def note_bar(colour: int) -> QColor:
    """The strong colour of a note: the line at the left of its card."""
    if colour == 0:
        return QColor("#D9A400")
    bar = theme.tag_colour(_NOTE_TAGS[colour % len(_NOTE_TAGS)])
    return bar.lighter(150) if theme.current().dark else bar


def note_ground(colour: int) -> QColor:
    """The colour of the text that a note is about; ink on it can be read."""
    palette = theme.current()
    if colour == 0:
        return blend(palette.hit, palette.sheet, 0.8)
    return blend(note_bar(colour), palette.sheet, 0.35 if palette.dark else 0.24)


def blend(top: QColor, ground: QColor, share: float) -> QColor:
    """`share` of `top` over `ground`, opaque."""
    channels = ((top.red(), ground.red()), (top.green(), ground.green()), (top.blue(), ground.blue()))
    mixed = [round(over * share + under * (1 - share)) for over, under in channels]
    return QColor(*mixed)


# Note colours 1 to 4 in the tags' palette: teal, plum, blue, green.
_NOTE_TAGS = (0, 3, 6, 4, 9)
NOTE_COLOURS = len(_NOTE_TAGS)


def _font(style: Style) -> QFont:
    found = theme.font(style.font)
    if style.weight is not None:
        found.setWeight(style.weight)
    return found


def _pixels(font: QFont) -> float:
    """The font's size; Qt's own answer is rounded, and 16.5 would become 17."""
    screen = QGuiApplication.primaryScreen()
    return font.pointSizeF() * (screen.logicalDotsPerInchY() if screen else 96) / 72
