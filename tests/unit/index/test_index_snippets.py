"""Hits and snippets, in the text as it is shown."""

import datetime as dt

import pytest

from desktop_app.index.hits.snippets import hit_spans, snippet
from desktop_app.model.query import Node, parse

TEXT = (
    "Erster Satz ohne Belang, der nur dasteht. Noch ein Satz, der die Seite füllt und füllt und füllt. "
    "Die Förderung von Start- ups\nals Motor   dieser Entwicklung steht in Krefeld im Fokus. Die Start-up-Szene "
    "um Julia Münch und das Wirtschaftspartnerschaftsabkommen. " + "Am Ende steht noch viel, was keiner sucht. " * 20
)


def node(query: str) -> Node:
    return parse(query, dt.date(2026, 11, 22)).root


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("Start-ups", ["Start- ups", "Start-up-Szene"]),
        ("startup", ["Start- ups", "Start-up-Szene"]),
        ("=startups", ["Start- ups"]),
        ("Muench", ["Münch"]),
        ('"julia muench"', ["Julia Münch"]),
        ('"Start-ups als Motor"', ["Start- ups\nals Motor"]),
        ("Wirtschaftspartner*", ["Wirtschaftspartnerschaftsabkommen"]),
        ("*abkommen", ["Wirtschaftspartnerschaftsabkommen"]),
        ("Krefeld -Münch", ["Krefeld"]),
        ("title:Krefeld", []),
        ("Motoren", ["Motor"]),
        ("tag:Krefeld", []),
        ("Krefeld OR Fokus", ["Krefeld", "Fokus"]),
    ],
)
def test_hits(query: str, hits: list[str]) -> None:
    assert [TEXT[start:end] for start, end in hit_spans(TEXT, node(query), "de")] == hits


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("東京都", ["東京都"]),
        ("工知", ["工知"]),
        ("ガバナンス", ["ｶﾞﾊﾞﾅﾝｽ"]),
        ("tokyo", ["Ｔｏｋｙｏ"]),
        ("münch", ["Mu\u0308nch"]),
        ("wirtschaft", ["Wirt\u00adschaft"]),
        ("人", ["人"]),
    ],
)
def test_hits_where_folding_changes_lengths(query: str, hits: list[str]) -> None:
    text = "Ｔｏｋｙｏの東京都は人工知能㌔ｶﾞﾊﾞﾅﾝｽ Wirt\u00adschaft … Mu\u0308nch"
    assert [text[start:end] for start, end in hit_spans(text, node(query), "")] == hits


def test_fields_are_respected() -> None:
    assert hit_spans("Krefeld", node("title:Krefeld"), "de", "title") == [(0, 7)]
    assert hit_spans("Krefeld", node("Krefeld"), "de", "title") == [(0, 7)]


def test_a_snippet_shows_the_densest_place_on_one_line() -> None:
    shown = snippet(TEXT, node("startup Krefeld Motor"), "de")
    assert shown.text.startswith("… Die Förderung von Start- ups als Motor dieser")
    assert shown.text.endswith(" …")
    assert "\n" not in shown.text
    assert [shown.text[start:end] for start, end in shown.spans] == ["Start- ups", "Motor", "Krefeld", "Start-up-Szene"]
    assert len(shown.text) < 240


def test_without_hits_the_beginning_is_shown() -> None:
    shown = snippet(TEXT, node("nichts"), "de")
    assert shown.text.startswith("Erster Satz")
    assert shown.spans == ()


def test_hits_far_down_are_found() -> None:
    text = "Wort " * 60_000 + "Krefeld am Ende"
    shown = snippet(text, node("krefeld"), "de")
    assert [shown.text[start:end] for start, end in shown.spans] == ["Krefeld"]


def test_text_without_spaces_is_cut_to_width() -> None:
    shown = snippet("あ" * 500 + "東京" + "い" * 500, node("東京"), "ja")
    assert [shown.text[start:end] for start, end in shown.spans] == ["東京"]
    assert len(shown.text) < 230
