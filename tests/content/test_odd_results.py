"""Whatever comes back from an answer, no grader breaks over it, takes long over it or lets it pass."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support import Bench, catalogue

# Each call gives the next of these, so one check puts most of them to most of a grader's checks.
ODD = """
import itertools
import numpy as np

class Odd:
    def __init__(self, *args, **kwargs): pass
    def __getattr__(self, name):
        if name.startswith("__"): raise AttributeError(name)
        return lambda *args, **kwargs: give(args)
    def __call__(self, *args, **kwargs): return give(args)

def like(args):
    return next((each for each in args if isinstance(each, np.ndarray)), np.zeros(3))

KINDS = [
    lambda args: np.nan,
    lambda args: np.full(np.shape(like(args)), np.nan),
    lambda args: np.full(np.shape(like(args)), np.inf),
    lambda args: np.zeros(np.shape(like(args))),
    lambda args: like(args).astype(bool),
    lambda args: like(args).astype(complex),
    lambda args: np.zeros((2000, 2000)),
    lambda args: np.zeros((0, 3)),
    lambda args: np.zeros((1,) * 30),
    lambda args: np.array(["a", "b"]),
    lambda args: np.array([None, 1.0]),
    lambda args: [],
    lambda args: (),
    lambda args: {},
    lambda args: "text",
    lambda args: [[1.0, 2.0], [3.0]],
    lambda args: [1.0, "two", None],
    lambda args: [like(args), None],
    lambda args: (like(args), like(args), like(args)),
    lambda args: (None, None),
    lambda args: {"a": like(args), 1: None},
    lambda args: {0: {}, "loss": "high"},
    lambda args: 10**300,
    lambda args: -(2**62),
    lambda args: [2**1000, -1],
    lambda args: True,
    lambda args: 0,
    lambda args: -1,
    lambda args: 1e308,
    lambda args: [10**6] * 50,
    lambda args: (-5, 10**9),
    lambda args: [[[[]]]],
    lambda args: args,
    lambda args: list(args),
    lambda args: (each for each in args),
    lambda args: Odd,
    lambda args: Odd(),
    lambda args: np.datetime64("2020-01-01"),
    lambda args: np.ones(3, dtype=np.uint8),
    lambda args: np.float32(0.5),
    lambda args: [np.nan, np.inf, -np.inf],
    lambda args: "\\ud800",
    lambda args: ("a", "b"),
    lambda args: [("a", "b"), ("c",)],
    lambda args: {("a", "b"): -1},
]
order = itertools.cycle(KINDS[OFFSET:] + KINDS[:OFFSET])

def give(args): return next(order)(args)

def __getattr__(name):
    if name.startswith("__"): raise AttributeError(name)
    return Odd if name[:1].isupper() else lambda *args, **kwargs: give(args)
"""


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    bench = Bench(tmp_path_factory.mktemp("odd"))
    yield bench
    bench.engine.close()


@pytest.mark.parametrize("name", catalogue.exercises)
def test_odd_results_are_told_from_right_ones(bench, name):
    for offset in (0, 7, 19, 33):
        report = bench.grade(name, ODD.replace("OFFSET", str(offset)))
        assert report["outcome"] in ("failed", "error"), (report["notes"], report["summary"])
        assert report["seconds"] < 60, report  # it does not hang; how long it takes depends on the machine
