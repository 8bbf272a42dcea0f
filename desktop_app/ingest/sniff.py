"""What a file really is: its first bytes count for more than its name."""

import re

from desktop_app.ingest.encoding import decode
from desktop_app.ingest.phrases import words
from desktop_app.ingest.raw import RefusedInputError

_HEAD = 4096
_SIGNATURES = (
    (b"%PDF-", "PDF", ".pdf"),
    (b"{\\rtf", "RTF", ".rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Microsoft Office", ".doc"),
    (b"WARC/", "WARC", ".warc"),
    (b"\x1f\x8b", "gzip", ".gz"),
    (b"BZh", "bzip2", ".bz2"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip", ".7z"),
    (b"Rar!\x1a\x07", "RAR", ".rar"),
    (b"\xfd7zXZ\x00", "xz", ".xz"),
    (b"SQLite format 3\x00", "SQLite", ".db"),
)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"\x00\x00\x01\x00", b"8BPS")
_PROGRAMS = (b"\x7fELF", b"MZ\x90", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa")
_MEDIA = (b"ID3", b"OggS", b"fLaC", b"\x1aE\xdf\xa3", b"\xff\xfb\x90")
_NOT_YET = {  # suffix → what such files are called
    ".pdf": "PDF",
    ".docx": "Word",
    ".doc": "Word",
    ".odt": "OpenDocument",
    ".rtf": "RTF",
    ".rss": "RSS",
    ".atom": "Atom",
    ".warc": "WARC",
    ".arc": "ARC",
    ".msg": "Outlook",
    ".xlsx": "Excel",
    ".xls": "Excel",
    ".pptx": "PowerPoint",
    ".epub": "EPUB",
    ".gz": "gzip",
    ".tar": "tar",
    ".xz": "xz",
    ".bz2": "bzip2",
    ".7z": "7-Zip",
    ".rar": "RAR",
    ".xml": "XML",
}
_PICTURE_SUFFIXES = words(".png .jpg .jpeg .gif .tif .tiff .bmp .webp .svg .ico .psd .heic .avif")
_MEDIA_SUFFIXES = words(".mp3 .wav .ogg .flac .m4a .mp4 .mov .avi .mkv .webm")
_PROGRAM_SUFFIXES = words(".exe .dll .so .dylib .pyc .class .o .bin .app .msi .jar")
_OFFICE_INSIDE = ((b"word/", "Word"), (b"xl/", "Excel"), (b"ppt/", "PowerPoint"))
_MAIL_HEADER = re.compile(
    rb"(?:From |(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]{0,998}\r?\n(?:[ \t][^\n]{0,998}\r?\n){0,40}){2,})"
)
_MAIL_FIELDS = re.compile(
    rb"^(?:Message-ID|MIME-Version|Received|Return-Path|Content-Type|X-Mailer|Delivered-To):",
    re.IGNORECASE | re.MULTILINE,
)
_MARKUP = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,1000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,1000}?-->\s*){0,5}(?:<!DOCTYPE[^>\[]{0,300}(?:\[.{0,2000}?\])?>\s*)?<(?:\w+:)?(rss|feed|rdf)\b",
    re.IGNORECASE | re.DOTALL,
)


def format_of(data: bytes, suffix: str, named: str | None) -> str:
    """The name of the importer for these bytes; `named` is the one that the suffix asks for, if any.

    Raises RefusedInputError, with `skipped` set where nobody would expect an article in it.
    """
    if not data:
        raise RefusedInputError("is empty", skipped=True)
    if data.startswith(b"PK") and (data[2:4] == b"\x03\x04" or named == "zip"):
        return _zip_or_office(data, suffix, named)
    _refuse_known(data, suffix, named)
    if named in {"csv", "json", "mail", "html", "markdown"}:
        return _named(data, named)
    if named == "zip":
        raise RefusedInputError("is named .zip but is no ZIP archive; it may be damaged")
    return _text_format(data, suffix)


def _zip_or_office(data: bytes, suffix: str, named: str | None) -> str:
    if named == "zip":
        return "zip"
    head = data[:_HEAD] + data[-_HEAD:]
    for mark, what in _OFFICE_INSIDE:
        if mark in head:
            raise _not_yet(what)
    if suffix in _NOT_YET and suffix not in {".gz", ".tar"}:
        raise _not_yet(_NOT_YET[suffix])
    if b"mimetype" in data[:60]:
        raise _not_yet("OpenDocument")
    return "zip"


def _refuse_known(data: bytes, suffix: str, named: str | None) -> None:
    text_suffix = named is not None
    for signature, what, _ in _SIGNATURES:
        if data.startswith(signature):
            raise _not_yet(what)
    if (
        data.startswith(_PICTURES)
        or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")
        or (data[:2] == b"BM" and data[6:10] == b"\0" * 4)
    ):
        raise RefusedInputError("is a picture, not text", skipped=True)
    if data.startswith(_PROGRAMS):
        raise RefusedInputError("is not text: it is a program", skipped=not text_suffix)
    if data.startswith(_MEDIA) or data[4:8] == b"ftyp" or data[:4] == b"RIFF":
        raise RefusedInputError("is sound or film, not text", skipped=True)
    if suffix in _PICTURE_SUFFIXES:
        raise RefusedInputError("is a picture, not text", skipped=True)
    if suffix in _MEDIA_SUFFIXES or suffix in _PROGRAM_SUFFIXES:
        raise RefusedInputError("is not text", skipped=True)


def _named(data: bytes, named: str) -> str:
    """What the suffix asks for, unless the bytes plainly say otherwise."""
    if named == "html" and _is_mail(data[:_HEAD]):
        return "mail"
    return named


def _text_format(data: bytes, suffix: str) -> str:
    """For plain and unknown suffixes: text is looked at, other things are refused."""
    head = decode(data[:_HEAD]).text
    if _FEED.match(head):
        raise _not_yet("RSS and Atom")
    if _MARKUP.match(head):
        return "html"
    if suffix in _NOT_YET:
        raise _not_yet(_NOT_YET[suffix])
    if _is_mail(data[:_HEAD]):
        return "mail"
    if re.match(r"\s*---[ \t]*\n.{0,3000}?\n---[ \t]*\n", head, re.DOTALL) and re.search(r"^\w+:", head, re.MULTILINE):
        return "markdown"
    return "plain"


def _is_mail(head: bytes) -> bool:
    return bool(_MAIL_HEADER.match(head)) and len(_MAIL_FIELDS.findall(head)) >= 2


def _not_yet(what: str) -> RefusedInputError:
    return RefusedInputError(f"{what} files are not read yet", skipped=True)
