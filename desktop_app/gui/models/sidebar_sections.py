"""The sidebar from top to bottom."""

from collections.abc import Iterator

from desktop_app.gui.clauses import State
from desktop_app.gui.i18n import tr
from desktop_app.gui.models.sidebar_dossiers import dossiers_of, screenings_of
from desktop_app.gui.models.sidebar_entries import ANNOTATIONS, Contents, Entry
from desktop_app.gui.models.sidebar_facets import facets_of


def entries_of(contents: Contents) -> Iterator[Entry]:
    """The sidebar's entries from top to bottom; sections without content are left out."""
    yield from _views(contents)
    if contents.searches:
        yield Entry("header", "header:searches", tr("Saved searches"), section="searches")
        for search in contents.searches:
            yield Entry(
                "search",
                f"search:{search.id}",
                search.name,
                value=str(search.id),
                section="searches",
                count=contents.search_counts.get(search.id),
                new=contents.news.get(search.id, 0),
                name=search.query,
                state="include" if search.query == contents.query and contents.query else "",
            )
    yield from dossiers_of(contents)
    yield from screenings_of(contents)
    yield from facets_of(contents)


def _views(contents: Contents) -> Iterator[Entry]:
    names = {
        "all": tr("All articles"),
        "unread": tr("Unread"),
        "starred": tr("Starred"),
        "undated": tr("Undated"),
        "duplicates": tr("Duplicates"),
        "trash": tr("Trash"),
        ANNOTATIONS: tr("Annotations"),
    }
    # No view is marked while a table, a page or a comparison stands beside the sidebar.
    shown = {"articles": contents.view, ANNOTATIONS: ANNOTATIONS}.get(contents.room, "")
    for view, name in names.items():
        count = getattr(contents.counts, view) if contents.counts is not None else None
        state: State = "include" if view == shown else ""
        yield Entry("view", f"view:{view}", name, value=view, count=count, state=state)
