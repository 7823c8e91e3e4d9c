"""A study plan laid out over its days: first what does not fit, then week by week."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from rich.console import Console
from rich.text import Text

from mlprep.content.catalogue import VALUES
from mlprep.learner.plan_days import Day
from mlprep.learner.study_plan import FINISH, NEW, REVIEW, ROUNDS, Layout
from mlprep.phrases import counted
from mlprep.views.text import DIM, GOOD, KEY, WARN, paragraph

_KINDS = (FINISH, NEW, REVIEW, *ROUNDS)
_FIRST, _LAST = 35, 7  # days that are shown of a long plan
_NAMED = 8  # of what does not fit, for each value but the first, which is named in full
_KIND = 7  # columns of the longest kind that most plans have
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def show_plan(console: Console, layout: Layout, values: Mapping[str, str], needed: int | None) -> None:
    """What does not fit, by value, and the days to come. ``values`` tells what interviews ask of each exercise."""
    plan = layout.plan
    head = f"{counted(len(layout.days), 'day')} until your interview on {long_date(plan.until)}"
    console.print(Text(head, KEY))
    wishes = [f"{plan.minutes} min per day"]
    wishes += [f"off {', '.join(_WEEKDAYS[day] for day in plan.off)}"] if plan.off else []
    wishes += [f"focus on {', '.join(plan.focus)}"] if plan.focus else []
    wishes += [f"without {', '.join(plan.skip)}"] if plan.skip else []
    paragraph(console, " · ".join(wishes), DIM, by=0)
    if layout.left_out:
        _left_out(console, layout.left_out, values, needed)
    console.print()
    if layout.done:
        paragraph(console, "Done today: " + ", ".join(layout.done), GOOD)
    monday = None
    wide = max([_KIND, *(len(step.kind) for day in layout.days for step in day.steps)]) + 1
    for day in layout.days:
        if len(layout.days) - _LAST > _FIRST and day in layout.days[_FIRST:-_LAST]:
            if day == layout.days[_FIRST]:
                console.print(Text(f"... {len(layout.days) - _FIRST - _LAST} days (--json has them)", DIM))
            continue
        if day.on - timedelta(days=day.on.weekday()) != monday:
            monday = day.on - timedelta(days=day.on.weekday())
            console.print(Text(f"Week of {monday:%b} {monday.day}", DIM))
        _show_day(console, day, wide, off=day.on.weekday() in plan.off)
    console.print()
    new = sum(step.kind in (NEW, FINISH) for day in layout.days for step in day.steps)
    reviews = sum(step.kind == REVIEW for day in layout.days for step in day.steps)
    rounds = sum(step.kind in ROUNDS for day in layout.days for step in day.steps)
    parts = [counted(new, "new exercise"), counted(reviews, "review")] + [counted(rounds, "round")] * bool(rounds)
    said = f"{', '.join(parts[:-1])} and {parts[-1]}. The plan adapts as you practice."
    paragraph(console, said, DIM)
    console.print(Text("  mlprep next", KEY))


def as_json(layout: Layout, needed: int | None) -> dict[str, Any]:
    """The plan as plain data."""
    plan = layout.plan
    return {
        "until": plan.until.isoformat(),
        "minutes": plan.minutes,
        "focus": list(plan.focus),
        "skip": list(plan.skip),
        "off": [_WEEKDAYS[day] for day in plan.off],
        "done_today": list(layout.done),
        "days": [
            {"date": day.on.isoformat(), "minutes": day.minutes, "steps": [step._asdict() for step in day.steps]}
            for day in layout.days
        ],
        "left_out": list(layout.left_out),
        "minutes_needed": needed,
    }


def long_date(day: date) -> str:
    """A day as it is said: Thursday, December 24."""
    return f"{day:%A}, {day:%B} {day.day}"


def _left_out(console: Console, names: Sequence[str], values: Mapping[str, str], needed: int | None) -> None:
    fits = "does not fit" if len(names) == 1 else "do not fit"
    more = f" With {needed} min per day, all would." if needed else ""
    console.print()
    paragraph(console, f"{counted(len(names), 'exercise')} {fits}.{more}", WARN)
    for value in VALUES:
        those = [name for name in names if values[name] == value]
        shown = those if value == VALUES[0] else those[:_NAMED]
        rest = f" and {len(those) - len(shown)} more" if len(those) > len(shown) else ""
        if those:
            style = WARN if value == VALUES[0] else ""
            _hanging(console, f"    {value:<8}", ", ".join(shown) + rest, style)


def _show_day(console: Console, day: Day, wide: int, *, off: bool) -> None:
    minutes = f"{day.minutes} min" if day.steps else ""
    head = f"  {day.on:%a %b} {day.on.day:>2}  {minutes:>7}  "
    rows = list(_rows(day))
    if not rows:
        console.print(Text(head + "          ").append("off" if off else "buffer", DIM), overflow="ellipsis")
    for number, (kind, names) in enumerate(rows):
        _hanging(console, (head if number == 0 else " " * len(head)) + f"{kind:<{wide}}", names)


def _rows(day: Day) -> Iterator[tuple[str, str]]:
    for kind in _KINDS:
        names = [step.exercise for step in day.steps if step.kind == kind]
        if names:
            yield kind, ", ".join(name for name in names if name != kind)


def _hanging(console: Console, lead: str, text: str, style: str = "") -> None:
    """Text beside its label, with further lines below the text."""
    width = max(20, min(console.width, 100) - len(lead))
    for number, row in enumerate(Text(text, style).wrap(console, width)):
        row.rstrip()
        console.print(Text(lead if number == 0 else " " * len(lead), DIM) + row, no_wrap=True, overflow="ellipsis")
