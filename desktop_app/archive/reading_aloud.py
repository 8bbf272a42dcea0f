"""What the processes that read articles say: findings as plain lists, for a line of JSON, and back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from desktop_app.model.errors import LesesaalError
from desktop_app.model.people import Findings, FoundCluster, FoundMention, FoundRole
from desktop_app.store.mentions import ReadText
from desktop_app.store.recognitions import Waiting

if TYPE_CHECKING:  # no window reads articles itself
    from desktop_app.entities.reading import Text


class RecognitionError(LesesaalError):
    """The program that looks for names could not be started, or ended before it had done its work."""

    code = "recogniser"
    exit_code = 1


class Reads(Protocol):
    """Who finds people and organisations in texts."""

    @property
    def version(self) -> str:
        """Its name and version, as the archive keeps it beside what was found."""
        ...

    def read(self, articles: "Sequence[Text]", /) -> list[Findings]:
        """Who is in each of these texts."""
        ...


def read_texts(reader: Reads, texts: Sequence[Waiting]) -> list[ReadText]:
    """Have texts read, all at once."""
    from desktop_app.entities.reading import Text

    found = reader.read([Text(each.text, each.language, each.parts, each.title) for each in texts])
    return [ReadText(each.article, each.text_id, findings) for each, findings in zip(texts, found, strict=True)]


def spoken(read: ReadText) -> list[Any]:
    """What was found in a text, as lists of plain values."""
    clusters = [
        [one.kind, one.name, one.key, [[m.start, m.end, m.form, m.confidence, m.reason] for m in one.mentions]]
        for one in read.findings.clusters
    ]
    roles = [[r.person, r.role, r.organisation, r.start, r.end, r.confidence] for r in read.findings.roles]
    return [read.article, read.text_id, clusters, roles]


def heard(told: list[Any]) -> ReadText:
    """What `spoken` told."""
    article, text_id, clusters, roles = told
    findings = Findings(
        tuple(
            FoundCluster(kind, name, key, tuple(FoundMention(*mention) for mention in mentions))
            for kind, name, key, mentions in clusters
        ),
        tuple(FoundRole(*role) for role in roles),
    )
    return ReadText(article, text_id, findings)
