"""Where each exercise stands by the record: new, started, solved or due, and which may come next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from mlprep.content.catalogue import VALUES, Catalogue, Exercise
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

    return [each.exercise for each in schedule.due(progress, targets(catalogue), now)]


def targets(catalogue: Catalogue) -> dict[str, float]:
    """Each exercise's target time in minutes."""
    return {each.id: float(each.minutes) for each in catalogue.exercises.values()}


def in_order(catalogue: Catalogue, progress: Progress, *, hard_last: bool = False) -> Iterator[Exercise]:
    """The exercises never solved: by value, the topics in turn, each after those of its value that it builds on."""
    seen: set[str] = set()

    def visit(exercise: Exercise) -> Iterator[Exercise]:
        if exercise.id in seen or progress.solved(exercise.id):
            return
        seen.add(exercise.id)
        for name in needed(catalogue, exercise):
            yield from visit(catalogue.exercises[name])
        yield exercise

    for value in VALUES:
        for exercise in _in_turn(catalogue, value, hard_last=hard_last):
            yield from visit(exercise)


def needed(catalogue: Catalogue, exercise: Exercise) -> list[str]:
    """What comes before an exercise: what it builds on, unless interviews ask less for it."""
    rank = VALUES.index(exercise.value)
    before = [catalogue.exercises[name] for name in exercise.after if name in catalogue.exercises]
    return [each.id for each in before if VALUES.index(each.value) <= rank]


def _in_turn(catalogue: Catalogue, value: str, *, hard_last: bool) -> Iterator[Exercise]:
    """The exercises of that value, one of each topic, then the next of each."""
    rows = [[each for each in topic.exercises if each.value == value] for topic in catalogue.turns]
    if hard_last:
        rows = [sorted(row, key=lambda each: each.level == "hard") for row in rows]
    for turn in zip_longest(*rows):
        yield from (exercise for exercise in turn if exercise is not None)


def can_begin(catalogue: Catalogue, progress: Progress, exercise: Exercise) -> bool:
    """Whether all that must come before the exercise was solved."""
    return all(progress.solved(name) for name in needed(catalogue, exercise))
