"""Hints and the reference solution."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from mlprep.activities.help import Hints
from mlprep.content.reference_solution import Reference
from mlprep.phrases import counted
from mlprep.views.code import show_code
from mlprep.views.lists import reflowed
from mlprep.views.text import DIM, KEY, WARN, indented, paragraph, safe


def show_hints(console: Console, hints: Hints, *, by_keys: bool = False) -> None:
    """The newest hint; all that were seen, where there is no new one. ``by_keys``: the next step is a key."""
    another, after = ("h", "s") if by_keys else ("mlprep hint", "mlprep solution")
    first = len(hints.seen) - 1 if hints.new else 0
    for number, text in enumerate(hints.seen[first:], first + 1):
        tier = f", {hints.tiers[number - 1]}" if number <= len(hints.tiers) == hints.total else ""
        console.print(Text(f"{hints.exercise}: hint {number} of {hints.total}", KEY).append(tier, DIM))
        console.print()
        paragraph(console, text)
        console.print()
    left = hints.total - len(hints.seen)
    if not hints.total:
        console.print(Text(f"  {hints.exercise} has no hints.   {after}", DIM))
    elif not hints.seen:
        console.print(Text(f"  You have not seen a hint yet.   {another}", DIM))
    elif left:
        console.print(Text(f"  {counted(left, 'hint')} left: {another}", DIM))
    elif hints.new:
        console.print(Text(f"  That was the last hint. The solution: {after}", DIM))
    else:
        console.print(Text(f"  There are no more hints. The solution: {after}", WARN))


def show_solution(console: Console, reference: Reference) -> None:
    """Why it is done so, the code, and what may be asked next."""
    console.print(Text(f"{reference.exercise}: {reference.title}", KEY))
    console.print()
    _prose(console, reference.explanation)
    console.print()
    show_code(console, reference.code)
    if reference.questions:
        title, _, rest = reference.questions.partition("\n")
        console.print()
        console.print(Text(title, KEY))
        console.print()
        _prose(console, rest)
    console.print()
    console.print(Text("Compare with your code: mlprep solution --diff", DIM))


def _prose(console: Console, text: str) -> None:
    plain = safe(text.strip()).replace("``", "`")
    console.print(indented(reflowed(plain, min(console.width, 100) - 2)))
