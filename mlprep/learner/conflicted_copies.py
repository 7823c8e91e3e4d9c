"""Copies of the progress file that a sync tool leaves where two computers changed it: found, and merged on request.

Every tool names them in its own way: ``progress (laptop's conflicted copy 2026-11-29).json``, ``progress 2.json``,
``progress-DESKTOP.json``, ``progress.sync-conflict-20261129-101010-ABCDEFG.json``.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from mlprep.errors import MlprepError
from mlprep.learner.record import PASSED, Progress
from mlprep.learner.record_file import Damaged, read, update
from mlprep.learner.safe_files import free_name, move

MERGED = "merged"
_OURS = ("last-good", "damaged", MERGED)  # what follows the stem in names that we give


class Merged(NamedTuple):
    """What became of a copy: how many attempts it added and where it is now, or the problem that left it alone."""

    copy: Path
    added: int = 0
    kept: Path | None = None
    problem: str | None = None


def find(path: Path) -> list[Path]:
    """The conflicted copies beside the progress file."""
    ours = tuple(f"{path.stem}.{word}" for word in _OURS)
    try:
        names = sorted(os.listdir(path.parent))
    except OSError:
        return []
    return [
        path.with_name(name)
        for name in names
        if name.startswith(path.stem) and name.endswith(path.suffix) and name != path.name and not name.startswith(ours)
    ]


def merge_all(path: Path, now: float) -> list[Merged]:
    """Adds what every copy holds to the record. Raises MlprepError where the record cannot be written."""
    return [_merge(path, copy, now) for copy in find(path)]


def _merge(path: Path, copy: Path, now: float) -> Merged:
    try:
        other = read(copy)
    except Damaged:
        return Merged(copy, problem="It is damaged, or not a progress file.")
    except OSError as error:
        return Merged(copy, problem=f"It cannot be read: {error.strerror}.")
    if other.refusal is not None:
        return Merged(copy, problem=f"{other.refusal.message} {other.refusal.next_step}")
    added = update(path, lambda progress: _add(progress, other))
    kept = free_name(path.parent, f"{path.stem}.{MERGED}", path.suffix, now)
    try:
        move(copy, kept)
    except OSError as error:
        raise MlprepError(
            f"What {copy} holds was added, but it could not be moved: {error.strerror}.",
            "Move it away yourself. Adding it again changes nothing.",
        ) from error
    return Merged(copy, added, kept)


def _add(progress: Progress, other: Progress) -> int:
    before = _count(progress.data)
    progress.data = united(progress.data, other.data)
    return _count(progress.data) - before


def united(mine: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    """Both records in one: all attempts, and of everything else what was written last."""
    older, newer = sorted((theirs, mine), key=_last_sign)  # of two as new as each other, mine
    plans = [record["plan"] for record in (older, newer) if "plan" in record]
    exercises = {
        name: _united_entry(mine["exercises"].get(name), theirs["exercises"].get(name))
        for name in {**mine["exercises"], **theirs["exercises"]}
    }
    result = {**older, **newer, "exercises": exercises}
    for key, united_rows in (("cards", _united_reviews), ("quiz", _united_days)):
        ours, others = mine.get(key, {}), theirs.get(key, {})
        if ours or others:
            result[key] = {name: united_rows(ours.get(name), others.get(name)) for name in {**ours, **others}}
    if plans:
        result["plan"] = max(plans, key=_made)
    return result


def _united_entry(mine: dict[str, Any] | None, theirs: dict[str, Any] | None) -> dict[str, Any]:
    if mine is None or theirs is None:
        entry = theirs if mine is None else mine
        assert entry is not None
        return entry
    older, newer = sorted((theirs, mine), key=lambda entry: float(entry["touched"]))
    attempts = mine["attempts"]
    if missing := _missing(attempts, theirs["attempts"]):
        attempts = sorted(attempts + missing, key=lambda attempt: float(attempt[0]))
    entry = {**older, **newer, "attempts": attempts}
    passes = [attempt[0] for attempt in attempts if attempt[1] == PASSED]
    if entry["started"] is not None and max(passes, default=-1) >= entry["started"]:
        entry["started"] = None  # the run that one computer went on with had ended on the other
    return entry


def _united_reviews(mine: list[Any] | None, theirs: list[Any] | None) -> list[Any]:
    """All reviews of a quiz card."""
    reviews = mine or []
    return sorted(reviews + _missing(reviews, theirs or []), key=lambda review: float(review[0]))


def _united_days(mine: dict[str, Any] | None, theirs: dict[str, Any] | None) -> dict[str, Any]:
    """The questions of one kind. What both asked on a day began as the same file, so the longer count is taken."""
    days, others = dict(mine or {}), theirs or {}
    for day, score in others.items():
        days[day] = max(days.get(day, score), score)
    return days


def _missing(mine: list[list[Any]], theirs: list[list[Any]]) -> list[list[Any]]:
    """Those of theirs that mine lacks. Two that are the same, as in one second, are two."""
    left = Counter(map(json.dumps, mine))
    missing = []
    for attempt in theirs:
        key = json.dumps(attempt)
        left[key] -= 1
        if left[key] < 0:
            missing.append(attempt)
    return missing


def _count(data: Mapping[str, Any]) -> int:
    return sum(len(entry["attempts"]) for entry in data["exercises"].values())


def _last_sign(data: Mapping[str, Any]) -> float:
    return max((float(entry["touched"]) for entry in data["exercises"].values()), default=0.0)


def _made(plan: Any) -> float:
    made = plan.get("made") if isinstance(plan, dict) else None
    return float(made) if isinstance(made, int | float) else 0.0
