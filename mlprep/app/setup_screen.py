"""The questions of the first run and of a study plan: when the interview is, how many minutes a day, which topics."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Input, Label, Static

from mlprep.activities.plan_making import LEAST, MOST, USUAL
from mlprep.app.box import Box
from mlprep.app.keybar import Key, KeyBar
from mlprep.errors import MlprepError
from mlprep.phrases import counted
from mlprep.views.plan import long_date


class Answers(NamedTuple):
    """What was said: the day of the interview, the minutes a day, and the topics to focus on."""

    until: date
    minutes: int
    focus: tuple[str, ...] = ()


Foresee = Callable[[Answers], str]  # what a plan of these would hold, in a sentence


class SetupScreen(Screen[Answers | None]):
    """Ends with the answers, or None if there is no date."""

    BINDINGS = [Binding("escape", "skip", priority=True)]  # noqa: RUF012 (as Textual has it)

    def __init__(
        self,
        title: str,
        closing: str,
        day: Callable[[str], date],
        names: Callable[[str], tuple[str, ...]],
        today: date,
        foresee: Foresee,
        known: Answers | None = None,
    ) -> None:
        """``day`` reads a date and ``names`` topics, or raise MlprepError; ``known`` is what was said before."""
        super().__init__()
        self._known = known
        self._heading, self._last_line = title, closing
        self._day, self._names, self._today, self._foresee = day, names, today, foresee

    def compose(self) -> ComposeResult:
        with Vertical(id="setup"):
            yield Static(self._heading, id="title", markup=False)
            with Horizontal(classes="asked"):
                yield Label("When is your interview?")
                yield Box(placeholder="Dec 24, 12/24, 4 weeks", id="until", compact=True)
            yield Static(id="until-told", classes="told", markup=False)
            with Horizontal(classes="asked"):
                yield Label("How many minutes a day?")
                yield Box(placeholder=str(USUAL), id="minutes", restrict=r"[0-9]*", max_length=3, compact=True)
            yield Static(id="minutes-told", classes="told", markup=False)
            with Horizontal(classes="asked"):
                yield Label("What will they ask?")
                yield Box(placeholder="everything, or topics: transformers, llm", id="focus", compact=True)
            yield Static(id="focus-told", classes="told", markup=False)
            yield Static(id="foreseen", markup=False)
            yield Static(self._last_line, markup=False)
        yield KeyBar([Key("Enter", "go on", "screen.next"), Key("esc", "skip", "screen.skip")])

    def on_mount(self) -> None:
        if self._known is not None:
            self.query_one("#until", Input).value = self._known.until.isoformat()
            self.query_one("#minutes", Input).value = str(self._known.minutes)
            self.query_one("#focus", Input).value = ", ".join(self._known.focus)
        self.query_one("#until").focus()

    def on_input_changed(self) -> None:
        """Say how what was typed is understood."""
        until, minutes, focus = self._until(), self._minutes(), self._focus()
        told = "" if until is None else _in_words(until, self._today)
        self.query_one("#until-told", Static).update(told)
        self.query_one("#minutes-told", Static).update(minutes if isinstance(minutes, str) else "")
        self.query_one("#focus-told", Static).update(focus if isinstance(focus, str) else "")
        answers = self._answers()
        self.query_one("#foreseen", Static).update("" if answers is None else self._foresee(answers))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.action_next()

    def action_next(self) -> None:
        """The next question; after the last, the answers. What is not understood is asked again."""
        said = {"until": self._until(), "minutes": self._minutes(), "focus": self._focus()}
        for name, answer in said.items():
            box = self.query_one(f"#{name}")
            if isinstance(answer, str):
                box.focus()
                return
            if box.has_focus and name != "focus":
                self.focus_next()
                return
        self.dismiss(self._answers())

    def action_skip(self) -> None:
        self.dismiss(None)

    def _until(self) -> date | str | None:
        """The day; None if none was given; or why it is none."""
        typed = self.query_one("#until", Input).value
        if not typed.strip():
            return None
        try:
            return self._day(typed)
        except MlprepError as error:
            return f"{error.message} {error.next_step}"

    def _answers(self) -> Answers | None:
        until, minutes, focus = self._until(), self._minutes(), self._focus()
        if isinstance(until, date) and isinstance(minutes, int) and isinstance(focus, tuple):
            return Answers(until, minutes, focus)
        return None

    def _focus(self) -> tuple[str, ...] | str:
        try:
            return self._names(self.query_one("#focus", Input).value)
        except MlprepError as error:
            return error.message

    def _minutes(self) -> int | str:
        typed = self.query_one("#minutes", Input).value
        minutes = int(typed) if typed else USUAL
        return minutes if LEAST <= minutes <= MOST else f"From {LEAST} to {MOST} minutes."


def _in_words(until: date | str, today: date) -> str:
    if isinstance(until, str):
        return until
    days = (until - today).days
    return f"{long_date(until)}, in {counted(days, 'day')}."
