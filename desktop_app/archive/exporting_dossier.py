"""Exporting a dossier: its articles in its order, with its introductions and comments, and those of dossiers in it."""

from pathlib import Path
from typing import Any, BinaryIO

from desktop_app.archive.exporting import ExportReport, export
from desktop_app.archive.session import Session
from desktop_app.model.dossiers import Collection, Section
from desktop_app.store import dossiers as store


def export_dossier(session: Session, out: Path | BinaryIO, name: str, number: int, **options: Any) -> ExportReport:
    """Write a dossier and those in it, each article once; see `exporting.export` for the options.

    Formats of tables and programs hold the articles alone. Raises NotFoundError, InputRefusedError.
    """
    ids, collection = collected(session, number)
    more = dict(options.pop("options", None) or {})
    more |= {"title": collection.sections[0].title, "dossier": collection}
    return export(session, out, name, ids, options=more, **options)


def collected(session: Session, number: int) -> tuple[list[int], Collection]:
    """The live articles of a dossier and of all in it, each once, and what is written about them."""
    connection = session.reader()
    lines = store.tree(connection)
    wanted = set(store.below(connection, number))
    top = store.dossier(connection, number)
    ids: dict[int, None] = {}
    sections: list[Section] = []
    comments: dict[int, str] = {}
    for line in (each for each in lines if each.id in wanted):
        page = store.page(connection, line.id)
        sections.append(Section(line.name, page.introduction, line.depth - top.depth, len(ids)))
        for entry in page.entries:
            ids.setdefault(entry.article)
            if entry.comment:
                told = comments.get(entry.article)
                comments[entry.article] = f"{told}\n\n{entry.comment}" if told else entry.comment
    return list(ids), Collection(tuple(sections), comments)
