"""The reader's synonyms: sets of words and phrases that mean the same. Each verb is one undo step.

A word may be in several sets, as a bank is by a river and in a street: a search for it finds the words of all of them,
but the words of the one set do not thereby find those of the other.
"""

import json
from collections.abc import Sequence

from desktop_app.archive import labels
from desktop_app.archive.naming import short
from desktop_app.archive.session import Session
from desktop_app.model.changes import Changes
from desktop_app.model.errors import InputRefusedError, NotFoundError
from desktop_app.model.searching import SynonymSet
from desktop_app.model.synonyms import folded
from desktop_app.model.text import normalise
from desktop_app.store import searches

MOST_WORDS = 50  # in a set: a search for one of them asks for all
MOST_SETS = 1_000
WORD_LIMIT = 100  # code points in a word or phrase


class Synonyms:
    """The verbs about synonyms."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def synonyms(self) -> list[SynonymSet]:
        """All sets, the oldest first."""
        return searches.synonym_sets(self._session.reader())

    def add_synonyms(self, words: Sequence[str]) -> Changes:
        """Let these words mean the same; `changes.result` is the set's id. Raises InputRefusedError."""
        kept = clean_words(words)
        with self._session.operation() as operation:
            sets = searches.synonym_sets(operation.connection)
            _refuse_twice(sets, kept)
            if len(sets) >= MOST_SETS:
                raise InputRefusedError(
                    "There can be {limit} sets of synonyms at most. Remove one first.", limit=MOST_SETS
                )
            operation.changes.result = operation.insert("synonym_sets", {"words": _packed(kept)})
            operation.name(labels.ADD_SYNONYMS, words=_told(kept))
        return operation.changes

    def change_synonyms(self, number: int, words: Sequence[str]) -> Changes:
        """Replace the words of a set. Raises NotFoundError, InputRefusedError."""
        kept = clean_words(words)
        with self._session.operation() as operation:
            sets = searches.synonym_sets(operation.connection)
            _known(sets, number)
            _refuse_twice([other for other in sets if other.id != number], kept)
            operation.update("synonym_sets", [number], {"words": _packed(kept)})
            operation.name(labels.CHANGE_SYNONYMS, words=_told(kept))
        return operation.changes

    def remove_synonyms(self, number: int) -> Changes:
        """Remove a set. Raises NotFoundError."""
        with self._session.operation() as operation:
            found = _known(searches.synonym_sets(operation.connection), number)
            operation.delete("synonym_sets", [number])
            operation.name(labels.REMOVE_SYNONYMS, words=_told(found.words))
        return operation.changes

    def synonyms_text(self) -> str:
        """All sets as plain text: one a line, its words divided by commas."""
        return "".join(", ".join(found.words) + "\n" for found in self.synonyms())

    def set_synonyms_text(self, text: str) -> Changes:
        """Replace all sets by those of a text as `synonyms_text` gives it; a line that begins with `#` is a remark.

        `changes.result` is the number of sets. Raises InputRefusedError, naming the line.
        """
        wanted = _read(text)
        with self._session.operation() as operation:
            sets = searches.synonym_sets(operation.connection)
            operation.delete("synonym_sets", [found.id for found in sets if found.words not in wanted])
            there = {found.words for found in sets}
            rows = [[_packed(words)] for words in wanted if words not in there]
            operation.insert_many("synonym_sets", ["words"], rows)
            operation.name(labels.SET_SYNONYMS)
            operation.changes.result = len(wanted)
        return operation.changes


def clean_words(words: Sequence[str]) -> tuple[str, ...]:
    """The words as they are kept: on one line, without quotation marks, none twice. Raises InputRefusedError."""
    kept: dict[str, str] = {}
    for word in words:
        clean = " ".join(normalise(word).replace('"', " ").split())
        if "," in clean or len(clean) > WORD_LIMIT:
            raise InputRefusedError(
                "“{word}” cannot be a synonym: it needs 1 to {limit} characters and no comma.",
                word=short(clean),
                limit=WORD_LIMIT,
            )
        if any(char.isalnum() for char in clean):
            kept.setdefault(folded(clean), clean)
    if not 2 <= len(kept) <= MOST_WORDS:
        raise InputRefusedError("A set of synonyms needs 2 to {limit} different words.", limit=MOST_WORDS)
    return tuple(kept.values())


def _read(text: str) -> dict[tuple[str, ...], None]:
    wanted: dict[tuple[str, ...], None] = {}
    for number, line in enumerate(normalise(text).split("\n"), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            wanted[clean_words(line.split(","))] = None
        except InputRefusedError as error:
            raise InputRefusedError("Line {number}: {reason}", number=number, reason=error) from error
    if len(wanted) > MOST_SETS:
        raise InputRefusedError("There can be {limit} sets of synonyms at most. Remove one first.", limit=MOST_SETS)
    return wanted


def _packed(words: Sequence[str]) -> str:
    return json.dumps(words, ensure_ascii=False)


def _told(words: Sequence[str]) -> str:
    return short(", ".join(words))


def _known(sets: Sequence[SynonymSet], number: int) -> SynonymSet:
    for found in sets:
        if found.id == number:
            return found
    raise NotFoundError("There is no set of synonyms {number}. “synonyms list” shows all.", number=number)


def _refuse_twice(sets: Sequence[SynonymSet], words: Sequence[str]) -> None:
    there = {folded(word) for word in words}
    if any({folded(word) for word in found.words} == there for found in sets):
        raise InputRefusedError("“{words}” are synonyms already.", words=_told(words))
