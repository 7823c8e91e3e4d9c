"""The references of decision trees agree with SciPy, scikit-learn and plain loops over random inputs."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats
from sklearn.metrics import mutual_info_score
from sklearn.tree import DecisionTreeClassifier
from support import reference

labels = st.lists(st.integers(0, 6), max_size=12).map(lambda y: np.array(y, dtype=int))
seeds = st.integers(0, 2**32 - 1)


@given(st.lists(st.integers(-(10**15), 10**15) | st.integers(-2, 2), min_size=1, max_size=10))
def test_gini_agrees_with_the_chance_that_two_draws_differ(y):
    differ = sum(a != b for a in y for b in y) / len(y) ** 2
    np.testing.assert_allclose(reference("gini").gini(np.array(y)), differ, atol=1e-12)


@given(labels)
def test_entropy_agrees_with_scipy(y):
    expected = stats.entropy(np.bincount(y), base=2) if len(y) else 0.0
    np.testing.assert_allclose(reference("entropy").entropy(y), expected, atol=1e-12)


@given(seeds, st.integers(1, 12))
def test_information_gain_agrees_with_mutual_information(seed, n):
    rng = np.random.default_rng(seed)
    y, left = rng.integers(4, size=n), rng.random(n) < 0.5
    expected = mutual_info_score(y, left) / np.log(2)
    np.testing.assert_allclose(reference("information_gain").information_gain(y, left), expected, atol=1e-12)


@given(seeds, st.integers(1, 9), st.integers(1, 3))
def test_best_split_agrees_with_mutual_information(seed, n, d):
    rng = np.random.default_rng(seed)
    X, y = rng.integers(5, size=(n, d)).astype(float), rng.integers(3, size=n)
    feature, threshold, gain = reference("best_split").best_split(X, y)
    tried = {}
    for j in range(d):
        for low, high in pairwise(sorted(set(X[:, j]))):
            tried[j, (low + high) / 2] = mutual_info_score(y, X[:, j] <= low) / np.log(2)
    highest = max(tried.values(), default=0.0)
    np.testing.assert_allclose(gain, highest if highest > 1e-12 else 0.0, atol=1e-12)
    if feature is None:
        assert threshold is None
        assert highest <= 1e-12
    else:  # the first of the best, but for what rounding makes equal
        assert all(other < gain + 1e-9 for other in tried.values())
        earlier = [other for place, other in tried.items() if place < (feature, threshold)]
        assert tried[feature, threshold] > max(earlier, default=0.0) - 1e-9


@given(seeds, st.integers(1, 12), st.integers(1, 3), st.integers(0, 4))
def test_decision_tree_agrees_with_a_stored_tree(seed, n, d, max_depth):
    """The stored tree is grown by our own best_split, which has an oracle of its own."""
    rng = np.random.default_rng(seed)
    X_train, y_train, X = rng.normal(size=(n, d)), rng.integers(4, size=n), rng.normal(size=(20, d))

    def build(X, y, depth):
        feature, threshold, _ = reference("best_split").best_split(X, y)
        if depth == 0 or feature is None:
            return min(set(y.tolist()), key=lambda label: (-np.sum(y == label), label))
        left = X[:, feature] <= threshold
        return feature, threshold, build(X[left], y[left], depth - 1), build(X[~left], y[~left], depth - 1)

    def ask(node, x):
        while isinstance(node, tuple):
            feature, threshold, left, right = node
            node = left if x[feature] <= threshold else right
        return node

    tree = build(X_train, y_train, max_depth)
    predicted = reference("decision_tree").decision_tree(X_train, y_train, X, max_depth)
    np.testing.assert_array_equal(predicted, [ask(tree, x) for x in X])


@given(seeds, st.integers(2, 12))
def test_decision_tree_agrees_with_scikit_learn_on_a_line(seed, n):
    rng = np.random.default_rng(seed)
    X_train, y_train, X = rng.normal(size=(n, 1)), rng.integers(2, size=n), rng.normal(size=(20, 1))
    stump = DecisionTreeClassifier(criterion="entropy", max_depth=1, random_state=0).fit(X_train, y_train)
    gains = []
    for low, high in pairwise(np.sort(X_train[:, 0])):
        gains.append(mutual_info_score(y_train, X_train[:, 0] <= (low + high) / 2))
    gains.sort()
    assume(len(set(y_train.tolist())) == 2)
    assume(n == 2 or gains[-1] - gains[-2] > 1e-9)  # scikit-learn may take another split where two are as good
    predicted = reference("decision_tree").decision_tree(X_train, y_train, X, 1)
    np.testing.assert_array_equal(predicted, stump.predict(X))
