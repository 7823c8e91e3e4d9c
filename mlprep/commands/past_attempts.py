"""`history`: what was done on an exercise, and any saved code back."""

from __future__ import annotations

from typing import Annotated

import typer

from mlprep.activities.session import Session
from mlprep.commands.base import Json, Name, console, examples, finish, new_app, print_json_with_notes, session_of
from mlprep.errors import UnknownName
from mlprep.escapes import safe

app = new_app()


@app.command(epilog=examples("mlprep history softmax", "mlprep history softmax --restore 2"))
def history(
    ctx: typer.Context,
    name: Name = None,
    restore: Annotated[int | None, typer.Option(metavar="N", help="Bring that version of your code back.")] = None,
    show: Annotated[int | None, typer.Option(metavar="N", help="Print that version of your code.")] = None,
    json: Json = False,
) -> None:
    """Show past checks of an exercise and the code that was saved."""
    from mlprep.learner import history as past
    from mlprep.learner.answer_file import read_source
    from mlprep.views import attempts as view

    session = session_of(ctx)
    if restore is not None:
        from mlprep.activities import restoring

        restored = restoring.restore(session, session.exercise(name), restore)
        if json:
            print_json_with_notes(session, view.restored_as_json(restored))
        else:
            view.show_restored(console(), restored)
            finish(session)
    elif show is not None:
        kept = past.find(session.workspace, _recorded(session, name), show)
        source = read_source(kept.path)
        if json:
            print_json_with_notes(session, {**view.kept_as_json(kept), "source": source})
        else:
            print(safe(source), end="")
    else:
        found = past.of(session.workspace, session.progress, _recorded(session, name))
        if json:
            print_json_with_notes(session, view.as_json(found))
        else:
            view.show_history(console(), found)
            finish(session)


def _recorded(session: Session, name: str | None) -> str:
    """The id of that exercise, which may be in a pack that was removed: what was done on it is still known."""
    try:
        return session.exercise(name).id
    except UnknownName as error:
        if "/" in error.name and error.name in session.progress.exercises():
            return error.name
        raise
