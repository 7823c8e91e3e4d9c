"""What an argument should do to the result and does not, or does and should not, where nothing else explains a failure.

One argument at a time is changed in a failing case, and the code and the reference are asked again. What is said was
seen in two failing cases, if there are two: an argument whose term is wrong makes no difference where it is 0, one that
is ignored makes none anywhere, and what the task rules out, such as one row that depends on another, shows where the
others change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

from mlprep.grading.common.plain_data import Value
from mlprep.grading.diagnosis.likeness import broadcasts_to
from mlprep.grading.judging.compare import FLOAT32, Array, as_array, difference, leaves
from mlprep.grading.judging.grader import Grader
from mlprep.grading.judging.model import Case, Judged, Outcome
from mlprep.phrases import listed

Tried = Callable[[Case], Judged | None]
Asked = list[tuple[Judged, Judged]]  # a case before and after a change, in a few cases

_CASES = 2  # in which something must be seen
_MOST = 2  # arguments that are named together


class Place(NamedTuple):
    """Where an argument, or an array within one, is in a case; and what people call it."""

    name: str
    path: tuple[Any, ...]  # 0 or 1 for args and kwargs, then an index or a key for each level


def read(grader: Grader, failed: Sequence[Judged], tried: Tried) -> str | None:
    """A sentence on one argument or a few, or None. ``tried`` puts a case to the code; it may raise."""
    cases = [each for each in failed if is_comparable(each)][:_CASES]
    if not cases or (len(failed) > 1 and len(cases) < _CASES):
        return None
    places = [place for place in _places(grader, cases[0].case) if all(_has(each.case, place) for each in cases)]
    counts = [place for place in places if all(_is_count(_get(each.case, place)) for each in cases)]
    return (
        _right_at(0, places, cases, tried)
        or _right_at(1, counts, cases, tried)
        or next((said for place in places for ask in _QUESTIONS if (said := ask(place, cases, tried))), None)
    )


def is_comparable(judged: Judged) -> bool:
    """Whether the result is such as was asked for, but for its values, and depends on nothing but the arguments."""
    case, failure = judged.case, judged.failure
    return (failure is None or failure.kind == "values") and case.referenced and not case.kept and not case.lone


def _right_at(value: int, places: Sequence[Place], cases: Sequence[Judged], tried: Tried) -> str | None:
    """Arguments with which all that is wrong vanishes, if they have this value."""
    asked = {place: _asked(place, cases, tried, lambda array: np.full_like(array, value)) for place in places}
    telling = {
        place: pairs for place, pairs in asked.items() if pairs and not any(_is_trivial(after) for _, after in pairs)
    }
    found = [place for place, pairs in telling.items() if all(after.failure is None for _, after in pairs)]
    # Where everything is 0, much that is wrong is right.
    if not found or len(found) > _MOST or (value == 0 and len(found) == len(telling)):
        return None
    every = "all " if all(np.ndim(_get(cases[0].case, place)) for place in found) else ""
    names = listed([f"`{place.name}`" for place in found], "or")
    use = "it is used" if len(found) == 1 else "they are used"
    return f"Your result is right where {names} is {every}{value}, so look at where {use}."


def _of_nothing(place: Place, cases: Sequence[Judged], tried: Tried) -> str | None:
    """The result should change with it, and does not."""
    for change in (_larger, _smaller):
        asked = _asked(place, cases, tried, change)
        if asked and not any(_agree(before.want, after.want) for before, after in asked):
            if all(_agree(before.got, after.got) for before, after in asked):
                return f"Your result should change when `{place.name}` changes, but it stays the same."
            return None
    return None


def _of_shifts(place: Place, cases: Sequence[Judged], tried: Tried) -> str | None:
    """The result should stay the same after a shift, and does not."""
    if not all(_can_be_rescaled(_get(each.case, place)) for each in cases):
        return None
    asked = _asked(place, cases, tried, lambda array: array + np.asarray(1, array.dtype))
    if asked and all(_agree(before.want, after.want) and not _agree(before.got, after.got) for before, after in asked):
        return f"The result should stay the same if 1 is added to all of `{place.name}`, but yours changes."
    return None


_ON_DOUBLING = (
    (1.0, "stay the same", "changes"),
    (2.0, "double", "does not"),
    (4.0, "become 4 times as large", "does not"),
)


def _of_scales(place: Place, cases: Sequence[Judged], tried: Tried) -> str | None:
    """The result should stay the same, or double, where an argument doubles, and does not."""
    if not all(_can_be_rescaled(_get(each.case, place)) for each in cases):
        return None
    asked = _asked(place, cases, tried, lambda array: array * 2)
    for factor, what, yours in _ON_DOUBLING:
        if asked and all(
            _agree(before.want, after.want, factor) and not _agree(before.got, after.got, factor)
            for before, after in asked
        ):
            return f"The result should {what} if all of `{place.name}` is doubled, but yours {yours}."
    return None


def _of_rows(place: Place, cases: Sequence[Judged], tried: Tried) -> str | None:
    """The first row, or column, should depend on its own alone, and does not."""
    for axis, word in ((0, "row"), (-1, "column")):
        if not all(_goes_along(each, place, axis) for each in cases):
            continue

        def beyond_the_first(array: Array, axis: int = axis) -> Array:
            changed = np.moveaxis(array.copy(), axis, 0)
            changed[1:] = changed[1:] * np.asarray(1.5, array.dtype) + np.asarray(0.25, array.dtype)
            return np.moveaxis(changed, 0, axis)

        asked = _asked(place, cases, tried, beyond_the_first)
        if asked and all(
            _alike(_first(before.want.value, axis), _first(after.want.value, axis))
            and not _alike(_first(before.got.value, axis), _first(after.got.value, axis))
            for before, after in asked
        ):
            return (
                f"Other {word}s of `{place.name}` should not change the first {word} of the result, but change yours."
            )
    return None


_QUESTIONS = (_of_nothing, _of_rows, _of_shifts, _of_scales)


def _goes_along(judged: Judged, place: Place, axis: int) -> bool:
    """Whether the argument and both results have that axis, of one length above 1."""
    found = [as_array(each) for each in (_get(judged.case, place), judged.got.value, judged.want.value)]
    arrays = [array for array in found if array is not None and array.ndim > 1 and array.dtype.kind == "f"]
    lengths = {array.shape[axis] for array in arrays}
    return len(arrays) == len(found) and len(lengths) == 1 and max(lengths) > 1


def _first(value: Value, axis: int) -> Value:
    array = as_array(value)
    return None if array is None or array.ndim < 2 else np.take(array, 0, axis)


def _can_be_rescaled(value: Any) -> bool:
    """Whether it may be shifted and scaled, as probabilities, their logarithms and distances may not."""
    array = as_array(value)
    if array is None or array.ndim == 0 or array.dtype.kind != "f" or not array.size:
        return False
    least, most = array.min(), array.max()
    return bool(least < 0 < most or (least > 0 and most > 1))


def _is_count(value: Any) -> bool:
    return type(value) is int and value > 1


def _larger(array: Array) -> Array:
    """Half as large again, if it is no whole number; else the other truth value, or one less."""
    return _scaled(array, 1.5, -1)


def _smaller(array: Array) -> Array:
    """Half the size, which what lies between 0 and 1 can bear; or one more."""
    return _scaled(array, 0.5, 1)


def _scaled(array: Array, factor: float, step: int) -> Array:
    if array.dtype.kind == "b":
        return np.logical_not(array)
    return (array * factor if array.dtype.kind == "f" else array + step).astype(array.dtype)


def _asked(place: Place, cases: Sequence[Judged], tried: Tried, change: Callable[[Array], Array]) -> Asked:
    """Each case before and after the change; empty if one cannot be asked, or makes nothing of it."""
    asked: Asked = []
    for before in cases:
        after = tried(_changed(before.case, place, change))
        if after is None or not is_comparable(after) or after.want.raised or after.want.warnings or after.got.raised:
            return []
        if not all(np.isfinite(leaf).all() for leaf in leaves(after.want.value) if leaf.dtype.kind == "f"):
            return []
        asked.append((before, after))
    return asked


def _agree(one: Outcome, other: Outcome, factor: float = 1.0) -> bool:
    """Whether two outcomes' values agree, the second divided by the factor."""
    if factor == 1.0:
        return _alike(one.value, other.value)
    array = as_array(other.value)
    return array is not None and _alike(one.value, array / factor)


def _alike(one: Value, other: Value) -> bool:
    return difference(one, other, FLOAT32) is None


def _is_trivial(judged: Judged) -> bool:
    """Whether the result should be 0, or one argument in every row: much that is wrong gives that too."""
    want = as_array(judged.want.value)
    if not any(leaf.any() for leaf in leaves(judged.want.value)):
        return True
    if want is None or want.dtype.kind != "f":
        return False
    given = leaves([judged.case.args, judged.case.kwargs])
    return any(broadcasts_to(each.shape, want.shape) and np.allclose(want, each) for each in given if each.ndim)


def _places(grader: Grader, case: Case) -> Iterator[Place]:
    """Numbers and arrays of numbers among the arguments, and one level below."""
    named = grader.inputs(case)
    for at, (name, value) in enumerate(named):
        path = (0, at) if at < len(case.args) else (1, name)
        if isinstance(value, dict):
            for key, item in value.items():
                if _is_number(item):
                    yield Place(f"{name}[{key!r}]", (*path, key))
        elif _is_number(value):
            yield Place(name, path)


def _is_number(value: Any) -> bool:
    """An array of floats, or one number, since whole numbers in an array may be labels or indices."""
    if isinstance(value, np.ndarray):
        return value.dtype.kind == "f" and value.size > 0
    return isinstance(value, bool | int | float)


def _has(case: Case, place: Place) -> bool:
    try:
        return _is_number(_get(case, place))
    except (LookupError, TypeError):
        return False


def _get(case: Case, place: Place) -> Any:
    value: Any = (case.args, case.kwargs)
    for step in place.path:
        value = value[step]
    return value


def _changed(case: Case, place: Place, change: Callable[[Array], Array]) -> Case:
    """The case with another value there."""

    def put(value: Any, path: tuple[Any, ...]) -> Any:
        if not path:
            changed = change(np.asarray(value))
            return changed if isinstance(value, np.ndarray) else type(value)(changed.item())
        step, *rest = path
        if isinstance(value, dict):
            return {**value, step: put(value[step], tuple(rest))}
        return type(value)(put(item, tuple(rest)) if at == step else item for at, item in enumerate(value))

    args, kwargs = put((case.args, case.kwargs), place.path)
    return case.like(case.name, args, kwargs)
