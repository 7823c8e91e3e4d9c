"""What a worker of a cluster does: grade batches with engines that stay warm, one for each of its threads."""

from __future__ import annotations

import atexit
import threading
from functools import cache
from typing import TYPE_CHECKING, Any

from mlprep import __version__
from mlprep.classroom.isolation import isolation, no_sandbox
from mlprep.classroom.steady_engine import SteadyEngine
from mlprep.errors import MlprepError, missing_package
from mlprep.grading.client import JUDGE, CannotStart, Engine
from mlprep.grading.launching import content_root

if TYPE_CHECKING:
    from mlprep.grading.contracts import Isolation, Report

_own = threading.local()


def grade_batch(requests: list[Any], isolated: bool) -> tuple[str, list[Report]]:
    """Our version, and the reports, in order. Raises MlprepError where nothing can be graded on this machine."""
    engine = _engine(isolated)
    root = content_root()
    try:
        return __version__, [engine.ask(each | {"root": each["root"] or root}) for each in requests]
    except CannotStart as error:
        raise no_engine(error) from None


def no_engine(error: CannotStart) -> MlprepError:
    """Why no engine can be started, for people."""
    kind, _, said = str(error).partition(": ")
    return no_sandbox(said) if kind == "NoSandbox" else missing_package("numpy", str(error))


def _engine(isolated: bool) -> SteadyEngine:
    """The engine of this thread."""
    name = "isolated" if isolated else "open"
    if not hasattr(_own, name):
        isolating = _isolation() if isolated else None
        setattr(_own, name, SteadyEngine(lambda: Engine(JUDGE, isolating)))
        atexit.register(getattr(_own, name).close)
    engine: SteadyEngine = getattr(_own, name)
    return engine


@cache
def _isolation() -> Isolation:
    return isolation([])
