"""Types words into the window's search box and prints how long the first rows took to be painted, as JSON.

Wall milliseconds from each key to the first painting of the list that belongs to it; keys that the next one overtakes
have none. The words come from the archive's own titles.

Usage: python -m tests.perf.typing ARCHIVE
"""

import json
import random
import re
import resource
import sys
import time
from pathlib import Path

_KEY_MS = 180  # between keys: a quick typist
_WORDS = 12
_SETTLED_MS = 1500


def words(titles: list[str]) -> list[str]:
    """Words of five letters and more, always the same ones."""
    found = sorted({word for title in titles for word in re.findall(r"[A-Za-zÄÖÜäöüß]{5,}", title)})
    return random.Random(4).sample(found, min(_WORDS, len(found)))  # noqa: S311


def main() -> None:
    """Measure in this very process."""
    from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
    from PySide6.QtGui import QKeyEvent, Qt
    from PySide6.QtWidgets import QApplication

    from desktop_app.gui import app

    application = app.make_application()
    shell = app.Shell()
    shell.open(Path(sys.argv[1]))
    window = shell.window
    assert window is not None
    desk, box, viewport = window.desk, window.search_box.words, window.list_pane.view.viewport()
    window.show()
    archive = desk.archive
    chosen = words([row.title for row in archive.rows(archive.find("").ids[:2000].tolist())])
    keys = [key for word in chosen for key in [*word, ""]]  # "" clears the box
    asked: dict[str, float] = {}
    waits: list[float] = []

    class Painted(QObject):
        """Sees the list being painted."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            query = desk.full_query
            shown = desk.listing is not None and desk.listing.query.rstrip("*") == query
            if event.type() == QEvent.Type.Paint and shown and query in asked:
                waits.append(1000 * (time.perf_counter() - asked.pop(query)))
            return False

    loop, painted = QEventLoop(), Painted()
    viewport.installEventFilter(painted)

    def press() -> None:
        if not keys:
            presses.stop()
            QTimer.singleShot(_SETTLED_MS, loop.quit)
            return
        key = keys.pop(0)
        if not key:
            box.clear()
            window.search_box.search_now()
            return
        asked.clear()
        asked[box.text() + key] = time.perf_counter()
        QApplication.sendEvent(box, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, key))

    presses = QTimer()
    presses.timeout.connect(press)
    QTimer.singleShot(3 * _SETTLED_MS, lambda: presses.start(_KEY_MS))
    loop.exec()
    window.close()
    application.quit()
    waits.sort()
    at = {f"p{share}_ms": round(waits[int(len(waits) * share / 100)], 1) for share in (50, 95)}
    resident = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({**at, "keys": len(waits), "rss_mb": round(resident)}))


if __name__ == "__main__":
    main()
