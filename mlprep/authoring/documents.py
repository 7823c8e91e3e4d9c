"""The documents of this repository that are made from its code: where they are, and how a part of one is replaced."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]


def between(text: str, begin: str, end: str, new: str) -> str:
    """The text with something new between its two markers."""
    before, _, rest = text.partition(begin)
    _, _, after = rest.partition(end)
    return f"{before}{begin}\n\n{new}\n\n{end}{after}"
