"""`make quality`: how well the search ranks, as nDCG@10 over test collections, beside a reference BM25.

Usage: python -m tests.perf.quality [FOLDER] [--only NAME …]

FOLDER holds the unpacked collections (`search/NAME/{docs.jsonl,queries.tsv,qrels.txt}`); without one, the environment
variable LESESAAL_COLLECTIONS or ../shared/corpora beside the checkout is looked at. Each collection becomes an index;
a question is the disjunction of its words, as a search engine takes a question, for Japanese of the pairs of
neighbouring characters. nDCG as trec_eval computes it, with the judgements as linear gains (Järvelin & Kekäläinen,
2002). The reference is BM25 with k1 1.2 and b 0.75 over title and text in one field, English stop words left out,
Snowball stems; for Japanese character pairs.
"""

import argparse
import json
import math
import os
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from desktop_app.index.engine import Engine
from desktop_app.index.text import analysis
from desktop_app.index.whoosh_engine import WhooshEngine
from desktop_app.model.documents import Document, IndexCursor
from desktop_app.model.query_nodes import Node, Term, disjunction

REFERENCE = {
    "cranfield": 0.369,
    "cacm": 0.476,
    "cisi": 0.371,
    "med": 0.695,
    "npl": 0.434,
    "xquad": 0.967,
    "jsquad": 0.943,
    "wikinews": 0.901,
}
DEPTH = 10


class Collection:
    """Documents, questions, and which documents answer them: `judged[question][document]` is a gain above 0."""

    def __init__(self, folder: Path) -> None:
        self.name, _, self.language = folder.name.partition("-")
        rows = (folder / "docs.jsonl").read_text(encoding="utf-8").splitlines()
        self.rows = [json.loads(row) for row in rows if row.strip()]
        lines = (folder / "queries.tsv").read_text(encoding="utf-8").splitlines()
        self.questions = dict(line.split("\t", 1) for line in lines if "\t" in line)
        self.judged: dict[str, dict[str, int]] = defaultdict(dict)
        for line in (folder / "qrels.txt").read_text(encoding="utf-8").splitlines():
            question, _, document, gain = line.split()
            if int(gain) > 0:
                self.judged[question][document] = int(gain)

    def documents(self) -> Iterator[Document]:
        """The documents, numbered from 1."""
        for number, row in enumerate(self.rows, 1):
            yield Document(number, (row.get("title") or "").replace("_", " "), row["text"], "", self.language)


def question(text: str) -> Node | None:
    """A question as the disjunction of its words; one that is said twice counts twice."""
    words: list[str] = []
    for piece in analysis.pieces(text):
        if analysis.is_cjk(piece) and len(piece) > 1:
            words += [piece[at : at + 2] for at in range(len(piece) - 1)]
        else:
            words.append(piece)
    return disjunction([Term(word) for word in words]) if words else None


def ndcg(ranked: list[str], gains: dict[str, int]) -> float:
    """Normalised discounted cumulated gain of the first DEPTH."""
    found = sum(gains.get(document, 0) / math.log2(rank + 2) for rank, document in enumerate(ranked[:DEPTH]))
    best = sum(gain / math.log2(at + 2) for at, gain in enumerate(sorted(gains.values(), reverse=True)[:DEPTH]))
    return found / best if best else 0.0


def measure(collection: Collection, engine: Engine) -> float:
    """The mean nDCG over all judged questions."""
    total = 0.0
    for number, gains in collection.judged.items():
        node = question(collection.questions.get(number, ""))
        if node is None:
            continue
        matches = engine.match(node)
        ids = matches.ids
        best = np.lexsort((-ids, -matches.scores))[:DEPTH]
        total += ndcg([str(collection.rows[at - 1]["id"]) for at in ids[best].tolist()], gains)
    return total / max(len(collection.judged), 1)


def find_collections(given: str | None) -> list[Path]:
    """The folders of the collections; none where there are no collections."""
    beside = Path(__file__).resolve().parents[2].parent / "shared" / "corpora"
    for place in (given, os.environ.get("LESESAAL_COLLECTIONS"), str(beside)):
        found = sorted(Path(place).glob("**/docs.jsonl")) if place and Path(place).is_dir() else []
        if found:
            return [path.parent for path in found]
    return []


def main() -> None:
    """Print a line for each collection."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--only", nargs="*")
    args = parser.parse_args()
    folders = find_collections(args.folder)
    if not folders:
        print("No test collections here. Unpack some and name their folder, or set LESESAAL_COLLECTIONS.")
        return
    print(f"{'nDCG@10':12} {'ours':>7} {'BM25':>7} {'':>7}")
    for folder in folders:
        collection = Collection(folder)
        if args.only and collection.name not in args.only:
            continue
        with tempfile.TemporaryDirectory(prefix="lesesaal-quality-") as work:
            engine = WhooshEngine(Path(work) / "index")
            engine.apply(collection.documents(), [], IndexCursor("quality", 1))
            value = measure(collection, engine)
            engine.close()
        reference = REFERENCE.get(collection.name)
        beside = f"{reference:7.3f} {value - reference:+7.3f}" if reference is not None else ""
        print(f"{collection.name:12} {value:7.3f} {beside}", flush=True)


if __name__ == "__main__":
    main()
