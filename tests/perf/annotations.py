"""What a list of many annotations costs: filtering, sorting, changing all of them, following links back."""

import random
import time
from collections.abc import Callable
from pathlib import Path

from desktop_app.archive.archive import Archive
from desktop_app.model.annotations import AnnotationFilter
from tests.conftest import article, shelve

ARTICLES = 2_000
_WORDS = (
    *("Hafen", "Kran", "Schiff", "Bürgermeister", "Delegation", "Osaka", "Wirtschaft", "Gründer", "Brücke", "Messe"),
    *("Vertrag", "Neubau", "Haushalt", "Sitzung", "Müller"),
)
_FILTERS = {
    "a word": AnnotationFilter(text="hafen"),
    "two words": AnnotationFilter(text="müller kran"),
    "a word nobody wrote": AnnotationFilter(text="niemals"),
    "a tag": AnnotationFilter(tag="tag 3"),
    "a colour": AnnotationFilter(colour=2),
    "a kind": AnnotationFilter(kind="note"),
    "articles of a year": AnnotationFilter(first=2015_01_01, last=2015_12_31),
    "a paper": AnnotationFilter(source="Blatt 7"),
    "no filter": AnnotationFilter(),
}


def bench_annotations(folder: Path, count: int, line: Callable[[str, str], None]) -> None:
    """Fill a new archive with `count` annotations and measure CPU milliseconds of this process."""
    archive = _filled(folder, count)
    line("the first list, which reads them all", _cpu(archive.annotations))
    for name, wanted in _FILTERS.items():
        line(f"filtered by {name}", f"{_cpu(lambda wanted=wanted: archive.annotations(wanted))}    (goal: 30)")
    ids = archive.annotations()
    line("100 rows", _cpu(lambda: archive.annotation_rows(ids[:100])))
    line("one recoloured", _cpu(lambda: archive.recolour_annotations(ids[:1], 4)))
    line("the list after that", _cpu(archive.annotations))
    line("all tagged", _cpu(lambda: archive.tag_annotations(ids, ["neu"])))
    line("that undone", _cpu(archive.undo))
    line("what links to an article", _cpu(lambda: archive.backlinks("article", 3)))
    archive.close()


def _cpu(work: Callable[[], object]) -> str:
    before = time.process_time()
    work()
    return f"{(time.process_time() - before) * 1000:8.1f} ms"


def _filled(folder: Path, count: int) -> Archive:
    chance = random.Random(1)  # noqa: S311 - nothing here is secret
    archive = Archive.create(folder)

    def words(number: int) -> str:
        return " ".join(chance.choices(_WORDS, k=number))

    ids = shelve(
        archive,
        *(
            article(f"{words(300)} {n}", f"{words(4)} {n}", str(chance.randint(2010, 2020)), f"Blatt {n % 40}")
            for n in range(ARTICLES)
        ),
    )
    per_article = -(-count // ARTICLES)
    with archive._session.operation() as operation:  # one step: 10,000 verbs would each wait for the disk
        tags = operation.insert_many("tags", ("name",), [(f"tag {n}",) for n in range(10)])
        rows = []
        for number in ids * per_article:
            start = None if chance.random() < 0.25 else chance.randrange(1_000)
            body = "" if start is not None and chance.random() < 0.3 else f"{words(40)} [dort](article:{number % 9})"
            end, quote = (None, "") if start is None else (start + 60, words(8))
            rows.append((number, start, end, quote, body, chance.randrange(5), "2026-03-01T10:00:00Z"))
        columns = ("article_id", "start", "end", "quote", "body", "colour", "created_at", "changed_at")
        made = operation.insert_many("annotations", columns, [(*row, row[-1]) for row in rows[:count]])
        taggings = [(chance.choice(tags), number, "") for number in made]
        operation.insert_many("annotation_taggings", ("tag_id", "annotation_id", "created_at"), taggings)
        operation.name("Filled")
    return archive
