"""Processes that commands under test have started, told by what is in their environment. Linux alone lists them."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path


def marked(marker: str) -> dict[int, str]:
    """Every process whose environment holds this text, such as the path of a workspace, with its command."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if marker.encode() in (folder / "environ").read_bytes() and int(folder.name) != os.getpid():
                found[int(folder.name)] = (folder / "cmdline").read_text().replace("\0", " ")
        except OSError:  # it has ended, or is another user's
            continue
    return dict(sorted(found.items()))


def all_end(marker: str, seconds: float = 60) -> bool:
    """Whether all of them end in time."""
    return comes_true(lambda: not marked(marker), seconds)


def comes_true(condition: Callable[[], object], seconds: float = 60) -> bool:
    """Whether it does in time. The time is for busy machines."""
    until = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def name_of(pid: int) -> str:
    """What the system calls it; nothing if it has ended."""
    try:
        return Path(f"/proc/{pid}/comm").read_text().strip()
    except OSError:
        return ""


def children(pid: int) -> list[int]:
    """The processes that this one has started: of a command, its engines."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
