"""What a failure means: first whether it is a known mistake's, else a generic reading of the difference."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mlprep.grading.judging.compare import same
from mlprep.grading.judging.grader import Grader, Variant
from mlprep.grading.judging.judge import judge, run_here
from mlprep.grading.judging.model import Case, Failure, Outcome

_MATCHED_CASES = 12  # failing cases that a mistake is compared on; enough to tell it from its neighbours
_PASSED_CASES = 60  # and cases that it must pass, as the answer does


class Judged(NamedTuple):
    """One case with all that is known of it."""

    case: Case
    got: Outcome
    want: Outcome
    failure: Failure | None


def recognise(grader: Grader, judged: Sequence[Judged]) -> Variant | None:
    """The known mistake that explains every failure and fails nothing that the answer passes, if there is one."""
    failed = [each for each in judged if each.failure is not None]
    kinds = {each.failure.kind for each in failed if each.failure is not None}
    compared = [each for each in failed if not each.case.lone or len(failed) == 1][:_MATCHED_CASES]
    passed = [each for each in judged if each.failure is None and not each.case.lone][:_PASSED_CASES]
    for mistake in grader.mistakes:
        if mistake.kind is not None:
            if kinds == {mistake.kind}:
                return mistake
        elif compared and all(_agrees(grader, mistake, each) for each in (*compared, *passed)):
            return mistake
    return None


def _agrees(grader: Grader, mistake: Variant, each: Judged) -> bool:
    """Whether the mistake meets the same end on this case, for the same reason."""
    outcome = run_here(grader, mistake.module, each.case)
    failure = judge(grader, each.case, outcome, each.want)
    if failure is not None and failure.kind == "calls":  # which are counted in a candidate alone
        failure = None
    if failure is None or each.failure is None:
        return failure is each.failure
    if failure.kind != each.failure.kind:
        return False
    if failure.kind == "crashed":
        return _same_crash(outcome, each.got)
    return failure.kind.startswith("property:") or same(each.got.value, outcome.value)


def _same_crash(mistake: Outcome, answer: Outcome) -> bool:
    """The same exception for the same reason; the words of an answer's own ``raise`` are its own."""
    theirs, mine = mistake.raised or {}, answer.raised or {}
    if theirs.get("type") != mine.get("type"):
        return False
    frames = list(mine.get("frames") or [])
    deliberate = bool(frames) and str(frames[-1][2]).strip().startswith("raise")
    return deliberate or theirs.get("message") == mine.get("message")
