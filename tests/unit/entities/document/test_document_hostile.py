"""Bad input: no crash, no flood of names."""

import pytest

from desktop_app.entities.document.findings import findings
from desktop_app.model.people import Findings, Span
from tests.unit.entities.document.marked import page_of


@pytest.mark.parametrize("language", ["de", "en", "ja", "fr", ""])
@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t\n",
        "7" * 200_000,
        "1 2 3 4 5 6 7 8 9 " * 5_000,
        "Ä" * 100_000,
        "Müller-" * 20_000,
        "A-" * 100_000,
        "„Ab-" * 50_000,
        "(" * 50_000,
        "v.l.n.r.: " * 5_000,
        "Foto: " * 10_000,
        "\ud7ff\u0301\u200b\ufeff",
        "社長" * 30_000,
    ],
)
def test_noise_without_names(text: str, language: str) -> None:
    assert findings(page_of(text, language), []) == Findings()


def test_a_line_of_ten_thousand_names_is_cut() -> None:
    word = "Anna Berger "
    text = word * 10_000
    spans = [Span(at, at + 11, "person", 0.95) for at in range(0, len(text), len(word))]
    found = findings(page_of(text, "de"), spans)
    assert sum(len(cluster.mentions) for cluster in found.clusters) < 200


def test_many_names_on_many_lines_stay_bounded() -> None:
    lines = [f"Herr Xaver{number} Yildiz{chr(97 + number % 26)} kam mit Bahnchef Tom Dorn." for number in range(6_000)]
    text = "\n".join(lines)
    spans = [Span(at, at + 4, "person", 0.9) for at in range(0, len(text) - 10, 50)]
    found = findings(page_of(text, "de"), spans)
    assert sum(len(cluster.mentions) for cluster in found.clusters) < 20_000


def test_tables_have_no_names() -> None:
    text = "Adam\t12\t13\t17\t99\nBerta\t11\t12\t13\t14\n"
    assert findings(page_of(text, "de"), [Span(0, 4, "person", 0.6), Span(17, 22, "person", 0.6)]) == Findings()


def test_spans_that_overlap_or_are_empty() -> None:
    text = "Julia Münch kam."
    spans = [Span(0, 11, "person", 0.9), Span(6, 11, "organisation", 0.5), Span(3, 3, "person", 0.9)]
    found = findings(page_of(text, "de"), spans)
    assert [(cluster.name, len(cluster.mentions)) for cluster in found.clusters] == [("Julia Münch", 1)]


def test_all_offsets_lie_in_the_text() -> None:
    text = "Hintere Reihe (v.l.): Anna Berg (DJW"
    for end in range(len(text) + 1):
        found = findings(page_of(text[:end], "de"), [Span(0, end, "organisation", 0.9)] if end else [])
        for cluster in found.clusters:
            for mention in cluster.mentions:
                assert 0 <= mention.start < mention.end <= end
