"""Proves one exercise sound, part by part, in an engine process of its own: `mlprep dev check` asks, this answers.

Every starter file is unfinished, every example is true, every solution and every alternative passes over several
seeds, every mistake is rejected and recognized as itself, every answer written by others is graded as its name says,
and every small change to the reference is rejected or excused by name. An excuse that ends in "..." stands for every
mutant whose name begins so, and those are not even run.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from mlprep.authoring.mutants import mutants
from mlprep.grading.contracts import Report
from mlprep.grading.engine.examination import Examination
from mlprep.grading.engine.process import Nursery
from mlprep.grading.judging import case_plan
from mlprep.grading.judging.grader import Grader
from mlprep.grading.judging.model import ANY_ARRAY, CORE
from mlprep.grading.questions import examples, standalone

Request = dict[str, Any]

ANSWER_SEED = 3
MUTANT_SEED = 1
MISTAKES = {"easy": 3, "medium": 4, "hard": 4}
ALTERNATIVES = 2


class Service:
    """Answers requests about one part of an exercise; ``mlprep.authoring.proof_parts`` puts the parts together."""

    def __init__(self, nursery: Nursery) -> None:
        self._nursery = nursery
        self._proof: _Proof | None = None  # of the exercise asked about last: its parts come in a row

    def answer(self, request: Request) -> dict[str, Any]:
        """What the part found: its problems, and of mutants how many there were and which survived."""
        began = time.perf_counter()
        try:
            if self._proof is None or self._proof.exercise != request["exercise"]:
                self._proof = _Proof(self._nursery, request)
            found = _PARTS[request["part"]](self._proof, request)
        except Exception as error:
            found = {"problems": [_told(error, request)], "broken": True}
        seconds = round(time.perf_counter() - began, 2)
        return {"exercise": request["exercise"], **found, "seconds": seconds}


class _Proof:
    """All that is asked of one exercise's grader."""

    def __init__(self, nursery: Nursery, request: Request) -> None:
        self._nursery = nursery
        self.exercise: str = request["exercise"]
        self._starter, self._solution = (
            Path(request[name]).read_text(encoding="utf-8") for name in ("starter", "solution")
        )
        self._grader = Grader(self.exercise, request["entry"], request["grader"], request["solution"])

    def basics(self, request: Request) -> dict[str, Any]:
        """The starter file is unfinished, the solution passes, the examples are true. Else it may be "broken"."""
        problems = []
        report = self._check(self._starter, request["seeds"][0])
        if report["outcome"] != "unfinished":
            problems.append(f"the starter code is {report['outcome']}, not unfinished: {_why(report)}")
        for seed in request["seeds"]:
            report = self._check(self._solution, seed)
            if report["outcome"] != "passed":
                problems.append(f"the solution does not pass with seed {seed}: {_why(report)}")
                return {"problems": problems, "broken": True}
        grader = self._grader
        needed = MISTAKES.get(request["level"], 0)
        if len(grader.mistakes) < needed:
            problems.append(f"{len(grader.mistakes)} mistakes; {needed} are asked for at this level")
        if len(grader.alternatives) < ALTERNATIVES:
            problems.append(f"{len(grader.alternatives)} alternatives; {ALTERNATIVES} are asked for")
        untrue = [examples.worked_example(self._starter, grader.reference, grader.entry)]
        untrue += [examples.snippets(title, blocks) for title, blocks in request["snippets"]]
        edges = [label for label in case_plan.labels(grader) if label not in (CORE, ANY_ARRAY)]
        return {
            "problems": problems + [each for each in untrue if each is not None],
            "labels": edges,
            "quiet": sorted(grader.quiet),
        }

    def variants(self, request: Request) -> dict[str, Any]:
        """With one seed, every alternative passes and every mistake is recognized."""
        return {"problems": list(self._misjudged_variants(request["seed"]))}

    def answers(self, request: Request) -> dict[str, Any]:
        """The files ``right_*.py`` pass, ``wrong_*.py`` do not, and ``beyond_*.py`` pass with a note."""
        problems = []
        for path in map(Path, request["paths"]):
            claim = path.stem.partition("_")[0]
            if claim not in ("right", "wrong", "beyond"):
                continue
            report = self._check(path.read_text(encoding="utf-8"), ANSWER_SEED, hurried=claim == "wrong")
            noted = claim != "beyond" or bool(report["beyond"])
            if (
                (report["outcome"] == "passed") != (claim != "wrong")
                or report["outcome"] == "grader_error"
                or not noted
            ):
                problems.append(f"the answer {path.name} comes out as {report['outcome']}: {_why(report)}")
        return {"problems": problems}

    def mutants(self, request: Request) -> dict[str, Any]:
        """Which small changes to the reference go unnoticed, of this request's share of them."""
        excuses, families = self._grader.excuses, self._grader.excused_families
        limit = self._time_limit(self._check(self._solution, MUTANT_SEED))
        survivors, used, excused = [], set(), 0
        share = list(mutants(self._solution))[request["share"] :: request["shares"]]
        for mutant in share:
            if mutant.name.startswith(families):
                excused += 1
                continue
            report = self._check(mutant.source, MUTANT_SEED, limit, hurried=True)
            if report["outcome"] != "passed" or report["beyond"]:  # a note is noticed too
                continue
            if mutant.name in excuses:
                used.add(mutant.name)
                excused += 1
            else:
                survivors.append(f"line {mutant.line}: {mutant.name}")
        unused = [name for name in excuses if name not in used and not name.endswith("...")]
        return {
            "problems": [],
            "mutants": len(share),
            "survivors": survivors,
            "excused": excused,
            "unused_excuses": unused,
        }

    def slips(self, request: Request) -> dict[str, Any]:
        """What becomes of every small change to a right answer: passed over, named, read, or failed in silence."""
        source = Path(request["path"]).read_text(encoding="utf-8")
        whole = self._check(source, MUTANT_SEED)
        if whole["outcome"] != "passed":
            return {"problems": [f"{request['path']} does not pass: {_why(whole)}"], "slips": []}
        limit = self._time_limit(whole)
        found = []
        for mutant in mutants(source):
            report = self._check(mutant.source, MUTANT_SEED, limit)
            passed = report["outcome"] == "passed"
            seen = "named" if report["mistake"] else "read" if report["diagnosis"] else "silent"
            if passed:
                seen = "noted" if report["beyond"] and not whole["beyond"] else "passed"
            told = report["diagnosis"] if not passed else None
            found.append({"line": mutant.line, "name": mutant.name, "seen": seen, "told": told})
        return {"problems": [], "path": request["path"], "slips": found}

    def _misjudged_variants(self, seed: int) -> Iterator[str]:
        limit = self._time_limit(self._check(self._solution, seed))
        for right in standalone.alternatives(self._grader):
            report = self._check(right.source, seed)
            if report["outcome"] != "passed":
                yield f"the alternative {right.key} does not pass with seed {seed}: {_why(report)}"
        for wrong in standalone.mistakes(self._grader):
            report = self._check(wrong.source, seed, limit)
            if report["outcome"] == "timeout" and report["mistake"] != wrong.name:  # it is slow, but ends
                report = self._check(wrong.source, seed)
            if report["outcome"] == "passed":
                yield f"the mistake {wrong.key} passes with seed {seed}"
            elif report["outcome"] == "grader_error":
                yield f"the mistake {wrong.key} breaks the grader: {_why(report)}"
            elif report["mistake"] != wrong.name:
                yield f"the mistake {wrong.key} is diagnosed as {report['mistake']} with seed {seed}: {_why(report)}"

    def _time_limit(self, right: Report) -> float:
        """Seconds for what is wrong, some of which never ends, by those of what is right."""
        return min(self._grader.seconds, max(1.0, 5 * right["seconds"]))

    def _check(self, source: str, seed: int, limit: float | None = None, *, hurried: bool = False) -> Report:
        examination = Examination(self._grader, source, f"/{self.exercise}.py", seed, [], "", hurried=hurried)
        return examination.run(lambda: self._nursery.start(limit or self._grader.seconds))


_PARTS: dict[str, Callable[[_Proof, Request], dict[str, Any]]] = {
    "basics": _Proof.basics,
    "variants": _Proof.variants,
    "answers": _Proof.answers,
    "mutants": _Proof.mutants,
    "slips": _Proof.slips,
}


def _told(error: Exception, request: Request) -> str:
    """An error that an exercise's own files raise, with its place in them. A SyntaxError names its place already."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [
        f"{Path(each.filename).parts[-3]}/{Path(each.filename).name}, line {each.lineno}"
        for each in frames
        if each.filename in (request["grader"], request["solution"])
    ]
    place = "" if isinstance(error, SyntaxError) or not places else f" ({places[-1]})"
    return f"{type(error).__name__}: {error}{place}"


def _why(report: Report) -> str:
    failure = report["failure"]
    if failure is None:
        return "; ".join(report["notes"]) or str(report["summary"])
    return f"{failure['case']}: {failure['reason']} [{failure['kind']}] {report['diagnosis'] or ''}".strip()
