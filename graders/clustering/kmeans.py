"""Lloyd's algorithm: exactly max_iters steps or rest, labels that fit the centroids, and empty clusters."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, faster_than, mistake

# Points on a line that take three moves to come to rest from the start of LINE_START.
LINE = np.array([[1.0], [2.0], [3.0], [10.0], [11.0], [12.0], [15.0]])
LINE_START = np.array([[19.0], [10.0]])


def cases(rng):
    yield Case("one point, one centroid", np.array([[3.0, 1.0]]), np.array([[0.0, 0.0]]), 5)
    yield Case("one cluster of two points", np.array([[0.0], [2.0]]), np.array([[5.0]]), 10)
    yield Case("no step at all", np.array([[0.0], [4.0], [5.0]]), np.array([[5.5], [1.0]]), 0)
    yield Case("one point, two centroids", np.array([[1.0, 2.0]]), np.array([[9.0, 9.0], [0.0, 0.0]]), 3)
    tied = np.array([[0.0, 0.0], [2.0, 0.0], [4.0, 0.0]])
    yield Case("a point half-way", tied, np.array([[0.0, 0.0], [4.0, 0.0]]), 10)
    beside = np.array([[0.0], [1e4 + 2.0**-13], [2e4]])  # float32 would see a tie; every formula in float64 does not
    yield Case("a point beside half-way", beside, np.array([[0.0], [2e4]]), 10).plain()
    twins = np.array([[1.0, 2.0], [1.0, 2.0], [8.0, 8.0]])
    yield Case("two equal starts", np.array([[0.0, 0.0], [2.0, 0.0], [8.0, 4.0]]), twins, 10)
    line_of_four = np.array([[0.0], [1.0], [3.0], [4.0]])
    yield Case("a start far from every point", line_of_four, np.array([[0.5], [50.0], [2.5]]), 10)
    metric = np.array([[3.5, 0.0], [2.0, 2.0], [23.5, 20.0], [23.0, 23.0]])
    yield Case("Euclidean distance decides", np.array([[0.0, 0.0], [20.0, 20.0]]), metric, 10)
    yield Case("one step of several", LINE, LINE_START, 1)
    yield Case("two steps of several", LINE, LINE_START, 2)
    yield Case("until rest", LINE, LINE_START, 50)
    yield Case("one rests while others move", LINE, np.vstack([LINE_START, [[-50.0]]]), 50)
    yield Case("small moves count", LINE * 1e-9, LINE_START * 1e-9, 50)
    far = 1e6  # where a relative tolerance is as wide as the data
    yield Case("small moves count far from the origin", LINE + far, LINE_START + far, 50).plain()
    mirrored = [np.stack([array, -array], axis=1).reshape(-1, 1) for array in (LINE + 100.0, LINE_START + 100.0)]
    yield Case("moves that cancel count", *mirrored, 50)
    emptied = np.array([[8.0, 3.0], [3.0, 8.0], [6.0, 2.0], [4.0, 1.0], [1.0, 6.0]])
    yield Case("a cluster that loses its points", emptied, np.array([[1.0, 2.0], [3.0, 1.0], [8.0, 7.0]]), 10)
    yield Case("random, to rest", *separated(rng, 9, 2, 3), 30)
    yield Case("random, cut short", *separated(rng, 8, 3, 2), 1)
    yield Case("random, more dimensions than points", *separated(rng, 4, 5, 2), 30)
    two = np.arange(300)[:, None] + 1000.0 * (np.arange(300)[:, None] % 20 > 0)
    yield Case("three hundred points", two, np.array([[0.0], [20.0]]), 20).plain()
    k = np.arange(100)  # ten starts at one end of a line spread over it in 66 moves, no point nearly half-way
    yield Case("a long way to rest", (k + 0.3 * np.sin(1.566 * k**2))[:, None], k[:10, None] + 0.5, 1000).once()
    # A step takes 15 µs or more, 150 ms in all; to compare centroids, in a loop that is run to its end, a tenth of it.
    stops = faster_than(120, "Leave the loop once a step moves no centroid.")
    n = np.arange(63)
    plane, start = np.column_stack([LINE[n % 7, 0], 0.1 * np.sin(n)]), np.array([[19.0, 0.0], [10.0, 0.0]])
    yield Case("a rest long before the limit", plane, start, 10_000).judged(close(), stops).once()


def separated(rng, n, d, K):
    """Random points and starts that move at least twice, no assignment of which is decided by rounding."""
    while True:
        X, start = rng.normal(2.0, 2.0, size=(n, d)), rng.normal(2.0, 2.0, size=(K, d))
        centroids, moves, margin = start, 0, np.inf
        while margin > 0.02:
            nearest = np.sort(np.linalg.norm(X[:, None] - centroids, axis=2), axis=1)
            margin = np.min(nearest[:, 1] - nearest[:, 0])
            labels = np.argmin(np.linalg.norm(X[:, None] - centroids, axis=2), axis=1)
            moved = np.array([X[labels == k].mean(axis=0) if k in labels else centroids[k] for k in range(K)])
            if np.array_equal(moved, centroids):
                break
            centroids, moves = moved, moves + 1
        if margin > 0.02 and moves >= 2:
            return X, start


def nearest(X, centroids):
    return np.argmin(np.linalg.norm(X[:, None] - centroids, axis=2), axis=1)


def means(X, labels, centroids):
    moved = np.array(centroids)
    for k in range(len(centroids)):
        if np.any(labels == k):
            moved[k] = X[labels == k].mean(axis=0)
    return moved


@mistake("An empty cluster has no mean: 0/0 gives NaN, and its centroid is lost. Let it keep its centroid.")
def mean_of_nothing(X, centroids, max_iters):
    for _ in range(max_iters):
        labels = nearest(X, centroids)
        moved = np.array([X[labels == k].mean(axis=0) for k in range(len(centroids))])
        if np.array_equal(moved, centroids):
            break
        centroids = moved
    return centroids, nearest(X, centroids)


@mistake("You move an empty cluster's centroid to the origin. It should stay where it is.")
def empty_to_zero(X, centroids, max_iters):
    for _ in range(max_iters):
        labels = nearest(X, centroids)
        moved = means(X, labels, np.zeros_like(centroids))
        if np.array_equal(moved, centroids):
            break
        centroids = moved
    return centroids, nearest(X, centroids)


@mistake("A cluster that loses its points goes back to the start in your code. It should keep its latest "
         "centroid.")
def empty_to_start(X, centroids, max_iters):
    start = centroids
    for _ in range(max_iters):
        moved = means(X, nearest(X, centroids), start)
        if np.array_equal(moved, centroids):
            break
        centroids = moved
    return centroids, nearest(X, centroids)


@mistake("You write the new means into the array that the caller passed as the start. Copy it first.")
def in_place(X, centroids, max_iters):
    for _ in range(max_iters):
        moved = means(X, nearest(X, centroids), centroids)
        if np.array_equal(moved, centroids):
            break
        centroids[:] = moved
    return centroids, nearest(X, centroids)


@mistake("Your loop runs all max_iters steps. Once a step moves no centroid, all further ones do the same: "
         "stop.", kind="slow")
def never_stops(X, centroids, max_iters):
    for _ in range(max_iters):
        centroids = means(X, nearest(X, centroids), centroids)
    return centroids, nearest(X, centroids)


@mistake("The labels you return were computed before the last move. Assign once more to the final centroids.")
def stale_labels(X, centroids, max_iters):
    labels = nearest(X, centroids)
    for _ in range(max_iters):
        labels = nearest(X, centroids)
        moved = means(X, labels, centroids)
        if np.array_equal(moved, centroids):
            break
        centroids = moved
    return centroids, labels


@mistake("You stop when the centroids are close to where they were. A tolerance depends on the units of X: "
         "stop when no centroid moves at all (np.array_equal).")
def stops_when_close(X, centroids, max_iters):
    for _ in range(max_iters):
        moved = means(X, nearest(X, centroids), centroids)
        if np.allclose(moved, centroids):
            centroids = moved
            break
        centroids = moved
    return centroids, nearest(X, centroids)


@mistake("You compare the first labels with an array of zeros, so when all points begin in cluster 0 you "
         "stop before any centroid has moved. Start from labels that cannot occur, or compare centroids.")
def stops_at_zeros(X, centroids, max_iters):
    labels = np.zeros(len(X), dtype=int)
    for _ in range(max_iters):
        new = nearest(X, centroids)
        if np.array_equal(new, labels):
            break
        labels = new
        centroids = means(X, labels, centroids)
    return centroids, nearest(X, centroids)


@mistake("You always take at least one step. With max_iters = 0 the start comes back, with its assignment.")
def at_least_one_step(X, centroids, max_iters):
    return separately_counted(X, centroids, max(1, max_iters))


@mistake("You take one step more than max_iters. One step is one assignment followed by one update.")
def one_step_more(X, centroids, max_iters):
    return separately_counted(X, centroids, max_iters + 1)


@mistake("You take one step fewer than max_iters. The assignment that you return labels with is not a step.")
def one_step_less(X, centroids, max_iters):
    return separately_counted(X, centroids, max_iters - 1)


@mistake("You measure distances in float32, which keeps seven digits. A point a little beside half-way goes to the "
         "wrong side: keep the dtype of X.")
def distances_in_float32(X, centroids, max_iters):
    for _ in range(max_iters):
        moved = means(X, nearest(X.astype(np.float32), centroids.astype(np.float32)), centroids)
        if np.array_equal(moved, centroids):
            break
        centroids = moved
    return centroids, nearest(X.astype(np.float32), centroids.astype(np.float32))


@mistake("X[labels == k].mean() without an axis averages over the coordinates as well. Use axis=0.")
def scalar_means(X, centroids, max_iters):
    for _ in range(max_iters):
        labels = nearest(X, centroids)
        moved = np.array(centroids)
        for k in np.unique(labels):
            moved[k] = X[labels == k].mean()
        if np.array_equal(moved, centroids):
            break
        centroids = moved
    return centroids, nearest(X, centroids)


@mistake("You return (labels, centroids). The order asked for is (centroids, labels).")
def other_order(X, centroids, max_iters):
    centroids, labels = separately_counted(X, centroids, max_iters)
    return labels, centroids


@alternative
def separately_counted(X, centroids, max_iters):
    taken, moving = 0, True
    while moving and taken < max_iters:
        moved = means(X, nearest(X, centroids), centroids)
        moving = bool((moved != centroids).any())
        centroids, taken = moved, taken + 1
    return [centroids, nearest(X, centroids)]


@alternative
def by_matrix_products(X, centroids, max_iters):
    def closest(c):
        return np.argmin((c**2).sum(1) - 2 * X @ c.T, axis=1)

    previous = None
    for _ in range(max_iters):
        labels = closest(centroids)
        if previous is not None and np.array_equal(labels, previous):
            break
        previous = labels
        chosen = np.eye(len(centroids))[labels]
        counts = chosen.sum(axis=0)[:, None]
        centroids = np.where(counts > 0, chosen.T @ X / np.maximum(counts, 1), centroids)
    return centroids, closest(centroids)


@alternative
def in_plain_python(X, centroids, max_iters):
    points, centres = X.tolist(), centroids.tolist()

    def assign():
        labels = []
        for point in points:
            squares = [sum((a - b) ** 2 for a, b in zip(point, centre)) for centre in centres]
            labels.append(squares.index(min(squares)))
        return labels

    for _ in range(max_iters):
        labels = assign()
        before = [list(centre) for centre in centres]
        for k in range(len(centres)):
            mine = [point for point, label in zip(points, labels) if label == k]
            if mine:
                centres[k] = [sum(column) / len(mine) for column in zip(*mine)]
        if centres == before:
            break
    return centres, assign()
