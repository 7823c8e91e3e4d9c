"""The solutions that somebody's tests are run on: right ones, known mistakes, and the reference with small changes.

Wrong ones count only if a caller can tell: they give a wrong result, or change an argument, on one of the grader's own
core or edge cases. What is merely slow, or calls what it should not, is left out, and so is what only float32 or
another memory layout shows. They are the same at every check.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import groupby, islice
from types import ModuleType
from typing import Any, NamedTuple, TypeVar

import numpy as np

from mlprep.authoring.mutants import Mutant, mutants
from mlprep.grading.contracts import WrongName
from mlprep.grading.engine.time_limit import Late, at_most
from mlprep.grading.judging import case_plan
from mlprep.grading.judging.grader import Grader, Variant
from mlprep.grading.judging.judge import expected, judge, run_here
from mlprep.grading.judging.model import ANY_ARRAY, Case
from mlprep.grading.questions import standalone

CHANGES = 12  # of the reference, at most
_COMPUTING = 0.5  # seconds for one wrong solution, some of which never end
_BY_CONDUCT = frozenset(("changed", "state"))  # mistakes that give right values, and can be tested for
UNSEEN = frozenset(("warning", "calls", "slow", "memory"))
_LARGE = 50_000  # entries of a case that takes long
_GOLDEN = 0.6180339887498949

T = TypeVar("T")


class Right(NamedTuple):
    """A right solution, and how it is called where a test fails it."""

    called: str
    source: str
    is_behind_tensors: bool = False  # whether it is in NumPy, and tests in PyTorch are run on it


class Wrong(NamedTuple):
    """A wrong solution; its number is the same at every check."""

    number: int
    kind: WrongName
    name: str
    text: str
    source: str
    is_behind_tensors: bool = False


class Change(NamedTuple):
    """A small change to the reference solution that makes it wrong."""

    name: str
    text: str
    source: str


class Lineup:
    """The solutions of one exercise, in NumPy."""

    numbers: str | None = None  # the kinds of numbers that are tensors in results; of tests in NumPy there are none

    def __init__(self, grader: Grader) -> None:
        self.grader = grader

    @cached_property
    def reference(self) -> str:
        """The source of the reference solution."""
        return standalone.reference(self.grader).source

    def right(self) -> Iterator[Right]:
        """The reference solution, then the others that return results of the same form."""
        yield Right("the reference solution", self.reference)
        small = small_cases(self.grader)
        alike = [each for each in self.grader.alternatives if self.has_the_same_form(each, small)]
        for each in standalone.alternatives(self.grader, alike):
            called = f"a correct solution written another way ({each.name.replace('_', ' ')})"
            yield Right(called, each.source, self.numbers is not None)

    def wrong(self) -> Iterator[Wrong]:
        """The known mistakes, one of each name, then changes to the reference; each made when it is asked for."""
        seen: set[str] = set()
        for each in standalone.mistakes(self.grader, self.mistakes()):
            seen.add(each.source)
            text = self.told(each.message, each.source)
            yield Wrong(len(seen), "mistake", each.name, text, each.source, self.numbers is not None)
        for number, change in enumerate(self.changes(seen), len(seen) + 1):
            yield Wrong(number, "change", *change)

    def mistakes(self) -> Iterator[Variant]:
        """Of each known mistake the usual variant, without those that no caller can tell from right solutions."""
        for _, variants in groupby(self.grader.mistakes, lambda each: each.name):
            usual = next(variants)
            if usual.kind not in UNSEEN:
                yield usual

    def count_of_mistakes(self) -> int:
        """How many of the wrong solutions are known mistakes."""
        return sum(1 for _ in self.mistakes())

    def can_be_told(self, escaped: Wrong) -> bool:
        """Whether a caller can tell what no test has caught from a right solution.

        A known mistake that only warns, or shows in float32 or on large inputs alone, is not held against the tests.
        Where most inputs are large it is believed that they show it: to try them takes seconds.
        """
        if escaped.kind == "change":
            return True
        variant = next(each for each in self.grader.mistakes if each.name == escaped.name)
        small = small_cases(self.grader)
        is_believed = variant.kind in _BY_CONDUCT or not is_most(self.grader, small)
        return is_believed or _fails(self.grader, variant.module, small)

    def has_the_same_form(self, variant: Variant, cases: Sequence[Case]) -> bool:
        """Whether it returns arrays where the reference does. Graders take lists for arrays; tests need not."""
        for case in cases:
            want = expected(self.grader, case)
            if case.referenced and want.raised is None:
                return bool(form(given(self.grader, variant, case, want.value)) == form(want.value))
        return True

    def told(self, message: str, source: str) -> str:
        """What is said of a known mistake."""
        return message

    def changes(self, seen: Collection[str]) -> list[Change]:
        """Some mutants of the reference that give wrong results and do not merely crash: any call would catch those.

        Those that are the source of a known mistake are left out.
        """
        grader = self.grader
        small, excuses, families = small_cases(grader), grader.excuses, grader.excused_families
        if not is_most(grader, small):  # there is no telling them from right solutions in good time
            return []
        every = [
            each
            for each in mutants(self.reference)
            if each.name not in excuses and not each.name.startswith(families) and each.source not in seen
        ]
        telling = (each for each in spread(every) if _fails(grader, _module(grader, each.source), small, crashes=False))
        chosen = list(islice(telling, CHANGES))
        return [Change(each.name, told(each), each.source) for each in every if each in chosen]


def small_cases(grader: Grader) -> list[Case]:
    """The cases that take no time, without the checks that need a measurement."""
    return [_unmeasured(grader, case) for case in _cases(grader) if not case.lone and case_plan.size(case) <= _LARGE]


def is_most(grader: Grader, small: Sequence[Case]) -> bool:
    """Whether most cases are among these."""
    return 2 * len(small) >= len(_cases(grader))


def given(grader: Grader, variant: Variant, case: Case, want: Any) -> Any:
    """What a solution gives on a case; several results, which are unpacked, as a tuple if they are wanted so."""
    value = run_here(grader, variant.module, case).value
    return tuple(value) if isinstance(want, tuple) and isinstance(value, list) else value


def form(value: Any) -> Any:
    """What kind of thing a result is, and what it consists of."""
    if isinstance(value, np.ndarray) and value.ndim:
        return "array", value.dtype.kind
    if isinstance(value, (list, tuple)):
        return type(value), tuple(map(form, value))
    if isinstance(value, dict):
        return "dict", tuple(map(form, value.values()))
    return "number" if isinstance(value, (int, float, np.generic, np.ndarray)) else type(value)


def spread(every: Sequence[T]) -> list[T]:
    """In an order whose beginning, however long, comes from all over."""
    return [every[at] for at in sorted(range(len(every)), key=lambda at: at * _GOLDEN % 1)]


def told(mutant: Mutant) -> str:
    """What was changed, as a sentence."""
    change, where, statement = mutant.name.partition(": ")[2].partition(" in `")
    before, arrow, after = change.partition(" -> ")
    if arrow:
        change = f"with `{before}` changed to `{after}`"
    elif change.startswith("drop "):
        change = f"without `{change.removeprefix('drop ')}`"
    else:
        change = f"with one change: {change}"
    return f"A correct solution {change}{where}{statement}."


def _cases(grader: Grader) -> list[Case]:
    """The fixed cases that a tester could come upon, in the grader's order: smallest and simplest first."""
    case_plan.plan(grader, case_plan.FIXED_SEED)
    return [case for case in grader.fixed if case.label != ANY_ARRAY]


def _unmeasured(grader: Grader, case: Case) -> Case:
    twin = case.like(case.name, case.args, case.kwargs)
    twin.want = expected(grader, case)
    return twin.judged(*(check for check in case.checks or grader.checks if not check.needs))


def _fails(grader: Grader, module: Any, cases: Sequence[Case], *, crashes: bool = True) -> bool:
    """Whether a case fails; without ``crashes``, whether one does by what comes back."""
    try:
        with at_most(_COMPUTING, of_computing=True):
            for case in cases:
                failure = judge(grader, case, run_here(grader, module, case), expected(grader, case))
                if failure is not None and failure.kind not in UNSEEN and (crashes or failure.kind != "crashed"):
                    return True
    except Late:
        return crashes
    return False


def _module(grader: Grader, source: str) -> ModuleType:
    """A change of ours, run here; no test has a say in it."""
    module = ModuleType(grader.exercise)
    exec(compile(source, "<change>", "exec", dont_inherit=True), module.__dict__)
    return module
