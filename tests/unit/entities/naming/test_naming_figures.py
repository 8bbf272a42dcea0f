"""The clusters of our own, and how they are measured."""

import pytest

from tests.perf.name_quality import Pair, b_cubed, merging_figures, pairwise, read_clusters


def test_nothing_is_merged_wrongly_and_nearly_all_is_asked() -> None:
    values = {figure.what: figure.value for figure in merging_figures()}
    assert values["precision of automatic merges"] >= 0.99
    assert values["recall with the queue"] >= 0.95
    assert values["B-cubed P, automatic"] >= 0.99


def test_the_clusters_are_many_and_no_form_is_in_two() -> None:
    clusters = read_clusters()
    for groups in clusters.values():
        forms = [form for group in groups for form in group]
        assert len(forms) == len(set(forms))
    assert sum(map(len, clusters.values())) >= 120
    assert sum(len(group) for groups in clusters.values() for group in groups) >= 450


def test_b_cubed_counts_each_item() -> None:
    assert b_cubed([1, 1, 2], [5, 5, 6]) == (1.0, 1.0)
    assert b_cubed([1, 1, 2, 2], [5, 5, 5, 5]) == (0.5, 1.0)
    assert b_cubed([1, 1, 2, 2], [5, 6, 7, 8]) == (1.0, 0.5)


def test_pairwise_figures() -> None:
    pairs = [
        Pair("person", "Anna Köttgen", "Dr. Anna Köttgen", match=True),
        Pair("person", "Anna Köttgen", "Anna Köttgn", match=True),
        Pair("person", "Anna Köttgen", "Peter Overath", match=True),
        Pair("person", "Anna Köttgen", "Anna Koettgen", match=False),
    ]
    values = {figure.what: figure.value for figure in pairwise("x", pairs)}
    assert values["precision of automatic merges"] == 0.5
    assert values["recall of automatic merges"] == pytest.approx(1 / 3)
    assert values["recall with the queue"] == pytest.approx(2 / 3)
