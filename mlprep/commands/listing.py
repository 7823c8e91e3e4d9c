"""`list`: what there is."""

from __future__ import annotations

from typing import Annotated

import typer

from mlprep.commands.base import Json, Topic, console, finish, notices, print_json, session_of
from mlprep.errors import MlprepError

app = typer.Typer()


def _complete_level(incomplete: str) -> list[str]:
    from mlprep.content.catalogue import LEVELS

    return [level for level in LEVELS if level.startswith(incomplete.lower())]


@app.command("list")
def list_(
    ctx: typer.Context,
    topic: Topic = None,
    level: Annotated[str | None, typer.Option(help="easy, medium or hard.", autocompletion=_complete_level)] = None,
    todo: Annotated[bool, typer.Option("--todo", help="Not solved yet.")] = False,
    done: Annotated[bool, typer.Option("--done", help="Solved.")] = False,
    due: Annotated[bool, typer.Option("--due", help="Due to be written again.")] = False,
    search: Annotated[str | None, typer.Option(help="Words in a name or title.", metavar="TEXT")] = None,
    json: Json = False,
) -> None:
    """The exercises by topic, with level, par time and state."""
    from mlprep.content.search import Wanted, select
    from mlprep.learner import state
    from mlprep.views import lists

    session = session_of(ctx)
    catalogue = session.catalogue
    due_names = dict.fromkeys(state.due_now(catalogue, session.progress, session.now))
    states = state.states(catalogue, session.progress, due_names)
    wanted = Wanted(topic, level, todo, done, due, search)
    chosen = select(catalogue, states, wanted)
    starred = {name for name in session.progress.exercises() if session.progress.starred(name)}
    if json:
        print_json(lists.as_json(chosen, states, starred))
        notices(session)  # a list has no place for them
        return
    if not chosen:
        raise MlprepError("No exercise fits.", "Leave out an option, or run `mlprep list`.")
    lists.show_list(console(), chosen, states, starred)
    finish(session)
