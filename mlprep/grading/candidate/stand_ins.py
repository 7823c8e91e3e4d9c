"""What probes hold of a user's module in PyTorch: its functions, classes and objects, each behind a stand-in.

Whatever passes through one is converted by the edge (``tensors``).
"""

from __future__ import annotations

import sys
import types
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Protocol

_OPERATIONS = (
    "call", "len", "iter", "next", "getitem", "setitem", "delitem", "contains", "add", "radd", "iadd", "sub", "rsub",
    "isub", "mul", "rmul", "imul", "truediv", "rtruediv", "itruediv", "floordiv", "rfloordiv", "mod", "rmod", "pow",
    "rpow", "matmul", "rmatmul", "neg", "pos", "abs", "eq", "ne", "lt", "le", "gt", "ge", "and", "rand", "or", "ror",
    "invert", "float", "int", "index", "bool", "repr", "str", "enter", "exit", "reversed", "round",
)  # fmt: skip
_FREE = sys.stdlib_module_names | {"torch", "numpy", "probe"}  # and what a probe makes itself
_classes: dict[type, type] = {}


class Edge(Protocol):
    """What converts what passes through a stand-in."""

    def call(self, function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any: ...

    def call_back(self, function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any: ...

    def iterate(self, items: Iterator[Any]) -> Iterator[Any]: ...

    def seen(self, value: Any) -> Any: ...


class StandIn:
    """Stands for something of the user's."""

    __slots__ = ("__mlprep_edge", "__mlprep_of", "__weakref__")

    def __init__(self, of: Any, edge: Edge) -> None:
        object.__setattr__(self, "_StandIn__mlprep_of", of)
        object.__setattr__(self, "_StandIn__mlprep_edge", edge)

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        """A probe may ask whether it holds a module."""
        return type(original(self))

    def __getattr__(self, name: str) -> Any:
        of = original(self)
        if name == "__dict__":
            return of.__dict__
        if type(of) is types.ModuleType and type(found := of.__dict__.get(name)) is types.FunctionType:
            return stand_in(found, _edge_of(self))  # as nearly always: nothing of the user's runs on the way to it
        return _edge_of(self).call(partial(getattr, of, name), (), {})

    def __setattr__(self, name: str, value: Any) -> None:
        _edge_of(self).call(partial(setattr, original(self), name), (value,), {})

    def __delattr__(self, name: str) -> None:
        delattr(original(self), name)

    def __dir__(self) -> list[str]:
        return dir(original(self))

    def __hash__(self) -> int:
        return hash(original(self))


def is_one(value: Any) -> bool:
    """Whether it stands for something of the user's."""
    return issubclass(type(value), StandIn)


def original(value: Any) -> Any:
    """What it stands for."""
    return object.__getattribute__(value, "_StandIn__mlprep_of")


def _edge_of(value: Any) -> Edge:
    edge: Edge = object.__getattribute__(value, "_StandIn__mlprep_edge")
    return edge


def stand_in(value: Any, edge: Edge) -> Any:
    """What a probe gets in the place of a function, a class, a generator or an object of the user's."""
    if isinstance(value, types.GeneratorType):
        return edge.iterate(value)
    if isinstance(value, _Returned):
        return value.function
    if callable(value) or isinstance(value, types.ModuleType) or _is_of_users(value):
        return _class_for(type(value))(value, edge)
    return value


def returned(function: Callable[..., Any], edge: Edge) -> Any:
    """What the user's code gets in the place of a probe's function."""
    return function if isinstance(function, types.BuiltinFunctionType | type) else _Returned(function, edge)


class _Returned:
    """A probe's function, as the user's code calls it."""

    def __init__(self, function: Callable[..., Any], edge: Edge) -> None:
        self.function = function
        self._edge = edge
        self.__name__ = getattr(function, "__name__", "function")

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._edge.call_back(self.function, args, kwargs)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.function, name)


def _is_of_users(value: Any) -> bool:
    module = getattr(type(value), "__module__", None)
    return isinstance(module, str) and module.partition(".")[0] not in _FREE


def _class_for(kind: type) -> type:
    """A class of stand-ins that can do what the original's can, under its name."""
    if kind not in _classes:
        members: dict[str, Any] = {"__slots__": (), "__module__": kind.__module__, "__qualname__": kind.__name__}
        for operation in _OPERATIONS:
            name = f"__{operation}__"
            if hasattr(kind, name) and not (name == "__call__" and issubclass(kind, types.ModuleType)):
                members[name] = _operation(name)
        members["__hash__"] = StandIn.__hash__
        _classes[kind] = type(kind.__name__, (StandIn,), members)
    return _classes[kind]


def _operation(name: str) -> Callable[..., Any]:
    def operate(self: Any, *args: Any, **kwargs: Any) -> Any:
        of = original(self)
        return _edge_of(self).call(partial(getattr(type(of), name), of), args, kwargs)

    operate.__name__ = name
    return operate
