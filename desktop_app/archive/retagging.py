"""Tags renamed, merged and deleted with all below them, wherever they are used, and what that would change."""

import json
import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from desktop_app.archive import labels
from desktop_app.archive.naming import clean_tag
from desktop_app.archive.session import Operation, Session
from desktop_app.model.article import TagLabel
from desktop_app.model.changes import Changes
from desktop_app.model.errors import InputRefusedError
from desktop_app.model.tags import TagPreview, Verb, asks_for, is_in, moved, retagged
from desktop_app.model.text import normalise
from desktop_app.store import marks, tags
from desktop_app.store.transaction import id_list

_ASKING: Final = ("saved_searches", "screenings")  # tables of queries that go on being asked
# Where else a tag may stand, and whose it is there.
_ELSEWHERE: Final = (("annotation_taggings", "annotation_id"), ("entity_taggings", "entity_id"))


@dataclass(frozen=True, slots=True)
class _Plan:
    """What becomes of a tag and of those below it; `moves` are in an order in which no name is taken twice."""

    name: str
    new: str  # "" where they go
    moves: list[tuple[TagLabel, str]]


class Retagging:
    """The verbs that change tags everywhere. Each is one undo step."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def rename_tag(self, name: str, new: str) -> Changes:
        """Give a tag another name, and so all below it, in queries as well. Raises InputRefusedError if it is taken.

        A name with a slash puts it below another: the name is the tag's place in the tree.
        """
        with self._session.operation() as operation:
            plan = _renaming(operation.connection, name, new)
            for tag, target in plan.moves:
                operation.update("tags", [tag.id], {"name": target})
            _rewrite(operation, plan)
            operation.name(labels.RENAME_TAG, tag=plan.name, new=plan.new)
        return operation.changes

    def merge_tags(self, name: str, into: str) -> Changes:
        """Put what carries tag `name` under `into` and remove `name`; what is below the one goes below the other."""
        with self._session.operation() as operation:
            plan = _merging(operation.connection, name, into)
            for tag, target in plan.moves:
                other = marks.tag_named(operation.connection, target)
                if other is None:
                    operation.update("tags", [tag.id], {"name": target})
                else:
                    _join(operation, tag.id, other.id)
            _rewrite(operation, plan)
            operation.name(labels.MERGE_TAG, tag=plan.name, into=plan.new)
        return operation.changes

    def delete_tag(self, name: str) -> Changes:
        """Remove a tag and all below it from everything that carries them, with their rules."""
        with self._session.operation() as operation:
            plan = _deleting(operation.connection, name)
            numbers = [tag.id for tag, _ in plan.moves]
            for number in numbers:
                _empty(operation, number)
            operation.delete("tags", numbers)
            operation.name(labels.DELETE_TAG, tag=plan.name)
        return operation.changes

    def tag_preview(self, verb: Verb, name: str, new: str = "") -> TagPreview:
        """What renaming a tag to `new`, merging it into `new` or deleting it would change.

        Raises what the verb would raise.
        """
        connection = self._session.reader()
        if verb == "delete":
            plan = _deleting(connection, name)
        else:
            plan = (_renaming if verb == "rename" else _merging)(connection, name, new)
        there = tags.numbers(connection, (target for _, target in plan.moves if target))
        going = {tag.id for tag, _ in plan.moves}
        searches = tuple(
            (called, query, retagged(query, plan.name, plan.new) if plan.new else query)
            for table in _ASKING
            for _, called, query in tags.asking(connection, table)
            if asks_for(query, plan.name)
        )
        return TagPreview(
            verb,
            tuple((tag.name, target) for tag, target in sorted(plan.moves, key=lambda move: move[0].name)),
            joined=tuple(sorted(target for target, number in there.items() if number not in going)),
            searches=searches,
            **tags.carried(connection, going),
        )


def _renaming(connection: sqlite3.Connection, name: str, new: str) -> _Plan:
    name, new = normalise(name), clean_tag(new)
    moves = [(tag, clean_tag(moved(tag.name, name, new))) for tag in tags.family(connection, name)]
    going = {tag.id for tag, _ in moves}
    for target, number in tags.numbers(connection, (target for _, target in moves)).items():
        if number not in going:
            raise InputRefusedError("There is a tag “{name}” already. Merge the two instead.", name=target)
    return _Plan(name, new, _ordered(moves, name, new))


def _merging(connection: sqlite3.Connection, name: str, into: str) -> _Plan:
    name, into = normalise(name), normalise(into)
    found = tags.family(connection, name)
    tags.family(connection, into)
    if name == into:
        raise InputRefusedError("A tag cannot be merged into itself.")
    if is_in(into, name):
        raise InputRefusedError(
            "“{into}” is below “{tag}”, so it cannot take it over. Rename it first, so that it stands elsewhere.",
            into=into,
            tag=name,
        )
    return _Plan(name, into, _ordered([(tag, clean_tag(moved(tag.name, name, into))) for tag in found], name, into))


def _deleting(connection: sqlite3.Connection, name: str) -> _Plan:
    name = normalise(name)
    return _Plan(name, "", [(tag, "") for tag in tags.family(connection, name)])


def _ordered(moves: list[tuple[TagLabel, str]], name: str, new: str) -> list[tuple[TagLabel, str]]:
    """Downwards the lowest first, else the highest: a name that another tag of the family leaves is free by then."""
    return sorted(moves, key=lambda move: len(move[0].name), reverse=is_in(new, name))


def _empty(operation: Operation, tag: int) -> None:
    """Take a tag off everything; what its rules put on goes with them."""
    connection = operation.connection
    operation.delete("taggings", [row for row, _, origin, _ in tags.taggings(connection, tag) if origin != "rule"])
    for table, column in (*_ELSEWHERE, ("tag_refusals", "article_id"), ("tag_rules", "id")):
        operation.delete(table, [row for row, _ in tags.owners(connection, table, column, tag)])


def _join(operation: Operation, tag: int, into: int) -> None:
    """Give everything that is one tag's to another, and remove the one."""
    _join_articles(operation, tag, into)
    for table, column in _ELSEWHERE:
        _move(operation, table, column, tag, into)
    tagged = {article for _, article, _, _ in tags.taggings(operation.connection, into)}
    _move(operation, "tag_refusals", "article_id", tag, into, but=tagged)
    _join_rules(operation, tag, into)
    _join_keys(operation, tag, into)
    operation.delete("tags", [tag])


def _move(operation: Operation, table: str, column: str, tag: int, into: int, but: Collection[int] = ()) -> None:
    """Turn rows of one tag into rows of another; those whose owner has such a row, or is left out, go."""
    there = {*but, *(owner for _, owner in tags.owners(operation.connection, table, column, into))}
    rows = tags.owners(operation.connection, table, column, tag)
    operation.update(table, [row for row, owner in rows if owner not in there], {"tag_id": into})
    operation.delete(table, [row for row, owner in rows if owner in there])


def _join_articles(operation: Operation, tag: int, into: int) -> None:
    """As put on and taken off, which is what an article's log of changes tells; what a rule put on gives way."""
    connection = operation.connection
    there = {article: (row, origin) for row, article, origin, _ in tags.taggings(connection, into)}
    going = [row for row in tags.taggings(connection, tag) if row[2] != "rule"]
    wanted = [row for row in going if there.get(row[1], (0, "rule"))[1] == "rule"]
    tags.take_off(connection, [there[article][0] for _, article, _, _ in wanted if article in there], operation.changes)
    columns = ("tag_id", "article_id", "origin", "created_at")
    operation.insert_many("taggings", columns, [(into, article, origin, at) for _, article, origin, at in wanted])
    operation.delete("taggings", [row for row, _, _, _ in going])


def _join_rules(operation: Operation, tag: int, into: int) -> None:
    """As removed and made anew under their numbers: what they had put on goes, and is derived for the other tag."""
    there = {row["query"]: row for row in tags.rule_rows(operation.connection, into)}
    for row in tags.rule_rows(operation.connection, tag):
        operation.delete("tag_rules", [row["id"]])
        same = there.get(row["query"])
        if same is None:
            operation.insert("tag_rules", {**row, "tag_id": into})
        elif not same["active"]:  # of two alike the one that works, or what both had put on
            operation.delete("tag_rules", [same["id"]])
            resting = sorted({*json.loads(same["resting"]), *json.loads(row["resting"])})
            values = {"active": row["active"], "resting": id_list([] if row["active"] else resting)}
            operation.insert("tag_rules", {**same, **values})


def _join_keys(operation: Operation, tag: int, into: int) -> None:
    key = tags.key_of(operation.connection, tag)
    if key and not tags.key_of(operation.connection, into):
        operation.update("tags", [into], {"key": key})


def _rewrite(operation: Operation, plan: _Plan) -> None:
    """Let queries that are kept, and ask for a tag, ask for it by its new name; those of rules never do."""
    for table in _ASKING:
        for number, _, query in tags.asking(operation.connection, table):
            operation.update(table, [number], {"query": retagged(query, plan.name, plan.new)})
