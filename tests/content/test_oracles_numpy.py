"""The NumPy references agree with NumPy's own helpers, SciPy, scikit-learn, or a specification in plain loops."""

from __future__ import annotations

import math
import statistics

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from scipy.spatial.distance import cdist
from sklearn.preprocessing import normalize
from support import reference

numbers = st.floats(-1e3, 1e3).map(lambda value: round(value, 3))
whole = st.integers(-3, 3).map(float)
sides = st.integers(1, 6)
seeds = st.integers(0, 2**32 - 1)
matrices = arrays(float, array_shapes(min_dims=2, max_dims=2, max_side=6), elements=numbers)
vectors = arrays(float, st.integers(1, 12), elements=numbers)
shapes = st.lists(st.sampled_from([0, 1, 1, 2, 3]), max_size=4).map(tuple)


@given(sides, sides)
def test_checkerboard_agrees_with_the_parity_of_row_plus_column(n_rows, n_cols):
    board = reference("checkerboard").checkerboard(n_rows, n_cols)
    assert board.dtype.kind == "i"
    assert board.tolist() == [[(i + j) % 2 for j in range(n_cols)] for i in range(n_rows)]


@given(numbers, numbers, numbers, numbers, sides)
def test_point_grid_agrees_with_two_loops(x0, x1, y0, y1, n):
    steps = max(n - 1, 1)
    points = [(x0 + (x1 - x0) * i / steps, y0 + (y1 - y0) * j / steps) for j in range(n) for i in range(n)]
    np.testing.assert_allclose(reference("point_grid").point_grid((x0, x1), (y0, y1), n), points, atol=1e-9)


@given(arrays(float, st.integers(1, 12), elements=whole), st.floats(0.05, 3.0))
def test_clip_outliers_agrees_with_a_loop(x, z):
    mean, std = statistics.fmean(x), statistics.pstdev(x.tolist())
    distances = [abs(value - mean) for value in x]
    if any(0 < abs(distance - z * std) < 1e-9 for distance in distances):
        return  # rounding decides
    want = [mean if distance > z * std + 1e-12 else value for value, distance in zip(x, distances, strict=True)]
    got = reference("clip_outliers").clip_outliers(x, z)
    np.testing.assert_allclose(got, want, atol=1e-12)
    assert not np.shares_memory(got, x)


@given(matrices, seeds)
def test_gather_labels_agrees_with_take_along_axis(probs, seed):
    labels = np.random.default_rng(seed).integers(0, probs.shape[1], size=len(probs))
    want = np.take_along_axis(probs, labels[:, None], axis=1)[:, 0]
    np.testing.assert_array_equal(reference("gather_labels").gather_labels(probs, labels), want)


@given(arrays(float, array_shapes(min_dims=2, max_dims=2, max_side=30), elements=whole), st.data())
def test_top_k_agrees_with_a_sort_by_score_and_index(scores, data):
    k = data.draw(st.integers(1, scores.shape[1]))
    want = [sorted(range(len(row)), key=lambda j: (-row[j], j))[:k] for row in scores]
    assert reference("top_k").top_k(scores, k).tolist() == want


@given(vectors, st.integers(1, 13), st.integers(1, 13))
def test_sliding_windows_agrees_with_numpys_view(x, size, stride):
    answer = reference("sliding_windows").sliding_windows
    if size > len(x):
        with pytest.raises(ValueError):
            answer(x, size, stride)
        return
    want = np.lib.stride_tricks.sliding_window_view(x, size)[::stride]
    assert want.shape == ((len(x) - size) // stride + 1, size)
    np.testing.assert_array_equal(answer(x, size, stride), want)


@given(shapes, shapes)
def test_broadcast_shape_agrees_with_numpy(a, b):
    answer = reference("broadcast_shape").broadcast_shape
    try:
        want = np.broadcast_shapes(a, b)
    except ValueError:
        with pytest.raises(ValueError):
            answer(a, b)
    else:
        assert answer(a, b) == want


@given(seeds, sides, sides, sides, st.sampled_from([0.0, 1e4, -3e5]))
def test_pairwise_distances_agrees_with_scipy(seed, n, m, d, offset):
    rng = np.random.default_rng(seed)
    X, Y = offset + rng.normal(size=(n, d)), offset + rng.normal(size=(m, d))
    Y[0] = X[0]
    got = reference("pairwise_distances").pairwise_distances(X, Y)
    np.testing.assert_allclose(got, cdist(X, Y), rtol=1e-9)
    assert got[0, 0] == 0.0


@given(matrices)
def test_column_stats_agrees_with_plain_python(X):
    stats = reference("column_stats").column_stats(X)
    assert set(stats) == {"mean", "std", "min", "max", "argmin", "argmax"}
    for k, column in enumerate(X.T.tolist()):
        assert math.isclose(stats["mean"][k], statistics.fmean(column), abs_tol=1e-9)
        assert math.isclose(stats["std"][k], statistics.pstdev(column), rel_tol=1e-9, abs_tol=1e-9)
        assert (stats["min"][k], stats["max"][k]) == (min(column), max(column))
        assert (stats["argmin"][k], stats["argmax"][k]) == (column.index(min(column)), column.index(max(column)))


@given(arrays(float, array_shapes(min_dims=2, max_dims=2, max_side=6), elements=whole))
def test_normalize_rows_agrees_with_scikit_learn(X):
    np.testing.assert_allclose(reference("normalize_rows").normalize_rows(X), normalize(X), atol=1e-12)


@given(seeds, st.integers(1, 3), sides, sides, st.integers(1, 3), st.integers(1, 3))
def test_patchify_agrees_with_nested_loops(seed, n, height, width, channels, p):
    images = np.random.default_rng(seed).normal(size=(n, height, width, channels))
    answer = reference("patchify").patchify
    if height % p or width % p:
        with pytest.raises(ValueError):
            answer(images, p)
        return
    want = []
    for image in images:
        for top in range(0, height, p):
            for left in range(0, width, p):
                want += [image[top + i, left + j, c] for i in range(p) for j in range(p) for c in range(channels)]
    got = answer(images, p)
    assert got.shape == (n, (height // p) * (width // p), p * p * channels)
    np.testing.assert_array_equal(got.ravel(), want)
