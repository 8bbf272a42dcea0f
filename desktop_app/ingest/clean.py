"""Tidies text without losing a word: odd characters, hyphens at line ends, hard-wrapped paragraphs."""

import itertools
import re
from collections.abc import Sequence

from desktop_app.ingest.phrases import words
from desktop_app.model.text import normalise

_ESCAPES = re.compile("\x1b\\[[0-9;?]*[A-Za-z]")
_CONTROL = re.compile("[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_PAGE_BREAK = re.compile("[\x0b\x0c]+")
_SOFT_HYPHEN = re.compile("\u00ad[ \t]*\n?[ \t]*")
_TRAILING = re.compile(r"[ \t\u00a0\u3000]+$", re.MULTILINE)
_BLANK_RUN = re.compile(r"\n{3,}")
_BROKEN_WORD = re.compile(r"(\w*[^\W\d_]{2})[-‐\u2010]\n[ \t]*([^\W\d_]+)")
# After “Import-” these go on with a list (“Import- und Export”), they do not finish the word.
_LIST_WORDS = words("und oder bis als sowie bzw beziehungsweise wie noch aber and or to nor versus")
_PARTICLES = words("up ups in ins out outs off offs on down how by over again line site day")
_PARTICLE_HEADS = words(
    "start know check back follow trade take make spin set build sign buy play pick run stand walk log push add on off"
)
_WIDEST, _NARROWEST = 100, 40  # code points: lines that a typewriter or mail program would wrap at
_CJK = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_COLUMNS = re.compile(r"\S {3,}\S.* {3,}\S|\t.*\t|^[\s\-=_*.|+]+$")


def tidy(text: str) -> str:
    """Normalised text without control characters, soft hyphens, trailing spaces and runs of empty lines."""
    text = normalise(text)
    if not text.isascii() or not text.isprintable():
        text = _ESCAPES.sub("", text)
        text = _PAGE_BREAK.sub("\n\n", text)
        text = _CONTROL.sub("", text)
        text = _SOFT_HYPHEN.sub("", text)
    text = _TRAILING.sub("", text)
    text = _BLANK_RUN.sub("\n\n", text)
    return normalise(text.strip("\n"))


def join_hyphens(text: str) -> str:
    """Put words together that a line end has torn apart, minding real hyphens: Start-up, Nordrhein-Westfalen."""
    if "-\n" not in text and "\u2010\n" not in text:
        return text
    whole = text.casefold()

    def join(match: re.Match[str]) -> str:
        head, tail = match[1], match[2]
        low = tail.casefold()
        if low in _LIST_WORDS:
            return f"{head}- {tail}"
        hyphened = f"{head}-{tail}".casefold()
        keeps = tail[0].isupper() or hyphened in whole or (low in _PARTICLES and head.casefold() in _PARTICLE_HEADS)
        return f"{head}-{tail}" if keeps and f"{head}{tail}".casefold() not in whole else head + tail

    return _BROKEN_WORD.sub(join, text)


def wrap_width(lines: Sequence[str]) -> int:
    """The width at which prose was clearly wrapped by hand or machine, or 0 where it was not.

    It was wrapped if nearly every line that is followed by another had no room for that one's first word.
    """
    full = [line for line in lines if line and not _COLUMNS.search(line)]
    widest = max(map(len, full), default=0)
    if not _NARROWEST <= widest <= _WIDEST:
        return 0
    inner = fitting = 0
    for line, after in itertools.pairwise(lines):
        if not line or not after or _indented(after) or _COLUMNS.search(line):
            continue
        inner += 1
        fitting += len(line) + 1 + len(after.split(None, 1)[0]) <= widest - 8
    return widest if inner >= 2 and fitting <= inner * 0.12 else 0


def unwrap(block: str, width: int) -> list[str]:
    """The paragraphs of a block of lines that was wrapped at `width`; an indented line begins a new one."""
    paragraphs: list[str] = []
    before = ""
    for line in block.split("\n"):
        joins = (
            paragraphs
            and not _indented(line)
            and not _COLUMNS.search(before)
            and not _COLUMNS.search(line)
            and len(before) + 1 + len((line.split(None, 1) or [""])[0]) > width - 8
        )
        if joins:
            paragraphs[-1] = join_lines(paragraphs[-1], line.strip())
        else:
            paragraphs.append(line if _COLUMNS.search(line) else line.strip())
        before = line
    return paragraphs


def join_lines(first: str, second: str) -> str:
    """Two lines of one sentence as one: no space between Japanese characters, hyphens looked after."""
    if not first or not second:
        return first + second
    if _CJK.match(first[-1]) and _CJK.match(second[0]):
        return first + second
    if first[-1] in "-‐" and _BROKEN_WORD.search(f"{first}\n{second}"):
        return join_hyphens(f"{first}\n{second}")
    return f"{first} {second}"


def _indented(line: str) -> bool:
    return line.startswith(("  ", "\t", "\u3000"))
