"""No verdict on code in PyTorch speaks of NumPy, and every function that it names is PyTorch's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from support import Bench, catalogue, grader

from mlprep.content import statement
from mlprep.content.catalogue import EITHER
from mlprep.grading import torch_wording
from mlprep.grading.diagnosis.torch_words import in_torch
from mlprep.grading.frameworks import TORCH
from mlprep.grading.judging.conditions import Source

OFFERED = [each.id for each in catalogue.exercises.values() if each.framework == EITHER]
NUMPYS = re.compile(
    r"\bnp\.|numpy|\barrays?\b|keepdims|ddof|astype|kind=|(?<!For )\baxis=|\.copy\(|\brng\.\w", re.IGNORECASE
)


def messages(name: str) -> Iterator[str]:
    """Everything that the grader of an exercise says."""
    yield from (each.message for each in grader(name).mistakes)
    yield from (case.note for case in grader(name).cases(1))


@pytest.mark.parametrize("name", OFFERED)
def test_messages_are_in_pytorchs_words(name: str) -> None:
    import torch

    for text in (in_torch(each, Source("import torch\nx.var()")) for each in messages(name)):
        if "in PyTorch, but" in text:  # told of NumPy code alone
            continue
        assert not NUMPYS.search(text), text
        for path in re.findall(r"\btorch((?:\.\w+)+)", text):
            found: Any = torch
            for part in path.strip(".").split("."):
                found = getattr(found, part)


VERDICTS = {
    "standardize": ("return (X - X.mean(0)) / X.std(0)", "as var and std do by default"),
    "softmax": ("return (x - x.max(dim=axis)).exp()", "amax"),
    "linear_regression_gradients": ("e = X.T @ w + b - y; return X.T @ e, e.mean()", "transpose(-2, -1)"),
    "attention": ("return torch.bmm(Q, K.transpose(1, 2)) @ V", "Count from the end"),
    "cross_entropy": ("return y_pred.gather(1, y_true.argmax(-1)).mean()", "as many axes as the tensor"),
    "relu": ("return x.clamp_(min=0)", "writes into it: return x.clamp_(min=0)"),
    "layer_norm": (
        "return (x - x.mean(-1)) / (x.var(-1, keepdim=True, correction=0) + eps).sqrt() * gamma + beta",
        "keepdim=True",
    ),
    "one_hot": ("labels *= 0.5; return labels", "in place keeps the dtype"),
    "mse_loss": ("return (y_true - y_pred).requires_grad_().numpy()", ".detach()"),
}


@pytest.mark.parametrize("name", VERDICTS)
def test_what_is_special_to_pytorch_is_named(bench: Bench, name: str) -> None:
    body, said = VERDICTS[name]
    stub = catalogue.starter(catalogue.find(name)).read_text(encoding="utf-8").rpartition('"""')[2]
    source = stub.replace("import numpy as np", "import torch").replace("raise NotImplementedError", body)
    report = bench.grade(name, source)
    inputs = [text for _, text in report["failure"]["inputs"]]
    assert said in " ".join([report["diagnosis"] or "", report["failure"]["reason"]])
    assert not NUMPYS.search(" ".join([report["diagnosis"] or "", *inputs]))


@pytest.mark.parametrize("name", OFFERED)
def test_the_parts_of_a_verdict_have_the_labels_of_the_statement(name: str) -> None:
    exercise = catalogue.find(name)
    labels = statement.edges(statement.statement(catalogue, exercise))
    assert [torch_wording.in_torch(each) for each in labels] == [
        *statement.edges(statement.statement(catalogue, exercise, TORCH))
    ]


@pytest.mark.parametrize("name", OFFERED)
def test_hints_are_in_pytorchs_words(name: str) -> None:
    for hint in catalogue.find(name).hints:
        assert not NUMPYS.search(torch_wording.in_torch(hint)), hint
