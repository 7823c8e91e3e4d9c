"""A known mistake is told of code in PyTorch that raises an error if both errors are about the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from support import Bench

from mlprep.grading.judging.crashes import are_alike

OWN_ERROR = """
import torch
def one_hot(labels, n_classes=None):
    if n_classes is None:
        n_classes = int(labels.max()) + 1 if labels.numel() else 0
    if labels.numel() and (labels.min() < 0 or labels.max() >= n_classes - 1):
        raise ValueError("bad label")
    return (labels[:, None] == torch.arange(n_classes)).to(torch.float64)
"""
INDEX_ERROR = """
import torch
def one_hot(labels, n_classes=None):
    if n_classes is None:
        n_classes = int(labels.max()) if labels.numel() else 0
    return torch.eye(n_classes)[labels.long()]
"""


def test_an_error_of_its_own_is_not_taken_for_that_of_a_mistake(bench: Bench) -> None:
    report = bench.grade("one_hot", OWN_ERROR)
    assert (report["outcome"], report["mistake"]) == ("error", None)
    assert "bad label" in report["diagnosis"]


def test_the_same_error_in_pytorchs_words_is_the_mistake(bench: Bench) -> None:
    assert bench.grade("one_hot", INDEX_ERROR)["mistake"] == "largest_label"


def dot(lib: Any, one: tuple[int, ...], other: tuple[int, ...]) -> None:
    lib.ones(one) @ lib.ones(other)


def into(lib: Any, one: tuple[int, ...], other: tuple[int, ...]) -> None:
    kept = lib.ones(one)
    kept += lib.ones(other)


def fill(lib: Any, one: tuple[int, ...], other: tuple[int, ...]) -> None:
    lib.ones(one)[:] = lib.ones(other)


# Code that crashes in both libraries, most of it over shapes.
CRASHES: dict[str, Callable[[Any], Any]] = {
    "a mean without its axis": lambda lib: lib.ones((3, 4)) - lib.ones((3,)),
    "three axes and two": lambda lib: lib.ones((2, 3, 5)) - lib.ones((2, 5)),
    "three shapes": lambda lib: lib.where(lib.ones((5, 4)) > 0, lib.ones((5,)), lib.ones((5, 4))),
    "in place": lambda lib: into(lib, (3, 4), (4, 3, 4)),
    "in place, the larger is changed": lambda lib: into(lib, (6, 2), (6,)),
    "a row": lambda lib: fill(lib, (3, 5), (9,)),
    "a matrix product": lambda lib: dot(lib, (3, 5), (3, 5)),
    "a matrix and a vector": lambda lib: dot(lib, (2, 6), (2,)),
    "two vectors": lambda lib: dot(lib, (7,), (2,)),
    "a batch of matrices": lambda lib: dot(lib, (2, 3, 7), (2, 3, 7)),
    "another batch": lambda lib: dot(lib, (2, 3, 7), (5, 7, 3)),
    "einsum": lambda lib: lib.einsum("ij,jk->ik", lib.ones((3, 8)), lib.ones((3, 8))),
    "reshape": lambda lib: lib.ones((3, 4)).reshape(-1, 5),
    "concatenation": lambda lib: lib.concatenate([lib.ones((3, 4)), lib.ones((3, 6))]),
    "an index": lambda lib: lib.ones((3, 4))[:, lib.asarray([4])],
    "too many indices": lambda lib: lib.ones((3,))[0, 1],
    "a mask": lambda lib: lib.ones((3, 5))[lib.ones((5,)) > 0],
    "an axis": lambda lib: lib.ones((3,)).sum(1),
    "nothing": lambda lib: lib.ones((0, 3)).max(0),
    "a condition": lambda lib: bool(lib.ones((3,)) > 0),
    "a singular matrix": lambda lib: lib.linalg.inv(lib.ones((3, 3))),
}


def message(name: str, lib: Any) -> str:
    with pytest.raises((RuntimeError, ValueError, IndexError)) as caught:
        CRASHES[name](lib)
    return str(caught.value)


@pytest.mark.parametrize("name", CRASHES)
def test_a_crash_is_alike_in_both_libraries_and_unlike_every_other(name: str) -> None:
    import torch

    told = message(name, torch)
    assert [each for each in CRASHES if are_alike(message(each, np), told)] == [name]


@pytest.mark.parametrize("lib", ["numpy", "torch"])
def test_what_does_not_fit_in_place_is_told_with_both_shapes(bench: Bench, lib: str) -> None:
    answer = f"import {lib}\ndef f(x):\n    x = x * 1\n    x += {lib}.ones((3, 3))\n    return x\n"
    report = bench.judge(
        answer, solution="def f(x): return x", grader="def cases(rng): yield Case('a', rng.normal(size=3))"
    )
    assert "keeps the shape of what it changes" in report["diagnosis"]
    assert "(3,) would become (3, 3)" in report["diagnosis"]
