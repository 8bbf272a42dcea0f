"""Articles in, findings out: titles, batches, versions."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from desktop_app.entities.reading import Reader, Text
from desktop_app.entities.recogniser import Piece
from desktop_app.model.people import Span
from tests.unit.entities.document.marked import roles, who

SEEDS = Path(__file__).resolve().parents[4] / "shared" / "seeds"


class WordRecogniser:
    """Finds the full names it was told, nothing else."""

    name = "words"

    def __init__(self, *names: str, version: str = "1") -> None:
        self.version = version
        self._names = names

    def recognise(self, pieces: Sequence[Piece]) -> list[list[Span]]:
        """The first place of each name in each piece."""
        return [
            [
                Span(piece.text.index(name), piece.text.index(name) + len(name), "person", 0.9)
                for name in self._names
                if name in piece.text
            ]
            for piece in pieces
        ]


def test_a_full_name_in_the_title_tells_who_the_text_means() -> None:
    reader = Reader(recogniser=WordRecogniser("Julia Münch"))
    found = reader.read([Text("Am Montag sagte Münch zu.", "de", title="Julia Münch kommt")])[0]
    assert [(cluster.name, cluster.key) for cluster in found.clusters] == [("Julia Münch", "julia munch")]
    assert [(mention.start, mention.end, mention.form) for mention in found.clusters[0].mentions] == [(16, 21, "Münch")]


def test_who_is_in_the_title_alone_is_not_in_the_text() -> None:
    reader = Reader(recogniser=WordRecogniser("Julia Münch"))
    assert reader.read([Text("Am Montag kommt Besuch.", "de", title="Julia Münch kommt")])[0].clusters == ()


def test_articles_of_a_batch_are_kept_apart() -> None:
    reader = Reader(recogniser=WordRecogniser("Julia Münch", "Tom Dorn"))
    texts = [Text("Es sprach Julia Münch.", "de"), Text("", "de"), Text("Münch und Tom Dorn kamen.", "de")]
    assert [who(found) for found in reader.read(texts)] == [
        {"Julia Münch": ["Julia Münch"]},
        {},
        {"Tom Dorn": ["Tom Dorn"]},
    ]


def test_the_version_changes_with_the_models_and_the_mode() -> None:
    versions = {
        Reader(mode, WordRecogniser(version=version)).version
        for mode in ("default", "thorough")
        for version in ("1", "2")
    }
    assert len(versions) == 4


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the two articles that the project began with are not at hand")
def test_the_two_seeds() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    found = Reader().read([Text(text, "de") for text in texts])
    people = {cluster.name for each in found for cluster in each.clusters if cluster.kind == "person"}
    assert people == {
        "Andreas Herrmann",
        "Michael F. Bayer",
        "Shinya Fujii",
        "Marcel Philipp",
        "Masayoshi Watanabe",
        "Frank Leisten",
        "Astrid Becker",
        "Julia Münch",
        "Miki Uchida",
        "Georg Löer",
        "Peter Hornik",
    }
    stated = {(person, role.split(" ")[0], body) for each in found for person, role, body in roles(each)}
    assert stated >= {
        ("Michael F. Bayer", "Hauptgeschäftsführer", "IHK Aachen"),
        ("Shinya Fujii", "Director-General", "JETRO Tokyo"),
        ("Marcel Philipp", "Oberbürgermeister", ""),
        ("Masayoshi Watanabe", "Direktor-General", "JETRO Düsseldorf"),
        ("Frank Leisten", "Abteilungsleiter", "AGIT mbH"),
        ("Astrid Becker", "Bereichsleiterin", "NRW.Invest"),
        ("Julia Münch", "Geschäftsführerin", "Deutsch-Japanische Wirtschaftskreis"),
    }
    assert {(person, role) for person, role, _ in stated} >= {("Peter Hornik", "Geschäftsführer")}
    bodies = {cluster.name for each in found for cluster in each.clusters if cluster.kind == "organisation"}
    assert len(bodies & SEED_BODIES) >= 13


SEED_BODIES = {
    "TZA Technologiezentrum",
    "Stadt Aachen",
    "IHK Aachen",
    "JETRO Tokyo",
    "JETRO Düsseldorf",
    "AGIT mbH",
    "NRW.Invest",
    "NRW Invest",
    "Digital Hub",
    "DigitalHub Aachen",
    "Fraunhofer IPT",
    "e.GO",
    "Digital Capability Center",
    "Jetro",
    "EU",
    "Ministerium für Wirtschaft, Innovation, Digitalisierung und Energie des Landes NRW",
    "Deutsch-Japanische Wirtschaftskreis",
    "01Booster",
    "NRW Japan K.K.",
    "Digihub Düsseldorf/Rheinland",
}
