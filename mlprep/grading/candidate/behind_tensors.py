"""Functions in NumPy, called as those in PyTorch are: tensors go in as arrays, and arrays come out as tensors.

The known mistakes of a grader are in NumPy, and so are its other right solutions. Tests of the user's in PyTorch are
run on them too.
"""

from __future__ import annotations

import functools
import types
from collections.abc import Callable, Collection, Iterator
from typing import Any

import numpy as np
import torch


class Adapter:
    """``numbers`` are the kinds of numbers that come out as tensors; others come out as Python's.

    They are what the kinds of NumPy's dtypes are: b, i and f.
    """

    def __init__(self, numbers: Collection[str]) -> None:
        self._numbers = numbers

    def adapted(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function as code in PyTorch calls it: of float32 alone it makes float32, as that does."""
        between = self._between(function, self._arrays, self._tensors)

        @functools.wraps(function)
        def called(*args: Any, **kwargs: Any) -> Any:
            result = between(*args, **kwargs)
            dtypes = {each.dtype for each in tensors_in((args, kwargs)) if each.is_floating_point()}
            return self._in_float32(result) if dtypes == {torch.float32} else result

        return called

    def _between(
        self, function: Callable[..., Any], given: Callable[[Any], Any], taken: Callable[[Any], Any]
    ) -> Callable[..., Any]:
        @functools.wraps(function)
        def called(*args: Any, **kwargs: Any) -> Any:
            return taken(function(*map(given, args), **{name: given(each) for name, each in kwargs.items()}))

        return called

    def _arrays(self, value: Any) -> Any:
        if isinstance(value, torch.Tensor):
            return value.detach().numpy()
        if isinstance(value, torch.Generator):
            return np.random.default_rng(int(torch.randint(2**62, (), generator=value)))
        # A function of the tests' is called with numbers that are Python's.
        return self._inside(value, self._arrays, lambda: self._between(value, Adapter("")._tensors, self._arrays))

    def _tensors(self, value: Any) -> Any:
        if isinstance(value, np.ndarray):
            return torch.from_numpy(value if all(step >= 0 for step in value.strides) else value.copy())
        if isinstance(value, (bool, int, float, np.generic)):
            array = np.asarray(value)
            return torch.from_numpy(array) if array.dtype.kind in self._numbers else array.item()
        if isinstance(value, types.GeneratorType):
            return (self._tensors(each) for each in value)
        return self._inside(value, self._tensors, lambda: self._between(value, self._arrays, self._tensors))

    def _in_float32(self, value: Any) -> Any:
        if isinstance(value, torch.Tensor):
            return value.float() if value.dtype == torch.float64 else value
        return self._inside(value, self._in_float32, lambda: value)

    def _inside(self, value: Any, change: Callable[[Any], Any], adapted: Callable[[], Any]) -> Any:
        """A container with all in it changed, or itself if nothing is; or a function; or what it is."""
        if type(value) in (list, tuple):
            made = [change(each) for each in value]
            return value if all(a is b for a, b in zip(made, value, strict=True)) else type(value)(made)
        if type(value) is dict:
            return {key: change(each) for key, each in value.items()}
        return adapted() if callable(value) else value


def tensors_in(value: Any) -> Iterator[torch.Tensor]:
    """Every tensor in it."""
    if isinstance(value, torch.Tensor):
        yield value
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from tensors_in(each)
    elif isinstance(value, dict):
        yield from tensors_in([*value.values()])
