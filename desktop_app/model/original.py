"""What was imported, as blocks that can be shown beside the article: nothing in them is obeyed, nothing is loaded."""

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["heading", "paragraph", "item", "row", "verbatim", "field"]


@dataclass(frozen=True, slots=True)
class OriginalBlock:
    """A piece of an original: `row` is one of a table, its cells parted by tabs; `field` is "name: value"."""

    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True)
class Original:
    """An original from its beginning; `cut` where it goes on beyond what is shown."""

    path: str
    format: str
    blocks: tuple[OriginalBlock, ...]
    cut: bool = False
