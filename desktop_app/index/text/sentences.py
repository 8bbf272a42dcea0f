"""Where sentences and paragraphs begin in a German, English or Japanese text, and how far its lead goes.

One set of rules for the index, the marking of hits and the concordance. It is cheap rather than clever: a full stop
before a capital or a figure ends a sentence unless what stands before it is an abbreviation, an initial or an ordinal.
"""

import re
from typing import Final

LEAD_PARAGRAPH: Final = 600  # code points: a longer first paragraph is no lead
LEAD_SENTENCES: Final = 3

_CLOSING: Final = "\"'”“»«’‘)\\]」』）"
_OPENING: Final = "\"'„“”»«›‹‚‘’(\\[–—「『（"
_LINE_END: Final = re.compile(r"\n(?<![-\u2010-\u2012]\n)\s*(?=\S)")  # behind a hyphen it tears a word
_WORD_BEFORE: Final = re.compile(r"(?:\b((?:\w\.[ \u00a0]?)+))?\b(\w+)\Z")
_NEXT_WORD: Final = re.compile(r"\w+")
_ROMAN: Final = re.compile(r"[IVX]{1,5}")
_LOOK_BACK: Final = 20  # code points: more than the longest abbreviation has


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


# Never the end of a sentence.
_TITLES: Final = _words(
    "Dr Prof Hr Hrn Fr Frl Mr Mrs Ms St Sr Gen Sen Gov Lt Col Capt Sgt Rev Hon Dipl Ing Mag Univ Nr Tel Str Abb Vgl",
    "vgl bzw ca sog ggf evtl bspw insb inkl exkl zzgl gegr geb gest verh Hrsg hrsg",
)
# Seldom the end of one: only if a word follows that begins sentences.
_ABBREVIATIONS: Final = _words(
    "usw usf etc ff Mio Mrd Jh Jhd Jhdt Std Bd Aufl Jr jr Inc Ltd Corp Co vs Hbf Chr Bf Ph Mass Calif",
    "Jan Feb Mär Apr Jun Jul Aug Sep Sept Okt Oct Nov Dez Dec",
)
_BEFORE_FIGURES: Final = _words("Art Abs No Nos no nos Kap Fig S pp p Vol Ziff Lit")
_STARTERS: Final = _words(
    "Der Die Das Dem Den Des Ein Eine Einer Einem Einen Er Sie Es Wir Ich Ihr Man Und Aber Doch Denn Auch Dann Da So",
    "Danach Dabei Dazu Damit Dafür Dagegen Daher Nun Nur Noch Schon Jetzt Hier Dort Wer Was Wie Wo Wenn Weil Als Ob",
    "Im In Am An Auf Aus Bei Beim Mit Nach Seit Von Vom Vor Für Über Unter Um Zu Zum Zur Bis Diese Dieser Dieses Ist",
    "Diesem Seine Ihre Alle Viele Kein Keine Nicht Außerdem Allerdings Zudem Trotz Während",
    "The A An He She It They We I You This That These Those There But And Or On At By For From With As If When While",
    "After Before Since Then However His Her Their Its Our My No Not What Who How Why Some Many Most All One",
)


# What ends a sentence, and white space up to something that is no small letter, perhaps behind an opening mark. The
# first way is the usual one, and sure: a stop behind four letters that end no abbreviation. The second, with a group,
# has to be looked at; the third is the Japanese one.
_TAILS: Final = "|".join(
    sorted({word[-4:] for word in (*_TITLES, *_ABBREVIATIONS, *_BEFORE_FIGURES, "VIII", "XIII", "XVII") if word[3:]})
)
_STOP: Final = re.compile(  # all three begin with the same set of characters, which is what makes the search quick
    rf"[.!?…。！？](?:(?<=[^\W\d_]{{4}}[.!?])(?<!(?:{_TAILS}).) ++(?=[A-ZÄÖÜ])"
    rf"|(?<=[.!?…])([.!?…]*+)[{_CLOSING}]*+[^\S\n]++(?=[{_OPENING}\s]*+[^\W_a-zß-öø-ÿ])"
    rf"|(?<=[。！？])[。！？]*+[{_CLOSING}]*+[^\S\n]*+(?=[^\sと]))"
)


def borders(text: str) -> tuple[list[int], list[int]]:
    """Where sentences and paragraphs begin in `text`: two ascending lists of offsets in code points, both without 0.

    An offset is that of the first code point that is no white space, so that an opening quotation mark belongs to the
    sentence it opens. A line end always begins a paragraph (imported texts have no wrapped lines left), and a
    paragraph always begins a sentence.
    """
    paragraphs = [match.end() for match in _LINE_END.finditer(text)]
    sentences = [match.end() for match in _STOP.finditer(text) if match.lastindex is None or _ends(text, match)]
    if paragraphs:
        sentences = sorted({*sentences, *paragraphs})
    return sentences, paragraphs


def lead_end(text: str, marked: int = -1) -> int:
    """How many code points from the beginning of `text` are its lead.

    `marked` is the end of what the article itself marks as lead, -1 where it marks nothing: then the lead is the first
    paragraph if it has at most 600 code points, else the first three sentences.
    """
    if marked >= 0:
        return min(marked, len(text))
    return lead_of(borders(text), len(text))


def lead_of(found: tuple[list[int], list[int]], size: int) -> int:
    """The end of an unmarked lead of a text of `size` code points, by its borders."""
    sentences, paragraphs = found
    first = paragraphs[0] if paragraphs else size
    if first <= LEAD_PARAGRAPH:
        return first
    return sentences[LEAD_SENTENCES - 1] if len(sentences) >= LEAD_SENTENCES else size


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether a stop of Western script before what may be a beginning ends a sentence."""
    at, end = match.span()
    if text[end].islower():
        return False
    if text[at] == "…" or match[1]:
        return not text[at - 1 : at].isspace()  # else it stands for words left out
    if text[at] != ".":
        return True
    before = _WORD_BEFORE.search(text, max(0, at - _LOOK_BACK), at)
    return before is None or not _abbreviates(before[1], before[2], text, end)


def _abbreviates(initials: str | None, word: str, text: str, end: int) -> bool:
    """Whether the full stop behind `word` belongs to it; `initials` are single letters with stops before it."""
    letter = len(word) == 1 and word.isalpha()
    if word in _TITLES or (letter and initials and initials[0].islower()):
        return True
    if word in _BEFORE_FIGURES and text[end].isdigit():
        return True
    ordinal = len(word) <= 2 and word.isdecimal()
    if not (ordinal or letter or word in _ABBREVIATIONS or _ROMAN.fullmatch(word)):
        return False
    follower = _NEXT_WORD.search(text, end)
    return follower is None or follower[0] not in _STARTERS
