"""What segments hold beside postings: stems, languages, sentences, leads; and that merging keeps all of it."""

from pathlib import Path

import numpy as np
import pytest

from desktop_app.index.segments import merging
from desktop_app.index.segments.batch import Batch
from desktop_app.index.segments.postings import order_of_words
from desktop_app.index.segments.segment import Field, Segment, write_segment
from desktop_app.index.text import analysis
from desktop_app.model.documents import Document

TEXT = (
    "Die Häuser am Hafen. Dr. Müller kam.\n\nZwei Start-ups zogen ein. Ein Haus steht leer.\n"
    "* * *\nEnde des 1. Teils. Im 2. Teil mehr."
)
DOCUMENTS = [
    Document(7, "Kicker\nTitel", TEXT, "Notiz. Noch eine.", "de"),
    Document(3, "", "", "", "en"),
    Document(9, "Houses", "Companies sell houses. The company\ngrows.", "", "en"),
    Document(5, "東京", "東京都は「導入する。」と言った。次の文。", "", "ja"),
    Document(4, "", "Ein Satz. " + "Wort " * 200 + ". Zwei. Drei. Vier. Fünf.", "", "de"),
    Document(6, "", TEXT, "", "de", lead=36),
]


def segment_of(path: Path, documents: list[Document]) -> Segment:
    batch = Batch()
    for document in documents:
        batch.add(document)
    write_segment(path, batch.contents())
    return Segment(path)


@pytest.fixture
def segment(tmp_path: Path) -> Segment:
    return segment_of(tmp_path / "one", DOCUMENTS)


def words(field: Field, numbers: list[int]) -> list[str]:
    return [field.term(number).decode() for number in numbers]


def places(segment: Segment, number: int) -> tuple[list[int], list[int]]:
    """Where the sentences and paragraphs of an article begin."""
    at = segment.ids.tolist().index(number)
    found = [segment.breaks(unit) for unit in ("sentence", "paragraph")]
    sentences, paragraphs = ([*positions[starts[at] : starts[at + 1]].tolist()] for starts, positions in found)
    return sentences, paragraphs


def position(segment: Segment, number: int, word: str) -> int:
    """The first position of a word in an article's text."""
    field = segment.field("text")
    term = field.find(word.encode())
    docs, freqs = field.postings(term, term + 1)
    owners = np.repeat(docs, freqs)
    return int(field.positions_of(term)[owners == segment.ids.tolist().index(number)][0])


def test_languages_leads_and_ids_are_aligned(segment: Segment) -> None:
    assert segment.ids.tolist() == [7, 3, 9, 5, 4, 6]
    assert segment.languages.tolist() == [1, 2, 2, 3, 1, 1]
    assert len(segment.lead) == 6


def test_sentences_begin_where_their_first_words_stand(segment: Segment) -> None:
    sentences, paragraphs = places(segment, 7)
    begins = ["muller", "zwei", "ende", "im"]
    assert [position(segment, 7, word) for word in begins][1:3] == paragraphs
    assert sentences == [4, 7, 12, 16, 20]
    assert position(segment, 7, "dr") == 4
    assert places(segment, 3) == ([], [])
    assert places(segment, 9) == ([3, 5], [5])
    assert places(segment, 5)[0] == [position(segment, 5, "次")]


def test_leads_end_behind_a_paragraph_three_sentences_or_a_mark(segment: Segment) -> None:
    lead = dict(zip(segment.ids.tolist(), segment.lead.tolist(), strict=True))
    assert lead[7] == position(segment, 7, "zwei")
    assert lead[3] == 0
    assert lead[4] == position(segment, 4, "drei")
    assert lead[6] == 7
    assert lead[9] == 5


@pytest.mark.parametrize(
    ("stem", "language", "expected"),
    [
        ("haus", "de", ["haus", "hauser"]),
        ("hous", "en", ["houses"]),
        ("hous", "de", []),
        ("compani", "en", ["companies", "company"]),
        ("startup", "de", ["startups"]),
        ("haf", "de", ["hafen"]),
        ("ende", "de", []),
        ("", "de", []),
        ("東京", "de", []),
        ("fehlt", "en", []),
    ],
)
def test_words_of_a_stem(segment: Segment, stem: str, language: analysis.Language, expected: list[str]) -> None:
    field = segment.field("text")
    assert words(field, field.alike(stem, language)) == expected


def test_every_word_is_found_by_its_stem(segment: Segment) -> None:
    for name in segment.field_names():
        field = segment.field(name)
        spoken = {
            number: int(np.bitwise_or.reduce(segment.languages[docs_of(field, number)])) for number in range(field.size)
        }
        texts = words(field, list(range(field.size)))
        for bit, language in enumerate(analysis.LANGUAGES):
            for number, stem in enumerate(analysis.stemmed(texts, language)):
                if stem and spoken[number] & (1 << bit):
                    assert number in field.alike(stem, language)


def docs_of(field: Field, number: int) -> np.ndarray:
    return field.postings(number, number + 1)[0]


def test_merging_keeps_everything(tmp_path: Path, segment: Segment) -> None:
    parts = [segment_of(tmp_path / str(document.id), [document]) for document in DOCUMENTS]
    write_segment(tmp_path / "merged", merging.merge(parts, [np.ones(1, bool) for _ in parts]))
    assert (tmp_path / "merged").read_bytes() == (tmp_path / "one").read_bytes()


def test_merging_leaves_out_what_is_deleted(tmp_path: Path, segment: Segment) -> None:
    keep = np.array([True, False, True, False, False, True])
    write_segment(tmp_path / "fewer", merging.merge([segment], [keep]))
    kept = [document for document, kept in zip(DOCUMENTS, keep, strict=True) if kept]
    segment_of(tmp_path / "fresh", kept)
    assert (tmp_path / "fewer").read_bytes() == (tmp_path / "fresh").read_bytes()


def test_runs_are_laid_together(tmp_path: Path, segment: Segment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.index.segments.batch._RUN", 3)
    segment_of(tmp_path / "runs", DOCUMENTS)
    assert (tmp_path / "runs").read_bytes() == (tmp_path / "one").read_bytes()


def test_pages_can_be_given_back(segment: Segment) -> None:
    before = segment.field("text").terms()
    segment.release()
    assert segment.field("text").terms() == before


def test_marks_in_a_text_are_no_borders(tmp_path: Path) -> None:
    strange = segment_of(tmp_path / "strange", [Document(1, "\x1d", "eins\x1dzwei\x1edrei \x1f vier", "", "")])
    assert places(strange, 1) == ([], [])
    assert words(strange.field("text"), list(range(4))) == ["drei", "eins", "vier", "zwei"]


def test_words_are_ordered_by_their_bytes() -> None:
    long = [b"w" * 16 + tail for tail in (b"b", b"", b"a", b"ab")]
    mixed = [b"b", *long, "ä".encode(), b"a", "東京".encode(), b"ab", b"w" * 15, *(word + b"x" * 70 for word in long)]
    assert [mixed[at] for at in order_of_words(mixed)] == sorted(mixed)
    assert order_of_words([]).tolist() == []
