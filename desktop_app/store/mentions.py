"""What a recogniser found, written down: mentions and roles of articles, in place of what was found there before.

Rows that say the same as before keep their ids. Rulings are applied afterwards, see `settling`.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.model.people import Findings, FoundCluster, FoundRole
from desktop_app.store.identities import Form, Key, Registry
from desktop_app.store.transaction import id_list

_MENTION: Final = ("article_id", "text_id", "start", "end", "found_id", "confidence", "reason")
_ROLE: Final = (
    "article_id", "text_id", "role", "found_id", "found_organisation_id", "start", "end", "confidence"
)  # fmt: skip
_Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class ReadText:
    """What was found in one version of an article's text."""

    article: int
    text_id: int
    findings: Findings


def write(registry: Registry, read: Sequence[ReadText]) -> None:
    """Put what was found in these articles in the place of what had been found, inside the caller's transaction."""
    clusters = [cluster for text in read for cluster in text.findings.clusters]
    wanted: dict[Key, str] = {}
    for cluster in clusters:
        wanted.setdefault((cluster.kind, cluster.key), cluster.name)
    known = registry.identities(wanted)
    names = registry.names(
        (known[cluster.kind, cluster.key], form)
        for cluster in clusters
        for form in {mention.form for mention in cluster.mentions} or {cluster.name}
    )
    mentions: list[_Row] = []
    roles: list[_Row] = []
    for text in read:
        mentions += _mentions(text, known, names)
        roles += _roles(text, known, names)
    articles = [text.article for text in read]
    # Before any ruling it is who was found.
    _replace(registry.connection, "mentions", _MENTION, {"name_id": "found_id"}, articles, mentions)
    ruled = {"name_id": "found_id", "organisation_name_id": "found_organisation_id"}
    _replace(registry.connection, "roles", _ROLE, ruled, articles, roles)


def _mentions(text: ReadText, known: dict[Key, int], names: dict[Form, int]) -> Iterable[_Row]:
    for cluster in text.findings.clusters:
        identity = known[cluster.kind, cluster.key]
        for found in cluster.mentions:
            name = names[identity, found.form]
            yield text.article, text.text_id, found.start, found.end, name, found.confidence, found.reason


def _roles(text: ReadText, known: dict[Key, int], names: dict[Form, int]) -> Iterable[_Row]:
    clusters = text.findings.clusters

    def name(number: int, role: FoundRole) -> int:
        cluster = clusters[number]
        return names[known[cluster.kind, cluster.key], _form_in(cluster, role.start, role.end)]

    for role in text.findings.roles:
        organisation = None if role.organisation is None else name(role.organisation, role)
        person = name(role.person, role)
        yield text.article, text.text_id, role.role, person, organisation, role.start, role.end, role.confidence


def _form_in(cluster: FoundCluster, start: int, end: int) -> str:
    """The form in which a cluster is named in a stretch of the text, else its first, else its name."""
    forms = [mention.form for mention in cluster.mentions if start <= mention.start and mention.end <= end]
    return next(iter([*forms, *(mention.form for mention in cluster.mentions)]), cluster.name)


def _replace(
    connection: sqlite3.Connection,
    table: str,
    columns: tuple[str, ...],
    ruled: dict[str, str],
    articles: Iterable[int],
    rows: list[_Row],
) -> None:
    """Make `rows` what was found in these articles; in new rows `ruled` columns are as what was found."""
    there: dict[_Row, list[int]] = {}
    for row in connection.execute(
        f"select id, {_list(columns)} from {table}"
        " where article_id in (select value from json_each(?)) and found_id is not null",
        (id_list(articles),),
    ):
        there.setdefault(row[1:], []).append(row[0])
    missing = []
    for row in rows:
        same = there.get(row)
        if same:
            same.pop()
        else:
            missing.append((*row, *(row[columns.index(source)] for source in ruled.values())))
    gone = [number for left in there.values() for number in left]
    if gone:
        connection.execute(f"delete from {table} where id in (select value from json_each(?))", (id_list(gone),))
    marks = ", ".join("?" * (len(columns) + len(ruled)))
    connection.executemany(f"insert into {table}({_list((*columns, *ruled))}) values ({marks})", missing)


def _list(columns: Iterable[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def forget(connection: sqlite3.Connection, articles: Iterable[int]) -> None:
    """Remove all that is known of who is in these articles, inside the caller's transaction."""
    gone = id_list(articles)
    for table, column in (("mentions", "article_id"), ("roles", "article_id"), ("recognitions", "id")):
        connection.execute(f"delete from {table} where {column} in (select value from json_each(?))", (gone,))
    connection.execute("delete from rulings where article_id in (select value from json_each(?))", (gone,))


def entities_in(connection: sqlite3.Connection, articles: Iterable[int]) -> set[int]:
    """Who is named in these articles."""
    rows = connection.execute(
        "select distinct i.entity_id from mentions m join names n on n.id = m.name_id"
        " join identities i on i.id = n.identity_id where m.article_id in (select value from json_each(?))",
        (id_list(articles),),
    )
    return {row[0] for row in rows}
