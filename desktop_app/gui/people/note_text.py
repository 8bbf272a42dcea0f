"""A note as it is shown: paragraphs, lists, strong and emphasised words; everything else stays as it was written."""

import html
import re

from desktop_app.gui.page_text import harmless

_STRONG = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_]+?)(?<=\S)\1(?![\w*])")
_ITEM = re.compile(r"\s*[-*•]\s+(.*)")
_HEADING = re.compile(r"\s*#{1,4}\s+(.*)")


def as_html(body: str) -> str:
    """Rich text for a label; nothing in the note can be a tag, a picture or an address that is loaded."""
    return "".join(_line(line) for line in body.strip().splitlines())


def _line(line: str) -> str:
    if not line.strip():
        return "<p style='margin:0; font-size:6px'>&nbsp;</p>"
    item, heading = _ITEM.fullmatch(line), _HEADING.fullmatch(line)
    if heading:
        return f"<p style='margin:0'><b>{_words(heading[1])}</b></p>"
    if item:
        return f"<p style='margin:0 0 0 14px; text-indent:-11px'>•&nbsp;{_words(item[1])}</p>"
    return f"<p style='margin:0'>{_words(line)}</p>"


def _words(text: str) -> str:
    escaped = html.escape(harmless(text))
    return _EMPHASIS.sub(r"<i>\2</i>", _STRONG.sub(r"<b>\1</b>", escaped))
