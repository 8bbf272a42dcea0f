"""What the full-text index is given: prose only."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """An article's prose. Tags, dates, sources and stars are not here: they are filters, kept in the store."""

    id: int
    title: str  # kicker and title, joined by a line end
    text: str
    note: str  # the reader's notes, joined by line ends
    language: str
    lead: int = -1  # where in the text the marked lead ends, in code points; -1 where none is marked


@dataclass(frozen=True, slots=True)
class IndexCursor:
    """How far the index has read the queue: `epoch` names the archive's life, `seq` the queue's row."""

    epoch: str
    seq: int
