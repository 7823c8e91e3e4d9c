"""`mlprep dev check`: proves exercises sound, on every core, and says what is not."""

from __future__ import annotations

import json as json_module
import os
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from mlprep.authoring import answers, oracle, structure
from mlprep.authoring.places import has_oracles, has_tests, places_of
from mlprep.authoring.proof_parts import SEEDS, Proof, parts
from mlprep.content.catalogue import Catalogue, Exercise
from mlprep.content.sheet import sections
from mlprep.content.statement import statement
from mlprep.errors import EngineBroke
from mlprep.grading.client import PROVER, EngineDied
from mlprep.grading.pool import Pool

SOUND, UNSOUND = 0, 1
_CORES = os.cpu_count() or 1
_SECONDS_EACH, _SECONDS_OF_TESTS = 3.0, 6.0  # of one core, on average over all exercises

_NO_TESTS = "There is no folder tests/answers here, so no answers were checked, and no oracle."
_SEE_MORE = "To see more of the tests: python -m pytest tests/content --exercise {}"
_NO_PYTEST = "pytest is not installed, so the oracle was not run: pip install -e '.[dev]'."


class Wanted(NamedTuple):
    """How much to check."""

    mutate: bool = True
    tests: bool = True  # the answers and the oracles below tests/
    seeds: Sequence[int] = SEEDS


def run(catalogue: Catalogue, names: list[str], wanted: Wanted, *, json: bool) -> int:
    """Check the named exercises, or all; the exit code."""
    from mlprep.views import proof as view
    from mlprep.views.text import make_console

    began = time.monotonic()
    chosen = [catalogue.find(name) for name in names] if names else list(catalogue.exercises.values())
    stray = [] if names else [*structure.stray_files(catalogue), *structure.concept_card_problems(catalogue)]
    console = make_console(sys.stderr if json else sys.stdout)
    if len(chosen) > 1:
        each = _SECONDS_EACH + _SECONDS_OF_TESTS * wanted.tests
        view.show_start(console, len(chosen), _CORES, len(chosen) * each / _CORES)
    proofs = []
    with view.progress(console, len(chosen)) as advance:
        for proof in proofs_of(catalogue, chosen, wanted):
            proofs.append(proof)
            view.show_proof(console, proof, len(proofs), len(chosen), catalogue.root)
            advance()
    if json:
        print(json_module.dumps({"exercises": [proof.as_json() for proof in proofs], "stray": stray}))
    view.show_summary(console, proofs, stray, time.monotonic() - began)
    return SOUND if not stray and all(proof.is_sound for proof in proofs) else UNSOUND


def proofs_of(catalogue: Catalogue, chosen: Sequence[Exercise], wanted: Wanted) -> Iterator[Proof]:
    """The proof of each exercise, as soon as all its parts are done."""
    every = sections(catalogue)
    shares = _CORES if len(chosen) < _CORES else 1
    tests = ThreadPoolExecutor(1)
    try:
        begun = {each.id: _begin(catalogue, each, wanted, tests) for each in chosen}
        requests = {
            each.id: parts(
                catalogue, each, every, begun[each.id].answers, mutate=wanted.mutate, shares=shares, seeds=wanted.seeds
            )
            for each in chosen
            if begun[each.id].is_ready
        }
        for name in begun.keys() - requests.keys():
            yield _finished(begun[name])
        with Pool(PROVER) as pool:
            for report in pool.ask([request for asked in requests.values() for request in asked]):
                current = begun[report["exercise"]]
                current.reports.append(report)
                if len(current.reports) == len(requests[current.proof.exercise]):
                    yield _finished(current)
    except EngineDied:
        raise EngineBroke("A proving process ended without a report.") from None
    finally:
        tests.shutdown(cancel_futures=True)


class _Begun(NamedTuple):
    """An exercise while it is checked."""

    proof: Proof
    is_ready: bool  # whether its files are written, so that the engine can be asked about them
    answers: list[Path]
    tests: Future[list[str]] | None
    reports: list[dict[str, Any]]


def _begin(catalogue: Catalogue, exercise: Exercise, wanted: Wanted, tests: ThreadPoolExecutor) -> _Begun:
    """What reading the files shows; and the tests of the exercise begin to run. A file with a TODO is left alone."""
    where = places_of(catalogue.root, exercise)
    proof = Proof(exercise.id, "", where.todos(), list(structure.problems(catalogue, exercise)))
    with suppress(OSError, SyntaxError):  # which `structure` has told of
        proof.statement = statement(catalogue, exercise)
    to_do = {todo.path for todo in proof.todos}
    core = (where.starter, where.solution, where.grader)
    is_ready = all(path.is_file() and path not in to_do and not structure.syntax_error(path) for path in core)
    judged: list[Path] = []
    running = None
    if wanted.tests and not has_tests(catalogue.root):
        proof.notes.append(_NO_TESTS)
    elif wanted.tests:
        proof.problems += answers.problems(where)
        judged = [path for path in where.answer_files() if path not in to_do]
        if not has_oracles(catalogue.root):
            pass
        elif not oracle.is_there(where):
            proof.problems.append(f"{where.oracle.name} has no test named test_{exercise.id}_agrees_with_*")
        elif not oracle.can_run():
            proof.notes.append(_NO_PYTEST)
        elif is_ready and where.oracle not in to_do:
            running = tests.submit(lambda: list(oracle.failures(catalogue.root, where)))
    return _Begun(proof, is_ready, judged, running, [])


def _finished(begun: _Begun) -> Proof:
    """The proof, with what the engine's reports and the tests add to it."""
    begun.proof.take(begun.reports)
    if begun.tests is not None and not begun.proof.is_broken:
        failed = begun.tests.result()
        begun.proof.problems += failed
        if failed:
            begun.proof.notes.append(_SEE_MORE.format(begun.proof.exercise))
    return begun.proof
