"""Where sentences and paragraphs begin."""

from itertools import pairwise

import pytest

from desktop_app.index.text.sentences import borders, lead_end


def cut(text: str) -> list[str]:
    """The sentences of a text, without the white space behind them."""
    places = [0, *borders(text)[0], len(text)]
    return [text[start:end].strip() for start, end in pairwise(places)]


@pytest.mark.parametrize(
    "text",
    [
        "Am 3. Mai kam Dr. Müller, z. B. mit Herrn A. Huber, nach Köln",
        "Das war nach dem 2. Weltkrieg, im 19. Jahrhundert, am 3. 5. 2018",
        "Papst Johannes XXIII. Roncalli und Ludwig XIV. Bourbon",
        "He met Mr. Smith and J. R. R. Tolkien of the U.S. Senate",
        "Art. 5 GG, S. 12, Nr. 7, usw. usf.",
        "„Halt!“, rief sie",
        "Ein … Haus",
        "www.example.org und 3.5 Prozent",
        "Er sagte etc. pp. nichts",
        "東京都は「導入する。」と言った。",
        "",
        "   ",
    ],
)
def test_one_sentence(text: str) -> None:
    assert borders(text) == ([], [])


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Er ging. Sie blieb.", ["Er ging.", "Sie blieb."]),
        ("„Ja!“, rief er. „Nein.“ Sie lachte.", ["„Ja!“, rief er.", "„Nein.“", "Sie lachte."]),
        ("Warum? Österreich! Na ja… Gut.", ["Warum?", "Österreich!", "Na ja…", "Gut."]),
        ("In the U.S. The end.", ["In the U.S.", "The end."]),
        ("Er wurde 12. Danach nichts.", ["Er wurde 12.", "Danach nichts."]),
        ("Das ist die Art. Niemand weiß es.", ["Das ist die Art.", "Niemand weiß es."]),
        ("Im Jahr 1990. 2000 kamen.", ["Im Jahr 1990.", "2000 kamen."]),
        ("Äpfel usw. Der Hafen.", ["Äpfel usw.", "Der Hafen."]),
        ("Nein (so nicht.) »Doch.« [1] Ende.", ["Nein (so nicht.)", "»Doch.«", "[1] Ende."]),
        ("一つ。二つ！「三つ？」四つ。", ["一つ。", "二つ！", "「三つ？」", "四つ。"]),
        ("Titel\nText. Mehr\n\n  Ende", ["Titel", "Text.", "Mehr", "Ende"]),
    ],
)
def test_several_sentences(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


def test_paragraphs_begin_behind_line_ends() -> None:
    text = "\nEins. Zwei\n\n  Drei\nVier\n"
    sentences, paragraphs = borders(text)
    assert [text[at:] for at in paragraphs] == ["Eins. Zwei\n\n  Drei\nVier\n", "Drei\nVier\n", "Vier\n"]
    assert set(paragraphs) < set(sentences)
    assert sentences == sorted(sentences)


def test_a_lead_is_marked_or_short_or_three_sentences() -> None:
    assert lead_end("Kurz.\n\nRest.") == len("Kurz.\n\n")
    assert lead_end("Kurz.\n\nRest.", 3) == 3
    assert lead_end("Kurz.", 99) == 5
    sentence = "Ein Satz von " + "vielen " * 30 + "Wörtern. "
    assert lead_end(sentence * 5) == 3 * len(sentence)
    assert lead_end("wort " * 300) == 1500
