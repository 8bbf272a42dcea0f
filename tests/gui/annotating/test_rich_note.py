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
