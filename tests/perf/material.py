"""Press texts in any number for measuring, recombined from the sentences of the demo; the same for the same seed."""

import random
import re
from pathlib import Path

from desktop_app.resources import demo_folder

_SENTENCE = re.compile(r"(?<=[.!?“])\s+(?=[A-ZÄÖÜ„])")
_PAPERS = ("Rheinhafen-Bote", "Niederrhein-Kurier", "Stadtanzeiger-Lank", "Büderkamper-Zeitung", "Heimatbrief")


def sentences() -> list[str]:
    """The sentences of the demo's German plain texts."""
    found = []
    for path in sorted((demo_folder() / "press").rglob("*.txt")):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a few of them are in other encodings on purpose
        found += [part for part in _SENTENCE.split(" ".join(text.split())) if 30 <= len(part) <= 400]
    return found


def write(folder: Path, count: int, *, size: int = 2000, seed: int = 1) -> None:
    """Write `count` texts of about `size` bytes, a hundred to a folder, each with title, date and dateline.

    A word of its own in each text lets the vocabulary grow as real archives' do.
    """
    draw = random.Random(seed)  # noqa: S311 - nothing here is secret
    pool = sentences()
    for number in range(count):
        paper = _PAPERS[number % len(_PAPERS)]
        target = folder / paper / f"{number // 500:04}"
        target.mkdir(parents=True, exist_ok=True)
        body: list[str] = []
        while sum(map(len, body)) < size:
            body.append(" ".join(draw.sample(pool, 3)))
        day, month, year = draw.randint(1, 28), draw.randint(1, 12), draw.randint(1998, 2021)
        title = " ".join(draw.choice(pool).split()[:7]).rstrip(".,:;–")
        text = f"{title} {_word(draw)}\n\n{day:02}.{month:02}.{year}\n\nRheinhafen. " + "\n\n".join(body)
        (target / f"{number:07}.txt").write_text(text + "\n", encoding="utf-8")


def _word(draw: random.Random) -> str:
    return "".join(draw.choice("bdfghklmnprst") + draw.choice("aeiou") for _ in range(4)).capitalize()
