"""From bytes to text: marks and declarations first, then UTF-8, then statistics; and repair of mojibake."""

import codecs
import re
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What browsers read under these names is the Windows superset (WHATWG Encoding Standard).
_SUPERSETS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
_CANDIDATES = [
    "cp1252",
    "mac-roman",
    "cp1250",
    "iso-8859-2",
    "cp1251",
    "koi8-r",
    "koi8-u",
    "cp1253",
    "iso-8859-7",
    "cp1254",
    "cp1255",
    "iso-8859-8",
    "cp1256",
    "cp1257",
    "cp932",
    "shift_jis_2004",
    "euc-jp",
    "iso-2022-jp",
    "iso-2022-kr",
    "cp949",
    "euc-kr",
    "gb18030",
    "big5",
    "big5hkscs",
    "cp437",
    "cp850",
    "iso-8859-1",
    "utf-16-le",
    "utf-16-be",
    "cp874",
]
_META = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})""",
    re.IGNORECASE,
)
_MOJIBAKE = re.compile(
    "[ÃÂâ][\u0080-\u00bf\u0152-\u0178\u2013-\u203a\u20ac\u2122\u02c6\u02dc]|[ÐÑ][\u0080-\u00bf]|√[§±•ºü¶∂]|[ãåæçèé][\u0080-\u00bf\u201a-\u203a]"
)
_TOLERATED = 0.01  # share of bytes that may be broken before a text is no longer taken for UTF-8


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the Python codec that gave it, and whether characters had to be replaced."""

    text: str
    encoding: str
    damaged: bool = False


def decode(data: bytes, *, declared: str = "", markup: bool = False) -> Decoded:
    """Decode a file's bytes; never fails.

    `declared` is the encoding the reader chose and wins over everything. With `markup`, a `<meta charset>` or
    XML declaration counts if the bytes can be read with it.
    """
    if declared:
        return _decode_declared(data, declared)
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return _lenient(data, codec)
    if markup and (found := _decode_meta(data)):
        return found
    if wide := _utf16_without_mark(data):
        return _lenient(data, wide)
    if b"\x1b$" in data or b"\x1b(J" in data or b"\x0e" in data:
        korean = b"\x1b$)C" in data
        for codec in ("iso2022_kr",) if korean else ("iso2022_jp_2", "iso2022_jp_ext"):
            if (text := _strict(data, codec)) is not None:
                return Decoded(text, codec)
    if (text := _strict(data, "utf-8")) is not None:
        return Decoded(text, "utf-8")
    return _tolerant_utf8(data) or _detect(data)


def known_codec(name: str) -> str:
    """The codec that reads what is called `name`, supersets included, or "" where there is none."""
    try:
        codec = codecs.lookup(name.strip().strip("\"'"))
    except (LookupError, ValueError):
        return ""
    if not getattr(codec, "_is_text_encoding", True):
        return ""
    return _SUPERSETS.get(codec.name, codec.name)


def repair(text: str) -> str:
    """Undo UTF-8 that was once read as Latin: “MÃ¼nchen” → “München”. Typography is left as it is."""
    if text.isascii() or not _MOJIBAKE.search(text):
        return text
    import ftfy

    return ftfy.fix_encoding(text, ftfy.TextFixerConfig(restore_byte_a0=True, replace_lossy_sequences=False))


def _decode_declared(data: bytes, declared: str) -> Decoded:
    codec = known_codec(declared)
    if not codec:
        return decode(data)
    for bom, marked in _BOMS:
        if data.startswith(bom) and marked.startswith(codec[:6]):
            return _lenient(data, marked)
    return _lenient(data, codec)


def _decode_meta(data: bytes) -> Decoded | None:
    match = _META.search(data[:4096])
    if not match:
        return None
    codec = known_codec((match[1] or match[2]).decode("ascii"))
    if not codec or codec.startswith(("utf-16", "utf-32", "utf-7")):  # cannot be true: the name was ASCII
        return None
    text = _strict(data, codec)
    if text is None and codec not in {"utf-8", "cp1252"}:
        loose = data.decode(codec, "replace")
        text = loose if loose.count("\ufffd") <= len(loose) * 0.002 else None
    if text is None or (codec != "utf-8" and not data.isascii() and _strict(data, "utf-8") is not None):
        return None  # real UTF-8 does not come about by chance: the declaration is wrong
    return Decoded(text, codec)


def _utf16_without_mark(data: bytes) -> str:
    sample = data[:4000]
    if len(sample) < 8 or len(data) % 2:
        return ""
    even, odd = sample[0::2], sample[1::2]
    half = len(even)
    if odd.count(0) > half * 0.4 and even.count(0) < half * 0.1:
        return "utf-16-le"
    if even.count(0) > half * 0.4 and odd.count(0) < half * 0.1:
        return "utf-16-be"
    for codec, high in (("utf-16-be", even), ("utf-16-le", odd)):
        # Japanese: high bytes are 30 (kana) and 4e to 9f (kanji), and little else
        asian = sum(byte == 0x30 or 0x4E <= byte <= 0x9F or byte in (0, 0xFF) for byte in high)
        kana = high.count(0x30)
        if asian > half * 0.95 and kana > half * 0.15 and _strict(data, "utf-8") is None:
            return codec
    return ""


def _tolerant_utf8(data: bytes) -> Decoded | None:
    try:  # CESU-8: each half of a surrogate pair encoded by itself
        halves = data.decode("utf-8", "surrogatepass")
        return Decoded(halves.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), "utf-8", damaged=True)
    except UnicodeError:
        pass
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    multibyte = sum(char > "\x7f" for char in text[:20000]) - text[:20000].count("\ufffd")
    if bad <= max(1, len(data) * _TOLERATED) and multibyte > 2 * text[:20000].count("\ufffd"):
        return Decoded(_mend(data), "utf-8", damaged=True)
    return None


def _mend(data: bytes) -> str:
    """UTF-8 in which a stray byte is read as cp1252, where that gives a letter."""

    def stray(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeDecodeError):
            raise error
        cut_off = error.end >= len(error.object)
        char = error.object[error.start : error.end].decode("cp1252", "replace")
        return (char if len(char) == 1 and char.isalpha() and not cut_off else "\ufffd", error.end)

    codecs.register_error("lesesaal.stray", stray)
    return data.decode("utf-8", "lesesaal.stray")


def _detect(data: bytes) -> Decoded:
    import chardet

    guess = chardet.detect(data, max_bytes=60_000, include_encodings=_CANDIDATES, prefer_superset=True)
    codec = known_codec(str(guess["encoding"] or "")) or "cp1252"
    text = _strict(data, codec)
    if text is not None:
        return Decoded(text, codec)
    for fallback in (codec, "cp1252"):
        loose = data.decode(fallback, "replace")
        if loose.count("\ufffd") <= len(loose) * _TOLERATED:
            return Decoded(loose, fallback, damaged=True)
    return Decoded(data.decode("cp1252", "replace"), "cp1252", damaged=True)


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeError, ValueError):
        return None


def _lenient(data: bytes, codec: str) -> Decoded:
    text = _strict(data, codec)
    if text is not None:
        return Decoded(text, codec)
    return Decoded(data.decode(codec, "replace"), codec, damaged=True)
