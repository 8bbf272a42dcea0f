import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.entities.sentences import MOST_CHARACTERS, MOST_TOKENS, japanese_sentences, sentences
from desktop_app.entities.tokens import Token, tokens

ANY = st.text(max_size=300) | st.text(alphabet="aÄ1.,-/'’@& \n\n\0„“()Ⅻ日。", max_size=300)


def _cut(text: str, language: str = "de") -> list[str]:
    return [token.text for token in tokens(text, language=language)]


def _read(text: str, language: str = "de") -> list[str]:
    return [" ".join(token.text for token in sentence) for sentence in sentences(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dr. Julia Münch kam am 3. Mai.", "Dr.|Julia|Münch|kam|am|3.|Mai|."),
        ("Michael. F. Bayer (IHK Aachen)", "Michael|.|F.|Bayer|(|IHK|Aachen|)"),
        ("Hintere Reihe (v.l.n.r.): Iso", "Hintere|Reihe|(|v.l.n.r.|)|:|Iso"),
        ("e.GO, NRW.Invest und 01Booster", "e.GO|,|NRW.Invest|und|01Booster"),
        (
            "Start- ups, Start-ups, Industrie- und Handelskammer",
            "Start-|ups|,|Start-ups|,|Industrie-|und|Handelskammer",
        ),
        ("die DJW-Geschäftsführerin", "die|DJW-Geschäftsführerin"),
        ("der Chor e.V. und e. V.", "der|Chor|e.V.|und|e.|V."),
        ("ins Haus.Die Stadt", "ins|Haus|.|Die|Stadt"),
        (",,Hallo'' und „Hallo“", ",,|Hallo|''|und|„|Hallo|“"),
        ("bei Kaiser's und P&T, CDU/CSU", "bei|Kaiser's|und|P&T|,|CDU|/|CSU"),
        ("120 km/h, 30.000 Euro, 10:30 Uhr", "120|km/h|,|30.000|Euro|,|10:30|Uhr"),
        ("am 8.September, Nr.5", "am|8.|September|,|Nr.|5"),
        ("Er wurde 3. Die Menge", "Er|wurde|3|.|Die|Menge"),
        ("siehe https://e.example/x?y, a.b@c.example.", "siehe|https://e.example/x?y|,|a.b@c.example|."),
        ("ver.di, stern.de und E.ON-Chef", "ver.di|,|stern.de|und|E.ON-Chef"),
    ],
)
def test_german_words_and_signs(text: str, expected: str) -> None:
    assert _cut(text) == expected.split("|")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. Senate's don't", "The|U.S.|Senate|'s|do|n't"),
        ("O’Neal’s T-Mobile, No. 5", "O’Neal|’s|T-Mobile|,|No.|5"),
        ("born on May 3. It was", "born|on|May|3|.|It|was"),
        ("AT&T Inc. rose 3.5%", "AT&T|Inc.|rose|3.5|%"),
    ],
)
def test_english_words_and_signs(text: str, expected: str) -> None:
    assert _cut(text, "en") == expected.split("|")


@given(ANY, st.sampled_from(["de", "en"]))
def test_tokens_are_slices_in_order_and_hold_every_letter(text: str, language: str) -> None:
    found = list(tokens(text, language=language))
    _hold(text, found)
    assert "".join(token.text for token in found) == "".join(char for char in text if not char.isspace())


@given(ANY, st.sampled_from(["de", "en", "ja"]))
def test_sentences_are_all_tokens_in_order(text: str, language: str) -> None:
    read = list(japanese_sentences(text) if language == "ja" else sentences(text, language))
    assert all(read)
    flat = [token for sentence in read for token in sentence]
    _hold(text, flat)
    assert "".join(token.text for token in flat) == "".join(char for char in text if not char.isspace())


def _hold(text: str, found: list[Token]) -> None:
    at = 0
    for token in found:
        assert at <= token.start < token.end
        assert text[token.start : token.end] == token.text
        at = token.end


def test_sentences_end_at_full_stops_but_not_at_abbreviations() -> None:
    assert _read("Dr. Hans Iso kam. Er sagte: „Gut.“ Danach z.B. Prof. Münch e.V. Die Stadt schwieg!") == [
        "Dr. Hans Iso kam .",
        "Er sagte : „ Gut . “",
        "Danach z.B. Prof. Münch e.V.",
        "Die Stadt schwieg !",
    ]
    assert len(_read("Laut Michael. F. Bayer steigt der Absatz.")) == 1
    assert len(_read("Mr. Smith of the U.S. Navy met J. P. Fox. He left.", "en")) == 2


def test_headings_and_lists_end_with_their_line_and_wrapped_lines_do_not() -> None:
    text = (
        "Besuch aus Yokohama\n"
        "Oberbürgermeister Jan Otte hat eine Delegation aus\n"
        "Yokohama empfangen. Mit dabei war auch die\n"
        "Dolmetscherin.\n\n"
        "Rita Klemm\nJan Otte\nKenji Tanaka"
    )
    assert _read(text) == [
        "Besuch aus Yokohama",
        "Oberbürgermeister Jan Otte hat eine Delegation aus Yokohama empfangen .",
        "Mit dabei war auch die Dolmetscherin .",
        "Rita Klemm",
        "Jan Otte",
        "Kenji Tanaka",
    ]


def test_a_list_of_guests_may_be_torn() -> None:
    assert _read("Vordere Reihe (v.l.n.r.): Rita Klemm, Jan Otte, Kenji\nTanaka und Ute Rau") == [
        "Vordere Reihe ( v.l.n.r. ) : Rita Klemm , Jan Otte , Kenji Tanaka und Ute Rau"
    ]


def test_japanese_is_read_by_characters() -> None:
    read = [
        "".join(token.text for token in sentence)
        for sentence in japanese_sentences("見出し\n田中氏は「はい。」と言う。東京 駅！\n\n次")
    ]
    assert read == ["見出し", "田中氏は「はい。」", "と言う。", "東京駅！", "次"]


HOSTILE = [
    "1",
    "a",
    "a.",
    "1.",
    "1,",
    "\0",
    ".'",
    "a@",
    "http://",
    "1a",
    "Ab.",
    "aa/",
    "U.S.",
    "\n",
    "a\n",
    ". A",
    '"',
    "。",
    "東\n",
    "A b. ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_is_read_in_pieces_of_bounded_size(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    assert max((len(sentence) for sentence in sentences(text)), default=0) <= MOST_TOKENS
    assert max((len(sentence) for sentence in japanese_sentences(text)), default=0) <= MOST_CHARACTERS
