"""A note as it is shown: a small part of Markdown as rich text of our own making, in which nothing else is obeyed.

Paragraphs, headings, lists, quotations, strong and emphasised words, and links within the archive. All the rest, HTML
and web addresses among it, stays as it was written; nothing is ever loaded.
"""

import html
import re
from itertools import zip_longest

from desktop_app.gui.page_text import harmless
from desktop_app.model.links import links_in

LONGEST = 20_000  # code points of a note that are shown
_LINE = 2_000  # code points of a line in which marks are looked for
_LONG = re.compile(r"\S{20,}")
_BREAKS = re.compile(r"([/._=&?-]|[^\s/._=&?-]{20})(?=\S)")  # where a long word or an address may be broken
_STRONG = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_]+?)(?<=\S)\1(?![\w*])")
_ITEM = re.compile(r"(\s*)(?:[-*•]|(\d{1,3})[.)])\s+(.*)")
_HEADING = re.compile(r"\s*#{1,4}\s+(.*)")
_QUOTE = re.compile(r"\s*>\s?(.*)")
_STEP = 14  # pixels that a list's item stands further in than its parent
_DEEPEST = 4
_BREAK = "\u200b"
_STAND_IN = "\ufdd0"  # of a link, while its line is marked; `harmless` lets none through


def as_html(body: str, limit: int = LONGEST) -> str:
    """Rich text for a label: of a longer note, about `limit` code points and an ellipsis."""
    body = body.strip()
    if len(body) > limit:
        body = body[: _border(body, limit)].rstrip() + " …"
    return "".join(_line(line) for line in body.splitlines())


def _border(body: str, limit: int) -> int:
    """Where to cut: behind a word, and not within a link."""
    space = body.rfind(" ", limit // 2, limit)
    cut = space if space > 0 else limit
    for link in links_in(body[: limit + 500]):
        if link.start < cut < link.end:
            return link.end
    return cut


def _line(line: str) -> str:
    if not line.strip():
        return "<p style='margin:0; font-size:6px'>&nbsp;</p>"
    quote, item, heading = _QUOTE.fullmatch(line), _ITEM.fullmatch(line), _HEADING.fullmatch(line)
    if quote:
        return f"<p style='margin:0 0 0 {_STEP - 4}px'><i>{_words(quote[1])}</i></p>"
    if heading:
        return f"<p style='margin:0'><b>{_words(heading[1])}</b></p>"
    if item:
        left = _STEP * (1 + min(_DEEPEST, len(item[1].expandtabs(4)) // 2))
        sign, hang = (f"{item[2]}.", _STEP + 4) if item[2] else ("•", 11)
        left += hang - 11
        return f"<p style='margin:0 0 0 {left}px; text-indent:-{hang}px'>{sign}&nbsp;{_words(item[3])}</p>"
    return f"<p style='margin:0'>{_words(line)}</p>"


def _words(text: str) -> str:
    """The words of a line, with their marks and links as type."""
    if len(text) > _LINE:
        return _escaped(text)
    plain, anchors, at = [], [], 0
    for link in links_in(text):
        plain.append(_escaped(text[at : link.start]))
        anchors.append(f'<a href="{link.kind}:{link.id}">{_marked(_escaped(link.words.strip() or link.kind))}</a>')
        at = link.end
    plain.append(_escaped(text[at:]))
    # Marks may stand around a link; no note holds the stand-in, which is shown as something else.
    marked = _marked(_STAND_IN.join(plain)).split(_STAND_IN)
    return "".join(part for pair in zip_longest(marked, anchors, fillvalue="") for part in pair)


def _escaped(text: str) -> str:
    broken = _LONG.sub(lambda word: _BREAKS.sub(rf"\1{_BREAK}", word[0]), harmless(text))
    return html.escape(broken)


def _marked(escaped: str) -> str:
    return _EMPHASIS.sub(r"<i>\2</i>", _STRONG.sub(r"<b>\1</b>", escaped))
