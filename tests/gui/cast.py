"""People and organisations of the press of `tests.gui.conftest`, as a recogniser would find them."""

from desktop_app.archive.archive import Archive
from desktop_app.store import suggestions
from desktop_app.store.suggestions import Proposal
from tests.gui.scene import Scene
from tests.unit.archive.cast import Cast, ListReader, entity

PRESS_CAST: Cast = {
    "Renate Hollkamp": ("person", "renate hollkamp"),
    "Uwe Terhorst": ("person", "uwe terhorst"),
    "Kenji Moriyama": ("person", "kenji moriyama"),
    "Yuki Tanabe": ("person", "yuki tanabe"),
    "Tanabe": ("person", "?tanabe"),
    "Birte Lohmann": ("person", "birte lohmann"),
    "IHK Niederrhein-Mitte": ("organisation", "ihk niederrhein mitte"),
    "IHK": ("organisation", "ihk"),
    "Kansai Robotics": ("organisation", "kansai robotics"),
    "Digitalwerk": ("organisation", "digitalwerk"),
}
PAIRS = (
    ("organisation", "ihk", "ihk niederrhein mitte", 0.93),
    ("person", "?tanabe", "yuki tanabe", 0.86),
    ("person", "kenji moriyama", "uwe terhorst", 0.51),
)


def find_names(archive: Archive) -> None:
    """Read all articles, and propose `PAIRS` and nothing else, the likeliest first."""
    archive.recognise(reader=ListReader(PRESS_CAST))
    with archive._session.writing() as connection:
        connection.execute("delete from suggestions")

        def identity(kind: str, key: str) -> int:
            row = connection.execute("select id from identities where kind = ? and key = ?", (kind, key)).fetchone()
            return int(row[0])

        suggestions.propose(
            connection,
            [
                Proposal("names", identity(kind, a), identity(kind, b), 0, score, "the names are spelt alike", {})
                for kind, a, b, score in PAIRS
            ],
        )


def named(scene: Scene, name: str) -> int:
    """The number of somebody of the press."""
    return entity(scene.archive, name)
