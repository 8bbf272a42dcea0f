"""What a reader made: tags, saved searches, and the counts beside them."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.model.article import TagLabel
from desktop_app.model.errors import NotFoundError
from desktop_app.model.listing import Counts, FacetCount
from desktop_app.model.text import normalise


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query kept under a name; `sort` is "" where the query decides.

    `seen` is the highest article number when it was last looked at: articles above it are new.
    """

    id: int
    name: str
    query: str
    sort: str
    seen: int = 0


def tags(connection: sqlite3.Connection) -> list[FacetCount]:
    """All tags by name, with the number of live articles that carry them."""
    counts = dict(
        connection.execute(
            "select g.tag_id, count(*) from taggings g join articles a on a.id = g.article_id"
            " where a.state = 0 group by g.tag_id"
        ).fetchall()
    )
    return [
        FacetCount(name, name, counts.get(tag, 0), tag, colour)
        for tag, name, colour in connection.execute("select id, name, colour from tags order by name")
    ]


def tag_named(connection: sqlite3.Connection, name: str) -> TagLabel | None:
    """The tag of exactly this name."""
    row = connection.execute("select id, name, colour from tags where name = ?", (name,)).fetchone()
    return TagLabel(*row) if row else None


def known_tag(connection: sqlite3.Connection, name: str) -> TagLabel:
    """The tag of exactly this name; raises NotFoundError."""
    name = normalise(name)
    tag = tag_named(connection, name)
    if tag is None:
        raise NotFoundError("There is no tag “{name}”. “tag list” shows all tags.", name=name)
    return tag


def tags_of(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, int]:
    """How many of these articles carry each tag: {tag: articles}."""
    return dict(
        connection.execute(
            "select tag_id, count(*) from taggings where article_id in (select value from json_each(?))"
            " group by tag_id",
            (json.dumps(list(ids)),),
        ).fetchall()
    )


def sources(connection: sqlite3.Connection) -> list[FacetCount]:
    """All sources that have live articles, most articles first."""
    return [
        FacetCount(name, name, count, source)
        for source, name, count in connection.execute(
            "select s.id, s.name, c.n from sources s join"
            " (select source_id, count(*) n from articles where state = 0 group by source_id) c on c.source_id = s.id"
            " order by c.n desc, s.name"
        )
    ]


def saved_searches(connection: sqlite3.Connection) -> list[SavedSearch]:
    """The saved searches, by name."""
    return [
        SavedSearch(*row)
        for row in connection.execute("select id, name, query, sort, seen from saved_searches order by name")
    ]


def counts(connection: sqlite3.Connection) -> Counts:
    """The numbers beside the fixed views."""

    def number(query: str) -> int:
        return int(connection.execute(query).fetchone()[0])

    return Counts(
        all=number("select count(*) from articles where state = 0"),
        unread=number("select count(*) from articles indexed by articles_unread where state = 0 and read_at is null"),
        starred=number("select count(*) from articles where state = 0 and starred = 1"),
        undated=number("select count(*) from articles where state = 0 and date_from = 0"),
        duplicates=number(
            "select count(*) from articles where state = 0 and id in"
            " (select article_id from provenances group by article_id having count(*) > 1)"
        ),
        trash=number("select count(*) from articles where state = 1"),
        annotations=number(
            "select (select count(*) from annotations n join articles a on a.id = n.article_id where a.state = 0)"
            " + (select count(*) from entity_notes)"
        ),
    )


def setting(connection: sqlite3.Connection, name: str, default: str = "") -> str:
    """A setting kept with the archive."""
    row = connection.execute("select value from settings where name = ?", (name,)).fetchone()
    return str(row[0]) if row else default


def set_setting(connection: sqlite3.Connection, name: str, value: str) -> None:
    """Keep a setting with the archive, inside the caller's transaction."""
    connection.execute(
        "insert into settings(name, value) values (?, ?) on conflict(name) do update set value = excluded.value",
        (name, value),
    )
