"""Reports of our own faults, kept in a file instead of thrown at the user."""

from __future__ import annotations

import os
import platform
import tempfile
import time
from pathlib import Path

from mlprep import __version__


def write(folder: Path | None, traceback: str) -> Path | None:
    """Write a report and return where it is: in the system's temporary folder if the one given will not take it."""
    text = f"mlprep {__version__}, Python {platform.python_version()}, {platform.platform()}\n\n{traceback}"
    name = f"mlprep-{time.strftime('%Y-%m-%d-%H%M%S')}-{os.getpid()}.txt"
    for place in (folder, Path(tempfile.gettempdir())):
        if place is None:
            continue
        try:
            place.mkdir(exist_ok=True)  # but not a whole workspace, as in the place of one that was moved
            (place / name).write_text(text, encoding="utf-8")
        except OSError:
            continue
        return place / name
    return None
