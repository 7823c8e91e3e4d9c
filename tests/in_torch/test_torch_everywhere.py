"""Every reference solution passes behind PyTorch's edge: its arrays arrive as tensors and leave as such."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import Bench, catalogue

from mlprep.content.catalogue import EITHER
from mlprep.grading import candidate

OFFERED = [each.id for each in catalogue.exercises.values() if each.framework == EITHER]
# What stands below a reference solution in NumPy, so that it takes and gives tensors.
BELOW = """

_adapter = Adapter(NUMBERS)


def _of_class(kind):
    class Adapted(kind):
        def __init__(self, *args, **kwargs):
            super().__init__(*map(_adapter._arrays, args), **{k: _adapter._arrays(v) for k, v in kwargs.items()})

    for name, method in list(vars(kind).items()):
        if isinstance(method, types.FunctionType) and (name == "__call__" or name[0] != "_"):
            setattr(Adapted, name, _adapter.adapted(method))
    return Adapted


for _name in ENTRY:
    _found = globals()[_name]
    globals()[_name] = _of_class(_found) if isinstance(_found, type) else _adapter.adapted(_found)
"""
# The kinds of numbers that come out as tensors, where whole ones do.
NUMBERS = {"quantize_int8": "fi"}
# Read, not imported: PyTorch may be missing.
SOURCE = Path(str(candidate.__file__)).with_name("behind_tensors.py").read_text(encoding="utf-8")
ADAPTER = SOURCE.replace("from __future__ import annotations\n", "")


@pytest.mark.parametrize("name", OFFERED)
def test_the_reference_solution_passes_behind_tensors(bench: Bench, name: str) -> None:
    exercise = catalogue.find(name)
    source = catalogue.solution(exercise).read_text(encoding="utf-8")
    source = source if "import numpy as np" in source else source + "\nimport numpy as np\n"
    source = f"from __future__ import annotations\n{source}\n\n{ADAPTER}"
    below = BELOW.replace("ENTRY", repr(exercise.entry)).replace("NUMBERS", repr(NUMBERS.get(name, "f")))
    report = bench.grade(name, source + below)
    assert report["outcome"] == "passed", (report["failure"], report["notes"])
