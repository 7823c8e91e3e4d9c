"""A quiz in plain lines: the question, what came of the answer, and the summary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from mlprep.activities.quiz_questions import Graded, Judgment, Question, Summary, letter, revealed
from mlprep.content.quiz_kinds import CARDS
from mlprep.learner.quiz_record import Score
from mlprep.views.code import show_code
from mlprep.views.passed import short_date
from mlprep.views.text import BAD, DIM, GOOD, KEY, WARN, indented, paragraph, safe

_MOST_CARDS = 3  # that the summary names


def show_start(console: Console) -> None:
    """How to answer, before the first question."""
    paragraph(console, "Type an answer, or press Enter to skip a question. `quit` ends the quiz.", DIM, by=0)
    console.print()


def show_question(console: Console, question: Question, count: int, *, asks: bool = True) -> None:
    """The question, and its choices; ``asks`` says how to answer."""
    of = f"/{count}" if count else ""
    title = f"Card: {question.title}" if question.card is not None else question.title
    console.print(Text(f"{question.number}{of}", KEY).append(f"  {safe(title)}", DIM))
    console.print()
    paragraph(console, question.text)
    if question.code:
        console.print()
        show_code(console, question.code, indent=4)
    if question.choices:
        console.print()
        for place, each in enumerate(question.choices):
            _hanging(console, f"{letter(place)}) ", each)
    console.print()
    if question.is_recall and asks:
        paragraph(console, "Answer in words, or press Enter to see the answer.", DIM)


def show_judgment(console: Console, judgment: Judgment, *, skipped: bool = False) -> None:
    """Whether the answer is right, and why; or why it could not be read."""
    if judgment.is_unread:
        paragraph(console, judgment.note, WARN)
        return
    if judgment.to_grade or (skipped and judgment.points and not judgment.explanation):
        paragraph(console, judgment.answer)
    else:
        _outcome(console, judgment)
        if judgment.note:
            paragraph(console, judgment.note)
        if judgment.explanation:
            paragraph(console, judgment.explanation)
    if judgment.points:
        console.print()
        paragraph(console, "A good answer says:", KEY)
        for number, point in enumerate(judgment.points, 1):
            _hanging(console, f"{number}. ", point)
        console.print()
        paragraph(console, f"The usual wrong turn: {judgment.wrong_turn}")
    if judgment.to_grade:
        console.print()
        paragraph(console, f"Which points did you have? For example 1 {len(judgment.points)}, or all, or none.", DIM)
    else:
        console.print()


def show_ungraded(console: Console, count: int) -> None:
    """What can be said of the points."""
    paragraph(console, f"Write numbers from 1 to {count}, or all, or none.", WARN)


def show_graded(console: Console, graded: Graded) -> None:
    """How many points there were, and when the card comes back."""
    if graded.had is None:
        paragraph(console, "This card is not rated.", DIM)
    else:
        style = GOOD if graded.had == graded.of else WARN if graded.had else BAD
        back = f" The card comes back on {short_date(graded.on)}." if graded.on else ""
        paragraph(console, f"{graded.had} of {graded.of} points.{back}", style)
    console.print()


def show_summary(console: Console, summary: Summary, command: str) -> None:
    """How it went, what to review, and the command to run next."""
    skipped = f"   {summary.skipped} skipped" if summary.skipped else ""
    if not summary.asked:
        console.print(Text(f"No question was answered.{skipped}", KEY))
    else:
        style = GOOD if summary.right == summary.asked else KEY
        console.print(Text(f"{summary.right} of {summary.asked} right", style).append(skipped, DIM))
        width = max(len(f"{each.right}/{each.asked}") for each in summary.tallies)
        for each in sorted(summary.tallies, key=lambda each: (each.right / each.asked, each.title)):
            mark = "✓" if each.right == each.asked else "✗" if not each.right else "·"
            line = Text(f"  {mark} {f'{each.right}/{each.asked}':<{width}}  {each.title}")
            console.print(line, no_wrap=True, overflow="ellipsis")
        for text in summary.cards[:_MOST_CARDS]:
            _hanging(console, "Review: ", text)
    console.print(Text(f"Next: {command}", KEY))


def next_command(summary: Summary, topic: str | None) -> str:
    """What to run after a quiz: the kind that went worst, else the next quiz."""
    weak = [each for each in summary.weak if each.kind != CARDS]
    if weak:
        return f"mlprep quiz --kind {weak[0].kind}"
    return f"mlprep quiz {topic}" if topic else "mlprep quiz"


def show_answers(console: Console, questions: Sequence[Question], count: int) -> None:
    """All questions with their answers, to read."""
    for question in questions:
        show_question(console, question, count, asks=False)
        show_judgment(console, revealed(question), skipped=True)


def show_kinds(console: Console, rows: Sequence[dict[str, Any]]) -> None:
    """The kinds of questions, and how the learner does in each."""
    width = max(len(row["kind"]) for row in rows)
    for row in rows:
        score = f"{row['right']}/{row['asked']}" if row["asked"] else "-"
        line = Text(f"{row['kind']:<{width}}  ", KEY).append(f"{score:>7}  ", DIM).append(row["title"])
        console.print(line, no_wrap=True, overflow="ellipsis")
    console.print("\nAsk one kind: mlprep quiz --kind roc-auc")


def kind_as_json(kind: str, title: str, topics: Sequence[str], score: Score) -> dict[str, Any]:
    """A kind and its score as plain data."""
    return {"kind": kind, "title": title, "topics": [*topics], "asked": score.asked, "right": score.right}


def question_as_json(question: Question, seed: int, *, answers: bool) -> dict[str, Any]:
    """A question as plain data, with its answer where that is wanted."""
    value: dict[str, Any] = {
        "number": question.number,
        "seed": seed,
        "kind": question.kind,
        "title": question.title,
        "card": question.card.id if question.card else None,
        "text": question.text,
        "code": question.code,
        "choices": [*question.choices],
    }
    if answers:
        told = revealed(question)
        value |= {
            "answer": told.answer,
            "explanation": told.explanation,
            "points": [*told.points],
            "wrong_turn": told.wrong_turn,
        }
    return value


def _outcome(console: Console, judgment: Judgment) -> None:
    word, style = {True: ("✓ Right:", GOOD), False: ("✗ The answer is:", BAD), None: ("The answer is:", KEY)}[
        judgment.right
    ]
    if "\n" in judgment.answer:
        paragraph(console, word, style)
        console.print(indented(judgment.answer, 4))
    else:
        paragraph(console, f"{word} {judgment.answer}", style)


def _hanging(console: Console, label: str, text: str) -> None:
    """A label, and text that is wrapped beside it."""
    width = max(20, min(console.width, 100) - 2 - len(label))
    for number, line in enumerate(Text(safe(text)).wrap(console, width)):
        line.rstrip()
        console.print(Text(" " * 2 + (label if number == 0 else " " * len(label))) + line)
