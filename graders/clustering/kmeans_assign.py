"""Nearest centroids: the right axis, the Euclidean metric, and ties to the lower index."""

import numpy as np

from mlprep.grading.api import Case, alternative, both, lacks, mistake, uses

CLUSTERS = True


def cases(rng):
    yield Case("on a line", np.array([[0.0], [10.0], [8.0]]), np.array([[9.0], [1.0]]))
    yield Case("in the plane", np.array([[0.0, 0.0], [1.0, 1.0], [6.0, 5.0]]), np.array([[5.0, 5.0], [0.0, 1.0]]))
    metric = np.array([[3.5, 0.0], [2.0, 2.0], [23.5, 20.0], [23.0, 23.0]])
    yield Case("Euclidean distance decides", np.array([[0.0, 0.0], [20.0, 20.0]]), metric)
    yield Case("a long centroid", np.array([[1.0, 0.5], [-1.0, -0.5]]), np.array([[9.0, 6.0], [1.0, -1.0]]))
    yield Case("on both sides of the origin", np.array([[-2.0], [-5.0], [2.0]]), np.array([[2.5], [-3.0]]))
    yield Case("random", *separated(rng, 7, 3, 4))
    yield Case("more centroids than points", *separated(rng, 2, 5, 6))
    yield Case("as many of everything", *separated(rng, 3, 3, 3))
    n = np.arange(300.0)[:, None]
    yield Case("three hundred points", n, np.array([[70.4], [299.0], [-9.0]])).plain()
    yield Case("halfway", np.array([[1.0], [3.0]]), np.array([[2.0], [0.0], [4.0]])).edge("ties")
    right = np.array([[5.0], [2.0], [0.0]])
    yield Case("halfway, the lower index farther right", np.array([[1.0], [9.0]]), right).edge("ties")
    twins = np.array([[4.0, 4.0], [1.0, 2.0], [1.0, 2.0]])
    yield Case("equal centroids", np.array([[0.0, 0.0], [2.0, 1.0], [5.0, 5.0]]), twins).edge("ties")
    # so many that a sort which is not stable hardly ever puts the first of a tie first
    crowd = np.tile(np.arange(20.0), 15)[:, None]
    yield Case("fifteen centroids in each of twenty places", n[:20] + 0.25, crowd).plain().edge("ties")
    yield Case("one point, one centroid", np.array([[3.0, 1.0]]), np.array([[0.0, 0.0]])).edge("single ones")
    yield Case("one point", *separated(rng, 1, 2, 3)).edge("single ones")
    yield Case("one centroid", rng.normal(size=(4, 2)), rng.normal(size=(1, 2))).edge("single ones")
    yield Case("one feature", *separated(rng, 6, 1, 3)).edge("single ones")
    yield Case("a small scale", np.array([[1e-5], [9e-5]]), np.array([[1e-4], [0.0]])).edge("close calls")
    points, centroids = np.array([[1.0], [0.0], [3.0]]), np.array([[0.0], [1.0], [2.5]])
    yield Case("a millionth apart", 1e-6 * points, 1e-6 * centroids).edge("close calls")
    # float32 would see a tie; every formula in float64 does not
    beside = np.array([[1e4 + 2.0**-13]])
    yield Case("a point beside halfway", beside, np.array([[0.0], [2e4]])).plain().edge("close calls")
    # enough to overflow int8, which is signed by accident; uint8 is a choice, and the row leaves it free
    many = np.array([[199.2], [150.0], [70.4]])
    yield Case("two hundred centroids", many, n[:200]).plain().edge("many centroids")
    yield Case("a trillionth apart", 1e-12 * points, 1e-12 * centroids).beyond(
        "Points that are 1e-12 apart are different: of the centroids 0, 1e-12 and 2.5e-12, number 1 is nearest to the "
        "point 1e-12. What is small depends on the units of X, so compare without a margin."
    )
    yield Case("a millimeter beside a kilometer", np.array([[1e6 + 1e-3]]), np.array([[1e6 + 3e-3], [1e6]])).beyond(
        "The point 1e6 + 0.001 is nearer to the centroid 1e6 than to 1e6 + 0.003, and you choose the latter. |x|² - 2 "
        "x·c + |c|² loses the decimals that decide, so subtract the points first, or center the data."
    )


def separated(rng, n, d, K):
    """Random points and centroids; no assignment is decided by rounding."""
    while True:
        X, centroids = rng.normal(1.0, 3.0, size=(n, d)), rng.normal(1.0, 3.0, size=(K, d))
        distances = np.sort(np.linalg.norm(X[:, None] - centroids, axis=2), axis=1)
        if np.min(distances[:, 1] - distances[:, 0]) > 0.03:
            return X, centroids


@mistake("You return the nearest point of each centroid. Take the argmin along the axis of the centroids: one "
         "label per point.")
def nearest_points(X, centroids):
    return np.argmin(np.linalg.norm(X[:, None] - centroids, axis=2), axis=0)


@mistake("You assign each point to the farthest centroid. Take the argmin of the distances.")
def farthest(X, centroids):
    return np.argmax(np.linalg.norm(X[:, None] - centroids, axis=2), axis=1)


@mistake("On a tie your code takes the higher index. Take the lower one, as np.argmin does.")
def ties_to_the_last(X, centroids):
    distances = np.linalg.norm(X[:, None] - centroids, axis=2)
    return len(centroids) - 1 - np.argmin(distances[:, ::-1], axis=1)


@mistake("NumPy's default sort does not keep equal distances in their order. Use np.argmin, which takes the first.",
         when=both(uses("np.argsort"), lacks("kind=", "stable=")))
def unstable_sort(X, centroids):
    return np.argsort(np.linalg.norm(X[:, None] - centroids, axis=2), axis=1)[:, 0]


@mistake("You sum absolute differences (Manhattan distance). Sum their squares for the Euclidean distance.")
def manhattan(X, centroids):
    return np.argmin(np.abs(X[:, None] - centroids).sum(axis=2), axis=1)


@mistake("You take the largest coordinate difference as the distance. Sum the squares of all of them for the Euclidean "
         "distance.")
def chebyshev(X, centroids):
    return np.argmin(np.abs(X[:, None] - centroids).max(axis=2), axis=1)


@mistake("You choose the centroid with the largest dot product. That favors long centroids over near ones, so use the "
         "distance.")
def largest_product(X, centroids):
    return np.argmax(X @ centroids.T, axis=1)


@mistake("You sum the differences without squaring them, so positive and negative ones cancel. Square them first.")
def signed_differences(X, centroids):
    return np.argmin((X[:, None] - centroids).sum(axis=2), axis=1)


@mistake("You return the distances to the nearest centroids. Return their indices: argmin, not min.")
def distances_instead(X, centroids):
    return np.min(np.linalg.norm(X[:, None] - centroids, axis=2), axis=1)


@mistake("You return the distances to all centroids. Return the index of the smallest one per point.")
def all_distances(X, centroids):
    return np.linalg.norm(X[:, None] - centroids, axis=2)


@mistake("You round the distances, so nearly equal ones become ties. Compare them as they are.",
         when=uses("np.round", "np.around", "round"), constants={"decimals": (3, 4)})
def rounded(X, centroids, *, decimals):
    return np.argmin(np.round(np.linalg.norm(X[:, None] - centroids, axis=2), decimals), axis=1)


@mistake("Nearly equal distances tie in your code. Only exactly equal ones do, so compare without a margin.",
         constants={"margin": (1e-6, 1e-5, 1e-4)})
def ties_within_a_margin(X, centroids, *, margin):
    distances = np.linalg.norm(X[:, None] - centroids, axis=2)
    return np.argmax(distances <= distances.min(axis=1, keepdims=True) + margin, axis=1)


@mistake("You compute the distances in float32, which keeps seven digits. Keep the dtype of X.",
         when=uses("np.float32"))
def in_float32(X, centroids):
    return np.argmin(np.linalg.norm((X[:, None] - centroids).astype(np.float32), axis=2), axis=1)


@mistake("Your labels have 8 bits and a sign, so those above 127 become negative. Use a wider integer type.")
def labels_in_int8(X, centroids):
    return np.argmin(np.linalg.norm(X[:, None] - centroids, axis=2), axis=1).astype(np.int8)


@mistake("You squeeze the distances. With one point, or one centroid, that removes an axis that you need.",
         when=uses("np.squeeze"))
def squeezed(X, centroids):
    return np.linalg.norm(X[:, None] - centroids, axis=2).squeeze().argmin(axis=-1)


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
