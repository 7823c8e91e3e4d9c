"""`init` and `doctor`: the workspace and the system."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mlprep.activities.session import Session
from mlprep.commands.base import Json, console, notices, print_json, session_of

app = typer.Typer()


@app.command()
def init(
    ctx: typer.Context, folder: Annotated[Path | None, typer.Argument(help="The folder; this one unless named.")] = None
) -> None:
    """Make a folder a workspace."""
    made = Session(str(folder or Path.cwd()), None)
    if made.workspace.create():
        print(f"{made.workspace.root} is a workspace now. Commands run in it use it.")
    else:
        print(f"{made.workspace.root} is a workspace already.")


@app.command()
def doctor(ctx: typer.Context, json: Json = False) -> None:
    """Paths, versions, and which limits this system enforces."""
    from mlprep.activities.doctor import facts as measured
    from mlprep.views import home

    facts = measured(session_of(ctx))
    if json:
        print_json(dict(facts))
    else:
        home.show_doctor(console(), facts)
        notices(session_of(ctx))
