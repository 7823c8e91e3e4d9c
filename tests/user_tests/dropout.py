import numpy as np
import pytest


def generator(seed=0):
    return np.random.default_rng(seed)


@pytest.mark.parametrize("p", [0.005, 0.1, 0.5, 0.8, 0.995])
def test(dropout, p):
    x = generator(5).normal(3, 1, size=(200, 300))
    before = x.copy()
    out = dropout(x, p, generator())
    assert out.shape == x.shape
    kept = out != 0
    np.testing.assert_allclose(out[kept], x[kept] / (1 - p), rtol=1e-9)
    error = np.sqrt(p * (1 - p) / x.size)
    assert abs((~kept).mean() - p) < 7 * error
    assert (x == before).all()
    for axis in (0, 1):  # not whole rows or columns at once
        share = (~kept).mean(axis=axis)
        assert np.abs(share - p).max() < 7 * np.sqrt(p * (1 - p) / x.shape[axis]) + 1e-9
    neighbors = (kept[:, 1:] == kept[:, :-1]).mean()
    assert abs(neighbors - (p**2 + (1 - p) ** 2)) < 0.02
    halves = (kept[:100] == kept[100:]).mean()
    assert abs(halves - (p**2 + (1 - p) ** 2)) < 0.02
    large = x > 3
    assert abs((~kept)[large].mean() - (~kept)[~large].mean()) < 20 * error


def test_numbers_vary(dropout):
    dropped = [int((dropout(np.ones(100), 0.5, generator(seed)) == 0).sum()) for seed in range(40)]
    assert 3 < np.std(dropped) < 8


def test_every_place_by_itself(dropout):
    x = np.ones((2, 3))
    dropped = np.array([dropout(x, 0.5, generator(seed)) == 0 for seed in range(1500)])
    assert np.abs(dropped.mean(axis=0) - 0.5).max() < 7 * 0.5 / 1500**0.5
    assert dropped.all(axis=(1, 2)).any()
    assert (~dropped).all(axis=(1, 2)).any()


def test_no_axis_shares_a_decision(dropout):
    kept = dropout(np.ones((30, 20, 25)), 0.5, generator(4)) != 0
    for axis in range(3):
        moved = np.moveaxis(kept, axis, 0)
        for step in (1, 2):
            assert abs((moved[step:] == moved[:-step]).mean() - 0.5) < 7 * 0.5 / moved[step:].size ** 0.5


def test_inference(dropout):
    x = np.array([1.0, -2.0, 0.0, 4.0])
    for p in (0.0, 0.5, 0.9):
        assert (dropout(x, p, generator(), training=False) == x).all()
        assert (dropout(x, p, generator(), False) == x).all()
    assert (dropout(x, 0.0, generator()) == x).all()
    assert (dropout(np.ones(50), 0.5, generator()) == 0).any()


def test_no_axes(dropout):
    results = {float(dropout(np.array(3.0), 0.5, generator(seed))) for seed in range(30)}
    assert results == {0.0, 6.0}
    assert np.shape(dropout(np.array(3.0), 0.5, generator())) == ()


def test_generator(dropout):
    x = np.ones(200)
    first = dropout(x, 0.5, generator(1))
    assert (first == dropout(x, 0.5, generator(1))).all()
    assert (first != dropout(x, 0.5, generator(2))).any()
    rng = generator(1)
    one = dropout(x, 0.5, rng)
    assert (one == first).all()
    assert (dropout(x, 0.5, rng) != one).any()
    np.random.seed(0)
    state = np.random.get_state()[1].copy()
    dropout(x, 0.5, generator(1))
    assert (np.random.get_state()[1] == state).all()


def test_signs_and_zeros(dropout):
    x = np.array([-1.0, 0.0, 2.0] * 100)
    out = dropout(x, 0.25, generator(3))
    assert set(np.round(out, 9)) == {round(-1 / 0.75, 9), 0.0, round(2 / 0.75, 9)}


@pytest.mark.parametrize("p", [-0.1, -1e-9, 1.0, 1.5, 2.0, -3.0])
@pytest.mark.parametrize("training", [True, False])
def test_bad_p(dropout, p, training):
    with pytest.raises(ValueError):
        dropout(np.ones(3), p, generator(), training)
