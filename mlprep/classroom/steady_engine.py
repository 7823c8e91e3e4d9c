"""An engine that always reports: one that dies or hangs is replaced, and what it died of is tried once more."""

from __future__ import annotations

import os
import select
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from mlprep.grading.blank_report import blank
from mlprep.grading.client import CannotStart, Engine, EngineDied

if TYPE_CHECKING:
    from mlprep.grading.contracts import Report, Request

_TRIES = 2  # engines that may end over one submission
_HANGING = 300.0  # seconds; the engine's own limits end whatever it checks long before


class SteadyEngine:
    """Reports on requests, one after the other. ``start`` makes an engine."""

    def __init__(self, start: Callable[[], Engine]) -> None:
        self._start = start
        self._engine: Engine | None = None
        self._stopped = False

    def ask(self, request: Request) -> Report:
        """The report. Raises CannotStart, with the reason, where no engine can be started; EngineDied if stopped."""
        for _ in range(_TRIES):
            if self._stopped:
                raise EngineDied
            try:
                if self._engine is None:
                    self._engine = self._start()
                self._engine.send(request)
                if sys.platform != "win32" and not select.select([self._engine], [], [], _HANGING)[0]:
                    self._kill()
                    continue
                report: Report = self._engine.receive()
                return report
            except CannotStart:
                self.close()
                raise
            except (EngineDied, OSError, ValueError):  # the last of what is no report
                self.close()
        if self._stopped:
            raise EngineDied
        return lost(request, "The grading process ended twice without a verdict.")

    def stop(self) -> None:
        """From another thread: ask nothing more, and leave what is being asked."""
        self._stopped = True
        engine = self._engine
        if engine is not None:
            engine.hang_up()

    def close(self) -> None:
        """Leave no process behind."""
        engine, self._engine = self._engine, None
        if engine is not None:
            engine.close()

    def _kill(self) -> None:
        assert self._engine is not None
        with suppress(ProcessLookupError):
            os.kill(self._engine.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
        self.close()


def lost(request: Any, said: str) -> Report:
    """The report on a submission that has no verdict after several tries; ``said`` is what became of them."""
    report = blank(request["exercise"], "grader_error", said, request["seed"])
    report["path"], report["notes"] = request["path"], [f"{said} Run the same command again to try once more."]
    return report
