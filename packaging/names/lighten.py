"""Takes the vectors of some of the rarest words out of a lexicon, so that the models stay within their budget.

Usage: python packaging/names/lighten.py FOLDER LEXICON COUNT NET …
       (as shipped: resources/names de-words 8000 de de-more)

The words stay, with their cluster and how common they are; only words that stand in no list lose their vector, spread
evenly over the rarest. The nets that read the lexicon note its new hash. Needs numpy.
"""

import argparse
import json
from pathlib import Path

import numpy as np

from desktop_app.entities.tagging.lexicon import HAS_VECTOR
from desktop_app.entities.tagging.weights import save

RAREST = 12  # the last rank of words that are known by how often they are written, not by a list


def lighten(folder: Path, lexicon: str, count: int) -> str:
    """Writes the lexicon without the vectors of `count` words; returns its hash."""
    with np.load(folder / f"{lexicon}.npz", allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    lists = arrays["lists"].astype(np.int64)
    bit = 1 << HAS_VECTOR
    rare = np.flatnonzero((lists == bit) & (arrays["rank"] == RAREST))
    chosen = rare[np.linspace(0, len(rare) - 1, count).astype(int)]
    row = np.cumsum(lists // bit) - 1
    arrays["vectors"] = np.delete(arrays["vectors"], row[chosen], axis=0)
    lists[chosen] = 0
    arrays["lists"] = lists.astype(np.uint16)
    save(folder, lexicon, arrays, {})
    return str(json.loads((folder / f"{lexicon}.json").read_text(encoding="utf-8"))["sha256"])


def main() -> None:
    """Lighten a lexicon and tell its nets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("lexicon")
    parser.add_argument("count", type=int)
    parser.add_argument("nets", nargs="+")
    options = parser.parse_args()
    found = lighten(options.folder, options.lexicon, options.count)
    for net in options.nets:
        about = options.folder / f"{net}.json"
        settings = json.loads(about.read_text(encoding="utf-8")) | {"lexicon_sha256": found}
        about.write_text(json.dumps(settings, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
