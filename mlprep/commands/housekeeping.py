"""`init` and `doctor`: the workspace and the system."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from mlprep.activities.session import Session
from mlprep.commands.base import Json, console, notices, print_json_with_notes, say, session_of
from mlprep.learner.workspace import working_folder

app = typer.Typer()


@app.command()
def init(
    ctx: typer.Context, folder: Annotated[Path | None, typer.Argument(help="The folder; this one unless named.")] = None
) -> None:
    """Make a folder a workspace."""
    made = Session(str(folder or working_folder()), None)
    if made.workspace.create():
        say(f"{made.workspace.root} is a workspace now. Commands run in it use it.")
    else:
        say(f"{made.workspace.root} is a workspace already.")
    home = os.environ.get("MLPREP_HOME", "").strip()
    if home and Path(home).expanduser() != made.workspace.root:
        say(f"MLPREP_HOME comes first, and it is {home}. To use this folder, run `unset MLPREP_HOME`.")


@app.command()
def doctor(ctx: typer.Context, json: Json = False) -> None:
    """Paths, versions, and which limits this system enforces."""
    from mlprep.activities.doctor import facts as measured
    from mlprep.views import home

    facts = measured(session_of(ctx))
    if json:
        print_json_with_notes(session_of(ctx), dict(facts))
    else:
        home.show_doctor(console(), facts)
        notices(session_of(ctx))
