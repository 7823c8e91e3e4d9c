"""What a failure means: first whether it is a known mistake's, else a generic reading of the difference."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mlprep.grading.compare import same
from mlprep.grading.grader import Grader, Variant
from mlprep.grading.judge import judge, run_here
from mlprep.grading.model import Case, Failure, Outcome

_MATCHED_CASES = 12  # failing cases that a mistake is compared on; enough to tell it from its neighbours


class Judged(NamedTuple):
    """One case with all that is known of it."""

    case: Case
    got: Outcome
    want: Outcome
    failure: Failure | None


def recognise(grader: Grader, judged: Sequence[Judged]) -> Variant | None:
    """The known mistake that explains every failure, if there is one; of several, the one nearest to the passes."""
    failed = [each for each in judged if each.failure is not None]
    kinds = {each.failure.kind for each in failed if each.failure is not None}
    by_values = [each for each in failed if not each.case.lone or len(failed) == 1][:_MATCHED_CASES]
    matching = []
    for mistake in grader.mistakes:
        if mistake.kind is not None:
            if kinds == {mistake.kind}:
                return mistake
        elif by_values and all(_agrees(grader, mistake, each) for each in by_values):
            matching.append(mistake)
    if len(matching) < 2:
        return matching[0] if matching else None
    passed = [each for each in judged if each.failure is None and not each.case.lone][:_MATCHED_CASES]
    return max(matching, key=lambda mistake: sum(_agrees(grader, mistake, each) for each in passed))


def _agrees(grader: Grader, mistake: Variant, each: Judged) -> bool:
    """Whether the mistake meets the same end on this case, for the same reason."""
    outcome = run_here(grader, mistake.module, each.case)
    failure = judge(grader, each.case, outcome, each.want)
    if failure is None or each.failure is None:
        return failure is each.failure
    if failure.kind != each.failure.kind:
        return False
    if failure.kind == "crashed":
        return _crash(outcome) == _crash(each.got)
    return failure.kind.startswith("property:") or same(each.got.value, outcome.value)


def _crash(outcome: Outcome) -> tuple[str, str]:
    raised = outcome.raised or {}
    return raised.get("type", ""), raised.get("message", "")
