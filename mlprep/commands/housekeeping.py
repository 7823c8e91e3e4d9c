"""`init` and `doctor`: the workspace and the system."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from mlprep.activities.session import Session
from mlprep.commands.base import Json, console, notices, print_json_with_notes, say, session_of
from mlprep.exit_codes import DONE, USAGE
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
def doctor(
    ctx: typer.Context,
    merge: Annotated[
        bool, typer.Option("--merge", help="Add to your record the conflicted copies that sync tools left beside it.")
    ] = False,
    json: Json = False,
) -> None:
    """Paths, versions, and which limits this system enforces."""
    if merge:
        raise typer.Exit(_merge(session_of(ctx), json=json))
    from mlprep.activities.doctor import facts as measured
    from mlprep.views import home

    facts = measured(session_of(ctx))
    if json:
        print_json_with_notes(session_of(ctx), dict(facts))
    else:
        home.show_doctor(console(), facts)
        notices(session_of(ctx))


def _merge(session: Session, *, json: bool) -> int:
    from mlprep.learner import conflicted_copies

    merged = conflicted_copies.merge_all(session.workspace.progress_file, session.now)
    if json:
        found = [{**each._asdict(), "copy": str(each.copy), "kept": each.kept and str(each.kept)} for each in merged]
        print_json_with_notes(session, {"merged": found})
    else:
        for each in merged:
            if each.problem is None:
                checks = f"{each.added} check{'s' * (each.added != 1)}"
                say(f"{each.copy.name}: {checks} added. The copy is now {each.kept}.")
            else:
                say(f"{each.copy} was left as it is. {each.problem}", error=True)
        if not merged:
            say(f"There is no conflicted copy in {session.workspace.state_dir}.")
        notices(session)
    return USAGE if any(each.problem for each in merged) else DONE
