"""From bytes to text."""

import pytest

from desktop_app.ingest.encoding import decode, known_codec, repair

GERMAN = "Die Bürgermeisterin von Köln begrüßte die Gäste aus Fürth zum Straßenfest, wo es Würste und Äpfel gab. " * 3
JAPANESE = "東京都知事は記者会見で新しい防災計画を発表した。大阪市の市長も同日、協力を表明した。" * 3


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252", "mac-roman", "utf-16", "utf-16-le", "utf-16-be"])
def test_german(codec: str) -> None:
    assert decode(GERMAN.encode(codec)).text == GERMAN


@pytest.mark.parametrize("codec", ["utf-8", "cp932", "euc_jp", "iso2022_jp", "utf-16-be", "utf-16-le"])
def test_japanese(codec: str) -> None:
    assert decode(JAPANESE.encode(codec)).text == JAPANESE


def test_one_bad_byte_does_not_spoil_the_rest() -> None:
    data = GERMAN.encode() + b"caf\xe9 " + GERMAN.encode()
    decoded = decode(data)
    assert decoded.damaged
    assert decoded.text == GERMAN + "café " + GERMAN


def test_cut_off_last_character() -> None:
    assert decode(GERMAN.encode()[:-60] + b"\xc3").text.endswith("\ufffd")


def test_readers_choice_wins() -> None:
    assert decode("für".encode("cp437"), declared="cp437").text == "für"
    assert decode("für".encode(), declared="no-such-codec").text == "für"


def test_latin_1_is_read_as_windows_1252() -> None:
    assert known_codec("ISO-8859-1") == "cp1252"
    assert known_codec("rot13") == ""
    assert decode(b"\x84Kohle\x93", declared="iso-8859-1").text == "„Kohle“"


def test_declaration_in_markup() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body>Zażółć gęślą jaźń</body></html>'
    assert "gęślą" in decode(page.encode("iso-8859-2"), markup=True).text


def test_wrong_declaration_does_not_spoil_utf_8() -> None:
    page = '<meta charset="iso-8859-1"><p>Grüße aus Köln</p>'
    assert "Grüße" in decode(page.encode(), markup=True).text


def test_surrogates_encoded_one_by_one() -> None:
    assert decode(b"Gru\xc3\x9f \xed\xa0\xbd\xed\xb8\x80").text == "Gruß 😀"


@pytest.mark.parametrize(
    "text", ["„Hafen“ und ‚Kai‘", "ＮＡＴＯ　２０２０", "Müller & Söhne – 3 €", "l’été à Paris", "Â§ 3"[1:]]
)
def test_repair_leaves_good_text_alone(text: str) -> None:
    assert repair(text) == text


def test_repair_undoes_mojibake() -> None:
    assert repair("MÃ¼nchen grÃ¼ÃŸt") == "München grüßt"
