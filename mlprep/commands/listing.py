"""`list`: the exercises."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from mlprep.commands.base import (
    Json,
    TopicOrName,
    complete_path,
    console,
    examples,
    finish,
    new_app,
    notices,
    print_json,
    print_json_with_notes,
    session_of,
)
from mlprep.errors import NothingToDo

if TYPE_CHECKING:
    from mlprep.activities.session import Session

app = new_app()


def _complete_level(incomplete: str) -> list[str]:
    from mlprep.content.catalogue import LEVELS

    return [level for level in LEVELS if level.startswith(incomplete.lower())]


@app.command("list", epilog=examples("mlprep list transformers --todo", "mlprep list --search self-attention"))
def list_(
    ctx: typer.Context,
    topic: TopicOrName = None,
    level: Annotated[
        str | None, typer.Option(metavar="LEVEL", help="easy, medium or hard.", autocompletion=_complete_level)
    ] = None,
    todo: Annotated[bool, typer.Option("--todo", help="Not solved yet.")] = False,
    done: Annotated[bool, typer.Option("--done", help="Solved.")] = False,
    due: Annotated[bool, typer.Option("--due", help="Due for review.")] = False,
    path: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="The exercises of a path, in its order. `list` for the paths.",
            autocompletion=complete_path,
        ),
    ] = None,
    search: Annotated[str | None, typer.Option(help="Words in a name, title or topic.", metavar="TEXT")] = None,
    json: Json = False,
) -> None:
    """List the exercises, with level, target time and state."""
    from mlprep.content.search import Wanted, select
    from mlprep.learner import state
    from mlprep.views import lists

    session = session_of(ctx)
    catalogue = session.catalogue
    due_names = dict.fromkeys(state.due_now(catalogue, session.progress, session.now))
    states = state.states(catalogue, session.progress, due_names)
    if path is not None and path.strip().lower() == "list":
        _show_paths(session, states, json=json)
        return
    wanted = Wanted(topic, level, todo, done, due, search, path)
    chosen = select(catalogue, states, wanted)
    starred = {name for name in session.progress.exercises() if session.progress.starred(name)}
    if json:
        print_json(lists.as_json(chosen, states, starred))
        notices(session)  # a list has no place for them
        return
    if not chosen:
        raise NothingToDo("No exercises match.", "Try fewer filters, or run `mlprep list`.")
    lists.show_list(console(), chosen, states, starred, framework=session.progress.framework)
    finish(session)


def _show_paths(session: Session, states: Mapping[str, str], *, json: bool) -> None:
    """The learning paths."""
    from mlprep.views import lists

    facts = lists.paths_as_json(session.catalogue.paths.values(), states, session.progress.path)
    if json:
        print_json_with_notes(session, {"paths": facts})
        return
    lists.show_paths(console(), facts)
    finish(session)
