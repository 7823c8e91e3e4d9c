"""What the record keeps of the quiz: how each card was rated when, and how many questions of a kind were right.

::

    "cards": {card id: [[time, rating from 1 to 4], ...]},
    "quiz": {kind: {day as "20261129": [asked, right]}}

Both keys may be left out. Questions are counted by day, since a quiz asks many.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

RATINGS = (1, 2, 3, 4)  # FSRS's again, hard, good, easy


class Rated(NamedTuple):
    """One review of a card."""

    time: float
    rating: int


class Score(NamedTuple):
    """How many questions were asked and how many of them were answered right."""

    asked: int = 0
    right: int = 0


def rate(data: dict[str, Any], card: str, rating: int, now: float) -> None:
    """Add a review of that card."""
    data.setdefault("cards", {}).setdefault(card, []).append([int(now), rating])


def ratings(data: Mapping[str, Any], card: str) -> list[Rated]:
    """The reviews of a card, in order."""
    return [Rated(*row[:2]) for row in data.get("cards", {}).get(card, ())]


def count(data: dict[str, Any], kind: str, day: int, *, right: bool) -> None:
    """Add a question of that kind, asked on a day as in 20261129."""
    days = data.setdefault("quiz", {}).setdefault(kind, {})
    asked, correct = days.get(str(day), (0, 0))
    days[str(day)] = [asked + 1, correct + right]


def scores(data: Mapping[str, Any]) -> dict[str, Score]:
    """The score of every kind of question over all days."""
    return {
        kind: Score(sum(day[0] for day in days.values()), sum(day[1] for day in days.values()))
        for kind, days in data.get("quiz", {}).items()
    }


def asked_on(data: Mapping[str, Any], day: int) -> bool:
    """Whether a question was asked on a day as in 20261129."""
    return any(str(day) in days for days in data.get("quiz", {}).values())


def is_sound(data: Mapping[str, Any], latest: float) -> bool:
    """Whether all that is read later has its type."""
    cards, quiz = data.get("cards", {}), data.get("quiz", {})
    return (
        type(cards) is dict
        and type(quiz) is dict
        and all(type(rows) is list and all(_is_review(row, latest) for row in rows) for rows in cards.values())
        and all(type(days) is dict and all(map(_is_score, days.values())) for days in quiz.values())
    )


def _is_review(row: Any, latest: float) -> bool:
    return (
        type(row) is list and len(row) >= 2 and type(row[0]) in (int, float) and 0 <= row[0] <= latest
        and type(row[1]) is int and row[1] in RATINGS
    )  # fmt: skip


def _is_score(row: Any) -> bool:
    return type(row) is list and len(row) == 2 and all(type(each) is int for each in row) and 0 <= row[1] <= row[0]
