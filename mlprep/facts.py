"""What the record says, worked out for the views: plain data, no printing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from mlprep.catalogue import Catalogue, Exercise
from mlprep.record import Progress


def states(catalogue: Catalogue, progress: Progress, due: Mapping[str, object] | None = None) -> dict[str, str]:
    """Each exercise's state: new, started, solved, or due again."""
    found: dict[str, str] = {}
    for each in catalogue.exercises:
        state = progress.state(each)
        found[each] = "due" if state == "solved" and due and each in due else state
    return found


def due_now(catalogue: Catalogue, progress: Progress, now: float) -> list[str]:
    """The solved exercises that are due today, the most pressing first. Loads FSRS only if something was solved."""
    if not any(progress.solved(each) for each in progress.exercises()):
        return []
    from mlprep import schedule

    return [each.exercise for each in schedule.due(progress, pars(catalogue), now)]


def pars(catalogue: Catalogue) -> dict[str, float]:
    """Each exercise's par time in minutes."""
    return {each.id: float(each.minutes) for each in catalogue.exercises.values()}


def next_new(catalogue: Catalogue, progress: Progress) -> Exercise | None:
    """The next exercise along the curriculum that was never solved, its prerequisites first."""
    for each in catalogue.exercises.values():
        if not progress.solved(each.id):
            before = [catalogue.exercises[name] for name in each.after if name in catalogue.exercises]
            return next((one for one in before if not progress.solved(one.id)), each)
    return None


def today(catalogue: Catalogue, progress: Progress, now: float) -> dict[str, Any]:
    """For the home view."""
    current = progress.current if progress.current in catalogue.exercises else None
    upcoming = next_new(catalogue, progress)
    return {
        "current": current if current and not progress.solved(current) else None,
        "due": due_now(catalogue, progress, now),
        "next": upcoming.id if upcoming else None,
        "streak": progress.streak(date.fromtimestamp(now)),
        "solved": sum(progress.solved(each) for each in catalogue.exercises),
        "total": len(catalogue.exercises),
    }


def summary(catalogue: Catalogue, progress: Progress, now: float) -> dict[str, Any]:
    """For `mlprep progress`."""
    topics = []
    for topic in catalogue.topics:
        timed = [(each, _first_time(progress, each.id)) for each in topic.exercises]
        known = [(each, seconds) for each, seconds in timed if seconds is not None]
        topics.append(
            {
                "id": topic.id,
                "title": topic.title,
                "solved": sum(progress.solved(each.id) for each in topic.exercises),
                "total": len(topic.exercises),
                "seconds": sum(seconds for _, seconds in known) if known else None,
                "par_seconds": sum(each.minutes * 60 for each, _ in known) if known else None,
            }
        )
    return {
        "solved": sum(topic["solved"] for topic in topics),
        "total": sum(topic["total"] for topic in topics),
        "streak": progress.streak(date.fromtimestamp(now)),
        "attempts": sum(len(progress.attempts(each)) for each in progress.exercises()),
        "topics": topics,
    }


def _first_time(progress: Progress, exercise: str) -> int | None:
    """How long the first pass took, where a clock ran."""
    return next((attempt.seconds for attempt in progress.passes(exercise)), None)
