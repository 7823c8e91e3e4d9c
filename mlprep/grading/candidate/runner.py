"""The candidate process: loads the user's module, runs one case after another, and reports what happened.

Nothing here knows a solution, and nothing said here is a verdict: values and arguments go back as plain data and
the engine judges. What only this process can measure (warnings, calls, peak memory) can make code fail,
never pass.

Protocol, one frame each way: a ``load`` request, answered with ``loaded`` or ``failed``; then cases, each answered
with its outcome, until the stream ends.
"""

from __future__ import annotations

import builtins
import faulthandler
import io
import os
import signal
import sys
import warnings
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

import numpy as np

from mlprep.grading.candidate import guard
from mlprep.grading.candidate.loading import Loading, compile_source, text_of
from mlprep.grading.candidate.spy import Spies
from mlprep.grading.common import wire
from mlprep.grading.common.plain_data import Fields
from mlprep.grading.common.probes import Call, Probe, compile_probe, default_probe, dematerialize, materialize
from mlprep.grading.common.scratch import use

_PLAIN = frozenset((bool, int, float, type(None), np.float64, np.float32, np.int64, np.bool_))
_WORD = 64  # bits
_KEPT = 6
_KEPT_BYTES = 4 * 2**20  # earlier results up to this size are watched for later changes
_SEQUENCES = (list, tuple, Fields)
_FEW = 1000  # items of what is written out here; what is longer is for `wire`, which knows where to stop


def prepare(scratch: str = "") -> None:
    """What every candidate needs and none does otherwise, so that a zygote can do it once for all that it forks."""
    _tell_on_signal()
    _furnish()
    use(scratch)


def serve(requests: int, replies: int, scratch: str = "") -> NoReturn:
    """Answer the engine until it hangs up, once prepared. ``scratch`` is the folder for temporary files."""
    sys.stdout = io.TextIOWrapper(_Counted(1, "w", closefd=False), "utf-8", "backslashreplace", line_buffering=True)
    sys.stderr = io.TextIOWrapper(_Counted(2, "w", closefd=False), "utf-8", "backslashreplace", line_buffering=True)
    try:
        order = _order(requests)
        if order is not None:
            runner = _tester(order, scratch) if "tested" in order else _Runner(order, scratch)
            wire.write_all(replies, wire.pack({**runner.load(), "mark": order["mark"]}))
            questions = open(requests, "rb", closefd=False)  # noqa: SIM115 (it lasts as long as we do)
            while (frame := wire.read_frame(questions)) is not None:
                wire.write_all(replies, runner.run(frame))
    except BaseException:  # the code closed our files, or replaced what Python itself needs
        os._exit(guard.BROKEN)
    os._exit(0)


def _order(requests: int) -> dict[str, Any] | None:
    """What to load. The bytes that it came in are gone, since code under check can look at what we hold."""
    with open(requests, "rb", buffering=0, closefd=False) as stream:
        frame = wire.read_frame(stream)
    return None if frame is None else wire.unpack(*frame)


def _tester(order: dict[str, Any], scratch: str) -> Any:
    """Runs tests of the user's instead; loaded only where that is asked for."""
    from mlprep.grading.candidate.user_tests import Tester

    return Tester(order, scratch)


class Breakpoint(Exception):
    """`breakpoint()` was left in the code."""


def _furnish() -> None:
    """What every Python that the user knows has, and a process without a keyboard and without `site` lacks."""

    def leave(code: object = None) -> NoReturn:
        raise SystemExit(code)

    def stop(*args: object, **options: object) -> NoReturn:
        raise Breakpoint("breakpoint() was called")

    vars(builtins).update(exit=leave, quit=leave)
    sys.breakpointhook = stop
    # What the interpreter says of a coroutine that is thrown away is none of the code's output.
    warnings.filterwarnings("ignore", "coroutine .* was never awaited", RuntimeWarning)


def _tell_on_signal() -> None:
    """Write what every thread is at when the engine asks, even from within a long call into NumPy."""
    if hasattr(faulthandler, "register"):
        faulthandler.register(signal.SIGUSR1, file=2)


class _Runner:
    """The code under examination."""

    def __init__(self, order: Mapping[str, Any], scratch: str) -> None:
        self._entries: list[str] = order["entry"]
        self._probe: Probe = compile_probe(order["probe"])
        self._loading = Loading(order, scratch)
        self._spies = Spies(order["watch"])
        self._module: Any = None  # as probes see it
        self._edge: Any = _edge(order.get("torch"))
        self._answers: list[tuple[Any, bytes]] = []  # earlier results, and what they were

    def load(self) -> dict[str, Any]:
        """Run the user's module. Its own mistakes count too."""
        try:
            module = self._loading.run(compile_source)
        except BaseException as error:
            return {"failed": self._loading.describe(error)}
        self._module = module if self._edge is None else self._edge.module(module)
        names = [name[:80] for name, value in list(module.__dict__.items()) if type(name) is str and callable(value)]
        missing = [name for name in self._entries if not callable(getattr(module, name, None))]
        return {"missing": missing, "names": names[:200]}

    def run(self, frame: wire.Frame) -> bytes:
        """One case: its outcome, as a frame. An echo sends the arguments back and does nothing else."""
        question = wire.Question(frame)
        order = question.said
        if order.get("echo"):
            return wire.pack({"after": (order["args"], order["kwargs"]), "mark": order["mark"]}, wire.NO_LIMIT)
        args, kwargs = order["args"], order["kwargs"]
        if question.draws:
            args, kwargs = materialize(args), materialize(kwargs)
        call = Call(order.get("entry", self._entries[0]), args, kwargs)
        outcome: dict[str, Any] = {"mark": order["mark"]}
        self._spies.taken()
        if self._edge is not None:
            self._edge.forget()
        printed_before = _Counted.bytes
        measure = _traced if order.get("memory") else _untraced
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                with np.errstate(divide="warn", over="warn", invalid="warn"):
                    value, peak = measure(lambda: self._probe(self._module, call))
            except BaseException as error:
                value, peak = None, None
                outcome["raised"] = self._describe(error, call)
        # Code may trace itself, and a probe may count its steps; what follows is ours alone.
        sys.settrace(None)
        sys.setprofile(None)
        warned = [self._warning(each) for each in caught if issubclass(each.category, RuntimeWarning)][:5]
        calls = [*self._shortcuts(), *self._spies.taken()][:10]
        shared = _shares(value, question.arrays)
        outcome["value"] = value
        # Every result is taken down at once; one that changes afterwards was a shared buffer.
        stale = self._any_changed()
        _flush()
        # What says nothing is left out: there is one of these for every case.
        if question.draws or not question.is_untouched():
            args, kwargs = dematerialize(call.args, order["args"]), dematerialize(call.kwargs, order["kwargs"])
            if not question.begins_with({"args": args, "kwargs": kwargs}):
                outcome["after"] = args, kwargs
        if _Counted.bytes:
            outcome["printed"] = printed_before, _Counted.bytes
        if peak is not None:
            outcome["peak"] = peak
        seldom = {"warnings": warned, "calls": calls, "shared": shared, "stale": stale}
        outcome.update({name: said for name, said in seldom.items() if said})
        reply = wire.pack(outcome)
        if order.get("spoil"):
            _spoil(value)
        else:
            self._remember(value)
        return reply

    def _shortcuts(self) -> list[dict[str, Any]]:
        """The functions of PyTorch that were called although the task is to write them."""
        called = [] if self._edge is None else self._edge.shortcuts.taken()
        return [{"name": name, "operands": [], "result": None} for name in called]

    def _remember(self, value: Any) -> None:
        if len(self._answers) < _KEPT and (type(value) in (*_SEQUENCES, dict) or _is_small_array(value)):
            self._answers.append((value, _bytes_of(value)))

    def _any_changed(self) -> bool:
        return any(_bytes_of(value) != taken for value, taken in self._answers)

    def _warning(self, caught: warnings.WarningMessage) -> dict[str, Any]:
        mine = caught.filename == self._loading.path and type(caught.lineno) is int
        return {"message": text_of(caught.message)[:500], "line": caught.lineno if mine else None,
                "text": self._loading.line(caught.lineno) if mine else None}  # fmt: skip

    def _describe(self, error: BaseException, call: Call) -> dict[str, Any]:
        """An exception as plain data, with the signature that the call did not fit."""
        described = self._loading.describe(error)
        if isinstance(error, TypeError) and not described["frames"] and self._probe is default_probe:
            described["signature"] = _signature(getattr(self._module, call.entry, None), call)
        return described


def _edge(torch: Any) -> Any:
    """Where tensors are wanted, what converts arrays to them and back. It loads PyTorch, unless that is there."""
    if torch is None:
        return None
    from mlprep.grading.candidate.tensors import Edge

    return Edge(torch["shortcuts"])


def _untraced(run: Callable[[], Any]) -> tuple[Any, int | None]:
    return run(), None


def _traced(run: Callable[[], Any]) -> tuple[Any, int | None]:
    """The result and the peak of memory that was allocated on the way, in bytes."""
    import tracemalloc

    tracemalloc.start()
    try:
        value = run()
        if not tracemalloc.is_tracing():
            raise RuntimeError("your code switched off tracemalloc, which measures its memory here")
        return value, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def _is_small_array(value: Any) -> bool:
    return type(value) is np.ndarray and value.nbytes <= _KEPT_BYTES and value.dtype != object


def _bytes_of(value: Any) -> bytes:
    """What the value is now. What most functions return is spared the frame: this runs for every kept result at every
    call.
    """
    if type(value) is np.ndarray:
        return value.tobytes()
    parts = _parts_of(value) if type(value) in _SEQUENCES and len(value) <= _FEW else None
    return wire.pack([value], _KEPT_BYTES) if parts is None else b";".join(parts)


def _parts_of(values: Any) -> list[bytes] | None:
    """Each of some arrays and plain values as bytes; None if there is anything else among them."""
    parts = []
    for each in values:
        kind = type(each)
        if kind is np.ndarray and _is_small_array(each):
            parts += [str(each.shape).encode(), each.dtype.str.encode(), each.tobytes()]
        elif kind in _PLAIN and (kind is not int or each.bit_length() <= _WORD):
            parts.append(f"{kind.__name__} {each!r}".encode())
        else:
            return None
    return parts


def _spoil(value: Any) -> None:
    """Write into a result, as whoever has asked for it may."""
    if type(value) in (*_SEQUENCES, dict):
        for item in list(value.values() if type(value) is dict else value)[:1000]:
            _spoil(item)
        if type(value) in (list, dict):
            value.clear()
    elif type(value) is np.ndarray and value.flags.writeable and value.dtype.kind in "biuf":
        value[...] = ~value if value.dtype.kind == "b" else 7


def _leaves(value: Any, depth: int = 0) -> list[np.ndarray[Any, Any]]:
    if isinstance(value, np.ndarray):
        return [value]
    if depth > 5:
        return []
    if type(value) in _SEQUENCES:
        return [leaf for item in value[:1000] for leaf in _leaves(item, depth + 1)]
    if type(value) is dict:
        return [leaf for item in list(value.values())[:1000] for leaf in _leaves(item, depth + 1)]
    return []


def _shares(value: Any, given: list[np.ndarray[Any, Any]]) -> bool:
    return any(_overlap(mine, theirs) for mine in _leaves(value) for theirs in given)


def _overlap(mine: np.ndarray[Any, Any], theirs: np.ndarray[Any, Any]) -> bool:
    """Whether they may share memory. An array of its own does only with itself, and with a view of it."""
    if type(mine) is np.ndarray and mine.base is None:
        return mine is theirs or mine is theirs.base
    return np.may_share_memory(mine, theirs)


def _signature(function: Any, call: Call) -> str | None:
    """The function's own parameters, where the case's arguments do not fit them."""
    import inspect

    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):
        return None
    try:
        signature.bind(*call.args, **call.kwargs)
    except TypeError:
        return str(signature)
    return None


class _Counted(io.FileIO):
    """Where prints go; counts them, so that those of one case can be told from the others'."""

    bytes = 0

    def write(self, data: Any, /) -> int:
        written = super().write(data)
        _Counted.bytes += written
        return written


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            # the code closed or replaced it; its loss
            continue
