"""What a quiz and its learner say to each other: a question, what came of the answer, and how it went in the end."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Protocol

from mlprep.content.quiz_cards import Card
from mlprep.content.quiz_kinds import KINDS
from mlprep.learner import schedule

if TYPE_CHECKING:
    from mlprep.grading.contracts import QuizQuestion

_TITLES = {kind.id: kind.title for kind in KINDS}


class Question(NamedTuple):
    """One question: ``drawn`` if it was generated, else ``card``. ``number`` counts from 1."""

    number: int
    kind: str
    title: str
    text: str
    code: str
    choices: tuple[str, ...]
    drawn: QuizQuestion | None = None
    card: Card | None = None

    @property
    def is_recall(self) -> bool:
        """Whether it is answered in words, which the learner grades."""
        return self.card is not None and not self.choices


class Judgment(NamedTuple):
    """What came of an answer.

    ``right`` is None where nothing was decided: the answer could not be read, and ``note`` says why; it was skipped; or
    the learner is to grade it (``to_grade``), point by point.
    """

    right: bool | None
    note: str = ""
    answer: str = ""
    explanation: str = ""
    points: tuple[str, ...] = ()
    wrong_turn: str = ""
    to_grade: bool = False

    @property
    def is_unread(self) -> bool:
        """Whether the question still waits for an answer."""
        return not self.answer


class Graded(NamedTuple):
    """How many points of a card the learner had, and when it comes back; None where that was not said."""

    had: int | None
    of: int
    on: date | None


class Tally(NamedTuple):
    """How the questions of one kind went."""

    kind: str
    title: str
    asked: int
    right: int


class Summary(NamedTuple):
    """How a quiz went. ``cards`` are the questions on the cards that were not fully known."""

    asked: int
    right: int
    skipped: int
    tallies: tuple[Tally, ...]
    cards: tuple[str, ...]

    @property
    def weak(self) -> tuple[Tally, ...]:
        """The kinds that went wrong, the weakest first."""
        wrong = [each for each in self.tallies if each.right < each.asked]
        return tuple(sorted(wrong, key=lambda each: (each.right / each.asked, -each.asked)))


class Asks(Protocol):
    """What asks questions: a quiz, or an interview."""

    @property
    def question(self) -> Question | None: ...

    @property
    def length(self) -> int: ...

    def answer(self, text: str) -> Judgment: ...

    def skip(self) -> Judgment: ...

    def grade(self, text: str) -> Graded | None: ...


def title_of(kind: str) -> str:
    """What a kind asks, in words."""
    return _TITLES.get(kind, "Cards")


def revealed(question: Question) -> Judgment:
    """The answer to a question, and all that is told with it."""
    if question.drawn is not None:
        shown = question.drawn["shown"]
        if question.choices:
            shown = f"{letter(question.choices.index(shown))}) {shown}"
        return Judgment(None, "", shown, question.drawn["explanation"])
    card = question.card
    assert card is not None
    if not question.choices:
        return Judgment(None, "", card.answer, "", card.points, card.wrong_turn)
    right = card.choices[0]
    shown = f"{letter(question.choices.index(right))}) {right}"
    return Judgment(None, "", shown, card.answer, card.points, card.wrong_turn)


def letter(place: int) -> str:
    """By which letter a choice goes."""
    return "abcdefgh"[place]


def read_points(text: str, count: int) -> set[int] | None:
    """The numbers of the points that were had, or None where the text is something else."""
    plain = text.strip().lower().rstrip(".")
    if plain in ("all", "a", "both", "everything", "yes", "y", "all of them"):
        return set(range(1, count + 1))
    if plain in ("none", "0", "no", "n", "nothing", "neither"):
        return set()
    if not re.fullmatch(r"\d(?:[\s,;&+]*(?:and\s+)?\d)*", plain):
        return None
    numbers = {int(digit) for digit in re.findall(r"\d", plain)}
    return numbers if numbers <= set(range(1, count + 1)) else None


def rating(had: int, of: int) -> int:
    """FSRS's rating of a card by the points that were had: all are good, half are hard."""
    if had == of:
        return schedule.GOOD
    return schedule.HARD if 2 * had >= of else schedule.AGAIN
