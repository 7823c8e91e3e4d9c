import math

import numpy as np
import pytest


def data(n, d=2):
    X = np.arange(float(n * d)).reshape(n, d)
    return X, np.arange(n) * 10


@pytest.mark.parametrize(
    ("n", "val", "test"),
    [(10, 0.2, 0.3), (100, 0.29, 0.57), (7, 0.0, 0.5), (7, 0.5, 0.0), (5, 0.1, 0.1), (10, 0.5, 0.5), (4, 0.25, 0.25),
     (10, 0.0, 1.0), (3, 0.0, 0.0), (9, 0.34, 0.66), (50, 0.14, 0.28), (1, 0.3, 0.3)],
)  # fmt: skip
def test(train_val_test_split, n, val, test):
    X, y = data(n)
    before = X.copy(), y.copy()
    parts = train_val_test_split(X, y, val, test, np.random.default_rng(n))
    assert len(parts) == 6
    n_val, n_test = math.floor(n * val + 1e-9), math.floor(n * test + 1e-9)
    sizes = [n - n_val - n_test, n_val, n_test]
    assert [part.shape for part in parts[::2]] == [(size, 2) for size in sizes]
    assert [part.shape for part in parts[1::2]] == [(size,) for size in sizes]
    for rows, labels in zip(parts[::2], parts[1::2], strict=True):
        assert (rows[:, 0] / 2 * 10 == labels).all()
        assert (rows[:, 1] == rows[:, 0] + 1).all()
        assert labels.dtype.kind == "i"
    assert sorted(np.concatenate(parts[1::2]).tolist()) == sorted(y.tolist())
    assert np.array_equal(X, before[0])
    assert np.array_equal(y, before[1])


def test_real_labels(train_val_test_split):
    X, y = data(6)
    parts = train_val_test_split(X, y + 0.25, 0.34, 0.34, np.random.default_rng(0))
    assert sorted(np.concatenate(parts[1::2]).tolist()) == (y + 0.25).tolist()


def test_every_split_is_equally_likely(train_val_test_split):
    X, y = data(4, 1)
    counts = {}
    for seed in range(2400):
        parts = train_val_test_split(X, y, 0.25, 0.25, np.random.default_rng(seed))
        key = (*parts[3].tolist(), *parts[5].tolist())
        counts[key] = counts.get(key, 0) + 1
    assert len(counts) == 12
    assert all(120 < count < 290 for count in counts.values())


def test_pairs_in_a_part_are_independent(train_val_test_split):
    X, y = data(6, 1)
    pairs = {}
    for seed in range(3000):
        parts = train_val_test_split(X, y, 0.34, 0.0, np.random.default_rng(seed))
        key = tuple(sorted(parts[3].tolist()))
        pairs[key] = pairs.get(key, 0) + 1
    assert len(pairs) == 15
    assert all(110 < count < 300 for count in pairs.values())


def test_generator(train_val_test_split):
    X, y = data(40)

    def split(rng):
        return sorted(train_val_test_split(X, y, 0.25, 0.25, rng)[3].tolist())

    assert split(np.random.default_rng(1)) == split(np.random.default_rng(1))
    assert len({tuple(split(np.random.default_rng(seed))) for seed in range(8)}) == 8
    rng = np.random.default_rng(1)
    assert len({tuple(split(rng)) for _ in range(6)}) == 6
