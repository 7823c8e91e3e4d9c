"""The solutions that tests in PyTorch are run on: every exercise has enough, in PyTorch's words, each time the same."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

import pytest
from support import catalogue, grader

from mlprep.content.catalogue import EITHER
from mlprep.grading.common.scratch import Scratch
from mlprep.grading.engine.main import _zygote
from mlprep.grading.engine.process import Nursery
from mlprep.grading.questions import torch_lineup
from mlprep.grading.questions.torch_lineup import TorchLineup

OFFERED = [each.id for each in catalogue.exercises.values() if each.framework == EITHER]
NUMPYS = re.compile(r"\bnp\.|numpy|\barrays?\b|keepdims|ddof|astype", re.IGNORECASE)


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    scratch = Scratch()
    zygote = _zygote(scratch.path)
    assert zygote is not None
    yield Nursery(zygote, scratch)
    # Not by abandon(), which ends all that this process has started, the engine of the other tests among it.
    pid, control = zygote
    control.close()
    os.waitpid(pid, 0)
    scratch.close()


def lineup(nursery: Nursery, name: str) -> TorchLineup:
    return TorchLineup(grader(name), catalogue.torch_solution(catalogue.find(name)), nursery.start_torch)


@pytest.mark.parametrize("name", OFFERED)
def test_every_exercise_has_solutions_to_run_tests_on(nursery: Nursery, name: str) -> None:
    found = lineup(nursery, name)
    first, *others = found.right()
    assert "import torch" in first.source or "np" not in first.source
    assert all(each.is_behind_tensors for each in others)
    wrong = list(found.wrong())
    assert len(wrong) >= 10
    assert [each.number for each in wrong] == list(range(1, len(wrong) + 1))
    for each in wrong:
        assert each.text.endswith((".", ")"))
        assert not NUMPYS.search(each.text)
        assert each.is_behind_tensors == (each.kind == "mistake")


def test_the_same_solutions_are_found_again(nursery: Nursery) -> None:
    found = []
    for _ in range(2):
        torch_lineup._KEPT.clear()
        found.append(list(lineup(nursery, "layer_norm").wrong()))
    assert found[0] == found[1]
    assert sum(each.kind == "change" for each in found[0]) >= 8
