"""What `mlprep grade` shows: a line for each submission while there are few, then how each exercise went."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from mlprep.views import verdict_words
from mlprep.views.text import DIM, KEY, WARN, paragraph, safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mlprep.classroom.grading_run import Run
    from mlprep.classroom.rows import Row

HEADS = {**verdict_words.HEADS, "unfinished": ("·", "unfinished", WARN)}  # in a column of 11
_FEW = 60  # submissions that have a line each
_TOLD = 20  # files without a match, and notes
_NAME = 24  # columns of a person's name


def show_run(console: Console, run: Run) -> None:
    """The results, what was not graded, and where all of it is."""
    rows = 0
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    mistakes: dict[str, Counter[str]] = defaultdict(Counter)
    people = {person for person, *_ in run.keys}
    wide = min(max([6, *(cell_len(safe(each)) for each in people)]), _NAME, max(console.width // 3, 10))
    for row in run.rows():
        rows += 1
        tallies[row["exercise"]][row["outcome"]] += 1
        if row["diagnosis"] and row["outcome"] not in ("passed", "unfinished"):
            mistakes[row["exercise"]][row["diagnosis"]] += 1
        if len(run.keys) <= _FEW:
            _line(console, row, wide)
    if rows <= _FEW:
        console.print()
    for exercise, tally in tallies.items():
        _exercise(console, exercise, tally, mistakes[exercise])
    console.print()
    _unmatched(console, [(each.path, each.reason) for each in run.unmatched])
    for note in run.notes[:_TOLD]:
        paragraph(console, note, DIM, by=0)
    total = f"{rows:,} submission{'s' * (rows != 1)} of {len(people):,} {'people' if len(people) != 1 else 'person'}"
    passed = sum(tally["passed"] for tally in tallies.values())
    again = f" {run.kept:,} were graded before." if run.kept else ""
    paragraph(console, f"{total}: {passed:,} passed, {rows - passed:,} did not.{again} Seed {run.seed}.", KEY, by=0)
    if run.results.path is not None:
        console.print(Text(f"Results: {safe(run.results.path)}"), soft_wrap=True)


def _line(console: Console, row: Row, wide: int) -> None:
    mark, word, style = HEADS[row["outcome"]]
    person = safe(row["person"])
    line = Text(f"{mark} ", style).append(
        set_cell_size(person, wide) if cell_len(person) > wide else person.ljust(wide)
    )
    line.append(f" {row['exercise']:<20} ").append(f"{word:<11}", style)
    if row["cases_total"]:
        line.append(f" {row['cases_passed']}/{row['cases_total']}", DIM)
    line.truncate(console.width, overflow="ellipsis")
    console.print(line, no_wrap=True)
    if row["outcome"] not in ("passed", "unfinished"):
        why = row["diagnosis"] or (row["failure"] or {"reason": row["summary"]})["reason"]
        told = Text(f"    {' '.join(safe(why).split())}", DIM)
        told.truncate(console.width, overflow="ellipsis")
        console.print(told, no_wrap=True)


def _exercise(console: Console, exercise: str, tally: Counter[str], mistakes: Counter[str]) -> None:
    total = tally.total()
    others = [f"{count} {HEADS[outcome][1]}" for outcome, count in tally.most_common() if outcome != "passed"]
    line = Text(f"{exercise:<24} ", KEY).append(f"{tally['passed']}/{total} passed", "not bold")
    if others:
        line.append(f", {', '.join(others)}", "not bold")
    console.print(line)
    for text, count in mistakes.most_common(1):
        if count > 1:
            paragraph(console, f"{count} times: {text}", DIM)


def _unmatched(console: Console, files: Sequence[tuple[str, str]]) -> None:
    if not files:
        return
    count = len(files)
    paragraph(console, f"{count} file{'s were' if count != 1 else ' was'} not graded:", WARN, by=0)
    for path, reason in files[:_TOLD]:
        console.print(Text(f"  {safe(path)}"), soft_wrap=True)
        paragraph(console, reason, DIM, by=4)
    if count > _TOLD:
        paragraph(console, f"... and {count - _TOLD:,} more. `--json` lists them all.", DIM)
    console.print()
