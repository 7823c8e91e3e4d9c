"""What standard input and output are: a terminal that can show the practice app, or not.

Asked before the engine is started, so it imports nothing that takes time.
"""

from __future__ import annotations

import os
import sys

PLAIN = "--plain"


def opens_app(words: list[str]) -> bool:
    """Whether `mlprep` without a command opens the app, given its other words."""
    ends = (sys.stdin, sys.stdout)
    if PLAIN in words or not all(end is not None and end.isatty() for end in ends):
        return False
    return os.environ.get("TERM", "unset") not in ("dumb", "")
