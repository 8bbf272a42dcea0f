"""People and organisations in the sidebar, on chips and among completions: filtered by, looked up, told by name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui.clauses import describe, entity_clause, forget_titles, kind_of, nameless, unfold
from desktop_app.gui.desk import Desk
from desktop_app.gui.models.sidebar_entries import CHECKED, REVIEW, Entry
from desktop_app.gui.name_follower import NameFollower
from desktop_app.gui.panes.sidebar import Sidebar
from desktop_app.gui.places import Room
from desktop_app.gui.widgets.search_box import SearchBox
from desktop_app.store import suggestions
from desktop_app.store.suggestions import Proposal
from tests.conftest import article
from tests.gui.left import desk_over, search, show
from tests.unit.archive.cast import Cast, ListReader, entity, read

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier
LUDO: Cast = {"Ludovogel": ("person", "ludovogel")}
CROWD: Cast = {f"Gast Nummer{n:03}": ("person", f"gast nummer{n:03}") for n in range(300)}
ARTICLES = (
    article("Marcel Vogel und Anna Vogel trafen die Rheinhafen AG.", "Eins", "2019-01-01", language="de"),
    article("Marcel Vogel allein. Anna Vogel blieb fort.", "Zwei", "2019-02-01", language="de"),
    article("Die Rheinhafen AG und das Kranwerk.", "Drei", "2019-03-01", language="de"),
    article("Marcel Vogel fehlte.", "Vier", "2019-04-01", language="de"),
)


@pytest.fixture
def desk(empty: Archive, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    read(empty, *ARTICLES)
    with desk_over(empty, qtbot, str(tmp_path / "settings")) as desk:
        forget_titles()
        NameFollower(desk)
        yield desk


@pytest.fixture
def sidebar(desk: Desk, qtbot: QtBot) -> Sidebar:
    sidebar = Sidebar(desk)
    show(qtbot, sidebar, 236, 900)
    desk.archive.browse.matcher()  # people are counted from memory
    search(qtbot, desk)
    qtbot.waitUntil(lambda: sidebar.model.row_of("people:Marcel Vogel") >= 0)
    return sidebar


def labels(sidebar: Sidebar, section: str) -> list[tuple[str, int | None]]:
    return [(each.label, each.count) for each in sidebar.model.entries() if each.section == section]


def entry(sidebar: Sidebar, key: str) -> Entry:
    found = sidebar.model.entry(sidebar.model.row_of(key))
    assert found is not None, key
    return found


def click(
    sidebar: Sidebar,
    key: str,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    button: Qt.MouseButton = LEFT,
) -> None:
    index = sidebar.model.index(sidebar.model.row_of(key))
    sidebar.view.scrollTo(index)
    QTest.mouseClick(sidebar.view.viewport(), button, modifiers, sidebar.view.visualRect(index).center())


def listed(desk: Desk) -> list[int]:
    return [] if desk.listing is None else desk.listing.ids.tolist()


def test_people_and_organisations_are_counted(sidebar: Sidebar) -> None:
    assert labels(sidebar, "people") == [
        ("People", None),
        ("Marcel Vogel", 3),
        ("Anna Vogel", 2),
        ("All people …", None),
    ]
    assert labels(sidebar, "organisations") == [
        ("Organisations", None),
        ("Rheinhafen AG", 2),
        ("Kranwerk", 1),
        ("All organisations …", None),
    ]


def test_they_are_included_together_and_left_out(qtbot: QtBot, desk: Desk, sidebar: Sidebar) -> None:
    click(sidebar, "people:Marcel Vogel")
    qtbot.waitUntil(lambda: listed(desk) == [4, 2, 1])
    click(sidebar, "organisations:Rheinhafen AG")
    qtbot.waitUntil(lambda: listed(desk) == [1])
    click(sidebar, "people:Marcel Vogel")
    click(sidebar, "people:Marcel Vogel", ALT)
    assert desk.filters == ['org:"Rheinhafen AG"', '-person:"Marcel Vogel"']
    qtbot.waitUntil(lambda: listed(desk) == [3])
    qtbot.waitUntil(lambda: entry(sidebar, "people:Marcel Vogel").state == "exclude")


def test_all_of_them_their_pages_and_what_is_to_be_checked(qtbot: QtBot, desk: Desk, sidebar: Sidebar) -> None:
    marcel = entity(desk.archive, "Marcel Vogel")
    click(sidebar, "all:people")
    assert desk.room == Room("people", "person")
    click(sidebar, "all:organisations")
    assert desk.room == Room("people", "organisation")
    click(sidebar, "people:Marcel Vogel", button=Qt.MouseButton.MiddleButton)
    assert desk.room == Room("entity", entity=marcel)
    menu = sidebar.menu.menu_of(entry(sidebar, "organisations:Kranwerk"))
    assert menu is not None
    menu.actions()[0].trigger()
    assert desk.room == Room("entity", entity=entity(desk.archive, "Kranwerk"))
    menu.close()
    assert sidebar.model.row_of(REVIEW) < 0
    with desk.archive._session.writing() as connection:
        a, b = (
            connection.execute("select id from identities where key = ?", (key,)).fetchone()[0]
            for key in ("marcel vogel", "anna vogel")
        )
        suggestions.propose(connection, [Proposal("names", a, b, 0, 0.5, "the names are spelt alike", {})])
    sidebar.refresh()
    qtbot.waitUntil(lambda: sidebar.model.row_of(REVIEW) >= 0)
    assert entry(sidebar, REVIEW).label == "1 suggestion to check …"
    click(sidebar, REVIEW)
    assert desk.room == Room("review")


def test_only_what_a_person_checked(qtbot: QtBot, desk: Desk, sidebar: Sidebar) -> None:
    desk.edit(desk.archive.confirm_entities, [entity(desk.archive, "Anna Vogel")])
    click(sidebar, CHECKED)
    qtbot.waitUntil(lambda: listed(desk) == [2, 1])
    assert describe(CHECKED) == "names I have checked"
    qtbot.waitUntil(lambda: [label for label, _ in labels(sidebar, "people")][1:-1] == ["Anna Vogel"])
    click(sidebar, CHECKED)
    qtbot.waitUntil(lambda: len(listed(desk)) == 4)


def test_what_a_reader_decides_is_counted_at_once(qtbot: QtBot, desk: Desk, sidebar: Sidebar) -> None:
    click(sidebar, "people:Anna Vogel")
    qtbot.waitUntil(lambda: listed(desk) == [2, 1])
    desk.edit(desk.archive.reject_mention, 2, *_span(desk, 2, "Anna Vogel"))
    qtbot.waitUntil(lambda: listed(desk) == [1])
    desk.set_filters([])
    qtbot.waitUntil(lambda: entry(sidebar, "people:Anna Vogel").count == 1)
    desk.edit(desk.archive.undo)
    qtbot.waitUntil(lambda: entry(sidebar, "people:Anna Vogel").count == 2)


def _span(desk: Desk, number: int, words: str) -> tuple[int, int]:
    start = desk.archive.article(number).text.index(words)
    return start, start + len(words)


def test_the_filter_box_finds_those_beyond_the_most_frequent(qtbot: QtBot, desk: Desk, sidebar: Sidebar) -> None:
    read(desk.archive, article(" traf ".join(CROWD), "Viele", "2020", language="de"), reader=ListReader(CROWD))
    search(qtbot, desk)
    qtbot.waitUntil(lambda: entry(sidebar, "header:people").can_filter)
    assert len(labels(sidebar, "people")) == 8
    sidebar.open_filter("people")
    QTest.keyClicks(sidebar.finder, "nummer299")
    qtbot.waitUntil(lambda: [label for label, _ in labels(sidebar, "people")] == ["People", "Gast Nummer299"])
    QTest.keyClick(sidebar.finder, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: listed(desk) == [5])


def test_namesakes_are_told_apart_and_called_by_name(qtbot: QtBot, desk: Desk, sidebar: Sidebar) -> None:
    first = entity(desk.archive, "Marcel Vogel")
    desk.archive.split_entity(first, articles=[4], name="Marcel Vogel")
    qtbot.waitUntil(lambda: [label for label, _ in labels(sidebar, "people")].count("Marcel Vogel") == 2)
    click(sidebar, f"people:#{first}")
    assert desk.filters == [f'person:"#{first}"']
    qtbot.waitUntil(lambda: listed(desk) == [2, 1])
    assert describe(desk.filters[0]) == "Marcel Vogel"
    assert describe(f'-person:"#{first}"') == "not Marcel Vogel"
    forget_titles()
    assert nameless(desk.filters) == [first]
    box = SearchBox(desk)
    qtbot.addWidget(box)
    qtbot.waitUntil(lambda: [chip.text() for chip in box.chips.chips()] == ["Marcel Vogel"])


def test_clauses_of_people() -> None:
    forget_titles()
    assert entity_clause("person", "Anna Vogel", 3, shared=False) == 'person:"Anna Vogel"'
    assert entity_clause("organisation", 'Verein "Kai"', 4, shared=False) == 'org:"#4"'
    assert describe('org:"#4"') == 'Verein "Kai"'
    assert (kind_of("org:IHK"), kind_of("-person:Weber"), kind_of("tag:Hafen")) == ("organisation", "person", None)
    assert unfold('hafen person:"Anna Vogel" -org:IHK') == ("hafen", ['person:"Anna Vogel"', "-org:IHK"])


def test_people_are_completed_the_most_named_first(qtbot: QtBot, desk: Desk) -> None:
    box = SearchBox(desk)
    show(qtbot, box, 700, 40)
    box.activateWindow()
    box.words.setFocus()
    qtbot.waitUntil(box.words.hasFocus)
    read(desk.archive, article("Ludovogel sah Ludovogel.", "Fünf", language="de"), reader=ListReader(LUDO))
    QTest.keyClicks(box.words, "person:vog")
    qtbot.waitUntil(lambda: box.completer.values() == ["Marcel Vogel", "Anna Vogel", "Ludovogel"])
    QTest.keyClick(box.words, Qt.Key.Key_Tab)
    assert box.words.text() == 'person:"Marcel Vogel" '
    qtbot.waitUntil(lambda: listed(desk) == [4, 2, 1])
