"""Which articles a command is meant for: those that are numbered and those that a query finds."""

from collections.abc import Mapping
from typing import Any

from desktop_app.archive.archive import Archive
from desktop_app.cli.spec import Argument
from desktop_app.model.errors import UsageError

QUERY = Argument("query", option=True, help="the articles that this query finds")
IDS = Argument("ids", int, many=True, required=False, help="numbers of articles")


def chosen(archive: Archive, args: Mapping[str, Any]) -> list[int]:
    """The articles that `IDS` and `QUERY` name, each once. Raises UsageError where neither is given."""
    ids = list(args["ids"] or [])
    if args["query"] is not None:
        ids += archive.find(args["query"]).ids
    elif not ids:
        raise UsageError("Which articles? Give their numbers or --query.")
    return list(dict.fromkeys(ids))
