"""Where a quote stands in another version of its text."""

import pytest

from desktop_app.model.anchors import Alignment, Anchor, anchor_at, place

OLD = (
    "Delegation aus Ōsaka am Niederrhein\n\nEine Delegation aus Ōsaka hat am Montag den Hafen besucht. Sie sprach"
    " mit dem Hafenmeister über neue Kräne. „Wir kommen wieder“, sagte die Leiterin.\n\nAm Dienstag fährt die"
    " Gruppe nach Köln weiter."
)


def _moved(new: str, quote: str, old: str = OLD) -> str | None:
    start = old.index(quote)
    found = place(anchor_at(old, start, start + len(quote)), new, old)
    return None if found is None else new[found[0] : found[1]]


def test_an_anchor_holds_its_words_and_what_is_around_them() -> None:
    assert anchor_at("ab" * 40, 40, 42) == Anchor(40, 42, "ab", "ab" * 16, "ab" * 16)
    assert anchor_at("abc", 0, 1) == Anchor(0, 1, "a", "", "bc")
    for start, end in ((2, 2), (-1, 2), (0, 4)):
        with pytest.raises(ValueError, match="no span"):
            anchor_at("abc", start, end)


def test_marks_at_the_edges_come_along() -> None:
    new = OLD.replace("„", '"').replace("“", '"').replace(" sprach", "\nsprach")
    assert _moved(new, "„Wir kommen wieder“") == '"Wir kommen wieder"'
    assert _moved(OLD.replace("„Wir", "… Wir"), "„Wir kommen") == "Wir kommen"
    assert _moved("Vorspann.\n" + OLD, " Sie sprach ") == " Sie sprach "


def test_a_word_inside_may_have_changed_and_a_word_at_the_edge() -> None:
    assert _moved(OLD.replace("neue", "alte"), "dem Hafenmeister über neue Kräne") == "dem Hafenmeister über alte Kräne"
    quote = "Hafenmeister über neue Kräne. „Wir kommen wieder“, sagte die Leiterin."
    new = OLD.replace("Hafenmeister", "Kapitän")
    assert _moved(new, quote) == quote.replace("Hafenmeister", "Kapitän")


def test_a_word_that_is_another_now_orphans_what_was_said_of_it() -> None:
    assert _moved(OLD.replace("Hafenmeister", "Bürgermeister"), "Hafenmeister") is None
    assert _moved(OLD.replace("Montag", "Freitag"), "am Montag") is None


def test_what_was_cut_is_nowhere_even_if_its_words_stand_elsewhere() -> None:
    new = OLD.replace("Eine Delegation aus Ōsaka hat am Montag den Hafen besucht. ", "")
    start = OLD.index("Delegation", 10)
    assert Alignment(OLD, new).place(start, start + len("Delegation aus Ōsaka")) is None


def test_a_paragraph_that_moved_takes_its_marks_along() -> None:
    first, second, third = OLD.split("\n\n")
    new = f"{first}\n\n{third}\n\n{second}"
    assert _moved(new, "Am Dienstag fährt die Gruppe") == "Am Dienstag fährt die Gruppe"
    assert _moved(new, "über neue Kräne") == "über neue Kräne"


def test_of_two_equal_paragraphs_none_is_guessed() -> None:
    first, second, third = OLD.split("\n\n")
    assert _moved(f"{first}\n\n{second}\n\n{second}\n\n{third}", "über neue Kräne") is None
    # A copy elsewhere has other neighbours than the paragraph that stayed.
    new = f"{first}\n\n{second}\n\n{third}\n\n{second}\n\nEnde"
    start = OLD.index("über neue")
    assert Alignment(OLD, new).place(start, start + 15) == (start, start + 15)


def test_words_that_stood_twice_before_keep_their_places() -> None:
    old = "Der Rat tagt. Erst sprach Dorn, dann Pütz. Der Rat tagt. Zuletzt sprach Frau Meier."
    second = old.index("Der Rat", 5)
    new = "Aus dem Rathaus\n\n" + old.replace("Erst", "Zuerst")
    assert Alignment(old, new).place(0, 7) == (17, 24)
    assert Alignment(old, new).place(second, second + 7) == (new.index("Der Rat", 20), new.index("Der Rat", 20) + 7)


def test_a_mark_of_punctuation_alone_stays_between_its_words() -> None:
    old, new = "Der Hafen – ein alter – wächst noch.", "Vorab: Der Hafen - ein alter - wächst noch."
    at = old.index("–", 15)
    assert Alignment(old, new).place(at, at + 1) == (new.index("-", 20), new.index("-", 20) + 1)
    assert Alignment(old, new.replace(" - wächst", " wächst")).place(at, at + 1) is None


def test_offsets_count_in_the_text_that_is_given() -> None:
    import unicodedata

    new = unicodedata.normalize("NFD", "ÄÖÜ " + OLD)
    start = OLD.index("Kräne")
    found = place(anchor_at(OLD, start, start + 5), new, OLD)
    assert found is not None
    assert unicodedata.normalize("NFC", new[slice(*found)]) == "Kräne"
    back = place(Anchor(*found, new[slice(*found)]), OLD, new)
    assert back == (start, start + 5)


def test_without_the_old_text_the_quote_and_what_is_around_it_must_do() -> None:
    start = OLD.index("Hafenmeister")
    anchor = anchor_at(OLD, start, start + 12)
    assert place(anchor, "Vorspann\n\n" + OLD) == (start + 10, start + 22)
    assert place(anchor, "Der Hafenmeister schwieg. Von Kränen war nicht die Rede.") is None
    assert place(anchor, OLD + "\n\n" + OLD) is None
    assert place(anchor, "", OLD) is None
