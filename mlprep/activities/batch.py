"""Every solution in the workspace checked one after the other, with a verdict told as soon as it is there."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from mlprep.activities import practice
from mlprep.activities.engine_faults import said_of
from mlprep.activities.referee import Referee
from mlprep.activities.session import Session
from mlprep.content.catalogue import Exercise
from mlprep.errors import MlprepError, UnreadableFile
from mlprep.grading.client import EngineDied

if TYPE_CHECKING:
    from mlprep.grading.contracts import Report, Request

_IDLE = 1.0  # seconds between turns in which nothing happens


class Batch:
    """Wait on ``sources`` for up to ``timeout`` seconds, then give it a ``turn``, as a `SaveLoop`."""

    def __init__(self, session: Session, told: Callable[[], None]) -> None:
        """Raises UnreadableFile if there is no solution at all."""
        self.reports: list[Report] = []
        self.problems: list[MlprepError] = []
        self._session, self._told = session, told
        self._left: list[tuple[Exercise, Request]] = []
        for exercise, path in practice.all_answers(session):
            try:
                self._left.append((exercise, session.request(exercise, path, None)))
            except UnreadableFile as error:
                self.problems.append(error)
        self.total = len(self._left)
        self._asked: Exercise | None = None
        self._unrecorded: list[tuple[Exercise, Request, Report]] = []
        self._referee = Referee(None)

    @property
    def done(self) -> bool:
        """Whether all were checked, or cannot be."""
        return not self._left and self._asked is None

    def sources(self) -> list[int]:
        source = self._referee.fileno()
        return [] if source is None else [source]

    def timeout(self) -> float:
        return _IDLE

    def turn(self, ready: Collection[int] = ()) -> None:
        """Take the report that came, and ask for the next."""
        try:
            if self._referee.fileno() in ready:
                self._take()
            if self._asked is None and self._left:
                self._asked, request = self._left.pop(0)
                self._referee.ask(request, time.monotonic())
        except EngineDied as error:
            self._left.clear()
            self._asked = None
            message = "The grading process ended without a verdict. The rest was not checked."
            self.problems.append(said_of(error, message))
            self._told()

    def close(self) -> None:
        """Record what was checked, and leave no process behind."""
        self._left.clear()
        self._referee.stop()
        self._record()

    def _take(self) -> None:
        taken = self._referee.take(time.monotonic())
        if taken is None or self._asked is None:
            return
        request, report = taken
        self.reports.append(report)
        self._unrecorded.append((self._asked, request, report))
        self._asked = None
        if not self._left:
            self._record()
        self._told()

    def _record(self) -> None:
        verdicts, self._unrecorded = self._unrecorded, []
        self._session.record_all(verdicts)
