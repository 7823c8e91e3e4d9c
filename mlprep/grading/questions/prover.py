"""Proves one exercise sound, in an engine process of its own: `mlprep dev check` asks, this answers.

Every stub is unfinished, every solution and every alternative passes over several seeds, every mistake is rejected
and diagnosed as itself, and every small change to the reference is rejected or excused by name. An excuse that ends in
"..." stands for every mutant whose name begins so, and those are not even run.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mlprep.authoring import structure
from mlprep.authoring.mutants import mutants
from mlprep.content.catalogue import Catalogue, Exercise
from mlprep.grading.contracts import Report
from mlprep.grading.engine.examination import Examination
from mlprep.grading.engine.process import Nursery
from mlprep.grading.judging.grader import Grader, Variant

SEEDS = (1, 2, 3)
MUTANT_SEED = 1
MISTAKES = {"easy": 3, "medium": 4, "hard": 4}
ALTERNATIVES = 2


class Service:
    """Answers requests of the form {"prove": id, "topic": id, "root": path, "mutate": bool}."""

    def __init__(self, nursery: Nursery) -> None:
        self._nursery = nursery

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """Problems, and the mutants that survived, with how many there were."""
        catalogue = Catalogue(Path(request["root"]))
        exercise = next(
            each for each in catalogue.read_topic(request["topic"]).exercises if each.id == request["prove"]
        )
        began = time.perf_counter()
        result: dict[str, Any] = {"exercise": exercise.id, "mutants": 0, "survivors": [], "excused": 0}
        try:
            result["problems"] = list(structure.problems(catalogue, exercise))
            if catalogue.grader(exercise).is_file() and catalogue.solution(exercise).is_file():
                proof = _Proof(self._nursery, catalogue, exercise)
                result["problems"] += list(proof.problems())
                if request["mutate"] and not result["problems"]:
                    result.update(proof.mutation())
        except Exception as error:
            result["problems"] = [*result.get("problems", ()), f"{type(error).__name__}: {error}"]
        result["seconds"] = round(time.perf_counter() - began, 2)
        return result


class _Proof:
    """All that is asked of one exercise's grader."""

    def __init__(self, nursery: Nursery, catalogue: Catalogue, exercise: Exercise) -> None:
        self._nursery = nursery
        self._exercise = exercise
        self._stub = catalogue.stub(exercise).read_text(encoding="utf-8")
        self._solution = catalogue.solution(exercise).read_text(encoding="utf-8")
        self._grader = Grader(exercise.id, exercise.entry, catalogue.grader(exercise), catalogue.solution(exercise))

    def problems(self) -> Iterator[str]:
        """Everything wrong but the mutants."""
        grader = self._grader
        report = self._check(self._stub, 1)
        if report["outcome"] != "unfinished":
            yield f"the stub is {report['outcome']}, not unfinished: {_why(report)}"
        for seed in SEEDS:
            report = self._check(self._solution, seed)
            if report["outcome"] != "passed":
                yield f"the solution does not pass with seed {seed}: {_why(report)}"
                return
        if len(grader.mistakes) < MISTAKES[self._exercise.level]:
            yield f"{len(grader.mistakes)} mistakes; {MISTAKES[self._exercise.level]} are asked for at this level"
        if len(grader.alternatives) < ALTERNATIVES:
            yield f"{len(grader.alternatives)} alternatives; {ALTERNATIVES} are asked for"
        for seed in SEEDS:
            for variant in grader.alternatives:
                report = self._check_variant(variant, seed)
                if report["outcome"] != "passed":
                    yield f"the alternative {variant.name} does not pass with seed {seed}: {_why(report)}"
            for variant in grader.mistakes:
                yield from self._mistake(variant, seed)

    def mutation(self) -> dict[str, Any]:
        """Which small changes to the reference go unnoticed."""
        excuses = self._grader.excuses
        families = tuple(name[:-3] for name in excuses if name.endswith("..."))
        limit = max(2.0, 5 * self._check(self._solution, MUTANT_SEED)["seconds"])  # some mutants never end
        survivors, used, count, excused = [], set(), 0, 0
        for mutant in mutants(self._solution):
            count += 1
            if families and mutant.name.startswith(families):
                excused += 1
                continue
            report = self._check(mutant.source, MUTANT_SEED, limit)
            if report["outcome"] != "passed":
                continue
            if mutant.name in excuses:
                used.add(mutant.name)
                excused += 1
            else:
                survivors.append(f"line {mutant.line}: {mutant.name}")
        stale = [
            f"the excuse {name!r} excuses nothing" for name in excuses if name not in used and not name.endswith("...")
        ]
        return {"mutants": count, "survivors": survivors, "excused": excused, "problems": stale}

    def _mistake(self, variant: Variant, seed: int) -> Iterator[str]:
        report = self._check_variant(variant, seed)
        if report["outcome"] == "passed":
            yield f"the mistake {variant.name} passes with seed {seed}"
        elif report["outcome"] == "grader_error":
            yield f"the mistake {variant.name} breaks the grader: {_why(report)}"
        elif report["mistake"] != variant.name:
            yield f"the mistake {variant.name} is diagnosed as {report['mistake']} with seed {seed}: {_why(report)}"

    def _check(self, source: str, seed: int, limit: float | None = None) -> Report:
        path = f"/{self._exercise.id}.py"
        examination = Examination(self._grader, source, path, seed, [], "", hurried=limit is not None)
        return examination.run(lambda: self._nursery.start(limit or self._grader.seconds))

    def _check_variant(self, variant: Variant, seed: int) -> Report:
        examination = Examination(self._grader, variant.source, f"/{self._exercise.id}.py", seed, [], "")
        return examination.run(lambda: self._nursery.fork_with(variant.module, self._grader.seconds))


def _why(report: Report) -> str:
    failure = report["failure"]
    if failure is None:
        return "; ".join(report["notes"]) or str(report["summary"])
    return f"{failure['case']}: {failure['reason']} [{failure['kind']}] {report['diagnosis'] or ''}".strip()
