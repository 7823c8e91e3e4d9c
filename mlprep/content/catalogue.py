"""The exercises: which there are, in what order, and where their files are.

Paths are derived from a topic and an id, never stored. Facts come from ``exercises/curriculum.toml`` and each
topic's ``topic.toml``; importing this module reads nothing.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from mlprep.content.parsed import read_toml
from mlprep.content.synonyms import named
from mlprep.errors import BrokenCatalogue, UnknownName
from mlprep.grading.launching import content_root

LEVELS = ("easy", "medium", "hard")
VALUES = ("must", "should", "extra")  # how often interviews ask for it
SOLVE, DEBUG, TESTS = "solve", "debug", "tests"  # what there is to do: write it, fix it, write its tests


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise: the facts of its row in ``topic.toml``.

    A round of it is an exercise too, with an id and a file of its own: ``kind`` says what is to be done, and ``of``
    names the exercise whose statement, solution and grader it has.
    """

    id: str
    topic: str
    title: str
    level: str
    minutes: int
    entry: tuple[str, ...]
    sections: tuple[str, ...]
    hints: tuple[str, ...]
    after: tuple[str, ...] = ()
    value: str = "should"
    kind: str = SOLVE
    of: str = ""

    @property
    def base(self) -> str:
        """The id of the exercise that this is a round of; its own if it is none."""
        return self.of or self.id


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic and its exercises, in the order they are best taken."""

    id: str
    title: str
    exercises: tuple[Exercise, ...]


@dataclass(frozen=True, slots=True)
class LearningPath:
    """An ordered list of exercises, by their ids."""

    id: str
    title: str
    about: str
    exercises: tuple[str, ...]


_AFFIXES = {DEBUG: ("", "_debug"), TESTS: ("test_", "")}  # around the id of an exercise
_TITLES = {DEBUG: "{}: find the bugs", TESTS: "{}: write the tests"}
_PACES = {DEBUG: 0.5, TESTS: 0.75}  # of the time that writing it takes
_LEAST = 5


def round_of(exercise: Exercise, kind: str) -> Exercise:
    """The round of that kind of an exercise: debugging a wrong solution of it, or writing its tests."""
    return replace(
        exercise,
        id=exercise.id.join(_AFFIXES[kind]),
        title=_TITLES[kind].format(exercise.title),
        minutes=max(_LEAST, round(exercise.minutes * _PACES[kind])),
        hints=(),
        kind=kind,
        of=exercise.id,
    )


def round_names(exercise: str) -> tuple[str, ...]:
    """The ids of the rounds of an exercise."""
    return tuple(exercise.join(around) for around in _AFFIXES.values())


def base_of(name: str) -> tuple[str, str]:
    """What an id stands for: its kind, and the exercise that it is a round of, or itself."""
    for kind, (before, after) in _AFFIXES.items():
        if name.startswith(before) and name.endswith(after):
            return kind, name.removeprefix(before).removesuffix(after)
    return SOLVE, name


class Catalogue:
    """The exercises below one content root; another root can be given, which is how tests and `dev` use it."""

    def __init__(self, root: Path | None = None) -> None:
        self.root = root or Path(content_root())

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """All topics, in the order of the curriculum."""
        order = _read_toml(self.root / "exercises" / "curriculum.toml").get("topics", [])
        return tuple(self.read_topic(name) for name in order)

    @cached_property
    def turns(self) -> tuple[Topic, ...]:
        """All topics, in the order in which a study plan takes one exercise of each."""
        order = _read_toml(self.root / "exercises" / "curriculum.toml").get("turns", [])
        return tuple(sorted(self.topics, key=lambda topic: order.index(topic.id) if topic.id in order else len(order)))

    @cached_property
    def exercises(self) -> dict[str, Exercise]:
        """Every exercise by id, in the order of the curriculum."""
        return {each.id: each for topic in self.topics for each in topic.exercises}

    @cached_property
    def paths(self) -> dict[str, LearningPath]:
        """Every learning path by id."""
        path = self.root / "exercises" / "paths.toml"
        rows = _read_toml(path).get("path", []) if path.exists() else []
        try:
            found = (LearningPath(row["id"], row["title"], row["about"], tuple(row["exercises"])) for row in rows)
            return {each.id: each for each in found}
        except (KeyError, TypeError) as error:
            raise BrokenCatalogue(f"{path} lacks or misspells {error}.") from error

    def read_topic(self, name: str) -> Topic:
        """One topic, read from its own file alone."""
        path = self.root / "exercises" / name / "topic.toml"
        data = _read_toml(path)
        try:
            rows = tuple(_exercise(name, row) for row in data.get("exercise", []))
            return Topic(name, data["title"], rows)
        except (KeyError, TypeError, AttributeError) as error:
            raise BrokenCatalogue(f"{path} lacks or misspells {error}.") from error

    def stub(self, exercise: Exercise) -> Path:
        return self.root / "exercises" / exercise.topic / f"{exercise.base}.py"

    def solution(self, exercise: Exercise) -> Path:
        return self.root / "solutions" / exercise.topic / f"{exercise.base}.py"

    def grader(self, exercise: Exercise) -> Path:
        return self.root / "graders" / exercise.topic / f"{exercise.base}.py"

    def find(self, name: str) -> Exercise:
        """The exercise of that name: case, ``-`` and ``_`` do not matter and an unambiguous prefix is enough.

        ``softmax_debug`` and ``test_softmax`` name rounds of softmax. Reads only the topic that the name leads to.
        Raises UnknownName, which carries near misses.
        """
        stems = self._stems()
        by_key = {_key(stem): stem for stem in stems}
        wanted = _key(name.removesuffix(".py"))
        if wanted not in by_key:
            for kind, around in _AFFIXES.items():
                before, after = map(_key, around)
                inner = wanted.removeprefix(before).removesuffix(after)
                if inner in by_key and wanted == f"{before}{inner}{after}":
                    return round_of(self.find(by_key[inner]), kind)
        if wanted not in by_key:
            starts = [key for key in by_key if wanted and key.startswith(wanted)]
            if len(starts) != 1:
                also = [by_key[_key(stem)] for stem in named(name) if _key(stem) in by_key]
                raise UnknownName(name, [by_key[key] for key in starts] or also or _near(wanted, by_key))
            wanted = starts[0]
        stem = by_key[wanted]
        for exercise in self.read_topic(stems[stem]).exercises:
            if exercise.id == stem:
                return exercise
        raise BrokenCatalogue(f"exercises/{stems[stem]}/topic.toml does not list {stem}.")

    def find_topic(self, name: str) -> Topic:
        """The topic of that name, by the same rules as ``find``."""
        by_key = {_key(topic.id): topic for topic in self.topics}
        wanted = _key(name)
        starts = [key for key in by_key if wanted and key.startswith(wanted)]
        if wanted not in by_key and len(starts) != 1:
            raise UnknownName(name, starts or _near(wanted, {key: key for key in by_key}), what="topic")
        return by_key[wanted if wanted in by_key else starts[0]]

    def find_path(self, name: str) -> LearningPath:
        """The learning path of that name or title, by the same rules as ``find``."""
        by_key = {_key(each.id): each for each in self.paths.values()}
        by_key |= {_key(each.title): each for each in self.paths.values()}
        wanted = _key(name)
        found = {each.id for key, each in by_key.items() if wanted and key.startswith(wanted)}
        if wanted not in by_key and len(found) != 1:
            raise UnknownName(name, [*self.paths], what="path")
        return by_key[wanted] if wanted in by_key else self.paths[found.pop()]

    def find_any(self, name: str) -> Topic | Exercise:
        """The topic of that name, or else the exercise."""
        try:
            return self.find_topic(name)
        except UnknownName as no_topic:
            try:
                return self.find(name)
            except UnknownName as no_exercise:
                near = [*dict.fromkeys((*no_topic.near, *no_exercise.near))][:5]
                raise UnknownName(name, near, what="topic or exercise") from None

    def _stems(self) -> dict[str, str]:
        """Each exercise's id and its topic, from the names of the starter files."""
        stems: dict[str, str] = {}
        with os.scandir(self.root / "exercises") as folders:
            topics = [folder for folder in folders if folder.is_dir()]
        for topic in topics:
            for name in os.listdir(topic.path):
                if name.endswith(".py"):
                    stems[name[:-3]] = topic.name
        return stems


def _exercise(topic: str, row: dict[str, Any]) -> Exercise:
    return Exercise(
        id=row["id"],
        topic=topic,
        title=row["title"],
        level=row["level"],
        minutes=row["minutes"],
        entry=tuple(row["entry"]),
        sections=tuple(row["sections"]),
        hints=tuple(hint.strip() for hint in row["hints"]),
        after=tuple(row.get("after", ())),
        value=row.get("value", "should"),
    )


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return read_toml(path)
    except (OSError, ValueError) as error:  # the latter of what is no UTF-8, and of what is no TOML
        raise BrokenCatalogue(f"{path} cannot be read: {error}") from error


def _key(name: str) -> str:
    return name.strip().lower().replace("-", "").replace("_", "").replace(" ", "")


def _near(wanted: str, by_key: dict[str, str]) -> list[str]:
    import difflib

    inside = [key for key in by_key if len(wanted) >= 3 and wanted in key]
    close = difflib.get_close_matches(wanted, by_key, n=3, cutoff=0.6)
    return [by_key[key] for key in dict.fromkeys(close + inside)][:5]
