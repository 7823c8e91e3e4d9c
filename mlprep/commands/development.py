"""`dev`: for those who write exercises."""

from __future__ import annotations

from typing import Annotated

import typer

from mlprep.commands.base import Json, complete_name, session_of

app = typer.Typer(name="dev", help="For those who write exercises.", no_args_is_help=True)


@app.callback()
def dev() -> None:
    """For those who write exercises."""


@app.command("check")
def dev_check(
    ctx: typer.Context,
    names: Annotated[
        list[str] | None, typer.Argument(help="Exercises; all of them unless named.", autocompletion=complete_name)
    ] = None,
    mutate: Annotated[bool, typer.Option(help="Also try small changes to each reference.")] = True,
    json: Json = False,
) -> None:
    """Prove exercises sound: stubs, solutions, alternatives, mistakes, mutants."""
    from mlprep.authoring.dev_check import run

    raise typer.Exit(run(session_of(ctx).catalogue, names or [], mutate=mutate, json=json))
