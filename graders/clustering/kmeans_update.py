"""Cluster means: the right rows, the right axis, empty clusters kept, nothing written into the arguments."""

import numpy as np

from mlprep.grading.api import Case, alternative, both, close, fresh, mistake, uses

CLUSTERS = True


def cases(rng):
    yield Case("one cluster", np.array([[0.0, 1.0], [4.0, 2.0]]), np.array([0, 0]), np.array([[9.0, 9.0]]))
    yield Case("two clusters", np.array([[0.0], [5.0], [2.0], [9.0]]), np.array([0, 1, 0, 1]), np.array([[7.0], [8.0]]))
    yield Case("random", *drawn(rng, [0, 0, 0, 1, 1, 1, 1], 3, 2))
    yield Case("random, three clusters", *drawn(rng, [0, 0, 1, 1, 1, 2, 2], 4, 3))
    yield Case("far from the origin", *drawn(rng, [0, 0, 0, 1, 1, 1], 3, 2, center=50.0))
    n = np.arange(300)
    start = np.array([[6.0, 5.0], [8.0, 7.0]])
    yield Case("three hundred points", np.stack([n, n % 7], axis=1) * 1.0, (n % 20 == 0) * 1, start)
    empty = "empty clusters"
    pair = np.array([[1.0], [4.0]])
    yield Case("the last is empty", pair, np.array([0, 1]), np.array([[2.0], [3.0], [8.0]])).edge(empty)
    yield Case("the first is empty", pair, np.array([1, 1]), np.array([[7.0], [3.0]])).edge(empty)
    start = np.array([[5.0, 6.0], [7.0, 8.0], [3.0, -1.0]])
    balanced = np.array([[-1.0, 2.0], [1.0, -2.0]])
    yield Case("a mean at the origin", balanced, np.array([2, 2]), start).edge(empty)
    yield Case("random, some empty", *drawn(rng, [3, 3, 3, 1, 1, 0, 0], 2, 5)).edge(empty)
    yield Case("far from the origin, some empty", *drawn(rng, [0, 0, 0, 2, 2], 3, 4, center=50.0)).edge(empty)
    few = np.array([[1.0], [2.0], [5.0]])
    yield Case("three hundred centroids", few, np.array([299, 150, 299]), n[:, None] / 8).edge(empty)
    small = 1e-6 * np.array([[1.0], [3.0]])
    yield Case("points of a small scale", small, np.array([0, 0]), np.array([[2.0], [0.0]])).edge(empty)
    yield Case("one point", np.array([[3.0]]), np.array([0]), np.array([[1.0]])).edge("single ones")
    yield Case("one point, three centroids", np.array([[1.0, 2.0]]), np.array([1]), start).edge("single ones")
    yield Case("random, one feature", *drawn(rng, [0, 0, 1, 1, 1, 2], 1, 3)).edge("single ones")
    yield Case("a point for each cluster", *drawn(rng, [0, 1, 2], 4, 3)).edge("single ones")
    rest = np.array([[0.0, 1.0], [5.0, 5.0], [2.0, 3.0]]), np.array([0, 1, 0]), np.array([[1.0, 2.0], [5.0, 5.0]])
    yield Case("every centroid at its mean", *rest).judged(close(), fresh()).edge("nothing moves")
    # labels * d, as an index into flat sums, wraps around
    for dtype, largest in ((np.uint8, 255), (np.int8, 127)):
        labels = np.array([0, largest, 100, largest, 101], dtype=dtype)
        wide, many = rng.normal(size=(5, 3)), rng.normal(size=(largest + 1, 3))
        yield Case(f"labels in {dtype.__name__}", wide, labels, many).edge("small integer types")


def drawn(rng, labels, d, K, center=1.0):
    """Random points and centroids, and these labels in random order."""
    X, centroids = (rng.normal(center, 3.0, size=(rows, d)) for rows in (len(labels), K))
    return X, rng.permutation(np.array(labels)), centroids


@mistake("An empty cluster has no mean: 0/0 gives NaN. Let it keep its centroid.")
def mean_of_nothing(X, labels, centroids):
    return np.array([X[labels == k].mean(axis=0) for k in range(len(centroids))])


@mistake("You write the new means into the array that was passed in. Copy the centroids first.")
def in_place(X, labels, centroids):
    for k in np.unique(labels):
        centroids[k] = X[labels == k].mean(axis=0)
    return centroids


@mistake("You move an empty cluster's centroid to the origin. Let it keep its centroid.")
def empty_to_zero(X, labels, centroids):
    moved = np.zeros_like(centroids)
    for k in np.unique(labels):
        moved[k] = X[labels == k].mean(axis=0)
    return moved


@mistake("You take the number of clusters from the labels, so empty clusters at the end are missing. Take it from the "
         "centroids.")
def as_many_as_labels(X, labels, centroids):
    counted = range(int(labels.max()) + 1)
    return np.array([X[labels == k].mean(axis=0) if (labels == k).any() else centroids[k] for k in counted])


@mistake("You return rows only for the labels that occur. Return one row per centroid, and leave those of empty "
         "clusters unchanged.")
def occurring_only(X, labels, centroids):
    return np.array([X[labels == k].mean(axis=0) for k in np.unique(labels)])


@mistake("You average the coordinates together with the points. Take the mean over the rows alone: axis=0.")
def scalar_means(X, labels, centroids):
    moved = centroids.copy()
    for k in np.unique(labels):
        moved[k] = X[labels == k].mean()
    return moved


@mistake("You add up the points of a cluster but do not divide by their number.")
def sums(X, labels, centroids):
    moved = centroids.copy()
    for k in np.unique(labels):
        moved[k] = X[labels == k].sum(axis=0)
    return moved


@mistake("You divide by the number of all points. Divide by the number of points in the cluster.")
def divided_by_n(X, labels, centroids):
    moved = centroids.copy()
    for k in np.unique(labels):
        moved[k] = X[labels == k].sum(axis=0) / len(X)
    return moved


@mistake("You take the median of each cluster. K-means takes the mean.")
def medians(X, labels, centroids):
    moved = centroids.copy()
    for k in np.unique(labels):
        moved[k] = np.median(X[labels == k], axis=0)
    return moved


@mistake("You treat a cluster with a sum or mean of zero as empty. Count the points instead.")
def empty_if_zero(X, labels, centroids):
    chosen = np.eye(len(centroids))[labels]
    totals = chosen.T @ X
    return np.where(totals != 0, totals / np.maximum(chosen.sum(axis=0), 1)[:, None], centroids)


@mistake("You move an empty cluster's centroid to the mean of all points. Let it keep its centroid.")
def empty_to_the_mean_of_all(X, labels, centroids):
    return np.array([X[labels == k].mean(0) if (labels == k).any() else X.mean(0) for k in range(len(centroids))])


@mistake("Only the last point of each cluster is in its sum, because += adds once where an index repeats. Use "
         "np.add.at, or sum cluster by cluster.")
def added_once_per_label(X, labels, centroids):
    totals, counts = np.zeros(centroids.shape), np.bincount(labels, minlength=len(centroids))
    totals[labels] += X
    return np.where(counts[:, None] > 0, totals / np.maximum(counts, 1)[:, None], centroids)


@mistake("In your code, the old centroid counts as one more point of its cluster. Average the points alone.")
def old_centroid_counts(X, labels, centroids):
    totals, counts = np.array(centroids), np.bincount(labels, minlength=len(centroids)) + 1
    np.add.at(totals, labels, X)
    return totals / counts[:, None]


@mistake("You treat a cluster of one point as empty. Its mean is that point.")
def one_point_is_none(X, labels, centroids):
    return np.array([X[labels == k].mean(0) if (labels == k).sum() > 1 else c for k, c in enumerate(centroids)])


@mistake("You test row numbers with any(), which is False for row 0 alone. Test how many there are.",
         when=both(uses("any"), uses("np.flatnonzero", "np.where", "np.nonzero", "np.argwhere")))
def any_of_row_numbers(X, labels, centroids):
    moved = np.array(centroids)
    for k in range(len(centroids)):
        mine = np.flatnonzero(labels == k)
        if mine.any():
            moved[k] = X[mine].mean(axis=0)
    return moved


@mistake("You return the array that was passed in where nothing moves. Return a new one.")
def returns_the_argument(X, labels, centroids):
    moved = np.array(centroids)
    for k in np.unique(labels):
        moved[k] = X[labels == k].mean(axis=0)
    return centroids if np.array_equal(moved, centroids) else moved


@mistake("You multiply the labels in their small integer type, which wraps around. Convert them to int first.")
def flat_index_wraps(X, labels, centroids):
    K, d = centroids.shape
    flat = (labels[:, None] * d + np.arange(d)).ravel()
    totals = np.bincount(flat, X.ravel(), minlength=K * d).reshape(K, d)
    counts = np.bincount(labels, minlength=K)[:, None]
    return np.where(counts > 0, totals / np.maximum(counts, 1), centroids)


@alternative
def by_one_hot(X, labels, centroids):
    chosen = (labels[:, None] == np.arange(len(centroids))).astype(float)
    counts = chosen.sum(axis=0)
    means = chosen.T @ X / np.where(counts == 0, 1, counts)[:, None]
    means[counts == 0] = centroids[counts == 0]
    return means


@alternative
def by_accumulation(X, labels, centroids):
    totals, counts = np.zeros(centroids.shape), np.bincount(labels, minlength=len(centroids))
    np.add.at(totals, labels, X)
    return [total / count if count else center for total, count, center in zip(totals, counts, centroids)]


@alternative
def in_plain_python(X, labels, centroids):
    moved = []
    for k, center in enumerate(centroids.tolist()):
        mine = [row for row, label in zip(X.tolist(), labels.tolist()) if label == k]
        moved.append([sum(column) / len(mine) for column in zip(*mine)] if mine else center)
    return np.array(moved)


@alternative
def by_where(X, labels, centroids):
    chosen = labels == np.arange(len(centroids))[:, None]
    counts = chosen.sum(axis=1, keepdims=True)
    return np.where(counts > 0, chosen @ X / counts, centroids)
