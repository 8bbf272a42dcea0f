"""Filters by a tag that has another name now."""

from desktop_app.gui.clauses import clause, either, members, split, without
from desktop_app.gui.desk import Desk
from desktop_app.model.tags import is_in, moved


def follow(desk: Desk, name: str, new: str) -> None:
    """Filter on by a tag, and by those below it, under their new names; without them where `new` is ""."""
    filters = list(desk.filters)
    for text in desk.filters:
        for single in members(text):
            _excluded, field, value = split(single)
            if field == "tag" and is_in(value, name):
                filters = (
                    _with(filters, single, clause("tag", moved(value, name, new))) if new else without(filters, single)
                )
    filters = list(dict.fromkeys(filters))
    if filters != desk.filters:
        desk.set_filters(filters)


def _with(filters: list[str], single: str, new: str) -> list[str]:
    """The filters with one value in the place of another."""
    made = []
    for text in filters:
        singles = dict.fromkeys(new if each == single else each for each in members(text))
        made.append(either(list(singles), exclude=text.startswith("-")))
    return made
