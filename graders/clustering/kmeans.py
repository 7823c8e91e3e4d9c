"""Lloyd's algorithm: exactly max_iters steps or rest, labels that fit the centroids, and empty clusters."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, faster_than, loops, mistake, uses

# Points on a line that take three moves to come to rest from the start of LINE_START.
LINE = np.array([[1.0], [2.0], [3.0], [10.0], [11.0], [12.0], [15.0]])
LINE_START = np.array([[19.0], [10.0]])
CLUSTERS = True


def cases(rng):
    pairs = np.array([[0.0, 0.0], [0.0, 2.0], [10.0, 0.0], [10.0, 2.0]])
    yield Case("two pairs", pairs, np.array([[1.0, 0.0], [9.0, 0.0]]), 10)
    yield Case("one step of several", LINE, LINE_START, 1)
    yield Case("two steps of several", LINE, LINE_START, 2)
    yield Case("until rest", LINE, LINE_START, 50)
    metric = np.array([[3.5, 0.0], [2.0, 2.0], [23.5, 20.0], [23.0, 23.0]])
    yield Case("Euclidean distance decides", np.array([[0.0, 0.0], [20.0, 20.0]]), metric[1:3], 10)
    yield Case("random, to rest", *separated(rng, 9, 2, 3), 30)
    yield Case("random, cut short", *separated(rng, 8, 3, 2), 1)
    yield Case("random, more dimensions than points", *separated(rng, 4, 5, 2), 30)
    two = np.arange(300)[:, None] + 1000.0 * (np.arange(300)[:, None] % 20 > 0)
    yield Case("three hundred points", two, np.array([[0.0], [20.0]]), 20).plain()
    tied = np.array([[0.0, 0.0], [2.0, 0.0], [4.0, 0.0]])
    yield Case("a point halfway", tied, np.array([[0.0, 0.0], [4.0, 0.0]]), 10).edge("ties")
    beside = np.array([[0.0], [1e4 + 2.0**-13], [2e4]])  # float32 would see a tie; every formula in float64 does not
    yield Case("a point beside halfway", beside, np.array([[0.0], [2e4]]), 10).plain().edge("ties")
    yield Case("one point, one centroid", np.array([[3.0, 1.0]]), np.array([[0.0, 0.0]]), 5).edge("single ones")
    yield Case("one cluster of two points", np.array([[0.0], [2.0]]), np.array([[5.0]]), 10).edge("single ones")
    yield Case("one feature", *separated(rng, 7, 1, 2), 30).edge("single ones")
    yield Case("no step at all", np.array([[0.0], [4.0], [5.0]]), np.array([[5.5], [1.0]]), 0).edge("no steps")
    yield Case("no step at all, random", *separated(rng, 5, 2, 3), 0).edge("no steps")
    line = np.array([[0.0], [1.0], [3.0], [4.0]])
    yield Case("a start far away", line, np.array([[0.5], [50.0], [2.5]]), 10).edge("empty clusters")
    emptied = np.array([[8.0, 3.0], [3.0, 8.0], [6.0, 2.0], [4.0, 1.0], [1.0, 6.0]])
    start = np.array([[1.0, 2.0], [3.0, 1.0], [8.0, 7.0]])
    yield Case("a cluster that loses its points", emptied, start, 10).edge("empty clusters")
    four = np.array([[0.0, 0.0], [20.0, 20.0]])
    yield Case("two of four are empty", four, metric, 10).edge("empty clusters")
    two = np.array([[9.0, 9.0], [0.0, 0.0]])
    yield Case("one point, two centroids", np.array([[1.0, 2.0]]), two, 3).edge("empty clusters")
    twins = np.array([[1.0, 2.0], [1.0, 2.0], [8.0, 8.0]])
    yield Case("two equal starts", np.array([[0.0, 0.0], [2.0, 0.0], [8.0, 4.0]]), twins, 10).edge("empty clusters")
    yield Case("one rests while others move", LINE, np.vstack([LINE_START, [[-50.0]]]), 50).edge("stopping")
    yield Case("all points begin in the first cluster", LINE, np.array([[9.0], [40.0]]), 50).edge("stopping")
    mirrored = [np.stack([array, -array], axis=1).reshape(-1, 1) for array in (LINE + 100.0, LINE_START + 100.0)]
    yield Case("moves that cancel count", *mirrored, 50).edge("stopping")
    yield Case("small moves count", LINE * 1e-9, LINE_START * 1e-9, 50).edge("stopping")
    far = 1e6  # where a relative tolerance is as wide as the data
    yield Case("small moves count near 1e6", LINE + far, LINE_START + far, 50).plain().edge("stopping")
    # the loss of the far points hides what the near ones still gain
    spread, start = np.append(np.arange(10.0), [1e5, 2e5, 1.3e5])[:, None], np.array([[0.0], [1.0], [1.4e5]])
    yield Case("one cluster has most of the loss", spread, start, 50).plain().edge("stopping")
    k = np.arange(50)  # five starts at one end of a line spread over it in 24 moves, no point nearly halfway
    long = (k + 0.3 * np.sin(1.1 * k**2))[:, None], k[:5, None] + 0.5
    yield Case("a long way to rest", *long, 300).plain().edge("stopping")
    # A step takes 50 µs or more, 100 ms in all; to compare centroids, in a loop that is run to its end, a sixth of it.
    stops = faster_than(100, "Leave the loop once a step moves no centroid.")
    n = np.arange(203)
    plane, start = np.column_stack([LINE[n % 7, 0], 0.1 * np.sin(n)]), np.array([[19.0, 0.0], [10.0, 0.0]])
    rest = Case("at rest long before the limit", plane, start, 2_000)
    yield rest.judged(close(), stops).once().edge("stopping")
    many, k = np.array([[139.2], [138.4], [130.0], [70.4]]), np.arange(140.0)[:, None]
    yield Case("a hundred and forty clusters", many, k, 2).plain().edge("many clusters")
    yield Case("points a trillionth apart", LINE * 1e-13, LINE_START * 1e-13, 50).beyond(
        "On points that are 1e-13 apart you stop while centroids still move. What is small depends on the units of X, "
        "so compare the centroids for equality."
    )
    yield Case("a millimeter beside a kilometer", np.array([[1e6 + 1e-3]]), np.array([[1e6 + 3e-3], [1e6]]), 0).beyond(
        "The point 1e6 + 0.001 is nearer to the centroid 1e6 than to 1e6 + 0.003, and you choose the latter. |x|² - 2 "
        "x·c + |c|² loses the decimals that decide, so subtract the points first, or center the data."
    )


def separated(rng, n, d, K):
    """Random points and starts that move at least twice; no cluster is ever empty, and no assignment a matter of
    rounding.
    """
    while True:
        X, start = rng.normal(2.0, 2.0, size=(n, d)), rng.normal(2.0, 2.0, size=(K, d))
        centroids, moves, margin = start, 0, np.inf
        while margin > 0.02:
            closest = np.sort(np.linalg.norm(X[:, None] - centroids, axis=2), axis=1)
            margin = np.min(closest[:, 1] - closest[:, 0])
            labels = nearest(X, centroids)
            if len(np.unique(labels)) < K:
                margin = 0.0
                break
            moved = means(X, labels, centroids)
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


@mistake("An empty cluster has no mean: 0/0 gives NaN. Let it keep its centroid.")
def mean_of_nothing(X, centroids, max_iters):
    for _ in range(max_iters):
        labels = nearest(X, centroids)
        moved = np.array([X[labels == k].mean(axis=0) for k in range(len(centroids))])
        if np.array_equal(moved, centroids):
            break
        centroids = moved
    return centroids, nearest(X, centroids)


@mistake("You move an empty cluster's centroid to the origin. Let it keep its centroid.")
def empty_to_zero(X, centroids, max_iters):
    for _ in range(max_iters):
        labels = nearest(X, centroids)
        moved = means(X, labels, np.zeros_like(centroids))
        if np.array_equal(moved, centroids):
            break
        centroids = moved
    return centroids, nearest(X, centroids)


@mistake("In your code, a cluster that loses its points goes back to its start. Let it keep its latest centroid.")
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


@mistake("With thousands of steps allowed, your code takes far longer than the few that move a centroid. Leave the "
         "loop once a step moves none.", kind="slow", when=loops())
def never_stops(X, centroids, max_iters):
    for _ in range(max_iters):
        centroids = means(X, nearest(X, centroids), centroids)
    return centroids, nearest(X, centroids)


@mistake("The labels you return were computed before the last move. Assign the points again, to the final centroids.")
def stale_labels(X, centroids, max_iters):
    labels = nearest(X, centroids)
    for _ in range(max_iters):
        labels = nearest(X, centroids)
        moved = means(X, labels, centroids)
        if np.array_equal(moved, centroids):
            break
        centroids = moved
    return centroids, labels


@mistake("You stop while centroids still move a little. A tolerance depends on the units of X, so stop when no "
         "centroid moves at all, as np.array_equal tells.")
def stops_when_close(X, centroids, max_iters):
    for _ in range(max_iters):
        moved = means(X, nearest(X, centroids), centroids)
        if np.allclose(moved, centroids):
            centroids = moved
            break
        centroids = moved
    return centroids, nearest(X, centroids)


@mistake("You compare your first labels with zeros, so you stop before a centroid has moved if all points begin in "
         "cluster 0. Start from labels that cannot occur, or compare centroids.")
def stops_at_zeros(X, centroids, max_iters):
    labels = np.zeros(len(X), dtype=int)
    for _ in range(max_iters):
        new = nearest(X, centroids)
        if np.array_equal(new, labels):
            break
        labels = new
        centroids = means(X, labels, centroids)
    return centroids, nearest(X, centroids)


@mistake("You take a step even with max_iters = 0. Return the start and its assignment in that case.")
def at_least_one_step(X, centroids, max_iters):
    return separately_counted(X, centroids, max(1, max_iters))


@mistake("You take one step more than max_iters. One step is one assignment followed by one update.")
def one_step_more(X, centroids, max_iters):
    return separately_counted(X, centroids, max_iters + 1)


@mistake("You take one step fewer than max_iters. The assignment for the labels you return is not a step.")
def one_step_less(X, centroids, max_iters):
    return separately_counted(X, centroids, max_iters - 1)


@mistake("You compute the distances in float32, which keeps only seven digits. Keep the dtype of X.",
         when=uses("np.float32"))
def distances_in_float32(X, centroids, max_iters):
    for _ in range(max_iters):
        moved = means(X, nearest(X.astype(np.float32), centroids.astype(np.float32)), centroids)
        if np.array_equal(moved, centroids):
            break
        centroids = moved
    return centroids, nearest(X.astype(np.float32), centroids.astype(np.float32))


@mistake("You average the coordinates together with the points. Take the mean over the rows alone: axis=0.")
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


@mistake("You return (labels, centroids). Return (centroids, labels).")
def other_order(X, centroids, max_iters):
    centroids, labels = separately_counted(X, centroids, max_iters)
    return labels, centroids


@mistake("You stop while centroids still move a little. A tolerance depends on the units of X, so stop when no "
         "centroid moves at all, as np.array_equal tells.",
         constants={"tolerance": (1e-8, 1e-6, 1e-4), "moves": (True, False)})
def stops_within_a_tolerance(X, centroids, max_iters, *, tolerance, moves):
    for _ in range(max_iters):
        moved = means(X, nearest(X, centroids), centroids)
        rests = np.abs(moved - centroids).max() < tolerance
        if moves or not rests:
            centroids = moved
        if rests:
            break
    return centroids, nearest(X, centroids)


@mistake("You stop while centroids still move a little. A tolerance depends on the units of X, so stop when no "
         "centroid moves at all, as np.array_equal tells.")
def stops_when_close_before_moving(X, centroids, max_iters):
    for _ in range(max_iters):
        moved = means(X, nearest(X, centroids), centroids)
        if np.allclose(moved, centroids):
            break
        centroids = moved
    return centroids, nearest(X, centroids)


@mistake("You stop when the loss hardly falls, but one far cluster can have nearly all of it while others still move. "
         "Stop when no centroid moves at all.", constants={"share": (1e-6, 1e-4, 1e-3)})
def stops_by_the_loss(X, centroids, max_iters, *, share):
    last = np.inf
    for _ in range(max_iters):
        distances = np.linalg.norm(X[:, None] - centroids, axis=2)
        loss = np.sum(distances.min(axis=1) ** 2)
        if last - loss <= share * loss:
            break
        last, centroids = loss, means(X, distances.argmin(axis=1), centroids)
    return centroids, nearest(X, centroids)


@mistake("You add up the moves with their signs, so moves in opposite directions cancel and you stop too early. "
         "Compare the centroids entry by entry.")
def signed_moves(X, centroids, max_iters):
    for _ in range(max_iters):
        moved = means(X, nearest(X, centroids), centroids)
        if np.sum(moved - centroids) == 0:
            break
        centroids = moved
    return centroids, nearest(X, centroids)


@mistake("You stop as soon as one centroid does not move. Stop when none of them moves.")
def stops_when_one_rests(X, centroids, max_iters):
    for _ in range(max_iters):
        moved = means(X, nearest(X, centroids), centroids)
        rests = np.all(moved == centroids, axis=1).any()
        centroids = moved
        if rests:
            break
    return centroids, nearest(X, centroids)


@mistake("Your loop ends before a centroid has moved, so you return the start. Take the first step before you "
         "compare anything.")
def never_moves(X, centroids, max_iters):
    return centroids, nearest(X, centroids)


@mistake("You take at most {limit} steps, even where max_iters allows more.", constants={"limit": (10, 20)})
def limit_of_its_own(X, centroids, max_iters, *, limit):
    return separately_counted(X, centroids, min(limit, max_iters))


@mistake("You assign the points again after each single centroid. Move all centroids by one assignment, then assign "
         "again.")
def one_centroid_at_a_time(X, centroids, max_iters):
    for _ in range(max_iters):
        moved = np.array(centroids)
        for k in range(len(moved)):
            mine = nearest(X, moved) == k
            if mine.any():
                moved[k] = X[mine].mean(axis=0)
        if np.array_equal(moved, centroids):
            break
        centroids = moved
    return centroids, nearest(X, centroids)


@mistake("You move an empty cluster to the point that is farthest from its centroid. Let it keep its centroid, as the "
         "task asks.")
def empty_to_the_farthest_point(X, centroids, max_iters):
    for _ in range(max_iters):
        labels = nearest(X, centroids)
        farthest = X[np.argmax(np.sum((X - centroids[labels]) ** 2, axis=1))]
        moved = means(X, labels, np.tile(farthest, (len(centroids), 1)))
        if np.array_equal(moved, centroids):
            break
        centroids = moved
    return centroids, nearest(X, centroids)


@mistake("You drop empty clusters. Return one row per centroid, and let an empty cluster keep its centroid.")
def empty_ones_dropped(X, centroids, max_iters):
    for _ in range(max_iters):
        labels = nearest(X, centroids)
        moved = np.array([X[labels == k].mean(axis=0) for k in np.unique(labels)])
        if np.array_equal(moved, centroids):
            break
        centroids = moved
    return centroids, nearest(X, centroids)


@mistake("On a tie your code takes the higher index. Take the lower one, as np.argmin does.")
def ties_to_the_last(X, centroids, max_iters):
    def closest(c):
        return len(c) - 1 - nearest(X, c[::-1])

    for _ in range(max_iters):
        moved = means(X, closest(centroids), centroids)
        if np.array_equal(moved, centroids):
            break
        centroids = moved
    return centroids, closest(centroids)


@mistake("You sum absolute differences (Manhattan distance). Sum their squares for the Euclidean distance.")
def manhattan(X, centroids, max_iters):
    def closest(c):
        return np.argmin(np.abs(X[:, None] - c).sum(axis=2), axis=1)

    for _ in range(max_iters):
        moved = means(X, closest(centroids), centroids)
        if np.array_equal(moved, centroids):
            break
        centroids = moved
    return centroids, closest(centroids)


@mistake("Your labels have 8 bits and a sign, so those above 127 become negative. Use a wider integer type.")
def labels_in_int8(X, centroids, max_iters):
    for _ in range(max_iters):
        moved = means(X, nearest(X, centroids).astype(np.int8), centroids)
        if np.array_equal(moved, centroids):
            break
        centroids = moved
    return centroids, nearest(X, centroids).astype(np.int8)


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
    points, centers = X.tolist(), centroids.tolist()

    def assign():
        labels = []
        for point in points:
            squares = [sum((a - b) ** 2 for a, b in zip(point, center)) for center in centers]
            labels.append(squares.index(min(squares)))
        return labels

    for _ in range(max_iters):
        labels = assign()
        before = [list(center) for center in centers]
        for k in range(len(centers)):
            mine = [point for point, label in zip(points, labels) if label == k]
            if mine:
                centers[k] = [sum(column) / len(mine) for column in zip(*mine)]
        if centers == before:
            break
    return centers, assign()


@alternative
def by_where(X, centroids, max_iters):
    labels = nearest(X, centroids)
    for _ in range(max_iters):
        counts = np.bincount(labels, minlength=len(centroids))[:, None]
        totals = np.zeros_like(centroids)
        np.add.at(totals, labels, X)
        moved = np.where(counts > 0, totals / counts, centroids)
        if (moved == centroids).all():
            break
        centroids, labels = moved, nearest(X, moved)
    return centroids, labels
