"""The sidebar as one list of entries: views, saved searches, and facets with their counts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from PySide6.QtCore import QAbstractListModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.gui.clauses import State, clause, entity_name, language_name, members, split, state_of
from desktop_app.gui.finding import fold
from desktop_app.gui.i18n import tr, trn
from desktop_app.model.listing import Counts, FacetCount, Facets
from desktop_app.model.people import Kind as Whom
from desktop_app.store.marks import SavedSearch

Kind = Literal["view", "header", "search", "facet", "more", "fewer", "link"]
Section = Literal["searches", "people", "organisations", "tags", "sources", "years", "languages"]

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
FACETS: tuple[Section, ...] = ("people", "organisations", "tags", "sources", "years", "languages")
FIELDS = {
    "people": "person",
    "organisations": "org",
    "tags": "tag",
    "sources": "source",
    "years": "date",
    "languages": "lang",
}
NAMED: dict[str, Whom] = {"people": "person", "organisations": "organisation"}
CHECKED = "is:checked"
REVIEW = "review"
NAMES_SHOWN = 6  # of people, and of organisations: the table has all
SHOWN = 8  # entries of a facet before "show all"
STEP = 200  # entries that "show all" adds at a time: thousands of tags must not hold up the window
WORTH_FILTERING = 6

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. `key` names it across refreshes; `value` is the view, search id, clause, section or room."""

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
    whole: int | None = None  # in the archive as a whole, where that is known
    new: int = 0  # articles that came to a saved search since it was last looked at
    entity: int = 0  # the person or organisation


@dataclass(frozen=True, slots=True)
class TagLine:
    """A tag, or a part of tags' names before a slash, in its place."""

    name: str
    depth: int
    count: int  # in the archive
    colour: int  # -1 for what is no tag itself
    folded: str  # to be found by


@dataclass(slots=True)
class Contents:
    """Everything that the sidebar is made from."""

    view: str = "all"
    filters: list[str] = field(default_factory=list)
    query: str = ""
    counts: Counts | None = None
    searches: list[SavedSearch] = field(default_factory=list)
    search_counts: dict[int, int | None] = field(default_factory=dict)
    news: dict[int, int] = field(default_factory=dict)  # saved search → articles that are new to it
    tags: list[TagLine] = field(default_factory=list)  # of the whole archive
    facets: Facets = field(default_factory=Facets)
    whole: Facets = field(default_factory=Facets)  # of the whole archive
    wanted: dict[str, str] = field(default_factory=dict)  # section → text of its filter box
    expanded: dict[str, int] = field(default_factory=dict)  # section → entries shown beyond the first few
    found: dict[str, list[FacetCount]] = field(default_factory=dict)  # section → what its filter box finds beyond
    suggestions: int = 0  # that wait for an answer


class SidebarModel(QAbstractListModel):
    """Entries from top to bottom. Replacing them by the same keys keeps scroll position and focus."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    def show(self, contents: Contents) -> bool:
        """Rebuild from the contents; returns whether there are other rows than before."""
        entries = list(entries_of(contents))
        if [entry.key for entry in entries] == [entry.key for entry in self._entries]:
            changed = [n for n, pair in enumerate(zip(entries, self._entries, strict=True)) if pair[0] != pair[1]]
            self._entries = entries
            if changed:
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return False
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()
        return True

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
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(entry)
        return None


def spoken(entry: Entry) -> str:
    """An entry for screen readers, e.g. "Start-up, 118 of 240, included"."""
    state = {"": "", "include": tr("included"), "exclude": tr("left out")}[entry.state]
    name = entry.label if entry.kind == "search" else entry.name or entry.label
    new = trn("%n new", entry.new) if entry.new else ""
    return ", ".join(part for part in (name, _count(entry), new, state) if part)


def _count(entry: Entry) -> str:
    if entry.count is None:
        return ""
    count = QLocale().toString(entry.count)
    if entry.whole is None or entry.whole <= entry.count:
        return count
    return tr("{count} of {all}", count=count, all=QLocale().toString(entry.whole))


def _tip(entry: Entry) -> str | None:
    if entry.kind == "search":
        return f"{entry.label}\n{entry.name}"
    if entry.kind != "facet":
        return None
    ways = tr("Click for only these, Ctrl+click for these too, Alt+click to leave them out")
    return "\n".join(part for part in (entry.name or entry.label, _count(entry), ways) if part)


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
    for section in FACETS:
        yield from _section(contents, section)
        if section == "organisations":
            yield from _checked(contents)


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
        "people": tr("People"),
        "organisations": tr("Organisations"),
        "tags": tr("Tags"),
        "sources": tr("Sources"),
        "years": tr("Years"),
        "languages": tr("Languages"),
    }
    lines: Sequence[TagLine | FacetCount] = contents.tags if section == "tags" else _values(contents, section)
    if not lines:
        return
    wanted = fold(contents.wanted.get(section, ""))
    can_filter = len(lines) >= WORTH_FILTERING
    yield Entry("header", f"header:{section}", titles[section], section=section, can_filter=can_filter)
    if wanted:
        lines = [line for line in lines if wanted in _folded(section, line)]
    if section in NAMED:
        yield from _named(contents, section, lines, wanted=bool(wanted))
        return
    few = STEP if wanted else SHOWN + SHOWN // 2 if section == "tags" else SHOWN
    extra = contents.expanded.get(section, 0)
    limit = len(lines) if len(lines) <= few + 1 else few + extra
    yield from _entries(_EntryMaker(contents, section, flat=bool(wanted)), lines, limit)
    if limit < len(lines):
        left = len(lines) - limit
        text = tr("Show all {n}", n=QLocale().toString(len(lines)))
        if extra or left > STEP:
            text = tr("Show {n} more of {left}", n=min(STEP, left), left=QLocale().toString(left))
        yield Entry("more", f"more:{section}", text, value=section, section=section)
    if extra and not wanted:
        yield Entry("fewer", f"fewer:{section}", tr("Show fewer"), value=section, section=section)


def _named(
    contents: Contents, section: Section, lines: Sequence[TagLine | FacetCount], *, wanted: bool
) -> Iterator[Entry]:
    """The first people or organisations, and the way to all of them and to what is to be checked."""
    if wanted:
        known = {line.id for line in lines if isinstance(line, FacetCount)}
        lines = [*lines, *(line for line in contents.found.get(section, ()) if line.id not in known)]
    few = STEP if wanted else NAMES_SHOWN if len(lines) > NAMES_SHOWN + 1 else NAMES_SHOWN + 1
    yield from _entries(_EntryMaker(contents, section, flat=True), lines, few)
    if wanted:
        return
    everybody = tr("All people …") if section == "people" else tr("All organisations …")
    yield Entry("link", f"all:{section}", everybody, value=section, section=section)
    if section == "people" and contents.suggestions:
        text = trn("%n suggestion(s) to check …", contents.suggestions)
        yield Entry("link", REVIEW, text, value=REVIEW, section=section)


def _checked(contents: Contents) -> Iterator[Entry]:
    """The switch that lets only those names count that a person has checked."""
    state = state_of(CHECKED, contents.filters)
    if contents.facets.people or contents.facets.organisations or state:
        yield Entry("facet", CHECKED, tr("Only checked names"), CHECKED, "checked", state=state)


def _entries(make: "_EntryMaker", lines: Sequence[TagLine | FacetCount], limit: int) -> Iterator[Entry]:
    """The first lines, and those further down that are filtered by."""
    yield from map(make.entry, lines[:limit])
    if make.filtered:
        for line in lines[limit:]:
            if (line.name if isinstance(line, TagLine) else line.value) in make.filtered:
                yield make.entry(line)


class _EntryMaker:
    """Makes the entries of a facet: looks up once what it needs for each. `flat` tags have their whole names."""

    def __init__(self, contents: Contents, section: Section, *, flat: bool) -> None:
        self._flat = flat
        self._contents = contents
        self._section = section
        self._listed = {count.value: count.count for count in contents.facets.tags} if section == "tags" else {}
        whole: list[FacetCount] = [] if section == "tags" else getattr(contents.whole, section)
        self._whole: Mapping[str, int] = {count.value: count.count for count in whole}
        singles = [split(single) for text in contents.filters for single in members(text)]
        self.filtered = {value for _excluded, its_field, value in singles if its_field == FIELDS[section]}

    def entry(self, line: TagLine | FacetCount) -> Entry:
        value = line.name if isinstance(line, TagLine) else line.value
        text = clause(FIELDS[self._section], value)
        state = state_of(text, self._contents.filters) if value in self.filtered else ""
        key, whole = f"{self._section}:{value}", self._whole.get(value)
        if isinstance(line, TagLine):
            count, whole = (self._listed.get(value, 0), line.count) if line.colour >= 0 else (None, None)
            label, depth = (value, 0) if self._flat else (value.rpartition("/")[2], line.depth)
            return Entry("facet", key, label, text, "tags", count, depth, line.colour, state, name=value, whole=whole)
        label = _name(self._section, line) or tr("unknown")
        return Entry("facet", key, label, text, self._section, line.count, state=state, whole=whole, entity=line.id)


def _name(section: Section, line: TagLine | FacetCount) -> str:
    """What a reader calls a value."""
    if isinstance(line, TagLine):
        return line.name
    return language_name(line.value) if section == "languages" else line.label or line.value


def _folded(section: Section, line: TagLine | FacetCount) -> str:
    return line.folded if isinstance(line, TagLine) else fold(_name(section, line))


def _values(contents: Contents, section: Section) -> list[FacetCount]:
    """One facet of the listing, and values that are filtered by though nothing is left of them."""
    counts: list[FacetCount] = getattr(contents.facets, section)
    latest_first = -1 if section == "years" else 1
    lines = counts[::latest_first]
    known = {count.value for count in counts}
    for _excluded, its_field, value in (split(single) for text in contents.filters for single in members(text)):
        if its_field == FIELDS[section] and value not in known and not (section == "years" and len(value) != 4):
            lines.append(FacetCount(value, entity_name(value) if section in NAMED else value, 0))
    return lines


@dataclass(slots=True)
class _Node:
    """A tag in the tree that the slashes in the names make."""

    name: str
    tag: FacetCount | None = None
    total: int = 0  # uses of this tag and of all below it
    children: dict[str, "_Node"] = field(default_factory=dict)


def tag_lines(tags: Sequence[FacetCount]) -> list[TagLine]:
    """All tags in a steady order, most used first, those with a slash below their parents."""
    root = _Node("")
    for tag in tags:
        node, path = root, ""
        for part in tag.value.split("/"):
            path = f"{path}/{part}" if path else part
            node = node.children.setdefault(part, _Node(path))
            node.total += tag.count
        node.tag = tag
    return list(_walk(root, 0))


def _walk(node: _Node, depth: int) -> Iterator[TagLine]:
    for child in sorted(node.children.values(), key=lambda each: (-each.total, each.name.casefold())):
        tag = child.tag
        yield TagLine(child.name, depth, tag.count if tag else 0, tag.colour if tag else -1, fold(child.name))
        yield from _walk(child, depth + 1)
