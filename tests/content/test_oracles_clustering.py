"""The references of clustering, neighbors and PCA agree with SciPy and scikit-learn over random inputs."""

from __future__ import annotations

import warnings
from collections import Counter

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.cluster import vq
from sklearn.decomposition import PCA
from sklearn.neighbors import KNeighborsClassifier
from support import reference

seeds = st.integers(0, 2**32 - 1)
sizes = st.integers(1, 8)


@given(seeds, sizes, st.integers(1, 4), sizes, st.integers(1, 9))
def test_kmeans_agrees_with_scipy(seed, n, d, K, max_iters):
    rng = np.random.default_rng(seed)
    X, start = rng.normal(size=(n, d)), rng.normal(size=(K, d))
    centroids, labels = reference("kmeans").kmeans(X, start, max_iters)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # SciPy warns of empty clusters, and leaves them where they are
        expected, _ = vq.kmeans2(X, start, iter=max_iters, minit="matrix", missing="warn")
    np.testing.assert_allclose(centroids, expected, atol=1e-12)
    np.testing.assert_array_equal(labels, vq.vq(X, expected)[0])


@given(seeds, st.integers(2, 8), st.integers(1, 6), st.data())
def test_pca_agrees_with_scikit_learn(seed, n, d, data):
    k = data.draw(st.integers(1, min(n, d)))
    X = np.random.default_rng(seed).normal(size=(n, d))
    components, variances, reduced = reference("pca").pca(X, k)
    theirs = PCA(k, svd_solver="full").fit(X)
    np.testing.assert_allclose(variances, theirs.explained_variance_ * (n - 1) / n, atol=1e-10)
    np.testing.assert_allclose(components.T @ components, np.eye(k), atol=1e-10)
    np.testing.assert_allclose((reduced**2).sum(axis=0) / n, variances, atol=1e-10)
    np.testing.assert_allclose(reduced, (X - X.mean(axis=0)) @ components, atol=1e-10)
    np.testing.assert_allclose(
        reduced @ components.T + X.mean(axis=0), theirs.inverse_transform(theirs.transform(X)), atol=1e-6
    )


@given(seeds, sizes, st.integers(1, 4), sizes)
def test_kmeans_assign_agrees_with_scipy(seed, n, d, K):
    rng = np.random.default_rng(seed)
    X, centroids = rng.normal(size=(n, d)), rng.normal(size=(K, d))
    labels = reference("kmeans_assign").kmeans_assign(X, centroids)
    np.testing.assert_array_equal(labels, vq.vq(X, centroids)[0])


@given(seeds, sizes, st.integers(1, 4), sizes)
def test_kmeans_update_agrees_with_a_loop(seed, n, d, K):
    rng = np.random.default_rng(seed)
    X, labels, centroids = rng.normal(size=(n, d)), rng.integers(K, size=n), rng.normal(size=(K, d))
    expected = centroids.tolist()
    for k in range(K):
        members = [i for i in range(n) if labels[i] == k]
        for j in range(d):
            if members:
                expected[k][j] = sum(X[i, j] for i in members) / len(members)
    moved = reference("kmeans_update").kmeans_update(X, labels, centroids)
    np.testing.assert_allclose(moved, expected, atol=1e-12)


@settings(max_examples=4)
@given(seeds)
def test_kmeans_plus_plus_agrees_with_its_law(seed):
    rng = np.random.default_rng(seed)
    X, times = np.array([[0.0, 1.0], [2.0, 1.0], [2.0, 5.0], [7.0, 2.0]]), 1500
    drawn = Counter()
    for _ in range(times):
        chosen = reference("kmeans_plus_plus").kmeans_plus_plus(X, 3, rng)
        drawn[tuple(int(np.argmin(np.abs(X - row).sum(axis=1))) for row in chosen)] += 1
    assert len(drawn) == 24
    for (a, b, c), count in drawn.items():
        to_a, to_b = (((X - X[i]) ** 2).sum(axis=1) for i in (a, b))
        third = np.minimum(to_a, to_b)
        expected = times * (1 / 4) * (to_a[b] / to_a.sum()) * (third[c] / third.sum())
        assert abs(count - expected) < 6.5 * np.sqrt(expected) + 10


@given(seeds, st.integers(1, 9), st.integers(1, 4), st.integers(1, 5), st.data())
def test_knn_predict_agrees_with_scikit_learn(seed, n, d, m, data):
    k, rng = data.draw(st.integers(1, n)), np.random.default_rng(seed)
    X_train, y_train, X = rng.normal(size=(n, d)), rng.integers(4, size=n), rng.normal(size=(m, d))
    theirs = KNeighborsClassifier(k, algorithm="brute").fit(X_train, y_train).predict(X)
    np.testing.assert_array_equal(reference("knn_predict").knn_predict(X_train, y_train, X, k), theirs)
