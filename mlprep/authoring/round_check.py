"""`mlprep dev check --rounds`: makes debugging rounds of every exercise, and tries each as the grader sees it.

A long enough exercise has at least ten different rounds with one bug, and ten with two.
"""

from __future__ import annotations

import json as json_module
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from mlprep.content.catalogue import Catalogue, Exercise
from mlprep.errors import EngineBroke
from mlprep.grading.client import ROUNDS, EngineDied
from mlprep.grading.pool import Pool

SEEDS, MOST_SEEDS = 10, 30
COUNTS = (1, 2)
LONG = 5  # statements of a solution, from which on there are as many different rounds as seeds


@dataclass
class Found:
    """What the rounds of one exercise came to."""

    exercise: str
    rounds: int = 0
    texts: dict[int, set[str]] = field(default_factory=lambda: {count: set() for count in COUNTS})
    bugs: dict[int, set[str]] = field(default_factory=lambda: {count: set() for count in COUNTS})
    refused: int = 0
    statements: int = 0
    problems: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def take(self, count: int, answer: dict[str, Any]) -> None:
        """Take in one answer of the engine."""
        at = f"{count} bug{'s' * (count > 1)}, seed {answer.get('seed')}"
        self.statements = max(self.statements, answer.get("statements", 0))
        self.seconds += answer.get("seconds", 0.0)
        if "broken" in answer:
            self.problems.append(f"{at}: {answer['broken']}")
        elif "none" in answer:
            self.refused += 1
        else:
            self.rounds += 1
            self.problems += [f"{at}: {problem}" for problem in answer["problems"]]
            self.texts[count].add(answer["text"])
            self.bugs[count].add(str([bug[1:3] for bug in answer["bugs"]]))

    def lacks(self, count: int) -> int:
        """How many different rounds are missing."""
        return max(SEEDS - len(self.texts[count]), 0) if self.statements >= LONG else 0

    def as_json(self) -> dict[str, Any]:
        """For `--json`: plain data."""
        return {
            "exercise": self.exercise,
            "rounds": self.rounds,
            "different": {count: len(texts) for count, texts in self.texts.items()},
            "different_bugs": {count: len(bugs) for count, bugs in self.bugs.items()},
            "refused": self.refused,
            "problems": self.problems,
            "seconds": round(self.seconds, 2),
        }


def run(catalogue: Catalogue, names: Sequence[str], *, json: bool) -> int:
    """Make and try the rounds of the named exercises, or of all; 1 if any is not sound, else 0."""
    from mlprep.views import proof as view
    from mlprep.views.text import make_console

    console = make_console(sys.stderr if json else sys.stdout)
    chosen = [catalogue.find(name) for name in names] if names else list(catalogue.exercises.values())
    every = []
    for found in found_of(catalogue, chosen):
        every.append(found)
        view.show_rounds(console, found)
    if json:
        print(json_module.dumps([found.as_json() for found in every]))
    return int(any(found.problems for found in every))


def found_of(catalogue: Catalogue, chosen: Sequence[Exercise]) -> Iterator[Found]:
    """What the rounds of each exercise come to."""
    try:
        with Pool(ROUNDS) as pool:
            for exercise in chosen:
                found = Found(exercise.id)
                for count in COUNTS:
                    first = range(SEEDS)
                    while first:
                        for answer in pool.ask([_request(catalogue, exercise, count, seed) for seed in first]):
                            found.take(count, answer)
                        more = min(first.stop + found.lacks(count), MOST_SEEDS)
                        first = range(first.stop, more)
                    if found.lacks(count):
                        found.problems.append(f"only {len(found.texts[count])} different rounds with {count}")
                yield found
    except EngineDied:
        raise EngineBroke("A process that makes rounds ended without an answer.") from None


def _request(catalogue: Catalogue, exercise: Exercise, count: int, seed: int) -> dict[str, Any]:
    return {
        "exercise": exercise.id,
        "entry": list(exercise.entry),
        "grader": str(catalogue.grader(exercise)),
        "solution": str(catalogue.solution(exercise)),
        "head": "",
        "bugs": count,
        "seed": seed,
        "prove": True,
    }
