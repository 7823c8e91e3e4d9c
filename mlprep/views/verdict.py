"""The verdict on code: which case, what went in, what came out, what it means, what to do next."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from mlprep.views import heat_strip, passed, test_score
from mlprep.views import verdict_words as words
from mlprep.views.text import BAD, DIM, KEY, WARN, indented, linked, paragraph, safe

if TYPE_CHECKING:
    from mlprep.activities.reward import Reward
    from mlprep.grading.contracts import Comparison, Failure, Report, Syntax

_LABEL = 8  # columns of an input's name, at least


def show_verdict(
    console: Console,
    report: Report,
    *,
    reward: Reward | None = None,
    by_keys: bool = False,
    verbose: bool = False,
) -> None:
    """The whole verdict, with the reward of a pass.

    ``by_keys`` says that the next step is a key and no command. ``verbose`` adds what most people never need.
    """
    if report["outcome"] == "passed" and reward is not None:
        _passed(console, report, reward.with_report(report), verbose=verbose)
        return
    failure = report["failure"]
    _head(console, report)
    _diagnoses(console, report)
    if report.get("rejected"):
        test_score.show_rejected(console, report)
    if failure is not None:
        folder = "" if by_keys else os.path.dirname(report.get("path", ""))
        _failure(console, report, failure, folder)
    if "escaped" in report:
        test_score.show_escaped(console, report)
    _printed(console, report)
    _notes(console, report)
    if verbose:
        _seed(console, report)
    if report["outcome"] == "grader_error":
        console.print()
        console.print(Text(f"  {words.OUR_FAULT}", WARN))
    elif report["outcome"] != "passed" and not by_keys and (command := words.next_command(report)):
        console.print()
        console.print(Text(f"  {command}", KEY))


def _passed(console: Console, report: Report, reward: Reward, *, verbose: bool) -> None:
    passed.show_headline(console, reward, report)
    _printed(console, report)
    _notes(console, report)
    if verbose:
        _seed(console, report)
    console.print()
    passed.show_reward(console, reward, every_note=verbose)


def _notes(console: Console, report: Report) -> None:
    for text in report["notes"]:
        console.print()
        paragraph(console, text, DIM)


def _seed(console: Console, report: Report) -> None:
    console.print()
    again = f"mlprep check {report['exercise']} --seed {report['seed']}"
    console.print(Text(f"  The same test cases again: {again}", DIM), soft_wrap=True)


def show_line(console: Console, report: Report) -> None:
    """One line of a batch."""
    mark, word, style = words.HEADS[report["outcome"]]
    line = Text(f"{mark} {report['exercise']:<28} ", style=style).append(word, style)
    reason = report["diagnosis"] or (report["failure"]["reason"] if report["failure"] else None)
    console.print(line)
    if reason and report["outcome"] not in ("passed", "unfinished"):
        paragraph(console, reason, DIM, by=4)


def _head(console: Console, report: Report) -> None:
    """The outcome, and how far each part is, on as many lines as the window takes."""
    mark, word, style = words.HEADS[report["outcome"]]
    counts = _counts(report)
    told = counts and report["outcome"] in ("passed", "failed")  # the counts tell it
    line = Text(f"{mark} {report['exercise']}" + ("" if told else f" {word}"), style=f"bold {style}")
    for part in counts:
        if line.cell_len + 3 + part.cell_len > console.width:
            console.print(line)
            line = Text(" " * 2).append(part)
        else:
            line = Text().append(line).append("   ").append(part)
    console.print(line)


def _counts(report: Report) -> list[Text]:
    """On a pass the number of test cases, else each part with its own, dim where nothing fails."""
    if report["outcome"] == "unfinished" or not report["parts"]:
        return []
    if report["outcome"] == "passed":
        return [Text(passed.cases(report), DIM)]
    return [Text(passed.cases(report))] * ("escaped" in report) + [
        Text(f"{part['name']} {part['passed']}/{part['total']}", DIM if part["passed"] == part["total"] else "")
        for part in report["parts"]
    ]


def _diagnoses(console: Console, report: Report) -> None:
    """What explains the failures, the most important first, each with how many it explains."""
    for i, text in enumerate(words.diagnoses(report)):
        console.print()
        paragraph(console, text, "" if i else KEY)


def _failure(console: Console, report: Report, failure: Failure, folder: str) -> None:
    """The failing case. ``folder`` is where the code's files are."""
    for text in words.reasons(report, failure):
        console.print()
        paragraph(console, text)
    syntax = failure.get("syntax")
    if syntax:
        _syntax(console, syntax)
    for file, line, code, times in words.frames(failure):
        where = linked(console, f"{file}:{line}", os.path.join(folder, file) if folder else "", DIM)
        again = Text(f"   ({times} times)" if times > 1 else "", DIM)
        console.print(Text("  ").append(where).append(f"   {safe(code)}") + again, soft_wrap=True)
    named = words.case_title(failure)
    if named is not None:
        console.print()
        title = Text.assemble(("Smallest failing input", KEY), (f"   {safe(named)}", DIM))
        for row in title.wrap(console, console.width - 2):
            row.rstrip()
            console.print(Text("  ").append(row))
        inputs = failure["inputs"] or ()
        wide = max([_LABEL, *(len(safe(name)) for name, _ in inputs)])
        for name, value in inputs:
            _labeled(console, name, value, wide=wide)
    comparison = failure.get("comparison")
    if comparison:
        _comparison(console, comparison)
        if "heat" in failure:
            heat_strip.show_heat(console, failure["heat"])
    elif words.shows_values(failure):
        console.print()
        _labeled(console, "expected", str(failure["expected"]))
        _labeled(console, "yours", str(failure["got"]), BAD)


def _labeled(console: Console, label: str, value: str, style: str = "", *, wide: int = _LABEL) -> None:
    first, *rest = safe(value).splitlines() or [""]
    console.print(Text(f"    {safe(label):<{wide}}  ", DIM).append(first, style), no_wrap=True, overflow="ellipsis")
    for line in rest:
        console.print(Text(" " * (wide + 6) + line, style), no_wrap=True, overflow="ellipsis")


def _comparison(console: Console, table: Comparison) -> None:
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
        console.print(Text(f"    {'expected':<{width}}    yours", DIM))
    else:
        console.print(Text("    expected", DIM))
        for row in left:
            console.print(Text(f"    {'  '.join(row)}"), no_wrap=True, overflow="ellipsis")
        console.print(Text("    yours", DIM))
    for mine, theirs, marks in zip(right, left, table["marks"], strict=True):
        line = Text("    " + (f"{'  '.join(theirs):<{width}}    " if beside else ""))
        for cell, wrong in zip(mine, marks, strict=True):
            line.append(cell, f"bold {BAD}" if wrong else "").append("  ")
        line.rstrip()
        console.print(line, no_wrap=True, overflow="ellipsis")
    if table["summary"]:
        paragraph(console, table["summary"], DIM, by=4)


def _aligned(rows: list[list[str]]) -> list[list[str]]:
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return [[f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)] for row in rows]


def _syntax(console: Console, syntax: Syntax) -> None:
    console.print(Text(f"    line {syntax['line']}", DIM))
    if syntax["text"]:
        console.print(Text(f"      {safe(syntax['text'])}"))
        if syntax["column"]:
            console.print(Text(" " * (6 + max(0, syntax["column"] - 1)) + "^", BAD))


def _printed(console: Console, report: Report) -> None:
    title, lines, left = words.printed(report)
    if not lines:
        return
    console.print()
    console.print(Text(f"  {title}", KEY))
    console.print(indented("\n".join(lines), 4))
    if left:
        console.print(Text(f"    ... and {left:,} more lines", DIM))
