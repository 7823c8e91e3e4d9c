"""`watch`, and `check --watch`: the file checked on every save, in plain lines."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mlprep.commands.base import (
    OUTCOME_CODES,
    Format,
    Name,
    console,
    examples,
    new_app,
    notices,
    problem_format,
    say,
    session_of,
    show_problems,
)
from mlprep.exit_codes import WRONG

if TYPE_CHECKING:
    from mlprep.activities.reward import Reward
    from mlprep.activities.session import Session
    from mlprep.content.catalogue import Exercise
    from mlprep.errors import MlprepError
    from mlprep.grading.contracts import Report, Request

app = new_app()


@app.command(epilog=examples("mlprep watch", "mlprep watch softmax --poll"))
def watch(
    ctx: typer.Context,
    name: Name = None,
    poll: Annotated[bool, typer.Option("--poll", help="Look at the file often, without file events.")] = False,
    format: Format = None,
) -> None:
    """Check your code on every save.

    Prints a line or two each time. Ctrl-C ends it, and so does the end of the input, unless that is a terminal.
    """
    from mlprep.activities import next_up

    session, form = session_of(ctx), problem_format(format)
    exercise, path = next_up.take_up(session, name)
    raise typer.Exit(run(session, exercise, path, form, poll=poll))


def run(session: Session, exercise: Exercise, path: Path, form: str | None = None, *, poll: bool = False) -> int:
    """Watch until a signal or the end of the input ends it; the exit code. ``form`` is that of ``--format``."""
    from mlprep.activities.save_loop import SaveLoop
    from mlprep.activities.waiting import Waiter

    notices(session)
    lines = _Lines(form)
    loop = SaveLoop(session, lines, exercise, path, poll=poll)
    try:
        with Waiter() as waiter:
            say(f"Watching {loop.path}. Press Ctrl-C to stop.")
            sys.stdout.flush()
            loop.turn()
            keyboard = _Input()
            while waiter.ended is None:
                ready = waiter.wait([*loop.sources(), *keyboard.sources()], loop.timeout())
                keyboard.read(ready)
                loop.turn(ready)
                if lines.printed:
                    lines.printed = False
                    loop.record()
                    notices(session)
                if keyboard.ended and waiter.ended is None and not loop.referee.busy:
                    say("The input ended, so mlprep stops watching. To keep it open, run it in a terminal.")
                    return lines.code
            return 128 + waiter.ended
    finally:
        loop.close()


class _Input:
    """Standard input, as far as it can end: nobody who could press Ctrl-C is at a pipe, or at /dev/null."""

    def __init__(self) -> None:
        self.ended = False
        self._descriptor: int | None = None
        with contextlib.suppress(OSError, ValueError, AttributeError):
            descriptor = sys.stdin.fileno()
            if os.name == "posix" and not os.isatty(descriptor):
                self._descriptor = descriptor

    def sources(self) -> list[int]:
        """What to wait for."""
        return [] if self.ended or self._descriptor is None else [self._descriptor]

    def read(self, ready: Collection[int]) -> None:
        """Take what has come, of which nothing is wanted but its end."""
        if self._descriptor in ready and self._descriptor is not None:
            try:
                self.ended = not os.read(self._descriptor, 1 << 16)
            except OSError:
                self.ended = True


class _Lines:
    """A line or two for each verdict."""

    def __init__(self, form: str | None) -> None:
        self._form = form
        self.printed = False  # whether there is something that may be recorded now
        self.code = WRONG  # as `check` would end after the last verdict

    def show_report(self, report: Report, request: Request) -> None:
        from mlprep.views import verdict

        self.code = OUTCOME_CODES.get(report["outcome"], WRONG)
        if self._form is not None:
            show_problems(report, request, self._form)
        else:
            verdict.show_line(console(), report)
        sys.stdout.flush()
        self.printed = True

    def show_reward(self, report: Report, reward: Reward) -> None:
        """One line has said it, but for what the bugs of a debugging round were."""
        if reward.repair is not None and self._form is None:
            from mlprep.views import passed

            passed.show_repair(console(), reward)
            sys.stdout.flush()

    def show_problem(self, problem: MlprepError) -> None:
        self.code = problem.exit_code
        say(f"{problem.message} {problem.next_step}")
        sys.stdout.flush()
