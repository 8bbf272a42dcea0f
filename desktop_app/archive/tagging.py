"""Tags: put on and taken off in bulk, renamed, merged, deleted, coloured. Each verb is one undo step."""

from collections.abc import Iterable, Sequence

from desktop_app.archive import labels
from desktop_app.archive.naming import clean_tag, known
from desktop_app.archive.session import Operation, Session, now
from desktop_app.model.changes import Changes
from desktop_app.model.errors import InputRefusedError
from desktop_app.store import marks
from desktop_app.store.transaction import id_list

COLOURS = 12  # the theme has as many


class Tagging:
    """The verbs about tags."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def tags_of(self, ids: Sequence[int]) -> dict[int, int]:
        """How many of these articles carry each tag: {tag id: articles}."""
        return marks.tags_of(self._session.reader(), ids)

    def tag(self, ids: Iterable[int], name: str) -> Changes:
        """Put one tag on articles."""
        return self.retag(ids, add=[name])

    def untag(self, ids: Iterable[int], name: str) -> Changes:
        """Take one tag off articles."""
        return self.retag(ids, remove=[name])

    def retag(self, ids: Iterable[int], add: Sequence[str] = (), remove: Sequence[str] = ()) -> Changes:
        """Add and remove tags on many articles as one step. Raises NotFoundError for an unknown article."""
        with self._session.operation() as operation:
            wanted = known(operation, ids)
            counts = [_tag(operation, name, wanted) for name in add] + [
                _untag(operation, name, wanted) for name in remove
            ]
            touched = len(operation.changes.articles)
            if len(counts) == 1:
                label, name = (labels.TAG, add[0]) if add else (labels.UNTAG, remove[0])
                operation.name(labels.counted(label, touched), tag=clean_tag(name), count=touched)
            else:
                operation.name(labels.counted(labels.RETAG, touched), count=touched)
            operation.changes.result = touched
        return operation.changes

    def rename_tag(self, name: str, new: str) -> Changes:
        """Give a tag another name everywhere. Raises InputRefusedError where that name is taken."""
        new = clean_tag(new)
        with self._session.operation() as operation:
            tag = marks.known_tag(operation.connection, name)
            other = marks.tag_named(operation.connection, new)
            if other is not None and other.id != tag.id:
                raise InputRefusedError("There is a tag “{name}” already. Merge the two instead.", name=new)
            operation.update("tags", [tag.id], {"name": new})
            operation.name(labels.RENAME_TAG, tag=name, new=new)
        return operation.changes

    def merge_tags(self, name: str, into: str) -> Changes:
        """Put the articles of tag `name` under `into` and remove `name`."""
        with self._session.operation() as operation:
            tag = marks.known_tag(operation.connection, name)
            target = marks.known_tag(operation.connection, into)
            if tag.id == target.id:
                raise InputRefusedError("A tag cannot be merged into itself.")
            tagged = _tagged(operation, tag.id)
            _tag(operation, into, [article for _, article in tagged])
            operation.delete("taggings", [tagging for tagging, _ in tagged])
            _move_entities(operation, tag.id, target.id)
            operation.delete("tags", [tag.id])
            operation.name(labels.MERGE_TAG, tag=name, into=into)
        return operation.changes

    def delete_tag(self, name: str) -> Changes:
        """Remove a tag from every article and from the list of tags."""
        with self._session.operation() as operation:
            tag = marks.known_tag(operation.connection, name)
            operation.delete("taggings", [tagging for tagging, _ in _tagged(operation, tag.id)])
            operation.delete("entity_taggings", [row for row, _ in _tagged_entities(operation, tag.id)])
            operation.delete("tags", [tag.id])
            operation.name(labels.DELETE_TAG, tag=name)
        return operation.changes

    def colour_tag(self, name: str, colour: int) -> Changes:
        """Set a tag's colour, 0 to 11."""
        if not 0 <= colour < COLOURS:
            raise InputRefusedError("A tag's colour is a number from 0 to {last}.", last=COLOURS - 1)
        with self._session.operation() as operation:
            operation.update("tags", [marks.known_tag(operation.connection, name).id], {"colour": colour})
            operation.name(labels.COLOUR_TAG, tag=name)
        return operation.changes


def _tag(operation: Operation, name: str, ids: Sequence[int]) -> int:
    name = clean_tag(name)
    connection = operation.connection
    number = tag_number(operation, name)
    tagged = {
        row[0]
        for row in connection.execute(
            "select article_id from taggings where tag_id = ? and article_id in (select value from json_each(?))",
            (number, id_list(ids)),
        )
    }
    at = now()
    rows = [(number, article, "reader", at) for article in ids if article not in tagged]
    operation.insert_many("taggings", ("tag_id", "article_id", "origin", "created_at"), rows)
    return len(rows)


def tag_number(operation: Operation, name: str) -> int:
    """The number of the tag of this clean name; a new one gets the next colour."""
    connection = operation.connection
    tag = marks.tag_named(connection, name)
    if tag is not None:
        return tag.id
    colour = connection.execute("select count(*) from tags").fetchone()[0] % COLOURS
    return operation.insert("tags", {"name": name, "colour": colour})


def _untag(operation: Operation, name: str, ids: Sequence[int]) -> int:
    tag = marks.known_tag(operation.connection, clean_tag(name))
    taggings = [
        row[0]
        for row in operation.connection.execute(
            "select id from taggings where tag_id = ? and article_id in (select value from json_each(?))",
            (tag.id, id_list(ids)),
        )
    ]
    return len(operation.delete("taggings", taggings))


def _tagged(operation: Operation, tag: int) -> list[tuple[int, int]]:
    return operation.connection.execute("select id, article_id from taggings where tag_id = ?", (tag,)).fetchall()


def _tagged_entities(operation: Operation, tag: int) -> list[tuple[int, int]]:
    return operation.connection.execute("select id, entity_id from entity_taggings where tag_id = ?", (tag,)).fetchall()


def _move_entities(operation: Operation, tag: int, into: int) -> None:
    """Put the people and organisations of one tag under another."""
    there = {entity for _, entity in _tagged_entities(operation, into)}
    rows = _tagged_entities(operation, tag)
    operation.update("entity_taggings", [row for row, entity in rows if entity not in there], {"tag_id": into})
    operation.delete("entity_taggings", [row for row, entity in rows if entity in there])
