"""The keys for what interviews ask besides code: a quiz, debugging, writing tests, a whole mock interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlprep.app.watching_app import WatchingApp
from mlprep.errors import MlprepError

if TYPE_CHECKING:
    from textual.timer import Timer

    from mlprep.activities.interview import Sitting
    from mlprep.activities.quiz import Quiz
    from mlprep.grading.contracts import Report

_TICK = 5.0  # seconds between signs of life of an interview


class RoundsApp(WatchingApp):
    """Holds the interview while there is one. What a key needs is imported by the key."""

    sitting: Sitting | None = None
    _timer: Timer | None = None
    _last: tuple[str, str | None] | None = None  # what the last check of a round said, for the interview

    # Rounds of the exercise

    def action_debug(self) -> None:
        from mlprep.activities import debugging

        self.attempt(lambda: self.switch(debugging.begin(self.session, self.exercise.base)))

    def action_tests(self) -> None:
        from mlprep.activities import test_writing

        self.attempt(lambda: self.switch(test_writing.start(self.session, self.exercise)))

    # A quiz

    def action_quiz(self) -> None:
        self.attempt(self._quiz)

    def _quiz(self) -> None:
        from mlprep.activities.quiz import Quiz
        from mlprep.activities.quiz_plan import Wanted
        from mlprep.app.questions_screen import QuestionsScreen

        quiz = Quiz(self.session, Wanted())
        self.push_screen(QuestionsScreen(quiz, lambda: "Quiz", self._tell), lambda _: self._end_quiz(quiz))

    def _end_quiz(self, quiz: Quiz) -> None:
        from mlprep.app.reading import ReadingScreen
        from mlprep.views import quiz_lines

        quiz.close()
        summary = quiz.summary()
        if summary.asked:
            self.push_screen(
                ReadingScreen("Quiz", lambda console: quiz_lines.show_summary(console, summary, "press k for the next"))
            )
        self.tell()
        self.practice.show_bar()

    # An interview

    def action_interview(self) -> None:
        self.attempt(self._interview)

    def _interview(self) -> None:
        from mlprep.activities import interview
        from mlprep.app.reading import Question
        from mlprep.learner.plan_days import interview_minutes
        from mlprep.views.text import clock, minutes

        if self.sitting is not None:
            self._go_on()
            return
        left = interview.pick_up(self.session)
        if left is not None:
            self.sitting, away = left
            said = f"You were away for {minutes(away)}. The clock did not run: {clock(self.sitting.remaining)} left."
            self.notify(said, markup=False)
            self._keep_time()
            self._go_on()
            return
        plan = self.session.progress.plan
        length = interview_minutes(plan.minutes if plan is not None else None)
        question = (
            f"Take a mock interview of {length} minutes? It has a warm-up, then rounds, each with questions after it."
        )

        def answered(yes: bool | None) -> None:
            if yes:
                self.attempt(lambda: self._begin_interview(length))

        self.push_screen(Question(question), answered)

    def _begin_interview(self, length: int) -> None:
        import os

        from mlprep.activities import interview
        from mlprep.activities.interview_parts import Wishes

        self.sitting = interview.begin(self.session, Wishes(length), int.from_bytes(os.urandom(3), "big"))
        self._keep_time()
        self._go_on()

    def _keep_time(self) -> None:
        """Save the interview's clock now and then, and end the interview when its time is up."""
        self._timer = self.set_interval(_TICK, self._tick_interview)

    def _tick_interview(self) -> None:
        if self.sitting is None:
            return
        self.sitting.tick()
        if self.sitting.remaining <= 0 and self.screen is self.practice:
            self.attempt(self._go_on)

    def note(self) -> str:
        from mlprep.views.text import clock

        return "" if self.sitting is None else f"interview, {clock(self.sitting.remaining)} left"

    def _go_on(self) -> None:
        """To what the interview asks now: a question, a round, or its report."""
        from mlprep.app.questions_screen import QuestionsScreen

        sitting = self.sitting
        assert sitting is not None
        if not sitting.interview.has_ended and sitting.remaining <= 0:
            self.notify("Time is up.")
            sitting.end()
        if sitting.interview.has_ended:
            self._report()
            return
        if sitting.question is None:
            begun = sitting.open_part()
            if begun is not None:
                self._last = None
                self.switch(begun)
                return
            if sitting.question is None:  # the part had no questions, and the next one is due
                self._go_on()
                return
        self.push_screen(QuestionsScreen(sitting, self._interview_heading, self._tell), self._asked)

    def _asked(self, to_the_end: bool | None) -> None:
        if to_the_end:
            self.attempt(self._go_on)
        else:
            self._leave_interview()
            self.notify("Your interview waits. Press i to go on.")

    def _report(self) -> None:
        from mlprep.activities.interview_report import report
        from mlprep.app.reading import ReadingScreen
        from mlprep.learner import interviews
        from mlprep.views import mock_interview

        self._leave_interview()
        facts = report(self.session.catalogue, interviews.every(self.session.workspace), 1)
        self.push_screen(ReadingScreen("Interview", lambda console: mock_interview.show_report(console, facts)))

    def _leave_interview(self) -> None:
        if self.sitting is not None:
            sitting, self.sitting = self.sitting, None
            if self._timer is not None:
                self._timer.stop()
            self.attempt(sitting.close)

    def _interview_heading(self) -> str:
        return (self.note() or "interview").capitalize()

    def in_interview(self) -> bool:
        """Whether the exercise on the screen is a round of the interview."""
        return self.sitting is not None and self.sitting.exercise == self.exercise

    def take_for_interview(self, report: Report) -> None:
        """Note the verdict on a round of the interview: a save that changes nothing is not another try."""
        said = report["outcome"], report["mistake"]
        if self.sitting is not None and self.in_interview() and (said != self._last or report["outcome"] == "passed"):
            self._last = said
            self.sitting.take(report)

    def end(self) -> None:
        self._leave_interview()
        super().end()

    def _tell(self, error: MlprepError) -> None:
        self.notify(f"{error.message} {error.next_step}", severity="warning", markup=False)
