"""Organisations of one key whose legal forms contradict each other are two, whichever is found first."""

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.model.people import Findings, FoundCluster
from tests.conftest import article
from tests.unit.archive.cast import Cast, ListReader, read, who

GMBH, AG = "Kessler GmbH", "Kessler AG"
FIRMS: Cast = {
    **dict.fromkeys((GMBH, AG, "Kessler", "Kessler KG"), ("organisation", "kessler")),
    **dict.fromkeys(("Matsu KK", "Matsu Ltd"), ("organisation", "matsu")),
    "Vogel": ("person", "?vogel"),
}


class FirmReader(ListReader):
    """Each form is a cluster of its own, as the document level keeps firms apart."""

    def _findings(self, text: str) -> Findings:
        whole = super()._findings(text)
        return Findings(
            tuple(
                FoundCluster(
                    one.kind, form, one.key, tuple(mention for mention in one.mentions if mention.form == form)
                )
                for one in whole.clusters
                for form in sorted({mention.form for mention in one.mentions})
            )
        )


def firms(version: str = "firms 1") -> ListReader:
    return FirmReader(FIRMS, version)


def owners(archive: Archive, *numbers: int) -> list[int]:
    return [mention.entity for number in numbers for mention in archive.mentions(number)]


@pytest.mark.parametrize(("first", "second"), [(GMBH, AG), (AG, GMBH)])
@pytest.mark.parametrize("at_once", [True, False])
def test_contradicting_legal_forms_are_two(empty: Archive, first: str, second: str, at_once: bool) -> None:
    texts = [article(f"{each} baut.", each) for each in (first, second, "Kessler")]
    if at_once:
        numbers = read(empty, *texts, reader=firms())
    else:
        numbers = [number for text in texts for number in read(empty, text, reader=firms())]
    one, other, bare = owners(empty, *numbers)
    assert one != other
    assert bare in (one, other)
    empty.recognise(reader=firms("firms 2"))
    assert owners(empty, *numbers) == [one, other, bare]
    (later,) = read(empty, article(f"{second} und {first} und {second} bauen.", "Später"), reader=firms("firms 2"))
    assert owners(empty, later) == [other, one, other]


def test_both_in_one_article_are_two(empty: Archive) -> None:
    (number,) = read(empty, article(f"Die {GMBH} verklagt die {AG}, und Kessler schweigt."), reader=firms())
    one, other, bare = owners(empty, number)
    assert one != other
    assert bare in (one, other)


def test_a_decision_about_one_holds_for_later_articles_and_runs(empty: Archive) -> None:
    numbers = read(empty, article(f"{GMBH} baut."), article(f"{AG} baut."), reader=firms())
    one, other = owners(empty, *numbers)
    empty.merge_entities([other], one)
    (third,) = read(empty, article(f"{AG} und Kessler KG."), reader=firms("firms 2"))
    same, third_firm = owners(empty, third)
    assert same == one
    assert third_firm != one
    empty.unmerge_entity(one)
    assert owners(empty, *numbers, third) == [one, other, other, third_firm]


def test_a_japanese_legal_form_may_be_written_in_english(empty: Archive) -> None:
    numbers = read(empty, *(article(f"{form} baut.", form) for form in ("Matsu KK", "Matsu Ltd")), reader=firms())
    assert len(set(owners(empty, *numbers))) == 1


def test_who_was_assigned_by_hand_opens_no_door(empty: Archive) -> None:
    """“Kessler AG” of one article is the GmbH, says the reader; that does not make every AG the GmbH."""
    numbers = read(empty, article(f"{GMBH} baut."), article(f"{AG} baut.", "Zwei"), reader=firms())
    one, other = owners(empty, *numbers)
    empty.assign_mention(numbers[1], 0, one)
    later = read(empty, article(f"{AG} zieht um."), article(f"{GMBH} bleibt.", "Vier"), reader=firms("firms 2"))
    assert owners(empty, *numbers, *later) == [one, one, other, one]


def test_what_a_reader_marks_is_whoever_bears_the_name(empty: Archive) -> None:
    numbers = read(empty, article(f"{GMBH} baut."), article(f"{AG} baut. Vogel kam.", "Zwei"), reader=firms())
    one, other, vogel = owners(empty, *numbers)
    empty_reader = ListReader({}, "blind")
    (late,) = read(empty, article(f"{AG} und {GMBH}, Vogel.", "Drei"), reader=empty_reader)
    for name, kind, wanted in ((AG, "organisation", other), (GMBH, "organisation", one), ("Vogel", "person", vogel)):
        start = empty.article(late).text.index(name)
        assert empty.add_mention(late, start, start + len(name), kind).result == wanted  # type: ignore[arg-type]
    assert who(empty, late) == [(AG, AG), (GMBH, GMBH), ("Vogel", "Vogel")]
