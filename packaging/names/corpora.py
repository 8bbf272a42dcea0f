"""Sentences with their tags, out of tables and out of the project's own press documents.

A table (`*.tsv`) has `word<TAB>tag` on a line, BIO tags of PER ORG LOC MISC, an empty line between sentences, `# doc ID` lines.
The project's documents (`data/names/LANGUAGE/*.txt`) mark mentions in line: `[p1:Julia Kamp]`, `[o2:DJW]-Geschäftsführerin`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.entities.sentences import japanese_sentences, sentences

KINDS = ("PER", "ORG", "LOC", "MISC")
TAGS = (
    "O",
    *(f"{part}-{kind}" for kind in ("PER", "ORG") for part in "BIESFT"),
    *(f"{part}-{kind}" for kind in ("LOC", "MISC") for part in "BIES"),
)
LONGEST = 120  # words of a sentence; the rest of a longer one is a sentence of its own
HELD_OUT = 5  # every fifth document of a file is never trained on

_MENTION = re.compile(r"\[([po])(\d+):([^\[\]]*)\]")


@dataclass
class Sentence:
    """Words with their tags. A tag of None may be anything but a person or an organisation; "?" anything at all."""

    words: list[str]
    tags: list[str | None]
    source: str = ""


def read_table(path: Path, longest: int = LONGEST) -> Iterator[Sentence]:
    """The sentences of a table."""
    words: list[str] = []
    tags: list[str] = []
    for line in path.open(encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# doc ") and "\t" not in line:
            continue
        if line:
            word, tag = line.split("\t")
            words.append(word)
            tags.append(tag)
        if (not line or len(words) >= longest) and words:
            yield Sentence(words, list(whole(tags)), path.stem)
            words, tags = [], []
    if words:
        yield Sentence(words, list(whole(tags)), path.stem)


def whole(tags: list[str]) -> Iterator[str]:
    """BIO tags as BIOES."""
    for place, tag in enumerate(tags):
        if tag == "O":
            yield tag
            continue
        kind = tag[2:]
        before = tags[place - 1] if place else "O"
        begins = tag[0] == "B" or before[2:] != kind
        goes_on = place + 1 < len(tags) and tags[place + 1] == f"I-{kind}"
        yield ("B" if begins else "I") + f"-{kind}" if goes_on else ("S" if begins else "E") + f"-{kind}"


@dataclass
class Document:
    """A press document: its text, its mentions as (start, end, kind, who), whether it is held out."""

    name: str
    text: str
    mentions: list[tuple[int, int, str, str]]
    held_out: bool


def read_documents(path: Path) -> Iterator[Document]:
    """The documents of one file of the project's."""
    parts = re.split(r"(?m)^# doc (.*)$", path.read_text(encoding="utf-8"))
    for number, (name, body) in enumerate(zip(parts[1::2], parts[2::2], strict=True), 1):
        lines = [line for line in body.strip("\n").split("\n") if not line.startswith("= ")]
        text, mentions = unmarked("\n".join(lines).strip())
        yield Document(name.strip(), text, mentions, number % HELD_OUT == 0)


def unmarked(marked: str) -> tuple[str, list[tuple[int, int, str, str]]]:
    """The text without its marks, and the mentions."""
    text, mentions, at = "", [], 0
    for match in _MENTION.finditer(marked):
        text += marked[at : match.start()]
        start = len(text)
        text += match[3]
        mentions.append((start, len(text), "PER" if match[1] == "p" else "ORG", match[1] + match[2]))
        at = match.end()
    return text + marked[at:], mentions


def tagged(document: Document, language: str = "de") -> Iterator[Sentence]:
    """The document's sentences; what is no person or organisation may be a place or anything else."""
    mentions = sorted(document.mentions)
    for sentence in japanese_sentences(document.text) if language == "ja" else sentences(document.text, language):
        words = [token.text for token in sentence]
        tags: list[str | None] = [None] * len(words)
        for start, end, kind, _ in mentions:
            inside = [n for n, token in enumerate(sentence) if token.start < end and token.end > start]
            if inside:
                _mark(
                    tags,
                    inside,
                    kind,
                    sentence[inside[0]].start < start,
                    sentence[inside[-1]].text[end - sentence[inside[-1]].start :],
                )
        yield Sentence(words, tags, "own")


def _mark(tags: list[str | None], inside: list[int], kind: str, begins_late: bool, rest: str) -> None:
    """`rest`: what of the last word stands behind the mention."""
    if begins_late:  # "Ex-Siemens-Chef": no tag says so
        tags[inside[0]] = "?"
        inside = inside[1:]
    if not inside or any(tags[n] is not None for n in inside):
        return
    partly = "-" in rest
    for n in inside:
        tags[n] = f"I-{kind}"
    tags[inside[0]] = f"B-{kind}"
    tags[inside[-1]] = (
        ("T" if len(inside) == 1 else "F") + f"-{kind}" if partly else ("S" if len(inside) == 1 else "E") + f"-{kind}"
    )
