"""Annotations in the Web Annotation Data Model (W3C Recommendation of 23 February 2017)."""

from typing import Any

from desktop_app.model.annotations import AnnotationRow

_MOTIVATIONS = {"highlight": "highlighting", "note": "commenting"}


def as_web_annotation(row: AnnotationRow) -> dict[str, Any]:
    """One annotation as JSON-LD. What is on words has a quote and a position in code points as its selectors.

    The addresses are names within the archive (`urn:x-lesesaal:article:12`), not places on a network.
    """
    bodies = [{"type": "TextualBody", "value": tag.name, "purpose": "tagging"} for tag in row.tags]
    if row.body:
        comment = {"type": "TextualBody", "value": row.body, "format": "text/markdown", "purpose": "commenting"}
        bodies.insert(0, comment)
    name = f"annotation:{row.id}" if row.id > 0 else f"entity-note:{-row.id}"
    found: dict[str, Any] = {
        "id": f"urn:x-lesesaal:{name}",
        "type": "Annotation",
        "motivation": _MOTIVATIONS.get(row.kind, "describing"),
        "created": row.created,
        "modified": row.changed,
        "target": _target(row),
    }
    if bodies:
        found["body"] = bodies
    return found


def _target(row: AnnotationRow) -> dict[str, Any]:
    source = _source(row)
    if row.start is None or row.end is None:
        return source
    quote = {"type": "TextQuoteSelector", "exact": row.quote, "prefix": row.prefix, "suffix": row.suffix}
    position = {"type": "TextPositionSelector", "start": row.start, "end": row.end}
    return {
        "type": "SpecificResource",
        "source": source,
        # An orphaned one has lost its place: its offsets count in a text that is gone.
        "selector": quote if row.orphaned else [quote, position],
        "styleClass": f"colour-{row.colour + 1}",
    }


def _source(row: AnnotationRow) -> dict[str, Any]:
    if row.entity:
        kind = "foaf:Person" if row.kind == "person" else "foaf:Organization"
        return {"id": f"urn:x-lesesaal:entity:{row.entity}", "type": kind, "dc:title": row.title}
    facts = {"dc:title": row.title, "dc:source": row.source, "dc:date": row.date, "language": row.language}
    stated = {name: value for name, value in facts.items() if value}
    return {"id": f"urn:x-lesesaal:article:{row.article}", "type": "Text", "format": "text/plain", **stated}
