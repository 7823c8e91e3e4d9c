"""`dev`: tools for exercise authors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from mlprep.commands.base import Json, complete_name, complete_topic, console, examples, new_app, session_of
from mlprep.errors import BrokenCatalogue, MlprepError

app = new_app(name="dev", help="Tools for exercise authors.", no_args_is_help=True)


@app.callback()
def dev() -> None:
    """Tools for exercise authors."""


@app.command("new", epilog=examples("mlprep dev new activations hard_sigmoid", "mlprep dev new metrics log_loss"))
def dev_new(
    ctx: typer.Context,
    topic: Annotated[
        str, typer.Argument(metavar="TOPIC", help="The topic it belongs to.", autocompletion=complete_topic)
    ],
    name: Annotated[str, typer.Argument(metavar="ID", help="Its name, such as label_smoothing.")],
) -> None:
    """Write the files of a new exercise, with TODO marks."""
    from mlprep.authoring.scaffold import create
    from mlprep.views import proof as view

    catalogue = session_of(ctx).catalogue
    with _faults_of_the_author():
        written = create(catalogue, topic, name)
    view.show_new(console(), written, name, catalogue.root)


@app.command("check", epilog=examples("mlprep dev check softmax", "mlprep dev check softmax --deep"))
def dev_check(
    ctx: typer.Context,
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]...", help="Exercises. All if left out.", autocompletion=complete_name),
    ] = None,
    mutate: Annotated[bool, typer.Option(help="Also try small changes to each reference solution.")] = True,
    tests: Annotated[
        bool | None,
        typer.Option(help="Also check tests/answers and run the oracle.", show_default="only if exercises are named"),
    ] = None,
    deep: Annotated[
        bool, typer.Option("--deep", help="Instead, make small changes to each right answer in tests/answers.")
    ] = False,
    rounds: Annotated[
        bool, typer.Option("--rounds", help="Instead, make debugging rounds of each, and try them.")
    ] = False,
    json: Json = False,
) -> None:
    """Prove that exercises are sound: files, examples, solutions, mistakes, mutants, answers, oracle."""
    from mlprep.authoring.dev_check import Wanted, run
    from mlprep.authoring.proof_parts import SEEDS, SEEDS_OF_MANY

    wanted = Wanted(mutate, bool(names) if tests is None else tests, SEEDS if names else SEEDS_OF_MANY)
    with _faults_of_the_author():
        if rounds:
            from mlprep.authoring import round_check

            code = round_check.run(session_of(ctx).catalogue, names or [], json=json)
        elif deep:
            from mlprep.authoring import deep_check

            code = deep_check.run(session_of(ctx).catalogue, names or [], json=json)
        else:
            code = run(session_of(ctx).catalogue, names or [], wanted, json=json)
    raise typer.Exit(code)


@contextmanager
def _faults_of_the_author() -> Iterator[None]:
    """Who writes an exercise can correct its row; to everybody else a broken one is our fault."""
    try:
        yield
    except BrokenCatalogue as error:
        raise MlprepError(error.message, "Correct that file, and run the command again.") from error
