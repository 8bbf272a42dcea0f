"""What a reader is told about a query that was repaired or bounded."""

from typing import Self


class Notice(str):
    """A finished English sentence that remembers its template and fields, so that it can be translated."""

    __slots__ = ("fields", "template")

    template: str
    fields: dict[str, object]

    @classmethod
    def made(cls, template: str, **fields: object) -> Self:
        """Fill `fields` into `template`."""
        notice = cls(template.format(**fields))
        notice.template = template
        notice.fields = fields
        return notice

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (self.template, self.fields))


def _rebuild(template: str, fields: dict[str, object]) -> Notice:
    return Notice.made(template, **fields)
