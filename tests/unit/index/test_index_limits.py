"""No query costs more than it may, whatever it asks of whatever texts. Steps are counted, not seconds."""

import contextlib

import pytest

from desktop_app.index.engine import never
from desktop_app.index.evaluation.evaluator import Evaluator
from desktop_app.index.evaluation.limits import WORDS
from desktop_app.index.evaluation.searcher import Snapshot
from desktop_app.index.whoosh_engine import WhooshEngine
from desktop_app.model.documents import Document, IndexCursor
from desktop_app.model.errors import QueryRefusedError
from desktop_app.model.progress import CancelledError
from desktop_app.model.query_nodes import (
    And,
    AtLeast,
    Fuzzy,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Regex,
    Term,
    Together,
    Wildcard,
)


def _nested(depth: int) -> Node:
    node: Node = Term("wort")
    for level in range(depth):
        node = Not(And((node, Term(f"a{level}")))) if level % 2 else Or((node, Prefix("a")))
    return node


ALL = (Term("wort"), Term("ort"), Prefix("a"))
DEMANDING: list[Node] = [
    Wildcard("*"),
    Wildcard("*?*?*"),
    Prefix("a"),
    Regex(".*"),
    Regex("(a|b|ab)*(c|d)*.{0,50}"),
    Fuzzy("ab", 2),
    Or(tuple(Term(f"a{number}") for number in range(200))),
    Or(tuple(Wildcard(f"*{number}*") for number in range(60))),
    _nested(64),
    Near(ALL, 100),
    Near((Or(ALL), Or(ALL), Or(ALL), Or(ALL)), 100),
    Near((Phrase("wort wort"), Term("wort"), Term("wort")), 50),
    Together((Near(ALL, 50), Regex(".*"), Term("wort")), "paragraph"),
    AtLeast(Regex(".*"), 1000),
    Phrase("wort wort wort wort wort wort"),
    Phrase("wort ort wort ort", slop=50),
]


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """Texts of one word over and over, and a vocabulary of thousands of words."""
    engine = WhooshEngine(tmp_path_factory.mktemp("limits") / "index")
    long = ["wort " * 40_000, "wort ort " * 20_000, "ort " * 3000 + "wort a1 " * 9000]
    many = [" ".join(f"a{number * 40 + at}" for at in range(60)) for number in range(200)]
    texts = [*long, *many]
    engine.apply([Document(n, "wort", text, "", "de") for n, text in enumerate(texts)], [], IndexCursor("x", 1))
    return engine._snapshot


@pytest.mark.parametrize("node", DEMANDING, ids=str)
def test_a_query_ends_or_is_refused(snapshot: Snapshot, node: Node) -> None:
    evaluator = Evaluator(snapshot, never)
    with contextlib.suppress(QueryRefusedError):
        matches = evaluator.run(node)
        assert evaluator.budget.spent <= evaluator.budget.limit
        assert len(matches) <= snapshot.documents


@pytest.mark.parametrize("node", DEMANDING, ids=str)
def test_steps_are_counted_before_they_are_taken(
    snapshot: Snapshot, node: Node, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.index.evaluation.limits._STEPS", 5)
    monkeypatch.setattr("desktop_app.index.evaluation.limits._STEPS_A_DOCUMENT", 0)
    with pytest.raises(QueryRefusedError, match="specific"):
        Evaluator(snapshot, never).run(node)


@pytest.mark.parametrize("node", DEMANDING, ids=str)
def test_every_search_can_be_cancelled_halfway(snapshot: Snapshot, node: Node) -> None:
    asked = 0

    def third() -> bool:
        nonlocal asked
        asked += 1
        return asked > 2

    with pytest.raises(CancelledError):
        Evaluator(snapshot, third).run(node)


def test_what_is_left_out_is_told(snapshot: Snapshot) -> None:
    matches = Evaluator(snapshot, never).run(Regex("a.*"))
    assert len(matches.notices) == 1
    assert str(WORDS) in matches.notices[0]


def test_a_bad_expression_is_refused_with_a_sentence(snapshot: Snapshot) -> None:
    for pattern in ("a(", "a)|(b", "(?!x)y", "a{1001}"):
        with pytest.raises(QueryRefusedError, match="regular expression"):
            Evaluator(snapshot, never).run(Regex(pattern))
