"""The engines that there are, by name: which can be used here, and which one a manifest belongs to."""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from desktop_app.model.errors import InputRefusedError, LesesaalError

if TYPE_CHECKING:
    from desktop_app.index.engine import Engine
    from desktop_app.index.manifest import Entry

WHOOSH: Final = "whoosh"
TANTIVY: Final = "tantivy"
NAMES: Final = (WHOOSH, TANTIVY)  # the default first


class EngineMissingError(LesesaalError):
    """The engine of an archive's index is an extra that is not installed."""

    code: ClassVar[str] = "engine-missing"
    exit_code: ClassVar[int] = 7


def is_available(name: str) -> bool:
    """Whether the engine can be used on this machine."""
    return name == WHOOSH or (name == TANTIVY and find_spec("tantivy") is not None)


def require(name: str) -> None:
    """Raise InputRefusedError for a name that is none, EngineMissingError for an engine that is not installed."""
    if name not in NAMES:
        raise InputRefusedError(
            "There is no search engine “{name}”; there are {names}.", name=name, names=", ".join(NAMES)
        )
    if not is_available(name):
        raise EngineMissingError(
            "The search engine {name} is not installed. Please install it with “pip install lesesaal[{name}]”, "
            "or build the index with Whoosh: “lesesaal reindex --engine whoosh”.",
            name=name,
        )


def engine_of(entries: "Sequence[Entry]") -> str | None:
    """The engine whose files a manifest lists; None where it lists no index."""
    from desktop_app.index import manifest
    from desktop_app.index.tantivy import folder as tantivy_folder

    if tantivy_folder.generation_of(entries) is not None:
        return TANTIVY
    return WHOOSH if manifest.generation_of(entries) is not None else None


def generation_of(entries: "Sequence[Entry]") -> int | None:
    """The commit that a manifest lists, by its engine's own count; None where it lists none."""
    from desktop_app.index import manifest
    from desktop_app.index.tantivy import folder as tantivy_folder

    return tantivy_folder.generation_of(entries) or manifest.generation_of(entries)


def verify(folder: Path, entries: "Sequence[Entry]", *, deep: bool = True) -> bool:
    """Whether a manifest's files are there and unchanged; see the engines' own."""
    from desktop_app.index import manifest
    from desktop_app.index.tantivy import folder as tantivy_folder

    kinds = {WHOOSH: manifest.verify, TANTIVY: tantivy_folder.verify}
    name = engine_of(entries)
    return name is not None and kinds[name](folder, entries, deep=deep)


def open_engine(name: str, folder: Path, entries: "Sequence[Entry]" = ()) -> "Engine":
    """The index in a folder at the commit of a manifest, or, without one, at its newest; an empty one is made.

    Raises InputRefusedError, EngineMissingError, IndexUnreadableError.
    """
    require(name)
    from desktop_app.index import manifest
    from desktop_app.index.tantivy import folder as tantivy_folder

    if name == TANTIVY:
        from desktop_app.index.tantivy.engine import TantivyEngine

        return TantivyEngine(folder, tantivy_folder.generation_of(entries))
    from desktop_app.index.whoosh_engine import WhooshEngine

    return WhooshEngine(folder, manifest.generation_of(entries))
