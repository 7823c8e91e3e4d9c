"""`write-tests`: rounds of another kind than writing the solution."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from mlprep.commands.base import (
    Json,
    Name,
    console,
    examples,
    finish,
    new_app,
    print_json_with_notes,
    session_of,
    show_begun,
)

app = new_app()


@app.command("write-tests", epilog=examples("mlprep write-tests softmax", "mlprep write-tests softmax --why 3"))
def write_tests(
    ctx: typer.Context,
    name: Name = None,
    edit: Annotated[bool, typer.Option("--edit", help="Open the file in $VISUAL or $EDITOR.")] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="Save the existing file, and start over.")] = False,
    why: Annotated[
        int | None, typer.Option(metavar="N", help="Show the input that catches wrong solution N of a check.")
    ] = None,
    json: Json = False,
) -> None:
    """Write the tests of an exercise instead of its solution.

    Writes test_NAME.py. `mlprep check` runs your tests on correct solutions, which must pass, and on wrong ones,
    which must fail. It says which wrong ones get away.
    """
    from mlprep.activities import editor, test_writing
    from mlprep.content.statement import asked_of_tests

    session = session_of(ctx)
    exercise = session.exercise(name)
    if why is not None:
        from mlprep.views import test_score

        caught = test_writing.catch(session, exercise, why)
        if json:
            print_json_with_notes(session, caught._asdict())
            return
        test_score.show_catch(console(), caught)
        finish(session)
        return
    begun = test_writing.start(session, exercise, fresh=fresh)
    if not json:
        from mlprep.views.test_score import show_task

        show_task(console(), asked_of_tests(begun.exercise))
    show_begun(session, begun, json=json)
    if edit:
        editor.run(editor.choose(begun.path, os.environ))
