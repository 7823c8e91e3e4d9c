"""The seven places of an exercise: where its files are, and what is in them for the author still to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from mlprep.content.catalogue import Exercise

_ANY_TODO = re.compile(r"\bTODO\b(?:\(\w*\))?:?\s*(.*)")


class Todo(NamedTuple):
    """A mark that `dev new` left, or an author: its file, its line, and what is to be done there."""

    path: Path
    line: int
    text: str


class Places(NamedTuple):
    """Where an exercise is written. The row, the sheet and the oracle share their files with a whole topic."""

    name: str
    starter: Path
    solution: Path
    grader: Path
    row: Path
    sheet: Path
    oracle: Path
    answers: Path

    def answer_files(self) -> list[Path]:
        """The right and wrong answers, in the order of their names."""
        return sorted(self.answers.glob("*.py"))

    def todos(self) -> list[Todo]:
        """What is left to do. In a file that is shared, only marks with the exercise's name count."""
        own = (self.starter, self.solution, self.grader, *self.answer_files())
        ours = re.compile(rf"\bTODO\({self.name}\):?\s*(.*)")
        shared = (self.row, self.sheet, self.oracle)
        return [todo for path in own for todo in _marks(path, _ANY_TODO)] + [
            todo for path in shared for todo in _marks(path, ours)
        ]


def places(root: Path, topic: str, name: str) -> Places:
    """The places of the exercise of that name in that topic, below a content root. They need not exist."""
    exercises = root / "exercises" / topic
    return Places(
        name,
        exercises / f"{name}.py",
        root / "solutions" / topic / f"{name}.py",
        root / "graders" / topic / f"{name}.py",
        exercises / "topic.toml",
        exercises / "sheet.md",
        root / "tests" / "content" / f"test_oracles_{topic}.py",
        root / "tests" / "answers" / name,
    )


def about(root: Path, exercise: Exercise) -> dict[str, Any]:
    """What a proving engine must know of an exercise, whatever it is asked."""
    where = places_of(root, exercise)
    return {
        "exercise": exercise.id,
        "entry": list(exercise.entry),
        "level": exercise.level,
        "starter": str(where.starter),
        "solution": str(where.solution),
        "grader": str(where.grader),
    }


def places_of(root: Path, exercise: Exercise) -> Places:
    """The places of an exercise of the catalogue."""
    return places(root, exercise.topic, exercise.id)


def has_tests(root: Path) -> bool:
    """Whether answers are here. A wheel holds none, and a pack need not."""
    return (root / "tests" / "answers").is_dir()


def has_oracles(root: Path) -> bool:
    """Whether this is a checkout: a pack has no oracles."""
    return (root / "tests" / "content").is_dir()


def _marks(path: Path, pattern: re.Pattern[str]) -> Iterator[Todo]:
    if not path.is_file():
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if found := pattern.search(line):
            yield Todo(path, number, found[1].rstrip("\"',) "))
