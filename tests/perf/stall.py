"""Imports a folder in the window and prints the longest stall of its event loop as JSON.

A timer of a few milliseconds beats in the window's thread while articles are imported and indexed and the reader
moves through the list; the longest gap between two beats, less the timer's interval, is the longest stall.

Usage: python -m tests.perf.stall ARCHIVE FOLDER
"""

import json
import sys
import time
from pathlib import Path

_BEAT_MS = 5
_STEP_MS = 200


def main() -> None:
    """Measure one import in this very process."""
    from PySide6.QtCore import QEventLoop, QTimer

    from desktop_app.gui import app

    application = app.make_application()
    shell = app.Shell()
    shell.open(Path(sys.argv[1]), make=True)
    window = shell.window
    assert window is not None
    archive = window.desk.archive
    gaps: list[float] = []
    last = time.perf_counter()

    def beat() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append((now - last) * 1000 - _BEAT_MS)
        last = now

    loop = QEventLoop()
    state = {"imported": False}

    def imported(_report: object) -> None:
        state["imported"] = True

    def finished() -> None:
        if state["imported"] and not window.indexer.busy and archive.pending() == 0:
            loop.quit()

    beats = QTimer()
    beats.timeout.connect(beat)
    moves = QTimer()
    moves.timeout.connect(lambda: window.desk.next_article(1))
    ends = QTimer()
    ends.timeout.connect(finished)

    def begin() -> None:
        nonlocal last
        gaps.clear()
        last = time.perf_counter()
        window.jobs.long(
            window,
            lambda control, report: archive.importing([sys.argv[2]], control=control, report=report),
            imported,
            progress=lambda _state: None,
        )

    QTimer.singleShot(1000, begin)
    beats.start(_BEAT_MS)
    moves.start(_STEP_MS)
    ends.start(300)
    loop.exec()
    window.close()
    application.quit()
    over = sum(gap > 50 for gap in gaps)
    print(json.dumps({"longest_ms": round(max(gaps), 1), "over_50": over, "beats": len(gaps)}))


if __name__ == "__main__":
    main()
