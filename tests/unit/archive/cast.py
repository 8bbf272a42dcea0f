"""A recogniser for tests: it knows the people and organisations of a list and finds them wherever they stand."""

import re
from collections.abc import Sequence

from desktop_app.archive.archive import Archive
from desktop_app.entities.reading import Text
from desktop_app.model.article import ParsedArticle
from desktop_app.model.people import Findings, FoundCluster, FoundMention, FoundRole, Kind
from tests.conftest import shelve

Cast = dict[str, tuple[Kind, str]]  # by form: kind and key

# "Vogel" alone has a key of its own: a surname is nobody in particular.
PEOPLE: Cast = {
    "Marcel Vogel": ("person", "marcel vogel"),
    "Anna Vogel": ("person", "anna vogel"),
    "Vogel": ("person", "?vogel"),
    "Rheinhafen AG": ("organisation", "rheinhafen"),
    "Kranwerk": ("organisation", "kranwerk"),
}
_ROLE = re.compile(r"\b(Hafenmeister|Bürgermeister(?:in)?) ([A-Z]\w+ [A-Z]\w+)")


class ListReader:
    """Finds the forms of a cast as whole words, the longer ones first."""

    def __init__(self, cast: Cast = PEOPLE, version: str = "list 1") -> None:
        self.cast = cast
        self.version = version
        self.read_texts = 0

    def read(self, articles: Sequence[Text], /) -> list[Findings]:
        """Who of the cast is in each of these texts."""
        self.read_texts += len(articles)
        return [self._findings(article.text) for article in articles]

    def _findings(self, text: str) -> Findings:
        found: dict[tuple[Kind, str], list[FoundMention]] = {}
        taken: set[int] = set()
        for form in sorted(self.cast, key=len, reverse=True):
            for match in re.finditer(rf"\b{re.escape(form)}\b", text):
                if taken.isdisjoint(range(*match.span())):
                    taken |= set(range(*match.span()))
                    found.setdefault(self.cast[form], []).append(FoundMention(*match.span(), form, 0.9))
        clusters = tuple(
            FoundCluster(kind, max((m.form for m in mentions), key=len), key, tuple(mentions))
            for (kind, key), mentions in found.items()
        )
        keys = list(found)
        roles = tuple(
            FoundRole(keys.index(self.cast[match[2]]), match[1], None, match.start(), match.end(), 0.8)
            for match in _ROLE.finditer(text)
            if match[2] in self.cast
        )
        return Findings(clusters, roles)


def read(archive: Archive, *articles: ParsedArticle, reader: ListReader | None = None) -> list[int]:
    """Write articles and read them; returns their numbers."""
    numbers = shelve(archive, *articles)
    archive.recognise(reader=reader or ListReader())
    return numbers


def who(archive: Archive, article: int) -> list[tuple[str, str]]:
    """(form, whom it names) in the order of the text."""
    return [(mention.form, mention.name) for mention in archive.mentions(article)]


def entity(archive: Archive, name: str) -> int:
    """The number of the one of exactly this name that appears somewhere."""
    (found,) = [row.id for row in archive.entity_rows(archive.entity_ids()) if row.name == name]
    return found
