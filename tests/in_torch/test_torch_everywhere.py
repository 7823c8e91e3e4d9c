"""Every reference solution passes behind PyTorch's edge: its arrays arrive as tensors and leave as such."""

from __future__ import annotations

import pytest
from support import Bench, catalogue

from mlprep.content.catalogue import EITHER

OFFERED = [each.id for each in catalogue.exercises.values() if each.framework == EITHER]
# What stands below a reference solution in NumPy, so that it takes and gives tensors.
BELOW = """

import functools as _functools
import types as _types

import torch as _torch




def _arrays(value):
    if isinstance(value, _torch.Tensor):
        return value.detach().numpy()
    if isinstance(value, _torch.Generator):
        return np.random.default_rng(int(_torch.randint(2**62, (), generator=value)))
    if type(value) in (list, tuple):
        return _all(_arrays, value)
    if type(value) is dict:
        return {key: _arrays(each) for key, each in value.items()}
    return _adapted(value, _tensors, _arrays) if callable(value) else value


def _all(change, values):
    made = [change(each) for each in values]
    return values if all(a is b for a, b in zip(made, values)) else type(values)(made)


def _tensors(value):
    if isinstance(value, np.ndarray):
        return _torch.from_numpy(value if all(step >= 0 for step in value.strides) else value.copy())
    if isinstance(value, np.generic):
        return _torch.from_numpy(np.array(value))
    if type(value) in (list, tuple):
        return _all(_tensors, value)
    if type(value) is dict:
        return {key: _tensors(each) for key, each in value.items()}
    if isinstance(value, _types.GeneratorType):
        return (_tensors(each) for each in value)
    return _adapted(value, _arrays, _tensors) if callable(value) else value


def _adapted(function, given, taken):
    @_functools.wraps(function)
    def adapted(*args, **kwargs):
        return taken(function(*map(given, args), **{name: given(each) for name, each in kwargs.items()}))

    return adapted


def _of_class(kind):
    class Adapted(kind):
        def __init__(self, *args, **kwargs):
            super().__init__(*map(_arrays, args), **{name: _arrays(each) for name, each in kwargs.items()})

    for name, method in list(vars(kind).items()):
        if isinstance(method, _types.FunctionType) and (name == "__call__" or name[0] != "_"):
            setattr(Adapted, name, _adapted(method, _arrays, _tensors))
    return Adapted


for _name in ENTRY:
    _found = globals()[_name]
    globals()[_name] = _of_class(_found) if isinstance(_found, type) else _adapted(_found, _arrays, _tensors)
"""


@pytest.mark.parametrize("name", OFFERED)
def test_the_reference_solution_passes_behind_tensors(bench: Bench, name: str) -> None:
    exercise = catalogue.find(name)
    source = catalogue.solution(exercise).read_text(encoding="utf-8")
    source = source if "import numpy as np" in source else source + "\nimport numpy as np\n"
    report = bench.grade(name, source + BELOW.replace("ENTRY", repr(exercise.entry)))
    assert report["outcome"] == "passed", (report["failure"], report["notes"])
