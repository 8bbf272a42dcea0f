"""Tags: put on and taken off in bulk, coloured, given number keys. Each verb is one undo step."""

from collections.abc import Iterable, Sequence

from desktop_app.archive import labels
from desktop_app.archive.naming import clean_tag, known
from desktop_app.archive.session import Operation, Session, now
from desktop_app.model.article import TagLabel
from desktop_app.model.changes import Changes
from desktop_app.model.errors import InputRefusedError
from desktop_app.model.tags import COLOURS, KEYS, Tag
from desktop_app.store import marks, tags
from desktop_app.store.transaction import id_list


class Tagging:
    """The verbs about tags."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all_tags(self) -> list[Tag]:
        """All tags by name, with what carries each of them."""
        return tags.all_tags(self._session.reader())

    def tag_with_key(self, key: int) -> TagLabel | None:
        """The tag that a number key, 1 to 9, puts on; None where the key has none."""
        return tags.with_key(self._session.reader(), key)

    def tags_of(self, ids: Sequence[int]) -> dict[int, int]:
        """How many of these articles carry each tag: {tag id: articles}."""
        return marks.tags_of(self._session.reader(), ids)

    def make_tag(self, name: str) -> Changes:
        """Make a tag that nothing carries yet. Raises InputRefusedError where there is one of that name."""
        name = clean_tag(name)
        with self._session.operation() as operation:
            if marks.tag_named(operation.connection, name) is not None:
                raise InputRefusedError("There is a tag “{name}” already.", name=name)
            tag_number(operation, name)
            operation.name(labels.MAKE_TAG, tag=name)
        return operation.changes

    def tag(self, ids: Iterable[int], name: str) -> Changes:
        """Put one tag on articles."""
        return self.retag(ids, add=[name])

    def untag(self, ids: Iterable[int], name: str) -> Changes:
        """Take one tag off articles; where a machine had put it on, none puts it on again."""
        return self.retag(ids, remove=[name])

    def retag(self, ids: Iterable[int], add: Sequence[str] = (), remove: Sequence[str] = ()) -> Changes:
        """Add and remove tags on many articles as one step. Raises NotFoundError for an unknown article."""
        with self._session.operation() as operation:
            wanted = known(operation, ids)
            for name in add:
                _tag(operation, name, wanted)
            for name in remove:
                _untag(operation, name, wanted)
            touched = len(operation.changes.articles)
            if len(add) + len(remove) == 1:
                label, name = (labels.TAG, add[0]) if add else (labels.UNTAG, remove[0])
                operation.name(labels.counted(label, touched), tag=clean_tag(name), count=touched)
            else:
                operation.name(labels.counted(labels.RETAG, touched), count=touched)
            operation.changes.result = touched
        return operation.changes

    def colour_tag(self, name: str, colour: int, *, below: bool = False) -> Changes:
        """Set a tag's colour, 0 to 11; `below` also that of all tags below it."""
        if not 0 <= colour < COLOURS:
            raise InputRefusedError("A tag's colour is a number from 0 to {last}.", last=COLOURS - 1)
        with self._session.operation() as operation:
            found = tags.family(operation.connection, name) if below else [marks.known_tag(operation.connection, name)]
            operation.update("tags", [tag.id for tag in found], {"colour": colour})
            operation.name(labels.COLOUR_TAG, tag=name)
        return operation.changes

    def key_tag(self, name: str, key: int) -> Changes:
        """Give a tag a number key, 1 to 9, which another tag then loses; 0 takes its key away."""
        if key and key not in KEYS:
            raise InputRefusedError("A tag's key is a number from 1 to 9, or 0 for none.")
        with self._session.operation() as operation:
            tag = marks.known_tag(operation.connection, name)
            other = tags.with_key(operation.connection, key)
            if other is not None and other.id != tag.id:
                operation.update("tags", [other.id], {"key": 0})
            operation.update("tags", [tag.id], {"key": key})
            if key:
                operation.name(labels.KEY_TAG, tag=tag.name, key=key)
            else:
                operation.name(labels.UNKEY_TAG, tag=tag.name)
        return operation.changes


def _tag(operation: Operation, name: str, ids: Sequence[int]) -> None:
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


def tag_number(operation: Operation, name: str) -> int:
    """The number of the tag of this clean name; a new one gets the next colour and the first free number key."""
    connection = operation.connection
    tag = marks.tag_named(connection, name)
    if tag is not None:
        return tag.id
    colour = connection.execute("select count(*) from tags").fetchone()[0] % COLOURS
    return operation.insert("tags", {"name": name, "colour": colour, "key": tags.free_key(connection)})


def _untag(operation: Operation, name: str, ids: Sequence[int]) -> None:
    """Take a tag off; where a machine put it on, or a rule would, the refusal is kept.

    What a rule put on is no row of the journal's: it comes back when undo takes the refusal back.
    """
    connection = operation.connection
    tag = marks.known_tag(connection, clean_tag(name))
    rows = tags.origins(connection, tag.id, ids)
    operation.delete("taggings", [row for row, _, origin, _ in rows if origin != "rule"])
    tags.take_off(connection, [row for row, _, origin, _ in rows if origin == "rule"], operation.changes)
    ruled = tags.has_rules(connection, tag.id)
    refused = {article: rule for _, article, origin, rule in rows if ruled or origin != "reader"}
    for _, article in tags.owners(connection, "tag_refusals", "article_id", tag.id):
        refused.pop(article, None)
    columns = ("tag_id", "article_id", "rule_id")
    operation.insert_many("tag_refusals", columns, [(tag.id, article, rule) for article, rule in refused.items()])
