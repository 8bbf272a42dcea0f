"""Colours, fonts and icons of the window: one palette a theme, tokens as in the design, nothing from the system."""

from dataclasses import dataclass, fields
from functools import cache
from typing import Literal

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from desktop_app.resources import resource

ThemeName = Literal["system", "light", "paper", "dark", "contrast"]
THEMES: tuple[ThemeName, ...] = ("light", "paper", "dark", "contrast")
FontRole = Literal[
    "ui", "label", "small", "number", "list-title", "snippet", "meta", "reading", "article-title", "caption"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme."""

    dark: bool
    page: QColor
    pane: QColor
    sheet: QColor
    ink: QColor
    muted: QColor
    line: QColor
    accent: QColor
    selection: QColor
    person: QColor
    organisation: QColor
    hit: QColor
    current_hit: QColor
    chip: QColor
    note: QColor
    warning: QColor


def _palette(dark: bool, **colours: str) -> Palette:
    return Palette(dark, **{name: QColor(value) for name, value in colours.items()})


PALETTES: dict[str, Palette] = {
    "light": _palette(
        False,
        page="#FAF8F4", pane="#F3F0E9", sheet="#FFFFFF", ink="#20242A", muted="#666971", line="#E2DDD2",
        accent="#1F6470", selection="#E3ECEC", person="#8A3D6B", organisation="#2A6A9C", hit="#FFE79B",
        current_hit="#FFC94D", chip="#EAE5DA", note="#FFF6D8", warning="#A4472B",
    ),
    "dark": _palette(
        True,
        page="#1D2023", pane="#17191C", sheet="#22262A", ink="#E6E3DC", muted="#9A9DA3", line="#33383D",
        accent="#5FB3BF", selection="#27393C", person="#D894BD", organisation="#85BBE6", hit="#5D5120",
        current_hit="#755F1E", chip="#2F3439", note="#2F2A1C", warning="#E39074",
    ),
    "paper": _palette(
        False,
        page="#F3EBDB", pane="#EBE1CD", sheet="#FAF3E4", ink="#33291C", muted="#6A5E4C", line="#D9CCB3",
        accent="#1B5D63", selection="#E1DFCB", person="#82355F", organisation="#255C87", hit="#F5D980",
        current_hit="#EFBE4C", chip="#E2D6BF", note="#F6E7B8", warning="#983D22",
    ),
    "contrast": _palette(
        False,
        page="#FFFFFF", pane="#FFFFFF", sheet="#FFFFFF", ink="#000000", muted="#33363B", line="#5A5D63",
        accent="#00464F", selection="#CDE7EA", person="#6A0F49", organisation="#003E73", hit="#FFE04D",
        current_hit="#FFB300", chip="#E6E6E6", note="#FFFBE6", warning="#8A1C00",
    ),
}  # fmt: skip

# Each carries white text at a contrast of at least 4.5 (WCAG 2.2 AA).
_TAGS = (
    "#B5432A", "#A85F0C", "#5F7318", "#1F6470", "#2A6A9C", "#5B5AA8", "#8A3D6B", "#A33B54", "#7A5C3E", "#3F7345",
    "#55606B", "#7B4FA0",
)  # fmt: skip

_SIZES: dict[str, tuple[float, QFont.Weight]] = {
    "ui": (13, QFont.Weight.Normal),
    "number": (12, QFont.Weight.Normal),
    "label": (11, QFont.Weight.DemiBold),
    "small": (12, QFont.Weight.Normal),
    "list-title": (13.5, QFont.Weight.DemiBold),
    "snippet": (12.5, QFont.Weight.Normal),
    "meta": (11.5, QFont.Weight.Normal),
    "caption": (13, QFont.Weight.Normal),
    "reading": (16.5, QFont.Weight.Normal),
    "article-title": (25, QFont.Weight.DemiBold),
}
_SERIF: dict[str, bool] = {"reading": True, "article-title": True}
_SANS = ["Inter", "Noto Sans CJK JP"]
_READING = ["Noto Serif", "Noto Serif CJK JP", "Inter"]


class _Notifier(QObject):
    changed = Signal()


@dataclass(frozen=True, slots=True)
class Reading:
    """How articles are set."""

    characters: int = 70  # a line, at most
    spacing: int = 100  # per cent of the usual height of a line
    serif: bool = True


ZOOMS = range(-5, 16)  # tenths of the usual size, more or less
WIDTHS = (50, 60, 70, 80, 90)  # characters a line
SPACINGS = (85, 100, 115, 130)


class _State:
    name: str = "light"
    zoom: int = 0  # steps of 10 % on the reading fonts
    reading = Reading()


@cache
def notifier() -> _Notifier:
    """Says when colours or fonts have changed."""
    return _Notifier()


def current() -> Palette:
    """The palette in use."""
    return PALETTES[_State.name]


def tag_colour(number: int) -> QColor:
    """The colour of a tag, 0 to 11; white text on it can be read."""
    return QColor(_TAGS[number % len(_TAGS)])


def font(role: FontRole) -> QFont:
    """The font of a role; sizes are pixels at a scale of 1."""
    size, weight = _SIZES[role]
    for_reading = role in _SERIF
    chosen = QFont()
    chosen.setFamilies(_READING if for_reading and _State.reading.serif else _SANS)
    if for_reading:
        size *= 1 + _State.zoom / 10
    # Pixel sizes must be whole; points scale with the screen and may be fractions.
    chosen.setPointSizeF(size * 72 / 96)
    chosen.setWeight(weight)
    if role == "label":
        chosen.setCapitalization(QFont.Capitalization.AllUppercase)
        chosen.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
    if role == "number":  # not elsewhere: Inter's tabular hyphen tears "Start-up" apart
        chosen.setFeature(QFont.Tag("tnum"), 1)
    return chosen


def zoom(step: int) -> int:
    """Set the zoom of the reading fonts, -5 to 15 steps of a tenth; returns the step that took effect."""
    _State.zoom = max(ZOOMS[0], min(ZOOMS[-1], step))
    notifier().changed.emit()
    return _State.zoom


def current_zoom() -> int:
    """The zoom step in use."""
    return _State.zoom


def reading() -> Reading:
    """How articles are set now."""
    return _State.reading


def set_reading(wanted: Reading) -> None:
    """Set articles otherwise; what is out of range is brought into it."""
    _State.reading = Reading(
        max(WIDTHS[0], min(WIDTHS[-1], wanted.characters)),
        max(SPACINGS[0], min(SPACINGS[-1], wanted.spacing)),
        wanted.serif,
    )
    notifier().changed.emit()


def load_fonts() -> None:
    """Make the bundled fonts known to Qt; call once, after the application was made."""
    for path in sorted(resource("fonts").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))


def apply(name: ThemeName) -> None:
    """Dress the whole application in a theme."""
    _State.name = _resolve(name)
    _icon_cache.clear()
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.setPalette(_qt_palette(current()))
        application.setFont(font("ui"))
        application.setStyleSheet(_style_sheet())
    notifier().changed.emit()


def _resolve(name: ThemeName) -> str:
    if name != "system":
        return name
    hints = QGuiApplication.styleHints()
    return "dark" if hints is not None and hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def _style_sheet() -> str:
    text = resource("styles", "lesesaal.qss").read_text(encoding="utf-8")
    palette = current()
    # Longest first, so that @page does not eat the head of a longer token.
    for name in sorted((field.name for field in fields(Palette) if field.name != "dark"), key=len, reverse=True):
        text = text.replace(f"@{name}", getattr(palette, name).name())
    controls = resource("icons", "controls").as_posix()
    return text.replace("%controls%", controls).replace("%theme%", "dark" if palette.dark else "light")


def _qt_palette(colours: Palette) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.page,
        QPalette.ColorRole.WindowText: colours.ink,
        QPalette.ColorRole.Base: colours.sheet,
        QPalette.ColorRole.AlternateBase: colours.page,
        QPalette.ColorRole.Text: colours.ink,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.Button: colours.page,
        QPalette.ColorRole.ButtonText: colours.ink,
        QPalette.ColorRole.BrightText: colours.warning,
        QPalette.ColorRole.ToolTipBase: colours.sheet,
        QPalette.ColorRole.ToolTipText: colours.ink,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.page if colours.dark else QColor("#FFFFFF"),
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.LinkVisited: colours.accent,
        QPalette.ColorRole.Light: colours.sheet,
        QPalette.ColorRole.Midlight: colours.line,
        QPalette.ColorRole.Mid: colours.line,
        QPalette.ColorRole.Dark: colours.line,
        QPalette.ColorRole.Shadow: colours.line,
    }
    for role, colour in roles.items():
        palette.setColor(role, colour)
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colours.muted)
    return palette


_icon_cache: dict[tuple[str, str], QIcon] = {}


def icon(name: str, colour: QColor | None = None) -> QIcon:
    """An icon of `resources/icons` in the ink of the theme, or in `colour`."""
    tint = (colour or current().ink).name()
    found = _icon_cache.get((name, tint))
    if found is None:
        svg = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("#000", tint)
        found = QIcon()
        for scale in (1, 2, 3):
            found.addPixmap(_render(svg, 16, scale))
        _icon_cache[(name, tint)] = found
    return found


def _render(svg: str, size: int, scale: int) -> QPixmap:
    pixmap = QPixmap(QSize(size, size) * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode("utf-8"))).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def application_icon() -> QIcon:
    """The program's own icon."""
    found = QIcon()
    for path in sorted(resource("icons", "app").glob("lesesaal-*.png")):
        found.addFile(str(path))
    return found


def as_name(name: str) -> ThemeName:
    """A theme's name as it was remembered; "system" for one that there is no more."""
    return next((each for each in THEMES if each == name), "system")
