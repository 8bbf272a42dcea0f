"""What a tantivy index holds, and how a document gets in. tantivy is an optional extra, so it is imported late."""

import json
from typing import TYPE_CHECKING, Any, Final

from desktop_app.index.text.analysis import (
    LANGUAGES,
    LEAD_MARK,
    MARKS,
    Language,
    expand,
    marked_pieces,
    pieces,
    stemmed,
)
from desktop_app.model.documents import Document, IndexCursor

if TYPE_CHECKING:
    import tantivy

FORMAT: Final = 1  # of the fields below; an index of another format is built anew
FIELDS: Final = ("title", "text", "note", "lead")  # the lead is part of the text as well
CURSOR_ID: Final = -1  # the document that holds the cursor; articles have numbers above 0
BETWEEN: Final = "\x1c"  # between the pieces of a field
BETWEEN_FIELDS: Final = "\x00"
_POSITIONLESS: Final = "freq"
_TOKENIZER: Final = "whitespace"  # for words that are joined by blanks
_KEPT_STEMS: Final = 1 << 18
_MARKS: Final = frozenset(MARKS)
_SPOKEN: Final[dict[str, tuple[Language, ...]]] = {"de": ("de",), "en": ("en",)}


def stem_field(name: str, language: Language) -> str:
    """The field with the stems of `name` in a language; documents in neither German nor English are in both."""
    return f"{name}_{language}"


def make_schema() -> "tantivy.Schema":
    """Words with positions and, for each language, their stems; the number; the analysed text for exact checks."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("id", indexed=True, fast=True)
    builder.add_bytes_field("stored", stored=True)
    for name in FIELDS:
        builder.add_text_field(name, tokenizer_name=_TOKENIZER, index_option="position")
        for language in LANGUAGES:
            builder.add_text_field(stem_field(name, language), tokenizer_name=_TOKENIZER, index_option=_POSITIONLESS)
    return builder.build()


def cursor_document(cursor: IndexCursor) -> "tantivy.Document":
    """How far the index has read, as a document, so that it is in the same commit as the articles."""
    import tantivy

    document = tantivy.Document()
    document.add_integer("id", CURSOR_ID)
    document.add_bytes("stored", json.dumps([FORMAT, cursor.epoch, cursor.seq]).encode())
    return document


def read_cursor(stored: bytes) -> IndexCursor:
    """What `cursor_document` stored. Raises ValueError for another format."""
    version, epoch, seq = json.loads(stored)
    if version != FORMAT:
        raise ValueError(f"format {version}")
    return IndexCursor(str(epoch), int(seq))


def article_document(document: Document) -> "tantivy.Document":
    """An article's words at their positions, their stems, and its pieces as `Stored` reads them."""
    import tantivy

    made = tantivy.Document()
    made.add_integer("id", document.id)
    text = marked_pieces(document.text, document.lead)
    found = {"title": pieces(document.title), "text": text, "note": pieces(document.note) if document.note else []}
    spoken = _SPOKEN.get(document.language, LANGUAGES)
    for name in FIELDS:
        words, positions = _terms(text[: text.index(LEAD_MARK)] if name == "lead" else found[name])
        if positions == [*range(len(words))]:
            made.add_text(name, " ".join(words))
        else:
            made.add_pre_tokenized_text(name, _tokens(words, positions))
        for language in spoken if words else ():
            made.add_text(stem_field(name, language), " ".join(map(_STEMS[language].__getitem__, words)))
    stored = [document.language, *(BETWEEN.join(each) for each in found.values())]
    made.add_bytes("stored", BETWEEN_FIELDS.join(stored).encode())
    return made


def read_article(stored: bytes) -> tuple[str, list[list[str]]]:
    """The language and the pieces of title, text and note, the text's with the marks of its borders."""
    language, *fields = stored.decode().split(BETWEEN_FIELDS)
    return language, [field.split(BETWEEN) if field else [] for field in fields]


class _Stems(dict[str, str]):
    """The stems of words, each looked up once; it begins anew when it has become large."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> str:
        if len(self) > _KEPT_STEMS:
            self.clear()
        stem = self[word] = stemmed([word], self._language)[0]
        return stem


_STEMS: Final = {language: _Stems(language) for language in LANGUAGES}


def _terms(found: list[str]) -> tuple[list[str], list[int]]:
    """Words with their positions, in order."""
    words: list[str] = []
    positions: list[int] = []
    at = 0
    for piece in found:
        if piece in _MARKS:
            continue
        expansion, width = expand(piece)
        for term, offset in expansion:
            words.append(term)
            positions.append(at + offset)
        at += width
    return words, positions


def _tokens(words: list[str], positions: list[int]) -> Any:
    from tantivy import PreTokenizedString, Token

    return PreTokenizedString("", [Token(word, at, 0, 0) for word, at in zip(words, positions, strict=True)])
