"""The best split: every feature and threshold, weighted gain in bits, ties in order, and no split without a gain.

Where gains tie, they do so exactly in any formula: by pure sides, equal columns or sides that are mirrored. Random
data are drawn so that the best gain stands clear of the next.
"""

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake

EQUIVALENT = {
    "best_split: 1e-12 -> 2e-12 in `best, bar = ((None, None, 0.0), 1e-12)`":
        "The gain of a split of n samples is 0 or "
        "at least of the order of 1/n², so a handful of samples never gains between 1e-12 and 2e-12.",
}


def cases(rng):
    yield Case("two samples", np.array([[3.0], [1.0]]), np.array([0, 1]))
    yield Case("one sample", np.array([[3.0, 1.0]]), np.array([2]))
    yield Case("a pure node", np.array([[1.0], [2.0], [3.0]]), np.array([1, 1, 1]))
    yield Case("a constant column", np.full((3, 1), 0.1), np.array([0, 1, 1]))
    yield Case("equal values are not split", np.array([[1.0], [1.0], [1.0], [2.0]]), np.array([0, 1, 0, 1]))
    yield Case("repeated values", np.array([[1.0], [2.0], [1.0], [4.0], [4.0]]), np.array([0, 1, 0, 1, 1]))
    yield Case("the same label on both sides", np.array([[2.0], [1.0], [1.0], [2.0]]), np.array([1, 0, 1, 1]))
    second = np.array([[1.0, -4.0], [2.0, 3.0], [3.0, -2.0], [3.0, 8.0]])
    yield Case("the second feature", second, np.array([3, 0, 3, 0]))
    corners = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    yield Case("exclusive or", corners, np.array([0, 1, 1, 0]))
    yield Case("two features as good", corners[[0, 3, 3, 0]] * [5.0, 1.0], np.array([1, 0, 0, 1]))
    yield Case("the later of three features", np.array([[0.0, 1.0, 1.0], [0.0, 2.0, 2.0]]), np.array([0, 1]))
    yield Case("two thresholds as good", np.array([[4.0], [2.0], [3.0], [1.0]]), np.array([0, 1, 1, 0]))
    thirds = np.repeat([[1.0], [2.0], [4.0]], 3, axis=0)
    yield Case("every side as mixed as the whole", thirds, np.array([0, 1, 2] * 3))
    fifths = np.repeat([[1.0, 2.0], [2.0, 1.0], [4.0, 4.0]], 5, axis=0)
    yield Case("two features, nothing to gain", fifths, np.array([0, 0, 1, 1, 1] * 3))
    pair = np.array([[1.0, 2.0], [1.0, 4.0], [0.0, 4.0], [5.0, 3.0], [2.0, 0.0], [5.0, 1.0]])
    yield Case("entropy and Gini differ", pair, np.array([1, 0, 1, 2, 0, 1]))
    pair = np.array([[0.0, 3.0], [3.0, 4.0], [1.0, 1.0], [3.0, 2.0], [1.0, 4.0]])
    yield Case("the sides' sizes matter", pair, np.array([0, 2, 2, 0, 2]))
    half = np.repeat([1.0, 2.0], 32)[:, None]
    yield Case("a small gain is a gain", half, np.array([0] * 16 + [1] * 16 + [0] * 17 + [1] * 15))
    small = np.array([[1e-7], [3e-7], [8e-7]])
    yield Case("a feature of small scale", small, np.array([0, 1, 1])).judged(close(rtol=1e-6)).plain()
    near = np.array([[1e6], [1e6 + 1]])
    yield Case("large values, 1 apart", near, np.array([0, 1])).judged(close(rtol=1e-9)).plain()
    yield Case("random", *clear(rng, 9, 3, [0, 1, 2]))
    yield Case("random, one feature", *clear(rng, 7, 1, [0, 1]))
    yield Case("random, more features than samples", *clear(rng, 4, 6, [0, 1]))
    yield Case("random, labels with gaps", *clear(rng, 10, 2, [1, 4, 9]))
    many = 2.0 * (7 * np.arange(300) % 200)[:, None]
    yield Case("200 distinct values", many, np.where(many[:, 0] < 373, 1, 257)).plain()
    wide = np.zeros((4, 300))
    wide[:, 290] = [3.0, 1.0, 4.0, 1.0]
    yield Case("three hundred features", wide, np.array([0, 1, 0, 1])).plain()
    near = np.array([[1e8], [1e8 + 1]])  # one number in float32
    yield Case("very large values, 1 apart", near, np.array([0, 1])).judged(close(rtol=1e-12)).plain()
    barely = np.array([[1.0] * 13 + [2.0], [1.0] * 3 + [2.0] * 2 + [1.0] * 3 + [2.0] * 6]).T
    yield Case("the second feature is barely better", barely, np.array([0] * 5 + [1] * 9))


def clear(rng, n, d, labels):
    """Random samples and labels, the best split of which gains clearly more than the next."""
    while True:
        X, y = np.round(rng.normal(scale=3.0, size=(n, d)), 2), rng.choice(labels, size=n)
        gains = sorted(gain for gain, _, _ in candidates(X, y))
        if len(gains) > 1 and gains[-1] - gains[-2] > 1e-3:
            return X, y


def entropy(y):
    p = np.unique(y, return_counts=True)[1] / max(len(y), 1)
    return np.sum(p * np.log2(1 / p))


def gain_of(y, left, impurity=entropy):
    share = np.mean(left)
    return impurity(y) - share * impurity(y[left]) - (1 - share) * impurity(y[~left])


def candidates(X, y, gain=gain_of):
    """(gain, feature, threshold) of every split, in order."""
    for j in range(X.shape[1]):
        values = np.unique(X[:, j])
        for low, high in zip(values, values[1:]):
            yield gain(y, X[:, j] <= low), j, (low + high) / 2


def best_of(splits, bar=1e-12):
    best = (None, None, 0.0)
    for gain, feature, threshold in splits:
        if gain > bar:
            best, bar = (feature, threshold, gain), gain
    return best


@mistake("On a tie you take the later split. The lower feature and the lower threshold win: replace the best "
         "only when the gain is strictly larger.")
def later_on_a_tie(X, y):
    best, bar = (None, None, 0.0), 1e-12
    for gain, feature, threshold in candidates(X, y):
        if gain >= bar:
            best, bar = (feature, threshold, gain), gain
    return best


@mistake("On a tie within a feature you take the higher threshold. The lower one wins: go through them in ascending "
         "order, and replace the best only when the gain is strictly larger.")
def higher_threshold_on_a_tie(X, y):
    return best_of(sorted(candidates(X, y), key=lambda split: (split[1], -split[2])))


@mistake("You return the first split that you saw when none gains anything. Answer (None, None, 0.0) then.")
def useless_split(X, y):
    return best_of(candidates(X, y), -1.0)


@mistake("You accept any gain above 0, and rounding can leave 1e-16 where nothing is gained. Ask for more "
         "than 1e-12.")
def gain_of_rounding(X, y):
    def rounded(labels, left):
        def bits(side):
            p = np.unique(side, return_counts=True)[1] / len(side)
            return -np.sum(p * np.log2(p))

        return gain_of(labels, left, bits)

    return best_of(candidates(X, y, rounded), 0.0)


@mistake("You refuse a split that gains little. Any gain above 1e-12 makes a split useful.")
def minimal_gain(X, y):
    return best_of(candidates(X, y), 1e-3)


@mistake("You try thresholds only between samples of different label. Where values repeat, that depends on the order "
         "of equal ones and passes over splits: try every two neighbouring distinct values.")
def between_different_labels(X, y):
    def splits():
        for j in range(X.shape[1]):
            order = np.argsort(X[:, j], kind="stable")
            for i, k in zip(order, order[1:]):
                if y[i] != y[k] and X[i, j] != X[k, j]:
                    threshold = (X[i, j] + X[k, j]) / 2
                    yield gain_of(y, X[:, j] <= threshold), j, threshold

    return best_of(splits())


@mistake("You take values that are close to one another for equal (np.isclose). Only equal ones are.")
def close_is_equal(X, y):
    def splits():
        for gain, j, threshold in candidates(X, y):
            low, high = X[X[:, j] <= threshold, j].max(), X[X[:, j] > threshold, j].min()
            if not np.isclose(low, high):
                yield gain, j, threshold

    return best_of(splits())


@mistake("You return a value of the data as the threshold. Take the middle between it and the next distinct "
         "value.")
def threshold_at_a_value(X, y):
    def splits():
        for j in range(X.shape[1]):
            for value in np.unique(X[:, j])[:-1]:
                yield gain_of(y, X[:, j] <= value), j, value

    return best_of(splits())


@mistake("You take midpoints of neighbouring samples, equal ones included, so a threshold can lie on a "
         "value. Take the distinct values first (np.unique).")
def midpoints_of_equals(X, y):
    def splits():
        for j in range(X.shape[1]):
            values = np.sort(X[:, j])
            for low, high in zip(values, values[1:]):
                yield gain_of(y, X[:, j] <= (low + high) / 2), j, (low + high) / 2

    return best_of(splits())


@mistake("You cut the sorted samples at every position, also between equal values, which no threshold can "
         "part. Skip positions where the next value is the same.")
def cuts_between_equals(X, y):
    def splits():
        for j in range(X.shape[1]):
            order = np.argsort(X[:, j], kind="stable")
            for i in range(1, len(y)):
                low, high = X[order[i - 1], j], X[order[i], j]
                yield gain_of(y[order], np.arange(len(y)) < i), j, (low + high) / 2

    return best_of(splits())


@mistake("You choose by Gini impurity. The gain asked for is one of entropy, in bits.")
def gini_gain(X, y):
    def gini(labels):
        p = np.unique(labels, return_counts=True)[1] / max(len(labels), 1)
        return np.sum(p * (1 - p))

    return best_of(candidates(X, y, lambda labels, left: gain_of(labels, left, gini)))


@mistake("You average the two sides' entropies without weights. Weigh each side by its share of the samples.")
def unweighted(X, y):
    def gain(labels, left):
        return entropy(labels) - (entropy(labels[left]) + entropy(labels[~left])) / 2

    return best_of(candidates(X, y, gain))


@mistake("You use the natural logarithm. The gain is asked for in bits: np.log2.")
def nats(X, y):
    feature, threshold, gain = best_of(candidates(X, y))
    return feature, threshold, gain * np.log(2)


@mistake("You return the entropy left after the split. The gain is the entropy of the node minus that.")
def entropy_after(X, y):
    feature, threshold, gain = best_of(candidates(X, y))
    return feature, threshold, entropy(y) - gain


@mistake("You search the first feature only. Try every column of X.")
def first_feature_only(X, y):
    return best_of(candidates(X[:, :1], y))


@mistake("You leave out the last candidate of each column: m distinct values have m - 1 midpoints.")
def last_threshold_left_out(X, y):
    def splits():
        for j in range(X.shape[1]):
            for gain, _, threshold in list(candidates(X[:, j : j + 1], y))[:-1]:
                yield gain, j, threshold

    return best_of(splits())


@mistake("A better gain in a later feature is lost: you return once the first feature has a useful split.")
def first_useful_feature(X, y):
    for j in range(X.shape[1]):
        _, threshold, gain = best_of(candidates(X[:, j : j + 1], y))
        if threshold is not None:
            return j, threshold, gain
    return None, None, 0.0


@alternative
def by_running_counts(X, y):
    n, d = X.shape
    classes, codes = np.unique(y, return_inverse=True)
    one_hot = np.eye(len(classes))[codes]

    def bits(counts):
        p = counts / counts.sum(axis=1, keepdims=True)
        return -(p * np.log2(np.where(p > 0, p, 1.0))).sum(axis=1)

    best = (None, None, 0.0)
    for j in range(d):
        order = np.argsort(X[:, j], kind="stable")
        values, left = X[order, j], np.cumsum(one_hot[order], axis=0)[:-1]
        cuts = np.flatnonzero(values[1:] > values[:-1])
        if len(cuts) == 0:
            continue
        left = left[cuts]
        right = one_hot.sum(axis=0) - left
        parent = bits(one_hot.sum(axis=0, keepdims=True))[0]
        gains = parent - (left.sum(1) * bits(left) + right.sum(1) * bits(right)) / n
        top = int(np.argmax(gains))
        if gains[top] > max(best[2], 1e-12):
            best = (j, (values[cuts[top]] + values[cuts[top] + 1]) / 2, gains[top])
    return best


@alternative
def in_plain_python(X, y):
    from collections import Counter
    from math import log2

    def bits(labels):
        return -sum(count / len(labels) * log2(count / len(labels)) for count in Counter(labels).values())

    rows, labels = X.tolist(), y.tolist()
    found = []
    for j in range(len(rows[0])):
        values = sorted({row[j] for row in rows})
        for low, high in zip(values, values[1:]):
            middle = low + (high - low) / 2
            left = [label for row, label in zip(rows, labels) if row[j] <= middle]
            right = [label for row, label in zip(rows, labels) if row[j] > middle]
            after = len(left) / len(labels) * bits(left) + len(right) / len(labels) * bits(right)
            found.append((-(bits(labels) - after), j, middle))
    if not found or -min(found)[0] <= 1e-12:
        return [None, None, 0]
    gain, feature, threshold = min(found)
    return [np.int64(feature), np.float64(threshold), -gain]
