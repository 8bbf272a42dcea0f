"""Versions of texts: how well marks keep to their words, and what comparing and carrying over cost.

Usage: python -m tests.perf.texts [--per N] [FOLDER …]

The texts are those of the demo archive, or all `.txt` in the folders (UTF-8, up to 20,000 characters of each). Each
kind of change is made to each text, and N spans are placed in it.
"""

import argparse
import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop_app.archive.archive import Archive
from desktop_app.model.anchors import Alignment
from desktop_app.model.differences import compared
from tests.conftest import article, shelve
from tests.perf import material
from tests.property.changed_texts import MORE, NINE, Kind, letters, quotes, reworded, verdict, written

_DEMO = Path(__file__).resolve().parents[2] / "data" / "demo" / "press"
_LONGEST = 20_000
_MARKS = 10_000


def texts_in(folders: Sequence[Path]) -> list[str]:
    """The texts of some folders that are long enough to be changed."""
    found = []
    for folder in folders:
        for path in sorted(folder.rglob("*.txt")):
            text = path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")[:_LONGEST]
            if len(text) > 300 and text.count("\ufffd") < 5:
                found.append(text)
    return found


def told(texts: Sequence[str], kind: Kind, per: int, seed: int = 7) -> Counter[str]:
    """What became of `per` spans of each text."""
    pick = random.Random(seed)  # noqa: S311 - nothing here is secret
    counts: Counter[str] = Counter()
    for text in texts:
        changed = kind(letters(text), pick)
        alignment = Alignment(text, written(changed))
        counts.update(verdict(text, span, changed, alignment.place(*span)) for span in quotes(text, pick, per))
    return counts


def bench_texts(work: Path, size: int = 1_000_000, marks: int = _MARKS) -> None:
    """What it costs to compare two long texts, and to give an article with many marks another version of its text."""
    print(f"\nA text of {size:,} characters, 5 % of its words changed, {marks:,} marks")
    pick = random.Random(3)  # noqa: S311 - nothing here is secret
    text = _long(size)
    new = written(reworded(letters(text), pick))
    for name, seconds in _costs(work, text, new, marks):
        print(f"  {name:<58} {seconds:8.2f} CPU s", flush=True)


def _long(size: int) -> str:
    whole = "\n\n".join(str(each["body"]) for each in material.articles(size // 1_000))
    return whole[:size]


def _costs(work: Path, text: str, new: str, marks: int) -> Iterator[tuple[str, float]]:
    begin = time.process_time()
    pieces = compared(text, new)
    yield f"compared word by word: {len(pieces):,} pieces", time.process_time() - begin
    begin = time.process_time()
    alignment = Alignment(text, new)
    yield "aligned", time.process_time() - begin
    pick = random.Random(5)  # noqa: S311 - nothing here is secret
    spans = quotes(text, pick, marks)
    begin = time.process_time()
    placed = sum(alignment.place(*span) is not None for span in spans)
    yield f"marks placed: {placed:,}", time.process_time() - begin
    archive = Archive.create(work / "texts")
    (number,) = shelve(archive, article(text))
    with archive._session.operation() as operation:
        operation.name("marks")
        rows = [(number, 1, *span, text[slice(*span)], "", "", "") for span in spans]
        columns = ("article_id", "text_id", "start", "end", "quote", "body", "created_at", "changed_at")
        operation.insert_many("annotations", columns, rows)
    for name, step in (("revised", lambda: archive.revise(number, new)), ("undone", archive.undo)):
        begin = time.process_time()
        step()
        yield f"{name}, marks and all", time.process_time() - begin
    archive.close()


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--per", type=int, default=20)
    args = parser.parse_args()
    texts = texts_in(args.folders or [_DEMO])
    print(f"{len(texts)} texts, {args.per} spans of each")
    for name, kind in (NINE | MORE).items():
        counts = told(texts, kind, args.per)
        there = counts.total() - counts["gone"]
        print(
            f"  {name:<24} placed {(counts['found'] + counts['copy']) / there:7.2%}  orphaned"
            f" {counts['orphaned'] / there:7.2%}  wrong {counts['wrong']}",
            flush=True,
        )
    with tempfile.TemporaryDirectory() as folder:
        bench_texts(Path(folder))


if __name__ == "__main__":
    main()
