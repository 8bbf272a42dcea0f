"""Markdown with YAML front matter: a folder of files, or one file or stream."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, BinaryIO

import yaml

from desktop_app.export.names import file_names
from desktop_app.export.targets import file_target, folder_target
from desktop_app.model.article import Article, Note


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
        """See `formats.Exporter.write`; there are no options."""
        count = 0
        if isinstance(out, Path) and out.suffix.lower() != ".md":
            with folder_target(out) as folder:
                name = file_names(".md")
                for count, article in enumerate(articles, 1):
                    (folder / name(article)).write_text(page(article, with_notes=with_notes), encoding="utf-8")
            return count
        with file_target(out) as stream:
            for count, article in enumerate(articles, 1):
                stream.write((page(article, with_notes=with_notes) + "\n").encode("utf-8"))
        return count


def page(article: Article, *, with_notes: bool) -> str:
    """One article as Markdown."""
    facts: dict[str, Any] = {
        "id": article.id,
        "title": article.title,
        "kicker": article.kicker,
        "date": article.date,
        "source": article.source,
        "place": article.place,
        "author": article.byline,
        "language": article.language,
        "tags": [tag.name for tag in article.tags],
        "starred": article.starred,
        "file": article.provenance[0].path if article.provenance else "",
        "sha256": article.provenance[0].sha256 if article.provenance else "",
    }
    stated = {name: value for name, value in facts.items() if value not in ("", [], False)}
    front = yaml.safe_dump(stated, allow_unicode=True, sort_keys=False, width=10_000)
    parts = [f"---\n{front}---\n"]
    if article.title:
        parts.append(f"# {_one_line(article.title)}\n")
    parts.append(_escaped(article) + "\n")
    if with_notes and article.notes:
        parts.append("## Notes\n")
        parts += [_note(note) for note in article.notes]
    return "\n".join(parts)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _escaped(article: Article) -> str:
    # A line that begins with # or --- must not become a heading or a second front matter.
    lines = []
    for line in article.text.split("\n"):
        start = line.lstrip()
        special = start.startswith(("#", "---", "===", "```", "~~~", ">"))
        lines.append(f"\\{line}" if special and start == line else line)
    return "\n".join(lines)


def _note(note: Note) -> str:
    quote = "".join(f"> {line}\n" for line in note.quote.split("\n")) + "\n" if note.quote else ""
    return f"{quote}{note.body}\n" if note.body else quote
