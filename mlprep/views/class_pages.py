"""Pages on how a class did, for `mlprep grade DIR --report PAGES`: one for each exercise, and an overview."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from mlprep.classroom.class_summary import OUTCOMES, ExerciseSummary
from mlprep.escapes import safe
from mlprep.views.class_results import HEADS

if TYPE_CHECKING:
    from mlprep.classroom.similarity import Pair

PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
body {{ margin: 1.5rem auto; max-width: 72rem; padding: 0 1rem; color: #1f2328; background: #fff;
  font: 15px/1.5 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }}
h1 {{ font-size: 1.5rem; }} h2 {{ font-size: 1.1rem; margin-top: 2rem; }}
table {{ border-collapse: collapse; width: 100%; }}
td, th {{ padding: 0.25rem 0.6rem 0.25rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #d8dee4; }}
td.number {{ text-align: right; white-space: nowrap; }}
pre {{ margin: 0; font: 12px/1.4 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; white-space: pre-wrap;
  overflow-wrap: anywhere; }}
mark {{ background: #ffe8a3; color: inherit; display: block; }}
.dim {{ color: #57606a; }}
.bar {{ display: inline-block; height: 0.8em; vertical-align: middle; background: #8c959f; }}
.passed {{ background: #1a7f37; }} .failed {{ background: #cf222e; }} .error {{ background: #a40e26; }}
.timeout {{ background: #bc4c00; }}
.beside {{ display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }} .beside > div {{ min-width: 0; }}
details {{ margin: 0.6rem 0; }} summary {{ cursor: pointer; }}
@media (max-width: 50rem) {{ .beside {{ grid-template-columns: 1fr; }} }}
@media (prefers-color-scheme: dark) {{ body {{ color: #e6edf3; background: #0d1117; }} mark {{ background: #5c4813; }}
  td, th {{ border-color: #30363d; }} a {{ color: #58a6ff; }} .dim {{ color: #9198a1; }} }}
</style>
</head>
<body>
{body}
</body>
</html>
"""
_NAMES = 12  # people that are named beside a mistake


def write_pages(folder: Path, summaries: Iterable[ExerciseSummary], unmatched: Sequence[tuple[str, str]]) -> Path:
    """Write a page for each exercise, and the overview, whose path is returned. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = list[str]()
    for summary in summaries:
        name = summary.exercise.id.replace("/", "__")
        (folder / f"{name}.html").write_text(exercise_page(summary), encoding="utf-8")
        passed = summary.outcomes["passed"]
        told = summary.mistakes[0].text if summary.mistakes else ""
        alike = f"{len(summary.pairs)}" if summary.pairs else ""
        rows.append(
            f'<tr><td><a href="{name}.html">{_e(summary.exercise.title)}</a></td>'
            f'<td class="number">{passed}/{summary.total}</td><td>{_bar(passed, summary.total, "passed", 8)}</td>'
            f'<td>{_e(told)}</td><td class="number">{alike}</td></tr>'
        )
    body = ["<h1>How the class did</h1>", "<table><tr><th>exercise</th><th>passed</th><th></th>"]
    body += ["<th>most common mistake</th><th>alike</th></tr>", *rows, "</table>"]
    if unmatched:
        body.append("<h2>Files that were not graded</h2><table>")
        body += [f"<tr><td>{_e(path)}</td><td>{_e(reason)}</td></tr>" for path, reason in unmatched]
        body.append("</table>")
    index = folder / "index.html"
    index.write_text(PAGE.format(title="How the class did", body="\n".join(body)), encoding="utf-8")
    return index


def exercise_page(summary: ExerciseSummary) -> str:
    """The page of one exercise."""
    title = f"{summary.exercise.title} ({summary.exercise.id})"
    body = [f"<h1>{_e(title)}</h1>", '<p><a href="index.html">All exercises</a></p>']
    for part in (_outcomes, _mistakes, _parts, _people, _alike):
        body += part(summary)
    return PAGE.format(title=_e(title), body="\n".join(body))


def _outcomes(summary: ExerciseSummary) -> Iterator[str]:
    yield f"<p>{summary.total} {'people' if summary.total != 1 else 'person'} handed it in.</p><table>"
    for outcome in OUTCOMES:
        count = summary.outcomes[outcome]
        if count:
            bar = _bar(count, summary.total, outcome, 30)
            yield f'<tr><td>{HEADS[outcome][1]}</td><td class="number">{count}</td><td>{bar}</td></tr>'
    yield "</table>"


def _mistakes(summary: ExerciseSummary) -> Iterator[str]:
    if not summary.mistakes:
        return
    yield "<h2>Most common mistakes</h2><table><tr><th>people</th><th></th><th>who</th></tr>"
    for text, people in summary.mistakes:
        names = ", ".join(people[:_NAMES]) + (f" and {len(people) - _NAMES} more" if len(people) > _NAMES else "")
        yield f'<tr><td class="number">{len(people)}</td><td>{_e(text)}</td><td class="dim">{_e(names)}</td></tr>'
    yield "</table>"


def _parts(summary: ExerciseSummary) -> Iterator[str]:
    if not summary.parts:
        return
    yield "<h2>Core and edge cases</h2><table><tr><th>part</th><th>right</th><th></th></tr>"
    for name, (passed, tried) in summary.parts.items():
        bar = _bar(passed, tried, "passed", 15)
        yield f'<tr><td>{_e(name)}</td><td class="number">{passed}/{tried}</td><td>{bar}</td></tr>'
    yield "</table>"


def _people(summary: ExerciseSummary) -> Iterator[str]:
    order = {outcome: place for place, outcome in enumerate(OUTCOMES)}
    yield "<h2>Who needs help with what</h2><table><tr><th>person</th><th></th><th>cases</th><th></th></tr>"
    for each in sorted(summary.people, key=lambda best: (best.outcome == "passed", -order[best.outcome], best.person)):
        cases = f"{each.passed}/{each.total}" if each.total else ""
        tries = f' <span class="dim">(best of {each.tries})</span>' if each.tries > 1 else ""
        yield (
            f"<tr><td>{_e(each.person)}{tries}</td><td>{HEADS[each.outcome][1]}</td>"
            f'<td class="number">{cases}</td><td>{_e(each.needs)}</td></tr>'
        )
    yield "</table>"


def _alike(summary: ExerciseSummary) -> Iterator[str]:
    if not summary.pairs:
        return
    yield "<h2>Submissions that are alike</h2>"
    yield (
        "<p>The structure of their code is the same where few others write it so, whatever the names are. "
        "This is a reason to look, not a proof: read them side by side.</p>"
    )
    for pair in summary.pairs:
        yield from _pair(summary, pair)


def _pair(summary: ExerciseSummary, pair: Pair) -> Iterator[str]:
    share = f"{100 * pair.shared // max(pair.of, 1)}% of what is rare is in both"
    yield f'<details><summary>{_e(pair.one)} and {_e(pair.other)} <span class="dim">{share}</span></summary>'
    yield '<div class="beside">'
    for path, lines in zip((pair.one, pair.other), pair.lines, strict=True):
        yield f"<div><p>{_e(path)}</p><pre>{_marked(summary.sources[path], lines)}</pre></div>"
    yield "</div></details>"


def _marked(source: str, lines: frozenset[int]) -> str:
    shown, group = list[str](), list[str]()
    for number, line in enumerate(source.splitlines(), 1):
        if number in lines:
            group.append(_e(line))
            continue
        if group:
            shown.append(f"<mark>{chr(10).join(group)}</mark>")
            group = []
        shown.append(f"{_e(line)}\n")
    return "".join([*shown, f"<mark>{chr(10).join(group)}</mark>" if group else ""])


def _bar(count: int, total: int, kind: str, most: int) -> str:
    return f'<span class="bar {kind}" style="width: {most * count / max(total, 1):.2f}rem"></span>'


def _e(text: str) -> str:
    return escape(safe(text))
