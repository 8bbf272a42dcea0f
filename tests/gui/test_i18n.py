"""The German interface: nothing is left in English, nothing in the compiled catalogue is out of date."""

import importlib.util
import re
import string
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app.archive import labels
from desktop_app.gui import i18n
from desktop_app.gui.actions import actions, menus
from desktop_app.resources import resource

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "i18n.py"


@pytest.fixture(scope="module")
def collector() -> ModuleType:
    """The script that collects what a reader can see."""
    spec = importlib.util.spec_from_file_location("collector", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """The interface in German for one test."""
    i18n.install("de")
    yield
    i18n.install("en")


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_sentence_has_its_german(collector: ModuleType) -> None:
    assert collector.missing() == []


def test_the_collector_sees_every_way_of_writing_a_sentence(collector: ModuleType, tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(
        "FULL = 'from a name'\n"
        "known = {'a': 'from', 'b': 'a table'}\n"
        "class Pane:\n    title = tr('of a class')\n"
        "label(QLabel(tr('nested ' 'and joined'), trn('%n word(s)', 2)))\n"
        "tr('one') if known else tr('the other')\n"
        "tr('either' if known else 'or')\n"
        "raise InputRefusedError(FULL)\n"
        "Notice.made(known['a'])\n"
        "open('not this')\n"
        "raise ValueError('nor this')\n",
        encoding="utf-8",
    )
    assert dict(collector.literals(module)) == {
        **dict.fromkeys(("from a name", "from", "a table", "of a class", "nested and joined"), False),
        **dict.fromkeys(("one", "the other", "either", "or"), False),
        "%n word(s)": True,
    }


def test_no_german_is_left_of_a_sentence_that_is_gone(collector: ModuleType) -> None:
    assert set(collector.catalogue()) - set(collector.sentences()) == set()


def test_german_keeps_the_fields_and_numbers(collector: ModuleType) -> None:
    wrong = {
        text: german
        for text, forms in collector.catalogue().items()
        for german in forms
        if fields(german) != fields(text) or ("%n" in text) != ("%n" in german) or '"' in german
    }
    assert wrong == {}


def test_the_compiled_catalogue_is_current(collector: ModuleType, qapp: QApplication) -> None:
    translator = QTranslator()
    assert translator.load("lesesaal_de", str(resource("i18n")))
    stale = {}
    for text, forms in collector.catalogue().items():
        numbers = (1, 2) if len(forms) == 2 else (-1,)
        found = [translator.translate("Lesesaal", text, None, number) for number in numbers]
        # Qt itself puts the number in only when the application translates.
        if found != forms:
            stale[text] = found
    assert stale == {}


def test_numbers_choose_the_plural(german: None) -> None:
    assert i18n.trn("%n file(s) skipped", 1) == "1 Datei übergangen"
    assert i18n.trn("%n file(s) skipped", 3) == "3 Dateien übergangen"
    assert i18n.trn("%n article(s)", 1) == "1 Artikel"
    assert i18n.trn("%n article(s)", 12_480) == "12.480 Artikel"
    assert i18n.trn("%n minute(s) left", 1) == "noch 1 Minute"


def test_english_has_its_plural_too(qapp: QApplication) -> None:
    i18n.install("en")
    assert i18n.trn("%n file(s) skipped", 1) == "1 file skipped"
    assert i18n.trn("%n file(s) skipped", 3) == "3 files skipped"
    assert [i18n.trn("%n minute(s) left", number) for number in (1, 3)] == ["1 minute left", "3 minutes left"]


def test_what_undo_takes_back_is_told_in_german(german: None) -> None:
    assert i18n.retold(labels.TAG[1], {"tag": "Hafen", "count": 3}) == "„Hafen“ an 3 Artikeln"


def test_numbers_and_qts_own_words_follow_the_language(german: None) -> None:
    assert QLocale().toString(12480) == "12.480"
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_a_choice_that_is_none_means_the_systems_language() -> None:
    assert i18n.language("de") == "de"
    assert i18n.language("xx") == i18n.language("system") in i18n.LANGUAGES


@pytest.mark.parametrize("choice", i18n.LANGUAGES)
def test_menu_letters_are_used_once(choice: str, qapp: QApplication) -> None:
    i18n.install(choice)
    letters = [re.search("&(.)", title)[1].lower() for _, title in menus()]  # type: ignore[index]
    i18n.install("en")
    assert len(set(letters)) == len(letters) == 8


def test_every_action_is_named_in_german(german: None) -> None:
    i18n.install("en")
    english = {action.name: action.text for action in actions()}
    i18n.install("de")
    same = {action.name for action in actions() if action.text == english[action.name]}
    assert same == set()
