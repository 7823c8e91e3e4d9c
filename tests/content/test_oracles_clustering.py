"""The references of clustering, neighbours and PCA agree with SciPy and scikit-learn over random inputs."""

from __future__ import annotations

import warnings

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.cluster import vq
from sklearn.decomposition import PCA
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
