"""Today, as the home page shows it: what is in progress, today's share, and why the share is not what it was."""

from __future__ import annotations

import time
from datetime import date, timedelta
from typing import Any

from mlprep.content.catalogue import Catalogue
from mlprep.learner import paces, state, study_plan
from mlprep.learner.record import Plan, Progress
from mlprep.learner.study_plan import Layout


def overview(catalogue: Catalogue, progress: Progress, now: float) -> dict[str, Any]:
    """What the home page shows of today."""
    current = progress.current if progress.current in catalogue.exercises else None
    if current and not progress.running(current) and progress.solved(current):
        current = None
    due = state.due_now(catalogue, progress, now)
    step = study_plan.choose(catalogue, progress, now, due)
    share = study_plan.today(catalogue, progress, now)
    return {
        "current": current,
        "seconds": progress.seconds(current, now) if current else None,
        "target": catalogue.exercises[current].minutes * 60 if current else None,
        "due": due,
        "next": step.exercise if step else None,
        "share": _share(catalogue, progress, share, now) if share else None,
        "streak": progress.streak(date.fromtimestamp(now)),
        "solved": sum(progress.solved(each) for each in catalogue.exercises),
        "total": len(catalogue.exercises),
    }


def _share(catalogue: Catalogue, progress: Progress, layout: Layout, now: float) -> dict[str, Any]:
    today, plan = date.fromtimestamp(now), layout.plan
    steps = layout.left_today()
    moved, over = _moved(catalogue, progress, layout, now)
    missed, lost = _missed(catalogue, progress, plan, now) if not layout.done else (0, [])
    return {
        "until": plan.until,
        "days": (plan.until - today).days,
        "off": today.weekday() in plan.off,
        "values": {
            step.exercise: catalogue.exercises[step.exercise].value if step.exercise in catalogue.exercises else ""
            for step in steps
        },
        "done": list(layout.done),
        "left": steps,
        "moved": moved,
        "minutes_over": over,
        "missed_days": missed,
        "lost": lost,
    }


def _moved(catalogue: Catalogue, progress: Progress, layout: Layout, now: float) -> tuple[list[str], int]:
    """What today's share held in the morning and holds no longer, and by how many minutes today ran over the plan."""
    if not layout.done:
        return [], 0
    today = date.fromtimestamp(now)
    morning = progress.before(today)
    planned = study_plan.lay_out(catalogue, morning, layout.plan, _start_of(today), days=1).days[0].steps
    left = {step.exercise for step in layout.days[0].steps} | {progress.current}
    exercises = [step.exercise for step in planned if step.kind not in study_plan.ROUNDS]
    moved = [name for name in exercises if name not in left and name not in layout.done]
    expected = sum(step.minutes for step in planned if step.exercise in layout.done)
    _, spent = paces.done_on(progress, today)
    return moved, max(spent - expected, 0)


def _missed(catalogue: Catalogue, progress: Progress, plan: Plan, now: float) -> tuple[int, list[str]]:
    """How many planned days passed since the last practice, and what fits no longer for that."""
    today = date.fromtimestamp(now)
    last = max([plan.made - timedelta(days=1), *(day for day in progress.days() if day < today)])
    between = [last + timedelta(days=ahead) for ahead in range(1, (today - last).days)]
    missed = sum(day.weekday() not in plan.off for day in between)
    if not missed:
        return 0, []
    then = study_plan.lay_out(catalogue, progress, plan, _start_of(last + timedelta(days=1)))
    since = study_plan.lay_out(catalogue, progress, plan, now)
    return missed, [name for name in since.left_out if name not in then.left_out]


def _start_of(day: date) -> float:
    return time.mktime((day.year, day.month, day.day, 0, 0, 0, 0, 0, -1))
