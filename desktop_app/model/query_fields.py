"""The names of the query language's fields and fixed values, in English and German."""

from typing import Final, Literal

PROSE: Final = ("title", "lead", "text", "note")
FILTERS: Final = ("tag", "source", "lang", "date", "is", "has", "person", "org", "author", "place", "path")
LIKE: Final = "like"

NAMES: Final[dict[str, str]] = {
    **{name: name for name in (*PROSE, *FILTERS, LIKE)},
    "titel": "title",
    "vorspann": "lead",
    "notiz": "note",
    "schlagwort": "tag",
    "quelle": "source",
    "sprache": "lang",
    "language": "lang",
    "datum": "date",
    "ist": "is",
    "hat": "has",
    "organisation": "org",
    "autor": "author",
    "ort": "place",
    "pfad": "path",
    "ähnlich": LIKE,
    "aehnlich": LIKE,
}

_STATE_NAMES = (
    *("read", "unread", "starred", "undated", "dated"),
    *("tagged", "untagged", "noted", "unnoted", "trash", "duplicate"),
)

STATES: Final[dict[str, str]] = {
    **{name: name for name in _STATE_NAMES},
    "gelesen": "read",
    "ungelesen": "unread",
    "markiert": "starred",
    "stern": "starred",
    "undatiert": "undated",
    "datiert": "dated",
    "papierkorb": "trash",
    "trashed": "trash",
    "gelöscht": "trash",
    "verschlagwortet": "tagged",
    "unverschlagwortet": "untagged",
    "notiert": "noted",
    "notiz": "noted",
    "annotated": "noted",
    "doppelt": "duplicate",
    "duplikat": "duplicate",
    "duplicates": "duplicate",
}

# What an article may have, as the filter (field, value) that says so.
HAVING: Final[dict[str, tuple[str, str]]] = {
    **dict.fromkeys(("tag", "tags", "schlagwort", "schlagworte"), ("is", "tagged")),
    **dict.fromkeys(("note", "notes", "notiz", "notizen"), ("is", "noted")),
    **dict.fromkeys(("date", "datum"), ("is", "dated")),
    **dict.fromkeys(("star", "stern"), ("is", "starred")),
    **dict.fromkeys(("duplicate", "duplicates", "duplikat", "duplikate"), ("is", "duplicate")),
    **dict.fromkeys(("title", "titel"), ("has", "title")),
    **dict.fromkeys(("source", "quelle"), ("has", "source")),
    **dict.fromkeys(("lang", "language", "sprache"), ("has", "lang")),
    **dict.fromkeys(("author", "autor"), ("has", "author")),
    **dict.fromkeys(("place", "ort"), ("has", "place")),
    **dict.fromkeys(("person", "people", "persons", "personen"), ("has", "person")),
    **dict.fromkeys(("org", "organisation", "organisationen"), ("has", "org")),
}

LANGUAGES: Final[dict[str, str]] = {
    "deutsch": "de",
    "german": "de",
    "englisch": "en",
    "english": "en",
    "japanisch": "ja",
    "japanese": "ja",
    "jp": "ja",
    "日本語": "ja",
}

AT_LEAST: Final = ("atleast", "mindestens")

Operator = Literal["and", "or", "not", "near", "sentence", "paragraph"]

OPERATORS: Final[dict[str, Operator]] = {
    "AND": "and",
    "UND": "and",
    "&&": "and",
    "OR": "or",
    "ODER": "or",
    "||": "or",
    "NOT": "not",
    "NICHT": "not",
    "NEAR": "near",
    "NAHE": "near",
    "SENT": "sentence",
    "SATZ": "sentence",
    "SAME": "paragraph",
    "ABSATZ": "paragraph",
}
