"""A quiz: it asks, judges, and notes each answer in the record at once. It reads and prints nothing itself."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import date
from random import Random
from typing import TYPE_CHECKING, Any

from mlprep.activities import answer_forms
from mlprep.activities.engine_faults import said_of
from mlprep.activities.quiz_plan import Plan, Step, Wanted, bug_exercises
from mlprep.activities.quiz_questions import (
    Graded,
    Judgment,
    Question,
    Summary,
    Tally,
    rating,
    read_points,
    revealed,
    title_of,
)
from mlprep.content.quiz_cards import Card, find_card
from mlprep.content.quiz_kinds import BUGS, CARDS
from mlprep.errors import EngineBroke, MlprepError, NothingToDo
from mlprep.grading.client import QUIZ, Engine, EngineDied
from mlprep.learner import schedule

if TYPE_CHECKING:
    from mlprep.activities.session import Session
    from mlprep.grading.contracts import QuizQuestion

_AT_ONCE = 10  # questions that the engine is asked for together
_TRIES = 3  # to draw a question that this quiz has not asked yet


class Quiz(AbstractContextManager["Quiz"]):
    """One quiz, from its first question to its summary. ``question`` is what is asked now, None at the end."""

    def __init__(self, session: Session, wanted: Wanted, seed: int | None = None) -> None:
        """``seed`` is that of a quiz in which the record plays its part all the same, as it does without one."""
        if seed is None:
            seed = int.from_bytes(os.urandom(4), "big") if wanted.seed is None else wanted.seed
        self.seed = seed
        self.length = wanted.length
        self._session, self._wanted = session, wanted
        self._engine = None if wanted.kind == CARDS or wanted.cards else Engine(QUIZ)  # it loads while the plan is made
        try:
            self._rng = Random(f"quiz {self.seed}")
            self._plan = Plan(session, wanted, self._rng)
            self._questions = self._all()
            self.question: Question | None = None
            self.is_grading = False
            self._asked: Counter[str] = Counter()
            self._right: Counter[str] = Counter()
            self._skipped = 0
            self._weak_cards: list[str] = []
            self._judged: Question | None = None
            self._advance()
            if self.question is None:
                raise NothingToDo("There are no questions here.", "Run `mlprep quiz` for questions of every kind.")
        except BaseException:
            self.close()
            raise

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Leave no process behind."""
        if self._engine is not None:
            self._engine.close()
            self._engine = None

    def every_question(self) -> list[Question]:
        """All questions that are left, for those who only want to read them."""
        found = []
        while self.question is not None:
            found.append(self.question)
            self._advance()
        return found

    def answer(self, text: str) -> Judgment:
        """What an answer to the present question is worth. Unless it cannot be read, the next question is due."""
        question = self.question
        assert question is not None and not self.is_grading  # noqa: PT018
        if question.is_recall:
            self.is_grading = True
            return revealed(question)._replace(to_grade=True)
        verdict = self._verdict(question, text)
        if verdict.right is None:
            return Judgment(None, verdict.note)
        self._count(question, verdict.right)
        if question.card is not None:
            self._rate(question.card, schedule.GOOD if verdict.right else schedule.AGAIN)
        self._advance()
        return revealed(question)._replace(right=verdict.right, note=verdict.note)

    def skip(self) -> Judgment:
        """Go on without an answer; the record keeps nothing of it."""
        question = self.question
        assert question is not None and not self.is_grading  # noqa: PT018
        self._skipped += 1
        self._advance()
        return revealed(question)

    def grade(self, text: str) -> Graded | None:
        """Take which points of the present card the learner had: `1 3`, `all`, `none`. None if that cannot be read."""
        question = self.question
        assert question is not None and question.card is not None and self.is_grading  # noqa: PT018
        points = question.card.points
        if not text.strip():  # the learner does not say
            self._skipped += 1
            found = Graded(None, len(points), None)
        else:
            had = read_points(text, len(points))
            if had is None:
                return None
            on = self._rate(question.card, rating(len(had), len(points)))
            self._count(question, len(had) == len(points))
            found = Graded(len(had), len(points), on)
        self.is_grading = False
        self._advance()
        return found

    def summary(self) -> Summary:
        """How it went up to here."""
        tallies = [Tally(kind, title_of(kind), self._asked[kind], self._right[kind]) for kind in self._asked]
        return Summary(
            sum(self._asked.values()), sum(self._right.values()), self._skipped, tuple(tallies), tuple(self._weak_cards)
        )

    def _advance(self) -> None:
        self.question = next(self._questions, None)

    def _count(self, question: Question, right: bool) -> None:
        kind, now = question.kind, self._session.now
        self._asked[kind] += 1
        self._right[kind] += right
        if question.card is not None:
            if not right:
                self._weak_cards.append(question.text)
        else:
            self._session.note(lambda progress: progress.count_question(kind, now, right=right))

    def _rate(self, card: Card, rated: int) -> date | None:
        now = self._session.now
        self._session.note(lambda progress: progress.rate_card(card.id, rated, now))
        memory = schedule.card_memory(self._session.progress.card_ratings(card.id))
        return memory.due.date() if memory else None

    def _verdict(self, question: Question, text: str) -> answer_forms.Verdict:
        if question.drawn is None:
            assert question.card is not None
            right = question.choices.index(question.card.choices[0])
            return answer_forms.judge({"form": "choice", "choice": right}, text, question.choices)
        expected = question.drawn["expected"]
        if expected["form"] == "einsum":
            found = self._ask({"einsum": text, "expected": expected})
            return answer_forms.Verdict(found["right"], found["note"])
        return answer_forms.judge(expected, text, question.choices)

    # Making the questions

    def _all(self) -> Iterator[Question]:
        """Every question in order, made in batches."""
        number, in_vain, seen = 0, 0, set[tuple[str, str]]()
        while in_vain < _TRIES:
            before = number
            left = min(_AT_ONCE, self.length - number) if self.length else _AT_ONCE
            steps = [step for step in (self._plan.next() for _ in range(left)) if step is not None]
            drawn = iter(self._draw([f"{self.seed} {number + place}" for place in range(len(steps))], steps))
            for step in steps:
                place = number + 1
                question = self._of_card(place, step.card) if step.card else self._of(place, step, drawn, seen)
                if question is not None:
                    number += 1
                    yield question
            in_vain = in_vain + 1 if number == before else 0  # exercises with few known mistakes may give no question
            if not steps or (self.length and number >= self.length):
                return

    def _draw(self, seeds: list[str], steps: list[Step]) -> list[QuizQuestion | None]:
        """A question of the engine's for each step that is not a card."""
        wanted = [(step.kind, seed) for step, seed in zip(steps, seeds, strict=True) if step.card is None]
        if not wanted:
            return []
        exercises = bug_exercises(self._session, self._wanted) if any(kind == BUGS for kind, _ in wanted) else []
        found: list[QuizQuestion | None] = self._ask(
            {"wanted": wanted, "exercises": exercises, "topic": self._wanted.topic}
        )["questions"]
        return found

    def _of(
        self, number: int, step: Step, drawn: Iterator[QuizQuestion | None], seen: set[tuple[str, str]]
    ) -> Question | None:
        """The question that was drawn for a step; drawn again if this quiz has asked it before."""
        found = next(drawn)
        for again in range(2 * _TRIES):
            if found is None or (found["text"], found["code"]) not in seen:
                break
            if again == _TRIES:  # there may be no other of this kind
                step = Step(self._plan.kind())
            (found,) = self._draw([f"{self.seed} {number} again {again}"], [step])
        if found is None:
            return None
        seen.add((found["text"], found["code"]))
        return Question(
            number, step.kind, title_of(step.kind), found["text"], found["code"], tuple(found["choices"]), drawn=found
        )

    def _of_card(self, number: int, card_id: str) -> Question | None:
        try:
            card = find_card(self._session.catalogue, card_id)
        except MlprepError:
            if card_id.count("/") == 1:  # it is ours
                raise
            return None  # its pack is gone, or broken, which is told elsewhere
        choices = list(card.choices)
        Random(f"{self.seed} {card_id}").shuffle(choices)
        if card.exercise is not None:
            title = self._session.catalogue.exercises[card.exercise].title
        else:
            title = next(topic.title for topic in self._session.catalogue.topics if topic.id == card.topic)
        return Question(number, CARDS, title, card.question, "", tuple(choices), card=card)

    def _ask(self, request: dict[str, Any]) -> dict[str, Any]:
        assert self._engine is not None
        try:
            found: dict[str, Any] = self._engine.ask(request)
        except EngineDied as error:
            raise said_of(error, "The process that makes the questions ended. What you answered is recorded.") from None
        if "fault" in found:
            from mlprep import faults

            path = faults.write(None, found["traceback"])
            raise EngineBroke(f"A question could not be made: {found['fault']}. What you answered is recorded.", path)
        return found
