"""Commits, damage and crashes."""

import contextlib
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.index.engine import IndexUnreadableError
from desktop_app.index.manifest import generation_of, verify
from desktop_app.index.segments.bulk import Builder, Built, entries
from desktop_app.index.segments.merging import choose
from desktop_app.index.segments.storage import NAME, DurableStorage
from desktop_app.index.whoosh_engine import WhooshEngine
from desktop_app.model.documents import Document, IndexCursor
from desktop_app.model.errors import ArchiveBusyError
from desktop_app.model.query_nodes import Near, Phrase, Prefix, Term, Together, Wildcard


def article(number: int, text: str) -> Document:
    return Document(number, "", text, "", "de")


def files(engine: WhooshEngine, suffix: str) -> list[Path]:
    return sorted(engine.folder.glob(f"*{suffix}"))


def test_the_cursor_is_part_of_the_commit(engine: WhooshEngine) -> None:
    engine.apply([], [], IndexCursor("life", 9))
    assert WhooshEngine(engine.folder).cursor() == IndexCursor("life", 9)


def test_applying_again_changes_nothing(engine: WhooshEngine) -> None:
    for _ in range(3):
        engine.apply([article(1, "Neues aus Aachen"), article(8, "Mehr")], [2], IndexCursor("life", 10))
    assert engine.ids().tolist() == [1, 3, 4, 5, 8]
    assert engine.match(Term("startup")).ids.tolist() == [3]
    assert engine.match(Term("neues")).ids.tolist() == [1]


def test_the_last_of_several_versions_counts(engine: WhooshEngine) -> None:
    engine.apply((article(1, f"fassung{number}") for number in range(3)), [1], IndexCursor("life", 6))
    assert engine.match(Prefix("fassung")).ids.tolist() == [1]
    assert engine.match(Term("fassung2")).ids.tolist() == [1]


def test_everything_can_be_removed(engine: WhooshEngine) -> None:
    engine.apply([], range(1, 6), IndexCursor("life", 6))
    assert engine.count() == 0
    assert len(engine.match(Term("krefeld"))) == 0
    assert not files(engine, ".lsg") or len(files(engine, ".lsg")) == 1  # the generation before keeps its own


def test_a_reader_keeps_its_generation_until_it_reloads(engine: WhooshEngine) -> None:
    reader = WhooshEngine(engine.folder)
    for number in range(3):
        engine.apply([article(9, "Nachricht")], [], IndexCursor("life", 6 + number))
    assert len(reader.match(Term("nachricht"))) == 0
    assert len(reader.match(Term("krefeld"))) == 1
    assert reader.reload()
    assert reader.match(Term("nachricht")).ids.tolist() == [9]
    assert not reader.reload()


def test_the_generation_before_stays_whole(engine: WhooshEngine) -> None:
    """A crash between the index's commit and the store's leaves the store naming the generation before."""
    before = engine.manifest()
    engine.apply([article(9, "Nachricht")], [1], IndexCursor("life", 6))
    assert verify(engine.folder, before)
    again = WhooshEngine(engine.folder, generation_of(before))
    assert again.cursor() == IndexCursor("life", 5)
    assert again.count() == 5
    again.apply([article(9, "Nachricht")], [1], IndexCursor("life", 6))
    assert again.ids().tolist() == [2, 3, 4, 5, 9]
    assert WhooshEngine(engine.folder).ids().tolist() == [2, 3, 4, 5, 9]


def test_old_files_go(engine: WhooshEngine) -> None:
    for number in range(30):
        engine.apply([article(number, "Text")], [], IndexCursor("life", number))
    assert len(files(engine, ".toc")) == 2
    assert len(files(engine, ".lsg")) < 30
    assert not files(engine, ".tmp")


def test_only_one_writes(engine: WhooshEngine) -> None:
    lock = DurableStorage(str(engine.folder)).lock(f"{NAME}_WRITELOCK")
    assert lock.acquire()
    try:
        with pytest.raises(ArchiveBusyError):
            engine.apply([], [], IndexCursor("life", 6))
    finally:
        lock.release()


def test_a_manifest_reads_only_new_files(engine: WhooshEngine) -> None:
    first = engine.manifest()
    forged = [(name, size, "0" * 64) for name, size, _ in first]
    engine.apply([article(9, "Nachricht")], [], IndexCursor("life", 6))
    second = {name: digest for name, _, digest in engine.manifest(forged)}
    assert [digest for name, digest in second.items() if name in {entry[0] for entry in first}] == ["0" * 64]
    assert verify(engine.folder, engine.manifest())


def test_a_manifest_cannot_point_elsewhere(engine: WhooshEngine) -> None:
    listed = engine.manifest()
    assert not verify(engine.folder, [*listed, ("../x", 0, "")])
    assert not verify(engine.folder, [])
    assert not verify(engine.folder / "missing", listed)


def test_damage_is_found_or_told(engine: WhooshEngine) -> None:
    """Flipped and missing bytes: the manifest sees each; without it, opening answers or says it cannot."""
    listed = engine.manifest()
    for path in [engine.folder / name for name, _, _ in listed]:
        whole = path.read_bytes()
        step = max(1, len(whole) // 60)
        damaged = [whole[:at] for at in range(0, len(whole), step)]
        damaged += [whole[:at] + bytes([whole[at] ^ 0x5A]) + whole[at + 1 :] for at in range(0, len(whole), step)]
        for content in damaged:
            path.unlink()  # a new file: the old one may still be mapped
            path.write_bytes(content)
            assert not verify(engine.folder, listed)
            if path.suffix == ".lsg":
                try_to_read(engine.folder)
        path.unlink()
        path.write_bytes(whole)
        assert verify(engine.folder, listed)


def try_to_read(folder: Path) -> None:
    with contextlib.suppress(IndexUnreadableError):
        opened = WhooshEngine(folder)
        words = (Term("Aachen"), Term("Japan"))
        sentence, paragraph = Together(words, "sentence"), Together(words, "paragraph")
        prose = (Term("startup"), Phrase("Julia Münch"), Prefix("wirt"), Wildcard("*abkommen*"), Term("Haus", "lead"))
        for node in (*prose, Near(words, 5), sentence, paragraph):
            opened.match(node)
        opened.vocabulary_prefix("a")


def test_a_cut_table_of_contents_is_told(engine: WhooshEngine) -> None:
    toc = max(files(engine, ".toc"))
    whole = toc.read_bytes()
    for length in range(0, len(whole), 97):
        toc.write_bytes(whole[:length])
        with pytest.raises(IndexUnreadableError):
            WhooshEngine(engine.folder)


@pytest.mark.parametrize("suffix", [".toc", ".lsg"])
def test_a_lost_file_is_told_and_never_taken_for_an_empty_index(engine: WhooshEngine, suffix: str) -> None:
    for path in files(engine, suffix):
        path.unlink()
    with pytest.raises(IndexUnreadableError):
        WhooshEngine(engine.folder)


def test_a_quick_check_compares_sizes_and_the_table_of_contents(engine: WhooshEngine) -> None:
    listed = engine.manifest()
    assert verify(engine.folder, listed, deep=False)
    max(files(engine, ".toc")).write_bytes(b"cos\nsystem\n")
    assert not verify(engine.folder, listed, deep=False)


def test_an_index_of_an_older_version_is_told(engine: WhooshEngine) -> None:
    for path in files(engine, ".lsg"):
        whole = path.read_bytes()
        path.unlink()
        path.write_bytes(whole[:7] + bytes([whole[7] - 1]) + whole[8:])
    with pytest.raises(IndexUnreadableError, match="version"):
        WhooshEngine(engine.folder)


def test_a_segment_of_another_index_is_told(engine: WhooshEngine, tmp_path: Path) -> None:
    other = WhooshEngine(tmp_path / "other")
    other.apply([article(1, "fremd")], [], IndexCursor("life", 1))
    listed = engine.manifest()
    for path in files(engine, ".lsg"):
        path.unlink()
        path.write_bytes(files(other, ".lsg")[0].read_bytes())
    assert not verify(engine.folder, listed, deep=False)
    with pytest.raises(IndexUnreadableError):
        WhooshEngine(engine.folder)


def test_what_is_deleted_is_soon_written_no_more(tmp_path: Path) -> None:
    """Once a third of a segment is deleted it is written anew, so that the index needs no rebuilding for that."""
    engine = WhooshEngine(tmp_path / "index")
    engine.apply((article(number, f"wort{number} ewig") for number in range(100)), [], IndexCursor("life", 1))
    engine.apply([], range(33), IndexCursor("life", 2))
    assert [segment.documents for segment in engine._snapshot.segments] == [100]
    engine.apply([], [33, 34], IndexCursor("life", 3))
    assert [segment.documents for segment in engine._snapshot.segments] == [65]
    assert engine._snapshot.segments[0].field("text").find(b"wort34") == -1
    assert engine.match(Term("ewig")).ids.tolist() == list(range(35, 100))


def test_segments_stay_few(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path / "index")
    most = 0
    for number in range(80):
        engine.apply([article(number, f"wort{number}")], [], IndexCursor("life", number))
        most = max(most, len(engine._snapshot.segments))
    assert most <= 15
    assert engine.count() == 80


def test_the_policy_bounds_what_an_index_consists_of() -> None:
    sizes: list[int] = []
    for _ in range(5000):
        sizes.append(1)
        while groups := choose([Whole(size) for size in sizes]):
            taken = {at for group in groups for at in group}
            joined = [sum(sizes[at] for at in group) for group in groups]
            sizes = [size for at, size in enumerate(sizes) if at not in taken] + joined
        assert len(sizes) <= 7 * 5
    assert sum(sizes) == 5000


class Whole:
    """A segment without deletions."""

    def __init__(self, size: int) -> None:
        self.size = size

    def doc_count_all(self) -> int:
        return self.size

    def doc_count(self) -> int:
        return self.size


def test_books_do_not_widen_what_is_kept_of_articles(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    engine = WhooshEngine(folder)
    builder = Builder(folder)
    for number in range(20):
        builder.add(article(number, "kurz " * 20 if number % 5 else "lang und breit " * 30_000))
    engine.adopt(builder.finish(), IndexCursor("life", 1))
    articles, books = engine._snapshot.segments
    assert (articles.documents, books.documents) == (16, 4)
    assert articles.field("text").positions.itemsize == 1
    assert books.field("text").positions.itemsize == 4
    assert engine.match(Term("kurz")).ids.tolist() == [number for number in range(20) if number % 5]
    assert engine.match(Phrase("breit lang")).ids.tolist() == [0, 5, 10, 15]


def test_builders_segments_become_one_commit(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    engine = WhooshEngine(folder)
    built: list[Built] = []
    for first in (0, 10):
        builder = Builder(folder)
        for number in range(first, first + 10):
            builder.add(article(number, f"Hafen wort{number}"))
        built += builder.finish()
    abandoned = Builder(folder)  # by a process that was killed
    abandoned.add(article(99, "Hafen"))
    abandoned.finish()
    assert engine.count() == 0
    assert WhooshEngine(folder).count() == 0
    engine.adopt(built, IndexCursor("life", 7))
    assert engine.cursor() == IndexCursor("life", 7)
    assert engine.match(Term("Hafen")).ids.tolist() == list(range(20))
    assert len(files(engine, ".lsg")) == 2
    assert verify(folder, engine.manifest(entries(built)))
    engine.apply([article(3, "anders")], [4], IndexCursor("life", 8))
    assert engine.match(Term("Hafen")).ids.tolist() == [0, 1, 2, *range(5, 20)]


WRITER = """
import sys
from pathlib import Path
from desktop_app.index.whoosh_engine import WhooshEngine
from desktop_app.model.documents import Document, IndexCursor

engine = WhooshEngine(Path(sys.argv[1]))
for seq in range(1, 10_000):
    engine.apply([Document(seq, "", "wort " * 50 + f"zahl{seq}", "", "de")], [], IndexCursor("life", seq))
    print(seq, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills with a signal")
def test_a_killed_writer_leaves_the_last_commit(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    for wanted in (1, 12, 40):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            acknowledged = [int(child.stdout.readline()) for _ in range(wanted)][-1]
            child.kill()
        engine = WhooshEngine(folder)
        cursor = engine.cursor()
        assert cursor is not None
        assert cursor.seq >= acknowledged
        assert verify(folder, engine.manifest())
        assert sorted(engine.match(Term("wort")).ids.tolist()) == engine.ids().tolist()
        assert len(engine.match(Term(f"zahl{cursor.seq}"))) == 1
        engine.apply([], [], IndexCursor("life", cursor.seq))
