"""The sidebar as one list of entries: views, saved searches, and facets with their counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from PySide6.QtCore import QAbstractListModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.gui.clauses import State, clause, language_name, members, split, state_of
from desktop_app.gui.i18n import tr
from desktop_app.model.listing import Counts, FacetCount, Facets
from desktop_app.store.marks import SavedSearch

Kind = Literal["view", "header", "search", "facet", "more"]
Section = Literal["searches", "tags", "sources", "years", "languages"]

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
FACETS: tuple[Section, ...] = ("tags", "sources", "years", "languages")
FIELDS = {"tags": "tag", "sources": "source", "years": "date", "languages": "lang"}
SHOWN = 8  # entries of a facet before "show all"
WORTH_FILTERING = 6

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. `key` names it across refreshes; `value` is the view, search id, clause or section."""

    kind: Kind
    key: str
    label: str
    value: str = ""
    section: str = ""
    count: int | None = None
    depth: int = 0
    colour: int = -1
    state: State = ""
    name: str = ""  # a tag's whole name, a saved search's query
    can_filter: bool = False


@dataclass(slots=True)
class Contents:
    """Everything that the sidebar is made from."""

    view: str = "all"
    filters: list[str] = field(default_factory=list)
    query: str = ""
    counts: Counts | None = None
    searches: list[SavedSearch] = field(default_factory=list)
    search_counts: dict[int, int | None] = field(default_factory=dict)
    tags: list[FacetCount] = field(default_factory=list)  # of the whole archive
    facets: Facets = field(default_factory=Facets)
    wanted: dict[str, str] = field(default_factory=dict)  # section → text of its filter box
    expanded: set[str] = field(default_factory=set)


class SidebarModel(QAbstractListModel):
    """Entries from top to bottom. Replacing them by the same keys keeps scroll position and focus."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    def show(self, contents: Contents) -> None:
        """Rebuild from the contents."""
        entries = list(entries_of(contents))
        if [entry.key for entry in entries] == [entry.key for entry in self._entries]:
            changed = [n for n, pair in enumerate(zip(entries, self._entries, strict=True)) if pair[0] != pair[1]]
            self._entries = entries
            if changed:
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """The entry of a row, or None."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def row_of(self, key: str) -> int:
        """The row of a key, or -1."""
        return next((row for row, entry in enumerate(self._entries) if entry.key == key), -1)

    def entries(self) -> Sequence[Entry]:
        """All entries, from top to bottom."""
        return tuple(self._entries)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if entry.kind != "header":
            flags |= Qt.ItemFlag.ItemIsSelectable
        if entry.section == "tags" and entry.kind == "facet":
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(entry)
        if role == Qt.ItemDataRole.ToolTipRole and entry.kind == "search":
            return f"{entry.label}\n{entry.name}"
        if role == Qt.ItemDataRole.ToolTipRole and entry.kind == "facet":
            return tr("{name}\nClick to show only these, Alt+click to leave them out", name=entry.name or entry.label)
        return None


def spoken(entry: Entry) -> str:
    """An entry for screen readers, e.g. "Start-up, 118, included"."""
    state = {"": "", "include": tr("included"), "exclude": tr("left out")}[entry.state]
    count = "" if entry.count is None else QLocale().toString(entry.count)
    name = entry.label if entry.kind == "search" else entry.name or entry.label
    return ", ".join(part for part in (name, count, state) if part)


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
                name=search.query,
                state="include" if search.query == contents.query and contents.query else "",
            )
    for section in FACETS:
        yield from _section(contents, section)


def _views(contents: Contents) -> Iterator[Entry]:
    names = {
        "all": tr("All articles"),
        "unread": tr("Unread"),
        "starred": tr("Starred"),
        "undated": tr("Undated"),
        "duplicates": tr("Duplicates"),
        "trash": tr("Trash"),
    }
    for view, name in names.items():
        count = getattr(contents.counts, view) if contents.counts is not None else None
        state: State = "include" if view == contents.view else ""
        yield Entry("view", f"view:{view}", name, value=view, count=count, state=state)


def _section(contents: Contents, section: Section) -> Iterator[Entry]:
    titles = {
        "tags": tr("Tags"),
        "sources": tr("Sources"),
        "years": tr("Years"),
        "languages": tr("Languages"),
    }
    entries = _tags(contents) if section == "tags" else _facet(contents, section)
    if not entries:
        return
    wanted = contents.wanted.get(section)
    yield Entry(
        "header",
        f"header:{section}",
        titles[section],
        section=section,
        can_filter=len(entries) >= WORTH_FILTERING,
    )
    if wanted:
        entries = [entry for entry in entries if wanted.casefold() in (entry.name or entry.label).casefold()]
    limit = SHOWN + SHOWN // 2 if section == "tags" else SHOWN
    whole = bool(wanted) or section in contents.expanded or len(entries) <= limit + 1
    for number, entry in enumerate(entries):
        if whole or number < limit or entry.state:
            yield entry
    if not wanted and len(entries) > limit + 1:
        text = tr("Show fewer") if whole else tr("Show all {n}", n=QLocale().toString(len(entries)))
        yield Entry("more", f"more:{section}", text, value=section, section=section)


def _facet(contents: Contents, section: Section) -> list[Entry]:
    """One facet of the listing, and values that are filtered by though nothing is left of them."""
    name = FIELDS[section]
    counts: list[FacetCount] = getattr(contents.facets, section)
    latest_first = -1 if section == "years" else 1
    entries = [_value(contents, section, count) for count in counts[::latest_first]]
    known = {entry.value for entry in entries}
    for text in (single for each in contents.filters for single in members(each)):
        _excluded, its_field, value = split(text)
        if its_field == name and text not in known and not (section == "years" and len(value) != 4):
            entries.append(_value(contents, section, FacetCount(value, value, 0)))
    return entries


def _value(contents: Contents, section: Section, count: FacetCount) -> Entry:
    text = clause(FIELDS[section], count.value)
    label = language_name(count.value) if section == "languages" else count.label or count.value
    return Entry(
        "facet",
        f"{section}:{count.value}",
        label or tr("unknown"),
        value=text,
        section=section,
        count=count.count,
        state=state_of(text, contents.filters),
    )


@dataclass(slots=True)
class _Node:
    """A tag in the tree that the slashes in the names make."""

    name: str
    tag: FacetCount | None = None
    children: dict[str, "_Node"] = field(default_factory=dict)

    def weight(self) -> tuple[int, str]:
        """Most used first, with what is below counted in."""
        return -self.total(), self.name.casefold()

    def total(self) -> int:
        """Uses of this tag and of all below it."""
        return (self.tag.count if self.tag else 0) + sum(child.total() for child in self.children.values())


def _tags(contents: Contents) -> list[Entry]:
    """All tags of the archive in a steady order; the counts are those of the listing."""
    root = _Node("")
    for tag in contents.tags:
        node, path = root, ""
        for part in tag.value.split("/"):
            path = f"{path}/{part}" if path else part
            node = node.children.setdefault(part, _Node(path))
        node.tag = tag
    listed = {count.value: count.count for count in contents.facets.tags}
    return list(_walk(root, 0, contents, listed))


def _walk(node: _Node, depth: int, contents: Contents, listed: dict[str, int]) -> Iterator[Entry]:
    for child in sorted(node.children.values(), key=_Node.weight):
        text = clause("tag", child.name)
        yield Entry(
            "facet",
            f"tags:{child.name}",
            child.name.rpartition("/")[2],
            value=text,
            section="tags",
            count=listed.get(child.name, 0) if child.tag else None,
            depth=depth,
            colour=child.tag.colour if child.tag else -1,
            state=state_of(text, contents.filters),
            name=child.name,
        )
        yield from _walk(child, depth + 1, contents, listed)
