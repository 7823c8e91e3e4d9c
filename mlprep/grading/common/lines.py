"""A source's lines as Python counts them."""

from __future__ import annotations

import re

_END = re.compile(r"\r\n|\r|\n")


def lines_of(source: str) -> list[str]:
    """Split at line ends alone; ``str.splitlines`` also splits at form feeds and the like, which Python does not."""
    return _END.split(source)
