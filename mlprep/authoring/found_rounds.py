"""What trying the debugging rounds of an exercise has found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from mlprep.grading.frameworks import NUMPY
from mlprep.phrases import counted

SEEDS, MOST_SEEDS = 10, 30
COUNTS = (1, 2)
LONG = 5  # statements of a solution, from which on there are as many different rounds as seeds


@dataclass
class Found:
    """What the rounds of one exercise in one framework came to."""

    exercise: str
    framework: str = NUMPY
    rounds: int = 0
    texts: dict[int, set[str]] = field(default_factory=lambda: {count: set() for count in COUNTS})
    bugs: dict[int, set[str]] = field(default_factory=lambda: {count: set() for count in COUNTS})
    refused: int = 0
    statements: int = 0
    problems: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def take(self, count: int, answer: dict[str, Any]) -> None:
        """Take in one answer of the engine."""
        at = f"{counted(count, 'bug')}, seed {answer.get('seed')}"
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
            "framework": self.framework,
            "rounds": self.rounds,
            "different": {count: len(texts) for count, texts in self.texts.items()},
            "different_bugs": {count: len(bugs) for count, bugs in self.bugs.items()},
            "refused": self.refused,
            "problems": self.problems,
            "seconds": round(self.seconds, 2),
        }
