"""`history`: what was done on an exercise, and any kept answer back."""

from __future__ import annotations

from typing import Annotated

import typer

from mlprep.commands.base import Json, Name, console, finish, print_json_with_notes, session_of
from mlprep.escapes import safe

app = typer.Typer()


@app.command()
def history(
    ctx: typer.Context,
    name: Name = None,
    restore: Annotated[int | None, typer.Option(metavar="N", help="Bring that answer back.")] = None,
    show: Annotated[int | None, typer.Option(metavar="N", help="Print that answer.")] = None,
    json: Json = False,
) -> None:
    """Past checks of an exercise and the answers that were kept."""
    from mlprep.learner import history as past
    from mlprep.learner.answer_file import read_source
    from mlprep.views import attempts as view

    session = session_of(ctx)
    exercise = session.exercise(name)
    if restore is not None:
        from mlprep.activities import restoring

        restored = restoring.restore(session, exercise, restore)
        if json:
            print_json_with_notes(session, view.restored_as_json(restored))
        else:
            view.show_restored(console(), restored)
            finish(session)
    elif show is not None:
        kept = past.find(session.workspace, exercise.id, show)
        source = read_source(kept.path)
        if json:
            print_json_with_notes(session, {**view.kept_as_json(kept), "source": source})
        else:
            print(safe(source), end="")
    else:
        found = past.of(session.workspace, session.progress, exercise.id)
        if json:
            print_json_with_notes(session, view.as_json(found))
        else:
            view.show_history(console(), found)
            finish(session)
