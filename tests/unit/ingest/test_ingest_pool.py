"""The pool of parsing processes."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.ingest.pool import ParsePool
from desktop_app.ingest.worker import Limits
from desktop_app.model.article import ParsedFile
from desktop_app.model.progress import CancelledError, Control

PROSE = "Der Hafen hat im vergangenen Jahr so viele Container umgeschlagen wie nie zuvor, teilte die Gesellschaft mit."
posix = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="limits need POSIX")


def make(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"{number}.txt" for number in range(count)]
    for path in paths:
        path.write_text(f"{path.stem} {PROSE}", "utf-8")
    return paths


def test_every_file_comes_back_once(tmp_path: Path) -> None:
    paths = make(tmp_path, 70)
    passed = ParsedFile("fort", "failed", [], "“fort” does not exist.")
    with ParsePool(2) as pool:
        results = list(pool.map([*paths[:20], passed, *paths[20:]]))
        again = list(pool.map(paths[:3], source="Kurier"))
    assert sorted(result.path for result in results) == sorted([*map(str, paths), "fort"])
    assert {result.status for result in results} == {"parsed", "failed"}
    assert {article.source for result in again for article in result.articles} == {"Kurier"}


@posix
def test_slow_file_fails_alone(tmp_path: Path) -> None:
    paths = make(tmp_path, 5)
    os.mkfifo(tmp_path / "zäh.txt")  # opening it waits for ever
    with ParsePool(1, Limits(seconds=2)) as pool:
        results = {
            Path(result.path).name: result for result in pool.map([*paths[:2], tmp_path / "zäh.txt", *paths[2:]])
        }
    assert len(results) == 6
    assert results["zäh.txt"].status == "failed"
    assert "takes longer than 2 seconds" in results["zäh.txt"].reason
    assert all(results[path.name].status == "parsed" for path in paths)


@posix
def test_file_that_needs_too_much_memory_fails_alone(tmp_path: Path) -> None:
    paths = make(tmp_path, 2)
    with (tmp_path / "riesig.json").open("wb") as out:
        out.write(b"[" + b'{"title":"a","text":"b"},' * 5_500_000 + b'{"title":"a"}]')
    with ParsePool(1, Limits(memory_mb=900)) as pool:
        results = {
            Path(result.path).name: result for result in pool.map([paths[0], tmp_path / "riesig.json", paths[1]])
        }
    assert results["riesig.json"].status == "failed"
    assert "900 MB of memory" in results["riesig.json"].reason
    assert results["1.txt"].status == "parsed"


@posix
def test_killed_worker_costs_one_file(tmp_path: Path) -> None:
    paths = make(tmp_path, 60)
    killed: list[int] = []
    with ParsePool(1) as pool:
        results = []
        for result in pool.map(paths):
            results.append(result)
            if not killed:
                killed.append(pool.processes()[0])
                os.kill(killed[0], signal.SIGKILL)
    assert sorted(result.path for result in results) == sorted(map(str, paths))
    assert sum(result.status == "failed" for result in results) <= 1


@posix
def test_a_worker_that_is_dead_when_files_are_given_loses_none(tmp_path: Path) -> None:
    """Killed and gone before the next batch is handed over, while answers of it still lie in the pipe."""
    paths = make(tmp_path, 60)
    results = []
    killed = False
    with ParsePool(1) as pool:
        for result in pool.map(paths):
            results.append(result)
            if len(results) >= 16 and not killed and pool._workers:
                worker = pool._workers[0]
                worker.process.kill()
                worker.process.join()
                killed = True
    assert sorted(result.path for result in results) == sorted(map(str, paths))
    assert sum(result.status == "failed" for result in results) <= 1


def test_cancelling_ends_the_processes(tmp_path: Path) -> None:
    paths = make(tmp_path, 40)
    control = Control()
    with ParsePool(2) as pool:
        results = pool.map(paths, control=control)
        next(results)
        control.cancel()
        with pytest.raises(CancelledError):
            list(results)
    assert pool.processes() == []


def test_no_more_is_taken_than_is_given_back(tmp_path: Path) -> None:
    paths = make(tmp_path, 300)
    taken = 0

    def count() -> Iterator[Path]:
        nonlocal taken
        for path in paths:
            taken += 1
            yield path

    with ParsePool(1) as pool:
        results = pool.map(count())
        next(results)
        assert taken < 100
        assert len(list(results)) == 299


def test_worn_worker_is_replaced(tmp_path: Path) -> None:
    paths = make(tmp_path, 50)
    with ParsePool(1, Limits(files=10)) as pool:
        assert len({result.path for result in pool.map(paths) if result.status == "parsed"}) == 50
