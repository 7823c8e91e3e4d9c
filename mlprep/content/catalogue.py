"""The exercises: which there are, in what order, and where their files are.

Paths are derived from a topic and an id, never stored. Facts come from ``exercises/curriculum.toml`` and each
topic's ``topic.toml``; importing this module reads nothing. Of what is in a pack, topic and id begin with its name:
``acme/activations``, ``acme/softmax``. A pack never changes what a name means that has no such beginning.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from mlprep.content.names import Around, by_keys, from_file, joined, key, meant, near, within
from mlprep.content.parsed import read_toml
from mlprep.content.synonyms import named
from mlprep.errors import BrokenCatalogue, UnknownName
from mlprep.grading.frameworks import NUMPY, TORCH
from mlprep.grading.launching import content_root

LEVELS = ("easy", "medium", "hard")
VALUES = ("must", "should", "extra")  # how often interviews ask for it
# What an exercise is written in: either framework, NumPy since it is about NumPy itself, or plain Python.
EITHER, NUMPY_ONLY, PLAIN = "either", "numpy", "none"
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
    framework: str = EITHER
    shortcuts: tuple[str, ...] = ()  # functions of PyTorch that are what is asked for, so that code may not call them
    kind: str = SOLVE
    of: str = ""

    @property
    def frameworks(self) -> list[str]:
        """What it can be written in."""
        return {EITHER: [NUMPY, TORCH], NUMPY_ONLY: [NUMPY], PLAIN: []}[self.framework]

    @property
    def base(self) -> str:
        """The id of the exercise that this is a round of; its own if it is none."""
        return self.of or self.id

    @property
    def pack(self) -> str:
        """The pack that it comes from; empty for one of ours."""
        return self.id.rpartition("/")[0]

    @property
    def folder(self) -> str:
        """The folder of its topic in each of the three trees."""
        return self.topic.rpartition("/")[2]


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


class Pack(Protocol):
    """Exercises from elsewhere, with a content root of their own. All its ids begin with its name."""

    @property
    def name(self) -> str: ...

    @property
    def root(self) -> Path: ...

    @property
    def topics(self) -> tuple[Topic, ...]: ...

    @property
    def paths(self) -> tuple[LearningPath, ...]: ...

    def news(self) -> str | None: ...

    def tell(self, path: Path, text: str) -> None: ...


_AFFIXES: dict[str, Around] = {DEBUG: ("", "_debug"), TESTS: ("test_", "")}  # around the id of an exercise
_TITLES = {DEBUG: "{}: find the bugs", TESTS: "{}: write the tests"}
_PACES = {DEBUG: 0.5, TESTS: 0.75}  # of the time that writing it takes
_LEAST = 5


def round_of(exercise: Exercise, kind: str) -> Exercise:
    """The round of that kind of an exercise: debugging a wrong solution of it, or writing its tests."""
    return replace(
        exercise,
        id=joined(exercise.id, _AFFIXES[kind]),
        title=_TITLES[kind].format(exercise.title),
        minutes=max(_LEAST, round(exercise.minutes * _PACES[kind])),
        hints=(),
        kind=kind,
        of=exercise.id,
    )


def round_names(exercise: str) -> tuple[str, ...]:
    """The ids of the rounds of an exercise."""
    return tuple(joined(exercise, around) for around in _AFFIXES.values())


def base_of(name: str) -> tuple[str, str]:
    """What an id stands for: its kind, and the exercise that it is a round of, or itself."""
    for kind, around in _AFFIXES.items():
        if (base := within(name, around)) is not None:
            return kind, base
    return SOLVE, name


class Catalogue:
    """The exercises below one content root, and those of packs. `dev` and tests give another root."""

    def __init__(self, root: Path | None = None, packs: Sequence[Pack] = ()) -> None:
        self.root = root or Path(content_root())
        self.packs = {pack.name: pack for pack in packs}

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """All topics, in the order of the curriculum, and then those of the packs."""
        return tuple(topic for topics in self._topics for topic in topics)

    @cached_property
    def _topics(self) -> tuple[tuple[Topic, ...], tuple[Topic, ...]]:
        """Ours, and those of the packs."""
        own = tuple(self.read_topic(name) for name in self.topic_names())
        return own, tuple(topic for pack in self.packs.values() for topic in pack.topics)

    def topic_names(self) -> list[str]:
        """The ids of our topics: in the order of the curriculum, or by name where there is none."""
        ordered = self._curriculum.get("topics")
        if ordered is not None:
            return list(ordered)
        return sorted(each.parent.name for each in (self.root / "exercises").glob("*/topic.toml"))

    @cached_property
    def _curriculum(self) -> dict[str, Any]:
        """The order of our topics; empty where a pack leaves it out."""
        path = self.root / "exercises" / "curriculum.toml"
        return _read_toml(path) if path.exists() or not path.parent.is_dir() else {}

    @cached_property
    def turns(self) -> tuple[Topic, ...]:
        """All topics, in the order in which a study plan takes one exercise of each."""
        order = self._curriculum.get("turns", [])
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
            found = [LearningPath(row["id"], row["title"], row["about"], tuple(row["exercises"])) for row in rows]
        except (KeyError, TypeError) as error:
            raise BrokenCatalogue(f"{path} lacks or misspells {error}.") from error
        return {each.id: each for each in (*found, *(each for pack in self.packs.values() for each in pack.paths))}

    def read_topic(self, name: str) -> Topic:
        """One topic, read from its own file alone."""
        if "/" in name:
            return next(topic for topic in self._topics[1] if topic.id == name)
        path = self.topic_folder(name) / "topic.toml"
        data = _read_toml(path)
        try:
            rows = tuple(_exercise(name, row, data) for row in data.get("exercise", []))
            return Topic(name, data["title"], rows)
        except (KeyError, TypeError, AttributeError) as error:
            raise BrokenCatalogue(f"{path} lacks or misspells {error}.") from error

    def topic_folder(self, topic: str) -> Path:
        """Where a topic's own files are: its rows, its sheet, its cards."""
        pack, _, folder = topic.rpartition("/")
        return self._root(pack) / "exercises" / folder

    def root_of(self, exercise: Exercise) -> Path:
        """The content root that holds an exercise's files."""
        return self._root(exercise.pack)

    def starter(self, exercise: Exercise) -> Path:
        return self._file("exercises", exercise)

    def solution(self, exercise: Exercise) -> Path:
        return self._file("solutions", exercise)

    def torch_solution(self, exercise: Exercise) -> Path:
        """A reference solution in PyTorch; there is none of exercises that are not offered in it."""
        path = self.solution(exercise)
        return path.parent / "in_torch" / path.name

    def grader(self, exercise: Exercise) -> Path:
        return self._file("graders", exercise)

    def torch_texts(self, exercise: Exercise) -> list[list[str]]:
        """What to replace in the exercise's statement, in pairs, before the rules make it PyTorch's."""
        path = self.root_of(exercise) / "exercises" / "torch.toml"
        found = _read_toml(path) if path.exists() else {}
        return list(found.get(exercise.base.rpartition("/")[2], {}).get("replaced", []))

    def _root(self, pack: str) -> Path:
        return self.packs[pack].root if pack else self.root

    def _file(self, tree: str, exercise: Exercise) -> Path:
        name = exercise.base.rpartition("/")[2]
        return self.root_of(exercise) / tree / exercise.folder / f"{name}.py"

    def find(self, name: str) -> Exercise:
        """The exercise of that name: case, ``-`` and ``_`` do not matter and an unambiguous prefix is enough.

        ``softmax_debug`` and ``test_softmax`` name rounds of softmax, ``acme/softmax`` an exercise of a pack. Its
        file is called acme__softmax.py, which names it as well. Reads only the topic that the name leads to, unless
        that is in a pack. Raises UnknownName, which carries near misses.
        """
        wanted = key(from_file(name.removesuffix(".py")))
        stems = self._stems()
        own = {key(stem): stem for stem in stems}
        others: dict[str, str] = {}
        found = meant(wanted, own, _AFFIXES)
        if found is None and self.packs:
            others = by_keys(each.id for topic in self._topics[1] for each in topic.exercises)
            found = meant(wanted, others, _AFFIXES)
        if found is None:
            starts = [stem for each, stem in own.items() if wanted and each.startswith(wanted)]
            also = [own[key(stem)] for stem in named(name) if key(stem) in own]
            raise UnknownName(from_file(name), starts or also or near(wanted, others | own))
        kind, stem = found
        exercises = self.read_topic(stems[stem]).exercises if stem in stems else self.exercises.values()
        for exercise in exercises:
            if exercise.id == stem:
                return exercise if kind is None else round_of(exercise, kind)
        raise BrokenCatalogue(f"exercises/{stems[stem]}/topic.toml does not list {stem}.")

    def find_topic(self, name: str) -> Topic:
        """The topic of that name, by the same rules as ``find``."""
        wanted = key(name)
        own, others = ({topic.id: topic for topic in topics} for topics in self._topics)
        typed = {key(each): each for each in own}, by_keys(others)
        for by_key in typed:
            if (found := meant(wanted, by_key, {})) is not None:
                return (own | others)[found[1]]
        every = typed[1] | typed[0]
        starts = [topic for each, topic in every.items() if wanted and each.startswith(wanted)]
        raise UnknownName(name, list(dict.fromkeys(starts)) or near(wanted, every), what="topic")

    def find_path(self, name: str) -> LearningPath:
        """The learning path of that name or title, by the same rules as ``find``."""
        by_key = {key(each.id): each for each in self.paths.values()}
        by_key = {key(each.title): each for each in self.paths.values()} | by_key
        wanted = key(name)
        found = {each.id for typed, each in by_key.items() if wanted and typed.startswith(wanted)}
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
        """Each of our exercises' id and its topic, from the names of the starter files."""
        stems: dict[str, str] = {}
        with os.scandir(self.root / "exercises") as folders:
            topics = [folder for folder in folders if folder.is_dir()]
        for topic in topics:
            for name in os.listdir(topic.path):
                if name.endswith(".py"):
                    stems[name[:-3]] = topic.name
        return stems


def _exercise(topic: str, row: dict[str, Any], of_topic: dict[str, Any]) -> Exercise:
    """One row; ``framework`` and ``shortcuts`` of the topic hold for all of its exercises."""
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
        framework=row.get("framework", of_topic.get("framework", EITHER)),
        shortcuts=tuple(dict.fromkeys((*row.get("shortcuts", ()), *of_topic.get("shortcuts", ())))),
    )


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return read_toml(path)
    except (OSError, ValueError) as error:  # the latter of what is not UTF-8, and of what is not TOML
        raise BrokenCatalogue(f"{path} cannot be read: {error}") from error
