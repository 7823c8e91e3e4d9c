"""The verdicts on every solution in the workspace, as they come."""

from __future__ import annotations

from collections.abc import Callable

from rich.console import Console
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen

from mlprep.activities.batch import Batch
from mlprep.activities.session import Session
from mlprep.app.driving import Drive
from mlprep.app.keybar import KeyBar
from mlprep.app.panels import Panel
from mlprep.app.reading import BACK
from mlprep.views import frame, verdict


class BatchScreen(Screen[None]):
    """Leaving it ends the checks; what was checked by then is recorded."""

    BINDINGS = [Binding("escape,q,c", "back")]  # noqa: RUF012 (as Textual has it)

    def __init__(self, session: Session, fault: Callable[[Exception], None]) -> None:
        super().__init__()
        self._batch = Batch(session, self._redraw)
        self._fault = fault
        self._drive: Drive[Batch] | None = None

    def compose(self) -> ComposeResult:
        yield Panel(self._show, id="page")
        yield KeyBar([BACK])

    def on_mount(self) -> None:
        self._redraw()
        self._drive = Drive(self._batch, self._fault)
        self._drive.start()

    def on_unmount(self) -> None:
        if self._drive is not None:
            self._drive.close()

    def action_back(self) -> None:
        self.dismiss(None)

    def _redraw(self) -> None:
        panel = self.query_one(Panel)
        panel.border_title = f"Check all · {len(self._batch.reports)}/{self._batch.total}"
        panel.show(self._show)

    def _show(self, console: Console) -> None:
        for report in self._batch.reports:
            verdict.show_line(console, report)
        for problem in self._batch.problems:
            frame.show_problem(console, problem.message, problem.next_step)
        if self._batch.done:
            passed = sum(report["outcome"] == "passed" for report in self._batch.reports)
            console.print(f"\n{passed} of {len(self._batch.reports)} passed.")
