"""Opens hostile articles and their originals in a real reader, for a test that watches what is opened meanwhile.

Usage: python -m tests.gui.reading.watched ARCHIVE. Between two files that do not exist, whose names begin with
MARK, nothing but the archive may be touched. Prints the longest stall of the window's thread in CPU milliseconds.
"""

import os
import sys
import time
from pathlib import Path

MARK = "/lesesaal-watched-"


def main() -> None:
    """Open everything twice: the first time loads what Qt and Python load once."""
    from PySide6.QtCore import QEventLoop, QTimer

    from desktop_app.archive.archive import Archive
    from desktop_app.gui import app, settings
    from desktop_app.gui.main_window import MainWindow

    settings.put("names/off", 1)  # looking for names reads the models' files
    app.make_application()
    window = MainWindow(Archive.open(Path(sys.argv[1])))
    window.resize(1200, 800)
    window.show()
    page, beside = window.reader.page_view, window.reader.beside
    beside.switch(True)
    longest, last = 0.0, 0.0

    def rest(milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def beat() -> None:
        nonlocal longest, last
        now = time.thread_time()
        longest, last = max(longest, now - last), now

    def read(number: int) -> None:
        window.desk.open_article(number)
        while window.desk.article is None or window.desk.article.id != number or page.set_so_far() is not None:
            rest(20)
        rest(60)
        page.scroll_to_end()
        page.selectAll()
        page.createMimeDataFromSelection()
        rest(60)

    beats = QTimer()
    beats.timeout.connect(beat)
    ids = window.desk.archive.find("").ids
    for turn in range(2):
        if turn:
            while window.indexer.busy:
                rest(50)
            Path(f"{MARK}begin").exists()
            last = time.thread_time()
            beats.start(0)
        for number in ids:
            read(number)
    beats.stop()
    Path(f"{MARK}end").exists()
    print(round(1000 * longest))
    sys.stdout.flush()
    os._exit(0)  # what a window closes and writes at its end is no part of the test


if __name__ == "__main__":
    main()
