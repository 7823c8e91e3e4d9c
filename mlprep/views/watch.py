"""The screen of watch mode: a head, what there is to say, and the keys at the bottom, as large as the window."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from mlprep.content.catalogue import Exercise
from mlprep.views.text import DIM, KEY, WARN, make_console, paragraph, safe

Body = Callable[[Console], None]

_KEYS = (
    ("h", "hint"), ("n", "next"), ("s", "solution"), ("t", "task"), ("l", "list"), ("r", "rerun"), ("q", "quit"),
)  # fmt: skip
_EXPENDABLE = ("r", "l", "t", "s", "h")  # keys that a narrow window leaves out, the first one first
_STYLING = re.compile(r"\x1b\[[0-9;]*m")
_FRAME = 3  # rows for the head, the line below it, and the keys


def show_nothing(console: Console) -> None:
    """Before the first verdict: nothing, rather than a flash of a word."""


def show_problem(console: Console, message: str, next_step: str) -> None:
    """Why there is no verdict, and what to do."""
    paragraph(console, message, WARN)
    paragraph(console, next_step, DIM)


class Situation(NamedTuple):
    """What the screen tells besides its body."""

    exercise: Exercise
    state: str  # a few words: what is going on
    clock: str
    notices: Sequence[str]
    question: str | None  # asked in place of the keys
    panel: bool  # whether the body covers the verdict


def body_lines(body: Body, width: int) -> list[str]:
    """What a view prints, cut into lines that fit."""
    out = io.StringIO()
    console = make_console(out, force_terminal=True, width=max(width, 1), height=100, legacy_windows=False)
    body(console)
    lines = []
    for line in out.getvalue().rstrip("\n").split("\n"):
        if cell_len(_STYLING.sub("", line)) <= width:
            lines.append(line)
        else:  # such as code, which is printed for copying
            lines += _folded(line, console)
    return lines


def _folded(line: str, console: Console) -> list[str]:
    with console.capture() as capture:
        console.print(Text.from_ansi(line), overflow="fold")
    return capture.get().rstrip("\n").split("\n")


def frame(situation: Situation, body: Sequence[str], columns: int, rows: int, scroll: int) -> list[str]:
    """The lines of the screen. Where the window is too low for all, the body goes first and the keys stay."""
    room = body_room(situation, rows)
    shown = list(body[scroll : scroll + room])
    shown += [""] * (room - len(shown))
    notes = [Text(safe(notice), WARN) for notice in situation.notices]
    head = body_lines(lambda console: console.print(_head(situation, columns), no_wrap=True), columns)
    foot = _foot(situation, columns, hidden=max(len(body) - scroll - room, 0), above=scroll)
    below = body_lines(lambda console: _print_all(console, [*notes, foot]), columns)
    lines = [*head, "", *shown, *below]
    return lines[:rows] if rows >= _FRAME else [*shown, *below][-rows:]


def body_room(situation: Situation, rows: int) -> int:
    """How many rows the body has."""
    return max(rows - _FRAME - len(situation.notices), 0)


def _print_all(console: Console, lines: Sequence[Text]) -> None:
    for line in lines:
        console.print(line, no_wrap=True, overflow="ellipsis")


def _head(situation: Situation, columns: int) -> Text:
    exercise = situation.exercise
    left = Text(exercise.id, KEY).append(f"   {exercise.level}, {exercise.minutes} min", DIM)
    if situation.state:
        left.append(f"   {situation.state}", WARN)
    gap = columns - left.cell_len - len(situation.clock)
    return left.append(" " * gap + situation.clock, DIM) if gap > 2 and situation.clock else left


def _foot(situation: Situation, columns: int, hidden: int, above: int) -> Text:
    if situation.question:
        return Text(f"{situation.question} ", KEY).append("y / n")
    keys = [*_KEYS, ("esc", "back")] if situation.panel else list(_KEYS)
    if hidden or above:
        keys.insert(0, ("space", f"{hidden} more") if hidden else ("up", "back"))
    for key in _EXPENDABLE:
        if sum(len(name) + len(word) + 3 for name, word in keys) > columns + 2:
            keys = [each for each in keys if each[0] != key]
    line = Text()
    for key, word in keys:
        line.append(key, KEY).append(f" {word}  ", DIM)
    line.rstrip()
    return line
