"""A progress bar with an estimate, while a class is graded. Where nobody looks at a terminal, there is none."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from mlprep.views.text import make_console

if TYPE_CHECKING:
    from mlprep.classroom.grading_run import Run

_SPAN = 300.0  # seconds over which the speed is measured that the estimate rests on


class ClassProgress:
    """Shows how far a run is. Use as a context manager."""

    def __init__(self) -> None:
        columns = (TextColumn("Grading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        console = make_console(sys.stderr)
        self._bar = Progress(
            *columns, console=console, transient=True, speed_estimate_period=_SPAN, disable=not console.is_terminal
        )
        self._task = self._bar.add_task("", total=None)

    def __enter__(self) -> ClassProgress:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def show(self, run: Run) -> None:
        """How far it is now. What had a row before does not count for the speed."""
        self._bar.update(self._task, total=run.total - run.kept, completed=run.graded)
