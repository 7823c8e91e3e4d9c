"""Judging one case: what came back, against what the reference gave."""

from __future__ import annotations

import time
import warnings
from collections.abc import Iterator
from typing import Any

import numpy as np

from mlprep.grading.common import wire
from mlprep.grading.common.plain_data import Foreign, Rng
from mlprep.grading.common.probes import Call, dematerialize, materialize
from mlprep.grading.judging.compare import Array, Tolerance, arrays_in, difference, kind_of
from mlprep.grading.judging.grader import Grader
from mlprep.grading.judging.model import Case, Failure, Outcome

_RESULTS = 64  # no exercise has more

# They keep a candidate from seeing which functions of PyTorch are called.
_HIDING = frozenset(
    ("torch.jit.script", "torch.jit.script_method", "torch.jit.trace", "torch.jit.trace_module",
     "torch.jit.CompilationUnit", "torch.jit.load", "torch._C.DisableTorchFunction",
     "torch._C.DisableTorchFunctionSubclass", "torch._C._pop_torch_function_stack", "torch.overrides._pop_mode",
     "torch.overrides._pop_mode_temporarily", "torch.library.custom_op", "torch.library.Library",
     "torch.library.get_kernel", "torch.Tensor.__torch_function__")
)  # fmt: skip
_OF_AUTOGRAD = frozenset(("torch.Tensor.backward", "torch.Tensor.grad_fn", "torch._make_dual"))

_BREAKPOINTS = frozenset(("BdbQuit", "Breakpoint"))
_EXACT = Tolerance(0.0, 0.0)


class GraderFault(Exception):
    """The grader or its reference misbehaved: ours to fix, never the user's."""


def judge(grader: Grader, case: Case, got: Outcome, want: Outcome) -> Failure | None:
    """Why this case is not passed, or None."""
    shortcut = next((call["name"] for call in got.calls if call["name"].startswith("torch.")), None)
    if shortcut is not None:
        return _shortcut(shortcut)
    if got.raised is not None or want.raised is not None:
        return _raised(got, want)
    for check in case.checks or grader.checks:
        failure = check(case, got, want)
        if failure is not None:
            return failure
    return _narrow(case, got) or _changed(case, got) or _stale(got) or (_warned(got) if case.quiet else None)


def _shortcut(name: str) -> Failure:
    """A function of PyTorch was called that is the task itself, or that hides what is called."""
    if name in _HIDING:
        return Failure("calls", f"You call {name}, which hides what your code calls. Leave it out.")
    if name.startswith("torch.autograd") or name in _OF_AUTOGRAD:
        return Failure("calls", f"You call {name}. The task is to write the gradient yourself, without autograd.")
    return Failure("calls", f"You call {name}. The task is to write it yourself from basic operations.")


def run_here(grader: Grader, module: Any, case: Case) -> Outcome:
    """Run the reference, or a known mistake, in this process, through the same probe as a candidate."""
    args, kwargs = wire.copy((case.args, case.kwargs))
    call = Call(case.entry or grader.entry[0], materialize(args), materialize(kwargs))
    outcome = Outcome()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        start = time.perf_counter()
        try:
            with np.errstate(divide="warn", over="warn", invalid="warn"):
                value = grader.probe(module, call)
        except Exception as error:
            bases = [base.__name__ for base in type(error).__mro__]
            outcome.raised = {"type": bases[0], "bases": bases, "message": str(error), "frames": ["here"]}
            value = None
        outcome.seconds = time.perf_counter() - start
    outcome.warnings = [{"message": str(each.message)} for each in caught if issubclass(each.category, RuntimeWarning)]
    outcome.value = wire.copy(value)
    given = arrays_in([call.args, call.kwargs])
    outcome.shared = any(np.may_share_memory(a, b) for a in arrays_in(value) for b in given)
    outcome.after = wire.copy((dematerialize(call.args, args), dematerialize(call.kwargs, kwargs)))
    return outcome


def expected(grader: Grader, case: Case) -> Outcome:
    """What the reference gives, computed in float64 from what the code was given; asked once for each case."""
    if case.want is None:
        case.want = reference(grader, case) if case.referenced else Outcome()
    return case.want


def reference(grader: Grader, case: Case) -> Outcome:
    """Run the reference now. Raises GraderFault where it breaks."""
    twin = case.like(case.name, *_upcast((case.args, case.kwargs)))
    outcome = run_here(grader, grader.reference, twin)
    if outcome.raised is not None and "ValueError" not in outcome.raised["bases"]:
        raise GraderFault(
            f"the reference raises {outcome.raised['type']} on {case.name!r}: {outcome.raised['message']}"
        )
    return outcome


def _raised(got: Outcome, want: Outcome) -> Failure | None:
    if got.raised is None:
        assert want.raised is not None
        name = want.raised["type"]
        return Failure("not-raised", f"This input must raise {name}. Your function returned {kind_of(got.value)}.")
    kinds = got.raised["bases"]
    if want.raised is not None and "ValueError" in kinds:
        return None
    files = [frame[3] for frame in got.raised["frames"] if len(frame) > 3]
    if "NotImplementedError" in kinds and files[-1:] == files[:1]:
        return Failure("unfinished", "This part is still the starter code: it raises NotImplementedError.")
    if "NotImplementedError" in kinds:
        return Failure("unfinished", f"{files[-1]} is still the starter code: it raises NotImplementedError.")
    if not _BREAKPOINTS.isdisjoint(kinds):
        return Failure("crashed", "A breakpoint stops your code, and nobody is at the keyboard here. Remove it.")
    if got.raised.get("signature"):
        return Failure("signature", f"The call does not fit your function's parameters {got.raised['signature']}.")
    said = f"{got.raised['type']}: {got.raised['message']}".rstrip(": ")
    if want.raised is not None:
        return Failure("crashed", f"This input must raise {want.raised['type']}. Your function raised {said}")
    return Failure("crashed", f"Your function raised {said}")


def _narrow(case: Case, got: Outcome) -> Failure | None:
    """An array of less precision than the float64 it was made from; a single number is the same answer in any."""
    for array in _arrays(got.value):
        if array.ndim and array.dtype.kind == "f" and array.itemsize < 8 and _is_all_float64(case):
            reason = (
                f"The values are right, but in {array.dtype.name}. The input is float64, so the result should be too."
            )
            return Failure("dtype", reason)
    return None


def _is_all_float64(case: Case) -> bool:
    """Whether there are floats among the arguments' arrays, and none of them narrower."""
    sizes = {array.itemsize for array in arrays_in([case.args, case.kwargs]) if array.ndim and array.dtype.kind == "f"}
    return sizes == {8}


def _arrays(value: Any) -> Iterator[Array]:
    """The arrays among results; a long list is one of numbers."""
    if isinstance(value, np.ndarray):
        yield value
    elif isinstance(value, list | tuple | dict) and len(value) <= _RESULTS:
        for item in value.values() if isinstance(value, dict) else value:
            yield from _arrays(item)


def _changed(case: Case, got: Outcome) -> Failure | None:
    if got.after is None:
        return None
    args, kwargs = got.after
    ordinals = ("first", "second", "third", "fourth", "fifth")
    for position, (now, before) in enumerate(zip(args, case.args, strict=False)):
        if _differs(now, before):
            ordinal = ordinals[position] if position < 5 else f"{position + 1}th"
            return Failure("changed", _modified(f"the {ordinal} argument", now, before))
    for name, before in case.kwargs.items():
        if name not in kwargs or _differs(kwargs[name], before):
            return Failure("changed", _modified(f"the argument {name}", kwargs.get(name), before))
    return None


def _modified(which: str, now: Any, before: Any) -> str:
    """Which argument, and where, as far as that is one entry of an array."""
    where = ""
    if isinstance(now, np.ndarray) and isinstance(before, np.ndarray) and now.shape == before.shape and now.ndim:
        index = tuple(int(i[0]) for i in np.nonzero((now != before) & ~((now != now) & (before != before))) if i.size)
        where = f": its entry {list(index)} was {before[index]} and is {now[index]} afterwards" if index else ""
    return f"The values are right, but {which} was modified{where}. Work on a copy."


def _differs(now: Any, before: Any) -> bool:
    if isinstance(before, Rng) or before is None or isinstance(now, Foreign):
        return False
    if isinstance(before, np.ndarray) and (not isinstance(now, np.ndarray) or now.dtype != before.dtype):
        return True
    return difference(now, before, _EXACT) is not None


def _stale(got: Outcome) -> Failure | None:
    if not got.stale:
        return None
    return Failure(
        "state", "An earlier result changed when the function was called again. Each call must return its own array."
    )


def _warned(got: Outcome) -> Failure | None:
    said = warning_text(got)
    return Failure("warning", f"The values are right, but {said}") if said else None


def warning_text(got: Outcome) -> str:
    """What NumPy warned of first, and where; empty if it did not."""
    if not got.warnings:
        return ""
    first = got.warnings[0]
    where = f" in line {first['line']}: {first['text'].strip()}" if first.get("line") else ""
    return f'NumPy warned of "{first["message"]}"{where}'


def _upcast(value: Any) -> Any:
    if isinstance(value, np.ndarray | np.generic) and value.dtype == np.float32:
        return value.astype(np.float64)
    if isinstance(value, list | tuple):
        return type(value)(_upcast(item) for item in value)
    if isinstance(value, dict):
        return {key: _upcast(item) for key, item in value.items()}
    return value
