"""Applying rulings: what a recogniser found in an article, and what a person decided about it, give who is in it.

Mentions and roles keep what was found (`found_id`); whom they name and whether they count is worked out again from
there whenever a ruling comes or goes. Rulings apply in the order in which they were made, so the latest one wins.
"""

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from desktop_app.model.text import folded_name
from desktop_app.store import rulings
from desktop_app.store.identities import Form, Registry
from desktop_app.store.rulings import ADD, ASSIGN, REJECT, SPLIT, Stored
from desktop_app.store.transaction import id_list

_TOGETHER: Final = 500  # articles
_IN: Final = "in (select value from json_each(?))"
_CJK: Final = "\u2e80"  # from here on words are not parted by spaces


@dataclass(slots=True)
class _Mention:
    """A mention while rulings are applied to it; identities are numbers, `found` is 0 where the reader marked it."""

    row: int
    start: int
    end: int
    found: int
    form: str
    identity: int
    name: int = 0  # as stored
    found_id: int = 0
    was_rejected: bool = False
    rejected: bool = False


@dataclass(frozen=True, slots=True)
class _Role:
    row: int
    role: str
    name: int
    organisation: int | None
    found: int
    found_organisation: int | None
    start: int
    end: int
    identity: int  # of the person, as found


@dataclass(slots=True)
class _Article:
    """What is known of an article, and what the rulings make of it."""

    id: int
    text_id: int
    source: str
    place: str
    mentions: list[_Mention] = field(default_factory=list)
    marked: list[tuple[int, int, int, int, int]] = field(default_factory=list)  # the reader's rows, as stored
    roles: list[_Role] = field(default_factory=list)
    body: str | None = None


def settle(registry: Registry, articles: Iterable[int]) -> None:
    """Work out who is in these articles, inside the caller's transaction; those that differ count as changed."""
    wanted = sorted(set(articles))
    for at in range(0, len(wanted), _TOGETHER):
        changed = _settle(registry, wanted[at : at + _TOGETHER])
        if changed:
            registry.changes.articles |= changed
            registry.changes.rows.setdefault("mentions", set()).update(changed)


def needed(connection: sqlite3.Connection) -> bool:
    """Whether there is any ruling that mentions are settled by."""
    marks = ", ".join("?" * len(rulings.SETTLED))
    query = f"select exists (select 1 from rulings where kind in ({marks}))"
    return bool(connection.execute(query, rulings.SETTLED).fetchone()[0])


def concerned(connection: sqlite3.Connection, decided: Iterable[Stored]) -> set[int]:
    """The articles that these rulings change or have changed.

    Of words that are a name wherever they stand those where they are marked by now: see `holding` for the others.
    """
    found: set[int] = set()
    for ruling in decided:
        if ruling.kind not in rulings.SETTLED:
            continue
        if ruling.article:
            found.add(ruling.article)
        elif ruling.kind == SPLIT:
            found |= naming(connection, ruling.target) | _split_articles(connection, ruling)
        else:
            found |= _marked(connection, ruling.subject["form"])
    return found


def naming(connection: sqlite3.Connection, identity: int) -> set[int]:
    """The articles with mentions that are settled on an identity."""
    rows = connection.execute(
        "select distinct m.article_id from names n join mentions m on m.name_id = n.id where n.identity_id = ?",
        (identity,),
    )
    return {row[0] for row in rows}


def newest_text(connection: sqlite3.Connection) -> int:
    """The highest number of a text: whatever is written later has a higher one."""
    return int(connection.execute("select coalesce(max(id), 0) from texts").fetchone()[0])


def holding(connection: sqlite3.Connection, words: str, above: int = 0) -> set[int]:
    """The articles a text of which holds these very words. Reads every text numbered higher than `above`.

    In a large archive that takes seconds: to be done before the writing begins, and once more for what came meanwhile.
    """
    rows = connection.execute("select article_id from texts where id > ? and instr(body, ?) > 0", (above, words))
    return {row[0] for row in rows}


def _marked(connection: sqlite3.Connection, form: str) -> set[int]:
    """The articles in which the reader's words mark this form."""
    rows = connection.execute(
        "select distinct m.article_id from names n join mentions m on m.name_id = n.id"
        " where n.folded = ? and n.form = ? and m.found_id is null",
        (folded_name(form), form),
    )
    return {row[0] for row in rows}


def _split_articles(connection: sqlite3.Connection, ruling: Stored) -> set[int]:
    """The articles that name the one who is split, and are such as the split is about."""
    rows = connection.execute(
        "select distinct a.id, a.text_id, coalesce(s.name, ''), a.place from names n"
        " join mentions m on m.name_id = n.id join articles a on a.id = m.article_id"
        " left join sources s on s.id = a.source_id where n.identity_id = ?",
        (ruling.identity,),
    )
    return {row[0] for row in rows if _fits(_Article(*row), ruling.subject)}


def _settle(registry: Registry, ids: list[int]) -> set[int]:
    connection = registry.connection
    articles = _load(connection, ids)
    own = rulings.of_articles(connection, articles)
    wide = rulings.everywhere(connection)
    identities = {mention.found for article in articles.values() for mention in article.mentions}
    identities |= {ruling.target for each in own.values() for ruling in each} | {ruling.target for ruling in wide}
    splits = rulings.splits(connection, identities)
    _read_bodies(connection, articles, own, wide)
    for number, article in articles.items():
        decided = [*own.get(number, ()), *splits, *(wide if article.body is not None else ())]
        for ruling in sorted(decided, key=lambda ruling: ruling.id):
            _APPLY[ruling.kind](article, ruling)
    return _write(registry, articles)


def _load(connection: sqlite3.Connection, ids: list[int]) -> dict[int, _Article]:
    wanted = (id_list(ids),)
    articles = {
        row[0]: _Article(*row)
        for row in connection.execute(
            "select a.id, a.text_id, coalesce(s.name, ''), a.place from articles a"
            f" left join sources s on s.id = a.source_id where a.id {_IN}",
            wanted,
        )
    }
    for row in connection.execute(
        'select m.article_id, m.id, m.start, m."end", n.identity_id, n.form, m.name_id, m.found_id, m.rejected'
        f" from mentions m join names n on n.id = m.found_id where m.article_id {_IN} order by m.start",
        wanted,
    ):
        article, number, start, end, identity, form, name, found_id, rejected = row
        mention = _Mention(number, start, end, identity, form, identity, name, found_id, bool(rejected))
        articles[article].mentions.append(mention)
    for article, *marked in connection.execute(
        f'select article_id, id, text_id, start, "end", name_id from mentions where article_id {_IN}'
        " and found_id is null",
        wanted,
    ):
        number, text_id, start, end, name = marked
        articles[article].marked.append((number, text_id, start, end, name))
    for article, *role in connection.execute(
        "select r.article_id, r.id, r.role, r.name_id, r.organisation_name_id, r.found_id, r.found_organisation_id,"
        f' r.start, r."end", n.identity_id from roles r join names n on n.id = r.found_id where r.article_id {_IN}',
        wanted,
    ):
        articles[article].roles.append(_Role(*role))
    return articles


def _read_bodies(
    connection: sqlite3.Connection, articles: dict[int, _Article], own: dict[int, list[Stored]], wide: list[Stored]
) -> None:
    """The texts that are needed: those that hold words marked everywhere, and those that have changed since."""
    wanted = {
        number
        for number, decided in own.items()
        if any(
            ruling.subject.get("text_id", articles[number].text_id) != articles[number].text_id for ruling in decided
        )
    }
    texts = id_list(article.text_id for article in articles.values())
    for ruling in wide:
        query = f"select article_id from texts where id {_IN} and instr(body, ?) > 0"
        wanted |= {row[0] for row in connection.execute(query, (texts, ruling.subject["form"]))}
    texts = id_list(articles[number].text_id for number in wanted)
    for number, body in connection.execute(f"select article_id, body from texts where id {_IN}", (texts,)):
        articles[number].body = body


def _split(article: _Article, ruling: Stored) -> None:
    meant = [mention for mention in article.mentions if mention.identity == ruling.identity]
    role = ruling.subject.get("role")
    if _fits(article, ruling.subject) and (not role or _states(article, {one.found for one in meant}, role)):
        for mention in meant:
            mention.identity = ruling.target


def _fits(article: _Article, subject: dict[str, Any]) -> bool:
    """Whether an article is one of those that a split is about, by what is said of the article itself."""
    return (
        (not subject.get("articles") or article.id in subject["articles"])
        and (not subject.get("source") or article.source == subject["source"])
        and (not subject.get("place") or folded_name(article.place) == folded_name(subject["place"]))
    )


def _states(article: _Article, found: set[int], role: str) -> bool:
    """Whether the article says that somebody found there has this role."""
    wanted = f" {folded_name(role)} "
    return any(stated.identity in found and wanted in f" {folded_name(stated.role)} " for stated in article.roles)


def _assign(article: _Article, ruling: Stored) -> None:
    """Everything in the article that was found to be one with the mention is the one that the reader named."""
    identity = ruling.identity
    span = _span(article, ruling) if "start" in ruling.subject else None
    if span is not None:
        at = [mention for mention in article.mentions if _overlap(mention, span) and not mention.rejected]
        if not at:
            return
        if at[0].found == 0:
            at[0].identity = ruling.target
            return
        identity = at[0].found
    for mention in article.mentions:
        if mention.found == identity:
            mention.identity = ruling.target


def _reject(article: _Article, ruling: Stored) -> None:
    span = _span(article, ruling)
    for mention in article.mentions:
        if span is not None and span[0] <= mention.start and mention.end <= span[1]:
            mention.rejected = True


def _add(article: _Article, ruling: Stored) -> None:
    if ruling.article:
        span = _span(article, ruling)
        if span is not None:
            _mark(article, span, ruling)
        return
    for span in occurrences(article.body or "", ruling.subject["form"]):
        at = [mention for mention in article.mentions if _overlap(mention, span)]
        # What stands in a longer name is part of that one; what was rejected here stays so.
        if all((mention.start, mention.end) == span and not mention.rejected for mention in at):
            _mark(article, span, ruling)


def _mark(article: _Article, span: tuple[int, int], ruling: Stored) -> None:
    for mention in article.mentions:
        if _overlap(mention, span):
            mention.rejected = True
    article.mentions.append(_Mention(0, *span, 0, ruling.subject["form"], ruling.target))


_APPLY: Final = {SPLIT: _split, ASSIGN: _assign, REJECT: _reject, ADD: _add}


def _overlap(mention: _Mention, span: tuple[int, int]) -> bool:
    return mention.start < span[1] and span[0] < mention.end


def _span(article: _Article, ruling: Stored) -> tuple[int, int] | None:
    """Where in the present text a ruling's words stand: where they stood, or where they stand in the same context."""
    subject = ruling.subject
    if subject["text_id"] == article.text_id:
        return subject["start"], subject["end"]
    return found_again(article.body or "", subject)


def found_again(body: str, subject: dict[str, Any]) -> tuple[int, int] | None:
    """The place of `subject`'s quote in another text: with the most of its context, then the nearest; None if gone."""
    quote, prefix, suffix = (str(subject.get(part, "")) for part in ("quote", "prefix", "suffix"))
    was = int(subject["start"])
    best: tuple[int, int, int] | None = None
    for match in re.finditer(re.escape(quote), body) if quote else ():
        before = _common(body[: match.start()][::-1], prefix[::-1])
        fit = before + _common(body[match.end() :], suffix)
        if best is None or (fit, -abs(match.start() - was)) > best[:2]:
            best = fit, -abs(match.start() - was), match.start()
    return None if best is None else (best[2], best[2] + len(quote))


def _common(one: str, other: str) -> int:
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length]:
        length += 1
    return length


def occurrences(body: str, words: str) -> list[tuple[int, int]]:
    """Where these very words stand as whole words; between Chinese characters and kana any place will do."""
    before = r"(?<!\w)" if words[0].isalnum() and words[0] < _CJK else ""
    behind = r"(?!\w)" if words[-1].isalnum() and words[-1] < _CJK else ""
    return [match.span() for match in re.finditer(before + re.escape(words) + behind, body)]


def _write(registry: Registry, articles: dict[int, _Article]) -> set[int]:
    """Store what differs; returns the articles in which something did."""
    wanted: set[Form] = {
        (mention.identity, mention.form)
        for article in articles.values()
        for mention in article.mentions
        if mention.identity != mention.found
    }
    names = registry.names(wanted) if wanted else {}
    moved: list[tuple[int, bool, int]] = []
    gone: list[int] = []
    added: list[tuple[int, int, int, int, int]] = []
    roles: list[tuple[int | None, int | None, int]] = []
    changed: set[int] = set()
    for article in articles.values():
        before = len(moved) + len(gone) + len(added) + len(roles)
        marked = {row[1:]: row[0] for row in article.marked}
        for mention in article.mentions:
            name = names[mention.identity, mention.form] if mention.identity != mention.found else mention.found_id
            if mention.row and (mention.name, mention.was_rejected) != (name, mention.rejected):
                moved.append((name, mention.rejected, mention.row))
            mention.name = name
            row = (article.text_id, mention.start, mention.end, name)
            if not mention.row and not mention.rejected and not marked.pop(row, 0):
                added.append((article.id, *row))
        gone += marked.values()
        roles += _settled_roles(article)
        if len(moved) + len(gone) + len(added) + len(roles) > before:
            changed.add(article.id)
    connection = registry.connection
    connection.executemany("update mentions set name_id = ?, rejected = ? where id = ?", moved)
    connection.execute(f"delete from mentions where id {_IN}", (id_list(gone),))
    connection.executemany(
        'insert into mentions(article_id, text_id, start, "end", name_id, confidence, reason)'
        " values (?, ?, ?, ?, ?, 1.0, 'reader')",
        added,
    )
    connection.executemany("update roles set name_id = ?, organisation_name_id = ? where id = ?", roles)
    return changed


def _settled_roles(article: _Article) -> Iterable[tuple[int | None, int | None, int]]:
    for role in article.roles:
        name = _settled_name(article, role, role.found)
        organisation = _settled_name(article, role, role.found_organisation)
        if (name, organisation) != (role.name, role.organisation):
            yield name, organisation, role.row


def _settled_name(article: _Article, role: _Role, found_id: int | None) -> int | None:
    """Whom a role is now stated of: the mention in its sentence, or what the reader marked in its place."""
    if found_id is None:
        return None
    found = [mention for mention in article.mentions if mention.found_id == found_id]
    inside = [mention for mention in found if role.start <= mention.start and mention.end <= role.end] or found
    if not inside:
        return found_id
    counting = [mention for mention in inside if not mention.rejected]
    places = [(mention.start, mention.end) for mention in inside]
    counting += [
        mention
        for mention in article.mentions
        if not mention.found and not mention.rejected and any(_overlap(mention, place) for place in places)
    ]
    return counting[0].name if counting else None
