"""Today, progress, and what the system enforces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from mlprep.views.text import DIM, GOOD, KEY, WARN, bar, minutes, safe

Facts = Mapping[str, Any]


def show_today(console: Console, facts: Facts) -> None:
    """What `mlprep` alone says: the current exercise, what is due, what is next, the streak."""
    out = Text()
    solved, total = facts["solved"], facts["total"]
    out.append("mlprep", KEY).append(f"   {solved} of {total} exercises solved", DIM)
    if facts["streak"]:
        out.append(f", a streak of {facts['streak']} day{'s' * (facts['streak'] != 1)}", DIM)
    out.append("\n\n")
    if facts["current"]:
        out.append("  Under way  ", DIM).append(facts["current"], KEY).append("   mlprep check\n")
    for name in facts["due"][:5]:
        out.append("  Due again  ", DIM).append(name, WARN).append(f"   mlprep start {name} --fresh\n")
    if facts["next"]:
        out.append("  Next       ", DIM).append(facts["next"], KEY).append(f"   mlprep start {facts['next']}\n")
    if not facts["current"] and not solved:
        out.append(
            "\n  New here? `mlprep list` shows the exercises, `mlprep start softmax` begins one,\n"
            "  `mlprep check` judges it.\n"
        )
    console.print(out, end="")


def show_progress(console: Console, facts: Facts) -> None:
    """Solved per topic with bars, streak, time against par."""
    out = Text()
    out.append(f"{facts['solved']} of {facts['total']} solved", KEY)
    out.append(f"   streak {facts['streak']} day{'s' * (facts['streak'] != 1)}", DIM)
    out.append(f"   {facts['attempts']} checks\n\n", DIM)
    wide = max((len(topic["title"]) for topic in facts["topics"]), default=0)
    for topic in facts["topics"]:
        share = topic["solved"] / topic["total"] if topic["total"] else 0
        out.append(f"  {topic['title']:<{wide}}  ").append(bar(share), GOOD if share == 1 else "")
        out.append(f"  {topic['solved']:>2} of {topic['total']}")
        if topic["seconds"] is not None:
            out.append(f"   {minutes(topic['seconds'])} against a par of {minutes(topic['par_seconds'])}", DIM)
        out.append("\n")
    console.print(out, end="", no_wrap=True, overflow="ellipsis")


def show_doctor(console: Console, facts: Sequence[tuple[str, str]]) -> None:
    """One fact a line."""
    wide = max(len(name) for name, _ in facts)
    for name, value in facts:
        console.print(Text(f"  {name:<{wide}}  ", DIM).append(safe(value)), overflow="fold")
