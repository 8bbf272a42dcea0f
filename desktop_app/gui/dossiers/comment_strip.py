"""Above the open article: why it is in the dossier that the list shows."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui.annotating.rich_note import as_html
from desktop_app.gui.annotating.writing import NoteWords
from desktop_app.gui.desk import Desk
from desktop_app.gui.dossiers.head import ends_writing, left_by
from desktop_app.gui.i18n import tr


class CommentStrip(QWidget):
    """Shows the comment on the open article, or lets it be written in place."""

    link_wanted = Signal(str)  # such as "article:12"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dossier_comment")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Comment in the dossier"))
        self._desk = desk
        self._place = (0, 0)  # the dossier and the article that are shown
        self.words: NoteWords | None = None  # while it is being written
        self._before = ""  # what it began with
        self.where = QLabel(self)
        self.where.setObjectName("dossier_comment_where")
        self.where.setProperty("muted", True)
        self.where.setTextFormat(Qt.TextFormat.PlainText)
        self.text = QLabel(self)
        self.text.setObjectName("dossier_comment_text")
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setWordWrap(True)
        flags = Qt.TextInteractionFlag
        self.text.setTextInteractionFlags(
            flags.TextSelectableByMouse | flags.LinksAccessibleByMouse | flags.LinksAccessibleByKeyboard
        )
        self.text.linkActivated.connect(self.link_wanted)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.write = QPushButton(tr("Comment"), self)
        self.write.setObjectName("dossier_comment_write")
        self.write.setToolTip(tr("Write why this article is in the dossier (Shift+D)"))
        self.write.setAutoDefault(False)
        self.write.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.write.clicked.connect(self.begin)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.where, 1)
        row.addWidget(self.write)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 6, 14, 6)
        self._column.setSpacing(4)
        self._column.addLayout(row)
        self._column.addWidget(self.text)
        desk.collected.dossier_changed.connect(self._show)
        desk.article_changed.connect(lambda _article: self._show())
        theme.notifier().changed.connect(self._dress)
        self._dress()
        self._show()

    def _dress(self) -> None:
        self.where.setFont(theme.font("small"))
        self.text.setFont(theme.font("snippet"))

    def _show(self) -> None:
        page, article = self._desk.collected.page, self._desk.article
        there = page is not None and article is not None and any(e.article == article.id for e in page.entries)
        place = (page.dossier.id, article.id) if there and page is not None and article is not None else (0, 0)
        if place != self._place:
            self.end()  # on the article that it was written for
        self._place = place
        self.setVisible(there)
        if there and page is not None:
            comment = self._desk.collected.comments.get(place[1], "")
            self.where.setText(tr("In the dossier “{name}”", name=page.dossier.name))
            self.text.setText(as_html(comment))
            self.text.setVisible(bool(comment) and self.words is None)
            self.write.setVisible(not self._desk.archive.read_only)

    def begin(self) -> None:
        """Write the comment; it is kept when the keyboard goes elsewhere."""
        if not self._place[0] or self.words is not None or self._desk.archive.read_only:
            return
        self._before = self._desk.collected.comments.get(self._place[1], "")
        self.words = NoteWords(self._desk, self._before, self)
        self.words.setObjectName("dossier_comment_words")
        self.words.setAccessibleName(tr("Comment in the dossier"))
        self.words.setPlaceholderText(tr("Why this article is in the dossier. Esc or Ctrl+Enter keeps it."))
        self.words.installEventFilter(self)
        self._column.addWidget(self.words)
        self.text.hide()
        self.words.show()  # what is not seen yet cannot take the keyboard
        self.words.setFocus()

    def end(self) -> None:
        """Keep what is written."""
        words, (dossier, article) = self.words, self._place
        if words is None:
            return
        self.words = None
        text = words.toPlainText().strip()
        words.removeEventFilter(self)
        words.hide()
        words.deleteLater()
        if text != self._before:  # by now the comments may be those of another dossier
            self._desk.edit(self._desk.archive.comment_in_dossier, dossier, article, text)
        self.text.setText(as_html(text))
        self.text.setVisible(bool(text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.words:
            if isinstance(event, QFocusEvent) and left_by(event) and self.words.links.popup is None:
                self.end()
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and ends_writing(event):
                self.end()
                self.write.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)
