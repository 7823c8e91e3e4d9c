"""Nearest centroids: the right axis, the Euclidean metric, and ties to the lower index."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    yield Case("one point, one centroid", np.array([[3.0, 1.0]]), np.array([[0.0, 0.0]]))
    yield Case("on a line", np.array([[0.0], [10.0]]), np.array([[9.0], [1.0]]))
    yield Case("half-way", np.array([[1.0], [3.0]]), np.array([[2.0], [0.0], [4.0]]))
    yield Case("half-way, the lower index farther right", np.array([[1.0]]), np.array([[5.0], [2.0], [0.0]]))
    twins = np.array([[4.0, 4.0], [1.0, 2.0], [1.0, 2.0]])
    yield Case("equal centroids", np.array([[0.0, 0.0], [2.0, 1.0], [5.0, 5.0]]), twins)
    metric = np.array([[3.5, 0.0], [2.0, 2.0], [23.5, 20.0], [23.0, 23.0]])
    yield Case("Euclidean distance decides", np.array([[0.0, 0.0], [20.0, 20.0]]), metric)
    yield Case("a long centroid", np.array([[1.0, 0.5], [-1.0, -0.5]]), np.array([[9.0, 6.0], [1.0, -1.0]]))
    yield Case("on both sides of the origin", np.array([[-2.0], [-5.0], [2.0]]), np.array([[2.5], [-3.0]]))
    yield Case("a small scale", np.array([[1e-5], [9e-5]]), np.array([[1e-4], [0.0]]))
    yield Case("random", *separated(rng, 7, 3, 4))
    yield Case("more centroids than points", *separated(rng, 2, 5, 6))
    yield Case("as many of everything", *separated(rng, 3, 3, 3))
    yield Case("one feature", *separated(rng, 6, 1, 3))
    points, centroids = np.array([[1.0], [0.0], [3.0]]), np.array([[0.0], [1.0], [2.5]])
    yield Case("points a millionth apart", 1e-6 * points, 1e-6 * centroids)
    yield Case("points a billionth apart", 1e-9 * points, 1e-9 * centroids)
    # float32 would see a tie; every formula in float64 does not
    yield Case("a point beside half-way", np.array([[1e4 + 2.0**-13]]), np.array([[0.0], [2e4]])).plain()
    n = np.arange(300.0)[:, None]
    # enough to overflow int8, which is signed by accident; uint8 is a choice, and the row leaves it free
    yield Case("two hundred centroids", np.array([[199.2], [150.0], [70.4]]), n[:200]).plain()
    yield Case("three hundred points", n, np.array([[70.4], [299.0], [-9.0]])).plain()


def separated(rng, n, d, K):
    """Random points and centroids; no assignment is decided by rounding."""
    while True:
        X, centroids = rng.normal(1.0, 3.0, size=(n, d)), rng.normal(1.0, 3.0, size=(K, d))
        distances = np.sort(np.linalg.norm(X[:, None] - centroids, axis=2), axis=1)
        if np.min(distances[:, 1] - distances[:, 0]) > 0.03:
            return X, centroids


@mistake("You take the argmin over the points: the nearest point for each centroid. Ask for the nearest "
         "centroid of each point, along the axis of the centroids.")
def nearest_points(X, centroids):
    return np.argmin(np.linalg.norm(X[:, None] - centroids, axis=2), axis=0)


@mistake("You assign each point to the farthest centroid; take the argmin of the distances.")
def farthest(X, centroids):
    return np.argmax(np.linalg.norm(X[:, None] - centroids, axis=2), axis=1)


@mistake("A tie goes to the higher index in your code; the lower one should win, as np.argmin does.")
def ties_to_the_last(X, centroids):
    distances = np.linalg.norm(X[:, None] - centroids, axis=2)
    return len(centroids) - 1 - np.argmin(distances[:, ::-1], axis=1)


@mistake("You sum absolute differences (Manhattan distance). Euclidean distance sums their squares.")
def manhattan(X, centroids):
    return np.argmin(np.abs(X[:, None] - centroids).sum(axis=2), axis=1)


@mistake("You take the largest coordinate difference as the distance. Euclidean distance sums the squares of "
         "all.")
def chebyshev(X, centroids):
    return np.argmin(np.abs(X[:, None] - centroids).max(axis=2), axis=1)


@mistake("You choose the largest dot product. A long centroid wins that without being near: use the "
         "distance.")
def largest_product(X, centroids):
    return np.argmax(X @ centroids.T, axis=1)


@mistake("You sum the differences without squaring them, so that positive and negative ones cancel.")
def signed_differences(X, centroids):
    return np.argmin((X[:, None] - centroids).sum(axis=2), axis=1)


@mistake("You return the distances to the nearest centroids; the labels asked for are their indices (argmin, "
         "not min).")
def distances_instead(X, centroids):
    return np.min(np.linalg.norm(X[:, None] - centroids, axis=2), axis=1)


@mistake("You return the distances to all centroids; the labels asked for are the indices of the smallest.")
def all_distances(X, centroids):
    return np.linalg.norm(X[:, None] - centroids, axis=2)


@alternative
def by_expansion(X, centroids):
    squares = (X**2).sum(axis=1, keepdims=True) - 2 * X @ centroids.T + (centroids**2).sum(axis=1)
    return squares.argmin(axis=1).astype(np.int32)


@alternative
def in_loops(X, centroids):
    labels = []
    for x in X:
        best, nearest = 0, float("inf")
        for k, c in enumerate(centroids):
            distance = sum((float(a) - float(b)) ** 2 for a, b in zip(x, c)) ** 0.5
            if distance < nearest:
                best, nearest = k, distance
        labels.append(best)
    return labels


@alternative
def by_einsum(X, centroids):
    offsets = centroids[:, np.newaxis] - X[np.newaxis]
    return np.einsum("knd,knd->kn", offsets, offsets).argmin(0)
