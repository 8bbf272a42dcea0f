"""What an operation did to the archive, as the views and the command line hear of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Delta:
    """One row's difference. `before` is None for a new row, `after` is None for a removed one.

    For a changed row both hold only the columns that differ.
    """

    table: str
    id: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None

    def reversed(self) -> "Delta":
        """The difference that takes this one back."""
        return Delta(self.table, self.id, self.after, self.before)


@dataclass(slots=True)
class Changes:
    """The rows that one operation touched, by table, and the label that undo shows."""

    label: str = ""  # in English: `template` with `fields` filled in
    operation: int = 0  # number in the journal; 0 where nothing was journalled
    rows: dict[str, set[int]] = field(default_factory=dict)
    articles: set[int] = field(default_factory=set)  # whose row in a list may look different now
    result: Any = None  # what the verb made: an id, a count
    template: str = ""
    fields: dict[str, Any] = field(default_factory=dict)

    def touch(self, table: str, row: int) -> None:
        """Note that a row of `table` was inserted, changed or removed."""
        self.rows.setdefault(table, set()).add(row)

    def touches(self, *tables: str) -> bool:
        """Whether any row of these tables was touched."""
        return any(self.rows.get(table) for table in tables)

    def __iter__(self) -> Iterator[tuple[str, set[int]]]:
        return iter(self.rows.items())

    def __bool__(self) -> bool:
        return any(self.rows.values())
