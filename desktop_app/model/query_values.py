"""Where the text of a query asks for something by its name, and that text once it is called otherwise.

Names are paths: what stands below a name goes along with it.
"""

from collections.abc import Iterator

from desktop_app.model.query_lexer import spans
from desktop_app.model.query_nodes import quoted


def names(query: str, field: str, name: str) -> bool:
    """Whether a query has a filter of this field by a name or one below it."""
    return any(True for _ in _asked(query, field, name))


def renamed(query: str, field: str, old: str, new: str) -> str:
    """The text of a query with its filters by `old`, and by all below it, asking for `new` instead.

    As the query language has it, case does not matter; patterns such as `tag:Wirt*` are left as they are.
    """
    out, at = [], 0
    for start, end, below in _asked(query, field, old):
        out += [query[at:start], quoted("/".join((new, *below)).replace('"', "'"))]
        at = end
    return "".join(out) + query[at:]


def _asked(query: str, wanted: str, name: str) -> Iterator[tuple[int, int, list[str]]]:
    """Where a query names something or what is below it, and by which further steps."""
    steps = name.casefold().split("/")
    field, depth = False, 0  # behind `tag:`, and in how many brackets
    for token, start, end in spans(query):
        if token.kind in ("open", "close"):
            opens = token.kind == "open"
            depth = max(0, depth + (1 if opens else -1)) if field and (opens or depth) else 0
        elif token.kind in ("word", "phrase") and field:
            parts = token.text.strip().split("/")
            if [part.casefold() for part in parts[: len(steps)]] == steps:
                yield start, end, parts[len(steps) :]
        field = depth > 0 or (token.kind == "field" and token.text == wanted)
