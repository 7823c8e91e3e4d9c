import pytest
import torch


def by_definition(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / (v_hat.sqrt() + eps), m, v


def same(adam_step, *args, **kwargs):
    before = [each.clone() for each in args[:4]]
    found = adam_step(*args, **kwargs)
    assert len(found) == 3
    for mine, theirs in zip(found, by_definition(*args, **kwargs), strict=True):
        torch.testing.assert_close(torch.as_tensor(mine), theirs, rtol=1e-9, atol=1e-15)
    assert all(map(torch.equal, args[:4], before))


def state(shape):
    rng = torch.Generator().manual_seed(4)
    w, grad, m, v = (torch.randn(shape, generator=rng) for _ in range(4))
    return w, grad, m, v**2


@pytest.mark.parametrize("t", [1, 2, 10, 5000])
@pytest.mark.parametrize("shape", [(), (3,), (2, 3)])
def test(adam_step, t, shape):
    same(adam_step, *state(shape), t)
    same(adam_step, *state(shape), t=t, lr=0.5, beta1=0.3, beta2=0.6, eps=0.1)


def test_small_gradients(adam_step):
    for size in (1e-8, 1e-6):
        grad = torch.tensor([size, -2 * size])
        same(adam_step, torch.ones(2), grad, torch.zeros(2), torch.zeros(2), 1)
        same(adam_step, torch.ones(2), grad, torch.zeros(2), torch.zeros(2), 3, eps=size)


def test_at_rest_and_without_averages(adam_step):
    zero = torch.zeros(2)
    same(adam_step, torch.ones(2), zero, zero.clone(), zero.clone(), 1)
    same(adam_step, *state((3,)), 2, lr=0.1, beta1=0, beta2=0)
