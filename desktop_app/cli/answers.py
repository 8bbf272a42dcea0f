"""The JSON that commands answer with."""

from array import array
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from desktop_app.archive.archive import Archive
from desktop_app.archive.importing import ImportReport
from desktop_app.model.article import Article, Note
from desktop_app.model.changes import Changes
from desktop_app.model.listing import Facets, Listing
from desktop_app.model.people import Mention


def did(changes: Changes, before: str = "") -> dict[str, Any]:
    """What a step did: its label and the number of articles that look different now."""
    label = before + changes.label if changes.label else ""
    return {"did": label or None, "operation": changes.operation, "articles": len(changes.articles)}


def import_as_json(report: ImportReport) -> dict[str, Any]:
    """An import's report, with every file."""
    return {
        "import": report.import_id,
        "added": report.added,
        "updated": report.updated,
        "duplicates": report.duplicates,
        "skipped": report.skipped,
        "failed": report.failed,
        "files": [
            {"path": file.path, "status": file.status, "reason": file.reason, "ids": list(file.ids)}
            for file in report.files
        ],
    }


def hits_as_json(archive: Archive, listing: Listing, page: "array[int]", offset: int) -> list[dict[str, Any]]:
    """One page of a listing, with snippets."""
    snippets = archive.snippets(page, listing.query)
    scores = dict(zip(page, listing.scores[offset:], strict=False)) if listing.scores is not None else {}
    return [
        {
            "id": row.id,
            "score": round(scores[row.id], 4) if row.id in scores else None,
            "title": row.title,
            "kicker": row.kicker,
            "date": row.date,
            "source": row.source,
            "language": row.language,
            "snippet": snippets[row.id].text if row.id in snippets else row.excerpt,
            "spans": [list(span) for span in snippets[row.id].spans] if row.id in snippets else [],
            "tags": [tag.name for tag in row.tags],
        }
        for row in archive.rows(page)
    ]


def facets_as_json(facets: Facets) -> dict[str, Any]:
    """Counts by facet."""
    return {
        name: [{"value": count.value, "label": count.label, "count": count.count} for count in getattr(facets, name)]
        for name in ("tags", "people", "organisations", "sources", "years", "languages")
    }


def note_as_json(note: Note) -> dict[str, Any]:
    """One note."""
    return asdict(note)


def article_as_json(article: Article, mentions: Sequence[Mention]) -> dict[str, Any]:
    """One article whole, with who is named in it."""
    return {
        "id": article.id,
        "title": article.title,
        "kicker": article.kicker,
        "date": article.date,
        "place": article.place,
        "byline": article.byline,
        "credit": article.credit,
        "source": article.source,
        "language": article.language,
        "text": article.text,
        "parts": [asdict(part) for part in article.parts],
        "mentions": [asdict(mention) for mention in mentions],
        "tags": [tag.name for tag in article.tags],
        "notes": [note_as_json(note) for note in article.notes],
        "provenance": [asdict(found) for found in article.provenance],
        "fields": article.fields,
        "starred": article.starred,
        "read": article.read,
        "trashed": article.trashed,
        "version": article.version,
        "words": article.words,
        "added": article.added,
    }
