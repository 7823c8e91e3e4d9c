"""`next`, `review` and `plan`: what to practice when."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from mlprep.commands.base import (
    Json,
    Name,
    console,
    examples,
    finish,
    new_app,
    notices,
    print_json_with_notes,
    say,
    session_of,
    show_begun,
)
from mlprep.errors import MlprepError
from mlprep.learner import dates

app = new_app()

_LEAST, _MOST = 5, 720  # minutes per day


@app.command("next", epilog=examples("mlprep next", "mlprep next --json"))
def next_(ctx: typer.Context, json: Json = False) -> None:
    """Start what comes next: a review or something new."""
    from mlprep.activities import practice

    session = session_of(ctx)
    show_begun(session, practice.begin_next(session), json=json)


@app.command(epilog=examples("mlprep review", "mlprep review softmax"))
def review(ctx: typer.Context, name: Name = None, json: Json = False) -> None:
    """Start a review: an exercise again, from scratch."""
    from mlprep.activities import practice

    session = session_of(ctx)
    exercise = session.catalogue.find(name) if name else practice.most_pressing(session)
    show_begun(session, practice.review(session, exercise), json=json)


@app.command(epilog=examples('mlprep plan --until "Dec 24" --minutes 45', "mlprep plan"))
def plan(
    ctx: typer.Context,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Your interview: Dec 24, 4 weeks, +14.")] = None,
    minutes: Annotated[int | None, typer.Option(metavar="N", help="Minutes per day.")] = None,
    drop: Annotated[bool, typer.Option("--drop", help="Delete the plan.")] = False,
    json: Json = False,
) -> None:
    """Plan the days until your interview. The plan adapts as you practice."""
    from mlprep.learner import study_plan
    from mlprep.views import plan as view

    session = session_of(ctx)
    now = session.now
    if minutes is not None and not _LEAST <= minutes <= _MOST:
        raise MlprepError(f"{minutes} minutes per day cannot be planned.", f"Give {_LEAST} to {_MOST} minutes.")
    if drop:
        session.create_workspace()
        existed = session.progress.plan is not None
        session.change(lambda progress: progress.drop_plan())
        if json:
            print_json_with_notes(session, {"plan": None})
        else:
            say("Plan deleted." if existed else "There is no plan to delete.")
            notices(session)
        return
    known = session.progress.plan
    if until or minutes:
        day = dates.interview_day(until, date.fromtimestamp(now)) if until else known.until if known else None
        if day is None:
            raise MlprepError("When is your interview?", 'Run `mlprep plan --until "Dec 24"`.')
        amount = minutes or (known.minutes if known else 45)
        session.create_workspace()
        session.change(lambda progress: progress.make_plan(day, amount, now))
        known = session.progress.plan
    if known is None:
        raise MlprepError("There is no plan yet.", 'Run `mlprep plan --until "Dec 24" --minutes 45`.')
    if known.until <= date.fromtimestamp(now):
        raise MlprepError(f"The plan ended on {known.until}.", "Run `mlprep plan --until DATE` to make a new one.")
    layout = study_plan.lay_out(session.catalogue, session.progress, known, now)
    needed = study_plan.minutes_needed(session.catalogue, session.progress, known, now) if layout.left_out else None
    if json:
        print_json_with_notes(session, view.as_json(layout, needed))
        return
    view.show_plan(console(), layout, needed)
    finish(session)
