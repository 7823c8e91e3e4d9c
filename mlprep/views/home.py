"""Today, and what the system enforces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from mlprep.phrases import counted
from mlprep.views.text import DIM, KEY, clock, paragraph, safe

Facts = Mapping[str, Any]

_DUE = 5  # names shown
_LABEL = 14  # columns


def show_today(console: Console, facts: Facts) -> None:
    """What `mlprep --plain` says: the exercise in progress, today's share or what is due, and what is next."""
    share = facts["share"]
    head = [f"{facts['solved']} of {facts['total']} solved"]
    if facts["streak"]:
        head.append(f"{facts['streak']}-day streak")
    if share:
        head.append(f"interview in {counted(share['days'], 'day')} ({share['until']:%b} {share['until'].day})")
    console.print(Text(" · ".join(head), KEY))
    if facts["current"]:
        clocked = f"{facts['current']}, {clock(facts['seconds'])} of {clock(facts['target'])}"
        _line(console, "In progress", clocked, "mlprep check")
    if facts.get("interview") is not None:
        _line(console, "Interview", f"waits with {facts['interview']} min left", "mlprep interview")
    if share:
        _share(console, share)
        if not share["left"] and facts["due"]:
            _line(console, "Due", f"{len(facts['due'])} more for review", "mlprep review")
    else:
        for number, name in enumerate(facts["due"][:_DUE]):
            _line(console, "" if number else "Due", name, "" if number else "mlprep review")
        if len(facts["due"]) > _DUE:
            _line(console, "", f"and {len(facts['due']) - _DUE} more", "mlprep list --due")
    if facts["next"]:
        _line(console, "Next", facts["next"], "mlprep next")
    if not facts["current"] and not facts["solved"]:
        console.print()
        paragraph(console, "New here? Run `mlprep start softmax`, edit the file, then run `mlprep check`.")
        if not share:
            paragraph(console, "When is your interview? `mlprep plan --until DATE` makes a study plan.")


def as_json(facts: Facts) -> dict[str, Any]:
    """The same as plain data."""
    share = facts["share"]
    if share:
        left = [{**step._asdict(), "value": share["values"][step.exercise]} for step in share["left"]]
        share = {**share, "until": share["until"].isoformat(), "left": left}
        del share["values"]
    return {**facts, "share": share}


def _share(console: Console, share: Facts) -> None:
    done, left = share["done"], share["left"]
    minutes_left = sum(step.minutes for step in left)
    if left:
        said = (
            f"{len(done)} of {len(done) + len(left)} done, {minutes_left} min left" if done else f"{minutes_left} min"
        )
        _line(console, "Today", said, "mlprep plan")
    else:
        _line(console, "Today", "off" if share["off"] and not done else "done", "mlprep plan")
    for said in _why_changed(share):
        _wrapped(console, said)
    wide = max([len(step.exercise) for step in left], default=0)
    for step in left:
        name = "" if step.exercise == step.kind else step.exercise  # a quiz, an interview
        facts = f"{name:<{wide}}  {step.minutes:>3} min  {share['values'][step.exercise]}".rstrip()
        console.print(Text(f"  {step.kind:<{_LABEL - 2}}", DIM).append(facts), no_wrap=True, overflow="ellipsis")


def _why_changed(share: Facts) -> Iterator[str]:
    """Why the share is not what it was in the morning, or before the days that were missed."""
    if share["moved"]:
        over = f": today took {share['minutes_over']} min longer than planned" if share["minutes_over"] else ""
        yield f"{len(share['moved'])} moved to later days{over}"
    if share["missed_days"]:
        lost = share["lost"]
        named = ", ".join(lost[:_DUE]) + (f" and {len(lost) - _DUE} more" if len(lost) > _DUE else "")
        no_longer = f" {counted(len(lost), 'exercise')} no longer fit{'s' * (len(lost) == 1)}: {named}" if lost else ""
        yield f"You missed {counted(share['missed_days'], 'day')}.{no_longer}"


def _wrapped(console: Console, text: str) -> None:
    for row in Text(text, DIM).wrap(console, max(console.width - _LABEL, 20)):
        row.rstrip()
        console.print(Text(" " * _LABEL) + row)


def _line(console: Console, label: str, words: str, command: str) -> None:
    """A label, what it is about, and the command that goes on from there, below it where the window is narrow."""
    line = Text(f"{label:<{_LABEL}}", DIM).append(safe(words), KEY if label else "")
    if command and line.cell_len + 3 + len(command) > console.width:
        console.print(line, no_wrap=True, overflow="ellipsis")
        line = Text(" " * _LABEL)
    elif command:
        line.append("   ")
    console.print(line.append(command, DIM), no_wrap=True, overflow="ellipsis")


def show_doctor(console: Console, facts: Sequence[tuple[str, str]]) -> None:
    """One fact a line."""
    wide = max(len(name) for name, _ in facts)
    for name, value in facts:
        console.print(Text(f"  {name:<{wide}}  ", DIM).append(safe(value)), overflow="fold")
