"""Operands joined by NEAR, W, SENT and SAME: what can stand side by side becomes a chain, the rest is joined by AND."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from desktop_app.model.query_leaves import bounded
from desktop_app.model.query_lexer import Token
from desktop_app.model.query_nodes import (
    PEOPLE,
    AtLeast,
    Filter,
    Meeting,
    Near,
    Node,
    Or,
    Placed,
    Scope,
    Together,
    conjunction,
)
from desktop_app.model.query_notices import Notice

_ANYWHERE = frozenset({"title", "text", "note"})


@dataclass(frozen=True, slots=True)
class _Join:
    """How an operand is joined to the next: by a distance in words, or by a sentence or paragraph."""

    distance: int = 0
    ordered: bool = False
    scope: Scope | None = None
    word: str = field(default="", compare=False)  # as it was typed


def chain(operands: Sequence[Node], operators: Sequence[Token]) -> tuple[Node, list[Notice]]:
    """One node of `operands` and the operators between them; NEAR and W bind tighter than SENT and SAME."""
    notices: list[Notice] = []
    joins = [_join(token, notices) for token in operators]
    borders = [0, *(at + 1 for at, join in enumerate(joins) if join.scope), len(operands)]
    inner = [
        _joined(operands[begin:end], joins[begin : end - 1], notices) for begin, end in pairwise(borders) if begin < end
    ]
    return _joined(inner, [join for join in joins if join.scope], notices), notices


def _join(token: Token, notices: list[Notice]) -> _Join:
    if token.kind in ("sentence", "paragraph"):
        return _Join(scope=token.kind, word=token.text)
    distance, more = bounded(max(token.number, 1), token.text)
    notices += more
    return _Join(distance, token.kind == "within", word=token.text)


def _joined(operands: Sequence[Node], joins: Sequence[_Join], notices: list[Notice]) -> Node:
    """Chains of what one kind of join can hold, and what it cannot, all of them asked for."""
    if not joins:
        return operands[0]
    operands, joins = _opened(operands, joins)
    made: list[Node] = []
    parts, current, mixed = [operands[0]], joins[0], False
    for join, operand in zip(joins, operands[1:], strict=True):
        if refusal := _refusal([*parts, operand], join):
            notices.append(refusal)
            made.append(_made(parts, current))
            parts = [operand]
        elif len(parts) > 1 and join != current:
            made.append(_made(parts, current))
            parts, mixed = [parts[-1], operand], True
        else:
            parts.append(operand)
        current = join
    node = conjunction([*made, _made(parts, current)])
    if mixed:
        notices.append(Notice.made("A chain of several distances was read as {reading}.", reading=str(node)))
    return node


def _opened(operands: Sequence[Node], joins: Sequence[_Join]) -> tuple[list[Node], list[_Join]]:
    """`(a NEAR/3 b) NEAR/5 c` as the chain that it is: a, b, c with 3 and 5 between them."""
    nodes: list[Node] = []
    between: list[_Join] = []
    for operand, join in zip(operands, [*joins, None], strict=True):
        inner = _join_of(operand)
        if (
            inner is not None
            and isinstance(operand, Near | Together | Meeting)
            and bool(inner.scope) == bool(joins[0].scope)
        ):
            nodes += operand.parts
            between += [inner] * (len(operand.parts) - 1)
        else:
            nodes.append(operand)
        if join:
            between.append(join)
    return nodes, between


def _join_of(node: Node) -> _Join | None:
    if isinstance(node, Near):
        return _Join(node.distance, node.ordered, word=f"{'W' if node.ordered else 'NEAR'}/{node.distance}")
    if isinstance(node, Together | Meeting):
        return _Join(scope=node.scope, word="SENT" if node.scope == "sentence" else "SAME")
    return None


def _made(parts: Sequence[Node], join: _Join) -> Node:
    if len(parts) == 1:
        return parts[0]
    if join.scope and any(isinstance(part, Filter) for part in parts):
        return Meeting(tuple(parts), join.scope)
    return Together(tuple(parts), join.scope) if join.scope else Near(tuple(parts), join.distance, join.ordered)


def _refusal(parts: Sequence[Node], join: _Join) -> Notice | None:
    """Why the last two of `parts` cannot be joined so; None where they can."""
    for part in parts[-2:]:
        if not (join.scope and _is_named(part)) and not can_stand_in(Together if join.scope else Near, part):
            return Notice.made(
                "“{part}” has no place in the text, so “{operator}” was read as AND.",
                part=str(part),
                operator=join.word,
            )
    if frozenset.intersection(*map(_fields, parts)):
        return None
    return Notice.made(
        "“{operator}” joins words of different fields, which never stand together; it was read as AND.",
        operator=join.word,
    )


def _is_named(part: Node) -> bool:
    """Whether `part` is somebody named in a text."""
    return isinstance(part, Filter) and part.field in PEOPLE


def can_stand_in(composite: type[Node], part: Node) -> bool:
    """Whether `part` may be a part of a `Near` or a `Together`."""
    if isinstance(part, Near):
        return composite is Together
    return all(isinstance(leaf, Placed) for leaf in (part.parts if isinstance(part, Or) else (part,)))


def _fields(node: Node) -> frozenset[str]:
    """The fields of an article in which `node` can stand."""
    if isinstance(node, Filter):
        return frozenset({"text"})
    if isinstance(node, Or):
        return frozenset[str]().union(*map(_fields, node.parts))
    if isinstance(node, Near | Together):
        return frozenset.intersection(*map(_fields, node.parts))
    if isinstance(node, AtLeast):
        return _fields(node.part)
    name = str(getattr(node, "field", ""))
    return frozenset({"text" if name == "lead" else name}) if name else _ANYWHERE
