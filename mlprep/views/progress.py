"""How far the learner is: bars, a calendar, what is weak and what was misunderstood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from rich.console import Console
from rich.text import Text

from mlprep.views.text import BAD, DIM, GOOD, KEY, WARN, bar, minutes, paragraph, safe

Facts = Mapping[str, Any]

_BAR = 14
_MARKS = "·░▒▓█"  # from none to many: they read without colour
_MANY = (1, 3, 6, 10)  # checks on a day from which the next darker mark is due
_WEEKS = 53
_LABELS = ("Mon", "", "Wed", "", "Fri", "", "Sun")


def show_progress(console: Console, facts: Facts) -> None:
    """Everything at once, in the order in which one would ask."""
    _head(console, facts)
    _topics(console, facts["topics"])
    _calendar(console, facts)
    _weakest(console, facts["weakest"])
    _misunderstood(console, facts)
    _memory(console, facts)


def _head(console: Console, facts: Facts) -> None:
    out = Text().append(f"{facts['solved']} of {facts['total']} solved", KEY)
    if facts["streak"]:
        out.append(f"   a streak of {_count(facts['streak'], 'day')}")
    if facts["longest_streak"] > facts["streak"]:
        out.append(f"   the longest {facts['longest_streak']}", DIM)
    console.print(out)
    out = Text(_count(facts["attempts"], "check"), DIM)
    if facts["seconds"] >= 60:
        out.append(f", {minutes(facts['seconds'])} of practice")
    console.print(out)


def _topics(console: Console, topics: Sequence[Facts]) -> None:
    rows = [topic for topic in topics if topic["total"]]
    # all that is not the title takes 46 columns
    wide = min(max((len(topic["title"]) for topic in rows), default=0), max(console.width - 50, 12))
    console.print()
    console.print(Text(f"  {'':<{wide}}  {'':<{_BAR}}  solved      known  time", DIM), no_wrap=True)
    for topic in rows:
        share = topic["solved"] / topic["total"]
        line = Text(f"  {_cut(topic['title'], wide):<{wide}}  ")
        line.append(bar(share, _BAR), GOOD if share else DIM)
        line.append(f"  {topic['solved']:>2} of {topic['total']:<2}")
        known = topic["retention"]
        line.append(f"  {'' if known is None else f'{known:.0%}':>6}", WARN if known and known < 0.85 else "")
        line.append(f"  {_pace(topic['seconds'], topic['par_seconds'])}", DIM)
        line.rstrip()
        console.print(line, no_wrap=True, overflow="ellipsis")
    console.print(Text("  known: the odds that it could be written today; time: against par", DIM), overflow="fold")


def _calendar(console: Console, facts: Facts) -> None:
    """Weeks as columns, Monday on top, this week on the right."""
    counts = {date.fromisoformat(day): count for day, count in facts["calendar"].items()}
    today = date.fromisoformat(facts["today"])
    weeks = max(min(_WEEKS, (console.width - 8) // 2), 1)
    if counts:
        weeks = min(weeks, max((today - min(counts)).days // 7 + 2, 12))
    monday = today - timedelta(days=today.weekday())
    starts = [monday - timedelta(weeks=ago) for ago in range(weeks - 1, -1, -1)]
    console.print()
    console.print(Text("        " + _months(starts), DIM), no_wrap=True)
    for weekday, label in enumerate(_LABELS):
        line = Text().append(f"  {label:<4}  ", DIM)
        for start in starts:
            day = start + timedelta(days=weekday)
            level = sum(counts.get(day, 0) >= many for many in _MANY)
            line.append("  " if day > today else _MARKS[level] + " ", GOOD if level else DIM)
        line.rstrip()
        console.print(line, no_wrap=True)
    legend = Text().append("        checks a day:", DIM)
    for mark, words in zip(_MARKS, ("none", "1-2", "3-5", "6-9", "10 and more"), strict=True):
        legend.append(f"  {mark} ", GOOD if words != "none" else DIM).append(words, DIM)
    console.print(legend, no_wrap=True, overflow="ellipsis")


def _months(starts: Sequence[date]) -> str:
    """The month above the first week that begins in it."""
    out = ""
    for number, start in enumerate(starts):
        new = number == 0 or start.month != starts[number - 1].month
        if new and len(out) <= 2 * number and (number > 0 or len(starts) < 3 or starts[2].month == start.month):
            out += " " * (2 * number - len(out)) + f"{start:%b} "
    return out.rstrip()


def _weakest(console: Console, weakest: Sequence[Facts]) -> None:
    if not weakest:
        return
    _title(console, "Weakest")
    for topic in weakest:
        line = Text(f"  {topic['title']}", WARN).append(f": {topic['why']}")
        console.print(line)
        verb = "review" if topic["solved"] else "start"
        console.print(Text(f"      mlprep {verb} {topic['exercise']}", DIM))


def _misunderstood(console: Console, facts: Facts) -> None:
    if not facts["misunderstandings"] and not facts["failures"]:
        return
    _title(console, "Met most often")
    for each in facts["misunderstandings"][:5]:
        console.print(Text(f"  {each['count']}×  ", BAD).append(safe(each["exercise"]), KEY))
        paragraph(console, each["words"], by=6)
    if facts["failures"]:
        said = ", ".join(f"{each['words']} ({each['count']})" for each in facts["failures"][:6])
        paragraph(console, f"{'Otherwise' if facts['misunderstandings'] else 'Most of all'}: {said}", DIM)


def _memory(console: Console, facts: Facts) -> None:
    known, due = facts["retention"], facts["due"]
    if known["mean"] is None:
        return
    _title(console, "Memory")
    said = f"Of {_count(len(known['exercises']), 'exercise')} solved, about {known['mean']:.0%} could be written today."
    when = f" Due today: {due['today']}; within a week: {due['this_week']}."
    paragraph(console, said + when + (" mlprep review begins one." if due["today"] else ""))
    fading = sorted(known["exercises"].items(), key=lambda item: (item[1], item[0]))[:5]
    if fading and fading[0][1] < 0.9:
        names = ", ".join(f"{safe(name)} {odds:.0%}" for name, odds in fading if odds < 0.9)
        paragraph(console, f"Fading: {names}", DIM)
    if facts["pace"] is not None:
        again = "" if facts["review_pace"] is None else f", and {facts['review_pace']:.1f} × when written again"
        paragraph(console, f"Time: {facts['pace']:.1f} × par at the first writing{again}.", DIM)


def _title(console: Console, title: str) -> None:
    console.print()
    console.print(Text(title, KEY))


def _pace(seconds: float | None, par: float | None) -> str:
    return "" if seconds is None or not par else f"{seconds / par:.1f} × par"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'s' * (number != 1)}"


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
