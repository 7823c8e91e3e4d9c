"""Functions of PyTorch that the user is asked to write, seen wherever they are called, by whatever name.

A torch function mode sees every call that the user's code makes: functions, methods, what modules such as nn.Softmax
call, and operators below ``torch.ops``. What would hide calls from it (TorchScript, compilation) is told as well.
"""

from __future__ import annotations

import _thread
import functools
import importlib
import inspect
import re
import sys
import threading
import types
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

import torch
from torch.overrides import TorchFunctionMode, resolve_name

AUTOGRAD = "autograd"
_MOST = 5  # calls that are kept
_HIDING = (
    "torch.jit.script", "torch.jit.script_method", "torch.jit.trace", "torch.jit.trace_module",
    "torch.jit.CompilationUnit", "torch.jit.load", "torch._C.DisableTorchFunction",
    "torch._C.DisableTorchFunctionSubclass", "torch._C._pop_torch_function_stack", "torch.overrides._pop_mode",
    "torch.overrides._pop_mode_temporarily", "torch.library.custom_op", "torch.library.Library",
    "torch.library.get_kernel",
)  # fmt: skip
# Functions that do the same: other words in their names, and classes by their dotted names.
_ALSO = {
    AUTOGRAD: ("backward", "make_dual", "numerical_jacobian"),
    "scaled_dot_product_attention": (
        "scaled_dot_product", "flex_attention", "multi_head_attention", "multi_head_attention_forward",
        "transformer_encoder_layer_fwd",
    ),
    "multi_head_attention_forward": ("multi_head_attention", "transformer_encoder_layer_fwd"),
    "softmax": ("torch.distributions.SoftmaxTransform",),
    "sigmoid": ("expit", "glu"),
    "binary_cross_entropy_with_logits": ("multilabel_soft_margin_loss",),
    "layer_norm": ("_normalize",),
    "conv1d": ("conv_tbc",),
    "conv2d": ("slow_conv_dilated2d",),
    "lstm": ("mkldnn_rnn_layer",),
    "pad_sequence": ("to_padded_tensor",),
    "quantize_per_tensor": ("fake_quantize", "fake_quant"),
    "torch.distributions.kl_divergence": ("kl",),
    "grid_sample": ("grid_sampler",),
    "interpolate": ("upsample",),
    "logsigmoid": ("log_sigmoid",),
    "torch.nn.functional.fold": ("col2im",),
    "torch.nn.functional.unfold": ("im2col",),
    "torch.optim.Optimizer": ("fused_adam", "fused_adamw", "fused_sgd", "fused_adagrad"),
}  # fmt: skip
_STARTERS = (
    "start_new", "start_new_thread", "_start_new_thread", "start_joinable_thread", "_start_joinable_thread",
)  # fmt: skip
# Where PyTorch has functions that are written in Python from basic ones, so that the mode sees only these.
_IN_PYTHON = (
    "torch", "torch.functional", "torch._lowrank", "torch.nn.functional", "torch.nn.utils.rnn",
    "torch.nn.attention.flex_attention", "torch.autograd.gradcheck", "torch.distributions.kl", "torch._refs",
    "torch._refs.special", "torch._refs.nn.functional", "torch._decomp.decompositions",
)  # fmt: skip

importlib.import_module("torch.nn.attention.flex_attention")  # PyTorch loads it late

_OF_USERS = (types.FunctionType, types.MethodType, functools.partial)


class Shortcuts(TorchFunctionMode):
    """Notes the calls of these functions (bare names, such as ``softmax``) and of classes by their dotted names."""

    def __init__(self, names: Collection[str]) -> None:
        super().__init__()
        wanted = {*names}.union(*(_ALSO.get(name, ()) for name in names))
        self._names = {name for name in wanted if "." not in name}
        self._pattern = re.compile("|".join(f"_{re.escape(name)}_" for name in self._names) or "$^")
        self._known: dict[str, bool] = {}  # whether a function's name is one of those that are asked for
        self._calls: list[str] = []
        self._is_on = False
        if not names:
            return
        for name in _HIDING:
            _wrap_everywhere(*_found(name), self._note_of_users, name)
        self._follow_threads()
        if AUTOGRAD in names:
            _watch_engine(self._note)
            _wrap(torch.autograd.forward_ad, "make_dual", self._note, "torch.autograd.forward_ad.make_dual")
        for holder, key, shown in _written_in_python(self._pattern):
            holder[key] = _noted(holder[key], self._note_of_users, shown)
        for name in sorted(wanted):
            if "." in name:
                _watch_dotted(name, self._note)

    def __torch_function__(
        self, func: Any, kinds: Sequence[type], args: Sequence[Any] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        name = getattr(func, "__name__", "")
        is_asked_for = self._known.get(name)
        if is_asked_for is None:
            is_asked_for = self._known[name] = self._names_one(name)
        if is_asked_for:
            self._note(_shown(func))
        if name == "__get__" and AUTOGRAD in self._names and func.__self__ is torch.Tensor.grad_fn:
            self._note_of_users("torch.Tensor.grad_fn")
        for kind in kinds:
            if kind is not torch.Tensor and _is_hooked(kind):
                self._note("torch.Tensor.__torch_function__")
        for each in args:
            if type(each) in _OF_USERS:  # the mode is off in what PyTorch calls back
                args = [self._seen(each) if type(each) in _OF_USERS else each for each in args]
                break
        return func(*args, **(kwargs or {}))

    def _seen(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """A function of the user's that sees its own calls."""

        @functools.wraps(function)
        def seen(*args: Any, **kwargs: Any) -> Any:
            with self:
                return function(*args, **kwargs)

        return seen

    def _names_one(self, function: str) -> bool:
        """Whether its words are in the function's: those of softmax are in _safe_softmax, softmax_ and softmax.int."""
        return self._pattern.search(_words(function)) is not None

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
            for name in _STARTERS:
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


def _words(function: str) -> str:
    return f"_{function.partition('.')[0]}_"


def _written_in_python(pattern: re.Pattern[str]) -> Iterator[tuple[Any, Any, str]]:
    """Those functions with the pattern in the words of their names: their table, its key, and how they are told."""
    words, places = _survey()
    for at in sorted({words.count("\n", 0, match.start()) for match in pattern.finditer(words)}):
        yield places[at]


@functools.cache
def _survey() -> tuple[str, list[tuple[Any, Any, str]]]:
    """The words in the names of all such functions, a line each, and their places.

    One text, as a candidate that looked at a thousand strings would copy the pages that they are in.
    """
    found: list[tuple[str, tuple[Any, Any, str]]] = []
    for module in filter(None, map(sys.modules.get, _IN_PYTHON)):
        for name, value in vars(module).items():
            if isinstance(value, types.FunctionType):
                found.append((_words(name), (vars(module), name, f"{module.__name__}.{name}")))
    for table in torch._decomp.global_decomposition_table.values():
        found += [(_words(each.name().partition("::")[2]), (table, each, f"torch.ops.{each}")) for each in table]
    return "\n".join(words for words, _ in found), [place for _, place in found]


def _is_hooked(kind: type) -> bool:
    """Whether a class of the user's handles calls by itself, which are not seen from here."""
    module = getattr(getattr(kind, "__torch_function__", None), "__module__", None) or "torch"
    return module.partition(".")[0] != "torch"


def _shown(func: Any) -> str:
    module = getattr(func, "__module__", None) or "torch"
    if not module.startswith("torch.") or hasattr(torch, getattr(func, "__name__", "")):
        module = "torch"
    name = resolve_name(func) or f"{module}.{getattr(func, '__name__', 'a function')}"
    return name if name.startswith("torch.") else f"torch.ops.{name}"


def _wrap(owner: Any, name: str, note: Callable[[str], None], shown: str) -> None:
    """Have calls of ``owner.name`` noted."""
    original = getattr(owner, name, None)
    if original is not None:
        setattr(owner, name, _noted(original, note, shown))


def _wrap_everywhere(owner: types.ModuleType, name: str, note: Callable[[str], None], shown: str) -> None:
    """Have calls noted of what ``owner.name`` is, wherever the owner's package has it."""
    noted = _noted(getattr(owner, name), note, shown)
    for module, each in _places(owner, name):
        setattr(module, each, noted)


@functools.cache
def _places(owner: types.ModuleType, name: str) -> list[tuple[types.ModuleType, str]]:
    """The modules of the owner's package that have it, each with its name there."""
    original = getattr(owner, name)
    return [(module, key) for module in _package(owner) for key, value in vars(module).items() if value is original]


@functools.cache
def _package(owner: types.ModuleType) -> list[types.ModuleType]:
    """The module and all below it."""
    if owner in (torch, torch._C):
        return [owner]
    path = f"{owner.__name__}."
    return [module for name, module in [*sys.modules.items()] if f"{name}.".startswith(path)]


def _noted(original: Callable[..., Any], note: Callable[[str], None], shown: str) -> Callable[..., Any]:
    looks_at_its_caller = original is torch.jit.CompilationUnit

    @functools.wraps(original, updated=())
    def noted(*args: Any, **kwargs: Any) -> Any:
        note(shown)
        if looks_at_its_caller:
            kwargs["_frames_up"] = kwargs.get("_frames_up", 0) + 1
        return original(*args, **kwargs)

    del noted.__wrapped__  # leads around us
    return noted


class _Engine:
    """PyTorch's engine of gradients, each run of which is noted."""

    def __init__(self, original: Any, note: Callable[[str], None]) -> None:
        self._original = original
        self.run_backward = _noted(original.run_backward, note, "torch.autograd")

    def __getattr__(self, name: str) -> Any:
        return getattr(self._original, name)


def _watch_engine(note: Callable[[str], None]) -> None:
    """Have every way to a gradient noted."""
    variable: Any = torch.autograd.Variable
    variable._execution_engine = _Engine(variable._execution_engine, note)
    _wrap(torch._C, "_ImperativeEngine", note, "torch.autograd")


def _found(name: str) -> tuple[Any, str]:
    """The module that something of PyTorch's is in, and its own name."""
    path, _, last = name.rpartition(".")
    owner: Any = torch
    for part in path.split(".")[1:]:
        owner = getattr(owner, part)
    return owner, last


def _watch_dotted(name: str, note: Callable[[str], None]) -> None:
    """Have the making of an object of that class noted, or calls of that Python function."""
    owner, last = _found(name)
    found = getattr(owner, last)
    if not isinstance(found, type):
        _wrap_everywhere(owner, last, note, name)
        if last.endswith("_"):
            _wrap(owner, last.rstrip("_"), note, name)  # its old name
        return
    _wrap(found, "__init__", note, name)
    if owner is torch.optim:
        for module, each in _steps():
            _wrap(module, each, note, f"{module.__name__}.{each}")


@functools.cache
def _steps() -> list[tuple[types.ModuleType, str]]:
    """The functions that the steps of optimizers consist of: their modules and names."""
    everything = ((module, *pair) for module in _package(torch.optim) for pair in vars(module).items())
    return [(module, name) for module, name, value in everything if _takes_parameters(value)]


def _takes_parameters(value: Any) -> bool:
    """Whether that is a Python function of the parameters of a model."""
    code = getattr(inspect.unwrap(value), "__code__", None) if isinstance(value, types.FunctionType) else None
    return code is not None and code.co_varnames[:1] == ("params",)


# Once, in the process that candidates are forked from, and not in each of them.
_survey()
_steps()
for _name in _HIDING:
    _places(*_found(_name))
