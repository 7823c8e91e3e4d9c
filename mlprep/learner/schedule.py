"""When to practice what again: FSRS reviews worked out from the attempts, with nothing of their own to store.

The attempts up to a pass are one review of that exercise, rated by how hard-won the pass was. FSRS counts in
whole days, so it is given each review as a local calendar day: what falls due today is due all day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from mlprep.content.catalogue import round_names
from mlprep.learner.attempt_rows import Attempt
from mlprep.learner.record import PASSED, Progress

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

    from mlprep.learner.quiz_record import Rated

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
ROUND = "round"  # the outcome that a round of an exercise has among its attempts
WRONG = {"failed", "error", "timeout"}  # starter code and a broken grader say nothing about the learner


class Due(NamedTuple):
    """A solved exercise: the day it is due for review, and the odds that it could be written now."""

    exercise: str
    on: date
    retention: float


class DueCard(NamedTuple):
    """A quiz card that is due: the day it fell due, and the odds that it is remembered."""

    card: str
    on: date
    retention: float


def rating(attempts: Sequence[Attempt], target: float) -> int:
    """FSRS's 1 (again) to 4 (easy) for the attempts up to a pass, against the target time in minutes."""
    last = attempts[-1]
    if last.outcome == ROUND:
        return HARD
    wrong = sum(attempt.outcome in WRONG for attempt in attempts)
    minutes = None if last.seconds is None else last.seconds / 60
    if last.solution:
        return AGAIN
    if last.hints >= 2 or wrong >= 3 or (minutes is not None and minutes > 2 * target):
        return HARD  # the second hint gives the formula away
    if last.hints or wrong or minutes is None or minutes > target / 2:
        return GOOD
    return EASY


def reviews(attempts: Sequence[Attempt]) -> Iterator[list[Attempt]]:
    """The attempts grouped by the pass they led to; what has led to none yet is left out."""
    group: list[Attempt] = []
    solved = False
    for attempt in attempts:
        if attempt.outcome == ROUND:
            if solved:  # before the first pass there is nothing to recall
                yield [attempt]
            continue
        if solved and attempt.seconds is None:
            continue  # outside a run of the clock the code that passed is still there: nothing is recalled
        group.append(attempt)
        if attempt.outcome == PASSED:
            yield group
            group, solved = [], True


def recalled(progress: Progress, exercise: str) -> list[Attempt]:
    """The attempts at an exercise, and the rounds of it that passed without the solution: fixing a bug in it, or
    writing tests that tell right from wrong, recalls it as well, though not all of it.
    """
    attempts = progress.attempts(exercise)
    rounds = [
        each._replace(outcome=ROUND)
        for name in round_names(exercise)
        for each in progress.passes(name)
        if not each.solution
    ]
    return sorted([*attempts, *rounds], key=lambda each: each.time) if rounds else attempts


def upcoming(progress: Progress, targets: Mapping[str, float], now: float) -> list[Due]:
    """Every solved exercise of the catalogue, the most pressing first; ``targets`` holds each one's minutes."""
    today = midnight(date.fromtimestamp(now))
    cards = ((exercise, memory(recalled(progress, exercise), target)) for exercise, target in targets.items())
    found = [Due(exercise, card.due.date(), odds(card, today)) for exercise, card in cards if card]
    return sorted(found, key=lambda each: (each.on, each.retention, each.exercise))


def due(progress: Progress, targets: Mapping[str, float], now: float) -> list[Due]:
    """What is due for review today, the most pressing first."""
    today = date.fromtimestamp(now)
    return [each for each in upcoming(progress, targets, now) if each.on <= today]


def due_cards(progress: Progress, now: float) -> list[DueCard]:
    """The quiz cards that are due for review today, the most pressing first; a card that was never rated is new."""
    today = date.fromtimestamp(now)
    found = [
        DueCard(name, card.due.date(), odds(card, midnight(today)))
        for name in progress.rated_cards()
        if (card := card_memory(progress.card_ratings(name))) is not None and card.due.date() <= today
    ]
    return sorted(found, key=lambda each: (each.retention, each.card))


def card_memory(ratings: Sequence[Rated]) -> Card | None:
    """The memory of a quiz card after all its reviews, or None if there was none."""
    return _after(tuple((date.fromtimestamp(each.time), each.rating) for each in ratings))


def memory(attempts: Sequence[Attempt], target: float) -> Card | None:
    """The memory of one exercise after all its reviews, or None if it was never solved."""
    return _after(tuple((group[-1].day, rating(group, target)) for group in reviews(attempts)))


@lru_cache(maxsize=4096)
def _after(rated: tuple[tuple[date, int], ...]) -> Card | None:
    """The memory after reviews on these days, worked out once: a page asks for it several times, a plan for each of
    its layouts.
    """
    card = None
    for on, how_well in rated:
        day = midnight(on)
        if card is not None and card.last_review is not None:
            day = max(day, card.last_review)  # a day begins again for those who travel west
        card = practiced(card, day, how_well)
    return card


def next_review(attempts: Sequence[Attempt], target: float) -> date | None:
    """The day on which an exercise is due for review, or None if it was never solved."""
    card = memory(attempts, target)
    return card.due.date() if card else None


def practiced(card: Card | None, day: datetime, rated: int = GOOD) -> Card:
    """The memory after one more practice on that day, be it a real or a planned one."""
    from fsrs import Card, Rating

    # Left to itself, a new card reads the clock and sleeps for a millisecond to get an id.
    return _scheduler().review_card(card or Card(card_id=0, due=day), Rating(rated), day)[0]


def odds(card: Card, day: datetime) -> float:
    """The odds that the exercise could be written without help on that day."""
    return _scheduler().get_card_retrievability(card, day)


@cache
def _scheduler() -> Scheduler:
    from fsrs import Scheduler

    # Steps of minutes are for flashcards: without them the next review is at least a day off. Without random
    # spread, the plan is the same however often it is worked out.
    return Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)


def midnight(day: date) -> datetime:
    """A calendar day in the form FSRS takes: midnight UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
