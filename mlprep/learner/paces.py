"""How long exercises really take, and what passed when: what the study plan reckons with."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from mlprep.content.catalogue import DEBUG, TESTS, Catalogue, Exercise, base_of
from mlprep.learner import schedule
from mlprep.learner.record import Progress

NEW, REVIEW, FINISH = "new", "review", "finish"
QUIZ, INTERVIEW = "quiz", "interview"  # what a plan holds besides exercises, beside rounds of DEBUG and TESTS
ROUNDS = (DEBUG, TESTS, QUIZ, INTERVIEW)
_REVIEWS_IN_A_ROW = 2  # then comes something new, so that a long pause does not end all progress
_REVIEW_PACE = 0.6  # of the target time, until it is known how long reviews really take
_ENOUGH = 3  # times measured before a pace is believed


class Passed(NamedTuple):
    """A pass that proved something: not one with code that was still there."""

    time: int
    exercise: str
    on: date
    review: bool
    seconds: int


def cost(exercise: Exercise, kind: str, paces: dict[str, float]) -> int:
    """The minutes that an exercise is expected to take."""
    return max(1, round(exercise.minutes * paces[kind]))


def measured(catalogue: Catalogue, progress: Progress) -> dict[str, float]:
    """How long new exercises and reviews really take, as a share of the target time."""
    times: dict[str, list[float]] = {NEW: [], REVIEW: []}
    for exercise in catalogue.exercises.values():
        for number, attempt in enumerate(progress.passes(exercise.id)):
            if attempt.seconds is not None:
                times[REVIEW if number else NEW].append(attempt.seconds / (60 * exercise.minutes))
    known = {kind: min(max(_median(some), 0.3), 3.0) for kind, some in times.items() if len(some) >= _ENOUGH}
    return {NEW: 1.0, REVIEW: _REVIEW_PACE} | known


def only_reviews(progress: Progress, now: float) -> bool:
    """Whether today's last passes were all reviews."""
    last = passes_since(progress, date.fromtimestamp(now))[-_REVIEWS_IN_A_ROW:]
    return len(last) == _REVIEWS_IN_A_ROW and all(each.review for each in last)


def nothing_new(progress: Progress, day: date) -> bool:
    """Whether the last day of practice before this one, within a week, was all reviews."""
    before = [each for each in passes_since(progress, day - timedelta(days=7)) if each.on < day]
    return bool(before) and all(each.review for each in before if each.on == before[-1].on)


def done_on(progress: Progress, day: date) -> tuple[list[str], int]:
    """What passed from that day on, and the minutes that it took."""
    passes = passes_since(progress, day)
    return list(dict.fromkeys(each.exercise for each in passes)), sum(each.seconds for each in passes) // 60


def rounds_on(progress: Progress, day: date) -> set[str]:
    """The kinds of rounds that were had on that day."""
    had = {kind for kind, name in map(base_of, done_on(progress, day)[0]) if kind in ROUNDS}
    had |= {kind for kind, on in progress.sittings() if on == day}
    return had | {QUIZ} if progress.answered_on(day) else had


def rounds_passed(progress: Progress) -> dict[str, set[str]]:
    """For each kind of round, the exercises that it was passed on."""
    found: dict[str, set[str]] = {DEBUG: set(), TESTS: set()}
    for name in progress.exercises():
        kind, base = base_of(name)
        if kind in found and progress.solved(name):
            found[kind].add(base)
    return found


def passes_since(progress: Progress, day: date) -> list[Passed]:
    """Every pass from that day on, in order."""
    found = []
    for name in progress.exercises():
        if date.fromtimestamp(progress.touched(name)) < day - timedelta(days=1):
            continue  # too old in any time zone, which spares most of a long history the reading
        for number, group in enumerate(schedule.reviews(progress.attempts(name))):
            last, on = group[-1], group[-1].day
            if on >= day:
                found.append(Passed(last.time, name, on, number > 0, last.seconds or 0))
    return sorted(found)


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]  # the module `statistics` takes 10 ms to import
