"""Packs: exercises from elsewhere, in folders with the three trees, which the user has added by name.

A pack is read as ours are, but by somebody who knows that its author makes mistakes: what does not fit is left out and
told, and everything else works. Which packs there are is in one file of the user's settings.
"""

from __future__ import annotations

import ast
import os
import re
import warnings
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from mlprep.content.catalogue import LEVELS, VALUES, Catalogue, Exercise, LearningPath, Topic
from mlprep.content.names import key
from mlprep.errors import BrokenCatalogue, MlprepError
from mlprep.grading.launching import added_packs, content_root, packs_file

NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")  # of packs, topics and exercises; see `names` for why
TREES = ("exercises", "solutions", "graders")
_MISSING = "this file is missing: write it, or remove the exercise from topic.toml"
_LONGEST = 100  # characters of a name that file systems still take with what stands around it
_MOST_MINUTES = 600
# Windows has devices of these names in every folder.
_DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(10))}


class Problem(NamedTuple):
    """What is wrong with a pack: in which file or folder, and what."""

    path: Path
    text: str

    def __str__(self) -> str:
        return f"{self.path}: {self.text}"


class Pack:
    """One pack: what can be used of it, and ``problems`` with the rest as they are found."""

    def __init__(self, name: str, root: Path) -> None:
        self.name, self.root = name, root
        self.problems: list[Problem] = []
        self._own = Catalogue(root)
        self._told = False

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """Every topic that can be read, with the exercises that are whole."""
        lacking = [path for tree in TREES if not os.path.isdir(path := self.root / tree)]
        if len(lacking) == len(TREES):
            self.tell(self.root, "no pack is in this folder: move it back, or add it again where it is now")
            return ()
        for path in lacking:
            self.tell(path, f"this folder is missing: a pack has {', '.join(TREES)}")
        try:
            names = self._own.topic_names()
        except (BrokenCatalogue, TypeError) as error:
            self.tell(self.root / "exercises" / "curriculum.toml", str(error))
            return ()
        seen: dict[str, str] = {}
        return tuple(topic for name in names if (topic := self._topic(name, seen)) is not None)

    @cached_property
    def paths(self) -> tuple[LearningPath, ...]:
        """The learning paths, with the names that the exercises have here."""
        try:
            found = list(self._own.paths.values())
        except (BrokenCatalogue, TypeError, AttributeError) as error:
            self.tell(self.root / "exercises" / "paths.toml", str(error))
            return ()
        return tuple(
            LearningPath(self._named(each.id), each.title, each.about, tuple(map(self._named, each.exercises)))
            for each in found
            if all(map(_is_line, (each.id, each.title, each.about, *each.exercises)))
        )

    def tell(self, path: Path, text: str) -> None:
        """Note what is wrong in that file."""
        if (problem := Problem(path, text.removeprefix(f"{path} "))) not in self.problems:
            self.problems.append(problem)

    def news(self) -> str | None:
        """A sentence on what was found to be wrong, told once."""
        if not self.problems or self._told:
            return None
        self._told, more = True, len(self.problems) - 1
        also = f" There {'are' if more > 1 else 'is'} {more} more like this." if more else ""
        return f"In the pack {self.name}, {self.problems[0]}.{also} `mlprep pack list` shows what is wrong."

    def _named(self, name: str) -> str:
        return f"{self.name}/{name}"

    def _topic(self, name: str, seen: dict[str, str]) -> Topic | None:
        """One topic. ``seen`` holds the keys of the exercises so far, and where they are."""
        path = self.root / "exercises" / str(name) / "topic.toml"
        if not isinstance(name, str) or not NAME.fullmatch(name):
            self.tell(path, f"{name!r} cannot be the name of a topic: use words such as `metrics`")
            return None
        try:
            topic = self._own.read_topic(name)
        except BrokenCatalogue as error:
            self.tell(path, str(error))
            return None
        if not _is_line(topic.title):
            self.tell(path, "the title of the topic is not a line of text: write one in quotes")
            return None
        rows = tuple(self._ours(each) for each in topic.exercises if self._fits(path, each, seen))
        return Topic(self._named(name), f"{self.name}: {topic.title}", rows)

    def _fits(self, path: Path, exercise: Exercise, seen: dict[str, str]) -> bool:
        faults = list(row_faults(exercise))
        if not faults and (other := seen.get(key(exercise.id))):
            faults.append(f"{other} has an exercise of that name already: rename one of them")
        for fault in faults:
            self.tell(path, f"{exercise.id}: {fault}")
        if faults:
            return False
        seen[key(exercise.id)] = f"exercises/{exercise.topic}/topic.toml"
        files = (self._own.starter(exercise), self._own.solution(exercise), self._own.grader(exercise))
        wrong = [(each, _MISSING) for each in files if not os.path.isfile(each)]
        wrong = wrong or [(each, said) for each in files[:2] if (said := syntax_fault(each))]
        for each in wrong:
            self.tell(*each)
        return not wrong

    def _ours(self, exercise: Exercise) -> Exercise:
        """The exercise by the names that it has here."""
        after = tuple(map(self._named, exercise.after))
        return replace(exercise, id=self._named(exercise.id), topic=self._named(exercise.topic), after=after)


def row_faults(row: Exercise) -> Iterator[str]:
    """What is wrong with the row of an exercise, as far as the row alone tells."""
    if fault := name_fault(row.id):
        yield fault
    if not _is_line(row.title):
        yield "its title is not a line of text: write one in quotes"
    if row.level not in LEVELS:
        yield f"the level is {row.level!r}, and one of {', '.join(LEVELS)} is needed"
    if row.value not in VALUES:
        yield f"the value is {row.value!r}, and one of {', '.join(VALUES)} is needed"
    if type(row.minutes) is not int or not 1 <= row.minutes <= _MOST_MINUTES:
        yield f"minutes is {row.minutes!r}, and a number from 1 to {_MOST_MINUTES} is needed"
    if not row.entry or not all(isinstance(each, str) and each.isidentifier() for each in row.entry):
        yield 'entry is a list of the names that are called, such as ["softmax"]'
    for name in ("sections", "hints", "after"):
        if not all(isinstance(each, str) for each in getattr(row, name)):
            yield f"{name} is a list of texts in quotes"


def _is_line(text: object) -> bool:
    """Whether it is a line of text that can be shown as it is."""
    return isinstance(text, str) and bool(text.strip()) and text.isprintable()


def name_fault(name: object) -> str | None:
    """Why an exercise cannot be called that, or None."""
    if not isinstance(name, str) or not NAME.fullmatch(name):
        return "an id is lower-case words joined by underscores, such as `label_smoothing`"
    if name.startswith("test_") or name.endswith("_debug"):
        return "names with test_ or _debug belong to rounds of exercises: choose another id"
    if name in _DEVICES or len(name) > _LONGEST:
        return "not every system can have a file of this name: choose another id"
    return None


def is_pack(folder: Path) -> bool:
    """Whether the three trees are there, and it is not mlprep itself."""
    return all(os.path.isdir(folder / tree) for tree in TREES) and not is_ours(folder)


def is_ours(folder: Path) -> bool:
    """Whether it is a checkout of mlprep, or where its exercises are."""
    return os.path.realpath(folder) == os.path.realpath(content_root()) or (folder / "mlprep" / "cli.py").is_file()


def syntax_fault(path: Path) -> str | None:
    """Why that file is not Python, or None."""
    try:
        with warnings.catch_warnings(action="ignore"):  # on an escape that Python does not know
            ast.parse(path.read_bytes())
    except SyntaxError as error:
        return f"this is not Python: {error.msg}, line {error.lineno}"
    except (OSError, ValueError, RecursionError, MemoryError) as error:
        return f"this cannot be read: {error}"
    return None


def added() -> list[Pack]:
    """The packs that the user has added. Raises MlprepError where their list cannot be read."""
    try:
        return [Pack(name, Path(path)) for name, path in added_packs().items() if NAME.fullmatch(name)]
    except (OSError, ValueError) as error:
        raise MlprepError(
            f"{packs_file()} cannot be read, so no pack is in use ({error}).",
            "Correct it, or delete it and add your packs again with `mlprep pack add`.",
        ) from error
