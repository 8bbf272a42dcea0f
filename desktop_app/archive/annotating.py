"""Annotations in bulk: tagged, recoloured, removed. Each verb is one undo step.

Annotations are known by their numbers as `model.annotations` says.
"""

from collections.abc import Iterable, Sequence

from desktop_app.archive import annotation_tags, labels
from desktop_app.archive.session import Operation, Session, now
from desktop_app.model.annotations import COLOURS
from desktop_app.model.changes import Changes
from desktop_app.model.errors import InputRefusedError, NotFoundError
from desktop_app.store.transaction import id_list


class Annotating:
    """The verbs about annotations as a whole."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def tag_annotations(self, ids: Iterable[int], add: Sequence[str] = (), remove: Sequence[str] = ()) -> Changes:
        """Put tags on annotations and take tags off them; `changes.result` is how many changed.

        Notes on people and organisations are left out: their tags are those of the person. Raises NotFoundError,
        InputRefusedError where no others are meant.
        """
        with self._session.operation() as operation:
            wanted = _on_articles(operation, ids)
            if not wanted:
                raise InputRefusedError("A note on a person or organisation has no tags; tag the person instead.")
            touched: set[int] = set()
            for name in add:
                touched |= annotation_tags.put(operation, name, wanted)
            for name in remove:
                touched |= annotation_tags.take(operation, name, wanted)
            _finish(operation, labels.TAG_ANNOTATIONS, touched)
        return operation.changes

    def recolour_annotations(self, ids: Iterable[int], colour: int) -> Changes:
        """Give annotations another colour, 0 to 4; notes on people and organisations have none and are left out."""
        if not 0 <= colour < COLOURS:
            raise InputRefusedError("An annotation's colour is a number from 0 to {last}.", last=COLOURS - 1)
        with self._session.operation() as operation:
            wanted = _on_articles(operation, ids)
            if not wanted:
                raise InputRefusedError("A note on a person or organisation has no colour.")
            touched = operation.update("annotations", wanted, {"colour": colour})
            operation.update("annotations", touched, {"changed_at": now()})
            _finish(operation, labels.COLOUR_ANNOTATIONS, set(touched))
        return operation.changes

    def remove_annotations(self, ids: Iterable[int]) -> Changes:
        """Remove annotations, notes on people and organisations among them."""
        with self._session.operation() as operation:
            wanted = list(dict.fromkeys(ids))
            on_articles = _known(operation, [number for number in wanted if number > 0])
            on_people = _known_people(operation, [-number for number in wanted if number < 0])
            _touch(operation, on_articles)
            annotation_tags.remove(operation, on_articles)
            operation.delete("entity_notes", list(on_people))
            for entity in on_people.values():
                operation.changes.touch("entities", entity)
            _finish(operation, labels.REMOVE_ANNOTATIONS, {*on_articles, *(-note for note in on_people)})
        return operation.changes


def _finish(operation: Operation, label: tuple[str, str], touched: set[int]) -> None:
    count = len(touched)
    _touch(operation, [number for number in touched if number > 0])
    operation.name(labels.counted(label, count), count=count)
    operation.changes.result = count


def _touch(operation: Operation, annotations: Iterable[int]) -> None:
    """The articles that these are on look different now."""
    rows = operation.connection.execute(
        "select article_id from annotations where id in (select value from json_each(?))", (id_list(annotations),)
    )
    operation.changes.articles.update(row[0] for row in rows)


def _on_articles(operation: Operation, ids: Iterable[int]) -> list[int]:
    """Those of these annotations that are on articles."""
    wanted = list(dict.fromkeys(ids))
    on_articles = _known(operation, [number for number in wanted if number > 0])
    _known_people(operation, [-number for number in wanted if number < 0])
    return on_articles


def _known(operation: Operation, ids: Sequence[int]) -> list[int]:
    rows = operation.connection.execute(
        "select n.id from annotations n join articles a on a.id = n.article_id"
        " where a.state < 2 and n.id in (select value from json_each(?))",
        (id_list(ids),),
    )
    found = {row[0] for row in rows}
    for number in ids:
        if number not in found:
            raise NotFoundError("There is no note {number}. “note list” shows all notes.", number=number)
    return list(ids)


def _known_people(operation: Operation, ids: Sequence[int]) -> dict[int, int]:
    """Notes on people and organisations, with whom each is on."""
    rows = operation.connection.execute(
        "select id, entity_id from entity_notes where id in (select value from json_each(?))", (id_list(ids),)
    )
    found = dict(rows.fetchall())
    for number in ids:
        if number not in found:
            raise NotFoundError("There is no note {number} on a person or organisation.", number=number)
    return found
