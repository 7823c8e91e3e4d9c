"""Debugging rounds as `dev check --rounds` makes them: in which frameworks, and what is said of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from support import catalogue

from mlprep.authoring import round_check


class Made:
    """Stands for the engines, and makes no round."""

    asked: list[dict[str, Any]]

    def __init__(self, service: str) -> None:
        Made.asked = []

    def __enter__(self) -> Made:
        return self

    def __exit__(self, *exc: object) -> None:
        pass

    def ask(self, requests: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        for each in requests:
            self.asked.append(each)
            yield {"seed": each["seed"], "none": "too short", "statements": 1}


@pytest.fixture
def rounds(monkeypatch, capsys):
    """The rounds of these exercises, as JSON, and what is said, where PyTorch is installed or not."""
    monkeypatch.setattr(round_check, "Pool", Made)

    def run(*names: str, with_torch: bool) -> tuple[list[dict[str, Any]], str]:
        monkeypatch.setattr(round_check, "is_installed", lambda _: with_torch)
        assert round_check.run(catalogue, names, json=True) == 0
        printed = capsys.readouterr()
        return json.loads(printed.out), printed.err

    return run


def test_rounds_are_made_in_each_framework_that_an_exercise_is_offered_in(rounds):
    found, said = rounds("softmax", "top_k", "bm25", "bpe_train", with_torch=True)
    assert [(each["exercise"], each["framework"]) for each in found] == [
        ("softmax", "numpy"), ("softmax", "torch"), ("top_k", "numpy"), ("bm25", "numpy"), ("bm25", "torch"),
        ("bpe_train", "none"),
    ]  # fmt: skip
    in_torch = [each["exercise"] for each in Made.asked if "torch" in each]
    assert set(in_torch) == {"softmax", "bm25"}
    assert "0 rounds in NumPy" in said
    assert "0 rounds in PyTorch" in said
    assert "not installed" not in said


def test_without_pytorch_there_are_rounds_in_numpy_and_it_is_said_why(rounds):
    found, said = rounds("softmax", with_torch=False)
    assert [each["framework"] for each in found] == ["numpy"]
    assert "PyTorch is not installed" in said
    assert "not installed" not in rounds("top_k", with_torch=False)[1]
