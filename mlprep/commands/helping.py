"""`hint` and `solution`: help, one step at a time. It is recorded, because it tells how well an exercise is known."""

from __future__ import annotations

from typing import Annotated

import typer

from mlprep.commands.base import (
    Json,
    Name,
    confirm,
    console,
    examples,
    finish,
    new_app,
    print_json_with_notes,
    say,
    session_of,
)

app = new_app()


@app.command(epilog=examples("mlprep hint", "mlprep hint softmax --again"))
def hint(
    ctx: typer.Context,
    name: Name = None,
    again: Annotated[bool, typer.Option("--again", help="Only show hints that you have seen.")] = False,
    json: Json = False,
) -> None:
    """Show the next hint.

    There are three: a nudge, the formula, the steps in words. Hints that you have seen are recorded.
    """
    from mlprep.activities import help
    from mlprep.views import hints as view

    session = session_of(ctx)
    hints = help.next_hint(session, session.exercise(name), again=again)
    if json:
        print_json_with_notes(session, hints._asdict())
        return
    view.show_hints(console(), hints)
    finish(session)


@app.command(epilog=examples("mlprep solution", "mlprep solution softmax --diff"))
def solution(
    ctx: typer.Context,
    name: Name = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Skip the confirmation.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show a diff against your code.")] = False,
    json: Json = False,
) -> None:
    """Show the reference solution.

    With its reasons, and what an interviewer asks next. If you have not solved the exercise, it asks first.
    """
    from mlprep.activities import comparison, help
    from mlprep.errors import MlprepError
    from mlprep.learner.answer_file import read_source
    from mlprep.views import hints as view

    session = session_of(ctx)
    exercise = session.exercise(name)
    own = None
    if diff:
        own = read_source(session.workspace.answer(exercise.id), "Leave out --diff to see the solution alone.")
    if help.spoils(session, exercise) and not yes:
        unasked = MlprepError(f"You haven't solved {exercise.id} yet.", "Add --yes to see the solution anyway.")
        if not confirm(f"You haven't solved {exercise.id} yet. Show the solution? This is recorded.", unasked):
            say("OK. Try a hint first: mlprep hint")
            return
    found = help.see_reference(session, exercise)
    if json:
        compared = {} if own is None else {"diff": [row._asdict() for row in comparison.compare(own, found.code)]}
        print_json_with_notes(session, {**found._asdict(), **compared})
    elif own is None:
        view.show_solution(console(), found)
    else:
        from mlprep.views.side_by_side import show_comparison

        show_comparison(console(), exercise.id, comparison.compare(own, found.code))
    if not json:
        finish(session)
