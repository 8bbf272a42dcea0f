"""Texts compared word by word."""

import random

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.model.differences import Change, Piece, compared, differences, same, words

_FEW = st.lists(st.sampled_from("abcde"), max_size=60)
_BITS = ["Die ", "neue ", "Ōsaka", "大阪", "を", " ", "\n", ".", "–", "x"]
_PROSE = st.lists(st.sampled_from(_BITS), max_size=40).map("".join)


def _cut(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text)]


def _told(old: str, new: str) -> list[tuple[str, str, str]]:
    return [(p.kind, old[p.old_start : p.old_end], new[p.new_start : p.new_end]) for p in compared(old, new)]


def _shared(old: list[str], new: list[str]) -> int:
    """The length of the longest common subsequence, by the textbook."""
    row = [0] * (len(new) + 1)
    for item in old:
        last = 0
        for at, other in enumerate(new, 1):
            last, row[at] = row[at], last + 1 if item == other else max(row[at], row[at - 1])
    return row[-1]


def test_words_are_cut_as_each_script_is_read() -> None:
    assert _cut("Start-ups, „neu“ 2018") == ["Start", "-", "ups", ",", "„", "neu", "“", "2018"]
    assert _cut("大阪のスタートアップ社長NTTと") == ["大", "阪", "の", "スタートアップ", "社", "長", "NTT", "と"]
    assert _cut("Mu\u0308nch reist") == ["Mu\u0308nch", "reist"]
    assert _cut(" \n ") == []


@given(_FEW, _FEW)
def test_the_differences_make_one_list_out_of_the_other(old: list[str], new: list[str]) -> None:
    made: list[str] = []
    at = 0
    for change in differences(old, new):
        made += old[at : change.old_start] + new[change.new_start : change.new_end]
        at = change.old_end
    assert made + old[at:] == new


@given(_FEW, _FEW)
def test_what_is_the_same_stands_in_both_in_one_order(old: list[str], new: list[str]) -> None:
    at_old = at_new = 0
    for block in same(old, new):
        assert block.old >= at_old
        assert block.new >= at_new
        assert block.length
        at_old, at_new = block.old + block.length, block.new + block.length
        assert old[block.old : at_old] == new[block.new : at_new]


def test_where_nothing_stands_once_the_shortest_edit_is_found() -> None:
    old = list("abcabdcdeae")
    new = list("bcdadcaebecba")
    assert sum(block.length for block in same(old, new)) == _shared(old, new) == 7


def test_equal_lists_do_not_differ() -> None:
    assert differences(["a", "b"], ["a", "b"]) == []
    assert differences([], []) == []
    assert differences([], ["a"]) == [Change(0, 0, 0, 1)]


def test_a_paragraph_that_moved_is_removed_here_and_added_there() -> None:
    long = [f"word{number}" for number in range(40)]
    short = [f"other{number}" for number in range(9)]
    assert differences(long + short, short + long) == [Change(0, 0, 0, 9), Change(40, 49, 49, 49)]


def test_long_lists_without_anything_in_common_but_common_words_end_soon() -> None:
    pick = random.Random(4)  # noqa: S311 - a test
    one, other = (pick.choices("abcdefghij", k=60_000) for _ in range(2))
    changes = differences(one, other)  # by the shortest edit alone this would take hours
    assert changes[-1].new_end <= 60_000
    assert differences(["a"] * 50_000, ["a", "b"] * 25_000)


@given(_PROSE, _PROSE)
def test_pieces_cover_both_texts_without_gaps(old: str, new: str) -> None:
    at_old = at_new = 0
    for piece in compared(old, new):
        assert (piece.old_start, piece.new_start) == (at_old, at_new)
        at_old, at_new = piece.old_end, piece.new_end
        old_words, new_words = (
            _cut(old[piece.old_start : piece.old_end]),
            _cut(new[piece.new_start : piece.new_end]),
        )
        if piece.kind == "same":
            assert old_words == new_words
        else:
            assert old_words != new_words
            assert bool(old_words) == (piece.kind != "added")
            assert bool(new_words) == (piece.kind != "removed")
    assert (at_old, at_new) == (len(old), len(new))


def test_pieces_are_what_a_reader_would_mark() -> None:
    old = "Die Delegation reiste am 5. Mai nach Ōsaka. Sie traf dort den Bürgermeister."
    new = "Die große Delegation reiste am 6. Mai nach Kyōto.\nSie traf den Bürgermeister."
    assert _told(old, new) == [
        ("same", "Die ", "Die "),
        ("added", "", "große "),
        ("same", "Delegation reiste am ", "Delegation reiste am "),
        ("changed", "5", "6"),
        ("same", ". Mai nach ", ". Mai nach "),
        ("changed", "Ōsaka", "Kyōto"),
        ("same", ". Sie traf ", ".\nSie traf "),
        ("removed", "dort ", ""),
        ("same", "den Bürgermeister.", "den Bürgermeister."),
    ]


def test_japanese_is_compared_by_characters() -> None:
    assert _told("代表団は五月五日に大阪を訪れた。", "代表団は五月六日に大阪を訪れた。") == [
        ("same", "代表団は五月", "代表団は五月"),
        ("changed", "五", "六"),
        ("same", "日に大阪を訪れた。", "日に大阪を訪れた。"),
    ]


def test_a_word_that_stayed_by_chance_does_not_part_a_rewritten_sentence() -> None:
    old = "Anfang. Heute kommen drei alte Gäste und bringen kleine Gaben mit."
    new = "Anfang. Gestern fuhr niemand fort und alle blieben daheim sitzen."
    assert [piece[0] for piece in _told(old, new)] == ["same", "changed", "same"]


def test_white_space_alone_makes_no_difference() -> None:
    assert compared("ein\nWort  mehr", "ein Wort mehr") == [Piece("same", 0, 14, 0, 13)]
    assert compared("", "") == []
