"""The review queue: two who may be one, side by side, for a person to decide."""

from desktop_app.archive import labels
from desktop_app.archive.deciding import Entity, known_entity, refuse_rejected, rule, settle
from desktop_app.archive.merging import merge
from desktop_app.archive.naming import short
from desktop_app.archive.people.gathering import Gathering
from desktop_app.archive.people.looking import Looking
from desktop_app.archive.people.pages import Pages
from desktop_app.archive.people.quoting import quotes
from desktop_app.archive.people.waiting import waiting
from desktop_app.archive.session import Operation, Session
from desktop_app.model.changes import Changes
from desktop_app.model.errors import InputRefusedError, NotFoundError
from desktop_app.model.people import Decision, Quote, Suggestion
from desktop_app.model.query_notices import Notice
from desktop_app.store import articles, identities, people, rulings, suggestions
from desktop_app.store.suggestions import Pair, Stored

DECISIONS: tuple[Decision, ...] = ("same", "different", "unsure")
_QUOTES = 2  # sentences of each side


class Suggesting:
    """The verbs of the review queue."""

    def __init__(self, session: Session, gathering: Gathering, looking: Looking, pages: Pages) -> None:
        self._session = session
        self._gathering = gathering
        self._looking = looking
        self._pages = pages

    def suggestion_count(self) -> int:
        """How many pairs nobody has looked at yet."""
        return sum(not each.unsure for each in self._waiting("", 0))

    def suggestions(self, kind: str = "", entity: int = 0, limit: int = 50) -> list[Suggestion]:
        """Pairs that wait for a decision, the likeliest first, those that were left open at the end."""
        connection = self._session.reader()
        asked = (suggestions.suggestion(connection, each.id) for each in self._waiting(kind, entity)[:limit])
        found = [each for each in asked if each is not None]
        ids = sorted({number for each in found for number in (each.a, each.b)})
        rows = {row.id: row for row in self._looking.entity_rows(ids)}
        return [
            Suggestion(
                each.id,
                rows[each.a],
                rows[each.b],
                each.article,
                each.score,
                Notice.made(each.template, **each.fields),
                tuple(self._quotes(each.a, each.article)),
                tuple(self._quotes(each.b, 0)),
                each.decision == "unsure",
            )
            for each in found
            if each.a in rows and each.b in rows
        ]

    def _quotes(self, entity: int, article: int) -> list[Quote]:
        if not article:
            return self._pages.entity_quotes(entity, limit=_QUOTES)
        connection = self._session.reader()
        names = [name for name, _, counts, _ in people.names_of(connection, entity) if counts]
        return quotes(connection, [article], [names], each=_QUOTES)

    def _waiting(self, kind: str, entity: int) -> list[Pair]:
        return waiting(self._session.reader(), self._gathering.tally(), kind, entity)

    def decide(self, suggestion: int, decision: Decision) -> Changes:
        """Say that the two are the same, different, or that it cannot be told; one undo step.

        The same everywhere is a merge, into the one that is named more often; in one article it holds for that article.
        """
        if decision not in DECISIONS:
            raise InputRefusedError("“{word}” is no decision. Say same, different or unsure.", word=decision)
        with self._session.operation() as operation:
            found = suggestions.suggestion(operation.connection, suggestion)
            if found is None:
                raise NotFoundError("There is no suggestion {number}. “review list” shows them.", number=suggestion)
            a, b = (known_entity(operation, number) for number in (found.a, found.b))
            if a.id == b.id:
                raise InputRefusedError("“{name}” and “{other}” are one already.", name=a.name, other=b.name)
            if decision == "same":
                _unite(operation, found, a, b)
            else:
                label = labels.FOUND_DIFFERENT if decision == "different" else labels.LEFT_UNSURE
                operation.name(label, name=a.name, other=b.name)
                rule(operation, decision, identity=found.identity_a, target=found.identity_b, entity=found.a)
            operation.update("suggestions", [suggestion], {"decision": decision})
        return operation.changes


def _unite(operation: Operation, found: Stored, a: Entity, b: Entity) -> None:
    if found.article:
        whole = articles.article(operation.connection, found.article)
        title = short(whole.title or whole.text)
        operation.name(labels.FOUND_SAME_HERE, name=a.name, other=b.name, title=title)
        one, other = found.identity_a, found.identity_b
        refuse_rejected(a, b)
        rule(operation, rulings.ASSIGN, article=found.article, identity=one, target=other, entity=b.id)
        settle(operation, [found.article])
        return
    operation.name(labels.FOUND_SAME, name=a.name, other=b.name)
    more, fewer = sorted((a, b), key=lambda one: -identities.counts(operation.connection, [one.id])[1])
    merge(operation, [fewer], more)
