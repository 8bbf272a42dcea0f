"""What can go wrong and is told to the reader: a sentence that says what is wrong and what to do.

Anything that is not a `LesesaalError` is a bug of ours and opens a report.
"""

from typing import ClassVar


class LesesaalError(Exception):
    """A refusal with its sentence.

    `template` is the English sentence with `{name}` fields, so that the window can translate it;
    `str(error)` is the sentence with the fields filled in.
    """

    code: ClassVar[str] = "error"
    exit_code: ClassVar[int] = 7

    def __init__(self, template: str, **fields: object) -> None:
        super().__init__(template)
        self.template = template
        self.fields = fields

    def __str__(self) -> str:
        return self.template.format(**self.fields)

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.template, self.fields))


def _rebuild(kind: type[LesesaalError], template: str, fields: dict[str, object]) -> LesesaalError:
    return kind(template, **fields)


class UsageError(LesesaalError):
    """A command was called in a way it does not understand."""

    code = "usage"
    exit_code = 2


class ArchiveBusyError(LesesaalError):
    """Another program holds the archive's lock."""

    code = "busy"
    exit_code = 3


class ArchiveDamagedError(LesesaalError):
    """The store is unreadable or not an archive."""

    code = "damaged"
    exit_code = 4


class DiskFullError(LesesaalError):
    """No room was left; nothing of the operation was kept."""

    code = "disk-full"
    exit_code = 5


class ReadOnlyError(LesesaalError):
    """The archive or the target cannot be written."""

    code = "read-only"
    exit_code = 6


class InputRefusedError(LesesaalError):
    """A file, a value or a name was refused."""

    code = "input"
    exit_code = 7


class NotFoundError(InputRefusedError):
    """An article, tag, note or search that does not exist."""

    code = "not-found"


class ConflictError(InputRefusedError):
    """A step cannot be taken back because later work depends on it."""

    code = "conflict"


class QueryRefusedError(LesesaalError):
    """A query that cannot be answered within its bounds."""

    code = "query"
    exit_code = 8
