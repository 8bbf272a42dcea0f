"""Screening: the hits of a search read through one by one. Each verb that changes something is an undo step."""

from collections.abc import Callable, Iterable
from typing import cast

from desktop_app.archive import dossiers, labels
from desktop_app.archive.browse import Browse, View, never
from desktop_app.archive.naming import askable, short
from desktop_app.archive.session import Operation, Session, now
from desktop_app.model.changes import Changes
from desktop_app.model.dossiers import DECISIONS, Decision, Screening
from desktop_app.model.errors import InputRefusedError, NotFoundError, QueryRefusedError
from desktop_app.model.listing import Sort
from desktop_app.model.query_values import renamed
from desktop_app.store import articles, tags
from desktop_app.store import screenings as store
from desktop_app.store.transaction import id_list

_LABELS = {"seen": labels.SEEN, "kept": labels.KEPT, "dropped": labels.DROPPED, "": labels.UNDECIDED}


class Screenings:
    """The verbs about screenings. Those that only look are safe from any thread."""

    def __init__(self, session: Session, browse: Browse) -> None:
        self._session = session
        self._browse = browse

    # --- looking

    def screenings(self) -> list[Screening]:
        """All screenings and how far they have come, those begun last first."""
        return store.all_of(self._session.reader())

    def screening(self, number: int) -> Screening:
        """One screening. Raises NotFoundError."""
        found = store.one(self._session.reader(), number)
        if found is None:
            raise NotFoundError("There is no screening {number}. “screening list” shows all.", number=number)
        return found

    def screening_named(self, name: str) -> int:
        """The screening of this name. Raises NotFoundError."""
        found = store.meant(self._session.reader(), name.rstrip("*"))
        if not found:
            raise NotFoundError("There is no screening “{name}”. “screening list” shows all.", name=name)
        return found[0]

    def decision(self, number: int, article: int) -> Decision | None:
        """What was decided about an article; None where it is none of the screening's."""
        return store.decision_of(self._session.reader(), number, article)

    def decisions(self, number: int) -> dict[int, Decision]:
        """What was decided about the articles of a screening, by article; those still to be read are left out."""
        return store.decisions(self._session.reader(), number)

    def next_in_screening(self, number: int, after: int = 0) -> int:
        """The next article that is still to be read, behind this one or else from the beginning; 0: none is left."""
        return store.following(self._session.reader(), number, after)

    def screened_in(self, row: int) -> tuple[int, int]:
        """(screening, article) of a row that an operation changed; (0, 0) where that is gone."""
        return store.article_of(self._session.reader(), row)

    def new_in_screening(self, number: int, *, cancelled: Callable[[], bool] = never) -> int:
        """How many hits its search has by now that are not in the screening; 0 where the search is refused.

        Raises CancelledError.
        """
        try:
            return len(self._new(self.screening(number), cancelled))
        except QueryRefusedError:
            return 0

    def _new(self, screening: Screening, cancelled: Callable[[], bool] = never) -> list[int]:
        """The hits that came to a screening's search, in the order of the search."""
        sort = screening.sort or None
        found = self._browse.find(screening.query, sort=sort, view=cast("View", screening.view), cancelled=cancelled)
        there = set(store.articles_of(self._session.reader(), [screening.id]))
        return [article for article in found.ids if article not in there]

    # --- beginning, going on, ending

    def start_screening(self, name: str, query: str, *, view: View = "all", sort: Sort | None = None) -> Changes:
        """Take the hits of a search to be read one by one; `changes.result` is the screening's number.

        Raises InputRefusedError where the name is taken or nothing is found, QueryRefusedError.
        """
        name = askable(name)
        ids = self._browse.find(query, sort=sort, view=view).ids
        if not ids:
            raise InputRefusedError("This search finds nothing that could be read. Search for something else.")
        with self._session.operation() as operation:
            _refuse_taken(operation, name)
            values = {"name": name, "query": query, "view": view, "sort": sort or "", "created_at": now()}
            number = operation.insert("screenings", values)
            _take(operation, number, ids)
            operation.name(labels.counted(labels.START_SCREENING, len(ids)), name=name, count=len(ids))
            operation.changes.result = number
        return operation.changes

    def extend_screening(self, number: int) -> Changes:
        """Add what its search finds beyond the hits that it has; `changes.result` is how many."""
        screening = self.screening(number)
        new = self._new(screening)
        with self._session.operation() as operation:
            _take(operation, number, new)
            label = labels.counted(labels.EXTEND_SCREENING, len(new))
            operation.name(label, name=screening.name, count=len(new))
            operation.changes.result = len(new)
        return operation.changes

    def decide_screened(self, number: int, ids: Iterable[int], decision: Decision) -> Changes:
        """Say of articles of a screening that they are seen, kept or dropped, or ("") still to be read.

        `changes.result` is how many that changes. Raises NotFoundError, InputRefusedError.
        """
        if decision not in ("", *DECISIONS):
            raise InputRefusedError("A decision is one of: {names}.", names=", ".join(DECISIONS))
        wanted = list(dict.fromkeys(ids))
        with self._session.operation() as operation:
            rows = dict(
                operation.connection.execute(
                    "select article_id, id from screening_items where screening_id = ? and article_id in"
                    " (select value from json_each(?))",
                    (number, id_list(wanted)),
                ).fetchall()
            )
            missing = [article for article in wanted if article not in rows]
            if missing:
                raise NotFoundError("Article {number} is not in this screening.", number=missing[0])
            changed = operation.update("screening_items", rows.values(), {"decision": decision})
            operation.update("screening_items", changed, {"decided_at": now() if decision else None})
            title = _title(operation, wanted[0]) if len(wanted) == 1 else ""
            operation.name(labels.counted(_LABELS[decision], len(wanted)), title=title, count=len(changed))
            operation.changes.result = len(changed)
        return operation.changes

    def rename_screening(self, number: int, new: str) -> Changes:
        """Give a screening another name, in queries as well. Raises InputRefusedError where that is taken."""
        new = askable(new)
        name = self.screening(number).name
        with self._session.operation() as operation:
            _refuse_taken(operation, new, number)
            operation.update("screenings", [number], {"name": new})
            for row, _, query in tags.asking(operation.connection, "saved_searches"):
                operation.update("saved_searches", [row], {"query": renamed(query, "screening", name, new)})
            operation.name(labels.RENAME_SCREENING, name=name, new=new)
        return operation.changes

    def delete_screening(self, number: int) -> Changes:
        """Forget a screening and what was decided in it; the articles stay as they are."""
        name = self.screening(number).name
        with self._session.operation() as operation:
            items = operation.connection.execute("select id from screening_items where screening_id = ?", (number,))
            operation.delete("screening_items", [row[0] for row in items.fetchall()])
            operation.delete("screenings", [number])
            operation.name(labels.DELETE_SCREENING, name=name)
        return operation.changes

    def screening_to_dossier(self, number: int, path: str, introduction: str = "") -> Changes:
        """Put what was kept, in the order in which it was read, into a dossier; `changes.result` is its number.

        A dossier of this path that is there already is filled up; a new one gets the introduction (Markdown).
        """
        name = self.screening(number).name
        with self._session.operation() as operation:
            kept = store.kept(operation.connection, number)
            if not kept:
                raise InputRefusedError("Nothing has been kept in the screening “{name}” yet.", name=name)
            operation.changes.result = dossiers.fill(operation, path, kept, introduction)
            operation.name(labels.counted(labels.SCREENING_TO_DOSSIER, len(kept)), name=path, count=len(kept))
        return operation.changes


def _title(operation: Operation, article: int) -> str:
    rows = articles.rows(operation.connection, [article])
    return short(rows[0].heading) if rows else f"#{article}"  # an import that was taken back took it along


def _take(operation: Operation, number: int, ids: Iterable[int]) -> None:
    """Add articles to a screening, behind those that are in it."""
    last = operation.connection.execute(
        "select coalesce(max(position), -1) from screening_items where screening_id = ?", (number,)
    ).fetchone()[0]
    rows = [(number, article, last + place) for place, article in enumerate(ids, 1)]
    operation.insert_many("screening_items", ("screening_id", "article_id", "position"), rows)


def _refuse_taken(operation: Operation, name: str, number: int = 0) -> None:
    if [found for found in store.meant(operation.connection, name.rstrip("*")) if found != number]:
        raise InputRefusedError("There is a screening “{name}” already. Choose another name.", name=name)
