"""`watch`, and `check --watch`: the file checked on every save, in plain lines."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mlprep.commands.base import Name, console, examples, new_app, notices, say, session_of

if TYPE_CHECKING:
    from mlprep.activities.reward import Reward
    from mlprep.activities.session import Session
    from mlprep.content.catalogue import Exercise
    from mlprep.errors import MlprepError
    from mlprep.grading.contracts import Report

app = new_app()


@app.command(epilog=examples("mlprep watch", "mlprep watch softmax --poll"))
def watch(
    ctx: typer.Context,
    name: Name = None,
    poll: Annotated[bool, typer.Option("--poll", help="Look at the file often, without file events.")] = False,
) -> None:
    """Check your code on every save.

    Prints a line or two each time. Ctrl-C ends it.
    """
    from mlprep.activities import practice

    session = session_of(ctx)
    exercise, path = practice.take_up(session, name)
    raise typer.Exit(run(session, exercise, path, poll=poll))


def run(session: Session, exercise: Exercise, path: Path, *, poll: bool = False) -> int:
    """Watch until a signal ends it; the exit code."""
    from mlprep.activities.save_loop import SaveLoop
    from mlprep.activities.waiting import Waiter

    notices(session)
    lines = _Lines()
    loop = SaveLoop(session, lines, exercise, path, poll=poll)
    try:
        with Waiter() as waiter:
            say(f"Watching {loop.path}. Press Ctrl-C to stop.")
            sys.stdout.flush()
            loop.turn()
            while waiter.ended is None:
                loop.turn(waiter.wait(loop.sources(), loop.timeout()))
                if lines.printed:
                    lines.printed = False
                    loop.record()
                    notices(session)
            return 128 + waiter.ended
    finally:
        loop.close()


class _Lines:
    """A line or two for each verdict."""

    def __init__(self) -> None:
        self.printed = False  # whether there is something that may be recorded now

    def show_report(self, report: Report) -> None:
        from mlprep.views import verdict

        verdict.show_line(console(), report)
        sys.stdout.flush()
        self.printed = True

    def show_reward(self, report: Report, reward: Reward) -> None:
        """One line has said it."""

    def show_problem(self, problem: MlprepError) -> None:
        say(f"{problem.message} {problem.next_step}")
        sys.stdout.flush()
