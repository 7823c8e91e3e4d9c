"""Asking on plain lines: a line from the learner, and one question with all that comes of it."""

from __future__ import annotations

import io
import select
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from mlprep.commands.base import console, say

if TYPE_CHECKING:
    from mlprep.activities.quiz_questions import Asks

_TICK = 10.0  # seconds between signs of life while nobody types
_QUITTING = ("quit", "exit", "q", ":q")


class Quit(Exception):
    """The learner has had enough."""


def take_any_text() -> None:
    """What is no text is no answer, and no fault."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")


def read_line(tick: Callable[[], None] | None = None) -> str:
    """A line from the learner; ``tick`` is called now and then meanwhile. Raises EOFError or Quit."""
    sys.stdout.flush()
    if sys.stdin.isatty() and tick is None:
        line = input("> ")
    else:
        print("> ", end="", flush=True)
        if tick is not None and sys.stdin.isatty() and sys.platform != "win32":
            while not select.select([sys.stdin], [], [], _TICK)[0]:
                tick()
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        if not sys.stdin.isatty():
            say(line.strip())  # as a terminal would show it
    if line.strip().lower() in _QUITTING:
        raise Quit
    return line.strip()


def ask_one(run: Asks, tick: Callable[[], None] | None = None) -> None:
    """The question that is due: the answer, what came of it, and for a card which points were had."""
    from mlprep.views import quiz_lines as view

    out, question = console(), run.question
    assert question is not None
    view.show_question(out, question, run.length)
    while True:
        text = read_line(tick)
        skipped = text.lower() == "skip" or (not text and not question.is_recall)
        judgment = run.skip() if skipped else run.answer(text)
        view.show_judgment(out, judgment, skipped=skipped)
        if not judgment.is_unread:
            break
    while judgment.to_grade:
        graded = run.grade(read_line(tick))
        if graded is not None:
            view.show_graded(out, graded)
            return
        view.show_ungraded(out, len(judgment.points))
