"""Random deeds on dossiers and screenings: taken back one by one all is as it was, and done again as it became."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.archive.archive import Archive
from desktop_app.model.dossiers import Decision
from desktop_app.model.errors import LesesaalError
from tests.conftest import SHELF, shelve

_TABLES = ("dossiers", "dossier_articles", "screenings", "screening_items")
_NAMES = st.sampled_from(("A", "B", "A/C", "A/C/D", "b", "E"))
_DOSSIER = st.integers(1, 5)
_ARTICLE = st.integers(1, 4)
_ARTICLES = st.lists(_ARTICLE, max_size=4)
_DECISION: st.SearchStrategy[Decision] = st.sampled_from(("", "seen", "kept", "dropped"))
_DEEDS = st.one_of(
    st.tuples(st.just("make_dossier"), _NAMES, st.sampled_from((0, 1, 2)), st.fixed_dictionaries({"ids": _ARTICLES})),
    st.tuples(st.just("rename_dossier"), _DOSSIER, st.sampled_from(("A", "F", "b"))),
    st.tuples(st.just("move_dossier"), _DOSSIER, st.integers(0, 4), st.integers(0, 4)),
    st.tuples(st.just("introduce_dossier"), _DOSSIER, st.sampled_from(("", "eins", "zwei"))),
    st.tuples(st.just("delete_dossier"), _DOSSIER),
    st.tuples(st.just("add_to_dossier"), _DOSSIER, _ARTICLES, st.integers(0, 4)),
    st.tuples(st.just("remove_from_dossier"), _DOSSIER, _ARTICLES),
    st.tuples(st.just("move_in_dossier"), _DOSSIER, _ARTICLES, st.integers(0, 4)),
    st.tuples(st.just("comment_in_dossier"), _DOSSIER, _ARTICLE, st.sampled_from(("", "hier", "dort"))),
    st.tuples(st.just("file_articles"), _ARTICLES, st.lists(_NAMES, max_size=2), st.lists(_NAMES, max_size=2)),
    st.tuples(st.just("start_screening"), st.sampled_from(("S", "T")), st.sampled_from(("", "lang:de", "is:undated"))),
    st.tuples(st.just("decide_screened"), st.integers(1, 2), _ARTICLES, _DECISION),
    st.tuples(st.just("extend_screening"), st.integers(1, 2)),
    st.tuples(st.just("rename_screening"), st.integers(1, 2), st.sampled_from(("S", "U"))),
    st.tuples(st.just("delete_screening"), st.integers(1, 2)),
    st.tuples(st.just("screening_to_dossier"), st.integers(1, 2), _NAMES),
)


def _rows(archive: Archive) -> list[list[Any]]:
    reader = archive._session.reader()
    return [reader.execute(f"select * from {table} order by id").fetchall() for table in _TABLES]


def _check(archive: Archive) -> None:
    """What must hold whatever was done."""
    lines = archive.dossiers()
    assert len(lines) == archive._session.reader().execute("select count(*) from dossiers").fetchone()[0]
    for line in lines:
        own = [entry.article for entry in archive.dossier(line.id).entries]
        assert len(set(own)) == len(own) == line.articles
        assert archive.find(f'dossier:"{line.path}"').ids[: len(own)].tolist() == own


@given(st.lists(_DEEDS, min_size=1, max_size=14))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_deed_is_taken_back_and_done_again(deeds: list[tuple[Any, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        archive = Archive.create(Path(folder) / "archive")
        try:
            shelve(archive, *SHELF)
            before = [_rows(archive)]
            for name, *args in deeds:
                named = args.pop() if isinstance(args[-1], dict) else {}
                steps = len(archive.history())
                try:
                    getattr(archive, name)(*args, **named)
                except LesesaalError:
                    assert _rows(archive) == before[-1]  # what is refused changes nothing
                if len(archive.history()) > steps:
                    before.append(_rows(archive))
                _check(archive)
            for state in before[-2::-1]:
                archive.undo()
                assert _rows(archive) == state
            for state in before[1:]:
                archive.redo()
                assert _rows(archive) == state
        finally:
            archive.close()
