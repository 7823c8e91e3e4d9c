"""A candidate started as a process of its own, where forking is not safe: it arrives with pipes for its streams."""

from __future__ import annotations

import gc
import os
import sys
from typing import Any, NoReturn

from mlprep.grading.common import light_numpy


def main(bounds: dict[str, Any], parent: int) -> NoReturn:
    """Take the pipes off the standard streams, set the limits and serve."""
    light_numpy.load()
    from mlprep.grading.candidate.runner import prepare, serve

    gc.enable()
    requests, replies = os.dup(0), os.dup(1)
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.close(null)
    os.dup2(2, 1)
    if os.name == "posix":
        from mlprep.grading.candidate import limits

        limits.die_with_parent(parent)
        limits.limit(bounds["seconds"], int(bounds["memory"]))
    if sys.platform == "linux":
        from mlprep.grading.candidate.system_calls import limit_calls
        from mlprep.grading.candidate.wall import Wall

        wall = Wall(bounds["hidden"], bounds["scratch"])
        wall.enter()
        wall.close()
        limit_calls()
    prepare(bounds["scratch"])
    serve(requests, replies, bounds["scratch"])
