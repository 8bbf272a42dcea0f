"""The drawn network: what is where, what the mouse and the keys choose, what it says."""

import itertools

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.gui import theme
from desktop_app.gui.people.network_view import NetworkView
from desktop_app.model.people import Edge, Network, Node
from tests.gui.left import show

MARCEL, ANNA, OLE, WERK = (
    Node(1, "person", "Marcel Vogel", 30),
    Node(2, "person", "Anna Lindner", 12),
    Node(3, "person", "Ole Brandt", 4),
    Node(4, "organisation", "Hafenwerk AG", 9),
)
TOWN = Network((MARCEL, ANNA, OLE, WERK), (Edge(1, 2, 8), Edge(1, 3, 2), Edge(1, 4, 5), Edge(2, 4, 3)))


@pytest.fixture
def view(dressed: QApplication, qtbot: QtBot) -> NetworkView:
    theme.apply("light")
    made = NetworkView()
    show(qtbot, made, 520, 300)
    made.show_network(TOWN, 1)
    made.resize(520, made.sizeHint().height())
    return made


@pytest.fixture
def chosen(view: NetworkView) -> list[object]:
    """What was chosen, in order."""
    found: list[object] = []
    view.chosen.connect(found.append)
    return found


def at(view: NetworkView, node: Node) -> QPoint:
    return view.place(node.id).toPoint()


def between(view: NetworkView, a: Node, b: Node) -> QPoint:
    return ((view.place(a.id) + view.place(b.id)) / 2).toPoint()


def crowd(count: int) -> Network:
    """One in the middle of many who all know each other."""
    nodes = [Node(n, "person" if n % 3 else "organisation", f"Jemand Nummer {n}", 30 - n) for n in range(count)]
    return Network(tuple(nodes), tuple(Edge(a, b, 1 + (a * b) % 5) for a, b in itertools.combinations(range(count), 2)))


def test_a_click_chooses_a_node_or_a_line(view: NetworkView, chosen: list[object]) -> None:
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at(view, ANNA))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=between(view, MARCEL, OLE))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert chosen == [ANNA, Edge(1, 3, 2), None]
    assert view.choice is None


def test_a_double_click_opens_a_page_but_not_the_one_that_is_open(view: NetworkView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.page_wanted) as wanted:
        QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=at(view, WERK))
    assert wanted.args == [4]
    with qtbot.assertNotEmitted(view.page_wanted):
        QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=at(view, MARCEL))


def test_arrows_go_from_node_to_node_and_enter_opens_one(view: NetworkView, qtbot: QtBot) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.choice == MARCEL
    reached, left = {MARCEL}, [MARCEL]
    while left:
        here = left.pop()
        for key in (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Right):
            view.choose(here)
            QTest.keyClick(view, key)
            there = view.choice
            assert isinstance(there, Node)
            left += [there] if there not in reached else []
            reached.add(there)
    assert reached == set(TOWN.nodes)
    view.choose(OLE)
    with qtbot.waitSignal(view.page_wanted) as wanted:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert wanted.args == [3]
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.choice is None


def test_page_down_walks_along_the_lines_of_a_node_the_strongest_first(view: NetworkView) -> None:
    view.choose(ANNA)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.choice == Edge(1, 2, 8)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.choice == Edge(1, 4, 5)


def test_it_says_what_is_chosen_and_how_to_use_it(view: NetworkView) -> None:
    assert "Arrow keys" in view.accessibleDescription()
    view.choose(Edge(1, 2, 8))
    assert view.accessibleDescription() == "Marcel Vogel and Anna Lindner: 8 articles in common"
    view.choose(WERK)
    assert view.accessibleDescription() == "Hafenwerk AG: 9 articles"


@pytest.mark.parametrize("width", [380, 540])
def test_names_do_not_lie_on_each_other(view: NetworkView, width: int) -> None:
    view.resize(width, 440)
    view.show_network(crowd(view.room_for() + 1), 0)
    view.resize(width, view.sizeHint().height())
    view.grab()
    labels = [view._label_box(node) for node in view._nodes.values()]
    assert len(labels) >= 12
    assert not [1 for one, other in itertools.combinations(labels, 2) if one.adjusted(3, 2, -3, -2).intersects(other)]
    assert all(view.rect().contains(label.toAlignedRect().adjusted(2, 2, -2, -2)) for label in labels)


def test_in_a_crowd_only_the_closest_are_joined_until_one_is_pointed_at(view: NetworkView) -> None:
    view.show_network(crowd(13), 0)
    quiet = view._seen()
    assert {edge for edge in quiet if 0 in (edge.a, edge.b)} == {Edge(0, n, 1) for n in range(1, 13)}
    assert len(quiet) <= 12 + 13
    somebody = view._nodes[12]
    view.choose(somebody)
    assert len([edge for edge in view._seen() if 12 in (edge.a, edge.b)]) == 12


def test_whoever_is_not_there_in_another_time_loses_the_choice(view: NetworkView) -> None:
    before = QPointF(view.place(2))
    view.choose(OLE)
    view.show_network(Network((MARCEL, ANNA, WERK), (Edge(1, 2, 1), Edge(1, 4, 1))), 1)
    assert view.choice is None
    assert (view.place(2) - before).manhattanLength() < 160


def test_it_is_drawn_in_every_theme(view: NetworkView) -> None:
    pictures = set()
    for name in ("light", "dark", "contrast"):
        theme.apply(name)  # type: ignore[arg-type]
        view.choose(ANNA)
        pictures.add(view.grab().toImage().pixelColor(at(view, WERK)).name())
    assert pictures == {theme.PALETTES[name].organisation.name() for name in ("light", "dark", "contrast")}
