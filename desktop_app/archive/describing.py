"""Notes and tags on people and organisations. Each verb is one undo step."""

from collections.abc import Iterable, Sequence

from desktop_app.archive import labels
from desktop_app.archive.deciding import known_entities, known_entity, name_step
from desktop_app.archive.naming import clean_tag
from desktop_app.archive.noting import clean_note
from desktop_app.archive.session import Operation, Session, now
from desktop_app.archive.tagging import tag_number
from desktop_app.model.changes import Changes
from desktop_app.model.errors import NotFoundError
from desktop_app.model.text import text_hash
from desktop_app.store import marks
from desktop_app.store.transaction import id_list


class Describing:
    """The verbs that say more about somebody."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def tag_entities(self, ids: Iterable[int], add: Sequence[str] = (), remove: Sequence[str] = ()) -> Changes:
        """Put tags on people and organisations and take tags off them; tags are the same as those of articles."""
        with self._session.operation() as operation:
            known = {each.id: each for each in known_entities(operation, ids)}
            for name in add:
                tag = tag_number(operation, clean_tag(name))
                there = {owner for _, owner in _taggings(operation, tag, known)}
                rows = [(tag, entity, "reader", now()) for entity in known if entity not in there]
                operation.insert_many("entity_taggings", ("tag_id", "entity_id", "origin", "created_at"), rows)
            for name in remove:
                tag = marks.known_tag(operation.connection, clean_tag(name)).id
                operation.delete("entity_taggings", [row for row, _ in _taggings(operation, tag, known)])
            touched = _touched(operation)
            name_step(operation, labels.TAG_ENTITIES, [each for each in known.values() if each.id in touched])
            operation.changes.result = len(touched)
            for number in touched:
                operation.changes.touch("entities", number)
        return operation.changes

    def note_entity(self, entity: int, body: str) -> Changes:
        """Write a note on somebody; `changes.result` is its number."""
        body = clean_note(body, allow_empty=False)
        with self._session.operation() as operation:
            known = known_entity(operation, entity)
            at = now()
            values = {"entity_id": entity, "body": body, "sha256": text_hash(body), "created_at": at, "changed_at": at}
            operation.changes.result = operation.insert("entity_notes", values)
            operation.changes.touch("entities", entity)
            operation.name(labels.NOTE_ENTITY, name=known.name)
        return operation.changes

    def change_entity_note(self, note: int, body: str) -> Changes:
        """Replace the words of a note on somebody."""
        body = clean_note(body, allow_empty=False)
        with self._session.operation() as operation:
            entity, name = _noted(operation, note)
            if operation.update("entity_notes", [note], {"body": body, "sha256": text_hash(body)}):
                operation.update("entity_notes", [note], {"changed_at": now()})
                operation.changes.touch("entities", entity)
            operation.name(labels.CHANGE_ENTITY_NOTE, name=name)
        return operation.changes

    def remove_entity_note(self, note: int) -> Changes:
        """Remove a note on somebody."""
        with self._session.operation() as operation:
            entity, name = _noted(operation, note)
            operation.delete("entity_notes", [note])
            operation.changes.touch("entities", entity)
            operation.name(labels.REMOVE_ENTITY_NOTE, name=name)
        return operation.changes


def _taggings(operation: Operation, tag: int, entities: Iterable[int]) -> list[tuple[int, int]]:
    return operation.connection.execute(
        "select id, entity_id from entity_taggings where tag_id = ? and entity_id in (select value from json_each(?))",
        (tag, id_list(entities)),
    ).fetchall()


def _touched(operation: Operation) -> set[int]:
    rows = [delta.after or delta.before or {} for delta in operation.deltas if delta.table == "entity_taggings"]
    return {row["entity_id"] for row in rows}


def _noted(operation: Operation, note: int) -> tuple[int, str]:
    row = operation.connection.execute(
        "select e.id, e.name from entity_notes n join entities e on e.id = n.entity_id where n.id = ?", (note,)
    ).fetchone()
    if row is None:
        raise NotFoundError("There is no note {number} on a person or organisation.", number=note)
    return row[0], row[1]
