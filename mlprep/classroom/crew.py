"""Several warm engines at work at once. Each stays with one exercise as long as there is something to do of it."""

from __future__ import annotations

import queue
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from mlprep.classroom.steady_engine import SteadyEngine
from mlprep.grading.client import CannotStart, Engine, EngineDied

if TYPE_CHECKING:
    from mlprep.classroom.jobs import Job
    from mlprep.grading.contracts import Report

_AHEAD = 64  # jobs that are ready for the engines; more would only take memory


class Workers(Protocol):
    """Who does the jobs: engines on this machine, or a cluster's."""

    def work(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Report]]: ...


class Crew:
    """Engines on this machine."""

    def __init__(self, size: int, start: Callable[[], Engine]) -> None:
        self._size, self._start = size, start

    def work(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Report]]:
        """The reports, as they come. Jobs are taken up as they are needed; those of one exercise should be together.

        Raises CannotStart, with the reason, where no engine can be started.
        """
        waiting = _Waiting(jobs)
        done: queue.Queue[tuple[Job, Report] | Exception | None] = queue.Queue(4 * _AHEAD)
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
    """Jobs that are taken up in their order; an engine is given one of the exercise that it was at, if there is one."""

    def __init__(self, jobs: Iterable[Job]) -> None:
        self._jobs = iter(jobs)
        self._ready: list[Job] = []
        self._at: Counter[str] = Counter()  # how many engines are at an exercise
        self._lock = threading.Lock()

    def take(self, exercise: str) -> Job | None:
        with self._lock:
            while len(self._ready) < _AHEAD and (job := next(self._jobs, None)) is not None:
                self._ready.append(job)
            if not self._ready:
                return None
            place = next((i for i, job in enumerate(self._ready) if job.exercise == exercise), None)
            if place is None:  # one that no other engine is at, if there is one
                place = min(range(len(self._ready)), key=lambda i: (self._at[self._ready[i].exercise], i))
            job = self._ready.pop(place)
            if job.exercise != exercise:
                self._at[exercise] -= 1
                self._at[job.exercise] += 1
            return job

    def stop(self) -> None:
        with self._lock:
            self._jobs, self._ready = iter(()), []


def _work(engine: SteadyEngine, waiting: _Waiting, done: queue.Queue[tuple[Job, Report] | Exception | None]) -> None:
    exercise = ""
    try:
        while (job := waiting.take(exercise)) is not None:
            exercise = job.exercise
            done.put((job, engine.ask(job.request)))
    except EngineDied as error:
        if isinstance(error, CannotStart):
            done.put(error)
    except Exception as error:  # whatever it is, the others must not wait for this one
        done.put(error)
    finally:
        engine.close()
        done.put(None)
