"""Watch mode at a terminal: the verdict on the whole screen, and everything else a key away."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from mlprep.activities import help, practice
from mlprep.activities.session import Session
from mlprep.app import keys
from mlprep.app.loop import Watch
from mlprep.app.screen import Ready, Terminal, painted
from mlprep.content.catalogue import Exercise
from mlprep.content.statement import starter, statement
from mlprep.errors import MlprepError
from mlprep.learner import state
from mlprep.learner.record import IDLE
from mlprep.views import hints as help_view
from mlprep.views import lists, verdict
from mlprep.views.watch import Body, Situation, body_lines, body_room, frame, show_nothing, show_problem

if TYPE_CHECKING:
    from mlprep.grading.contracts import Report

_PATIENT = 0.15  # seconds of a check before it is worth a word
_CLOCK = 20.0  # seconds between looks at the clock


class Screen(Watch):
    """The screen and its keys."""

    def __init__(self, session: Session, exercise: Exercise, path: Path, terminal: Terminal, *, poll: bool) -> None:
        self._verdict: Body = show_nothing
        self._panel: Body | None = None
        self._staying = False  # whether the panel outlasts a verdict that says nothing new
        self._uncover = False  # whether the next verdict takes the panel away: not if it was opened after the save
        self._word = ""  # the verdict, for when a panel covers it
        self._question: tuple[str, Callable[[], None]] | None = None
        self._notices: list[str] = []
        self._scroll = 0
        self._shown: list[str] = []
        self._cached: tuple[Body, int, list[str]] | None = None
        self._actions: dict[str, Callable[[], None]] = {
            "h": self._hint, "n": self._next, "l": self._list, "s": self._solution, "t": self._task,
            "r": self._again, "q": self._quit, keys.ESCAPE: self._back, "v": self._back,
        }  # fmt: skip
        super().__init__(session, exercise, path, terminal, poll=poll)

    def begin(self) -> None:
        stub = starter(self.session.catalogue, self.exercise)
        if practice.is_untouched(self.path, stub):
            self._task()

    def ask(self) -> None:
        self._uncover = True
        super().ask()

    def show_report(self, report: Report, seconds: float | None) -> None:
        self._verdict = lambda console: verdict.show_verdict(console, report, seconds, by_keys=True)
        self._word = verdict.in_a_word(report)
        if self._uncover and not (self._staying and report["outcome"] == "unfinished"):
            self._back()

    def show_problem(self, problem: MlprepError) -> None:
        self._verdict = lambda console: show_problem(console, problem.message, problem.next_step)
        self._word = "no verdict"
        if self._uncover:
            self._back()

    def pressed(self, key: str) -> None:
        self._notices.clear()
        if self._question is not None:
            action, self._question = self._question[1], None
            if key.lower() == "y":
                self._try(action)
            return
        if key in self._moves():
            self._scroll = self._moves()[key]
        action_of_key = self._actions.get(key.lower())
        if action_of_key is not None:
            self._try(action_of_key)
        self.session.sign_of_life()

    def next_refresh(self) -> float | None:
        if not self.referee.busy:
            return _CLOCK
        taken = time.monotonic() - self.referee.since
        return _PATIENT - taken if taken < _PATIENT else 1.0 - (taken - _PATIENT) % 1.0

    def refresh(self) -> None:
        columns, rows = self.terminal.size()
        self._notices += self.session.take_greeting() + self.session.take_notices()
        situation = self._situation(rows)
        width = columns - 1  # see `painted`
        body = self._lines(width)
        self._scroll = max(0, min(self._scroll, len(body) - body_room(situation, rows)))
        lines = frame(situation, body, width, rows, self._scroll)
        if lines != self._shown:
            self._shown = lines
            self.terminal.write(painted(lines))

    def _turn(self, ready: Ready) -> None:
        if ready.repaint:
            self._shown = []
        super()._turn(ready)

    def _situation(self, rows: int) -> Situation:
        state = self._word if self._panel else ""
        if self.referee.busy:
            taken = time.monotonic() - self.referee.since
            if taken >= _PATIENT:
                state = f"checking, {taken:.0f} s" if taken >= 1 else "checking"
        question = self._question[0] if self._question else None
        notices = self._notices[-max(rows // 4, 1) :]
        return Situation(self.exercise, state, self._clock(), notices, question, self._panel is not None)

    def _clock(self) -> str:
        progress, now = self.session.progress, self.session.now
        if not progress.running(self.exercise.id):
            return "solved" if progress.solved(self.exercise.id) else ""
        paused = now - progress.touched(self.exercise.id) > IDLE
        return f"{progress.seconds(self.exercise.id, now) // 60:.0f} min" + (" (paused)" if paused else "")

    def _lines(self, width: int) -> list[str]:
        body = self._panel or self._verdict
        if self._cached is None or self._cached[0] is not body or self._cached[1] != width:
            self._cached = body, width, body_lines(body, width)
        return self._cached[2]

    def _moves(self) -> dict[str, int]:
        page = max(self.terminal.size()[1] - 5, 1)
        return {
            keys.UP: self._scroll - 1, "k": self._scroll - 1, keys.DOWN: self._scroll + 1, "j": self._scroll + 1,
            keys.PAGE_UP: self._scroll - page, "b": self._scroll - page,
            keys.PAGE_DOWN: self._scroll + page, " ": self._scroll + page,
            keys.HOME: 0, keys.END: 1 << 30,
        }  # fmt: skip

    # What the keys do

    def _try(self, action: Callable[[], None]) -> None:
        try:
            action()
        except MlprepError as error:
            self._notices.append(f"{error.message} {error.next_step}")

    def _show(self, panel: Body, *, staying: bool = False) -> None:
        self._panel, self._staying, self._scroll, self._uncover = panel, staying, 0, False

    def _back(self) -> None:
        self._panel, self._staying, self._scroll = None, False, 0

    def _ask(self, question: str, action: Callable[[], None]) -> None:
        self._question = question, action

    def _hint(self) -> None:
        hints = help.next_hint(self.session, self.exercise)
        self._show(lambda console: help_view.show_hints(console, hints, by_keys=True))

    def _solution(self) -> None:
        if help.spoils(self.session, self.exercise):
            self._ask("Not solved yet. Show the solution? It will count as seen.", self._show_solution)
        else:
            self._show_solution()

    def _show_solution(self) -> None:
        found = help.see_reference(self.session, self.exercise)
        self._show(lambda console: help_view.show_solution(console, found))

    def _task(self) -> None:
        text, exercise = statement(self.session.catalogue, self.exercise), self.exercise
        self._show(lambda console: lists.show_statement(console, exercise, text), staying=True)

    def _list(self) -> None:
        catalogue, progress = self.session.catalogue, self.session.progress
        due = dict.fromkeys(state.due_now(catalogue, progress, self.session.now))
        states = state.states(catalogue, progress, due)
        chosen = [(topic, topic.exercises) for topic in catalogue.topics]
        self._show(lambda console: lists.show_list(console, chosen, states))

    def _next(self) -> None:
        if help.spoils(self.session, self.exercise):
            self._ask("Not solved yet. Go on to the next one?", self._begin_next)
        else:
            self._begin_next()

    def _begin_next(self) -> None:
        begun = practice.begin_next(self.session)
        self._verdict, self._word = show_nothing, ""
        self.follow(begun.exercise, begun.path)
        if begun.written:
            self._task()
        else:
            self._back()

    def _again(self) -> None:
        self._back()
        self.ask()

    def _quit(self) -> None:
        self.ended = 0
