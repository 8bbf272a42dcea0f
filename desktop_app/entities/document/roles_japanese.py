"""Who is said to be what in Japanese: 西野綾子社長, 創業者の真鍋一郎さん, 森田浩二・大阪商工会議所専務理事."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from desktop_app.entities.document.page import Draft, Page
from desktop_app.entities.document.role_words import japanese_addresses, japanese_ends
from desktop_app.entities.document.roles import Statement

_WORD: Final = "[\u3400-\u9fff\u3005\u30a0-\u30fa\u30fcA-Za-zＡ-Ｚａ-ｚ]"
_BEHIND: Final = re.compile(f"({_WORD}{{1,14}})")
_AGE: Final = re.compile(r"\s*[（(]\s*[0-9０-９]{1,3}\s*(?:歳)?\s*[)）]")
_BEFORE: Final = re.compile(f"({_WORD}{{1,14}}?)(?:[（(][^（）()]{{1,12}}[)）])?(?:の|[ 　]{{0,3}})$")
_TIED: Final = re.compile(r"(?:[（(][^（）()]{1,15}[)）])?(?:の|[ 　]{0,3})$")
_OF_A_STATE: Final = re.compile(
    "(?:[\u30a1-\u30fa\u30fc]{2,}|米国?|独|英国?|仏|露|中国|韓国|北朝鮮|日本|台湾)(?=(?:副?大統領|首相|外相|国防相|[財農法]相|国王|大使|国家主席)$)"
)
_ALONE: Final = frozenset(("王", "代表", "講師", "審判", "選手"))
_WINDOW: Final = 40  # code points looked at on either side


def japanese_statements(page: Page, found: list[Draft]) -> list[Statement]:
    """What the Japanese stretches of a text say of the mentions, in order."""
    out: list[Statement] = []
    starts = [draft.start for draft in found]
    for start, end in page.japanese:
        inside = found[bisect_left(starts, start) : bisect_left(starts, end)]
        for number, draft in enumerate(inside):
            if draft.kind == "person":
                neighbours = inside[max(0, number - 1) : number + 2]
                out += _of_person(page.text, draft, neighbours)
    return out


def _of_person(text: str, person: Draft, neighbours: list[Draft]) -> Iterator[Statement]:
    if statement := _behind(text, person, neighbours) or _before(text, person, neighbours):
        yield statement


def _role(word: str) -> str:
    """The role that ends `word`, forms of address off; empty if it ends in none."""
    for address in japanese_addresses():
        if word.endswith(address) and word != address:
            word = word.removesuffix(address)
            break
    if state := _OF_A_STATE.match(word):
        word = word[state.end() :]
    return word if any(word.endswith(end) for end in japanese_ends()) and word not in japanese_addresses() else ""


def _behind(text: str, person: Draft, neighbours: list[Draft]) -> Statement | None:
    """西野綾子社長; 森田浩二・大阪商工会議所専務理事; the firm before it, if の ties it."""
    at = person.end
    if age := _AGE.match(text, at):
        at = age.end()
    body = None
    if text[at : at + 1] in "・、,＝":
        body = next((draft for draft in neighbours if draft.start == at + 1 and draft.kind == "organisation"), None)
        at = body.end if body else at + (text[at : at + 1] == "・")
        if body is None and text[at - 1] != "・":
            return None
    match = _BEHIND.match(text, at)
    role = _role(match[1]) if match else ""
    if not match or not role:
        return None
    end = at + len(role)
    if body is None:
        body = _tied(text, person.start, neighbours)
    start = min(person.start, body.start) if body else person.start
    return Statement(person, role, body, start, max(end, body.end) if body else end, 0.9)


def _tied(text: str, start: int, neighbours: list[Draft]) -> Draft | None:
    """The organisation that stands right before `start`, with or without の."""
    for draft in neighbours:
        if draft.kind == "organisation" and 0 <= start - draft.end < 20 and _TIED.fullmatch(text, draft.end, start):
            return draft
    return None


def _before(text: str, person: Draft, neighbours: list[Draft]) -> Statement | None:
    """創業者の真鍋一郎さん, 日銀の桑原総裁, 取締役 渡邊剛."""
    floor = max((draft.end for draft in neighbours if draft.end <= person.start), default=0)
    begin = max(floor, person.start - _WINDOW)
    match = _BEFORE.search(text, begin, person.start)
    if not match:
        return None
    run = re.search(f"{_WORD}+$", text[begin : match.end(1)])
    role = _role(run[0]) if run else ""
    if not role or not run or (role in _ALONE and "の" not in text[match.end(1) : person.start]):
        return None
    start = begin + run.start()
    body = _tied(text, start, neighbours)
    return Statement(person, role, body, body.start if body else start, person.end, 0.85)
