"""Where each exercise stands by the record: new, started, solved or due, and which may come next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest

from mlprep.content.catalogue import NUMPY_ONLY, VALUES, Catalogue, Exercise
from mlprep.grading.frameworks import NUMPY
from mlprep.learner.record import PASSED, Plan, Progress

_MANY = 3  # tries before the last pass that show a weak spot


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


def weak_spots(catalogue: Catalogue, progress: Progress, due: Iterable[str]) -> set[str]:
    """What was begun and is not safe: not solved, due for review, or last solved with the solution or three tries."""
    found = set(due)
    for name in catalogue.exercises:
        if progress.state(name) == "started":
            found.add(name)
            continue
        outcomes = progress.attempts(name)
        last = next((place for place in range(len(outcomes) - 1, -1, -1) if outcomes[place].outcome == PASSED), None)
        if last is not None:
            before = [each.outcome for each in outcomes[:last]][::-1]
            tries = next((place for place, outcome in enumerate(before) if outcome == PASSED), len(before))
            if outcomes[last].solution or tries >= _MANY:
                found.add(name)
    return found


def targets(catalogue: Catalogue) -> dict[str, float]:
    """Each exercise's target time in minutes."""
    return {each.id: float(each.minutes) for each in catalogue.exercises.values()}


def in_order(
    catalogue: Catalogue, progress: Progress, plan: Plan | None = None, *, hard_last: bool = False
) -> Iterator[Exercise]:
    """The exercises never solved: first those of the path that is followed, in its order.

    Then by rank, the topics in turn, each after those of its rank that it builds on.
    """
    seen: set[str] = set()
    for name in followed(catalogue, progress, plan):
        exercise = catalogue.exercises[name]
        if not progress.solved(name) and not is_skipped(exercise, plan):
            seen.add(name)
            yield exercise

    def visit(exercise: Exercise) -> Iterator[Exercise]:
        if exercise.id in seen or progress.solved(exercise.id) or is_skipped(exercise, plan):
            return
        if not is_in(exercise, progress.framework, plan):
            return
        seen.add(exercise.id)
        for name in needed(catalogue, exercise, plan, progress.framework):
            yield from visit(catalogue.exercises[name])
        yield exercise

    for number in range(-1, len(VALUES)):
        for exercise in _in_turn(catalogue, number, plan, hard_last=hard_last):
            yield from visit(exercise)


def followed(catalogue: Catalogue, progress: Progress, plan: Plan | None = None) -> tuple[str, ...]:
    """The exercises of the learning path that the plan focuses on, or else that `next --path` chose."""
    topics = (
        {topic.id for topic in catalogue.topics} if plan and plan.focus else ()
    )  # a plan means these by their names
    names = [*(name for name in (plan.focus if plan else ()) if name not in topics), progress.path]
    path = next((catalogue.paths[name] for name in names if name and name in catalogue.paths), None)
    return tuple(name for name in path.exercises if name in catalogue.exercises) if path else ()


def rank(exercise: Exercise, plan: Plan | None) -> int:
    """The place of its value, from 0 for a must. A topic in focus comes one place before, a named exercise first."""
    if plan is not None and exercise.id in plan.focus:
        return -1
    return VALUES.index(exercise.value) - (plan is not None and exercise.topic in plan.focus)


def is_skipped(exercise: Exercise, plan: Plan | None) -> bool:
    """Whether the learner wants to leave it out."""
    return plan is not None and (exercise.id in plan.skip or exercise.topic in plan.skip)


def is_in(exercise: Exercise, framework: str, plan: Plan | None) -> bool:
    """Whether it is for who practices in that framework: all but what is about NumPy itself, unless that is wanted."""
    wanted = plan is not None and (exercise.id in plan.focus or exercise.topic in plan.focus)
    return wanted or framework == NUMPY or exercise.framework != NUMPY_ONLY


def needed(catalogue: Catalogue, exercise: Exercise, plan: Plan | None = None, framework: str = NUMPY) -> list[str]:
    """What comes before an exercise: what it builds on, unless interviews ask less for it or it is left out."""
    before = [catalogue.exercises[name] for name in exercise.after if name in catalogue.exercises]
    own = rank(exercise, plan)
    return [
        each.id
        for each in before
        if rank(each, plan) <= own and not is_skipped(each, plan) and is_in(each, framework, plan)
    ]


def _in_turn(catalogue: Catalogue, number: int, plan: Plan | None, *, hard_last: bool) -> Iterator[Exercise]:
    """The exercises of that rank, one of each topic, then the next of each."""
    rows = [[each for each in topic.exercises if rank(each, plan) == number] for topic in catalogue.turns]
    if hard_last:
        rows = [sorted(row, key=lambda each: each.level == "hard") for row in rows]
    for turn in zip_longest(*rows):
        yield from (exercise for exercise in turn if exercise is not None)


def can_begin(catalogue: Catalogue, progress: Progress, exercise: Exercise, plan: Plan | None = None) -> bool:
    """Whether all that must come before the exercise was solved. A path that is followed has an order of its own."""
    if exercise.id in followed(catalogue, progress, plan):
        return True
    return all(progress.solved(name) for name in needed(catalogue, exercise, plan, progress.framework))
