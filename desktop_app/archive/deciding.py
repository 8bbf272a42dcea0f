"""What every decision about people and organisations has in common: it is written down as a ruling, in one undo step.

What follows from rulings (mentions and roles) is settled in the same transaction, and again when one is taken back.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from desktop_app.archive.session import Operation, now
from desktop_app.model.errors import InputRefusedError, NotFoundError
from desktop_app.model.people import Kind
from desktop_app.model.text import excerpt
from desktop_app.store import settling
from desktop_app.store.identities import Registry
from desktop_app.store.transaction import id_list


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity that a verb is about."""

    id: int
    kind: Kind
    name: str
    checked: bool
    rejected: bool


def known_entities(operation: Operation, ids: Iterable[int]) -> list[Entity]:
    """These entities, each once; raises NotFoundError for one that is not there."""
    wanted = list(dict.fromkeys(ids))
    rows = operation.connection.execute(
        "select id, kind, name, checked_at is not null, rejected_at is not null from entities"
        " where id in (select value from json_each(?))",
        (id_list(wanted),),
    )
    found = {row[0]: Entity(row[0], row[1], row[2], bool(row[3]), bool(row[4])) for row in rows}
    for number in wanted:
        if number not in found:
            raise unknown(number)
    return [found[number] for number in wanted]


def unknown(number: int) -> NotFoundError:
    """The refusal of an entity that is not there."""
    return NotFoundError("There is no person or organisation {number}. “entities” lists them.", number=number)


def known_entity(operation: Operation, number: int) -> Entity:
    """This entity; raises NotFoundError."""
    return known_entities(operation, [number])[0]


def refuse_rejected(*entities: Entity) -> None:
    """Raise InputRefusedError for one that counts nowhere: what is done to it would not be seen."""
    for each in entities:
        if each.rejected:
            raise InputRefusedError("“{name}” was rejected. Let it count again first.", name=each.name)


def merged_away(entity: Entity) -> InputRefusedError:
    """The refusal of one that is another by now."""
    return InputRefusedError("“{name}” was merged into another; choose that one.", name=entity.name)


def name_step(operation: Operation, label: str | tuple[str, str], entities: Sequence[Entity], **fields: object) -> None:
    """Set what undo shows for a step about these entities."""
    template = label if isinstance(label, str) else label[len(entities) != 1]
    if entities:
        fields.setdefault("name", excerpt(entities[0].name, 60))
    if not isinstance(label, str):
        fields["count"] = len(entities)
    operation.name(template, **fields)


def rule(
    operation: Operation,
    kind: str,
    subject: Mapping[str, Any] = MappingProxyType({}),
    *,
    article: int | None = None,
    identity: int | None = None,
    target: int | None = None,
    entity: int | None = None,
) -> int:
    """Write a decision down, with the words that the step has; returns the ruling's number."""
    words = {"template": operation.label, "fields": operation.fields}
    return operation.insert(
        "rulings",
        {
            "kind": kind,
            "article_id": article,
            "identity_id": identity,
            "target_id": target,
            "entity_id": entity,
            "subject": json.dumps({**subject, **words}, ensure_ascii=False),
            "decided_at": now(),
        },
    )


def registry(operation: Operation) -> Registry:
    """Looks up and makes what a ruling points at; the views hear of it with the step."""
    return Registry(operation.connection, now(), operation.changes)


def settle(operation: Operation, articles: Collection[int]) -> None:
    """Work out anew who is in these articles."""
    settling.settle(registry(operation), articles)
