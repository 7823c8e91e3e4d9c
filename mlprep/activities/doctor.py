"""What `mlprep doctor` tells: paths, versions, and which limits this system enforces, each of them tried out.

It is asked when something is wrong, so no fact depends on another: what cannot be told says so.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from mlprep import __version__
from mlprep.grading import enforcement, launching
from mlprep.learner import conflicted_copies
from mlprep.learner.lock import file_system_locks

if TYPE_CHECKING:
    from mlprep.activities.session import Session


def facts(session: Session) -> list[tuple[str, str]]:
    """Name and value of each fact."""
    measured = enforcement.measure()
    told: list[tuple[str, Callable[[], str]]] = [
        ("mlprep", lambda: __version__),
        ("Python", lambda: f"{platform.python_version()} at {sys.executable}"),
        ("system", platform.platform),
        *((name, partial(_version, name)) for name in ("numpy", "typer", "rich", "fsrs", "textual")),
        ("workspace", lambda: f"{session.workspace.root} ({session.workspace.found_by})"),
        ("progress", lambda: _progress(session)),
        ("conflicted copies", lambda: _copies(session)),
        ("file locks", lambda: _locks(session)),
        ("exercises", lambda: f"{len(session.catalogue.exercises)} in {session.catalogue.root}{_packs(session)}"),
        ("candidates are", lambda: _start(measured)),
    ]
    limits = [(bound.name, str(bound)) for bound in measured if bound.name != enforcement.WARM]
    return [(name, _said(tell)) for name, tell in told] + limits


def _said(tell: Callable[[], str]) -> str:
    try:
        return tell()
    except Exception as error:
        return f"cannot be told: {error}"


def _packs(session: Session) -> str:
    return "".join(f", and in the pack {pack.root}" for pack in session.catalogue.packs.values())


def _start(measured: list[enforcement.Enforced]) -> str:
    if not launching.forks():
        return "started one by one, because forking is not safe here"
    warm = next((bound for bound in measured if bound.name == enforcement.WARM), None)
    if warm is not None and warm.held:
        return "forked from a warm process"
    why = f" ({warm.why})" if warm is not None and warm.why else ""
    return f"started one by one, if none can be forked from a warm process. A try did not succeed{why}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing: run `pip install mlprep` again"


def _copies(session: Session) -> str:
    names = [copy.name for copy in conflicted_copies.find(session.workspace.progress_file)]
    return f"{', '.join(names)}: to add them, run `mlprep doctor --merge`" if names else "none"


def _locks(session: Session) -> str:
    folder = session.workspace.state_dir
    if not os.path.isdir(folder):
        return "not tried, because there is no workspace yet"
    if file_system_locks(folder):
        return "work"
    return "none on this file system. mlprep uses a short-lived lock file"


def _progress(session: Session) -> str:
    path, progress = session.workspace.progress_file, session.progress
    if progress.refusal:
        return f"{progress.refusal.message} {progress.refusal.next_step}"
    if not os.path.lexists(path):
        return f"{path} (not made yet)"
    count = sum(len(progress.attempts(each)) for each in progress.exercises())
    return f"{path} ({count} checks of {len(progress.exercises())} exercises)"
