"""What stands at the right above the bars: articles without a date, and the way back to all dates."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop_app.gui import theme
from desktop_app.gui.i18n import tr, trn

HEIGHT = 18


class HistogramLinks(QWidget):
    """Two quiet buttons, each there only when it is of use."""

    undated_wanted = Signal()
    whole_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._chart = parent
        self.undated = 0
        self.setObjectName("histogram_links")
        self._undated = self._button("undated_link")
        self._whole = self._button("all_dates_link")
        self._whole.setText(tr("whole period"))
        self._whole.setAccessibleName(tr("Show the whole period"))
        self._whole.setToolTip(tr("Show the whole period (Esc)"))
        self._undated.setCheckable(True)
        self._undated.clicked.connect(self.undated_wanted)
        self._whole.clicked.connect(self.whole_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._whole)
        row.addWidget(self._undated)
        self.show_undated(0, chosen=False)
        self.show_zoom(False)

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAutoRaise(True)
        button.setFixedHeight(HEIGHT)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button

    def show_undated(self, count: int, *, chosen: bool) -> None:
        """How many articles have no date, and whether only they are shown."""
        self.undated = count
        self._undated.setText(tr("{n} undated", n=QLocale().toString(count)))
        self._undated.setAccessibleName(trn("%n article(s) without a date", count))
        self._undated.setToolTip(tr("Show only these"))
        self._undated.setChecked(chosen)
        self._undated.setVisible(count > 0 or chosen)
        self.place()

    def show_zoom(self, zoomed: bool) -> None:
        """Whether there is more than what is shown."""
        self._whole.setVisible(zoomed)
        self.place()

    def place(self) -> None:
        """Stand at the right, above the bars: below them are their dates."""
        self.resize(self.sizeHint().width(), HEIGHT)
        self.move(self._chart.width() - self.width() - 8, 2)

    def dress(self) -> None:
        """Take colours and fonts from the theme."""
        palette = theme.current()
        for button in (self._undated, self._whole):
            button.setFont(theme.font("meta"))
        self.setStyleSheet(
            f"QToolButton {{ color: {palette.muted.name()}; border: 0; padding: 0 4px; border-radius: 4px;"
            f" font-size: {theme.font('meta').pointSizeF()}pt }}"
            f" QToolButton:hover {{ color: {palette.ink.name()}; background: {palette.selection.name()} }}"
            f" QToolButton:focus {{ border: 1px solid {palette.accent.name()} }}"
            f" QToolButton:checked {{ color: {palette.accent.name()}; font-weight: 600 }}"
        )
        self.place()
