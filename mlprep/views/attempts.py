"""What was done on one exercise."""

from __future__ import annotations

import time
from typing import Any

from rich.console import Console
from rich.text import Text

from mlprep.activities.restoring import Restored
from mlprep.learner.history import History, Kept
from mlprep.learner.record import PASSED, Attempt
from mlprep.views.text import BAD, DIM, GOOD, KEY, minutes, safe

_SHOWN = 20


def show_history(console: Console, history: History) -> None:
    """Checks and kept answers, oldest first, as in a log."""
    attempts, name = history.attempts, history.exercise
    passes = sum(attempt.outcome == PASSED for attempt in attempts)
    head = Text(name, KEY)
    head.append(f"   {_count(len(attempts), 'check')}, {passes} passed" if attempts else "   not checked yet", DIM)
    console.print(head)
    if attempts:
        console.print()
        if len(attempts) > _SHOWN:
            console.print(Text(f"  ... {len(attempts) - _SHOWN} earlier ones (--json has them)", DIM))
        for attempt in attempts[-_SHOWN:]:
            console.print(_attempt(attempt), no_wrap=True, overflow="ellipsis")
    if history.kept:
        console.print()
        console.print(Text("  Answers kept", KEY))
        for kept in history.kept:
            line = Text(f"  {kept.number:>4}  {_date(kept.when)}  ")
            line.append(f"{'passed' if kept.passed else 'put aside':<12}", GOOD if kept.passed else "")
            console.print(line.append(_count(kept.lines, "line"), DIM))
        console.print()
        number = history.kept[-1].number
        console.print(f"  Read one: mlprep history {name} --show {number}   bring it back: --restore {number}")


def show_restored(console: Console, restored: Restored) -> None:
    """What was brought back, and where the present answer went."""
    kept = restored.kept
    console.print(f"{safe(restored.path)} is your answer of {_date(kept.when)} again.", soft_wrap=True)
    if restored.aside:
        console.print(f"The one before is kept in {safe(restored.aside)}.", soft_wrap=True)
    if restored.counts:
        console.print("As it passed once, this counts as having seen the solution.")


def as_json(history: History) -> dict[str, Any]:
    """The history as plain data."""
    return {
        "exercise": history.exercise,
        "attempts": [attempt._asdict() for attempt in history.attempts],
        "kept": [kept_as_json(kept) for kept in history.kept],
    }


def kept_as_json(kept: Kept) -> dict[str, Any]:
    """A kept answer as plain data."""
    return {**kept._asdict(), "path": str(kept.path)}


def restored_as_json(restored: Restored) -> dict[str, Any]:
    """What was brought back as plain data."""
    return {
        "restored": kept_as_json(restored.kept),
        "path": str(restored.path),
        "aside": str(restored.aside) if restored.aside else None,
        "counts_as_solution": restored.counts,
    }


def _attempt(attempt: Attempt) -> Text:
    passed = attempt.outcome == PASSED
    line = Text(f"  {_date(attempt.time)}  ").append(f"{safe(attempt.outcome):<12}", GOOD if passed else BAD)
    line.append(f"{'' if attempt.seconds is None else minutes(attempt.seconds):<11}", DIM)
    said = [_count(attempt.hints, "hint")] * bool(attempt.hints) + ["solution seen"] * attempt.solution
    said += [safe(attempt.diagnosis).replace("_", " ")] * bool(attempt.diagnosis)
    return line.append(", ".join(said), DIM)


def _date(moment: float) -> str:
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(moment))


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"
