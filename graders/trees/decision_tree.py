"""A whole tree: greedy splits by entropy, depth counted in splits, majority leaves, ties to the lower.

Fixed data have ties that are exact in any formula; random data are drawn so that at every node the best split stands
clear of the next or both make their sides pure, and so that no query lies near a threshold.
"""

from functools import lru_cache

import numpy as np

from mlprep.grading.api import Case, alternative, equal, mistake

CHECKS = (equal(),)

EQUIVALENT = {
    "_best_split: 1e-12 -> 2e-12 in `best, bar = ((None, None), 1e-12)`":
        "The gain of a split of n samples is 0 or at least of the order of 1/n², so a handful of samples never gains "
        "between 1e-12 and 2e-12.",
    "_best_split: gain > bar -> gain >= bar in `if gain > bar`":
        "the bar is 1e-12 above a gain, and no gain meets it exactly",
    "_best_split: 1e-12 -> 2e-12 in `best, bar = ((feature, (low + high) / 2), gain + 1e-12)`":
        "gains that are equal up to rounding are some 1e-15 apart, and others much more than 2e-12",
}

STEPS = np.array([[1.0], [2.0], [3.0], [4.0], [5.0], [6.0]])
QUERIES = np.array([[0.5], [2.6], [3.3], [3.9], [5.2], [5.8], [20.0]])


def cases(rng):
    yield Case("two samples", np.array([[3.0], [1.0]]), np.array([0, 1]), np.array([[0.0], [9.0]]), 1)
    for depth in (1, 2, 3, 10):
        yield Case(f"three steps, depth {depth}", STEPS, np.array([0, 0, 0, 1, 1, 2]), QUERIES, depth)
    pair = np.array([[1.0, 2.0], [1.0, 4.0], [0.0, 4.0], [5.0, 3.0], [2.0, 0.0], [5.0, 1.0]])
    corner = np.array([[1.0, 0.2], [1.0, 3.0], [5.0, 0.2], [5.0, 3.0]])
    yield Case("entropy and Gini differ", pair, np.array([1, 0, 1, 2, 0, 1]), corner, 1)
    pair = np.array([[0.0, 3.0], [3.0, 4.0], [1.0, 1.0], [3.0, 2.0], [1.0, 4.0]])
    yield Case("the sides' sizes matter", pair, np.array([0, 2, 2, 0, 2]), pair + [0.2, -0.2], 1)
    groups = np.array([[0.0, 1.0], [0.0, 1.0], [0.0, 5.0], [1.0, 2.0], [1.0, 3.0], [1.0, 2.0]])
    asked = np.array([[0.0, 2.5], [0.0, 1.7], [0.0, 3.5]])
    yield Case("values of the other side do not count", groups, np.array([0, 0, 1, 2, 2, 2]), asked, 5).plain()
    yield Case("four labels, depth 2", STEPS[:4], np.array([0, 1, 2, 3]), STEPS[:4] + 0.2, 2)
    line = np.arange(24.0)[:, None]
    yield Case("a deep tree", line, np.arange(24) % 2, line, 40).plain()
    yield Case("random, depth 1", *clear(rng, 9, 2, [0, 1, 2]), 1)
    yield Case("random, depth 2", *clear(rng, 10, 3, [0, 1, 2]), 2)
    yield Case("random, to the end", *clear(rng, 9, 2, [1, 4, 9]), 20)
    yield Case("random, one feature", *clear(rng, 8, 1, [0, 3]), 3)
    yield Case("random, two hundred samples, five features", *clear(rng, 200, 5, [0, 1, 2], 2), 2).plain()
    last = np.zeros((5, 7))
    last[:, 6] = [4.0, 1.0, 3.0, 5.0, 2.0]
    yield Case("the last of seven features", last, np.array([1, 0, 0, 1, 0]), last[:, ::-1] + last, 2)
    often = np.repeat([[1.0], [2.0], [4.0]], [400, 50, 30], axis=0)
    labels, asked = np.repeat([300, 44, 0, 5], [300, 100, 50, 30]), np.linspace(0, 6, 300)[:, None]
    yield Case("300 of a label in a leaf, 300 queries", often, labels, asked, 2).plain()
    many = 2.0 * (7 * np.arange(150) % 100)[:, None]
    asked = np.array([[0.0], [171.0], [172.5], [173.5], [175.0], [200.0]])
    yield Case("100 distinct values", many, np.where(many[:, 0] < 173, 1, 257), asked, 1).plain()

    yield Case("a depth of 0", STEPS, np.array([0, 0, 1, 1, 1, 2]), QUERIES, 0).edge("single leaf")
    three = np.array([[1.0], [3.0], [9.0]])
    yield Case("one training sample", np.array([[3.0]]), np.array([4]), three, 3).edge("single leaf")
    yield Case("one label only", STEPS[:3], np.array([2, 2, 2]), QUERIES, 5).edge("single leaf")

    yield Case("a single leaf with a tie", STEPS[:5], np.array([7, 5, 5, 7, 3]), QUERIES, 0).edge("leaf ties")
    yield Case("ties on both sides", np.array([[1.0], [1.0], [1.0], [1.0], [2.0], [2.0]]),
               np.array([5, 4, 4, 5, 1, 0]), np.array([[0.5], [7.0]]), 1).edge("leaf ties")  # fmt: skip

    corners = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    off = np.array([[0.2, 0.9], [0.9, 0.2]])
    yield Case("two features as good", corners[[0, 3, 3, 0]], np.array([1, 0, 0, 1]), off, 1).edge("split ties")
    yield Case("two thresholds as good", STEPS[:4], np.array([0, 1, 1, 0]), QUERIES, 1).edge("split ties")
    barely = np.array([[1.0] * 13 + [2.0], [1.0] * 3 + [2.0] * 2 + [1.0] * 3 + [2.0] * 6]).T
    yield Case("no tie: the second feature is barely better", barely, np.array([0] * 5 + [1] * 9), corners + 1.0,
               1).edge("split ties")

    yield Case("a sample on the threshold", np.array([[1.0], [3.0]]), np.array([0, 1]), np.array([[2.0]]),
               1).edge("on a threshold")
    yield Case("samples on two thresholds", STEPS[:4], np.array([0, 1, 1, 2]), np.array([[1.5], [3.5], [3.6]]),
               2).edge("on a threshold")

    halves = np.repeat([[1.0], [4.0]], 11, axis=0)
    mixed = np.array([0] * 6 + [1] * 5 + [0] * 5 + [1] * 6)
    yield Case("a gain of 0.006", halves, mixed, QUERIES, 1).edge("small gains")
    halves = np.repeat([[1.0], [4.0]], 41, axis=0)
    mixed = np.repeat([0, 1, 0, 1], [20, 21, 21, 20])
    yield Case("a gain of 0.0004", halves, mixed, QUERIES, 1).plain().edge("small gains")
    for n, gain in ((149, "5e-8"), (1000, "2e-10")):  # half of either side, but for one sample
        few = np.repeat([[1.0], [4.0]], [2, 2 * n + 1], axis=0)
        yield Case(f"a gain of {gain}", few, np.repeat([0, 1, 0, 1], [1, 1, n, n + 1]), QUERIES,
                   1).plain().edge("small gains")  # fmt: skip
    yield Case("one label in twenty", np.arange(20.0)[:, None], np.repeat([0, 1], [19, 1]), QUERIES + 14,
               1).edge("small gains")
    lone = np.append(np.arange(199.0) % 11, 11.0)[::-1, None]
    yield Case("one label in two hundred", lone, np.where(lone[:, 0] == 11, 1, 0), QUERIES + 6,
               1).plain().edge("small gains")
    small = 1e-7 * STEPS[:4], np.array([0, 1, 1, 2]), 1e-7 * QUERIES
    yield Case("values of 1e-7", *small, 2).plain().edge("small gains")
    for value in (1e6, 1e8):  # the latter are one number in float32
        near = np.array([[value], [value + 1]])
        yield Case(f"{value:g} and 1 more", near, np.array([0, 1]), near, 1).plain().edge("small gains")

    equal_rows = np.full((4, 2), 0.1)
    yield Case("equal rows, mixed labels", equal_rows, np.array([2, 1, 1, 2]), np.array([[0.0, 0.1], [0.2, 0.3]]),
               3).edge("no useful split")
    yield Case("exclusive or", corners, np.array([0, 1, 1, 0]), corners[1:], 2).edge("no useful split")
    square = np.array([[a, b] for a in (0.0, 1.0, 2.0) for b in (0.0, 1.0, 2.0)])
    yield Case("every side as mixed as the whole", square, np.array([0, 1, 2, 1, 2, 0, 2, 0, 1]), square + 0.1,
               3).edge("no useful split")

    # the same five shares in another order for every feature, so that rounding makes one gain the largest
    on_the_left = np.array([[0, 2, 3, 6, 5], [5, 0, 2, 6, 3], [5, 6, 2, 3, 0], [5, 6, 2, 0, 3], [2, 3, 6, 0, 5],
                            [6, 2, 0, 3, 5], [2, 0, 3, 5, 6], [6, 3, 5, 0, 2]])  # fmt: skip
    eight = np.where(np.tile(np.arange(6), 5) < np.repeat(on_the_left, 6, axis=1), 1.0, 2.0).T
    asked = np.where(np.eye(8) == 1, 1.0, 2.0)
    yield Case("eight features as good, but for rounding", eight, np.repeat(np.arange(5), 6), asked, 1).plain().beyond(
        "Eight features gain the same here, up to rounding, so the lowest is due, and you return {got}. Replace the "
        "best split only if the gain is larger by more than 1e-12.")


def clear(rng, n, d, labels, depth=99):
    """Random training samples and queries whose tree no rounding can change, and of two levels at least."""
    while True:
        # few values in many samples, so that the slowest right answers keep up
        X = np.round(rng.normal(scale=3.0, size=(n, d)), 2) if n < 100 else np.round(rng.normal(scale=2.0, size=(n, d)))
        y = rng.choice(labels, size=n)
        thresholds = [[] for _ in range(d)]
        if is_clear(X, y, thresholds, depth, 1e-3 if n < 100 else 1e-6) >= 2:
            break
    while True:
        queries = rng.normal(scale=3.0, size=(12, d))
        if all(np.min(np.abs(np.subtract.outer(queries[:, j], [*thresholds[j], 99.0]))) > 0.002 for j in range(d)):
            return X, y, queries


def is_clear(X, y, thresholds, left_over, gap):
    """The depth of the tree of these samples, or -99 where rounding could choose another; notes its thresholds."""
    splits = sorted(candidates(X, y), key=lambda split: -split[0])
    if left_over == 0 or not splits or splits[0][0] <= 1e-12:
        return 0
    best, feature, threshold = best_of(candidates(X, y))
    tied = [gain for gain, _, _ in splits if gain > best - gap]
    if len(tied) > 1 and bits(np.bincount(y)[None, :])[0] - min(tied) > 1e-12:
        return -99
    thresholds[feature].append(threshold)
    left = X[:, feature] <= threshold
    return 1 + max((is_clear(X[side], y[side], thresholds, left_over - 1, gap) for side in (left, ~left)), key=abs)


def bits(counts):
    """The entropy of each row of counts."""
    shares = counts / counts.sum(axis=1, keepdims=True)
    return -np.sum(shares * np.log2(np.where(shares > 0, shares, 1.0)), axis=1)


def gini(counts):
    return 1 - np.sum((counts / counts.sum(axis=1, keepdims=True)) ** 2, axis=1)


def gain_of(left, right, impurity=bits):
    """What each cut gains, by the counts of every label on both sides."""
    share = left.sum(axis=1) / (left + right).sum(axis=1)
    return impurity(left + right) - share * impurity(left) - (1 - share) * impurity(right)


def candidates(X, y, gain=gain_of):
    """(gain, feature, threshold) of every split, in order."""
    if gain is gain_of:  # most mistakes ask for these
        return _usual((X.tobytes(), X.shape, X.dtype.str), (y.tobytes(), y.dtype.str))
    return list(_candidates(X, y, gain))


@lru_cache(maxsize=2048)
def _usual(samples, labels):
    X = np.frombuffer(samples[0], samples[2]).reshape(samples[1])
    return list(_candidates(X, np.frombuffer(*labels), gain_of))


def _candidates(X, y, gain):
    one_hot = np.eye(y.max() + 1)[y]
    for j, column in enumerate(X.T):
        if (column == column[0]).all():
            continue
        values, place = np.unique(column, return_inverse=True)
        counts = np.zeros((len(values), one_hot.shape[1]))
        np.add.at(counts, place.ravel(), one_hot)
        left = counts.cumsum(axis=0)[:-1]
        gains = gain(left, counts.sum(axis=0) - left)
        yield from zip(gains, [j] * len(gains), (values[:-1] + values[1:]) / 2)


def best_of(splits, bar=1e-12):
    best = (bar, None, None)
    for split in splits:
        if split[0] > best[0] + (0.0 if best[1] is None else 1e-12):
            best = split
    return best


def majority(y):
    return np.bincount(y).argmax()


def usual(X, y):
    return best_of(candidates(X, y))


def grow(X_train, y_train, X, depth, choose=usual, answer=majority):
    """The tree with another way to choose a split or to answer at a leaf."""
    _, feature, threshold = choose(X_train, y_train) if depth > 0 else (None, None, None)
    if feature is None:
        return np.full(len(X), answer(y_train))
    predicted = np.empty(len(X), dtype=np.asarray(answer(y_train)).dtype)
    left, asks = X_train[:, feature] <= threshold, X[:, feature] <= threshold
    predicted[asks] = grow(X_train[left], y_train[left], X[asks], depth - 1, choose, answer)
    predicted[~asks] = grow(X_train[~left], y_train[~left], X[~asks], depth - 1, choose, answer)
    return predicted


@mistake("Where you split one side of a split further, you forget the other. Add both sides to the open nodes, and "
         "keep those that are there.", constants={"first": (-1, 0)})
def open_nodes_forgotten(X_train, y_train, X, max_depth, *, first=-1):
    predicted = np.full(len(X), majority(y_train))
    nodes = [(np.arange(len(X_train)), np.arange(len(X)), max_depth)]
    while nodes:
        rows, asks, depth = nodes.pop(first)
        _, feature, threshold = usual(X_train[rows], y_train[rows]) if depth > 0 else (None, None, None)
        if feature is not None:
            low, ask_low = X_train[rows, feature] <= threshold, X[asks, feature] <= threshold
            nodes = [(rows[low], asks[ask_low], depth - 1), (rows[~low], asks[~ask_low], depth - 1)]
            for side, ask, _ in nodes:
                predicted[ask] = majority(y_train[side])
    return predicted


@mistake("Your tree ignores max_depth and grows until no split gains anything. Make a leaf when the depth is used up.")
def ignores_depth(X_train, y_train, X, max_depth):
    return grow(X_train, y_train, X, 99)


@mistake("With max_depth = 0 your tree grows without a limit. 0 means a single leaf.")
def zero_is_no_limit(X_train, y_train, X, max_depth):
    return grow(X_train, y_train, X, max_depth or 99)


@mistake("With max_depth = 0 your tree still splits once. 0 means a single leaf.")
def at_least_one_split(X_train, y_train, X, max_depth):
    return grow(X_train, y_train, X, max(max_depth, 1))


@mistake("Your tree is one level too deep. max_depth counts the splits on the way down, and 0 is a single leaf.")
def one_level_more(X_train, y_train, X, max_depth):
    return grow(X_train, y_train, X, max_depth + 1)


@mistake("Your tree is one level too shallow. max_depth counts the splits on the way down, so 1 is one split with two "
         "leaves.")
def one_level_less(X_train, y_train, X, max_depth):
    return grow(X_train, y_train, X, max_depth - 1)


@mistake("You cap the depth at a fixed number. Only max_depth limits it.", constants={"cap": (10, 5)})
def capped_depth(X_train, y_train, X, max_depth, *, cap=10):
    return grow(X_train, y_train, X, min(max_depth, cap))


@mistake("Of equally frequent labels in a leaf you predict the largest. Predict the smallest.")
def largest_on_a_tie(X_train, y_train, X, max_depth):
    def answer(y):
        labels, counts = np.unique(y, return_counts=True)
        return labels[len(labels) - 1 - np.argmax(counts[::-1])]

    return grow(X_train, y_train, X, max_depth, answer=answer)


@mistake("Of equally frequent labels in a leaf you predict the one seen first. Predict the smallest.")
def first_seen_on_a_tie(X_train, y_train, X, max_depth):
    from collections import Counter

    return grow(X_train, y_train, X, max_depth, answer=lambda y: Counter(y.tolist()).most_common(1)[0][0])


@mistake("Of equally frequent labels in a leaf you predict the parent's majority. Predict the smallest.")
def majority_of_the_parent(X_train, y_train, X, max_depth, parent=None):
    _, feature, threshold = usual(X_train, y_train) if max_depth > 0 else (None, None, None)
    if feature is None:
        labels, counts = np.unique(y_train, return_counts=True)
        tied = labels[counts == counts.max()]
        return np.full(len(X), parent if parent in tied else tied[0])
    predicted = np.empty(len(X), dtype=int)
    left, asks = X_train[:, feature] <= threshold, X[:, feature] <= threshold
    for train, rows in ((left, asks), (~left, ~asks)):
        predicted[rows] = majority_of_the_parent(X_train[train], y_train[train], X[rows], max_depth - 1,
                                                 majority(y_train))
    return predicted


@mistake("You choose splits by Gini impurity. Take the highest information gain, a difference of entropies.")
def by_gini(X_train, y_train, X, max_depth):
    def choose(X, y):
        return best_of(candidates(X, y, lambda left, right: gain_of(left, right, gini)))

    return grow(X_train, y_train, X, max_depth, choose)


@mistake("You average the two sides' entropies without weights. Weight each side by its share of the samples.")
def unweighted(X_train, y_train, X, max_depth):
    def choose(X, y):
        return best_of(candidates(X, y, lambda left, right: bits(left + right) - bits(left) / 2 - bits(right) / 2))

    return grow(X_train, y_train, X, max_depth, choose)


@mistake("Where a label does not occur on a side, your gain is NaN, because 0 * log2(0) is, and the node becomes a "
         "leaf. Sum only over the labels that occur.",
         constants={"everywhere": (True, False)})
def log_of_zero(X_train, y_train, X, max_depth, *, everywhere=True):
    def impurity(counts):
        # np.bincount has no zeros behind the largest label of a side
        zeros = counts == 0
        if not everywhere:
            zeros &= counts[:, ::-1].cumsum(axis=1)[:, ::-1] > 0
        return np.where(zeros.any(axis=1), np.nan, bits(counts))

    def choose(X, y):
        return best_of(candidates(X, y, lambda left, right: gain_of(left, right, impurity)))

    return grow(X_train, y_train, X, max_depth, choose)


@mistake("You split even when nothing is gained. Make a leaf if the best split gains at most 1e-12, since rounding can "
         "leave 1e-16.", constants={"first": (True, False)})
def useless_splits(X_train, y_train, X, max_depth, *, first=True):
    def choose(X, y):
        splits = candidates(X, y)
        best = best_of(splits)
        if best[1] is not None or (y == y[0]).all() or not splits:
            return best
        return splits[0] if first else best_of(splits, -1.0)

    return grow(X_train, y_train, X, max_depth, choose)


@mistake("You reject a split that gains little. Any gain above 1e-12 makes a split useful.",
         constants={"least": (1e-2, 0.05, 1e-3, 1e-6, 1e-9)})
def minimal_gain(X_train, y_train, X, max_depth, *, least=1e-2):
    return grow(X_train, y_train, X, max_depth, lambda X, y: best_of(candidates(X, y), least))


@mistake("You stop when almost all labels of a node are equal. A node is pure only if all of them are.",
         constants={"share": (0.9, 0.99)})
def almost_pure(X_train, y_train, X, max_depth, *, share=0.9):
    def choose(X, y):
        return (None, None, None) if np.mean(y == majority(y)) >= share else usual(X, y)

    return grow(X_train, y_train, X, max_depth, choose)


@mistake("You do not split a node with few samples. Two samples are enough if a split gains anything.",
         constants={"least": (3, 10)})
def small_nodes_kept(X_train, y_train, X, max_depth, *, least=3):
    def choose(X, y):
        return usual(X, y) if len(y) >= least else (None, None, None)

    return grow(X_train, y_train, X, max_depth, choose)


@mistake("You reject a split that leaves few samples on a side. A side may have a single sample.",
         constants={"least": (2, 3)})
def small_sides_refused(X_train, y_train, X, max_depth, *, least=2):
    def choose(X, y):
        sizes = [(np.sum(X[:, j] <= threshold), split) for split in candidates(X, y) for _, j, threshold in [split]]
        return best_of([split for size, split in sizes if least <= size <= len(y) - least])

    return grow(X_train, y_train, X, max_depth, choose)


@mistake("You use each feature at most once on a path. A feature may be split again with another threshold.")
def each_feature_once(X_train, y_train, X, max_depth, used=()):
    splits = [split for split in candidates(X_train, y_train) if split[1] not in used] if max_depth > 0 else []
    _, feature, threshold = best_of(splits)
    if feature is None:
        return np.full(len(X), majority(y_train))
    predicted = np.empty(len(X), dtype=int)
    left, asks = X_train[:, feature] <= threshold, X[:, feature] <= threshold
    for train, rows in ((left, asks), (~left, ~asks)):
        predicted[rows] = each_feature_once(X_train[train], y_train[train], X[rows], max_depth - 1, (*used, feature))
    return predicted


@mistake("You try only some of the features. Try every column at every node.", constants={"count": (1, 2, 3)})
def first_features_only(X_train, y_train, X, max_depth, *, count=1):
    return grow(X_train[:, :count], y_train, X[:, :count], max_depth)


@mistake("You take the candidate thresholds from the whole training set at every node. Take midpoints between "
         "neighboring values of the samples that reached the node.")
def thresholds_of_all(X_train, y_train, X, max_depth):
    columns = [np.unique(column) for column in X_train.T]

    def choose(X, y):
        one_hot, best = np.eye(y.max() + 1)[y], (1e-12, None, None)
        for j, values in enumerate(columns):
            middles = (values[:-1] + values[1:]) / 2
            left = (X[:, j] <= middles[:, None]) @ one_hot
            right = one_hot.sum(axis=0) - left
            inside = (left.sum(axis=1) > 0) & (right.sum(axis=1) > 0)
            gains = gain_of(left[inside], right[inside])
            if len(gains) and gains.max() > best[0]:
                best = (gains.max(), j, middles[inside][np.argmax(gains)])
        return best

    return grow(X_train, y_train, X, max_depth, choose)


@mistake("On a tie you take the later split. The lower feature and then the lower threshold win: replace the best only "
         "when the gain is strictly larger.")
def later_on_a_tie(X_train, y_train, X, max_depth):
    def choose(X, y):
        best = (1e-12, None, None)
        for split in candidates(X, y):
            if split[0] >= best[0]:
                best = split
        return best

    return grow(X_train, y_train, X, max_depth, choose)


@mistake("On a tie between features you take the later one. The lower feature wins.")
def later_feature_on_a_tie(X_train, y_train, X, max_depth):
    def choose(X, y):
        return best_of(sorted(candidates(X, y), key=lambda split: -split[1]))

    return grow(X_train, y_train, X, max_depth, choose)


@mistake("On a tie within a feature you take the higher threshold. The lower one wins.")
def higher_threshold_on_a_tie(X_train, y_train, X, max_depth):
    def choose(X, y):
        return best_of(sorted(candidates(X, y), key=lambda split: (split[1], -split[2])))

    return grow(X_train, y_train, X, max_depth, choose)


@mistake("Your thresholds are values of the training data. Take midpoints between neighboring distinct values.")
def thresholds_at_values(X_train, y_train, X, max_depth):
    def choose(X, y):
        gain, feature, threshold = usual(X, y)
        if feature is not None:
            threshold = X[X[:, feature] <= threshold, feature].max()
        return gain, feature, threshold

    return grow(X_train, y_train, X, max_depth, choose)


@mistake("A sample that is exactly on a threshold goes right when you predict. The left side is x <= threshold.")
def on_the_threshold_right(X_train, y_train, X, max_depth):
    def choose(X, y):
        gain, feature, threshold = usual(X, y)
        return gain, feature, None if feature is None else np.nextafter(threshold, -np.inf)

    return grow(X_train, y_train, X, max_depth, choose)


@mistake("When you predict, you send the samples with x <= threshold to the wrong side. Send them to the side of the "
         "training samples with x <= threshold.")
def sides_swapped(X_train, y_train, X, max_depth):
    _, feature, threshold = usual(X_train, y_train) if max_depth > 0 else (None, None, None)
    if feature is None:
        return np.full(len(X), majority(y_train))
    predicted = np.empty(len(X), dtype=int)
    left, asks = X_train[:, feature] <= threshold, X[:, feature] > threshold
    predicted[asks] = sides_swapped(X_train[left], y_train[left], X[asks], max_depth - 1)
    predicted[~asks] = sides_swapped(X_train[~left], y_train[~left], X[~asks], max_depth - 1)
    return predicted


@mistake("Your leaves predict the mean of their labels, as a regression tree does. Predict the most frequent label.")
def mean_label(X_train, y_train, X, max_depth):
    return grow(X_train, y_train, X, max_depth, answer=lambda y: np.mean(y))


@mistake("You return the labels as floats. Return integers, for instance with the dtype of y_train.")
def float_labels(X_train, y_train, X, max_depth):
    return grow(X_train, y_train, X, max_depth).astype(float)


@mistake("Your leaf returns the position of its most frequent label among those that occur in it. Return the label "
         "itself.")
def position_in_the_leaf(X_train, y_train, X, max_depth):
    return grow(X_train, y_train, X, max_depth, answer=lambda y: np.argmax(np.unique(y, return_counts=True)[1]))


@mistake("You return positions among the labels that occur. Where some labels do not occur, these differ from the "
         "labels, so map them back.")
def codes_instead_of_labels(X_train, y_train, X, max_depth):
    return np.searchsorted(np.unique(y_train), grow(X_train, y_train, X, max_depth))


@alternative
def stored_as_dicts(X_train, y_train, X, max_depth):
    def build(X, y, depth):
        split = best_of(candidates(X, y))
        if depth == 0 or len(set(y.tolist())) == 1 or split[1] is None:
            return {"label": int(np.bincount(y).argmax())}
        left = X[:, split[1]] <= split[2]
        sides = [build(X[side], y[side], depth - 1) for side in (left, ~left)]
        return {"feature": split[1], "threshold": split[2], "sides": sides}

    def ask(node, row):
        while "label" not in node:
            node = node["sides"][0 if row[node["feature"]] <= node["threshold"] else 1]
        return node["label"]

    tree = build(X_train, y_train, max_depth)
    return [ask(tree, row) for row in X]


@alternative
def in_plain_python(X_train, y_train, X, max_depth):
    from math import log2

    def bits(labels):
        return -sum(labels.count(k) / len(labels) * log2(labels.count(k) / len(labels)) for k in set(labels))

    def split(rows, j, middle):
        return [[(x, k) for x, k in rows if (x[j] <= middle) is side] for side in (True, False)]

    def predict(rows, x, depth):
        labels = [k for _, k in rows]
        best, bar = None, 1e-12
        for j in range(len(x)):
            values = sorted({row[j] for row, _ in rows})
            for low, high in zip(values, values[1:]):
                sides = split(rows, j, (low + high) / 2)
                gain = bits(labels) - sum(len(s) * bits([k for _, k in s]) for s in sides) / len(labels)
                if depth > 0 and gain > bar:
                    best, bar = (j, (low + high) / 2), gain
        if best is None:
            return max(sorted(set(labels)), key=labels.count)
        j, middle = best
        return predict(split(rows, j, middle)[0 if x[j] <= middle else 1], x, depth - 1)

    rows = list(zip(X_train.tolist(), y_train.tolist()))
    return np.array([predict(rows, x, max_depth) for x in X.tolist()], dtype=np.int16)
