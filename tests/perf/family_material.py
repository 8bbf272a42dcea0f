"""Versions of real articles, made as papers make them, and articles that only look like versions of one another."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SETS: Final = {  # corpus: the folder of its articles
    "10kgnad": "news-de-10kgnad/news/de-10kgnad",
    "wikinews-de": "news-de-wikinews-dev/news/de-wikinews-dev",
    "reuters": "news-en-reuters-dev/news/en-reuters-dev",
    "wikinews-ja": "news-ja-wikinews/news/ja-wikinews",
}
_SENTENCE: Final = re.compile(r"(?<=[.!?。])[\s]*(?<!\d\.)(?=\S)")
_JAPANESE: Final = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_SHORTEST: Final = 40  # words, or half as many as its characters if it is Japanese
_FRAMES: Final = (
    (
        "Rheinhafen-Bote, Ausgabe A, Seite 4. Archiv der Redaktion, alle Angaben ohne Gewähr.\n\n",
        """\n\nAlle Rechte vorbehalten. Vervielfältigung und Weitergabe an Dritte nur mit Genehmigung der Redaktion.
Fragen zu diesem Beitrag richten Sie bitte schriftlich an das Archiv des Verlages, Postfach, Rheinhafen.""",
    ),
    (
        "HARBOUR WIRE SERVICE - MORNING FILE - FOR SUBSCRIBERS ONLY - NOT FOR REDISTRIBUTION\n\n",
        """\n\nThe Harbour Wire Service accepts no responsibility for the use that is made of this report. To change
your subscription, or to stop receiving the morning file, write to the desk. Copyright, all rights reserved.""",
    ),
    (
        "港湾通信社配信、朝刊用原稿、会員社以外への転載を固く禁じます。\n\n",
        """\n\n本記事の著作権は港湾通信社に帰属します。記事の無断転載、複製、配布は法律で禁じられています。
お問い合わせは編集局資料室までお願いいたします。""",
    ),
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One article of the set: `family` is shared by versions of one article, `made` says how it came about."""

    family: int
    made: str
    text: str
    origin: int  # the article that it was made of


def texts(folder: Path, name: str) -> list[str]:
    """The articles of a corpus that are long enough to be told apart, in a fixed order."""
    paths = sorted((folder / SETS[name]).rglob("*.txt"))
    found = [path.read_text(encoding="utf-8", errors="replace") for path in paths]
    return [text for text in dict.fromkeys(found) if _length(text) >= _SHORTEST]


def pieces(articles: Sequence[str], originals: int, draw: random.Random) -> Iterator[Piece]:
    """All articles; of the first `originals` (in an order drawn) versions beside, and articles that share a part."""
    order = [number for number, text in enumerate(articles) if not _is_table(text)]
    draw.shuffle(order)
    family = len(articles)
    for number, text in enumerate(articles):
        yield Piece(number, "original", text, number)
    for number in order[:originals]:
        text, other = articles[number], articles[draw.choice(order)]
        yield Piece(number, "framed", _framed(text, draw), number)
        yield Piece(number, "cut", _cut(text, draw.uniform(0.3, 0.7)), number)
        share = draw.choice((0.1, 0.2, 0.3, 0.4))
        yield Piece(number, f"edited {share:.0%}", _edited(text, share, other, draw), number)
        yield Piece(number, "wire", _wired(text, other, draw), number)
    for number in order[originals : originals + originals // 2]:
        other = draw.choice(order)
        yield Piece(number, "framed", _framed(articles[number], draw), number)
        yield Piece(other, "with a quotation", _quoting(articles[other], articles[number], draw), other)
        family += 1
        yield Piece(family, "digest", _digest([articles[draw.choice(order)] for _ in range(9)]), -1)


def _length(text: str) -> int:
    return len(text) // 2 if _JAPANESE.search(text) else len(text.split())


def _is_table(text: str) -> bool:
    """Prices and results: nobody edits them, they only look alike."""
    words = re.findall(r"\w+", text)
    return sum(word.isdigit() for word in words) > 0.2 * len(words)


def _sentences(text: str) -> list[str]:
    return [part for part in _SENTENCE.split(text) if part.strip()]


def _space(text: str) -> str:
    return "" if _JAPANESE.search(text) else " "


def _framed(text: str, draw: random.Random) -> str:
    """As a paper's archive sends it: always the same words above and below."""
    head, foot = _FRAMES[2] if _JAPANESE.search(text) else draw.choice(_FRAMES[:2])
    return head + text + foot


def _cut(text: str, share: float) -> str:
    """Its beginning, in whole sentences."""
    kept, size = [], 0
    for sentence in _sentences(text):
        kept.append(sentence)
        size += len(sentence)
        if size >= share * len(text):
            break
    return _space(text).join(kept)


def _units(text: str) -> list[str]:
    return list(text) if _JAPANESE.search(text) else text.split()


def _edited(text: str, share: float, other: str, draw: random.Random) -> str:
    """With a share of its words replaced, left out or added, in runs of one to five as editors do."""
    units, strange = _units(text), _units(other)
    longest = 10 if _JAPANESE.search(text) else 5
    left = share * len(units)
    while left > 0 and units:
        run = draw.randint(1, longest)
        at = draw.randrange(len(units))
        start = draw.randrange(max(1, len(strange) - run))
        match draw.choice(("replace", "replace", "leave out", "add")):
            case "replace":
                units[at : at + run] = strange[start : start + run]
            case "leave out":
                del units[at : at + run]
            case _:
                units[at:at] = strange[start : start + run]
        left -= run
    return _space(text).join(units)


def _wired(text: str, other: str, draw: random.Random) -> str:
    """As another paper prints the agency's copy: a title and a first sentence of its own, shortened, touched up."""
    sentences = _sentences(text)
    body = sentences[1:] if len(sentences) > 3 else sentences
    body = body[: max(3, round(len(body) * draw.uniform(0.6, 1.0)))]
    if len(body) > 5:
        at = draw.randrange(1, len(body) - 2)
        body[at], body[at + 1] = body[at + 1], body[at]
    heading = " ".join(_units(other)[:7]) if _space(text) else other[:18]
    lead = _edited(sentences[0], 0.6, other, draw)
    return f"{heading}\n\n{lead}{_space(text)}" + _edited(_space(text).join(body), 0.08, other, draw)


def _quoting(text: str, quoted: str, draw: random.Random) -> str:
    """An article that quotes a sentence or two of another."""
    sentences, lent = _sentences(text), _sentences(quoted)
    room, some = 0.15 * len(text), []
    for sentence in lent[draw.randrange(len(lent)) :]:
        if room < len(sentence):
            break
        some.append(sentence)
        room -= len(sentence)
    at = draw.randrange(len(sentences) + 1)
    return _space(text).join([*sentences[:at], *some, *sentences[at:]])


def _digest(articles: Sequence[str]) -> str:
    """The day in brief: the first sentences of many."""
    return "\n\n".join(_sentences(text)[0] for text in articles)
