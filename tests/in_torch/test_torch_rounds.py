"""Debugging rounds in PyTorch: bugs in reference solutions in PyTorch, which fail the check of code in PyTorch."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from support import catalogue

from mlprep.content.catalogue import EITHER
from mlprep.grading.client import ROUNDS, Engine
from mlprep.grading.frameworks import TORCH, framework_of

OFFERED = [each for each in catalogue.exercises.values() if each.framework == EITHER]
WRITTEN = [each.id for each in OFFERED if catalogue.torch_solution(each).exists()]
NUMPYS = re.compile(r"\bnp\.|numpy|\barrays?\b|keepdims|ddof|astype", re.IGNORECASE)


@pytest.fixture(scope="module")
def maker() -> Iterator[Engine]:
    engine = Engine(ROUNDS)
    yield engine
    engine.close()


def asked(name: str, bugs: int, seed: int) -> dict[str, Any]:
    exercise = catalogue.find(name)
    return {
        "exercise": name,
        "entry": list(exercise.entry),
        "grader": str(catalogue.grader(exercise)),
        "solution": str(catalogue.solution(exercise)),
        "torch": {"solution": str(catalogue.torch_solution(exercise)), "shortcuts": list(exercise.shortcuts)},
        "head": "",
        "bugs": bugs,
        "seed": seed,
        "prove": True,
    }


@pytest.mark.parametrize("name", WRITTEN)
def test_a_bug_in_pytorch_fails_and_the_file_without_it_passes(maker: Engine, name: str) -> None:
    made = maker.ask(asked(name, 1, 1))
    assert "broken" not in made, made["broken"]
    assert made["problems"] == []
    if "text" not in made:
        assert made["statements"] < 5
        return
    assert framework_of(made["text"]) == TORCH
    assert not [each for each in (made["text"], *made["bugs"][0][1:]) if NUMPYS.search(each)]


def test_different_seeds_make_different_rounds_and_the_same_seed_the_same(maker: Engine) -> None:
    first, other, again = (maker.ask(asked("softmax", 2, seed))["text"] for seed in (1, 2, 1))
    assert first != other
    assert first == again


def test_debug_in_torch_writes_a_file_that_is_checked_and_fixed_as_pytorch(learner) -> None:
    said = json.loads(learner("debug", "softmax", "--in", "torch", "--seed", "3", "--json").out)
    assert "tensor" in said["statement"]
    path = learner.folder / "softmax_debug.py"
    assert framework_of(path.read_text()) == TORCH
    assert learner("check", "softmax_debug").code == 1
    hints = [learner("hint").out for _ in range(3)]
    assert not NUMPYS.search("".join(hints))
    fixed = json.loads(learner("solution", "softmax_debug", "--yes", "--json").out)["code"]
    path.write_text(fixed)
    assert learner("check", "softmax_debug").code == 0


def test_a_workspace_in_pytorch_has_rounds_in_it_where_they_can_be(learner) -> None:
    learner("init", str(learner.folder), "--in", "torch")
    learner("debug", "softmax", "--seed", "3")
    assert framework_of((learner.folder / "softmax_debug.py").read_text()) == TORCH
    learner("debug", "top_k", "--seed", "3")
    assert framework_of((learner.folder / "top_k_debug.py").read_text()) != TORCH
    refused = learner("debug", "top_k", "--in", "torch", "--fresh")
    assert (refused.code, "about NumPy itself" in refused.err) == (2, True)
