"""How well people and organisations are found: precision, recall and F1 of spans, who is one, and who is what.

Usage: python -m tests.perf.people_quality [FOLDER]

The project's own held-out documents (every fifth of each file in `data/names`), and the development sets that FOLDER
holds (`NAME-LANGUAGE-….jsonl`: text, mentions with start, end and type). Spans are strict: the same kind, the same
borders. *who* counts pairs of mentions in a document that are one, over the mentions that were found. A role counts
when the person and the words of the role are right (one may say more than the other); *of* when the organisation is,
too.
"""

import argparse
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from desktop_app.entities.reading import Reader, Text
from desktop_app.entities.recogniser import Piece, TrainedRecogniser
from desktop_app.model.people import Findings, Kind
from tests.perf.name_quality import merging_figures
from tests.perf.names_gold import GoldDocument, documents

CARD = Path(__file__).resolve().parents[2] / "resources" / "names" / "MODEL_CARD.md"
LEGEND = """\
Precision / recall / F1 in per cent, strict spans, over the held-out fifth of the project's own documents and the
development sets that were at hand. "Who is one": pairs of mentions of an article. "With organisation": roles of which
an organisation is said, by all three."""
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
DEV_SETS = (
    "germeval2014-de-dev",
    "smartdata-de-dev",
    "newseye-de-dev",
    "sonar-de-dev",
    "europeana-de-sbb",
    "hipe2020-de-dev",
    "hipe2020-en-dev",
)
_TYPES: dict[str, Kind] = {"PER": "person", "pers": "person", "ORG": "organisation", "org": "organisation"}
_TYPES["ORGANIZATION_COMPANY"] = "organisation"
_LANGUAGES = {"de": "German", "en": "English", "ja": "Japanese"}
Spans = set[tuple[int, int, Kind]]


@dataclass
class Counts:
    """Right ones, found ones, wanted ones."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, found: AbstractSet[object], wanted: AbstractSet[object]) -> None:
        """Counts one text."""
        self.right += len(found & wanted)
        self.found += len(found)
        self.wanted += len(wanted)

    def __str__(self) -> str:
        precision = self.right / self.found if self.found else 0.0
        recall = self.right / self.wanted if self.wanted else 0.0
        both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return f"{100 * precision:.1f} / {100 * recall:.1f} / {100 * both:.1f}"


@dataclass
class Figures:
    """The figures of one set of texts: spans by kind without and with the document level."""

    name: str
    people: Counts = field(default_factory=Counts)
    bodies: Counts = field(default_factory=Counts)
    both: Counts = field(default_factory=Counts)
    without: Counts = field(default_factory=Counts)  # people and organisations as the recogniser alone finds them
    who: Counts = field(default_factory=Counts)
    roles: Counts = field(default_factory=Counts)
    of: Counts = field(default_factory=Counts)

    def add_spans(self, found: Spans, wanted: Spans) -> None:
        """Counts the mentions of one text."""
        for kind, counts in (("person", self.people), ("organisation", self.bodies)):
            counts.add({span for span in found if span[2] == kind}, {span for span in wanted if span[2] == kind})
        self.both.add(found, wanted)


def spans_of(findings: Findings) -> Spans:
    """The mentions of a text by place and kind."""
    return {(mention.start, mention.end, cluster.kind) for cluster in findings.clusters for mention in cluster.mentions}


def own_figures(language: str, reader: Reader, recogniser: TrainedRecogniser, *, held_out: bool = True) -> Figures:
    """The figures over the project's own documents of a language."""
    figures = Figures(f"own documents, {_LANGUAGES[language]}, held out")
    chosen = [document for document in documents((language,)) if document.held_out == held_out]
    _count(figures, chosen, reader, recogniser)
    return figures


def _count(figures: Figures, chosen: Sequence[GoldDocument], reader: Reader, recogniser: TrainedRecogniser) -> None:
    for document, findings in zip(chosen, _read(chosen, reader), strict=True):
        wanted = {(mention.start, mention.end, mention.kind) for mention in document.mentions}
        figures.add_spans(spans_of(findings), wanted)
        _count_who(figures, document, findings)
        _count_roles(figures, document, findings)
    raw = recogniser.recognise([Piece(document.text, document.language) for document in chosen])
    for document, spans in zip(chosen, raw, strict=True):
        wanted = {(mention.start, mention.end, mention.kind) for mention in document.mentions}
        figures.without.add({(span.start, span.end, span.kind) for span in spans}, wanted)


def _read(chosen: Sequence[GoldDocument], reader: Reader) -> list[Findings]:
    found: list[Findings] = []
    for first in range(0, len(chosen), 50):
        found += reader.read([Text(document.text, document.language) for document in chosen[first : first + 50]])
    return found


def _count_who(figures: Figures, document: GoldDocument, findings: Findings) -> None:
    gold = {(mention.start, mention.end, mention.kind): mention.who for mention in document.mentions}
    ours = {
        (mention.start, mention.end, cluster.kind): number
        for number, cluster in enumerate(findings.clusters)
        for mention in cluster.mentions
    }
    pairs = list(combinations(sorted(gold.keys() & ours.keys()), 2))
    figures.who.add(
        {pair for pair in pairs if ours[pair[0]] == ours[pair[1]]},
        {pair for pair in pairs if gold[pair[0]] == gold[pair[1]]},
    )


def _count_roles(figures: Figures, document: GoldDocument, findings: Findings) -> None:
    names = _gold_names(document, findings)
    stated = {
        (
            names.get(role.person, ""),
            _plain(role.role),
            names.get(role.organisation, "") if role.organisation is not None else "",
        )
        for role in findings.roles
    }
    figures.roles.found += len({(person, role) for person, role, _ in stated})
    figures.of.found += len({row for row in stated if row[2]})
    for person, role, body in document.roles:
        same = [row for row in stated if row[0] == person and (_plain(role) in row[1] or row[1] in _plain(role))]
        figures.roles.wanted += 1
        figures.roles.right += bool(same)
        figures.of.wanted += bool(body)
        figures.of.right += bool(body) and any(row[2] == body for row in same)


def _plain(role: str) -> str:
    return "".join(role.lower().split())


def _gold_names(document: GoldDocument, findings: Findings) -> dict[int, str]:
    """Who each of our clusters is in the gold document, by most of its mentions."""
    gold = {(mention.start, mention.end, mention.kind): mention.who for mention in document.mentions}
    names: dict[int, str] = {}
    for number, cluster in enumerate(findings.clusters):
        found = Counter(gold.get((mention.start, mention.end, cluster.kind), "") for mention in cluster.mentions)
        del found[""]
        if found:
            names[number] = found.most_common(1)[0][0]
    return names


def dev_figures(path: Path, reader: Reader, recogniser: TrainedRecogniser) -> Figures:
    """The figures over a development set of marked texts."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    figures = Figures(path.stem)
    for first in range(0, len(rows), 50):
        some = rows[first : first + 50]
        found = reader.read([Text(row["text"], row["lang"]) for row in some])
        raw = recogniser.recognise([Piece(row["text"], row["lang"]) for row in some])
        for row, findings, spans in zip(some, found, raw, strict=True):
            wanted: Spans = {
                (mention["start"], mention["end"], _TYPES[mention["type"]])
                for mention in row["mentions"]
                if mention["type"] in _TYPES
            }
            figures.add_spans(spans_of(findings), wanted)
            figures.without.add({(span.start, span.end, span.kind) for span in spans}, wanted)
    return figures


def dev_folder(given: str | None) -> Path | None:
    """The folder of the development sets; None where there is none.

    GIVEN, or the environment variable LESESAAL_COLLECTIONS, or ../shared/corpora beside the checkout.
    """
    beside = Path(__file__).resolve().parents[2].parent / "shared" / "corpora"
    for place in (given, os.environ.get("LESESAAL_COLLECTIONS"), str(beside)):
        for found in sorted(Path(place).glob("**/germeval2014-de-dev.jsonl")) if place and Path(place).is_dir() else []:
            return found.parent
    return None


def table(all_figures: Iterable[Figures]) -> Iterator[str]:
    """The lines of a Markdown table; each cell is precision / recall / F1 in per cent."""
    yield "| texts | people | organisations | both | recogniser alone | who is one | roles | with organisation |"
    yield "|---|---|---|---|---|---|---|---|"
    for figures in all_figures:
        told = [str(counts) if counts.wanted else "" for counts in (figures.who, figures.roles, figures.of)]
        cells = [figures.name, figures.people, figures.bodies, figures.both, figures.without, *told]
        yield "| " + " | ".join(map(str, cells)) + " |"


def write_card(lines: Iterable[str], card: Path = CARD) -> None:
    """Puts the lines between the card's two marks, which are added at its end where they are missing."""
    text = card.read_text(encoding="utf-8") if card.is_file() else "# The name models\n"
    if BEGIN not in text:
        text = f"{text.rstrip()}\n\n## Figures\n\n{BEGIN}\n{END}\n"
    before, _, rest = text.partition(BEGIN)
    behind = rest.partition(END)[2]
    card.write_text(f"{before}{BEGIN}\n" + "\n".join(lines) + f"\n{END}{behind}", encoding="utf-8")


def merging_lines(folder: Path | None) -> Iterator[str]:
    """The lines of a Markdown table of how names are merged across articles."""
    pairs = folder / "name_pairs_dev.csv" if folder else None
    yield "| merging, on | what | figure | over |"
    yield "|---|---|---|---|"
    for figure in merging_figures(pairs if pairs and pairs.is_file() else None):
        yield f"| {figure.on} | {figure.what} | {figure.value:.3f} | {figure.over} |"


def main() -> None:
    """Print the table and write it into the model card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--mode", choices=("default", "thorough"), default="default")
    parser.add_argument("--keep-card", action="store_true", help="leave the model card as it is")
    args = parser.parse_args()
    reader, recogniser = Reader(args.mode), TrainedRecogniser(args.mode)
    found = [own_figures(language, reader, recogniser) for language in _LANGUAGES]
    folder = dev_folder(args.folder)
    for name in DEV_SETS if folder else ():
        path = folder / f"{name}.jsonl" if folder else Path()
        if path.is_file():
            found.append(dev_figures(path, reader, recogniser))
    lines = [LEGEND, "", *table(found), "", *merging_lines(folder)]
    print("\n".join(lines))
    if not args.keep_card:
        write_card(lines)


if __name__ == "__main__":
    main()
