"""A report before anything is known: what every verdict begins with, and what stands for one that could not be had."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mlprep.grading.contracts import OutcomeName, Report


def blank(exercise: str, outcome: OutcomeName, summary: str, seed: int, output: bytes = b"") -> Report:
    """No test case, no failure, no notes. ``output`` is what the code printed."""
    return {
        "exercise": exercise,
        "outcome": outcome,
        "summary": summary,
        "cases_passed": 0,
        "cases_total": 0,
        "parts": [],
        "beyond": [],
        "diagnosis": None,
        "diagnoses": [],
        "mistake": None,
        "failure": None,
        "notes": [],
        "output": output.decode("utf-8", "replace"),
        "seed": seed,
        "seconds": 0.0,
    }
