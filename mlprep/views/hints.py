"""Hints and the reference."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from mlprep.activities.help import Hints, Reference
from mlprep.views.code import show_code, show_marked
from mlprep.views.lists import reflowed
from mlprep.views.text import DIM, KEY, WARN, indented, paragraph, safe

_TIERS = ("a nudge", "the formula", "the skeleton in words")


def show_hints(console: Console, hints: Hints, *, by_keys: bool = False) -> None:
    """The newest hint; all that were seen, where there is no new one. ``by_keys``: the next step is a key."""
    another, after = ("h", "s") if by_keys else ("mlprep hint", "mlprep solution")
    first = len(hints.seen) - 1 if hints.new else 0
    for number, text in enumerate(hints.seen[first:], first + 1):
        tier = f", {_TIERS[number - 1]}" if number <= len(_TIERS) == hints.total else ""
        console.print(Text(f"{hints.exercise}: hint {number} of {hints.total}", KEY).append(tier, DIM))
        console.print()
        paragraph(console, text)
        console.print()
    left = hints.total - len(hints.seen)
    if not hints.total:
        console.print(Text(f"  {hints.exercise} has no hints.   {after}", DIM))
    elif not hints.seen:
        console.print(Text(f"  None was seen yet.   {another}", DIM))
    elif left:
        console.print(Text(f"  {left} more: {another}", DIM))
    elif hints.new:
        console.print(Text(f"  That was the last hint. After it: {after}", DIM))
    else:
        console.print(Text(f"  Those are all the hints there are. After them: {after}", WARN))


def show_solution(console: Console, reference: Reference) -> None:
    """Why it is done so, the code, and what may be asked next."""
    console.print(Text(f"{reference.exercise}: the reference", KEY))
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
    console.print(Text("Beside your own: mlprep solution --diff", DIM))


def show_differences(console: Console, exercise: str, lines: list[tuple[str, str]]) -> None:
    """One's own answer and the reference in one column, each line marked by where it stands."""
    console.print(Text(f"{exercise}: ", KEY).append("- only in yours   + only in the reference", DIM))
    console.print()
    show_marked(console, lines)
    if all(mark == " " for mark, _ in lines):
        console.print()
        console.print("They are the same, line for line.")


def _prose(console: Console, text: str) -> None:
    console.print(indented(reflowed(safe(text.strip()), min(console.width, 100) - 2)))
