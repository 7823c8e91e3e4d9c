"""A mock interview on the screen: what it consists of, the part that begins, and the report at its end."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from mlprep.errors import MlprepError
from mlprep.phrases import counted
from mlprep.views import exported
from mlprep.views.text import BAD, DIM, GOOD, KEY, WARN, clock, minutes, paragraph

Facts = Mapping[str, Any]

_KINDS = {"quiz": "warm-up", "solve": "code", "debug": "debug", "tests": "write tests"}
_STATES = {
    "passed": ("✓", GOOD),
    "given up": ("✗", BAD),
    "waiting": ("·", DIM),
    "open": ("▸", WARN),
    "asking": ("▸", WARN),
}
_MISSED = 6  # points that were missed, at most
ENDINGS = (".svg", ".html", ".txt")
_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def show_parts(console: Console, planned: int, parts: Sequence[Facts]) -> None:
    """What comes, without the names: as in a real interview, they come with their part."""
    console.print(Text(f"Mock interview, {planned} min", KEY))
    for number, part in enumerate(parts, 1):
        console.print(Text(f"  {number}  {_KINDS[part['kind']]:<12}", "").append(f"{part['minutes']:>3} min", DIM))
    console.print()
    said = (
        "The clock runs until the end. The report counts the hints that you ask for. `quit` leaves the rest for later."
    )
    paragraph(console, said, DIM, by=0)


def show_picked_up(console: Console, away: float, number: int, count: int, left: float) -> None:
    """What a learner who comes back is told."""
    console.print(Text(f"Your interview goes on: part {number} of {count}, {clock(left)} left.", KEY))
    paragraph(console, f"You were away for {minutes(away)}. The clock did not run.", DIM, by=0)


def show_part(console: Console, part: Facts, number: int, count: int, left: float) -> None:
    """The heading of a part."""
    console.print()
    name = f" {part['exercise']}" if part["exercise"] else ""
    head = Text(f"{number}/{count}  {_KINDS[part['kind']]}{name}", KEY)
    console.print(head.append(f"   {part['minutes']} min, {clock(left)} left", f"not bold {DIM}"))
    console.print()


def show_way(console: Console, left: float) -> None:
    """What can be done in a round."""
    paragraph(console, f"{clock(left)} left. Press Enter to check. Or type: hint, give up, end, quit.", DIM, by=0)


def show_report(console: Console, facts: Facts) -> None:
    """What came of it, what to review, and how earlier ones went."""
    console.print(Text(f"Interview of {facts['date']}", KEY).append(f"   {_time(facts)}", f"not bold {DIM}"))
    console.print()
    for part in facts["parts"]:
        _part(console, part)
    console.print()
    _line(console, "Solved", f"{facts['solved']} of {facts['rounds']}, {facts['first_try']} at the first try")
    if facts["hints"]:
        _line(console, "Hints", str(facts["hints"]))
    if facts["asked"]:
        _line(console, "Questions", f"{facts['right']} of {facts['asked']} right")
    if facts["points"]:
        _line(console, "Points named", f"{facts['named']} of {facts['points']}")
    _list(console, "Mistakes", facts["mistakes"], WARN)
    _list(console, "Answered wrong", facts["wrong"][:_MISSED], "")
    points = [point for each in facts["missed"] for point in each["points"]]
    _list(console, "Points missed", points[:_MISSED], "")
    if facts["earlier"]:
        console.print()
        console.print(Text("  Earlier", KEY))
        for each in (*facts["earlier"], facts):
            console.print(Text(f"    {_compared(each)}", "" if each is facts else DIM))
    console.print()
    if facts["review"]:
        _line(console, "Review", ", ".join(facts["review"]))
    console.print(Text(f"  Next: mlprep {'review ' + facts['review'][0] if facts['review'] else 'next'}", KEY))


def export(path: Path, facts: Facts) -> None:
    """Write the report as a picture or a text. Raises MlprepError."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise MlprepError(f"A report cannot be written to {path}.", f"Name a file that ends in {', '.join(ENDINGS)}.")
    import io

    console = Console(file=io.StringIO(), width=88, record=True, highlight=False, markup=False, emoji=False)
    show_report(console, facts)
    make = {".svg": lambda: console.export_svg(title="mlprep interview"), ".html": console.export_html}
    text = make[ending]() if ending in make else console.export_text()
    text = _FONT.sub("", text)  # Rich's pictures ask a server for their font
    exported.write(path, text)


def _time(facts: Facts) -> str:
    away = f", away {minutes(facts['away'])}" if facts["away"] >= 1 else ""
    return f"{clock(facts['used'])} of {facts['minutes']}:00{away}"


def _part(console: Console, part: Facts) -> None:
    if part["kind"] == "quiz":
        console.print(Text(f"    {'warm-up':<12}", "").append(f"{'':<26}{clock(part['used']):>7}", DIM))
        return
    mark, style = _STATES.get(part["state"], ("·", DIM))
    line = Text(f"  {mark} ", style).append(f"{_KINDS[part['kind']]:<12}").append(f"{part['exercise']:<26}", style)
    line.append(f"{clock(part['used']):>7} of {part['minutes']} min", DIM)
    told = [f"{part['tries']} tr{'y' if part['tries'] == 1 else 'ies'}"] if part["tries"] else []
    told += [f"{counted(part['hints'], 'hint')}"] if part["hints"] else []
    console.print(line.append(f"   {', '.join(told)}" if told else "", DIM), no_wrap=True, overflow="ellipsis")


def _line(console: Console, label: str, words: str) -> None:
    console.print(Text(f"  {label:<15}", DIM).append(words), no_wrap=True, overflow="ellipsis")


def _list(console: Console, label: str, items: Sequence[str], style: str) -> None:
    if not items:
        return
    console.print()
    console.print(Text(f"  {label}", KEY))
    for item in dict.fromkeys(items):
        paragraph(console, f"- {item}", style, by=4)


def _compared(each: Facts) -> str:
    parts = [f"{each['date']}   solved {each['solved']}/{each['rounds']}"]
    parts += [f"questions {each['right']}/{each['asked']}"] if each["asked"] else []
    parts += [f"points {each['named']}/{each['points']}"] if each["points"] else []
    return "   ".join(parts)
