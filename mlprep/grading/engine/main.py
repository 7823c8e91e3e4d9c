"""The engine process: trusted, holds graders and references, and judges. It never runs the user's code itself.

Requests come in on standard input and reports go out on standard output, one JSON value a line. It stays alive
until its input ends, and then leaves nothing behind.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
import warnings
from typing import TYPE_CHECKING, Any, NoReturn

from mlprep.grading.common import light_numpy
from mlprep.grading.common.scratch import Scratch
from mlprep.grading.engine.process import Nursery
from mlprep.grading.launching import content_root, forks, hidden_trees

if TYPE_CHECKING:
    from _socket import socket

    from mlprep.grading.contracts import Isolation

_MEMORY = 4 * 2**30


def main(service: str, isolation: Isolation | None = None) -> NoReturn:
    """Split off the zygote, then serve requests with this module's ``Service`` until the command line hangs up.

    With ``isolation`` the zygote is in a sandbox. Raises an error that says why where that cannot be had.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the command line, which hangs up
    light_numpy.load_random()  # now, as candidates that are forked want it as well
    if isolation is not None:
        from mlprep.grading.engine.sandboxed import SandboxedNursery

        _serve(SandboxedNursery(isolation, hidden_trees(content_root())), service)
    scratch = Scratch()
    # Only with the zygote gone its own way may anything be loaded that knows a solution.
    _serve(Nursery(_zygote(scratch.path), scratch), service)


def _zygote(scratch: str) -> tuple[int, socket] | None:
    if not forks():
        return None
    from mlprep.grading.candidate import zygote

    return zygote.split(hidden_trees(content_root()), scratch)


def _serve(nursery: Nursery, module: str) -> NoReturn:
    import importlib
    import queue
    import threading

    if sys.platform == "linux":
        from mlprep.grading.candidate import limits

        limits.become_subreaper()
        limits.hide_memory()
        limits.cap_memory(_MEMORY)  # a known mistake may want any amount of it
    warnings.simplefilter("ignore")  # a grader's own arithmetic on wrong code is nobody's news
    replies = os.dup(1)
    os.dup2(2, 1)  # whatever a grader prints must not look like a report
    requests: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def listen() -> None:
        with os.fdopen(0, "rb", closefd=False) as stream:
            for line in stream:
                requests.put(line)
        leave()

    leaving = threading.Lock()  # both threads may learn of it at once

    def leave() -> NoReturn:
        leaving.acquire()
        try:
            nursery.abandon()
        finally:
            os._exit(0)

    threading.Thread(target=listen, daemon=True).start()
    service = importlib.import_module(module).Service(nursery)
    gc.freeze()
    gc.enable()
    while True:
        report: dict[str, Any] = service.answer(json.loads(requests.get()))
        # half characters (surrogates) of the code's would break whoever prints them
        data = json.dumps(report, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
        try:
            while data:
                data = data[os.write(replies, data) :]
        except OSError:  # nobody waits for it any more
            leave()
        nursery.settle()
