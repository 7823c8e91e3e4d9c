"""Reviews: worked out from the attempts alone, the same every time, and sooner for what was hard-won."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

import mlprep
from mlprep.learner import schedule
from mlprep.learner.attempt_rows import Attempt
from mlprep.learner.record import PASSED, Progress
from mlprep.learner.schedule import AGAIN, EASY, GOOD, HARD, due, rating, reviews, upcoming

TARGETS = {"softmax": 10, "pca": 20, "kmeans": 20}
DAY = 86400
FIRST = date(2024, 3, 4)


def at(day: date, hour: int = 12) -> float:
    return time.mktime((day.year, day.month, day.day, hour, 0, 0, 0, 0, -1))


def attempt(outcome: str = PASSED, seconds: int | None = 600, hints: int = 0, solution: bool = False) -> Attempt:
    return Attempt(int(at(FIRST)), outcome, seconds, hints, solution, None)


def solve(progress: Progress, exercise: str, day: date, minutes: float = 8, *, hints: int = 0, wrong: int = 0) -> None:
    start = at(day)
    progress.start(exercise, start)
    if hints:
        progress.see_hint(exercise, hints, start)
    for _ in range(wrong):
        progress.record(exercise, "failed", start)
    progress.record(exercise, PASSED, start + minutes * 60)


def solved(**options: object) -> Progress:
    progress = Progress()
    solve(progress, "softmax", FIRST, **options)  # type: ignore[arg-type]
    return progress


def review_day(progress: Progress, exercise: str = "softmax") -> date:
    return next(each.on for each in upcoming(progress, TARGETS, at(FIRST)) if each.exercise == exercise)


# Ratings


@pytest.mark.parametrize(
    ("attempts", "expected"),
    [
        ([attempt()], GOOD),
        ([attempt(seconds=300)], EASY),
        ([attempt(seconds=301)], GOOD),
        ([attempt(seconds=1200)], GOOD),
        ([attempt(seconds=1201)], HARD),
        ([attempt(seconds=None)], GOOD),
        ([attempt(seconds=100, hints=1)], GOOD),
        ([attempt(seconds=100, hints=2)], HARD),
        ([attempt(seconds=100, hints=3)], HARD),
        ([attempt(seconds=100, solution=True)], AGAIN),
        ([attempt("failed"), attempt(seconds=100)], GOOD),
        ([attempt("failed"), attempt("error"), attempt("timeout"), attempt(seconds=100)], HARD),
        ([attempt("unfinished"), attempt("grader_error"), attempt(seconds=100)], EASY),
    ],
)
def test_a_pass_is_rated_by_how_hard_won_it_was(attempts: list[Attempt], expected: int) -> None:
    assert rating(attempts, target=10) == expected


def test_the_attempts_up_to_a_pass_are_one_review() -> None:
    first, wrong, second, late = attempt(), attempt("failed"), attempt(), attempt("failed")
    assert list(reviews([wrong, wrong, first, wrong, second, late])) == [
        [wrong, wrong, first],
        [wrong, second],
    ]


def test_checking_an_answer_that_passed_is_no_review() -> None:
    outside = [attempt(seconds=None), attempt("failed", seconds=None)]
    unstarted = [attempt("failed", seconds=None), attempt(seconds=None)]
    assert list(reviews([*unstarted, *outside, attempt("failed"), *outside, attempt()])) == [
        unstarted,
        [attempt("failed"), attempt()],
    ]


# Due


def test_nothing_solved_is_nothing_due() -> None:
    progress = Progress()
    progress.start("softmax", at(FIRST))
    progress.record("softmax", "failed", at(FIRST))
    assert due(progress, TARGETS, at(FIRST) + 1000 * DAY) == []


def test_a_review_is_due_all_day_and_not_the_day_before() -> None:
    progress = solved()
    on = review_day(progress)
    assert on > FIRST
    assert due(progress, TARGETS, at(on - timedelta(days=1), hour=23)) == []
    for hour in (0, 12, 23):
        assert [each.exercise for each in due(progress, TARGETS, at(on, hour))] == ["softmax"]


def test_what_was_harder_comes_back_sooner() -> None:
    easy, good = review_day(solved(minutes=4)), review_day(solved(minutes=8))
    hard, slow = review_day(solved(hints=2)), review_day(solved(minutes=25, hints=0, wrong=3))
    shown = Progress()
    shown.see_solution("softmax", at(FIRST))
    solve(shown, "softmax", FIRST)
    assert easy > good > hard >= slow > FIRST
    assert review_day(shown) == FIRST + timedelta(days=1)


def test_reviews_in_time_come_further_and_further_apart() -> None:
    progress, day, gaps = Progress(), FIRST, []
    for _ in range(6):
        solve(progress, "softmax", day)
        gaps.append((review_day(progress) - day).days)
        day = review_day(progress)
    assert gaps == sorted(set(gaps))


def test_a_review_that_needed_the_solution_comes_back_soon_but_not_the_same_day() -> None:
    progress = solved()
    on = review_day(progress)
    progress.start("softmax", at(on))
    progress.see_solution("softmax", at(on))
    progress.record("softmax", PASSED, at(on) + 60)
    assert 1 <= (review_day(progress) - on).days < (on - FIRST).days


def test_the_plan_is_what_fsrs_says_of_those_days() -> None:
    from fsrs import Card, Rating, Scheduler

    progress = solved(hints=2)
    solve(progress, "softmax", FIRST + timedelta(days=3))
    solve(progress, "softmax", FIRST + timedelta(days=20), minutes=3)
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card = Card()
    for days, grade in ((0, Rating.Hard), (3, Rating.Good), (20, Rating.Easy)):
        moment = datetime(FIRST.year, FIRST.month, FIRST.day, tzinfo=UTC) + timedelta(days=days)
        card, _ = scheduler.review_card(card, grade, moment)
    assert review_day(progress) == card.due.date()


def test_the_most_pressing_comes_first_whatever_the_order_of_the_catalogue() -> None:
    progress = Progress()
    solve(progress, "pca", FIRST, minutes=15)
    solve(progress, "kmeans", FIRST, minutes=15, hints=2)
    solve(progress, "softmax", FIRST - timedelta(days=9), minutes=15, hints=2)
    later = at(FIRST + timedelta(days=60))
    for targets in (TARGETS, dict(reversed(TARGETS.items()))):
        assert [each.exercise for each in due(progress, targets, later)] == ["softmax", "kmeans", "pca"]


def test_exercises_this_version_does_not_have_are_not_served() -> None:
    progress = solved()
    solve(progress, "from_the_future", FIRST)
    assert {each.exercise for each in upcoming(progress, TARGETS, at(FIRST))} == {"softmax"}


def test_retention_is_certain_at_first_and_fades() -> None:
    progress = solved()
    days = [at(FIRST + timedelta(days=days)) for days in (0, 5, 50, 500)]
    odds = [each.retention for day in days for each in upcoming(progress, TARGETS, day) if each.exercise == "softmax"]
    assert len(odds) == len(days)
    assert odds[0] == 1
    assert odds == sorted(set(odds), reverse=True)
    assert odds[-1] > 0


def test_planning_reads_no_clock_and_never_sleeps(monkeypatch: pytest.MonkeyPatch) -> None:
    import fsrs.card

    monkeypatch.setattr(fsrs.card, "time", None)
    monkeypatch.setattr(fsrs.card, "datetime", None)
    assert upcoming(solved(), TARGETS, at(FIRST))


def test_fsrs_is_imported_only_when_something_is_solved() -> None:
    script = (
        "import sys; from mlprep.learner.record import Progress; from mlprep.learner.schedule import due\n"
        "due(Progress(), {'softmax': 10}, 1.7e9); print('fsrs' in sys.modules)\n"
        "p = Progress(); p.record('softmax', 'passed', 1.7e9); due(p, {'softmax': 10}, 1.7e9)\n"
        "print('fsrs' in sys.modules)"
    )
    environ = os.environ | {"PYTHONPATH": str(Path(mlprep.__file__).parents[1])}
    run = [sys.executable, "-c", script]
    out = subprocess.run(run, env=environ, capture_output=True, text=True, check=True).stdout
    assert out.split() == ["False", "True"]


def test_a_year_of_practice_keeps_its_plan_and_its_memory() -> None:
    """On four days of five a new exercise, while there are any, and all that is due: over 400 passes."""
    chance = random.Random(7)
    targets = {f"exercise_{number}": chance.choice([10, 15, 25]) for number in range(120)}
    unseen = list(targets)
    progress, passes = Progress(), 0
    for offset in range(366):
        day = FIRST + timedelta(days=offset)
        if chance.random() < 0.2:
            continue
        plan = due(progress, targets, at(day, hour=7))
        assert plan == sorted(plan, key=lambda each: (each.on, each.retention, each.exercise))
        assert all(each.on <= day and 0 < each.retention <= 1 for each in plan)
        today = [each.exercise for each in plan] + [unseen.pop(0) for _ in unseen[:1]]
        for exercise in today:
            pace, hints, wrong = (
                chance.choice([0.3, 0.8, 2.5]),
                chance.choice([0, 0, 1, 3]),
                chance.randrange(4),
            )
            solve(progress, exercise, day, targets[exercise] * pace, hints=hints, wrong=wrong)
            passes += 1
        if offset % 7 == 0:
            assert due(progress, targets, at(day, hour=23)) == []
    assert passes > 400
    assert not unseen
    plan = upcoming(progress, targets, at(day))
    assert len(plan) == len(targets)
    assert plan == upcoming(Progress(progress.data), targets, at(day))
    assert sum(len(progress.passes(exercise)) for exercise in targets) == passes
    assert len(progress.days()) < 320


def test_a_round_that_passed_puts_the_review_off_and_without_a_pass_before_it_is_nothing():
    def due(*rounds: str) -> date | None:
        progress = Progress()
        progress.start("softmax", at(FIRST))
        progress.record("softmax", PASSED, at(FIRST) + 600)
        for number, name in enumerate(rounds, 1):
            progress.start(name, at(FIRST) + 2 * number * DAY)
            progress.record(name, PASSED, at(FIRST) + 2 * number * DAY + 300)
        return schedule.next_review(schedule.recalled(progress, "softmax"), 8)

    plain, debugged, both = due(), due("softmax_debug"), due("softmax_debug", "test_softmax")
    assert plain is not None
    assert debugged is not None
    assert both is not None
    assert plain < debugged < both
    assert due("attention_debug") == plain
    progress = Progress()
    progress.start("softmax_debug", at(FIRST))
    progress.record("softmax_debug", PASSED, at(FIRST) + 300)
    assert schedule.next_review(schedule.recalled(progress, "softmax"), 8) is None


def test_a_round_whose_solution_was_seen_recalls_nothing():
    progress = Progress()
    progress.start("softmax", at(FIRST))
    progress.record("softmax", PASSED, at(FIRST) + 600)
    progress.start("softmax_debug", at(FIRST) + 2 * DAY)
    progress.see_solution("softmax_debug", at(FIRST) + 2 * DAY)
    progress.record("softmax_debug", PASSED, at(FIRST) + 2 * DAY + 60)
    assert len(schedule.recalled(progress, "softmax")) == 1
