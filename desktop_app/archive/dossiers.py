"""Dossiers: made, nested, introduced, filled and put in order by hand. Each verb that changes one is an undo step."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from desktop_app.archive import labels
from desktop_app.archive.exporting import ExportReport
from desktop_app.archive.exporting_dossier import export_dossier
from desktop_app.archive.naming import askable, known, short
from desktop_app.archive.session import Operation, Session, now
from desktop_app.model.changes import Changes
from desktop_app.model.dossiers import Dossier, DossierPage
from desktop_app.model.errors import InputRefusedError, NotFoundError
from desktop_app.model.query_values import renamed
from desktop_app.model.text import normalise
from desktop_app.store import articles, tags
from desktop_app.store import dossiers as store
from desktop_app.store.transaction import id_list

_TAKEN = "There is a dossier “{name}” already. Choose another name."


class Dossiers:
    """The verbs about dossiers. A dossier is asked for by its number."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # --- looking

    def dossiers(self) -> list[Dossier]:
        """All dossiers, each followed by those in it, in the order made by hand."""
        return store.tree(self._session.reader())

    def dossier(self, number: int) -> DossierPage:
        """One dossier whole. Raises NotFoundError."""
        return store.page(self._session.reader(), number)

    def dossier_named(self, name: str) -> int:
        """The dossier of this path, or the only one of this name. Raises NotFoundError, InputRefusedError."""
        wanted = normalise(name).strip().casefold()
        lines = store.tree(self._session.reader())
        found = [each.id for each in lines if each.path.casefold() == wanted]
        found = found or [each.id for each in lines if each.name.casefold() == wanted]
        if not found:
            raise NotFoundError("There is no dossier “{name}”. “dossier list” shows all dossiers.", name=name)
        if len(found) > 1:
            raise InputRefusedError(
                "There are several dossiers “{name}”. Give the whole path, as in “Harbour/Cranes”.", name=name
            )
        return found[0]

    def dossiers_of(self, ids: Iterable[int]) -> dict[int, int]:
        """How many of these articles lie directly in each dossier: {dossier: articles}, no zeros."""
        return store.holding(self._session.reader(), ids)

    def export_dossier(self, out: Path | BinaryIO, name: str, number: int, **options: Any) -> ExportReport:
        """Write a dossier and those in it, with introductions and comments; see `exporting.export` for the options."""
        return export_dossier(self._session, out, name, number, **options)

    # --- the tree

    def make_dossier(self, path: str, parent: int = 0, *, introduction: str = "", ids: Iterable[int] = ()) -> Changes:
        """Make a dossier and put articles into it; `changes.result` is its number.

        Slashes in the path lead through dossiers, which are made where they are missing. Raises InputRefusedError
        where the dossier is there already.
        """
        with self._session.operation() as operation:
            if parent:
                _line(operation, parent)
            *above, name = _steps(path)
            for step in above:
                parent = _child(operation, parent, step) or _make(operation, parent, step)
            if _child(operation, parent, name):
                raise InputRefusedError(_TAKEN, name=name)
            number = _make(operation, parent, name, normalise(introduction).strip())
            _append(operation, number, known(operation, ids))
            operation.name(labels.MAKE_DOSSIER, name=name)
            operation.changes.result = number
        return operation.changes

    def rename_dossier(self, number: int, new: str) -> Changes:
        """Give a dossier another name, in queries as well. Raises InputRefusedError where its neighbours have it."""
        with self._session.operation() as operation:
            line = _line(operation, number)
            new = _name(new)
            if _child(operation, line["parent_id"], new) not in (0, number):
                raise InputRefusedError(_TAKEN, name=new)
            before = store.paths(operation.connection)
            _change(operation, number, name=new)
            _rewrite(operation, number, before)
            operation.name(labels.RENAME_DOSSIER, name=line["name"], new=new)
        return operation.changes

    def move_dossier(self, number: int, parent: int = 0, before: int = 0) -> Changes:
        """Put a dossier into another one (0: at the top), before one of those in it (0: behind them)."""
        with self._session.operation() as operation:
            line = _line(operation, number)
            if parent:
                _line(operation, parent)
            if parent in store.below(operation.connection, number):
                raise InputRefusedError("A dossier cannot be put into itself.")
            if _child(operation, parent, line["name"]) not in (0, number):
                raise InputRefusedError(_TAKEN, name=line["name"])
            paths = store.paths(operation.connection)
            operation.update("dossiers", [number], {"parent_id": parent or None})
            _rewrite(operation, number, paths)
            order = [each for each, _, _ in store.children(operation.connection, parent) if each != number]
            order.insert(order.index(before) if before in order else len(order), number)
            for position, each in enumerate(order):
                operation.update("dossiers", [each], {"position": position})
            operation.name(labels.MOVE_DOSSIER, name=line["name"])
        return operation.changes

    def introduce_dossier(self, number: int, text: str) -> Changes:
        """Write a dossier's introduction, in Markdown."""
        with self._session.operation() as operation:
            line = _line(operation, number)
            _change(operation, number, introduction=normalise(text).strip())
            operation.name(labels.INTRODUCE_DOSSIER, name=line["name"])
        return operation.changes

    def delete_dossier(self, number: int) -> Changes:
        """Remove a dossier and those in it; their articles stay in the archive."""
        with self._session.operation() as operation:
            line = _line(operation, number)
            found = store.below(operation.connection, number)
            operation.delete("dossier_articles", _rows(operation, found))
            for each in reversed(found):  # undo makes them anew from the top
                operation.delete("dossiers", [each])
            operation.name(labels.DELETE_DOSSIER, name=line["name"])
        return operation.changes

    # --- the articles in it

    def add_to_dossier(self, number: int, ids: Iterable[int], before: int = 0) -> Changes:
        """Put articles into a dossier, before one of its articles (0: behind them); those in it stay where they are.

        `changes.result` is how many were not in it.
        """
        with self._session.operation() as operation:
            line = _line(operation, number)
            there = store.places(operation.connection, number)
            new = [article for article in known(operation, ids) if article not in there]
            _append(operation, number, new)
            if new and before in there:
                _arrange(operation, number, new, before)
            operation.name(labels.counted(labels.ADD_TO_DOSSIER, len(new)), name=line["name"], count=len(new))
            operation.changes.result = len(new)
        return operation.changes

    def file_articles(self, ids: Iterable[int], add: Sequence[str] = (), remove: Sequence[str] = ()) -> Changes:
        """Put articles into dossiers and take them out of others, by path, as one step.

        Dossiers that are missing are made. `changes.result` is how many articles lie elsewhere now.
        """
        with self._session.operation() as operation:
            wanted = known(operation, ids)
            for path in add:
                fill(operation, path, wanted)
            for path in remove:
                there = store.places(operation.connection, _number(operation, path))
                operation.delete("dossier_articles", [there[article][0] for article in wanted if article in there])
            count = len(operation.changes.articles)
            name = (*add, *remove)[0] if add or remove else ""
            label = labels.FILE_ARTICLES
            if len(add) + len(remove) == 1:
                label = labels.ADD_TO_DOSSIER if add else labels.REMOVE_FROM_DOSSIER
            operation.name(labels.counted(label, count), name=name, count=count)
            operation.changes.result = count
        return operation.changes

    def remove_from_dossier(self, number: int, ids: Iterable[int]) -> Changes:
        """Take articles out of a dossier; `changes.result` is how many were in it."""
        with self._session.operation() as operation:
            line = _line(operation, number)
            there = store.places(operation.connection, number)
            rows = [there[article][0] for article in dict.fromkeys(ids) if article in there]
            operation.delete("dossier_articles", rows)
            operation.name(labels.counted(labels.REMOVE_FROM_DOSSIER, len(rows)), name=line["name"], count=len(rows))
            operation.changes.result = len(rows)
        return operation.changes

    def move_in_dossier(self, number: int, ids: Sequence[int], before: int = 0) -> Changes:
        """Put articles of a dossier, in this order, before another of its articles, or (0) behind all others."""
        with self._session.operation() as operation:
            line = _line(operation, number)
            there = store.places(operation.connection, number)
            wanted = [article for article in dict.fromkeys(ids) if article in there]
            if before and before not in there:
                raise NotFoundError("Article {number} is not in this dossier.", number=before)
            if before not in wanted:
                _arrange(operation, number, wanted, before)
            operation.name(labels.ORDER_DOSSIER, name=line["name"])
        return operation.changes

    def comment_in_dossier(self, number: int, article: int, text: str) -> Changes:
        """Write beside an article what it is in this dossier for; an empty text takes that away."""
        with self._session.operation() as operation:
            line = _line(operation, number)
            place = store.places(operation.connection, number).get(article)
            if place is None:
                raise NotFoundError("Article {number} is not in this dossier.", number=article)
            operation.update("dossier_articles", [place[0]], {"comment": normalise(text).strip()})
            row = articles.rows(operation.connection, known(operation, [article]))[0]
            operation.name(labels.COMMENT_IN_DOSSIER, name=line["name"], title=short(row.heading))
        return operation.changes


def fill(operation: Operation, path: str, ids: Sequence[int], introduction: str = "") -> int:
    """Put articles into the dossier of this path, which is made with the introduction if there is none yet."""
    number = 0
    *above, name = _steps(path)
    for step in above:
        number = _child(operation, number, step) or _make(operation, number, step)
    number = _child(operation, number, name) or _make(operation, number, name, introduction)
    there = store.places(operation.connection, number)
    _append(operation, number, [article for article in ids if article not in there])
    return number


def _number(operation: Operation, path: str) -> int:
    """The dossier of this path; raises NotFoundError."""
    number = 0
    for step in _steps(path):
        number = _child(operation, number, step)
        if not number:
            raise NotFoundError("There is no dossier “{name}”. “dossier list” shows all dossiers.", name=path)
    return number


def _name(text: str) -> str:
    name = askable(text)
    if "/" in name:
        raise InputRefusedError("A dossier's name has no slash; a slash stands between a dossier and one in it.")
    return name


def _steps(path: str) -> list[str]:
    steps = [askable(step) for step in path.split("/") if step.strip()]
    return steps or [askable("")]


def _line(operation: Operation, number: int) -> dict[str, Any]:
    """Name and parent of a dossier; raises NotFoundError."""
    row = operation.connection.execute(
        "select name, coalesce(parent_id, 0) from dossiers where id = ?", (number,)
    ).fetchone()
    if row is None:
        raise NotFoundError("There is no dossier {number}. “dossier list” shows all dossiers.", number=number)
    return {"name": row[0], "parent_id": row[1]}


def _child(operation: Operation, parent: int, name: str) -> int:
    """The dossier of this name in another, in whatever case; 0 where there is none."""
    names = store.children(operation.connection, parent)
    return next((each for each, known_name, _ in names if known_name.casefold() == name.casefold()), 0)


def _make(operation: Operation, parent: int, name: str, introduction: str = "") -> int:
    last = max((position for _, _, position in store.children(operation.connection, parent)), default=-1)
    values = {"parent_id": parent or None, "name": name, "introduction": introduction, "position": last + 1}
    return operation.insert("dossiers", values | {"created_at": now(), "changed_at": now()})


def _change(operation: Operation, number: int, **values: str) -> None:
    if operation.update("dossiers", [number], values):
        operation.update("dossiers", [number], {"changed_at": now()})


def _rewrite(operation: Operation, number: int, before: dict[int, str]) -> None:
    """Let queries that are kept ask for a dossier, and for those in it, by the paths that they have now.

    One that names it without its path does so only where no other dossier has that name.
    """
    old, new = before[number], store.paths(operation.connection)[number]
    name = old.rpartition("/")[2]
    alone = sum(path.rpartition("/")[2].casefold() == name.casefold() for path in before.values()) == 1
    for table in ("saved_searches", "screenings"):
        for row, _, query in tags.asking(operation.connection, table):
            query = renamed(query, "dossier", old, new)
            if alone and new.rpartition("/")[2] != name:
                query = renamed(query, "dossier", name, new)
            operation.update(table, [row], {"query": query})


def _rows(operation: Operation, dossiers: Iterable[int]) -> list[int]:
    found = operation.connection.execute(
        "select id from dossier_articles where dossier_id in (select value from json_each(?))", (id_list(dossiers),)
    )
    return [row[0] for row in found]


def _append(operation: Operation, number: int, ids: Sequence[int]) -> None:
    last = max((position for _, position in store.places(operation.connection, number).values()), default=0)
    at = now()
    rows = [(number, article, last + place * store.GAP, at) for place, article in enumerate(ids, 1)]
    operation.insert_many("dossier_articles", ("dossier_id", "article_id", "position", "added_at"), rows)


def _arrange(operation: Operation, number: int, ids: Sequence[int], before: int) -> None:
    """Give articles of a dossier positions before another; where there is no room, all get new ones."""
    there = store.places(operation.connection, number)
    moved = set(ids)
    others = [article for article in there if article not in moved]
    at = others.index(before) if before in there else len(others)
    low = there[others[at - 1]][1] if at else 0
    high = there[others[at]][1] if at < len(others) else low + store.GAP * (len(ids) + 1)
    step = (high - low) // (len(ids) + 1)
    if step < 1:
        order = [*others[:at], *ids, *others[at:]]
        positions = {article: place * store.GAP for place, article in enumerate(order, 1)}
    else:
        positions = {article: low + place * step for place, article in enumerate(ids, 1)}
    for article, position in positions.items():
        operation.update("dossier_articles", [there[article][0]], {"position": position})
