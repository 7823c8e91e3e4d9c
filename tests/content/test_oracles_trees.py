"""The references of decision trees agree with SciPy, scikit-learn and plain loops over random inputs."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats
from sklearn.ensemble import GradientBoostingRegressor
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


@given(seeds, st.integers(2, 10), st.integers(1, 3), st.integers(1, 4))
def test_adaboost_agrees_with_greedy_descent_on_the_exponential_loss(seed, n, d, n_rounds):
    """Each round's stump and alpha lower mean(exp(-y F)) as far as any stump with any step can."""
    rng = np.random.default_rng(seed)
    X, y = rng.integers(6, size=(n, d)).astype(float), rng.choice([-1, 1], size=n)
    model = reference("adaboost").adaboost(X, y, n_rounds)
    stumps = [(j, (a + b) / 2) for j in range(d) for a, b in pairwise(sorted(set(X[:, j].tolist())))]
    votes = np.zeros(n)
    for k, (feature, threshold, sign, alpha) in enumerate(model):
        assert (feature, threshold) in stumps
        weights = np.exp(-y * votes)
        losses = []
        for j, t in stumps:
            h = np.where(X[:, j] > t, 1, -1)
            agree, differ = weights[h == y].sum(), weights[h != y].sum()
            losses.append(2 * np.sqrt(agree * differ))  # the least over all steps of agree e^-a + differ e^a
        votes = votes + alpha * np.where(X[:, feature] > threshold, sign, -sign)
        perfect = min(losses) < 1e-6
        np.testing.assert_allclose(np.exp(-y * votes).sum(), min(losses), rtol=1e-9, atol=n * 2e-5 if perfect else 0)
        assert perfect <= (k == len(model) - 1)
    if len(model) < n_rounds and stumps and not (model and model[-1][3] > 11):
        weights = np.exp(-y * votes)  # no stump has an edge
        edges = [np.sum(weights * y * np.where(X[:, j] > t, 1, -1)) / weights.sum() for j, t in stumps]
        assert max(map(abs, edges)) < 1e-9


@given(seeds, st.integers(1, 8), st.integers(1, 3), st.integers(1, 4))
def test_adaboost_agrees_with_fractions(seed, n, d, n_rounds):
    """The weights are fractions: a round makes the wrong samples weigh 1/2 together, and the right ones too."""
    rng = np.random.default_rng(seed)
    X, y = rng.integers(6, size=(n, d)).astype(float), rng.choice([-1, 1], size=n)
    expected, weights = [], [Fraction(1, n)] * n
    for _ in range(n_rounds):
        tried = {}  # in the order that settles ties
        for j in range(d):
            for low, high in pairwise(sorted(set(X[:, j].tolist()))):
                for sign in (1, -1):
                    wrong = [
                        (sign if x > (low + high) / 2 else -sign) != label for x, label in zip(X[:, j], y, strict=True)
                    ]
                    tried[j, (low + high) / 2, sign] = (
                        sum(w for w, miss in zip(weights, wrong, strict=True) if miss),
                        wrong,
                    )
        stump = min(tried, key=lambda each: tried[each][0], default=None)  # the first of the least
        if stump is None or 2 * tried[stump][0] >= 1:
            break
        e, wrong = tried[stump]
        expected.append((*stump, np.log(1 / max(float(e), 1e-10) - 1) / 2))
        if e == 0:
            break
        weights = [w / (2 * e if miss else 2 * (1 - e)) for w, miss in zip(weights, wrong, strict=True)]
    model = reference("adaboost").adaboost(X, y, n_rounds)
    assert [each[:3] for each in model] == [each[:3] for each in expected]
    np.testing.assert_allclose([each[3] for each in model], [each[3] for each in expected], rtol=1e-9)


@given(seeds, st.integers(2, 10), st.integers(1, 4), st.sampled_from([0.1, 0.5, 1.0]))
def test_gradient_boosting_agrees_with_scikit_learn(seed, n, n_rounds, lr):
    """In one dimension and with targets drawn from a continuum, no two stumps are as good."""
    rng = np.random.default_rng(seed)
    X_train, y_train, X = rng.normal(size=(n, 1)), rng.normal(size=n), rng.normal(size=(15, 1))
    model = GradientBoostingRegressor(n_estimators=n_rounds, learning_rate=lr, max_depth=1)
    residuals, gap = y_train - y_train.mean(), np.inf
    for _ in range(n_rounds):
        tried = []
        for low, high in pairwise(np.sort(X_train[:, 0])):
            left = X_train[:, 0] <= (low + high) / 2
            answers = np.where(left, residuals[left].mean(), residuals[~left].mean())
            tried.append((np.sum((residuals - answers) ** 2), answers))
        tried.sort(key=lambda each: each[0])
        if len(tried) > 1:
            gap = min(gap, tried[1][0] - tried[0][0])
        residuals = residuals - lr * tried[0][1]
    assume(gap > 1e-6)
    expected = model.fit(X_train, y_train).predict(X)
    predicted = reference("gradient_boosting").gradient_boosting(X_train, y_train, X, n_rounds, lr)
    np.testing.assert_allclose(predicted, expected, atol=1e-6)


@given(seeds, st.integers(1, 7), st.integers(1, 3), st.integers(1, 2))
def test_gradient_boosting_agrees_with_fractions(seed, n, d, n_rounds):
    """Whole targets and lr = 1/2 keep everything a fraction, so ties are exact."""
    rng = np.random.default_rng(seed)
    X_train, y_train = rng.integers(5, size=(n, d)).astype(float), rng.integers(4, size=n)
    X = rng.integers(5, size=(6, d)) + 0.25
    mean = Fraction(int(y_train.sum()), n)
    fitted, expected = [mean] * n, [mean] * len(X)
    for _ in range(n_rounds):
        residuals = [int(target) - value for target, value in zip(y_train, fitted, strict=True)]
        best = None
        for j in range(d):
            for a, b in pairwise(sorted(set(X_train[:, j].tolist()))):
                side = [x <= (a + b) / 2 for x in X_train[:, j]]
                low = [r for r, is_left in zip(residuals, side, strict=True) if is_left]
                high = [r for r, is_left in zip(residuals, side, strict=True) if not is_left]
                means = sum(low) / len(low), sum(high) / len(high)
                error = sum((r - means[0]) ** 2 for r in low) + sum((r - means[1]) ** 2 for r in high)
                if best is None or error < best[0]:
                    best = error, j, (a + b) / 2, means
        if best is None:
            break
        _, j, threshold, means = best
        fitted = [value + means[int(x[j] > threshold)] / 2 for value, x in zip(fitted, X_train, strict=True)]
        expected = [value + means[int(x[j] > threshold)] / 2 for value, x in zip(expected, X, strict=True)]
    predicted = reference("gradient_boosting").gradient_boosting(X_train, y_train.astype(float), X, n_rounds, 0.5)
    np.testing.assert_allclose(predicted, [float(value) for value in expected], atol=1e-9)
