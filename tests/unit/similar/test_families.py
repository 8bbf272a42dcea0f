"""Families: versions are found, and what only looks alike is not taken for one."""

from collections.abc import Sequence

import numpy as np
import pytest

from desktop_app.similar import families
from desktop_app.similar.comparing import Comparing
from desktop_app.similar.families import NOTHING, candidates
from desktop_app.similar.joining import Link
from desktop_app.similar.joining import families as joined
from desktop_app.similar.sketches import KEPT, sketch
from desktop_app.similar.verdicts import Rarity
from tests.unit.similar.press import ALL, BRIDGE, FERRY, HARBOUR, REPORT, VISIT, edited, framed, other_articles


def table_of(texts: Sequence[str]) -> families.Table:
    table = np.full((len(texts), KEPT), NOTHING, np.uint32)
    for row, text in enumerate(texts):
        hashes = sketch(text).hashes
        table[row, : len(hashes)] = hashes
    return table


def links(texts: Sequence[str], fresh: Sequence[int] | None = None) -> list[Link]:
    new = np.ones(len(texts), bool) if fresh is None else np.isin(np.arange(len(texts)), fresh)
    work = Comparing(
        candidates(table_of(texts), new), Rarity(texts), lambda rows: {row: texts[row] for row in rows if texts[row]}
    )
    return [link for part in work.parts() for link in part.links]


def found(texts: Sequence[str]) -> dict[int, int]:
    return joined(links(texts), (), ())


@pytest.mark.parametrize("share", [0.1, 0.15, 0.2])
@pytest.mark.parametrize("text", ALL, ids=["harbour", "bridge", "ferry", "visit"])
def test_edited_copies_are_found_among_others(text: str, share: float) -> None:
    assert found([*other_articles(60), text, edited(text, share)]) == {60: 60, 61: 60}


@pytest.mark.parametrize("text", ALL, ids=["harbour", "bridge", "ferry", "visit"])
def test_cut_copies_are_found(text: str) -> None:
    assert found([*other_articles(60), text, text[: len(text) * 2 // 5]]) == {60: 60, 61: 60}


def test_an_imprint_makes_no_family() -> None:
    others = [framed(text, number) for number, text in enumerate([*ALL[:3], *other_articles(12)])]
    assert found(others) == {}
    assert found([*others, HARBOUR]) == {0: 0, 15: 0}


def test_many_copies_of_one_are_one_family() -> None:
    copies = [edited(FERRY, 0.03, seed) for seed in range(45)]
    assert found([*other_articles(30), *copies]) == dict.fromkeys(range(30, 75), 30)


def test_reports_in_the_same_phrases_with_other_figures_are_none() -> None:
    reports = [
        REPORT.format(day=day, one=day * 7 + 111, two=day * 5 + 98, three=day * 3 + 87, four=day * 731, firm=firm)
        for day, firm in ((3, "Mühle Oberbruch"), (10, "Agrarhof Tennstedt"), (17, "Genossenschaft Lank-Nord"))
    ]
    assert found([*other_articles(60), *reports]) == {}


def test_a_quotation_and_a_digest_are_none() -> None:
    quoting = BRIDGE + "\n\n" + HARBOUR.split("\n\n")[0].split(". ")[0] + "."
    digest = "\n\n".join(text.replace("\n", " ").split(". ")[0] + "." for text in (HARBOUR, BRIDGE, FERRY))
    assert found([*other_articles(60), HARBOUR, quoting]) == {}
    assert found([*other_articles(60), HARBOUR, BRIDGE, FERRY, digest]) == {}


def test_only_pairs_with_a_fresh_one_are_compared() -> None:
    texts = [HARBOUR, edited(HARBOUR, 0.1), VISIT, edited(VISIT, 0.1), *other_articles(20)]
    assert {link[:2] for link in links(texts)} == {(0, 1), (2, 3)}
    assert {link[:2] for link in links(texts, fresh=[3])} == {(2, 3)}
    assert links(texts, fresh=[10]) == []


def test_it_finds_the_same_when_hashes_are_sorted_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    known = [*ALL, *(edited(text, 0.15) for text in ALL), *other_articles(9)]
    texts = [framed(text, number) for number, text in enumerate(known)]
    whole = links(texts)
    monkeypatch.setattr(families, "_AT_ONCE", 300)
    assert {(0, 4), (1, 5), (2, 6), (3, 7)} == {link[:2] for link in whole}
    assert links(texts) == whole


def test_texts_that_are_gone_are_passed_over() -> None:
    table = table_of([HARBOUR, edited(HARBOUR, 0.1)])
    work = Comparing(candidates(table, np.ones(2, bool)), Rarity(()), lambda _rows: {})
    assert [part.links for part in work.parts()] == [[]]


def test_nothing_comes_of_nothing() -> None:
    assert links([]) == []
    assert links(["", "Hafen", "Hafen"]) == [] or links(["", "Hafen", "Hafen"])[0].strength == 1


def test_what_the_reader_parted_never_meets_again() -> None:
    chain = [Link(1, 2, 0.9), Link(2, 3, 0.8), Link(3, 4, 0.7)]
    assert joined(chain, (), ()) == dict.fromkeys((1, 2, 3, 4), 1)
    assert joined(chain, [(1, 4)], ()) == {1: 1, 2: 1, 3: 1}
    assert joined(chain, [(1, 2)], ()) == {2: 2, 3: 2, 4: 2}


def test_what_the_reader_put_together_comes_first() -> None:
    chain = [Link(1, 2, 0.9), Link(2, 3, 0.8)]
    assert joined(chain, [(2, 5)], [(3, 5)]) == {1: 1, 2: 1, 3: 3, 5: 3}
    assert joined((), (), [(7, 4)]) == {4: 4, 7: 4}
