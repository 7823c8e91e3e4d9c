"""The values that a check is about: plain data, and what stands for the rest.

Whatever is not plain data is known by a ``Foreign``, a description of it, so that the engine can say what came instead
of an array. Describing calls no method that a value's own class could have overridden.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

import numpy as np

Value = Any  # None, bool, int, float, str, list, tuple, dict, ndarray, NumPy scalar, Rng or Foreign

DESCRIPTION = 200  # characters
_TOLD_BY_NAME = ("generator", "function", "coroutine", "set", "bytes", "type")


class Rng:
    """Stands in a case for a ``numpy.random.Generator`` with this seed; the user's code gets the generator."""

    __slots__ = ("seed",)

    def __init__(self, seed: int) -> None:
        self.seed = int(seed)

    def __repr__(self) -> str:
        return f"np.random.default_rng({self.seed})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rng) and self.seed == other.seed

    def __hash__(self) -> int:
        return hash(self.seed)


class Foreign:
    """Something that is not plain data: ``what`` is a stable word, ``text`` describes it to a reader."""

    __slots__ = ("text", "what")

    def __init__(self, what: str, text: str) -> None:
        self.what = what[:DESCRIPTION]
        self.text = text[:DESCRIPTION]

    def __repr__(self) -> str:
        return f"<{self.text}>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Foreign) and (self.what, self.text) == (other.what, other.text)

    def __hash__(self) -> int:
        return hash((self.what, self.text))


class Fields(tuple[Any, ...]):
    """Several results with names that a function of PyTorch's returned together, as torch.max does with a dim."""

    function = ""  # its name
    names: tuple[str, ...] = ()

    @classmethod
    def of(cls, items: Iterable[Any], function: str, names: Iterable[str]) -> Fields:
        """The items as what that function returned."""
        made = cls(items)
        made.function = function[:DESCRIPTION]
        made.names = tuple(name[:DESCRIPTION] for name in names)
        return made


def describe_dtype(array: np.ndarray[Any, Any], *, scalar: bool) -> Foreign:
    if array.dtype.kind == "c":
        return Foreign("complex", "a complex number" if scalar else "an array of complex numbers")
    if array.dtype.kind == "O":
        return Foreign("object", f"an array of dtype object, of shape {array.shape}")
    return Foreign("dtype", f"an array of dtype {array.dtype.name}")


def describe(value: Any) -> Foreign:
    kind = type(value)
    name = type_name(kind)
    article = "an" if name[:1].lower() in "aeiou" else "a"
    if issubclass(kind, complex):
        return Foreign("complex", "a complex number")
    if issubclass(kind, np.ma.MaskedArray if "numpy.ma" in sys.modules else ()):
        return Foreign("masked", "a masked array")
    if issubclass(kind, np.ndarray):
        return Foreign("subclass", f"{article} {name}, a subclass of numpy.ndarray")
    return Foreign(name if name in _TOLD_BY_NAME else "other", f"{article} {name}")


def type_name(kind: type) -> str:
    """The type's own name, whatever its metaclass makes of it."""
    name: str = vars(type)["__name__"].__get__(kind)
    return name[:60]
