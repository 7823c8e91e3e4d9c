"""A mock interview as it goes: the part in progress, what is asked and answered in it, and what is kept of that.

It reads and prints nothing itself. Everything is saved as it happens, so that a closed terminal loses nothing.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, suppress
from random import Random
from typing import TYPE_CHECKING, Any

from mlprep.activities import debugging, help, interview_parts, practice, test_writing
from mlprep.activities.engine_faults import said_of
from mlprep.activities.interview_parts import Wishes
from mlprep.activities.quiz import Quiz
from mlprep.activities.quiz_plan import Wanted
from mlprep.activities.quiz_questions import Graded, Judgment, Question, read_points
from mlprep.content.catalogue import DEBUG, SOLVE, TESTS, Exercise, round_of
from mlprep.content.quiz_cards import card_ids
from mlprep.errors import NothingToDo
from mlprep.grading.client import Engine, EngineDied
from mlprep.learner import interviews
from mlprep.learner.interviews import ASKING, DONE, GIVEN_UP, OPEN, PASSED, QUIZ, Interview

if TYPE_CHECKING:
    from mlprep.activities.help import Hints
    from mlprep.activities.practice import Begun
    from mlprep.activities.session import Session
    from mlprep.grading.contracts import Report

_FEWEST = 3  # questions of a warm-up, which has one for each of its minutes
_FOLLOW_UPS = {SOLVE: 2, DEBUG: 1, TESTS: 1}
_LATELY = 2  # interviews whose exercises are not asked for again so soon


def begin(session: Session, wishes: Wishes, seed: int) -> Sitting:
    """Begin an interview. Raises MlprepError if nothing fits the wishes."""
    session.create_workspace()
    earlier = interviews.every(session.workspace)
    lately = {part["exercise"] for each in earlier[-_LATELY:] for part in each.parts}
    parts = interview_parts.parts(session.catalogue, session.progress, wishes, seed, lately)
    made = Interview.planned(session.workspace.interviews_dir, wishes.minutes, seed, parts, session.now)
    made.data["topic"] = wishes.topic
    made.save()
    return Sitting(session, made)


def pick_up(session: Session) -> tuple[Sitting, float] | None:
    """Go on with the interview that was left, and how many seconds ago that was; None if there is none."""
    left = interviews.unfinished(session.workspace)
    if left is None:
        return None
    away = left.pick_up(session.now)
    left.save()
    return Sitting(session, left), away


class Sitting(AbstractContextManager["Sitting"]):
    """An interview that is open here. Call ``open_part``, then do what its part asks, until ``interview.has_ended``."""

    def __init__(self, session: Session, interview: Interview) -> None:
        self.session, self.interview = session, interview
        self.quiz: Quiz | None = None  # what is being asked: the warm-up, or the questions after a round
        self._engine: Engine | None = None

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Save it with the time up to now, and leave no process behind."""
        try:
            if not self.interview.has_ended:
                self._save()
        finally:
            self._close_quiz()
            self._close_engine()

    @property
    def remaining(self) -> float:
        """Seconds left on the clock; negative beyond it."""
        return self.interview.remaining(self.session.now)

    def tick(self) -> None:
        """Save how far the clock is, should the terminal vanish."""
        if not self.interview.has_ended:
            self._save()

    @property
    def exercise(self) -> Exercise | None:
        """The exercise, or the round of one, of the part in progress."""
        part = self.interview.part
        return self._exercise(part) if part and part["kind"] != QUIZ else None

    def open_part(self) -> Begun | None:
        """Open the part in progress: write the file of a round, or make the questions.

        Returns what was begun where there is a round to work on.
        """
        part = self.interview.part
        if part is None:
            return None
        if part["kind"] == QUIZ:
            self._open_quiz(part)
            return None
        if part["state"] == ASKING:
            self._ask_on(part)
            return None
        exercise = self._exercise(part)
        if part["state"] == OPEN:
            return practice.Begun(exercise, self.session.workspace.answer(exercise.id), False, None)
        begun = self._begin(part)
        part["state"] = OPEN
        self._save()
        return begun

    # A round

    def check(self) -> Report:
        """Check the file of the round in progress. A pass goes on to the questions after it."""
        part, exercise = self.interview.part, self.exercise
        assert part is not None
        assert exercise is not None
        request = self.session.request(exercise, self.session.workspace.answer(exercise.id), None)
        try:
            self._engine = self._engine or Engine()
            report: Report = self._engine.ask(request)
        except EngineDied as error:
            self._close_engine()
            raise said_of(error) from None
        self.session.record(exercise, request, report)
        self.take(report)
        return report

    def take(self, report: Report) -> None:
        """Note the verdict on the round in progress."""
        part = self.interview.part
        assert part is not None
        if report["outcome"] in ("unfinished", "grader_error"):
            self._save()
            return
        part["tries"] += 1
        told = [report["mistake"] or "", report["diagnosis"]]
        if report["diagnosis"] and told not in part["mistakes"]:
            part["mistakes"].append(told)
        if report["outcome"] == "passed":
            part["passed"] = True
            part["beyond"] = [note["text"] for note in report["beyond"]]
            self._ask_on(part)
        self._save()

    def hint(self) -> Hints:
        """The next hint, which the report counts."""
        part, exercise = self.interview.part, self.exercise
        assert part is not None
        assert exercise is not None
        found = help.next_hint(self.session, exercise)
        part["hints"] += found.new
        self._save()
        return found

    def give_up(self) -> None:
        """Leave the round in progress as it is, and go on to its questions."""
        part = self.interview.part
        assert part is not None
        self._ask_on(part)
        self._save()

    # Questions, by the names that a quiz has for them

    @property
    def question(self) -> Question | None:
        """What is asked now."""
        return self.quiz.question if self.quiz else None

    @property
    def length(self) -> int:
        """How many questions this part has."""
        return self.quiz.length if self.quiz else 0

    def answer(self, text: str) -> Judgment:
        """What an answer is worth."""
        quiz, question, part = self._asked()
        judgment = quiz.answer(text)
        if judgment.right is not None:
            part["questions"].append({"question": question.text, "right": judgment.right})
        self._after_question()
        return judgment

    def skip(self) -> Judgment:
        """Go on without an answer, which the report counts as not known."""
        quiz, question, part = self._asked()
        judgment = quiz.skip()
        if question.is_recall:
            self._note_points(part, question, set())
        else:
            part["questions"].append({"question": question.text, "right": None})
        self._after_question()
        return judgment

    def grade(self, text: str) -> Graded | None:
        """Take which points the learner had. None if that cannot be read."""
        quiz, question, part = self._asked()
        graded = quiz.grade(text)
        if graded is None:
            return None
        had = read_points(text, graded.of) if text.strip() else None
        self._note_points(part, question, had or set())
        self._after_question()
        return graded

    def end(self) -> None:
        """End the interview."""
        self._close_quiz()
        self.interview.end(self.session.now)
        self._finish()

    # Inside

    def _exercise(self, part: dict[str, Any]) -> Exercise:
        exercise = self.session.catalogue.find(part["exercise"])
        return exercise if part["kind"] == SOLVE else round_of(exercise, part["kind"])

    def _begin(self, part: dict[str, Any]) -> Begun:
        exercise = self.session.catalogue.find(part["exercise"])
        if part["kind"] == DEBUG:
            return debugging.begin(self.session, exercise.id, seed=self.interview.data["seed"] % 2**16, fresh=True)
        if part["kind"] == TESTS:
            framework = self.session.usual_framework(round_of(exercise, TESTS))
            return test_writing.start(self.session, exercise, fresh=True, framework=framework)
        return practice.start(self.session, exercise, fresh=True)

    def _open_quiz(self, part: dict[str, Any]) -> None:
        asked = len(part["questions"]) + len(part["cards"])
        length, seed = max(part["minutes"], _FEWEST) - asked, self.interview.data["seed"] + asked
        part["state"] = OPEN
        if length > 0:
            try:
                self.quiz = Quiz(self.session, Wanted(self.interview.data.get("topic"), None, length), seed)
            except NothingToDo:  # a pack's topic may have no questions of its own
                self.quiz = Quiz(self.session, Wanted(None, None, length), seed)
        self._save()
        self._after_question()

    def _ask_on(self, part: dict[str, Any]) -> None:
        """The questions after a round, of which those that were asked already are left out."""
        if part["state"] != ASKING:
            part["state"] = ASKING
            part["to_ask"] = self._follow_ups(part)
        asked = {each["card"] for each in part["cards"]}
        cards = tuple(card for card in part.get("to_ask", ()) if card not in asked)
        if cards:
            with suppress(NothingToDo):  # they were in a pack that is gone
                self.quiz = Quiz(self.session, Wanted(cards=cards, length=len(cards)), self.interview.data["seed"])
        self._after_question()

    def _follow_ups(self, part: dict[str, Any]) -> list[str]:
        """Cards of the exercise, those that were rated least often first."""
        exercise = self.session.catalogue.find(part["exercise"])
        every = card_ids(self.session.catalogue, [exercise.topic])
        cards = [card for card, name in every.items() if name == exercise.id]
        Random(f"{self.interview.data['seed']} {exercise.id}").shuffle(cards)
        cards.sort(key=lambda card: len(self.session.progress.card_ratings(card)))
        return cards[: _FOLLOW_UPS[part["kind"]]]

    def _asked(self) -> tuple[Quiz, Question, dict[str, Any]]:
        part = self.interview.part
        assert self.quiz is not None
        assert part is not None
        question = self.quiz.question
        assert question is not None
        return self.quiz, question, part

    def _note_points(self, part: dict[str, Any], question: Question, had: set[int]) -> None:
        card = question.card
        assert card is not None
        named = [point for number, point in enumerate(card.points, 1) if number in had]
        missed = [point for number, point in enumerate(card.points, 1) if number not in had]
        part["cards"].append({"card": card.id, "question": card.question, "named": named, "missed": missed})

    def _after_question(self) -> None:
        """Save; after the last question of the part, go on to the next part."""
        if self.quiz is not None and (self.quiz.question is not None or self.quiz.is_grading):
            self._save()
            return
        self._close_quiz()
        part = self.interview.part
        if part is not None and (part["kind"] == QUIZ or part["state"] == ASKING):
            state = DONE if part["kind"] == QUIZ else PASSED if part.get("passed") else GIVEN_UP
            self.interview.go_on(state, self.session.now)
        if self.interview.has_ended:
            self._finish()
        else:
            self._save()

    def _finish(self) -> None:
        self.interview.save()
        now = self.session.now
        self.session.note(lambda progress: progress.add_sitting("interview", now))

    def _close_quiz(self) -> None:
        if self.quiz is not None:
            self.quiz.close()
            self.quiz = None

    def _close_engine(self) -> None:
        if self._engine is not None:
            self._engine.close()
            self._engine = None

    def _save(self) -> None:
        self.interview.touch(self.session.now)
        self.interview.save()
