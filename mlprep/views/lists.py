"""The lists: exercises by topic, and the statement of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from mlprep.catalogue import Exercise, Topic
from mlprep.views.text import DIM, GOOD, KEY, WARN, safe

# Rich's tables take 40 ms for a hundred rows, a third of what the whole command may; columns are set by hand.
_STATES = {"new": ("·", ""), "started": ("▸", WARN), "solved": ("✓", GOOD), "due": ("↻", WARN)}


def show_list(console: Console, topics: Sequence[tuple[Topic, Sequence[Exercise]]], states: Mapping[str, str]) -> None:
    """Every exercise on a line, under its topic."""
    out = Text()
    for topic, exercises in topics:
        solved = sum(states[each.id] in ("solved", "due") for each in exercises)
        out.append(f"\n{topic.title}", KEY).append(f"  {topic.id}, {solved} of {len(exercises)} solved\n", DIM)
        for each in exercises:
            mark, style = _STATES[states[each.id]]
            out.append(f"  {mark} ", style).append(f"{each.id:<28}", style or "")
            out.append(f"{each.level:<7}{each.minutes:>3} min  ", DIM).append(f"{states[each.id]:<8}", style or DIM)
            out.append(_cut(each.title, console.width - 52) + "\n")
    out.append("\n· new   ▸ started   ✓ solved   ↻ due again", DIM)
    console.print(out, no_wrap=True, overflow="ignore")


def as_json(topics: Sequence[tuple[Topic, Sequence[Exercise]]], states: Mapping[str, str]) -> list[dict[str, Any]]:
    """The list as plain data."""
    return [
        {"id": each.id, "topic": topic.id, "title": each.title, "level": each.level, "minutes": each.minutes,
         "state": states[each.id]}
        for topic, exercises in topics
        for each in exercises
    ]  # fmt: skip


def show_statement(console: Console, exercise: Exercise, statement: str) -> None:
    """What the exercise asks, as it stands at the top of its file."""
    title, _, rest = statement.strip().partition("\n")
    console.print(Text(title, KEY).append(f"   {exercise.level}, {exercise.minutes} min", DIM))
    console.print(Text(safe(rest), no_wrap=True, overflow="fold"))


def _cut(text: str, width: int) -> str:
    width = max(width, 12)
    return text if len(text) <= width else text[: width - 1] + "…"
