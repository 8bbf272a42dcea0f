"""The tables in `resources/naming/`, read once when first needed."""

import re
from functools import cache

from desktop_app.resources import resource


def _lines(name: str) -> list[str]:
    return resource("naming", name).read_text(encoding="utf-8").splitlines()


@cache
def old_kanji() -> dict[int, str]:
    """For `str.translate`: old and printed variants of characters, to the usual one."""
    return {ord(pair[0]): pair[1] for line in _lines("old_kanji.txt") for pair in line.split()}


@cache
def japanese_surnames() -> dict[str, tuple[str, ...]]:
    """Surnames in characters, with their readings in letters; long vowels as two letters."""
    rows = (line.split("\t") for line in _lines("japanese_surnames.tsv"))
    return {kanji: tuple(readings.split()) for kanji, readings in rows}


@cache
def japanese_given() -> frozenset[str]:
    """Given names in letters; long vowels as one letter."""
    return frozenset(_lines("japanese_given.txt"))


@cache
def japanese_characters() -> dict[str, tuple[str, ...]]:
    """How a character may be read inside a given name; long vowels as one letter."""
    rows = (line.split("\t") for line in _lines("japanese_characters.tsv"))
    return {character: tuple(readings.split()) for character, readings in rows}


@cache
def _sections(name: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    section = ""
    for line in _lines(name):
        if line.startswith("["):
            section = line.strip("[]")
        elif not line.startswith("#"):
            found[section] = (*found.get(section, ()), *line.split())
    return found


@cache
def listed(section: str) -> frozenset[str]:
    """The folded words of a section of `words.txt`; `common` holds those of `generic` and `clubs` as well."""
    sections = _sections("words.txt")
    more = (*sections["generic"], *sections["clubs"]) if section == "common" else ()
    return frozenset((*sections[section], *more))


@cache
def concept_rows() -> tuple[tuple[str, ...], ...]:
    """Folded words of one meaning, the one that stands for the others first."""
    return tuple(tuple(line.split()) for line in _lines("concepts.txt"))


@cache
def letters() -> dict[str, dict[str, str]]:
    """For each script the Latin letters of its letters and groups of letters."""
    pairs = _sections("letters.txt")
    return {script: dict(pair.split("=") for pair in found) for script, found in pairs.items()}


@cache
def japanese_with_digraph() -> frozenset[str]:
    """Japanese names in letters with ae, oe or ue inside, which stand for two sounds there: Maeda is not Mada."""
    readings = {reading for readings in japanese_surnames().values() for reading in readings} | japanese_given()
    return frozenset(name for name in readings if re.search("[aou]e.", name))


def _plain(word: str) -> str:
    """The form under which a word of our own lists is looked up; `folding.fold` folds to the same."""
    from desktop_app.entities.naming.folding import fold

    return fold(word)


@cache
def given_names() -> dict[str, frozenset[int]]:
    """Western given names, folded, each with the numbers of the groups of names used for one another."""
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(_lines("given_names.txt")):
        if " = " in line:
            for name in line.split(" = "):
                groups.setdefault(_plain(name), set()).add(number)
        else:
            for name in line.split():
                groups.setdefault(_plain(name), set())
    return {name: frozenset(numbers) for name, numbers in groups.items()}


@cache
def places() -> dict[str, str]:
    """Countries and towns, folded, each with the folded name that stands for it in every language."""
    return {name: usual for lines in _places() for line in lines for name, usual in _said(line)}


@cache
def countries() -> frozenset[str]:
    """The folded names that stand for countries and parts of the world."""
    return frozenset(usual for line in _places()[0] for _, usual in _said(line))


@cache
def known_bodies() -> frozenset[str]:
    """Names of well-known organisations as they are written, German ones in their cases."""
    return frozenset(line for line in _lines("known_bodies.txt") if line and not line.startswith("#"))


def _places() -> tuple[list[str], list[str]]:
    lines = _lines("places.txt")
    border = lines.index("# towns and regions")
    return lines[:border], lines[border + 1 :]


def _said(line: str) -> list[tuple[str, str]]:
    names, _, usual = line.partition(" = ")
    return [(_plain(name), _plain(usual or name)) for name in names.split()]
