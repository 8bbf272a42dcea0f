"""What a reader decides about people and organisations as wholes. Each verb is one undo step; no run overrules it."""

from collections.abc import Iterable, Sequence

from desktop_app.archive import labels
from desktop_app.archive.deciding import Entity, known_entities, known_entity, name_step, rule
from desktop_app.archive.naming import clean_name
from desktop_app.archive.session import Session, now
from desktop_app.model.changes import Changes
from desktop_app.model.errors import InputRefusedError, NotFoundError
from desktop_app.model.people import KINDS, Kind
from desktop_app.model.people import Ruling as Decided
from desktop_app.model.query_notices import Notice
from desktop_app.model.text import folded_name, normalise
from desktop_app.store import rulings

_Values = dict[str, object]


class Ruling:
    """The verbs that name, confirm and reject."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def rename_entity(self, entity: int, name: str) -> Changes:
        """Give somebody the name that the reader wants; no run finds a better one."""
        name = clean_name(name)
        with self._session.operation() as operation:
            known = known_entity(operation, entity)
            values = {"name": name, "folded": folded_name(name), "renamed": 1}
            operation.name(labels.RENAME_ENTITY, name=known.name, new=name)
            if operation.update("entities", [entity], values):
                rule(operation, "rename", entity=entity)
        return operation.changes

    def change_kind(self, ids: Iterable[int], kind: Kind) -> Changes:
        """Say that these are people, or organisations."""
        if kind not in KINDS:
            raise InputRefusedError("“{kind}” is no kind. There are person and organisation.", kind=kind)
        label = labels.TO_PERSON if kind == "person" else labels.TO_ORGANISATION
        return self._set(ids, {"kind": kind}, label, "kind")

    def confirm_entities(self, ids: Iterable[int], on: bool = True) -> Changes:
        """Say that a person has looked at these and knows who they are, or take that back."""
        label = labels.CONFIRM_ENTITIES if on else labels.UNCONFIRM_ENTITIES
        with self._session.operation() as operation:
            changing = [each for each in known_entities(operation, ids) if each.checked != on]
            operation.update("entities", [each.id for each in changing], {"checked_at": now() if on else None})
            name_step(operation, label, changing)
            for each in changing:
                rule(operation, "confirm" if on else "unconfirm", entity=each.id)
            operation.changes.result = len(changing)
        return operation.changes

    def reject_entities(self, ids: Iterable[int]) -> Changes:
        """Say that these are nobody: wherever they stand, now and later, they do not count."""
        with self._session.operation() as operation:
            known = known_entities(operation, ids)
            entities = [each for each in known if not each.rejected]
            operation.update("entities", [each.id for each in entities], {"rejected_at": now()})
            name_step(operation, labels.REJECT_ENTITIES, entities)
            for each in entities:
                rule(operation, "reject entity", entity=each.id)
            operation.changes.result = len(entities)
        return operation.changes

    def restore_entities(self, ids: Iterable[int]) -> Changes:
        """Let those count again that were rejected."""
        return self._set(ids, {"rejected_at": None}, labels.RESTORE_ENTITIES, "restore entity")

    def _set(self, ids: Iterable[int], values: _Values, label: tuple[str, str], kind: str) -> Changes:
        with self._session.operation() as operation:
            entities = {each.id: each for each in known_entities(operation, ids)}
            changed: list[Entity] = [entities[number] for number in operation.update("entities", entities, values)]
            name_step(operation, label, changed)
            for each in changed:
                rule(operation, kind, entity=each.id)
            operation.changes.result = len(changed)
        return operation.changes

    def switch_name(self, entity: int, form: str, active: bool) -> Changes:
        """Count mentions under one of somebody's names, or count them no longer, now and in later articles."""
        form = normalise(form)
        with self._session.operation() as operation:
            known = known_entity(operation, entity)
            names = operation.connection.execute(
                "select n.id from names n join identities i on i.id = n.identity_id"
                " where i.entity_id = ? and n.form = ?",
                (entity, form),
            ).fetchall()
            if not names:
                raise NotFoundError("“{name}” is never called “{form}”.", name=known.name, form=form)
            label = labels.SWITCH_NAME_ON if active else labels.SWITCH_NAME_OFF
            operation.name(label, form=form, name=known.name)
            if operation.update("names", [row[0] for row in names], {"active": int(active)}):
                rule(operation, "switch on" if active else "switch off", {"form": form}, entity=entity)
        return operation.changes

    def rulings(self, entity: int = 0, limit: int = 200) -> list[Decided]:
        """The latest decisions, of all or those that concern one entity, newest first."""
        found: Sequence[rulings.Stored] = rulings.listed(self._session.reader(), entity, limit)
        return [
            Decided(
                each.id,
                each.kind,
                Notice.made(each.subject["template"], **each.subject["fields"]),
                each.at,
                (each.entity,) if each.entity else (),
            )
            for each in found
        ]
