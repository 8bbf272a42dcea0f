"""`make bench`: what Lesesaal costs, beside its peers in the same run, as ratios of CPU time.

Usage: python -m tests.perf.bench [--articles N] [--large N] [--search N …] [--annotations N] [--peers NAME …]
       [--corpus FILE] [--only NAME …]

Prints CPU seconds (parent and children), articles a second and peak memory. Ratios hold on any machine; seconds do
not. Recoll is measured where `recollindex` is installed.
"""

import argparse
import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.archive.archive import Archive
from tests.perf import material
from tests.perf.annotations import bench_annotations
from tests.perf.people import bench_people
from tests.perf.search import PEERS, bench_search
from tests.perf.texts import bench_texts

NAMES = ("import", "stall", "large", "people", "search", "annotations", "texts", "reader")


class Cost:
    """CPU and wall seconds of a block, children included."""

    cpu = 0.0
    wall = 0.0


def _cpu() -> float:
    times = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in times)


@contextmanager
def measured() -> Iterator[Cost]:
    """Measure the block; children count once they have ended."""
    cost = Cost()
    cpu, wall = _cpu(), time.perf_counter()
    yield cost
    cost.cpu, cost.wall = _cpu() - cpu, time.perf_counter() - wall


def peak_mb() -> float:
    """The largest resident set of this process or of any child that has ended, in MB."""
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024


def line(name: str, value: str) -> None:
    """One result."""
    print(f"  {name:<58} {value}", flush=True)


def bench_import(work: Path, count: int) -> None:
    """Import and index plain texts, against Recoll and a bare FTS5 table over the same files."""
    print(f"\nImport of {count} plain texts of 2 KB")
    press = work / "press"
    material.write(press, count)
    archive = Archive.create(work / "archive")
    with measured() as reading:
        report = archive.importing([press])
    with measured() as indexing:
        archive.catch_up()
    archive.close()
    assert report.added == count, report
    line("import: articles a CPU second", f"{count / reading.cpu:8.0f}   (wall {count / reading.wall:.0f}/s)")
    line("index: articles a CPU second", f"{count / indexing.cpu:8.0f}   (wall {count / indexing.wall:.0f}/s)")
    line("peak memory of the largest process", f"{peak_mb():8.0f} MB")
    with measured() as fts5:
        _fts5(press, work / "fts5.db")
    line("import and index, CPU against reading into FTS5", f"{(reading.cpu + indexing.cpu) / fts5.cpu:8.1f} ×")
    if shutil.which("recollindex"):
        with measured() as recoll:
            _recoll(press, work / "recoll")
        line("import and index, CPU against Recoll", f"{(reading.cpu + indexing.cpu) / recoll.cpu:8.1f} ×")
    else:
        line("import and index, CPU against Recoll", "     – (recollindex is not installed)")


def _fts5(press: Path, database: Path) -> None:
    connection = sqlite3.connect(database)
    connection.execute("create virtual table t using fts5(body)")
    with connection:
        for path in press.rglob("*.txt"):
            connection.execute("insert into t values (?)", (path.read_text(encoding="utf-8"),))
    connection.close()


def _recoll(press: Path, folder: Path) -> None:
    folder.mkdir()
    (folder / "recoll.conf").write_text(f"topdirs = {press}\n", encoding="utf-8")
    subprocess.run(["recollindex", "-c", str(folder)], check=True, capture_output=True)


def bench_stall(work: Path, count: int) -> None:
    """The longest stall of the window's event loop while articles are imported and indexed."""
    print(f"\nThe window while {count} articles are imported and indexed")
    press = work / "stall-press"
    material.write(press, count, seed=2)
    command = [sys.executable, "-m", "tests.perf.stall", str(work / "stall-archive"), str(press)]
    result = subprocess.run(command, check=True, capture_output=True, text=True, env=_offscreen())
    found = json.loads(result.stdout.splitlines()[-1])
    line("longest stall of the event loop", f"{found['longest_ms']:8.0f} ms   (goal: under 50)")
    line("stalls over 50 ms", f"{found['over_50']:8d}   of {found['beats']} beats")


def bench_large(work: Path, count: int) -> None:
    """A large archive: start, memory, tagging in bulk, searches."""
    print(f"\nAn archive of {count} articles")
    folder = _large(work, count)
    command = [sys.executable, "-m", "tests.perf.start", str(folder)]
    found = [
        json.loads(subprocess.run(command, check=True, capture_output=True, text=True, env=_offscreen()).stdout)
        for _ in range(5)
    ]
    cpu = sorted(each["cpu_s"] for each in found)[2]
    line("start to a filled window, CPU", f"{cpu:8.2f} s    (goal: 0.35)")
    line("resident memory of the window", f"{found[0]['rss_mb']:8.0f} MB   (goal: 200)")
    command = [sys.executable, "-m", "tests.perf.typing", str(folder)]
    typed = subprocess.run(command, check=True, capture_output=True, text=True, env=_offscreen()).stdout
    waits = json.loads(typed.splitlines()[-1])
    line(
        "from a key to the first rows, p50 and p95, wall",
        f"{waits['p50_ms']:8.0f} {waits['p95_ms']:.0f} ms   (goal: 60)",
    )
    archive = Archive.open(folder)
    some = list(archive.find("").ids[:10_000])
    with measured() as tagging:
        archive.tag(some, "Messung")
        archive.undo()
    line(f"tagging {len(some)} articles and undoing it, wall", f"{tagging.wall:8.2f} s    (goal: 3)")
    searches = ("Hafen", "Hafen Brücke", '"im Hafen"', "Haf*", "Hafen ODER Brücke", "Hafen -Brücke", "date:2018 Hafen")
    archive.find("Hafen")
    for query in searches:
        with measured() as cost:
            for _ in range(5):
                listing = archive.find(query)
        line(f"search {query}  ({len(listing)} hits), CPU", f"{cost.cpu / 5 * 1000:8.1f} ms")
    with measured() as cost:
        archive.facets(listing)
        archive.snippets(listing.ids[:50], query)
    line("facets and 50 snippets, CPU", f"{cost.cpu * 1000:8.1f} ms")
    archive.close()


def bench_reader(work: Path) -> None:
    """What opening an article costs the thread of the window."""
    print("\nThe reader: CPU of the window's thread")
    command = [sys.executable, "-m", "tests.perf.reading", str(work / "reader")]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True, env=_offscreen()).stdout)
    for name, cost in found.items():
        goals = {"10 KB": "   (goal: 16)", "1 MB": "   (goal: first picture 100)"}
        line(
            f"{name}: first picture, all of it, longest step",
            f"{cost['paint']:8.1f} {cost['whole']:.1f} {cost['stall']:.1f} ms{goals.get(name, '')}",
        )


def bench_names(work: Path, count: int) -> None:
    """People and organisations: finding them, and looking at them in a large archive."""
    print(f"\nPeople and organisations, the archive of {count} articles")
    bench_people(_large(work, count), line)


def bench_notes(work: Path, count: int) -> None:
    """All annotations of an archive as one list."""
    print(f"\nA list of {count} annotations")
    bench_annotations(work / "annotations", count, line)


def _large(work: Path, count: int) -> Path:
    folder = work / "large"
    if folder.exists():
        return folder
    press = work / "large-press"
    material.write(press, count, seed=3)
    archive = Archive.create(folder)
    archive.importing([press])
    archive.catch_up()
    archive.close()
    return folder


def _offscreen() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def main() -> None:
    """Run the measurements that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--large", type=int, default=100_000)
    parser.add_argument("--search", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--annotations", type=int, default=10_000)
    parser.add_argument("--peers", nargs="*", default=[], help="some of: " + " ".join(PEERS))
    parser.add_argument("--corpus", type=Path, help="JSON lines with title, body, source and date to search in")
    parser.add_argument("--only", nargs="*", choices=NAMES, default=NAMES)
    args = parser.parse_args()
    benches: dict[str, Callable[[Path], object]] = {
        "import": lambda work: bench_import(work, args.articles),
        "stall": lambda work: bench_stall(work, args.articles),
        "large": lambda work: bench_large(work, args.large),
        "people": lambda work: bench_names(work, args.large),
        "reader": bench_reader,
        "search": lambda work: [bench_search(work, count, args.corpus, args.peers) for count in args.search],
        "annotations": lambda work: bench_notes(work, args.annotations),
        "texts": bench_texts,
    }
    with tempfile.TemporaryDirectory(prefix="lesesaal-bench-") as work:
        for name in args.only:
            benches[name](Path(work))


if __name__ == "__main__":
    main()
