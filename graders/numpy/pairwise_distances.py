"""Distances of unequal sets in any number of features: exact zeros, and accuracy far from the origin."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake

# of a distance of 1e-2, a relative error of 1e-4 is the 1e-6 that the task allows
TO_ONE_MILLIONTH = close(rtol=1e-4, atol=1e-12)


def cases(rng):
    yield Case("one point and another", np.array([[0.0, 0.0]]), np.array([[3.0, 4.0]]))
    X, Y = np.array([[0.0, 0.0], [3.0, 4.0]]), np.array([[0.0, 0.0], [0.0, 4.0], [3.0, 0.0]])
    yield Case("two points and three", X, Y)
    yield Case("one feature", np.array([[1.0], [-2.0]]), np.array([[4.0], [1.0], [0.0]]))
    yield Case("three features", rng.normal(size=(2, 3)), rng.normal(size=(4, 3)))
    yield Case("more points than features", rng.normal(size=(5, 2)), rng.normal(size=(3, 2)))
    yield Case("as many points as features", rng.normal(size=(3, 3)), rng.normal(size=(3, 3)))
    same = rng.normal(size=(3, 4))
    yield Case("a set and itself", same, same)
    yield Case("identical rows far out", np.full((2, 2), 12345.678), np.full((3, 2), 12345.678))
    yield Case("identical fractions", np.array([[0.1, 0.7, 0.3]]), np.array([[0.1, 0.7, 0.3], [1.1, 0.7, 0.3]]))
    around = 1e4 + 0.01 * np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
    yield Case("1e-2 apart near (1e4, 1e4)", around[:2], around[2:]).judged(TO_ONE_MILLIONTH)
    X, Y = 1e4 + rng.uniform(0.0, 0.005, size=(4, 2)), 1e4 + rng.uniform(0.01, 0.015, size=(5, 2))
    yield Case("random points near (1e4, 1e4)", X, Y).judged(TO_ONE_MILLIONTH)
    far = np.vstack([Y, np.zeros((1, 2)), [[-1e4, -2e4]]])
    yield Case("near (1e4, 1e4), others so far that no shift helps", np.vstack([X, [[-2e6, 1e6]]]),
               np.vstack([Y, [[-1e6, -1e6]]])).judged(TO_ONE_MILLIONTH)
    yield Case("near (1e4, 1e4), with others far away", X, far).judged(TO_ONE_MILLIONTH)
    tiny = 1e-6 * np.array([[0.0, 0.0], [3.0, 0.0], [0.0, 4.0]])
    yield Case("a few millionths apart", tiny, tiny[1:])
    yield Case("three hundred points", rng.normal(size=(300, 2)), rng.normal(size=(3, 2))).plain()


@mistake("Expanding the square, |x|² - 2 x·y + |y|², cancels: far from the origin the small distance drowns "
         "in the rounding of huge squares, and may even go below 0. Subtract first, then square.")
def expanded_square(X, Y):
    squares = (X**2).sum(axis=1)[:, None] - 2 * X @ Y.T + (Y**2).sum(axis=1)
    return np.sqrt(squares)


@mistake("Clipping the expanded square at 0 removes the NaN but not the error: far from the origin, small "
         "distances drown in the rounding of huge squares. Subtract first, then square.")
def expanded_and_clipped(X, Y):
    squares = (X**2).sum(axis=1)[:, None] - 2 * X @ Y.T + (Y**2).sum(axis=1)
    return np.sqrt(np.maximum(squares, 0))


@mistake("You shift the points by a mean before you expand the square. That helps only while all points lie near "
         "it: with some far away the small distances drown again. Subtract point from point, then square.")
def shifted_and_expanded(X, Y):
    centre = Y.mean(axis=0)
    A, B = X - centre, Y - centre
    return np.sqrt(np.maximum((A**2).sum(axis=1)[:, None] - 2 * A @ B.T + (B**2).sum(axis=1), 0))


@mistake("Your distances are squared: take the square root.")
def not_rooted(X, Y):
    return ((X[:, None] - Y) ** 2).sum(axis=-1)


@mistake("You add up absolute differences, the Manhattan distance. Euclidean distance sums squares and "
         "takes the root.")
def manhattan(X, Y):
    return np.abs(X[:, None] - Y).sum(axis=-1)


@mistake("Your result is transposed: one row for each point of X, one column for each of Y.")
def sides_exchanged(X, Y):
    return np.sqrt(((Y[:, None] - X) ** 2).sum(axis=-1))


@mistake("You sum over the points of Y instead of over the features, the last axis.")
def summed_over_points(X, Y):
    return np.sqrt(((X[:, None] - Y) ** 2).sum(axis=1))


@mistake("You average over the features. The Euclidean distance sums them.")
def mean_of_features(X, Y):
    return np.sqrt(((X[:, None] - Y) ** 2).mean(axis=-1))


@mistake("You compare the rows of X among themselves. The distances are from X's rows to Y's.")
def within_x(X, Y):
    return np.sqrt(((X[:, None] - X) ** 2).sum(axis=-1))


@mistake("You compute the largest difference in any feature, the Chebyshev distance. Euclidean distance is "
         "the root of the sum of squares.")
def chebyshev(X, Y):
    return np.abs(X[:, None] - Y).max(axis=-1)


@mistake("A small number under the root keeps identical rows away from 0. Nothing is divided here, so leave "
         "it out.")
def with_epsilon(X, Y):
    return np.sqrt(((X[:, None] - Y) ** 2).sum(axis=-1) + 1e-8)


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
