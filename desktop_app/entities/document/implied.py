"""The organisation of a role that a sentence leaves unsaid: "Geschäftsführerin A" in an article about one firm."""

import re
from dataclasses import replace
from typing import Final

from desktop_app.entities.document.page import Draft, Page
from desktop_app.entities.document.roles import Statement

# Roles that nobody has without an organisation, but for those of states and towns.
_OF_SOMETHING: Final = re.compile(
    r"(?:geschäftsführer|vorsitzende[rn]?|vorstand|vorstandsmitglied|sprecher|inhaber|gründer|direktor|leiter|(?<!konsul)chef|präsident|"
    r"prokurist|justiziar|kurator|manager|eigner|bevollmächtigte[rn]?|kommandant|kassierer|schatzmeister|kassenwart|sportwart|"
    r"jugendwart|schriftführer|redakteur|betreiber|koordinator|obermeister|intendant|rektor|kapitän|dramaturg|"
    r"ansprechpartner|gesellschafter|unternehmenssprecher|ceo|cfo|coo|cto)(?:in)?\Z|"
    r"(?:president|chairman|chairwoman|chair|director|officer|spokesman|spokeswoman|founder|executive|secretary|head|"
    r"chief|manager|owner|principal|headmaster|headmistress|editor|developer|local secretary)(?: of [a-z]+)?\Z|"
    r"(?:会長|社長|代表|所長|理事|専務|常務|支店長|支社長|理事長|会頭|総裁|取締役|創業者|座長|部長|課長|室長|館長|店長|工場長|委員長|執行役員|学芸員|"
    r"ディレクター|総務会長|幹事長|局長|次長|代表者)\Z",
    re.IGNORECASE,
)
# Of a state, a town or a task; of an organisation only if the sentence names one.
_OF_STATES: Final = re.compile(
    r"\A(?:vize|ex-?)?präsident(?:in)?\Z|\Apresident\Z|(?:einsatz|projekt|studien|reise|ressort|wahlkampf|büro)leiter|turnierdirektor",
    re.IGNORECASE,
)
_HEADS_OF_STATE: Final = re.compile(
    r".*(?:minister|kanzler|(?:regierungs|staats)chef|(?:bundes|staats|minister|landtags|regierungs|rats|stadt)präsident)",
    re.IGNORECASE,
)
_STATES: Final = re.compile(r"\A(?:foreign|finance|interior|defen[cs]e|prime|state|home|housing|farm)\b", re.IGNORECASE)
_FIRST_PART: Final = re.compile(
    r"([A-ZÄÖÜ][a-zäöüß]{3,}?)s?-?(?:chef|präsident|vorsitzende[rn]?|sprecher|leiter|direktor|vorstand|rektor)(?:in)?\Z"
)
_MOST_CHOICE: Final = 3  # organisations before: among more the first is hardly ever meant
_FAR: Final = 700  # code points between the organisation and the role


def implied(page: Page, said: list[Statement], found: list[Draft], number_of: dict[int, int]) -> list[Statement]:
    """The statements, those without an organisation with the one that can be meant, if one can.

    `number_of` gives the cluster of each draft by its id.
    """
    bodies = [draft for draft in found if draft.kind == "organisation" and not _is_aside(page, draft)]
    return [
        statement if statement.organisation or not _asks(statement) else _with_body(page, statement, bodies, number_of)
        for statement in said
    ]


def _asks(statement: Statement) -> bool:
    if statement.possessive:
        return True
    role = statement.role
    if _HEADS_OF_STATE.match(role):
        return False
    return bool(_OF_SOMETHING.search(role)) and not _STATES.match(role)


def _is_aside(page: Page, draft: Draft) -> bool:
    """Whether an organisation is only somebody's party or paper: "(CDU)"."""
    brackets = ("()", "（）")
    return (
        page.text[draft.start - 1 : draft.start] + page.text[draft.end : draft.end + 1] in brackets
        and draft.end - draft.start < 8
    )


def _with_body(page: Page, statement: Statement, bodies: list[Draft], number_of: dict[int, int]) -> Statement:
    before = [draft for draft in bodies if draft.end <= statement.start and statement.start - draft.start < _FAR]
    if not before:
        return statement
    if named := _named_in_role(page, statement, before):
        return replace(statement, organisation=named, confidence=0.6)
    sentence = page.sentence(statement.start)
    near = [draft for draft in before if sentence and draft.start >= sentence.start]
    if not near and _OF_STATES.search(statement.role) and not statement.possessive:
        return statement
    choice = len({number_of[id(draft)] for draft in before})
    if near:
        if page.text[near[-1].end : near[-1].end + 1] == "-":
            return statement
        return replace(statement, organisation=near[-1], confidence=0.6 if choice == 1 else 0.5)
    if choice > _MOST_CHOICE:
        return statement
    return replace(statement, organisation=before[0], confidence=0.6 if choice == 1 else 0.45)


def _named_in_role(page: Page, statement: Statement, before: list[Draft]) -> Draft | None:
    """The club of a Vereinschef, the chamber of a Kammerpräsident."""
    match = _FIRST_PART.search(statement.role)
    if not match:
        return None
    stem = match[1].lower()
    return next((draft for draft in reversed(before) if stem in page.form(draft).lower()), None)
