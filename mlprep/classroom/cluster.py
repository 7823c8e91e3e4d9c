"""The same work on a Dask cluster: batches of submissions, a bounded number at a time, each tried again when lost.

Nothing depends on one process living on. A batch whose worker dies goes to another. When the scheduler goes away, the
batches that were not answered are given to the one that comes back at the same address. A worker keeps an engine warm
for each of its threads, and uses its own copy of the exercises.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from importlib import import_module
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from mlprep import __version__
from mlprep.classroom.cluster_work import grade_batch
from mlprep.classroom.steady_engine import lost
from mlprep.errors import MlprepError
from mlprep.grading.launching import content_root

if TYPE_CHECKING:
    from mlprep.classroom.jobs import Job
    from mlprep.grading.contracts import Report

BATCH = 32  # submissions: about a second of work, so that the scheduler has one task a second for each core
_AHEAD = 3  # batches for each thread of the cluster, so that none waits for us
_TRIES = 4  # of a batch, before each of its submissions is reported as lost
_LOST = f"The batch with this submission was lost {_TRIES} times without a verdict."
_LOOKING = 1.0  # seconds between looks at whether the scheduler is still there
_WORKERS = 60.0  # seconds to wait for the first worker
_AWAY = 600.0  # seconds that a scheduler may be away
_CONNECTING = 10.0
_GATHERING = 120.0


class _Batch:
    """Some jobs of one exercise, and how often they were tried."""

    def __init__(self, jobs: list[Job]) -> None:
        self.jobs, self.tries = jobs, 0

    def requests(self) -> list[dict[str, Any]]:
        """What is sent; the folder of the exercises is each worker's own."""
        own = content_root()
        return [{**job.request, "root": "" if job.request["root"] == own else job.request["root"]} for job in self.jobs]


class Cluster:
    """Workers of a Dask cluster."""

    def __init__(self, address: str, *, isolated: bool, told: Callable[[str], None] = lambda text: None) -> None:
        """``told`` is called with what happens to the cluster. Raises MlprepError without the package distributed."""
        try:
            self._dask: Any = import_module("distributed")
        except ImportError as error:
            raise MlprepError(
                f"A cluster needs the package distributed, which cannot be imported ({error}).",
                "Run `pip install 'mlprep[cluster]'`.",
            ) from None
        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters of it is told in our words
        self._address, self._isolated, self._told = address, isolated, told
        self._client: Any = None
        self._done: queue.SimpleQueue[tuple[int, Any]] = queue.SimpleQueue()
        self._running: dict[int, tuple[_Batch, Any]] = {}
        self._count = 0

    def work(self, groups: Iterable[Iterable[Job]]) -> Iterator[tuple[Job, Report]]:
        """The reports, as they come. Raises MlprepError where there is no cluster, or it has another mlprep."""
        batches = _batches(chain.from_iterable(groups))
        try:
            self._connect(_CONNECTING)
            self._await_workers()
            while True:
                for batch in islice(batches, max(self._room() - len(self._running), 0)):
                    self._submit(batch)
                if not self._running:
                    return
                yield from self._next()
        finally:
            self._disconnect()

    def _next(self) -> Iterator[tuple[Job, Report]]:
        """What one batch came to, or nothing so far."""
        try:
            number, future = self._done.get(timeout=_LOOKING)
        except queue.Empty:
            if self._client.status != "running":
                self._reconnect()
            return
        if number not in self._running:
            return
        if future.status == "cancelled" or self._client.status != "running":
            self._reconnect()
            return
        batch, _ = self._running[number]
        try:
            version, reports = future.result(timeout=_GATHERING)
        except MlprepError:
            raise
        except Exception as error:
            if self._client.status != "running" or isinstance(error, OSError):
                self._reconnect()
                return
            del self._running[number]
            if batch.tries >= _TRIES:
                self._told(f"A batch was lost {_TRIES} times: {type(error).__name__}: {error}")
                yield from ((job, lost(job.request, _LOST)) for job in batch.jobs)
            else:
                self._submit(batch)
            return
        del self._running[number]
        if version != __version__:
            raise MlprepError(
                f"The workers have mlprep {version}, and this is {__version__}.", "Install the same version everywhere."
            )
        yield from zip(batch.jobs, reports, strict=True)

    def _submit(self, batch: _Batch) -> None:
        self._count += 1
        number = self._count
        batch.tries += 1
        future = self._client.submit(
            grade_batch, batch.requests(), self._isolated, pure=False, retries=_TRIES, key=f"mlprep-{id(self)}-{number}"
        )
        self._running[number] = batch, future
        future.add_done_callback(lambda each: self._done.put((number, each)))

    def _room(self) -> int:
        """How many batches may be on their way."""
        threads = sum(self._client.nthreads().values()) if self._client.status == "running" else 0
        return int(_AHEAD * max(threads, 1))

    def _connect(self, seconds: float) -> None:
        try:
            self._client = self._dask.Client(self._address, timeout=seconds, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise MlprepError(
                f"There is no Dask scheduler at {self._address} ({type(error).__name__}).",
                "Start one with `dask scheduler`, and give the address that it prints: `--cluster tcp://host:8786`.",
            ) from None

    def _await_workers(self) -> None:
        try:
            self._client.wait_for_workers(1, timeout=_WORKERS)
        except TimeoutError:
            raise MlprepError(
                f"The scheduler at {self._address} has no workers.", f"Start some with `dask worker {self._address}`."
            ) from None

    def _reconnect(self) -> None:
        """Go on with the scheduler that comes back, with all that was not answered."""
        self._told("The scheduler went away. Waiting for it to come back.")
        left = [batch for batch, _ in self._running.values()]
        self._running.clear()
        self._disconnect()
        until = time.monotonic() + _AWAY
        while True:
            try:
                self._connect(_CONNECTING)
                self._await_workers()
                break
            except MlprepError:
                self._disconnect()
                if time.monotonic() > until:
                    raise
                time.sleep(_LOOKING)
        self._told("The scheduler is back.")
        for batch in left:
            batch.tries -= 1  # it was not the batch that failed
            self._submit(batch)

    def _disconnect(self) -> None:
        client, self._client = self._client, None
        if client is None:
            return
        running, self._running = [future for _, future in self._running.values()], {}
        # a client whose scheduler is gone may take its time; it is not waited for
        closing = threading.Thread(target=_close, args=(client, running), daemon=True)
        closing.start()
        closing.join(_CONNECTING)


def _close(client: Any, futures: list[Any]) -> None:
    with suppress(Exception):
        if futures and client.status == "running":
            client.cancel(futures)
        client.close(timeout=_CONNECTING / 2)


def _batches(jobs: Iterable[Job]) -> Iterator[_Batch]:
    """Jobs in the order given, some of one exercise at a time."""
    gathered: list[Job] = []
    for job in jobs:
        if gathered and (len(gathered) == BATCH or gathered[0].exercise != job.exercise):
            yield _Batch(gathered)
            gathered = []
        gathered.append(job)
    if gathered:
        yield _Batch(gathered)
