"""The line at the foot: how many articles, whether all can be found, what runs, what undo would take back."""

from PySide6.QtCore import QLocale, Qt, QTime, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from desktop_app.gui import theme
from desktop_app.gui.desk import Desk
from desktop_app.gui.i18n import retold, tr, trn
from desktop_app.model.changes import Changes
from desktop_app.model.listing import Counts, Listing
from desktop_app.model.progress import Progress
from desktop_app.store.history import HistoryEntry

_MESSAGE_MS = 6000


class StatusStrip(QWidget):
    """Shows the state of the archive quietly."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_strip")
        self.setAccessibleName(tr("Status"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._all: int | None = None
        self._articles = self._label("status_articles")
        self._index = self._label("status_index")
        self._work = self._label("status_work")
        self._work.hide()
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(90)
        self._bar.hide()
        self._message = self._label("status_message")
        self._undo = self._label("status_undo")
        self._saved = self._label("status_saved")
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(22)
        for widget in (self._articles, self._index, self._work, self._bar, self._message):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._undo)
        layout.addWidget(self._saved)
        self.setFixedHeight(26)
        self._fading = QTimer(self)
        self._fading.setSingleShot(True)
        self._fading.setInterval(_MESSAGE_MS)
        self._fading.timeout.connect(lambda: self._message.setText(""))
        desk.counts_changed.connect(self._on_counts)
        desk.listing_changed.connect(self._on_listing)
        desk.hub.changed.connect(self._on_changed)
        self.refresh()

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setFont(theme.font("small"))
        return label

    def add_state(self, widget: QWidget) -> None:
        """Put a widget that tells of work in the background behind the progress bar."""
        self._row.insertWidget(self._row.indexOf(self._message), widget)

    def refresh(self) -> None:
        """Ask for what undo would take back and what is not yet searchable."""
        archive = self._desk.archive
        self._desk.jobs.read(self, lambda: (archive.next_undo(), archive.pending()), self._show, key="strip")

    def say(self, sentence: str) -> None:
        """Show a sentence for a few seconds."""
        self._message.setText(sentence)
        self._fading.start()

    def show_progress(self, text: str, state: Progress | None) -> None:
        """Show how far long work is; None when it has ended."""
        self._work.setText(text if state is not None else "")
        self._work.setVisible(state is not None)
        self._bar.setVisible(state is not None)
        if state is not None:
            self._bar.setRange(0, state.total or 0)
            self._bar.setValue(state.done)

    def _show(self, found: tuple[HistoryEntry | None, int]) -> None:
        entry, waiting = found
        self._undo.setText(tr("Undo: {label}", label=retold(entry.label, entry.fields)) if entry else "")
        self._index.setText(trn("%n article(s) not yet searchable", waiting) if waiting else tr("Index up to date"))

    def _on_counts(self, counts: Counts) -> None:
        self._all = counts.all
        self._show_articles()

    def _on_listing(self, _: Listing) -> None:
        self._show_articles()

    def _show_articles(self) -> None:
        listing = self._desk.listing
        if self._all is None or listing is None:
            return
        locale = QLocale()
        total = locale.toString(self._all)
        if listing.total == self._all:
            self._articles.setText(trn("%n article(s)", self._all))
        else:
            self._articles.setText(tr("{found} of {all} articles", found=locale.toString(listing.total), all=total))

    def _on_changed(self, _: Changes) -> None:
        time = QLocale().toString(QTime.currentTime(), QLocale.FormatType.ShortFormat)
        self._saved.setText(tr("Saved {time}", time=time))
        self.refresh()
