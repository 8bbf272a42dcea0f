"""The echo of a query with the German names of operators, fields and values."""

from desktop_app.model.query_fields import AT_LEAST, OPERATORS, VOCABULARY
from desktop_app.model.query_lexer import Token, spans


def in_german(understood: str) -> str:
    """A query as it is printed, with German names; it means the same."""
    out: list[str] = []
    at, field = 0, ""
    for token, start, end in spans(understood):
        out += [understood[at:start], _said(token, understood[start:end], field)]
        at, field = end, token.text if token.kind == "field" else ""
    return "".join(out) + understood[at:]


def _said(token: Token, text: str, field: str) -> str:
    """How a token that was written as `text`, behind the name of `field`, is said in German."""
    if token.kind == "field":
        return VOCABULARY["field"][token.text][1]
    if token.kind == "atleast":
        return text.replace(*AT_LEAST)
    if token.kind == "word":
        names = VOCABULARY[field] if field in ("is", "has") else {}
        return names.get(text, (text, text))[1]
    word, slash, distance = text.partition("/")
    for english, german in VOCABULARY["operator"].values():
        if token.kind in OPERATORS.values() and word == english:
            return f"{german}{slash}{distance}"
    return text
