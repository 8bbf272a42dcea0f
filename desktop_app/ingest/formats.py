"""The formats that can be read, and the one function that reads a file of any of them."""

import hashlib
from collections.abc import Callable
from pathlib import Path, PurePath

from desktop_app.ingest import sniff
from desktop_app.ingest.html import Html
from desktop_app.ingest.mail import Mail
from desktop_app.ingest.markdown import Markdown
from desktop_app.ingest.plain import PlainText
from desktop_app.ingest.raw import LARGEST_FILE, Importer, Raw, Reading, RefusedInputError, no_beat
from desktop_app.ingest.tables import Csv, Json
from desktop_app.ingest.zipped import Zip
from desktop_app.model.article import FileStatus, ParsedFile

__all__ = ["IMPORTERS", "Importer", "parse", "parse_raw"]


def _read_inner(raw: Raw) -> Reading:
    return importer_for(raw).read(raw)


IMPORTERS: dict[str, Importer] = {
    importer.name: importer for importer in (PlainText(), Markdown(), Html(), Mail(), Csv(), Json(), Zip(_read_inner))
}


def importer_for(raw: Raw) -> Importer:
    """The importer for these bytes; raises RefusedInputError for what cannot be read."""
    suffix = PurePath(raw.name).suffix.casefold()
    named = next((importer.name for importer in IMPORTERS.values() if suffix in importer.suffixes), None)
    return IMPORTERS[sniff.format_of(raw.data, suffix, named)]


def parse(path: Path, *, encoding: str = "", source: str = "", beat: Callable[[], None] = no_beat) -> ParsedFile:
    """Read one file. Never raises for bad input: the result says what is wrong with it.

    `encoding` (a Python codec name) and `source` (the paper's name) are the reader's own and win over what the
    file says. `beat` is called after each member of a container.
    """
    shown = str(path)
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            megabytes = LARGEST_FILE // (1024 * 1024)
            return _refused(shown, f"is larger than {megabytes} MB; split it and import the parts", size=size)
        data = path.read_bytes()
    except OSError as error:
        return _refused(shown, f"cannot be opened: {error.strerror or error}")
    return parse_raw(Raw(data, shown, encoding, source, beat=beat))


def parse_raw(raw: Raw) -> ParsedFile:
    """Read a file's bytes; see `parse`."""
    digest = hashlib.sha256(raw.data).hexdigest()
    size = len(raw.data)
    try:
        importer = importer_for(raw)
    except RefusedInputError as refusal:
        return _refused(raw.name, refusal.reason, skipped=refusal.skipped, sha256=digest, size=size)
    try:
        reading = importer.read(raw)
    except RefusedInputError as refusal:
        return _refused(raw.name, refusal.reason, importer.name, skipped=refusal.skipped, sha256=digest, size=size)
    reason = _sentence(raw.name, reading.reason) if reading.reason else ""
    return ParsedFile(raw.name, "parsed", reading.articles, reason, importer.name, reading.encoding, digest, size)


def _refused(
    path: str, reason: str, name: str = "", *, skipped: bool = False, sha256: str = "", size: int = 0
) -> ParsedFile:
    status: FileStatus = "skipped" if skipped else "failed"
    return ParsedFile(path, status, [], _sentence(path, reason), name, "", sha256, size)


def _sentence(path: str, reason: str) -> str:
    return f"“{PurePath(path).name}” {reason}." if not reason[:1].isupper() else f"{reason}."
