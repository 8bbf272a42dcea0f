"""A folder of HTML pages that opens offline: an index and a page an article, with nothing from elsewhere."""

import re
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import BinaryIO

from desktop_app.export.targets import folder_target
from desktop_app.model.article import Article, Note
from desktop_app.model.errors import InputRefusedError
from desktop_app.model.text import excerpt

_PARAGRAPH = re.compile(r"\S.*?(?=\n\s*\n|\Z)", re.DOTALL)
_SET_APART = ("lead", "subheading", "caption", "credit")
_STYLE = """
:root { --page:#FAF8F4; --sheet:#FFFFFF; --ink:#20242A; --muted:#666971; --line:#E2DDD2; --accent:#1F6470;
  --hit:#FFE79B; --note:#FFF6D8; color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { --page:#1D2023; --sheet:#22262A; --ink:#E6E3DC; --muted:#9A9DA3;
  --line:#33383D; --accent:#5FB3BF; --hit:#5D5120; --note:#2F2A1C; } }
* { box-sizing: border-box; }
body { margin:0; background:var(--page); color:var(--ink); font:15px/1.5 Inter, "Noto Sans", system-ui, sans-serif; }
main { max-width:760px; margin:0 auto; padding:56px 28px 96px; }
a { color:inherit; text-decoration:none; } a:hover, a:focus { color:var(--accent); }
h1 { font:600 27px/1.25 "Noto Serif", "Source Serif 4", Georgia, serif; margin:4px 0 8px; }
.kicker { color:var(--accent); font-weight:600; font-size:12px; letter-spacing:.06em; text-transform:uppercase; }
.meta { color:var(--muted); font-size:13px; margin:0 0 26px; }
.tag { border:1px solid var(--line); border-radius:4px; padding:1px 7px; margin-right:6px; color:var(--ink); }
article p { font:17px/1.6 "Noto Serif", "Source Serif 4", "Noto Serif CJK JP", Georgia, serif; margin:0 0 1em;
  white-space:pre-line; overflow-wrap:anywhere; }
article .lead { font-weight:600; }
article .subheading { font:600 16px/1.4 Inter, system-ui, sans-serif; margin-top:1.6em; }
article .caption, article .credit { font:14px/1.5 Inter, system-ui, sans-serif; color:var(--muted);
  border-left:3px solid var(--line); padding-left:12px; }
mark { background:var(--hit); color:inherit; }
.notes { border-top:1px solid var(--line); margin-top:36px; padding-top:20px; }
.note { background:var(--note); border-left:3px solid var(--accent); border-radius:0 6px 6px 0; padding:10px 14px;
  margin:0 0 12px; white-space:pre-line; } .note q { color:var(--muted); font-style:italic; }
ul { list-style:none; padding:0; margin:0; } li { border-top:1px solid var(--line); padding:13px 0; }
li a { font-weight:600; } li .meta { margin:2px 0 0; }
footer { color:var(--muted); font-size:12px; margin-top:40px; overflow-wrap:anywhere; }
"""


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
        """See `formats.Exporter.write`; there are no options."""
        if not isinstance(out, Path):
            raise InputRefusedError("HTML pages need a folder to be written to.")
        count = 0
        with folder_target(out) as folder:
            (folder / "articles").mkdir()
            with (folder / "entries.part").open("w", encoding="utf-8") as entries:
                for count, article in enumerate(articles, 1):
                    name = f"articles/{article.id}.html"
                    (folder / name).write_text(_page(article, with_notes=with_notes), encoding="utf-8")
                    entries.write(_entry(article, name))
            _write_index(folder, count)
        return count


def _write_index(folder: Path, count: int) -> None:
    entries = folder / "entries.part"
    with (folder / "index.html").open("w", encoding="utf-8") as index, entries.open(encoding="utf-8") as lines:
        index.write(_head("Lesesaal", ""))
        index.write(f'<h1>Lesesaal</h1>\n<p class="meta">{count} articles</p>\n<ul>\n')
        index.writelines(lines)
        index.write("</ul>\n</main>\n</body>\n</html>\n")
    entries.unlink()


def _head(title: str, language: str) -> str:
    attribute = f' lang="{escape(language)}"' if language else ""
    return (
        f'<!doctype html>\n<html{attribute}>\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
    )


def _meta(article: Article, *more: str) -> str:
    facts = [escape(fact) for fact in (article.source, article.date or "undated", *more) if fact]
    tags = "".join(f' <span class="tag">{escape(tag.name)}</span>' for tag in article.tags)
    return f'<p class="meta">{" · ".join(facts)}{tags}</p>\n'


def _entry(article: Article, name: str) -> str:
    title = article.title or excerpt(article.text, 80)
    return f'<li><a href="{name}" lang="{escape(article.language)}">{escape(title)}</a>\n{_meta(article)}</li>\n'


def _page(article: Article, *, with_notes: bool) -> str:
    notes = article.notes if with_notes else ()
    page = [_head(article.title or excerpt(article.text, 80), article.language), "<article>\n"]
    if article.kicker:
        page.append(f'<div class="kicker">{escape(article.kicker)}</div>\n')
    if article.title:
        page.append(f"<h1>{escape(article.title)}</h1>\n")
    page.append(_meta(article, article.byline, article.place))
    page.append(_paragraphs(article, notes))
    page.append("</article>\n")
    if notes:
        cards = "".join(_note(note) for note in notes)
        page.append(f'<section class="notes" aria-label="Notes">\n{cards}</section>\n')
    found = article.provenance[0] if article.provenance else None
    if found is not None:
        page.append(f"<footer>{escape(found.path)} · SHA-256 {escape(found.sha256)}</footer>\n")
    page.append('<p><a href="../index.html">←</a></p>\n</main>\n</body>\n</html>\n')
    return "".join(page)


def _note(note: Note) -> str:
    quote = f"<q>{escape(note.quote)}</q>\n" if note.quote else ""
    return f'<div class="note">{quote}{escape(note.body)}</div>\n'


def _paragraphs(article: Article, notes: Iterable[Note]) -> str:
    """The text as paragraphs, with the noted spans marked. A mark never crosses a paragraph's border."""
    spans = _merged((note.start, note.end) for note in notes if note.start is not None and note.end is not None)
    text = article.text
    found = _PARAGRAPH.finditer(text)
    roles = {part.start: part.role for part in article.parts}
    paragraphs = []
    for match in found:
        role = roles.get(match.start(), "")
        name = f' class="{role}"' if role in _SET_APART else ""
        paragraphs.append(f"<p{name}>{_marked(text, match.start(), match.end(), spans)}</p>\n")
    return "".join(paragraphs)


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _marked(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> str:
    pieces = []
    for first, last in spans:
        low, high = max(first, start), min(last, end)
        if low < high:
            pieces += [escape(text[start:low]), "<mark>", escape(text[low:high]), "</mark>"]
            start = high
    return "".join([*pieces, escape(text[start:end])])
