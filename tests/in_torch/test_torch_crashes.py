"""A known mistake is told of code in PyTorch that raises an error only if more than the type of the error agrees."""

from __future__ import annotations

from support import Bench

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
