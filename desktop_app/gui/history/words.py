"""What a step did, in the window's words: kinds of things, their details, and values that are words themselves."""

from html import escape

from desktop_app.gui import theme
from desktop_app.gui.i18n import retold, tr
from desktop_app.model.steps import FieldChange, ThingChange
from desktop_app.store.history import HistoryEntry
from desktop_app.store.steps import StepDetails

_SHOWN = 60  # things that are listed


def kind(name: str) -> str:
    """A kind of thing, as a step names it."""
    return {
        "article": tr("Article"),
        "paper": tr("Paper"),
        "text": tr("Text"),
        "file": tr("File"),
        "tag": tr("Tag"),
        "rule": tr("Rule"),
        "refused tag": tr("Refused tag"),
        "tag on an article": tr("Tag on an article"),
        "note": tr("Note or highlight"),
        "tag on a note": tr("Tag on a note"),
        "saved search": tr("Saved search"),
        "synonyms": tr("Synonyms"),
        "dossier": tr("Dossier"),
        "article in a dossier": tr("Article in a dossier"),
        "screening": tr("Screening"),
        "article in a screening": tr("Article in a screening"),
        "ruling on versions": tr("Decision on versions"),
        "person or organisation": tr("Person or organisation"),
        "identity": tr("Who is meant"),
        "name": tr("Name"),
        "note on a person": tr("Note on a person"),
        "tag on a person": tr("Tag on a person"),
        "question": tr("Question"),
        "decision": tr("Decision"),
    }.get(name, name)


def detail(name: str) -> str:
    """A detail of a thing, as a step names it."""
    return {
        "title": tr("Title"),
        "kicker": tr("Kicker"),
        "author": tr("Author"),
        "place": tr("Place"),
        "date": tr("Date"),
        "language": tr("Language"),
        "paper": tr("Paper"),
        "star": tr("Starred"),
        "read": tr("Read"),
        "place in the archive": tr("Where it is"),
        "text": tr("Text"),
        "name": tr("Name"),
        "colour": tr("Colour"),
        "number key": tr("Number key"),
        "query": tr("Search"),
        "sort": tr("Order"),
        "active": tr("Switched on"),
        "tag": tr("Tag"),
        "body": tr("Words"),
        "quote": tr("Quote"),
        "orphaned": tr("Without its words"),
        "words": tr("Words"),
        "introduction": tr("Introduction"),
        "within": tr("Within"),
        "position": tr("Position"),
        "comment": tr("Comment"),
        "decision": tr("Decision"),
        "verdict": tr("Decision"),
        "kind": tr("Kind"),
        "confirmed": tr("Confirmed"),
        "rejected": tr("Rejected"),
        "belongs to": tr("Belongs to"),
    }.get(name, name)


def value(text: str) -> str:
    """A value: its own words, or ours."""
    return {
        "": "–",
        "yes": tr("yes"),
        "no": tr("no"),
        "in the archive": tr("in the archive"),
        "in the trash": tr("in the trash"),
        "taken back with its import": tr("taken back with its import"),
        "seen": tr("seen"),
        "kept": tr("kept"),
        "dropped": tr("dropped"),
        "apart": tr("apart"),
        "together": tr("together"),
    }.get(text, text)


def told_step(details: StepDetails) -> str:
    """A step as rich text of our own making: every word of the archive's is escaped."""
    return "".join(_thing(thing) for thing in details.things[:_SHOWN]) + _more(details.total - _SHOWN)


def told_fields(fields: tuple[FieldChange, ...]) -> str:
    """Details before and after, as rich text."""
    return "".join(_field(field) for field in fields)


def told_blockers(entries: tuple[HistoryEntry, ...]) -> str:
    """The steps that must go first, as links to them."""
    lines = [f'<a href="step:{entry.id}">{escape(retold(entry.label, entry.fields))}</a>' for entry in entries[:8]]
    return tr("Later steps build on it. Take these back first:") + "<br>" + "<br>".join(lines)


def _thing(thing: ThingChange) -> str:
    palette = theme.current()
    mark = {"added": "+", "removed": "−", "changed": "•"}[thing.verb]
    colour = {"added": palette.accent, "removed": palette.warning, "changed": palette.muted}[thing.verb].name()
    name = escape(thing.name or "–")
    owner = escape(thing.of)
    if thing.article and thing.kind == "article":
        name = _link(thing.article, name)
    elif thing.article and owner:
        owner = _link(thing.article, owner)
    verb = {"added": tr("new"), "removed": tr("gone"), "changed": tr("changed")}[thing.verb]
    head = (
        f'<p style="margin:6px 0 0 0"><b style="color:{colour}">{mark}</b> '
        f'<span style="color:{palette.muted.name()}">{escape(kind(thing.kind))}, {verb}:</span> {name}'
    )
    return head + (f" – {owner}" if owner else "") + "</p>" + told_fields(thing.fields)


def _link(article: int, words: str) -> str:
    return f'<a href="article:{article}" style="color:{theme.current().ink.name()}">{words}</a>'


def _field(field: FieldChange) -> str:
    muted = theme.current().muted.name()
    return (
        f'<p style="margin:1px 0 0 16px"><span style="color:{muted}">{escape(detail(field.name))}:</span> '
        f"<s>{escape(value(field.before))}</s> → {escape(value(field.after))}</p>"
        if field.before
        else f'<p style="margin:1px 0 0 16px"><span style="color:{muted}">{escape(detail(field.name))}:</span> '
        f"{escape(value(field.after))}</p>"
    )


def _more(count: int) -> str:
    if count <= 0:
        return ""
    return f'<p style="margin:8px 0 0 0">{escape(tr("and {count} more", count=count))}</p>'
