"""Several warm engines at work at once. Each stays with one exercise as long as there is something to do of it."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from mlprep.classroom.steady_engine import SteadyEngine
from mlprep.grading.client import CannotStart, Engine, EngineDied

if TYPE_CHECKING:
    from mlprep.classroom.jobs import Job
    from mlprep.grading.contracts import Report

_UNREAD = 256  # reports that wait to be taken; more would only take memory


class Workers(Protocol):
    """Who does the jobs, given by exercise: engines on this machine, or a cluster's."""

    def work(self, groups: Iterable[Iterable[Job]]) -> Iterator[tuple[Job, Report]]: ...


class Crew:
    """Engines on this machine."""

    def __init__(self, size: int, start: Callable[[], Engine]) -> None:
        self._size, self._start = size, start

    def work(self, groups: Iterable[Iterable[Job]]) -> Iterator[tuple[Job, Report]]:
        """The reports, as they come. Groups and jobs are taken up as they are needed.

        Raises CannotStart, with the reason, where no engine can be started.
        """
        waiting = _Waiting(groups)
        done: queue.Queue[tuple[Job, Report] | Exception | None] = queue.Queue(_UNREAD)
        engines = [SteadyEngine(self._start) for _ in range(self._size)]
        threads = [threading.Thread(target=_work, args=(each, waiting, done), daemon=True) for each in engines]
        for thread in threads:
            thread.start()
        left = len(threads)
        try:
            while left:
                result = done.get()
                if result is None:
                    left -= 1
                elif isinstance(result, Exception):
                    raise result
                else:
                    yield result
        finally:
            waiting.stop()
            if left:
                for engine in engines:
                    engine.stop()
            while any(thread.is_alive() for thread in threads):  # none may wait for room for its last report
                try:
                    done.get(timeout=0.05)
                except queue.Empty:
                    continue


class _Waiting:
    """Jobs to be done, by exercise. An engine stays with one exercise, and takes up one that no other engine is at as
    long as there is one: what an exercise takes to load, each engine that is at it takes once more.
    """

    def __init__(self, groups: Iterable[Iterable[Job]]) -> None:
        self._untouched = iter(groups)
        self._begun: list[Iterator[Job]] = []
        self._lock = threading.Lock()

    def take(self, at: Iterator[Job] | None) -> tuple[Job, Iterator[Job]] | None:
        """A job, and the group that it is of, for an engine that was at that group; None where none is left."""
        with self._lock:
            while (group := self._group(at)) is not None:
                job = next(group, None)
                if job is not None:
                    return job, group
                self._begun.remove(group)
            return None

    def _group(self, at: Iterator[Job] | None) -> Iterator[Job] | None:
        if at is not None and at in self._begun:
            return at
        fresh = next(self._untouched, None)
        if fresh is not None:
            self._begun.append(iter(fresh))
        return self._begun[-1] if self._begun else None

    def stop(self) -> None:
        with self._lock:
            self._untouched, self._begun = iter(()), []


def _work(engine: SteadyEngine, waiting: _Waiting, done: queue.Queue[tuple[Job, Report] | Exception | None]) -> None:
    at = None
    try:
        while (taken := waiting.take(at)) is not None:
            job, at = taken
            done.put((job, engine.ask(job.request)))
    except EngineDied as error:
        if isinstance(error, CannotStart):
            done.put(error)
    except Exception as error:  # whatever it is, the others must not wait for this one
        done.put(error)
    finally:
        engine.close()
        done.put(None)
