"""What the practice app does without a key pressed: it watches one file, shows each verdict, and records it."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.binding import Binding
from textual.driver import Driver
from textual.screen import Screen

from mlprep.activities import practice
from mlprep.activities.save_loop import SaveLoop
from mlprep.activities.session import Session
from mlprep.app.by_keys import by_keys
from mlprep.app.driving import Drive
from mlprep.app.practice_screen import PracticeScreen
from mlprep.app.terminal_output import lasting
from mlprep.content.catalogue import Exercise
from mlprep.content.statement import statement
from mlprep.errors import MlprepError
from mlprep.exit_codes import DONE, INTERRUPTED
from mlprep.learner import study_plan
from mlprep.views.text import safe

if TYPE_CHECKING:
    from mlprep.activities.reward import Reward
    from mlprep.grading.contracts import Report, Request

_LOOKS_ELSEWHERE = 1.0  # seconds between looks at what other terminals have started
_ENDINGS = ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT")


class WatchingApp(App[int]):
    """Holds the session and the save loop; the screens ask it. `PracticeApp` adds what the keys do."""

    CSS_PATH = "practice.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [  # noqa: RUF012 (as Textual has it)
        Binding("ctrl+c", "interrupt", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", show=False, priority=True),
    ]

    def __init__(self, session: Session, first: tuple[Exercise, Path] | None) -> None:
        super().__init__(ansi_color=True)
        self.theme = "ansi-dark"  # the terminal's own colors, whether it is light or dark
        self.session = session
        self.fault: Exception | None = None
        self._first = first
        self._starter = ""
        self.loop: SaveLoop | None = None
        self._drive: Drive[SaveLoop] | None = None
        self._recorded: str | None = None  # the exercise that the record names as the current one, as far as we know

    def get_driver_class(self) -> type[Driver]:
        return lasting(super().get_driver_class())

    def get_default_screen(self) -> Screen[Any]:
        self.practice = PracticeScreen(self)
        return self.practice

    def begin(self) -> None:
        """The practice screen is there."""
        running = asyncio.get_running_loop()
        if sys.platform != "win32":
            for name in _ENDINGS:
                number = getattr(signal, name)
                running.add_signal_handler(number, self.exit, 128 + number)
        if self._first is None:
            self.first_run()
        else:
            self.begin_watching(*self._first)
        self.call_after_refresh(self._settle)

    def first_run(self) -> None:
        """What comes before the first exercise."""

    def begin_watching(self, exercise: Exercise, path: Path) -> None:
        """Begin to watch."""
        self.loop = SaveLoop(self.session, self, exercise, path)
        self._drive = Drive(self.loop, self._handle_exception)
        self._open(exercise)
        self._drive.start()
        self.practice.set_interval(1.0, self.practice.tick)
        self.practice.set_interval(_LOOKS_ELSEWHERE, self._follow_record)

    def _follow_record(self) -> None:
        """Open what another mlprep has started, such as `mlprep start` in a second terminal."""
        self.session.reread()
        current = self.session.progress.current
        if current in (self._recorded, self.exercise.id, None):
            return
        try:
            exercise = self.session.catalogue.find(current)
            begun = practice.Begun(exercise, self.session.workspace.answer(exercise.id), False, None)
            self.switch(begun)
        except MlprepError:  # it is from another version of mlprep
            return
        self.notify(f"{exercise.id} was started in another terminal, so it is open here now.", markup=False)

    def _settle(self) -> None:
        """What the first screen did not wait for."""
        self.practice.show_bar()
        self.tell()
        gc.freeze()
        gc.enable()  # `launch` turned it off, for commands that end soon

    def end(self) -> None:
        """Record what was shown, and leave no process behind. Called once the terminal is given back."""
        if self._drive is not None:
            self._drive.close()

    # What the screens ask

    @property
    def exercise(self) -> Exercise:
        assert self.loop is not None
        return self.loop.exercise

    @property
    def shown_path(self) -> str:
        """The file, as short as a person writes it."""
        assert self.loop is not None
        path, home = self.loop.path, Path.home()
        return safe(f"~/{path.relative_to(home)}" if path.is_relative_to(home) else path)

    def now(self) -> float:
        """The time of day."""
        return self.session.now

    def seconds(self) -> float | None:
        """The time on the clock; None where none has run."""
        progress, exercise = self.session.progress, self.exercise.id
        seconds = progress.seconds(exercise, self.session.now)
        return seconds if progress.running(exercise) or seconds else None

    def paused(self) -> bool:
        """Whether the learner paused the clock."""
        return self.session.progress.paused(self.exercise.id)

    def note(self) -> str:
        """What the head says beside the clock."""
        return ""

    def checking_since(self) -> float | None:
        """How long the present check takes by now."""
        referee = self.loop.referee if self.loop else None
        return time.monotonic() - referee.since if referee and referee.busy else None

    def facts(self) -> Mapping[str, Any]:
        """What the bar shows."""
        catalogue, progress, now = self.session.catalogue, self.session.progress, self.session.now
        solved = sum(progress.solved(each) for each in catalogue.exercises)
        share = study_plan.today(catalogue, progress, now)
        return {"solved": solved, "total": len(catalogue.exercises), "share": share}

    # What the save loop tells

    def show_report(self, report: Report, request: Request) -> None:
        assert self.loop is not None
        untouched = report["outcome"] == "unfinished" and self.loop.text == self._starter
        self.practice.show_report(report, untouched=untouched)
        self.take_for_interview(report)
        self.call_after_refresh(self._record)

    def show_reward(self, report: Report, reward: Reward) -> None:
        if reward.exercise == self.exercise.id:
            self.practice.show_reward(report, reward)

    def show_problem(self, problem: MlprepError) -> None:
        self.practice.show_problem(problem)

    def _record(self) -> None:
        if self._drive is not None:
            with self._drive.paused() as loop:
                loop.record()
        self.tell()
        self.practice.show_bar()
        self.practice.tick()

    def take_for_interview(self, report: Report) -> None:
        """The interview hears of every verdict, if there is one."""

    # What the actions of the keys are made of

    def action_interrupt(self) -> None:
        self.exit(INTERRUPTED)

    async def action_quit(self) -> None:
        self.exit(DONE)

    def switch(self, begun: practice.Begun) -> None:
        """Go on with that exercise."""
        self.ask_loop(lambda loop: loop.follow(begun.exercise, begun.path))
        self._open(begun.exercise)

    def _open(self, exercise: Exercise) -> None:
        self._recorded = self.session.progress.current
        self._starter = self.session.starter(exercise)
        self.practice.show_exercise(
            exercise, statement(self.session.catalogue, exercise, self.session.framework(exercise))
        )

    def ask_loop(self, action: Callable[[SaveLoop], None]) -> None:
        """Have the loop do that between its turns."""
        assert self._drive is not None
        with self._drive.paused() as loop:
            action(loop)

    def attempt(self, action: Callable[[], object]) -> None:
        """Do it; an error of the user's is a message, and nothing else happens."""
        try:
            action()
        except MlprepError as error:
            self.notify(by_keys(f"{error.message} {error.next_step}"), severity="warning", markup=False)
        self.session.sign_of_life()
        self.tell()

    def tell(self) -> None:
        """Say what happened to the record or the files."""
        for notice in self.session.take_greeting() + self.session.take_notices():
            self.notify(by_keys(safe(notice)), timeout=10, markup=False)

    def _handle_exception(self, error: Exception) -> None:
        """A fault of ours ends the app; the command line tells of it once the terminal is given back."""
        self.fault = self.fault or error
        if self.is_headless:
            super()._handle_exception(error)
        self._close_messages_no_wait()
