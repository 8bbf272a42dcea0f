"""The whole program in one page: what a reader does, and what is there afterwards. No window."""

import json
from pathlib import Path

from desktop_app.archive.archive import Archive
from tests.story.script import CommandLine, Verbs, play, story_of


def test_a_reader_s_first_morning(press: Path, tmp_path: Path) -> None:
    # A new archive, and three texts that came as text, Markdown and HTML.
    archive = Archive.create(tmp_path / "archive")
    report = archive.importing([press])
    assert (report.added, report.failed) == (3, 0)
    archive.catch_up()

    # Two of them are about the harbour; one is of September 2018.
    assert len(archive.find("Hafen")) == 2
    (harbour,) = archive.find("Hafen date:2018-09").ids
    article = archive.article(harbour)
    assert (article.title, article.date) == ("Kran am Kai", "2018-09-14")
    assert [article.text[start:end] for start, end in archive.hits(harbour, "Kräne")] == ["Kräne"]

    # A query that finds nothing is examined: the second word stands in no article, but one like it does.
    told = archive.examine("Hafen Kräme")
    assert [(part.text, part.count, part.without) for part in told.parts] == [("Hafen", 2, 0), ("Kräme", 0, 2)]
    assert archive.correct("Hafen Kräme")[0].query == "Hafen Kräne"

    # “Harbour” shall mean the same as „Hafen“. The search is written down, for the methods part of a paper.
    archive.add_synonyms(["Hafen", "harbour"])
    found = archive.find("Hafen")
    assert (len(found), found.understood) == (3, "Hafen")
    archive.log_search(found)
    archive.export_search_log(tmp_path / "protocol.md", "md")
    assert "| `Hafen` |  | all | 3 | 3 |" in (tmp_path / "protocol.md").read_text(encoding="utf-8")

    # The article of September is tagged, and a sentence in it gets a note, which can be searched as well.
    archive.tag([harbour], "Wirtschaft/Hafen")
    start = article.text.index("Zwei neue Kräne")
    archive.note(harbour, "Welche Werft?", start, start + len("Zwei neue Kräne"))
    archive.catch_up()
    assert list(archive.find("tag:Wirtschaft note:Werft").ids) == [harbour]

    # A slip: everything gets a star. Undo takes back just that, also after the program was closed.
    archive.star(archive.find().ids)
    archive.close()
    archive = Archive.open(tmp_path / "archive")
    assert archive.undo_label() == "Star on 3 articles"
    archive.undo()
    assert archive.counts().starred == 0
    assert [note.quote for note in archive.notes(harbour)] == ["Zwei neue Kräne"]

    # The article leaves the archive with its tag and its note.
    archive.export(tmp_path / "out.jsonl", "jsonl", [harbour], with_notes=True)
    exported = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert exported["title"] == "Kran am Kai"
    assert [tag["name"] for tag in exported["tags"]] == ["Wirtschaft/Hafen"]
    assert [note["body"] for note in exported["notes"]] == ["Welche Werft?"]
    archive.close()


def test_the_command_line_and_the_verbs_leave_equal_archives(tmp_path: Path) -> None:
    play(CommandLine(tmp_path / "typed"))
    play(Verbs(tmp_path / "called"))
    one, two = story_of(tmp_path / "typed"), story_of(tmp_path / "called")
    assert one == two
    # The story did something in every table, so that two empty archives would not pass.
    assert all(rows for rows in one.values())
    assert {("Wirtschaft/Hafen",), ("Robotik",)} <= set(one["tags"])
    assert {row[-1] for row in one["articles"]} == {0, 1}
    assert sum(row[8] for row in one["articles"]) > 1
    assert [row[0] for row in one["history"]].count("Tag “{tag}” deleted") == 1
