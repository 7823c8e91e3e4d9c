"""A debugging round that is fixed: what the bugs were, and how much was changed."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from mlprep.activities.debug_help import Repair
from mlprep.content.catalogue import Exercise
from mlprep.content.statement import debug_task as task
from mlprep.learner.rounds import Bug, Round
from mlprep.phrases import counted
from mlprep.views.text import DIM, KEY, clock, paragraph, safe


def show_begun(console: Console, exercise: Exercise, begun: Round) -> None:
    """What there is to do."""
    facts = Text(f"   {exercise.level}, {exercise.minutes} min", f"not bold {DIM}")
    console.print(Text(exercise.id, KEY) + facts)
    console.print()
    paragraph(console, task(len(begun.bugs)), by=0)
    console.print()


def headline(repair: Repair) -> list[str]:
    """What the headline of a pass says of a repair."""
    total = len(repair.bugs)
    fixed = total - len(repair.untouched)
    lines = f"{counted(repair.changed, 'line')} changed"
    if repair.fewest < repair.changed:
        lines += f", {repair.fewest} would do"
    said = [f"{fixed} of {total} bugs" if total > 1 or fixed < total else "1 bug", lines]
    if repair.seconds is not None:
        said.insert(0, f"fixed in {clock(repair.seconds)}")
    if repair.hints:
        said.append(counted(repair.hints, "hint"))
    return said


def show_bugs(console: Console, repair: Repair) -> None:
    """Each bug with its line, the wrong code and the right one, and why it is wrong."""
    bugs = "bugs, as if you had written them" if len(repair.bugs) > 1 else "bug, as if you had written it"
    paragraph(console, f"The {bugs}:", DIM)
    wide = max(len(f"line {bug.line}") for bug in repair.bugs)
    for number, bug in enumerate(repair.bugs):
        _show_bug(console, bug, wide)
        if number in repair.untouched:
            said = "You did not change this line, and with your other changes no test case shows the bug."
            paragraph(console, said, DIM, by=wide + 5)


def _show_bug(console: Console, bug: Bug, wide: int) -> None:
    place = Text(f"  {f'line {bug.line}':<{wide}}   ", KEY)
    right = Text(safe(bug.right), "not bold")
    wrong = Text(safe(bug.wrong), "not bold") if bug.wrong else Text("a statement was missing", f"not bold {DIM}")
    if place.cell_len + wrong.cell_len + 4 + right.cell_len <= console.width:
        console.print(place + wrong + Text(" -> ", f"not bold {DIM}") + right)
    else:
        for line in ((place + wrong), Text(" " * (wide + 2)) + Text("-> ", DIM) + right):
            console.print(line, soft_wrap=True)
    paragraph(console, bug.why, DIM, by=wide + 5)
