"""Files for each person, for `mlprep grade DIR --feedback FILES`: what `check` says, as text and as a page."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from mlprep.escapes import safe
from mlprep.views import verdict_page
from mlprep.views.class_pages import PAGE
from mlprep.views.page_style import framed
from mlprep.views.text import make_console, paragraph
from mlprep.views.verdict import show_verdict

if TYPE_CHECKING:
    from mlprep.classroom.rows import Row
    from mlprep.grading.contracts import Report

_WIDTH = 88
_UNFIT = re.compile(r"[^\w .,@+-]")  # in a name of a file


def write_feedback(folder: Path, rows: Iterable[Row]) -> int:
    """Write two files for each person; ``rows`` are sorted by person. How many people that was. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    taken = set[str]()
    for person, own in groupby(rows, key=lambda row: row["person"]):
        name = _file_name(person, taken)
        text, page = _both(person, own)
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return len(taken)


def _both(person: str, rows: Iterable[Row]) -> tuple[str, str]:
    rows = [*rows]
    passed = sum(row["outcome"] == "passed" for row in rows)
    head = f"{safe(person)}: {passed} of {len(rows)} passed"
    texts, blocks = [head], [f"<h1>{escape(head)}</h1>"]
    for row in rows:
        report: Report = {**row, "output": ""}  # type: ignore[typeddict-item]
        stream = io.StringIO()
        _verdict(make_console(stream, width=_WIDTH, color_system=None), report)
        texts.append(stream.getvalue())
        blocks.append(f'<h2>{escape(row["exercise"])} <span class="dim">{escape(safe(row["path"]))}</span></h2>')
        blocks.append(verdict_page.plain(report, command=""))
    page = PAGE.format(title=escape(head), body=framed("\n".join(blocks)))
    return "\n\n".join(each.rstrip() for each in texts) + "\n", page


def _verdict(console: Console, report: Report) -> None:
    """What `check` says, but for the next command: it is theirs to choose."""
    show_verdict(console, report, by_keys=True)
    for note in report["beyond"]:
        console.print()
        paragraph(console, f"Beyond the task: {note['text']}")
    if not report["parts"] and report["failure"] is None:
        console.print()
        paragraph(console, report["summary"])


def _file_name(person: str, taken: set[str]) -> str:
    """A name for a person's files that no other has, on any file system."""
    name = _UNFIT.sub("_", person).strip(" .")[:80] or "unnamed"
    candidates = _numbered(name)
    chosen = next(each for each in candidates if each.lower() not in taken)
    taken.add(chosen.lower())
    return chosen


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name} ({number})"
        number += 1
