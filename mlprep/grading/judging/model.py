"""The nouns of grading: a case, what came back from running it, a failure, a verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from mlprep.grading.common.wire import Value


class Check(Protocol):
    """Judges one thing about an outcome. ``needs`` says what must be measured for it."""

    @property
    def needs(self) -> tuple[str, ...]: ...

    def __call__(self, case: Case, got: Outcome, want: Outcome, /) -> Failure | None: ...


class Case:
    """One call that an answer is judged by: a name and plain data, as in ``Case("two rows", x, axis=0)``.

    The arguments are what crosses to the candidate: arrays, numbers, strings, None, lists, tuples, dicts and
    ``Rng(seed)``. Everything else about a case stays in the engine.
    """

    __slots__ = ("args", "checks", "entry", "kept", "kwargs", "lone", "name", "referenced", "variants", "want")

    def __init__(self, name: str, /, *args: Any, **kwargs: Any) -> None:
        self.name = name
        self.args = args
        self.kwargs = kwargs
        self.entry: str | None = None
        self.kept: dict[str, Any] = {}
        self.checks: tuple[Check, ...] | None = None
        self.variants = True
        self.lone = False
        self.referenced = True
        self.want: Outcome | None = None  # what the reference gave, once it was asked

    def to(self, entry: str) -> Case:
        """Call this function, where an exercise has several."""
        self.entry = entry
        return self

    def keeping(self, **kept: Any) -> Case:
        """Data for the checks alone (``case.kept["name"]``); it never reaches the candidate."""
        self.kept.update(kept)
        return self

    def judged(self, *checks: Check) -> Case:
        """Judge this case by these checks instead of the grader's ``CHECKS``."""
        self.checks = checks
        return self

    def plain(self) -> Case:
        """No float32, Fortran-order or strided variants are derived from this case."""
        self.variants = False
        return self

    def once(self) -> Case:
        """Expensive: no variants, not asked a second time, and not drawn again with a fresh seed."""
        self.variants = False
        self.lone = True
        return self

    def unreferenced(self) -> Case:
        """Do not run the reference (``expected`` is None): the checks alone can tell."""
        self.referenced = False
        return self

    def like(self, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Case:
        """The same case with other data."""
        twin = Case(name, *args, **kwargs)
        twin.entry, twin.kept, twin.checks = self.entry, self.kept, self.checks
        twin.variants, twin.lone, twin.referenced = self.variants, self.lone, self.referenced
        return twin


class Failure(NamedTuple):
    """Why one case was not passed.

    ``kind`` is a stable word that mistakes are matched by and views choose by: values, shape, type, raised,
    not-raised, crashed, none, unfinished, changed, warning, slow, memory, calls, state, shared, peeked,
    property:NAME, timeout, missing, signature.
    """

    kind: str
    reason: str
    # What the reading or the view may add; plain data.
    detail: Mapping[str, Any] = MappingProxyType({})


class Outcome:
    """What running one case gave: a value or an exception, and what was seen on the way.

    Built in the candidate from what happened there, and in the engine for the reference and the mistakes.
    """

    __slots__ = ("after", "calls", "peak", "printed", "raised", "seconds", "shared", "stale", "value", "warnings")

    def __init__(self, value: Value = None, warnings: Sequence[Mapping[str, Any]] = ()) -> None:
        self.value = value
        self.raised: Mapping[str, Any] | None = None
        self.after: tuple[Any, ...] | None = None
        self.warnings = warnings
        self.calls: Sequence[Mapping[str, Any]] = ()
        self.peak: int | None = None
        self.printed: tuple[int, int] = (0, 0)  # which bytes of all that was printed
        self.shared = False
        self.stale = False
        self.seconds = 0.0
