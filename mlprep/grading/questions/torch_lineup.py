"""The solutions that somebody's tests in PyTorch are run on.

The reference solution in PyTorch comes first, and the small changes are made to it: a candidate tries each on the
grader's own cases, since the engine never loads PyTorch. Known mistakes and other right solutions are the grader's,
in NumPy behind tensors.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import numpy as np

from mlprep.authoring.mutants import mutants
from mlprep.grading.diagnosis import torch_words
from mlprep.grading.engine.examination import Examination
from mlprep.grading.engine.process import Candidate
from mlprep.grading.judging import case_plan
from mlprep.grading.judging.conditions import Source
from mlprep.grading.judging.grader import Grader, Variant
from mlprep.grading.judging.model import Case
from mlprep.grading.questions import bug_candidates, lineup, standalone
from mlprep.grading.questions.code_layout import statements_of

_SECONDS = 0.5  # for one change on all cases
_TRIED = 40  # changes, at most
_LIKELY = 0.3  # how likely somebody is to write what is tried first
# Kinds of failures that any call shows, or none.
_UNTOLD = frozenset(("crashed", "error", "signature", *lineup.UNSEEN))


class _Known(NamedTuple):
    """What was found out of one exercise, which takes a second."""

    results: dict[str, Any]  # what the reference solution gives on each small case, by the name of the case
    changes: list[lineup.Change]


_KEPT: WeakKeyDictionary[Grader, _Known] = WeakKeyDictionary()


class TorchLineup(lineup.Lineup):
    """The solutions of one exercise, for tests in PyTorch."""

    def __init__(self, grader: Grader, solution: Path, start: Callable[[float], Candidate]) -> None:
        """``solution`` is the reference solution in PyTorch, and ``start`` starts a candidate for some seconds."""
        super().__init__(grader)
        self._solution, self._start = solution, start

    @cached_property
    def reference(self) -> str:
        return standalone.from_file(self._solution).source

    @cached_property
    def numbers(self) -> str:  # type: ignore[override]
        """The kinds of numbers that the reference solution returns as tensors, as NumPy's dtypes have them."""
        return "".join(sorted(set(_kinds(list(self._known.results.values())))))

    def mistakes(self) -> Iterator[Variant]:
        """Those of functions: what a caller reads of an object in NumPy is no tensor."""
        return super().mistakes() if self._is_of_functions else iter(())

    def has_the_same_form(self, variant: Variant, cases: Sequence[Case]) -> bool:
        """Whether it returns tensors where the reference solution does."""
        for case in cases if self._is_of_functions else ():
            if case.referenced and case.name in self._known.results:
                want = self._known.results[case.name]
                return bool(lineup.form(lineup.given(self.grader, variant, case, want)) == lineup.form(want))
        return False

    def told(self, message: str, source: str) -> str:
        return torch_words.in_torch(message, Source(source, self.grader.entry))

    def changes(self, seen: Collection[str]) -> list[lineup.Change]:
        return self._known.changes

    @property
    def _is_of_functions(self) -> bool:
        return not any(isinstance(getattr(self.grader.reference, name), type) for name in self.grader.entry)

    @property
    def _known(self) -> _Known:
        if self.grader not in _KEPT:
            small = lineup.small_cases(self.grader)
            results = self._examined(self.reference, small).results
            by_name = {case.name: got.value for case, got in zip(small, results, strict=False) if got.raised is None}
            changes = self._telling(small) if lineup.is_most(self.grader, small) else []
            _KEPT[self.grader] = _Known(by_name, changes)
        return _KEPT[self.grader]

    def _telling(self, small: Sequence[Case]) -> list[lineup.Change]:
        """Some changes that give wrong results, in the order of the source; those first that people are likely to
        make.
        """
        statements = statements_of(self.reference)
        every = []
        for mutant in mutants(self.reference):
            candidate = bug_candidates.of_mutant(statements, mutant)
            if candidate is not None:
                every.append((mutant, candidate.likelihood))
        ordered = sorted(lineup.spread(every), key=lambda pair: pair[1] < _LIKELY)
        tried = (mutant for mutant, _ in ordered[:_TRIED] if self._fails(mutant.source, small))
        chosen = list(islice(tried, lineup.CHANGES))
        return [lineup.Change(each.name, lineup.told(each), each.source) for each, _ in every if each in chosen]

    def _fails(self, source: str, cases: Sequence[Case]) -> bool:
        """Whether a case fails by what comes back."""
        failure = self._examined(source, cases).failure
        return failure is not None and failure.kind not in _UNTOLD

    def _examined(self, source: str, cases: Sequence[Case]) -> Examination:
        path = f"/{self.grader.exercise}.py"
        examination = Examination(
            self.grader, source, path, case_plan.FIXED_SEED, [], "", hurried=True, torch={"shortcuts": []}, cases=cases
        )  # fmt: skip
        examination.run(lambda: self._start(min(self.grader.seconds, _SECONDS)))
        return examination


def _kinds(value: Any) -> Iterator[str]:
    """The kind of each NumPy number in a value, which stands for a tensor of no axis."""
    if isinstance(value, np.generic):
        yield value.dtype.kind
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _kinds(each)
    elif isinstance(value, dict):
        yield from _kinds([*value.values()])
