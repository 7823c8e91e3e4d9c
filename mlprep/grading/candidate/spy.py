"""Watching which NumPy functions code calls, under whatever name it reaches them.

Each watched function is replaced, in every NumPy module that holds it, before the code is loaded; so
``from numpy import tanh as t`` gets the watched one too.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from typing import Any

import numpy as np

from mlprep.grading.common import light_numpy

_BIG = 10_000  # entries of an operand or result that are worth sending along


class Spies:
    """Records the calls of the watched functions; ``taken`` hands over and forgets them."""

    def __init__(self, names: Collection[str]) -> None:
        self._calls: list[dict[str, Any]] = []
        self._depth = 0
        if not names:
            return  # the walk below is long
        _forget_masked_arrays()
        originals = {name: _lookup(name) for name in names}
        wrappers = {id(fn): self._wrap(name, fn) for name, fn in originals.items() if fn is not None}
        for module_name, module in list(sys.modules.items()):
            if module_name.partition(".")[0] == "numpy" and module is not None:
                for attribute, value in list(vars(module).items()):
                    if id(value) in wrappers:
                        setattr(module, attribute, wrappers[id(value)])

    def taken(self) -> list[dict[str, Any]]:
        calls, self._calls = self._calls, []
        return calls

    def _wrap(self, name: str, function: Callable[..., Any]) -> Any:
        spies = self

        class Watched:
            """Stands for the function: calls pass through and are recorded, attributes are the function's."""

            __name__ = getattr(function, "__name__", name)
            __doc__ = function.__doc__

            def __call__(self, *args: Any, **kwargs: Any) -> Any:
                if spies._depth:  # called by NumPy itself, on behalf of a recorded call
                    return function(*args, **kwargs)
                spies._depth += 1
                try:
                    result = function(*args, **kwargs)
                finally:
                    spies._depth -= 1
                operands = [
                    _small(each) for each in args if isinstance(each, np.ndarray | np.generic | float | int | list)
                ]
                spies._calls.append({"name": name, "operands": operands, "result": _small(result)})
                return result

            def __getattr__(self, attribute: str) -> Any:
                if attribute == "__wrapped__":  # leads around us; there is no other reason to ask for it
                    raise AttributeError(attribute)
                if not attribute.startswith("__"):
                    # np.tanh.outer and its like are calls as well
                    spies._calls.append({"name": name, "operands": [], "result": None})
                return getattr(function, attribute)

        return Watched()


def _forget_masked_arrays() -> None:
    """Have numpy.ma loaded anew when it is asked for, if it is loaded: it holds functions in objects of its own."""
    light_numpy.forget("numpy.ma")
    vars(np).pop("ma", None)


def _lookup(name: str) -> Callable[..., Any] | None:
    module, _, attribute = name.rpartition(".")
    __import__(module)
    found: Callable[..., Any] | None = getattr(sys.modules[module], attribute, None)
    return found


def _small(value: Any) -> Any:
    """A copy of the value as it is now, or None if it is too large to be worth it."""
    try:
        array = np.array(value)
    except ValueError:
        return None
    return array if array.size <= _BIG and array.dtype.kind in "biuf" else None
