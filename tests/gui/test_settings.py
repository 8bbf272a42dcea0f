"""What is remembered between starts, and the dialog that changes it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QLocale
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop_app.gui import i18n, settings, theme
from desktop_app.gui.dialogs.preferences import Preferences
from desktop_app.gui.i18n import tr, trn
from desktop_app.index.engines import NAMES, WHOOSH, is_available


def made(folder: Path) -> Path:
    folder.mkdir()
    (folder / "archive.db").touch()
    return folder


def test_values_come_back_as_they_were() -> None:
    assert settings.value("name", "none") == "none"
    settings.put("name", "Größe, “Hafen”; 関西")
    assert settings.value("name", "none") == "Größe, “Hafen”; 関西"
    settings.put("zoom", -3)
    assert settings.number("zoom", 0) == -3
    settings.put("zoom", "large")
    assert settings.number("zoom", 1) == 1
    assert settings.blob("window/panes").isEmpty()
    settings.put_blob("window/panes", QByteArray(b"\x00\xff"))
    assert settings.blob("window/panes") == QByteArray(b"\x00\xff")
    settings.put("window/panes", "not bytes")
    assert settings.blob("window/panes").isEmpty()


def test_a_list_in_the_file_is_no_text() -> None:
    settings.store().setValue("theme", ["dark", "light"])
    assert settings.value("theme", "system") == "system"


def test_the_latest_archives_come_first_and_gone_ones_are_left_out(tmp_path: Path) -> None:
    folders = [made(tmp_path / f"archive {number}") for number in range(10)]
    for folder in folders:
        settings.remember(folder)
    settings.remember(folders[5])
    assert settings.recent()[:3] == [folders[5], folders[9], folders[8]]
    assert len(settings.recent()) == 8
    (folders[9] / "archive.db").unlink()
    assert folders[9] not in settings.recent()
    assert len(settings.recent()) == 7


def choose(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_preferences_take_effect_at_once(qtbot: QtBot) -> None:
    theme.apply("light")
    dialog = Preferences()
    qtbot.addWidget(dialog)
    dialog.show()
    choose(dialog.theme, "dark")
    assert theme.current() is theme.PALETTES["dark"]
    assert settings.value("theme", "") == "dark"
    choose(dialog.text_size, 3)
    assert theme.current_zoom() == 3
    assert settings.number("zoom", 0) == 3
    dialog.serif.setChecked(False)
    assert theme.font("reading").families()[0] == "Inter"
    dialog.serif.setChecked(True)
    assert theme.font("reading").families()[0] == "Noto Serif"
    theme.apply("light")
    theme.zoom(0)


def test_the_language_is_switched_with_numbers_and_plurals(qtbot: QtBot) -> None:
    dialog = Preferences()
    qtbot.addWidget(dialog)
    assert trn("%n article(s)", 1) == "1 article"
    assert trn("%n article(s)", 2) == "2 articles"
    choose(dialog.language, "de")
    assert tr("Preferences") == "Einstellungen"
    assert trn("%n article(s)", 1) == "1 Artikel"
    assert QLocale().toString(1234) == "1.234"
    assert dialog.hint.text()
    choose(dialog.language, "en")
    assert tr("Preferences") == "Preferences"
    assert QLocale().toString(1234) == "1,234"
    assert i18n.language("fr") in i18n.LANGUAGES
    assert settings.value("language", "") == "en"


def test_the_engine_is_offered_for_an_archive_only(qtbot: QtBot) -> None:
    without, dialog = Preferences(), Preferences(None, WHOOSH)
    for each in (without, dialog):
        qtbot.addWidget(each)
        each.show()
    assert not without.engine.isVisible()
    there = [name for name in NAMES if is_available(name)]
    assert [dialog.engine.itemData(at) for at in range(dialog.engine.count())] == there
    assert dialog.engine.isVisible() == dialog.engine_hint.isVisible() == (len(there) > 1)
    asked: list[str] = []
    dialog.engine_wanted.connect(asked.append)
    for name in (WHOOSH, there[-1], there[-1]):
        choose(dialog.engine, name)
    assert asked == there[1:]  # once, and not for the one in use


def test_the_engine_that_is_in_use_is_shown_even_where_it_is_missing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.index.engines.is_available", lambda name: name == WHOOSH)
    dialog = Preferences(None, "tantivy")
    qtbot.addWidget(dialog)
    assert dialog.engine.currentData() == "tantivy"
    assert dialog.engine.count() == 2
