"""`hint` and `solution`: help, one step at a time, recorded because it tells how well an exercise is known."""

from __future__ import annotations

from typing import Annotated

import typer

from mlprep.commands.base import Json, Name, confirm, console, finish, print_json_with_notes, say, session_of

app = typer.Typer()


@app.command()
def hint(
    ctx: typer.Context,
    name: Name = None,
    again: Annotated[bool, typer.Option("--again", help="Only those already seen.")] = False,
    json: Json = False,
) -> None:
    """The next hint: a nudge, then the formula, then the skeleton in words."""
    from mlprep.activities import help
    from mlprep.views import hints as view

    session = session_of(ctx)
    hints = help.next_hint(session, session.exercise(name), again=again)
    if json:
        print_json_with_notes(session, hints._asdict())
        return
    view.show_hints(console(), hints)
    finish(session)


@app.command()
def solution(
    ctx: typer.Context,
    name: Name = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask, though it is unsolved.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Lay it beside your answer.")] = False,
) -> None:
    """The reference with its explanation. While the exercise is unsolved it asks first."""
    from mlprep.activities import help
    from mlprep.errors import MlprepError
    from mlprep.learner.answer_file import read_source
    from mlprep.views import hints as view

    session = session_of(ctx)
    exercise = session.exercise(name)
    own = None
    if diff:
        own = read_source(session.workspace.answer(exercise.id), "Leave out --diff to see the solution alone.")
    if help.spoils(session, exercise) and not yes:
        unasked = MlprepError(f"{exercise.id} is still to be solved.", "Add --yes to see its solution all the same.")
        if not confirm(f"{exercise.id} is still to be solved. Show its solution? It will count as seen.", unasked):
            say("Not shown. A smaller step: mlprep hint")
            return
    found = help.see_reference(session, exercise)
    if own is None:
        view.show_solution(console(), found)
    else:
        view.show_differences(console(), exercise.id, help.differences(help.own_code(own), found.code))
    finish(session)
