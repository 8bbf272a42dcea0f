"""What was there before stays until all is written; what is not ours stays for good."""

import errno
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.export.formats import FORMATS, describe
from desktop_app.export.targets import MARK
from desktop_app.model.article import Article
from desktop_app.model.errors import DiskFullError, InputRefusedError, ReadOnlyError
from desktop_app.model.progress import CancelledError
from tests.unit.export.articles import article

FILES, FOLDERS = ("csv", "jsonl"), ("markdown", "html")


def write(name: str, out: Path | io.BytesIO, *articles: Article, broken: bool = False) -> int:
    def given() -> Iterator[Article]:
        yield from articles
        if broken:
            raise CancelledError

    return FORMATS[name].write(given(), out, with_notes=True, options={})


def tree(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_the_registry_describes_itself() -> None:
    assert [(each.name, each.suffix, each.single_file) for each in describe()] == [
        ("csv", ".csv", True),
        ("jsonl", ".jsonl", True),
        ("markdown", ".md", True),
        ("html", "", False),
    ]
    assert all(name == each.name for name, each in FORMATS.items())


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_replaced_only_when_it_is_complete(tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    (tmp_path / "out.part").write_text("a reader's own")
    out.write_text("before")
    out.chmod(0o640)
    with pytest.raises(CancelledError):
        write(name, out, article(), broken=True)
    assert tree(tmp_path) == {"out": b"before", "out.part": b"a reader's own"}
    assert write(name, out, article()) == 1
    assert set(tree(tmp_path)) == {"out", "out.part"}
    assert "Neun Start-ups" in out.read_text(encoding="utf-8")
    if os.name == "posix":
        assert out.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_is_replaced_only_when_it_is_complete(tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    write(name, out, article(1), article(2, title="Zwei"))
    before = tree(tmp_path)
    with pytest.raises(CancelledError):
        write(name, out, article(3), broken=True)
    assert tree(tmp_path) == before
    write(name, out, article(3, title="Drei"))
    assert len(tree(tmp_path)) < len(before)
    assert "Drei" in str({file: body.decode() for file, body in tree(tmp_path).items()})
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_with_other_files_is_refused(tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "mine.txt").write_text("mine")
    with pytest.raises(InputRefusedError, match="holds other files"):
        write(name, out, article())
    assert tree(tmp_path) == {"out/mine.txt": b"mine"}
    (out / MARK).write_text("something else")
    with pytest.raises(InputRefusedError, match="holds other files"):
        write(name, out, article())


@pytest.mark.parametrize("name", FOLDERS)
def test_work_in_an_earlier_export_is_never_lost(tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    write(name, out, article())
    (out / ".DS_Store").write_bytes(b"clutter")
    write(name, out, article())
    added = out / "my thoughts.md"
    added.write_text("mine")
    with pytest.raises(InputRefusedError, match="holds other files"):
        write(name, out, article())
    added.unlink()
    page = next(iter(sorted(out.rglob("*.md" if name == "markdown" else "1.html"))))
    page.write_text(page.read_text(encoding="utf-8").replace("Krefeld", "Duisbur"), encoding="utf-8")
    with pytest.raises(InputRefusedError, match=r"was changed after it was exported"):
        write(name, out, article())
    page.unlink()
    write(name, out, article())
    assert page.exists()


def test_work_that_comes_during_an_export_is_never_lost(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write("html", out, article())

    def slow() -> Iterator[Article]:
        yield article()
        (out / "mine.txt").write_text("mine")

    with pytest.raises(InputRefusedError, match="holds other files"):
        FORMATS["html"].write(slow(), out, with_notes=True, options={})
    assert (out / "mine.txt").read_text() == "mine"
    assert list(tmp_path.iterdir()) == [out]


def test_an_empty_folder_and_one_that_is_not_there_are_filled(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for out in (tmp_path / "empty", tmp_path / "new" / "deep"):
        write("html", out, article())
        assert (out / "index.html").is_file()


def test_a_link_keeps_pointing_where_it_points(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "file").write_text("before")
    for name in ("file", "there"):
        (tmp_path / f"to-{name}").symlink_to(tmp_path / name)
    write("csv", tmp_path / "to-file", article())
    write("html", tmp_path / "to-there", article())
    assert (tmp_path / "to-file").is_symlink()
    assert (tmp_path / "file").read_text(encoding="utf-8").startswith("id,")
    assert (tmp_path / "to-there").is_symlink()
    assert (tmp_path / "there" / "index.html").is_file()


def test_a_file_is_no_folder_and_a_folder_no_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputRefusedError, match="is a folder"):
        write("csv", tmp_path, article())
    with pytest.raises(InputRefusedError, match="is a file"):
        write("html", tmp_path / "file", article())
    for name in ("csv", "html"):
        with pytest.raises(InputRefusedError, match="not a place"):
            write(name, tmp_path / "file" / "below", article())
        with pytest.raises(InputRefusedError, match="not a place"):
            write(name, tmp_path / ("n" * 300), article())
    assert tree(tmp_path) == {"file": b"x"}


class Failing(io.BytesIO):
    """A stream whose device fails."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def write(self, _: object) -> int:
        raise OSError(self.number, os.strerror(self.number))


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EROFS, ReadOnlyError),
        (errno.EACCES, ReadOnlyError),
        (errno.EPIPE, OSError),
    ],
)
@pytest.mark.parametrize("name", [*FILES, "markdown"])
def test_a_stream_that_fails_is_told_in_a_sentence(name: str, number: int, kind: type[Exception]) -> None:
    with pytest.raises(kind):
        write(name, Failing(number), article())


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
def test_a_full_disk_is_told_in_a_sentence() -> None:
    with pytest.raises(DiskFullError, match="Free some room"):
        write("csv", Path("/dev/full"), article())


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only for root")
@pytest.mark.parametrize("name", ["csv", "html"])
def test_a_place_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path, name: str) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(ReadOnlyError):
            write(name, tmp_path / "out", article())
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize("name", list(FORMATS))
def test_articles_are_taken_one_at_a_time(tmp_path: Path, name: str) -> None:
    alive, most = 0, 0

    class Tracked(Article):
        __slots__ = ()

        def __del__(self) -> None:
            nonlocal alive
            alive -= 1

    def given() -> Iterator[Article]:
        nonlocal alive, most
        usual = article()
        values = {field: getattr(usual, field) for field in Article.__dataclass_fields__}
        for number in range(50):
            alive += 1
            most = max(most, alive)
            yield Tracked(**{**values, "id": number})

    assert FORMATS[name].write(given(), tmp_path / "out", with_notes=True, options={}) == 50
    assert most <= 4
