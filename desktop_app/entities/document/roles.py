"""Who is said to be what, and where: read off the lines of German and English sentences by patterns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from desktop_app.entities.document.page import Draft, Page
from desktop_app.entities.document.role_lines import Item, line_of, may_say_roles
from desktop_app.entities.document.role_words import is_feminine


@dataclass(frozen=True, slots=True)
class Statement:
    """A role that a sentence states of a person, and of which organisation if it says so."""

    person: Draft
    role: str
    organisation: Draft | None
    start: int
    end: int
    confidence: float
    possessive: bool = False  # "their chairman": an organisation named before is meant


_T: Final = r"(?:T[Tj.]{0,3})?"  # titles before a name, however they are parted
_AGE: Final = r"(?:\([9Nj.][^()]{0,3}\)|,9j{0,2}(?=,))?"  # (58), (Mitte), ", 58,"
_OF: Final = r"(?:[Db]{1,2}[jN]{0,3}(?P<o>O)(?:\([^()]{0,6}\))?)"  # "der", "von der staatlichen"
_BEFORE_ROLE: Final = r"[j9]{0,2}(?:s[9N]{1,3})?[j9]{0,2}[DH]?[j9]{0,3}(?:[Nj]Sj?)?"
# The surest first. p person, r role, q a second role, o organisation, n a noun that belongs to the role, h possessive.
_PATTERNS: Final = tuple(
    (re.compile(f"(?={pattern})"), confidence)
    for pattern, confidence in (
        (rf"(?P<o>O)(?:\([^()]{{0,6}}\))?(?:Sj?)?(?P<r>R)(?:u(?P<q>R))?,?{_T}(?P<p>P)", 0.92),
        (rf"(?P<r>R)(?:D|bD?)RT*P,{_T}(?P<p>P)(?=[,.V]|$)", 0.8),
        (r"(?P<r>R)\((?P<p>P)(?:,O)?\)", 0.88),
        (rf"(?P<r>R)(?:u(?P<q>R))?(?:N|[Db]j?N){{0,2}}{_OF},?{_T}(?P<p>P)", 0.9),
        (rf"(?P<r>R)u?(?P<q>R){_T}(?P<p>P)", 0.88),
        (rf"(?P<r>R){_T}(?P<p>P)b[D]?j{{0,2}}(?P<o>O)(?!N)", 0.8),
        (rf"(?P<h>H)?j{{0,2}}(?P<r>R){_T}(?P<p>P)", 0.88),
        (rf"(?P<r>R):{_T}(?P<p>P)", 0.8),
        (rf"(?P<r>R)(?P<n>N){_T}(?P<p>P)", 0.7),
        (rf"(?P<h>[DHPS])j{{0,2}}(?P<r>R)(?:Dj?N{{1,2}})?,{_T}(?P<p>P)(?=[,.;:)]|$)", 0.75),
        (rf"(?P<p>P){_AGE}[,\-]{_BEFORE_ROLE}(?P<o>O)S?j?(?P<r>R)(?!T*P)", 0.88),
        (rf"(?P<p>P){_AGE}[,\-]{_BEFORE_ROLE}(?P<r>R)(?:u(?P<q>R))?(?P<n>N)?,?{_OF}", 0.88),
        (rf"(?P<p>P){_AGE}[,\-]{_BEFORE_ROLE}(?P<r>R)(?:u(?P<q>R))?(?!T*P|,T*P[,u])", 0.75),
        (rf"(?P<p>P)(?:,w)?V{_BEFORE_ROLE}(?P<o>O)S?(?P<r>R)(?!T*P)", 0.85),
        (
            rf"(?P<p>P){_AGE}(?:,w)?V{{1,2}}j?(?:[zb]9?N)?{_BEFORE_ROLE}(?P<r>R)(?:u(?P<q>R))?(?:N|bN)?{_OF}?(?!T*P)",
            0.8,
        ),
        (rf"(?P<p>P)V[jb]{{1,2}}V{_BEFORE_ROLE}(?P<r>R){_OF}?(?!T*P)", 0.75),
        (rf"V{_T}(?P<p>P)[j9]{{0,3}}D?j{{0,2}}(?P<r>R){_OF}?(?!T*P)", 0.75),
        (rf"(?P<p>P)[jN]{{0,3}}zj{{0,2}}(?P<r>R){_OF}?", 0.75),
        (rf"(?P<r>R)(?:{_OF}|[Db]{{1,2}}j?N{{1,2}})?V{{1,2}}j{{0,3}}{_T}(?P<p>P)", 0.78),
    )
)
_BRACKET: Final = re.compile(r"P(?:\(9\))?\((?P<inside>[^()]{1,24})\)")
_SEVERAL: Final = re.compile(rf"D[j9]{{0,2}}(?P<r>R){_T}P(?:\([^()]{{1,3}}\))?u{_T}(?P<p>P)(?:\((?P<o>O)\))?")


def statements(page: Page, found: list[Draft]) -> list[Statement]:
    """What German and English sentences say of the mentions, in order."""
    out: list[Statement] = []
    at = 0
    for sentence in page.sentences:
        inside = []
        while at < len(found) and found[at].start < sentence.end:
            if found[at].start >= sentence.start:
                inside.append(found[at])
            at += 1
        if any(draft.kind == "person" for draft in inside) and may_say_roles(sentence):
            out += _of_line(line_of(sentence, inside))
    return sorted(out, key=lambda statement: (statement.person.start, statement.start))


def _of_line(items: list[Item]) -> Iterator[Statement]:
    line = "".join(item.letter for item in items)
    if "R" not in line:
        return
    used: set[int] = set()
    yield from _in_brackets(line, items, used)
    yield from _of_several(line, items)
    for pattern, confidence in _PATTERNS:
        for match in pattern.finditer(line):
            if match["p"] and match.start("r") not in used:
                yield from _stated(match, items, confidence)
                used.add(match.start("r"))
                if "q" in pattern.groupindex and match["q"]:
                    used.add(match.start("q"))


def _of_several(line: str, items: list[Item]) -> Iterator[Statement]:
    """Die Geschäftsführer A (X) und B (Y): the second has the role, too; the first is read as any other."""
    for match in _SEVERAL.finditer(line):
        role = items[match.start("r")]
        if items[match.start()].words.lower() == "die" and not is_feminine(role.words):
            body = items[match.start("o")].draft if match["o"] else None
            yield from _statement(items[match.start("p")].draft, role.words, role, body, 0.75)


def _stated(match: re.Match[str], items: list[Item], confidence: float) -> Iterator[Statement]:
    groups = match.re.groupindex
    person = items[match.start("p")].draft
    body = items[match.start("o")].draft if "o" in groups and match["o"] else None
    possessive = "h" in groups and match["h"] == "H"
    for name in ("r", "q"):
        if name not in groups or not match[name]:
            continue
        role = items[match.start(name)]
        words = role.words
        if name == "r" and "n" in groups and match["n"]:
            words += " " + items[match.start("n")].words
        yield from _statement(person, words, role, body, confidence, possessive=possessive)


def _statement(
    person: Draft | None, words: str, role: Item, body: Draft | None, confidence: float, *, possessive: bool = False
) -> Iterator[Statement]:
    if person is None:
        return
    members: list[Draft | Item] = [person, role, *([body] if body else [])]
    start, end = min(member.start for member in members), max(member.end for member in members)
    yield Statement(person, words, body, start, end, confidence, possessive)


def _in_brackets(line: str, items: list[Item], used: set[int]) -> Iterator[Statement]:
    """A (Hauptgeschäftsführer der B), A (Abteilungsleiter Asien, B), A (B-Präsident)."""
    for match in _BRACKET.finditer(line):
        start, inside = match.start("inside"), match["inside"]
        if "P" in inside or "R" not in inside:
            continue
        role_at = start + inside.index("R")
        behind = [start + at for at, letter in enumerate(inside) if letter == "O" and start + at > role_at]
        before = [start + at for at, letter in enumerate(inside) if letter == "O" and start + at < role_at]
        body_at = _next_or_last(line, role_at, behind) if behind else before[-1] if before else None
        body = items[body_at].draft if body_at is not None else None
        used.update(start + at for at, letter in enumerate(inside) if letter == "R")
        words = items[role_at].words + _field(line, items, role_at)
        yield from _statement(items[match.start()].draft, words, items[role_at], body, 0.9)


def _next_or_last(line: str, role: int, behind: list[int]) -> int:
    """The organisation that a preposition ties to the role, else the last: departments stand before their firm."""
    tied = re.match(r"RN{0,2}[Db]{1,2}j{0,2}O", line[role:])
    return role + tied.end() - 1 if tied else behind[-1]


def _field(line: str, items: list[Item], role: int) -> str:
    """What somebody is head of: " Asien, Australien" in "(Bereichsleiterin Asien, Australien von B)"."""
    match = re.match(r"R(N(?:,N)*(?=[b)D])|N{1,2}(?=[,b)D]))", line[role:])
    if not match:
        return ""
    words = [items[role + at].words for at in range(1, match.end())]
    return (" " + " ".join(words)).replace(" ,", ",")
