"""What counts: live articles, mentions not rejected, names not switched off, people and firms who are somebody."""

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.model.people import Findings, FoundRole
from desktop_app.store.suggestions import NAMES, SURNAME, Proposal, propose
from tests.conftest import article
from tests.unit.archive.cast import ListReader, entity, read

MARCEL = "Marcel Vogel"


class RoleReader(ListReader):
    """Also says of everybody that they are the director of the first organisation, if there is one."""

    def _findings(self, text: str) -> Findings:
        found = super()._findings(text)
        firm = next((at for at, one in enumerate(found.clusters) if one.kind == "organisation"), None)
        roles = tuple(
            FoundRole(at, "Direktor", firm, one.mentions[0].start, one.mentions[0].end, 0.9)
            for at, one in enumerate(found.clusters)
            if one.kind == "person" and firm is not None
        )
        return Findings(found.clusters, roles)


@pytest.fixture
def press(empty: Archive) -> Archive:
    """Marcel Vogel directs the Kranwerk in one article, and nothing in another."""
    read(
        empty,
        article("Direktor Marcel Vogel vom Kranwerk. Vogel sprach.", "Eins", "2018-01-01"),
        article("Marcel Vogel ging.", "Zwei", "2019-01-01"),
        reader=RoleReader(),
    )
    return empty


def test_a_role_with_somebody_who_was_rejected_says_the_role_alone(press: Archive) -> None:
    marcel, firm = entity(press, MARCEL), entity(press, "Kranwerk")
    assert press.entity_rows([marcel])[0].role == "Direktor, Kranwerk"
    press.reject_entities([firm])
    assert press.roles_in(1)[marcel] == "Direktor"
    assert press.entity_rows([marcel])[0].role == "Direktor"
    assert {(role.organisation, role.organisation_id) for role in press.entity(marcel).roles} == {("", 0)}
    press.restore_entities([firm])
    press.switch_name(firm, "Kranwerk", active=False)
    assert press.roles_in(1)[marcel] == "Direktor"


def test_roles_of_the_trash_and_of_names_switched_off_are_not_told(press: Archive) -> None:
    marcel = entity(press, MARCEL)
    press.trash([1])
    assert press.entity_rows([marcel])[0].role == ""
    press.undo()
    press.switch_name(marcel, MARCEL, active=False)
    assert press.entity_rows([marcel])[0].role == ""
    assert marcel not in press.roles_in(1)
    press.undo()
    press.reject_entities([marcel])
    assert marcel not in press.roles_in(1)


def test_forms_are_counted_in_live_articles(press: Archive) -> None:
    marcel = entity(press, MARCEL)
    press.assign_mention(1, press.article(1).text.rindex("Vogel"), marcel)
    assert {form.form: form.mentions for form in press.entity(marcel).forms} == {MARCEL: 2, "Vogel": 1}
    assert press.entity(marcel).checked_mentions == 1
    press.trash([1])
    assert {form.form: form.mentions for form in press.entity(marcel).forms} == {MARCEL: 1}
    assert press.entity(marcel).checked_mentions == 0


def test_who_is_merged_away_shares_no_name(press: Archive) -> None:
    press.warm()
    marcel, bare = entity(press, MARCEL), entity(press, "Vogel")
    press.rename_entity(bare, MARCEL)
    press.merge_entities([bare], marcel)
    values = {facet.id: facet.value for facet in press.facets(press.find("has:person")).people}
    assert values == {marcel: MARCEL}
    assert press.entity_named(MARCEL, "person") == [marcel]


def test_a_purged_archive_counts_nobody(press: Archive) -> None:
    assert len(press.entity_ids()) == 3
    press.trash([1, 2])
    press.empty_trash()
    assert list(press.entity_ids()) == []
    assert press.facets(press.find("")).people == []


def test_the_queue_leaves_out_who_is_named_no_more(press: Archive) -> None:
    marcel, bare, firm = entity(press, MARCEL), entity(press, "Vogel"), entity(press, "Kranwerk")
    with press._session.writing() as connection:
        connection.execute("delete from suggestions")
        identity = dict(connection.execute("select entity_id, id from identities"))
        propose(
            connection,
            [
                Proposal(SURNAME, identity[bare], identity[marcel], 1, 0.9, "“{form}”", {"form": "Vogel"}),
                Proposal(NAMES, identity[marcel], identity[firm], 0, 0.5, "“{one}”", {"one": MARCEL}),
            ],
        )

    def waiting() -> tuple[list[int], int, int]:
        found = press.suggestions()
        assert press.suggestion_count() == len(found)
        return [each.article for each in found], press.entity(bare).suggestions, press.entity(firm).suggestions

    assert waiting() == ([1, 0], 1, 1)
    press.reject_mention(1, press.article(1).text.rindex("Vogel"), press.article(1).text.rindex("Vogel") + 5)
    assert waiting() == ([0], 0, 1)
    press.undo()
    press.trash([1])
    assert waiting() == ([], 0, 0)
    press.undo()
    press.reject_entities([firm])
    assert waiting() == ([1], 1, 0)
    press.undo()
    (_, second) = press.suggestions()
    press.decide(second.id, "different")
    assert waiting() == ([1], 1, 0)
