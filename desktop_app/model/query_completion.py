"""What is being typed into the search box, for a list of completions."""

import re
from typing import Literal, NamedTuple, cast

from desktop_app.model.query_fields import FILTERS, LIKE, OPERATORS, VOCABULARY
from desktop_app.model.query_leaves import literal
from desktop_app.model.query_lexer import Token, spans, word_end
from desktop_app.model.query_nodes import QUOTES_AND_BRACKETS, quoted

# "" is nothing to offer, "word" words of the archive, "field" and "operator" such names too that begin so, and the
# others are values of the field of that name.
Kind = Literal[
    "",
    "word",
    "field",
    "operator",
    "tag",
    "source",
    "lang",
    "date",
    "is",
    "has",
    "person",
    "org",
    "author",
    "place",
    "path",
    "dossier",
    "screening",
]

_COLON = re.compile("[:：]")
_NO_WORD = re.compile(r"^/|[*?~:：]")  # patterns, and what has its own value behind it
_DATE_STARTS = re.compile(r".*\.\.\.?|[<>]=?|=", re.DOTALL)


class Completion(NamedTuple):
    """What stands before the cursor: `text[start:end]` is to be replaced by a value that begins with `prefix`."""

    start: int  # code points
    end: int
    kind: Kind
    prefix: str = ""
    within: bool = False  # inside a phrase, where a word needs no quotes of its own


def completion(text: str, cursor: int) -> Completion:
    """What is being typed at `cursor` (code points). The values to offer are looked up by kind and prefix."""
    before = text[:cursor]
    last, field = _last(before)
    if last is None:
        return _begun(cursor, field)
    token, start = last
    if token.kind == "word":
        return _word(text, start, cursor, field)
    if token.kind == "phrase" and not token.closed:
        return _phrase(text, start, cursor, field)
    if token.text.isalpha() and token.kind in OPERATORS.values():
        return Completion(start, cursor, "operator", token.text)
    return _begun(cursor, field if token.kind in ("field", "open", "not") else "")


def begun(text: str) -> str:
    """`text` with the plain word at its end read as the beginning of one (`zoll hafe` → `zoll hafe*`), else ""."""
    at = completion(text, len(text))
    plain = at.kind in ("word", "field") and not at.within and text[at.start - 1 : at.start] != "="
    return f"{text}*" if plain and len(at.prefix) > 1 and at.end == len(text) else ""


def fixed_values(kind: str, prefix: str = "", *, german: bool = False) -> list[str]:
    """What the language itself offers for a kind, with the names of one interface language, or of the other if typed.

    Kinds are "field", "operator", "is", "has", "lang" and "date"; for any other the list is empty.
    """
    wanted = prefix.casefold()
    offered: list[str] = []
    for names in VOCABULARY.get(kind, {}).values():
        shown = names[::-1] if german else names
        offered += [name for name in shown if name.casefold().startswith(wanted)][:1] if wanted else shown[:1]
    return offered


def inserted(text: str, at: Completion, value: str) -> tuple[str, int]:
    """The text with `value` in the place of what was typed, and where the cursor goes.

    The value is quoted where it would fall apart, and a space follows it, so that the next word can be typed.
    """
    written = _written(at, value)
    rest = text[at.end :]
    cursor = at.start + len(written)
    if at.within or written.endswith(":") or rest.startswith((")", "）")):
        return text[: at.start] + written + rest, cursor
    gap = "" if rest[:1].isspace() else " "
    return text[: at.start] + written + gap + rest, cursor + 1


def _written(at: Completion, value: str) -> str:
    if at.within:
        return value.replace('"', "'")
    if at.kind in FILTERS:
        return quoted(value.replace('"', "'"))
    if at.kind in ("field", "operator") and value in fixed_values(at.kind, value):
        return value
    leaf = literal(value)
    return str(leaf) if leaf else value


def _last(before: str) -> tuple[tuple[Token, int] | None, str]:
    """The token that the cursor touches, with its beginning, and the name of the field that is meant there."""
    fields, pending, meant = [""], "", ""
    touched: tuple[Token, int] | None = None
    for token, start, end in spans(before):
        meant = pending or fields[-1]
        pending = token.text if token.kind == "field" else ""
        if token.kind == "open":
            fields.append(meant)
        elif token.kind == "close" and len(fields) > 1:
            fields.pop()
        touched = (token, start) if end == len(before) else None
    if touched and touched[0].kind in ("word", "phrase"):
        return touched, meant
    return touched, pending or fields[-1]


def _begun(cursor: int, field: str) -> Completion:
    """Nothing is typed yet, but where a field waits for its value."""
    return Completion(cursor, cursor, _value_kind(field))


def _value_kind(field: str) -> Kind:
    return cast("Kind", field) if field in FILTERS else ""


def _word(text: str, start: int, cursor: int, field: str) -> Completion:
    end = word_end(text, cursor)
    if kind := _value_kind(field):
        typed = text[start:cursor]
        if kind == "date" and (signs := _DATE_STARTS.match(typed)):
            start += signs.end()
        return Completion(start, end, kind, text[start:cursor].lstrip("'‚‘"))
    exact = text[start] == "="
    start += exact
    typed = text[start:cursor]
    if field == LIKE or not typed.strip("-_/") or _NO_WORD.search(typed):
        return Completion(cursor, cursor, "")
    if colon := _COLON.search(text, cursor, end):
        end = colon.end()
    return Completion(start, end, _word_kind(typed, named=exact or bool(field)), typed)


def _word_kind(typed: str, *, named: bool) -> Kind:
    if len(typed) > 1 and typed.isupper() and fixed_values("operator", typed):
        return "operator"
    return "field" if not named and fixed_values("field", typed) else "word"


def _phrase(text: str, start: int, cursor: int, field: str) -> Completion:
    """In a phrase whose closing mark is not typed yet, or stands right behind the cursor."""
    if kind := _value_kind(field):
        end = cursor + 1 if text[cursor : cursor + 1] in tuple(QUOTES_AND_BRACKETS) else cursor
        return Completion(start, end, kind, text[start:cursor].lstrip("=")[1:])
    inside = text[start:cursor].lstrip("=")[1:]
    word = inside.split(" ")[-1]
    return Completion(cursor - len(word), cursor, "word" if word else "", word, within=True)
