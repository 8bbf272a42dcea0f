"""Queries about people: whatever stands beside them, they are answered, examined and counted alike."""

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desktop_app.archive.archive import Archive
from desktop_app.model.errors import QueryRefusedError
from tests.conftest import article
from tests.unit.archive.cast import entity, read

TEXTS = (
    "Marcel Vogel kam zum Kranwerk. Vogel sprach.\n\nAnna Vogel schwieg.",
    "Anna Vogel traf Marcel Vogel. Die Rheinhafen AG fehlte.",
    "Das Kranwerk ruht.\n\nDie Rheinhafen AG auch.",
    "Niemand kam.",
)
PIECES = [
    *('person:"Marcel Vogel"', "person:Anna", "person:vog*", "person:#1", "person:#99", "org:Kranwerk", "org:x"),
    *('org:"Rheinhafen AG"', "person:", "has:person", "has:org", "is:checked", "-person:Anna", "-org:Kranwerk"),
    *("(", ")", "-", "NOT", "AND", "OR", "SENT", "SAME", "NEAR/3", "SATZ", "ABSATZ", "ODER", "atleast2:"),
    *("kam", "Vogel", '"Vogel sprach"', "k*", "kran~", "kam~1", "/k.m/", "title:kam", "tag:x", "lang:de", "like:1"),
]
queries = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", " "])), max_size=9).map(
    lambda parts: "".join(text + gap for text, gap in parts)
)


@pytest.fixture(scope="module")
def press() -> Iterator[Archive]:
    """Four articles, one in the trash, somebody checked, somebody rejected."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Archive.create(Path(folder) / "archive")
        read(archive, *(article(text, f"T{number}", "2018") for number, text in enumerate(TEXTS)))
        archive.catch_up()
        archive.confirm_entities([entity(archive, "Anna Vogel")])
        yield archive
        archive.close()


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(queries)
@example("person:Anna person:Marcel SENT")
@example("-(person:Anna SENT person:Marcel)")
@example("(person:Anna OR org:Kranwerk) SENT kam")
@example("person:Anna SENT -person:Marcel")
@example("person:Anna SAME is:checked")
def test_any_query_is_answered_and_examined_or_refused(press: Archive, query: str) -> None:
    with contextlib.suppress(QueryRefusedError):
        found = press.find(query)
        assert press.count(query) == len(found.ids)
        press.facets(found)
        press.snippets(found.ids, found.query)
        assert press.examine(query).total == len(found.ids)
        press.correct(query)
        assert all(press.count(repair.query) == repair.count for repair in press.examine(query).repairs)
        again = press.find(found.understood)
        assert list(again.ids) == list(found.ids)


named = st.sampled_from(['person:"Marcel Vogel"', "person:Anna", "person:vogel", "org:Kranwerk", "org:Rheinhafen"])
meetings = st.tuples(named, st.sampled_from(["SENT", "SAME"]), named | st.just("kam")).map(" ".join)
operands = named | meetings | st.sampled_from(["has:person", "has:org", "kam", "Vogel"])


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(operands, operands)
def test_brackets_and_negations_are_sets(press: Archive, one: str, other: str) -> None:
    def ids(query: str) -> set[int]:
        return set(press.find(query).ids)

    everything = ids("")
    assert ids(f"({one}) ({other})") == ids(one) & ids(other)
    assert ids(f"({one}) OR ({other})") == ids(one) | ids(other)
    assert ids(f"-({one})") == everything - ids(one)
    assert ids(f"({one}) -({other})") == ids(one) - ids(other)
    assert ids(f"-(({one}) OR -({other}))") == ids(other) - ids(one)
