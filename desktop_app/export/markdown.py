"""Markdown with YAML front matter: a folder of files, or one file or stream."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from desktop_app.export.names import file_names, found_in
from desktop_app.export.passages import Marked, Passage, passages, pieces, placed
from desktop_app.export.targets import file_target, folder_target
from desktop_app.model.article import Article, Note
from desktop_app.model.dossiers import Collection, Section, as_collection
from desktop_app.model.links import without_links
from desktop_app.model.text import excerpt

_ONE_FILE = (".md", ".markdown")
_CONTENTS = "index.md"
# What YAML does not allow as it stands (YAML 1.2, c-printable), or takes for a line's end.
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
# Only what would change its meaning is escaped (CommonMark 0.31), so that the text can still be read as text.
_INLINE = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])|`|(?<!\s)\*|\*(?!\s)|(?<!\w)_|_(?!\w)|~(?=~)|<(?=[A-Za-z/!?])"
    r"|&(?=#?\w{1,32};)|\[(?=[\[^ ]|[^\]\n]{0,200}\][\[(:])"
)
_LINE_START = re.compile(
    r"^(#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|=+(?=[ \t]*$)|-+(?=[-\s]*$)|[|:](?=[|:\s-]*$))|^(\d{1,9})([.)](?=\s|$))",
    re.MULTILINE,
)
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


class Markdown:
    """One file an article in a folder; all in one file where the target's name ends in `.md`."""

    name = "markdown"
    label = "Markdown"
    suffix = ".md"
    single_file = True
    description = "Readable text with its facts on top. A folder with a file an article, or one file named “….md”."

    def write(
        self, articles: Iterable[Article], out: Path | BinaryIO, *, with_notes: bool, options: Mapping[str, object]
    ) -> int:
        """See `formats.Exporter.write`.

        Option: `dossier` is a `Collection`, whose introductions and comments are told.
        """
        dossier = as_collection(options)
        if isinstance(out, Path) and out.suffix.lower() not in _ONE_FILE:
            return _write_folder(articles, out, dossier, with_notes=with_notes)
        count = 0
        with file_target(out) as stream:
            told = dossier.before(0)
            for count, article in enumerate(articles, 1):
                # Footnotes are a file's: the article's place in it keeps those of two articles apart.
                comment = dossier.comments.get(article.id, "")
                text = page(article, with_notes=with_notes, footnote=f"{count}-", comment=comment)
                blocks = [*map(_section, told), text]
                stream.write(("" if count == 1 else "\n").encode() + "\n".join(blocks).encode("utf-8", "replace"))
                told = dossier.before(count)
            stream.write("".join(f"\n{_section(section)}" for section in told).encode("utf-8", "replace"))
        return count


def _write_folder(articles: Iterable[Article], out: Path, dossier: Collection, *, with_notes: bool) -> int:
    """A file an article, and for a dossier a table of contents with its introductions and comments."""
    count = 0
    with folder_target(out) as folder:
        name = file_names(".md", _CONTENTS)
        contents = [_section(section) for section in dossier.before(0)]
        for count, article in enumerate(articles, 1):
            file, comment = name(article), dossier.comments.get(article.id, "")
            folder.write(file, [page(article, with_notes=with_notes, comment=comment)])
            title = _inline(" ".join((article.title or excerpt(article.text, 60)).split()))
            beside = f"\n{quoted(without_links(comment))}" if comment else ""
            contents.append(f"{count}. [{title}](<{file}>)\n{beside}")
            contents += [_section(section) for section in dossier.before(count)]
        if dossier.sections:
            folder.write(_CONTENTS, ["\n".join(contents)])
    return count


def _section(section: Section) -> str:
    """The heading of a dossier and its introduction, which is Markdown already."""
    heading = f"{'#' * min(6, section.depth + 1)} {escaped(section.title)}\n"
    introduction = without_links(section.introduction)
    return f"{heading}\n{introduction}\n" if introduction else heading


def page(article: Article, *, with_notes: bool, footnote: str = "", comment: str = "") -> str:
    """One article as Markdown; `footnote` goes before the numbers of its footnotes, the comment below the title."""
    whole, marks = placed(article, article.notes if with_notes else ())
    blocks = [_front_matter(article)]
    if article.title:
        blocks.append(f"# {escaped(' '.join(article.title.split()))}\n")
    if comment:
        blocks.append(quoted(without_links(comment)))
    blocks += [_passage(article.text, passage, marks, footnote) for passage in passages(article)]
    if whole or marks:
        blocks.append("## Notes\n")
        blocks += [_note(note) for note in [*whole, *(mark.note for mark in marks if not mark.number)]]
        blocks += [_footnote(article.text, mark, footnote) for mark in marks if mark.number]
    return "\n".join(blocks)


def _front_matter(article: Article) -> str:
    files, hashes = found_in(article), [found.sha256 for found in article.provenance]
    facts: dict[str, object] = {
        "id": article.id,
        "title": article.title,
        "kicker": article.kicker,
        "date": article.date,
        "source": article.source,
        "place": article.place,
        "author": article.byline,
        "credit": article.credit,
        "language": article.language,
        "tags": [tag.name for tag in article.tags],
        "starred": article.starred,
        "file": files[0] if files else "",
        "sha256": hashes[0] if hashes else "",
    }
    lines = [f"{name}: {_yaml(value)}\n" for name, value in facts.items() if value not in ("", [], False)]
    return f"---\n{''.join(lines)}---\n"


def _yaml(value: object) -> str:
    # JSON is YAML but for a few signs. Every string is quoted: `no` is a country, and 2018-09 a month.
    text = json.dumps(value, ensure_ascii=False)
    return _UNPRINTABLE.sub(_unprintable, text)


def _unprintable(match: re.Match[str]) -> str:
    sign = match[0]
    return "\ufffd" if "\ud800" <= sign <= "\udfff" else f"\\u{ord(sign):04x}"


def _passage(text: str, passage: Passage, marks: Sequence[Marked], footnote: str) -> str:
    parts = []
    for low, high, over in pieces(passage.start, passage.end, marks):
        parts.append(_inline(text[low:high]))
        parts += [f"[^{footnote}{mark.number}]" for mark in over if mark.end == high and mark.number]
    body = _line_starts("".join(parts))
    if passage.role == "subheading":
        return f"## {' '.join(body.split())}\n"
    if passage.role in ("caption", "credit"):
        return quoted(body)
    return f"{body}\n"


def escaped(text: str) -> str:
    """Plain text as Markdown that reads as it."""
    return _line_starts(_inline(text))


def _inline(text: str) -> str:
    return _INLINE.sub(r"\\\g<0>", text)


def _line_starts(text: str) -> str:
    return _LINE_START.sub(
        lambda match: f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}", _INDENT.sub("", text)
    )


def quoted(text: str) -> str:
    """Markdown as a quotation."""
    return "".join(f"> {line}".rstrip() + "\n" for line in text.split("\n"))


def _note(note: Note) -> str:
    quote = quoted(escaped(note.quote)) + "\n" if note.quote.strip() else ""
    return f"{quote}{escaped(without_links(note.body))}\n" if note.body.strip() else quote


def _footnote(text: str, mark: Marked, footnote: str) -> str:
    # The words that the note is about stand in it: a footnote marks where they end, not where they begin.
    quote = _inline(" ".join(text[mark.start : mark.end].split()))
    # A footnote's further lines are indented.
    body = escaped(without_links(mark.note.body)).strip().replace("\n", "\n    ")
    return f"[^{footnote}{mark.number}]: “{quote}” – {body}\n"
