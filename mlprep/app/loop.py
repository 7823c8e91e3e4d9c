"""The loop of watch mode: a save comes, its verdict goes out, the record follows. How it is shown is for others."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from mlprep import faults
from mlprep.activities import practice
from mlprep.activities.session import Session
from mlprep.app.referee import Referee
from mlprep.app.screen import Ready, Terminal
from mlprep.content.catalogue import Exercise
from mlprep.errors import EngineBroke, MlprepError
from mlprep.escapes import safe
from mlprep.grading.client import EngineDied
from mlprep.watching.events import Events
from mlprep.watching.files import Watched
from mlprep.watching.helpers import Helpers

if TYPE_CHECKING:
    from mlprep.grading.contracts import Report

POLL_SETTING = "MLPREP_POLL"  # set to 1, files are looked at and no events are asked for
_LOOKS = 0.01  # seconds between looks where no events come
_SLOW_LOOKS = 0.1  # once nothing has happened for a long time
_LONG = 600.0
_CONTROL_LOOKS = 0.25  # where events come: should one be missing, the file is looked at all the same


class Watch:
    """Watches one answer at a time. Those who show it say in ``show_...`` and ``pressed`` what they do."""

    def __init__(self, session: Session, exercise: Exercise, path: Path, terminal: Terminal, *, poll: bool) -> None:
        self.session = session
        self.terminal = terminal
        self.referee = Referee(session.hand_over_engine())
        self.ended: int | None = None  # the exit code, once there is one
        self._poll = poll or os.environ.get(POLL_SETTING) == "1"
        self._events: Events | None = None
        self._missed = False  # whether a change came without an event: then events cannot be relied on
        self.follow(exercise, path)

    def run(self) -> int:
        """Until someone ends it; the exit code."""
        try:
            with self.terminal:
                self.begin()
                self._look()
                self.refresh()
                while self.ended is None:
                    self._turn(self.terminal.wait(self._sources(), self._timeout()))
            return self.ended
        finally:
            self._close_events()
            self.referee.stop()

    def follow(self, exercise: Exercise, path: Path) -> None:
        """Watch this answer from now on."""
        self.exercise, self.path = exercise, path.absolute()
        self.watched, self.helpers = Watched(self.path), Helpers(self.path)
        self.referee.drop()
        self._quiet_since = time.monotonic()
        self._close_events()
        if not self._poll:
            with contextlib.suppress(OSError):
                self._events = Events(self.path)  # before the first look, so that nothing falls between

    def ask(self) -> None:
        """Have the answer judged as it was read last."""
        if self.watched.text is None:
            self.referee.drop()
            if self.watched.problem is not None:
                self.show_problem(self.watched.problem)
            return
        try:
            request = self.session.request(self.exercise, self.path, None, self.watched.text)
            self.referee.ask(request, time.monotonic())
        except EngineDied:
            self._engine_died()
        self.helpers.follow(self.watched.text, time.monotonic())  # while the engine works

    # What a view does

    def begin(self) -> None:
        """The terminal is ours now."""

    def refresh(self) -> None:
        """Something may have changed, or time has passed."""

    def show_report(self, report: Report, seconds: float | None) -> None:
        """A verdict; ``seconds`` is how long the exercise took, if this pass ended its clock."""
        raise NotImplementedError

    def show_problem(self, problem: MlprepError) -> None:
        """There is no answer to judge, or it could not be."""
        raise NotImplementedError

    def pressed(self, key: str) -> None:
        """A key."""

    def next_refresh(self) -> float | None:
        """Seconds until `refresh` should be called though nothing happens."""
        return None

    # The turns of the loop

    def _turn(self, ready: Ready) -> None:
        if ready.ending is not None:
            self.ended = 128 + ready.ending
            return
        for key in ready.keys:
            self.pressed(key)
            if self.ended is not None:
                return
        happened = self._drain(ready)
        if self.referee.fileno() in ready.sources:
            self._take()
        self._look(happened)
        try:
            self.referee.hurry(time.monotonic())
        except EngineDied:
            self._engine_died()
        self.refresh()

    def _drain(self, ready: Ready) -> Mapping[str, bool]:
        if self._events is None or self._events.fileno() not in ready.sources:
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
        elif self._events is not None and not self._missed and self.watched.changed_unseen():
            # It may be on its way; if it is not, this folder tells nothing, as those on a network do.
            happened = {**happened, **self._events.drain()}
            self._missed = name not in happened
        helped = self.helpers.look(now, happened)
        if self.watched.look(now, finished=happened.get(name)) or helped:
            self._quiet_since = now
            self.ask()
        elif name in happened:
            self.session.sign_of_life()

    def _take(self) -> None:
        try:
            taken = self.referee.take(time.monotonic())
        except EngineDied:
            self._engine_died()
            return
        if taken is None:
            return
        request, report = taken
        seconds = practice.seconds_if_passed(self.session, self.exercise, request, report)
        self.show_report(report, seconds)
        self.refresh()  # before the record, which waits for the disk
        if report["outcome"] == "grader_error":
            kept = faults.write(self.session.workspace.reports_dir, report.get("traceback", ""))
            self.session.notices.append(f"The report is in {kept}.")
        practice.record_news(self.session, self.exercise, request, report)

    def _engine_died(self) -> None:
        self.show_problem(EngineBroke("The judging process ended without a verdict; your answer was not judged."))

    def _sources(self) -> list[int]:
        found = [self.referee.fileno(), self._events.fileno() if self._events is not None else None]
        return [each for each in found if each is not None]

    def _timeout(self) -> float | None:
        now = time.monotonic()
        looks = _CONTROL_LOOKS
        if self._events is None or self._missed:
            looks = _LOOKS if now - self._quiet_since < _LONG else _SLOW_LOOKS
        waits = [self.watched.restless(now), self.helpers.restless(now), self.referee.due(now), self.next_refresh()]
        return min([looks, *(each for each in waits if each is not None)])

    def _close_events(self) -> None:
        if self._events is not None:
            self._events.close()
            self._events = None


class Lines(Watch):
    """Watch mode where nobody sits at a terminal: a line or two for each verdict."""

    def begin(self) -> None:
        _say(f"Watching {self.path}. Ctrl-C ends it.")

    def show_report(self, report: Report, seconds: float | None) -> None:
        from mlprep.views import verdict
        from mlprep.views.text import make_console

        verdict.show_line(make_console(), report)
        for notice in self.session.take_notices():
            _say(notice)
        sys.stdout.flush()

    def show_problem(self, problem: MlprepError) -> None:
        _say(f"{problem.message} {problem.next_step}")


def _say(text: str) -> None:
    print(safe(text), flush=True)
