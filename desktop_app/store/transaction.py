"""The one write path: every change goes through a `Transaction`, which notes the difference of each row.

From these differences come undo, the notice to the views, and the command line's report; triggers fill the
index queue and the change log.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from desktop_app.model.changes import Changes, Delta

# Tables with a column article_id.
_OF_ARTICLE = {"taggings", "tag_refusals", "annotations", "dossier_articles", "family_rulings"}

# Rows that go with others by themselves, and are derived anew when those come back: their table and its column.
_GO_ALONG = {"tag_rules": ("taggings", "rule_id")}


def id_list(ids: Iterable[int]) -> str:
    """Ids as JSON, for `… in (select value from json_each(?))`: no limit on their number."""
    return json.dumps(list(ids))


class Transaction:
    """Row changes inside an open `immediate` transaction, with their differences.

    Table and column names come from our own code, never from a reader; values are always bound.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.deltas: list[Delta] = []
        self.changes = Changes()

    def insert(self, table: str, values: Mapping[str, Any]) -> int:
        """Add one row and return its id."""
        columns = list(values)
        return self.insert_many(table, columns, [[values[column] for column in columns]])[0]

    def insert_many(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> list[int]:
        """Add rows given as sequences of `columns` and return their ids, in order."""
        names = ", ".join(f'"{column}"' for column in columns)
        marks = ", ".join("?" * len(columns))
        statement = f'insert into "{table}" ({names}) values ({marks})'
        ids = []
        for row in rows:
            new = self.connection.execute(statement, row).lastrowid
            if new is None:
                raise sqlite3.InternalError("an insert returned no row id")
            ids.append(new)
            self._note(Delta(table, new, None, {"id": new, **dict(zip(columns, row, strict=True))}))
        return ids

    def update(self, table: str, ids: Iterable[int], values: Mapping[str, Any]) -> list[int]:
        """Set the same values in many rows; returns the ids of those in which something differed."""
        if not values:
            return []
        columns = list(values)
        names = ", ".join(f'"{column}"' for column in columns)
        differs = " or ".join(f'"{column}" is not ?' for column in columns)
        before = self.connection.execute(
            f'select id, {names} from "{table}" where id in (select value from json_each(?)) and ({differs})',
            (id_list(ids), *values.values()),
        ).fetchall()
        touched = [row[0] for row in before]
        if touched:
            assignments = ", ".join(f'"{column}" = ?' for column in columns)
            self.connection.execute(
                f'update "{table}" set {assignments} where id in (select value from json_each(?))',
                (*values.values(), id_list(touched)),
            )
        for row in before:
            old = dict(zip(columns, row[1:], strict=True))
            self._note(Delta(table, row[0], old, dict(values)))
        return touched

    def delete(self, table: str, ids: Iterable[int]) -> list[int]:
        """Remove rows; returns the ids of those that were there."""
        ids = list(ids)
        touch_along(self.connection, self.changes, table, ids)
        cursor = self.connection.execute(
            f'delete from "{table}" where id in (select value from json_each(?)) returning *',
            (id_list(ids),),
        )
        columns = [column[0] for column in cursor.description]
        removed = []
        for row in cursor.fetchall():
            old = dict(zip(columns, row, strict=True))
            removed.append(int(old["id"]))
            self._note(Delta(table, old["id"], old, None))
        return removed

    def _note(self, delta: Delta) -> None:
        self.deltas.append(delta)
        touch(self.changes, delta)


def touch(changes: Changes, delta: Delta) -> None:
    """Add one difference to what the views hear of."""
    changes.touch(delta.table, delta.id)
    if delta.table == "articles":
        changes.articles.add(delta.id)
    elif delta.table == "identities":
        for row in (delta.before or {}, delta.after or {}):  # whose it was, and whose it is
            changes.rows.setdefault("entities", set()).update({row["entity_id"]} if "entity_id" in row else ())
    elif delta.table == "annotation_taggings":
        row = delta.after or delta.before or {}
        if "annotation_id" in row:
            changes.touch("annotations", row["annotation_id"])
    elif delta.table in _OF_ARTICLE:
        row = delta.after or delta.before or {}
        if "article_id" in row:
            changes.articles.add(row["article_id"])


def touch_along(connection: sqlite3.Connection, changes: Changes, table: str, ids: Iterable[int]) -> None:
    """Add to what the views hear of the rows that go with these when they are removed. To be called before that."""
    if table in _GO_ALONG:
        other, column = _GO_ALONG[table]
        query = f'select id, article_id from "{other}" where "{column}" in (select value from json_each(?))'
        for row, article in connection.execute(query, (id_list(ids),)):
            changes.touch(other, row)
            changes.articles.add(article)
