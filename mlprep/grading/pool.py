"""Several engines side by side, for batches."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mlprep.grading.client import JUDGE, Engine, EngineDied


class Pool:
    """As many engines as there are cores; each request goes to the first one free."""

    def __init__(self, service: str = JUDGE, size: int | None = None, first: Engine | None = None) -> None:
        self._service = service
        self._size = size or os.cpu_count() or 1
        self._engines = [first] if first else []

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *exc: object) -> None:
        for engine in self._engines:
            engine.close()

    def ask(self, requests: Iterable[Mapping[str, Any]]) -> Iterator[Any]:
        """The reports, as they come. Raises EngineDied if an engine does."""
        waiting: queue.SimpleQueue[Mapping[str, Any]] = queue.SimpleQueue()
        reports: queue.SimpleQueue[Any] = queue.SimpleQueue()
        count = 0
        for request in requests:
            waiting.put(request)
            count += 1
        while len(self._engines) < min(self._size, count):
            self._engines.append(Engine(self._service))
        for engine in self._engines:
            threading.Thread(target=_work, args=(engine, waiting, reports), daemon=True).start()
        for _ in range(count):
            report = reports.get()
            if isinstance(report, EngineDied):
                raise report
            yield report


def _work(engine: Engine, waiting: Any, reports: Any) -> None:
    try:
        while True:
            reports.put(engine.ask(waiting.get_nowait()))
    except queue.Empty:
        return
    except (EngineDied, OSError) as error:
        reports.put(error if isinstance(error, EngineDied) else EngineDied(str(error)))
