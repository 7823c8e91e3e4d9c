"""The report on an answer, as plain data: outcome, counts, the failure that is shown, and what it means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mlprep.grading.common.probes import argument_names
from mlprep.grading.diagnosis import mistakes, show, values
from mlprep.grading.diagnosis.mistakes import Judged
from mlprep.grading.diagnosis.stability import Instability
from mlprep.grading.judging import case_plan
from mlprep.grading.judging.compare import leaves
from mlprep.grading.judging.grader import Grader
from mlprep.grading.judging.model import Case, Failure, Outcome

Report = dict[str, Any]

_READABLE = 24  # numbers that are worth printing where none of them alone is wrong
_REASON = 1500  # characters
_READ_CASES = 6  # failing cases beside the one shown that a reading must fit
_PASSED_ON = ("syntax", "frames", "gradient")  # of a failure's detail
_OUTCOMES = {
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
    ending: Failure | None,
    instability: Instability | None,
    output: bytes,
) -> Report:
    """The report. ``ending`` says why the check ended early, if it did; ``output`` is what was printed."""
    failed = {id(each.case) for each in judged if each.failure is not None}  # some are asked twice
    passed = sum(id(each.case) not in failed for each in judged[: len(cases)])
    report: Report = {
        "exercise": grader.exercise,
        "outcome": "passed",
        "summary": f"All {len(cases)} cases passed.",
        "cases_passed": passed,
        "cases_total": len(cases),
        "diagnosis": None,
        "mistake": None,
        "failure": None,
        "notes": [],
        "output": output.decode("utf-8", "replace"),
        "seed": seed,
        "seconds": 0.0,
    }
    if ending is not None:
        under_way = cases[len(judged)] if judged and len(judged) < len(cases) else None
        at = Judged(under_way, Outcome(), Outcome(), ending) if under_way else None
        _fail(report, grader, ending, at)
    elif any(each.failure is not None for each in judged):
        smallest = shown(judged)
        assert smallest.failure is not None
        report["mistake"], report["diagnosis"] = meaning(grader, judged)
        _fail(report, grader, smallest.failure, smallest)
        report["failure"]["printed"] = output[slice(*smallest.got.printed)].decode("utf-8", "replace")
        if instability is not None:
            report["failure"]["unstable"] = str(instability)
            report["summary"] = f"{instability} {report['summary']}"
    elif passed != len(cases):  # a pass needs a report from the candidate for every case
        _fail(report, grader, Failure("crashed", "The answer did not report on every case."), None)
    return report


def shown(judged: Sequence[Judged]) -> Judged:
    """The failure that is shown: the smallest."""
    return min((each for each in judged if each.failure is not None), key=lambda each: case_plan.size(each.case))


def meaning(grader: Grader, judged: Sequence[Judged]) -> tuple[str | None, str | None]:
    """What the failures mean: the name of the known mistake, if it is one, and a sentence, if there is one to say."""
    mistake = mistakes.recognise(grader, judged)
    if mistake is not None:
        return mistake.name, mistake.message
    smallest = shown(judged)
    others = [each for each in judged if each.failure is not None and each is not smallest]
    read = [smallest, *sorted(others, key=lambda each: case_plan.size(each.case))[:_READ_CASES]]
    return None, values.read(read)


def _fail(report: Report, grader: Grader, failure: Failure, judged: Judged | None) -> None:
    report["outcome"] = _OUTCOMES.get(failure.kind, "failed")
    report["summary"] = _summary(report)
    described: dict[str, Any] = {
        "case": judged.case.name if judged else None,
        "inputs": _inputs(grader, judged.case) if judged else None,
        "expected": None,
        "got": None,
        "reason": failure.reason if len(failure.reason) <= _REASON else failure.reason[:_REASON] + " ...",
        "kind": failure.kind,
        **{name: value for name, value in failure.detail.items() if name in _PASSED_ON},
    }
    report["failure"] = described
    if judged is None:
        return
    if judged.got.raised is not None:
        described["frames"] = [list(frame) for frame in judged.got.raised["frames"]]
    elif judged.want.raised is None and _worth_showing(failure, judged):
        detail = failure.detail
        part = detail.get("where", "")  # of several results, only the one that is wrong is shown
        described["expected"] = show.text(detail["want"] if part else judged.want.value)
        described["got"] = show.text(detail["got"] if part else judged.got.value)
        if "near" in detail:
            described["comparison"] = show.comparison(detail["got"], detail["want"], detail["near"], part)


def _worth_showing(failure: Failure, judged: Judged) -> bool:
    """Whether expected and got tell a reader anything: not where a property of many numbers is what failed."""
    if not judged.case.referenced or failure.kind == "timeout":
        return False
    many = sum(leaf.size for leaf in leaves(judged.got.value)) > _READABLE
    return not (failure.kind.startswith("property:") and many)


def _inputs(grader: Grader, case: Case) -> list[list[str]]:
    """Each argument's name and value, as text."""
    if grader.probe_source is not None:
        names = argument_names(grader.probe_source, len(case.args))
    else:
        code = getattr(grader.reference, case.entry or grader.entry[0]).__code__
        names = list(code.co_varnames[: code.co_argcount])
    # where neither knows, the position must do
    given = [(names[i] if i < len(names) else str(i + 1), value) for i, value in enumerate(case.args)]
    return [[name, show.text(value)] for name, value in [*given, *case.kwargs.items()]]


def _summary(report: Report) -> str:
    count = f"{report['cases_passed']} of {report['cases_total']} cases passed."
    said = _SUMMARIES.get(report["outcome"])
    if said is None:
        return count
    return f"{said} {count}" if report["cases_passed"] else said
