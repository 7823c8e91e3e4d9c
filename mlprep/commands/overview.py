"""`progress`: how far one is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mlprep.commands.base import Json, console, finish, print_json_with_notes, say, session_of

app = typer.Typer()


@app.command()
def progress(
    ctx: typer.Context,
    export: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write it as a picture to share: .svg or .html.")
    ] = None,
    json: Json = False,
) -> None:
    """What is solved and still known, the streak and the calendar, what is weak, what was misunderstood."""
    from mlprep.learner.summary import summarize

    session = session_of(ctx)
    summary = summarize(session.catalogue, session.progress, session.now)
    from mlprep.views import progress as view

    if export is not None:
        from mlprep.views import picture

        picture.export(export, summary)
    if json:
        print_json_with_notes(session, summary)
        return
    if export is not None:
        say(f"Written to {export}.")
    else:
        view.show_progress(console(), summary)
    finish(session)
