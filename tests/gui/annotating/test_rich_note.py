"""Notes as they are shown."""

import pytest

from desktop_app.gui.annotating.rich_note import as_html


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("Ein **wichtiges** Wort", "Ein <b>wichtiges</b> Wort"),
        ("Ein *leises* und _noch eins_", "Ein <i>leises</i> und <i>noch eins</i>"),
        ("3 * 4 * 5 bleibt stehen", "3 * 4 * 5 bleibt stehen"),
        ("datei_name_alt bleibt stehen", "datei_name_alt bleibt stehen"),
        ("# Herkunft", "<b>Herkunft</b>"),
        ("- erstens", "•&nbsp;erstens"),
        ("2. zweitens", "2.&nbsp;zweitens"),
        ("> gesagt ist gesagt", "<i>gesagt ist gesagt</i>"),
        ("Siehe [den **Kai**](article:12).", 'Siehe <a href="article:12">den <b>Kai</b></a>.'),
        ("**[Anna](entity:5) sagt es**", '<b><a href="entity:5">Anna</a> sagt es</b>'),
        ("[außen](https://example.org/)", "[außen](https"),
        ("[Datei](file:1)", "[Datei](file:1)"),
    ],
)
def test_marks_become_type(body: str, shown: str) -> None:
    assert shown in as_html(body)


def test_nothing_in_a_note_is_obeyed() -> None:
    made = as_html('<img src="file:///etc/passwd"> & <b>kein Fett</b>\n<script>')
    assert "<img" not in made
    assert "<script" not in made
    assert "&lt;b&gt;kein Fett&lt;/b&gt;" in made


def test_empty_lines_part_paragraphs() -> None:
    assert as_html("eins\n\nzwei").count("<p") == 3
    assert as_html("") == ""


def test_a_long_note_is_cut_behind_a_word_and_never_within_a_link() -> None:
    cut = as_html("Wort " * 20 + "[ein langer Verweis auf viele Worte](article:7) " + "Ende " * 40, limit=110)
    assert cut.endswith("…</p>")
    assert '<a href="article:7">ein langer Verweis auf viele Worte</a>' in cut
    assert "Ende Ende" not in cut


@pytest.mark.parametrize("hostile", ["**a" * 100_000, "[" * 200_000, "[a](article:1)" * 20_000, "x" * 500_000])
def test_hostile_notes_are_shown_in_part(hostile: str) -> None:
    assert len(as_html(hostile)) < 1_200_000


def test_direction_cannot_be_turned_round() -> None:
    assert "\u202e" not in as_html("harmlos \u202egnp.exe [\u202ex](article:1)")
