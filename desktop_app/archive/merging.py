"""Merging people and organisations that are one, and parting them again.

An identity is what texts mean by a key; merging moves identities from one entity to another. So later articles follow,
and parting gives each its own back.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import product

from desktop_app.archive import labels
from desktop_app.archive.deciding import (
    Entity,
    known_entities,
    known_entity,
    merged_away,
    name_step,
    refuse_rejected,
    registry,
    rule,
    unknown,
)
from desktop_app.archive.session import Operation, Session
from desktop_app.model.changes import Changes
from desktop_app.model.errors import InputRefusedError
from desktop_app.model.people import EntityRow, MergePreview
from desktop_app.store import identities, rulings, suggestions

Rows = Callable[[Sequence[int]], list[EntityRow]]
_OWNED = ("identities", "entity_notes", "entity_taggings")  # what goes along with a merge


class Merging:
    """The verbs that make one of several, and several of one."""

    def __init__(self, session: Session, rows: Rows) -> None:
        self._session = session
        self._rows = rows

    def merge_preview(self, ids: Iterable[int], into: int) -> MergePreview:
        """What `merge_entities` would make."""
        others = [number for number in dict.fromkeys(ids) if number != into]
        rows = {row.id: row for row in self._rows([into, *others])}
        for number in (into, *others):
            if number not in rows:
                raise unknown(number)
        connection = self._session.reader()
        articles, mentions = identities.counts(connection, [into, *others])
        forms = identities.forms(connection, [into, *others])
        return MergePreview(
            rows[into], tuple(rows[number] for number in others), rows[into].name, tuple(forms), articles, mentions
        )

    def merge_entities(self, ids: Iterable[int], into: int) -> Changes:
        """Make these one with `into`, which keeps its name and kind; their notes and tags go along."""
        with self._session.operation() as operation:
            target = known_entity(operation, into)
            others = [each for each in known_entities(operation, ids) if each.id != into]
            if not others:
                raise InputRefusedError("A merge needs two; “{name}” alone was named.", name=target.name)
            name_step(operation, labels.MERGE_ENTITIES, others, into=target.name)
            merge(operation, others, target)
            operation.changes.result = into
        return operation.changes

    def unmerge_entity(self, entity: int, identity: int = 0) -> Changes:
        """Part what the latest merge made one, or one identity from all others; `changes.result` is who was parted.

        They count as different from now on, so that nobody is asked about them again.
        """
        with self._session.operation() as operation:
            known = known_entity(operation, entity)
            parted = _parted(operation, known, identity)
            staying = identities.of_entities(operation.connection, [entity]).get(entity, [])
            others = known_entities(operation, parted)
            name_step(operation, labels.UNMERGE_ENTITY, others[:1], other=known.name)
            back = identities.of_entities(operation.connection, parted)
            moved = [number for each in back.values() for number in each]
            for one, other in product(moved, [number for number in staying if number not in moved]):
                suggestions.set_decision(operation, one, other, 0, "different")
            for each in others:
                rule(operation, rulings.UNMERGE, {"other": each.id}, entity=entity)
            operation.changes.result = parted
        return operation.changes


def merge(operation: Operation, others: Sequence[Entity], target: Entity) -> None:
    """Move what belongs to `others` to `target` and write down where it came from. Raises InputRefusedError."""
    refuse_rejected(target, *others)
    own = identities.of_entities(operation.connection, [target.id, *(other.id for other in others)])
    for each in (target, *others):
        if each.id not in own:
            raise merged_away(each)
    moved: dict[str, dict[str, int]] = {table: {} for table in _OWNED}
    for table in _OWNED:
        for other in others:
            rows = [row for row in _owned(operation, table, other.id) if _may_move(operation, table, row, target.id)]
            for number in operation.update(table, rows, {"entity_id": target.id}):
                moved[table][str(number)] = other.id
    rule(operation, rulings.MERGE, moved, entity=target.id)


def _owned(operation: Operation, table: str, entity: int) -> list[int]:
    rows = operation.connection.execute(f"select id from {table} where entity_id = ?", (entity,))  # noqa: S608
    return [row[0] for row in rows]


def _may_move(operation: Operation, table: str, row: int, target: int) -> bool:
    """Whether the target has not that very tag already."""
    if table != "entity_taggings":
        return True
    twice = operation.connection.execute(
        "select 1 from entity_taggings mine join entity_taggings theirs on theirs.tag_id = mine.tag_id"
        " where mine.id = ? and theirs.entity_id = ?",
        (row, target),
    )
    return twice.fetchone() is None


def _parted(operation: Operation, known: Entity, identity: int) -> list[int]:
    """Give back what was merged; returns whose it is again."""
    if identity:
        return [_part_identity(operation, known, identity)]
    for ruling in rulings.merges_into(operation.connection, known.id):
        owners: set[int] = set()
        for number, old in ruling.subject["identities"].items():
            if operation.connection.execute(
                "select 1 from identities where id = ? and entity_id = ?", (int(number), known.id)
            ).fetchone():
                owners.add(old)
        if owners:
            _give_back(operation, known.id, ruling)
            return sorted(owners)
    raise InputRefusedError("“{name}” was never merged with anybody; there is nothing to part.", name=known.name)


def _give_back(operation: Operation, entity: int, ruling: rulings.Stored) -> None:
    for table in _OWNED:
        by_owner: dict[int, list[int]] = {}
        there = set(_owned(operation, table, entity))
        for number, old in ruling.subject.get(table, {}).items():
            if int(number) in there:
                by_owner.setdefault(old, []).append(int(number))
        for old, rows in by_owner.items():
            operation.update(table, rows, {"entity_id": old})


def _part_identity(operation: Operation, known: Entity, identity: int) -> int:
    own = identities.of_entities(operation.connection, [known.id]).get(known.id, [])
    if identity not in own or len(own) < 2:
        raise InputRefusedError(
            "“{name}” has no identity {number} that could be parted from another one.", name=known.name, number=identity
        )
    merges = rulings.merges_of(operation.connection, identity)
    old = merges[0].subject["identities"][str(identity)] if merges else known.id
    if old == known.id:
        old = registry(operation).entity(known.kind, identities.best_form(operation.connection, identity) or known.name)
    operation.update("identities", [identity], {"entity_id": old})
    return int(old)
