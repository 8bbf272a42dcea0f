"""What the index holds of a document: prose only. Tags, dates and sources are filters, kept in the store."""

from typing import Final

from whoosh import analysis, columns, fields, formats

from desktop_app.index.analysis import stem_all, terms
from desktop_app.model.documents import IndexCursor

PROSE: Final = ("title", "text", "note")
STEMS: Final = {name: f"{name}_stem" for name in PROSE}


class WordTokenizer(analysis.Tokenizer):  # type: ignore[misc]
    """Our analysis as Whoosh's searcher and its query parser see it; the writer does not go through it."""

    def __call__(self, value, positions=False, **options):  # type: ignore[no-untyped-def]
        token = analysis.Token(positions, **options)
        token.boost = 1.0
        for term, position in terms(value):
            token.text = term
            token.stopped = False
            if positions:
                token.pos = position
            yield token


class StemFilter(analysis.Filter):  # type: ignore[misc]
    """German and English stems of each token."""

    def __call__(self, tokens):  # type: ignore[no-untyped-def]
        for token in tokens:
            german, english = stem_all([token.text])
            for stem in dict.fromkeys(filter(None, german + english)):
                token.text = stem
                yield token


class PressSchema(fields.Schema):  # type: ignore[misc]
    """The fields, and how far the index has read: the cursor is pickled with the schema into each TOC.

    So a commit of Whoosh, which is one rename, makes documents and cursor visible together.
    """

    cursor: IndexCursor | None = None


def make_schema() -> PressSchema:
    """A schema with exact words with positions, and stems without, for each kind of prose."""
    words = WordTokenizer()
    prose: dict[str, fields.FieldType] = {"id": fields.COLUMN(columns.NumericColumn("q"))}
    for name in PROSE:
        prose[name] = fields.TEXT(analyzer=words)
        stems = fields.TEXT(analyzer=words | StemFilter(), phrase=False)
        stems.format = formats.Frequency()
        prose[STEMS[name]] = stems
    return PressSchema(**prose)
