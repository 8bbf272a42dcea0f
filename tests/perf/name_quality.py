"""How well names are merged across articles: for `make quality`.

Usage: python -m tests.perf.name_quality [PAIRS.csv] [--wrong]

PAIRS.csv has the columns name1, name2, is_match (true, false) and schema (Person, Company …); without it only the
clusters in `data/names/clusters.tsv` are measured. Pairwise: of the pairs that `compare` calls the same, how many are;
of those that are, how many it calls the same, or at least likely, so that the reader is asked. B-cubed (Bagga &
Baldwin, 1998) over the forms of the clusters: as grouped without asking, and as they would be once every proposed pair
had been answered rightly.
"""

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.entities.naming.grouping import grouped
from desktop_app.entities.naming.likeness import Known
from desktop_app.entities.naming.matching import compare
from desktop_app.entities.naming.proposing import propose
from desktop_app.model.people import KINDS, Kind

CLUSTERS = Path(__file__).parents[2] / "data" / "names" / "clusters.tsv"


@dataclass(frozen=True, slots=True)
class Figure:
    """A line of the table: what was measured on what, 0..1 or a count, and how many pairs or forms it is over."""

    on: str
    what: str
    value: float
    over: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names and whether they are one."""

    kind: Kind
    one: str
    other: str
    match: bool


def merging_figures(pairs: Path | None = None, clusters: Path = CLUSTERS) -> list[Figure]:
    """All figures on merging: of the pairs if their file is given, and of the clusters."""
    found = pairwise("name pairs", read_pairs(pairs)) if pairs else []
    return found + clustered(read_clusters(clusters))


def read_pairs(path: Path) -> list[Pair]:
    """The pairs of a table (see the module)."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Pair(
                "person" if row["schema"] == "Person" else "organisation",
                row["name1"],
                row["name2"],
                row["is_match"].strip().lower() == "true",
            )
            for row in csv.DictReader(file)
        ]


def read_clusters(path: Path = CLUSTERS) -> dict[Kind, list[list[str]]]:
    """The clusters of forms of each kind."""
    found: dict[Kind, list[list[str]]] = {kind: [] for kind in KINDS}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, *forms = line.split("\t")
            found["person" if kind == "person" else "organisation"].append(forms)
    return found


def levels(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, str]]:
    """Each pair with the level that comparing the two names, of which nothing else is known, gives."""
    for pair in pairs:
        yield pair, compare(pair.kind, Known(1, pair.one), Known(2, pair.other)).level


def pairwise(on: str, pairs: Sequence[Pair]) -> list[Figure]:
    """Precision and recall over pairs."""
    said = list(levels(pairs))
    same = [pair for pair, level in said if level == "same"]
    asked = [pair for pair, level in said if level == "likely"]
    matches = [level for pair, level in said if pair.match]
    return [
        Figure(on, "precision of automatic merges", _share(pair.match for pair in same), len(same)),
        Figure(on, "recall of automatic merges", _share(level == "same" for level in matches), len(matches)),
        Figure(on, "recall with the queue", _share(level != "no" for level in matches), len(matches)),
        Figure(on, "right in the queue", _share(pair.match for pair in asked), len(asked)),
    ]


def clustered(clusters: dict[Kind, list[list[str]]]) -> list[Figure]:
    """Pairwise and B-cubed figures over the forms of clusters, both kinds together."""
    truth: list[int] = []
    merged: list[int] = []
    reviewed: list[int] = []
    for kind in KINDS:
        forms = [(form, len(truth) + number) for number, group in enumerate(clusters[kind]) for form in group]
        first = len(truth)
        gold = [number for _, number in forms]
        groups = _groups(kind, [form for form, _ in forms])
        truth += gold
        merged += [first + group for group in groups]
        reviewed += [first + group for group in _reviewed(kind, forms, groups)]
    over = len(truth)
    precision, recall = _pairs_of(truth, merged)
    found = [Figure("clusters", "precision of automatic merges", precision, over)]
    found.append(Figure("clusters", "recall of automatic merges", recall, over))
    found.append(Figure("clusters", "recall with the queue", _pairs_of(truth, reviewed)[1], over))
    for name, answer in (("automatic", merged), ("after review", reviewed)):
        p, r = b_cubed(truth, answer)
        found += [Figure("clusters", f"B-cubed {what}, {name}", value, over) for what, value in (("P", p), ("R", r))]
        found.append(Figure("clusters", f"B-cubed F, {name}", 2 * p * r / (p + r) if p + r else 0.0, over))
    return found


def _groups(kind: Kind, forms: Sequence[str]) -> list[int]:
    group_of = [0] * len(forms)
    for group in grouped(kind, forms):
        for place in group:
            group_of[place] = group[0]
    return group_of


def _reviewed(kind: Kind, forms: Sequence[tuple[str, int]], groups: Sequence[int]) -> list[int]:
    """The groups joined wherever a proposal joins two that are one; every form is known apart, as it was found."""
    joined = list(groups)
    for proposal in propose(kind, [Known(place, form) for place, (form, _) in enumerate(forms)]):
        if forms[proposal.one][1] == forms[proposal.other][1]:
            old, new = joined[proposal.other], joined[proposal.one]
            joined = [new if group == old else group for group in joined]
    return joined


def b_cubed(truth: Sequence[int], answer: Sequence[int]) -> tuple[float, float]:
    """Precision and recall: for each item, how much of its group is its cluster's, and of its cluster in its group."""
    both: dict[tuple[int, int], int] = defaultdict(int)
    clusters: dict[int, int] = defaultdict(int)
    groups: dict[int, int] = defaultdict(int)
    for cluster, group in zip(truth, answer, strict=True):
        both[cluster, group] += 1
        clusters[cluster] += 1
        groups[group] += 1
    total = len(truth)
    precision = sum(count * count / groups[group] for (_, group), count in both.items()) / total
    return precision, sum(count * count / clusters[cluster] for (cluster, _), count in both.items()) / total


def _pairs_of(truth: Sequence[int], answer: Sequence[int]) -> tuple[float, float]:
    places = range(len(truth))
    pairs = [(truth[a] == truth[b], answer[a] == answer[b]) for a in places for b in places[a + 1 :]]
    right = sum(one and other for one, other in pairs)
    return right / max(1, sum(other for _, other in pairs)), right / max(1, sum(one for one, _ in pairs))


def _share(truths: Iterator[bool]) -> float:
    values = list(truths)
    return sum(values) / len(values) if values else 1.0


def main() -> None:
    """Print the figures, and with --wrong what was judged wrongly."""
    parser = argparse.ArgumentParser(description="How well names are merged.")
    parser.add_argument("pairs", type=Path, nargs="?")
    parser.add_argument("--wrong", action="store_true")
    chosen = parser.parse_args()
    for figure in merging_figures(chosen.pairs):
        print(f"{figure.on:<12}{figure.what:<34}{figure.value:8.3f}  of {figure.over}")
    if chosen.wrong and chosen.pairs:
        for pair, level in levels(read_pairs(chosen.pairs)):
            if (level == "same" and not pair.match) or (level == "no" and pair.match):
                print(level, pair)


if __name__ == "__main__":
    main()
