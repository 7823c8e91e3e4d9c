"""A plan laid out over its days."""

from __future__ import annotations

from datetime import date
from typing import Any

from rich.console import Console
from rich.text import Text

from mlprep.learner.study_plan import NEW, REVIEW, Day, Layout
from mlprep.views.text import DIM, GOOD, KEY, WARN, paragraph

_LABELS = (("finish", "finish"), (NEW, "new"), (REVIEW, "again"))
_SHOWN = 21  # days


def show_plan(console: Console, layout: Layout, needed: int | None) -> None:
    """The days to come, what finds no room, and what would make room for it."""
    plan, days = layout.plan, layout.days
    console.print(
        Text(f"{len(days)} day{'s' * (len(days) != 1)} to {long_date(plan.until)}", KEY).append(
            f"   {plan.minutes} minutes a day", DIM
        )
    )
    console.print()
    if layout.done:
        paragraph(console, "Done today: " + ", ".join(layout.done), GOOD)
        console.print()
    for day in days[:_SHOWN]:
        _show_day(console, day)
    if len(days) > _SHOWN:
        console.print(Text(f"  ... and {len(days) - _SHOWN} days more (--json has them)", DIM))
    console.print()
    new = [step for day in days for step in day.steps if step.kind != REVIEW]
    reviews = sum(step.kind == REVIEW for day in days for step in day.steps)
    paragraph(console, f"{len(new)} new exercises and {reviews} reviews. The plan follows what you really do.", DIM)
    if layout.left_out:
        more = f"; {needed} minutes a day would hold all" if needed else ""
        names = ", ".join(layout.left_out[:6]) + (", ..." if len(layout.left_out) > 6 else "")
        paragraph(console, f"No room for {len(layout.left_out)}: {names}{more}.", WARN)
    console.print(Text("  Begin: mlprep next", DIM))


def as_json(layout: Layout, needed: int | None) -> dict[str, Any]:
    """The plan as plain data."""
    return {
        "until": layout.plan.until.isoformat(),
        "minutes": layout.plan.minutes,
        "done_today": list(layout.done),
        "days": [
            {"date": day.on.isoformat(), "minutes": day.minutes, "steps": [step._asdict() for step in day.steps]}
            for day in layout.days
        ],
        "left_out": list(layout.left_out),
        "minutes_needed": needed,
    }


def long_date(day: date) -> str:
    """A day as it is said."""
    return f"{day:%A}, {day.day} {day:%B %Y}"


def _show_day(console: Console, day: Day) -> None:
    head = f"  {day.on:%a} {day.on.day:>2} {day.on:%b}  {day.minutes or '-':>3}{' min' if day.minutes else '    '}  "
    width = max(20, min(console.width, 100) - len(head) - 7)
    first = True
    for kind, label in _LABELS:
        names = ", ".join(step.exercise for step in day.steps if step.kind == kind)
        for number, line in enumerate(Text(names).wrap(console, width) if names else ()):
            line.rstrip()
            lead = Text(head if first else " " * len(head)).append(f"{label if number == 0 else '':<7}", DIM)
            console.print(lead + line)
            first = False
    if first:
        console.print(Text(head).append("free, or for what took longer", DIM))
