"""Stands for pytest in tests of the user's: `raises`, `approx`, `fail` and `mark.parametrize`, and a word on all else.

It is compiled anew where it runs, under another name, so that no traceback leads to this file.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Callable, Iterable
from typing import Any, NoReturn

import numpy as np

_MISSING = "{} is not available here. Use plain asserts, pytest.raises, pytest.approx or pytest.mark.parametrize."


def __getattr__(name: str) -> NoReturn:
    raise AttributeError(_MISSING.format(f"pytest.{name}"))


def fail(reason: str = "") -> NoReturn:
    """Fail the test."""
    raise AssertionError(reason)


class raises:
    """What is inside must raise one of these exceptions, with a message that matches."""

    def __new__(cls, expected: Any, function: Any = None, *args: Any, match: str | None = None, **kwargs: Any) -> Any:
        self: Any = object.__new__(cls)
        self._expected = expected if isinstance(expected, tuple) else (expected,)
        self._match = match
        self.value = self.type = self.tb = None
        if function is None:
            return self
        with self:
            function(*args, **kwargs)
        return self

    def __enter__(self) -> Any:
        return self

    def __exit__(self: Any, kind: Any, error: Any, trace: Any) -> bool:
        names = " or ".join(each.__name__ for each in self._expected)
        if kind is None:
            raise AssertionError(f"Expected {names}, but nothing was raised.")
        if not issubclass(kind, self._expected):
            return False
        self.type, self.value, self.tb = kind, error, trace
        if self._match is not None and not re.search(self._match, str(error)):
            raise AssertionError(f"The message {str(error)!r} does not match {self._match!r}.")
        return True

    def match(self: Any, pattern: str) -> bool:
        """The message must match."""
        if not re.search(pattern, str(self.value)):
            raise AssertionError(f"The message {str(self.value)!r} does not match {pattern!r}.")
        return True


class approx:
    """Equals what is within a tolerance: a number, an array or a tensor, or a list, tuple or dict of numbers."""

    __array_ufunc__ = None  # so that an array on the left leaves the comparison to this
    __array_priority__ = 100
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, expected: Any, rel: Any = None, abs: Any = None, nan_ok: bool = False) -> None:
        self.expected, self.rel, self.abs, self.nan_ok = expected, rel, abs, nan_ok

    def __eq__(self, actual: object) -> bool:
        return self._near(actual, self.expected)

    def __ne__(self, actual: object) -> bool:
        return not self == actual

    def __repr__(self) -> str:
        return f"approx({self.expected!r})"

    def _near(self, actual: Any, expected: Any) -> bool:
        actual, expected = _plain(actual), _plain(expected)
        if isinstance(expected, dict):
            return set(actual) == set(expected) and all(self._near(actual[key], expected[key]) for key in expected)
        if isinstance(expected, (list, tuple, np.ndarray)) and np.ndim(expected):
            return np.shape(actual) == np.shape(expected) and all(
                self._is_close(a, b)
                for a, b in zip(np.ravel(actual).tolist(), np.ravel(expected).tolist(), strict=True)
            )
        return np.ndim(actual) == 0 and self._is_close(actual, expected)

    def _is_close(self, actual: Any, expected: Any) -> bool:
        if isinstance(expected, (str, bytes)) or expected is None:
            return bool(actual == expected)
        if expected != expected:
            return bool(self.nan_ok and actual != actual)
        if actual == expected:
            return True
        if math.isinf(abs(expected)) or math.isinf(abs(actual)):
            return False
        least = 1e-12 if self.abs is None else self.abs
        share = (0 if self.abs is not None else 1e-6) if self.rel is None else self.rel
        return bool(abs(actual - expected) <= max(least, share * abs(expected)))


def _plain(value: Any) -> Any:
    """A tensor as an array; what is none as it is."""
    return np.asarray(value.detach()) if hasattr(value, "detach") and hasattr(value, "__array__") else value


class param:
    """The values of one run of a parametrized test."""

    def __init__(self, *values: Any, **options: Any) -> None:
        self.values = values


class _Mark:
    """What `pytest.mark` is asked for."""

    def parametrize(self, names: Any, values: Iterable[Any], **options: Any) -> Callable[[Any], Any]:
        """Run the test once for each of the values."""
        names = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
        rows = []
        for each in values:
            row = each.values if isinstance(each, param) else (each,) if len(names) == 1 else tuple(each)
            if len(row) != len(names):
                raise ValueError(f"pytest.mark.parametrize: {len(row)} values for {', '.join(names)}")
            rows.append(dict(zip(names, row, strict=True)))

        def mark(function: Any) -> Any:
            before = getattr(function, "test_parameters", [{}])
            function.test_parameters = [{**a, **b} for a, b in itertools.product(rows, before)]
            return function

        return mark

    def __getattr__(self, name: str) -> NoReturn:
        raise AttributeError(_MISSING.format(f"pytest.mark.{name}"))


mark = _Mark()
