"""The screen to practice at: the statement on one side, the verdict on the other."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.screen import Screen
from textual.widgets import Static

from mlprep.activities.help import Hints
from mlprep.app.keybar import Key, KeyBar
from mlprep.app.panels import Panel, View
from mlprep.content.catalogue import Exercise
from mlprep.errors import MlprepError
from mlprep.views import frame, passed, verdict
from mlprep.views import hints as help_view
from mlprep.views.text import safe

if TYPE_CHECKING:
    from mlprep.activities.reward import Reward
    from mlprep.grading.contracts import Report

KEYS = (
    Key("n", "next", "app.next"),
    Key("h", "hint", "app.hint"),
    Key("e", "edit", "app.edit"),
    Key("s", "solution", "app.solution", 1),
    Key("d", "diff", "app.diff", 3),
    Key("x", "reset", "app.reset", 4),
    Key("t", "statement", "statement", 3),
    Key("l", "list", "app.list", 1),
    Key("/", "sheet", "app.sheet", 4),
    Key("p", "plan", "app.plan", 2),
    Key("u", "review", "app.review", 5),
    Key("b", "debug", "app.debug", 6),
    Key("a", "tests", "app.tests", 7),
    Key("k", "quiz", "app.quiz", 5),
    Key("i", "interview", "app.interview", 3),
    Key("?", "help", "app.help"),
    Key("q", "quit", "app.quit"),
)
_MORE = {
    "r": "app.again", "c": "app.check_all", "g": "app.progress", "w": "app.pause", "z": "app.undo", "enter": "answer",
}  # fmt: skip
_NAMES = {"/": "slash", "?": "question_mark"}  # as Textual calls these keys
_NOTICEABLE = 0.3  # seconds of a check before a word is said of it


class Host(Protocol):
    """What the screen asks of the app."""

    @property
    def shown_path(self) -> str: ...

    def begin(self) -> None: ...

    def now(self) -> float: ...

    def seconds(self) -> float | None: ...

    def paused(self) -> bool: ...

    def checking_since(self) -> float | None: ...

    def note(self) -> str: ...

    def facts(self) -> Mapping[str, Any]: ...


class PracticeScreen(Screen[None]):
    """Shows one exercise: what it asks, what the last check found, the clock."""

    BINDINGS = [  # noqa: RUF012 (as Textual has it)
        *(Binding(_NAMES.get(key.key, key.key), key.action) for key in KEYS),
        *(Binding(key, action) for key, action in _MORE.items()),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]  # noqa: RUF012

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._verdict: list[View] = []
        self._hint: View | None = None
        self._checks = 0
        self._passed = False
        self._reward: tuple[Report, Reward] | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="head", markup=False)
        with Container(id="body"):
            yield Panel(id="check")
            yield Panel(id="statement")
        yield Static(id="bar", markup=False)
        yield KeyBar(KEYS, id="keys")

    def on_mount(self) -> None:
        self.query_one("#check").focus()
        self._host.begin()

    def action_statement(self) -> None:
        """To the statement and back: where both do not fit beside each other, it takes the whole body."""
        body, statement, check = self.query_one("#body"), self.query_one("#statement"), self.query_one("#check")
        body.toggle_class("-reading")
        (statement if body.has_class("-reading") else check).focus()

    # What the app tells

    def show_exercise(self, exercise: Exercise, statement: str) -> None:
        """Another exercise: its statement, and no verdict yet."""
        self._exercise = exercise
        self._verdict, self._hint, self._checks, self._passed = [], None, 0, False
        title, _, rest = statement.strip().partition("\n")
        panel = self.query_one("#statement", Panel)
        panel.border_title = safe(f"{title} · {exercise.level} · {exercise.minutes} min")
        panel.show(lambda console: frame.show_statement(console, rest.strip("\n")))
        self.query_one("#check", Panel).border_title = "Check"
        self._redraw()
        self.tick()

    def show_report(self, report: Report, *, untouched: bool) -> None:
        """A verdict. Who is reading the statement where there is no room for both sees the verdict now."""
        if self.query_one("#body").has_class("-reading"):
            self.action_statement()
        self._checks += 1
        self._passed = report["outcome"] == "passed"
        if self._passed:
            self._hint = None
        if untouched:
            path = self._host.shown_path
            self._verdict = [lambda console: frame.show_untouched(console, path)]
        else:
            self._verdict = [lambda console: verdict.show_verdict(console, report, by_keys=True)]
        panel = self.query_one("#check", Panel)
        panel.border_title = (
            "Check"
            if untouched
            else f"Check {self._checks} · {time.strftime('%H:%M:%S', time.localtime(self._host.now()))}"
        )
        self._redraw()

    def show_reward(self, report: Report, reward: Reward) -> None:
        """What there is to say about the pass that is shown."""
        self._reward = report, reward
        self._show_reward(answer=False)

    def action_answer(self) -> None:
        """What to answer to the interviewer's question."""
        if self._passed and self._reward is not None:
            self._show_reward(answer=True)

    def _show_reward(self, *, answer: bool) -> None:
        if self._reward is None or not self._passed:
            return
        report, reward = self._reward
        in_interview = bool(self._host.note())
        self._verdict = [
            lambda console: passed.show_pass(console, report, reward, answer=answer, in_interview=in_interview)
        ]
        self._redraw()

    def show_problem(self, problem: MlprepError) -> None:
        """Why there is no verdict."""
        self._passed = False
        self._verdict = [lambda console: frame.show_problem(console, problem.message, problem.next_step)]
        self.query_one("#check", Panel).border_title = "Check"
        self._redraw()

    def show_hint(self, hints: Hints) -> None:
        """A hint, above the verdict until the next one comes."""
        self._hint = lambda console: help_view.show_hints(console, hints, by_keys=True)
        self.query_one("#check", Panel).show(self._hint, *self._verdict)

    def show_bar(self) -> None:
        """How many exercises are solved, and what is left today."""
        self.query_one("#bar", Static).update(frame.Bar(self._host.facts()))

    def tick(self) -> None:
        """The clock."""
        if not hasattr(self, "_exercise"):
            return
        since = self._host.checking_since()
        state = "paused" if self._host.paused() else self._host.note()
        if since is not None and since >= _NOTICEABLE:
            state = f"checking, {int(since)} s" if since >= 1 else "checking"
        head = frame.Head(self._exercise, self._host.seconds(), state, self._host.shown_path)
        self.query_one("#head", Static).update(head)

    def _redraw(self) -> None:
        below = [self._hint] if self._hint is not None else []
        panel = self.query_one("#check", Panel)
        panel.show(*self._verdict, *below)
        self.query_one(KeyBar).show(KEYS, first="n" if self._passed else None)
