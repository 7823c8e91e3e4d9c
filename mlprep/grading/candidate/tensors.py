"""The edge between NumPy and a user's code in PyTorch: arrays go in as tensors, and tensors come out as arrays.

All that judges stays NumPy. Tensors share their memory with the arrays they stand for wherever PyTorch can, so that
arguments changed in place, results that are views, and results that change later are seen as in NumPy. Imported only in
a candidate whose code imports torch.
"""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from typing import Any

import numpy as np
import torch

from mlprep.grading.candidate import stand_ins
from mlprep.grading.candidate.shortcuts import Shortcuts
from mlprep.grading.common.plain_data import Fields

_SHARED = frozenset(map(np.dtype, ("?", "u1", "i1", "i2", "i4", "i8", "f2", "f4", "f8")))
_FLOAT32 = {np.dtype(np.float32)}
_NUMPYS = frozenset((torch.float64, torch.float32, torch.int64, torch.bool))
_PLAIN = (int, float, bool, str, type(None))
_CONVERTED = (list, tuple, dict)


def _uncompiled(model: Any = None, **options: Any) -> Any:
    """What ``torch.compile`` is here: a compiler would start processes, and hide what the code calls."""
    return (lambda function: function) if model is None else model


class Edge:
    """Converts what crosses between probes and the user's code, for one candidate."""

    def __init__(self, shortcuts: Collection[str]) -> None:
        self.shortcuts = Shortcuts(shortcuts)
        self._generators: dict[int, _Generator] = {}
        torch.set_num_threads(1)
        torch.compile = _uncompiled
        torch.set_default_dtype(torch.float64)

    def forget(self) -> None:
        """Another case begins: none of its generators is one of the last case's."""
        self._generators.clear()

    def module(self, module: Any) -> Any:
        """The user's module as probes see it."""
        return stand_ins.stand_in(module, self)

    def call(self, function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Call the user's function from a probe."""
        crossing = _Crossing(self)
        given = [crossing.tensors(each) for each in args]
        named = {name: crossing.tensors(each) for name, each in kwargs.items()}
        if crossing.dtypes:  # code that names no dtype gets that of the arguments, as it does outside
            torch.set_default_dtype(torch.float32 if crossing.dtypes == _FLOAT32 else torch.float64)
        try:
            result = self.shortcuts.run(lambda: function(*given, **named))
        finally:
            crossing.settle()
            self._settle()
        if type(result) is torch.Tensor:
            return crossing.arrays(result)
        return self.shortcuts.run(lambda: crossing.arrays(result))  # the result may compute itself only now

    def seen(self, value: Any) -> Any:
        """Something of the user's, as probes get it."""
        return self.shortcuts.run(lambda: _Crossing(self).arrays(value))

    def call_back(self, function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Call a function of the probe's from the user's code."""
        crossing = _Crossing(self)
        given = [crossing.arrays(each) for each in args]
        named = {name: crossing.arrays(each) for name, each in kwargs.items()}
        return crossing.tensors(function(*given, **named))

    def iterate(self, items: Iterator[Any]) -> Iterator[Any]:
        """What the user's generator yields."""
        while True:
            try:
                yield self.call(lambda: next(items), (), {})
            except StopIteration:
                return

    def generator(self, rng: np.random.Generator) -> torch.Generator:
        """The one that stands for a generator of NumPy's: the same state gives the same, another gives another."""
        if id(rng) not in self._generators:
            self._generators[id(rng)] = _Generator(rng)
        return self._generators[id(rng)].given

    def _settle(self) -> None:
        for each in self._generators.values():
            each.settle()


class _Generator:
    """A generator of NumPy's, and the one of PyTorch's that is seeded by its state."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng = rng
        self.given = torch.Generator()
        self._seed()

    def _seed(self) -> None:
        state = repr(self._rng.bit_generator.state).encode()
        self.given.manual_seed(int.from_bytes(hashlib.blake2b(state, digest_size=7).digest(), "big"))
        self._state = self.given.get_state()

    def settle(self) -> None:
        """If it was drawn from, move NumPy's on as well, and seed it by the new state."""
        if not torch.equal(self.given.get_state(), self._state):
            self._rng.random()
            self._seed()


class _Crossing:
    """One call: each array has one tensor, and what was changed in a copy is changed in the original."""

    def __init__(self, edge: Edge) -> None:
        self.dtypes: set[np.dtype[Any]] = set()  # of the floating-point arrays among the arguments
        self._edge = edge
        self._tensors: dict[int, tuple[np.ndarray[Any, Any], torch.Tensor]] = {}  # by the array's id
        self._copies: list[tuple[np.ndarray[Any, Any], torch.Tensor, torch.Tensor]] = []
        self._containers: list[tuple[Any, Any, list[int]]] = []

    def tensors(self, value: Any) -> Any:
        """The value as the user's code gets it."""
        if type(value) in _PLAIN:
            return value
        if stand_ins.is_one(value):
            return stand_ins.original(value)
        if isinstance(value, np.ndarray):
            return self._tensor(value) if value.dtype.kind in "biuf" else value
        if isinstance(value, np.generic):
            return value.item()
        if type(value) in _CONVERTED:
            return self._container(value)
        # Nothing is a generator before NumPy has loaded them, which takes milliseconds.
        if "random" in vars(np) and isinstance(value, np.random.Generator):
            return self._edge.generator(value)
        return stand_ins.returned(value, self._edge) if callable(value) else value

    def arrays(self, value: Any) -> Any:
        """The value as probes get it."""
        if isinstance(value, torch.Tensor):
            return self._array(value)
        if isinstance(value, tuple):
            items = [self.arrays(each) for each in tuple.__iter__(value)]
            if type(value).__module__ == "torch.return_types":  # as of torch.max with a dim
                return Fields.of(items, type(value).__name__, getattr(type(value), "__match_args__", ()))
            if type(value) is not tuple and not hasattr(value, "_fields"):  # as torch.Size is
                return tuple(items)
            same = all(a is b for a, b in zip(items, value, strict=True))
            return value if same else type(value)(*items) if hasattr(value, "_fields") else tuple(items)
        if type(value) is list:
            found = [self.arrays(each) for each in value]
            return value if all(a is b for a, b in zip(found, value, strict=True)) else found
        if type(value) is dict:
            pairs = {self._key(key): self.arrays(each) for key, each in value.items()}
            return value if all(each is value.get(key) for key, each in pairs.items()) else pairs
        return stand_ins.stand_in(value, self._edge)

    def settle(self) -> None:
        """Let the caller's arrays and containers be what the user's code has made of those that it got."""
        for array, tensor, before in self._copies:
            if tensor.shape != before.shape or not torch.equal(tensor, before):
                with suppress(ValueError, TypeError):
                    array[...] = tensor.detach().numpy()
        for array, tensor in self._tensors.values():
            if tuple(tensor.shape) != array.shape:  # as after x.unsqueeze_(0)
                with suppress(ValueError, AttributeError, TypeError), warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    array.shape = tuple(tensor.shape)
        for given, made, ids in self._containers:
            items = list(made.values() if type(made) is dict else made)
            if [id(each) for each in items] != ids:
                changed = self.arrays(made)
                given.clear()
                given.update(changed) if type(given) is dict else given.extend(changed)

    def _key(self, key: Any) -> Any:
        return self._array(key) if isinstance(key, torch.Tensor) and not key.ndim else key

    def _tensor(self, array: np.ndarray[Any, Any]) -> torch.Tensor:
        found = self._tensors.get(id(array))
        if found is not None and found[0] is array:
            return found[1]
        if array.dtype.kind == "f":
            self.dtypes.add(array.dtype if array.dtype.isnative else array.dtype.newbyteorder("="))
        plain = array.view(np.ndarray)
        shares = plain.dtype in _SHARED and min(plain.strides, default=0) >= 0
        try:
            tensor = _sharing(plain) if shares else torch.from_numpy(_copied(plain))
        except (TypeError, ValueError):  # strides between entries
            shares, tensor = False, torch.from_numpy(_copied(plain))
        self._tensors[id(array)] = array, tensor
        if not shares:
            self._copies.append((array, tensor, tensor.clone()))
        return tensor

    def _array(self, tensor: torch.Tensor) -> Any:
        for array, given in self._tensors.values():
            if given is tensor:
                return array
        plain = tensor.detach()
        if plain.dtype not in _NUMPYS or plain.layout != torch.strided or plain.device.type != "cpu" or plain.is_neg():
            plain = _as_numpy_has(plain)
        array = plain.numpy()
        return array if array.ndim else array[()]

    def _container(self, value: Any) -> Any:
        if type(value) is tuple:
            return tuple([self.tensors(each) for each in value])
        made: Any = (
            {key: self.tensors(each) for key, each in value.items()}
            if type(value) is dict
            else [self.tensors(each) for each in value]
        )
        self._containers.append((value, made, [id(each) for each in (made.values() if type(made) is dict else made)]))
        return made


def _as_numpy_has(tensor: torch.Tensor) -> torch.Tensor:
    """Its values in a form that NumPy has as well."""
    dense = tensor if tensor.layout == torch.strided else tensor.to_dense()
    near = dense.cpu().resolve_conj().resolve_neg()
    return near.to(torch.float32) if near.dtype == torch.bfloat16 else near


def _sharing(array: np.ndarray[Any, Any]) -> torch.Tensor:
    """A tensor in the same memory. That it cannot be written to is checked from outside."""
    if array.flags.writeable:
        return torch.from_numpy(array)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return torch.from_numpy(array)


def _copied(array: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """In a dtype that PyTorch computes with, and in memory of its own."""
    if array.dtype.kind == "u" and array.dtype.itemsize > 1:
        return array.astype(np.int64)
    wide = np.dtype(f"{array.dtype.kind}{min(array.dtype.itemsize, 8)}")
    return np.array(array, wide if array.dtype.kind != "b" else np.bool_, order="C")


def _rehearse() -> None:
    """Do once what nearly all code does, in the process that candidates are forked from: PyTorch gets ready for it at
    the first call, which each of them would wait for. An edge keeps it to one thread, as a fork has no other.
    """
    for dtype in (np.float64, np.float32):
        Edge(()).call(_usual, (np.ones((2, 3), dtype),), {})


def _usual(x: torch.Tensor) -> torch.Tensor:
    exps = torch.exp(x - x.amax(dim=-1, keepdim=True))
    return (exps / exps.sum(dim=-1, keepdim=True)) @ x.T + torch.zeros(2, 2).masked_fill(x @ x.T > 0, x.mean().item())


_rehearse()
