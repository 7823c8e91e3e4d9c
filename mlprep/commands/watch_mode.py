"""`watch`, and `check --watch`: an answer judged again on every save."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mlprep.commands.base import Name, notices, session_of

if TYPE_CHECKING:
    from mlprep.activities.session import Session
    from mlprep.content.catalogue import Exercise

app = typer.Typer()


@app.command()
def watch(
    ctx: typer.Context,
    name: Name = None,
    poll: Annotated[bool, typer.Option("--poll", help="Look at the file; ask the system for no events.")] = False,
) -> None:
    """Judge the answer again on every save. Keys: h hint, n next, s solution, t task, l list, r run again, q quit."""
    from mlprep.activities import practice

    session = session_of(ctx)
    exercise, path = practice.take_up(session, name)
    raise typer.Exit(run(session, exercise, path, poll=poll))


def run(session: Session, exercise: Exercise, path: Path, *, poll: bool = False) -> int:
    """Watch until someone ends it: on the whole screen at a terminal, else a line for each verdict."""
    if _at_a_terminal():
        from mlprep.app.interactive import Screen

        code = Screen(session, exercise, path, _terminal(screen=True), poll=poll).run()
    else:
        from mlprep.app.loop import Lines

        notices(session)
        code = Lines(session, exercise, path, _terminal(screen=False), poll=poll).run()
    notices(session)
    return code


def _at_a_terminal() -> bool:
    ends = (sys.stdin, sys.stdout)
    return all(end is not None and end.isatty() for end in ends) and os.environ.get("TERM") not in ("dumb", "")


def _terminal(*, screen: bool) -> Any:
    if os.name == "posix":
        from mlprep.app.posix_terminal import Terminal

        return Terminal(screen=screen)
    from mlprep.app import windows_terminal

    return windows_terminal.Terminal(screen=screen)
