"""What was searched, and which words mean the same: the tables of the search protocol and of synonyms."""

import json
import sqlite3

from desktop_app.model.searching import LoggedSearch, SynonymSet

_COLUMNS = "id, at, query, understood, view, count, archive, highest"


def synonym_sets(connection: sqlite3.Connection) -> list[SynonymSet]:
    """All sets, the oldest first."""
    rows = connection.execute("select id, words from synonym_sets order by id")
    return [SynonymSet(number, tuple(json.loads(words))) for number, words in rows]


def highest(connection: sqlite3.Connection) -> int:
    """The highest number that an article has; 0 in an empty archive."""
    return int(connection.execute("select coalesce(max(id), 0) from articles").fetchone()[0])


def highest_searchable(connection: sqlite3.Connection) -> int:
    """The highest number of an article that does not wait to be indexed: later ones nobody can have found yet."""
    row = connection.execute(
        "select coalesce(max(id), 0) from articles where id not in (select article_id from index_queue)"
    ).fetchone()
    return int(row[0])


def look_at(connection: sqlite3.Connection, search: int, seen: int) -> bool:
    """Note that a saved search was looked at, up to an article; whether any had come to the archive since."""
    changed = connection.execute("update saved_searches set seen = ?1 where id = ?2 and seen < ?1", (seen, search))
    return changed.rowcount > 0


def size(connection: sqlite3.Connection) -> int:
    """How many live articles there are."""
    return int(connection.execute("select count(*) from articles where state = 0").fetchone()[0])


def logged(connection: sqlite3.Connection, limit: int) -> list[LoggedSearch]:
    """The latest entries of the protocol, newest first."""
    rows = connection.execute(f"select {_COLUMNS} from searches order by at desc, id desc limit ?", (limit,))
    return [LoggedSearch(*row) for row in rows]


def recent_queries(connection: sqlite3.Connection, limit: int) -> list[str]:
    """The queries searched last, each once, newest first."""
    rows = connection.execute(
        "select query from searches group by query order by max(at) desc, max(id) desc limit ?", (limit,)
    )
    return [row[0] for row in rows]


def log(connection: sqlite3.Connection, entry: LoggedSearch, since: str) -> None:
    """Write an entry (its id is not looked at), or bring the one of the same query and view up to date that is no
    older than `since`."""
    values = (entry.at, entry.understood, entry.count, entry.archive, entry.highest)
    same = connection.execute(
        "select id from searches where query = ? and view = ? and at >= ? order by id desc limit 1",
        (entry.query, entry.view, since),
    ).fetchone()
    if same:
        connection.execute(
            "update searches set at = ?, understood = ?, count = ?, archive = ?, highest = ? where id = ?",
            (*values, same[0]),
        )
    else:
        connection.execute(
            "insert into searches(at, understood, count, archive, highest, query, view) values (?, ?, ?, ?, ?, ?, ?)",
            (*values, entry.query, entry.view),
        )


def forget(connection: sqlite3.Connection) -> list[int]:
    """Empty the protocol; returns the numbers of the entries it had."""
    return [row[0] for row in connection.execute("delete from searches returning id").fetchall()]
