"""What stands beside a name and tells what it is: a title or role before it, a legal form at its end."""

from collections.abc import Iterator, Sequence
from typing import Final

from desktop_app.entities.document.page import Draft, Page, with_new
from desktop_app.entities.document.role_words import english_head, german
from desktop_app.entities.document.tidying import PARTICLES, PLACE_WORDS, TITLES
from desktop_app.entities.naming.folding import fold
from desktop_app.entities.naming.legal_forms import split_legal_form
from desktop_app.entities.naming.tables import given_names, places
from desktop_app.entities.tokens import Token, listed

_ADDRESSES: Final = listed("Herr Herrn Frau Dr. Prof. Mr. Mrs. Ms. Mr Mrs Ms Sir Dame")
_SURE: Final = 0.65  # of a mention with such a sign
_NEW: Final = 0.6  # of one that only the sign shows
_LONGEST: Final = 5  # words of a name


def with_signs(page: Page, found: list[Draft]) -> list[Draft]:
    """The mentions, surer where a sign stands beside them, and the people whom only a title or role shows."""
    for draft in found:
        if draft.confidence >= _SURE:
            continue
        if draft.kind == "organisation":
            reason = "legal form" if split_legal_form(page.form(draft))[1] else ""
        else:
            reason = "role" if _is_sign(page.before(draft.start)) else ""
        if reason:
            draft.confidence, draft.reason = _SURE, reason
    return with_new(found, _shown(page))


def _is_sign(word: str) -> bool:
    return word in _ADDRESSES or bool(german(word)) or (word[:1].islower() and english_head(word))


def _shown(page: Page) -> Iterator[Draft]:
    for sentence in page.sentences:
        tokens = sentence.tokens
        for at, token in enumerate(tokens[:-1]):
            if not token.text[0].isupper():
                continue
            addressed = token.text in _ADDRESSES
            if not addressed and not (len(token.text) > 3 and german(token.text)):
                continue
            count = _name_at(tokens, at + 1, addressed=addressed)
            if count:
                yield Draft(tokens[at + 1].start, tokens[at + count].end, "person", _NEW, "role")


def _name_at(tokens: Sequence[Token], at: int, *, addressed: bool) -> int:
    """How many words of a name begin at a word: a given name and a surname, behind an address the surname alone."""
    count = 0
    while at + count < len(tokens) and count < _LONGEST and _is_name_word(tokens[at + count].text):
        count += 1
    while count and tokens[at + count - 1].text in PARTICLES:
        count -= 1
    if not count or (at + count < len(tokens) and tokens[at + count].text in PLACE_WORDS):
        return 0
    known = fold(tokens[at].text) in given_names() and fold(tokens[at].text) not in places()
    if addressed and count == 1:
        if tokens[at].text in TITLES:
            return 0
        return 1 if len(tokens[at].text) > 2 and tokens[at].text[1:].islower() and not german(tokens[at].text) else 0
    return count if known and 2 <= count <= 3 else 0


def _is_name_word(word: str) -> bool:
    plain = word.replace("-", "").rstrip(".")
    return word in PARTICLES or (plain.isalpha() and word[0].isupper() and not (word.isupper() and len(plain) > 1))
