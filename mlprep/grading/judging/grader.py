"""A grader, loaded: its cases, checks, probe, reference, known mistakes and valid alternatives."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from os import PathLike
from types import ModuleType, SimpleNamespace
from typing import Any, NamedTuple, TypeVar

import numpy as np

from mlprep.grading.common.probes import compile_probe
from mlprep.grading.judging.checks import close
from mlprep.grading.judging.model import Case, Check

SECONDS = 10.0
_MARK = "_mlprep_mark"
Marked = TypeVar("Marked", bound=Callable[..., Any])


class Mark(NamedTuple):
    """What a decorator notes on a function or namespace of a grader."""

    role: str
    message: str
    entry: str | None
    kind: str | None


class Variant(NamedTuple):
    """A mistake or an alternative: a name, and the module that an answer written so would be."""

    name: str
    message: str
    kind: str | None
    module: Any


def mistake(message: str, *, entry: str | None = None, kind: str | None = None) -> Callable[[Marked], Marked]:
    """Mark a known wrong answer, with the message that names the misunderstanding.

    A function stands for the exercise's ``entry`` (the first one unless named); a class is a namespace whose
    attributes stand for the entries of their names. ``kind`` recognises the mistake by the kind of failure alone,
    for what cannot be told by values: slow, memory, state, calls:...
    """

    def mark(thing: Marked) -> Marked:
        setattr(thing, _MARK, Mark("mistake", message, entry, kind))
        return thing

    return mark


def alternative(thing: Marked) -> Marked:
    """Mark a right answer in another style; a function or a namespace, as for ``mistake``."""
    setattr(thing, _MARK, Mark("alternative", "", None, None))
    return thing


class Grader:
    """One exercise's grader with its reference, as loaded from two files."""

    def __init__(
        self, exercise: str, entry: Sequence[str], grader: str | PathLike[str], solution: str | PathLike[str]
    ) -> None:
        self.exercise = exercise
        self.entry = tuple(entry)
        self.reference = load(solution, f"mlprep_reference_{exercise}")
        self._module = load(grader, f"mlprep_grader_{exercise}")
        self.checks: tuple[Check, ...] = tuple(getattr(self._module, "CHECKS", (close(),)))
        self.seconds = float(getattr(self._module, "SECONDS", SECONDS))
        probe = getattr(self._module, "probe", None)
        self.probe_source = inspect.getsource(probe) if probe is not None else None
        self.probe = compile_probe(self.probe_source)
        self.fixed: list[Case] = []  # kept by `plan`
        self.drawn: dict[int, list[Case]] = {}

    def cases(self, seed: int) -> list[Case]:
        """The grader's cases, drawn with this seed; each knows its entry."""
        drawn: Iterator[Case] = self._module.cases(np.random.default_rng(seed))
        cases = list(drawn)
        for case in cases:
            case.entry = case.entry or self.entry[0]
        return cases

    @property
    def excuses(self) -> dict[str, str]:
        """Mutants of the reference that no check can tell from it: name and reason."""
        return dict(getattr(self._module, "EQUIVALENT", {}))

    @property
    def mistakes(self) -> list[Variant]:
        return self._variants("mistake")

    @property
    def alternatives(self) -> list[Variant]:
        return self._variants("alternative")

    def _variants(self, role: str) -> list[Variant]:
        found = []
        for name, thing in vars(self._module).items():
            mark: Mark | None = getattr(thing, "__dict__", {}).get(_MARK)
            if mark is not None and mark.role == role:
                found.append(Variant(name, mark.message, mark.kind, self._namespace(thing, mark.entry)))
        return found

    def _namespace(self, thing: Any, entry: str | None) -> Any:
        own = vars(thing) if inspect.isclass(thing) and entry is None else {entry or self.entry[0]: thing}
        return SimpleNamespace(**{name: own.get(name, getattr(self.reference, name)) for name in self.entry})


def load(path: str | PathLike[str], name: str) -> ModuleType:
    """The module of that file, under a name that no answer imports."""
    spec = spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is not a Python file")
    module = module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
