"""What the command palette offers: commands, and things of the archive by name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence

from desktop_app.archive.archive import Archive
from desktop_app.gui import settings
from desktop_app.gui.clauses import clause
from desktop_app.gui.desk import Desk
from desktop_app.gui.finding import fold
from desktop_app.gui.i18n import tr
from desktop_app.model.links import LinkTarget

_RECENT = 5  # commands that stand first
_TAGS = 5
_THINGS = 12


@dataclass(frozen=True, slots=True)
class Offer:
    """One line: what it is called, a hint at the right, and what Enter does."""

    text: str
    hint: str
    run: Callable[[], None]
    enabled: bool = True
    heading: str = ""  # stands above it where it begins a part


def of_commands(actions: Sequence[tuple[str, QAction]], words: str) -> list[Offer]:
    """The commands that the words mean: with all of them in the name; else with their letters in that order."""
    offers = [(name, action, plain(action.text())) for name, action in actions]
    wanted = fold(words).split()
    if not wanted:
        recent = [name for name in settings.value("palette/recent", "").split() if name]
        offers.sort(key=lambda each: recent.index(each[0]) if each[0] in recent else len(recent))
        return [_command(*each) for each in offers]
    found = [each for each in offers if all(word in fold(each[2]) for word in wanted)]
    if found:
        found.sort(key=lambda each: not _begins(fold(each[2]), wanted))
        return [_command(*each) for each in found]
    letters = "".join(wanted)
    ranked = [(spread, each) for each in offers if (spread := scattered(letters, fold(each[2]))) is not None]
    return [_command(*each) for _, each in sorted(ranked, key=lambda pair: pair[0])]


def plain(text: str) -> str:
    """An action's text without the mark of its menu key."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _begins(text: str, wanted: list[str]) -> bool:
    """Whether each word begins one of the text."""
    return all(text.startswith(word) or f" {word}" in text for word in wanted)


def scattered(letters: str, text: str) -> int | None:
    """How far the letters are from standing together in the text, in their order; None where they do not stand there.

    A letter counts nothing where it begins a word or follows the one before.
    """
    at, spread = -1, 0
    for letter in letters:
        start = text.find(f" {letter}", max(0, at))
        near = text.find(letter, at + 1)
        if near < 0:
            return None
        if near == at + 1 or start < 0:
            spread += near - at - 1
            at = near
        else:
            at = start + 1
    return spread if spread <= 2 * len(letters) else None


def _command(name: str, action: QAction, text: str) -> Offer:
    def run() -> None:
        before = [each for each in settings.value("palette/recent", "").split() if each and each != name]
        settings.put("palette/recent", " ".join([name, *before][:_RECENT]))
        action.trigger()

    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return Offer(text, keys, run, action.isEnabled())


Things = tuple[list[LinkTarget], list[tuple[str, int]]]


def look_for(archive: Archive, words: str) -> Things:
    """Articles, people, organisations and dossiers with these words in their names, and tags; for a reading thread."""
    wanted = fold(words).split()
    tags = [
        (tag.value, tag.count) for tag in archive.tags() if wanted and all(word in fold(tag.value) for word in wanted)
    ]
    targets = archive.link_targets(words, _THINGS)
    return [target for target in targets if target.kind != "note"], tags[:_TAGS]


def of_things(desk: Desk, found: Things, *, recent: bool) -> list[Offer]:
    """What the archive offers, below the commands."""
    targets, tags = found
    offers = [Offer(target.title, _hint(target), _opening(desk, target)) for target in targets]
    offers += [Offer(name, tr("Tag"), _showing(desk, name)) for name, _ in tags]
    if offers:
        first = offers[0]
        heading = tr("Read last") if recent else tr("In the archive")
        offers[0] = Offer(first.text, first.hint, first.run, first.enabled, heading)
    return offers


def _hint(target: LinkTarget) -> str:
    if target.kind == "entity":
        return target.detail or (tr("Person") if target.who == "person" else tr("Organisation"))
    return target.detail or {"article": tr("Article"), "dossier": tr("Dossier")}.get(target.kind, "")


def _opening(desk: Desk, target: LinkTarget) -> Callable[[], None]:
    if target.kind == "entity":
        return lambda: desk.open_entity(target.id)
    if target.kind == "dossier":
        return lambda: desk.collected.open(target.id)
    return lambda: desk.read_article(target.id)


def _showing(desk: Desk, tag: str) -> Callable[[], None]:
    return lambda: desk.open_query(clause("tag", tag))
