"""How our own Python processes are started: isolated, with one OpenBLAS thread, and without the cost of `site`."""

from __future__ import annotations

import os
import sys

SPAWN_SETTING = "MLPREP_SPAWN"  # set to 1, candidates are spawned even where they could be forked
# One thread halves NumPy's start, forks safely, and keeps a check from taking every core.
_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def ordered_path() -> list[str]:
    """Our import path, with what PYTHONPATH and the current folder add behind everything else."""
    added = {*os.environ.get("PYTHONPATH", "").split(os.pathsep), ""}
    try:  # noqa: SIM105 (contextlib takes too long to load before the engine is started)
        added |= {os.path.abspath(entry) for entry in added}
    except OSError:  # the current folder may be gone
        pass
    return [entry for entry in sys.path if entry not in added] + [entry for entry in sys.path if entry in added]


def python_command(code: str) -> list[str]:
    """A command that runs this code with our import path, whatever PYTHON* variables and the current folder hold."""
    path = [entry for entry in ordered_path() if entry and os.path.isabs(entry)]
    here = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    if here not in path:
        path.insert(0, here)
    # -S skips `site`, whose path we hand over; -I keeps the environment and the current folder out. Collecting garbage
    # while modules load finds none and takes a tenth of the time; the engine turns it on again.
    return [sys.executable, "-I", "-S", "-c", f"import gc, sys; gc.disable(); sys.path[:] = {path!r}; {code}"]


def forks() -> bool:
    """Whether candidates are forked from a warm process: on Linux, where OpenBLAS with one thread survives it."""
    if sys.platform != "linux" or os.environ.get(SPAWN_SETTING) == "1":
        return False
    return hasattr(os, "pidfd_open") and os.path.exists("/proc/self/task")


def content_root() -> str:
    """The folder that holds the three trees: inside the package in a wheel, beside it in a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    shipped = os.path.join(package, "trees")
    return shipped if os.path.isdir(shipped) else os.path.dirname(package)


def hidden_trees(root: str) -> list[str]:
    """What a candidate must not read of a content root."""
    return [os.path.join(root, tree) for tree in ("solutions", "graders")]


def environment() -> dict[str, str]:
    """The environment for our processes."""
    return {**os.environ, **dict.fromkeys(_ONE_THREAD, "1")}
