"""The days of a study plan, filled one after the other with reviews and new exercises."""

from __future__ import annotations

from collections import deque
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from mlprep.content.catalogue import DEBUG, TESTS, Catalogue, round_of
from mlprep.learner import paces, schedule, state
from mlprep.learner.paces import FINISH, INTERVIEW, NEW, QUIZ, REVIEW, ROUNDS
from mlprep.learner.record import Plan, Progress

if TYPE_CHECKING:
    from fsrs import Card


_LONG_ENOUGH = 30  # minutes of a day that has room for a round besides exercises
_ENOUGH = 12  # solved exercises from which on there are rounds
_TURNS = (DEBUG, QUIZ, TESTS, QUIZ)  # day by day
_INTERVIEWS = (3, 17)  # days before the interview on which there is a mock one
_QUIZ = 5  # minutes
_SHORT, _LONG, _HOUR = 30, 45, 60  # minutes of a mock interview, on a day below and from one hour on


class Step(NamedTuple):
    """One exercise to practice: new, in review, or to finish what was started.

    Or a round of one that is solved, by its kind; or a quiz or a mock interview, which have their kind for a name.
    """

    exercise: str
    kind: str
    minutes: int


class Day(NamedTuple):
    """A day of the plan."""

    on: date
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        return sum(step.minutes for step in self.steps)


def interview_minutes(day: int | None) -> int:
    """How long a mock interview is on a day of so many minutes; the usual length without a plan."""
    return _SHORT if day is not None and day < _HOUR else _LONG


class Builder:
    """Fills day after day, as if each planned step succeeded on its day."""

    def __init__(self, catalogue: Catalogue, progress: Progress, plan: Plan, now: float, room: int) -> None:
        self._exercises = catalogue.exercises
        self._paces = paces.measured(catalogue, progress)
        self._cards: dict[str, Card] = {}
        for each in catalogue.exercises.values():
            card = schedule.memory(schedule.recalled(progress, each.id), each.minutes)
            if card:
                self._cards[each.id] = card
        self._begun: dict[str, float] = {}  # minutes that went into the exercise in progress
        current = catalogue.exercises.get(progress.current or "")
        if current and progress.running(current.id) and progress.edited(current.id):
            self._begun[current.id] = progress.seconds(current.id, now) / 60
        unsolved = [each for each in catalogue.exercises.values() if each.id not in self._cards]
        # As every new exercise comes back, it takes half as much again. What is hard waits where time is short.
        tight = 1.5 * sum(self._cost(each.id, NEW) for each in unsolved) > room
        self.new = deque(state.in_order(catalogue, progress, plan, hard_last=tight))
        if current and current in self.new:
            self.new.remove(current)
            self.new.appendleft(current)
        for name in [name for name in self._cards if state.is_skipped(catalogue.exercises[name], plan)]:
            del self._cards[name]
        self._new_is_late = paces.nothing_new(progress, date.fromtimestamp(now))
        self._plan, self._today = plan, date.fromtimestamp(now)
        self._had_today = paces.rounds_on(progress, self._today)
        self._rounds = paces.rounds_passed(progress)

    def day(self, on: date, minutes: int, debt: float, *, last: bool) -> tuple[tuple[Step, ...], float]:
        """One day's steps, and the minutes by which it ran over: a long exercise takes them from the next day.

        A step is taken if at least half of it fits. While there is anything new, reviews may fill half of the day,
        and a day that found no room for it lets it come first on the next.
        """
        extra = self._round(on, minutes, last=last)
        left, steps = minutes - debt - (extra.minutes if extra else 0), list[Step]()

        def take(name: str, kind: str, room: float) -> bool:
            nonlocal left
            if room < min(self._cost(name, kind), minutes) / 2:
                return False
            steps.append(self._take(name, kind, on))
            left -= steps[-1].minutes
            return True

        new_comes = bool(self.new) and not last
        if new_comes and self._new_is_late and take(self.new[0].id, NEW, left):
            self.new.popleft()
        kept = minutes / 2 if new_comes and not self._new_is_late else 0
        for name in self._due(on):
            if not take(name, REVIEW, left - kept):
                break
        while self.new and not last and take(self.new[0].id, NEW, left):
            self.new.popleft()
        for name in self._faded(on) if last else ():
            if not take(name, REVIEW, left):
                break
        if extra:
            steps.append(extra)
        if steps:
            self._new_is_late = new_comes and all(step.kind == REVIEW or step.kind in ROUNDS for step in steps)
        return tuple(steps), max(-left, 0.0)

    def _take(self, name: str, kind: str, on: date) -> Step:
        self._cards[name] = schedule.practiced(self._cards.get(name), schedule.midnight(on))
        step = Step(name, FINISH if name in self._begun else kind, self._cost(name, kind))
        self._begun.pop(name, None)
        return step

    def _round(self, on: date, minutes: int, *, last: bool) -> Step | None:
        """What interviews ask besides code: a round of something solved before, a quiz, or an interview now and then.

        It comes once enough is solved to have rounds of, and where the day is long enough.
        """
        ready = [name for name, card in self._cards.items() if card.last_review and card.last_review.date() < on]
        if minutes < _LONG_ENOUGH or len(ready) < _ENOUGH:
            return None
        kind = QUIZ if last else _TURNS[on.toordinal() % len(_TURNS)]
        if not last and (self._plan.until - on).days in _INTERVIEWS:
            kind = INTERVIEW
        if on == self._today and kind in self._had_today:
            return None
        if kind == INTERVIEW:
            return Step(INTERVIEW, INTERVIEW, interview_minutes(minutes))
        if kind == QUIZ:
            return Step(QUIZ, QUIZ, _QUIZ)
        due = self._due(on)
        fresh = [self._exercises[name] for name in ready if name not in self._rounds[kind] and name not in due]
        if not fresh:
            return Step(QUIZ, QUIZ, _QUIZ)
        order = list(self._exercises)
        chosen = min(fresh, key=lambda each: (state.rank(each, self._plan), order.index(each.id)))
        self._rounds[kind].add(chosen.id)
        return Step(chosen.id, kind, round_of(chosen, kind).minutes)

    def _due(self, on: date) -> list[str]:
        day = schedule.midnight(on)
        found = [(card.due, name) for name, card in self._cards.items() if card.due <= day]
        return [name for _, name in sorted(found)]

    def _faded(self, on: date) -> list[str]:
        day = schedule.midnight(on)
        earlier = [(schedule.odds(card, day), name) for name, card in self._cards.items()]
        return [name for share, name in sorted(earlier) if share < 1]

    def _cost(self, name: str, kind: str) -> int:
        full = paces.cost(self._exercises[name], kind, self._paces)
        return max(full // 4, 1, round(full - self._begun.get(name, 0)))
