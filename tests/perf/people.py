"""What people and organisations cost: finding them, writing them down, looking at them among many articles."""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from desktop_app.archive.archive import Archive
from desktop_app.entities.reading import Reader, Text
from desktop_app.model.people import Findings, FoundCluster, FoundMention, FoundRole, Kind

CAST = 60_000  # invented people and organisations
TOKENS = 350  # an article
_SYLLABLES = ("ka", "mo", "ri", "ta", "ber", "ger", "stein", "hoff", "lin", "dor", "wei", "bach", "ner", "man", "el")


class InventedReader:
    """Says that each article names seven of an invented cast, a few of it very often, as in a real press."""

    version = "invented 1"

    def __init__(self) -> None:
        chance = random.Random(4)  # noqa: S311 - nothing here is secret
        self._cast: list[tuple[Kind, str]] = []
        for number in range(CAST):
            word, other = ("".join(chance.choices(_SYLLABLES, k=3)).capitalize() for _ in range(2))
            person = number % 5 < 3
            self._cast.append(("person", f"{word} {other}") if person else ("organisation", f"{word} GmbH"))
        self._chance = chance

    def read(self, articles: Sequence[Text], /) -> list[Findings]:
        """Findings whose mentions lie somewhere in the text."""
        return [self._findings(len(article.text)) for article in articles]

    def _findings(self, length: int) -> Findings:
        chosen = {min(int(self._chance.paretovariate(0.35)), CAST) - 1 for _ in range(7)}
        clusters = []
        for number in chosen:
            kind, name = self._cast[number]
            form = name.split()[-1] if kind == "person" else name
            spots = sorted(self._chance.sample(range(max(length - 20, 4)), 2))
            mentions = tuple(
                FoundMention(at, at + 9, written, 0.9) for at, written in zip(spots, (name, form), strict=True)
            )
            clusters.append(FoundCluster(kind, name, f"{name.lower()} {number}", mentions))
        people = [number for number, cluster in enumerate(clusters) if cluster.kind == "person"]
        roles = tuple(FoundRole(number, "Sprecher", None, 0, 20, 0.8) for number in people[:1])
        return Findings(tuple(clusters), roles)


def texts(language: str, articles: int) -> list[Text]:
    """The project's marked sentences without their marks, joined to articles of about 350 tokens."""
    from tests.perf.names_gold import documents

    size = TOKENS * (2 if language == "ja" else 6)
    joined: list[Text] = []
    piece = ""
    written = [document.text for document in documents((language,))]
    while len(joined) < articles:
        for text in written:
            piece += text + "\n"
            if len(piece) > size:
                joined.append(Text(piece, language, (), ""))
                piece = ""
    return joined[:articles]


def main() -> None:
    """Read texts of one language in one mode in this very process; prints articles a CPU second and peak MB."""
    parser = argparse.ArgumentParser()
    parser.add_argument("language")
    parser.add_argument("mode", choices=("default", "thorough"))
    parser.add_argument("--articles", type=int, default=300)
    options = parser.parse_args()
    for library in ("OMP", "OPENBLAS", "MKL"):
        os.environ[f"{library}_NUM_THREADS"] = "1"  # as in the children that read in the background
    reader = Reader(options.mode)
    sample = texts(options.language, options.articles)
    reader.read(sample[:20])
    begun = time.process_time()
    for begin in range(0, len(sample), 50):
        reader.read(sample[begin : begin + 50])
    spent = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"articles_s": len(sample) / spent, "peak_mb": peak}))


def bench_people(folder: Path, line: Callable[[str, str], None]) -> None:
    """The recogniser by language and mode, then an archive of invented findings."""
    for language, mode in (("de", "default"), ("de", "thorough"), ("en", "default"), ("ja", "default")):
        command = [sys.executable, "-m", "tests.perf.people", language, mode]
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        goal = "   (goal: 150)" if (language, mode) == ("de", "default") else ""
        speed = f"{found['articles_s']:8.0f}   peak {found['peak_mb']:.0f} MB{goal}"
        line(f"names found, {language}, {mode}: articles a CPU second", speed)
    _bench_looking(folder, line)


def _bench_looking(folder: Path, line: Callable[[str, str], None]) -> None:
    archive = Archive.open(folder)
    begun = time.process_time()
    count = archive.recognise(reader=InventedReader())
    if count:
        line("names written down: articles a CPU second", f"{count / (time.process_time() - begun):8.0f}")
    archive.close()
    archive = Archive.open(folder)
    line("who is in which article read into memory, CPU", _ms(archive.browse.gathering.tally))
    for _ in range(2):  # the second time nothing is loaded any more
        opened = _ms(lambda: archive.entity_rows(archive.entity_ids("person")[:100]))
    line("table of people opens, CPU", f"{opened}   (goal: 100)")
    number = archive.entity_ids("person")[20]
    archive.entity(number)
    line("page of a frequent person opens, CPU", f"{_ms(lambda: archive.entity(number))}   (goal: 150)")
    line("network of a frequent person, CPU", _ms(lambda: archive.network(number)))
    listing = archive.find(f"person:#{number}")
    archive.facets(listing)
    line(f"facets of {len(listing)} articles, CPU", f"{_ms(lambda: archive.facets(listing))}   (goal: 50)")
    everything = archive.find("")
    line(f"facets of {len(everything)} articles, CPU", f"{_ms(lambda: archive.facets(everything))}   (goal: 50)")
    archive.close()


def _ms(work: Callable[[], Any]) -> str:
    begun = time.process_time()
    work()
    return f"{(time.process_time() - begun) * 1000:8.1f} ms"


if __name__ == "__main__":
    main()
