"""Running German and English text as words and signs, each with its place.

The manner is that of the CoNLL and GermEval tables: punctuation stands apart, abbreviations, initials and ordinals keep
their full stop, compounds with hyphens stay whole. Every step looks at a bounded stretch, so that a megabyte of digits
takes no longer than a megabyte of prose.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple


class Token(NamedTuple):
    """A word or sign; `text` is what stands from `start` to `end`, in code points."""

    text: str
    start: int
    end: int


def listed(words: str) -> frozenset[str]:
    """The words of a list that is written as a text."""
    return frozenset(words.split())


# Written with a full stop that does not end a sentence.
ABBREVIATIONS: Final = listed("""
dr prof hr hrn fr frl mr mrs ms st sr jr gen sen gov rep lt col capt cpt sgt maj cmdr rev hon pres dipl ing mag univ
nr no tel str abb vgl bzw ca sog ggf evtl bspw insb inkl exkl zzgl gegr geb gest verh hrsg bsp ggü max min mio mrd usw
etc co inc corp ltd bros dept est vs jan feb mär apr jun jul aug sep sept okt oct nov dez dec mo di mi do art abs kap
bd bde jg jh jhd med jur phil rer nat hc habil hl ehem stv stellv kgl bes zz allg dt engl franz lat pfd fl km cm kg
std tgl lfd mtl jährl gem gez ev rd einschl zt ua uvm assn intl natl mt ft ave blvd pp vol fig ed eds ph.d
""")
_TOP_LEVEL: Final = listed("""
de com org net at ch eu tv info nrw io gov edu uk jp fr it nl be biz app berlin bayern koeln
""")

_LETTER: Final = "[\\w\u0300-\u036f\u00ad]"
_ADDRESS: Final = (
    '(?:https?://|www\\.)[^\\s<>"“”„»«]{1,2000}|[\\w.+%\\-]{1,64}@[\\w\\-]{1,63}(?:\\.[\\w\\-]{1,63}){1,8}|'
)
_PLAIN: Final = (
    "(?P<dots>(?:[^\\W\\d_]\\.){2,12})"  # e.V., v.l.n.r., U.S.
    "|(?P<number>\\d++(?:[.,:]\\d++)*+(?![\\w.]{0,12}[^\\W\\d_]|[&-]\\w))"
    f"|(?P<word>{_LETTER}++)(?![-‐‑'’.&/]\\w|[-‐‑]\\s)"  # the common case: a word with nothing inside
    f"|(?P<chunk>[@#]?{_LETTER}++(?:[-‐‑'’.&/]++{_LETTER}++)*+[-‐‑]?)"
    "|\\.{2,}|-{2,}|''|``|,,|(?P<sign>[^\\w\\s])(?P=sign){3,}|\\S"
)
_TOKENS: Final = re.compile(_PLAIN)
_TOKENS_AND_ADDRESSES: Final = re.compile(_ADDRESS + _PLAIN)
_ADDRESS_END: Final = ".,;:!?)]}'’…"

_CLITIC: Final = re.compile("['’](?:s|re|ll|ve|d|m|S|RE|LL|VE|D|M)\\Z|(?i:n['’]t)\\Z")
_SLASHES: Final = re.compile("/+")
_ORDINAL_BEHIND: Final = re.compile("\\.[ \u00a0]?(?=[^\\W\\d_])([^\\W\\d_]{1,20})")
# Capitalised, these begin a sentence; a number before them ends one.
_AFTER_A_STOP: Final = listed("""
Der Die Das Dem Den Des Ein Eine Einen Einer In Im Am An Auf Aus Bei Beim Mit Nach Vom Von Vor Zu Zum Zur Für Er Sie
Es Wir Ich Ihr Und Aber Doch Denn Auch Als Da Damit Dann Dabei Dafür Dort Hier So Wenn Weil Wie Was Wer Noch Nun Seit
Diese Dieser Dieses Alle Nicht Bis Um Über Unter Durch Gegen Ohne Trotz Während The A He She It They We I This That
""")


def tokens(text: str, start: int = 0, end: int | None = None, language: str = "de") -> Iterator[Token]:
    """The tokens of `text` between `start` and `end`, ascending, without overlap, none of them empty or white space.

    `language` decides about ordinals ("am 3. Mai" has one in German) and 's (apart in English, part of German names).
    """
    end = len(text) if end is None else end
    pattern = _TOKENS
    if text.find("@", start, end) >= 0 or text.find("://", start, end) >= 0 or text.find("www.", start, end) >= 0:
        pattern = _TOKENS_AND_ADDRESSES
    position = start
    while match := pattern.search(text, position, end):
        kind = match.lastgroup
        first, last = match.span()
        if kind == "word" or kind == "number":
            if last < end and text[last] == ".":
                last = _with_full_stop(text, first, last, end, language)
            yield Token(text[first:last], first, last)
        elif kind == "chunk":
            for first, last in _parts(text, first, last, language):  # noqa: B020
                last = _with_full_stop(text, first, last, end, language)
                yield Token(text[first:last], first, last)
        elif kind == "dots":
            last = _dotted_end(text, first, last, end)
            yield Token(text[first:last], first, last)
        else:
            if last - first > 4 and text[first] not in ".-" and kind is None:  # an address
                last = first + max(len(text[first:last].rstrip(_ADDRESS_END)), 1)
            yield Token(text[first:last], first, last)
        position = last


def _dotted_end(text: str, first: int, last: int, end: int) -> int:
    """The end of "U.S." or "e.V."; for "e.GO", where letters go on, that of the whole word."""
    while last < end and (text[last].isalnum() or text[last] in "-&"):
        last += 1
    return last


def _with_full_stop(text: str, first: int, last: int, end: int, language: str) -> int:
    """`last`, moved behind the full stop that belongs to an abbreviation, an initial or an ordinal."""
    if last >= end or text[last] != "." or text.startswith("..", last):
        return last
    length = last - first
    if length > 8:
        return last
    word = text[first:last]
    if word.isdigit():
        return last + 1 if language == "de" and length <= 2 and _is_ordinal(text, last, end) else last
    if length == 1 or word.lower() in ABBREVIATIONS:
        return last + 1 if word[0].isalpha() else last
    return last


def _is_ordinal(text: str, last: int, end: int) -> bool:
    behind = _ORDINAL_BEHIND.match(text, last, end)
    return behind is not None and behind[1] not in _AFTER_A_STOP


def _parts(text: str, first: int, last: int, language: str) -> Iterator[tuple[int, int]]:
    """A run of letters and inner signs, cut where the signs part words: slashes, mis-set full stops, English 's."""
    for start, end in _slashed(text, first, last):
        for start, end in _dotted(text, start, end):  # noqa: B020
            clitic = _CLITIC.search(text[max(start, end - 3) : end]) if language == "en" else None
            cut = max(start, end - 3) + clitic.start() if clitic else end
            if start < cut < end:
                yield start, cut
                yield cut, end
            else:
                yield start, end


def _slashed(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """ "Köln/Bonn" is three, "km/h", "A/S" and "c/o" are one."""
    if text.find("/", first, last) < 0 or (last - first <= 4 and text[first + 1] in "/m"):
        yield first, last
        return
    start = first
    for sign in _SLASHES.finditer(text, first, last):
        if start < sign.start():
            yield start, sign.start()
        yield sign.span()
        start = sign.end()
    if start < last:
        yield start, last


def _dotted(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """ "NRW.Invest" and "ver.di" are one, "Haus.Die" lacks a space, "Nr.5" and "8.September" do too."""
    start = first
    dot = text.find(".", first, last)
    while dot > 0:
        behind = dot + 1
        if behind >= last or text[behind] in ".-'’&/" or not _belongs(text, start, dot, last):
            stop = behind if _keeps_stop(text, start, dot) else dot
            yield start, stop
            if stop == dot:
                yield dot, behind
            start = behind
        dot = text.find(".", behind, last)
    if start < last:
        yield start, last


def _keeps_stop(text: str, start: int, dot: int) -> bool:
    return 0 < dot - start <= 8 and (
        text[start:dot].lower() in ABBREVIATIONS or (dot - start <= 2 and text[start].isdigit())
    )


def _belongs(text: str, start: int, dot: int, last: int) -> bool:
    """Whether the full stop at `dot` is inside a name, as in "e.GO", "NRW.Invest", "ver.di" or "t-online.de"."""
    left = text[max(start, dot - 40) : dot]
    right = text[dot + 1 : min(last, dot + 40)].split(".", 1)[0]
    if left.isdigit() or not left:
        return False
    if left.lower() in ABBREVIATIONS and len(left) > 1:
        return False
    if right[:1].islower() or right.lower() in _TOP_LEVEL:
        return True
    return len(left) <= 2 or left.isupper() or (right.isupper() and 1 < len(right) <= 4)
