"""Functions of PyTorch that the user is asked to write, seen wherever they are called, by whatever name.

A torch function mode sees every call that the user's code makes: functions, methods, what modules such as nn.Softmax
call, and operators below ``torch.ops``. What would hide calls from it (TorchScript, compilation) is told as well.
"""

from __future__ import annotations

import _thread
import functools
import sys
import threading
from collections.abc import Callable, Collection, Sequence
from typing import Any

import torch
from torch.overrides import TorchFunctionMode, resolve_name

AUTOGRAD = "autograd"
_MOST = 5  # calls that are kept
_HIDING = (
    (torch.jit, "script"), (torch.jit, "trace"), (torch.jit, "trace_module"), (torch.jit, "CompilationUnit"),
    (torch, "compile"), (torch._C, "DisableTorchFunction"), (torch._C, "DisableTorchFunctionSubclass"),
    (torch._C, "_pop_torch_function_stack"), (torch.overrides, "_pop_mode"),
    (torch.overrides, "_pop_mode_temporarily"),
)  # fmt: skip


class Shortcuts(TorchFunctionMode):
    """Notes the calls of these functions (bare names, such as ``softmax``) and of classes by their dotted names."""

    def __init__(self, names: Collection[str]) -> None:
        super().__init__()
        self._names = {name for name in names if "." not in name}
        self._calls: list[str] = []
        self._is_on = False
        for owner, name in _HIDING if names else ():
            _wrap(owner, name, self._note_of_users, f"{owner.__name__}.{name}")
        if names:
            self._follow_threads()
        if AUTOGRAD in names:
            self._names |= {"backward"}
            _wrap(torch.autograd, "_engine_run_backward", self._note, "torch.autograd")
            _wrap(torch.autograd.forward_ad, "make_dual", self._note, "torch.autograd.forward_ad.make_dual")
        for name in names:
            if "." in name:
                _watch_class(name, self._note)

    def __torch_function__(
        self, func: Any, types: Sequence[type], args: Sequence[Any] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        if _bare(func) in self._names:
            self._note(_shown(func))
        return func(*args, **(kwargs or {}))

    def taken(self) -> list[str]:
        """The calls since the last time, as a reader would write them."""
        calls, self._calls = self._calls, []
        return calls

    def run(self, function: Callable[[], Any]) -> Any:
        """Run it with every call seen."""
        if not self._names or self._is_on:
            return function()
        self._is_on = True
        try:
            with self:
                return function()
        finally:
            self._is_on = False

    def _follow_threads(self) -> None:
        """See what other threads call as well: each has modes of its own."""
        for owner in (_thread, threading):
            for name in ("start_new_thread", "_start_new_thread", "start_joinable_thread", "_start_joinable_thread"):
                start = getattr(owner, name, None)
                if start is not None:
                    setattr(owner, name, self._followed(start))

    def _followed(self, start: Callable[..., Any]) -> Callable[..., Any]:
        def starting(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
            def run(*given: Any, **named: Any) -> Any:
                with self:
                    return function(*given, **named)

            return start(run, *args, **kwargs)

        return starting

    def _note(self, name: str) -> None:
        if len(self._calls) < _MOST:
            self._calls.append(name)

    def _note_of_users(self, name: str) -> None:
        """PyTorch itself calls some of these."""
        caller = sys._getframe(2).f_globals.get("__name__", "")
        if caller.partition(".")[0] != "torch":
            self._note(name)


def _bare(func: Any) -> str:
    """The function's name without what its variants add: softmax for special_softmax, _softmax and softmax_."""
    name = getattr(func, "__name__", "").partition(".")[0]
    for prefix in ("special_", "linalg_", "native_"):
        name = name.removeprefix(prefix)
    return str(name.strip("_"))


def _shown(func: Any) -> str:
    name = resolve_name(func) or f"torch.{getattr(func, '__name__', 'a function')}"
    return name if name.startswith("torch.") else f"torch.ops.{name}"


def _wrap(owner: Any, name: str, note: Callable[[str], None], shown: str) -> None:
    """Have calls of ``owner.name`` noted."""
    original = getattr(owner, name, None)
    if original is None:
        return

    @functools.wraps(original, updated=())
    def noted(*args: Any, **kwargs: Any) -> Any:
        note(shown)
        return original(*args, **kwargs)

    setattr(owner, name, noted)


def _watch_class(name: str, note: Callable[[str], None]) -> None:
    """Have the making of an object of that class noted, or a call of that Python function."""
    path, _, last = name.rpartition(".")
    owner: Any = torch
    for part in path.split(".")[1:]:
        owner = getattr(owner, part)
    found = getattr(owner, last)
    if isinstance(found, type):
        _wrap(found, "__init__", note, name)
    else:
        _wrap(owner, last, note, name)
