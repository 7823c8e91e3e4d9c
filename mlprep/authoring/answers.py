"""The answers to an exercise in `tests/answers`: how many there must be, and how their files are named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlprep.authoring.places import Places

LEAST = {"right": 2, "wrong": 3}  # how many of each


def problems(where: Places) -> Iterator[str]:
    """What is missing among the answers, and what is there under a name that says nothing."""
    names = [path.name for path in where.answer_files()]
    for kind, least in LEAST.items():
        found = sum(name.startswith(f"{kind}_") for name in names)
        if found < least:
            yield f"tests/answers/{where.name} has {found} files {kind}_*.py; {least} are asked for"
    for name in names:
        if not name.startswith(("right_", "wrong_", "beyond_")):
            yield f"tests/answers/{where.name}/{name} is named neither right_*.py nor wrong_*.py nor beyond_*.py"
        elif re.fullmatch(r"(right|wrong|beyond)_\d*\.py", name):
            yield f"tests/answers/{where.name}/{name} has a name that does not say what it is"
