"""Where each exercise stands by the record: new, started, solved or due, and which may come next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mlprep.content.catalogue import Catalogue, Exercise
from mlprep.learner.record import Progress


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
