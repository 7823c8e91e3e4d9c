"""Statements in PyTorch's words, made by rules from NumPy's."""

from __future__ import annotations

import pytest

from mlprep.content.torch_statement import code_in_torch, in_torch, tensor_text


@pytest.mark.parametrize(
    ("numpy", "torch"),
    [
        ("softmax(np.array([0.0, np.log(3.0)]))", "softmax(torch.tensor([0.0, math.log(3.0)]))"),
        ("dropout(x, 0.5, np.random.default_rng(3))", "dropout(x, 0.5, torch.Generator().manual_seed(3))"),
        ("f(np.sqrt(x), np.nan)", "f(torch.sqrt(x), torch.nan)"),
        ("gelu(x).round(4)", "gelu(x)"),
        ("gelu(x).round(3)", "gelu(x).round(decimals=3)"),
        ("dx.round(4).tolist()", "dx.round(decimals=4).tolist()"),
        ("np.linalg.norm(a)", "torch.linalg.norm(a)"),
    ],
)
def test_code_of_examples(numpy: str, torch: str) -> None:
    assert code_in_torch(numpy) == torch


def test_a_statement() -> None:
    said = "An array of x's shape.\n\n    >>> f(np.array([0.5]))\n    array([0.25])\n\nNumPy arrays"
    assert in_torch(said) == (
        "A tensor of x's shape.\n\n    >>> f(torch.tensor([0.5]))\n    tensor([0.2500])\n\nPyTorch tensors"
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ([3.0, -2.0], "tensor([ 3., -2.])"),
        ([[0.5, 0.25], [1.0, 12.0]], "tensor([[ 0.5000,  0.2500],\n        [ 1.0000, 12.0000]])"),
        ([True, False], "tensor([ True, False])"),
        ([0.001, 20.5], "tensor([1.0000e-03, 2.0500e+01])"),
        (0.5, "tensor(0.5000)"),
        ([1.0, "nan", float("inf")], "tensor([1., nan, inf])"),
        ([[[1]], [[2]]], "tensor([[[1]],\n\n        [[2]]])"),
    ],
)
def test_tensors_are_set_as_pytorch_prints_them(value: object, text: str) -> None:
    assert tensor_text(value) == text
