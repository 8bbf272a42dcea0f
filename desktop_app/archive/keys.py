"""The key under which the archive keeps whom a text names: that of the name, unless another bears it already.

An organisation's key leaves its legal form out, so that “Kessler” and “Kessler GmbH” are one. The first legal form that
is found with a key is the key's; a name with one that contradicts it (“Kessler AG”) has its legal form in its key as
well, and is found under that again.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.model.people import FoundCluster, Kind
from desktop_app.model.text import folded_name
from desktop_app.store import identities
from desktop_app.store.identities import Key
from desktop_app.store.mentions import ReadText

_LEGAL = "{key}, {form}"  # no name has a key with a comma


def told_apart(connection: sqlite3.Connection, read: Sequence[ReadText]) -> list[ReadText]:
    """The findings with the keys that the archive keeps; inside the transaction that writes them."""
    said = {
        id(cluster): form
        for text in read
        for cluster in text.findings.clusters
        if cluster.kind == "organisation" and (form := _legal_form(cluster))
    }
    if not said:
        return list(read)
    wanted = {
        (cluster.key, said[id(cluster)]) for text in read for cluster in text.findings.clusters if id(cluster) in said
    }
    known = _known(connection, wanted)

    def kept(cluster: FoundCluster) -> FoundCluster:
        form = said.get(id(cluster), "")
        return replace(cluster, key=_key(cluster.key, form, known)) if form else cluster

    return [
        replace(text, findings=replace(text.findings, clusters=tuple(map(kept, text.findings.clusters))))
        for text in read
    ]


def key_of(connection: sqlite3.Connection, kind: Kind, name: str) -> Key:
    """The key of a name that a reader marked."""
    from desktop_app.entities.naming.organisations import organisation_name
    from desktop_app.entities.naming.persons import person_key

    if kind == "person":
        return kind, person_key(name).key or folded_name(name)
    said = organisation_name(name)
    if not said.key or not said.form:
        return kind, said.key or folded_name(name)
    return kind, _key(said.key, said.form, _known(connection, {(said.key, said.form)}))


def _legal_form(cluster: FoundCluster) -> str:
    """The family of legal forms that an organisation is named with in a text; "" where it says none."""
    from desktop_app.entities.naming.organisations import organisation_name

    names = (cluster.name, *(mention.form for mention in cluster.mentions))
    return next(filter(None, (organisation_name(name).form for name in names)), "")


def _known(connection: sqlite3.Connection, wanted: set[tuple[str, str]]) -> dict[str, str]:
    """The legal form with which each of these keys, alone or with the form, was first found, if it was with one."""
    from desktop_app.entities.naming.organisations import organisation_name

    keys = {key for key, _ in wanted} | {_LEGAL.format(key=key, form=form) for key, form in wanted}
    found: dict[str, str] = {}
    for key, name in identities.names_under(connection, "organisation", keys):
        if key not in found and (form := organisation_name(name).form):
            found[key] = form
    return found


def _key(key: str, form: str, known: dict[str, str]) -> str:
    from desktop_app.entities.naming.organisations import contradict

    longer = _LEGAL.format(key=key, form=form)
    if longer not in known and not contradict(known.setdefault(key, form), form):
        return key
    known[longer] = form
    return longer
