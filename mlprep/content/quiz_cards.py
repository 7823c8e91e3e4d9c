"""The concept cards of the quiz, from the topics' ``quiz.toml``: what interviews ask besides code.

A card has a question and an answer of its own, or it names one of an exercise's follow-ups, whose question and answer
are in the reference solution and nowhere else.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from mlprep.content.catalogue import Catalogue
from mlprep.content.parsed import read_toml
from mlprep.content.reference_solution import follow_ups
from mlprep.errors import BrokenCatalogue, MlprepError

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FIELDS = {"id", "exercise", "follow_up", "question", "answer", "points", "wrong_turn", "choices", "from"}
_POINTS, _CHOICES = (2, 3), (3, 4)


class Card(NamedTuple):
    """One card. ``choices`` is empty, or its first is right. ``entry`` is the cheat sheet's entry that it covers."""

    id: str  # topic/id
    topic: str
    exercise: str | None
    question: str
    answer: str
    points: tuple[str, ...]
    wrong_turn: str
    choices: tuple[str, ...] = ()
    entry: str | None = None


class Problem(NamedTuple):
    """What is wrong with the cards of a topic, and with which exercise it has to do, if with one."""

    exercise: str | None
    text: str


def card_ids(catalogue: Catalogue, topics: Iterable[str] | None = None) -> dict[str, str | None]:
    """The id of every card of these topics, or of all, and the exercise that it belongs to. Reads no solution."""
    wanted = [topic.id for topic in catalogue.topics] if topics is None else topics
    return {
        f"{topic}/{row.get('id')}": _exercise(topic, row) for topic in wanted for row in _usable_rows(catalogue, topic)
    }


def find_card(catalogue: Catalogue, card_id: str) -> Card:
    """The card of that id, with its question and answer. Raises BrokenCatalogue where its parts do not fit."""
    topic, _, name = card_id.rpartition("/")
    if "/" in topic and topic not in (each.id for each in catalogue.topics):
        raise BrokenCatalogue(f"The topic of the card {card_id!r} is gone.")
    for row in _rows(catalogue, topic):
        if row.get("id") == name:
            return _card(catalogue, topic, row)
    raise BrokenCatalogue(f"exercises/{topic}/quiz.toml has no card {name!r}.")


def cards(catalogue: Catalogue, topic: str) -> list[Card]:
    """All cards of a topic."""
    return [_card(catalogue, topic, row) for row in _rows(catalogue, topic)]


def problems(catalogue: Catalogue, topic: str) -> Iterator[Problem]:
    """What is missing, or does not fit, in a topic's cards."""
    rows = _rows(catalogue, topic)
    if not rows:
        yield Problem(None, f"the topic {topic} has no cards: exercises/{topic}/quiz.toml")
        return
    for name, count in Counter(str(row.get("id")) for row in rows).items():
        if count > 1:
            yield Problem(None, f"{count} cards are called {name}")
        if not _ID.fullmatch(name):
            yield Problem(None, f"the card id {name!r} is not lower-case words joined by hyphens")
    exercises = {each.id: each for each in catalogue.read_topic(topic).exercises}
    asked = {name: [each.text for each in follow_ups(catalogue, each)] for name, each in exercises.items()}
    for row in rows:
        yield from (Problem(row.get("exercise"), f"card {row.get('id')}: {text}") for text in _faults(row, asked))
    named = Counter((row.get("exercise"), row["follow_up"]) for row in rows if "follow_up" in row)
    for name, questions in asked.items():
        for text in questions:
            if named[name, text] != 1:
                yield Problem(name, f"{named[name, text] or 'no'} cards ask the follow-up {text!r}; one must")


def _faults(row: dict[str, Any], asked: dict[str, list[str]]) -> Iterator[str]:
    """What is wrong with one card."""
    exercise = row.get("exercise")
    if exercise is not None and exercise not in asked:
        yield f"its topic has no exercise {exercise!r}"
    if "follow_up" in row:
        if "question" in row or "answer" in row:
            yield "a follow-up has its question and answer in the solution"
        if exercise is None:
            yield "a follow-up needs its exercise"
        elif row["follow_up"] not in asked.get(exercise, ()):
            yield f"the solution of {exercise} asks no {row['follow_up']!r}"
    else:
        yield from (f"it has no {key}" for key in ("question", "answer") if not _is_text(row.get(key)))
    if not str(row.get("follow_up", row.get("question", "?"))).endswith("?"):
        yield "its question ends without a question mark"
    points = row.get("points")
    if not isinstance(points, list) or len(points) not in _POINTS or not all(map(_is_text, points)):
        yield "two or three points are asked for"
    if not _is_text(row.get("wrong_turn")):
        yield "it has no wrong_turn"
    choices = row.get("choices")
    if choices is not None and (
        not isinstance(choices, list)
        or len(choices) not in _CHOICES
        or not all(map(_is_text, choices))
        or len({*choices}) < len(choices)
    ):
        yield "three or four different choices are asked for, or none"
    yield from (f"it has an unknown key {key}" for key in row if key not in _FIELDS)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _rows(catalogue: Catalogue, topic: str) -> list[dict[str, Any]]:
    """The rows of a topic's file as they are; none where it has no file."""
    path = catalogue.topic_folder(topic) / "quiz.toml"
    if not os.path.exists(path):
        return []
    try:
        rows = read_toml(path).get("card", [])
    except (OSError, ValueError) as error:
        raise BrokenCatalogue(f"{path} cannot be read: {error}") from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise BrokenCatalogue(f"{path} has something other than cards under `card`.")
    return rows


def _usable_rows(catalogue: Catalogue, topic: str) -> list[dict[str, Any]]:
    """The rows of a topic; of a pack's, those that make a card. What is wrong with the others is told."""
    pack, _, _ = topic.rpartition("/")
    if not pack:
        return _rows(catalogue, topic)
    usable = []
    try:
        for row in _rows(catalogue, topic):
            try:
                _card(catalogue, topic, row)
                usable.append(row)
            except MlprepError as error:
                catalogue.packs[pack].tell(catalogue.topic_folder(topic) / "quiz.toml", error.message)
    except BrokenCatalogue as error:
        catalogue.packs[pack].tell(catalogue.topic_folder(topic) / "quiz.toml", error.message)
    return usable


def _exercise(topic: str, row: dict[str, Any]) -> str | None:
    """The exercise that a row belongs to. A pack's rows name it without the pack."""
    pack, slash, _ = topic.rpartition("/")
    name = row.get("exercise")
    return None if name is None else f"{pack}{slash}{name}"


def _card(catalogue: Catalogue, topic: str, row: dict[str, Any]) -> Card:
    try:
        question, answer = _asked(catalogue, topic, row)
        return Card(
            f"{topic}/{row['id']}",
            topic,
            _exercise(topic, row),
            " ".join(question.split()),
            " ".join(answer.split()),
            tuple(row["points"]),
            row["wrong_turn"],
            tuple(row.get("choices", ())),
            row.get("from"),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise BrokenCatalogue(f"A card in exercises/{topic}/quiz.toml lacks or misspells {error}.") from error


def _asked(catalogue: Catalogue, topic: str, row: dict[str, Any]) -> tuple[str, str]:
    """The question and the answer: the card's own, or those of the follow-up that it names."""
    if "follow_up" not in row:
        return row["question"], row["answer"]
    for each in follow_ups(catalogue, catalogue.find(_exercise(topic, row) or "")):
        if each.text == row["follow_up"]:
            return each.text, each.answer
    raise KeyError(row["follow_up"])
