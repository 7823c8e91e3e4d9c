"""What to practice when: the next thing, today's share, and the days until an interview. Pure, and the same each time.

Nothing of a layout is stored but the day it leads to and the minutes: it is worked out anew from what was really done.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from mlprep.content.catalogue import Catalogue, Exercise
from mlprep.learner import schedule, state
from mlprep.learner.record import Plan, Progress

if TYPE_CHECKING:
    from fsrs import Card

NEW, REVIEW, FINISH = "new", "review", "finish"
_REVIEWS_IN_A_ROW = 2  # then comes something new, so that a long pause does not end all progress
_REVIEW_PACE = 0.6  # of target, until it is known how long reviews really take
_ENOUGH = 3  # times measured before a pace is believed
_REVISION = 4  # days from which on the last one brings nothing new


class Step(NamedTuple):
    """One exercise to practice: new, in review, or to finish what was begun."""

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


class Layout(NamedTuple):
    """A plan laid out: what today has seen already, the days from today on, and what found no room."""

    plan: Plan
    done: tuple[str, ...]
    days: tuple[Day, ...]
    left_out: tuple[str, ...]


def choose(catalogue: Catalogue, progress: Progress, now: float, due: Sequence[str] | None = None) -> Step | None:
    """What to do next, other than the current exercise: by the plan, else reviews and new ones in turn.

    ``due`` is what is due today, if that was worked out already.
    """
    share = today(catalogue, progress, now)
    for step in share.days[0].steps if share and share.days else ():
        exercise = catalogue.exercises[step.exercise]
        if exercise.id != progress.current and (step.kind == REVIEW or state.can_begin(catalogue, progress, exercise)):
            return step
    due = [
        name for name in (state.due_now(catalogue, progress, now) if due is None else due) if name != progress.current
    ]
    others = (each for each in state.in_order(catalogue, progress) if each.id != progress.current)
    new = next((each for each in others if state.can_begin(catalogue, progress, each)), None)
    if due and not (new and _only_reviews(progress, now)):
        return Step(due[0], REVIEW, _cost(catalogue.exercises[due[0]], REVIEW, _paces(catalogue, progress)))
    if new:
        kind = FINISH if progress.running(new.id) and progress.edited(new.id) else NEW
        return Step(new.id, kind, _cost(new, NEW, _paces(catalogue, progress)))
    return None


def today(catalogue: Catalogue, progress: Progress, now: float) -> Layout | None:
    """Today's share of the plan, or None without a plan or after its end."""
    plan = progress.plan
    return lay_out(catalogue, progress, plan, now, days=1) if plan and plan.until > date.fromtimestamp(now) else None


def overview(catalogue: Catalogue, progress: Progress, now: float) -> dict[str, Any]:
    """What the home view shows of today."""
    current = progress.current if progress.current in catalogue.exercises else None
    in_progress = current and (progress.running(current) or not progress.solved(current))
    due = state.due_now(catalogue, progress, now)
    step = choose(catalogue, progress, now, due)
    share = today(catalogue, progress, now)
    return {
        "current": current if in_progress else None,
        "seconds": progress.seconds(current, now) if in_progress and current else None,
        "target": catalogue.exercises[current].minutes * 60 if in_progress and current else None,
        "due": due,
        "next": step.exercise if step else None,
        "share": _share(catalogue, share, date.fromtimestamp(now)) if share else None,
        "streak": progress.streak(date.fromtimestamp(now)),
        "solved": sum(progress.solved(each) for each in catalogue.exercises),
        "total": len(catalogue.exercises),
    }


def _share(catalogue: Catalogue, layout: Layout, today: date) -> dict[str, Any]:
    steps = layout.days[0].steps
    return {
        "until": layout.plan.until,
        "days": (layout.plan.until - today).days,
        "values": {step.exercise: catalogue.exercises[step.exercise].value for step in steps},
        "done": list(layout.done),
        "left": [step for step in steps if step.exercise not in layout.done],
    }


def lay_out(catalogue: Catalogue, progress: Progress, plan: Plan, now: float, days: int | None = None) -> Layout:
    """The days from today to the one before ``plan.until``; with ``days``, only the first so many."""
    first = date.fromtimestamp(now)
    total = max((plan.until - first).days, 0)
    builder = _Builder(catalogue, progress, now, total * plan.minutes)
    done, spent = _done_on(progress, first)
    laid, debt = [], float(spent)
    for offset in range(total if days is None else min(days, total)):
        last = total >= _REVISION and offset == total - 1
        steps, debt = builder.day(first + timedelta(days=offset), plan.minutes, debt, last=last)
        laid.append(Day(first + timedelta(days=offset), steps))
    return Layout(plan, tuple(done), tuple(laid), tuple(each.id for each in builder.new))


def minutes_needed(catalogue: Catalogue, progress: Progress, plan: Plan, now: float) -> int | None:
    """The fewest minutes a day, in fives, with which every exercise finds room; None if no day is long enough."""
    low, high = plan.minutes // 5, 24 * 12
    if lay_out(catalogue, progress, plan._replace(minutes=high * 5), now).left_out:
        return None
    while high - low > 1:
        middle = (low + high) // 2
        if lay_out(catalogue, progress, plan._replace(minutes=middle * 5), now).left_out:
            low = middle
        else:
            high = middle
    return high * 5


class _Builder:
    """Fills day after day, as if each planned step succeeded on its day."""

    def __init__(self, catalogue: Catalogue, progress: Progress, now: float, room: int) -> None:
        self._exercises = catalogue.exercises
        self._paces = _paces(catalogue, progress)
        self._cards: dict[str, Card] = {}
        for each in catalogue.exercises.values():
            card = schedule.memory(progress.attempts(each.id), each.minutes)
            if card:
                self._cards[each.id] = card
        self._begun: dict[str, float] = {}  # minutes that went into what is under way
        current = catalogue.exercises.get(progress.current or "")
        if current and progress.running(current.id) and progress.edited(current.id):
            self._begun[current.id] = progress.seconds(current.id, now) / 60
        unsolved = [each for each in catalogue.exercises.values() if each.id not in self._cards]
        # As every new exercise comes back, it takes half as much again. What is hard waits where time is short.
        tight = 1.5 * sum(self._cost(each.id, NEW) for each in unsolved) > room
        self.new = deque(state.in_order(catalogue, progress, hard_last=tight))
        if current and current in self.new:
            self.new.remove(current)
            self.new.appendleft(current)
        self._new_is_late = _nothing_new(progress, date.fromtimestamp(now))

    def day(self, on: date, minutes: int, debt: float, *, last: bool) -> tuple[tuple[Step, ...], float]:
        """One day's steps, and the minutes by which it ran over: a long exercise takes them from the next day.

        A step is taken if at least half of it fits. While there is anything new, reviews may fill half of the day,
        and a day that found no room for it lets it come first on the next.
        """
        left, steps = minutes - debt, list[Step]()

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
        if steps:
            self._new_is_late = new_comes and all(step.kind == REVIEW for step in steps)
        return tuple(steps), max(-left, 0.0)

    def _take(self, name: str, kind: str, on: date) -> Step:
        self._cards[name] = schedule.practiced(self._cards.get(name), schedule.midnight(on))
        step = Step(name, FINISH if name in self._begun else kind, self._cost(name, kind))
        self._begun.pop(name, None)
        return step

    def _due(self, on: date) -> list[str]:
        day = schedule.midnight(on)
        found = [(card.due, name) for name, card in self._cards.items() if card.due <= day]
        return [name for _, name in sorted(found)]

    def _faded(self, on: date) -> list[str]:
        day = schedule.midnight(on)
        earlier = [(schedule.odds(card, day), name) for name, card in self._cards.items()]
        return [name for share, name in sorted(earlier) if share < 1]

    def _cost(self, name: str, kind: str) -> int:
        full = _cost(self._exercises[name], kind, self._paces)
        return max(full // 4, 1, round(full - self._begun.get(name, 0)))


def _cost(exercise: Exercise, kind: str, paces: dict[str, float]) -> int:
    return max(1, round(exercise.minutes * paces[kind]))


def _paces(catalogue: Catalogue, progress: Progress) -> dict[str, float]:
    """How long new exercises and reviews really take, as a share of target."""
    times: dict[str, list[float]] = {NEW: [], REVIEW: []}
    for exercise in catalogue.exercises.values():
        for number, attempt in enumerate(progress.passes(exercise.id)):
            if attempt.seconds is not None:
                times[REVIEW if number else NEW].append(attempt.seconds / (60 * exercise.minutes))
    known = {kind: min(max(_median(some), 0.3), 3.0) for kind, some in times.items() if len(some) >= _ENOUGH}
    return {NEW: 1.0, REVIEW: _REVIEW_PACE} | known


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]  # the module `statistics` takes 10 ms to import


def _only_reviews(progress: Progress, now: float) -> bool:
    """Whether today's last passes were all reviews."""
    last = _passes_since(progress, date.fromtimestamp(now))[-_REVIEWS_IN_A_ROW:]
    return len(last) == _REVIEWS_IN_A_ROW and all(each.review for each in last)


def _nothing_new(progress: Progress, day: date) -> bool:
    """Whether the last day of practice before this one, within a week, was all reviews."""
    before = [each for each in _passes_since(progress, day - timedelta(days=7)) if each.on < day]
    return bool(before) and all(each.review for each in before if each.on == before[-1].on)


def _done_on(progress: Progress, day: date) -> tuple[list[str], int]:
    passes = _passes_since(progress, day)
    return list(dict.fromkeys(each.exercise for each in passes)), sum(each.seconds for each in passes) // 60


class _Passed(NamedTuple):
    """A pass that proved something: not one with an answer that was still there."""

    time: int
    exercise: str
    on: date
    review: bool
    seconds: int


def _passes_since(progress: Progress, day: date) -> list[_Passed]:
    found = []
    for name in progress.exercises():
        if date.fromtimestamp(progress.touched(name)) < day - timedelta(days=1):
            continue  # too old in any time zone, which spares most of a long history the reading
        for number, group in enumerate(schedule.reviews(progress.attempts(name))):
            last, on = group[-1], group[-1].day
            if on >= day:
                found.append(_Passed(last.time, name, on, number > 0, last.seconds or 0))
    return sorted(found)
