"""Texts as another print, another reading or another hand would have them, and where each letter of them came from."""

import random
import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple


class Letter(NamedTuple):
    """One code point, and the code point of the old text that it stands for; -1 where it is new."""

    char: str
    origin: int


Letters = list[Letter]
Kind = Callable[[Letters, random.Random], Letters]

_MARKS = {"„": '"', "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "’": "'", "「": "『", "」": "』", "»": '"'}
_HEADERS = (
    "Seite 3 von 12",
    "Ausdruck vom Montag",
    "Printed for the reading room",
    "印刷用ページ",
    "Alle Rechte vorbehalten",
)
_WORD = re.compile(r"[^\W_]+")


def letters(text: str) -> Letters:
    """A text, each code point with its own place."""
    return [Letter(char, place) for place, char in enumerate(text)]


def written(changed: Letters) -> str:
    """The text that changed letters make."""
    return "".join(letter.char for letter in changed)


def _fresh(text: str) -> Letters:
    return [Letter(char, -1) for char in text]


def _paragraphs(text: Letters) -> list[Letters]:
    found: list[Letters] = [[]]
    for number, letter in enumerate(text):
        if letter.char == "\n" and number + 1 < len(text) and text[number + 1].char == "\n":
            found.append([])
        elif letter.char != "\n" or found[-1]:
            found[-1].append(letter)
    return [paragraph for paragraph in found if paragraph]


def _joined(paragraphs: list[Letters]) -> Letters:
    text = list(paragraphs[0])
    for paragraph in paragraphs[1:]:
        text += [*_fresh("\n\n"), *paragraph]
    return text


def decomposed(text: Letters, _: random.Random) -> Letters:
    """Umlauts and voiced kana in two code points."""
    return [Letter(char, letter.origin) for letter in text for char in unicodedata.normalize("NFD", letter.char)]


def rewrapped(text: Letters, pick: random.Random) -> Letters:
    """Lines of another length, also inside Japanese words."""
    width = pick.randrange(20, 90)
    changed: Letters = []
    line = 0
    for letter in text:
        line += 1
        if letter.char == "\n":
            line = 0
        elif letter.char == " " and line > width:
            letter, line = Letter("\n", letter.origin), 0
        elif line > width and letter.char > "\u3000":
            changed.append(Letter("\n", -1))
            line = 0
        changed.append(letter)
    return changed


def header_inserted(text: Letters, pick: random.Random) -> Letters:
    """Lines before the text, one of them with words out of it."""
    begin = pick.randrange(max(1, len(text) - 60))
    own = written(text[begin : begin + 50]).replace("\n", " ")
    lines = [*pick.sample(_HEADERS, 2), own]
    return [*_fresh("\n".join(lines) + "\n\n"), *text]


def header_removed(text: Letters, _: random.Random) -> Letters:
    """Without its first paragraph."""
    paragraphs = _paragraphs(text)
    return _joined(paragraphs[1:] or paragraphs)


def respaced(text: Letters, pick: random.Random) -> Letters:
    """Spaces doubled, hard, or gone at line ends."""
    changed: Letters = []
    for letter in text:
        if letter.char == " ":
            letter = Letter(pick.choice(" \u00a0\u3000\t"), letter.origin)
            changed += _fresh(" ") * pick.randrange(2)
        changed.append(letter)
    return changed


def remarked(text: Letters, _: random.Random) -> Letters:
    """Other quotation marks, dashes, dots."""
    return [Letter(char, letter.origin) for letter in text for char in _MARKS.get(letter.char, letter.char)]


def hyphenated(text: Letters, pick: random.Random) -> Letters:
    """Long words divided at the end of a line."""
    changed: Letters = []
    run = 0
    for number, letter in enumerate(text):
        run = run + 1 if letter.char.isalpha() and letter.char < "\u3000" else 0
        follows = number + 2 < len(text) and all(each.char.isalpha() for each in text[number : number + 2])
        if run > 4 and follows and pick.random() < 0.15:
            changed += _fresh("-\n")
            run = 0
        changed.append(letter)
    return changed


def softened(text: Letters, pick: random.Random) -> Letters:
    """Soft hyphens here and there."""
    return [each for letter in text for each in [*_fresh("\u00ad" * (pick.random() < 0.05)), letter]]


def reworded(text: Letters, pick: random.Random, share: float = 0.05) -> Letters:
    """Some words replaced by others of the text; Japanese character by character.

    Every letter of the other word stands for one of the word that it has replaced.
    """
    line = written(text)
    spans = [span for match in _WORD.finditer(line) for span in _parts(match)]
    stock = [line[start:end] for start, end in spans]
    changed: Letters = []
    at = 0
    for start, end in spans:
        if pick.random() >= share:
            continue
        word = pick.choice(stock)
        if word == line[start:end]:
            continue
        changed += text[at:start]
        changed += [Letter(char, text[min(start + place, end - 1)].origin) for place, char in enumerate(word)]
        at = end
    return changed + text[at:]


def _parts(match: re.Match[str]) -> list[tuple[int, int]]:
    if match[0] > "\u3000":
        return [(place, place + 1) for place in range(*match.span())]
    return [match.span()]


def reordered(text: Letters, pick: random.Random) -> Letters:
    """Two paragraphs change places, or one comes twice."""
    paragraphs = _paragraphs(text)
    if len(paragraphs) > 1 and pick.random() < 0.5:
        one, other = pick.sample(range(len(paragraphs)), 2)
        paragraphs[one], paragraphs[other] = paragraphs[other], paragraphs[one]
    else:
        again = [Letter(letter.char, -1) for letter in pick.choice(paragraphs)]
        paragraphs.insert(pick.randrange(len(paragraphs) + 1), again)
    return _joined(paragraphs)


def misread(text: Letters, _: random.Random) -> Letters:
    """What a reader of the wrong encoding makes of it: each letter beyond ASCII is two others."""
    return [
        Letter(char, letter.origin)
        for letter in text
        for char in (
            letter.char.encode("utf-8").decode("cp1252", "replace") if "\x80" < letter.char < "\u0250" else letter.char
        )
    ]


def edited(text: Letters, pick: random.Random) -> Letters:
    """All that a second edition does at once."""
    return header_inserted(rewrapped(remarked(reworded(text, pick, 0.02), pick), pick), pick)


NINE: dict[str, Kind] = {
    "decomposed": decomposed,
    "rewrapped": rewrapped,
    "header inserted": header_inserted,
    "header removed": header_removed,
    "respaced": respaced,
    "other marks": remarked,
    "hyphenated": hyphenated,
    "5 % reworded": reworded,
    "paragraphs reordered": reordered,
}
MORE: dict[str, Kind] = {"misread": misread, "soft hyphens": softened, "edited": edited}


def verdict(text: str, span: tuple[int, int], changed: Letters, found: tuple[int, int] | None) -> str:
    """What a place for the words [span) of a text is worth.

    "found": exactly these words; "copy": the same words among the same words, but in a copy; "orphaned": no place;
    "gone": no place, and the words are gone; "wrong".
    """
    start, end = span
    wanted = {place for place in range(start, end) if text[place].isalnum()}
    left = [letter for letter in changed if letter.origin in wanted and letter.char.isalnum()]
    if found is None:
        return "orphaned" if left else "gone"
    there = [letter for letter in changed[found[0] : found[1]] if letter.char.isalnum()]
    if there == left:
        return "found"
    new = written(changed)
    before, behind = _bare(text[:start])[-32:], _bare(text[end:])[:32]
    same = _bare(text[start:end]) == _bare(new[found[0] : found[1]])
    around = _bare(new[: found[0]]).endswith(before) and _bare(new[found[1] :]).startswith(behind)
    return "copy" if same and around else "wrong"


def _bare(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def quotes(text: str, pick: random.Random, count: int) -> list[tuple[int, int]]:
    """Spans as readers mark them: words, sentences, now and then a part of a word."""
    edges = [0, *(match.end() for match in re.finditer(r"\s+|[、。「」]", text)), len(text)]
    found: list[tuple[int, int]] = []
    while len(found) < count:
        place = pick.randrange(len(edges) - 1)
        start, end = edges[place], edges[min(place + pick.choice((1, 2, 3, 5, 8, 15, 30)), len(edges) - 1)]
        if pick.random() < 0.2:
            start, end = min(start + pick.randrange(3), end - 1), end + pick.randrange(3)
        if _bare(text[start:end]):
            found.append((start, min(end, len(text))))
    return found
