"""How far the learner is: topics as bars, a calendar, what is remembered, what goes wrong most often."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from rich.console import Console
from rich.text import Text

from mlprep.learner.summary import KNOWN
from mlprep.phrases import counted
from mlprep.views.text import BAD, DIM, GOOD, KEY, STAR, WARN, bar, minutes, paragraph, safe

Facts = Mapping[str, Any]

_BAR = 14
_MARKS = "·░▒▓█"  # from none to many: they read without color
_MANY = (1, 3, 6, 10)  # checks on a day from which the next darker mark is due
_WEEKS = 53
_LABELS = ("Mon", "", "Wed", "", "Fri", "", "Sun")
_TOLD = (0, 7, 14, 28)  # days ahead
_BESIDE = 56  # columns of a topic's line that are not its title


def show_progress(console: Console, facts: Facts) -> None:
    """Everything at once, in the order in which one would ask."""
    if not facts["attempts"]:
        _beginning(console, facts)
        return
    _head(console, facts)
    _topics(console, facts["topics"])
    _calendar(console, facts)
    _memory(console, facts)
    _mistakes(console, facts["mistakes"])
    _weakest(console, facts["weakest"])


def readiness(topic: Facts) -> str:
    """Whether a topic is ready for an interview, in words."""
    if topic["readiness"] == "started":
        return f"{topic['asked_most_solved']} of {topic['asked_most']} must-knows"
    return str(topic["readiness"])


def calendar_weeks(facts: Facts, most: int) -> list[date]:
    """The Mondays from the first day of use to this week, at most so many."""
    days = [date.fromisoformat(day) for day in facts["calendar"]]
    today = date.fromisoformat(facts["today"])
    monday = today - timedelta(days=today.weekday())
    first = min([*days, today])
    weeks = (monday - (first - timedelta(days=first.weekday()))).days // 7 + 1
    return [monday - timedelta(weeks=ago) for ago in range(min(max(weeks, 1), most) - 1, -1, -1)]


def shade(count: int) -> int:
    """From 0 for no check on a day to 4 for many."""
    return sum(count >= many for many in _MANY)


def _beginning(console: Console, facts: Facts) -> None:
    paragraph(console, f"You have not checked any of the {facts['total']} exercises yet.", KEY, by=0)
    console.print()
    paragraph(console, "Start with softmax:          mlprep start softmax")
    paragraph(console, "Plan until your interview:   mlprep plan --until DATE --minutes 45")
    console.print()
    paragraph(console, "From your first check on, this page shows your topics, a calendar, and what you remember.", DIM)


def _head(console: Console, facts: Facts) -> None:
    pieces = [f"{facts['solved']} of {facts['total']} solved"]
    if facts["starred"]:
        pieces.append(f"{facts['starred']} {STAR}")
    if facts["streak"]:
        pieces.append(f"{facts['streak']}-day streak")
    if facts["longest_streak"] > facts["streak"]:
        pieces.append(f"longest {counted(facts['longest_streak'], 'day')}")
    paragraph(console, "   ".join(pieces), KEY, by=0)
    said = counted(facts["attempts"], "check")
    if facts["seconds"] >= 60:
        said += f" in {minutes(facts['seconds'])} of practice"
    if facts["pace"] is not None:
        said += f", {facts['pace']:.1f} × the target time"
    if facts["review_pace"] is not None:
        said += f" ({facts['review_pace']:.1f} × in reviews)"
    paragraph(console, said, DIM, by=0)


def _topics(console: Console, topics: Sequence[Facts]) -> None:
    rows = [topic for topic in topics if topic["total"]]
    long = _BAR if console.width >= 80 else _BAR // 3
    beside = _BESIDE - _BAR + long
    wide = min(max((len(topic["title"]) for topic in rows), default=0), max(console.width - beside, 12))
    console.print()
    heading = Text(f"{'':<{wide + long + 4}}  solved    recall  interview", DIM)
    console.print(heading, no_wrap=True, overflow="crop")
    for topic in rows:
        share = topic["solved"] / topic["total"]
        line = Text(f"  {_cut(topic['title'], wide):<{wide}}  ")
        line.append(bar(share, long), GOOD if share else DIM)
        line.append(f"  {topic['solved']:>2} of {topic['total']:<2}")
        known = topic["retention"]
        line.append(f"  {'' if known is None else f'{known:.0%}':>6}", WARN if known and known < KNOWN else "")
        style = {"ready": GOOD, "fading": WARN}.get(topic["readiness"], DIM)
        line.append(f"  {readiness(topic)}", style)
        line.rstrip()
        console.print(line, no_wrap=True, overflow="ellipsis")
    paragraph(console, "recall: the chance that you could write a solved exercise today", DIM)


def _calendar(console: Console, facts: Facts) -> None:
    """Weeks as columns, Monday on top, this week on the right."""
    counts = {date.fromisoformat(day): count for day, count in facts["calendar"].items()}
    today = date.fromisoformat(facts["today"])
    starts = calendar_weeks(facts, max(min(_WEEKS, (console.width - 8) // 2), 1))
    console.print()
    console.print(Text("        " + _months(starts), DIM), no_wrap=True, overflow="crop")
    for weekday, label in enumerate(_LABELS):
        line = Text().append(f"  {label:<4}  ", DIM)
        for start in starts:
            day = start + timedelta(days=weekday)
            level = shade(counts.get(day, 0))
            line.append("  " if day > today else _MARKS[level] + " ", GOOD if level else DIM)
        line.rstrip()
        console.print(line, no_wrap=True, overflow="crop")
    legend = Text().append("        checks per day:", DIM)
    for mark, words in zip(_MARKS, ("none", "1-2", "3-5", "6-9", "10 or more"), strict=True):
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


def _memory(console: Console, facts: Facts) -> None:
    curve, due = facts["retention"]["without_reviews"], facts["due"]
    if not curve:
        return
    _title(console, "Without reviews, you would still know")
    today = date.fromisoformat(facts["today"])
    for point in curve:
        if (date.fromisoformat(point["date"]) - today).days not in _TOLD and not point["interview"]:
            continue
        label = _when(date.fromisoformat(point["date"]), today, interview=point["interview"])
        line = Text(f"  {label:<19}  ").append(bar(point["share"], _BAR), GOOD if point["share"] >= KNOWN else WARN)
        console.print(line.append(f"  {point['share']:>4.0%}"), no_wrap=True, overflow="ellipsis")
    if due["today"]:
        was = "is" if due["today"] == 1 else "are"
        paragraph(console, f"{counted(due['today'], 'exercise')} {was} due for review: mlprep review")
    else:
        paragraph(console, f"No review is due today, and {due['this_week']} this week.", DIM)


def _when(day: date, today: date, *, interview: bool) -> str:
    if interview:
        return f"interview, {day:%b} {day.day}"
    weeks = (day - today).days // 7
    return f"in {counted(weeks, 'week')}" if weeks else "today"


def _mistakes(console: Console, mistakes: Sequence[Facts]) -> None:
    if not mistakes:
        return
    _title(console, "Your most common mistakes")
    for each in mistakes[:5]:
        name = f"{safe(each['exercise'])}: " if each["exercise"] else ""
        width = max(20, min(console.width, 100) - 7)
        for number, row in enumerate(Text(f"{name}{safe(each['words'])}").wrap(console, width)):
            row.rstrip()
            lead = f"  {each['count']:>3}×  " if number == 0 else " " * 7
            console.print(Text(lead, BAD).append_text(Text(row.plain)), no_wrap=True, overflow="ellipsis")


def _weakest(console: Console, weakest: Sequence[Facts]) -> None:
    if not weakest:
        return
    _title(console, "Practice these next")
    for topic in weakest:
        paragraph(console, f"{topic['title']}: {topic['why']}")
        verb = "review" if topic["solved"] else "start"
        console.print(Text(f"      mlprep {verb} {topic['exercise']}", DIM), no_wrap=True, overflow="ellipsis")


def _title(console: Console, title: str) -> None:
    console.print()
    console.print(Text(title, KEY))


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
