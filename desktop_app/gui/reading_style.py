"""How articles are set, remembered between starts."""

from dataclasses import replace
from typing import Any

from desktop_app.gui import settings, theme

_SERIF, _CHARACTERS, _SPACING, _ZOOM = "serif", "reading/characters", "reading/spacing", "zoom"


def restore() -> None:
    """Set articles as the reader wanted them last."""
    usual = theme.Reading()
    theme.zoom(settings.number(_ZOOM, 0))
    theme.set_reading(
        theme.Reading(
            settings.number(_CHARACTERS, usual.characters),
            settings.number(_SPACING, usual.spacing),
            settings.value(_SERIF, "1") == "1",
        )
    )


def change(**values: Any) -> None:
    """Set articles otherwise from now on: `characters`, `spacing`, `serif`, as in `theme.Reading`."""
    theme.set_reading(replace(theme.reading(), **values))
    chosen = theme.reading()
    settings.put(_CHARACTERS, chosen.characters)
    settings.put(_SPACING, chosen.spacing)
    settings.put(_SERIF, int(chosen.serif))


def zoom(step: int) -> None:
    """Make the type larger or smaller: a step is a tenth, 0 the usual size."""
    settings.put(_ZOOM, theme.zoom(step))


def dress(name: theme.ThemeName) -> None:
    """Put on other colours."""
    settings.put("theme", name)
    theme.apply(name)
