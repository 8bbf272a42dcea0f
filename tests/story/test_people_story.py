"""Who is in the articles, on one page: found, corrected, kept. No window, but the models as they are shipped."""

import json
from pathlib import Path

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.model.people import Kind

TEXTS = {
    "kran.txt": "Neuer Kran am Kai\nRheinhafen-Bote, 14. Mai 2019\n\n"
    "Oberbürgermeisterin Renate Hollkamp und Kenji Moriyama, Präsident der Kansai Robotics K.K., haben am Dienstag den "
    "neuen Kran eröffnet. Hollkamp dankte der IHK Aachen.\n",
    "besuch.txt": "Besuch aus Osaka\nNiederrhein Kurier, 3. Juni 2019\n\n"
    "Kenji Moriyama traf Julia Münch vom Deutsch-Japanischen Wirtschaftskreis (DJW). „Wir bleiben“, sagte Moriyama. "
    "Auch der DJW war zufrieden.\n",
    "crane.txt": "A crane for the harbour\nThe Harbour Post, 4 June 2019\n\n"
    "Mayor Renate Hollkamp thanked Kansai Robotics. “It is a good day for the town,” Ms Hollkamp told the people who "
    "had come to see it.\n",
}
LATER = "Abschied\nRheinhafen-Bote, 2. Oktober 2021\n\nDer DJW ehrte Renate Hollkamp in Krefeld.\n"


@pytest.fixture
def press(tmp_path: Path) -> Path:
    """Three press texts about the same people."""
    folder = tmp_path / "press"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def one(archive: Archive, name: str, kind: Kind = "person") -> int:
    """The number of the only one who is called so."""
    (number,) = archive.entity_named(name, kind)
    return number


def test_a_reader_learns_who_is_in_the_articles(press: Path, tmp_path: Path) -> None:
    archive = Archive.create(tmp_path / "archive")
    archive.importing([press])
    assert archive.unrecognised() == 3
    assert archive.recognise() == 3
    assert archive.unrecognised() == 0

    # The mayor is one person in two languages; the article that says only her surname means her as well.
    mayor = archive.entity(one(archive, "Renate Hollkamp"))
    assert (mayor.row.articles, mayor.row.mentions) == (2, 4)
    assert {form.form for form in mayor.forms} == {"Renate Hollkamp", "Hollkamp"}
    assert "Oberbürgermeisterin" in {role.role for role in mayor.roles}
    assert len(archive.find('person:"Renate Hollkamp" SENT person:moriyama')) == 1

    # The short form that an article introduces names the same circle of people.
    circle = archive.entity(one(archive, "DJW", "organisation"))
    assert circle.row.articles == 1
    assert {form.form for form in circle.forms} >= {"DJW"}
    chain = archive.path_between(mayor.row.id, one(archive, "Julia Münch"))
    assert [step.entity.name for step in chain] == ["Renate Hollkamp", "Kenji Moriyama", "Julia Münch"]

    # What a person decides is kept, and can be taken back, also after the program was closed.
    archive.rename_entity(circle.row.id, "Wirtschaftskreis (DJW)")
    archive.confirm_entities([mayor.row.id])
    archive.reject_entities([one(archive, "Julia Münch")])
    archive.close()
    archive = Archive.open(tmp_path / "archive")
    assert archive.find("person:münch").ids.tolist() == []
    archive.undo()
    assert len(archive.find("person:münch")) == 1
    assert len(archive.find("is:checked")) == 2

    # A text that comes later is read with these decisions in mind.
    later = press / "spaeter.txt"
    later.write_text(
        "Abschied\nRheinhafen-Bote, 2. Oktober 2021\n\nDer DJW ehrte Renate Hollkamp in Krefeld.\n", encoding="utf-8"
    )
    archive.importing([later])
    archive.recognise()
    (number,) = archive.find("date:2021").ids
    named = {mention.form: (mention.name, mention.checked) for mention in archive.mentions(number)}
    assert named["Renate Hollkamp"] == ("Renate Hollkamp", True)

    # The export carries what a person has checked, and no more.
    archive.export(tmp_path / "out.jsonl", "jsonl", [number], checked_only=True)
    told = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))["mentions"]
    assert {mention["name"] for mention in told} <= {"Renate Hollkamp", "Wirtschaftskreis (DJW)"}
    archive.close()
