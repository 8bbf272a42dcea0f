"""How well versions of articles are found: for `make quality`.

Usage: python -m tests.perf.family_quality FOLDER [--originals N] [--seed N] [--only SET …] [--speed N]

FOLDER holds unpacked corpora, or LESESAAL_CORPORA does. Of N articles of each corpus versions are made (see
`family_material`): in another paper's frame, cut to 30–70 %, with 10–40 % of the words edited, reprinted under another
title with another lead. All other articles stand between them, market reports and follow-ups too, and so do articles
with a quotation and digests. Pairs of versions that end in one family are right. Pairs of others are wrong, unless the
corpus itself has printed them twice: half of the wording of the shorter, set phrases apart. `--speed` times N articles.
"""

import argparse
import itertools
import os
import random
import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from desktop_app.similar.comparing import Comparing
from desktop_app.similar.families import NOTHING, candidates
from desktop_app.similar.joining import Link, families
from desktop_app.similar.sketches import KEPT, sketch
from desktop_app.similar.verdicts import Evidence, Rarity
from tests.perf import material
from tests.perf.family_material import SETS, Piece, pieces, texts

OWN = 0.5


@dataclass(frozen=True, slots=True)
class Figure:
    """Recall and precision over the pairs of a set."""

    on: str
    articles: int
    pairs: int
    recall: float
    precision: float


def measure(name: str, found: Sequence[Piece]) -> Figure:
    """Find the families of a set, and say how many of its pairs are right."""
    table = sketches([piece.text for piece in found])
    links = compared(table, [piece.text for piece in found])
    family = families(links, (), ())
    mine = {number: family.get(number, number) for number in range(len(found))}
    kin = _kin(found, table)
    groups: dict[int, list[int]] = {}
    for number, group in mine.items():
        groups.setdefault(group, []).append(number)
    good = bad = 0
    for members in groups.values():
        for one, other in itertools.combinations(members, 2):
            first, second = found[one], found[other]
            good += first.family == second.family
            bad += first.family != second.family and kin(first.family) != kin(second.family)
    versions: dict[int, int] = {}
    for piece in found:
        versions[piece.family] = versions.get(piece.family, 0) + 1
    pairs = sum(count * (count - 1) // 2 for count in versions.values())
    return Figure(name, len(found), pairs, good / pairs, good / max(1, good + bad))


def sketches(found: Sequence[str]) -> "np.ndarray[tuple[int, int], np.dtype[np.uint32]]":
    """The table of the sketches of these texts."""
    table = np.full((len(found), KEPT), NOTHING, np.uint32)
    for number, text in enumerate(found):
        hashes = sketch(text).hashes
        table[number, : len(hashes)] = hashes
    return table


def compared(table: "np.ndarray[tuple[int, int], np.dtype[np.uint32]]", found: Sequence[str]) -> list[Link]:
    """The links between these texts."""
    asked = candidates(table, np.ones(len(table), bool))
    rarity = Rarity(found[:: max(1, len(found) // 3_000)])
    work = Comparing(asked, rarity, lambda rows: {row: found[row] for row in rows})
    return [link for part in work.parts() for link in part.links]


def _kin(found: Sequence[Piece], table: "np.ndarray[tuple[int, int], np.dtype[np.uint32]]") -> Callable[[int], int]:
    """Which articles the corpus itself has printed twice: the first of them stands for all."""
    originals = np.array([piece.made == "original" for piece in found])
    rarity = Rarity(())
    known: dict[int, int] = {}

    def first_of(family: int) -> int:
        while known.get(family, family) != family:
            family = known[family]
        return family

    asked = candidates(np.where(originals[:, None], table, NOTHING), originals)
    for one, other in zip(asked.first.tolist(), asked.second.tolist(), strict=True):
        grams = [Evidence(found[number].text, rarity).grams for number in (one, other)]
        shared = len(np.intersect1d(*grams, assume_unique=True))
        if shared >= OWN * min(map(len, grams)):
            known[first_of(found[one].family)] = first_of(found[other].family)
    return first_of


def speed(count: int) -> None:
    """Time sketching and comparing so many articles of our own, every tenth of them a version of another."""
    draw = random.Random(1)  # noqa: S311 - nothing here is secret
    found = [row["body"] for row in material.articles(count, size=2_000)]
    for number in range(0, count, 10):
        found[number] = found[draw.randrange(count)][: draw.randint(800, 2_000)]
    begun = time.process_time()
    table = sketches(found)
    sketched = time.process_time() - begun
    links = compared(table, found)
    whole = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count:,} articles: sketches {sketched:.0f} s, all {whole:.0f} s CPU, {len(links):,} links, {peak:.0f} MB")


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", default=os.environ.get("LESESAAL_CORPORA", ""))
    parser.add_argument("--originals", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", default=list(SETS))
    parser.add_argument("--speed", type=int, default=0)
    given = parser.parse_args()
    if given.speed:
        speed(given.speed)
        return
    if not given.folder:
        print("Name a folder of unpacked corpora, or set LESESAAL_CORPORA.")
        return
    print(f"{'corpus':<14}{'articles':>10}{'pairs':>8}{'recall':>9}{'precision':>11}")
    for name in given.only:
        draw = random.Random(given.seed)  # noqa: S311 - nothing here is secret
        figure = measure(name, list(pieces(texts(Path(given.folder), name), given.originals, draw)))
        print(f"{figure.on:<14}{figure.articles:>10,}{figure.pairs:>8,}{figure.recall:>9.4f}{figure.precision:>11.4f}")


if __name__ == "__main__":
    main()
