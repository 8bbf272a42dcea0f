"""What one search may cost. Whatever is asked, it ends, and says so where it could not do all."""

import time
from typing import Final

from desktop_app.index.engine import Cancelled
from desktop_app.model.errors import QueryRefusedError
from desktop_app.model.progress import CancelledError
from desktop_app.model.query import Notice

# Steps are postings, places and pairs of places that are looked at; a hundred million take about a second.
_STEPS: Final = 50_000_000  # at least
_STEPS_A_DOCUMENT: Final = 400
_TIME_S: Final = 2.0  # at least; ordinary queries take milliseconds
_DOCUMENTS_A_SECOND: Final = 100_000  # of which a large index has one second for each
WORDS: Final = 5_000  # of one field and segment that a pattern may stand for


class Budget:
    """The time and the steps that one search over so many documents has; and what it has to tell the reader."""

    def __init__(self, documents: int, cancelled: Cancelled) -> None:
        self.limit = max(_STEPS, documents * _STEPS_A_DOCUMENT)
        self.spent = 0
        self.notices: list[Notice] = []
        self._cancelled = cancelled
        self._deadline = time.monotonic() + max(_TIME_S, documents / _DOCUMENTS_A_SECOND)

    def check(self) -> None:
        """Raises CancelledError, and QueryRefusedError once the time is up."""
        if self._cancelled():
            raise CancelledError
        if time.monotonic() > self._deadline:
            raise _refusal()

    def spend(self, steps: int) -> None:
        """Announce so many steps; raises as `check` does, and before the steps become too many."""
        self.spent += steps
        if self.spent > self.limit:
            raise _refusal()
        self.check()

    def cut(self, pattern: str) -> None:
        """Tell that a pattern fits more words than are looked for."""
        notice = Notice.made(
            "“{pattern}” fits more than {limit} words; only the first were searched.", pattern=pattern, limit=WORDS
        )
        if notice not in self.notices:
            self.notices.append(notice)


def _refusal() -> QueryRefusedError:
    return QueryRefusedError("This query takes too long. Please make it more specific.")
