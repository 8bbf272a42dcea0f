"""Rules of tags: whatever a query finds gets a tag, what is there already and what comes later.

What a rule puts on is derived, from the rules and from what the reader took off again: the journal knows rules and
refusals alone. It is derived anew after each step that changes them, also one that undo takes back, and whenever the
index has caught up, since words are found only then.
"""

from array import array
from typing import Any, Final

from desktop_app.archive import labels
from desktop_app.archive.browse import Browse
from desktop_app.archive.naming import clean_tag
from desktop_app.archive.session import Operation, Session, now
from desktop_app.archive.tagging import tag_number
from desktop_app.model.changes import Changes
from desktop_app.model.errors import InputRefusedError, QueryRefusedError
from desktop_app.model.query_nodes import Everything, Filter, Node, inner_leaves, leaves
from desktop_app.model.tags import RulePreview, TagRule
from desktop_app.store import history, marks, tags
from desktop_app.store.transaction import id_list

MOST_RULES: Final = 500
# What a rule may ask for: what comes and goes as the reader works would leave tags behind.
_FIELDS: Final = {"source", "lang", "date", "person", "org", "author", "place", "path"}
_STATES: Final = {
    "is": {"dated", "undated", "duplicate", "copy", "checked"},
    "has": {"title", "source", "lang", "author", "place", "person", "org", "copies"},
}


class TagRules:
    """The verbs about rules. Those that change one are one undo step each."""

    def __init__(self, session: Session, browse: Browse) -> None:
        self._session = session
        self._browse = browse
        session.on_change.append(self._follow)

    def tag_rules(self) -> list[TagRule]:
        """All rules, by their tags."""
        return tags.rules(self._session.reader())

    def add_tag_rule(self, tag: str, query: str) -> Changes:
        """Let everything that a query finds get a tag; `changes.result` is the rule's id.

        Raises InputRefusedError, QueryRefusedError.
        """
        name, query = clean_tag(tag), self._clean(query)
        with self._session.operation() as operation:
            number = tag_number(operation, name)
            _refuse_twice(operation, number, name, query)
            if len(tags.rules(operation.connection)) >= MOST_RULES:
                raise InputRefusedError("There can be {limit} rules at most. Remove one first.", limit=MOST_RULES)
            values = {"tag_id": number, "query": query, "active": 1, "created_at": now()}
            operation.changes.result = operation.insert("tag_rules", values)
            operation.name(labels.ADD_TAG_RULE, tag=name)
        return operation.changes

    def change_tag_rule(self, rule: int, query: str) -> Changes:
        """Let a rule go by another query; what it put on by the old one is taken off. Raises NotFoundError."""
        query = self._clean(query)
        with self._session.operation() as operation:
            known = tags.rule(operation.connection, rule)
            if known.query != query:
                tag = marks.known_tag(operation.connection, known.tag).id
                _refuse_twice(operation, tag, known.tag, query)
                _remake(operation, rule, query=query, resting=id_list([]))
            operation.name(labels.CHANGE_TAG_RULE, tag=known.tag)
        return operation.changes

    def pause_tag_rule(self, rule: int, on: bool = True) -> Changes:
        """Let a rule rest: what it put on stays, nothing is added until it works again, with `on` False.

        Raises NotFoundError.
        """
        with self._session.operation() as operation:
            known = tags.rule(operation.connection, rule)
            if known.active == on:
                tagged = [article for article, _ in tags.put_on_by(operation.connection, rule)] if on else []
                _remake(operation, rule, active=int(not on), resting=id_list(tagged))
            operation.name(labels.PAUSE_TAG_RULE if on else labels.RESUME_TAG_RULE, tag=known.tag)
        return operation.changes

    def remove_tag_rule(self, rule: int, keep: bool = False) -> Changes:
        """Remove a rule and what it put on; `keep` leaves that on the articles, as if the reader had tagged them."""
        with self._session.operation() as operation:
            known = tags.rule(operation.connection, rule)
            tag = marks.known_tag(operation.connection, known.tag).id
            tagged = tags.put_on_by(operation.connection, rule)
            operation.delete("tag_rules", [rule])
            if keep:
                rows = [(tag, article, "reader", at) for article, at in tagged]
                operation.insert_many("taggings", ("tag_id", "article_id", "origin", "created_at"), rows)
            operation.name(labels.REMOVE_TAG_RULE, tag=known.tag)
        return operation.changes

    def rule_preview(self, tag: str, query: str) -> RulePreview:
        """What a rule would do at once. Raises InputRefusedError, QueryRefusedError."""
        connection = self._session.reader()
        found = self._browse.find(self._clean(query), sort="-date").ids
        known = marks.tag_named(connection, clean_tag(tag))
        if known is None:
            return RulePreview(len(found), len(found), 0)
        new = tags.lacking(connection, known.id, found)
        return RulePreview(len(found), len(new), tags.refused(connection, known.id, found))

    def apply_tag_rules(self) -> int:
        """Put on what the rules ask for and is not there yet; returns how many articles got a tag. No undo step.

        To be called when the index has caught up, or names have been found.
        """
        if self._session.read_only or not tags.any_rules(self._session.reader()):
            return 0
        return sum(self._apply(rule) for rule in self.tag_rules())

    def _apply(self, rule: TagRule) -> int:
        connection = self._session.reader()
        missing = tags.lacking(connection, marks.known_tag(connection, rule.tag).id, self._found(rule))
        if not missing:
            return 0
        changes = Changes()
        with self._session.writing() as writer:
            count = tags.put_on(writer, rule, missing, now(), changes)
        self._session.announce(changes)
        return count

    def _found(self, rule: TagRule) -> "array[int]":
        """What a rule's query finds; nothing where it is refused today, or the index has to be built again first.

        One that rests has found what it had put its tag on by then.
        """
        from desktop_app.index.engine import IndexUnreadableError

        if not rule.active:
            return tags.resting_on(self._session.reader(), rule.id)
        try:
            return self._browse.find(rule.query, sort="-date").ids
        except (QueryRefusedError, IndexUnreadableError):
            return array("q")

    def _follow(self, changes: Changes) -> None:
        """Derive anew what the rules put on, after a step that changed them or took something off."""
        if changes.operation and changes.touches("tag_refusals"):
            self._obey(changes.operation)
        if changes.operation and changes.touches("tag_rules", "tags"):
            self.apply_tag_rules()

    def _obey(self, operation: int) -> None:
        changes = Changes()
        with self._session.writing() as connection:
            rows = history.rows_of(connection, operation, "tag_refusals")
            refusals = [(row["tag_id"], row["article_id"], row["rule_id"]) for row in rows if "article_id" in row]
            tags.obey(connection, refusals, now(), changes)
        self._session.announce(changes)

    def _clean(self, query: str) -> str:
        """The query on one line; raises InputRefusedError where it is none for a rule, QueryRefusedError."""
        query = " ".join(query.split())
        root = self._browse.parse(query).root
        if isinstance(root, Everything):
            raise InputRefusedError("A rule needs words or filters; without any it would tag every article.")
        for leaf in (*leaves(root), *inner_leaves(root)):
            if not _is_of_the_article(leaf):
                raise InputRefusedError(
                    "A rule goes by what is in an article, not by what has been done with it. Leave out “{part}”.",
                    part=str(leaf),
                )
        return query


def _is_of_the_article(leaf: Node) -> bool:
    """Whether a condition is about what an article is, not about tags, notes and the like."""
    if isinstance(leaf, Filter):
        return leaf.value in _STATES[leaf.field] if leaf.field in _STATES else leaf.field in _FIELDS
    return getattr(leaf, "field", "") != "note"


def _remake(operation: Operation, rule: int, **values: Any) -> None:
    """Remove a rule and make it anew under its number: what it had put on goes, and is derived again."""
    row = tags.rule_row(operation.connection, rule)
    operation.delete("tag_rules", [rule])
    operation.insert("tag_rules", {**row, **values})


def _refuse_twice(operation: Operation, tag: int, name: str, query: str) -> None:
    if any(row["query"] == query for row in tags.rule_rows(operation.connection, tag)):
        raise InputRefusedError("There is a rule for “{tag}” with this search already.", tag=name)
