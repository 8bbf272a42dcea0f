"""Links between articles, people, notes and dossiers: where they lead, what links here, what can be linked to."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.archive.annotation_list import AnnotationList
from desktop_app.archive.browse import Browse
from desktop_app.archive.people.looking import Looking
from desktop_app.archive.session import Session
from desktop_app.model.annotations import AnnotationFilter
from desktop_app.model.errors import QueryRefusedError
from desktop_app.model.links import Backlink, Link, LinkKind, LinkTarget, links_in, without_links
from desktop_app.model.text import excerpt
from desktop_app.store import links

_WORDS = re.compile(r"\w+")
_PEOPLE = 5  # of a list of targets; articles take what is left
_NOTES = 3
_LOOKED_AT = 30  # of the notes that are found
_LONGEST = 120  # code points of a title


class Linking:
    """The verbs about links. Safe from any thread."""

    def __init__(self, session: Session, browse: Browse, looking: Looking, listing: AnnotationList) -> None:
        self._session = session
        self._browse = browse
        self._looking = looking
        self._listing = listing

    def links_of(self, body: str) -> list[Link]:
        """The links in a note, each with the present title of its target: "" where that is gone."""
        found = links_in(body)
        wanted: dict[LinkKind, set[int]] = defaultdict(set)
        for link in found:
            wanted[link.kind].add(link.id)
        known = {kind: self.link_titles(kind, list(ids)) for kind, ids in wanted.items()}
        return [replace(link, title=known[link.kind].get(link.id, "")) for link in found]

    def link_titles(self, kind: LinkKind, ids: Sequence[int]) -> dict[int, str]:
        """What these are called now; those that are gone are left out."""
        return links.titles(self._session.reader(), kind, ids)

    def backlinks(self, kind: LinkKind, number: int) -> list[Backlink]:
        """The notes on articles and on people, and the words in dossiers, that link to this; the latest first."""
        return links.backlinks(self._session.reader(), kind, number)

    def link_targets(self, text: str = "", limit: int = 12) -> list[LinkTarget]:
        """What a reader may mean by `text`: dossiers, people, articles, notes; without it, what was read last."""
        connection = self._session.reader()
        words = " ".join(text.split())
        if not words:
            read = links.article_targets(connection, links.recently_read(connection, limit))
            return (read + links.dossier_targets(connection, "", limit - len(read)))[:limit]
        first = links.dossier_targets(connection, words, _PEOPLE)
        first += self._people(words)
        notes = self._notes(words)
        room = max(1, limit - len(first) - len(notes))
        return (first + links.article_targets(connection, self._articles(words, room)) + notes)[:limit]

    def _people(self, words: str) -> list[LinkTarget]:
        rows = self._looking.entity_rows(self._looking.entity_ids(None, words)[:_PEOPLE])
        return [LinkTarget("entity", row.id, row.name, row.role, row.kind) for row in rows if not row.rejected]

    def _notes(self, words: str) -> list[LinkTarget]:
        """The latest notes on articles that hold the words; then those on articles the titles of which do."""
        ids = [number for number in self._listing.annotations(AnnotationFilter(text=words)) if number > 0]
        rows = self._listing.annotation_rows(ids[:_LOOKED_AT])
        rows.sort(key=lambda row: words.casefold() not in f"{row.body}\n{row.quote}".casefold())
        return [
            LinkTarget("note", row.id, excerpt(without_links(row.body) or row.quote, _LONGEST), row.title)
            for row in rows[:_NOTES]
        ]

    def _articles(self, words: str, limit: int) -> list[int]:
        """The articles with these words in their titles, the last of which may be but a beginning."""
        numbered = [int(words)] if words.isdecimal() and len(words) < 18 else []
        sought = [word.casefold() for word in _WORDS.findall(words)]
        found: list[int] = []
        if sought:
            query = " ".join([*(f'title:"{word}"' for word in sought[:-1]), f"title:{sought[-1]}*"])
            try:
                found = self._browse.find(query).ids[:limit].tolist()
            except QueryRefusedError:  # too short a beginning
                found = []
        if not found:
            found = links.titled(self._session.reader(), words, limit)
        return list(dict.fromkeys([*numbered, *found]))[:limit]
