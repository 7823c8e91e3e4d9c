"""One exercise's proof: what is asked of the proving engines, part by part, and what the parts say together.

The parts of one exercise are independent, so that all cores work on it when it is the only one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mlprep.authoring import statements
from mlprep.authoring.places import Todo, about
from mlprep.content.catalogue import Catalogue, Exercise
from mlprep.content.sheet import Section

Request = dict[str, Any]

SEEDS = (1, 2, 3)
SEEDS_OF_MANY = SEEDS[:1]  # when all exercises are checked, again and again


@dataclass
class Proof:
    """What is known of an exercise so far. It is sound if nothing at all is found."""

    exercise: str
    statement: str = ""
    todos: list[Todo] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    survivors: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    mutants: int = 0
    excused: int = 0
    seconds: float = 0.0
    is_broken: bool = False  # so that nothing else can be said of it

    @property
    def is_sound(self) -> bool:
        return not (self.todos or self.problems or self.survivors)

    def take(self, reports: list[dict[str, Any]]) -> None:
        """Take in the reports on all parts. Of an exercise that is broken, only what broke it counts."""
        self.seconds = sum(report["seconds"] for report in reports)
        broken = [report for report in reports if report.get("broken")]
        self.is_broken = bool(broken)
        for report in broken[:1] or reports:
            self.problems += report["problems"]
            self.survivors += report.get("survivors", [])
            self.mutants += report.get("mutants", 0)
            self.excused += report.get("excused", 0)
        if not self.is_broken:
            for report in reports:
                if "labels" in report:
                    self.problems += statements.problems(self.statement, report["labels"], report["quiet"])
            unused = [set(report["unused_excuses"]) for report in reports if "unused_excuses" in report]
            stale = set.intersection(*unused) if unused else set()
            self.problems += [f"the excuse {name!r} excuses nothing" for name in sorted(stale)]

    def as_json(self) -> dict[str, Any]:
        """For `--json`: plain data."""
        return {
            "exercise": self.exercise,
            "todos": [{"path": str(todo.path), "line": todo.line, "text": todo.text} for todo in self.todos],
            "problems": self.problems,
            "survivors": self.survivors,
            "notes": self.notes,
            "mutants": self.mutants,
            "excused": self.excused,
            "seconds": round(self.seconds, 2),
        }


def parts(
    catalogue: Catalogue,
    exercise: Exercise,
    sections: list[Section],
    answers: list[Path],
    *,
    mutate: bool,
    shares: int,
    seeds: Sequence[int] = SEEDS,
) -> list[Request]:
    """What to ask about an exercise: its mutants and ``answers`` are divided into that many shares."""
    snippets = [
        [section.title, [block.text for block in section.blocks if block.kind == "python"]]
        for section in sections
        if section.title in exercise.sections
    ]
    asked: list[Request] = [{"part": "basics", "seeds": seeds, "snippets": snippets}]
    asked += [{"part": "variants", "seed": seed} for seed in seeds]
    asked += [{"part": "answers", "paths": paths} for paths in _divided([str(path) for path in answers], shares)]
    if mutate:
        asked += [{"part": "mutants", "share": share, "shares": shares} for share in range(shares)]
    told = about(catalogue.root, exercise)
    return [{**told, **request} for request in asked]


def _divided(items: list[str], shares: int) -> list[list[str]]:
    return [part for part in (items[start::shares] for start in range(shares)) if part]
