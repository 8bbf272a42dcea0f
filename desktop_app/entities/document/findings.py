"""From the spans of a recogniser to who is in an article: the document level, all steps in order."""

from collections.abc import Sequence
from typing import Final

from desktop_app.entities.document import bodies as organisations_of
from desktop_app.entities.document import people as people_of
from desktop_app.entities.document.borders import bordered, without_bare_genitive
from desktop_app.entities.document.captions import with_captions
from desktop_app.entities.document.implied import implied
from desktop_app.entities.document.localities import certain_places, localities, without_places
from desktop_app.entities.document.marked_bodies import with_marked_bodies
from desktop_app.entities.document.organisations import introduced, parted, short_forms, with_compounds
from desktop_app.entities.document.page import Draft, Page, drafts, with_new
from desktop_app.entities.document.repeats import with_repeats
from desktop_app.entities.document.roles import Statement, statements
from desktop_app.entities.document.roles_japanese import japanese_statements
from desktop_app.entities.document.signs import with_signs
from desktop_app.entities.document.tidying import tidied, without_floods, without_genitive
from desktop_app.entities.naming.folding import script_of
from desktop_app.entities.naming.organisations import organisation_key
from desktop_app.entities.naming.persons import person_key
from desktop_app.model.people import Findings, FoundCluster, FoundMention, FoundRole, Span

_LEAST: Final = 0.4  # confidence of the surest mention of somebody: below it most of them are nobody


def findings(page: Page, spans: Sequence[Span], *, shown: int = 0, datelines: Sequence[str] = ()) -> Findings:
    """Who is in the text of a page, given what a recogniser found there.

    What stands before the offset `shown` (a title) helps to tell who is meant, but its mentions are left out and all
    offsets count from there. `datelines` are those of the text.
    """
    local = localities(page, datelines)
    found = tidied(page, drafts(spans))
    page.localities = certain_places(page, found, local)
    found = without_places(page, bordered(page, found), local)
    found = with_captions(page, found)
    found = with_signs(page, found)
    without_genitive(page, found)
    without_bare_genitive(page, found)
    found = parted(page, found)
    found, pairs = introduced(page, found)
    found = with_new(found, short_forms(page, {page.form(short) for _, short in pairs}))
    found = with_marked_bodies(page, with_compounds(page, found))
    found = without_floods(page, with_repeats(page, found))
    return _put_together(page, found, pairs, shown)


def _put_together(page: Page, found: list[Draft], pairs: list[tuple[Draft, Draft]], shown: int) -> Findings:
    clusters: list[FoundCluster] = []
    number_of: dict[int, int] = {}
    for person in people_of.people(page, found):
        name = people_of.fullest(page, person)
        _add(page, clusters, number_of, person.mentions, (name, person_key(name).key), shown)
    bodies = organisations_of.bodies(page, found, pairs)
    for body in bodies:
        name = organisations_of.fullest(page, body)
        _add(page, clusters, number_of, body.mentions, (name, organisation_key(name)), shown)
    said = [*statements(page, found), *japanese_statements(page, found)]
    said = implied(page, said, [draft for draft in found if id(draft) in number_of], number_of)
    return Findings(tuple(clusters), tuple(_roles(said, number_of, shown)))


def _add(
    page: Page,
    clusters: list[FoundCluster],
    number_of: dict[int, int],
    mentions: list[Draft],
    name: tuple[str, str],
    shown: int,
) -> None:
    visible = [draft for draft in mentions if draft.start >= shown]
    if not visible or not name[1] or max(draft.confidence for draft in mentions) < _least(name[0]):
        return
    number_of.update((id(draft), len(clusters)) for draft in mentions)
    clusters.append(
        FoundCluster(
            visible[0].kind,
            name[0],
            name[1],
            tuple(
                FoundMention(
                    draft.start - shown, draft.end - shown, page.form(draft), round(draft.confidence, 3), draft.reason
                )
                for draft in visible
            ),
        )
    )


def _least(name: str) -> float:
    """How sure the surest mention must be; what looks like a name in Japanese letters is one more often."""
    return _LEAST if script_of(name) == "latin" else 0.0


def _roles(said: list[Statement], number_of: dict[int, int], shown: int) -> list[FoundRole]:
    found: dict[tuple[int, str, int | None, int], FoundRole] = {}
    for statement in said:
        if statement.start < shown or id(statement.person) not in number_of:
            continue
        person = number_of[id(statement.person)]
        body = number_of.get(id(statement.organisation)) if statement.organisation else None
        role = FoundRole(
            person, statement.role, body, statement.start - shown, statement.end - shown, round(statement.confidence, 3)
        )
        found.setdefault((person, statement.role, body, statement.start), role)
    return list(found.values())
