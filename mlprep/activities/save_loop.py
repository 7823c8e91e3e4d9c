"""From a save to its verdict, and from there to the record. How it is shown, and what waits, is for others."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Collection, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from mlprep.activities import practice
from mlprep.activities import reward as rewards
from mlprep.activities.engine_faults import keep_traceback, said_of
from mlprep.activities.referee import Referee
from mlprep.activities.session import Session
from mlprep.content.catalogue import Exercise
from mlprep.errors import MlprepError
from mlprep.grading.client import EngineDied
from mlprep.watching.events import Events
from mlprep.watching.files import Watched
from mlprep.watching.helpers import Helpers

if TYPE_CHECKING:
    from mlprep.activities.reward import Reward
    from mlprep.grading.contracts import Report, Request

POLL_SETTING = "MLPREP_POLL"  # set to 1, files are looked at and no events are asked for
_LOOKS = 0.01  # seconds between looks where no events come
_SLOW_LOOKS = 0.1  # once nothing has happened for a long time
_LONG = 600.0
_CONTROL_LOOKS = 0.25  # where events come: should one be missing, the file is looked at all the same


class Shows(Protocol):
    """Who shows what the loop finds."""

    def show_report(self, report: Report, request: Request) -> None:
        """The verdict on a request. It is not recorded yet, as that waits for the disk: call `SaveLoop.record` then."""

    def show_reward(self, report: Report, reward: Reward) -> None:
        """What there is to say about a pass, which is being recorded."""

    def show_problem(self, problem: MlprepError) -> None:
        """There is no code to check, or it could not be checked."""


class SaveLoop:
    """Follows one file at a time. Wait on ``sources`` for up to ``timeout`` seconds, then give it a ``turn``."""

    def __init__(self, session: Session, shows: Shows, exercise: Exercise, path: Path, *, poll: bool = False) -> None:
        self.session = session
        self.referee = Referee(session.hand_over_engine())
        self._shows = shows
        self._poll = poll or os.environ.get(POLL_SETTING) == "1"
        self._events: Events | None = None
        self._missed = False  # whether a change came without an event: then events cannot be relied on
        self._unrecorded: list[tuple[Exercise, Request, Report]] = []
        self.follow(exercise, path)

    def follow(self, exercise: Exercise, path: Path) -> None:
        """Check this file from now on, on every save, and as it is at the next turn."""
        self.record()
        self.exercise, self.path = exercise, path.absolute()
        self._watched, self._helpers = Watched(self.path), Helpers(self.path)
        self.referee.drop()
        self._quiet_since = time.monotonic()
        self._close_events()
        if not self._poll:
            with contextlib.suppress(OSError):
                self._events = Events(self.path)  # before the first look, so that nothing falls between

    @property
    def text(self) -> str | None:
        """The file as it was read last; None where it could not be read."""
        return self._watched.text

    def ask(self) -> None:
        """Check the file as it was read last."""
        if self.text is None:
            self.referee.drop()
            if self._watched.problem is not None:
                self._shows.show_problem(self._watched.problem)
            return
        try:
            request = self.session.request(self.exercise, self.path, None, self.text)
            self.referee.ask(request, time.monotonic())
        except EngineDied as error:
            self._engine_died(error)
        self._helpers.follow(self.text, time.monotonic())  # while the engine works

    def record(self) -> None:
        """Record the verdicts that were shown."""
        verdicts, self._unrecorded = self._unrecorded, []
        for exercise, request, report in verdicts:
            passed = rewards.if_passed(self.session, exercise, request) if report["outcome"] == "passed" else None
            if report["outcome"] == "grader_error":
                self.session.notices.append(f"The report is in {keep_traceback(self.session.workspace, report)}.")
            practice.record_news(self.session, exercise, request, report)
            if passed is not None:
                self._shows.show_reward(report, passed.with_report(report))

    def close(self) -> None:
        """Record what was shown, and leave no process behind."""
        try:
            self.record()
        finally:
            self._close_events()
            self.referee.stop()

    # What to wait for, and what to do then

    def sources(self) -> list[int]:
        """The descriptors that tell of something when they can be read."""
        found = [self.referee.fileno(), self._events.fileno() if self._events is not None else None]
        return [each for each in found if each is not None]

    def timeout(self) -> float:
        """Seconds until a turn is due though no source tells of anything."""
        now = time.monotonic()
        looks = _CONTROL_LOOKS
        if self._events is None or self._missed:
            looks = _LOOKS if now - self._quiet_since < _LONG else _SLOW_LOOKS
        waits = [self._watched.restless(now), self._helpers.restless(now), self.referee.due(now)]
        return min([looks, *(each for each in waits if each is not None)])

    def turn(self, ready: Collection[int] = ()) -> None:
        """Look what there is; ``ready`` are the sources that can be read."""
        happened = self._drain(ready)
        if self.referee.fileno() in ready:
            self._take()
        self._look(happened)
        try:
            self.referee.hurry(time.monotonic())
        except EngineDied as error:
            self._engine_died(error)

    def _drain(self, ready: Collection[int]) -> Mapping[str, bool]:
        if self._events is None or self._events.fileno() not in ready:
            return {}
        happened = self._events.drain()
        if not self._events.alive:
            self._close_events()
        return happened

    def _look(self, happened: Mapping[str, bool] = MappingProxyType({})) -> None:
        """Look at the files; ``happened`` is what events told, by their names."""
        now, name = time.monotonic(), self.path.name
        if name in happened:
            self._quiet_since = now
        elif self._events is not None and not self._missed and self._watched.changed_unseen():
            # It may be on its way; if it is not, this folder tells nothing, as those on a network do.
            happened = {**happened, **self._events.drain()}
            self._missed = name not in happened
        helped = self._helpers.look(now, happened)
        if self._watched.look(now, finished=happened.get(name)) or helped:
            self._quiet_since = now
            self.ask()
        elif name in happened:
            self.session.sign_of_life()

    def _take(self) -> None:
        try:
            taken = self.referee.take(time.monotonic())
        except EngineDied as error:
            self._engine_died(error)
            return
        if taken is None:
            return
        request, report = taken
        self._unrecorded.append((self.exercise, request, report))
        self._shows.show_report(report, request)

    def _engine_died(self, error: EngineDied) -> None:
        self._shows.show_problem(said_of(error))

    def _close_events(self) -> None:
        if self._events is not None:
            self._events.close()
            self._events = None
