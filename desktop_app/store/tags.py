"""Tags as a tree, what carries them, and the rules that put them on.

Taggings of origin 'rule' are derived, as mentions are: from rules and refusals, by `put_on` and `obey`.
"""

import json
import sqlite3
from array import array
from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from typing import Any

from desktop_app.model.article import TagLabel
from desktop_app.model.changes import Changes
from desktop_app.model.errors import NotFoundError
from desktop_app.model.tags import KEYS, Tag, TagRule
from desktop_app.model.text import normalise
from desktop_app.store.history import LIVE
from desktop_app.store.transaction import id_list

_IDS = "(select value from json_each(?))"
_RULES = (
    "select r.id, t.name, t.colour, r.query, r.active, r.created_at, (select count(*) from taggings g"
    " join articles a on a.id = g.article_id where g.rule_id = r.id and a.state = 0)"
    " from tag_rules r join tags t on t.id = r.tag_id"
)


def all_tags(connection: sqlite3.Connection) -> list[Tag]:
    """All tags by name, with the number of what carries each of them."""
    articles = {
        tag: (count, machine)
        for tag, count, machine in connection.execute(
            "select g.tag_id, count(*), sum(g.origin <> 'reader') from taggings g"
            " join articles a on a.id = g.article_id where a.state = 0 group by g.tag_id"
        )
    }
    annotations = _counted(
        connection,
        "select g.tag_id, count(*) from annotation_taggings g join annotations n on n.id = g.annotation_id"
        " join articles a on a.id = n.article_id where a.state = 0 group by g.tag_id",
    )
    of_kind = (
        "select g.tag_id, count(*) from entity_taggings g join entities e on e.id = g.entity_id"
        " where e.kind = '{}' group by g.tag_id"
    )
    people = _counted(connection, of_kind.format("person"))
    organisations = _counted(connection, of_kind.format("organisation"))
    ruled = _counted(connection, "select tag_id, count(*) from tag_rules group by tag_id")
    return [
        Tag(
            tag, name, colour, key, *articles.get(tag, (0, 0)),
            annotations.get(tag, 0), people.get(tag, 0), organisations.get(tag, 0), ruled.get(tag, 0),
        )
        for tag, name, colour, key in connection.execute("select id, name, colour, key from tags order by name")
    ]  # fmt: skip


def _counted(connection: sqlite3.Connection, query: str) -> dict[int, int]:
    return dict(connection.execute(query).fetchall())


def with_key(connection: sqlite3.Connection, key: int) -> TagLabel | None:
    """The tag that a number key puts on."""
    query = "select id, name, colour from tags where key = ? and key > 0 order by id"
    row = connection.execute(query, (key,)).fetchone()
    return TagLabel(*row) if row else None


def key_of(connection: sqlite3.Connection, tag: int) -> int:
    """The number key of a tag; 0: none."""
    return int(connection.execute("select key from tags where id = ?", (tag,)).fetchone()[0])


def free_key(connection: sqlite3.Connection) -> int:
    """The lowest number key that no tag has; 0 where all are taken."""
    taken = {key for (key,) in connection.execute("select key from tags where key > 0")}
    return next((key for key in KEYS if key not in taken), 0)


def family(connection: sqlite3.Connection, name: str) -> list[TagLabel]:
    """The tag of this name and all below it, by name; raises NotFoundError where there is none."""
    name = normalise(name)
    rows = connection.execute(
        "select id, name, colour from tags where name = ?1 or substr(name, 1, length(?1) + 1) = ?1 || '/'"
        " order by name",
        (name,),
    ).fetchall()
    if not rows:
        raise NotFoundError("There is no tag “{name}”. “tag list” shows all tags.", name=name)
    return [TagLabel(*row) for row in rows]


def numbers(connection: sqlite3.Connection, names: Iterable[str]) -> dict[str, int]:
    """The ids of those of these names that are tags."""
    found = {}
    for name in names:
        row = connection.execute("select id from tags where name = ?", (name,)).fetchone()
        if row:
            found[name] = row[0]
    return found


def owners(connection: sqlite3.Connection, table: str, column: str, tag: int) -> list[tuple[int, int]]:
    """(row, owner) of the rows of a table that are of a tag; names are those of our own schema."""
    return connection.execute(f"select id, {column} from {table} where tag_id = ? order by id", (tag,)).fetchall()


def taggings(connection: sqlite3.Connection, tag: int) -> list[tuple[int, int, str, str]]:
    """(tagging, article, origin, time) of all articles that carry a tag."""
    query = "select id, article_id, origin, created_at from taggings where tag_id = ? order by id"
    return connection.execute(query, (tag,)).fetchall()


def origins(
    connection: sqlite3.Connection, tag: int, articles: Iterable[int]
) -> list[tuple[int, int, str, int | None]]:
    """(tagging, article, origin, rule) of a tag on these articles."""
    query = f"select id, article_id, origin, rule_id from taggings where tag_id = ? and article_id in {_IDS}"
    return connection.execute(f"{query} order by id", (tag, id_list(articles))).fetchall()


def carried(connection: sqlite3.Connection, tags: Collection[int]) -> dict[str, int]:
    """How many of each kind have these tags; `trashed` are those of the `articles` that lie in the trash."""
    wanted = id_list(tags)

    def number(query: str) -> int:
        return int(connection.execute(query, (wanted,)).fetchone()[0])

    entities = (
        "select count(distinct g.entity_id) from entity_taggings g join entities e on e.id = g.entity_id"
        f" where g.tag_id in {_IDS} and e.kind = "
    )
    tagged = (
        "select count(distinct a.id) from articles a join taggings g on g.article_id = a.id"
        f" where g.tag_id in {_IDS} and a.state "
    )
    return {
        "articles": number(f"{tagged} < 2"),
        "trashed": number(f"{tagged} = 1"),
        "annotations": number(f"select count(distinct annotation_id) from annotation_taggings where tag_id in {_IDS}"),
        "people": number(f"{entities} 'person'"),
        "organisations": number(f"{entities} 'organisation'"),
        "rules": number(f"select count(*) from tag_rules where tag_id in {_IDS}"),
    }


def asking(connection: sqlite3.Connection, table: str) -> list[tuple[int, str, str]]:
    """(row, name, query) of a table of queries; its name is one of our own schema."""
    return connection.execute(f"select id, name, query from {table} order by name").fetchall()


# Rules


def rules(connection: sqlite3.Connection) -> list[TagRule]:
    """All rules, by their tags."""
    return [_rule(row) for row in connection.execute(f"{_RULES} order by t.name, r.id")]


def rule(connection: sqlite3.Connection, number: int) -> TagRule:
    """One rule; raises NotFoundError."""
    row = connection.execute(f"{_RULES} where r.id = ?", (number,)).fetchone()
    if row is None:
        raise NotFoundError("There is no rule {number}. “tag rules” shows all of them.", number=number)
    return _rule(row)


def _rule(row: Sequence[object]) -> TagRule:
    number, tag, colour, query, active, created, articles = row
    return TagRule(number, tag, colour, query, bool(active), created, articles)  # type: ignore[arg-type]


def rule_rows(connection: sqlite3.Connection, tag: int) -> list[dict[str, Any]]:
    """The rules of a tag as the store keeps them."""
    return _rows(connection.execute("select * from tag_rules where tag_id = ? order by id", (tag,)))


def rule_row(connection: sqlite3.Connection, number: int) -> dict[str, Any]:
    """A rule that is known, as the store keeps it."""
    return _rows(connection.execute("select * from tag_rules where id = ?", (number,)))[0]


def _rows(cursor: sqlite3.Cursor) -> list[dict[str, Any]]:
    columns = [column[0] for column in cursor.description]
    return [dict(zip(columns, row, strict=True)) for row in cursor]


def any_rules(connection: sqlite3.Connection) -> bool:
    """Whether there is a rule to apply."""
    return connection.execute("select 1 from tag_rules limit 1").fetchone() is not None


def has_rules(connection: sqlite3.Connection, tag: int) -> bool:
    """Whether a rule puts this tag on."""
    return connection.execute("select 1 from tag_rules where tag_id = ? limit 1", (tag,)).fetchone() is not None


def put_on_by(connection: sqlite3.Connection, rule: int) -> list[tuple[int, str]]:
    """(article, time) of what a rule has put on."""
    query = "select article_id, created_at from taggings where rule_id = ? order by id"
    return connection.execute(query, (rule,)).fetchall()


def resting_on(connection: sqlite3.Connection, rule: int) -> "array[int]":
    """The articles that a rule had put its tag on when it was paused; none where it works."""
    row = connection.execute("select resting from tag_rules where id = ?", (rule,)).fetchone()
    return array("q", json.loads(row[0]) if row else ())


def lacking(connection: sqlite3.Connection, tag: int, found: "array[int]") -> "array[int]":
    """Those of these articles that neither have a tag nor had it taken off by the reader."""
    return _without(connection, tag, found, ("taggings", "tag_refusals"))


def refused(connection: sqlite3.Connection, tag: int, found: "array[int]") -> int:
    """From how many of these articles the reader has taken a tag that a machine had put on."""
    return len(found) - len(_without(connection, tag, found, ("tag_refusals",)))


def _without(connection: sqlite3.Connection, tag: int, found: "array[int]", tables: Sequence[str]) -> "array[int]":
    held: set[int] = set()
    for table in tables:
        held.update(chain.from_iterable(connection.execute(f"select article_id from {table} where tag_id = ?", (tag,))))
    return array("q", (number for number in found if number not in held)) if held else found


def put_on(
    connection: sqlite3.Connection, wanted: TagRule, articles: Collection[int], at: str, changes: Changes
) -> int:
    """Let live articles have a rule's tag, in the caller's transaction, if the rule is still what it was.

    Those that have the tag or refuse it are left alone. Returns how many got it; `changes` hear of them.
    """
    rows = connection.execute(
        "insert into taggings(tag_id, article_id, origin, created_at, rule_id)"
        " select r.tag_id, a.id, 'rule', ?1, r.id from tag_rules r join articles a on a.id in"
        f" (select value from json_each(?2)) and a.state = {LIVE}"
        " where r.id = ?3 and r.query = ?4 and r.active = ?5"
        " and not exists (select 1 from taggings g where g.tag_id = r.tag_id and g.article_id = a.id)"
        " and not exists (select 1 from tag_refusals f where f.tag_id = r.tag_id and f.article_id = a.id)"
        " order by a.id returning id, article_id",
        (at, id_list(articles), wanted.id, wanted.query, wanted.active),
    ).fetchall()
    _touch(changes, rows)
    return len(rows)


def obey(
    connection: sqlite3.Connection, refusals: Iterable[tuple[int, int, int | None]], at: str, changes: Changes
) -> None:
    """Make the taggings of rules follow refusals (tag, article, rule) that came or went, inside a transaction."""
    for tag, article, by in refusals:
        stands = connection.execute(
            "select 1 from tag_refusals where tag_id = ? and article_id = ?", (tag, article)
        ).fetchone()
        if stands:
            rows = connection.execute(
                "delete from taggings where tag_id = ? and article_id = ? and origin = 'rule' returning id, article_id",
                (tag, article),
            ).fetchall()
        else:
            rows = connection.execute(
                "insert or ignore into taggings(tag_id, article_id, origin, created_at, rule_id)"
                " select r.tag_id, a.id, 'rule', ?3, r.id from tag_rules r join articles a on a.id = ?2"
                " where r.id = ?4 and r.tag_id = ?1 returning id, article_id",
                (tag, article, at, by),
            ).fetchall()
        _touch(changes, rows)


def take_off(connection: sqlite3.Connection, taggings: Iterable[int], changes: Changes) -> None:
    """Remove taggings of rules in the caller's transaction; a step that does so writes refusals for the journal."""
    rows = connection.execute(
        f"delete from taggings where origin = 'rule' and id in {_IDS} returning id, article_id", (id_list(taggings),)
    ).fetchall()
    _touch(changes, rows)


def _touch(changes: Changes, rows: Iterable[tuple[int, int]]) -> None:
    for tagging, article in rows:
        changes.touch("taggings", tagging)
        changes.articles.add(article)


def shares(connection: sqlite3.Connection, articles: Collection[int]) -> list[tuple[int, TagLabel]]:
    """(article, tag) of the tags on these articles that no rule put on: what others can go by."""
    rows = connection.execute(
        "select g.article_id, t.id, t.name, t.colour from taggings g join tags t on t.id = g.tag_id"
        f" where g.origin <> 'rule' and g.article_id in {_IDS}",
        (id_list(articles),),
    )
    return [(row[0], TagLabel(*row[1:])) for row in rows]


def usual(connection: sqlite3.Connection, tags: Iterable[int]) -> dict[int, float]:
    """The share of all articles that carry each of these tags, rules aside: {tag: 0 to 1}."""
    count = connection.execute("select count(*) from articles where state = 0").fetchone()[0]
    number = "select count(*) from taggings where tag_id = ? and origin <> 'rule'"
    return {tag: connection.execute(number, (tag,)).fetchone()[0] / max(count, 1) for tag in tags}


def barred(connection: sqlite3.Connection, articles: Collection[int]) -> set[int]:
    """The tags that all of these articles carry, and those that a reader took off one where a machine put them on."""
    wanted = id_list(articles)
    refusing = connection.execute(f"select tag_id from tag_refusals where article_id in {_IDS}", (wanted,))
    found = {row[0] for row in refusing}
    everywhere = connection.execute(
        f"select tag_id from taggings where article_id in {_IDS} group by tag_id having count(*) >= ?",
        (wanted, len(set(articles))),
    )
    return found | {row[0] for row in everywhere}
