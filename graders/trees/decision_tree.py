"""A whole tree: greedy splits by entropy, depth counted in splits, majority leaves, ties to the lower.

Fixed data have ties that are exact in any formula; random data are drawn so that at every node the best split stands
clear of the next or both make their sides pure, and so that no query lies near a threshold.
"""

import numpy as np

from mlprep.grading.api import Case, alternative, equal, mistake

CHECKS = (equal(),)

EQUIVALENT = {
    "_best_split: 1e-12 -> 2e-12 in `best, bar = ((None, None), 1e-12)`":
        "The gain of a split of n samples is 0 or at "
        "least of the order of 1/n², so a handful of samples never gains between 1e-12 and 2e-12.",
}

STEPS = np.array([[1.0], [2.0], [3.0], [4.0], [5.0], [6.0]])
QUERIES = np.array([[0.5], [2.6], [3.3], [3.9], [5.2], [5.8], [20.0]])


def cases(rng):
    yield Case("one training sample", np.array([[3.0]]), np.array([4]), np.array([[1.0], [3.0], [9.0]]), 3)
    yield Case("two samples", np.array([[3.0], [1.0]]), np.array([0, 1]), np.array([[0.0], [9.0]]), 1)
    yield Case("a query on the threshold", np.array([[1.0], [3.0]]), np.array([0, 1]), np.array([[2.0]]), 1)
    yield Case("a single leaf", STEPS, np.array([0, 0, 1, 1, 1, 2]), QUERIES, 0)
    yield Case("a single leaf with a tie", STEPS[:5], np.array([7, 5, 5, 7, 3]), QUERIES, 0)
    yield Case("pure labels", STEPS[:3], np.array([2, 2, 2]), QUERIES, 5)
    constant = np.full((4, 2), 0.1)
    yield Case("equal rows, mixed labels", constant, np.array([2, 1, 1, 2]), np.array([[0.0, 0.1], [0.2, 0.3]]), 3)
    for depth in (1, 2, 3, 10):
        yield Case(f"three steps, depth {depth}", STEPS, np.array([0, 0, 0, 1, 1, 2]), QUERIES, depth)
    corners = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    yield Case("exclusive or", corners, np.array([0, 1, 1, 0]), corners[1:], 2)
    off = np.array([[0.2, 0.9], [0.9, 0.2]])
    yield Case("two features as good", corners[[0, 3, 3, 0]], np.array([1, 0, 0, 1]), off, 1)
    yield Case("two thresholds as good", STEPS[:4], np.array([0, 1, 1, 0]), QUERIES, 1)
    square = np.array([[a, b] for a in (0.0, 1.0, 2.0) for b in (0.0, 1.0, 2.0)])
    yield Case("every side as mixed as the whole", square, np.array([0, 1, 2, 1, 2, 0, 2, 0, 1]), square + 0.1, 3)
    pair = np.array([[1.0, 2.0], [1.0, 4.0], [0.0, 4.0], [5.0, 3.0], [2.0, 0.0], [5.0, 1.0]])
    corner = np.array([[1.0, 0.2], [1.0, 3.0], [5.0, 0.2], [5.0, 3.0]])
    yield Case("entropy and Gini differ", pair, np.array([1, 0, 1, 2, 0, 1]), corner, 1)
    pair = np.array([[0.0, 3.0], [3.0, 4.0], [1.0, 1.0], [3.0, 2.0], [1.0, 4.0]])
    yield Case("the sides' sizes matter", pair, np.array([0, 2, 2, 0, 2]), pair + [0.2, -0.2], 1)
    halves, mixed = np.repeat([[1.0], [4.0]], 11, axis=0), np.array([0] * 6 + [1] * 5 + [0] * 5 + [1] * 6)
    yield Case("a small gain is a gain", halves, mixed, QUERIES, 1)
    near = np.array([[1e6], [1e6 + 1]])
    yield Case("large values, 1 apart", near, np.array([0, 1]), near, 1).plain()
    groups = np.array([[0.0, 1.0], [0.0, 1.0], [0.0, 5.0], [1.0, 2.0], [1.0, 3.0], [1.0, 2.0]])
    asked = np.array([[0.0, 2.5], [0.0, 1.7], [0.0, 3.5]])
    yield Case("values of the other side do not count", groups, np.array([0, 0, 1, 2, 2, 2]), asked, 5).plain()
    line = np.arange(24.0)[:, None]
    yield Case("a deep tree", line, np.arange(24) % 2, line, 40).plain()
    yield Case("random, depth 1", *clear(rng, 9, 2, [0, 1, 2]), 1)
    yield Case("random, depth 2", *clear(rng, 10, 3, [0, 1, 2]), 2)
    yield Case("random, to the end", *clear(rng, 9, 2, [1, 4, 9]), 20)
    yield Case("random, one feature", *clear(rng, 8, 1, [0, 3]), 3)
    yield Case("one label in twenty", np.arange(20.0)[:, None], np.repeat([0, 1], [19, 1]), QUERIES + 14, 1)
    small = 1e-7 * STEPS[:4], np.array([0, 1, 1, 2]), 1e-7 * QUERIES
    yield Case("a feature of small scale", *small, 2).plain()
    near = np.array([[1e8], [1e8 + 1]])  # one number in float32
    yield Case("very large values, 1 apart", near, np.array([0, 1]), near, 1).plain()
    barely = np.array([[1.0] * 13 + [2.0], [1.0] * 3 + [2.0] * 2 + [1.0] * 3 + [2.0] * 6]).T
    yield Case("the second feature is barely better", barely, np.array([0] * 5 + [1] * 9), corners + 1.0, 1)
    yield Case("four labels, depth 2", STEPS[:4], np.array([0, 1, 2, 3]), QUERIES, 2)
    often = np.repeat([[1.0], [2.0], [4.0]], [400, 50, 30], axis=0)
    labels, asked = np.repeat([300, 44, 0, 5], [300, 100, 50, 30]), np.linspace(0, 6, 300)[:, None]
    yield Case("300 of a label in a leaf, 300 queries", often, labels, asked, 2).plain()
    many = 2.0 * (7 * np.arange(150) % 100)[:, None]
    asked = np.array([[0.0], [171.0], [172.5], [173.5], [175.0], [200.0]])
    yield Case("100 distinct values", many, np.where(many[:, 0] < 173, 1, 257), asked, 1).plain()


def clear(rng, n, d, labels):
    """Random training samples and queries whose tree no rounding can change, and of two levels at least."""
    while True:
        X, y = np.round(rng.normal(scale=3.0, size=(n, d)), 2), rng.choice(labels, size=n)
        thresholds = [[] for _ in range(d)]
        if is_clear(X, y, thresholds) >= 2:
            break
    while True:
        queries = rng.normal(scale=3.0, size=(12, d))
        if all(np.min(np.abs(np.subtract.outer(queries[:, j], [*thresholds[j], 99.0]))) > 0.002 for j in range(d)):
            return X, y, queries


def is_clear(X, y, thresholds):
    """The depth of the tree of these samples, or -99 where rounding could choose another; notes its thresholds."""
    splits = sorted(candidates(X, y), key=lambda split: -split[0])
    if not splits or splits[0][0] <= 1e-12:
        return 0
    best, feature, threshold = best_of(candidates(X, y))
    tied = [gain for gain, _, _ in splits if gain > best - 1e-3]
    if len(tied) > 1 and entropy(y) - min(tied) > 1e-12:
        return -99
    thresholds[feature].append(threshold)
    left = X[:, feature] <= threshold
    return 1 + max((is_clear(X[side], y[side], thresholds) for side in (left, ~left)), key=lambda d: abs(d))


def entropy(y):
    p = np.unique(y, return_counts=True)[1] / max(len(y), 1)
    return np.sum(p * np.log2(1 / p))


def gini(y):
    p = np.unique(y, return_counts=True)[1] / max(len(y), 1)
    return np.sum(p * (1 - p))


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
    best = (bar, None, None)
    for split in splits:
        if split[0] > best[0]:
            best = split
    return best


def majority(y):
    labels, counts = np.unique(y, return_counts=True)
    return labels[np.argmax(counts)]


def grow(X_train, y_train, X, depth, choose=lambda X, y: best_of(candidates(X, y)), answer=majority):
    """The tree with another way to choose a split or to answer at a leaf."""
    _, feature, threshold = choose(X_train, y_train) if depth > 0 else (None, None, None)
    if feature is None:
        return np.full(len(X), answer(y_train))
    predicted = np.empty(len(X), dtype=np.asarray(answer(y_train)).dtype)
    left, asks = X_train[:, feature] <= threshold, X[:, feature] <= threshold
    predicted[asks] = grow(X_train[left], y_train[left], X[asks], depth - 1, choose, answer)
    predicted[~asks] = grow(X_train[~left], y_train[~left], X[~asks], depth - 1, choose, answer)
    return predicted


@mistake("Your tree ignores max_depth and grows until it can gain no more. Stop at a leaf when the depth is "
         "used up.")
def ignores_depth(X_train, y_train, X, max_depth):
    return grow(X_train, y_train, X, 99)


@mistake("Your tree is one level too deep: max_depth counts splits on the way down, and 0 is a single leaf.")
def one_level_more(X_train, y_train, X, max_depth):
    return grow(X_train, y_train, X, max_depth + 1)


@mistake("Your tree is one level too shallow: max_depth counts splits on the way down, so 1 is a stump with "
         "two leaves.")
def one_level_less(X_train, y_train, X, max_depth):
    return grow(X_train, y_train, X, max_depth - 1)


@mistake("When labels are equally frequent in a leaf you answer the largest. The smallest is asked for.")
def largest_on_a_tie(X_train, y_train, X, max_depth):
    def answer(y):
        labels, counts = np.unique(y, return_counts=True)
        return labels[len(labels) - 1 - np.argmax(counts[::-1])]

    return grow(X_train, y_train, X, max_depth, answer=answer)


@mistake("When labels are equally frequent in a leaf you answer the one seen first, as Counter.most_common "
         "does. The smallest is asked for.")
def first_seen_on_a_tie(X_train, y_train, X, max_depth):
    from collections import Counter

    return grow(X_train, y_train, X, max_depth, answer=lambda y: Counter(y.tolist()).most_common(1)[0][0])


@mistake("You choose splits by Gini impurity. This tree takes the highest information gain, a difference of "
         "entropies.")
def by_gini(X_train, y_train, X, max_depth):
    def choose(X, y):
        return best_of(candidates(X, y, lambda labels, left: gain_of(labels, left, gini)))

    return grow(X_train, y_train, X, max_depth, choose)


@mistake("You average the two sides' entropies without weights. Weigh each side by its share of the samples.")
def unweighted(X_train, y_train, X, max_depth):
    def choose(X, y):
        return best_of(candidates(X, y, lambda labels, left: entropy(labels) - entropy(labels[left]) / 2
                                  - entropy(labels[~left]) / 2))  # fmt: skip

    return grow(X_train, y_train, X, max_depth, choose)


@mistake("You split even when nothing is gained. A node whose best split gains at most 1e-12 is a leaf.")
def useless_splits(X_train, y_train, X, max_depth):
    def choose(X, y):
        return best_of(candidates(X, y), -1.0) if entropy(y) > 0 else (None, None, None)

    return grow(X_train, y_train, X, max_depth, choose)


@mistake("You refuse a split that gains little. Any gain above 1e-12 makes a split useful.")
def minimal_gain(X_train, y_train, X, max_depth):
    return grow(X_train, y_train, X, max_depth, lambda X, y: best_of(candidates(X, y), 1e-2))


@mistake("You take the candidate thresholds from the whole training set at every node. They lie midway between "
         "neighbouring values of the samples that reached the node.")
def thresholds_of_all(X_train, y_train, X, max_depth):
    columns = [np.unique(column) for column in X_train.T]

    def choose(X, y):
        splits = []
        for j, values in enumerate(columns):
            for threshold in (values[:-1] + values[1:]) / 2:
                left = X[:, j] <= threshold
                if left.any() and not left.all():
                    splits.append((gain_of(y, left), j, threshold))
        return best_of(splits)

    return grow(X_train, y_train, X, max_depth, choose)


@mistake("When labels are equally frequent in a leaf you answer the parent's majority. The smallest of them is asked "
         "for.")
def majority_of_the_parent(X_train, y_train, X, max_depth, parent=None):
    _, feature, threshold = best_of(candidates(X_train, y_train)) if max_depth > 0 else (None, None, None)
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


@mistake("You cap the depth at a number of your own. max_depth alone limits it.")
def capped_depth(X_train, y_train, X, max_depth):
    return grow(X_train, y_train, X, min(max_depth, 10))


@mistake("On a tie you take the later split. The lower feature and then the lower threshold win: replace the "
         "best only when the gain is strictly larger.")
def later_on_a_tie(X_train, y_train, X, max_depth):
    def choose(X, y):
        best = (1e-12, None, None)
        for split in candidates(X, y):
            if split[0] >= best[0]:
                best = split
        return best

    return grow(X_train, y_train, X, max_depth, choose)


@mistake("You put thresholds on values of the training data. They lie midway between neighbouring distinct "
         "values.")
def thresholds_at_values(X_train, y_train, X, max_depth):
    def choose(X, y):
        gain, feature, threshold = best_of(candidates(X, y))
        if feature is not None:
            threshold = X[X[:, feature] <= threshold, feature].max()
        return gain, feature, threshold

    return grow(X_train, y_train, X, max_depth, choose)


@mistake("A query that lies on the threshold goes right in your tree. The left side is x <= threshold.")
def on_the_threshold_right(X_train, y_train, X, max_depth):
    def choose(X, y):
        gain, feature, threshold = best_of(candidates(X, y))
        return gain, feature, None if feature is None else np.nextafter(threshold, -np.inf)

    return grow(X_train, y_train, X, max_depth, choose)


@mistake("You send the queries that meet x <= threshold to the wrong side: they belong with the training "
         "samples that meet it.")
def sides_swapped(X_train, y_train, X, max_depth):
    _, feature, threshold = best_of(candidates(X_train, y_train)) if max_depth > 0 else (None, None, None)
    if feature is None:
        return np.full(len(X), majority(y_train))
    predicted = np.empty(len(X), dtype=int)
    left, asks = X_train[:, feature] <= threshold, X[:, feature] > threshold
    predicted[asks] = sides_swapped(X_train[left], y_train[left], X[asks], max_depth - 1)
    predicted[~asks] = sides_swapped(X_train[~left], y_train[~left], X[~asks], max_depth - 1)
    return predicted


@mistake("A leaf answers the mean of its labels in your tree, as a regression tree does. Answer the most "
         "frequent label.")
def mean_label(X_train, y_train, X, max_depth):
    return grow(X_train, y_train, X, max_depth, answer=lambda y: np.mean(y))


@mistake("You return positions among the labels that occur. Where labels are missing, that is another "
         "number: map them back.")
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
