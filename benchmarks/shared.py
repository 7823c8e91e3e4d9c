"""What several benchmarks use: the installed program, the kept answers, and what `check` asks of an engine."""

from __future__ import annotations

import sys
import sysconfig
from pathlib import Path

from mlprep.content.catalogue import Catalogue, Exercise
from mlprep.grading.contracts import Request

MLPREP = str(Path(sysconfig.get_path("scripts")) / "mlprep")
ANSWERS = Path(__file__).resolve().parent.parent / "tests" / "answers"
NUMPY = [sys.executable, "-c", "import numpy"]  # the yardstick


def request_of(catalogue: Catalogue, exercise: Exercise, source: str, path: Path, seed: int) -> Request:
    """What `check` would ask of an engine."""
    return {
        "exercise": exercise.id, "topic": exercise.topic, "entry": list(exercise.entry), "root": str(catalogue.root),
        "source": source, "path": str(path), "folder": str(path.parent), "seed": seed, "hidden": [],
    }  # fmt: skip
