"""Archives of older schemas, open for reading only: each verb that looks answers as if they were new."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from desktop_app.archive.archive import Archive
from desktop_app.model.errors import LesesaalError
from desktop_app.model.links import LINK_KINDS
from desktop_app.store import migrations

_STEPS = (
    migrations.m001_first_schema,
    migrations.m002_searching,
    migrations.m003_people,
)
_QUERIES = (
    "tag:Hafen",
    "dossier:Mappe",
    "is:orphaned",
    "is:copy",
    "has:copies",
    "has:highlight",
    "has:note",
    "is:starred",
    "note:welcher",
)
_LOOKS: list[tuple[str, Callable[[Archive], object]]] = [
    ("annotations", lambda archive: archive.annotation_rows(archive.annotations())),
    ("annotation_counts", lambda archive: archive.annotation_counts()),
    ("all_tags", lambda archive: archive.all_tags()),
    ("article", lambda archive: archive.article(7)),
    ("article_history", lambda archive: archive.article_history(7)),
    ("backlinks", lambda archive: archive.backlinks("article", 7)),
    ("check", lambda archive: archive.check(deep=True)),
    ("compare_versions", lambda archive: archive.compare_versions(7, 1, 1)),
    ("counts", lambda archive: archive.counts()),
    ("days", lambda archive: archive.days(archive.find(""), "2026-01-01", "2026-12-31")),
    ("dossiers", lambda archive: archive.dossiers()),
    ("dossiers_of", lambda archive: archive.dossiers_of([7])),
    ("entities", lambda archive: archive.entity_ids()),
    ("facets", lambda archive: archive.facets(archive.find(""))),
    ("families", lambda archive: archive.families()),
    ("family", lambda archive: archive.family(7)),
    ("family_counts", lambda archive: archive.family_counts()),
    ("families_waiting", lambda archive: archive.families_waiting()),
    ("find", lambda archive: [archive.find(query) for query in _QUERIES]),
    ("find by family", lambda archive: archive.find("", by_family=True)),
    ("find sorted", lambda archive: archive.find("", sort="source,-title,author,place,words,added,starred,read")),
    ("history", lambda archive: archive.history()),
    ("imports", lambda archive: [archive.import_files(each.id) for each in archive.imports()]),
    ("info", lambda archive: archive.info()),
    ("left_draft", lambda archive: archive.left_draft("article:7")),
    ("link_targets", lambda archive: archive.link_targets("Kran")),
    ("mentions", lambda archive: archive.mentions(7)),
    ("next_redo", lambda archive: archive.next_redo()),
    ("next_undo", lambda archive: archive.next_undo()),
    ("notes", lambda archive: archive.notes(7)),
    ("place_in", lambda archive: archive.place_in(7)),
    ("recent_readings", lambda archive: archive.recent_readings()),
    ("rows", lambda archive: archive.rows([7])),
    ("rulings", lambda archive: archive.rulings()),
    ("saved_searches", lambda archive: archive.saved_searches()),
    ("screenings", lambda archive: archive.screenings()),
    ("step", lambda archive: archive.step(1)),
    ("suggest_tags", lambda archive: archive.suggest_tags([7])),
    ("tag_preview", lambda archive: archive.tag_preview("delete", "Hafen")),
    ("tag_preview of a merge", lambda archive: archive.tag_preview("merge", "Hafen", "Kran")),
    ("backlinks of anything", lambda archive: [archive.backlinks(kind, 7) for kind in LINK_KINDS]),
    ("link_titles", lambda archive: [archive.link_titles(kind, [7]) for kind in LINK_KINDS]),
    ("like", lambda archive: archive.find(archive.like(7))),
    ("meanings", lambda archive: archive.meanings.across_languages(7, 3)),
    ("decisions", lambda archive: archive.decisions(1)),
    ("dossier_named", lambda archive: archive.dossier_named("Mappe")),
    ("screening_named", lambda archive: archive.screening_named("Mappe")),
    ("screened_in", lambda archive: archive.screened_in(7)),
    ("complete", lambda archive: archive.complete("dossier:M", 9)),
    ("tag_rules", lambda archive: archive.tag_rules()),
    ("tag_with_key", lambda archive: archive.tag_with_key(1)),
    ("tags_of", lambda archive: archive.tags_of([7])),
    ("versions", lambda archive: archive.versions(7)),
]


@pytest.fixture(params=[1, 2, 3])
def older(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Archive]:
    """One of that schema, with an article, a tag, a note and a step."""
    steps = Migrations("lesesaal")
    for number, step in enumerate(_STEPS[: request.param], 1):
        steps(name=f"m{number:03}")(step)
    (tmp_path / "old" / "originals").mkdir(parents=True)
    connection = sqlite3.connect(tmp_path / "old" / "archive.db")
    steps.apply(Database(connection))
    connection.executescript(_CONTENT.format(version=request.param))
    connection.close()
    archive = Archive.open(tmp_path / "old", read_only=True)
    yield archive
    archive.close()


_CONTENT = """
    insert into articles(id, title, sameness, added_at) values (7, 'Kran', 'x', '2026-01-01T00:00:00Z');
    insert into texts(id, article_id, version, body, sha256, created_at) values (1, 7, 1, 'Kran am Kai', 'x', '');
    update articles set text_id = 1;
    insert into tags(id, name) values (3, 'Hafen');
    insert into taggings(tag_id, article_id, created_at) values (3, 7, '');
    insert into annotations(article_id, text_id, start, "end", quote, body, created_at, changed_at)
        values (7, 1, 0, 4, 'Kran', 'welcher?', '2026', '2026');
    insert into imports(id, started_at, finished_at, request) values (1, '', '', '{{}}');
    insert into import_files(import_id, path, status) values (1, 'kran.txt', 'added');
    insert into journal(id, label, fields, at, deltas)
        values (1, 'Star', '{{}}', '2026-01-01T00:00:00Z', x'78018b8e0500011500b9');
    insert into index_state(id, epoch, generation) values (1, 'x', 1);
    pragma user_version = {version};
"""


@pytest.mark.parametrize("look", [pytest.param(look, id=name) for name, look in _LOOKS])
def test_an_older_archive_answers(older: Archive, look: Callable[[Archive], object]) -> None:
    with suppress(LesesaalError):  # a sentence, as a new archive would answer of what is not there
        look(older)
