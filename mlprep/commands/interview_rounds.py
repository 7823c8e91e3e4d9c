"""`debug` and `write-tests`: rounds of another kind than writing the solution."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from mlprep.commands.base import (
    Edit,
    Framework,
    Fresh,
    Json,
    Name,
    begun_as_json,
    complete_name,
    console,
    examples,
    finish,
    framework_named,
    known_seed,
    new_app,
    print_json_with_notes,
    session_of,
    show_begun,
)

app = new_app()


@app.command(epilog=examples("mlprep debug layer-norm", "mlprep debug --level hard --bugs 3"))
def debug(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            help="An exercise, or the start of its name. One that you have solved if left out.",
            autocompletion=complete_name,
        ),
    ] = None,
    bugs: Annotated[int | None, typer.Option(metavar="N", help="How many bugs.", show_default="1 or 2")] = None,
    level: Annotated[
        str | None, typer.Option(metavar="LEVEL", help="Without NAME, only exercises of this level.")
    ] = None,
    seed: Annotated[int | None, typer.Option(metavar="N", help="Repeat a round: the same seed, the same bugs.")] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Save the existing file, and start a new round.")] = False,
    framework: Framework = None,
    json: Json = False,
) -> None:
    """Find and fix the bugs in a solution.

    Writes a wrong solution to NAME_debug.py and starts the clock. Once it passes, `check` shows what the bugs were.
    """
    from mlprep.activities import debugging
    from mlprep.content.statement import statement
    from mlprep.grading.frameworks import framework_of
    from mlprep.learner import rounds
    from mlprep.views import repairs
    from mlprep.views.text import show_path

    session = session_of(ctx)
    begun = debugging.begin(
        session,
        name,
        count=bugs,
        level=level,
        seed=known_seed(seed),
        fresh=fresh,
        framework=framework_named(framework),
    )
    round_ = rounds.begun(session.workspace, begun.exercise)
    if json:
        facts = {
            "bugs": len(round_.bugs),
            "seed": round_.seed,
            "statement": statement(session.catalogue, begun.exercise, framework_of(round_.text)),
        }
        print_json_with_notes(session, {**begun_as_json(begun), **facts})
        return
    out = console()
    repairs.show_begun(out, begun.exercise, round_)
    finish(session)
    show_path(out, "Your file: ", str(begun.path))
    out.print("The statement is in it. Fix the code, then run: mlprep check")


@app.command("write-tests", epilog=examples("mlprep write-tests softmax", "mlprep write-tests softmax --why 3"))
def write_tests(
    ctx: typer.Context,
    name: Name = None,
    edit: Edit = False,
    fresh: Fresh = False,
    why: Annotated[
        int | None, typer.Option(metavar="N", help="Show the input that catches wrong solution N of a check.")
    ] = None,
    framework: Framework = None,
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
    chosen = framework_named(framework)
    if why is not None:
        from mlprep.views import test_score

        caught = test_writing.catch(session, exercise, why)
        if json:
            print_json_with_notes(session, caught._asdict())
            return
        test_score.show_catch(console(), caught)
        finish(session)
        return
    begun = test_writing.start(session, exercise, fresh=fresh, framework=chosen)
    if not json:
        from mlprep.views.test_score import show_task

        show_task(console(), asked_of_tests(begun.exercise, session.framework(begun.exercise)))
    show_begun(session, begun, json=json)
    if edit:
        editor.run(editor.choose(begun.path, os.environ))
