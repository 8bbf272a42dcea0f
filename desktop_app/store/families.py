"""Families of versions: sketches and links, which follow from the texts, what the reader ruled, and who is in which.

All but the rulings can be made anew; a reader's step writes rulings, and what follows from them is settled after it.
"""

import sqlite3
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, Literal, NamedTuple

from desktop_app.store.transaction import Transaction, id_list

Verdict = Literal["apart", "together"]

SKETCH_BYTES: Final = 256  # 64 hashes
_IDS: Final = "select value from json_each(?)"
_AT_ONCE: Final = 500
_OTHERS: Final = (
    "a.id in (select m.id from family_members m where exists (select 1 from family_members n"
    " join articles y on y.id = n.id where n.family_id = m.family_id and n.id <> m.id and y.state = 0{older}))"
)
_OLDER: Final = (
    " and (y.date_from = 0, y.date_from, y.id)"
    " < (select x.date_from = 0, x.date_from, x.id from articles x where x.id = m.id)"
)
# Conditions on `articles a`: it has other versions; one of them is older.
HAS_VERSIONS: Final = _OTHERS.format(older="")
IS_COPY: Final = _OTHERS.format(older=_OLDER)


class StoredSketch(NamedTuple):
    """The sketch of a version of an article's text; `hashes` are 32-bit numbers, ascending."""

    article: int
    text_id: int
    grams: int
    hashes: bytes


class StoredLink(NamedTuple):
    """Two articles, the lower number first, and what share of the shorter text the longer has."""

    first: int
    second: int
    strength: float


class FamilyRuling(NamedTuple):
    """What the reader decided about two articles."""

    first: int
    second: int
    verdict: Verdict


# --- texts and sketches


def waiting(connection: sqlite3.Connection) -> int:
    """How many articles have not been compared with the others as they are now."""
    return int(
        connection.execute(
            "select count(*) from articles a left join sketches s on s.id = a.id and s.text_id = a.text_id"
            " where a.state < 2 and (s.id is null or s.compared = 0)"
        ).fetchone()[0]
    )


def unsketched(connection: sqlite3.Connection, behind: int, limit: int) -> list[int]:
    """The next articles, by number, whose present text has no sketch."""
    rows = connection.execute(
        "select a.id from articles a left join sketches s on s.id = a.id and s.text_id = a.text_id"
        " where a.state < 2 and s.id is null and a.id > ? order by a.id limit ?",
        (behind, limit),
    )
    return [row[0] for row in rows]


def texts(connection: sqlite3.Connection, ids: Iterable[int]) -> list[tuple[int, int, str]]:
    """(article, version of its text, the text) of these articles; those that are gone are left out."""
    return connection.execute(
        f"select a.id, t.id, t.body from articles a join texts t on t.id = a.text_id where a.id in ({_IDS})",
        (id_list(ids),),
    ).fetchall()


def sample(connection: sqlite3.Connection, size: int) -> Iterator[str]:
    """About `size` texts from all over the archive."""
    ids = [row[0] for row in connection.execute("select id from articles where state = 0 order by id")]
    chosen = ids[:: max(1, len(ids) // size)]
    for begin in range(0, len(chosen), _AT_ONCE):
        for _, _, body in texts(connection, chosen[begin : begin + _AT_ONCE]):
            yield body


def keep_sketches(connection: sqlite3.Connection, found: Sequence[StoredSketch]) -> None:
    """Store the sketches of texts that are still the present ones, inside the caller's transaction.

    What was known of another version of a text is forgotten.
    """
    wanted = id_list(sketch.article for sketch in found)
    present = dict(connection.execute(f"select id, text_id from articles where id in ({_IDS})", (wanted,)).fetchall())
    kept = [sketch for sketch in found if present.get(sketch.article) == sketch.text_id]
    _forget_links(connection, [sketch.article for sketch in kept])
    connection.executemany(
        "insert into sketches(id, text_id, grams, hashes) values (?, ?, ?, ?) on conflict(id) do update set"
        " text_id = excluded.text_id, grams = excluded.grams, hashes = excluded.hashes, compared = 0",
        kept,
    )


def _forget_links(connection: sqlite3.Connection, articles: Iterable[int]) -> None:
    wanted = id_list(articles)
    connection.execute(
        f"delete from family_links where article_id in ({_IDS}) or other_id in ({_IDS})", (wanted, wanted)
    )


def table(connection: sqlite3.Connection) -> tuple["array[int]", bytes, bytes]:
    """All sketches by number of article: the numbers, their hashes at 256 bytes each, and 1 for each uncompared one.

    Behind the hashes of a short text stand bytes of 255.
    """
    ids = array("q")
    hashes, fresh = bytearray(), bytearray()
    for article, packed, compared in connection.execute("select id, hashes, compared from sketches order by id"):
        ids.append(article)
        hashes += packed.ljust(SKETCH_BYTES, b"\xff")
        fresh.append(not compared)
    return ids, bytes(hashes), bytes(fresh)


def uncompared(connection: sqlite3.Connection) -> list[int]:
    """The articles whose sketches were not compared with all others."""
    return [row[0] for row in connection.execute("select id from sketches where compared = 0 order by id")]


def keep_links(connection: sqlite3.Connection, links: Iterable[StoredLink]) -> None:
    """Store links, inside the caller's transaction; those of articles that are gone are left out."""
    connection.executemany(
        "insert into family_links(article_id, other_id, strength) select min(a.id, b.id), max(a.id, b.id), ?"
        " from articles a, articles b where a.id = ? and b.id = ?"
        " on conflict(article_id, other_id) do update set strength = excluded.strength",
        [(link.strength, link.first, link.second) for link in links],
    )


def mark_compared(connection: sqlite3.Connection, articles: Iterable[int]) -> None:
    """Note that these were compared with all others, inside the caller's transaction."""
    connection.execute(f"update sketches set compared = 1 where id in ({_IDS})", (id_list(articles),))


# --- what follows from links and rulings


def related(connection: sqlite3.Connection, articles: Collection[int]) -> set[int]:
    """These articles with all that hang together with them by links, rulings and families."""
    found: set[int] = set()
    wave = set(articles)
    while wave:
        found |= wave
        asked = id_list(wave)
        rows = connection.execute(
            f"select other_id from family_links where article_id in ({_IDS})"
            f" union select article_id from family_links where other_id in ({_IDS})"
            f" union select other_id from family_rulings where verdict = 'together' and article_id in ({_IDS})"
            f" union select article_id from family_rulings where verdict = 'together' and other_id in ({_IDS})"
            " union select id from family_members where family_id in"
            f" (select family_id from family_members where id in ({_IDS}))",
            (asked,) * 5,
        )
        wave = {row[0] for row in rows} - found
    return found


def links_among(connection: sqlite3.Connection, articles: Iterable[int]) -> list[StoredLink]:
    """The links of these articles."""
    rows = connection.execute(
        f"select article_id, other_id, strength from family_links where article_id in ({_IDS})", (id_list(articles),)
    )
    return [StoredLink(*row) for row in rows]


def rulings_among(connection: sqlite3.Connection, articles: Iterable[int]) -> list[FamilyRuling]:
    """What the reader ruled on these articles."""
    asked = id_list(articles)
    rows = connection.execute(
        "select article_id, other_id, verdict from family_rulings"
        f" where article_id in ({_IDS}) or other_id in ({_IDS})",
        (asked, asked),
    )
    return [FamilyRuling(*row) for row in rows]


def keep_families(connection: sqlite3.Connection, among: Collection[int], family_of: Mapping[int, int]) -> set[int]:
    """Note in which family each of these articles is now, or that it is in none, inside the caller's transaction.

    Returns the articles whose family has changed in any way.
    """
    before = families_of(connection, among)
    changed = {article for article in among if before.get(article) != family_of.get(article)}
    others = {before[article] for article in changed if article in before}
    others |= {family_of[article] for article in changed if article in family_of}
    connection.execute(f"delete from family_members where id in ({_IDS})", (id_list(changed - family_of.keys()),))
    connection.executemany(
        "insert into family_members(id, family_id) values (?, ?)"
        " on conflict(id) do update set family_id = excluded.family_id",
        [(article, family_of[article]) for article in changed if article in family_of],
    )
    return changed | {article for article, family in family_of.items() if family in others}


def decide(operation: Transaction, first: int, second: int, verdict: Verdict, at: str) -> None:
    """Write down what the reader decides about two articles; it replaces what was decided before."""
    low, high = sorted((first, second))
    row = operation.connection.execute(
        "select id from family_rulings where article_id = ? and other_id = ?", (low, high)
    ).fetchone()
    if row:
        operation.update("family_rulings", [row[0]], {"verdict": verdict, "decided_at": at})
    else:
        values = {"article_id": low, "other_id": high, "verdict": verdict, "decided_at": at}
        operation.insert("family_rulings", values)


def ruled_on(connection: sqlite3.Connection, rulings: Iterable[int]) -> set[int]:
    """The articles that these rulings, by number, are about."""
    rows = connection.execute(
        f"select article_id, other_id from family_rulings where id in ({_IDS})", (id_list(rulings),)
    )
    return set(chain.from_iterable(rows))


# --- asking


def families_of(connection: sqlite3.Connection, articles: Iterable[int]) -> dict[int, int]:
    """The family of each of these articles that is in one."""
    return dict(
        connection.execute(f"select id, family_id from family_members where id in ({_IDS})", (id_list(articles),))
    )


def members(connection: sqlite3.Connection, article: int) -> list[int]:
    """The articles of an article's family that are not in the trash, oldest first; [] where there are no others."""
    rows = connection.execute(
        "select a.id from family_members m join articles a on a.id = m.id where m.family_id ="
        " (select family_id from family_members where id = ?) and (a.state = 0 or a.id = ?)"
        " order by a.date_from = 0, a.date_from, a.id",
        (article, article),
    ).fetchall()
    found = [row[0] for row in rows]
    return found if len(found) > 1 else []


def of_family(connection: sqlite3.Connection, family: int) -> list[int]:
    """All articles of a family, those in the trash too."""
    return [row[0] for row in connection.execute("select id from family_members where family_id = ?", (family,))]


def all_members(connection: sqlite3.Connection) -> tuple["array[int]", "array[int]"]:
    """Everybody who is in a family, as two aligned columns: articles, ascending, and their families."""
    columns = array(
        "q", chain.from_iterable(connection.execute("select id, family_id from family_members order by id"))
    )
    return columns[::2], columns[1::2]


def largest(connection: sqlite3.Connection, limit: int) -> list[list[int]]:
    """The families by size, the largest first: their articles that are not in the trash, oldest first."""
    rows = connection.execute(
        "select m.family_id, a.id from family_members m join articles a on a.id = m.id and a.state = 0"
        " order by m.family_id, a.date_from = 0, a.date_from, a.id"
    )
    found: dict[int, list[int]] = {}
    for family, article in rows:
        found.setdefault(family, []).append(article)
    return sorted((each for each in found.values() if len(each) > 1), key=lambda each: (-len(each), each[0]))[:limit]


def count(connection: sqlite3.Connection) -> tuple[int, int]:
    """How many families there are, and how many articles are in them; the trash not counted."""
    row = connection.execute(
        "select count(*), coalesce(sum(n), 0) from (select count(*) n from family_members m"
        " join articles a on a.id = m.id and a.state = 0 group by m.family_id having n > 1)"
    ).fetchone()
    return int(row[0]), int(row[1])
