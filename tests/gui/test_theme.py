"""Colours that can be read, icons that are there, fonts with the glyphs that the articles need."""

import pytest
from PySide6.QtGui import QColor, QFontMetrics, QImage, QRawFont
from PySide6.QtWidgets import QApplication

from desktop_app.gui import theme
from desktop_app.gui.actions import actions
from desktop_app.resources import resource

THEMES = theme.THEMES
READABLE = 4.5  # WCAG 2.2 AA
HEADLINE = "関西、欧州で若い力　淡水町の代表団がライン港へ"


def luminance(colour: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", THEMES)
def test_words_stand_out_from_their_ground(name: str) -> None:
    palette = theme.PALETTES[name]
    faint = {
        (ink, ground): round(ratio, 2)
        for ink in ("ink", "muted", "accent", "person", "organisation", "warning")
        for ground in ("page", "pane", "sheet")
        if (ratio := contrast(getattr(palette, ink), getattr(palette, ground))) < READABLE
    }
    faint |= {
        ("ink", ground): round(ratio, 2)
        for ground in ("selection", "hit", "current_hit", "chip", "note")
        if (ratio := contrast(palette.ink, getattr(palette, ground))) < READABLE
    }
    assert faint == {}


def test_white_can_be_read_on_every_tag() -> None:
    ratios = [contrast(theme.tag_colour(number), QColor("white")) for number in range(12)]
    assert min(ratios) >= READABLE
    assert theme.tag_colour(12) == theme.tag_colour(0)


@pytest.mark.parametrize("name", THEMES)
def test_every_icon_of_the_actions_is_there_in_the_ink_of_the_theme(
    dressed: QApplication, name: theme.ThemeName
) -> None:
    theme.apply(name)
    for icon in sorted({action.icon for action in actions() if action.icon}):
        picture = theme.icon(icon).pixmap(16, 16).toImage()
        solid = _solid(picture)
        assert solid, icon
        assert max(_distance(colour, theme.current().ink) for colour in solid) <= 2, icon  # rounding
    theme.apply("light")


def _solid(picture: QImage) -> list[QColor]:
    pixels = [picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())]
    return [pixel for pixel in pixels if pixel.alpha() == 255]


def _distance(one: QColor, other: QColor) -> int:
    return max(abs(a - b) for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))


def test_no_token_is_left_in_the_style_sheet(dressed: QApplication) -> None:
    theme.apply("dark")
    sheet = dressed.styleSheet()
    assert "@" not in sheet
    assert theme.PALETTES["dark"].page.name() in sheet
    theme.apply("light")
    assert theme.PALETTES["dark"].page.name() not in dressed.styleSheet()


def test_the_system_s_theme_and_odd_names(dressed: QApplication) -> None:
    assert theme.as_name("dark") == "dark"
    assert theme.as_name("sepia") == "system"
    theme.apply("system")
    assert theme.current() in (theme.PALETTES["light"], theme.PALETTES["dark"])
    theme.apply("light")


@pytest.mark.parametrize("role", ["reading", "article-title", "list-title", "snippet"])
def test_german_and_japanese_have_all_their_glyphs(dressed: QApplication, role: theme.FontRole) -> None:
    font = theme.font(role)
    families = font.families()
    fonts = [QRawFont.fromFont(_alone(font, family)) for family in families]
    assert [raw.familyName() for raw in fonts] == families  # they come from our own files
    missing = [
        letter
        for letter in HEADLINE + "Größe „Straße“ – Ærø ½ …"
        if not any(raw.supportsCharacter(ord(letter)) for raw in fonts)
    ]
    assert missing == []
    assert QFontMetrics(font).horizontalAdvance(HEADLINE) > 0


def _alone(font: object, family: str) -> object:
    single = type(font)(font)  # type: ignore[call-arg]
    single.setFamilies([family])
    return single


def test_the_reading_fonts_grow_between_bounds(dressed: QApplication) -> None:
    size = theme.font("reading").pointSizeF()
    label = theme.font("label").pointSizeF()
    assert theme.zoom(100) == 15
    assert theme.font("reading").pointSizeF() == pytest.approx(size * 2.5)
    assert theme.font("label").pointSizeF() == label
    assert theme.zoom(-100) == -5
    theme.zoom(0)
    theme.set_reading(theme.Reading(serif=False))
    assert theme.font("reading").families()[0] == "Inter"
    theme.set_reading(theme.Reading())
    assert theme.font("reading").families()[0] == "Noto Serif"


def test_the_program_has_an_icon(dressed: QApplication) -> None:
    assert not theme.application_icon().isNull()
    assert resource("icons", "lesesaal.svg").is_file()
