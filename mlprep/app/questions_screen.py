"""Questions, one after the other: a quiz, or what an interviewer asks. Enter answers and goes on."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Input

from mlprep.activities.quiz_questions import Asks, Question
from mlprep.app.box import Box
from mlprep.app.keybar import Key, KeyBar
from mlprep.app.panels import MOVES, Panel, View
from mlprep.errors import MlprepError
from mlprep.views import quiz_lines


class QuestionsScreen(Screen[bool]):
    """Ends with whether the last question was answered; not so where the learner left before."""

    BINDINGS = [  # noqa: RUF012 (as Textual has it)
        Binding("escape", "leave", priority=True),
        *(Binding(key, f"move('{action}')", priority=True) for key, action in MOVES.items()),
    ]

    def __init__(self, asks: Asks, title: Callable[[], str], fault: Callable[[MlprepError], object]) -> None:
        super().__init__()
        self._asks, self._heading, self._fault = asks, title, fault
        self._shown: Question | None = None  # what is answered, until the next one is wanted
        self._grading = False

    def compose(self) -> ComposeResult:
        yield Panel(id="page")
        yield Box(id="filter")
        yield KeyBar([Key("Enter", "answer, go on", "screen.submit"), Key("esc", "leave", "screen.leave")])

    def on_mount(self) -> None:
        self.query_one(Panel).can_focus = False  # typing always goes to the answer
        self.query_one(Input).focus()
        self.set_interval(1.0, self._tick)
        self._next()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        text = event.value.strip()
        event.input.value = ""
        try:
            self._submit(text)
        except MlprepError as error:
            self._fault(error)
            self.dismiss(False)

    def action_submit(self) -> None:
        self._submit("")

    def action_leave(self) -> None:
        self.dismiss(False)

    def action_move(self, action: str) -> None:
        getattr(self.query_one(Panel), f"action_{action}")()

    def _submit(self, text: str) -> None:
        if self._grading:
            self._grade(text)
        elif self._shown is not None:
            self._next()
        else:
            self._answer(text)

    def _next(self) -> None:
        self._shown = None
        question = self._asks.question
        if question is None:
            self.dismiss(True)
            return
        self._show(self._asked(question))
        self._invite(
            "Type here, then press Enter"
            if not question.is_recall
            else "Answer in words, or press Enter to see the answer"
        )

    def _answer(self, text: str) -> None:
        question, length = self._asks.question, self._asks.length
        assert question is not None
        skipped = not text and not question.is_recall
        judgment = self._asks.skip() if skipped else self._asks.answer(text)
        views: list[View] = [lambda console: quiz_lines.show_question(console, question, length, asks=False)]
        if text and question.is_recall:
            views.append(lambda console: console.print(f"  You said: {text}", markup=False))
        views.append(lambda console: quiz_lines.show_judgment(console, judgment, skipped=skipped))
        self._show(*views)
        if judgment.is_unread:
            return
        self._shown, self._views = question, views
        self._grading, self._points = judgment.to_grade, len(judgment.points)
        self._invite("Which points did you have? 1 3, all, none" if self._grading else "Press Enter to go on")

    def _grade(self, text: str) -> None:
        graded = self._asks.grade(text)
        if graded is None:
            self._show(*self._views, lambda console: quiz_lines.show_ungraded(console, self._points))
            return
        self._grading = False
        self._show(*self._views, lambda console: quiz_lines.show_graded(console, graded))
        self._invite("Press Enter to go on")

    def _asked(self, question: Question) -> View:
        length = self._asks.length
        return lambda console: quiz_lines.show_question(console, question, length, asks=False)

    def _show(self, *views: View) -> None:
        self.query_one(Panel).show(*views)
        self._tick()
        if len(views) > 1:  # what is new is at the end
            self.call_after_refresh(lambda: self.query_one(Panel).scroll_end(animate=False))

    def _invite(self, words: str) -> None:
        self.query_one(Input).placeholder = words

    def _tick(self) -> None:
        self.query_one(Panel).border_title = self._heading()
