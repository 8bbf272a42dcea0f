"""What somebody is called: the full form that most mentions have, until a reader says otherwise."""

from collections.abc import Collection
from itertools import groupby

from desktop_app.archive.session import Session
from desktop_app.model.changes import Changes
from desktop_app.model.people import Kind
from desktop_app.store import identities


def improve(session: Session, entities: Collection[int]) -> None:
    """Give those of these entities a better name that have one; what was merged keeps the name it was merged under."""
    better: list[tuple[int, str]] = []
    rows = identities.naming_forms(session.reader(), entities)
    for entity, own in groupby(rows, key=lambda row: row[0]):
        forms = list(own)
        kind, name = forms[0][1], forms[0][2]
        best = max(forms, key=lambda row: (_is_full(kind, row[3]), row[4], len(row[3]), row[3]))[3]
        if best != name:
            better.append((entity, best))
    if not better:
        return
    changes = Changes()
    with session.writing() as connection:
        identities.rename(connection, better)
        for entity, _ in better:
            changes.touch("entities", entity)
    session.announce(changes)


def _is_full(kind: Kind, form: str) -> bool:
    """Whether a form is more than a surname, or than an acronym."""
    if kind == "person":
        from desktop_app.entities.naming.persons import person_key

        return not person_key(form).bare
    from desktop_app.entities.naming.organisations import looks_like_acronym

    return " " in form or not looks_like_acronym(form)
