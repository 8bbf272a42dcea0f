"""Keyword in context."""

from desktop_app.index.hits.concordance import lines
from desktop_app.model.query import Phrase, Term

TEXT = "Am Montag kam das Schiff „Hafen“ an.\nDer Hafen lag still, denn die Kräne des Start- ups\nruhten sich aus."


def test_a_line_has_words_on_both_sides_and_keeps_the_blanks() -> None:
    first, second = lines(TEXT, Term("Hafen"), "de", before=3)
    assert (first.left, first.hit, first.right) == ("das Schiff „", "Hafen", "“ an. Der")
    assert (second.left, second.hit, second.right) == ("„Hafen“ an. Der ", "Hafen", " lag still, denn")
    assert TEXT[second.start : second.end] == "Hafen"


def test_hits_and_contexts_are_on_one_line() -> None:
    (line,) = lines(TEXT, Phrase("Start-ups ruhten"), "de", before=2)
    assert (line.left, line.hit, line.right) == ("Kräne des ", "Start- ups ruhten", " sich aus.")


def test_a_context_is_cut_at_words_and_in_japanese_at_characters() -> None:
    text = f"{'Donaudampfschifffahrt' * 9} und der Hafen und {'Donaudampfschifffahrt' * 9}"
    (line,) = lines(text, Term("Hafen"), "de", before=4)
    assert (line.left, line.right) == ("und der ", " und")
    (line,) = lines("東" * 90 + "大阪" + "京" * 90, Term("大阪"), "ja", before=4)
    assert (line.left, line.hit, line.right) == ("東" * 32, "大阪", "京" * 32)


def test_there_are_no_lines_without_hits() -> None:
    assert list(lines(TEXT, Term("Bahnhof"), "de")) == []
    assert list(lines("", Term("Bahnhof"), "de")) == []
