import pytest
import torch
from torch.nn.functional import layer_norm as ready_made


@pytest.mark.parametrize("shape", [(4,), (3, 4), (2, 3, 4), (4, 4), (3, 1), (2, 2, 3, 5)])
def test(layer_norm, shape):
    rng = torch.Generator().manual_seed(1)
    x = 2 + 3 * torch.randn(shape, generator=rng)
    gamma, beta = torch.randn(shape[-1], generator=rng), torch.randn(shape[-1], generator=rng)
    torch.testing.assert_close(layer_norm(x, gamma, beta), ready_made(x, shape[-1:], gamma, beta))


@pytest.mark.parametrize("eps", [1e-5, 1e-12, 0.1, 3.0])
def test_small_variance(layer_norm, eps):
    x = torch.tensor([[1.0, 1.001, 0.999], [5.0, 5.0, 5.0], [-1e-4, 0.0, 2e-4]])
    gamma, beta = torch.tensor([1.0, -2.0, 3.0]), torch.tensor([0.0, 5.0, 1.0])
    want = ready_made(x, (3,), gamma, beta, eps)
    torch.testing.assert_close(layer_norm(x, gamma, beta, eps), want, rtol=1e-6, atol=1e-9)
    torch.testing.assert_close(layer_norm(x, gamma, beta, eps=eps), want, rtol=1e-6, atol=1e-9)


def test_default_eps(layer_norm):
    x, one, zero = torch.tensor([[0.001, 0.003]]), torch.ones(2), torch.zeros(2)
    torch.testing.assert_close(layer_norm(x, one, zero), ready_made(x, (2,), one, zero))


def test_arguments_stay(layer_norm):
    x, gamma, beta = torch.tensor([[1.0, 2.0], [4.0, 3.0]]), torch.ones(2), torch.ones(2)
    layer_norm(x, gamma, beta)
    assert x.tolist() == [[1, 2], [4, 3]]
    assert (gamma == 1).all()
    assert (beta == 1).all()
