"""What stands around the verdict in the practice app: the head with the clock, the statement, the bar at the foot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from mlprep.content.catalogue import Catalogue, Exercise
from mlprep.learner.study_plan import Layout
from mlprep.phrases import counted
from mlprep.views.lists import reflowed
from mlprep.views.text import DIM, GOOD, KEY, WARN, bar, clock, paragraph, safe

Facts = Mapping[str, Any]


class Head:
    """The exercise on the left; the clock, its target and the file on the right, as far as there is room."""

    def __init__(self, exercise: Exercise, seconds: float | None, state: str, path: str) -> None:
        self._exercise, self._seconds, self._state, self._path = exercise, seconds, state, path

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = options.max_width
        left = Text(f" {self._exercise.id}", KEY)
        if self._state:
            left.append(f"   {self._state}", f"not bold {WARN}")
        target = clock(60 * self._exercise.minutes)
        times = f"{clock(self._seconds)} / {target}" if self._seconds is not None else f"target {target}"
        for right in (f"{times}   {safe(self._path)} ", f"{times} ", clock(self._seconds or 0)):
            gap = width - left.cell_len - Text(right).cell_len
            if gap >= 2:
                left.append(" " * gap + right, "not bold")
                break
        left.truncate(width)
        yield left


class Bar:
    """How many exercises are solved, what is left today, and when the interview is, as far as there is room."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        facts, width = self._facts, options.max_width - 2
        words = [f"{facts['solved']}/{facts['total']}", *_today(facts["share"])]
        while len(words) > 1 and len("   ".join(words)) + 14 > width:
            words.pop()
        said = "   ".join(words)
        room = width - len(said) - 2
        line = Text(" ")
        if room >= 8:
            full = bar(facts["solved"] / max(facts["total"], 1), room)
            line.append(full.rstrip("░"), GOOD).append("░" * full.count("░"), DIM).append("  ")
        yield line.append(said)


def _today(share: Layout | None) -> list[str]:
    if share is None:
        return []
    left = share.left_today()
    days = len(share.days) and (share.plan.until - share.days[0].on).days
    done = f"today {len(share.done)}/{len(share.done) + len(left)}"
    minutes = sum(step.minutes for step in left)
    said = f"{done}, {minutes} min left" if left else "done for today"
    return [said, f"interview in {counted(days, 'day')}"]


def show_statement(console: Console, text: str) -> None:
    """What the exercise asks, without its title."""
    body = reflowed(safe(text), min(console.width, 100)).rstrip()
    console.print(Text(body, no_wrap=True, overflow="ignore"), no_wrap=True, overflow="ignore", crop=False)


def show_untouched(console: Console, path: str) -> None:
    """What to do with a file that is still the starter code."""
    paragraph(console, f"Your file is {path}.", KEY)
    paragraph(console, "Press e to edit it, or open it in your editor. Every save is checked here.")


def show_problem(console: Console, message: str, next_step: str) -> None:
    """Why there is no verdict, and what to do."""
    paragraph(console, message, WARN)
    paragraph(console, next_step, DIM)


_KEYS = (
    ("n", "Start the next exercise of your plan."),
    ("h", "Show a hint, one step at a time."),
    ("e", "Edit your file, in $VISUAL or $EDITOR, or in a pane beside this one."),
    ("r", "Check again."),
    ("s", "Show the reference solution. Before you pass, it asks first."),
    ("d", "Show your code and the reference solution side by side."),
    ("x", "Reset your file to the starter code. Your code is saved."),
    ("z", "Undo the reset."),
    ("t", "Read the statement, and go back to the verdict."),
    ("w", "Pause the clock. Your next key or save starts it again."),
    ("c", "Check every solution in your workspace."),
    ("l", "List the exercises, and start one."),
    ("/", "Search the cheat sheet."),
    ("p", "Show your study plan, or make one."),
    ("g", "Show your progress."),
    ("u", "Start the review that is most urgent."),
    ("b", "Find the bugs in a wrong solution of this exercise."),
    ("a", "Write tests of this exercise."),
    ("k", "Answer quiz questions."),
    ("i", "Take a mock interview, or go on with it."),
    ("q", "Quit. Everything is recorded already."),
    ("Ctrl-Z", "Suspend the app; `fg` in the shell brings it back."),
)


def show_keys(console: Console) -> None:
    """What every key does."""
    for key, words in _KEYS:
        lead, rest = f"{key:<8}", Text(words).wrap(console, max(console.width - 8, 20))
        for number, line in enumerate(rest):
            line.rstrip()
            console.print(Text(lead if number == 0 else " " * 8, KEY).append(line.plain, "not bold"))
    console.print()
    paragraph(console, "Arrows, Page Up, Page Down and space scroll; Tab changes the panel.", DIM, by=0)
    paragraph(console, "The mouse works on the keys at the bottom, on the list and on the scroll bars.", DIM, by=0)


def foreseen(layout: Layout, values: Sequence[str], catalogue: Catalogue) -> str:
    """What a study plan would hold: how many of the exercises that interviews ask most."""
    hours = round(len(layout.days) * layout.plan.minutes / 60)
    musts, every = values.count("must"), [each.value for each in catalogue.exercises.values()].count("must")
    covered = f"all {every} must-know exercises" if musts >= every else f"{musts} of {every} must-know exercises"
    return f"In {counted(hours, 'hour')} you can cover {covered} and {len(values) - musts} more."
