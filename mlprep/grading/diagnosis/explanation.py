"""What the failures of code mean, worked out once for each check: the case to show, and what explains the failures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from mlprep.grading.diagnosis import (
    influence,
    masks,
    mistakes,
    outline,
    pattern,
    precision,
    shapes,
    shrink,
    source_lines,
    stability,
    ties,
    values,
)
from mlprep.grading.judging import case_plan
from mlprep.grading.judging.compare import same
from mlprep.grading.judging.conditions import Source
from mlprep.grading.judging.grader import Grader
from mlprep.grading.judging.model import ANOTHER_RESULT, ANY_ARRAY, CORE, Case, Judged

_READ_CASES = 6  # failing cases beside the one shown that a reading must fit
# Failures whose reason says what is wrong by itself; of the others, it says no more than that something is.
_UNTELLING = frozenset(("values", "shape", "crashed"))

# What the source can add to a failure of these kinds.
_SEEN_IN_SOURCE = {"slow": source_lines.deepest_loop, "changed": source_lines.writing_line}


class Reason(NamedTuple):
    """Why some cases fail: a known mistake, or what the values look like."""

    mistake: str | None
    text: str
    cases: int


class Explanation:
    """The failing case that is shown, and the reasons, of which the first is about that case."""

    def __init__(self, grader: Grader, source: Source, judged: Sequence[Judged], *, briefly: bool = False) -> None:
        """``briefly`` leaves the known mistakes out, for when there is no time to try them."""
        labels = case_plan.labels(grader)
        failed = sorted((each for each in judged if each.failure is not None), key=case_plan.legibility)
        leading = min((each.label for each in failed), key=labels.index)
        self._grader, self._source, self._judged = grader, source, judged
        self._lead = [each for each in failed if each.label == leading]
        self._found = [] if briefly else mistakes.recognize(grader, source, judged, leading)
        explained = self._found[0].explained if self._found else ()
        told = [each for each in self._lead if any(each is other for other in explained)] or self._lead
        if not self._found and not briefly:
            told = _over_shapes(told) or told
        # What is wrong is best seen where rows and entries differ from one another.
        self.shown = next((each for each in told if not values.is_degenerate(each.want.value)), told[0])
        self._others = [each for each in self._lead if each is not self.shown][:_READ_CASES]
        self._reading = None if self._found or briefly else self._read(self.shown)
        self._pattern = None if self._found or briefly else self._in_common(leading)
        self.unstable: str | None = None
        self._differs: str | None = None
        self._influence: str | None = None

    @property
    def reasons(self) -> list[Reason]:
        """At most three known mistakes; or else what the values, or the failing cases, have in common."""
        if self._found:
            return [Reason(each.variant.name, each.variant.message, len(each.explained)) for each in self._found]
        assert self.shown.failure is not None
        must_raise = self.shown.want.raised is not None
        if self._reading is None and (must_raise or self.shown.failure.kind not in _UNTELLING):
            alike = [each for each in self._lead if each.failure and each.failure.kind == self.shown.failure.kind]
            return [Reason(None, self.reason, len(alike))]
        told = [text for text in (self._reading or self._crash(), self._pattern) if text]
        told = told or [text for text in (self._differs or self._seen, self._influence or self._what_is_left()) if text]
        return [Reason(None, text, len(self._lead)) for text in told]

    @property
    def reason(self) -> str:
        """Why the case that is shown fails, with what can be seen of it where nothing explains it."""
        assert self.shown.failure is not None
        kind, said = self.shown.failure.kind, self.shown.failure.reason
        if kind in _SEEN_IN_SOURCE:
            return f"{said} {_SEEN_IN_SOURCE[kind](self._source)}".strip()
        if self.shown.failure.detail.get("differs"):
            return f"{said} {source_lines.what_differs(self._source)}"
        if kind.startswith("property:the same "):  # of a seed, a state, a generator
            return f"{said} {source_lines.drawing_line(self._source)}".strip()
        if kind == "calls":
            return source_lines.as_called(said, self._source)
        if kind != "values" or self.reasons:
            return said
        return f"{said} {outline.extent(self.shown.failure)}".strip()

    @property
    def _seen(self) -> str:
        """Where the values differ and in what, if there is anything to tell them by."""
        assert self.shown.failure is not None
        seen = outline.describe(self.shown.failure) if self.shown.failure.kind in ("values", "shape") else ""
        if seen or self.shown.failure.kind != "values":
            return seen
        alike = [each for each in self._lead if each.failure and each.failure.kind == "values"]
        return outline.in_all(alike)

    def _what_is_left(self) -> str:
        """Which edge cases fail, where the ordinary cases pass."""
        failing = {each.label for each in self._judged if each.failure is not None}
        if CORE in failing:
            return ""
        left = [label for label in case_plan.labels(self._grader) if label in failing]
        return f"Right on the ordinary cases. Still wrong: {', '.join(left)}."

    def _in_common(self, leading: str) -> str | None:
        """What sets the failing cases apart, the more telling first."""
        return (
            self._of_ties(leading)
            or masks.read(self._grader, self._source, self._judged)
            or pattern.read(self._grader, self._judged)
        )

    def _of_ties(self, leading: str) -> str | None:
        """What the code does with ties, where they are all that is wrong."""
        failing = {each.label for each in self._judged if each.failure is not None}
        if leading not in ties.LABELS or not failing <= {leading, ANY_ARRAY}:
            return None
        advice = ties.advice(self._source)
        return f"{self._what_is_left()} {advice}" if advice else None

    def _crash(self) -> str | None:
        """The exception with its line, which is all that can be said of a crash that means nothing in particular."""
        raised = self.shown.got.raised
        if raised is None or self.shown.failure is None or self.shown.failure.kind != "crashed":
            return None
        if not raised.get("frames"):
            return None
        line, _, _, file = raised["frames"][-1]
        said = f"{raised['type']}: {raised['message']}".rstrip(": ")
        return f"{file}:{line} raises {said}"

    def clarify(self, tried: Callable[[Case], Judged | None]) -> None:
        """Find from which size on unstable code breaks, and simplify the case that is shown while it tells the
        same. ``tried`` puts a case of ours to the code; it may raise, and what was found by then stays.
        """
        shown = self.shown

        def breaks(case: Case) -> bool:
            judged = tried(case)
            return judged is not None and judged.failure is not None

        if stability.is_unstable(self._judged):
            self.unstable = str(stability.Instability(None))
            self.unstable = str(stability.Instability(stability.onset(shown.case, breaks)))
            return
        if stability.may_saturate(self._judged):
            onset = stability.onset(shown.case, breaks)
            if onset is not None:
                self.unstable = str(stability.Instability(onset, saturates=True))
        if self._is_unexplained:
            failed = [shown, *self._others]
            self._differs = self._differing(tried)
            self._influence = None if self._differs else influence.read(self._grader, failed, tried)
        if shrink.is_worth_it(shown):
            for ways in (shrink.smaller, shrink.simpler):
                self.shown = shrink.simplest(self.shown, ways, tried, self._means_the_same)
                self._reading = None if self._found else self._read(self.shown)

    def _differing(self, tried: Callable[[Case], Judged | None]) -> str | None:
        """That the case that is shown gives another result now, if it does."""
        again = tried(self.shown.case) if influence.is_comparable(self.shown) else None
        if again is None or not influence.is_comparable(again) or same(again.got.value, self.shown.got.value):
            return None
        return f"{ANOTHER_RESULT} {source_lines.what_differs(self._source)}".strip()

    @property
    def _is_unexplained(self) -> bool:
        return not (self._found or self._reading or self._pattern)

    def _means_the_same(self, simpler: Judged) -> bool:
        """Whether what is told first could be told of this case too."""
        if values.is_degenerate(simpler.want.value) and not values.is_degenerate(self.shown.want.value):
            return False
        if self._found:
            return mistakes.agrees(self._grader, self._found[0].variant, simpler)
        return (self._read(simpler) is None) == (self._reading is None)

    def _read(self, shown: Judged) -> str | None:
        failed = [shown, *self._others]
        return precision.read(failed, self._source) or values.read(failed, self._grader.inputs)


def _over_shapes(failed: Sequence[Judged]) -> list[Judged]:
    """Those that crash over shapes, where the others have wrong values: by chance the shapes did fit there."""
    crashed = [each for each in failed if each.failure is not None and each.failure.kind == "crashed"]
    return [each for each in crashed if shapes.read(each)] if len(crashed) < len(failed) else []
