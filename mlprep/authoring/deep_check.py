"""`mlprep dev check --deep`: changes every right answer in small ways, and says what the grader makes of each.

A slip that passes is a gap in the grader, or no slip: whoever reads the list decides. Of those that fail, it counts how
many get the name of a known mistake, and how many at least a reason.
"""

from __future__ import annotations

import json as json_module
import sys
from collections import Counter
from typing import Any

from mlprep.authoring.places import about, has_tests, places_of
from mlprep.content.catalogue import Catalogue
from mlprep.errors import EngineBroke, MlprepError
from mlprep.grading.client import PROVER, EngineDied
from mlprep.grading.pool import Pool


def run(catalogue: Catalogue, names: list[str], *, json: bool) -> int:
    """Check the right answers of the named exercises, or of all; 1 if any slip passes, else 0."""
    from mlprep.views import proof as view
    from mlprep.views.text import make_console

    if not has_tests(catalogue.root):
        raise MlprepError(
            "There is no folder tests/answers here, so there are no answers to change.",
            "Run it in a checkout, or in a pack that has that folder.",
        )
    console = make_console(sys.stderr if json else sys.stdout)
    chosen = [catalogue.find(name) for name in names] if names else list(catalogue.exercises.values())
    total: Counter[str] = Counter()
    reports: list[dict[str, Any]] = []
    try:
        with Pool(PROVER) as pool:
            for exercise in chosen:
                where, told = places_of(catalogue.root, exercise), about(catalogue.root, exercise)
                paths = [str(path) for path in where.answer_files() if path.name.startswith("right_")]
                mine = list(pool.ask([{**told, "part": "slips", "path": path} for path in paths]))
                counts = Counter(slip["seen"] for report in mine for slip in report.get("slips", ()))
                view.show_slips(console, exercise.id, len(paths), counts)
                for report in mine:
                    for slip in report.get("slips", ()):
                        if slip["seen"] == "passed":
                            view.show_passing(console, report["path"], slip["line"], slip["name"])
                total += counts
                reports += mine
    except EngineDied:
        raise EngineBroke("A proving process ended without a report.") from None
    if json:
        print(json_module.dumps(reports))
    view.show_slips(console, "in all", len(reports), total)
    return int(total["passed"] > 0)
