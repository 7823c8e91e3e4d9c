"""Starts the engine, and says in its first reply why it cannot be started, where NumPy is missing or broken."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # as in typing; type checkers know it
if TYPE_CHECKING:
    from typing import NoReturn

    from mlprep.grading.contracts import Isolation


def main(service: str, isolation: Isolation | None = None) -> NoReturn:
    """Run the engine, which never returns."""
    try:
        from mlprep.grading.common import light_numpy

        light_numpy.load()
        from mlprep.grading.engine.main import main as serve

        if isolation is not None:  # it says before it serves whether there is a sandbox
            serve(service, isolation)
    except Exception as error:  # a broken NumPy raises more than ImportError
        import json

        lines = str(error).strip().splitlines() or [type(error).__name__]
        os.write(1, json.dumps({"cannot_start": f"{type(error).__name__}: {lines[-1]}"}).encode() + b"\n")
        sys.stdin.buffer.read()  # until the command line hangs up: it must not find a closed pipe first
        os._exit(1)
    serve(service)
