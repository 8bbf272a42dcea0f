"""What is linked: the titles of targets, the texts that link to them, and what can be linked to."""

import sqlite3
from collections.abc import Collection

from desktop_app.model.links import Backlink, LinkKind, LinkTarget, address, links_in, without_links
from desktop_app.model.text import excerpt
from desktop_app.store.transaction import id_list

_TITLE = "coalesce(nullif({of}.title, ''), {of}.excerpt)"
_TITLES: dict[LinkKind, str] = {
    "article": f"select a.id, {_TITLE.format(of='a')} from articles a where a.state < 2 and a.id",
    "entity": "select e.id, e.name from entities e where e.rejected_at is null and e.id",
    "note": "select n.id, coalesce(nullif(n.quote, ''), n.body) from annotations n"
    " join articles a on a.id = n.article_id where a.state < 2 and n.id",
    "dossier": "select d.id, d.name from dossiers d where d.id",
}
_LONGEST = 120  # code points of a title


def titles(connection: sqlite3.Connection, kind: LinkKind, ids: Collection[int]) -> dict[int, str]:
    """What these are called now; those that are gone are left out."""
    rows = connection.execute(f"{_TITLES[kind]} in (select value from json_each(?))", (id_list(ids),))
    return {number: excerpt(without_links(title), _LONGEST) for number, title in rows}


def backlinks(connection: sqlite3.Connection, kind: LinkKind, number: int) -> list[Backlink]:
    """The notes, and the words in dossiers, that link to this, the latest first; what lies in the trash is left out."""
    wanted = address(kind, number)
    found = [
        Backlink("note", row[0], row[1], _line(row[2], kind, number), row[3], article=row[4], start=row[5])
        for row in connection.execute(
            f"select n.id, {_TITLE.format(of='a')}, n.body, n.changed_at, a.id, n.start from annotations n"
            " join articles a on a.id = n.article_id where a.state = 0 and instr(n.body, ?) > 0",
            (wanted,),
        )
        if (kind, number) != ("note", row[0])
    ]
    found += [
        Backlink("entity_note", row[0], row[1], _line(row[2], kind, number), row[3], entity=row[4])
        for row in connection.execute(
            "select o.id, e.name, o.body, o.changed_at, e.id from entity_notes o join entities e on e.id = o.entity_id"
            " where instr(o.body, ?) > 0",
            (wanted,),
        )
    ]
    found += [
        Backlink("dossier", row[0], row[1], _line(row[2], kind, number), row[3])
        for row in connection.execute(
            "select id, name, introduction, changed_at from dossiers where instr(introduction, ?) > 0", (wanted,)
        )
    ]
    found += [
        Backlink("dossier", row[0], row[1], _line(row[2], kind, number), row[3], article=row[4])
        for row in connection.execute(
            "select d.id, d.name, p.comment, p.added_at, a.id from dossier_articles p"
            " join dossiers d on d.id = p.dossier_id join articles a on a.id = p.article_id"
            " where a.state = 0 and instr(p.comment, ?) > 0",
            (wanted,),
        )
    ]
    linked = [each for each in found if each.words]
    return sorted(linked, key=lambda each: (each.changed, each.id), reverse=True)


def _line(body: str, kind: LinkKind, number: int) -> str:
    """The line in which the link stands; "" where what looks like one is none."""
    for link in links_in(body):
        if (link.kind, link.id) == (kind, number):
            start = body.rfind("\n", 0, link.start) + 1
            end = body.find("\n", link.end)
            return excerpt(without_links(body[start : end if end >= 0 else len(body)])) or link.title
    return ""


def article_targets(connection: sqlite3.Connection, ids: Collection[int]) -> list[LinkTarget]:
    """These articles, in their order."""
    rows = {
        row[0]: LinkTarget("article", row[0], excerpt(row[1], _LONGEST), ", ".join(filter(None, row[2:])))
        for row in connection.execute(
            f"select a.id, {_TITLE.format(of='a')}, coalesce(s.name, ''), a.date from articles a"
            " left join sources s on s.id = a.source_id where a.state = 0 and a.id in (select value from json_each(?))",
            (id_list(ids),),
        )
    }
    return [rows[number] for number in ids if number in rows]


def recently_read(connection: sqlite3.Connection, limit: int) -> list[int]:
    """The articles that were read last."""
    rows = connection.execute("select id from readings order by at desc, id desc limit ?", (limit,))
    return [row[0] for row in rows]


def titled(connection: sqlite3.Connection, words: str, limit: int) -> list[int]:
    """The newest articles the title of which holds `words`; for an archive the index of which is not there."""
    rows = connection.execute(
        "select id from articles where state = 0 and instr(fold(title), ?) > 0 order by id desc limit ?",
        (words.casefold(), limit),
    )
    return [row[0] for row in rows]


def dossier_targets(connection: sqlite3.Connection, words: str, limit: int) -> list[LinkTarget]:
    """The dossiers the name of which holds `words`, those that begin so first."""
    wanted = words.casefold()
    rows = connection.execute(
        "select d.id, d.name, coalesce(p.name, '') from dossiers d left join dossiers p on p.id = d.parent_id"
        " where instr(fold(d.name), ?1) > 0 order by instr(fold(d.name), ?1), d.name limit ?2",
        (wanted, limit),
    )
    return [LinkTarget("dossier", *row) for row in rows]
