"""The references of statistical learning agree with SciPy, scikit-learn and plain specifications."""

from __future__ import annotations

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st
from support import reference

seeds = st.integers(0, 2**32 - 1)


@given(*[st.integers(0, 60)] * 4)
def test_two_proportion_test_agrees_with_scipy(a, rest_a, b, rest_b):
    """Its square is Pearson's chi-square statistic of the table, without a correction."""
    from scipy.stats import chi2_contingency

    assume(a + rest_a and b + rest_b)
    z, p = reference("two_proportion_test").two_proportion_test(a, a + rest_a, b, b + rest_b)
    if not (a + b and rest_a + rest_b):
        assert (z, p) == (0, 1)
        return
    want = chi2_contingency([[a, rest_a], [b, rest_b]], correction=False)
    assert np.isclose(z**2, want.statistic)
    assert np.isclose(p, want.pvalue, rtol=1e-9)
    assert np.sign(z) == np.sign(b * (a + rest_a) - a * (b + rest_b)) or abs(z) < 1e-9


def test_bootstrap_interval_agrees_with_scipy():
    """SciPy's percentile bootstrap, with so many resamples that both are within five standard errors."""
    from scipy.stats import bootstrap

    rng = np.random.default_rng(3)
    x = rng.gamma(2.0, size=40)
    for level in (0.5, 0.9):
        found = reference("bootstrap_interval").bootstrap_interval(x, level, 20_000, rng)
        want = bootstrap((x,), np.mean, n_resamples=20_000, confidence_level=level, method="percentile", rng=rng)
        assert np.allclose(found, want.confidence_interval, atol=0.1 * x.std() / np.sqrt(len(x)))


@given(st.integers(1, 30), st.integers(1, 12), seeds)
def test_calibration_error_agrees_with_binned_statistics(n, n_bins, seed):
    """SciPy's means of equal-width bins, for confidences that are clear of their edges."""
    from scipy.stats import binned_statistic

    rng = np.random.default_rng(seed)
    confidence = (rng.integers(0, n_bins, size=n) + rng.uniform(0.05, 0.95, size=n)) / n_bins
    correct = rng.integers(0, 2, size=n)
    sums = binned_statistic(confidence, correct - confidence, "mean", bins=n_bins, range=(0, 1))
    counts = np.bincount(sums.binnumber - 1, minlength=n_bins)
    want = np.nansum(counts / n * np.abs(sums.statistic))
    assert np.isclose(reference("calibration_error").calibration_error(confidence, correct, n_bins), want)


def test_reservoir_sample_agrees_with_equal_shares():
    """SciPy's chi-square test of how often each of the ten pairs of five items comes out; the seed is fixed."""
    from collections import Counter
    from itertools import combinations

    from scipy.stats import chisquare

    rng = np.random.default_rng(11)
    sample = reference("reservoir_sample").reservoir_sample
    counts = Counter(tuple(sorted(sample(iter(range(5)), 2, rng))) for _ in range(4000))
    assert chisquare([counts[pair] for pair in combinations(range(5), 2)]).pvalue > 1e-3
    assert sum(counts.values()) == sum(counts[pair] for pair in combinations(range(5), 2))


@given(st.integers(1, 4), st.integers(1, 4), seeds)
def test_gaussian_naive_bayes_agrees_with_scikit_learn(classes, d, seed):
    """Its smoothing is relative to the largest variance of a feature, so it is told the quotient."""
    from sklearn.naive_bayes import GaussianNB

    rng = np.random.default_rng(seed)
    y = np.append(np.arange(classes), rng.integers(0, classes, size=20)) * 3 - 4
    X_train, X = rng.normal(size=(len(y), d)) + y[:, None] / 4, rng.normal(size=(15, d)) * 2
    model = GaussianNB(var_smoothing=0.01 / np.var(X_train, axis=0).max()).fit(X_train, y)
    found = reference("gaussian_naive_bayes").gaussian_naive_bayes(X_train, y, X, 0.01)
    assert np.array_equal(found, model.predict(X))


@given(st.integers(1, 8), st.integers(1, 3), st.integers(1, 6), seeds)
def test_hinge_svm_agrees_with_numerical_gradients(n, d, epochs, seed):
    """Central differences of the loss as it is written, at every step; random margins are never 1."""
    rng = np.random.default_rng(seed)
    X, y = rng.normal(size=(n, d)), rng.choice([-1, 1], size=n)
    lam, lr = rng.uniform(0, 0.5), rng.uniform(0.1, 0.5)

    def loss(theta):
        hinges = [max(0.0, 1 - y[i] * (X[i] @ theta[:-1] + theta[-1])) for i in range(n)]
        return sum(hinges) / n + lam * theta[:-1] @ theta[:-1]

    theta = np.zeros(d + 1)
    for _ in range(epochs):
        assume(np.all(np.abs(y * (X @ theta[:-1] + theta[-1]) - 1) > 1e-4))
        slope = [(loss(theta + 1e-6 * unit) - loss(theta - 1e-6 * unit)) / 2e-6 for unit in np.eye(d + 1)]
        theta = theta - lr * np.array(slope)
    w, b = reference("hinge_svm").hinge_svm(X, y, lam, lr, epochs)
    assert np.allclose(np.append(w, b), theta, atol=1e-7)


@given(st.integers(1, 3), st.integers(1, 3), st.integers(1, 4), seeds)
def test_gmm_em_agrees_with_scikit_learn(K, d, n_steps, seed):
    """scikit-learn's mixture, started at the same parameters and stopped after so many steps."""
    import warnings

    from sklearn.exceptions import ConvergenceWarning
    from sklearn.mixture import GaussianMixture

    rng = np.random.default_rng(seed)
    X = rng.normal(size=(30, d)) * 2
    start = rng.normal(size=(K, d)), rng.uniform(0.5, 2, size=(K, d)), rng.dirichlet(np.full(K, 5.0))
    model = GaussianMixture(K, covariance_type="diag", tol=0, reg_covar=1e-6, max_iter=n_steps)
    model.means_init, model.precisions_init, model.weights_init = start[0], 1 / start[1], start[2]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(X)
    means, variances, weights, log_likelihood = reference("gmm_em").gmm_em(X, *start, n_steps)
    assert np.allclose(means, model.means_, atol=1e-6)
    assert np.allclose(variances, model.covariances_, atol=1e-6)
    assert np.allclose(weights, model.weights_, atol=1e-6)
    assert np.isclose(log_likelihood, model.score_samples(X).sum())


@given(st.integers(1, 6), st.floats(0, 0.9), seeds)
def test_pagerank_agrees_with_the_stationary_distribution(n, damping, seed):
    """The walk, put together step by step from the statement, leaves the ranks as they are."""
    adjacency = (np.random.default_rng(seed).random((n, n)) < 0.35) * 1.0
    ranks = reference("pagerank").pagerank(adjacency, damping)
    after = np.zeros(n)
    for i in range(n):
        links = [j for j in range(n) if adjacency[i, j]] or list(range(n))
        for j in links:
            after[j] += ranks[i] * damping / len(links)
        after += ranks[i] * (1 - damping) / n
    assert np.allclose(after, ranks, atol=1e-12)
    assert np.isclose(ranks.sum(), 1)
    assert ranks.min() > 0
