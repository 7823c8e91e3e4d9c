"""`mlprep dev check --rounds`: makes debugging rounds of every exercise, and tries each as the grader sees it.

A long enough solution has at least ten different rounds with one bug, and ten with two. Where PyTorch is installed, so
has the one in PyTorch.
"""

from __future__ import annotations

import json as json_module
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from mlprep.authoring.found_rounds import COUNTS, MOST_SEEDS, SEEDS, Found
from mlprep.content.catalogue import EITHER, PLAIN, Catalogue, Exercise
from mlprep.errors import EngineBroke
from mlprep.grading.client import ROUNDS, EngineDied
from mlprep.grading.frameworks import NUMPY, TORCH, is_installed
from mlprep.grading.pool import Pool


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
    if not is_installed(TORCH) and any(TORCH in each.frameworks for each in chosen):
        view.show_no_torch(console)
    if json:
        print(json_module.dumps([found.as_json() for found in every]))
    return int(any(found.problems for found in every))


def found_of(catalogue: Catalogue, chosen: Sequence[Exercise]) -> Iterator[Found]:
    """What the rounds of each exercise come to, in each framework that there are rounds in."""
    try:
        with Pool(ROUNDS) as pool:
            for exercise in chosen:
                for framework in _frameworks(catalogue, exercise):
                    yield _found(pool, catalogue, exercise, framework)
    except EngineDied:
        raise EngineBroke("A process that makes rounds ended without an answer.") from None


def _frameworks(catalogue: Catalogue, exercise: Exercise) -> Iterator[str]:
    yield PLAIN if exercise.framework == PLAIN else NUMPY
    if exercise.framework == EITHER and catalogue.torch_solution(exercise).exists() and is_installed(TORCH):
        yield TORCH


def _found(pool: Pool, catalogue: Catalogue, exercise: Exercise, framework: str) -> Found:
    found = Found(exercise.id, framework)
    for count in COUNTS:
        first = range(SEEDS)
        while first:
            for answer in pool.ask([_request(catalogue, exercise, framework, count, seed) for seed in first]):
                found.take(count, answer)
            more = min(first.stop + found.lacks(count), MOST_SEEDS)
            first = range(first.stop, more)
        if found.lacks(count):
            found.problems.append(f"only {len(found.texts[count])} different rounds with {count}")
    return found


def _request(catalogue: Catalogue, exercise: Exercise, framework: str, count: int, seed: int) -> dict[str, Any]:
    request: dict[str, Any] = {
        "exercise": exercise.id,
        "entry": list(exercise.entry),
        "grader": str(catalogue.grader(exercise)),
        "solution": str(catalogue.solution(exercise)),
        "head": "",
        "bugs": count,
        "seed": seed,
        "prove": True,
    }
    if framework == TORCH:
        solution = str(catalogue.torch_solution(exercise))
        request["torch"] = {"solution": solution, "shortcuts": list(exercise.shortcuts)}
    return request
