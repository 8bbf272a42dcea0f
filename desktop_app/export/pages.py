"""A folder of HTML pages that opens offline: an index and a page an article, with nothing from elsewhere."""

import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import IO, BinaryIO

from desktop_app.export import page_style
from desktop_app.export.names import found_in
from desktop_app.export.passages import Marked, Passage, passages, pieces, placed
from desktop_app.export.prose import as_html
from desktop_app.export.targets import Folder, folder_target
from desktop_app.export.words import WORDS, number, spoken_date
from desktop_app.model.article import Article, Note
from desktop_app.model.dossiers import Collection, as_collection
from desktop_app.model.errors import InputRefusedError
from desktop_app.model.links import without_links
from desktop_app.model.text import excerpt

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")  # no characters in HTML
_YEAR = re.compile(r"\d{4}")
_TAGS = {"subheading": "h2"}


class Pages:
    """An index and a page for each article."""

    name = "html"
    label = "HTML"
    suffix = ""
    single_file = False
    description = "A folder of pages that any browser opens, without a network."

    def write(
        self, articles: Iterable[Article], out: Path | BinaryIO, *, with_notes: bool, options: Mapping[str, object]
    ) -> int:
        """See `formats.Exporter.write`.

        Options: `title` is the heading of the index; `language` (“en”, “de”, “ja”) that of the few words around
        the articles; `dossier` a `Collection`, whose introductions and comments are told.
        """
        if not isinstance(out, Path):
            raise InputRefusedError("HTML pages need a folder to be written to.")
        language = str(options.get("language") or "en")
        if language not in WORDS:
            raise InputRefusedError("There are no pages in “{language}”. There are: en, de, ja.", language=language)
        with folder_target(out) as folder, tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n") as rows:
            site = _Site(folder, rows, language, str(options.get("title") or ""), as_collection(options))
            for before, article, after in _neighbours(articles):
                site.add(before, article, after, with_notes=with_notes)
            site.finish()
        return site.count


def _neighbours(articles: Iterable[Article]) -> Iterator[tuple[int | None, Article, int | None]]:
    """Each article with the numbers of those beside it, one article ahead and no more."""
    before: int | None = None
    current: Article | None = None
    written: set[int] = set()
    for article in articles:
        if article.id in written:
            continue  # a page has one address
        written.add(article.id)
        if current is not None:
            yield before, current, article.id
            before = current.id
        current = article
    if current is not None:
        yield before, current, None


class _Site:
    """The pages as they grow. The index's rows wait in a file, because its head states their number."""

    def __init__(self, folder: Folder, rows: IO[str], language: str, title: str, dossier: Collection) -> None:
        self.count = 0
        self._dossier = dossier
        self._folder = folder
        self._rows = rows
        self._language = language
        self._words = WORDS[language]
        self._title = title or self._words["title"]
        self._first = self._last = ""  # the years that the articles span

    def add(self, before: int | None, article: Article, after: int | None, *, with_notes: bool) -> None:
        """Write an article's page and remember its row."""
        self._add_sections()
        self.count += 1
        notes = article.notes if with_notes else ()
        self._folder.write(f"articles/{article.id}.html", self._page(before, article, after, notes))
        self._rows.write(self._row(article))
        if year := _YEAR.match(article.date):
            self._first, self._last = min(self._first or year[0], year[0]), max(self._last, year[0])

    def _add_sections(self) -> None:
        """Head the rows that follow; the introduction of the dossier itself stands above all rows."""
        for section in self._dossier.before(self.count):
            if section.depth:
                level = min(6, section.depth + 1)
                introduction = as_html(section.introduction, _text)
                self._rows.write(
                    f'<li class="part"><h{level} dir="auto">{_text(section.title)}</h{level}>{introduction}</li>\n'
                )

    def finish(self) -> None:
        """Write the index."""
        self._add_sections()
        self._folder.write("index.html", self._index())

    def _index(self) -> Iterator[str]:
        words = self._words
        told = words["one"] if self.count == 1 else words["many"].format(n=number(self.count, self._language))
        years = "–".join(dict.fromkeys((self._first, self._last)))
        yield _head(self._title, self._language, page_style.INDEX_STYLE, script=True)
        yield f'<body>\n<main>\n<h1 dir="auto">{_text(self._title)}</h1>\n'
        yield f'<p class="meta"><span id="said" role="status" data-some="{_text(words["some"])}">{_text(told)}</span>'
        yield f" · {years}</p>\n" if years else "</p>\n"
        for section in self._dossier.sections[:1]:
            yield f'<div class="introduction">{as_html(section.introduction, _text)}</div>\n'
        yield (
            f'<form hidden role="search"><input name="q" type="search" placeholder="{_text(words["filter"])}"'
            f' aria-label="{_text(words["filter"])}" autocomplete="off" spellcheck="false">'
            '<div class="facets" id="facets"></div></form>\n<ol id="list">\n'
        )
        self._rows.seek(0)
        while chunk := self._rows.read(1 << 16):
            yield chunk
        yield f'</ol>\n<p id="none" hidden>{_text(words["none"])}</p>\n</main>\n'
        yield f"<script>{page_style.SCRIPT}</script>\n</body>\n</html>\n"

    def _row(self, article: Article) -> str:
        facts = f"<bdi>{_text(article.source)}</bdi>" if article.source else ""
        tags = _tags(article)
        meta = f'<p class="meta">{facts}{tags}</p>' if facts or tags else ""
        lines = excerpt(article.text, 200) if article.title else ""
        lead = f'<p class="lines" dir="auto"{_lang(article)}>{_text(lines)}</p>' if lines else ""
        return (
            f'<li data-date="{_text(article.date)}">{self._time(article)}<div>'
            f'<a href="articles/{article.id}.html" dir="auto"{_lang(article)}>{self._heading(article)}</a>'
            f"{self._comment(article)}{lead}{meta}</div></li>\n"
        )

    def _comment(self, article: Article) -> str:
        comment = self._dossier.comments.get(article.id, "")
        return f'<div class="comment">{as_html(comment, _text)}</div>' if comment else ""

    def _time(self, article: Article) -> str:
        if not article.date:
            return f"<time>{_text(self._words['undated'])}</time>"
        return f'<time datetime="{_text(article.date)}">{_text(spoken_date(article.date, self._language))}</time>'

    def _heading(self, article: Article) -> str:
        if article.title.strip():
            return _text(article.title)
        return f'<span class="untitled">{_text(excerpt(article.text, 80) or self._words["untitled"])}</span>'

    def _page(self, before: int | None, article: Article, after: int | None, notes: Sequence[Note]) -> Iterator[str]:
        whole, marks = placed(article, notes)
        noted = ' class="noted"' if whole or any(mark.number for mark in marks) else ""
        title = article.title.strip() or excerpt(article.text, 80) or self._words["untitled"]
        yield _head(title, self._language, page_style.PAGE_STYLE)
        yield f'<body{noted}>\n<nav class="bar"><a href="../index.html">← <bdi>{_text(self._title)}</bdi></a>'
        yield '<span class="gap"></span>'
        yield _step(before, "‹", "prev", self._words["previous"]) + _step(after, "›", "next", self._words["next"])
        yield f'</nav>\n<main>\n<article class="sheet"{_lang(article)}>\n'
        yield self._header(article)
        yield '<div class="text">\n'
        if whole:
            yield f'<div class="block">{"".join(_card(note, 0, note.quote) for note in whole)}</div>\n'
        for passage in passages(article):
            yield _block(article.text, passage, marks)
        yield f"</div>\n{_footer(article)}</article>\n</main>\n</body>\n</html>\n"

    def _header(self, article: Article) -> str:
        facts = [
            *(f"<bdi>{_text(fact)}</bdi>" for fact in (article.source,) if fact),
            self._time(article),
            *(f"<bdi>{_text(fact)}</bdi>" for fact in (article.place, article.byline) if fact),
        ]
        kicker = f'<p class="kicker" dir="auto">{_text(article.kicker)}</p>\n' if article.kicker else ""
        title = f'<h1 dir="auto">{self._heading(article)}</h1>\n'
        tags = f'<p class="meta">{_tags(article)}</p>\n' if article.tags else ""
        comment = self._comment(article)
        return f'<header>\n{kicker}{title}<p class="meta">{" · ".join(facts)}</p>\n{tags}{comment}</header>\n'


def _head(title: str, language: str, style: str, *, script: bool = False) -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{page_style.policy(script=script)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="generator" content="Lesesaal">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{_text(title)}</title>\n<style>{page_style.STYLE}{style}</style>\n</head>\n"
    )


def _text(text: str) -> str:
    return escape(_CONTROLS.sub("\ufffd", text))


def _lang(article: Article) -> str:
    # An empty attribute says that the language is not known, so that the page's own does not stand in for it.
    return f' lang="{article.language if _LANGUAGE.fullmatch(article.language) else ""}"'


def _tags(article: Article) -> str:
    if not article.tags:
        return ""
    chips = (f'<bdi class="tag t{tag.colour % page_style.TAG_COLOURS}">{_text(tag.name)}</bdi>' for tag in article.tags)
    return f'<span class="tags">{"".join(chips)}</span>'


def _step(number_: int | None, sign: str, relation: str, label: str) -> str:
    if number_ is None:
        return f'<span class="step off" aria-hidden="true">{sign}</span>'
    return f'<a class="step" rel="{relation}" href="{number_}.html" aria-label="{_text(label)}">{sign}</a>'


def _block(text: str, passage: Passage, marks: Sequence[Marked]) -> str:
    """A paragraph and the cards of the notes that end in it, which the style puts into the margin beside it."""
    parts, cards = [], []
    for low, high, over in pieces(passage.start, passage.end, marks):
        piece = _text(text[low:high])
        parts.append(f'<mark class="c{_colour(over[-1].note)}">{piece}</mark>' if over else piece)
        for mark in over:
            if mark.number and mark.end == high:
                at = mark.number
                parts.append(f'<a class="ref" id="r{at}" href="#n{at}">{at}</a>')
                cards.append(_card(mark.note, at, ""))
    tag = _TAGS.get(passage.role, "p")
    role = f' class="{passage.role}"' if passage.role and tag == "p" else ""
    return f'<div class="block">{"".join(cards)}<{tag}{role} dir="auto">{"".join(parts)}</{tag}></div>\n'


def _card(note: Note, at: int, quote: str) -> str:
    told = f'<a href="#r{at}"><b>{at}</b></a>' if at else ""
    quoted = f"<q>{_text(quote)}</q>" if quote.strip() else ""
    anchor = f' id="n{at}"' if at else ""
    return (
        f'<aside class="note c{_colour(note)}"{anchor} role="note" lang="" dir="auto">'
        f"{told}{quoted}{_text(without_links(note.body).strip())}</aside>"
    )


def _colour(note: Note) -> int:
    return note.colour % page_style.NOTE_COLOURS


def _footer(article: Article) -> str:
    names = found_in(article)
    if not names:
        return ""
    found = article.provenance[0]
    hashed = f"<br>SHA-256 <code>{_text(found.sha256)}</code>" if found.sha256 else ""
    return f'<footer lang=""><bdi>{_text(", ".join(names))}</bdi>{hashed}</footer>\n'
