"""Identities, their names and their entities: looked up by what texts say, made where there are none.

What is made here is no step of a reader's: it is what mentions and rulings point at, and shows nowhere before they do.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from desktop_app.model.changes import Changes
from desktop_app.model.people import Kind
from desktop_app.model.text import folded_name
from desktop_app.store.transaction import id_list

Key = tuple[Kind, str]
Form = tuple[int, str]  # (identity, form)


@dataclass(slots=True)
class Registry:
    """Looks identities and names up for one transaction and makes those that are missing."""

    connection: sqlite3.Connection
    at: str
    changes: Changes = field(default_factory=Changes)

    def identities(self, wanted: dict[Key, str]) -> dict[Key, int]:
        """The identities of these keys; a new one gets an entity with the name that stands beside the key."""
        found: dict[Key, int] = {
            (kind, key): number
            for kind, key, number in self.connection.execute(
                "select i.kind, i.key, i.id from json_each(?) j cross join identities i"
                " on i.kind = json_extract(j.value, '$[0]') and i.key = json_extract(j.value, '$[1]')",
                (json.dumps(list(wanted)),),
            )
        }
        missing = [(*each, name) for each, name in wanted.items() if each not in found]
        # Numbers are given out here, so that thousands of rows go in at once.
        entities, identities = self._next("entities"), self._next("identities")
        self.connection.executemany(
            "insert into entities(id, kind, name, folded, created_at) values (?, ?, ?, ?, ?)",
            [(entities + at, kind, name, folded_name(name), self.at) for at, (kind, _, name) in enumerate(missing)],
        )
        self.connection.executemany(
            "insert into identities(id, kind, key, entity_id) values (?, ?, ?, ?)",
            [(identities + at, kind, key, entities + at) for at, (kind, key, _) in enumerate(missing)],
        )
        found |= {(kind, key): identities + at for at, (kind, key, _) in enumerate(missing)}
        self._touch("entities", entities, len(missing))
        self._touch("identities", identities, len(missing))
        return found

    def entity(self, kind: Kind, name: str) -> int:
        """A new entity."""
        number = self._made(
            self.connection.execute(
                "insert into entities(kind, name, folded, created_at) values (?, ?, ?, ?)",
                (kind, name, folded_name(name), self.at),
            )
        )
        self.changes.touch("entities", number)
        return number

    def identity(self, kind: Kind, key: str, entity: int) -> int:
        """A new identity of an entity."""
        number = self._made(
            self.connection.execute(
                "insert into identities(kind, key, entity_id) values (?, ?, ?)", (kind, key, entity)
            )
        )
        self.changes.touch("identities", number)
        return number

    def names(self, wanted: Iterable[Form]) -> dict[Form, int]:
        """The names of these identities and forms."""
        forms = set(wanted)
        found: dict[Form, int] = {
            (identity, form): number
            for identity, form, number in self.connection.execute(
                "select n.identity_id, n.form, n.id from json_each(?) j cross join names n"
                " on n.identity_id = json_extract(j.value, '$[0]') and n.form = json_extract(j.value, '$[1]')",
                (json.dumps(list(forms)),),
            )
        }
        missing = sorted(forms - set(found))
        first = self._next("names")
        self.connection.executemany(
            "insert into names(id, identity_id, form, folded) values (?, ?, ?, ?)",
            [(first + at, identity, form, folded_name(form)) for at, (identity, form) in enumerate(missing)],
        )
        found |= {each: first + at for at, each in enumerate(missing)}
        self._touch("names", first, len(missing))
        return found

    def _next(self, table: str) -> int:
        row = self.connection.execute("select seq from sqlite_sequence where name = ?", (table,)).fetchone()
        return (int(row[0]) if row else 0) + 1

    def _touch(self, table: str, first: int, count: int) -> None:
        if count:
            self.changes.rows.setdefault(table, set()).update(range(first, first + count))

    @staticmethod
    def _made(cursor: sqlite3.Cursor) -> int:
        if cursor.lastrowid is None:
            raise sqlite3.InternalError("an insert returned no row id")
        return cursor.lastrowid


def of_entities(connection: sqlite3.Connection, entities: Iterable[int]) -> dict[int, list[int]]:
    """The identities of each of these entities, in order."""
    found: dict[int, list[int]] = {}
    for entity, identity in connection.execute(
        "select entity_id, id from identities where entity_id in (select value from json_each(?)) order by id",
        (id_list(entities),),
    ):
        found.setdefault(entity, []).append(identity)
    return found


def main_of(connection: sqlite3.Connection, entity: int) -> int:
    """The identity of an entity that most mentions name, of several such the first; 0 where it has none."""
    row = connection.execute(
        "select i.id from identities i where i.entity_id = ? order by (select count(*) from names n"
        " join mentions m on m.name_id = n.id where n.identity_id = i.id) desc, i.id limit 1",
        (entity,),
    ).fetchone()
    return int(row[0]) if row else 0


def branch(registry: Registry, identity: int, name: str) -> int:
    """A new identity with an entity of its own, for a namesake of this one; no run calls them otherwise."""
    kind, key = registry.connection.execute("select kind, key from identities where id = ?", (identity,)).fetchone()
    whole = key.split("#")[0]
    number = 2
    while registry.connection.execute(
        "select 1 from identities where kind = ? and key = ?", (kind, f"{whole}#{number}")
    ).fetchone():
        number += 1
    entity = registry.entity(kind, name)
    registry.connection.execute(
        "update entities set renamed = 1, kind = (select kind from entities where id ="
        " (select entity_id from identities where id = ?)) where id = ?",
        (identity, entity),
    )
    return registry.identity(kind, f"{whole}#{number}", entity)


def entity_of(connection: sqlite3.Connection, identity: int) -> int:
    """Whose identity this is; 0 where there is none."""
    row = connection.execute("select entity_id from identities where id = ?", (identity,)).fetchone()
    return int(row[0]) if row else 0


def names_under(connection: sqlite3.Connection, kind: Kind, keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(key, form) of the names of the identities of these keys, in the order in which they were found."""
    return connection.execute(
        "select i.key, n.form from json_each(?) j cross join identities i on i.kind = ? and i.key = j.value"
        " join names n on n.identity_id = i.id order by n.id",
        (json.dumps(sorted(keys)), kind),
    )


def switched_off(connection: sqlite3.Connection, identities: Iterable[int]) -> set[str]:
    """The forms of these identities under which nobody is to be counted."""
    rows = connection.execute(
        "select form from names where active = 0 and identity_id in (select value from json_each(?))",
        (id_list(identities),),
    )
    return {row[0] for row in rows}


def best_form(connection: sqlite3.Connection, identity: int) -> str:
    """The form that most mentions of an identity have; "" where it has none."""
    row = connection.execute(
        "select n.form from names n where n.identity_id = ?"
        " order by (select count(*) from mentions m where m.name_id = n.id) desc, n.id limit 1",
        (identity,),
    ).fetchone()
    return str(row[0]) if row else ""


def naming_forms(connection: sqlite3.Connection, entities: Iterable[int]) -> Iterator[tuple[int, Kind, str, str, int]]:
    """(entity, kind, its name, a form, mentions under it) of those with one identity whom nobody named."""
    return connection.execute(
        "select e.id, e.kind, e.name, n.form, (select count(*) from mentions m where m.name_id = n.id) from entities e"
        " join identities i on i.entity_id = e.id join names n on n.identity_id = i.id"
        " where e.id in (select value from json_each(?)) and e.renamed = 0 and n.active = 1"
        " and not exists (select 1 from identities o where o.entity_id = e.id and o.id <> i.id) order by e.id",
        (id_list(entities),),
    )


def rename(connection: sqlite3.Connection, names: Iterable[tuple[int, str]]) -> None:
    """Call entities what a run found they are called most, inside the caller's transaction; no step of a reader's."""
    connection.executemany(
        "update entities set name = ?, folded = ? where id = ? and renamed = 0",
        [(name, folded_name(name), entity) for entity, name in names],
    )


_COUNTING = (
    "from identities i join names n on n.identity_id = i.id join mentions m on m.name_id = n.id"
    " join articles a on a.id = m.article_id where a.state = 0 and m.rejected = 0 and n.active = 1"
    " and i.entity_id in (select value from json_each(?))"
)


def counts(connection: sqlite3.Connection, entities: Iterable[int]) -> tuple[int, int]:
    """(live articles, mentions in them) of these entities together."""
    row = connection.execute(
        f"select count(distinct m.article_id), count(*) {_COUNTING}", (id_list(entities),)
    ).fetchone()
    return int(row[0]), int(row[1])


def forms(connection: sqlite3.Connection, entities: Iterable[int]) -> list[str]:
    """The forms of these entities together, the most frequent first."""
    rows = connection.execute(
        f"select n.form {_COUNTING} group by n.form order by count(*) desc, n.form", (id_list(entities),)
    )
    return [row[0] for row in rows]
