"""The practice app: one exercise at a time, checked on every save, with everything else a key away."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from mlprep.activities import help, next_up, practice
from mlprep.activities.session import Session
from mlprep.app.rounds_app import RoundsApp
from mlprep.content.catalogue import Exercise
from mlprep.errors import MlprepError
from mlprep.exit_codes import DONE
from mlprep.learner import state, study_plan
from mlprep.learner.record import Plan
from mlprep.views import frame
from mlprep.views import hints as help_view

if TYPE_CHECKING:
    from mlprep.app.panels import View
    from mlprep.app.reading import ReadingScreen
    from mlprep.app.setup_screen import Answers

FIRST = "softmax"  # the exercise that a new learner begins with


class PracticeApp(RoundsApp):
    """What the keys do. What the first screen does without is imported by the key that needs it."""

    def __init__(
        self, session: Session, first: tuple[Exercise, Path] | None, editor_command: str | None = None
    ) -> None:
        """Without ``first`` the learner is new, and asked a few questions before anything begins."""
        super().__init__(session, first)
        self._editor = editor_command
        self._undo: tuple[Exercise, Path, bool] | None = None  # what was reset last, its code, and whether it ran

    def first_run(self) -> None:
        title = "Practice machine-learning interview coding. Three questions. Press Enter to answer or to skip."
        closing = f"You begin with {FIRST}. Open its file in your editor: every save is checked here."
        self._ask_plan(title, closing, self._begin_first)

    def _begin_first(self) -> None:
        try:
            self.begin_watching(*next_up.take_up(self.session, FIRST))
        except MlprepError as error:
            self._handle_exception(error)
        self.tell()

    # The exercise

    def action_again(self) -> None:
        self.ask_loop(lambda loop: loop.ask())

    def action_hint(self) -> None:
        self.attempt(self._hint)

    def _hint(self) -> None:
        in_interview = self.sitting is not None and self.in_interview()
        hint = self.sitting.hint() if in_interview and self.sitting else help.next_hint(self.session, self.exercise)
        self.practice.show_hint(hint)

    def action_next(self) -> None:
        if self.sitting is not None:
            self.attempt(self._after_round)
        else:
            self.attempt(lambda: self.switch(next_up.begin_next(self.session)))

    def _after_round(self) -> None:
        """On in the interview. A round that does not pass is given up only if that is meant."""
        from mlprep.app.reading import Question

        assert self.sitting is not None
        if not self.in_interview() or self.sitting.question is not None or self.sitting.interview.has_ended:
            self._go_on()
            return

        def answered(yes: bool | None) -> None:
            if yes and self.sitting is not None:
                self.sitting.give_up()
                self._go_on()

        self.push_screen(Question("Give up this round, and go on to its questions?"), answered)

    def action_review(self) -> None:
        self.attempt(lambda: self.switch(practice.review(self.session, next_up.most_pressing(self.session))))

    def action_pause(self) -> None:
        self.session.pause()
        self.practice.tick()

    def action_edit(self) -> None:
        self.attempt(self._edit)

    def _edit(self) -> None:
        from mlprep.activities import editor

        assert self.loop is not None
        chosen = editor.choose(self.loop.path, os.environ, self._editor)
        if chosen.beside:
            editor.run(chosen)
            return
        failed: MlprepError | None = None
        with self.suspend():
            try:
                editor.run(chosen)
            except MlprepError as error:  # the app would not come back if it left the block
                failed = error
        if failed is not None:
            raise failed

    def action_reset(self) -> None:
        self.attempt(self._reset)

    def _reset(self) -> None:
        exercise, ran = self.exercise, self.session.progress.running(self.exercise.id)
        begun = practice.start(self.session, exercise, fresh=True)
        if begun.aside is None:
            self.notify("Your file is the starter code already.", markup=False)
            return
        self._undo = exercise, begun.aside, ran
        self.session.take_notices()
        self.switch(begun)
        self.notify(f"{begun.path.name} is the starter code again. Press z to get your code back.", markup=False)

    def action_undo(self) -> None:
        if self._undo is None:
            self.notify("There is nothing to undo.")
        else:
            self.attempt(self._restore)

    def _restore(self) -> None:
        from mlprep.activities import restoring
        from mlprep.learner import history

        assert self._undo is not None
        exercise, aside, ran = self._undo
        kept = history.of(self.session.workspace, self.session.progress, exercise.id).kept
        number = next((each.number for each in kept if each.path == aside), 0)
        restored = restoring.restore(self.session, exercise, number)
        self._undo = None
        if not ran:  # the reset began a review, and this code was not written in it
            now = self.session.now
            self.session.note(lambda progress: progress.see_solution(exercise.id, now))
        self.notify(f"Your code is back in {restored.path.name}.", markup=False)

    # The solution

    def action_solution(self) -> None:
        self._unless_spoiled(self._show_solution)

    def action_diff(self) -> None:
        self._unless_spoiled(self._show_diff)

    def _unless_spoiled(self, show: Callable[[], None]) -> None:
        """Show the solution, at once or after a question."""

        from mlprep.app.reading import Question

        def answered(yes: bool | None) -> None:
            if yes:
                self.attempt(show)

        if help.spoils(self.session, self.exercise):
            question = f"You have not solved {self.exercise.id}. Show the solution? It is recorded as viewed."
            self.push_screen(Question(question), answered)
        else:
            answered(True)

    def _show_solution(self) -> None:
        found = help.see_reference(self.session, self.exercise)
        title = f"{found.exercise} · {found.title}"
        self.push_screen(self._page(title, lambda console: help_view.show_solution(console, found), same="s"))

    def _show_diff(self) -> None:
        from mlprep.activities import comparison
        from mlprep.views import side_by_side

        assert self.loop is not None
        if self.loop.text is None:
            raise MlprepError(f"There is no code in {self.shown_path}.", "Press s to see the solution alone.")
        found = help.see_reference(self.session, self.exercise)
        rows = comparison.compare(self.loop.text, found.code)
        title = f"{found.exercise} · your code and the {found.title}"
        view = self._page(title, lambda out: side_by_side.show_comparison(out, found.exercise, rows), same="d")
        self.push_screen(view)

    # Everything else

    def action_list(self) -> None:
        from mlprep.app.list_screen import ListScreen

        catalogue, progress = self.session.catalogue, self.session.progress
        starred = {each for each in catalogue.exercises if progress.starred(each)}

        def listed() -> ListScreen:
            framework = self.session.progress.framework
            return ListScreen(catalogue, self._states(), starred, self.exercise.id, framework, self._write_in)

        self._open_fresh(listed, self._start)

    def _write_in(self, framework: str) -> None:
        self.attempt(lambda: self.session.write_in(framework))

    def _start(self, name: str | None) -> None:
        if name and name != self.exercise.id:
            exercise = self.session.catalogue.exercises[name]
            self.attempt(lambda: self.switch(practice.start(self.session, exercise)))

    def action_sheet(self) -> None:
        from mlprep.app.sheet_screen import SheetScreen
        from mlprep.content import sheet

        self._open_fresh(lambda: SheetScreen(sheet.sections(self.session.catalogue), self._states()))

    def action_check_all(self) -> None:
        from mlprep.app.batch_screen import BatchScreen

        self._open_fresh(lambda: BatchScreen(self.session, self._handle_exception))

    def action_progress(self) -> None:
        from mlprep.learner.summary import summarize
        from mlprep.views.progress import show_progress

        facts = summarize(self.session.catalogue, self.session.progress, self.session.now)
        self.push_screen(self._page("Progress", lambda console: show_progress(console, facts), same="g"))

    def action_plan(self) -> None:
        self.session.reread()
        plan = self.session.progress.plan
        if plan is None or plan.until <= date.fromtimestamp(self.session.now):
            self._change_plan("c")
            return
        from mlprep.views.plan import show_plan

        layout = self._layout(plan)
        values = {name: exercise.value for name, exercise in self.session.catalogue.exercises.items()}
        needed = None
        if layout.left_out:
            needed = study_plan.minutes_needed(self.session.catalogue, self.session.progress, plan, self.session.now)
        self.push_screen(
            self._page(
                "Study plan",
                lambda console: show_plan(console, layout, values, needed),
                keys=[("c", "change the day or the minutes")],
                same="p",
            ),
            self._change_plan,
        )

    def action_help(self) -> None:
        self.push_screen(self._page("Keys", frame.show_keys, same="question_mark"))

    def _change_plan(self, key: str | None) -> None:
        if key:
            closing = "The plan follows what you really do. Change it here at any time."
            self._ask_plan("A study plan for the days until your interview.", closing, lambda: None)

    def _ask_plan(self, title: str, closing: str, then: Callable[[], None]) -> None:
        from mlprep.activities import plan_making
        from mlprep.app import setup_screen
        from mlprep.learner import dates

        today = date.fromtimestamp(self.session.now)

        def answered(answers: Answers | None) -> None:
            if answers is not None:
                focus = ", ".join(answers.focus) or "none"
                wishes = plan_making.Wishes(answers.until.isoformat(), answers.minutes, focus)
                self.attempt(lambda: plan_making.make(self.session, wishes))
            then()
            self.tell()
            if self.loop is not None:
                self.practice.show_bar()

        plan = self.session.progress.plan
        known = setup_screen.Answers(plan.until, plan.minutes, plan.focus) if plan is not None else None
        day = partial(dates.interview_day, today=today)
        names = partial(plan_making.names, self.session)
        self.push_screen(setup_screen.SetupScreen(title, closing, day, names, today, self._foresee, known), answered)

    def _foresee(self, answers: Answers) -> str:
        """What a plan would hold."""
        catalogue, plan = self.session.catalogue, self.session.progress.plan
        wished = Plan(answers.until, answers.minutes, date.fromtimestamp(self.session.now), answers.focus)
        layout = self._layout(wished if plan is None else wished._replace(skip=plan.skip, off=plan.off))
        new = {step.exercise for day in layout.days for step in day.steps if step.kind == study_plan.NEW}
        return frame.foreseen(layout, [catalogue.exercises[name].value for name in new], catalogue)

    def _layout(self, plan: Plan) -> study_plan.Layout:
        return study_plan.lay_out(self.session.catalogue, self.session.progress, plan, self.session.now)

    def _states(self) -> Mapping[str, str]:
        catalogue, progress = self.session.catalogue, self.session.progress
        return state.states(catalogue, progress, dict.fromkeys(state.due_now(catalogue, progress, self.session.now)))

    def _page(self, title: str, *views: View, keys: Sequence[tuple[str, str]] = (), same: str) -> ReadingScreen:
        from mlprep.app.reading import ReadingScreen

        return ReadingScreen(title, *views, keys=keys, same=same)

    def _open_fresh(self, make: Callable[[], Screen[Any]], then: Callable[[Any], None] | None = None) -> None:
        """Open a screen on the record as it is now."""
        self.session.reread()
        self.attempt(lambda: self.push_screen(make(), then))


def run(session: Session, first: tuple[Exercise, Path] | None, editor_command: str | None = None) -> int:
    """Open the app, until the user leaves it; the exit code."""
    app = PracticeApp(session, first, editor_command)
    try:
        code = app.run()
    finally:
        app.end()
    if app.fault is not None:
        raise app.fault
    return DONE if code is None else code
