"""Has code checked, one version at a time, and gives only the verdict on the newest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlprep.grading.client import CannotStart, Engine, EngineDied

if TYPE_CHECKING:
    from mlprep.grading.contracts import Report, Request

GRACE = 0.25  # seconds that a check may go on once its answer was superseded
_LIVES = 2  # engines that may die over one request before it is given up


class Referee:
    """Holds the engine. A newer request makes an older one void, and an engine that is stuck in one is replaced."""

    def __init__(self, engine: Engine | None) -> None:
        self._engine = engine
        self._asked: Request | None = None  # what the engine is at
        self._since = 0.0
        self._void = False  # whether its report is of no use any more
        self._newer: Request | None = None  # what to ask instead
        self._deaths = 0

    @property
    def busy(self) -> bool:
        """Whether a report is to come that matters."""
        return self._asked is not None and (not self._void or self._newer is not None)

    @property
    def since(self) -> float:
        """When the present check began."""
        return self._since

    def fileno(self) -> int | None:
        """To wait on for a report, if one is to come."""
        return self._engine.fileno() if self._engine is not None and self._asked is not None else None

    def ask(self, request: Request, now: float) -> None:
        """Have this checked; no report on anything asked before will be given."""
        self._deaths = 0
        if self._asked is None:
            self._send(request, now)
        else:
            self._void, self._newer = True, request

    def drop(self) -> None:
        """Want no report on anything asked before."""
        self._void, self._newer = self._asked is not None, None

    def due(self, now: float) -> float | None:
        """Seconds until `hurry` should be called, if it should."""
        return max(self._since + GRACE - now, 0.0) if self._void else None

    def hurry(self, now: float) -> None:
        """Leave a check that is void and goes on and on."""
        if self._void and now - self._since >= GRACE:
            newer = self._newer
            self.stop()
            if newer is not None:
                self._send(newer, now)

    def take(self, now: float) -> tuple[Request, Report] | None:
        """The report that has come, with its request; None if it is void. Raises EngineDied if no engine lives."""
        assert self._engine is not None
        assert self._asked is not None
        try:
            report = self._engine.receive()
        except CannotStart:  # the next one could not either
            self.stop()
            raise
        except EngineDied:
            self._again(now)
            return None
        asked, void, newer = self._asked, self._void, self._newer
        self._asked, self._void, self._newer = None, False, None
        if newer is not None:
            self._send(newer, now)
        return None if void else (asked, report)

    def stop(self) -> None:
        """Leave the present check, and no process behind."""
        engine, self._engine = self._engine, None
        self._asked, self._void, self._newer = None, False, None
        if engine is not None:
            engine.close()

    def abandon(self) -> None:
        """In a process that was forked: let go of what belongs to the one it came from."""
        engine, self._engine = self._engine, None
        self._asked, self._void, self._newer = None, False, None
        if engine is not None:
            engine.disown()

    def _again(self, now: float) -> None:
        """The engine died, which should not happen, and not happen twice: ask another one."""
        wanted = self._newer if self._void else self._asked
        self.stop()
        self._deaths += 1
        if wanted is None:
            return
        if self._deaths >= _LIVES:
            raise EngineDied
        self._send(wanted, now)

    def _send(self, request: Request, now: float) -> None:
        self._asked, self._since = request, now
        try:
            if self._engine is None:
                self._engine = Engine()
            self._engine.send(request)
        except EngineDied:
            self._again(now)
