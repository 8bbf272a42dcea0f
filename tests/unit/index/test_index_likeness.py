"""The words that characterise an article."""

from collections.abc import Callable, Sequence

from desktop_app.index.hits.likeness import words_of


def known(**frequencies: int) -> Callable[[Sequence[str]], list[int]]:
    """Frequencies of words; 30 for any other."""
    return lambda words: [frequencies.get(word, 30) for word in words]


def test_rare_words_that_stand_often_come_first() -> None:
    text = "Der Kran am Hafen. Der Kran steht, der Hafen auch. Der Kran rostet."
    frequencies = known(der=950, kran=20, hafen=40, am=800, steht=60, auch=700, rostet=55)
    assert words_of(text, "", "de", frequencies, 1_000) == ("kran", "hafen", "rostet", "steht")


def test_a_word_of_the_title_counts_more() -> None:
    assert words_of("Kran Hafen", "Hafen", "de", known(kran=20, hafen=20), 1_000) == ("hafen", "kran")


def test_numbers_letters_and_words_that_nobody_else_has_are_left_out() -> None:
    found = words_of("2018 x Kran 15000 einzigartig", "", "de", known(einzigartig=1), 1_000)
    assert found == ("kran",)


def test_small_archives_have_words_too() -> None:
    assert words_of("Der Kran", "", "de", lambda words: [4 if word == "der" else 2 for word in words], 4) == ("kran",)
    assert words_of("", "", "de", lambda words: [], 4) == ()


def test_japanese_words_are_pairs_of_characters_without_endings() -> None:
    found = words_of("コーポレートガバナンスについて、東京証券取引所は", "", "ja", known(), 1_000)
    assert found
    assert all(len(word) == 2 for word in found)
    assert "つい" not in found
    assert len(found) < 14  # not every pair of a long word


def test_there_are_not_more_than_asked_for() -> None:
    text = " ".join(f"wort{chr(97 + at)}{chr(97 + at % 7)}" for at in range(26))
    assert len(words_of(text, "", "de", known(), 1_000_000, limit=10)) == 10
    assert words_of(text, "", "de", known(), 1_000, limit=5) == words_of(text, "", "de", known(), 1_000)[:5]


def test_large_archives_are_asked_for_more_words() -> None:
    text = " ".join(f"wort{chr(97 + at)}{chr(97 + at % 7)}" for at in range(26))
    sizes = [len(words_of(text, "", "de", known(), documents)) for documents in (300, 10_000, 1_000_000)]
    assert sizes == [6, 15, 25]
