"""What a reader decides about single mentions: this is no name, this is somebody else, here stands a name."""

from typing import Any

from desktop_app.archive import labels
from desktop_app.archive.deciding import Entity, known_entity, merged_away, refuse_rejected, registry, rule, settle
from desktop_app.archive.holding import Holding
from desktop_app.archive.keys import key_of
from desktop_app.archive.naming import short
from desktop_app.archive.session import Operation, Session
from desktop_app.model.article import Article
from desktop_app.model.changes import Changes
from desktop_app.model.errors import InputRefusedError
from desktop_app.model.people import KINDS, Kind
from desktop_app.store import articles, identities, rulings, settling

_CONTEXT = 32  # code points kept before and after (W3C TextQuoteSelector)
_LONGEST = 200  # code points of a name


class Placing:
    """The verbs about single mentions. Each is one undo step."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def reject_mention(self, article: int, start: int, end: int) -> Changes:
        """Say that what stands at [start, end) of an article, in code points, is no name."""
        with self._session.operation() as operation:
            whole = articles.article(operation.connection, article)
            subject = _quoted(operation, whole, start, end)
            operation.name(labels.REJECT_MENTION, form=subject["quote"], title=short(whole.title or whole.text))
            rule(operation, rulings.REJECT, subject, article=article)
            settle(operation, [article])
        return operation.changes

    def assign_mention(self, article: int, start: int, entity: int) -> Changes:
        """Say that the mention at `start` is that entity, and all that was taken for the same in the article."""
        with self._session.operation() as operation:
            whole = articles.article(operation.connection, article)
            known = known_entity(operation, entity)
            found = operation.connection.execute(
                'select m."end", n.identity_id, n.form from mentions m join names n on n.id = m.name_id'
                ' where m.article_id = ? and m.start <= ? and m."end" > ? and m.rejected = 0 order by m.start desc',
                (article, start, start),
            ).fetchone()
            if found is None:
                raise InputRefusedError("Nobody is named there. Mark the words as a name first.")
            subject = _quoted(operation, whole, start, found[0])
            operation.name(
                labels.ASSIGN_MENTION, form=subject["quote"], name=known.name, title=short(whole.title or whole.text)
            )
            target = _identity(operation, known)
            _refuse_unseen(operation, entity, found[2])
            rule(operation, rulings.ASSIGN, subject, article=article, identity=found[1], target=target, entity=entity)
            settle(operation, [article])
        return operation.changes

    def add_mention(
        self, article: int, start: int, end: int, kind: Kind, entity: int = 0, everywhere: bool = False
    ) -> Changes:
        """Mark words as the name of somebody: of `entity`, or of whoever bears it.

        `everywhere` marks these very words in all articles, also in later ones; not inside a longer name.
        `changes.result` is the entity.
        """
        if kind not in KINDS:
            raise InputRefusedError("“{kind}” is no kind. There are person and organisation.", kind=kind)
        holding = Holding(self._session)
        if everywhere:
            holding.look_for(articles.article(self._session.reader(), article).text[max(0, start) : max(0, end)])
        with self._session.operation() as operation:
            whole = articles.article(operation.connection, article)
            subject = _quoted(operation, whole, start, end)
            form = " ".join(subject["quote"].split())
            if not form or len(form) > _LONGEST:
                raise InputRefusedError("A name needs 1 to {limit} characters.", limit=_LONGEST)
            if entity:
                target = _identity(operation, known_entity(operation, entity))
            else:
                key = key_of(operation.connection, kind, form)
                target = registry(operation).identities({key: form})[key]
            number = identities.entity_of(operation.connection, target)
            _refuse_unseen(operation, number, form)
            if everywhere:
                if (start, end) not in settling.occurrences(whole.text, subject["quote"]):
                    raise InputRefusedError("“{form}” is part of a word here; everywhere needs whole words.", form=form)
                operation.name(labels.ADD_EVERYWHERE, form=form)
                rule(operation, rulings.ADD, {"form": subject["quote"]}, target=target, entity=number)
                affected = holding.of(operation.connection, subject["quote"])
            else:
                operation.name(labels.ADD_MENTION, form=form, title=short(whole.title or whole.text))
                rule(operation, rulings.ADD, {**subject, "form": form}, article=article, target=target, entity=number)
                affected = {article}
            settle(operation, affected)
            operation.changes.result = number
        return operation.changes


def _identity(operation: Operation, known: Entity) -> int:
    """The identity under which a reader's own mentions of somebody are kept."""
    number = identities.main_of(operation.connection, known.id)
    if not number:
        raise merged_away(known)
    return number


def _refuse_unseen(operation: Operation, entity: int, form: str) -> None:
    """Raise InputRefusedError where a mention of this form would not count."""
    known = known_entity(operation, entity)
    refuse_rejected(known)
    own = identities.of_entities(operation.connection, [entity]).get(entity, [])
    if form in identities.switched_off(operation.connection, own):
        raise InputRefusedError(
            "The name “{form}” of “{name}” is switched off. Switch it on first.", form=form, name=known.name
        )


def _quoted(operation: Operation, whole: Article, start: int, end: int) -> dict[str, Any]:
    """A span of an article with its words and those around it, so that it is found in another version of the text."""
    if not 0 <= start < end <= len(whole.text):
        raise InputRefusedError(
            "The name must lie within the text, which has {length} characters.", length=len(whole.text)
        )
    row = operation.connection.execute("select text_id from articles where id = ?", (whole.id,)).fetchone()
    return {
        "text_id": row[0],
        "start": start,
        "end": end,
        "quote": whole.text[start:end],
        "prefix": whole.text[max(0, start - _CONTEXT) : start],
        "suffix": whole.text[end : end + _CONTEXT],
    }
