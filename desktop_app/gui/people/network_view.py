"""Who appears with whom, drawn: discs for people, squares for organisations, lines as strong as they have in common."""

import math

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.gui import theme
from desktop_app.gui.delegates.chips import faded
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.page_text import one_line
from desktop_app.gui.people.lines import draw_mark
from desktop_app.gui.people.network_layout import Box, lay_out
from desktop_app.gui.type_setting import blend
from desktop_app.gui.widgets.keys import keeps
from desktop_app.model.people import Edge, Network, Node

LABEL = 15.0  # the height of a name below its node
_SIDE, _EDGE_GRIP, _ROOM_EACH = 10, 5.0, 14_000.0  # pixels; square pixels that a node and its name need
_MOST = 16  # with more, the picture shows that everybody knows everybody
_HEIGHTS = (230, 440)
_Key = Qt.Key
_ARROWS = {_Key.Key_Left: (-1, 0), _Key.Key_Right: (1, 0), _Key.Key_Up: (0, -1), _Key.Key_Down: (0, 1)}


class NetworkView(QWidget):
    """Shows a network around somebody.

    A click chooses a node or an edge, a double click or Enter opens a node's page. The arrow keys go from node to
    node, page up and down along the lines of the chosen one.
    """

    chosen = Signal(object)  # Node | Edge | None
    page_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._network = Network()
        self._drawn: list[Edge] = []  # the edges that are always seen
        self._centre = 0
        self._nodes: dict[int, Node] = {}
        self._places: dict[int, QPointF] = {}
        self._size = QSize()
        self._stale = True
        self._choice: Node | Edge | None = None
        self._hover: Node | Edge | None = None
        self._height = _HEIGHTS[0]
        self.setObjectName("network")
        self.setAccessibleName(tr("Network of those who appear together"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self._describe()

    # --- what is shown

    def show_network(self, network: Network, centre: int) -> None:
        """Draw another network; who is in both stays about where they are."""
        if centre != self._centre:
            self._places = {}
        self._network, self._centre = network, centre
        first = [node for node in network.nodes if node.id == centre]
        self._nodes = {node.id: node for node in (*first, *network.nodes)}
        self._drawn = self._backbone()
        self._choice = self._still(self._choice)
        self._hover = None
        count = len(self._nodes)
        height = round(min(_HEIGHTS[1], max(_HEIGHTS[0], 170 + 17 * count)))
        if height > self._height or centre not in self._places:
            self._height = height  # a picture that became lower would pull up what is below it
        self._stale = True
        self.updateGeometry()
        self._describe()
        self.update()

    def _still(self, choice: Node | Edge | None) -> Node | Edge | None:
        if isinstance(choice, Node):
            return self._nodes.get(choice.id)
        if isinstance(choice, Edge):
            return next((edge for edge in self._network.edges if {edge.a, edge.b} == {choice.a, choice.b}), None)
        return None

    @property
    def choice(self) -> Node | Edge | None:
        """What is chosen."""
        return self._choice

    def room_for(self) -> int:
        """How many nodes there is room for at this width."""
        return max(6, min(_MOST, int(max(self.width(), 320) * _HEIGHTS[1] / _ROOM_EACH)))

    def choose(self, what: Node | Edge | None, *, tell: bool = True) -> None:
        """Mark a node or an edge, or nothing."""
        self._choice = what
        self._hover = None  # a mouse that rests hides nothing of where the keys go
        self._describe()
        self.update()
        if tell:
            self.chosen.emit(what)

    # --- geometry

    def sizeHint(self) -> QSize:
        return QSize(480, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self._height)

    @staticmethod
    def _font(*, strong: bool = False) -> QFont:
        font = theme.font("meta")
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font

    def radius(self, node: Node) -> float:
        """Of a node's disc, or half the side of its square."""
        most = max((each.articles for each in self._nodes.values() if each.id != self._centre), default=1)
        return 12.0 if node.id == self._centre else 4.5 + 5.5 * math.sqrt(node.articles / max(1, most))

    def label(self, node: Node) -> str:
        """The name as it is written below the node."""
        room = max(90.0, min(170.0, self.width() / 3.4))
        metrics = QFontMetricsF(self._font(strong=node.id == self._centre))
        return metrics.elidedText(one_line(node.name), Qt.TextElideMode.ElideRight, room)

    def _boxes(self) -> list[Box]:
        boxes = []
        for node in self._nodes.values():
            metrics = QFontMetricsF(self._font(strong=node.id == self._centre))
            radius = self.radius(node)
            width = max(2 * radius, metrics.horizontalAdvance(self.label(node))) + 6
            boxes.append(Box(width, radius + 2, radius + LABEL + 2))
        return boxes

    def _settle(self) -> None:
        """Find the places when they are asked for: while a page is filled it changes its size several times."""
        if not self._stale and self.size() == self._size:
            return
        self._stale = False
        if self.size() != self._size:
            self._places = {}  # another size is another picture, and the same whatever was looked at before
        self._size = self.size()
        numbers = {node: at for at, node in enumerate(self._nodes)}
        edges = [(numbers[edge.a], numbers[edge.b], self._closeness(edge)) for edge in self._edges()]
        start = [
            (self._places[node].x() - _SIDE, self._places[node].y()) if node in self._places else None
            for node in self._nodes
        ]
        room = (max(60.0, self.width() - 2.0 * _SIDE), max(60.0, float(self.height())))
        places = lay_out(self._boxes(), edges, room, start)
        # Those who are not seen in this time come back to where they were.
        self._places |= {node: QPointF(x + _SIDE, y) for node, (x, y) in zip(self._nodes, places, strict=True)}

    def _edges(self) -> list[Edge]:
        return [edge for edge in self._network.edges if edge.a in self._nodes and edge.b in self._nodes]

    def _closeness(self, edge: Edge) -> float:
        """How much of what either is named in, they share: 0 to 1. Those who are everywhere are near nobody."""
        a, b = self._nodes[edge.a].articles, self._nodes[edge.b].articles
        return edge.articles / math.sqrt(max(1, a * b))

    def _backbone(self) -> list[Edge]:
        """The edges that are always drawn: all of the one in the middle, of the others the closest."""
        edges = self._edges()
        mine = [edge for edge in edges if self._centre in (edge.a, edge.b)]
        others = [edge for edge in edges if self._centre not in (edge.a, edge.b)]
        others.sort(key=lambda edge: (-self._closeness(edge) * math.sqrt(edge.articles), edge.a, edge.b))
        return mine + others[: len(self._nodes)]

    def place(self, node: int) -> QPointF:
        """Where a node stands."""
        self._settle()
        return self._places[node]

    def at(self, point: QPointF) -> Node | Edge | None:
        """The node or edge at a point."""
        self._settle()
        for node in self._nodes.values():
            place, radius = self._places[node.id], self.radius(node) + 4
            if QLineF(place, point).length() <= radius or self._label_box(node).contains(point):
                return node
        seen = self._seen()
        near = [(self._distance(edge, point), number) for number, edge in enumerate(seen)]
        nearest = min(near, default=(math.inf, 0))
        return seen[nearest[1]] if nearest[0] <= _EDGE_GRIP else None

    def _distance(self, edge: Edge, point: QPointF) -> float:
        a, b = self._places[edge.a], self._places[edge.b]
        along = b - a
        length = QPointF.dotProduct(along, along) or 1.0
        share = min(1.0, max(0.0, QPointF.dotProduct(point - a, along) / length))
        return QLineF(a + along * share, point).length()

    def _label_box(self, node: Node) -> QRectF:
        metrics = QFontMetricsF(self._font(strong=node.id == self._centre))
        width = metrics.horizontalAdvance(self.label(node)) + 6
        place = self._places[node.id]
        left = min(max(2.0, place.x() - width / 2), max(2.0, self.width() - width - 2))
        return QRectF(left, place.y() + self.radius(node) + 1, width, LABEL)

    # --- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        self._settle()
        palette = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self._lit(self._hover if self._hover is not None else self._choice)
        for edge in sorted(self._seen(), key=lambda edge: (self._is_lit(edge, lit), edge.articles)):
            self._draw_edge(painter, edge, lit)
        for node in self._nodes.values():
            self._draw_label_ground(painter, node)
        for node in self._nodes.values():
            self._draw_node(painter, node, faint=bool(lit) and node.id not in lit)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(palette.accent)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _seen(self) -> list[Edge]:
        """The backbone, and every edge of the node that the mouse is on or that is chosen."""
        what = self._hover if self._hover is not None else self._choice
        more = [edge for edge in self._edges() if isinstance(what, Node) and what.id in (edge.a, edge.b)]
        more += [what] if isinstance(what, Edge) else []
        return list(dict.fromkeys([*self._drawn, *more]))

    def _lit(self, what: Node | Edge | None) -> set[int]:
        """The nodes that stand out: the ends of an edge, a node with its neighbours; none where all are alike."""
        if isinstance(what, Edge):
            return {what.a, what.b}
        if what is None or what.id == self._centre:
            return set()
        joined = [edge for edge in self._edges() if what.id in (edge.a, edge.b)]
        return {what.id, *(edge.a for edge in joined), *(edge.b for edge in joined)}

    def _is_lit(self, edge: Edge, lit: set[int]) -> bool:
        what = self._hover if self._hover is not None else self._choice
        if isinstance(what, Edge):
            return {edge.a, edge.b} == {what.a, what.b}
        return bool(lit) and isinstance(what, Node) and what.id in (edge.a, edge.b)

    def _draw_edge(self, painter: QPainter, edge: Edge, lit: set[int]) -> None:
        palette = theme.current()
        most = max((each.articles for each in self._edges()), default=1)
        width = 1.0 + 4.0 * (edge.articles - 1) / (most - 1) if most > 1 else 1.4
        share = 0.6 if self._is_lit(edge, lit) else 0.1 if lit else 0.25
        if palette is theme.PALETTES["contrast"]:
            share = min(1.0, share + 0.25)
        painter.setPen(QPen(blend(palette.ink, palette.sheet, share), width, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(self._places[edge.a], self._places[edge.b])

    def _draw_label_ground(self, painter: QPainter, node: Node) -> None:
        """Lines end before the names."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(theme.current().sheet, 0.82))
        painter.drawRoundedRect(self._label_box(node), 3, 3)

    def _draw_node(self, painter: QPainter, node: Node, *, faint: bool) -> None:
        palette, place, radius = theme.current(), self._places[node.id], self.radius(node)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.sheet)
        painter.drawEllipse(place, radius + 1.5, radius + 1.5)
        chosen = isinstance(self._choice, Node) and self._choice.id == node.id
        strong = palette is theme.PALETTES["contrast"]
        painter.setOpacity((0.5 if strong else 0.3) if faint else 1.0)
        draw_mark(painter, node.kind, place, 2 * radius)
        if chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.accent, 2))
            painter.drawEllipse(place, radius + 3.5, radius + 3.5)
        painter.setFont(self._font(strong=node.id == self._centre))
        painter.setPen(palette.ink)
        painter.setOpacity((0.75 if strong else 0.45) if faint else 1.0)
        painter.drawText(self._label_box(node), Qt.AlignmentFlag.AlignCenter, self.label(node))
        painter.setOpacity(1.0)

    # --- in words

    def spoken(self, what: Node | Edge | None) -> str:
        """A node or an edge in words."""
        if isinstance(what, Edge):
            names = self._nodes[what.a].name, self._nodes[what.b].name
            shared = trn("%n article(s) in common", what.articles)
            return tr("{a} and {b}: {shared}", a=one_line(names[0]), b=one_line(names[1]), shared=shared)
        if isinstance(what, Node):
            return f"{one_line(what.name)}: " + trn("%n article(s)", what.articles)
        return ""

    def _describe(self) -> None:
        usage = tr("Arrow keys go from one to the next, page up and down along the lines, Enter opens a page.")
        told = self.spoken(self._choice) or usage
        if told != self.accessibleDescription():
            self.setAccessibleDescription(told)
            if self.hasFocus():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    # --- mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self.at(event.position())
        if found is not self._hover:
            self._hover = found
            self.setCursor(Qt.CursorShape.ArrowCursor if found is None else Qt.CursorShape.PointingHandCursor)
            QToolTip.showText(event.globalPosition().toPoint(), self.spoken(found), self)
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.choose(self.at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self.at(event.position())
        if isinstance(found, Node) and found.id != self._centre:
            self.page_wanted.emit(found.id)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = None
        self.update()

    # --- keys

    def event(self, event: QEvent) -> bool:
        if self._choice is not None and keeps(event, _Key.Key_Escape):
            return True
        return keeps(event, _Key.Key_Return, _Key.Key_Enter, _Key.Key_Space) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = _Key(event.key())
        if key in _ARROWS and self._nodes:
            self._walk(*_ARROWS[key])
        elif key in (_Key.Key_PageUp, _Key.Key_PageDown):
            self._along(1 if key == _Key.Key_PageDown else -1)
        elif key in (_Key.Key_Return, _Key.Key_Enter) and isinstance(self._choice, Node):
            if self._choice.id != self._centre:
                self.page_wanted.emit(self._choice.id)
        elif key in (_Key.Key_Return, _Key.Key_Enter, _Key.Key_Space):
            self.chosen.emit(self._choice)
        elif key == _Key.Key_Escape and self._choice is not None:
            self.choose(None)
        else:
            super().keyPressEvent(event)

    def _walk(self, x: int, y: int) -> None:
        """To the nearest node in a direction; from nowhere, to the one in the middle."""
        here = self._choice if isinstance(self._choice, Node) else None
        if here is None:
            self.choose(next(iter(self._nodes.values())))
            return
        place = self.place(here.id)
        ways: list[tuple[bool, float, int]] = []  # those that lie more to a side come after all others
        for node in self._nodes.values():
            away = self._places[node.id] - place
            ahead, aside = away.x() * x + away.y() * y, abs(away.x() * y) + abs(away.y() * x)
            if ahead > 1:
                ways.append((aside > ahead, ahead + aside, node.id))
        if ways:
            self.choose(self._nodes[min(ways)[2]])

    def _along(self, step: int) -> None:
        """To the next line of the chosen node, or after the chosen line of all."""
        edges = sorted(self._edges(), key=lambda edge: -edge.articles)
        if isinstance(self._choice, Node):
            number = self._choice.id
            edges = [edge for edge in edges if number in (edge.a, edge.b)]
        if not edges:
            return
        at = edges.index(self._choice) if isinstance(self._choice, Edge) and self._choice in edges else -1
        self.choose(edges[(at + step) % len(edges) if at >= 0 else 0 if step > 0 else -1])
