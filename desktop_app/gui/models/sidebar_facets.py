"""The sidebar's facets: people, organisations, tags, sources, years and languages with their counts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLocale

from desktop_app.gui.clauses import clause, entity_name, language_name, members, split, state_of
from desktop_app.gui.finding import fold
from desktop_app.gui.i18n import tr, trn
from desktop_app.gui.models.sidebar_entries import (
    CHECKED,
    FACETS,
    FIELDS,
    NAMED,
    NAMES_SHOWN,
    REVIEW,
    SHOWN,
    STEP,
    WORTH_FILTERING,
    Contents,
    Entry,
    Section,
    TagLine,
)
from desktop_app.model.listing import FacetCount


def facets_of(contents: Contents) -> Iterator[Entry]:
    """The entries of all facets; those without content are left out."""
    for section in FACETS:
        yield from _section(contents, section)
        if section == "organisations":
            yield from _checked(contents)


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
