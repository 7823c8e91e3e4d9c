"""The verdict on an answer: which case, what went in, what came out, what it means, what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from mlprep.views.text import BAD, DIM, GOOD, KEY, WARN, indented, minutes, paragraph, safe

if TYPE_CHECKING:
    from mlprep.grading.client import Report

_HEADS = {
    "passed": ("✓", "passed", GOOD),
    "failed": ("✗", "not right yet", BAD),
    "error": ("✗", "stopped with an error", BAD),
    "timeout": ("✗", "ran out of time", BAD),
    "unfinished": ("·", "not finished yet", WARN),
    "grader_error": ("!", "mlprep itself broke", WARN),
}
_STABILITY = "right, but not stable"
_PRINTED_LINES = 20


def show_verdict(console: Console, report: Report, seconds: float | None = None, *, by_keys: bool = False) -> None:
    """The whole verdict; ``seconds`` is how long the exercise took, if this pass ended its clock.

    ``by_keys`` says that the next step is a key and no command.
    """
    failure = report["failure"]
    _head(console, report, failure)
    if report["diagnosis"]:
        console.print()
        paragraph(console, report["diagnosis"], KEY)
    if failure is not None:
        _failure(console, failure, diagnosed=bool(report["diagnosis"]))
    _printed(console, report)
    for note in report["notes"]:
        paragraph(console, note, DIM)
    if by_keys:
        if report["outcome"] == "passed":
            took = f"Solved in {minutes(seconds)}. " if seconds is not None else ""
            console.print(Text(f"\n  {took}Next: ", KEY).append("n").append("   compare: ", DIM).append("s"))
        return
    console.print()
    _next(console, report, seconds)


def show_line(console: Console, report: Report) -> None:
    """One line of a batch."""
    mark, word, style = _HEADS[report["outcome"]]
    line = Text(f"{mark} {report['exercise']:<28} ", style=style).append(word, style)
    reason = report["diagnosis"] or (report["failure"] or {}).get("reason")
    console.print(line)
    if reason and report["outcome"] not in ("passed", "unfinished"):
        paragraph(console, reason, DIM, by=4)


def in_a_word(report: Report) -> str:
    """The outcome, for where there is no room for more."""
    return " ".join(_HEADS[report["outcome"]][:2])


def _head(console: Console, report: Report, failure: dict[str, Any] | None) -> None:
    mark, word, style = _HEADS[report["outcome"]]
    if failure is not None and (failure["kind"] == "warning" or failure.get("unstable")):
        word = _STABILITY
    line = Text(f"{mark} {report['exercise']}: {word}", style=f"bold {style}")
    if report["cases_total"] and report["outcome"] != "unfinished":
        line.append(f"   {report['cases_passed']} of {report['cases_total']} cases", DIM)
    console.print(line)


def _failure(console: Console, failure: dict[str, Any], *, diagnosed: bool) -> None:
    if failure.get("unstable"):
        console.print()
        paragraph(console, failure["unstable"])
    if not diagnosed or failure["kind"] not in ("values", "shape") or failure.get("gradient"):
        console.print()
        paragraph(console, failure["reason"])
    if failure.get("syntax"):
        _syntax(console, failure["syntax"])
    for line, function, code in failure.get("frames") or ():
        where = f"line {line}" + ("" if function == "<module>" else f", in {safe(function)}")
        console.print(Text(f"    {where}", DIM))
        console.print(Text(f"      {safe(code).strip()}"))
    if failure["case"] and failure["kind"] != "unfinished":
        console.print()
        console.print(Text("  Case: ", KEY).append(safe(failure["case"])))
        for name, value in failure["inputs"] or ():
            _labelled(console, name, value)
    if failure.get("comparison"):
        _comparison(console, failure["comparison"])
    elif failure["expected"] is not None and failure["kind"] not in _ABOUT_CONDUCT:
        console.print()
        _labelled(console, "expected", failure["expected"])
        _labelled(console, "got", failure["got"], BAD)


# Failures whose values are right, so that showing them would mislead.
_ABOUT_CONDUCT = frozenset(("slow", "memory", "changed", "warning", "shared", "state", "peeked"))


def _labelled(console: Console, label: str, value: str, style: str = "") -> None:
    first, *rest = safe(value).splitlines() or [""]
    width = max(8, len(label))
    console.print(Text(f"    {label:<{width}}  ", DIM).append(first, style), no_wrap=True, overflow="ellipsis")
    for line in rest:
        console.print(Text(" " * (width + 6) + line, style), no_wrap=True, overflow="ellipsis")


def _comparison(console: Console, table: dict[str, Any]) -> None:
    """Expected and got side by side where the window allows, else below each other; a star marks what differs."""
    got = [
        [f"{cell}*" if wrong else cell for cell, wrong in zip(cells, marks, strict=True)]
        for cells, marks in zip(table["got"], table["marks"], strict=True)
    ]
    left, right = _aligned(table["expected"]), _aligned(got)
    width = max(len("expected"), *(cell_len("  ".join(row)) for row in left))
    console.print()
    if table["part"]:
        console.print(Text(f"    {table['part']}", DIM))
    beside = 4 + width + 4 + max(cell_len("  ".join(row)) for row in right) <= console.width
    if beside:
        console.print(Text(f"    {'expected':<{width}}    got", DIM))
    else:
        console.print(Text("    expected", DIM))
        for row in left:
            console.print(Text(f"    {'  '.join(row)}"), no_wrap=True, overflow="ellipsis")
        console.print(Text("    got", DIM))
    for mine, theirs, marks in zip(right, left, table["marks"], strict=True):
        line = Text("    " + (f"{'  '.join(theirs):<{width}}    " if beside else ""))
        for cell, wrong in zip(mine, marks, strict=True):
            line.append(cell, f"bold {BAD}" if wrong else "").append("  ")
        line.rstrip()
        console.print(line, no_wrap=True, overflow="ellipsis")
    if table["summary"]:
        console.print(Text(f"    {table['summary']}", DIM))


def _aligned(rows: list[list[str]]) -> list[list[str]]:
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return [[f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)] for row in rows]


def _syntax(console: Console, syntax: dict[str, Any]) -> None:
    console.print(Text(f"    line {syntax['line']}", DIM))
    if syntax["text"]:
        console.print(Text(f"      {safe(syntax['text'])}"))
        if syntax["column"]:
            console.print(Text(" " * (6 + max(0, syntax["column"] - 1)) + "^", BAD))


def _printed(console: Console, report: Report) -> None:
    here = (report["failure"] or {}).get("printed")
    lines = (here or report["output"]).splitlines()
    if not lines:
        return
    console.print()
    console.print(Text("  You printed on this case:" if here else "  You printed:", KEY))
    console.print(indented("\n".join(lines[:_PRINTED_LINES]), 4))
    if len(lines) > _PRINTED_LINES:
        console.print(Text(f"    ... and {len(lines) - _PRINTED_LINES:,} more lines", DIM))


def _next(console: Console, report: Report, seconds: float | None) -> None:
    name, seed = report["exercise"], report["seed"]
    if report["outcome"] == "passed":
        took = f"Solved in {minutes(seconds)}. " if seconds is not None else ""
        console.print(
            Text(f"  {took}Next: ", KEY).append("mlprep next").append("   compare: ", DIM).append("mlprep solution")
        )
    elif report["outcome"] == "grader_error":
        console.print(Text("  This is our fault, not yours; your answer was not judged.", WARN))
    else:
        again = (
            Text("  Next: ", KEY)
            .append("edit the file, then mlprep check")
            .append("   stuck: ", DIM)
            .append("mlprep hint")
        )
        if report["cases_total"] and report["outcome"] != "unfinished":
            again.append(f"\n  Same cases again: mlprep check {name} --seed {seed}", DIM)
        console.print(again)
