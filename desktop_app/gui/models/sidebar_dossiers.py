"""The sidebar's tree of dossiers, and the screenings below it."""

from collections.abc import Iterator

from PySide6.QtCore import QLocale

from desktop_app.gui.clauses import clause, state_of
from desktop_app.gui.finding import fold
from desktop_app.gui.i18n import tr
from desktop_app.gui.models.sidebar_entries import NEW_DOSSIER, STEP, WORTH_FILTERING, Contents, Entry
from desktop_app.model.dossiers import Dossier

FEW = 24  # dossiers before "show all"


def dossiers_of(contents: Contents) -> Iterator[Entry]:
    """The tree; those that lie in a folded one are left out."""
    can_filter = len(contents.dossiers) >= WORTH_FILTERING
    yield Entry("header", "header:dossiers", tr("Dossiers"), section="dossiers", can_filter=can_filter, can_add=True)
    if not contents.dossiers:
        yield Entry("link", NEW_DOSSIER, tr("New dossier …"), value=NEW_DOSSIER, section="dossiers")
        return
    wanted = fold(contents.wanted.get("dossiers", ""))
    lines = [line for line in contents.dossiers if wanted in fold(line.path)] if wanted else _unfolded(contents)
    extra = contents.expanded.get("dossiers", 0)
    limit = len(lines) if len(lines) <= FEW + 1 else FEW + extra
    parents = {line.parent for line in contents.dossiers}
    for line in lines[:limit]:
        yield _entry(contents, line, flat=bool(wanted), parent=line.id in parents)
    if limit < len(lines):
        left = len(lines) - limit
        text = tr("Show {n} more of {left}", n=min(STEP, left), left=QLocale().toString(left))
        yield Entry("more", "more:dossiers", text, value="dossiers", section="dossiers")
    elif extra:
        yield Entry("fewer", "fewer:dossiers", tr("Show fewer"), value="dossiers", section="dossiers")


def _unfolded(contents: Contents) -> list[Dossier]:
    hidden = set(contents.folded)
    shown = []
    for line in contents.dossiers:
        if line.parent in hidden:
            hidden.add(line.id)
        else:
            shown.append(line)
    return shown


def _entry(contents: Contents, line: Dossier, *, flat: bool, parent: bool) -> Entry:
    text = clause("dossier", line.path)
    return Entry(
        "dossier",
        f"dossier:{line.id}",
        line.path if flat else line.name,
        value=text,
        section="dossiers",
        count=line.whole,
        depth=0 if flat else line.depth,
        state=state_of(text, contents.filters),
        name=line.path,
        number=line.id,
        parent=line.parent,
        unfolded=line.id not in contents.folded if parent and not flat else None,
    )


def screenings_of(contents: Contents) -> Iterator[Entry]:
    """The screenings with how far they have come."""
    if not contents.screenings:
        return
    yield Entry("header", "header:screenings", tr("Screenings"), section="screenings")
    for screening in contents.screenings:
        text = clause("screening", screening.name)
        yield Entry(
            "screening",
            f"screening:{screening.id}",
            screening.name,
            value=text,
            section="screenings",
            count=screening.done,
            whole=screening.total,
            new=contents.screening_news.get(screening.id, 0),
            state=state_of(text, contents.filters),
            name=screening.query,
            number=screening.id,
        )
