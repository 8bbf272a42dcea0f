"""Press texts in any number for measuring, recombined from the sentences of the demo; the same for the same seed."""

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

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


def articles(count: int, *, size: int = 2000, seed: int = 1) -> Iterator[dict[str, Any]]:
    """`count` articles of about `size` bytes: id, title, body, source, date (ISO).

    A word of its own in each lets the vocabulary grow as real archives' do.
    """
    draw = random.Random(seed)  # noqa: S311 - nothing here is secret
    pool = sentences()
    for number in range(count):
        body: list[str] = []
        while sum(map(len, body)) < size:
            body.append(" ".join(draw.sample(pool, 3)))
        day, month, year = draw.randint(1, 28), draw.randint(1, 12), draw.randint(1998, 2021)
        title = " ".join(draw.choice(pool).split()[:7]).rstrip(".,:;–")
        yield {
            "id": number + 1,
            "title": f"{title} {_word(draw)}",
            "body": "\n\n".join(body),
            "source": _PAPERS[number % len(_PAPERS)],
            "date": f"{year}-{month:02}-{day:02}",
        }


def write(folder: Path, count: int, *, size: int = 2000, seed: int = 1) -> None:
    """Write such articles as text files, some hundreds to a folder, each with title, date and dateline."""
    for number, row in enumerate(articles(count, size=size, seed=seed)):
        target = folder / row["source"] / f"{number // 500:04}"
        target.mkdir(parents=True, exist_ok=True)
        year, month, day = row["date"].split("-")
        text = f"{row['title']}\n\n{day}.{month}.{year}\n\nRheinhafen. {row['body']}\n"
        (target / f"{number:07}.txt").write_text(text, encoding="utf-8")


def _word(draw: random.Random) -> str:
    return "".join(draw.choice("bdfghklmnprst") + draw.choice("aeiou") for _ in range(4)).capitalize()
