"""Work beside the window: the latest read wins, writes keep their order, and nothing is left at the end."""

import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from pytestqt.qtbot import QtBot

from desktop_app.gui.jobs import Jobs
from desktop_app.model.errors import InputRefusedError
from desktop_app.model.progress import Control, Meter, Progress, Report


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.shutdown()
    jobs.deleteLater()


class Gate:
    """Work that waits until it is let through."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        self.open = threading.Event()

    def through(self, result: str) -> Callable[[], str]:
        def work() -> str:
            self.reached.set()
            assert self.open.wait(10)
            return result

        return work


def test_only_the_latest_read_of_a_key_comes_home(jobs: Jobs, qtbot: QtBot) -> None:
    gate, came = Gate(), []
    jobs.read(jobs, gate.through("first"), came.append, key="search")
    assert gate.reached.wait(10)
    jobs.read(jobs, lambda: "second", came.append, key="search")
    jobs.read(jobs, lambda: "third", came.append, key="search")
    jobs.read(jobs, lambda: "other", came.append, key="counts")
    qtbot.waitUntil(lambda: {"third", "other"} <= set(came))
    gate.open.set()
    jobs.read(jobs, lambda: "after", came.append)
    jobs.read(jobs, lambda: "after", came.append)
    qtbot.waitUntil(lambda: came.count("after") == 2)
    assert sorted(set(came)) == ["after", "other", "third"]


def test_an_outdated_failure_is_not_heard(jobs: Jobs, qtbot: QtBot) -> None:
    gate, came, failed = Gate(), [], []

    def fail() -> str:
        gate.through("")()
        raise InputRefusedError("It is gone.")

    jobs.read(jobs, fail, came.append, key="article", failed=failed.append)
    assert gate.reached.wait(10)
    jobs.read(jobs, lambda: "another", came.append, key="article", failed=failed.append)
    gate.open.set()
    qtbot.waitUntil(lambda: came == ["another"])
    jobs.shutdown()
    QCoreApplication.sendPostedEvents(jobs, QEvent.Type.MetaCall.value)
    assert failed == []


def test_nothing_comes_home_to_an_owner_that_is_gone(jobs: Jobs, qtbot: QtBot) -> None:
    owner, gate, came = QObject(jobs), Gate(), []
    jobs.read(owner, gate.through("late"), came.append)
    jobs.write(owner, gate.through("late"), came.append)
    assert gate.reached.wait(10)
    owner.deleteLater()
    with qtbot.waitSignal(owner.destroyed):
        pass
    gate.open.set()
    jobs.write(jobs, lambda: "in time", came.append)
    qtbot.waitUntil(lambda: came == ["in time"])


def test_writes_keep_their_order(jobs: Jobs, qtbot: QtBot) -> None:
    done: list[int] = []
    came: list[int] = []

    def write(number: int) -> int:
        done.append(number)
        return number

    for number in range(200):
        jobs.write(jobs, lambda number=number: write(number), came.append)
    qtbot.waitUntil(lambda: len(came) == 200)
    assert done == came == list(range(200))


def test_long_work_pauses_goes_on_and_is_cancelled(jobs: Jobs, qtbot: QtBot) -> None:
    states: list[Progress] = []
    came: list[str] = []

    def count(control: Control, report: Report) -> str:
        meter = Meter(report, "Count", None)
        while True:
            control.checkpoint()
            meter.advance()

    control = jobs.long(jobs, count, came.append, progress=states.append)
    qtbot.waitUntil(lambda: len(states) > 1)
    control.pause()
    assert control.paused
    seen = states[-1].done
    control.resume()
    qtbot.waitUntil(lambda: states[-1].done > seen)
    control.cancel()
    qtbot.waitUntil(lambda: not [t for t in threading.enumerate() if t.name == "lesesaal-long"])
    assert came == []


def test_what_nobody_asked_for_goes_to_the_window(jobs: Jobs, qtbot: QtBot) -> None:
    asked: list[BaseException] = []
    with qtbot.waitSignal(jobs.failed) as told:
        jobs.write(jobs, lambda: 1 // 0)
    assert isinstance(told.args[0], ZeroDivisionError)
    jobs.write(jobs, lambda: 1 // 0, failed=asked.append)
    qtbot.waitUntil(lambda: len(asked) == 1)


def test_shutting_down_waits_for_the_writes_and_leaves_no_thread(qtbot: QtBot) -> None:
    jobs = Jobs()
    gate, written = Gate(), []
    jobs.write(jobs, gate.through("first"))
    for number in range(20):
        jobs.write(jobs, lambda number=number: written.append(number))

    def endless(control: Control, _: Report) -> None:
        while True:
            control.checkpoint()

    control = jobs.long(jobs, endless, None)
    assert gate.reached.wait(10)
    gate.open.set()
    jobs.shutdown()
    assert written == list(range(20))
    assert control.cancelled
    assert [t.name for t in threading.enumerate() if t.name.startswith("lesesaal-")] == []
    # A timer may still fire in a window that was closed: it starts nothing any more.
    assert jobs.long(jobs, lambda _control, _report: None, None).cancelled
    jobs.read(jobs, lambda: written.append(-1), lambda _: None)
    assert len(written) == 20
    jobs.deleteLater()


class _Bell(QObject):
    rung = Signal(bool)


def test_a_signal_keeps_what_it_carries(qtbot: QtBot) -> None:
    # PySide6 6.12.0 on CPython 3.11 drops a reference of True with every emit, and then aborts.
    bell = _Bell()
    heard: list[bool] = []
    bell.rung.connect(heard.append)
    bell.rung.emit(True)
    heard.clear()
    before = sys.getrefcount(True)
    for _ in range(1000):
        bell.rung.emit(True)
    assert len(heard) == 1000
    heard.clear()
    assert abs(sys.getrefcount(True) - before) < 100
