"""Who appears with whom: companions, the network around somebody, the path between two."""

import sqlite3
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from desktop_app.archive.people.gathering import Gathering
from desktop_app.archive.people.quoting import quotes
from desktop_app.archive.session import Session
from desktop_app.model.people import Companion, Edge, Network, Node, PathStep
from desktop_app.store import people

if TYPE_CHECKING:  # the window is drawn before numpy is loaded
    import numpy as np
    from numpy.typing import NDArray

    from desktop_app.archive.matching import Ids
    from desktop_app.archive.people.tally import Tally

CROWD: Final = 60  # an article that names more is a list; being in it together says little


def companions(
    tally: "Tally", connection: sqlite3.Connection, entity: int, at: "Ids", limit: int
) -> tuple[Companion, ...]:
    """Those who appear in the articles at these positions, most articles in common first."""
    counts = tally.counts_in(tally.listed(at))
    top = tally.top(counts, None, limit, besides=entity)
    known = people.facts(connection, top)
    return tuple(
        Companion(number, known[number].kind, known[number].name, int(counts[number]))
        for number in top
        if number in known
    )


class Networks:
    """The verbs about who appears with whom. Safe from any thread."""

    def __init__(self, session: Session, gathering: Gathering) -> None:
        self._session = session
        self._gathering = gathering

    def network(self, number: int, *, first: int = 0, last: int = 0, limit: int = 24) -> Network:
        """Somebody, the `limit` who appear with them most, and who of these appear together.

        In articles dated from `first` to `last` (yyyymmdd, 0 is open). An article that names more than 60 counts for
        nothing between the others.
        """
        connection, tally = self._session.reader(), self._gathering.tally()
        at = tally.within(tally.positions_of(number), first, last)
        if not len(at):
            return Network(self._nodes([number], {number: 0}))
        around = [each.id for each in companions(tally, connection, number, at, limit)]
        chosen = [number, *around]
        matrix = self._shared(tally, chosen, first, last)
        nodes = self._nodes(chosen, {each: int(matrix[i, i]) for i, each in enumerate(chosen)})
        edges = [
            Edge(chosen[i], chosen[j], int(matrix[i, j]))
            for i in range(len(chosen))
            for j in range(i + 1, len(chosen))
            if matrix[i, j]
        ]
        return Network(nodes, tuple(edges))

    def _shared(self, tally: "Tally", chosen: list[int], first: int, last: int) -> "NDArray[np.int64]":
        """How many articles each two of these have in common; on the diagonal how many each has."""
        import numpy as np

        place = np.full(tally.size, -1, np.int64)
        place[chosen] = np.arange(len(chosen))
        rows = np.flatnonzero(place[tally.entity] >= 0)
        at = tally.at[rows]
        inside = np.isin(at, tally.within(np.unique(at), first, last))
        rows, at = rows[inside], at[inside]
        _, lines = np.unique(at, return_inverse=True)
        table = np.zeros((int(lines.max()) + 1 if len(lines) else 0, len(chosen)), np.float32)
        table[lines, place[tally.entity[rows]]] = 1
        shared: NDArray[np.int64] = (table.T @ table).astype(np.int64)
        return shared

    def _nodes(self, chosen: list[int], counts: dict[int, int]) -> tuple[Node, ...]:
        known = people.facts(self._session.reader(), chosen)
        return tuple(Node(each, known[each].kind, known[each].name, counts[each]) for each in chosen if each in known)

    def path_between(self, a: int, b: int, *, longest: int = 4) -> list[PathStep]:
        """The shortest chain from `a` to `b` of those who appear together; [] where none has `longest` links or fewer.

        Of several the one whose links share most articles. Each step names who is reached and a sentence of the link.
        """
        import numpy as np

        tally = self._gathering.tally()
        if not (0 < a < tally.size and 0 < b < tally.size) or a == b:
            return []
        reached = self._spread(tally, a, b, longest)
        if not reached:
            return []
        chain = [b]
        for wave in reversed(reached):
            counts = tally.counts_in(tally.listed(tally.positions_of(chain[-1])))
            before = np.flatnonzero(wave)
            chain.append(int(before[np.argmax(counts[before])]))
        chain.reverse()
        return self._steps(tally, chain)

    def _spread(self, tally: "Tally", a: int, b: int, longest: int) -> "list[NDArray[np.bool_]]":
        """Who is reached from `a` in 0, 1, … links, up to the wave before `b`; [] where `b` is not."""
        import numpy as np

        crowded = np.bincount(tally.at, minlength=len(tally.matcher.ids)) > CROWD
        wave = np.zeros(tally.size, bool)
        wave[a] = True
        seen, waves = wave.copy(), [wave]
        for _ in range(longest):
            articles = tally.listed(tally.at[wave[tally.entity]]) & ~crowded
            wave = np.zeros(tally.size, bool)
            wave[tally.entity[articles[tally.at]]] = True
            wave &= ~seen
            if wave[b]:
                return waves
            if not wave.any():
                return []
            seen |= wave
            waves.append(wave)
        return []

    def _steps(self, tally: "Tally", chain: list[int]) -> list[PathStep]:
        import numpy as np

        connection = self._session.reader()
        nodes = {node.id: node for node in self._nodes(chain, {each: int(tally.articles[each]) for each in chain})}
        steps = [PathStep(nodes[chain[0]], 0, None)]
        for one, other in pairwise(chain):
            common = np.intersect1d(tally.positions_of(one), tally.positions_of(other))
            newest = common[np.argsort(tally.matcher.rank[common])][:20]
            names = [
                [name for name, _, counts, _ in people.names_of(connection, who) if counts] for who in (one, other)
            ]
            told = quotes(connection, tally.matcher.ids[newest].tolist(), names)
            both = [quote for quote in told if len(quote.spans) > 1]
            steps.append(PathStep(nodes[other], len(common), next(iter([*both, *told]), None)))
        return steps
