"""The one form in which text is kept: NFC, `\\n` line ends, no NUL, no lone surrogate."""

import hashlib
import re
import unicodedata

LONGEST = 10_000_000  # code points in an article; a long book has one million

_LINE_ENDS = re.compile("\r\n|\r|\u2028|\u2029|\x85")
_FORBIDDEN = re.compile("[\x00\ud800-\udfff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ACCENTS = re.compile("[\u0300-\u036f]")
_DIGRAPHS = re.compile("(?<=u)(?<![aeqio]u)e|(?<=o)(?<!io)e|(?<=a)e")
_WORD_RUNS = re.compile(r"\s+")


def normalise(text: str) -> str:
    """Return `text` as the archive keeps it; normalising twice changes nothing.

    Line ends become `\\n`, NUL and lone surrogates U+FFFD, and the whole is composed (NFC).
    """
    text = _LINE_ENDS.sub("\n", text)
    text = mended(text)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def mended(text: str) -> str:
    """`text` with U+FFFD in the place of each NUL and lone surrogate, which neither SQLite nor a file name can hold."""
    return _FORBIDDEN.sub("\ufffd", text)


def storable_path(path: str) -> str:
    """`path` with bytes that are no UTF-8 written as `\\xff`, so that it can be stored and shown."""
    return _SURROGATE.sub(lambda match: f"\\x{ord(match[0]) & 0xFF:02x}", path)


def text_hash(text: str) -> str:
    """SHA-256 (hex) of the text's UTF-8 bytes: the integrity check of one version."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def sameness_hash(title: str, text: str) -> str:
    """SHA-256 (hex) that two prints of the same words share, whatever their spacing.

    Title and text are joined and runs of white space folded, so that re-wrapping, or a heading that one
    format keeps apart and another does not, leaves an exact duplicate recognisable.
    """
    return text_hash(_WORD_RUNS.sub(" ", f"{title}\n{text}").strip())


def folded_name(name: str) -> str:
    """`name` as names are looked for and sorted: small letters, full width halved, ä = ae = a, ß = ss; が is not か."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    return _WORD_RUNS.sub(" ", _DIGRAPHS.sub("", unicodedata.normalize("NFC", _ACCENTS.sub("", letters)))).strip()


def excerpt(text: str, limit: int = 240) -> str:
    """The first `limit` code points of `text` on one line, cut at a word, for a list."""
    line = _WORD_RUNS.sub(" ", text[: limit * 2]).strip()
    if len(line) <= limit:
        return line
    cut = line[:limit].rsplit(" ", 1)[0]
    return (cut if len(cut) > limit // 2 else line[:limit]) + " …"
