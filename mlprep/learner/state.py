"""What the record says, worked out for the views: plain data, no printing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from mlprep.content.catalogue import Catalogue, Exercise
from mlprep.learner.record import Progress

if TYPE_CHECKING:
    from mlprep.learner.study_plan import Layout


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
    from mlprep.learner import schedule

    return [each.exercise for each in schedule.due(progress, pars(catalogue), now)]


def pars(catalogue: Catalogue) -> dict[str, float]:
    """Each exercise's par time in minutes."""
    return {each.id: float(each.minutes) for each in catalogue.exercises.values()}


def in_order(catalogue: Catalogue, progress: Progress, *, hard_last: bool = False) -> Iterator[Exercise]:
    """The exercises never solved, along the curriculum, each after those that it builds on."""
    seen: set[str] = set()

    def visit(exercise: Exercise) -> Iterator[Exercise]:
        if exercise.id in seen or progress.solved(exercise.id):
            return
        seen.add(exercise.id)
        for name in exercise.after:
            if name in catalogue.exercises:
                yield from visit(catalogue.exercises[name])
        yield exercise

    everything = list(catalogue.exercises.values())
    if hard_last:
        everything.sort(key=lambda each: each.level == "hard")
    for exercise in everything:
        yield from visit(exercise)


def can_begin(catalogue: Catalogue, progress: Progress, exercise: Exercise) -> bool:
    """Whether all that the exercise builds on was solved."""
    before = [name for name in exercise.after if name in catalogue.exercises]
    return all(progress.solved(name) for name in before)


def today(catalogue: Catalogue, progress: Progress, now: float) -> dict[str, Any]:
    """For the home view."""
    from mlprep.learner import study_plan

    current = progress.current if progress.current in catalogue.exercises else None
    under_way = current and (progress.running(current) or not progress.solved(current))
    due = due_now(catalogue, progress, now)
    step = study_plan.choose(catalogue, progress, now, due)
    share = study_plan.today(catalogue, progress, now)
    return {
        "current": current if under_way else None,
        "due": due,
        "next": step.exercise if step else None,
        "share": _share(share) if share else None,
        "streak": progress.streak(date.fromtimestamp(now)),
        "solved": sum(progress.solved(each) for each in catalogue.exercises),
        "total": len(catalogue.exercises),
    }


def _share(layout: Layout) -> dict[str, Any]:
    steps = layout.days[0].steps
    return {
        "until": layout.plan.until,
        "done": list(layout.done),
        "left": [step for step in steps if step.exercise not in layout.done],
    }
