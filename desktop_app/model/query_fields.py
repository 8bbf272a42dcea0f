"""The names of the query language's fields and fixed values, in English and German."""

from typing import Final

PROSE: Final = ("title", "text", "note")
FILTERS: Final = ("tag", "source", "lang", "date", "is", "person", "org", "author", "place", "path")

NAMES: Final[dict[str, str]] = {
    **{name: name for name in (*PROSE, *FILTERS)},
    "titel": "title",
    "notiz": "note",
    "schlagwort": "tag",
    "quelle": "source",
    "sprache": "lang",
    "language": "lang",
    "datum": "date",
    "ist": "is",
    "organisation": "org",
    "autor": "author",
    "ort": "place",
    "pfad": "path",
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

OPERATORS: Final[dict[str, str]] = {
    "AND": "and",
    "UND": "and",
    "&&": "and",
    "OR": "or",
    "ODER": "or",
    "||": "or",
    "NOT": "not",
    "NICHT": "not",
}
