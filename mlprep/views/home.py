"""Today, and what the system enforces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from mlprep.views.text import DIM, GOOD, KEY, WARN, safe

Facts = Mapping[str, Any]

_DUE = 5  # names shown
_KINDS = {"new": "new", "review": "again", "finish": "finish"}


def show_today(console: Console, facts: Facts) -> None:
    """What `mlprep` alone says: the current exercise, today's share or what is due, what is next, the streak."""
    out = Text()
    solved, total, share = facts["solved"], facts["total"], facts["share"]
    out.append("mlprep", KEY).append(f"   {solved} of {total} exercises solved", DIM)
    if facts["streak"]:
        out.append(f", a streak of {facts['streak']} day{'s' * (facts['streak'] != 1)}", DIM)
    out.append("\n\n")
    if facts["current"]:
        out.append("  Under way  ", DIM).append(safe(facts["current"]), KEY).append(
            "   mlprep check, or mlprep watch\n"
        )
    if share:
        _share(out, share)
    else:
        for name in facts["due"][:_DUE]:
            out.append("  Due again  ", DIM).append(f"{name}\n", WARN)
        if len(facts["due"]) > _DUE:
            out.append(f"             and {len(facts['due']) - _DUE} more   mlprep list --due\n", DIM)
    if facts["next"]:
        out.append("  Next       ", DIM).append(facts["next"], KEY).append("   mlprep next\n")
    if not facts["current"] and not solved:
        out.append(
            "\n  New here? `mlprep list` shows the exercises, `mlprep start softmax`\n"
            "  begins one, `mlprep check` judges it.\n"
        )
    console.print(out, end="")


def _share(out: Text, share: Facts) -> None:
    done, left = share["done"], share["left"]
    minutes_left = sum(step.minutes for step in left)
    out.append("  Today      ", DIM)
    if not left:
        out.append("your share is done", GOOD)
    else:
        out.append(f"{len(done)} of {len(done) + len(left)} done, about {minutes_left} min left")
    until = share["until"]
    out.append(f"   to {until.day} {until:%B}: mlprep plan\n", DIM)
    for name in done:
        out.append("    ✓ ", GOOD).append(f"{name}\n", DIM)
    for step in left:
        out.append(f"    · {step.exercise:<28}").append(f"{_KINDS[step.kind]:<8}{step.minutes:>3} min\n", DIM)


def show_doctor(console: Console, facts: Sequence[tuple[str, str]]) -> None:
    """One fact a line."""
    wide = max(len(name) for name, _ in facts)
    for name, value in facts:
        console.print(Text(f"  {name:<{wide}}  ", DIM).append(safe(value)), overflow="fold")
