"""Your code and the reference solution beside each other; one below the other where the window is narrow."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

from mlprep.activities.comparison import Row
from mlprep.views.text import BAD, DIM, GOOD, KEY, paragraph, safe

_NARROW = 90  # columns, below which each side would be too narrow for code


def show_comparison(console: Console, exercise: str, rows: Sequence[Row]) -> None:
    """What differs is marked, with color and without."""
    same = sum(row.same for row in rows)
    console.print(Text(f"{exercise}: ", KEY).append(f"{same} of {len(rows)} lines do the same", "not bold"))
    paragraph(console, "Names of variables, docstrings, comments and blank lines are ignored.", DIM, by=0)
    console.print()
    if console.width >= _NARROW:
        _beside(console, rows)
    else:
        _below(console, rows)


def _beside(console: Console, rows: Sequence[Row]) -> None:
    width = (min(console.width, 200) - 3) // 2
    console.print(Text(f"{'yours':<{width}}   reference solution", DIM))
    for row in rows:
        mark = "│" if row.same else "≠" if row.mine and row.theirs else "<" if row.mine else ">"
        cells = zip_longest(_wrapped(row.mine, width), _wrapped(row.theirs, width), fillvalue="")
        for number, (mine, theirs) in enumerate(cells):
            line = Text(f"{mine:<{width}}", "" if row.same else BAD)
            line.append(f" {mark if number == 0 or row.same else ' '} ", DIM if row.same else KEY)
            line.append(theirs, "not bold" if row.same else f"not bold {GOOD}")
            line.rstrip()
            console.print(line, no_wrap=True, overflow="ignore", crop=False)


def _below(console: Console, rows: Sequence[Row]) -> None:
    """As in a diff: first the lines of yours that differ, then those of the reference solution."""
    console.print(Text("- yours   + reference solution", DIM))
    left: list[str] = []
    right: list[str] = []

    def flush() -> None:
        for mark, lines, style in (("-", left, BAD), ("+", right, GOOD)):
            for each in lines:
                _print_marked(console, mark, each, style)
            lines.clear()

    for row in rows:
        if row.same:
            flush()
            _print_marked(console, " ", row.mine or "", "")
        else:
            left.extend(filter(None, [row.mine]))
            right.extend(filter(None, [row.theirs]))
    flush()


def _print_marked(console: Console, mark: str, line: str, style: str) -> None:
    for number, piece in enumerate(_wrapped(line, max(console.width - 2, 20))):
        console.print(Text(f"{mark if number == 0 else ' '} {piece}", style), no_wrap=True, overflow="ignore")


def _wrapped(line: str | None, width: int) -> list[str]:
    text = safe(line or "")
    deeper = " " * min(len(text) - len(text.lstrip()) + 4, width // 2)
    return textwrap.wrap(text, width, subsequent_indent=deeper, drop_whitespace=False) or [""]
