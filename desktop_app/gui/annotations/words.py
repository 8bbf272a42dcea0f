"""A note's Markdown as the plain words of one row."""

import re
from typing import Final

from desktop_app.model.links import without_links

_LONGEST: Final = 800  # code points that are looked at
_STARTS = re.compile(r"^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+)", re.MULTILINE)
_PAIRS = re.compile(r"(?<![\w\\])(\*\*|__|[*_`])(?=\S)(.+?)(?<=\S)\1(?!\w)")


def plain(body: str) -> str:
    """The first words without links and marks; what stands on several lines is kept apart by a dash."""
    text = _STARTS.sub("", without_links(body[:_LONGEST]))
    lines = (" ".join(_PAIRS.sub(r"\2", line).split()) for line in text.split("\n"))
    return " – ".join(line for line in lines if line)
