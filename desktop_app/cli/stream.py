"""Standard output, for documents and for exports."""

import json
import sys
from typing import Any, BinaryIO


def standard_output() -> BinaryIO:
    """Standard output for bytes."""
    sys.stdout.flush()
    return sys.stdout.buffer


def write_json(value: Any, *, indent: int | None = None) -> None:
    """One JSON document as UTF-8, whatever the terminal's encoding, and flushed."""
    out = standard_output()
    out.write(json.dumps(value, ensure_ascii=False, indent=indent).encode("utf-8", "replace") + b"\n")
    out.flush()


def complain(sentence: object) -> None:
    """A message for a person, on standard error."""
    print(sentence, file=sys.stderr)


def standard_input() -> bytes:
    """All of standard input."""
    return sys.stdin.buffer.read()
