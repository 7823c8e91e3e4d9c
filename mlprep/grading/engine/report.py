"""The report on code, as plain data: outcome, parts, the failure that is shown and what explains it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from mlprep.grading.blank_report import blank
from mlprep.grading.common.plain_data import Value
from mlprep.grading.contracts import Beyond, OutcomeName, Part, Report
from mlprep.grading.contracts import Failure as Described
from mlprep.grading.diagnosis import drawing, show
from mlprep.grading.diagnosis.explanation import Explanation
from mlprep.grading.judging.case_plan import labels
from mlprep.grading.judging.compare import entries_in
from mlprep.grading.judging.grader import Grader
from mlprep.grading.judging.model import ANY_ARRAY, CORE, Case, Failure, Judged, Outcome

_READABLE = 24  # numbers that are worth printing where none of them alone is wrong
_REASON = 1500  # characters
_HABITS = ("changed", "state")  # what is looked at in every case, and counts as one test each
_OUTCOMES: dict[str, OutcomeName] = {
    "crashed": "error",
    "signature": "error",
    "missing": "error",
    "ended": "error",
    "imports": "error",
    "syntax": "error",
    "peeked": "error",
    "timeout": "timeout",
    "unfinished": "unfinished",
}
_SUMMARIES = {
    "timeout": "Out of time.",
    "error": "Your code stopped with an error.",
    "unfinished": "Not finished yet.",
}


def make(
    grader: Grader,
    seed: int,
    cases: Sequence[Case],
    judged: Sequence[Judged],
    *,
    ending: Failure | None,
    explanation: Explanation | None,
    beyond: Sequence[Beyond],
    output: bytes,
) -> Report:
    """The report. ``ending`` says why the check ended early, if it did; ``output`` is what was printed."""
    parts = _parts(grader, cases, judged, is_whole=ending is None)
    passed, total = sum(part["passed"] for part in parts), sum(part["total"] for part in parts)
    report = blank(grader.exercise, "passed", f"All {total} test cases passed.", seed, output)
    report["cases_passed"], report["cases_total"] = passed, total
    report["parts"], report["beyond"] = parts, list(beyond)
    if explanation is not None:
        _explain(report, grader, explanation, output)
        if ending is not None:
            report["notes"].append(ending.reason)
            report["cases_failed"] = len({id(each.case) for each in judged if each.failure is not None})
    elif ending is not None:
        under_way = cases[len(judged)] if judged and len(judged) < len(cases) else None
        at = Judged(under_way, Outcome(), Outcome(), ending) if under_way else None
        _fail(report, grader, ending, ending.reason, at)
    elif passed != total:  # a pass needs a report from the candidate for every case
        reason = "Your code did not report on every test case."
        _fail(report, grader, Failure("crashed", reason), reason, None)
    return report


def _parts(grader: Grader, cases: Sequence[Case], judged: Sequence[Judged], *, is_whole: bool) -> list[Part]:
    """The parts that have test cases. What holds of every case, such as leaving its arguments alone, is one each."""
    counts = {label: [0, 0] for label in labels(grader)}
    for case in cases:
        counts.setdefault(case.label, [0, 0])[1] += 1
    failed = {(id(each.case), each.label) for each in judged if each.failure is not None}  # some are asked twice
    for each in judged[: len(cases)]:
        counts[each.case.label][0] += (id(each.case), each.case.label) not in failed
    counts[ANY_ARRAY][1] += len(_HABITS)
    broken = {each.failure.kind for each in judged if each.failure is not None}
    counts[ANY_ARRAY][0] += sum(kind not in broken for kind in _HABITS) if is_whole else 0
    return [
        {"name": label, "part": "core" if label == CORE else "edge", "passed": passed, "total": total}
        for label, (passed, total) in counts.items()
        if total
    ]


def _explain(report: Report, grader: Grader, explanation: Explanation, output: bytes) -> None:
    """The failure that is shown, and the reasons."""
    shown = explanation.shown
    assert shown.failure is not None
    reasons = explanation.reasons
    report["diagnoses"] = [{"mistake": each.mistake, "text": each.text, "cases": each.cases} for each in reasons]
    if reasons:
        report["mistake"], report["diagnosis"] = reasons[0].mistake, reasons[0].text
    described = _fail(report, grader, shown.failure, explanation.reason, shown)
    described["printed"] = output[slice(*shown.got.printed)].decode("utf-8", "replace")
    if explanation.unstable is not None:
        described["unstable"] = explanation.unstable
        report["summary"] = f"{explanation.unstable} {report['summary']}"
        if not reasons:
            report["diagnosis"] = explanation.unstable


def _fail(report: Report, grader: Grader, failure: Failure, reason: str, judged: Judged | None) -> Described:
    """Set the outcome, and describe the failure."""
    report["outcome"] = _OUTCOMES.get(failure.kind, "failed")
    report["summary"] = _summary(report)
    described: Described = {
        "case": judged.case.name if judged else None,
        "part": judged.label if judged else None,
        "inputs": [(name, show.text(value)) for name, value in grader.inputs(judged.case)] if judged else None,
        "expected": None,
        "got": None,
        "reason": reason if len(reason) <= _REASON else reason[:_REASON] + " ...",
        "kind": failure.kind,
    }
    if failure.detail.get("syntax"):
        described["syntax"] = failure.detail["syntax"]
    if failure.detail.get("frames"):
        described["frames"] = failure.detail["frames"]
    if failure.detail.get("gradient"):
        described["gradient"] = failure.detail["gradient"]
    report["failure"] = described
    if judged is None:
        return described
    if judged.got.raised is not None:
        described["frames"] = [tuple(frame) for frame in judged.got.raised["frames"]]
    elif judged.want.raised is None and _worth_showing(failure, judged):
        detail = failure.detail
        part = detail.get("where", "")  # of several results, only the one that is wrong is shown
        pair = (detail["want"], detail["got"]) if part else (judged.want.value, judged.got.value)
        described["expected"], described["got"] = show.apart(*pair)
        if "near" in detail:
            comparison = show.comparison(detail["got"], detail["want"], detail["near"], part)
            if comparison is not None:
                described["comparison"] = comparison
                _draw(described, detail, grader.inputs(judged.case) if grader.clusters else None)
    return described


def _draw(described: Described, detail: Mapping[str, Any], inputs: Sequence[tuple[str, Value]] | None) -> None:
    """Add what can be drawn of two arrays of one shape."""
    wrong = ~show.agreement(detail["got"], detail["want"], detail["near"])
    heat = drawing.heat(wrong)
    if heat is not None:
        described["heat"] = heat
    plot = drawing.plot(detail["got"], detail["want"], wrong, inputs)
    if plot is not None:
        described["plot"] = plot


def _worth_showing(failure: Failure, judged: Judged) -> bool:
    """Whether expected and got tell a reader anything: not where a property of many numbers is what failed."""
    if not judged.case.referenced or failure.kind in ("timeout", "calls"):
        return False
    many = entries_in(judged.got.value) > _READABLE
    return not (failure.kind.startswith("property:") and many)


def _summary(report: Report) -> str:
    count = f"{report['cases_passed']} of {report['cases_total']} test cases passed."
    said = _SUMMARIES.get(report["outcome"])
    if said is None:
        return count
    return f"{said} {count}" if report["cases_passed"] else said
