"""A grader, loaded: its cases, checks, probe, reference, known mistakes and valid alternatives."""

from __future__ import annotations

import inspect
import itertools
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from importlib.util import module_from_spec, spec_from_file_location
from os import PathLike
from types import MappingProxyType, ModuleType, SimpleNamespace
from typing import Any, NamedTuple, TypeVar

import numpy as np

from mlprep.grading.common.probes import argument_names, compile_probe
from mlprep.grading.judging.checks import close
from mlprep.grading.judging.conditions import Condition, Source
from mlprep.grading.judging.model import Case, Check, Failure

SECONDS = 10.0
_MARK = "_mlprep_mark"
Marked = TypeVar("Marked", bound=Callable[..., Any])


class Mark(NamedTuple):
    """What a decorator notes on a function or namespace of a grader."""

    role: str
    message: str = ""
    entry: str | None = None
    kind: str | None = None
    when: Condition | None = None
    constants: Mapping[str, Sequence[Any]] = MappingProxyType({})


class Variant(NamedTuple):
    """A mistake or an alternative: a name, and the module that code written so would be."""

    name: str
    key: str  # the name and the constants: what tells it from the others of its name
    message: str
    kind: str | None
    when: Condition | None
    module: Any
    entry: str | None = None  # the one that it stands for, where the grader says so
    constants: Mapping[str, int] = MappingProxyType({})  # which of its values each constant has

    def applies(self, source: Source, failure: Failure | None = None) -> bool:
        """Whether its message may be said of this source."""
        return self.when is None or self.when(source, failure)


def mistake(
    message: str,
    *,
    entry: str | None = None,
    kind: str | None = None,
    when: Condition | None = None,
    constants: Mapping[str, Sequence[Any]] = MappingProxyType({}),
) -> Callable[[Marked], Marked]:
    """Mark a known wrong solution, with the message that names the misunderstanding.

    A function stands for the exercise's ``entry`` (the first one unless named); a class is a namespace whose
    attributes stand for the entries of their names.

    ``kind`` recognizes the mistake by the kind of failure alone, for what values cannot tell: slow, memory, state,
    changed, warning. It needs ``when``, a condition on the code or the failure (``uses``, ``lacks``, ``loops``,
    ``says``), so that the message is true of the code. Give ``when`` to any mistake whose message names a construct.

    ``constants`` maps keyword-only parameters of the function to the values that people use, the usual one first:
    each is tried, and ``{name}`` in the message stands for it.
    """

    def mark(thing: Marked) -> Marked:
        setattr(thing, _MARK, Mark("mistake", message, entry, kind, when, constants))
        return thing

    return mark


def alternative(thing: Marked) -> Marked:
    """Mark a right solution in another style; a function or a namespace, as for ``mistake``."""
    setattr(thing, _MARK, Mark("alternative"))
    return thing


class Grader:
    """One exercise's grader with its reference, as loaded from two files."""

    def __init__(
        self, exercise: str, entry: Sequence[str], grader: str | PathLike[str], solution: str | PathLike[str]
    ) -> None:
        self.exercise = exercise
        self.entry = tuple(entry)
        self.reference = load(solution, f"mlprep_reference_{exercise}")
        self.module = load(grader, f"mlprep_grader_{exercise}")
        self.checks: tuple[Check, ...] = tuple(getattr(self.module, "CHECKS", (close(),)))
        self.seconds = float(getattr(self.module, "SECONDS", SECONDS))
        # The parts in which a RuntimeWarning fails code, since the statement says so.
        self.quiet = frozenset(getattr(self.module, "QUIET", ()))
        # Whether integers in a result are the clusters of points that were given, so that they can be drawn.
        self.clusters = bool(getattr(self.module, "CLUSTERS", False))
        probe = getattr(self.module, "probe", None)
        self.probe_source = inspect.getsource(probe) if probe is not None else None
        self.probe = compile_probe(self.probe_source)
        self.fixed: list[Case] = []  # kept by `case_plan`, as are those beyond the task
        self.beyond: list[Case] = []
        self.drawn: dict[int, list[Case]] = {}

    def cases(self, seed: int) -> list[Case]:
        """The grader's cases, drawn with this seed; each knows its entry."""
        drawn: Iterator[Case] = self.module.cases(np.random.default_rng(seed))
        cases = list(drawn)
        for case in cases:
            case.entry = case.entry or self.entry[0]
            case.quiet = case.label in self.quiet
        return cases

    def inputs(self, case: Case) -> list[tuple[str, Any]]:
        """Each argument of a case by the name that the reference, or the probe, has for it."""
        if self.probe_source is not None:
            names = argument_names(self.probe_source, len(case.args))
        else:
            names = [each.name for each in self._parameters(case)]
        # where neither knows, the position must do
        given = [(names[i] if i < len(names) else str(i + 1), value) for i, value in enumerate(case.args)]
        return [*given, *case.kwargs.items()]

    def optional(self, case: Case) -> list[str]:
        """The parameters that may be left out; none are known where a probe drives the code."""
        if self.probe_source is not None:
            return []
        return [each.name for each in self._parameters(case) if each.default is not each.empty]

    def _parameters(self, case: Case) -> list[inspect.Parameter]:
        return list(inspect.signature(getattr(self.reference, case.entry or self.entry[0])).parameters.values())

    @property
    def excuses(self) -> dict[str, str]:
        """Mutants of the reference that no check can tell from it: name and reason."""
        return dict(getattr(self.module, "EQUIVALENT", {}))

    @property
    def excused_families(self) -> tuple[str, ...]:
        """How the names of mutants begin that are excused together, by an excuse that ends in three dots."""
        return tuple(name[:-3] for name in self.excuses if name.endswith("..."))

    @cached_property
    def mistakes(self) -> list[Variant]:
        return self._variants("mistake")

    @cached_property
    def alternatives(self) -> list[Variant]:
        return self._variants("alternative")

    def _variants(self, role: str) -> list[Variant]:
        found: list[Variant] = []
        for name, thing in vars(self.module).items():
            mark: Mark | None = getattr(thing, "__dict__", {}).get(_MARK)
            if mark is not None and mark.role == role:
                found += self._each(name, thing, mark)
        return found

    def _each(self, name: str, thing: Any, mark: Mark) -> Iterator[Variant]:
        """The variant, once for every choice of its constants."""
        for numbers in itertools.product(*(range(len(values)) for values in mark.constants.values())):
            picked = dict(zip(mark.constants, numbers, strict=True))
            chosen = {constant: mark.constants[constant][number] for constant, number in picked.items()}
            key = name + "".join(f" {constant}={value!r}" for constant, value in chosen.items())
            message = mark.message
            for constant, value in chosen.items():
                message = message.replace(f"{{{constant}}}", _in_words(value))
            made = partial(thing, **chosen) if chosen else thing
            module = self._namespace(made, mark.entry)
            yield Variant(name, key, message, mark.kind, mark.when, module, mark.entry, picked)

    def _namespace(self, thing: Any, entry: str | None) -> Any:
        own = vars(thing) if inspect.isclass(thing) and entry is None else {entry or self.entry[0]: thing}
        return SimpleNamespace(**{name: own.get(name, getattr(self.reference, name)) for name in self.entry})


def _in_words(value: Any) -> str:
    """A constant as people write it: 1e-6, not 1e-06."""
    return re.sub(r"e([+-])0*", r"e\1", f"{value:g}").replace("e+", "e") if isinstance(value, float) else str(value)


def load(path: str | PathLike[str], name: str) -> ModuleType:
    """The module of that file, under a name that no code imports."""
    spec = spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is not a Python file")
    module = module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
