"""People listed under a picture, and who took it: "Hintere Reihe (v.l.n.r.): A (Rolle), B und C. Foto: D"."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from desktop_app.entities.document.page import Draft, Page, with_new
from desktop_app.entities.document.role_words import adjective, german
from desktop_app.entities.document.tidying import PARTICLES, TITLES
from desktop_app.entities.naming.folding import fold
from desktop_app.entities.naming.tables import given_names, places
from desktop_app.entities.tokens import listed

_LIST: Final = re.compile(
    r"(?:\bv\.?\s?(?:on)?\s?l(?:\.|inks)?\s?(?:n(?:\.|ach)\s?r(?:\.|echts)?)?(?=[\s):.,])|\b(?:von|from)\s(?:links|rechts|left|right)"
    r"(?:\s(?:nach|to)\s(?:rechts|links|right|left))?|\b[Ff]rom\sleft|\b(?:[Vv]ordere|[Hh]intere|[Mm]ittlere|[Ee]rste|[Zz]weite|[Dd]ritte|"
    r"[Oo]bere|[Uu]ntere|[Ff]ront|[Bb]ack|[Tt]op|[Mm]iddle)\s(?:[Rr]eihe|[Rr]ow))[^:\n]{0,40}:[ \t]*"
)
_CREDIT: Final = re.compile(
    r"(?:\b(?:Text und )?(?:Fotos?|Bild|Bilder|Photos?|Pictures?)(?: \(\d+\))?\s?(?::|©|by)|©)[ \t]*"
    r"([^\n(){}\[\]]{3,80})"
)
_BRACKETED: Final = re.compile(r"\([^()]{0,300}\)|（[^（）]{0,300}）")
_SEPARATOR: Final = re.compile(r"\s*(?:[,;/]|\b(?:und|sowie|and|mit|with)\b)\s*")
_NO_NAMES: Final = listed("""
Foto Fotos Bild Text Archiv Privat privat Redaktion Stadt Kreis Gemeinde Reihe Hintergrund Vordergrund Mitte Gäste
Team Gruppe Verein Alle Die Der Das Agentur Polizei Feuerwehr Universität Hochschule Verlag Presse Pressestelle dpa
AFP epd Reuters
""")
_MOST: Final = 300  # lists and credits of a text
_LONGEST: Final = 1500  # code points of a list


def with_captions(page: Page, found: list[Draft]) -> list[Draft]:
    """The mentions, and the people of lists and credits that the recogniser did not see."""
    return with_new(found, [*_listed(page), *_credited(page)])


def is_list_at(page: Page, offset: int) -> bool:
    """Whether the line at `offset` is a list of people under a picture, as far as `offset`."""
    start, _ = page.line(offset)
    return _LIST.search(page.text, max(start, offset - _LONGEST), offset) is not None


def _listed(page: Page) -> Iterator[Draft]:
    for match in islice(_LIST.finditer(page.text), _MOST):
        _, end = page.line(match.end())
        yield from _people(page.text, match.end(), min(end, match.end() + _LONGEST))


def _people(text: str, start: int, end: int) -> Iterator[Draft]:
    """The names between separators, brackets left out, up to the first full stop that ends a sentence."""
    plain = _BRACKETED.sub(lambda match: " " * len(match[0]), text[start:end])
    stop = re.search(r"(?<=[^\W\d_]{3})[.](?=\s|$)", re.sub(r"(?<=[^\W\d_])\.(?= [^\W\d_]\.)", ",", plain))
    plain = plain[: stop.start()] if stop else plain
    position = 0
    for gap in [*_SEPARATOR.finditer(plain), None]:
        piece = plain[position : gap.start() if gap else len(plain)]
        if name := _name_in(piece):
            yield Draft(start + position + name[0], start + position + name[1], "person", 0.75, "caption")
        position = gap.end() if gap else position


def _name_in(piece: str) -> tuple[int, int] | None:
    """Where a person's name of two to five words stands in `piece`, behind titles and roles, if that is all."""
    words = list(re.finditer(r"\S+", piece))
    while len(words) > 1 and (words[0][0] in TITLES or german(words[0][0]) or adjective(words[0][0])):
        words = words[1:]
    texts = [word[0] for word in words]
    if not 2 <= len(texts) <= 5 or not all(map(_may_be_named, texts)) or not any(map(_is_full, texts)):
        return None
    if texts[0].islower() or texts[-1].lower() in PARTICLES or fold(texts[0]) in places():
        return None
    return words[0].start(), words[-1].end()


def _may_be_named(word: str) -> bool:
    if word in PARTICLES:
        return True
    plain = word.replace(".", "").replace("-", "").replace("'", "").replace("’", "")
    return (
        plain.isalpha()
        and plain[0].isupper()
        and word not in _NO_NAMES
        and not german(word)
        and not (word.isupper() and len(word) > 2)
    )


def _is_full(word: str) -> bool:
    return len(word) > 2 and word[1:].islower()


def _credited(page: Page) -> Iterator[Draft]:
    """The photographer: two words of which the first is a given name."""
    for match in islice(_CREDIT.finditer(page.text), _MOST):
        position = match.start(1)
        for piece in re.split("([/,|;])", match[1]):
            words = piece.split()
            if len(words) in (2, 3) and fold(words[0]) in given_names() and (name := _name_in(piece.rstrip(" ."))):
                yield Draft(position + name[0], position + name[1], "person", 0.75, "caption")
            position += len(piece)
