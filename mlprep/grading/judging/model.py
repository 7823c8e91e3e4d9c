"""The nouns of grading: a case and its part of the verdict, what came back from running it, a failure."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    from mlprep.grading.common.plain_data import Value

T = TypeVar("T")

CORE = "core"
# The edge that holds in every exercise; it is printed under every statement.
ANY_ARRAY = "any array"
# What code that keeps something between calls gives, or code that draws from a generator of its own.
ANOTHER_RESULT = "The same input gave another result the second time."
# Failures of these kinds count to ANY_ARRAY, whichever case they were seen on: the values are right.
_CONDUCT = frozenset(("changed", "state"))


class Check(Protocol):
    """Judges one thing about an outcome. ``needs`` says what must be measured for it."""

    @property
    def needs(self) -> tuple[str, ...]: ...

    def __call__(self, case: Case, got: Outcome, want: Outcome, /) -> Failure | None: ...


class Case:
    """One call that code is judged by: a name and plain data, as in ``Case("two rows", x, axis=0)``.

    The arguments are what crosses to the candidate: arrays, numbers, strings, None, lists, tuples, dicts and
    ``Rng(seed)``. Everything else about a case stays in the engine.
    """

    __slots__ = (
        "_known", "args", "checks", "entry", "heard", "kept", "kwargs", "label", "lone", "name", "note", "part",
        "quiet", "referenced", "sent", "tried", "variants", "want",
    )  # fmt: skip

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
        self.tried: dict[str, tuple[Failure | None, Outcome]] = {}  # what known mistakes give, once they were asked
        self.sent: dict[bool, Any] = {}  # the questions that were put, packed; by whether the result is spoiled
        self.heard: dict[Any, Judged] = {}  # what came back, judged; by its bytes
        self.part: Literal["core", "edge", "beyond"] = "core"
        self.label = CORE  # which part of the verdict it counts to
        self.note = ""  # what a failure teaches, beyond the task
        self.quiet = False  # a RuntimeWarning fails it, as the statement rules one out
        self._known: dict[Hashable, Any] = {}

    def to(self, entry: str) -> Case:
        """Call this function, where an exercise has several."""
        self.entry = entry
        return self

    def edge(self, label: str) -> Case:
        """It belongs to an edge that the statement names with this label; without one, a case is core."""
        self.part, self.label = "edge", label
        return self

    def beyond(self, note: str) -> Case:
        """More than the task asks: tried only where all else passes, and a failure is no more than this note.

        ``{got}`` in the note stands for what the code returned.
        """
        self.part, self.label, self.note = "beyond", "beyond", note
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

    def worked_out(self, what: Hashable, work: Callable[[], T]) -> T:
        """What follows from its arguments alone, worked out once: every submission of a class is asked this case."""
        if what not in self._known:
            self._known[what] = work()
        found: T = self._known[what]
        return found

    def like(self, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Case:
        """The same case with other data."""
        twin = Case(name, *args, **kwargs)
        twin.entry, twin.kept, twin.checks = self.entry, self.kept, self.checks
        twin.variants, twin.lone, twin.referenced = self.variants, self.lone, self.referenced
        twin.part, twin.label, twin.note, twin.quiet = self.part, self.label, self.note, self.quiet
        return twin


class Failure(NamedTuple):
    """Why one case was not passed.

    ``kind`` is a stable word that mistakes are matched by and views choose by: one of ``contracts.FAILURE_KINDS``,
    where a property has its name behind a colon.
    """

    kind: str
    reason: str
    # What the reading or the view may add; plain data.
    detail: Mapping[str, Any] = MappingProxyType({})


class Outcome:
    """What running one case gave: a value or an exception, and what was seen on the way.

    Built in the candidate from what happened there, and in the engine for the reference and the mistakes.
    """

    __slots__ = (
        "after", "alike", "calls", "held", "peak", "printed", "raised", "seconds", "shared", "stale", "value",
        "warnings",
    )  # fmt: skip

    def __init__(self, value: Value = None, warnings: Sequence[Mapping[str, Any]] = ()) -> None:
        self.value = value
        self.raised: Mapping[str, Any] | None = None
        self.after: tuple[Any, ...] | None = None
        self.warnings = warnings
        self.calls: Sequence[Mapping[str, Any]] = ()
        self.peak: int | None = None  # bytes, as Python counts what it allocates; the candidate says so itself
        self.held: int | None = None  # bytes that its process grew by, as the kernel counts them
        self.printed: tuple[int, int] = (0, 0)  # which bytes of all that was printed
        self.shared = False
        self.stale = False
        self.seconds = 0.0
        self.alike: dict[Hashable, bool] = {}  # which known mistakes give the same, once they were compared with it


class Judged(NamedTuple):
    """One case with all that is known of it."""

    case: Case
    got: Outcome
    want: Outcome
    failure: Failure | None

    @property
    def label(self) -> str:
        """The part of the verdict that its failure counts to."""
        return ANY_ARRAY if self.failure is not None and self.failure.kind in _CONDUCT else self.case.label
