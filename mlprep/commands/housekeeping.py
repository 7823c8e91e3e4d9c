"""`init` and `doctor`: the workspace and the system."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from mlprep.activities.session import Session
from mlprep.commands.base import (
    Framework,
    Json,
    console,
    examples,
    framework_named,
    new_app,
    notices,
    print_json_with_notes,
    say,
    session_of,
)
from mlprep.exit_codes import DONE, USAGE
from mlprep.grading.frameworks import TORCH
from mlprep.learner.workspace import working_folder
from mlprep.phrases import counted

app = new_app()


@app.command(epilog=examples("mlprep init ~/interviews", "mlprep init --in torch"))
def init(
    ctx: typer.Context,
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="The folder. The one you are in if left out.")
    ] = None,
    framework: Framework = None,
) -> None:
    """Turn a folder into a workspace.

    With --in torch, exercises that you start in it are written in PyTorch. --in numpy goes back to NumPy.
    """
    chosen = framework_named(framework)
    made = Session(str(folder or working_folder()), None)
    if made.workspace.create():
        say(f"{made.workspace.root} is now a workspace. Commands that you run in it use it.")
    else:
        say(f"{made.workspace.root} is already a workspace.")
    if chosen is not None:
        made.write_in(chosen)
        say(f"Exercises that you start here are written in {'PyTorch' if chosen == TORCH else 'NumPy'}.")
        notices(made)
    say("Start an exercise: mlprep start softmax")
    home = os.environ.get("MLPREP_HOME", "").strip()
    if home and Path(home).expanduser() != made.workspace.root:
        say(f"MLPREP_HOME takes precedence: it is set to {home}. To use this folder, run `unset MLPREP_HOME`.")


@app.command(epilog=examples("mlprep doctor", "mlprep doctor --merge"))
def doctor(
    ctx: typer.Context,
    merge: Annotated[bool, typer.Option("--merge", help="Merge conflicted copies of the progress file.")] = False,
    json: Json = False,
) -> None:
    """Check this installation.

    Shows paths and versions, and measures which limits your system enforces on code that is checked.
    """
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
                checks = counted(each.added, "check")
                say(f"{each.copy.name}: {checks} added. The copy is now {each.kept}.")
            else:
                say(f"{each.copy} was not merged. {each.problem}", error=True)
        if not merged:
            say(f"There is no conflicted copy in {session.workspace.state_dir}.")
        notices(session)
    return USAGE if any(each.problem for each in merged) else DONE
