"""What a message says to do, told for the app: the key in the place of the command."""

from __future__ import annotations

import re
from functools import partial

_KEYS = (
    (r"run `mlprep start [\w.]+ --fresh`", "press x"),
    (r"run `mlprep start ([\w.]+)` to start (?:it|one)", "press x"),
    (r"run `mlprep start ([a-z]\w*)`", r"press l and choose \1"),
    (r"run `mlprep debug \w+(?: --fresh)?`", "press b"),
    (r"run `mlprep quiz`", "press k"),
    (r"run `mlprep interview`", "press i"),
    (r"run `mlprep next`", "press n"),
    (r"run `mlprep plan[^`]*`", "press p"),
    (r"run `mlprep progress`, or solve one again: `mlprep review NAME`", "press g to see your progress"),
    (r"run `mlprep hint[^`]*`", "press h"),
    (r"check it: `mlprep check [\w.]+`", "press r to check it"),
)


def by_keys(message: str) -> str:
    """The message with the keys that do what it asks for; commands without a key stay."""
    for pattern, key in _KEYS:
        message = re.sub(pattern, partial(_like, key), message, flags=re.IGNORECASE)
    return message


def _like(key: str, found: re.Match[str]) -> str:
    """The key's words, with a capital where the command's had one."""
    words = found.expand(key)
    return words[0].upper() + words[1:] if found[0][0].isupper() else words
