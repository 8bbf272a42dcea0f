"""Reads a model's arrays from a `.npz` without pickle, after its SHA-256 was found in the small JSON beside it.

`NAME.json` says `{"arrays": "NAME.npz", "sha256": "…", …}`; all its other keys belong to the reader of the model.
An array may be stored smaller than it is used: `X.int8` with `X.scale` (one scale a row), `X.float16`, or `X.nibbles`
(two 4-bit numbers a byte, the first dimension's halves side by side, `X.scale` one scale a column).
"""

import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from desktop_app.model.errors import LesesaalError

Floats = npt.NDArray[np.float32]
Array = npt.NDArray[Any]


class DamagedModelError(LesesaalError):
    """A name model is missing, was changed, or does not say what it must; `reason` in its fields tells which."""

    code: ClassVar[str] = "damaged-model"
    exit_code: ClassVar[int] = 4

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            "The name model “{file}” cannot be used: {reason}. Install Lesesaal again.", file=path.name, reason=reason
        )

    def __reduce__(self) -> tuple[object, ...]:
        return (DamagedModelError, (Path(str(self.fields["file"])), str(self.fields["reason"])))


@dataclass(frozen=True, slots=True)
class Weights:
    """The arrays of one model file by name, as they are stored, and what its JSON says."""

    arrays: Mapping[str, Array]
    settings: Mapping[str, Any]
    path: Path

    def stored(self, name: str) -> Array:
        """The array called `name`, as it is stored.

        Raises DamagedModelError when the model has none of that name.
        """
        if name not in self.arrays:
            raise DamagedModelError(self.path, f"it has no “{name}”")
        return self.arrays[name]

    def floats(self, name: str) -> Floats:
        """The array called `name`, in float32, whichever way it is stored. Raises as `stored` does."""
        if f"{name}.int8" in self.arrays:
            scale = self.stored(f"{name}.scale").astype(np.float32)
            return self.arrays[f"{name}.int8"].astype(np.float32) * scale[:, None]
        if f"{name}.float16" in self.arrays:
            return self.arrays[f"{name}.float16"].astype(np.float32)
        return self.stored(name).astype(np.float32)

    def has(self, name: str) -> bool:
        """Whether there is an array called `name`, in any of the ways to store one."""
        return any(f"{name}{way}" in self.arrays for way in ("", ".int8", ".float16"))


def fingerprint(folder: Path, name: str) -> str:
    """The SHA-256 that the model `name` in `folder` should have.

    Raises DamagedModelError when its JSON cannot be read.
    """
    about = folder / f"{name}.json"
    try:
        return str(json.loads(about.read_text(encoding="utf-8"))["sha256"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DamagedModelError(about, "it cannot be read") from error


def load(folder: Path, name: str) -> Weights:
    """The model `name` in `folder`.

    Raises DamagedModelError when a file is missing or is not the one that its JSON was written for.
    """
    about = folder / f"{name}.json"
    try:
        settings = json.loads(about.read_text(encoding="utf-8"))
        path = folder / str(settings["arrays"])
        content = path.read_bytes()
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DamagedModelError(about, "it cannot be read") from error
    if hashlib.sha256(content).hexdigest() != settings.get("sha256"):
        raise DamagedModelError(path, "its content is not what it was when the model was made")
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as archive:
            arrays = {key: archive[key] for key in archive.files}
    except (ValueError, OSError) as error:
        raise DamagedModelError(path, "it is not a file of arrays") from error
    return Weights(arrays, settings, path)


def save(folder: Path, name: str, arrays: Mapping[str, Array], settings: Mapping[str, Any]) -> None:
    """Writes the model `name` into `folder`: its arrays, compressed, and its JSON with their SHA-256.

    The same arrays and settings give the same bytes.
    """
    file = io.BytesIO()
    np.savez_compressed(file, allow_pickle=False, **{key: arrays[key] for key in sorted(arrays)})
    content = file.getvalue()
    (folder / f"{name}.npz").write_bytes(content)
    about = {"arrays": f"{name}.npz", "sha256": hashlib.sha256(content).hexdigest(), **settings}
    text = json.dumps(about, ensure_ascii=False, indent=1) + "\n"
    (folder / f"{name}.json").write_text(text, encoding="utf-8")


def as_int8(name: str, array: Floats) -> dict[str, Array]:
    """`array` [rows, columns] as int8 with one scale a row, under the names that `Weights.floats` looks for."""
    scale = np.maximum(np.abs(array).max(axis=1), 1e-8) / 127.0
    scale = scale.astype(np.float16).astype(np.float32)
    scale = np.maximum(scale, np.float32(6e-8))
    whole = np.clip(np.rint(array / scale[:, None]), -127, 127).astype(np.int8)
    return {f"{name}.int8": whole, f"{name}.scale": scale.astype(np.float16)}


def as_float16(name: str, array: Floats) -> dict[str, Array]:
    """`array` in half precision, under the name that `Weights.floats` looks for."""
    return {f"{name}.float16": array.astype(np.float16)}
