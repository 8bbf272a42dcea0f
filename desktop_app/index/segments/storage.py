"""The index's folder and its tables of contents, one for each generation."""

import io
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from whoosh.codec.whoosh3 import W3Segment
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile
from whoosh.index import TOC

from desktop_app.index.manifest import sync
from desktop_app.index.segments.schema import make_schema

NAME: Final = "MAIN"


class DurableStorage(FileStorage):  # type: ignore[misc]
    """Whoosh's folder, but a rename (which is what commits a TOC) is preceded and followed by fsync."""

    def open_file(self, name: str, **options: Any) -> StructFile:
        """A file in memory: Whoosh leaves a TOC open when it cannot read it."""
        return StructFile(io.BytesIO((Path(self.folder) / name).read_bytes()), name=name, **options)

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        sync(Path(self.folder) / oldname)
        super().rename_file(oldname, newname, safe=safe)
        sync(Path(self.folder))


def create(folder: Path) -> None:
    """Make an empty index in a folder that holds none."""
    folder.mkdir(parents=True, exist_ok=True)
    TOC(make_schema(), [], 0).write(DurableStorage(str(folder)), NAME)


def read_toc(folder: Path, generation: int) -> Any:
    """The TOC of a generation. This unpickles it: verify the manifest first."""
    return TOC.read(DurableStorage(str(folder)), NAME, gen=generation)


def keep_mask(segment: W3Segment) -> npt.NDArray[np.bool_]:
    """Which documents of a segment are not deleted."""
    keep = np.ones(segment.doc_count_all(), bool)
    keep[list(segment.deleted_docs())] = False
    return keep
