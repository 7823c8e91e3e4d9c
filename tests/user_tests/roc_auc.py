import numpy as np
import pytest


def by_definition(y, scores):
    positives = [s for s, label in zip(scores, y, strict=True) if label == 1]
    negatives = [s for s, label in zip(scores, y, strict=True) if label == 0]
    wins = sum((p > n) + 0.5 * (p == n) for p in positives for n in negatives)
    return wins / (len(positives) * len(negatives))


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("digits", [0, 1, 8])
def test(roc_auc, seed, digits):
    rng = np.random.default_rng(seed)
    y = rng.permutation(np.arange(25) % (2 + seed % 3) == 0).astype(int)
    scores = rng.normal(size=25).round(digits)
    assert roc_auc(y, scores) == pytest.approx(by_definition(y, scores), abs=1e-9)
    assert roc_auc(y, 100 * scores - 50) == pytest.approx(by_definition(y, 100 * scores - 50), abs=1e-9)


def test_ties_in_any_order(roc_auc):
    for y in ([1, 0], [0, 1], [0, 0, 1, 1, 0], [1, 1, 0, 0, 1]):
        assert roc_auc(np.array(y), np.zeros(len(y))) == pytest.approx(0.5)
    y, scores = np.array([0, 1, 1, 0, 1, 0]), np.array([0.5, 0.5, 0.7, 0.7, 0.7, 0.1])
    for order in ([0, 1, 2, 3, 4, 5], [5, 4, 3, 2, 1, 0], [3, 0, 5, 2, 4, 1]):
        assert roc_auc(y[order], scores[order]) == pytest.approx(by_definition(y, scores))


@pytest.mark.parametrize("gap", [1e-12, 1e-9, 1e-6])
def test_close_scores(roc_auc, gap):
    assert roc_auc(np.array([0, 1]), np.array([0.5, 0.5 + gap])) == pytest.approx(1)
    assert roc_auc(np.array([1, 0]), np.array([0.5, 0.5 + gap])) == pytest.approx(0)


@pytest.mark.parametrize("dtype", [np.uint8, np.int8, np.int64])
def test_dtypes(roc_auc, dtype):
    y = np.array([0, 1] * 200 + [1], dtype=dtype)
    scores = np.cos(np.arange(401.0))
    assert roc_auc(y, scores) == pytest.approx(by_definition(y, scores), abs=1e-9)


@pytest.mark.parametrize("y", [[1, 1, 1], [0, 0]])
def test_one_class(roc_auc, y):
    with pytest.raises(ValueError):
        roc_auc(np.array(y), np.arange(len(y)) * 1.0)


def test_arguments_stay(roc_auc):
    y, scores = np.array([0, 1, 1, 0]), np.array([0.9, 0.2, 0.5, 0.1])
    roc_auc(y, scores)
    assert y.tolist() == [0, 1, 1, 0]
    assert scores.tolist() == [0.9, 0.2, 0.5, 0.1]
