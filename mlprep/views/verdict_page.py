"""The verdict on code as HTML, for a notebook and for the pages of a class."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from mlprep.escapes import safe
from mlprep.views import page_style, passed, plots
from mlprep.views import verdict_words as words
from mlprep.views.heat_strip import caption
from mlprep.views.text import STAR

if TYPE_CHECKING:
    from mlprep.activities.reward import Reward
    from mlprep.grading.contracts import Comparison, Failure, Report

_TONES = {"green": "good", "red": "bad", "yellow": "warn"}


def fragment(report: Report, reward: Reward | None = None, command: str | None = None) -> str:
    """The verdict as a piece of a page that brings its style along."""
    return page_style.framed(plain(report, reward, command))


def plain(report: Report, reward: Reward | None = None, command: str | None = None) -> str:
    """The verdict without the style. ``command`` is what to run next, instead of the terminal's; empty for nothing."""
    return "\n".join(_parts(report, reward, command))


def _parts(report: Report, reward: Reward | None, command: str | None) -> Iterator[str]:
    yield _head(report, reward)
    if report["outcome"] == "passed":
        yield from _printed(report)
        yield from _notes(report)
        yield from (_paragraph(f"Beyond the task: {note['text']}") for note in report["beyond"])
        if reward is not None:
            yield from _reward(reward, command or "mlprep next")
        return
    for number, said in enumerate(words.diagnoses(report)):
        yield _paragraph(said, "" if number else "first")
    if report["failure"] is not None:
        yield from _failure(report, report["failure"])
    elif not report["parts"]:  # there was nothing to check
        yield _paragraph(report["summary"])
    yield from _printed(report)
    yield from _notes(report)
    after = words.next_command(report) if command is None else command
    if report["outcome"] == "grader_error":
        yield _paragraph(words.OUR_FAULT, "warn")
    elif after:
        yield f"<p><code>{_text(after)}</code></p>"


def _head(report: Report, reward: Reward | None) -> str:
    mark, word, color = words.HEADS[report["outcome"]]
    star = f" {STAR}" if reward is not None and report["outcome"] == "passed" and not report["beyond"] else ""
    star = star if reward is not None and not reward.saw_solution else ""
    tone = _TONES[color]
    shown = [f'<span class="head {tone}">{mark} {_text(report["exercise"])} {word}{star}</span>']
    if report["outcome"] == "passed":
        facts = [passed.cases(report), *((passed.times(reward), passed.tries(reward)) if reward is not None else ())]
        if reward is not None and reward.solved is not None:
            facts.append(f"{reward.solved} of {reward.total}")
        shown += [f'<span class="part">{_text(fact)}</span>' for fact in facts if fact]
    elif report["outcome"] != "unfinished":
        for part in report["parts"]:
            state = "" if part["passed"] == part["total"] else " open"
            shown.append(f'<span class="part{state}">{_text(part["name"])} {part["passed"]}/{part["total"]}</span>')
    return f"<div>{''.join(shown)}</div>"


def _failure(report: Report, failure: Failure) -> Iterator[str]:
    for said in words.reasons(report, failure):
        yield _paragraph(said)
    syntax = failure.get("syntax")
    if syntax:
        pointer = "\n" + " " * max(0, (syntax["column"] or 1) - 1) + "^" if syntax["column"] else ""
        yield f'<p class="dim">line {syntax["line"]}</p>' + _pre((syntax["text"] or "").rstrip() + pointer)
    for file, line, code, times in words.frames(failure):
        again = f" ({times} times)" if times > 1 else ""
        yield f'<p><span class="dim">{_text(file)}:{line}{again}</span> <code>{_text(code)}</code></p>'
    title = words.case_title(failure)
    if title is not None:
        yield f'<h4>Smallest failing input <span class="dim">{_text(title)}</span></h4>'
        rows = "".join(
            f"<tr><th>{_text(name)}</th><td>{_pre(value)}</td></tr>" for name, value in failure["inputs"] or ()
        )
        yield f'<div class="box"><table class="inputs">{rows}</table></div>' if rows else ""
    comparison = failure.get("comparison")
    if comparison:
        yield from _comparison(comparison)
        if "heat" in failure:
            said = caption(failure["heat"])
            yield f'<p class="dim">{_text(said)} the stronger the color, the more of them.</p>'
            yield plots.heat_strip(failure["heat"], said)
    elif words.shows_values(failure):
        yield '<div class="pair">'
        for name, value in (("expected", failure["expected"]), ("yours", failure["got"])):
            yield f'<div><div class="dim">{name}</div>{_pre(str(value))}</div>'
        yield "</div>"
    if "plot" in failure:
        yield plots.drawn(failure["plot"])


def _comparison(table: Comparison) -> Iterator[str]:
    """Expected and got side by side; a star and a color mark what differs."""
    if table["part"]:
        yield f'<p class="dim">{_text(table["part"])}</p>'
    same = [[False] * len(row) for row in table["marks"]]
    yield '<div class="pair">'
    for name, rows, marks in (("expected", table["expected"], same), ("yours", table["got"], table["marks"])):
        lines = "".join(
            f"<tr>{''.join(_entry(cell, wrong=wrong) for cell, wrong in zip(cells, flags, strict=True))}</tr>"
            for cells, flags in zip(rows, marks, strict=True)
        )
        yield f'<div><div class="dim">{name}</div><table>{lines}</table></div>'
    yield "</div>"
    if table["summary"]:
        yield f'<p class="dim">{_text(table["summary"])}</p>'


def _entry(cell: str, *, wrong: bool) -> str:
    return f'<td class="x">{_text(cell)}*</td>' if wrong else f"<td>{_text(cell)}</td>"


def _printed(report: Report) -> Iterator[str]:
    title, lines, left = words.printed(report)
    if lines:
        more = f"\n... and {left:,} more lines" if left else ""
        yield f'<h4>{title}</h4><div class="box">{_pre(chr(10).join(lines) + more)}</div>'


def _notes(report: Report) -> Iterator[str]:
    for said in report["notes"]:
        yield _paragraph(said, "dim")


def _reward(reward: Reward, command: str) -> Iterator[str]:
    counts = passed.what_it_counts_as(reward)
    if counts:
        yield _paragraph(counts)
    if reward.question is not None:
        asked, answer = _marked(reward.question.text), _marked(reward.question.answer)
        yield f"<details><summary>An interviewer asks next: {asked}</summary><p>{answer}</p></details>"
    if reward.following is not None:
        said = _text(passed.next_in_words(reward.following))
        yield f'<p><span class="first">Next:</span> {said} <code>{_text(command)}</code></p>'
    else:
        yield _paragraph("Every exercise is solved, and none is due for review.", "good")


def _paragraph(text: str, tone: str = "") -> str:
    kind = f' class="{tone}"' if tone else ""
    return f"<p{kind}>{_marked(text)}</p>"


def _marked(text: str) -> str:
    """Prose, with what stands between backticks as code."""
    return re.sub(r"`([^`\n]+)`", r"<code>\1</code>", _text(text))


def _pre(text: str) -> str:
    return f"<pre>{_text(text)}</pre>"


def _text(text: str) -> str:
    """Nothing in it is markup, and no control code comes through."""
    return escape(safe(text))
