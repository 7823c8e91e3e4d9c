"""The checks a grader chooses from.

A check is called with a case, what the code gave and what the reference gave, and returns a Failure or None.
``needs`` says what must be measured for it: "memory", "time", or "calls:numpy.function".
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from mlprep.grading.common.plain_data import Foreign, Value
from mlprep.grading.judging import compare
from mlprep.grading.judging.compare import FLOAT32, FLOAT64, Tolerance
from mlprep.grading.judging.model import Case, Failure, Outcome

_NOISE = 16 * 2**20  # bytes that a process takes beside arrays: libraries' pages, what NumPy keeps for later
_SHORTEST = 5e-4  # seconds; below it a machine's moods are larger than what is measured


class Check:
    """Base of all checks."""

    needs: tuple[str, ...] = ()

    def __call__(self, case: Case, got: Outcome, want: Outcome) -> Failure | None:
        raise NotImplementedError


class close(Check):
    """Equal within a tolerance by the dtype of the inputs, or within the one given. The default check."""

    def __init__(self, rtol: float | None = None, atol: float | None = None) -> None:
        self._given = rtol is not None or atol is not None
        self._tolerance = Tolerance(rtol or 0.0, atol or 0.0)

    def __call__(self, case: Case, got: Outcome, want: Outcome) -> Failure | None:
        tolerance = FLOAT32 if has_float32(case) else self._tolerance if self._given else FLOAT64
        return compare.difference(got.value, want.value, tolerance)


class equal(Check):
    """Exactly equal: for what is counted, ordered or copied rather than computed."""

    def __call__(self, case: Case, got: Outcome, want: Outcome) -> Failure | None:
        return compare.difference(got.value, want.value, Tolerance(0.0, 0.0))


class up_to_sign(Check):
    """Equal where the columns of these results may flip their signs, all of them together.

    ``results`` are positions in a tuple result; for one array result, leave them out.
    """

    def __init__(self, *results: int) -> None:
        self._results = results

    def __call__(self, case: Case, got: Outcome, want: Outcome) -> Failure | None:
        tolerance = FLOAT32 if has_float32(case) else FLOAT64
        value = got.value
        if isinstance(value, np.ndarray) and not self._results:
            return compare.difference(self._aligned([value], [want.value])[0], want.value, tolerance)
        if isinstance(value, list | tuple) and len(value) == len(want.value):
            mine = [value[i] for i in self._results]
            theirs = [want.value[i] for i in self._results]
            if all(isinstance(a, np.ndarray) and a.shape == b.shape for a, b in zip(mine, theirs, strict=True)):
                value = list(value)
                for i, aligned in zip(self._results, self._aligned(mine, theirs), strict=True):
                    value[i] = aligned
        return compare.difference(value, want.value, tolerance)

    def _aligned(self, mine: list[Any], theirs: list[Any]) -> list[Any]:
        if mine[0].shape != theirs[0].shape:
            return mine
        with np.errstate(all="ignore"):
            agreement = sum((a * b).sum(axis=0) for a, b in zip(mine, theirs, strict=True))
        return [a * np.where(agreement < 0, -1.0, 1.0) for a in mine]


class up_to_order(Check):
    """Equal as collections: rows of an array, or items of a list, in any order."""

    def __call__(self, case: Case, got: Outcome, want: Outcome) -> Failure | None:
        tolerance = FLOAT32 if has_float32(case) else FLOAT64
        return compare.difference(_sorted(got.value), _sorted(want.value), tolerance)


class holds(Check):
    """A named property. ``test(case, got, want)`` is given the values and returns True, or False or a text that
    says what is wrong.

    The name ends the sentence "It must hold that ...", and tells mistakes apart.
    """

    def __init__(self, name: str, test: Callable[[Case, Any, Any], bool | str]) -> None:
        self._name = name
        self._test = test

    def __call__(self, case: Case, got: Outcome, want: Outcome) -> Failure | None:
        if got.value is None:
            return Failure("none", "The function returned None. Did you forget to return the result?")
        foreign = compare.difference(got.value, want.value, FLOAT64) if _is_foreign(got.value) else None
        if foreign is not None:
            return foreign
        value = got.value
        if isinstance(want.value, np.ndarray) and isinstance(value, list | tuple):
            value = compare.as_array(value) if compare.as_array(value) is not None else value
        try:
            with np.errstate(all="ignore"):
                said = self._test(case, value, want.value)
        except (TypeError, ValueError, IndexError, KeyError, AttributeError) as error:
            # the code has not even the form that the property is about
            kind = compare.kind_of(got.value).capitalize()
            reason = f"{kind} came back, which does not have the expected form ({error})."
            return compare.difference(got.value, want.value, FLOAT64) or Failure("type", reason)
        if not isinstance(said, str) and said:
            return None
        reason = said if isinstance(said, str) else f"It must hold that {self._name}."
        return Failure(f"property:{self._name}", reason)


class shaped_like_reference(Check):
    """The right structure, shapes and dtypes, whatever the values; comes before ``holds`` for random results."""

    def __call__(self, case: Case, got: Outcome, want: Outcome) -> Failure | None:
        failure = compare.difference(got.value, want.value, Tolerance(np.inf, np.inf))
        return failure if failure is not None and failure.kind in ("shape", "type", "none", "dtype") else None


class accuracy_at_least(Check):
    """At least this share of the labels in ``case.kept["labels"]`` is met."""

    def __init__(self, share: float) -> None:
        self._share = share

    def __call__(self, case: Case, got: Outcome, want: Outcome) -> Failure | None:
        labels = case.kept["labels"]
        blank = compare.difference(got.value, labels, Tolerance(np.inf, np.inf))
        if blank is not None and blank.kind != "values":
            return blank
        reached = float(np.mean(np.asarray(got.value) == labels))
        if reached >= self._share:
            return None
        return Failure(
            "property:accuracy", f"Accuracy {reached:.3f} on fresh points. At least {self._share} is needed."
        )


class fresh(Check):
    """The result is a copy: it shares no memory with an argument."""

    def __call__(self, case: Case, got: Outcome, want: Outcome) -> Failure | None:
        if not got.shared:
            return None
        return Failure("shared", "The result shares memory with an argument. The task asks for a copy.")


class faster_than(Check):
    """At most ``times`` the reference's time on the same input, the fastest of a few runs each before it fails."""

    needs = ("time",)

    def __init__(self, times: float, hint: str = "") -> None:
        self.times = times
        self._hint = hint

    def __call__(self, case: Case, got: Outcome, want: Outcome) -> Failure | None:
        ratio = got.seconds / max(want.seconds, _SHORTEST)
        if ratio <= self.times:
            return None
        times = f"{ratio:,.0f} times the reference solution on this size"
        reason = f"Right, but slow: {times}; up to {self.times:g} is accepted."
        return Failure("slow", f"{reason} {self._hint}".strip(), {"excess": ratio / self.times})


class max_peak_bytes(Check):
    """At most so many bytes allocated at once while the code runs."""

    needs = ("memory",)

    def __init__(self, limit: Callable[[Case], float] | float, hint: str = "") -> None:
        self._limit = limit
        self._hint = hint

    def __call__(self, case: Case, got: Outcome, want: Outcome) -> Failure | None:
        limit = self._limit(case) if callable(self._limit) else self._limit
        held = got.peak or 0
        if got.held is not None and got.held > 2 * limit + _NOISE:  # too much for what Python counted to be true
            held = max(held, got.held)
        if held <= limit:
            return None
        reason = f"Right, but it held {held / 2**20:,.1f} MiB at once; up to {limit / 2**20:,.1f} MiB is accepted."
        return Failure("memory", f"{reason} {self._hint}".strip())


class must_not_call(Check):
    """None of these functions (dotted names) is called, under any alias."""

    def __init__(self, *names: str) -> None:
        self.needs = tuple(f"calls:{name}" for name in names)
        self._names = names

    def __call__(self, case: Case, got: Outcome, want: Outcome) -> Failure | None:
        called = [call["name"] for call in got.calls if call["name"] in self._names]
        if not called:
            return None
        return Failure("calls", f"{_short(called[0])} was called. The task is to do without it.")


class one_call_of(Check):
    """Exactly one call of this function, on the arguments themselves, does all the arithmetic.

    It holds when every argument's entries go into the call and the call's result has the entries of the code's;
    so transposing, casting or wrapping is free, and a reduction before or after is not.
    """

    def __init__(self, name: str) -> None:
        self.needs = (f"calls:{name}",)
        self._name = name

    def __call__(self, case: Case, got: Outcome, want: Outcome) -> Failure | None:
        calls = [call for call in got.calls if call["name"] == self._name]
        short = _short(self._name)
        if len(calls) != 1:
            times = {0: "not called", 2: "called twice"}.get(len(calls), f"called {len(calls)} times")
            return Failure("calls", f"{short} was {times}. The task asks for one call of it that does the work.")
        operands = [each for each in calls[0]["operands"] if each is not None]
        if any(not any(_same_entries(argument, each) for each in operands) for argument in compare.leaves(case.args)):
            return Failure("calls", f"{short} did not get the arguments as they are: something was computed before it.")
        if not _same_entries(got.value, calls[0]["result"]):
            return Failure("calls", f"Your result is not what {short} gave: something was computed after it.")
        return None


class gradients(Check):
    """Close to the reference; where code is not, central differences of a loss say which gradient is wrong.

    ``loss(*args, **kwargs)`` takes the case's arguments. ``of`` maps a name to the position of the argument that it is
    the gradient of, for each result in turn from the one at ``first`` on. Differences explain a failure and never
    cause one: a test holds that every reference agrees with them (``disagreement``) on the cases of its grader.
    """

    def __init__(
        self, loss: Callable[..., float], of: dict[str, int], *, first: int = 0, step: float = 1e-5, rtol: float = 1e-4
    ) -> None:
        self._close = close()
        self._loss = loss
        self._of = of
        self._first = first
        self._step = step
        self._rtol = rtol

    def __call__(self, case: Case, got: Outcome, want: Outcome) -> Failure | None:
        failure = self._close(case, got, want)
        return failure and (self.disagreement(case, got.value) or failure)

    def disagreement(self, case: Case, value: Value) -> Failure | None:
        """Which gradient in ``value`` is not that of the loss, and where worst; None if none, or none can be told."""
        if has_float32(case):  # too coarse to be differenced
            return None
        results = list(value)[self._first :] if isinstance(value, list | tuple) else [value]
        wrong: list[tuple[str, compare.Array, compare.Array, compare.Array]] = []
        right: list[str] = []
        for (name, position), result in zip(self._of.items(), results, strict=False):
            numeric = case.worked_out((self, position), partial(self._numeric, case, position))
            mine = compare.as_array(result)
            if mine is None or mine.shape != numeric.shape:
                return None  # what is wrong is its form, which has been said
            with np.errstate(all="ignore"):
                error = np.abs(mine - numeric) / np.maximum(1e-3, np.maximum(np.abs(mine), np.abs(numeric)))
            error = np.where(np.isfinite(error), error, np.inf)
            if not error.size or error.max() <= self._rtol:
                right.append(name)
            else:
                wrong.append((name, error, mine, numeric))
        if not wrong:
            return None
        name, error, mine, numeric = wrong[0]
        worst = np.unravel_index(int(np.argmax(error)), error.shape) if error.ndim else ()
        at = f", worst at [{', '.join(map(str, map(int, worst)))}]" if worst else ""
        reason = (
            f"{compare.at_start(name)} disagrees with finite differences of the loss{at}: "
            f"{float(mine[worst]):.6g} against {float(numeric[worst]):.6g}, "
            f"a relative error of {float(error[worst]):.1e}."
        )
        if right:
            reason += f" {', '.join(right)} {'is' if len(right) == 1 else 'are'} right."
        near = error <= self._rtol
        return Failure("values", reason, {"gradient": name, "where": name, "got": mine, "want": numeric, "near": near})

    def _numeric(self, case: Case, position: int) -> compare.Array:
        base = np.array(case.args[position], dtype=np.float64)
        numeric = np.zeros_like(base)
        with np.errstate(all="ignore"):
            for index in np.ndindex(base.shape):
                ends = []
                for sign in (1.0, -1.0):
                    moved = base.copy()
                    moved[index] += sign * self._step
                    args = [moved if i == position else value for i, value in enumerate(case.args)]
                    ends.append(float(self._loss(*args, **case.kwargs)))
                numeric[index] = (ends[0] - ends[1]) / (2 * self._step)
        return numeric


def has_float32(case: Case) -> bool:
    """Whether an argument is float32, so that results may be computed in it."""

    def found() -> bool:
        return any(array.dtype == np.float32 for array in compare.leaves([case.args, case.kwargs]))

    return case.worked_out("float32", found)


def _is_foreign(value: Value) -> bool:
    return isinstance(value, Foreign)


def _sorted(value: Value) -> Value:
    if isinstance(value, np.ndarray) and value.ndim:
        rows = value.reshape(len(value), -1)
        return value[np.lexsort(rows.T[::-1])] if rows.size else value
    if isinstance(value, list | tuple):
        return sorted(value, key=repr)
    return value


def _same_entries(one: Value, other: Value) -> bool:
    mine, theirs = compare.as_array(one), compare.as_array(other)
    if mine is None or theirs is None or mine.size != theirs.size:
        return False
    return bool(np.allclose(np.sort(mine, axis=None), np.sort(theirs, axis=None), rtol=1e-5, atol=1e-8))


def _short(name: str) -> str:
    return name.replace("numpy.", "np.", 1)
