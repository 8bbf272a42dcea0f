"""Parting namesakes: two who bear one name, told apart by article, source, place or role, now and in later articles."""

from collections.abc import Sequence

from desktop_app.archive import labels
from desktop_app.archive.deciding import known_entity, registry, rule, settle
from desktop_app.archive.naming import clean_name
from desktop_app.archive.session import Session
from desktop_app.model.changes import Changes
from desktop_app.model.errors import InputRefusedError
from desktop_app.model.text import normalise
from desktop_app.store import identities, rulings, settling


class Splitting:
    """The verb that makes two of namesakes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def split_entity(
        self,
        entity: int,
        *,
        articles: Sequence[int] = (),
        source: str = "",
        place: str = "",
        role: str = "",
        name: str = "",
    ) -> Changes:
        """Say that somebody else is meant in articles of which all that is given here is true.

        These are named; of this source; from this place; say that this is somebody's role. `changes.result` is the new
        entity, which is called `name`, or as the first one.
        """
        subject = {
            "articles": sorted(set(articles)),
            "source": normalise(source).strip(),
            "place": normalise(place).strip(),
            "role": normalise(role).strip(),
        }
        if not any(subject.values()):
            raise InputRefusedError("By what can they be told apart? Give articles, a source, a place or a role.")
        with self._session.operation() as operation:
            known = known_entity(operation, entity)
            own = identities.of_entities(operation.connection, [entity]).get(entity, [])
            if not own:
                raise InputRefusedError("“{name}” is named nowhere; there is nothing to split.", name=known.name)
            operation.name(labels.SPLIT_ENTITY, name=known.name)
            makes = registry(operation)
            main = identities.main_of(operation.connection, entity)
            branch = identities.branch(makes, main, clean_name(name) if name.strip() else known.name)
            off = makes.names((branch, form) for form in identities.switched_off(operation.connection, own))
            operation.update("names", off.values(), {"active": 0})
            for identity in own:
                rule(operation, rulings.SPLIT, subject, identity=identity, target=branch, entity=entity)
            made = [ruling for ruling in rulings.splits(operation.connection, own) if ruling.target == branch]
            affected = settling.concerned(operation.connection, made)
            settle(operation, affected)
            if not settling.naming(operation.connection, branch):
                raise InputRefusedError(
                    "None of the articles of “{name}” is like that; nothing was split.", name=known.name
                )
            operation.changes.result = identities.entity_of(operation.connection, branch)
        return operation.changes
