"""The names of the query language's fields, operators and fixed values, in English and German."""

from collections.abc import Iterable, Mapping
from typing import Final, Literal

LIKE: Final = "like"
AT_LEAST: Final = ("atleast", "mindestens")

# What is printed, and its other names, the German one first.
_PROSE = {"title": ("titel",), "lead": ("vorspann",), "text": ("text",), "note": ("notiz",)}
_FILTERS = {
    "tag": ("schlagwort",),
    "source": ("quelle",),
    "lang": ("sprache", "language"),
    "date": ("datum",),
    "is": ("ist",),
    "has": ("hat",),
    "person": ("person",),
    "org": ("organisation",),
    "author": ("autor",),
    "place": ("ort",),
    "path": ("pfad",),
    "dossier": ("dossier", "mappe"),
    "screening": ("durchsicht",),
}
_STATES = {
    "read": ("gelesen",),
    "unread": ("ungelesen",),
    "starred": ("markiert", "stern"),
    "dated": ("datiert",),
    "undated": ("undatiert",),
    "tagged": ("verschlagwortet",),
    "untagged": ("unverschlagwortet",),
    "noted": ("notiert", "notiz", "annotated"),
    "unnoted": ("unnotiert",),
    "orphaned": ("verwaist",),
    "duplicate": ("doppelt", "duplikat", "duplicates"),
    "copy": ("kopie", "copies"),
    "trash": ("papierkorb", "gelöscht", "trashed"),
    "checked": ("geprüft", "geprueft"),
}
_HAVING = {
    "tag": ("schlagwort", "tags", "schlagworte"),
    "note": ("notiz", "notes", "notizen"),
    "highlight": ("markierung", "highlights", "markierungen"),
    "star": ("stern",),
    "date": ("datum",),
    "title": ("titel",),
    "source": ("quelle",),
    "lang": ("sprache", "language"),
    "author": ("autor",),
    "place": ("ort",),
    "person": ("person", "persons", "people", "personen"),
    "org": ("organisation", "organisationen"),
    "duplicate": ("duplikat", "duplicates", "duplikate"),
    "dossier": ("dossier", "dossiers", "mappe"),
    "copies": ("kopien", "versions", "fassungen"),
}
# What an article has where a state says the same.
_STATE_OF_HAVING = {"tag": "tagged", "note": "noted", "star": "starred", "date": "dated", "duplicate": "duplicate"}
_LANGUAGES = {
    "de": ("deutsch", "german"),
    "en": ("englisch", "english"),
    "ja": ("japanisch", "japanese", "jp", "日本語"),
}

Operator = Literal["and", "or", "not", "near", "sentence", "paragraph"]
_OPERATORS: dict[Operator, tuple[str, ...]] = {
    "and": ("AND", "UND", "&&"),
    "or": ("OR", "ODER", "||"),
    "not": ("NOT", "NICHT"),
    "near": ("NEAR", "NAHE"),
    "sentence": ("SENT", "SATZ"),
    "paragraph": ("SAME", "ABSATZ"),
}


def _by_name(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {name: meaning for meaning, names in table.items() for name in (meaning, *names)}


PROSE: Final = tuple(_PROSE)
FILTERS: Final = tuple(_FILTERS)
# Keys are in small letters.
NAMES: Final = _by_name({**_PROSE, **_FILTERS, LIKE: ("ähnlich", "aehnlich")})
STATES: Final = _by_name(_STATES)
LANGUAGES: Final = _by_name(_LANGUAGES)
# What an article may have, as the filter (field, value) that says so.
HAVING: Final = {
    name: ("is", _STATE_OF_HAVING[thing]) if thing in _STATE_OF_HAVING else ("has", thing)
    for name, thing in _by_name(_HAVING).items()
}
OPERATORS: Final = {name: meaning for meaning, names in _OPERATORS.items() for name in names}

# By kind of value: what it means, in English and in German.
VOCABULARY: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "field": {name: (f"{name}:", f"{names[0]}:") for name, names in {**_PROSE, **_FILTERS, LIKE: ("ähnlich",)}.items()},
    "operator": {names[0]: (names[0], names[1]) for names in _OPERATORS.values()},
    "is": {name: (name, names[0]) for name, names in _STATES.items()},
    "has": {name: (name, names[0]) for name, names in _HAVING.items()},
    "lang": {name: (name, name) for name in _LANGUAGES},
    "date": {day: (day, german) for day, german in (("today", "heute"), ("yesterday", "gestern"))},
}
