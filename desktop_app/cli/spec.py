"""What a command is: its words, its arguments, what it does, and how its answer reads."""

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from desktop_app.archive.archive import Archive
from desktop_app.model.errors import UsageError
from desktop_app.model.text import mended

LARGEST = 2**63 - 1  # what SQLite can hold
# "search" finds articles and changes them; "look" finds them to show, which goes on beside a window that writes.
Needs = Literal["write", "read", "search", "look", "none"]


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument, as argparse takes it and as `batch` names it."""

    name: str
    kind: type = str
    many: bool = False
    option: bool = False
    required: bool = True
    default: Any = None
    choices: tuple[str, ...] = ()
    help: str = ""

    def add_to(self, parser: argparse.ArgumentParser) -> None:
        """Describe this argument to argparse."""
        settings: dict[str, Any] = {"help": self.help}
        if self.kind is bool:
            settings |= {"action": "store_true"}
        else:
            settings |= {"type": _number if self.kind is int else self.kind, "default": self.default}
            if self.choices:
                settings["choices"] = self.choices
            if self.many:
                settings["nargs"] = "+" if self.required else "*"
        if self.option:
            parser.add_argument(f"--{self.name.replace('_', '-')}", dest=self.name, **settings)
        else:
            if not self.required and not self.many:
                settings["nargs"] = "?"
            parser.add_argument(self.name, metavar=self.name.upper(), **settings)

    def take(self, args: Mapping[str, Any]) -> Any:
        """This argument's value from a batch line. Raises UsageError."""
        value = args.get(self.name)
        if value is None:
            if self.required and not self.option:
                raise UsageError("The argument “{name}” is missing.", name=self.name)
            return False if self.kind is bool else self.default if not self.many else (self.default or [])
        if self.many:
            values = value if isinstance(value, list) else [value]
            return [self._one(each) for each in values]
        return self._one(value)

    def _one(self, value: Any) -> Any:
        # True is an int to Python, but not to a reader who mistyped an article's number.
        fits = isinstance(value, self.kind) and (self.kind is bool or not isinstance(value, bool))
        if fits and self.kind is int:
            fits = 0 <= value <= LARGEST
        if not fits or (self.choices and value not in self.choices):
            allowed = " or ".join(self.choices) or {int: "a whole number", bool: "true or false"}.get(
                self.kind, "a text"
            )
            raise UsageError("The argument “{name}” must be {allowed}.", name=self.name, allowed=allowed)
        return mended(value) if isinstance(value, str) else value


def _number(text: str) -> int:
    value = int(text) if text.isdecimal() else -1
    if not 0 <= value <= LARGEST:
        raise argparse.ArgumentTypeError(f"{text} is no whole number from 0 to {LARGEST}")
    return value


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `run` gives a JSON value; `show` prints it for a person."""

    name: str
    help: str
    run: Callable[[Archive, Mapping[str, Any]], Any]
    show: Callable[[Any], None]
    arguments: tuple[Argument, ...] = ()
    needs: Needs = "write"
    exit_code: Callable[[Any], int] = field(default=lambda _: 0)
    makes_archive: bool = False  # begins a new archive where there is none
    writes_with: str = ""  # the switch that makes a command that reads one that writes

    def arguments_from(self, args: Mapping[str, Any]) -> dict[str, Any]:
        """Check the arguments of a batch line. Raises UsageError."""
        names = {argument.name for argument in self.arguments}
        unknown = sorted(set(args) - names)
        if unknown:
            raise UsageError(
                "“{command}” has no argument “{name}”. It takes: {names}.",
                command=self.name,
                name=unknown[0],
                names=", ".join(argument.name for argument in self.arguments) or "none",
            )
        return {argument.name: argument.take(args) for argument in self.arguments}
