"""Plain data as JSON trees and raw array bytes, and back. No method is called that a value's own class could have
overridden, and no more is made of a tree than of what was honestly sent.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from mlprep.grading.common.plain_data import DESCRIPTION, Fields, Foreign, Rng, Value, describe, describe_dtype

# One result may hold this much; the largest honest one of the catalogue is a few megabytes.
MAX_BYTES = 64 * 2**20
MAX_ITEMS = 200_000
MAX_TEXT = 2**18  # characters, of all strings together
MAX_DEPTH = 40
MAX_INT_BITS = 1023  # what a float can hold
KINDS = frozenset("biuf")  # of dtypes
_LEAST_INT, _MOST_INT = -(2**63), 2**63 - 1  # within which there is nothing to look at
_CONTAINERS: tuple[type, ...] = (list, tuple, dict)


class WireError(Exception):
    """A frame that no honest candidate sends."""


class _TooMuch(Exception):
    """A value beyond the bounds; its arguments are a Foreign's."""


class Encoder:
    """Turns values into JSON trees; arrays' bytes gather in ``parts``."""

    def __init__(self, limit: int) -> None:
        self.parts: list[bytes] = []
        self.offset = 0
        self.items = 0
        self.room_for_text = MAX_TEXT if limit <= MAX_BYTES else limit
        self.limit = limit

    def tree(self, value: Any, depth: int) -> Any:
        """The value's tree. What is too much is described as a whole: no part of it would tell anybody anything."""
        kept = len(self.parts), self.offset, self.items, self.room_for_text
        try:
            return self._plain(value, depth)
        except _TooMuch as beyond:
            parts, self.offset, self.items, self.room_for_text = kept
            del self.parts[parts:]
            return _foreign(Foreign(*beyond.args))

    def _plain(self, value: Any, depth: int) -> Any:
        kind = type(value)
        self.items += 1
        if depth > MAX_DEPTH:
            raise _TooMuch("too deep", f"nested more than {MAX_DEPTH} levels deep")
        if value is None or kind is bool or kind is float:
            return value
        if kind is str:  # as nearly everything is; what follows tells it from its subclasses
            self._write(len(value))
            return value
        # Subclasses are read through their base's own methods, so no override of theirs runs.
        if kind is np.ndarray:
            return self._array(value, scalar=False)
        if kind is int and _LEAST_INT <= value <= _MOST_INT:
            return value
        container = kind if kind in _CONTAINERS else None
        if container is None:
            if issubclass(kind, np.generic):
                return self._array(np.asarray(value), scalar=True)
            if issubclass(kind, int):
                number = int.__int__(value)
                if number.bit_length() > MAX_INT_BITS:
                    raise _TooMuch("too big", f"an integer of {number.bit_length():,} bits")
                if number.bit_length() > 64:
                    self._write(number.bit_length() // 3)
                return number
            if issubclass(kind, float):
                return float.__float__(value)
            if issubclass(kind, str):
                text = str.__str__(value)
                self._write(len(text))
                return text
            container = next((each for each in _CONTAINERS if issubclass(kind, each)), None)
        # measured before it is walked: what holds too much must not take long either
        if container is not None and self.items + container.__len__(value) > MAX_ITEMS:
            raise _TooMuch("too big", f"more than {MAX_ITEMS:,} items")
        if depth == 0 and kind is dict:  # an outcome, each entry of which is a whole
            return {"d": [[self._plain(k, 1), self.tree(v, 1)] for k, v in value.items()]}
        if container is list:
            return [self._plain(item, depth + 1) for item in list.__iter__(value)]
        if kind is Fields:
            items = [self._plain(item, depth + 1) for item in tuple.__iter__(value)]
            return {"n": [str(value.function), [*map(str, value.names)], items]}
        if container is tuple:
            return {"t": [self._plain(item, depth + 1) for item in tuple.__iter__(value)]}
        if container is dict:
            return {"d": [[self._plain(k, depth + 1), self._plain(v, depth + 1)] for k, v in dict.items(value)]}
        if kind is Rng:
            return {"r": value.seed}
        return _foreign(value if kind is Foreign else describe(value))

    def _write(self, characters: int) -> None:
        self.room_for_text -= characters
        if self.room_for_text < 0:
            raise _TooMuch("too big", f"text of more than {MAX_TEXT:,} characters")

    def _array(self, array: np.ndarray[Any, Any], *, scalar: bool) -> Any:
        if array.dtype.kind not in KINDS:
            return _foreign(describe_dtype(array, scalar=scalar))
        if self.offset + array.nbytes > self.limit:
            size = f"an array of shape {array.shape}, {array.nbytes / 2**20:,.0f} MiB"
            raise _TooMuch(
                "too big", size if array.nbytes > self.limit else f"more than {self.limit / 2**20:,.0f} MiB of arrays"
            )
        if array.dtype.itemsize > 8:
            array = array.astype(np.float64)
        flags = array.flags
        layout = "C" if flags.c_contiguous else "F" if flags.f_contiguous else "S"
        data = array.tobytes()
        self.parts.append(data)
        self.offset += len(data)
        return {"a": [array.dtype.str, list(array.shape), "s" if scalar else layout, self.offset - len(data)]}


class Decoder:
    """Makes values of trees, of no more of them than an encoder would send."""

    def __init__(self, body: bytes) -> None:
        self._body = memoryview(body)
        self._nodes = 0

    def value(self, tree: Any, depth: int) -> Value:
        self._nodes += 1
        if depth > 2 * MAX_DEPTH or self._nodes > 2 * MAX_ITEMS:
            raise WireError("nested too deep, or too much")
        kind = type(tree)
        if kind is str or kind is float or kind is bool or tree is None:
            return tree
        if kind is int and tree.bit_length() <= MAX_INT_BITS:
            return tree
        if kind is list:
            return self.container([self.value(item, depth + 1) for item in tree])
        if kind is not dict or len(tree) != 1:
            raise WireError("an unknown value")
        ((tag, content),) = tree.items()
        if tag == "a":
            return self.array(*content)
        if tag == "t":
            return tuple([self.value(item, depth + 1) for item in content])
        if tag == "d":
            return self.container(
                {
                    k if type(k) is str else _hashable(self.value(k, depth + 1)): self.value(v, depth + 1)
                    for k, v in content
                }
            )
        if tag == "n":
            function, names, items = content
            return Fields.of([self.value(item, depth + 1) for item in items], str(function), map(str, names))
        if tag == "r":
            return self.generator(content)
        if tag == "f":
            return Foreign(str(content[0]), str(content[1]))
        raise WireError(f"an unknown tag {tag!r}"[:DESCRIPTION])

    def container(self, value: Value) -> Value:
        return value

    def generator(self, seed: int) -> Value:
        return Rng(seed)

    def array(self, name: str, shape: list[int], layout: str, offset: int) -> Value:
        dtype = np.dtype(name)
        if dtype.kind not in KINDS or dtype.itemsize > 8 or (shape and min(shape) < 0):
            raise WireError(f"an array of dtype {name!r}")
        count = math.prod(shape)
        flat = np.frombuffer(self._body, dtype, count, offset) if count else np.empty(0, dtype)
        array = flat.reshape(shape)
        if layout == "s":
            return array[()].astype(dtype)
        if layout == "F":
            return np.array(array, order="F")
        if layout == "S":
            return strided(array)
        return array.copy()


def _hashable(key: Value) -> Value:
    if isinstance(key, np.generic):
        return key.item()
    try:
        hash(key)
    except TypeError:  # a list of the user's own class can be a key there, not here
        return repr(key)
    return key if isinstance(key, str | int | float | bool | tuple | None) else repr(key)


def strided(array: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """A copy that is not contiguous."""
    wide = np.zeros((*array.shape[:-1], 2 * array.shape[-1]), array.dtype)
    wide[..., ::2] = array
    return wide[..., ::2]


def _foreign(foreign: Foreign) -> dict[str, list[str]]:
    return {"f": [foreign.what, foreign.text]}
