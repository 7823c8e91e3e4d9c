"""What the results say of a class: how each exercise went, which mistakes are common, who needs help with what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, get_args

from mlprep.classroom.similarity import Pair, alike, expected
from mlprep.content.catalogue import Catalogue, Exercise
from mlprep.grading.contracts import OutcomeName

if TYPE_CHECKING:
    from mlprep.classroom.rows import Row

OUTCOMES: tuple[str, ...] = get_args(OutcomeName)
_MISTAKES = 12  # that are told of one exercise
_MOST_SOURCE = 200_000  # characters of a source that is compared


class Best(NamedTuple):
    """The best submission of one person, and what it lacks."""

    person: str
    outcome: str
    passed: int
    total: int
    needs: str
    """Why it does not pass, or what is left to add."""
    path: str
    tries: int


class Common(NamedTuple):
    """A mistake that people of the class made."""

    text: str
    people: tuple[str, ...]


@dataclass
class ExerciseSummary:
    """How one exercise went."""

    exercise: Exercise
    outcomes: Counter[str] = field(default_factory=Counter)
    mistakes: list[Common] = field(default_factory=list)
    parts: dict[str, tuple[int, int]] = field(default_factory=dict)
    """For each part, how many people pass all of it, and how many were tried on it."""
    people: list[Best] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)
    """The sources of the pairs, by path."""

    @property
    def total(self) -> int:
        """How many people handed it in."""
        return len(self.people)


def summarize(
    catalogue: Catalogue, exercise: Exercise, rows: Iterable[Row], source_of: Callable[[str], str]
) -> ExerciseSummary:
    """The summary of an exercise. ``source_of`` gives the source at a row's path."""
    summary = ExerciseSummary(exercise)
    by_person: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_person[row["person"]].append(row)
    wrong: dict[str, list[str]] = defaultdict(list)
    parts: dict[str, list[int]] = {}
    for person, tries in sorted(by_person.items()):
        best = max(tries, key=lambda row: (row["outcome"] == "passed", row["cases_passed"], row["path"]))
        summary.outcomes[best["outcome"]] += 1
        needs = why(best)
        counts = best["cases_passed"], best["cases_total"]
        summary.people.append(Best(person, best["outcome"], *counts, needs, best["path"], len(tries)))
        if best["outcome"] not in ("passed", "unfinished", "grader_error"):
            for text in dict.fromkeys([each["text"] for each in best["diagnoses"]] or [needs]):
                wrong[text].append(person)
        for part in best["parts"]:
            held = parts.setdefault(part["name"], [0, 0])
            held[0] += part["passed"] == part["total"]
            held[1] += 1
    common = sorted(wrong.items(), key=lambda each: (-len(each[1]), each[0]))[:_MISTAKES]
    summary.mistakes = [Common(text, tuple(people)) for text, people in common]
    summary.parts = {name: (passed, tried) for name, (passed, tried) in parts.items()}
    every = [row for tries in by_person.values() for row in tries if row["outcome"] != "unfinished"]
    _compare(summary, catalogue, every, source_of)
    return summary


def why(row: Row) -> str:
    """In a sentence, what a submission lacks; empty if nothing."""
    if row["outcome"] == "passed":
        return f"Beyond the task: {row['beyond'][0]['text']}" if row["beyond"] else ""
    if row["diagnosis"]:
        return row["diagnosis"]
    return row["failure"]["reason"] if row["failure"] else row["summary"]


def _compare(
    summary: ExerciseSummary, catalogue: Catalogue, rows: Sequence[Row], source_of: Callable[[str], str]
) -> None:
    """Find the submissions that are alike, and keep their sources."""
    exercise = summary.exercise
    sources = {row["path"]: source_of(row["path"]) for row in rows}
    usual = expected(
        [_text(catalogue.solution(exercise)), _text(catalogue.starter(exercise))], [_text(catalogue.grader(exercise))]
    )
    compared = [
        (row["path"], row["person"], sources[row["path"]]) for row in rows if len(sources[row["path"]]) <= _MOST_SOURCE
    ]
    summary.pairs = alike(compared, usual)
    shown = {path for pair in summary.pairs for path in (pair.one, pair.other)}
    summary.sources = {path: sources[path] for path in shown}


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
