"""What must hold of a statement: its width, its list of edge cases, and that the grader tries just these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mlprep.content.statement import edges

WIDTH = 79
_RESERVED = ("core", "any array", "beyond")


def problems(statement: str, labels: Sequence[str], quiet: Sequence[str]) -> Iterator[str]:
    """What does not fit. ``labels`` are the grader's edges in their order, ``quiet`` those that rule out warnings."""
    for number, line in enumerate(statement.splitlines(), 1):
        if len(line) > WIDTH:
            yield f"line {number} of the statement has {len(line)} columns; {WIDTH} is the most"
    stated = edges(statement)
    for label in stated:
        if label in _RESERVED:
            yield f"the edge {label!r} has a name that means something else"
        if label not in labels:
            yield f"the statement names the edge {label!r}, and no case tries it"
    for label in labels:
        if label not in stated:
            yield f"the grader tries the edge {label!r}, and the statement does not name it"
    if [label for label in stated if label in labels] != [label for label in labels if label in stated]:
        yield "the grader's cases name the edges in another order than the statement"
    for label in quiet:
        if "warning" not in (statement if label == "core" else stated.get(label, "")):
            yield f"QUIET has {label!r}, and the statement does not rule out a warning there"
    for label, text in stated.items():
        if "warning" in text and label not in quiet:
            yield f"the edge {label!r} rules out a warning, and QUIET does not have it"
