"""`progress`: how far one is."""

from __future__ import annotations

import typer

from mlprep.commands.common import Json, console, finish, print_json, session_of

app = typer.Typer()


@app.command()
def progress(ctx: typer.Context, json: Json = False) -> None:
    """What is solved, the streak, and time against par."""
    from mlprep import facts
    from mlprep.views import home

    session = session_of(ctx)
    summary = facts.summary(session.catalogue, session.progress, session.now)
    if json:
        print_json(summary)
        return
    home.show_progress(console(), summary)
    finish(session)
