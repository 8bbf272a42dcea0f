"""A process that measures one engine, asked in lines of JSON; any Python will do for the peers.

Usage: python -m tests.perf.worker NAME FOLDER

FOLDER holds `articles.db`, a table a(id, title, body, source, date). Requests: {"do": "build"}, {"do": "open"},
{"do": "run", "kind": …, "queries": […]}, {"do": "add", "articles": […]}, {"do": "about"}; each is answered by one line.
All times are CPU milliseconds of this process, its threads and its children that have ended.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.perf.peers import Peer


def cpu_ms() -> float:
    """CPU time so far, children that have ended included."""
    return 1000 * sum(os.times()[:4])


def precise_ms() -> float:
    """CPU time of this process so far, with more digits."""
    import time

    return time.process_time() * 1000


def resident_mb() -> float:
    """Resident memory now."""
    with Path("/proc/self/status").open(encoding="utf-8") as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmRSS"))


class Worker:
    """Answers the requests for one peer."""

    def __init__(self, peer: Peer) -> None:
        self.peer = peer
        self.idle = resident_mb()
        self.kinds: dict[str, Callable[[list[str]], int]] = {}

    def build(self, _: dict[str, Any]) -> dict[str, Any]:
        """Make the index."""
        before = cpu_ms()
        self.peer.build()
        spent = cpu_ms() - before
        self.peer.settle()
        return {"ms": spent, "bytes": self.peer.size(), "share": self.peer.share}

    def open(self, _: dict[str, Any]) -> dict[str, Any]:
        """Open the index; the best of three, since the first one imports modules."""
        times = []
        for _again in range(3):
            before = precise_ms()
            self.peer.open()
            times.append(precise_ms() - before)
        self.kinds = self.peer.kinds()
        return {"ms": min(times)}

    def run(self, request: dict[str, Any]) -> dict[str, Any]:
        """Ask each query once."""
        answer = self.kinds.get(request["kind"])
        if answer is None:
            return {"ms": [], "found": []}
        times, found = [], []
        for words in request["queries"]:
            before = precise_ms()
            found.append(answer(words))
            times.append(precise_ms() - before)
        return {"ms": times, "found": found}

    def add(self, request: dict[str, Any]) -> dict[str, Any]:
        """Add articles, one at a time."""
        times = []
        for number, title, body in request["articles"]:
            self.peer.prepare(number, title, body)
            before = precise_ms()
            self.peer.add(number, title, body)
            times.append(precise_ms() - before)
        return {"ms": times}

    def about(self, _: dict[str, Any]) -> dict[str, Any]:
        """What the index takes of memory since this process began to open it."""
        return {"mb": resident_mb() - self.idle}


def peer_named(name: str, folder: Path) -> Peer:
    """A peer, imported only now: each needs other libraries."""
    if name.startswith("own"):
        from tests.perf.own import Own, OwnTantivy

        return (Own if name == "own" else OwnTantivy)(folder)
    if name in ("xapian", "whoosh"):
        from tests.perf.more_peers import Stock, Xapian

        return (Xapian if name == "xapian" else Stock)(folder)
    from tests.perf.peers import Fts5, Tantivy

    return (Fts5 if name == "fts5" else Tantivy)(folder)


def main() -> None:
    """Answer until the requests end."""
    worker = Worker(peer_named(sys.argv[1], Path(sys.argv[2])))
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        print(json.dumps(getattr(worker, request["do"])(request)), flush=True)


if __name__ == "__main__":
    main()
