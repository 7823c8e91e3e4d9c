"""Cluster means: the right rows, the right axis, empty clusters kept, nothing written into the arguments."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    yield Case("one point", np.array([[3.0]]), np.array([0]), np.array([[1.0]]))
    yield Case("one cluster", np.array([[0.0, 1.0], [4.0, 2.0]]), np.array([0, 0]), np.array([[9.0, 9.0]]))
    yield Case("two clusters", np.array([[0.0], [5.0], [2.0]]), np.array([0, 1, 0]), np.array([[7.0], [8.0]]))
    yield Case("the last is empty", np.array([[1.0], [4.0]]), np.array([0, 1]), np.array([[2.0], [3.0], [8]]))
    yield Case("the first is empty", np.array([[1.0], [4.0]]), np.array([1, 1]), np.array([[7.0], [3.0]]))
    start = np.array([[5.0, 6.0], [7.0, 8.0], [3.0, -1.0]])
    yield Case("one point, three centroids", np.array([[1.0, 2.0]]), np.array([1]), start)
    yield Case("a mean at the origin", np.array([[-1.0, 2.0], [1.0, -2.0]]), np.array([2, 2]), start)
    yield Case("random", *drawn(rng, [0, 0, 0, 1, 1, 1, 1], 3, 2))
    yield Case("random, some empty", *drawn(rng, [3, 3, 3, 1, 1, 0], 2, 5))
    yield Case("random, one feature", *drawn(rng, [0, 0, 1, 1, 1, 2], 1, 3))
    yield Case("a cluster for each point", *drawn(rng, [0, 1, 2], 4, 3))
    yield Case("far from the origin", *drawn(rng, [0, 0, 0, 2, 2, 2], 3, 4, centre=50.0))
    n = np.arange(300)
    yield Case("three hundred points", np.stack([n, n % 7], axis=1) * 1.0, np.where(n % 20 == 0, 2, 1), start[:, ::-1])
    yield Case("three hundred centroids", np.array([[1.0], [2.0], [5.0]]), np.array([299, 150, 299]), n[:, None] / 8)
    yield Case("points of a small scale", 1e-6 * np.array([[1.0], [3.0]]), np.array([0, 0]), np.array([[2.0], [0.0]]))


def drawn(rng, labels, d, K, centre=1.0):
    """Random points and centroids, and these labels in random order."""
    X, centroids = (rng.normal(centre, 3.0, size=(rows, d)) for rows in (len(labels), K))
    return X, rng.permutation(np.array(labels)), centroids


@mistake("An empty cluster has no mean: 0/0 gives NaN. Let it keep its centroid.")
def mean_of_nothing(X, labels, centroids):
    return np.array([X[labels == k].mean(axis=0) for k in range(len(centroids))])


@mistake("You write the new means into the array that was passed in. Copy the centroids first.")
def in_place(X, labels, centroids):
    for k in np.unique(labels):
        centroids[k] = X[labels == k].mean(axis=0)
    return centroids


@mistake("You move an empty cluster's centroid to the origin. It should stay where it is.")
def empty_to_zero(X, labels, centroids):
    moved = np.zeros_like(centroids)
    for k in np.unique(labels):
        moved[k] = X[labels == k].mean(axis=0)
    return moved


@mistake("You take the number of clusters from the labels, so empty clusters at the end vanish. There are as "
         "many as centroids.")
def as_many_as_labels(X, labels, centroids):
    counted = range(int(labels.max()) + 1)
    return np.array([X[labels == k].mean(axis=0) if (labels == k).any() else centroids[k] for k in counted])


@mistake("You return a row for each label that occurs only. Every centroid has a row; an empty cluster's is "
         "unchanged.")
def occurring_only(X, labels, centroids):
    return np.array([X[labels == k].mean(axis=0) for k in np.unique(labels)])


@mistake("X[labels == k].mean() without an axis averages over the coordinates as well. Use axis=0.")
def scalar_means(X, labels, centroids):
    moved = centroids.copy()
    for k in np.unique(labels):
        moved[k] = X[labels == k].mean()
    return moved


@mistake("You add the points of a cluster up, but do not divide by their number.")
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


@mistake("You treat a sum of zero as an empty cluster. Count the points instead: a mean may lie at the "
         "origin.")
def empty_if_zero(X, labels, centroids):
    chosen = np.eye(len(centroids))[labels]
    totals = chosen.T @ X
    return np.where(totals != 0, totals / np.maximum(chosen.sum(axis=0), 1)[:, None], centroids)


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
    return [total / count if count else centre for total, count, centre in zip(totals, counts, centroids)]


@alternative
def in_plain_python(X, labels, centroids):
    moved = []
    for k, centre in enumerate(centroids.tolist()):
        mine = [row for row, label in zip(X.tolist(), labels.tolist()) if label == k]
        moved.append([sum(column) / len(mine) for column in zip(*mine)] if mine else centre)
    return np.array(moved)
