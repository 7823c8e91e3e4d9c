"""Distances of unequal sets in any number of features: exact zeros, and accuracy far from the origin."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake, uses

# of a distance of 1e-2, a relative error of 1e-4 is the 1e-6 that the task allows
TO_ONE_MILLIONTH = close(rtol=1e-4, atol=1e-12)


def cases(rng):
    X, Y = np.array([[0.0, 0.0], [3.0, 4.0]]), np.array([[0.0, 0.0], [0.0, 4.0], [3.0, 0.0]])
    yield Case("two points and three", X, Y)
    yield Case("three features", rng.normal(size=(2, 3)), rng.normal(size=(4, 3)))
    yield Case("more points than features", rng.normal(size=(5, 2)), rng.normal(size=(3, 2)))
    yield Case("as many points as features", rng.normal(size=(3, 3)), rng.normal(size=(3, 3)))
    yield Case("as many points on both sides", rng.normal(size=(4, 2)), rng.normal(size=(4, 2)))
    yield Case("three hundred points", rng.normal(size=(300, 2)), rng.normal(size=(3, 2))).plain()
    yield Case("one point and another", np.array([[0.0, 0.0]]), np.array([[3.0, 4.0]])).edge("single points")
    yield Case("one point and four", rng.normal(size=(1, 3)), rng.normal(size=(4, 3))).edge("single points")
    yield Case("four points and one", rng.normal(size=(4, 3)), rng.normal(size=(1, 3))).edge("single points")
    yield Case("one feature", np.array([[1.0], [-2.0]]), np.array([[4.0], [1.0], [0.0]])).edge("single points")
    same = rng.normal(size=(3, 4))
    yield Case("a set and itself", same, same).edge("identical rows")
    fractions = np.array([[0.1, 0.7, 0.3]]), np.array([[0.1, 0.7, 0.3], [1.1, 0.7, 0.3]])
    yield Case("identical fractions", *fractions).edge("identical rows")
    yield Case("far out", np.full((2, 2), 12345.678), np.full((3, 2), 12345.678)).edge("identical rows")
    around = 1e4 + 0.01 * np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
    label = "close points far out"
    yield Case("1e-2 apart near (1e4, 1e4)", around[:2], around[2:]).judged(TO_ONE_MILLIONTH).edge(label)
    X, Y = 1e4 + rng.uniform(0.0, 0.005, size=(4, 2)), 1e4 + rng.uniform(0.01, 0.015, size=(5, 2))
    yield Case("random points near (1e4, 1e4)", X, Y).judged(TO_ONE_MILLIONTH).edge(label)
    far = np.vstack([Y, np.zeros((1, 2)), [[-1e4, -2e4]]])
    yield Case("near (1e4, 1e4), with others far away", X, far).judged(TO_ONE_MILLIONTH).edge(label)
    farther = np.vstack([X, [[-2e6, 1e6]]]), np.vstack([Y, [[-1e6, -1e6]]])
    yield Case("near (1e4, 1e4), others so far that no shift helps", *farther).judged(TO_ONE_MILLIONTH).edge(label)


def _expanded(X, Y, order):
    """|x|² - 2 x·y + |y|²; the order of the terms decides what rounding leaves."""
    xx, xy, yy = (X**2).sum(axis=1)[:, None], X @ Y.T, (Y**2).sum(axis=1)
    return (xx - 2 * xy + yy, xx + yy - 2 * xy, yy - 2 * xy + xx)[order]


@mistake("You expand the square as |x|² - 2 x·y + |y|². Far from the origin, the rounding of the huge squares exceeds "
         "a small distance, so subtract first, then square.",
         constants={"order": (0, 1, 2)})
def expanded_square(X, Y, *, order):
    return np.sqrt(_expanded(X, Y, order))


@mistake("Clipping the expanded square at 0 removes the NaN but not the error: far from the origin, the rounding of "
         "huge squares exceeds a small distance. Subtract first, then square.", constants={"order": (0, 1, 2)})
def expanded_and_clipped(X, Y, *, order):
    return np.sqrt(np.maximum(_expanded(X, Y, order), 0))


@mistake("The absolute value of the expanded square removes the NaN but not the error: far from the origin, the "
         "rounding of huge squares exceeds a small distance. Subtract first, then square.",
         constants={"order": (0, 1, 2)})
def expanded_and_made_positive(X, Y, *, order):
    return np.sqrt(np.abs(_expanded(X, Y, order)))


@mistake("You shift the points by a mean before you expand the square, which helps only while all points are near the "
         "mean. Subtract point from point, then square.",
         constants={"center": ("Y", "X", "both"), "order": (0, 1, 2)})
def shifted_and_expanded(X, Y, *, center, order):
    points = {"X": X, "Y": Y, "both": np.vstack([X, Y])}[center]
    shift = points.mean(axis=0)
    return np.sqrt(np.maximum(_expanded(X - shift, Y - shift, order), 0))


@mistake("Your distances are squared. Take the square root.")
def not_rooted(X, Y):
    return ((X[:, None] - Y) ** 2).sum(axis=-1)


@mistake("You add up absolute differences, which is the Manhattan distance. For the Euclidean distance, sum squares "
         "and take the root.")
def manhattan(X, Y):
    return np.abs(X[:, None] - Y).sum(axis=-1)


@mistake("You compute the largest difference in any feature, the Chebyshev distance. The Euclidean distance is the "
         "root of the sum of squares.")
def chebyshev(X, Y):
    return np.abs(X[:, None] - Y).max(axis=-1)


@mistake("Your result is transposed. It has one row per point of X and one column per point of Y.")
def transposed(X, Y):
    return np.sqrt(((Y[:, None] - X) ** 2).sum(axis=-1))


@mistake("You sum over the points of {points}. Sum over the features, the last axis of the differences.",
         constants={"points": ("Y", "X")})
def summed_over_points(X, Y, *, points):
    return np.sqrt(((X[:, None] - Y) ** 2).sum(axis={"X": 0, "Y": 1}[points]))


@mistake("You pair row i of X with row i of Y. Pair every row of X with every row of Y: X[:, None] - Y has shape (n, "
         "m, d).")
def row_by_row(X, Y):
    return np.sqrt(((X - Y) ** 2).sum(axis=1))


@mistake("You reduce everything to one number. Sum over the features alone: axis=-1.")
def one_number(X, Y):
    return np.sqrt(((X[:, None] - Y) ** 2).sum())


@mistake("You average over the features. The Euclidean distance sums them.")
def mean_of_features(X, Y):
    return np.sqrt(((X[:, None] - Y) ** 2).mean(axis=-1))


@mistake("You compare the rows of X with each other. Compare the rows of X with those of Y.")
def within_x(X, Y):
    return np.sqrt(((X[:, None] - X) ** 2).sum(axis=-1))


@mistake("You set the diagonal to 0. That is right for the distances of a set to itself, but row i of X may differ "
         "from row i of Y.")
def diagonal_zero(X, Y):
    D = np.sqrt(((X[:, None] - Y) ** 2).sum(axis=-1))
    np.fill_diagonal(D, 0.0)
    return D


@mistake("For sets of equal size you set the diagonal to 0. That is right for the distances of a set to itself, but "
         "row i of X may differ from row i of Y.")
def diagonal_zero_if_square(X, Y):
    D = np.sqrt(((X[:, None] - Y) ** 2).sum(axis=-1))
    if len(X) == len(Y):
        np.fill_diagonal(D, 0.0)
    return D


@mistake("For sets of equal size you mirror one half of the result, which is right only for the distances of a set to "
         "itself. X and Y are two sets, so compute all entries.")
def mirrored_if_square(X, Y):
    D = np.sqrt(((X[:, None] - Y) ** 2).sum(axis=-1))
    return np.triu(D) + np.triu(D, 1).T if len(X) == len(Y) else D


@mistake("A small number under the root keeps identical rows away from 0. You divide by nothing here, so leave it out.",
         constants={"eps": (1e-8, 1e-12, 1e-10, 1e-9, 1e-7, 1e-6, 1e-15)})
def with_epsilon(X, Y, *, eps):
    return np.sqrt(((X[:, None] - Y) ** 2).sum(axis=-1) + eps)


@mistake("You compute in float32, which near 1e4 has steps of 1e-3. Keep the dtype of X and Y.",
         when=uses("np.float32"))
def in_float32(X, Y):
    return np.sqrt(((X.astype(np.float32)[:, None] - Y.astype(np.float32)).astype(float) ** 2).sum(axis=-1))


@mistake("squeeze() drops every axis of length 1, including that of a single point or feature. Leave it out, or name "
         "the axis.", when=uses("squeeze"))
def squeezed(X, Y):
    return np.sqrt((np.squeeze(X[:, None] - Y[None]) ** 2).sum(axis=-1))


@mistake("squeeze() drops every axis of length 1, including that of a single point. Leave it out, or name the axis.",
         when=uses("squeeze"))
def squeezed_points(X, Y):
    if X.shape[1] == 1:
        return np.abs(X - Y.T)
    return np.sqrt((np.squeeze(X[:, None] - Y[None]) ** 2).sum(axis=-1))


@alternative
def plain_loops(X, Y):
    return [[float(sum((a - b) ** 2 for a, b in zip(x, y)) ** 0.5) for y in Y] for x in X]


@alternative
def by_norm(X, Y):
    return np.linalg.norm(X[:, None] - Y, axis=2)


@alternative
def feature_by_feature(X, Y):
    squares = np.zeros((len(X), len(Y)))
    for x, y in zip(X.T, Y.T):
        squares += np.subtract.outer(x, y) ** 2
    return np.sqrt(squares)


@alternative
def by_einsum(X, Y):
    difference = np.expand_dims(X, 1) - np.expand_dims(Y, 0)
    return np.einsum("ijk,ijk->ij", difference, difference) ** 0.5
