"""Reading articles for names: the queue, what is written, what a second run leaves as it is."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from desktop_app.archive import children, recognising
from desktop_app.archive.archive import Archive
from desktop_app.archive.reading_aloud import RecognitionError
from desktop_app.entities.reading import Text
from desktop_app.model.changes import Changes
from desktop_app.model.errors import InputRefusedError
from desktop_app.model.people import Findings, FoundCluster, FoundMention
from desktop_app.model.progress import CancelledError, Control
from tests.conftest import article, shelve
from tests.unit.archive.cast import PEOPLE, ListReader, entity, read, who


class NotingReader(ListReader):
    """Remembers the titles of what it read."""

    def __init__(self) -> None:
        super().__init__()
        self.titles: list[str] = []

    def read(self, articles: Sequence[Text], /) -> list[Findings]:
        self.titles += [text.title for text in articles]
        return super().read(articles)


def _rows(archive: Archive, table: str) -> list[tuple[object, ...]]:
    return sorted(archive._session.reader().execute(f"select * from {table}").fetchall())


def test_the_newest_articles_are_read_first_and_undated_ones_last(empty: Archive) -> None:
    shelve(empty, *(article(f"Text {date}", date, date) for date in ("2018", "", "2020-03-04", "2019-07")))
    reader = NotingReader()
    assert empty.recognise(reader=reader) == 4
    assert reader.titles == ["2020-03-04", "2019-07", "2018", ""]


def test_a_run_goes_on_where_it_stopped(empty: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognising, "BATCH", 2)
    shelve(empty, *(article(f"Marcel Vogel {number}", f"T{number}") for number in range(5)))
    reader = ListReader()
    assert empty.recognise(reader=reader, limit=3) == 3
    assert empty.recognise(reader=reader) == 2
    assert empty.recognise(reader=reader) == 0
    assert reader.read_texts == 5


def test_what_a_cancelled_run_has_read_stays(empty: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognising, "BATCH", 1)
    shelve(empty, *(article(f"Marcel Vogel {number}") for number in range(3)))
    control = Control()
    empty.on_change.append(lambda _: control.cancel())
    with pytest.raises(CancelledError):
        empty.recognise(reader=ListReader(), control=control)
    assert [bool(empty.mentions(number)) for number in (1, 2, 3)] == [False, False, True]


def test_a_newer_recogniser_reads_everything_again(empty: Archive) -> None:
    read(empty, article("Marcel Vogel kam."))
    newer = ListReader(version="list 2")
    assert empty.recognise(reader=newer) == 1
    assert empty.mentions(1)[0].origin == "list 2"


def test_equal_findings_keep_their_rows(empty: Archive) -> None:
    read(empty, article("Marcel Vogel kam mit Anna Vogel.", date="2018"))
    before = {table: _rows(empty, table) for table in ("mentions", "names", "identities", "entities")}
    cast = dict(PEOPLE)
    del cast["Anna Vogel"]
    empty.recognise(reader=ListReader(cast, "list 2"))
    kept = _rows(empty, "mentions")
    assert kept[0] == before["mentions"][0]
    assert who(empty, 1) == [("Marcel Vogel", "Marcel Vogel"), ("Vogel", "Vogel")]
    empty.recognise(reader=ListReader(version="list 3"))
    assert {table: len(_rows(empty, table)) for table in ("mentions", "identities")} == {
        "mentions": len(before["mentions"]),
        "identities": len(before["identities"]) + 1,
    }


def test_one_name_in_two_articles_is_one_person_with_its_roles(empty: Archive) -> None:
    first, second = read(
        empty, article("Hafenmeister Marcel Vogel sprach.", "A"), article("Marcel Vogel schwieg.", "B")
    )
    number = entity(empty, "Marcel Vogel")
    assert {mention.entity for each in (first, second) for mention in empty.mentions(each)} == {number}
    (role,) = empty.entity(number).roles
    assert role.role == "Hafenmeister"


def test_articles_in_the_trash_do_not_wait(empty: Archive) -> None:
    ids = shelve(empty, article("Marcel Vogel", "A"), article("Anna Vogel", "B"))
    version = empty.recogniser_version()
    reader = ListReader(version=version)
    assert empty.unrecognised() == 2
    empty.trash(ids[:1])
    assert empty.unrecognised() == 1
    empty.recognise(reader=reader)
    assert empty.unrecognised() == 0
    empty.restore(ids[:1])
    assert empty.unrecognised() == 1
    empty.recognise(reader=reader)
    empty.trash(ids)
    assert empty.unrecognised() == 0


def test_another_language_has_the_article_read_again(empty: Archive) -> None:
    (number,) = shelve(empty, article("Marcel Vogel", language="de"))
    empty.recognise(reader=ListReader(version=empty.recogniser_version()))
    assert empty.unrecognised() == 0
    empty.set_fields(number, language="en")
    assert empty.unrecognised() == 1


def test_the_views_hear_of_each_batch(empty: Archive) -> None:
    (number,) = shelve(empty, article("Marcel Vogel"))
    heard: list[Changes] = []
    empty.on_change.append(heard.append)
    empty.recognise(reader=ListReader())
    assert heard[0].articles == {number}
    assert heard[0].touches("mentions")
    assert heard[0].touches("entities")
    assert heard[0].operation == 0
    assert empty.undo() is None


def test_the_mode_is_kept_with_the_archive_and_asks_for_another_reading(empty: Archive) -> None:
    assert empty.recogniser_mode() == "default"
    before = empty.recogniser_version()
    empty.set_recogniser_mode("thorough")
    assert empty.recogniser_mode() == "thorough"
    assert empty.recogniser_version() != before
    with pytest.raises(InputRefusedError):
        empty.set_recogniser_mode("wild")  # type: ignore[arg-type]


def test_an_article_that_changed_while_it_was_read_waits_again(empty: Archive) -> None:
    (number,) = shelve(empty, article("Marcel Vogel"))

    class Meddling(ListReader):
        def read(self, articles: Sequence[Text], /) -> list[Findings]:
            empty.trash([number])
            empty.empty_trash()
            return super().read(articles)

    assert empty.recognise(reader=Meddling()) == 1
    assert _rows(empty, "mentions") == []
    assert _rows(empty, "recognitions") == []


def test_purged_articles_leave_nothing(empty: Archive) -> None:
    number, other = read(empty, article("Hafenmeister Marcel Vogel", "A"), article("Anna Vogel", "B"))
    empty.reject_mention(number, 13, 25)
    empty.reject_mention(other, 0, 10)
    empty.trash([number])
    empty.empty_trash()
    for table, column in (("mentions", "article_id"), ("roles", "article_id"), ("recognitions", "id")):
        left = empty._session.reader().execute(f"select distinct {column} from {table}").fetchall()
        assert set(left) <= {(other,)}, table
    assert [ruling.kind for ruling in empty.rulings()] == ["reject"]
    assert empty.undo() is not None
    assert who(empty, other) == [("Anna Vogel", "Anna Vogel")]
    assert empty.undo() is None


def test_findings_without_mentions_do_no_harm(empty: Archive) -> None:
    class Odd(ListReader):
        def read(self, articles: Sequence[Text], /) -> list[Findings]:
            twice = FoundMention(0, 6, "Marcel", 0.5)
            nobody = FoundCluster("person", "Niemand", "niemand", ())
            return [Findings((nobody, FoundCluster("person", "Marcel", "marcel", (twice, twice))))] * len(articles)

    read(empty, article("Marcel kam."), reader=Odd())
    assert {row.name for row in empty.entity_rows(empty.entity_ids())} == {"Marcel"}


def test_the_child_process_reads_what_its_parent_names(empty: Archive) -> None:
    ids = shelve(empty, *(article(f"Kurzer Text {number}.", f"T{number}") for number in range(3)))
    assert empty.recognise() == len(ids)
    assert empty.unrecognised() == 0


@pytest.mark.parametrize(
    ("damage", "deep"),
    [
        ("insert into texts(article_id, version, body, sha256, created_at) values (1, 2, 'x', '', '')", False),
        ('update mentions set "end" = 900', True),
    ],
)
def test_a_check_finds_mentions_that_do_not_fit_and_has_them_read_again(
    empty: Archive, damage: str, deep: bool
) -> None:
    reader = ListReader(version=empty.recogniser_version())
    read(empty, article("Marcel Vogel kam."), reader=reader)
    empty.catch_up()
    assert empty.check(deep=deep).ok
    with empty._session.writing() as connection:
        connection.execute("drop trigger reread_article")
        connection.execute(damage)
        connection.execute("update articles set text_id = (select max(id) from texts)")
    report = empty.check(deep=deep, repair=True)
    assert report.problems
    assert empty.unrecognised() == 1
    empty.recognise(reader=reader)
    assert [problem for problem in empty.check().problems if "names" in problem] == []


# A child that dies of the articles named in its own words, and reads all others.
_CHILD = """
import json, sys
said = {"articles": 0}
while True:
    print(json.dumps(said), flush=True)
    line = sys.stdin.readline().strip()
    if not line:
        break
    ids = json.loads(line)
    if set(ids) & set(DEADLY):
        sys.exit(3)
    found = [["person", "Ada", "ada", [[0, 3, "Ada", 0.9, "recognised"]]]]
    said = {"articles": len(ids), "read": [[number, texts[number], found, []] for number in ids]}
"""


def _children(archive: Archive, folder: Path, deadly: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let articles be read by such children."""
    texts = dict(archive._session.reader().execute("select id, text_id from articles").fetchall())
    script = folder / "child.py"
    script.write_text(f"DEADLY = {deadly}\ntexts = {texts}\n{_CHILD}", encoding="utf-8")
    monkeypatch.setattr(children, "program", lambda _: [sys.executable, str(script)])
    monkeypatch.setattr(recognising, "BATCH", 3)


def test_an_article_that_ends_the_child_holds_nobody_and_holds_nobody_up(
    empty: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = shelve(empty, *(article(f"Ada {number}", f"T{number}") for number in range(8)))
    _children(empty, tmp_path, [4], monkeypatch)
    assert empty.recognise() == len(ids)
    assert [number for number in ids if not empty.mentions(number)] == [4]
    assert empty.unrecognised() == 0


def test_children_that_die_of_everything_are_an_error(
    empty: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = shelve(empty, *(article(f"Ada {number}", f"T{number}") for number in range(8)))
    _children(empty, tmp_path, ids, monkeypatch)
    with pytest.raises(RecognitionError):
        empty.recognise()
    assert empty.unrecognised() > 0


@pytest.mark.parametrize(
    "words",
    [
        "raise SystemExit(1)",
        "print('no JSON', flush=True)",
        """print('{"articles": 0, "error": "Install it again."}', flush=True)""",
    ],
)
def test_a_child_that_cannot_begin_is_an_error(
    empty: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    shelve(empty, article("Ada"))
    (tmp_path / "child.py").write_text(words, encoding="utf-8")
    monkeypatch.setattr(children, "program", lambda _: [sys.executable, str(tmp_path / "child.py")])
    with pytest.raises(RecognitionError):
        empty.recognise()
    assert empty.unrecognised() == 1
    monkeypatch.setattr(children, "program", lambda _: [str(tmp_path / "nothing")])
    with pytest.raises(RecognitionError, match="could not be started"):
        empty.recognise()
