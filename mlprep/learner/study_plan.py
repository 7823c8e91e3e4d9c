"""What to practice when: the next thing, today's share, and the days until an interview. Pure, and the same each time.

Nothing of a layout is stored but what the learner asked for: it is worked out each time from what was really done.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from mlprep.content.catalogue import Catalogue
from mlprep.learner import paces, state
from mlprep.learner.paces import FINISH as FINISH
from mlprep.learner.paces import NEW as NEW
from mlprep.learner.paces import REVIEW as REVIEW
from mlprep.learner.paces import ROUNDS as ROUNDS
from mlprep.learner.plan_days import Builder, Day, Step
from mlprep.learner.record import Plan, Progress

_REVISION = 4  # days of practice from which on the last one brings nothing new
_AHEAD = 14  # days in which what comes next is looked for


class Layout(NamedTuple):
    """A plan laid out: what today has seen already, the days from today on, and what found no room."""

    plan: Plan
    done: tuple[str, ...]
    days: tuple[Day, ...]
    left_out: tuple[str, ...]

    def left_today(self) -> list[Step]:
        """What is still to do on the first day."""
        steps = self.days[0].steps if self.days else ()
        return [step for step in steps if step.kind in ROUNDS or step.exercise not in self.done]


def choose(catalogue: Catalogue, progress: Progress, now: float, due: Sequence[str] | None = None) -> Step | None:
    """What to do next, other than the current exercise: by the plan, else reviews and new ones in turn.

    By the plan it is the first step of today that can be started. Once today's share is done, it is the first step of
    a later day, but no review before it is due. ``due`` is what is due today, if that was worked out already.
    """
    plan = running_plan(progress, now)
    if due is None:
        due = state.due_now(catalogue, progress, now)
    for days in (1, _AHEAD) if plan else ():
        for day in lay_out(catalogue, progress, plan, now, days).days if plan else ():
            for step in day.steps:
                is_due = day.on == date.fromtimestamp(now) or step.exercise in due
                if step.kind in ROUNDS:  # a quiz or an interview is begun by its own command
                    if day.on == date.fromtimestamp(now) and step.exercise in catalogue.exercises:
                        return step
                    continue
                can_begin = state.can_begin(catalogue, progress, catalogue.exercises[step.exercise], plan)
                if step.exercise != progress.current and (is_due if step.kind == REVIEW else can_begin):
                    return step
    due = [
        name
        for name in due
        if name != progress.current and not state.is_skipped(catalogue.exercises[name], progress.plan)
    ]
    others = (each for each in state.in_order(catalogue, progress, plan) if each.id != progress.current)
    new = next((each for each in others if state.can_begin(catalogue, progress, each, plan)), None)
    measured = paces.measured(catalogue, progress)
    if due and not (new and paces.only_reviews(progress, now)):
        return Step(due[0], REVIEW, paces.cost(catalogue.exercises[due[0]], REVIEW, measured))
    if new:
        kind = FINISH if progress.running(new.id) and progress.edited(new.id) else NEW
        return Step(new.id, kind, paces.cost(new, NEW, measured))
    return None


def running_plan(progress: Progress, now: float) -> Plan | None:
    """The plan, if there is one that has not ended."""
    plan = progress.plan
    return plan if plan and plan.until > date.fromtimestamp(now) else None


def today(catalogue: Catalogue, progress: Progress, now: float) -> Layout | None:
    """Today's share of the plan, or None without a plan or after its end."""
    plan = running_plan(progress, now)
    return lay_out(catalogue, progress, plan, now, days=1) if plan else None


def lay_out(catalogue: Catalogue, progress: Progress, plan: Plan, now: float, days: int | None = None) -> Layout:
    """The days from today to the one before ``plan.until``; with ``days``, only the first so many."""
    first = date.fromtimestamp(now)
    every = [first + timedelta(days=offset) for offset in range(max((plan.until - first).days, 0))]
    working = [day for day in every if day.weekday() not in plan.off]
    builder = Builder(catalogue, progress, plan, now, len(working) * plan.minutes)
    done, spent = paces.done_on(progress, first)
    laid, debt = [], float(spent)
    for day in every[:days]:
        if day.weekday() in plan.off:
            laid.append(Day(day, ()))
            continue
        last = len(working) >= _REVISION and day == working[-1]
        steps, debt = builder.day(day, plan.minutes, debt, last=last)
        laid.append(Day(day, steps))
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
