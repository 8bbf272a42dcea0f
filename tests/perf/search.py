"""Searching beside the peers: the same articles, the same questions, in turns, in CPU time."""

import json
import random
import re
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

from tests.perf import material
from tests.perf.verdict import print_table

ROOT = Path(__file__).resolve().parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
KINDS = ("common", "and", "or", "phrase", "prefix", "fuzzy", "typing", "typed", "filter", "facets", "snippets")
PEERS = ("own", "own-tantivy", "fts5", "tantivy", "xapian", "whoosh")
QUESTIONS = 15  # of each kind
_ROUNDS = 3
_SAMPLE = 5_000  # articles that questions are drawn from
_WORD = re.compile(r"\w+")


class Process:
    """A worker and its pipe."""

    def __init__(self, name: str, folder: Path) -> None:
        python = SYSTEM_PYTHON if name == "xapian" else sys.executable
        self.name = name
        self._child = subprocess.Popen(
            [python, "-m", "tests.perf.worker", name, str(folder)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._answer()

    def _answer(self) -> dict[str, Any]:
        assert self._child.stdout is not None
        line = self._child.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.name} ended with code {self._child.wait()}")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def ask(self, what: str, **more: Any) -> dict[str, Any]:
        """Send a request and wait for its answer."""
        assert self._child.stdin is not None
        self._child.stdin.write(json.dumps({"do": what, **more}) + "\n")
        self._child.stdin.flush()
        return self._answer()

    def end(self) -> None:
        """Let the process end."""
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                pipe.close()
        self._child.wait()


def peers() -> list[str]:
    """The peers that can run here; says which cannot, and why."""
    names = list(PEERS)
    done = subprocess.run([SYSTEM_PYTHON, "-c", "import xapian"], capture_output=True, check=False)
    if done.returncode:
        names.remove("xapian")
        print(f"  Xapian is left out: {SYSTEM_PYTHON} cannot import it (on Debian: apt-get install python3-xapian).")
    return names


def bench_search(work: Path, count: int, corpus: Path | None, names: Sequence[str] = ()) -> None:
    """Build, open and ask all peers over `count` articles, and print the table."""
    folder = work / f"search-{count}"
    folder.mkdir(parents=True)
    total = fill(folder, islice(_articles(corpus, count), count))
    print(f"\nSearching {total} articles, CPU milliseconds as p50/p95, and ours as a multiple of each peer's")
    questions = draw_questions(folder)
    results: dict[str, dict[str, Any]] = {}
    for name in names or peers():
        process = Process(name, folder)
        results[name] = {"build": process.ask("build")}
        process.end()
        print(f"  built: {name} {results[name]['build']['ms'] / 1000:.1f} s", flush=True)
    running = [Process(name, folder) for name in results]
    for process in running:
        results[process.name]["open"] = process.ask("open")["ms"]
    ask_in_turns(running, questions, results)
    extra = [(total + n, f"Nachtrag {n}", f"Ein Nachtrag mit der Nummer {n} aus Rheinhafen.") for n in range(1, 6)]
    for process in running:
        results[process.name]["add"] = median(process.ask("add", articles=extra)["ms"])
        process.end()
    print_table(results, KINDS)
    shutil.rmtree(folder)


def ask_in_turns(running: list[Process], questions: dict[str, list[list[str]]], results: dict[str, Any]) -> None:
    """Each peer answers a few questions, then the next one; the first question of a kind is not counted."""
    for kind, asked in [*questions.items(), *((f"index {kind}", asked) for kind, asked in questions.items())]:
        for process in running:
            process.ask("run", kind=kind, queries=asked[:1])
        for turn in range(_ROUNDS):
            for process in running:
                found = process.ask("run", kind=kind, queries=asked[1 + turn :: _ROUNDS])
                results[process.name].setdefault(kind, []).extend(found["ms"])
    for process in running:
        results[process.name]["mb"] = process.ask("about")["mb"]


def _articles(corpus: Path | None, count: int) -> Iterator[dict[str, Any]]:
    if corpus is None:
        return material.articles(count)
    return (json.loads(line) for line in corpus.open(encoding="utf-8"))


def fill(folder: Path, rows: Iterable[dict[str, Any]]) -> int:
    """Write the articles to a database that all peers read from."""
    db = sqlite3.connect(folder / "articles.db")
    db.execute("create table a(id integer primary key, title text, body text, source text, date text)")
    with db:
        db.executemany("insert into a values (:id, :title, :body, :source, :date)", rows)
    count = int(db.execute("select count(*) from a").fetchone()[0])
    db.close()
    return count


def draw_questions(folder: Path, seed: int = 7) -> dict[str, list[list[str]]]:
    """QUESTIONS + 1 of each kind, of words that stand in so many articles; the same for the same articles.

    Only words of ASCII letters, which every peer folds alike.
    """
    draw = random.Random(seed)  # noqa: S311 - nothing here is secret
    db = sqlite3.connect(folder / "articles.db")
    docs = [_WORD.findall(body.lower()) for (body,) in db.execute("select body from a limit ?", (_SAMPLE,))]
    (source,) = db.execute("select source from a group by 1 order by count(*) desc limit 1").fetchone()
    years = sorted(int(year) for (year,) in db.execute("select substr(date, 1, 4) from a limit ?", (_SAMPLE,)))
    db.close()
    frequency = Counter(word for words in docs for word in set(words))
    plain = [word for word in sorted(frequency) if word.isascii() and word.isalpha() and len(word) >= 4]
    size = len(docs)
    common = [word for word in plain if frequency[word] >= 0.3 * size] or plain[:20]
    medium = [word for word in plain if 0.008 * size <= frequency[word] <= 0.12 * size] or plain
    middle = set(medium)
    year = years[len(years) // 2]
    together = [found for words in docs if len(found := sorted(middle & set(words))) >= 3]

    def typed() -> list[str]:
        first, second = draw.sample(draw.choice(together), 2)
        return [first, second[: draw.randint(3, max(3, len(second) - 1))]]

    def phrase() -> list[str]:
        while True:
            words = draw.choice(docs)
            at = draw.randrange(max(len(words) - 3, 1))
            found = words[at : at + draw.choice((2, 3))]
            if len(found) > 1 and middle & set(found) and all(word.isascii() and word.isalpha() for word in found):
                return found

    def misspelt() -> list[str]:
        word = draw.choice([word for word in medium if len(word) >= 6])
        at = draw.randrange(2, len(word) - 1)
        return [word[:at] + draw.choice("aeiourstn") + word[at + 1 :]]

    makers = {
        "common": lambda: [draw.choice(common)],
        "and": lambda: draw.sample(draw.choice(together), 2),
        "or": lambda: draw.sample(medium, 3),
        "phrase": phrase,
        "prefix": lambda: [draw.choice(medium)[:4]],
        "fuzzy": misspelt,
        "typing": typed,
        "typed": typed,
        "filter": lambda: [draw.choice(medium), source, f"{year - 2}-01-01", f"{year + 1}-12-31"],
        "facets": lambda: [draw.choice(common if draw.random() < 0.2 else medium)],
        "snippets": lambda: draw.sample(medium, 2),
    }
    return {kind: [make() for _ in range(QUESTIONS + 1)] for kind, make in makers.items()}
