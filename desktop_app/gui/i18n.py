"""The interface's language: English in the source, German from `resources/i18n`."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop_app.model.query_notices import Notice
from desktop_app.resources import resource

_CONTEXT = "Lesesaal"
LANGUAGES = ("en", "de")
_installed: list[QTranslator] = []


def tr(text: str, **fields: object) -> str:
    """`text` in the interface's language, with `fields` filled in. Only literals, so that they can be collected."""
    translated = QCoreApplication.translate(_CONTEXT, text)
    return translated.format(**fields) if fields else translated


def trn(text: str, count: int, **fields: object) -> str:
    """As `tr`, with the plural form for `count`; `%n` stands for the number and `(s)` for an English plural."""
    translated = QCoreApplication.translate(_CONTEXT, text, None, count)
    if translated == text.replace("%n", str(count)):  # English has no catalogue
        translated = translated.replace("(s)", "" if count == 1 else "s")
    translated = translated.replace(str(count), QLocale().toString(count))
    return translated.format(**fields) if fields else translated


def retold(template: str, fields: dict[str, object]) -> str:
    """A sentence of the lower layers (an error, an undo label, a notice) in the interface's language.

    A field that is such a sentence itself is told likewise.
    """
    told = {
        name: retold(each.template, each.fields) if isinstance(each, Notice) else each for name, each in fields.items()
    }
    return QCoreApplication.translate(_CONTEXT, template).format(**told)


def language(choice: str) -> str:
    """ "en" or "de" for a choice of "system", "en" or "de"."""
    if choice in LANGUAGES:
        return choice
    system = QLocale.system().name()[:2]
    return system if system in LANGUAGES else "en"


def install(choice: str) -> None:
    """Switch the interface to a language; widgets made afterwards speak it."""
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("there is no application to translate")
    for translator in _installed:
        application.removeTranslator(translator)
    _installed.clear()
    chosen = language(choice)
    QLocale.setDefault(QLocale(chosen))
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"qtbase_{chosen}", qt_folder), (f"lesesaal_{chosen}", str(resource("i18n")))):
        translator = QTranslator()
        if translator.load(name, folder):
            application.installTranslator(translator)
            _installed.append(translator)
