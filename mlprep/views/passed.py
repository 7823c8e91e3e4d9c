"""A pass: its time, when the exercise comes back, one question an interviewer asks next, and what to do now."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from mlprep.activities.reward import Following, Reward
from mlprep.views import repairs
from mlprep.views.text import DIM, GOOD, KEY, STAR, clock, paragraph

if TYPE_CHECKING:
    from mlprep.grading.contracts import Report

# What a question may begin with that is not a name.
_OPENINGS = {
    "a", "an", "are", "as", "at", "besides", "can", "could", "derive", "do", "does", "for", "from", "given", "has",
    "have", "how", "if", "in", "is", "on", "show", "should", "suppose", "the", "to", "what", "when", "where", "which",
    "who", "why", "with", "without", "would", "write",
}  # fmt: skip
_NOTES = 2  # beyond the task, that are shown


def show_headline(console: Console, reward: Reward, report: Report) -> None:
    """The outcome, on as many lines as the window takes."""
    line, *rest = _headline(reward, cases(report))
    for piece in rest:
        if line.cell_len + 3 + piece.cell_len > console.width:
            console.print(line)
            line = Text("  ") + piece
        else:
            line = Text().append(line).append("   ").append(piece)
    console.print(line)


def show_reward(console: Console, reward: Reward, *, every_note: bool = False) -> None:
    """What there is to say below the headline."""
    if reward.repair:
        repairs.show_bugs(console, reward.repair)
        console.print()
    for note in reward.beyond if every_note else reward.beyond[:_NOTES]:
        paragraph(console, f"Beyond the task: {note}")
    said = [text for text in (what_it_counts_as(reward),) if text]
    if reward.question:
        said.append(f"An interviewer asks next: {_lower(reward.question.text)}")
    if said and len("   ".join(said)) + 2 <= min(console.width, 100):
        said = ["   ".join(said)]
    for each in said:
        paragraph(console, each)
    if reward.following:
        line = Text("  Next: ", KEY).append(next_in_words(reward.following))
        console.print(line.append("   mlprep next", KEY), no_wrap=True, overflow="ellipsis")
    else:
        console.print(Text("  Every exercise is solved, and none is due for review.", GOOD))


def show_repair(console: Console, reward: Reward) -> None:
    """What there is to say about a debugging round that is fixed, and no more."""
    if reward.repair:
        paragraph(console, f"{'. '.join(map(_capitalized, repairs.headline(reward.repair)))}.")
        repairs.show_bugs(console, reward.repair)


def show_pass(console: Console, report: Report, reward: Reward, *, answer: bool, in_interview: bool = False) -> None:
    """The pass as the practice app shows it, each thing on its own; ``answer`` adds the one to the question."""
    name = Text(f"✓ {reward.exercise} passed", f"bold {GOOD}").append(f" {STAR}" if reward.starred else "")
    console.print(name.append(f"   {cases(report)}", f"not bold {DIM}"))
    console.print()
    when = times(reward)
    if reward.repair:
        show_repair(console, reward)
    else:
        paragraph(console, f"{_capitalized(when)}. {tries(reward).capitalize()}." if when else "")
        solved = "" if reward.solved is None else f"{reward.solved} of {reward.total} solved."
        paragraph(console, f"{solved} {what_it_counts_as(reward)}".strip())
    for note in reward.beyond[:_NOTES]:
        console.print()
        paragraph(console, f"Beyond the task: {note}")
    if reward.question:
        console.print()
        paragraph(console, f"An interviewer asks next: {_lower(reward.question.text)}", KEY)
        paragraph(console, reward.question.answer if answer else "Press Enter for the answer.", "" if answer else DIM)
    console.print()
    if in_interview:
        paragraph(console, "The interview goes on. Press n.", KEY)
        return
    if reward.solved is not None:
        paragraph(console, "To go on with this one: b finds bugs in it, a writes its tests.", DIM)
    if reward.following:
        paragraph(console, f"Next: {next_in_words(reward.following)}. Press n.", KEY)
    else:
        paragraph(console, "Every exercise is solved, and none is due for review.", GOOD)


def cases(report: Report) -> str:
    """How many test cases pass, or how many wrong solutions the tests catch."""
    if "escaped" in report:
        return f"caught {report['cases_passed']} of {report['cases_total']}"
    return f"{report['cases_passed']}/{report['cases_total']}"


def what_it_counts_as(reward: Reward) -> str:
    """What the pass counts as, and when the exercise is due for review."""
    if reward.review_on is None:
        return "You had passed it before." if reward.kind == "repeat" else ""
    due = short_date(reward.review_on)
    if reward.kind == "repeat" and reward.review_on <= reward.on:
        return f"You had solved it before. It is due for review: mlprep review {reward.exercise}"
    if reward.kind == "repeat":
        return f"You had solved it before. Its review stays on {due}."
    if reward.saw_solution:
        return f"You had seen the solution, so this counts as not known yet. Review on {due}."
    if reward.kind == "review":
        return f"Review passed. The next one is on {due}."
    return f"Review on {due}."


def next_in_words(following: Following) -> str:
    """The exercise that comes next, and what it takes."""
    kind = "review, " if following.kind == "review" else ""
    return f"{following.exercise} ({kind}{following.level}, {following.minutes} min)"


def short_date(day: date) -> str:
    """A day as it is said in passing: Thu Dec 3."""
    return f"{day:%a %b} {day.day}"


def times(reward: Reward) -> str:
    """The time against the target and against the last time."""
    if reward.seconds is None:
        return ""
    last = "" if reward.last_seconds is None else f", last time {clock(reward.last_seconds)}"
    return f"{clock(reward.seconds)}, target {clock(reward.target)}{last}"


def tries(reward: Reward) -> str:
    """Which try it was: 1st try, 2nd try."""
    number = reward.tries
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending} try"


def _headline(reward: Reward, counts: str) -> list[Text]:
    name = Text(f"✓ {reward.exercise}", f"bold {GOOD}")
    if reward.starred:
        name.append(f" {STAR}")
    solved = "" if reward.solved is None else f"{reward.solved} of {reward.total}"
    details = [counts, times(reward), tries(reward), solved]
    if reward.repair:
        details = repairs.headline(reward.repair)
    return [name, *(Text(each, DIM) for each in details if each)]


def _capitalized(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _lower(question: str) -> str:
    """A question as it goes on after a colon. Names, such as Adam, keep their capitals."""
    first = question.split(maxsplit=1)[0].lower()
    return question[0].lower() + question[1:] if first in _OPENINGS else question
