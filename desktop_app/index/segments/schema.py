"""What the index holds of a document: prose only. Tags, dates and sources are filters, kept in the store."""

from typing import Final

from whoosh import analysis, columns, fields

from desktop_app.index.text.analysis import terms
from desktop_app.model.documents import IndexCursor

PROSE: Final = ("title", "text", "note")


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


class PressSchema(fields.Schema):  # type: ignore[misc]
    """The fields, and how far the index has read: the cursor is pickled with the schema into each TOC.

    So a commit of Whoosh, which is one rename, makes documents and cursor visible together.
    """

    cursor: IndexCursor | None = None


def make_schema() -> PressSchema:
    """A schema with words with positions for each kind of prose. Stems are no field: see `segment.stem_tables`."""
    words = WordTokenizer()
    prose = {name: fields.TEXT(analyzer=words) for name in PROSE}
    return PressSchema(id=fields.COLUMN(columns.NumericColumn("q")), **prose)
