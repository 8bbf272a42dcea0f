"""Starting and ending: the first picture, the first-run page, a busy archive, and a window that closes during work."""

import json
import os
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.archive.demo import is_prepared, prepare
from desktop_app.gui import app, platform, settings
from desktop_app.gui.dialogs.error_report import ErrorReport, describe
from desktop_app.gui.dialogs.import_dialog import ImportDialog
from desktop_app.gui.main_window import MainWindow
from desktop_app.model.progress import CancelledError, Control
from desktop_app.resources import demo_folder

HEAVY = ("numpy", "sqlite_utils", "whoosh", "trafilatura", "chardet", "ftfy", "lxml", "py3langid")


def environment(home: Path) -> dict[str, str]:
    """That of a machine without a screen and with a reader who starts for the first time."""
    dropped = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTEST_CURRENT_TEST")
    kept = {name: value for name, value in os.environ.items() if name not in dropped and not name.startswith("XDG_")}
    return {**kept, "HOME": str(home), "PYTHONPATH": str(Path.cwd()), "LANG": "C.UTF-8"}


def program(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program as from a terminal, in a folder of its own."""
    return subprocess.run(
        [sys.executable, "-m", "desktop_app", *arguments],
        cwd=home,
        env=environment(home),
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )


def script(home: Path, text: str) -> dict[str, object]:
    """Run a few lines in a fresh process; they print their answer as JSON on the last line."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(text)],
        cwd=home,
        env={**environment(home), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answer: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return answer


def picture_of(output: str) -> QImage:
    """The picture that the program says it has drawn."""
    (line,) = [line for line in output.splitlines() if line.endswith(".png")]
    path = Path(line[line.index("/") :])
    image = QImage(str(path))
    assert not image.isNull(), path
    return image


def colours(image: QImage) -> int:
    small = image.scaled(200, 120)
    return len({small.pixel(x, y) for x in range(0, 200, 2) for y in range(0, 120, 2)})


def test_without_a_screen_the_demo_is_drawn(tmp_path: Path) -> None:
    done = program(tmp_path, "--demo")
    assert done.returncode == 0, done.stderr
    assert "There is no screen" in done.stdout
    assert "Traceback" not in done.stderr
    image = picture_of(done.stdout)
    assert image.width() >= 1200
    assert colours(image) > 20  # words, icons and bars, not one plain ground


def test_without_an_archive_the_first_run_page_is_drawn(tmp_path: Path) -> None:
    done = program(tmp_path)
    assert done.returncode == 0, done.stderr
    assert colours(picture_of(done.stdout)) > 3
    assert not list(tmp_path.rglob("archive.db"))


def test_the_first_picture_loads_no_heavy_library(room: Path, tmp_path: Path) -> None:
    archive = Archive.open(room)
    archive.save_search("Hafen", "Hafen")
    archive.close()
    answer = script(
        tmp_path,
        f"""
        import json, sys
        from pathlib import Path
        from PySide6.QtCore import QEventLoop, QTimer
        from desktop_app.gui import app
        application = app.make_application()
        shell = app.Shell()
        shell.open(Path({str(room)!r}))
        loop = QEventLoop()
        seen = {{}}

        def look(_facets):
            shell.window.grab()
            seen.setdefault("modules", [name for name in {HEAVY!r} if name in sys.modules])
            seen.setdefault("rows", len(shell.window.desk.listing))

        shell.window.desk.facets_changed.connect(look)
        shell.window.desk.counts_changed.connect(lambda _counts: seen.setdefault("counted", True))
        timer = QTimer()
        timer.timeout.connect(lambda: loop.quit() if "modules" in seen and "counted" in seen else None)
        timer.start(5)
        loop.exec()
        timer.stop()
        shell.window.close()
        print(json.dumps(seen))
        """,
    )
    assert answer == {"modules": [], "rows": 12, "counted": True}


def test_a_window_that_closes_during_an_import_leaves_the_archive_whole(tmp_path: Path) -> None:
    answer = script(
        tmp_path,
        f"""
        import json, threading
        from pathlib import Path
        from PySide6.QtCore import QEventLoop
        from desktop_app.gui import app
        from desktop_app.gui.dialogs.import_dialog import ImportDialog

        if __name__ == "__main__":
            application = app.make_application()
            shell = app.Shell()
            shell.open(Path("new").absolute(), True)
            window = shell.window
            window.commands.import_paths([Path({str(demo_folder() / "press")!r})])
            window.findChild(ImportDialog).start.click()
            loop = QEventLoop()
            window.hub.changed.connect(loop.quit)
            loop.exec()
            window.close()
            threads = [thread.name for thread in threading.enumerate()]
            print(json.dumps({{"threads": threads}}))
        """,
    )
    assert answer == {"threads": ["MainThread"]}
    archive = Archive.open(tmp_path / "new")
    try:
        assert archive.check(deep=True).problems == []
        added = archive.counts().all
        assert added > 0
        assert [summary.added for summary in archive.imports()] == [added]
        archive.undo()
        assert archive.counts().all == 0
    finally:
        archive.close()


@pytest.fixture
def shell(dressed: QApplication, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path) -> Iterator[app.Shell]:
    """The shell of a reader whose demo archive lies in the test's folder; its hooks are taken back."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("threading.excepthook", sys.modules["threading"].excepthook)
    monkeypatch.setattr(app, "demo_path", lambda: tmp_path / "Demo")
    made = app.Shell()
    yield made
    made.stop_preparing()
    for widget in (made.window, made.welcome):
        if widget is not None:
            widget.close()
            widget.deleteLater()


def offers(shell: app.Shell) -> dict[str, QPushButton]:
    assert shell.welcome is not None
    return {button.text(): button for button in shell.welcome.findChildren(QPushButton)}


def filled(qtbot: QtBot, shell: app.Shell, count: int) -> MainWindow:
    def full() -> bool:
        listing = shell.window.desk.listing if shell.window is not None else None
        return listing is not None and len(listing) == count

    qtbot.waitUntil(full, timeout=30_000)
    assert shell.window is not None
    return shell.window


def test_the_first_run_page_and_its_ways_in(
    shell: app.Shell, qtbot: QtBot, tmp_path: Path, press: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.begin(None, demo=False)
    assert shell.window is None
    assert shell.welcome is not None
    assert shell.welcome.isVisible()
    assert list(offers(shell)) == ["Open the demo archive", "Import a folder …", "New archive …", "Open archive …"]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    offers(shell)["Open archive …"].click()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(press))
    offers(shell)["Open archive …"].click()
    assert "There is no archive in" in shell.welcome._sentence.text()
    assert shell.window is None
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine"), ""))
    offers(shell)["Import a folder …"].click()
    window = filled(qtbot, shell, 0)
    assert shell.welcome is None
    dialog = window.findChild(ImportDialog)
    assert dialog is not None
    dialog.start.click()
    window = filled(qtbot, shell, 3)
    qtbot.waitUntil(lambda: not window.indexer.busy and dialog._control is None, timeout=20_000)
    assert settings.recent() == [tmp_path / "mine"]


def test_a_new_archive_from_the_first_run_page(
    shell: app.Shell, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.begin(None, demo=False)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a.txt").write_text("a", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "full"), ""))
    offers(shell)["New archive …"].click()
    assert shell.welcome is not None
    assert "is not empty" in shell.welcome._sentence.text()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "new"), ""))
    offers(shell)["New archive …"].click()
    assert filled(qtbot, shell, 0).list_pane.empty.isVisibleTo(shell.window)


def test_the_archive_that_was_open_last_is_opened_again(
    shell: app.Shell, qtbot: QtBot, room: Path, tmp_path: Path
) -> None:
    settings.remember(tmp_path / "gone")
    settings.remember(room)
    shell.begin(None, demo=False)
    assert filled(qtbot, shell, 12).windowTitle() == "archive – Lesesaal"


def test_a_busy_archive_is_told_and_the_open_one_stays(
    shell: app.Shell, qtbot: QtBot, room: Path, tmp_path: Path
) -> None:
    other = Archive.open(room)
    shell.begin(room, demo=False)
    assert shell.window is None
    assert shell.welcome is not None
    assert "open" in shell.welcome._sentence.text()
    shell.open(tmp_path / "mine", make=True)
    window = filled(qtbot, shell, 0)
    window.open_wanted.emit(room, False)
    box = window.findChild(QMessageBox, "refusal")
    assert box is not None
    assert "open" in box.text()
    assert shell.window is window
    box.close()
    other.close()
    window.open_wanted.emit(room, False)
    assert filled(qtbot, shell, 12) is not window


def test_the_same_archive_is_not_opened_twice(shell: app.Shell, qtbot: QtBot, room: Path) -> None:
    shell.open(room)
    window = filled(qtbot, shell, 12)
    window.open_wanted.emit(room, False)
    assert shell.window is window
    assert window.findChild(QMessageBox, "refusal") is None


def test_the_demo_is_made_once(shell: app.Shell, qtbot: QtBot, room: Path, tmp_path: Path) -> None:
    Path(tmp_path / "Demo").symlink_to(room)  # stands for one that was made before
    shell.begin(None, demo=True)
    window = filled(qtbot, shell, 12)
    window.commands.open_demo()
    assert shell.window is window
    assert prepare(tmp_path / "Demo") == tmp_path / "Demo"


def test_the_page_stays_alive_while_the_demo_is_made(
    shell: app.Shell, qtbot: QtBot, room: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = threading.Event()

    def slowly(folder: Path, _control: Control) -> Path:
        assert made.wait(10)
        folder.symlink_to(room)
        return folder

    monkeypatch.setattr(app, "prepare", slowly)
    shell.begin(None, demo=False)
    offers(shell)["Open the demo archive"].click()
    assert shell.welcome is not None
    assert "is being made" in shell.welcome._sentence.text()
    assert not any(button.isEnabled() for button in offers(shell).values())
    made.set()
    filled(qtbot, shell, 12)
    assert shell.welcome is None
    assert not shell.preparing


def test_an_end_in_the_middle_leaves_no_half_of_a_demo(tmp_path: Path) -> None:
    control = Control()
    control.cancel()
    for _ in range(2):
        with pytest.raises(CancelledError):
            prepare(tmp_path / "Demo", control)
        assert not is_prepared(tmp_path / "Demo")


def test_a_demo_that_cannot_be_made_is_told(shell: app.Shell, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "Demo").write_text("in the way", encoding="utf-8")
    shell.begin(None, demo=True)
    qtbot.waitUntil(lambda: not shell.preparing)
    assert shell.welcome is not None
    assert all(button.isEnabled() for button in offers(shell).values())
    assert "Demo" in shell.welcome._sentence.text()


def test_an_error_that_nobody_caught_opens_a_report(
    shell: app.Shell, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        try:
            raise ZeroDivisionError("a fault of ours")
        except ZeroDivisionError as error:
            sys.excepthook(type(error), error, error.__traceback__)

    QTimer.singleShot(0, fail)
    found: list[ErrorReport] = []

    def opened() -> bool:
        found[:] = [each for each in QApplication.topLevelWidgets() if isinstance(each, ErrorReport)]
        return bool(found)

    qtbot.waitUntil(opened)
    text = found[0].text.toPlainText()
    assert "ZeroDivisionError: a fault of ours" in text
    assert "Lesesaal" in text.splitlines()[0]
    assert "a fault of ours" in capsys.readouterr().err
    copy = next(button for button in found[0].findChildren(QPushButton) if button.text() == "Copy the report")
    copy.click()
    assert QApplication.clipboard().text() == text
    found[0].close()
    assert describe(ValueError("x")).endswith("ValueError: x\n")


@pytest.mark.parametrize(
    ("variables", "loads", "chosen", "notice"),
    [
        ({}, True, "offscreen", False),
        ({"DISPLAY": ":0"}, True, "xcb;offscreen", False),
        ({"DISPLAY": ":0"}, False, "offscreen", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True, "wayland;offscreen", False),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, True, "wayland;xcb;offscreen", False),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, False, "wayland;offscreen", False),
        ({"QT_QPA_PLATFORM": "vnc", "DISPLAY": ":0"}, True, "vnc", False),
    ],
)
def test_only_a_platform_that_works_is_chosen(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], loads: bool, chosen: str, notice: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(platform, "_loads", lambda _library: loads)
    told = platform.choose()
    assert os.environ["QT_QPA_PLATFORM"] == chosen
    assert bool(told) == notice
    assert not notice or "libxcb-icccm4 libxcb-keysyms1" in told


def test_closing_remembers_where_the_panes_were(open_window: Callable[[Path], MainWindow], room: Path) -> None:
    window = open_window(room)
    window.resize(790, 700)  # the screen that is not there has 800 pixels
    window.sides.setSizes([200, 590])
    window.panes.setSizes([300, 290])
    sizes = window.sides.sizes(), window.panes.sizes()
    window.close()
    again = open_window(room)
    assert (again.sides.sizes(), again.panes.sizes()) == sizes
    assert (again.width(), again.height()) == (790, 700)
