"""What the tests of the window share: the application, and a window on a dozen real articles, without a screen.

After each test they look for what it left behind.
"""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import gc
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop_app.archive.archive import Archive
from desktop_app.gui import i18n, settings, theme
from desktop_app.gui.main_window import MainWindow
from desktop_app.resources import demo_folder
from tests.gui.scene import Scene

PRESS = (
    "rheinhafen-bote/0142_bote.txt",
    "rheinhafen-bote/0089_bote_ihk.txt",
    "rheinhafen-bote/0160_reportage.txt",
    "rheinhafen-bote/0240_nachruf.txt",
    "rheinhafen-bote/0252_interview_tanabe.txt",
    "niederrhein-kurier/nk_gruender_kobe.txt",
    "niederrhein-kurier/nk_hochwasser.txt",
    "stadtanzeiger-lank/lank_rundgang.txt",
    "asaumi-shimbun/20190603_kansai.txt",
    "harbour-post/2019-08-15-profile-tanabe.html",
    "harbour-post/0131_bridge.txt",
    "mail/2019-05-09_pm_delegation.eml",
)


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an archive with the articles of `PRESS`, indexed and closed; tests work on copies."""
    folder = tmp_path_factory.mktemp("shelf") / "archive"
    archive = Archive.create(folder)
    archive.importing([demo_folder() / "press" / name for name in PRESS])
    archive.forget_history()
    archive.catch_up()
    archive.close()
    return folder


@pytest.fixture(scope="session")
def dressed(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> QApplication:
    """The application with our fonts and colours, and settings of its own."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path_factory.mktemp("settings")))
    qapp.setApplicationName("lesesaal")
    qapp.setStyle("Fusion")
    theme.load_fonts()
    i18n.install("en")
    return qapp


@pytest.fixture(autouse=True)
def leave_nothing(dressed: QApplication, tmp_path: Path) -> Iterator[None]:
    """A test that leaves a thread, a window or a running timer behind is the one that fails."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    for work in ("names", "families"):
        settings.put(f"{work}/off", 1)  # no window starts to look for them unless its test is about that
    before = {id(widget) for widget in QApplication.topLevelWidgets()}
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.sendPostedEvents()
    threads = [thread.name for thread in threading.enumerate() if thread.name.startswith("lesesaal-")]
    left = [widget for widget in QApplication.topLevelWidgets() if id(widget) not in before and _is_ours(widget)]
    timers = [each for each in gc.get_objects() if type(each) is QTimer and isValid(each) and each.isActive()]
    assert threads == [], "threads are left"
    assert left == [], "windows are left"
    assert [(timer.interval(), timer.parent()) for timer in timers] == [], "timers are running"


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[QtBot]:
    """The bot, which keeps its widgets until it has closed them, or they have deleted themselves.

    It knows them by weak references: a collection of garbage after the test takes the attributes of one that is still
    being shown, and whatever is drawn next fails in its stead.
    """
    add = qtbot.addWidget
    kept: dict[int, QWidget] = {}

    def add_and_keep(widget: QWidget, *, before_close_func: Callable[[QWidget], object] | None = None) -> None:
        number = id(widget)
        kept[number] = widget
        widget.destroyed.connect(lambda: kept.pop(number, None))
        add(widget, before_close_func=before_close_func)

    monkeypatch.setattr(qtbot, "addWidget", add_and_keep)
    yield qtbot
    kept.clear()


def _is_ours(widget: QWidget) -> bool:
    # Qt keeps its tool tip for itself; what has a parent goes with it.
    return widget.parent() is None and not widget.inherits("QTipLabel")


@pytest.fixture
def open_window(dressed: QApplication, qtbot: QtBot) -> Iterator[Callable[[Path], MainWindow]]:
    """Open windows on archives, filled and at rest; whatever goes wrong beside them fails the test."""
    theme.apply("light")
    theme.zoom(0)
    windows: list[MainWindow] = []
    problems: list[BaseException] = []

    def show(folder: Path) -> MainWindow:
        window = MainWindow(Archive.open(folder))
        windows.append(window)
        window.jobs.failed.connect(problems.append)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.waitUntil(lambda: window.desk.listing is not None and not window.indexer.busy, timeout=20_000)
        return window

    yield show
    for window in windows:
        if isValid(window):
            window.close()
            window.deleteLater()
    assert not problems, problems


@pytest.fixture
def room(shelf: Path, tmp_path: Path) -> Path:
    """A copy of the shelf for one test."""
    return Path(shutil.copytree(shelf, tmp_path / "archive"))


@pytest.fixture
def window(room: Path, open_window: Callable[[Path], MainWindow]) -> MainWindow:
    """A window on it; nothing is selected, nothing is open."""
    return open_window(room)


@pytest.fixture
def scene(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Scene]:
    window._seen.setInterval(10**8)  # reading by staying is tested elsewhere
    yield Scene(window, qtbot, monkeypatch, tmp_path)
    theme.apply("light")
