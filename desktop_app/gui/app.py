"""The application: Qt, fonts and language first, then a window on an archive or the first-run page."""

import signal
import sys
from pathlib import Path

import platformdirs

from desktop_app.archive.archive import Archive  # before Qt, which reads the source of every module that comes after it
from desktop_app.archive.demo import is_prepared, prepare
from desktop_app.gui import platform

_NOTICE = platform.choose()

from PySide6.QtCore import QObject, QTimer  # noqa: E402 - the platform must be chosen before Qt is loaded
from PySide6.QtWidgets import QApplication  # noqa: E402

from desktop_app.gui import i18n, reading_style, settings, theme  # noqa: E402
from desktop_app.gui.i18n import tr  # noqa: E402
from desktop_app.gui.jobs import Jobs  # noqa: E402
from desktop_app.gui.main_window import MainWindow  # noqa: E402
from desktop_app.gui.panes.welcome import WELCOME_SIZE, Welcome  # noqa: E402
from desktop_app.model.errors import LesesaalError  # noqa: E402

_SIGNAL_MS = 250
# A reading or importing thread must not keep the window waiting for the interpreter's lock; Python's own 5 ms add up.
_SWITCH_S = 0.001


def run(archive: Path | None, *, demo: bool) -> int:
    """Open the program; returns the exit code. Without a screen it draws the window into a picture."""
    if _NOTICE:
        print(_NOTICE, file=sys.stderr)
    application = make_application()
    shell = Shell()
    if platform.offscreen(application.platformName()):
        from desktop_app.gui import picture

        return picture.draw(shell, archive, demo=demo)
    shell.begin(archive, demo=demo)
    # Python runs its signal handlers only when it gets to run at all.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _signal, _frame: application.closeAllWindows())
    beat = QTimer()
    beat.timeout.connect(lambda: None)
    beat.start(_SIGNAL_MS)
    return application.exec()


def make_application() -> QApplication:
    """The dressed application, made once a process."""
    sys.setswitchinterval(_SWITCH_S)
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("lesesaal")
    application.setOrganizationName("lesesaal")
    application.setApplicationDisplayName("Lesesaal")
    application.setDesktopFileName("io.github.lesesaal.Lesesaal")
    application.setStyle("Fusion")
    theme.load_fonts()
    application.setWindowIcon(theme.application_icon())
    i18n.install(settings.value("language", "system"))
    reading_style.restore()
    theme.apply(theme.as_name(settings.value("theme", "system")))
    application.styleHints().colorSchemeChanged.connect(lambda _scheme: follow_system())
    return application


def follow_system() -> None:
    """Dress again when the system turned dark or light, unless the reader chose a theme."""
    if theme.as_name(settings.value("theme", "system")) == "system":
        theme.apply("system")


def demo_path() -> Path:
    """Where the demo archive is kept."""
    return Path(platformdirs.user_data_dir("lesesaal", appauthor=False)) / "Demo"


class Shell(QObject):
    """Owns the one window that is open, and the change from one archive to another."""

    def __init__(self) -> None:
        super().__init__()
        self.window: MainWindow | None = None
        self.welcome: Welcome | None = None
        self._preparing: Jobs | None = None  # the demo archive
        from desktop_app.gui.dialogs.error_report import install_hooks

        install_hooks()

    @property
    def preparing(self) -> bool:
        """Whether the demo archive is being made."""
        return self._preparing is not None

    def begin(self, archive: Path | None, *, demo: bool) -> None:
        """Show the first window."""
        if demo:
            self.open_demo()
        elif archive is not None:
            self.open(archive, make=not archive.exists())
        elif settings.recent():
            self.open(settings.recent()[0])
        else:
            self.show_welcome()

    def open_demo(self) -> None:
        """Open the demo archive; on first use it is made meanwhile, and whatever is on the screen stays alive."""
        if self.window is not None and self.window.desk.archive.path == demo_path():
            self.window.activateWindow()
        elif is_prepared(demo_path()):
            self.open(demo_path())
        elif self._preparing is None:
            self._prepare_demo()

    def _prepare_demo(self) -> None:
        sentence = tr("The demo archive is being made; that takes a few seconds …")
        if self.window is not None:
            self.window.desk.message.emit(sentence)
        else:
            self.show_welcome(sentence, busy=True)
        jobs = self._preparing = Jobs(self)
        application = QApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(jobs.shutdown)  # its threads would keep the process
        jobs.long(self, lambda control, _: prepare(demo_path(), control), self._on_demo, failed=self._on_no_demo)

    def _on_demo(self, path: Path) -> None:
        self.stop_preparing()
        self.open(path)

    def _on_no_demo(self, error: BaseException) -> None:
        self.stop_preparing()
        sentence = i18n.retold(error.template, error.fields) if isinstance(error, LesesaalError) else ""
        if not sentence:
            _report(error)
        elif self.window is not None:
            self.window.tell(sentence)
        if self.window is None:
            self.show_welcome(sentence)

    def stop_preparing(self) -> None:
        """End the making of the demo archive, if it is under way."""
        if self._preparing is not None:
            self._preparing.shutdown()
            self._preparing = None

    def open(self, path: Path, make: bool = False) -> None:
        """Open an archive in place of the one that is open; a refusal leaves that one as it is."""
        if self.window is not None and path.absolute() == self.window.desk.archive.path:
            self.window.activateWindow()
            return
        try:
            archive = Archive.create(path) if make else Archive.open(path)
        except LesesaalError as error:
            sentence = i18n.retold(error.template, error.fields)
            if self.window is not None:
                self.window.tell(sentence)
            else:
                self.show_welcome(sentence)
            return
        settings.remember(archive.path)
        old = self.window
        self.window = MainWindow(archive)
        self.window.open_wanted.connect(self.open)
        self.window.demo_wanted.connect(self.open_demo)
        self.window.jobs.failed.connect(_report)
        self.window.show()
        if not archive.read_only:
            self.window.jobs.long(self.window, lambda _control, _report: archive.backup_if_due(), None)
        for former in (old, self.welcome):
            if former is not None:
                former.close()
                former.deleteLater()
        self.welcome = None

    def show_welcome(self, sentence: str = "", *, busy: bool = False) -> None:
        """Show the first-run page, with a sentence where something was refused, or is being done."""
        if self.welcome is None:
            self.welcome = Welcome()
            self.welcome.resize(WELCOME_SIZE)
            self.welcome.open_wanted.connect(self.open)
            self.welcome.demo_wanted.connect(self.open_demo)
            self.welcome.import_wanted.connect(self._open_and_import)
        self.welcome.say(sentence, busy=busy)
        self.welcome.show()

    def _open_and_import(self, archive: Path, folder: Path) -> None:
        self.open(archive, make=not (archive / "archive.db").exists())
        if self.window is not None:
            self.window.commands.import_paths([folder])


def _report(error: BaseException) -> None:
    from desktop_app.gui.dialogs.error_report import show

    show(error)
