"""Preferences: language, theme, reading font. They take effect at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui import citation, i18n, reading_style, settings, theme
from desktop_app.gui.i18n import tr
from desktop_app.gui.name_finder import OFF
from desktop_app.gui.widgets.type_sheet import theme_names

_ENGINES = {"whoosh": "Whoosh", "tantivy": "tantivy"}
_WIDTH = 500


class Preferences(QDialog):
    """Changes apply as they are made; only the language waits for the next start.

    `engine` is the search engine of the open archive, `names` how it is read for names: "default", "thorough" or
    "off"; "" leaves the choice out.
    """

    engine_wanted = Signal(str)
    names_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None, engine: str = "", names: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("preferences")
        self.setWindowTitle(tr("Preferences"))
        self.setMinimumWidth(_WIDTH)
        self.language = self._choice(
            "language", (("system", tr("As the system")), ("de", "Deutsch"), ("en", "English"))
        )
        self.theme = self._choice(
            "theme",
            theme_names(),
        )
        self.serif = QCheckBox(tr("Set articles in a serif font"), self)
        self.serif.setObjectName("serif")
        self.serif.setChecked(settings.value("serif", "1") == "1")
        self.text_size = QComboBox(self)
        self.text_size.setObjectName("text_size")
        for step in theme.ZOOMS:
            self.text_size.addItem(f"{100 + 10 * step} %", step)
        self.text_size.setCurrentIndex(self.text_size.findData(theme.current_zoom()))
        self.line_width = self._measure("line_width", theme.WIDTHS, "{}", theme.reading().characters)
        self.line_height = self._measure("line_height", theme.SPACINGS, "{} %", theme.reading().spacing)
        self.citation = QComboBox(self)
        self.citation.setObjectName("citation")
        for value, text in citation.styles():
            self.citation.addItem(text, value)
        self.citation.setCurrentIndex(self.citation.findData(citation.style()))
        self.hint = QLabel("", self)
        self.hint.setObjectName("language_hint")
        self.hint.setWordWrap(True)
        form = self._form(engine)
        self._add_names(form, names)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(16)
        layout.addLayout(form)
        layout.addWidget(self.hint)
        layout.addWidget(buttons)
        self.language.activated.connect(lambda _at: self._set_language())
        self.theme.activated.connect(lambda _at: self._set_theme())
        self.serif.toggled.connect(self._set_serif)
        self.text_size.activated.connect(lambda _at: self._set_text_size())
        self.line_width.activated.connect(lambda _at: reading_style.change(characters=self.line_width.currentData()))
        self.line_height.activated.connect(lambda _at: reading_style.change(spacing=self.line_height.currentData()))
        self.citation.activated.connect(lambda _at: citation.set_style(self.citation.currentData()))
        self.resize(_WIDTH, self.heightForWidth(_WIDTH))  # the hints are as high as they wrap

    def _form(self, engine: str) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.addRow(tr("Language"), self.language)
        form.addRow(tr("Colours"), self.theme)
        form.addRow(tr("Text size"), self.text_size)
        form.addRow("", self.serif)
        form.addRow(tr("Characters a line"), self.line_width)
        form.addRow(tr("Line height"), self.line_height)
        form.addRow(tr("Cited quotes"), self.citation)
        self._engine_in_use = engine
        self.engine = self._engine_choice(engine)
        self.engine_hint = QLabel(
            tr(
                "Both find the same. Whoosh is part of Lesesaal and enough for some hundred thousand articles;"
                " tantivy is made for more. A change builds the index anew, which takes a while; the old one"
                " answers until then."
            ),
            self,
        )
        self.engine_hint.setObjectName("engine_hint")
        self.engine_hint.setWordWrap(True)
        self.engine_hint.setProperty("muted", True)
        form.addRow(tr("Search engine"), self.engine)
        form.addRow("", self.engine_hint)
        form.setRowVisible(self.engine, self.engine.count() > 1)
        form.setRowVisible(self.engine_hint, self.engine.count() > 1)
        return form

    def _add_names(self, form: QFormLayout, chosen: str) -> None:
        self.names = QComboBox(self)
        self.names.setObjectName("names")
        self.names.setAccessibleName(tr("People and organisations"))
        ways = (
            ("default", tr("Look for people and organisations")),
            ("thorough", tr("Look for them thoroughly")),
            (OFF, tr("Do not look for them")),
        )
        for value, text in ways if chosen else ():
            self.names.addItem(text, value)
        self.names.setCurrentIndex(self.names.findData(chosen))
        self.names.activated.connect(lambda _at: self.names_wanted.emit(str(self.names.currentData())))
        self.names_hint = QLabel(
            tr(
                "Articles are read in the background, the newest first. Thoroughly finds a little more and takes"
                " several times as long; after a change all are read again. Your own decisions stay in either case."
            ),
            self,
        )
        self.names_hint.setWordWrap(True)
        self.names_hint.setProperty("muted", True)
        form.addRow(tr("Names"), self.names)
        form.addRow("", self.names_hint)
        form.setRowVisible(self.names, bool(chosen))
        form.setRowVisible(self.names_hint, bool(chosen))

    def _engine_choice(self, chosen: str) -> QComboBox:
        """The engines that are installed, for this archive; empty where no archive is open."""
        from desktop_app.index.engines import NAMES, is_available

        box = QComboBox(self)
        box.setObjectName("engine")
        box.setAccessibleName(tr("Search engine"))
        for name in NAMES if chosen else ():
            if is_available(name) or name == chosen:
                box.addItem(_ENGINES.get(name, name), name)
        box.setCurrentIndex(box.findData(chosen))
        box.activated.connect(lambda _at: self._set_engine(str(box.currentData())))
        return box

    def _set_engine(self, name: str) -> None:
        if name != self._engine_in_use:
            self._engine_in_use = name
            self.engine_wanted.emit(name)

    def _measure(self, name: str, values: tuple[int, ...], form: str, chosen: int) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        for value in values:
            box.addItem(form.format(value), value)
        box.setCurrentIndex(box.findData(chosen))
        return box

    def _choice(self, name: str, options: tuple[tuple[str, str], ...]) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        for value, text in options:
            box.addItem(text, value)
        box.setCurrentIndex(max(0, box.findData(settings.value(name, "system"))))
        return box

    def _set_language(self) -> None:
        choice = str(self.language.currentData())
        settings.put("language", choice)
        i18n.install(choice)
        self.hint.setText(tr("Windows that are open speak it after the next start."))

    def _set_theme(self) -> None:
        reading_style.dress(theme.as_name(str(self.theme.currentData())))

    def _set_text_size(self) -> None:
        reading_style.zoom(int(self.text_size.currentData()))

    def _set_serif(self, on: bool) -> None:
        reading_style.change(serif=on)
