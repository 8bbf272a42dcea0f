"""The sheet below “Aa”: how articles are set."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui import reading_style, settings, theme
from desktop_app.gui.i18n import tr


class TypeSheet(QFrame):
    """Changes apply as they are made; Esc or a click elsewhere closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("type_sheet")
        self.setAccessibleName(tr("How articles are set"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.face = _Choice("face", tr("Font"), (("serif", tr("Serif")), ("sans", tr("Sans serif"))), self)
        self.type_size = _Stepper("size", tr("Text size"), self)
        self.line_width = _Stepper("width", tr("Characters a line"), self)
        self.line_height = _Stepper("spacing", tr("Line height"), self)
        self.colours = _Choice("colours", tr("Colours"), theme_names()[1:], self)
        self.usual = QPushButton(tr("As delivered"), self)
        self.usual.setObjectName("usual_type")
        self.usual.setProperty("flat", True)
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for row in (self.face, self.type_size, self.line_width, self.line_height, self.colours):
            label = QLabel(row.accessibleName(), self)
            label.setFont(theme.font("small"))
            form.addRow(label, row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 10)
        layout.setSpacing(8)
        layout.addLayout(form)
        layout.addWidget(self.usual, 0, Qt.AlignmentFlag.AlignRight)
        self.face.group.idClicked.connect(lambda at: reading_style.change(serif=at == 0))
        self.colours.group.idClicked.connect(self._dress)
        self.type_size.answer(lambda step: reading_style.zoom(theme.current_zoom() + step))
        self.line_width.answer(lambda step: reading_style.change(characters=theme.reading().characters + 10 * step))
        self.line_height.answer(lambda step: reading_style.change(spacing=theme.reading().spacing + 15 * step))
        self.usual.clicked.connect(self._reset)
        theme.notifier().changed.connect(self._show)
        self._show()

    def open_below(self, button: QWidget) -> None:
        """Show the sheet with its right edge below a button's."""
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(button.width(), button.height() + 4))
        self.move(corner - QPoint(self.width(), 0))
        self.show()
        self.type_size.more.setFocus(Qt.FocusReason.PopupFocusReason)

    def _dress(self, at: int) -> None:
        reading_style.dress(theme.THEMES[at])

    def _reset(self) -> None:
        usual = theme.Reading()
        reading_style.change(characters=usual.characters, spacing=usual.spacing, serif=usual.serif)
        reading_style.zoom(0)

    def _show(self) -> None:
        chosen, zoom = theme.reading(), theme.current_zoom()
        self.face.choose(0 if chosen.serif else 1)
        self.type_size.tell(f"{100 + 10 * zoom} %", less=zoom > theme.ZOOMS[0], more=zoom < theme.ZOOMS[-1])
        width, spacing = chosen.characters, chosen.spacing
        self.line_width.tell(str(width), less=width > theme.WIDTHS[0], more=width < theme.WIDTHS[-1])
        self.line_height.tell(f"{spacing} %", less=spacing > theme.SPACINGS[0], more=spacing < theme.SPACINGS[-1])
        name = theme.as_name(settings.value("theme", "system"))
        self.colours.choose(theme.THEMES.index(name) if name in theme.THEMES else -1)


def theme_names() -> tuple[tuple[theme.ThemeName, str], ...]:
    """The themes with their names; the system's comes first."""
    return (
        ("system", tr("As the system")),
        ("light", tr("Light")),
        ("paper", tr("Paper tone")),
        ("dark", tr("Dark")),
        ("contrast", tr("High contrast")),
    )


class _Choice(QWidget):
    """Buttons side by side, of which one is in use."""

    def __init__(self, name: str, title: str, options: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"type_{name}")
        self.setAccessibleName(title)
        self.group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for number, (value, text) in enumerate(options):
            button = QToolButton(self)
            button.setObjectName(f"type_{name}_{value}")
            button.setText(text)
            button.setAccessibleName(f"{title}: {text}")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.group.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)

    def choose(self, number: int) -> None:
        """Mark the one in use; none for -1."""
        self.group.setExclusive(number >= 0)
        for button in self.group.buttons():
            button.setChecked(self.group.id(button) == number)


class _Stepper(QWidget):
    """A value between a button for less and one for more."""

    def __init__(self, name: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"type_{name}")
        self.setAccessibleName(title)
        self.less = self._button(f"less_{name}", "minus", tr("{what}: less", what=title))
        self.value = QLabel(self)
        self.value.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.value.setMinimumWidth(52)
        self.more = self._button(f"more_{name}", "plus", tr("{what}: more", what=title))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in (self.less, self.value, self.more):
            row.addWidget(part)
        row.addStretch(1)

    def _button(self, name: str, icon: str, title: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setIcon(theme.icon(icon))
        button.setAccessibleName(title)
        button.setToolTip(title)
        button.setAutoRepeat(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def answer(self, act: Callable[[int], object]) -> None:
        """Call with -1 or 1 when a button is pressed."""
        self.less.clicked.connect(lambda: act(-1))
        self.more.clicked.connect(lambda: act(1))

    def tell(self, text: str, *, less: bool, more: bool) -> None:
        """Show the value, and whether there is less and more."""
        self.value.setText(text)
        self.less.setEnabled(less)
        self.more.setEnabled(more)
        self.less.setIcon(theme.icon("minus"))
        self.more.setIcon(theme.icon("plus"))
