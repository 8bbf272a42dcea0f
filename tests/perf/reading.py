"""Opens articles in the window and prints what that costs its thread, in CPU milliseconds, as JSON.

Usage: python -m tests.perf.reading FOLDER

One article of 10 KB with 200 names and 50 highlights, one of 1 MB, and hostile ones. `paint` is the time until the
first picture of the page, `whole` until nothing is left to do, `stall` the longest piece of it that nothing could
interrupt. Of each the least of several turns: the machine is shared.
"""

import json
import random
import re
import sys
import time
from pathlib import Path
from typing import Any

from tests.perf import material

_TURNS = 7


def texts() -> dict[str, str]:
    """The articles by name."""
    draw = random.Random(5)  # noqa: S311 - nothing here is secret
    pool = material.sentences()

    def prose(size: int) -> str:
        found: list[str] = []
        while sum(map(len, found)) < size:
            found.append(" ".join(draw.sample(pool, 4)))
        return "\n\n".join(found)

    return {
        "short": prose(2_000),
        "10 KB": prose(10_000),
        "1 MB": prose(1_000_000),
        "1 MB on one line": " ".join(prose(1_000_000).split()),
        "1 MB in Japanese": "東京の港で会議が開かれ、参加者は新しい協定について話し合った。" * 11_000,
        "a word of 200 KB": "Donaudampf" * 20_000,
        "100,000 lines": "\n\n".join(f"Zeile {number}" for number in range(100_000)),
        "marks of direction": "\u202eabc\u202d \u2066שלום\u2069 عربى " * 20_000,
        "piled accents": ("a" + "\u0301" * 500 + " ") * 400,
    }


def make(folder: Path) -> dict[str, int]:
    """An archive of them; returns their numbers by name."""
    from desktop_app.archive.archive import Archive

    source = folder / "texts"
    source.mkdir(parents=True)
    names = {}
    for number, (name, text) in enumerate(texts().items()):
        (source / f"{number}.txt").write_text(f"Artikel {name}\n\n14.05.2019\n\nRheinhafen. {text}", encoding="utf-8")
        names[f"{number}.txt"] = name
    archive = Archive.create(folder / "archive")
    archive.importing([source])
    found = {names[Path(path).name]: number for number, path, _ in archive.browse.provenances()}
    article = archive.article(found["10 KB"])
    words = [match.span() for match in re.finditer(r"\b[A-ZÄÖÜ]\w+", article.text)]
    for start, end in words[:: max(1, len(words) // 200)][:200]:
        archive.add_mention(article.id, start, end, "person" if start % 2 else "organisation")
    spans = [match.span() for match in re.finditer(r"\w+ \w+ \w+", article.text)]
    for start, end in spans[:: max(1, len(spans) // 50)][:50]:
        archive.note(article.id, "", start, end)
    archive.close()
    return found


class Stopwatch:
    """Measures one opening after the other in a real window."""

    def __init__(self, folder: Path, numbers: dict[str, int]) -> None:
        from PySide6.QtCore import QSettings

        from desktop_app.gui import app, settings

        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
        settings.put("names/off", 1)
        self.application = app.make_application()
        shell = app.Shell()
        shell.open(folder / "archive")
        assert shell.window is not None
        self.window = shell.window
        self.window._seen.setInterval(10**8)
        self.window.resize(1440, 900)
        self.numbers = numbers
        self.rest(1500)

    def rest(self, milliseconds: int) -> None:
        """Let the window do what there is."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def open(self, name: str) -> dict[str, float]:
        """Open an article, and what that took."""
        from PySide6.QtCore import QEventLoop, QTimer

        desk, page = self.window.desk, self.window.reader.page_view
        article = desk.archive.article(self.numbers[name])
        painted, steps = QEventLoop(), [0.0]
        go_on, paint = page._fill, page.paintEvent

        def step() -> None:
            before = time.thread_time()
            go_on()
            steps.append(time.thread_time() - before)

        def draw(event: Any) -> None:
            paint(event)
            if page.article is not None and page.article.id == article.id:
                QTimer.singleShot(0, painted.quit)

        page._filling.timeout.disconnect()
        page._filling.timeout.connect(step)
        page.paintEvent = draw
        desk._wanted = article.id
        began = time.thread_time()
        desk._show_article(article)
        steps.append(time.thread_time() - began)
        QTimer.singleShot(3000, painted.quit)
        painted.exec()
        first = time.thread_time() - began
        page.paintEvent = paint
        self.rest(120)
        while page.set_so_far() is not None:
            self.rest(50)
        whole = time.thread_time() - began
        return {"paint": 1000 * first, "whole": 1000 * whole, "stall": 1000 * max(steps)}


def main() -> None:
    """Measure in this very process."""
    folder = Path(sys.argv[1])
    numbers = make(folder)
    watch = Stopwatch(folder, numbers)
    found = {}
    try:
        for name in numbers:
            turns = []
            for _ in range(_TURNS if name in ("short", "10 KB") else 2):
                watch.open("short" if name != "short" else "10 KB")
                turns.append(watch.open(name))
            found[name] = {key: round(min(turn[key] for turn in turns), 1) for key in turns[0]}
    finally:
        watch.window.close()  # or its threads would keep the process
    print(json.dumps(found))


if __name__ == "__main__":
    main()
