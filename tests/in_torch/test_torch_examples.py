"""The examples of every statement in PyTorch's words, run on the reference solution behind a converting stand-in."""

from __future__ import annotations

import doctest
import inspect
import math
from typing import Any

import numpy as np
import pytest
from support import catalogue, reference

from mlprep.content.catalogue import EITHER
from mlprep.content.statement import statement
from mlprep.grading.frameworks import TORCH

OFFERED = [each.id for each in catalogue.exercises.values() if each.framework == EITHER]


def arrays(value: Any) -> Any:
    """What the reference solution is given."""
    import torch

    if isinstance(value, torch.Tensor):
        return value.detach().numpy()
    if isinstance(value, torch.Generator):
        return np.random.default_rng(value.initial_seed())
    if isinstance(value, list | tuple):
        return type(value)(map(arrays, value))
    if isinstance(value, dict):
        return {key: arrays(each) for key, each in value.items()}
    return (lambda *given: arrays(value(*map(tensors, given)))) if inspect.isfunction(value) else value


def tensors(value: Any) -> Any:
    """What the example is given."""
    import torch

    if isinstance(value, np.ndarray):
        return torch.from_numpy(value.copy())
    if isinstance(value, np.generic):
        return torch.tensor(value.item())
    if isinstance(value, list | tuple):
        return type(value)(map(tensors, value))
    if isinstance(value, dict):
        return {key: tensors(each) for key, each in value.items()}
    if inspect.isgenerator(value):
        return map(tensors, value)
    if inspect.isfunction(value) or inspect.ismethod(value):
        return lambda *args, **kwargs: tensors(value(*map(arrays, args), **arrays(kwargs)))
    return value if value is None or isinstance(value, bool | int | float | str) else Adapted(value)


class Adapted:
    """An object, or a class, of the reference solution's."""

    def __init__(self, of: Any) -> None:
        self._of = of

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return tensors(self._of(*map(arrays, args), **arrays(kwargs)))

    def __getattr__(self, name: str) -> Any:
        return tensors(getattr(self._of, name))


@pytest.mark.parametrize("name", OFFERED)
def test_the_example_in_pytorch_is_true(name: str) -> None:
    import torch

    exercise = catalogue.find(name)
    names = {each: tensors(getattr(reference(name), each)) for each in exercise.entry}
    text = statement(catalogue, exercise, TORCH)
    examples = doctest.DocTestParser().get_doctest(text, {**names, "torch": torch, "math": math}, name, None, 0)
    assert examples.examples
    said: list[str] = []
    torch.set_default_dtype(torch.float64)
    try:
        doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(examples, out=said.append)
    finally:
        torch.set_default_dtype(torch.float32)
    assert not said, "".join(said)


@pytest.mark.parametrize("name", OFFERED)
def test_a_statement_in_pytorch_has_no_word_of_numpys(name: str) -> None:
    text = statement(catalogue, catalogue.find(name), TORCH)
    assert not [word for word in ("numpy", "np.", "array") if word in text.lower()]
    assert max(map(len, text.splitlines())) <= 84
