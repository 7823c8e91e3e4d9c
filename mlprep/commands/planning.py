"""`next`, `review` and `plan`: what to practise when."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from mlprep.commands.base import (
    Json,
    Name,
    console,
    finish,
    notices,
    print_json_with_notes,
    say,
    session_of,
    show_begun,
)
from mlprep.errors import MlprepError
from mlprep.learner import dates

app = typer.Typer()

_FURTHEST = 366


@app.command("next")
def next_(ctx: typer.Context) -> None:
    """Begin what comes next: what is due to be written again, or something new."""
    from mlprep.activities import practice

    session = session_of(ctx)
    show_begun(session, practice.begin_next(session))


@app.command()
def review(ctx: typer.Context, name: Name = None) -> None:
    """Write again, from an empty stub, what is due; the old answer is put aside."""
    from mlprep.activities import practice

    session = session_of(ctx)
    exercise = session.catalogue.find(name) if name else practice.most_pressing(session)
    show_begun(session, practice.review(session, exercise))


@app.command()
def plan(
    ctx: typer.Context,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="The interview: Dec 24, 4 weeks, +14.")] = None,
    minutes: Annotated[int | None, typer.Option(min=5, max=720, metavar="N", help="Minutes of practice a day.")] = None,
    drop: Annotated[bool, typer.Option("--drop", help="Forget the plan.")] = False,
    json: Json = False,
) -> None:
    """Lay out the days to an interview: what to learn and what to write again. It follows what you really do."""
    from mlprep.learner import study_plan
    from mlprep.views import plan as view

    session = session_of(ctx)
    now = session.now
    if drop:
        session.create_workspace()
        session.change(lambda progress: progress.drop_plan())
        if json:
            print_json_with_notes(session, {"plan": None})
        else:
            say("There is no plan any more.")
            notices(session)
        return
    known = session.progress.plan
    if until or minutes:
        day = _day(until, date.fromtimestamp(now)) if until else known.until if known else None
        if day is None:
            raise MlprepError("A plan needs the day it leads to.", "As in `mlprep plan --until 2026-12-24`.")
        amount = minutes or (known.minutes if known else 45)
        session.create_workspace()
        session.change(lambda progress: progress.make_plan(day, amount, now))
        known = session.progress.plan
    if known is None:
        raise MlprepError("There is no plan yet.", "Make one: `mlprep plan --until DATE --minutes N`.")
    if known.until <= date.fromtimestamp(now):
        raise MlprepError(f"The plan ended on {known.until}.", "Make a new one: `mlprep plan --until DATE`.")
    layout = study_plan.lay_out(session.catalogue, session.progress, known, now)
    needed = study_plan.minutes_needed(session.catalogue, session.progress, known, now) if layout.left_out else None
    if json:
        print_json_with_notes(session, view.as_json(layout, needed))
        return
    view.show_plan(console(), layout, needed)
    finish(session)


def _day(text: str, today: date) -> date:
    """A date as people write it, within the next year."""
    day = dates.parse(text, today)
    if day is None:
        raise MlprepError(f"{text!r} is not a date.", "Write it like Dec 24, 12/24, 2026-12-24, 4 weeks or +14.")
    if day <= today:
        raise MlprepError(f"{day} is not ahead.", f"Today is {today}: give a later day.")
    if (day - today).days > _FURTHEST:
        raise MlprepError(f"{day} is more than a year away.", "Plan for a nearer day; the rest will keep.")
    return day
