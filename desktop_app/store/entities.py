"""People and organisations: what is known of them in the store."""

import sqlite3
from typing import Any


def listed(connection: sqlite3.Connection, text: str, kind: str, limit: int) -> list[dict[str, Any]]:
    """Those whose name or a name form holds `text`, most articles first."""
    rows = connection.execute(
        "select e.id, e.kind, e.name, count(distinct m.article_id), count(m.id) from entities e"
        " left join identities i on i.entity_id = e.id left join names n on n.identity_id = i.id"
        " left join mentions m on m.name_id = n.id"
        " where (?1 = '' or e.kind = ?1) and (?2 = '' or exists (select 1 from names o join identities j"
        " on j.id = o.identity_id where j.entity_id = e.id and instr(fold(o.form), ?2) > 0))"
        " group by e.id order by 4 desc, e.name limit ?3",
        (kind, text.casefold(), limit),
    ).fetchall()
    return [
        {
            "id": number,
            "kind": its_kind,
            "name": name,
            "names": [
                row[0]
                for row in connection.execute(
                    "select distinct n.form from names n join identities i on i.id = n.identity_id"
                    " where i.entity_id = ? order by 1",
                    (number,),
                )
            ],
            "articles": in_articles,
            "mentions": mentions,
            "roles": [],
            "tags": [],
        }
        for number, its_kind, name, in_articles, mentions in rows
    ]
