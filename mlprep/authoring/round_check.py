"""`mlprep dev check --rounds`: makes debugging rounds of every exercise, and tries each as the grader sees it.

A long enough exercise has at least ten different rounds with one bug, and ten with two.
"""

from __future__ import annotations

import json as json_module
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from mlprep.authoring.found_rounds import COUNTS, MOST_SEEDS, SEEDS, Found
from mlprep.content.catalogue import Catalogue, Exercise
from mlprep.errors import EngineBroke
from mlprep.grading.client import ROUNDS, EngineDied
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
