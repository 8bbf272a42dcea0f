"""Texts with marks in them, for tests: what the marks say is what the recogniser has found."""

from desktop_app.entities.document.findings import findings
from desktop_app.entities.document.page import Page
from desktop_app.entities.recogniser import Piece
from desktop_app.model.people import Findings, Span
from tests.perf.names_gold import GoldDocument


def spans_of(marked: str, confidence: float = 0.95) -> tuple[str, list[Span]]:
    """The text of "So [p1:Julia Münch] vom [o1:DJW]", and its marks as spans."""
    document = GoldDocument("test", "de", held_out=False)
    for line in marked.split("\n"):
        document.add_line(line)
    return document.text, [Span(mark.start, mark.end, mark.kind, confidence) for mark in document.mentions]


def page_of(text: str, language: str) -> Page:
    """A text with its sentences."""
    return Page.of(text, Piece(text, language).sentences())


def read(marked: str, language: str = "de", confidence: float = 0.95) -> Findings:
    """What the document level makes of a marked text."""
    text, spans = spans_of(marked, confidence)
    return findings(page_of(text, language), spans)


def who(found: Findings) -> dict[str, list[str]]:
    """The forms of each cluster in order, under its name."""
    return {cluster.name: [mention.form for mention in cluster.mentions] for cluster in found.clusters}


def roles(found: Findings) -> list[tuple[str, str, str]]:
    """Person, role, organisation (or "")."""
    return [
        (
            found.clusters[role.person].name,
            role.role,
            found.clusters[role.organisation].name if role.organisation is not None else "",
        )
        for role in found.roles
    ]


def reasons(found: Findings) -> dict[str, str]:
    """Why each mention is one, by its form; the last of equal forms counts."""
    return {mention.form: mention.reason for cluster in found.clusters for mention in cluster.mentions}
