"""Tags on annotations, inside another verb's step."""

from collections.abc import Collection, Iterable

from desktop_app.archive.naming import clean_tag
from desktop_app.archive.session import Operation, now
from desktop_app.archive.tagging import tag_number
from desktop_app.store import marks
from desktop_app.store.transaction import id_list


def put(operation: Operation, name: str, annotations: Collection[int]) -> set[int]:
    """Put a tag on annotations; returns those that did not carry it."""
    tag = tag_number(operation, clean_tag(name))
    there = {annotation for _, annotation in _taggings(operation, tag, annotations)}
    new = [annotation for annotation in annotations if annotation not in there]
    rows = [(tag, annotation, "reader", now()) for annotation in new]
    operation.insert_many("annotation_taggings", ("tag_id", "annotation_id", "origin", "created_at"), rows)
    return set(new)


def take(operation: Operation, name: str, annotations: Collection[int]) -> set[int]:
    """Take a tag off annotations; returns those that carried it. Raises NotFoundError for an unknown tag."""
    tag = marks.known_tag(operation.connection, clean_tag(name)).id
    there = _taggings(operation, tag, annotations)
    operation.delete("annotation_taggings", [tagging for tagging, _ in there])
    return {annotation for _, annotation in there}


def remove(operation: Operation, annotations: Iterable[int]) -> list[int]:
    """Remove annotations with the tags on them; returns the numbers of those that were there."""
    gone = list(annotations)
    rows = operation.connection.execute(
        "select id from annotation_taggings where annotation_id in (select value from json_each(?))", (id_list(gone),)
    ).fetchall()
    operation.delete("annotation_taggings", [row[0] for row in rows])
    return operation.delete("annotations", gone)


def _taggings(operation: Operation, tag: int, annotations: Iterable[int]) -> list[tuple[int, int]]:
    return operation.connection.execute(
        "select id, annotation_id from annotation_taggings"
        " where tag_id = ? and annotation_id in (select value from json_each(?))",
        (tag, id_list(annotations)),
    ).fetchall()
