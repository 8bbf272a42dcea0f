"""Code points and UTF-16 units."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.gui.offsets import Offsets, from_utf16, to_utf16

TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("𝒜🚢𠮷e\u0301が\u202e"), max_size=60)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS)
def test_every_offset_there_and_back(text: str) -> None:
    offsets = Offsets(text)
    assert offsets.units == units(text)
    for offset in range(len(text) + 1):
        expected = units(text[:offset])
        assert offsets.to_utf16(offset) == to_utf16(text, offset) == expected
        assert offsets.from_utf16(expected) == from_utf16(text, expected) == offset


@given(TEXTS)
def test_the_middle_of_a_pair_is_its_start(text: str) -> None:
    offsets = Offsets(text)
    starts = [units(text[:offset]) for offset in range(len(text) + 1)]
    for unit in range(offsets.units + 1):
        expected = max(offset for offset, start in enumerate(starts) if start <= unit)
        assert offsets.from_utf16(unit) == expected


def test_offsets_outside_are_clipped() -> None:
    assert to_utf16("a🚢", 9) == 3
    assert to_utf16("a🚢", -1) == 0
    assert from_utf16("a🚢", 9) == 2
