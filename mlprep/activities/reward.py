"""What a pass gives: the time it took, when it comes back, one question an interviewer asks, and what is next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from mlprep.activities.session import last_save
from mlprep.content.catalogue import DEBUG, SOLVE, Catalogue, Exercise
from mlprep.content.reference_solution import FollowUp, follow_ups
from mlprep.learner import schedule, study_plan
from mlprep.learner.record import PASSED, Progress

if TYPE_CHECKING:
    from mlprep.activities.debug_help import Repair
    from mlprep.activities.session import Session
    from mlprep.grading.contracts import Report, Request

Kind = Literal["first", "review", "repeat"]


class Following(NamedTuple):
    """The exercise that comes next."""

    exercise: str
    kind: str
    level: str
    minutes: int


class Reward(NamedTuple):
    """What there is to say about a pass. Times are in seconds.

    ``kind`` is "first", "review", or "repeat" where the exercise was solved before and no review was in progress.
    ``seconds`` is None for a repeat, which no clock measures. ``solved`` and ``review_on`` are None for rounds that
    are no solving: they count to nothing, and are not reviewed.
    """

    exercise: str
    on: date
    kind: Kind
    seconds: int | None
    target: int
    last_seconds: int | None
    last_on: date | None
    tries: int
    solved: int | None
    total: int
    review_on: date | None
    saw_solution: bool
    question: FollowUp | None
    following: Following | None
    beyond: tuple[str, ...] = ()
    repair: Repair | None = None  # of a debugging round

    @property
    def starred(self) -> bool:
        """Whether nothing is left to add beyond the task."""
        return not self.beyond and not self.saw_solution

    def with_report(self, report: Report) -> Reward:
        """The same, with the notes that came with this verdict."""
        return self._replace(beyond=tuple(note["text"] for note in report["beyond"]))


def if_passed(session: Session, exercise: Exercise, request: Request) -> Reward:
    """The reward of a pass now, which need not be known yet: it can be worked out while the engine checks."""
    catalogue, before, now = session.catalogue, session.progress, session.now
    after = before.with_copy_of(exercise.id)
    if session.is_edited(exercise.id, request["source"]):
        after.saved(exercise.id, last_save(request), now)
    attempt = after.record(exercise.id, PASSED, now)
    earlier = before.passes(exercise.id)
    timed = [each for each in earlier if each.seconds is not None]
    group = _since_last_pass(before, exercise.id)
    return Reward(
        exercise.id,
        date.fromtimestamp(now),
        _kind(before, exercise.id),
        attempt.seconds,
        exercise.minutes * 60,
        timed[-1].seconds if timed else None,
        earlier[-1].day if earlier else None,
        1 + sum(outcome in schedule.WRONG for outcome in group),
        sum(after.solved(each) for each in catalogue.exercises) if exercise.kind == SOLVE else None,
        len(catalogue.exercises),
        _review_on(after, exercise),
        attempt.solution,
        _question(catalogue, exercise, len(earlier)),
        _following(catalogue, after, now),
        repair=_repair(session, exercise, request, attempt.seconds),
    )


def _repair(session: Session, exercise: Exercise, request: Request, seconds: int | None) -> Repair | None:
    if exercise.kind != DEBUG:
        return None
    from mlprep.activities import debug_help

    return debug_help.repair(session, exercise, request["source"], seconds)


def _review_on(after: Progress, exercise: Exercise) -> date | None:
    """When it comes back. A round does not: it counts as a light review of its exercise."""
    if exercise.kind != SOLVE:
        return None
    return schedule.next_review(schedule.recalled(after, exercise.id), exercise.minutes)


def _kind(before: Progress, exercise: str) -> Kind:
    if not before.solved(exercise):
        return "first"
    return "review" if before.running(exercise) else "repeat"


def _since_last_pass(progress: Progress, exercise: str) -> list[str]:
    """The outcomes of the checks after the last pass."""
    outcomes = [attempt.outcome for attempt in progress.attempts(exercise)]
    return outcomes[len(outcomes) - outcomes[::-1].index(PASSED) :] if PASSED in outcomes else outcomes


def _question(catalogue: Catalogue, exercise: Exercise, number: int) -> FollowUp | None:
    every = follow_ups(catalogue, exercise)
    return every[number % len(every)] if every else None


def _following(catalogue: Catalogue, after: Progress, now: float) -> Following | None:
    step = study_plan.choose(catalogue, after, now)
    return Following(step.exercise, step.kind, catalogue.exercises[step.exercise].level, step.minutes) if step else None
