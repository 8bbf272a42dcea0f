"""Tags that articles may want, because articles like them carry them."""

from collections.abc import Mapping, Sequence
from typing import Final

from desktop_app.archive.reading_hits import ReadingHits
from desktop_app.archive.session import Session
from desktop_app.model.tags import TagSuggestion
from desktop_app.store import tags

_ASKED: Final = 4  # articles that are looked at, of many
_NEIGHBOURS: Final = 12  # of each
_LEAST: Final = 0.2  # share of the likeness that must come from articles with the tag
_LIFT: Final = 1.5  # how much oftener the tag must be among them than in the archive


class SuggestingTags:
    """The verb that suggests. Safe from any thread."""

    def __init__(self, session: Session, hits: ReadingHits) -> None:
        self._session = session
        self._hits = hits

    def suggest_tags(self, ids: Sequence[int], limit: int = 4) -> list[TagSuggestion]:
        """Tags for these articles, the best first; none that all have, or that the reader took off one of them.

        A tag's score is the share of the likeness to the nearest articles that is likeness to those with the tag, if
        it is markedly higher than the tag's share of the archive. Tags that a rule put on say nothing new.
        """
        connection = self._session.reader()
        asked = list(ids[:_ASKED])
        total = 0.0
        weights: dict[int, float] = {}
        evidence: dict[int, dict[int, float]] = {}
        labels = {}
        for article in asked:
            likeness = dict(self._hits.similar(article, _NEIGHBOURS))
            total += sum(likeness.values())
            for number, label in tags.shares(connection, likeness):
                labels[label.id] = label
                weights[label.id] = weights.get(label.id, 0.0) + likeness[number]
                evidence.setdefault(label.id, {})[number] = likeness[number]
        barred, usual = tags.barred(connection, list(ids)), tags.usual(connection, weights)
        found = [
            TagSuggestion(label.id, label.name, label.colour, score, _best(evidence[tag]))
            for tag, label in labels.items()
            if tag not in barred and (score := weights[tag] / total) >= max(_LEAST, min(0.9, _LIFT * usual[tag]))
        ]
        return sorted(found, key=lambda each: (-each.score, each.name))[:limit]


def _best(scores: Mapping[int, float]) -> tuple[int, ...]:
    return tuple(sorted(scores, key=lambda number: -scores[number]))
