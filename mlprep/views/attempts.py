"""What was done on one exercise."""

from __future__ import annotations

import time
from typing import Any

from rich.console import Console
from rich.text import Text

from mlprep.activities.restoring import Restored
from mlprep.learner.attempt_rows import Attempt
from mlprep.learner.history import History, Kept
from mlprep.learner.mistake_words import is_kind, kind_in_words
from mlprep.learner.record import PASSED
from mlprep.phrases import counted
from mlprep.views.text import BAD, DIM, GOOD, KEY, STAR, clock, safe

_SHOWN = 20
_OUTCOMES = {"unfinished": "not finished", "timeout": "timed out"}


def show_history(console: Console, history: History) -> None:
    """Checks and saved code, oldest first, as in a log."""
    attempts, name = history.attempts, history.exercise
    passes = sum(attempt.outcome == PASSED for attempt in attempts)
    head = Text(name, KEY)
    head.append(f"   {counted(len(attempts), 'check')}, {passes} passed" if attempts else "   not checked yet", DIM)
    console.print(head)
    if attempts:
        console.print()
        console.print(Text(f"  {'when':<18}{'outcome':<13}on the clock", DIM), no_wrap=True, overflow="crop")
        if len(attempts) > _SHOWN:
            console.print(Text(f"  ... {len(attempts) - _SHOWN} earlier ones (--json has them)", DIM))
        for attempt in attempts[-_SHOWN:]:
            console.print(_attempt(attempt), no_wrap=True, overflow="ellipsis")
    if history.kept:
        console.print()
        console.print(Text("  Saved code", KEY))
        for kept in history.kept:
            line = Text(f"  {kept.number:>4}  {_date(kept.when)}  ")
            line.append(f"{'passed' if kept.passed else 'replaced':<12}", GOOD if kept.passed else "")
            console.print(line.append(counted(kept.lines, "line"), DIM))
        console.print()
        number = history.kept[-1].number
        console.print(f"  Read it: mlprep history {name} --show {number}   Restore it: --restore {number}")


def show_restored(console: Console, restored: Restored) -> None:
    """What was brought back, and where the present code went."""
    kept = restored.kept
    console.print(f"{safe(restored.path)} is back to your code of {_date(kept.when)}.", soft_wrap=True)
    if restored.aside:
        console.print(f"Your previous code was saved to {safe(restored.aside)}.", soft_wrap=True)
    if restored.counts:
        console.print("This code has passed before, so it counts as having seen the solution.")


def as_json(history: History) -> dict[str, Any]:
    """The history as plain data."""
    return {
        "exercise": history.exercise,
        "attempts": [attempt._asdict() for attempt in history.attempts],
        "kept": [kept_as_json(kept) for kept in history.kept],
    }


def kept_as_json(kept: Kept) -> dict[str, Any]:
    """Saved code as plain data."""
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
    outcome = _OUTCOMES.get(attempt.outcome, safe(attempt.outcome))
    line = Text(f"  {_date(attempt.time)}  ").append(f"{outcome:<13}", GOOD if passed else BAD)
    line.append(f"{'' if attempt.seconds is None else clock(attempt.seconds):<14}", DIM)
    said = [counted(attempt.hints, "hint")] * bool(attempt.hints) + ["solution seen"] * attempt.solution
    said += [safe(_cause(attempt.diagnosis))] if attempt.diagnosis else []
    said += [counted(attempt.beyond, "note")] if attempt.beyond else []
    said += [STAR] * (attempt.beyond == 0 and not attempt.solution)
    return line.append(", ".join(said), DIM)


def _cause(diagnosis: str) -> str:
    """The kind of failure in words, or the name of a known mistake."""
    return kind_in_words(diagnosis) if is_kind(diagnosis) else diagnosis.replace("_", " ")


def _date(moment: float) -> str:
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(moment))
