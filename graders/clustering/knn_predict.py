"""k nearest neighbors: the metric, how many, and both kinds of ties.

Distances tie only between small integers, exactly in any formula; random neighbors are drawn clearly apart.
"""

import numpy as np

from mlprep.grading.api import Case, alternative, both, lacks, mistake, uses


def cases(rng):
    line = np.array([[0.0], [1.0], [4.0], [9.0]])
    yield Case("the nearest one", line, np.array([2, 0, 1, 4]), np.array([[3.0], [0.2], [20.0]]), 1)
    yield Case("three vote", line, np.array([1, 0, 0, 2]), np.array([[0.2]]), 3)
    metric = np.array([[3.5, 0.0], [2.0, 2.0], [23.5, 20.0], [23.0, 23.0]])
    yield Case("Euclidean distance decides", metric, np.array([0, 1, 2, 3]), np.array([[0.0, 0.0], [20.0, 20.0]]), 1)
    yield Case("random", *apart(rng, 9, 2, 5, 3, [0, 1, 2]), 3)
    yield Case("random, more queries than samples", *apart(rng, 5, 3, 8, 3, [1, 6]), 3)
    n = np.arange(300)
    labels = np.where(n % 15 == 0, 2, 7)
    yield Case("three hundred samples, most of them vote", n[:, None] * 1.0, labels, np.array([[0.2]]), 290).plain()
    two = np.array([[2.0], [0.0]])
    tie = "equal distances"
    yield Case("two at the same distance", two, np.array([1, 0]), np.array([[1.0]]), 1).edge(tie)
    yield Case("again, the labels swapped", two, np.array([0, 1]), np.array([[1.0]]), 1).edge(tie)
    cross, center = np.array([[2.0, 1.0], [1.0, 2.0], [0.0, 1.0], [1.0, 0.0]]), np.array([[1.0, 1.0]])
    yield Case("four at the same distance", cross, np.array([2, 2, 0, 0]), center, 3).edge(tie)
    yield Case("the first of four at the same distance", cross, np.array([0, 2, 2, 2]), center, 1).edge(tie)
    nearer = np.insert(cross, 2, [1.0, 1.5], axis=0)
    yield Case("one nearer, four tied for two places", nearer, np.array([1, 0, 1, 0, 0]), center, 3).edge(tie)
    grid = np.array([[0.0], [1.0], [1.5], [2.0], [3.0], [0.5], [9.0]])
    yield Case("many in two places", *crowd(np.arange(60) % 2), grid, 5).edge(tie)
    yield Case("many in three places, far ones first", *crowd(2 - np.arange(60) // 20), grid, 5).edge(tie)
    yield Case("a tied vote", line, np.array([3, 1, 0, 0]), np.array([[0.2], [7.0]]), 2).edge("tied votes")
    yield Case("a tied vote of many labels", line, np.array([4, 3, 2, 1]), np.array([[0.2]]), 3).edge("tied votes")
    yield Case("random, two vote", *apart(rng, 7, 2, 4, 2, [0, 1]), 2).edge("tied votes")
    known = "a query that is in the training set"
    yield Case(known, line, np.array([2, 0, 0, 0]), np.array([[0.0]]), 1).edge("known points")
    yield Case(f"{known}, three vote", line, np.array([1, 0, 0, 1]), np.array([[4.0]]), 3).edge("known points")
    single = np.array([[1.0, 2.0]]), np.array([3]), np.array([[0.0, 0.0]])
    yield Case("one training sample", *single, 1).edge("single ones")
    yield Case("random, one query", *apart(rng, 8, 4, 1, 5, [0, 2, 9]), 5).edge("single ones")
    yield Case("random, one feature", *apart(rng, 7, 1, 4, 3, [0, 1]), 3).edge("single ones")
    yield Case("all vote", line, np.array([5, 2, 5, 2]), np.array([[1.0], [9.0]]), 4).edge("single ones")
    small = 1e-6 * np.array([[3.0], [1.0], [2.0]])
    near = 1e-6 * np.array([[0.9], [2.2], [9.0]])
    yield Case("samples a millionth apart", small, np.array([0, 2, 1]), near, 1).edge("close calls")
    # float32 would see a tie; every formula in float64 does not
    beside = np.array([[0.0], [2e4]]), np.array([1, 0]), np.array([[1e4 + 2.0**-13]])
    yield Case("a query beside halfway", *beside, 1).plain().edge("close calls")
    many = np.array([[299.4], [128.3], [70.1]])
    yield Case("three hundred labels", n[:, None] * 1.0, n, many, 1).plain().edge("many labels")
    near = np.array([[1e6 + 3e-3], [1e6]]), np.array([0, 1]), np.array([[1e6 + 1e-3]])
    yield Case("a millimeter beside a kilometer", *near, 1).beyond(
        "The sample at 1e6 is nearer to 1e6 + 0.001 than the one at 1e6 + 0.003, and you choose the latter. |x|² - 2 "
        "x·y + |y|² loses the decimals that decide, so subtract the points first, or center the data."
    )
    yield Case("a label of 255 in uint8", two, np.array([255, 1], dtype=np.uint8), np.array([[1.5]]), 1).beyond(
        "Labels may come in a small integer type: in uint8 the sum 255 + 1 is 0. Convert the largest label to int "
        "before you add to it."
    )


def crowd(places):
    """Samples in these places on a line; of the first five in each place just three carry the label 3."""
    seen = np.array([np.sum(places[:i] == place) for i, place in enumerate(places)])
    return places[:, None] * 1.0, np.where(np.isin(seen, [0, 2, 4]), 3, 1)


def apart(rng, n, d, m, k, labels):
    """Random data; which are the k nearest of a query is not decided by rounding."""
    while True:
        X_train, X = rng.normal(1.0, 3.0, size=(n, d)), rng.normal(1.0, 3.0, size=(m, d))
        distances = np.sort(np.linalg.norm(X[:, None] - X_train, axis=2), axis=1)
        if np.min(distances[:, k] - distances[:, k - 1]) > 0.01:
            return X_train, rng.choice(labels, size=n), X


def ranked(X_train, X):
    """Training indices by distance and index, (m, n)."""
    return np.argsort(np.linalg.norm(X[:, None] - X_train, axis=2), axis=1, kind="stable")


def majority(labels):
    return np.argmax(np.bincount(labels))


@mistake("On a tied vote you return the label that is nearest, or counted first. Return the smallest one.")
def first_seen_on_a_tie(X_train, y_train, X, k):
    from collections import Counter

    return np.array([Counter(row.tolist()).most_common(1)[0][0] for row in y_train[ranked(X_train, X)[:, :k]]])


@mistake("On a tied vote you return the larger label. Return the smallest one.")
def larger_on_a_tie(X_train, y_train, X, k):
    def last_maximum(labels):
        votes = np.bincount(labels)
        return len(votes) - 1 - np.argmax(votes[::-1])

    return np.array([last_maximum(row) for row in y_train[ranked(X_train, X)[:, :k]]])


@mistake("Of training samples at the same distance you take the later ones. Take the lower index first, with a stable "
         "ascending sort.")
def later_at_the_same_distance(X_train, y_train, X, k):
    order = np.lexsort((-np.broadcast_to(np.arange(len(X_train)), (len(X), len(X_train))),
                        np.linalg.norm(X[:, None] - X_train, axis=2)), axis=1)  # fmt: skip
    return np.array([majority(row) for row in y_train[order[:, :k]]])


@mistake("NumPy's default sort does not keep equal distances in their order. Ask for a stable sort: kind=\"stable\".",
         when=both(uses("np.argsort"), lacks("kind=", "np.argpartition")))
def unstable_sort(X_train, y_train, X, k):
    order = np.argsort(np.linalg.norm(X[:, None] - X_train, axis=2), axis=1)
    return np.array([majority(row) for row in y_train[order[:, :k]]])


@mistake("At equal distance you take the smaller label first, as when labels are sorted together with distances. Take "
         "the lower training index first.")
def smaller_label_at_the_same_distance(X_train, y_train, X, k):
    predicted = []
    for x in X:
        pairs = sorted(zip(np.linalg.norm(X_train - x, axis=1).tolist(), y_train.tolist()))
        predicted.append(majority([label for _, label in pairs[:k]]))
    return np.array(predicted)


@mistake("In your code, all samples at the distance of the k-th one vote. Let exactly k vote, and of a tie the lower "
         "indices.")
def more_than_k(X_train, y_train, X, k):
    distances = np.linalg.norm(X[:, None] - X_train, axis=2)
    limit = np.sort(distances, axis=1)[:, k - 1 : k]
    return np.array([majority(y_train[near]) for near in distances <= limit])


@mistake("Beside the nearer samples, k more at the distance of the k-th one vote in your code. Exactly k vote in all: "
         "subtract the number of nearer ones.")
def k_beside_the_nearer(X_train, y_train, X, k):
    labels = []
    for distances in np.linalg.norm(X[:, None] - X_train, axis=2):
        limit = np.sort(distances)[k - 1]
        tied = np.flatnonzero(distances == limit)
        labels.append(majority(y_train[[*np.flatnonzero(distances < limit), *tied[:k]]]))
    return np.array(labels)


@mistake("You ignore k and return the label of the nearest sample. Let the k nearest vote.")
def one_neighbor(X_train, y_train, X, k):
    return y_train[ranked(X_train, X)[:, 0]]


@mistake("You leave out the nearest sample, as if it were the query itself. Use all training samples.")
def without_the_nearest(X_train, y_train, X, k):
    return np.array([majority(row) for row in y_train[ranked(X_train, X)[:, min(1, len(X_train) - 1) : k + 1]]])


@mistake("You take the farthest samples. Sort the distances in ascending order.")
def farthest(X_train, y_train, X, k):
    order = np.argsort(-np.linalg.norm(X[:, None] - X_train, axis=2), axis=1, kind="stable")
    return np.array([majority(row) for row in y_train[order[:, :k]]])


@mistake("You sum absolute differences (Manhattan distance). Sum their squares for the Euclidean distance.")
def manhattan(X_train, y_train, X, k):
    order = np.argsort(np.abs(X[:, None] - X_train).sum(axis=2), axis=1, kind="stable")
    return np.array([majority(row) for row in y_train[order[:, :k]]])


@mistake("You average the neighbors' labels, as for regression. Count them and return the most frequent one.")
def mean_label(X_train, y_train, X, k):
    return np.round(y_train[ranked(X_train, X)[:, :k]].mean(axis=1)).astype(int)


@mistake("You weigh votes by the inverse of the distance. Give each of the k nearest one vote.")
def weighted_votes(X_train, y_train, X, k):
    predicted = []
    for x in X:
        distances = np.linalg.norm(X_train - x, axis=1)
        order = np.argsort(distances, kind="stable")[:k]
        predicted.append(np.argmax(np.bincount(y_train[order], weights=1 / (distances[order] + 1e-9))))
    return np.array(predicted)


@mistake("You return the indices of the neighbors. Look up their labels, and let them vote.")
def indices_instead(X_train, y_train, X, k):
    return ranked(X_train, X)[:, :k]


@mistake("np.argpartition finds the k nearest, but it chooses arbitrarily where distances are equal. Use a stable "
         "sort.",
         when=uses("np.argpartition"))
def partitioned(X_train, y_train, X, k):
    order = np.argpartition(np.linalg.norm(X[:, None] - X_train, axis=2), k - 1, axis=1)
    return np.array([majority(row) for row in y_train[order[:, :k]]])


@mistake("You leave out training samples at distance 0, as if they were the query itself. They vote too.")
def without_itself(X_train, y_train, X, k):
    predicted = []
    for x in X:
        distances = np.linalg.norm(X_train - x, axis=1)
        order = [i for i in np.argsort(distances, kind="stable") if distances[i] > 0] or [0]
        predicted.append(majority(y_train[order[:k]]))
    return np.array(predicted)


@mistake("With k = n, only n - 1 samples vote in your code. Let all of them vote.")
def never_all(X_train, y_train, X, k):
    k = max(1, min(k, len(X_train) - 1))
    return np.array([majority(row) for row in y_train[ranked(X_train, X)[:, :k]]])


@mistake("You compute the distances in float32, which keeps seven digits. Keep the dtype of X.",
         when=uses("np.float32"))
def in_float32(X_train, y_train, X, k):
    order = ranked(X_train.astype(np.float32), X.astype(np.float32))
    return np.array([majority(row) for row in y_train[order[:, :k]]])


@mistake("Your result has 8 bits, so labels above 255 (or 127) become others. Use a wider integer type.",
         constants={"dtype": ("int8", "uint8")})
def labels_in_8_bits(X_train, y_train, X, k, *, dtype):
    return np.array([majority(row) for row in y_train[ranked(X_train, X)[:, :k]]]).astype(dtype)


@alternative
def by_expansion(X_train, y_train, X, k):
    squares = (X**2).sum(1)[:, None] - 2 * X @ X_train.T + (X_train**2).sum(1)
    labels = y_train[np.argsort(squares, axis=1, kind="mergesort")[:, :k]]
    votes = (labels[:, :, None] == np.arange(y_train.max() + 1)).sum(axis=1)
    return votes.argmax(axis=1)


@alternative
def in_plain_python(X_train, y_train, X, k):
    predicted = []
    for x in X.tolist():
        squares = [sum((a - b) ** 2 for a, b in zip(x, row)) for row in X_train.tolist()]
        nearest = sorted(range(len(squares)), key=lambda i: (squares[i], i))[:k]
        votes = {}
        for i in nearest:
            votes[int(y_train[i])] = votes.get(int(y_train[i]), 0) + 1
        predicted.append(min(votes, key=lambda label: (-votes[label], label)))
    return predicted
