"""Where a reader stopped in each article, and when."""

import sqlite3


def remember(connection: sqlite3.Connection, article: int, start: int, at: str) -> bool:
    """Keep the place (a code point) in an article; False where there is no such article."""
    cursor = connection.execute(
        "insert into readings (id, start, at) select id, ?, ? from articles where id = ? and state < 2"
        " on conflict (id) do update set start = excluded.start, at = excluded.at",
        (start, at, article),
    )
    return cursor.rowcount > 0


def reached(connection: sqlite3.Connection, article: int) -> int:
    """The place in an article; 0 where it was not read yet, or to its end."""
    row = connection.execute("select start from readings where id = ?", (article,)).fetchone()
    return int(row[0]) if row else 0


def recent(connection: sqlite3.Connection, limit: int) -> list[int]:
    """The articles read last, the newest first, without those in the trash."""
    rows = connection.execute(
        "select r.id from readings r join articles a on a.id = r.id where a.state = 0"
        " order by r.at desc, r.id desc limit ?",
        (limit,),
    )
    return [row[0] for row in rows]


def forget(connection: sqlite3.Connection) -> int:
    """Forget all of it; returns how many articles that were."""
    return connection.execute("delete from readings").rowcount
