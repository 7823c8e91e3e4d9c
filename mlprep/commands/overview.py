"""`progress`: how far you are."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mlprep.commands.base import Json, console, examples, finish, new_app, print_json_with_notes, say, session_of

app = new_app()


@app.command(epilog=examples("mlprep progress", "mlprep progress --export me.svg"))
def progress(
    ctx: typer.Context,
    export: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a picture to share: .svg or .html.")
    ] = None,
    json: Json = False,
) -> None:
    """Show how far you are.

    Your topics, days of practice, what you still remember, and your most common mistakes.
    """
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
