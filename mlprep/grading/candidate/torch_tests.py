"""What the user's tests in PyTorch need of a candidate: functions as they call them, and values as plain data.

Imported only in a candidate whose tests import torch.
"""

from __future__ import annotations

import functools
import types
from collections.abc import Callable, Collection
from typing import Any

import torch

from mlprep.grading.candidate.behind_tensors import Adapter, tensors_in
from mlprep.grading.candidate.tensors import Edge


class Bridge:
    """Between the user's tests in PyTorch, and a solution."""

    def __init__(self) -> None:
        self._edge = Edge(())  # which sets the default dtype and the number of threads

    def prepare(self, solution: types.ModuleType, entries: Collection[str], numbers: Collection[str] | None) -> None:
        """Let these functions be called with tensors. ``numbers`` are given where the solution is in NumPy."""
        for name in entries:
            found = getattr(solution, name)
            if numbers is not None:
                setattr(solution, name, Adapter(numbers).adapted(found))
            elif isinstance(found, types.FunctionType):
                setattr(solution, name, _in_dtype_of_arguments(found))
            elif isinstance(found, type):
                for method, function in [*vars(found).items()]:
                    if isinstance(function, types.FunctionType):
                        setattr(found, method, _in_dtype_of_arguments(function))

    def plain(self, value: Any) -> Any:
        """A value of the tests with arrays in the place of tensors."""
        return self._edge.seen(value)


def _in_dtype_of_arguments(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function with the default dtype of a check: that of the arguments, so that `torch.zeros(3)` fits them."""

    @functools.wraps(function)
    def called(*args: Any, **kwargs: Any) -> Any:
        dtypes = {each.dtype for each in tensors_in((args, kwargs)) if each.is_floating_point()}
        if not dtypes:
            return function(*args, **kwargs)
        before = torch.get_default_dtype()
        torch.set_default_dtype(torch.float32 if dtypes == {torch.float32} else torch.float64)
        try:
            return function(*args, **kwargs)
        finally:
            torch.set_default_dtype(before)

    return called
