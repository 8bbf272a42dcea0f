"""ZIP archives of press files. Members are read in memory; nothing is ever written to disk."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import PurePosixPath

from desktop_app.ingest.encoding import decode
from desktop_app.ingest.raw import Raw, Reading, RefusedInputError

MOST_MEMBERS = 50_000
LARGEST_MEMBER = 64 * 1024 * 1024  # bytes, expanded
LARGEST_TOTAL = 512 * 1024 * 1024
HIGHEST_RATIO = 200  # beyond the first megabyte: text compresses 3 to 10 times
DEEPEST = 2
_MOST_NAMED = 5
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
    LookupError,
    OverflowError,
    MemoryError,
    struct.error,
)

Inner = Callable[[Raw], Reading]


class Zip:
    """A container; `inner` reads a member's bytes, whatever its format."""

    name = "zip"
    suffixes = frozenset({".zip"})

    def __init__(self, inner: Inner) -> None:
        self._inner = inner

    def read(self, raw: Raw) -> Reading:
        """See `Importer`."""
        if raw.depth >= DEEPEST:
            raise RefusedInputError(
                f"is a ZIP archive inside {DEEPEST} others; unpack it and import the folder", skipped=True
            )
        try:
            archive = zipfile.ZipFile(io.BytesIO(raw.data))
        except _BROKEN:
            raise RefusedInputError(
                "is damaged: it has no readable table of contents; make the ZIP archive again"
            ) from None
        with archive:
            members = [info for info in archive.infolist() if info.filename and not info.is_dir()]
            if len(members) > MOST_MEMBERS:
                raise RefusedInputError(
                    f"holds {len(members)} files, more than the {MOST_MEMBERS} that are read from one archive"
                )
            return self._read_members(archive, members, raw)

    def _read_members(self, archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], raw: Raw) -> Reading:
        whole = Reading()
        unread: list[str] = []
        left = LARGEST_TOTAL // (4**raw.depth)
        for info in members:
            raw.beat()
            name = member_name(info)
            if _is_hidden(name):
                continue
            try:
                data = expand(archive, info, left)
                left -= len(data)
                inside = Raw(data, f"{raw.name}/{name}", raw.encoding, raw.source, raw.depth + 1, raw.beat)
                reading = self._inner(inside)
            except RefusedInputError as refusal:
                unread.append(f"{name} {refusal.reason}")
                continue
            except _BROKEN:
                unread.append(f"{name} is damaged")
                continue
            for article in reading.articles:
                article.member = (
                    f"{name}/{article.member}"
                    if article.member and article.member[0] != "#"
                    else f"{name}{article.member}"
                )
            whole.articles += reading.articles
            if reading.reason:
                unread.append(f"{name}: {reading.reason}")
        whole.reason = _sentence(unread)
        if not whole.articles:
            raise RefusedInputError(
                f"holds no article: {whole.reason}" if unread else "holds no files", skipped=not unread
            )
        return whole


def member_name(info: zipfile.ZipInfo) -> str:
    """The member's name: UTF-8 where the flag says so, else UTF-8, cp932 or cp437, whichever fits its bytes."""
    name = info.orig_filename.split("\x00")[0]
    if not info.flag_bits & 0x800:
        try:
            coded = name.encode("cp437")
        except UnicodeEncodeError:
            coded = b""
        if coded and not coded.isascii():
            name = _guess_name(coded, name)
    return "/".join(part for part in name.replace("\\", "/").split("/") if part not in {"", ".", ".."}) or "unnamed"


def _guess_name(coded: bytes, as_dos: str) -> str:
    try:
        return coded.decode("utf-8")
    except UnicodeDecodeError:
        pass
    japanese = decode(coded, declared="cp932")
    kana = sum("\u3040" <= char <= "\u9fff" for char in japanese.text)
    return japanese.text if not japanese.damaged and kana * 2 >= len(coded) * 0.4 else as_dos


def expand(archive: zipfile.ZipFile, info: zipfile.ZipInfo, left: int) -> bytes:
    """A member's bytes; raises RefusedInputError where they are more than `left`, locked, or a bomb."""
    if info.flag_bits & 0x1:
        raise RefusedInputError("is locked with a password; unpack it first")
    limit = min(LARGEST_MEMBER, left)
    if info.file_size > limit:
        raise RefusedInputError(f"would expand to {info.file_size // 1_000_000} MB, more than is read from an archive")
    if info.file_size > 1_000_000 and info.file_size > HIGHEST_RATIO * max(1, info.compress_size):
        raise RefusedInputError("expands more than any text does and was left alone")
    pieces: list[bytes] = []
    size = 0
    with archive.open(info) as stream:
        while piece := stream.read(1 << 18):
            size += len(piece)
            if size > limit:
                raise RefusedInputError("expands to more than its table of contents says and was left alone")
            pieces.append(piece)
    return b"".join(pieces)


def _is_hidden(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return any(part.startswith((".", "__MACOSX", "~$")) for part in parts) or parts[-1:] in {
        ("Thumbs.db",),
        ("desktop.ini",),
    }


def _sentence(unread: list[str]) -> str:
    shown = "; ".join(unread[:_MOST_NAMED])
    return f"{shown}; and {len(unread) - _MOST_NAMED} more" if len(unread) > _MOST_NAMED else shown
