"""Imported bytes as blocks to look at: as they are, not as an importer understood them."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from itertools import islice
from typing import Any

from desktop_app.ingest import encoding
from desktop_app.ingest.clean import tidy
from desktop_app.ingest.formats import importer_for
from desktop_app.ingest.phrases import words
from desktop_app.ingest.raw import Raw, RefusedInputError
from desktop_app.ingest.tables import delimiter, json_record
from desktop_app.ingest.zipped import expand, member_name
from desktop_app.model.original import BlockKind, OriginalBlock

MOST_BYTES = 8_000_000  # of a file; what is behind them is not shown
MOST_TEXT = 2_000_000  # code points of all blocks
MOST_BLOCKS = 50_000
_MEMBER = re.compile(r"#(\d+)$")
_SPACE = re.compile(r"\s+")
_DEEPEST = 200  # nested elements
_TAG = re.compile(r"<[^>]{0,2000}>")
_RUN = re.compile(r"<(script|style)\b.*?(?:</\1|\Z)", re.DOTALL | re.IGNORECASE)
_GAP = re.compile(r"\n[ \t]*\n\s*")
_UNSEEN = words("script style noscript template head title meta link svg math canvas object iframe")
_HEADINGS = words("h1 h2 h3 h4 h5 h6 caption legend summary")
_BLOCKS = words(
    "p div article section main header footer nav aside ul ol dl dt dd blockquote figure figcaption address details "
    "hr body center fieldset form table thead tbody tfoot li pre tr"
)
_FIELDS = ("From", "To", "Cc", "Date", "Subject", "Organization")


def read_blocks(raw: Raw, form: str, member: str = "") -> tuple[list[OriginalBlock], bool]:
    """The blocks of a file, or of the member of it that an article came from, and whether they were cut short.

    `form` is the name of the importer that read it. Raises RefusedInputError where there is nothing to show.
    """
    if form == "zip":
        raw, member = _unpacked(raw, member)
        form = importer_for(raw).name
    cut = len(raw.data) > MOST_BYTES
    found: list[OriginalBlock] = []
    left = MOST_TEXT
    for block in _blocks(Raw(raw.data[:MOST_BYTES], raw.name, raw.encoding), form, member):
        if left <= 0 or len(found) >= MOST_BLOCKS:
            return found, True
        found.append(OriginalBlock(block.kind, block.text[:left]))
        left -= len(block.text)
    return found, cut or left < 0


def _blocks(raw: Raw, form: str, member: str) -> Iterator[OriginalBlock]:
    number = _MEMBER.search(member)
    if form == "mail":
        return _mail(raw, int(number[1]) if number else 0)
    text = encoding.decode(raw.data, declared=raw.encoding, markup=form == "html").text.lstrip("\ufeff")
    if form == "html":
        return _markup(encoding.repair(text))
    if form == "csv" and number:
        return _row(text, int(number[1]))
    if form == "json" and number:
        return _verbatim(json_record(text, raw.name, int(number[1])))
    return _verbatim(text)


def _verbatim(text: str) -> Iterator[OriginalBlock]:
    for piece in _GAP.split(text.replace("\r\n", "\n").replace("\r", "\n")):
        if piece.strip():
            yield OriginalBlock("verbatim", piece.strip("\n"))


def _row(text: str, number: int) -> Iterator[OriginalBlock]:
    """One row of a table, a line for each of its cells."""
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text))
        names = next(rows, [])
        cells = next(islice(rows, number, None), [])
    except csv.Error as error:
        raise RefusedInputError(f"cannot be read ({error})") from error
    for name, cell in zip(names, cells, strict=False):
        yield OriginalBlock("field", f"{name.strip()}: {cell.strip()}")


def _mail(raw: Raw, number: int) -> Iterator[OriginalBlock]:
    from desktop_app.ingest.mail import original_message

    fields, body, markup = original_message(raw, number, _FIELDS)
    for name, value in fields:
        yield OriginalBlock("field", f"{name}: {' '.join(value.split())}")
    yield from _markup(body) if markup else _verbatim(body)


def _unpacked(raw: Raw, member: str) -> tuple[Raw, str]:
    """The file in a container that a member names, and what it names in that file."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw.data)) as archive:
            for info in archive.infolist():
                name = member_name(info)
                if member == name or member.startswith((f"{name}/", f"{name}#")):
                    data = expand(archive, info, MOST_BYTES)
                    inner = Raw(data, name, raw.encoding, depth=raw.depth + 1)
                    rest = member[len(name) :].removeprefix("/")
                    if importer_for(inner).name == "zip" and raw.depth < 1:
                        return _unpacked(inner, rest)
                    return inner, rest
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError) as error:
        raise RefusedInputError(f"cannot be unpacked ({error})") from error
    raise RefusedInputError("does not hold the file any more")


class _Page:
    """Gathers the running text of a web page into blocks."""

    def __init__(self) -> None:
        self.found: list[OriginalBlock] = []
        self._pieces: list[str] = []
        self._kind: BlockKind = "paragraph"
        self._cells: list[str] | None = None

    def add(self, text: str | None, *, verbatim: bool) -> None:
        if text:
            self._pieces.append(text if verbatim else _SPACE.sub(" ", text))

    def begin(self, kind: BlockKind) -> None:
        self.end()
        self._kind = kind

    def end(self) -> None:
        text = "".join(self._pieces)
        self._pieces = []
        if self._cells is not None:
            self._cells.append(" ".join(text.split()))
        elif text.strip():
            kept = text.strip("\n") if self._kind == "verbatim" else text.strip()
            self.found.append(OriginalBlock(self._kind, tidy(kept)))
        self._kind = "paragraph"

    def begin_row(self) -> None:
        self.end_row()
        self.end()
        self._cells = []

    def end_cell(self) -> None:
        """A cell is one piece, whatever blocks are in it."""
        self.end()

    def end_row(self) -> None:
        if self._cells is None:
            return
        self.end()
        cells = [cell for cell in self._cells if cell]
        self._cells = None
        if cells:
            self.found.append(OriginalBlock("row", "\t".join(cells)))


def _markup(markup: str) -> Iterator[OriginalBlock]:
    """The blocks of a web page in reading order: what a browser shows, without what it would run or fetch."""
    import lxml.etree

    from desktop_app.ingest.html import parse_markup

    tree = parse_markup(markup)
    page = _Page()
    verbatim = depth = deepest = 0
    for event, element in (walk := lxml.etree.iterwalk(tree, events=("start", "end"))) if tree is not None else ():
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            deepest = max(deepest, depth := depth + 1)
            if not tag or tag in _UNSEEN:
                walk.skip_subtree()
                continue
            verbatim += tag == "pre"
            _open(page, tag, element)
            page.add(element.text, verbatim=verbatim > 0)
            continue
        depth -= 1
        verbatim -= tag == "pre"
        _close(page, tag)
        page.add(element.tail, verbatim=verbatim > 0)
    page.end_row()
    page.end()
    if deepest >= _DEEPEST or not page.found:  # what is nested deeper is lost by the parser, and nobody is told
        return _verbatim(_TAG.sub(" ", _RUN.sub(" ", markup)))
    return iter(page.found)


def _open(page: _Page, tag: str, element: Any) -> None:
    if tag == "tr":
        page.begin_row()
    elif tag in _HEADINGS:
        page.begin("heading")
    elif tag == "li":
        page.begin("item")
    elif tag == "pre":
        page.begin("verbatim")
    elif tag in _BLOCKS:
        page.end()
    elif tag == "br":
        page.add("\n", verbatim=True)
    elif tag == "img" and element.get("alt"):
        page.add(f"[{element.get('alt')}]", verbatim=False)


def _close(page: _Page, tag: str) -> None:
    if tag in ("td", "th"):
        page.end_cell()
    elif tag == "tr":
        page.end_row()
    elif tag in _BLOCKS or tag in _HEADINGS:
        page.end()
