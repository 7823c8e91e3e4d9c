"""`sheet`: the cheat sheet, corrected."""

from __future__ import annotations

from typing import Annotated

import typer

from mlprep.commands.base import Topic, console, finish, session_of
from mlprep.errors import MlprepError

app = typer.Typer()


@app.command()
def sheet(
    ctx: typer.Context,
    topic: Topic = None,
    search: Annotated[str | None, typer.Option(help="Only sections that hold these words.", metavar="TEXT")] = None,
) -> None:
    """The cheat sheet, corrected, each section with its exercises."""
    from mlprep.content import sheet as sheets
    from mlprep.learner import state
    from mlprep.views.sheets import show_sheet

    session = session_of(ctx)
    wanted = session.catalogue.find_topic(topic).id if topic else None
    chosen = sheets.select(sheets.sections(session.catalogue), wanted, search)
    if not chosen:
        raise MlprepError("No section holds that.", "Try fewer words, or `mlprep sheet` for all of it.")
    show_sheet(console(), chosen, state.states(session.catalogue, session.progress))
    finish(session)


@app.callback()
def group() -> None:
    """Keeps the command a named one, as in the other modules."""
