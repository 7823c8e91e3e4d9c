"""What tests that somebody wrote are worth: which wrong solutions pass them, and which correct one does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from mlprep.views.text import BAD, DIM, KEY, paragraph, safe

if TYPE_CHECKING:
    from mlprep.activities.test_writing import Catch
    from mlprep.grading.contracts import Report

_SHOWN = 5
_TOLD_BY_VALUES = ("values", "shape")
_RIGHT_VALUES = ("changed", "state", "shared", "warning", "slow", "memory", "calls")  # what is wrong is not to be seen


def show_task(console: Console, text: str) -> None:
    """What is to be done."""
    paragraph(console, " ".join(text.split()), by=0)
    console.print()


def show_rejected(console: Console, report: Report) -> None:
    """Which correct solution the tests fail, and the values of the assert."""
    rejected, failure = report["rejected"], report["failure"]
    assert rejected is not None
    assert failure is not None
    console.print()
    where = f"{rejected['test']} fails" if rejected["test"] else "Your tests fail"
    asked = failure["reason"].startswith("AssertionError")  # and did not break down by itself
    why = ", so it asks for something that the statement does not" if asked else ""
    paragraph(console, f"{where} {rejected['solution']}{why}.", KEY)
    values = [(safe(text), safe(value)) for text, value in rejected["values"]]
    if values:
        console.print()
    for text, value in values:
        first, *rest = value.splitlines() or [""]
        console.print(Text(f"    {text} = ", DIM).append(first, BAD), no_wrap=True, overflow="ellipsis")
        for line in rest:
            console.print(Text(f"      {line}"), no_wrap=True, overflow="ellipsis")


def show_escaped(console: Console, report: Report) -> None:
    """The wrong solutions that pass, each by what is wrong with it."""
    escaped = report["escaped"]
    if report["diagnosis"] and not report["rejected"]:
        console.print()
        paragraph(console, report["diagnosis"], KEY)
    if not escaped:
        return
    paragraph(console, "What each would be told:", DIM)
    wide = max(len(str(each["number"])) for each in escaped[:_SHOWN])
    for each in escaped[:_SHOWN]:
        console.print()
        _numbered(console, each["number"], wide, each["text"])
    if len(escaped) > _SHOWN:
        console.print()
        paragraph(console, f"and {len(escaped) - _SHOWN} more", DIM)


def show_catch(console: Console, caught: Catch) -> None:
    """The smallest input on which a wrong solution shows what it is."""
    wrong, failure = caught.wrong, caught.failure
    console.print(Text(f"{caught.exercise}: wrong solution {wrong['number']}", KEY))
    console.print()
    paragraph(console, wrong["text"])
    console.print()
    console.print(Text("  An input that catches it", KEY))
    for name, value in failure["inputs"] or ():
        _labeled(console, name, value)
    console.print()
    if failure["kind"] not in _TOLD_BY_VALUES or failure["expected"] is None:
        paragraph(console, failure["reason"].replace("Your function", "It"), by=4)
    if failure["kind"] not in _RIGHT_VALUES and failure["expected"] is not None:
        _labeled(console, "expected", failure["expected"])
        _labeled(console, "it gives", str(failure["got"]), BAD)


def _numbered(console: Console, number: int, wide: int, text: str) -> None:
    width = max(20, min(console.width, 100) - wide - 4)
    lines = Text(safe(text)).wrap(console, width)
    for at, line in enumerate(lines):
        line.rstrip()
        console.print(Text(f"  {number if at == 0 else '':>{wide}}  ", DIM) + line)


def _labeled(console: Console, label: str, value: str, style: str = "") -> None:
    first, *rest = safe(value).splitlines() or [""]
    console.print(Text(f"    {safe(label):<8}  ", DIM).append(first, style), no_wrap=True, overflow="ellipsis")
    for line in rest:
        console.print(Text(" " * 14 + line, style), no_wrap=True, overflow="ellipsis")
