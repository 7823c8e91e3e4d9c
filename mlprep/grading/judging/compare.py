"""Whether a value is the one that was expected, in any of the forms that the contracts permit.

A Python float, a NumPy scalar and a 0-d array are one answer, so are a list and a tuple, and an integer may have
any integer dtype. Shape comes before values, and both before anything subtler.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from mlprep.grading.common.plain_data import Fields, Foreign, Value
from mlprep.grading.judging.model import Failure
from mlprep.phrases import listed

Array = np.ndarray[Any, Any]

_TO_ARRAY = "Return a plain NumPy array."
_FOREIGN_ADVICE = {
    "complex": "The task asks for real numbers.",
    "object": "Its entries are Python objects, often the sign of rows of unequal length.",
    "masked": _TO_ARRAY,
    "subclass": _TO_ARRAY,
    "generator": "Build the result and return it; a generator computes nothing until it is read.",
    "function": "Was a call's () forgotten?",
    "coroutine": "Write `def`, not `async def`.",
    "too big": "The expected result is far smaller.",
}


class Tolerance(NamedTuple):
    """|got - want| <= rtol * |want| + atol * max(1e-2, largest |want|), entry by entry."""

    rtol: float
    atol: float

    def allowed(self, want: Array) -> Array:
        """The permitted distance of each entry."""
        size = np.abs(want[np.isfinite(want)])
        scale = max(1e-2, float(size.max())) if size.size else 1e-2
        return self.rtol * np.abs(want) + self.atol * scale


_SINGLE = frozenset((np.ndarray, float, int, str, bool))
FLOAT64 = Tolerance(1e-6, 1e-8)
FLOAT32 = Tolerance(1e-3, 1e-4)
_ALIKE = Tolerance(1e-5, 1e-7)


def difference(got: Value, want: Value, tolerance: Tolerance, where: str = "") -> Failure | None:
    """What is wrong with ``got``, or None. ``where`` names the part of a larger result."""
    if type(got) is type(want) and isinstance(got, np.ndarray | np.generic) and _is_identical(got, want):
        return None  # as nearly everywhere in a right solution, and a hundred times quicker than what follows
    if isinstance(got, Foreign):
        return _foreign(got, where)
    if got is None and want is not None:
        if where:
            return Failure("type", f"{where} is None.")
        return Failure("none", "The function returned None. Did you forget to return the result?")
    if isinstance(want, np.ndarray | np.generic | bool | int | float):
        return _numbers(got, want, tolerance, where)
    if isinstance(want, list | tuple):
        return _sequence(got, want, tolerance, where)
    if isinstance(want, dict):
        return _mapping(got, want, tolerance, where)
    if type(got) is type(want) and got == want:
        return None
    if type(got) is not type(want):
        return Failure("type", f"{_part(where)} is {kind_of(got)}; {kind_of(want)} is expected.")
    return _wrong(got, want, where)


def _is_identical(got: Any, want: Any) -> bool:
    """Whether two arrays, or numbers of NumPy's, are the same to the byte."""
    return bool(got.dtype == want.dtype and got.shape == want.shape and got.tobytes() == want.tobytes())


def same(one: Value, other: Value) -> bool:
    """Whether two values agree closely: how code is recognized as a known mistake's."""
    if isinstance(one, Foreign) or isinstance(other, Foreign) or one is None or other is None:
        return (one is None and other is None) or (isinstance(one, Foreign) and one == other)
    found = difference(one, other, _ALIKE)
    if found is not None and found.kind == "dtype":  # 2 and 2.0 are the same result
        found = difference(other, one, _ALIKE)
    return found is None


def as_array(value: Value) -> Array | None:
    """Numbers as an array: what is one already, a number, or nested lists of them. None for all else."""
    if isinstance(value, np.ndarray):
        return value
    if isinstance(value, np.generic | bool | int | float):
        try:
            array = np.asarray(value)
        except OverflowError:
            return None
        return array if array.dtype.kind in "biuf" else np.asarray(float(value))
    if isinstance(value, list | tuple):
        try:
            array = np.array(value)
        except (ValueError, OverflowError):  # rows of unequal length, or no numbers
            return None
        return array if array.dtype.kind in "biuf" else None
    return None


def leaves(value: Value) -> list[Array]:
    """Every number or array in a value."""
    return [array for each in _single(value) if (array := as_array(each)) is not None]


def arrays_in(value: Value) -> list[Array]:
    """Every array in a value."""
    return [each for each in _single(value) if isinstance(each, np.ndarray)]


def entries_in(value: Value) -> int:
    """How many numbers there are in a value."""
    return sum(
        each.size if isinstance(each, np.ndarray) else isinstance(each, np.generic | bool | int | float)
        for each in _single(value)
    )


def _single(value: Value) -> list[Value]:
    """What there is in the lists, tuples and dicts that a value is made of."""
    if isinstance(value, dict):
        value = [*value.values()]
    elif not isinstance(value, list | tuple):
        return [value]
    found = []
    for item in value:
        if type(item) in _SINGLE:  # as nearly everything is, and there are many in a long list
            found.append(item)
        else:
            found += _single(item)
    return found


def distinct(array: Array) -> int:
    """How many different entries there are. np.unique would import numpy.ma, which takes 12 ms."""
    entries = array.ravel().tolist()
    return len({entry for entry in entries if entry == entry}) + any(entry != entry for entry in entries)


def mapped(value: Any, change: Callable[[Array], Any]) -> Any:
    """The value with every array changed, in the lists, tuples and dicts that it is made of."""
    if isinstance(value, np.ndarray):
        return change(value)
    if isinstance(value, list | tuple):
        return type(value)(mapped(item, change) for item in value)
    if isinstance(value, dict):
        return {key: mapped(item, change) for key, item in value.items()}
    return value


def kind_of(value: Value) -> str:
    """The value's kind in words, with its article."""
    if isinstance(value, Foreign):
        return value.text
    if isinstance(value, np.ndarray):
        return f"an array of shape {value.shape}"
    names = {bool: "a bool", int: "an int", float: "a float", str: "a string", list: "a list", tuple: "a tuple",
             dict: "a dict", type(None): "None"}  # fmt: skip
    return names.get(type(value), f"a {type(value).__name__}")


def _numbers(got: Value, want: Value, tolerance: Tolerance, where: str) -> Failure | None:
    wanted = np.asarray(want)
    together = got[0] if isinstance(got, list | tuple) and got and isinstance(got[0], Fields) else got
    if isinstance(together, Fields):
        return _fields(together, wanted, where)
    array = as_array(got)
    if array is None:
        asked = "a number" if wanted.ndim == 0 else kind_of(wanted)
        return Failure("type", f"{_part(where)} is {kind_of(got)}; {asked} is expected.")
    if array.shape != wanted.shape:
        return _shape(array, wanted, tolerance, where)
    return _dtype(array, wanted, where) or _entries(array, wanted, tolerance, where)


def _fields(got: Fields, want: Array, where: str) -> Failure:
    """Results that PyTorch returns together came where one of them was wanted."""
    asked = "a number" if want.ndim == 0 else kind_of(want)
    came = f"what torch.{got.function.replace('linalg_', 'linalg.')} returns, {listed(got.names, 'and')}"
    one = listed([f".{name}" for name in got.names], "or")
    return Failure("type", f"{_part(where)} is {came}; {asked} is expected. Take {one}.")


def _dtype(got: Array, want: Array, where: str) -> Failure | None:
    asked = {"b": "booleans", "i": "integers", "u": "integers", "f": "floats"}[want.dtype.kind]
    fits = {"b": "b", "i": "iu", "u": "iu", "f": "fiu"}[want.dtype.kind]
    if got.size == 0 or got.dtype.kind in fits:
        return None
    reason = f"{_part(where)} has dtype {got.dtype.name}; {asked} are expected."
    if np.array_equal(got, want):
        reason = f"The values are right, but {reason[0].lower()}{reason[1:]}"
    return Failure("dtype", reason)


def _shape(got: Array, want: Array, tolerance: Tolerance, where: str) -> Failure:
    reason = f"{_part(where)} has shape {got.shape}; {want.shape} is expected."
    turned = np.swapaxes(got, -1, -2) if got.ndim > 1 else got
    if turned.shape == want.shape and _entries(turned, want, tolerance, where) is None:
        reason += " It is the transpose of the expected result."
    elif got.size == want.size and _entries(got.reshape(want.shape), want, tolerance, where) is None:
        reason += " The values are right: only the shape is wrong."
    return Failure("shape", reason, {"where": where, "got": got, "want": want})


def _entries(got: Array, want: Array, tolerance: Tolerance, where: str) -> Failure | None:
    if want.dtype.kind != "f":
        return None if np.array_equal(got, want) else _wrong(got, want, where)
    got, want = got.astype(np.float64), want.astype(np.float64)
    with np.errstate(all="ignore"):
        near = (np.abs(got - want) <= tolerance.allowed(want)) & np.isfinite(want)
    near |= (got == want) | (np.isnan(got) & np.isnan(want))
    return None if near.all() else _wrong(got, want, where, near)


def _wrong(got: Value, want: Value, where: str, near: Array | None = None) -> Failure:
    """The values differ; what that looks like is read later, and only if no known mistake explains it."""
    return Failure("values", f"{_part(where)} is wrong.", {"where": where, "got": got, "want": want, "near": near})


def _sequence(got: Value, want: Value, tolerance: Tolerance, where: str) -> Failure | None:
    if isinstance(got, np.ndarray) and got.ndim:
        got = list(got)
    if not isinstance(got, list | tuple):
        return Failure("type", f"{_part(where)} is {kind_of(got)}; {_a_sequence(want)} is expected.")
    if len(got) != len(want):
        if where or len(want) > 8 or not is_results(want):
            return _wrong(got, want, where)
        return Failure("shape", f"{len(got)} results came back; {len(want)} are expected.")
    if not is_results(want) and len(want) > 0:
        # a list of tokens, indices or the like is judged and shown as one thing
        same = all(difference(a, b, tolerance) is None for a, b in zip(got, want, strict=True))
        return None if same else _wrong(got, want, where)
    for index, (mine, theirs) in enumerate(zip(got, want, strict=True)):
        failure = difference(mine, theirs, tolerance, nth(index, where))
        if failure is not None:
            return failure
    return None


def is_results(want: Value) -> bool:
    """Whether a sequence is several results rather than one list of plain items."""
    return isinstance(want, tuple) or any(isinstance(item, np.ndarray | dict) for item in want)


def _mapping(got: Value, want: Value, tolerance: Tolerance, where: str) -> Failure | None:
    if not isinstance(got, dict):
        return Failure("type", f"{_part(where)} is {kind_of(got)}; a dict is expected.")
    missing = [key for key in want if key not in got]
    extra = [key for key in got if key not in want]
    if missing or extra:
        said = [f"lacks {', '.join(map(repr, missing))}"] if missing else []
        said += [f"has {', '.join(map(repr, extra[:5]))}, which is not expected"] if extra else []
        return Failure("type", f"{_part(where)} {' and '.join(said)}.")
    for key in want:
        failure = difference(got[key], want[key], tolerance, f"{where}[{key!r}]" if where else f"result[{key!r}]")
        if failure is not None:
            return failure
    return None


def _foreign(got: Foreign, where: str) -> Failure:
    advice = _FOREIGN_ADVICE.get(got.what, "")
    return Failure("type", f"{_part(where)} is {got.text}. {advice}".strip())


def at_start(part: str) -> str:
    """A part's name as a sentence begins with it; what is called by a name of its own, such as dW1, keeps its case."""
    return f"The{part[3:]}" if part.startswith("the ") else part


def _part(where: str) -> str:
    return where[:1].upper() + where[1:] if where else "The result"


def nth(index: int, where: str = "") -> str:
    """Which of several results, in words."""
    ordinals = ("first", "second", "third", "fourth", "fifth", "sixth")
    if where:
        return f"item {index + 1} of {where}"
    return f"the {ordinals[index]} result" if index < 6 else f"result {index + 1}"


def _a_sequence(want: Value) -> str:
    return "a list" if isinstance(want, list) else f"a tuple of {len(want)} results"
