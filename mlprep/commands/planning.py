"""`next`, `review` and `plan`: what to practice when."""

from __future__ import annotations

from typing import Annotated

import typer

from mlprep.commands.base import (
    Json,
    Name,
    complete_path,
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

app = new_app()


@app.command("next", epilog=examples("mlprep next", "mlprep next --path first-week"))
def next_(
    ctx: typer.Context,
    path: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Follow this path from now on. `none` for none.", autocompletion=complete_path
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Start what comes next: a review or something new."""
    from mlprep.activities import next_up

    session = session_of(ctx)
    if path is not None:
        followed = next_up.follow(session, path)
        if followed and not json:
            say(f"You follow the path {followed.id} from now on. To see it: mlprep list --path {followed.id}")
    show_begun(session, next_up.begin_next(session), json=json)


@app.command(epilog=examples("mlprep review", "mlprep review softmax"))
def review(ctx: typer.Context, name: Name = None, json: Json = False) -> None:
    """Start a review: an exercise again, from scratch."""
    from mlprep.activities import next_up, practice

    session = session_of(ctx)
    exercise = session.catalogue.find(name) if name else next_up.most_pressing(session)
    show_begun(session, practice.review(session, exercise), json=json)


@app.command(epilog=examples('mlprep plan --until "Dec 24" --minutes 45', "mlprep plan --focus llm --off sat,sun"))
def plan(
    ctx: typer.Context,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Your interview: Dec 24, 4 weeks, +14.")] = None,
    minutes: Annotated[int | None, typer.Option(metavar="N", help="Minutes per day.")] = None,
    focus: Annotated[
        str | None, typer.Option(metavar="NAMES", help="Topics, exercises or a path that come first. `none` for none.")
    ] = None,
    skip: Annotated[
        str | None, typer.Option(metavar="NAMES", help="Topics or exercises to leave out. `none` for none.")
    ] = None,
    off: Annotated[
        str | None, typer.Option(metavar="DAYS", help="Weekdays without practice: sat,sun. `none` for none.")
    ] = None,
    drop: Annotated[bool, typer.Option("--drop", help="Delete the plan.")] = False,
    json: Json = False,
) -> None:
    """Plan the days until your interview.

    Days are filled with reviews that are due, then with what interviews ask most. The plan adapts as you practice.
    """
    from mlprep.activities import plan_making
    from mlprep.learner import study_plan
    from mlprep.views import plan as view

    session = session_of(ctx)
    if drop:
        existed = plan_making.drop(session)
        if json:
            print_json_with_notes(session, {"plan": None})
        else:
            say("Plan deleted." if existed else "There is no plan to delete.")
            notices(session)
        return
    known = plan_making.make(session, plan_making.Wishes(until, minutes, focus, skip, off))
    catalogue, progress, now = session.catalogue, session.progress, session.now
    layout = study_plan.lay_out(catalogue, progress, known, now)
    needed = study_plan.minutes_needed(catalogue, progress, known, now) if layout.left_out else None
    if json:
        print_json_with_notes(session, view.as_json(layout, needed))
        return
    values = {name: exercise.value for name, exercise in catalogue.exercises.items()}
    view.show_plan(console(), layout, values, needed)
    finish(session)
