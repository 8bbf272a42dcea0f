"""How names and titles are written into the archive, and which articles a verb may touch."""

from collections.abc import Iterable

from desktop_app.archive.session import Operation
from desktop_app.model.errors import InputRefusedError, NotFoundError
from desktop_app.model.text import normalise
from desktop_app.store.transaction import id_list

_QUOTES = str.maketrans(dict.fromkeys('"＂“”„', "'"))
NAME_LIMIT = 200  # code points in a tag's or saved search's name


def clean_name(name: str) -> str:
    """The name on one line, normalised; raises InputRefusedError where it is empty or too long."""
    name = " ".join(normalise(name).split())
    if not name or len(name) > NAME_LIMIT:
        raise InputRefusedError("A name needs 1 to {limit} characters.", limit=NAME_LIMIT)
    return name


def askable(name: str) -> str:
    """The name as `clean_name` gives it, so that a query can ask for it: its quotation marks become apostrophes."""
    return clean_name(name.translate(_QUOTES))


def clean_tag(name: str) -> str:
    """A tag's name as `clean_name` gives it, with no empty step in its path; raises InputRefusedError."""
    return "/".join(part.strip() for part in clean_name(name).split("/") if part.strip()) or clean_name("")


def stated_tags(names: Iterable[str]) -> list[str]:
    """The tags that a file states, as a reader's would be written; what is empty or too long for a tag is left out."""
    kept: dict[str, None] = {}
    for name in names:
        try:
            kept[clean_tag(name)] = None
        except InputRefusedError:
            continue  # an import does not fail for a tag
    return list(kept)


def short(title: str) -> str:
    """A title cut to fit a label."""
    title = " ".join(title[:80].split())
    return title if len(title) <= 48 else title[:47] + "…"


def known(operation: Operation, ids: Iterable[int], only_state: int | None = None) -> list[int]:
    """The wanted ids; raises NotFoundError unless each is an article that can be seen."""
    wanted = list(dict.fromkeys(ids))
    found = dict(
        operation.connection.execute(
            "select id, state from articles where id in (select value from json_each(?)) and state < 2",
            (id_list(wanted),),
        ).fetchall()
    )
    missing = [number for number in wanted if number not in found]
    if missing:
        raise NotFoundError("There is no article {number}; nothing was changed.", number=missing[0])
    return [number for number in wanted if only_state is None or found[number] == only_state]
