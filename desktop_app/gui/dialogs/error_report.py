"""A bug of ours: what happened, in a report that can be copied. Nothing is sent anywhere."""

import platform
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app import __version__
from desktop_app.gui.i18n import tr


class ErrorReport(QDialog):
    """Shows a report and copies it."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("error_report")
        self.setWindowTitle(tr("Something went wrong in Lesesaal"))
        self.resize(680, 420)
        words = QLabel(
            tr(
                "This is a fault of the program. What you had saved is safe. If you report it, please send this text:"
                " it names no articles and was sent nowhere."
            ),
            self,
        )
        words.setWordWrap(True)
        self.text = QPlainTextEdit(report, self)
        self.text.setObjectName("report_text")
        self.text.setAccessibleName(tr("Report"))
        self.text.setReadOnly(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(tr("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(14)
        layout.addWidget(words)
        layout.addWidget(self.text, 1)
        layout.addWidget(buttons)


def describe(error: BaseException) -> str:
    """The report about an error: versions, platform, traceback."""
    head = (
        f"Lesesaal {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()},"
        f" {QGuiApplication.platformName()}"
    )
    return head + "\n\n" + "".join(traceback.format_exception(error))


_open: set[ErrorReport] = set()  # without a parent nothing else would keep them


class _Courier(QObject):
    """Brings an error from any thread to the window's."""

    came = Signal(object)


def show(error: BaseException) -> None:
    """Print the error and show its report. Call in the window's thread."""
    report = describe(error)
    print(report, file=sys.stderr)
    dialog = ErrorReport(report, QApplication.activeWindow())
    _open.add(dialog)
    dialog.finished.connect(lambda _result: _open.discard(dialog))
    dialog.show()


def install_hooks() -> None:
    """Let every error that nobody caught open a report."""
    courier = _Courier(QApplication.instance())
    courier.came.connect(show, Qt.ConnectionType.QueuedConnection)

    def in_window(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            courier.came.emit(error)

    def in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            courier.came.emit(args.exc_value)

    sys.excepthook = in_window
    threading.excepthook = in_thread
