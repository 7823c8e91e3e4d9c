"""What this system enforces of the bounds on a candidate, tried out in a process of its own."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
from typing import Any, NamedTuple

from mlprep.grading.launching import content_root, environment, hidden_trees, python_command

_CODE = "from mlprep.grading.candidate.trials import main; main({hidden!r})"
_SECONDS = 1.2  # a person waits; what is not known by then is not said

WARM = "fork from a warm process"  # no bound, but tried with them
# The trials of `candidate.trials`, as a reader knows them.
BOUNDS = {
    "warm": WARM,
    "time": "time limit",
    "cpu time": "CPU time limit",
    "memory": "memory limit",
    "file size": "file size limit",
    "open files": "open files limit",
    "group": "own process group",
    "leftovers": "orphans caught",
    "processes": "no child processes",
    "signals": "no signals",
    "libraries": "no C libraries",
    "hidden": "solutions out of reach",
    "writes": "writes only in scratch",
    "calls": "system calls limited",
}


class Enforced(NamedTuple):
    """One bound: its name, whether it held, and a reason if there is one. ``held`` is None if it was not measured."""

    name: str
    held: bool | None
    why: str

    def __str__(self) -> str:
        said = {True: "enforced", False: "not enforced", None: "could not be measured"}[self.held]
        return f"{said} ({self.why})" if self.why else said


def measure(seconds: float = _SECONDS) -> list[Enforced]:
    """Try every bound, in this time at most. Never raises."""
    results: dict[str, tuple[bool | None, str]] = {}
    reason = ""
    try:
        said, reason = _run(_CODE.format(hidden=hidden_trees(content_root())), seconds)
        for line in said.splitlines():
            name, held, why = json.loads(line)
            results[name] = held, why
    except (OSError, ValueError) as error:
        reason = f"{type(error).__name__}: {error}"
    return [Enforced(words, *results.get(name, (None, reason))) for name, words in BOUNDS.items()]


def _run(code: str, seconds: float) -> tuple[bytes, str]:
    """What the trials print, and why it is not more."""
    trials = subprocess.Popen(
        python_command(code),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
        start_new_session=os.name == "posix",
    )
    try:
        return trials.communicate(timeout=seconds)[0], ""
    except subprocess.TimeoutExpired:
        pass
    finally:
        _kill(trials)
    return trials.communicate()[0], f"not done after {seconds:g} s"


def _kill(trials: subprocess.Popen[Any]) -> None:
    """End it with all that it has started. Once it has been waited for, its number may be another's."""
    if trials.returncode is None:
        with contextlib.suppress(OSError):
            if os.name == "posix":
                os.killpg(trials.pid, signal.SIGKILL)
            else:
                trials.kill()
