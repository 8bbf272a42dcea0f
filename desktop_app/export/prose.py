"""A small part of Markdown as HTML: what readers write in introductions and comments. All else stays as it is written.

Paragraphs, headings, lists, quotations, strong and emphasised words (CommonMark 0.31, the plain cases). Links into the
archive lead nowhere outside it: their words are kept.
"""

import re
from collections.abc import Callable
from itertools import groupby

from desktop_app.model.links import without_links

_STRONG = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_]+?)(?<=\S)\1(?![\w*])")
_HEADING = re.compile(r"\s*#{1,6}\s+(.*)")
_ITEM = re.compile(r"\s*(?:[-*•]|\d{1,3}[.)])\s+(.*)")
_NUMBERED = re.compile(r"\s*\d")
_QUOTE = re.compile(r"\s*>\s?(.*)")
_LINE = 2_000  # code points of a line in which marks are looked for


def as_html(text: str, escape: Callable[[str], str]) -> str:
    """Blocks of HTML; `escape` makes the words harmless."""
    lines = without_links(text).splitlines()
    return "".join(_block(kind, list(some), escape) for kind, some in groupby(lines, key=_kind))


def _kind(line: str) -> str:
    if not line.strip():
        return ""
    if _HEADING.fullmatch(line):
        return "h3"
    if _ITEM.fullmatch(line):
        return "ol" if _NUMBERED.match(line) else "ul"
    return "blockquote" if _QUOTE.fullmatch(line) else "p"


def _block(kind: str, lines: list[str], escape: Callable[[str], str]) -> str:
    if not kind:
        return ""
    if kind == "p":
        return f'<p dir="auto">{"<br>".join(_words(line, escape) for line in lines)}</p>\n'
    pattern = {"h3": _HEADING, "blockquote": _QUOTE}.get(kind, _ITEM)
    inner = [_words(pattern.sub(r"\1", line), escape) for line in lines]
    if kind == "h3":
        return "".join(f'<h3 dir="auto">{words}</h3>\n' for words in inner)
    if kind == "blockquote":
        return f'<blockquote dir="auto">{"<br>".join(inner)}</blockquote>\n'
    items = "".join(f'<li dir="auto">{words}</li>' for words in inner)
    return f"<{kind}>{items}</{kind}>\n"


def _words(line: str, escape: Callable[[str], str]) -> str:
    escaped = escape(line.strip())
    if len(line) > _LINE:
        return escaped
    return _EMPHASIS.sub(r"<em>\2</em>", _STRONG.sub(r"<strong>\1</strong>", escaped))
