"""What `mlprep doctor` tells: paths, versions, and which limits this system enforces."""

from __future__ import annotations

import os
import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from mlprep import __version__

if TYPE_CHECKING:
    from mlprep.activities.session import Session

_YES = "enforced"


def facts(session: Session) -> list[tuple[str, str]]:
    """Name and value of each fact."""
    workspace = session.workspace
    rows = [
        ("mlprep", __version__),
        ("Python", f"{platform.python_version()} at {sys.executable}"),
        ("system", platform.platform()),
        *((name, _version(name)) for name in ("numpy", "typer", "rich", "fsrs", "filelock")),
        ("workspace", f"{workspace.root} ({workspace.found_by})"),
        ("progress", _progress(session)),
        ("exercises", f"{len(session.catalogue.exercises)} in {session.catalogue.root}"),
        (
            "candidates are",
            "forked from a warm process" if _forks() else "started one by one, as forking is not safe here",
        ),
    ]
    return rows + _limits()


def _limits() -> list[tuple[str, str]]:
    posix, linux = os.name == "posix", sys.platform == "linux"
    no = "not enforced on this system"
    return [
        ("wall time limit", _YES),
        ("CPU time limit", _YES if posix else no),
        ("memory limit", _YES if linux else no),
        ("file size limit", _YES if posix else no),
        ("own process group", _YES if posix else no),
        ("orphans caught", _YES if linux else no),
        ("solutions out of reach", _YES if _has_wall() else "asked for, but not enforced by this system's kernel"),
    ]


def _forks() -> bool:
    if os.name != "posix" or os.environ.get("MLPREP_SPAWN") == "1":
        return False
    return hasattr(os, "pidfd_open") and os.path.exists("/proc/self/task")


def _has_wall() -> bool:
    if sys.platform != "linux":
        return False
    from mlprep.grading.candidate.wall import Wall

    return bool(Wall(()).height)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing: run `pip install mlprep` again"


def _progress(session: Session) -> str:
    path = session.workspace.progress_file
    if not path.exists():
        return f"{path} (not made yet)"
    progress = session.progress
    count = sum(len(progress.attempts(each)) for each in progress.exercises())
    return f"{path} ({count} checks of {len(progress.exercises())} exercises)"
