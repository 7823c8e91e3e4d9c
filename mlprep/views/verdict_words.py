"""What a verdict says, as text: the same in the terminal and on a page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from mlprep.views.text import BAD, GOOD, WARN

if TYPE_CHECKING:
    from mlprep.grading.contracts import Failure, Report

HEADS = {
    "passed": ("✓", "passed", GOOD),
    "failed": ("✗", "failed", BAD),
    "error": ("✗", "error", BAD),
    "timeout": ("✗", "timed out", BAD),
    "unfinished": ("·", "not finished yet", WARN),
    "grader_error": ("!", "mlprep failed", WARN),
}
PRINTED_LINES = 20
OUR_FAULT = "This is our fault, not yours. Your code was not checked."

# Failures whose values are right, so that showing them would mislead.
_ABOUT_CONDUCT = frozenset(("slow", "memory", "changed", "warning", "shared", "state", "peeked"))


def diagnoses(report: Report) -> list[str]:
    """What explains the failures, the most important first, each with how many it explains."""
    failed = report.get("cases_failed", report["cases_total"] - report["cases_passed"])
    said = []
    for i, each in enumerate(report["diagnoses"]):
        text = each["text"]
        if each["mistake"] is not None and failed > 1:
            cases = min(each["cases"], failed)
            text = f"Also: {text} (explains {cases} more)" if i else f"{text} (explains {cases} of {failed} failures)"
        said.append(text)
    return said


def reasons(report: Report, failure: Failure) -> list[str]:
    """What there is to say of the failing case that the diagnosis did not tell."""
    told, known = report["diagnosis"], report["mistake"] is not None
    said = []
    if failure.get("unstable") and not known and failure["unstable"] != told:
        said.append(failure["unstable"])
    is_plain = failure["kind"] in ("values", "shape") and (known or failure["reason"].endswith(" is wrong."))
    raised = failure["reason"].removeprefix("Your function raised ")
    is_told = told is not None and (failure["reason"] == told or told.endswith(f" raises {raised}"))
    if not is_told and not (told and is_plain and not failure.get("gradient")):
        said.append(failure["reason"])
    return said


def frames(failure: Failure) -> Iterator[tuple[str, int, str, int]]:
    """The innermost calls, each with its file, line and code, and how many times it stands there in a row."""
    for (line, _, code, file), same in groupby(map(tuple, failure.get("frames") or ())):
        yield str(file), int(str(line)), str(code).strip(), sum(1 for _ in same)


def case_title(failure: Failure) -> str | None:
    """The name of the failing case with its part; None where there is none to show."""
    if not failure["case"] or failure["kind"] == "unfinished":
        return None
    return failure["case"] + (f" ({failure['part']})" if failure["part"] not in (None, "core") else "")


def shows_values(failure: Failure) -> bool:
    """Whether expected and got are worth showing."""
    return failure["expected"] is not None and failure["kind"] not in _ABOUT_CONDUCT


def printed(report: Report) -> tuple[str, list[str], int]:
    """A title, the first lines that the code printed, on the failing case if it did there, and how many are left."""
    here = report["failure"].get("printed") if report["failure"] else None
    lines = (here or report["output"]).splitlines()
    title = "You printed on this case:" if here else "You printed:"
    return title, lines[:PRINTED_LINES], max(len(lines) - PRINTED_LINES, 0)


def next_command(report: Report) -> str:
    """What to run after a check that did not pass."""
    if "escaped" not in report:
        return "mlprep hint"
    return f"mlprep write-tests --why {report['escaped'][0]['number']}" if report["escaped"] else ""
