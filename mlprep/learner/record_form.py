"""Whether a record that was read has the form that everything else relies on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mlprep.learner import quiz_record
from mlprep.learner.attempt_rows import FIELDS, LATEST


def blank_entry() -> dict[str, Any]:
    """What the record has of an exercise at first."""
    return {"started": None, "active": 0, "touched": 0, "hints": 0, "solution": False, "attempts": []}


def is_sound(data: dict[str, Any]) -> bool:
    """Whether all that is read later has its type; fills in what may be left out."""
    current, exercises = data.setdefault("current", None), data.get("exercises")
    return (
        type(current) in {str, type(None)}
        and type(exercises) is dict
        and all(type(entry) is dict and _is_sound_entry(entry) for entry in exercises.values())
        and quiz_record.is_sound(data, LATEST)
    )


def _is_sound_entry(entry: dict[str, Any]) -> bool:
    for key, default in blank_entry().items():
        entry.setdefault(key, default)
    attempts = entry["attempts"]
    return (
        _are_times([entry["active"], entry["touched"]])
        and (entry["started"] is None or _are_times([entry["started"]]))
        and type(entry["hints"]) is int
        and type(entry["solution"]) is bool
        and type(attempts) is list
        and (not attempts or _are_sound_attempts(attempts))
    )


def _are_sound_attempts(attempts: list[Any]) -> bool:
    """By columns, which is several times faster than one by one when there are thousands."""
    if not _all(attempts, list) or min(map(len, attempts)) < FIELDS:
        return False
    times, outcomes, seconds, hints, solutions, diagnoses, *_ = zip(*attempts, strict=False)
    return (
        _are_times(times)
        and _all(outcomes, str)
        and _are_times([each for each in seconds if each is not None])
        and _all(hints, int)
        and _all(solutions, bool)
        and _all(diagnoses, str, type(None))
    )


def _all(values: Iterable[Any], *types: type) -> bool:
    return {*map(type, values)} <= {*types}


def _are_times(values: Any) -> bool:
    return _all(values, int, float) and min(values, default=0) >= 0 and max(values, default=0) <= LATEST
