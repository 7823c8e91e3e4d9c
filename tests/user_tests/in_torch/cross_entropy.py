import math

import pytest
import torch


def test(cross_entropy):
    rng = torch.Generator().manual_seed(0)
    y_true = torch.softmax(torch.randn(5, 4, generator=rng), 1)
    y_pred = torch.softmax(torch.randn(5, 4, generator=rng), 1)
    want = -(y_true * y_pred.log()).sum()
    assert float(cross_entropy(y_true, y_pred)) == pytest.approx(float(want), abs=1e-5)
    assert not torch.as_tensor(cross_entropy(y_true, y_pred)).shape


@pytest.mark.parametrize("classes", [1, 2, 3])
def test_one_hot(cross_entropy, classes):
    y_pred = torch.full((3, classes), 1 / classes)
    want = 3 * math.log(classes)
    assert abs(float(cross_entropy(torch.eye(classes)[[0, 0, -1]], y_pred)) - want) < 1e-5
    assert abs(float(cross_entropy(torch.eye(classes)[:1], y_pred[:1])) - want / 3) < 1e-5


def test_zero_probabilities(cross_entropy):
    y_true, y_pred = torch.tensor([[1.0, 0.0], [0.0, 1.0]]), torch.tensor([[0.0, 1.0], [0.0, 1.0]])
    assert float(cross_entropy(y_true, y_pred)) == pytest.approx(-math.log(1e-8), abs=1e-5)
    assert float(cross_entropy(y_true.flip(1), y_pred)) == pytest.approx(-math.log(1e-8), abs=1e-5)
    assert float(cross_entropy(y_true[1:], y_pred[1:])) == pytest.approx(0, abs=1e-5)
    tiny = torch.tensor([[1e-4, 1 - 1e-4]])
    assert float(cross_entropy(y_true[:1], tiny)) == pytest.approx(-math.log(1e-4), abs=2e-4)


def test_arguments_stay(cross_entropy):
    y_true, y_pred = torch.tensor([[1.0, 0.0]]), torch.tensor([[0.0, 1.0]])
    cross_entropy(y_true, y_pred)
    assert y_true.tolist() == [[1, 0]]
    assert y_pred.tolist() == [[0, 1]]
