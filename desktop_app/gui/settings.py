"""What the program remembers between starts; nothing of it belongs to an archive."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

_RECENT = 8


def store() -> QSettings:
    """The settings file of this reader."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "lesesaal", "lesesaal")


def value(name: str, default: str) -> str:
    """A setting as text."""
    found: Any = store().value(name, default)
    return found if isinstance(found, str) else default


def number(name: str, default: int) -> int:
    """A setting as a number; what is not one counts as the default."""
    try:
        return int(value(name, str(default)))
    except ValueError:
        return default


def put(name: str, what: str | int) -> None:
    """Remember a setting."""
    store().setValue(name, str(what))


def blob(name: str) -> QByteArray:
    """A setting as bytes, such as a window's geometry; empty where there is none."""
    found: Any = store().value(name)
    return found if isinstance(found, QByteArray) else QByteArray()


def put_blob(name: str, what: QByteArray) -> None:
    """Remember bytes."""
    store().setValue(name, what)


def recent() -> list[Path]:
    """The archives that were opened last, newest first, as far as they are still there."""
    paths = [Path(line) for line in value("recent", "").split("\n") if line]
    return [path for path in paths if (path / "archive.db").is_file()]


def remember(path: Path) -> None:
    """Put an archive at the head of the recent ones."""
    paths = [str(path), *(str(each) for each in recent() if each != path)]
    put("recent", "\n".join(paths[:_RECENT]))
