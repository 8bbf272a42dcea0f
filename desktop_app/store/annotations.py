"""All annotations: what they are filtered and sorted by, kept small; and rows, by pages."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from desktop_app.model.annotations import AnnotationKind, AnnotationRow
from desktop_app.model.article import TagLabel
from desktop_app.model.text import folded_name
from desktop_app.store import people
from desktop_app.store.transaction import id_list

_IN = "in (select value from json_each(?))"
_ON_ARTICLES = (
    "select n.id, case when n.start is null then 'article' when n.body = '' then 'highlight' else 'note' end,"
    " n.orphaned, n.article_id, a.source_id, a.date_from, a.date_to, n.colour, n.created_at, n.changed_at, n.start,"
    " n.body, n.quote, coalesce(nullif(a.title, ''), a.excerpt)"
    " from annotations n join articles a on a.id = n.article_id where a.state = 0"
)
_ON_PEOPLE = (
    "select o.id, e.kind, o.entity_id, o.created_at, o.changed_at, o.body, e.name"
    " from entity_notes o join entities e on e.id = o.entity_id where true"
)
_SHOWN = 2_000  # code points of a note that a list shows


@dataclass(slots=True)
class Entry:
    """What one annotation is filtered and sorted by. `words` is its note, quote and title in small letters."""

    id: int  # negative: of a note on a person or organisation
    kind: AnnotationKind
    orphaned: bool
    article: int
    entity: int
    source: int
    first: int  # the article's date, yyyymmdd, 0 where undated
    last: int
    colour: int  # -1 where it has none
    created: str
    changed: str
    start: int  # -1 where it is on the whole
    title: str  # folded
    words: str
    folded: str  # the same, as names are looked for
    tags: frozenset[int]


def load(
    connection: sqlite3.Connection,
    ids: Collection[int] | None = None,
    known: Mapping[int, Entry] = MappingProxyType({}),
) -> dict[int, Entry]:
    """All annotations on live articles and on people and organisations, or these of them, by number.

    Of those that are `known` with the same words, the words are not folded again: that is most of the work.
    """
    tags = _tags(connection, ids)
    found: dict[int, Entry] = {}
    for number, kind, orphaned, article, source, first, last, colour, created, changed, start, *texts in _select(
        connection, f"{_ON_ARTICLES} and n.id", ids, 1
    ):
        words, folded, title = _words(texts, known.get(number))
        found[number] = Entry(
            number, kind, bool(orphaned), article, 0, source or 0, first, last, colour, created, changed,
            -1 if start is None else start, title, words, folded, frozenset(tags.get(number, ())),
        )  # fmt: skip
    none: frozenset[int] = frozenset()
    for number, kind, entity, created, changed, *texts in _select(connection, f"{_ON_PEOPLE} and o.id", ids, -1):
        words, folded, title = _words(texts, known.get(-number))
        found[-number] = Entry(
            -number, kind, False, 0, entity, 0, 0, 0, -1, created, changed, -1, title, words, folded, none
        )
    return found


def _select(
    connection: sqlite3.Connection, query: str, ids: Collection[int] | None, sign: int
) -> Iterator[tuple[Any, ...]]:
    """The rows of a query that ends with its number: all, or those of the ids of this sign."""
    if ids is None:
        return iter(connection.execute(f"{query} > 0"))
    return iter(connection.execute(f"{query} {_IN}", (id_list(sign * number for number in ids if sign * number > 0),)))


def _words(texts: Sequence[str], known: Entry | None) -> tuple[str, str, str]:
    joined = "\n".join(texts)
    words = joined.casefold()
    if known is not None and known.words == words:
        return known.words, known.folded, known.title
    return words, folded_name(joined), folded_name(texts[-1])


def _tags(connection: sqlite3.Connection, ids: Collection[int] | None) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    query = "select tag_id, annotation_id from annotation_taggings where annotation_id"
    for tag, annotation in _select(connection, query, ids, 1):
        found[annotation].append(tag)
    return found


def tagged_by(connection: sqlite3.Connection, taggings: Iterable[int]) -> set[int]:
    """The annotations that these taggings are on."""
    rows = connection.execute(f"select annotation_id from annotation_taggings where id {_IN}", (id_list(taggings),))
    return {row[0] for row in rows}


def on(connection: sqlite3.Connection, *, articles: Collection[int], entities: Collection[int]) -> set[int]:
    """The annotations on these articles, and the notes on these people and organisations."""
    notes = connection.execute(f"select id from annotations where article_id {_IN}", (id_list(articles),))
    on_people = connection.execute(f"select -id from entity_notes where entity_id {_IN}", (id_list(entities),))
    return {row[0] for row in [*notes, *on_people]}


def naming(connection: sqlite3.Connection, entity: int) -> set[int]:
    """The articles that name a person or organisation."""
    if not people.there(connection):
        return set()
    rows = connection.execute(
        f"select distinct m.article_id from {people.VISIBLE} where {people.SEEN} and e.id = ?", (entity,)
    )
    return {row[0] for row in rows}


def rows(connection: sqlite3.Connection, ids: Sequence[int], *, limit: int = _SHOWN) -> list[AnnotationRow]:
    """These annotations, in this order, with at most `limit` code points of each note; those gone are left out."""
    found = {row.id: row for row in [*_on_articles(connection, ids, limit), *_on_people(connection, ids, limit)]}
    return [found[number] for number in ids if number in found]


def _on_articles(connection: sqlite3.Connection, ids: Sequence[int], limit: int) -> Iterator[AnnotationRow]:
    wanted = id_list(number for number in ids if number > 0)
    labels: dict[int, list[TagLabel]] = defaultdict(list)
    for annotation, *tag in connection.execute(
        "select g.annotation_id, t.id, t.name, t.colour from annotation_taggings g join tags t on t.id = g.tag_id"
        f" where g.annotation_id {_IN} order by t.name",
        (wanted,),
    ):
        labels[annotation].append(TagLabel(*tag))
    for row in connection.execute(
        "select n.id, case when n.start is null then 'article' when n.body = '' then 'highlight' else 'note' end,"
        " substr(n.body, 1, ?), substr(n.quote, 1, ?), n.colour, n.created_at, n.changed_at,"
        " coalesce(nullif(a.title, ''), a.excerpt), n.article_id, 0, n.start, n.\"end\", n.prefix, n.suffix,"
        " coalesce(s.name, ''), a.date, a.language, n.orphaned from annotations n"
        " join articles a on a.id = n.article_id left join sources s on s.id = a.source_id"
        f" where a.state < 2 and n.id {_IN}",
        (limit, limit, wanted),
    ):
        yield replace(AnnotationRow(*row[:-1]), orphaned=bool(row[-1]), tags=tuple(labels.get(row[0], ())))


def _on_people(connection: sqlite3.Connection, ids: Sequence[int], limit: int) -> Iterator[AnnotationRow]:
    for row in connection.execute(
        "select -o.id, e.kind, substr(o.body, 1, ?), '', -1, o.created_at, o.changed_at, e.name, 0, e.id"
        f" from entity_notes o join entities e on e.id = o.entity_id where o.id {_IN}",
        (limit, id_list(-number for number in ids if number < 0)),
    ):
        yield AnnotationRow(*row)
