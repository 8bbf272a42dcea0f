"""A sentence as a line of letters, one for each word or mention, so that who is what can be read off by patterns.

P person, O organisation, R role, T title, D article, H possessive, b "of" and its like, z "zum", x a word that parts
(prepositions, conjunctions), V "is" and its like, S the English 's, s "seit", 9 a number, N a noun, j any other word,
u "and", and punctuation as itself.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from desktop_app.entities.document.page import Draft, Sentence
from desktop_app.entities.document.role_words import (
    adjective,
    adjective_in_nominative,
    english_alone,
    english_head,
    german,
)
from desktop_app.entities.document.tidying import TITLES
from desktop_app.entities.tokens import Token, listed


class Item(NamedTuple):
    """A letter of the line: its place in the text, the mention or the role it stands for, the words themselves."""

    letter: str
    start: int
    end: int
    draft: Draft | None
    words: str


_BY_LETTER: Final[dict[str, Mapping[str, str]]] = {
    "de": {
        word: letter
        for letter, words in {
            "D": "der die das des dem den ein eine einer eines einem einen",
            "H": "sein seine seiner seinem seinen seines ihr ihre ihrer ihrem ihren ihres dessen deren unser unsere "
            "unserer unserem unseren euer",
            "b": "von vom bei beim am an im für of at",
            "z": "zum zur",
            "x": "mit nach ohne gegen über unter auf aus durch um wie dass weil wenn obwohl aber doch oder bis laut "
            "zufolge gegenüber statt wegen trotz zwischen neben vor hinter in ins sondern nicht kein keine sowohl sei",
            "V": "ist war wird wurde bleibt blieb als wäre werde sind waren ernannt",
            "s": "seit",
            "u": "und sowie & and beziehungsweise bzw.",
        }.items()
        for word in words.split()
    },
    "en": {
        word: letter
        for letter, words in {
            "D": "the a an this",
            "H": "his her its their our",
            "b": "of at for from in with",
            "x": "to by on against about but because if while when that not than or before after into over between "
            "under",
            "V": "is was are were became becomes remain remains named appointed as be been will would",
            "S": "'s ’s",
            "s": "since",
            "u": "and &",
            "w": "who",
        }.items()
        for word in words.split()
    },
}
_SIGNS: Final = {
    "(": "(",
    ")": ")",
    "[": "(",
    "]": ")",
    ",": ",",
    ";": ";",
    ":": ":",
    "–": "-",
    "—": "-",
    "-": "-",
    "/": "/",
}
_DEPARTMENTS: Final = listed("""
Abteilung Geschäftsführung Geschäftsleitung Bereich Bereichs Referat Referats Fachbereich Fachbereichs Stabsstelle
Sparte Ressorts
""")
_ENGLISH_MODIFIERS: Final = listed("""
chief vice managing deputy executive senior general assistant associate country regional technical sales marketing
finance financial operating past acting lord state prime founding research project product business human director
sporting head brand
""")
_STOPS_OF_A_ROLE: Final = listed("""
new former ex-chief long-time longtime current then outgoing incoming young old local own only another first last next
late great good famous retired company company's firm's club's group's said says say told tells added asked called
named elected whose which where former newly recently also still now once joins joined made makes left leaves German
French British Japanese American Chinese Italian Dutch Swiss Austrian English Scottish Irish
""") - {"first", "former"}
_PLURAL_MODIFIERS: Final = listed("""
sales sports communications operations affairs relations arts news systems resources services claims humans parks
""")
_HEADS_OF: Final = listed("head director chief keeper secretary minister vice-president president dean professor")
_RANKS: Final = listed("major lieutenant brigadier director secretary attorney inspector consul postmaster solicitor")
_FIELDS: Final = listed(
    "purchasing engineering manufacturing banking planning housing training building broadcasting mining"
)
_IN_AN_ORGAN: Final = listed("im dem den ins vom beim")
_ORGANS: Final = ("aufsichtsrat", "verwaltungsrat", "betriebsrat", "stiftungsrat", "stadtrat", "vorstand")
_RETIRED: Final = frozenset(("a.D.", "i.R.", "h.c."))  # "Stadtbaurat a. D."
_MOST_WORDS: Final = 400


def line_of(sentence: Sentence, found: list[Draft]) -> list[Item]:
    """The items of a sentence; `found` are the mentions in it, in order."""
    items: list[Item] = []
    waiting = [draft for draft in found if draft.start < draft.end]
    tokens = list(sentence.tokens[:_MOST_WORDS])
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if waiting and token.end > waiting[0].start:
            draft = waiting.pop(0)
            items.append(Item("P" if draft.kind == "person" else "O", draft.start, draft.end, draft, ""))
            while at < len(tokens) and tokens[at].end <= draft.end:
                at += 1
            if at < len(tokens) and tokens[at].start < draft.end:
                items += _rest_of(tokens[at], draft)
                at += 1
            continue
        covered = waiting[0].start if waiting else sentence.end
        at += _append(items, tokens, at, sentence.language, covered)
    return items


def _rest_of(token: Token, draft: Draft) -> list[Item]:
    """What stands in a word behind the mention at its head: the role in "DJW-Geschäftsführerin", a genitive's s."""
    rest = token.text[draft.end - token.start :]
    if rest[:1] in "-‐‑" and (role := german(rest[1:]) or (rest[1:] if english_head(rest[1:]) else "")):
        return [Item("R", draft.end + 1, token.end, None, role)]
    return [] if rest in ("s", "'", "’", "'s", "’s") else [Item("N", draft.end, token.end, None, rest)]


def _append(items: list[Item], tokens: list[Token], at: int, language: str, end: int) -> int:
    """Appends what begins at a word; returns how many words that is."""
    word = tokens[at].text
    role = None
    if language == "de":
        if german(word):
            role = _german_role(tokens, at, end)
        if role is None and english_head(word):
            role = _foreign_role(tokens, at, end)
    elif english_head(word):
        role = _english_role(tokens, at, end, items)
    if role is not None:
        count, words, first = role
        while first < at and items and items[-1].start >= tokens[first].start:
            items.pop()
        items.append(Item("R", tokens[first].start, tokens[at + count - 1].end, None, words))
        return count
    token = tokens[at]
    items.append(Item(_letter(word, language), token.start, token.end, None, word))
    return 1


def may_say_roles(sentence: Sentence) -> bool:
    """Whether a word of a sentence can be a role at all, alone or in a compound."""
    for token in sentence.tokens:
        word = token.text
        if german(word) or english_head(word) or "-" in word or "‐" in word or "‑" in word:
            return True
    return False


@lru_cache(maxsize=1 << 15)
def _letter(word: str, language: str) -> str:
    if word in TITLES:
        return "T"
    if word in _SIGNS:
        return _SIGNS[word]
    if letter := _BY_LETTER[language].get(word) or _BY_LETTER[language].get(word.lower()):
        return letter
    if word[0].isdigit():
        return "9"
    if not word[0].isalpha():
        return "."
    if language == "en" and word.endswith("ing") and word.islower():
        return "x"
    return "N" if word[0].isupper() else "j"


# ---- which words are a role ----------------------------------------------------------------------------------------


def _german_role(tokens: list[Token], at: int, end: int) -> tuple[int, str, int] | None:
    """Number of words from `at`, the role in the nominative, the number of its first word (an adjective)."""
    word = tokens[at].text
    before = tokens[at - 1].text if at else ""
    role = german(word, before)
    if _is_organ(role, before):
        return None
    if at > 1 and adjective(before):
        role = german(word, tokens[at - 2].text)
    first, words = at, role
    if at and adjective(before):
        first = at - 1
        words = f"{adjective_in_nominative(before, role)} {role}"
    count = 1
    if "".join(token.text for token in tokens[at + 1 : at + 3]) in _RETIRED:
        return 3, words, first
    if at + 2 < len(tokens) and tokens[at + 1].text in ("der", "des") and tokens[at + 2].text in _DEPARTMENTS:
        count = 3
        while (
            at + count < len(tokens)
            and tokens[at + count].text[0].isupper()
            and tokens[at + count].end <= end
            and count < 6
        ):
            count += 1
        words += " " + " ".join(token.text for token in tokens[at + 1 : at + count])
    return count, words, first


def _is_organ(role: str, before: str) -> bool:
    """Whether an Aufsichtsrat or Vorstand is the organ and nobody in it."""
    return before.lower() in _IN_AN_ORGAN and role.lower().endswith(_ORGANS)


def _foreign_role(tokens: list[Token], at: int, end: int) -> tuple[int, str, int] | None:
    """An English role in a German sentence, in capitals: Vice President, Head of Sales."""
    if not tokens[at].text[0].isupper():
        return None
    first = at
    while first and tokens[first - 1].text[0].isupper() and tokens[first - 1].text.lower() in _ENGLISH_MODIFIERS:
        first -= 1
    if first == at and not english_alone(tokens[at].text):
        return None
    count = _of_what(tokens, at, end, capital=True)
    return count, " ".join(token.text for token in tokens[first : at + count]), first


def _of_what(tokens: list[Token], at: int, end: int, *, capital: bool) -> int:
    """The words of "Head of Sales" and "head of elections strategy" from the head on."""
    if at + 2 >= len(tokens) or tokens[at + 1].text != "of" or tokens[at].text.lower() not in _HEADS_OF:
        return 1
    count = 2
    while at + count < len(tokens) and count < 5 and tokens[at + count].end <= end:
        word = tokens[at + count].text
        if not word.isalpha() or word[0].isupper() != capital or word.lower() in _BY_LETTER["en"]:
            break
        count += 1
    return count if count > 2 else 1


def _english_role(tokens: list[Token], at: int, end: int, items: list[Item]) -> tuple[int, str, int] | None:
    """A role in an English sentence with the words that belong to it: "deputy finance minister"."""
    if at + 1 < len(tokens) and tokens[at + 1].end <= end and english_head(tokens[at + 1].text):
        return None  # the next word ends the role
    first = at
    floor = items[-1].end if items and items[-1].letter in "PO" else 0
    while (
        first
        and at - first < 4
        and tokens[first - 1].start >= floor
        and _modifies(tokens[first - 1].text, tokens[at].text)
    ):
        first -= 1
    if first == at and not english_alone(tokens[at].text):
        return None
    count = _of_what(tokens, at, end, capital=False)
    return count, " ".join(token.text for token in tokens[first : at + count]), first


def _modifies(word: str, head: str) -> bool:
    lower = word.lower()
    if not word.replace("-", "").isalpha() or lower in _STOPS_OF_A_ROLE or lower in _BY_LETTER["en"] or word in TITLES:
        return False
    if word[0].isupper() != head[0].isupper() and lower not in _ENGLISH_MODIFIERS:
        return False
    if head.lower() == "general" and lower not in _RANKS:
        return False
    if lower.endswith("s") and lower not in _PLURAL_MODIFIERS and not lower.endswith("ss"):
        return False
    return not lower.endswith(("ly", "ing", "ed")) or lower in _ENGLISH_MODIFIERS or lower in _FIELDS
