"""A grid of points: both ends, x fastest, y upwards, and a single point for n = 1."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    yield Case("a single point", (2.0, 3.0), (-1.0, 4.0), 1)
    yield Case("two by two", (0.0, 1.0), (5.0, 7.0), 2)
    yield Case("three by three", (-1.0, 1.0), (10.0, 30.0), 3)
    yield Case("ranges of whole numbers", (0, 1), (0, 1), 3)
    yield Case("ranges that go down", (1.0, 0.0), (3.0, -3.0), 3)
    yield Case("a step that floats round", (0.0, 0.6), (1.0, 1.3), 4)
    yield Case("a range of no width", (2.0, 2.0), (0.0, 1.0), 2)
    x_start, y_start = rng.normal(size=2).tolist()
    x_width, y_width = rng.uniform(0.5, 3.0, size=2).tolist()
    yield Case("ranges drawn afresh", (x_start, x_start + x_width), (y_start, y_start - y_width), 5)
    yield Case("a fresh single point", (x_start, x_start + x_width), (y_start, y_start + y_width), 1)
    yield Case("fresh ranges, seven points", (x_start, x_start + x_width), (y_start, y_start + y_width), 7)
    yield Case("narrow ranges", (0.0, 2e-6), (-1e-6, 1e-6), 3)
    yield Case("257 points a side", (0.0, 1.0), (-5.0, 5.0), 257)


@mistake("In your grid y changes fastest. x should: keep meshgrid's default indexing, or let the inner loop "
         "run over x.")
def y_fastest(x_range, y_range, n):
    x, y = np.meshgrid(np.linspace(*x_range, n), np.linspace(*y_range, n), indexing="ij")
    return np.stack([x.ravel(), y.ravel()], axis=1)


@mistake("Your columns are exchanged: each row is (x, y).")
def columns_exchanged(x_range, y_range, n):
    x, y = np.meshgrid(np.linspace(*x_range, n), np.linspace(*y_range, n))
    return np.stack([y.ravel(), x.ravel()], axis=1)


@mistake("Your rows begin at the top of the picture. y goes from its start to its stop.")
def y_from_the_top(x_range, y_range, n):
    x, y = np.meshgrid(np.linspace(*x_range, n), np.linspace(*y_range, n)[::-1])
    return np.stack([x.ravel(), y.ravel()], axis=1)


@mistake("Your grid leaves out the stops. Both ends belong to it: n points have n - 1 steps between them.")
def without_the_end(x_range, y_range, n):
    x = np.linspace(*x_range, n, endpoint=False)
    x, y = np.meshgrid(x, np.linspace(*y_range, n, endpoint=False))
    return np.stack([x.ravel(), y.ravel()], axis=1)


@mistake("You divide by n - 1, which is 0 for a single point. n = 1 gives the point of the two starts.")
def single_point_forgotten(x_range, y_range, n):
    def value(ends, i):
        return ends[0] + i * (ends[1] - ends[0]) / (n - 1)

    return np.array([[value(x_range, i), value(y_range, j)] for j in range(n) for i in range(n)])


@mistake("Your grid takes its dtype from the ranges, so whole ends cut off the fractions between them. Points "
         "are floats.")
def dtype_of_the_ranges(x_range, y_range, n):
    x, y = np.meshgrid(np.linspace(*x_range, n), np.linspace(*y_range, n))
    return np.stack([x.ravel(), y.ravel()], axis=1).astype(np.array([x_range, y_range]).dtype)


@mistake("You reshape the stacked tables into pairs, which tears the points apart: each row then holds two "
         "x or two y. Stack them along a new last axis instead.")
def tables_torn(x_range, y_range, n):
    return np.array(np.meshgrid(np.linspace(*x_range, n), np.linspace(*y_range, n))).reshape(-1, 2)


@mistake("Your result is (2, n * n), one coordinate a row. Each point should be a row: transpose it.")
def coordinates_as_rows(x_range, y_range, n):
    x, y = np.meshgrid(np.linspace(*x_range, n), np.linspace(*y_range, n))
    return np.stack([x.ravel(), y.ravel()])


@mistake("You only pair the first x with the first y, the second with the second and so on. Every x meets "
         "every y.")
def diagonal_only(x_range, y_range, n):
    return np.stack([np.linspace(*x_range, n), np.linspace(*y_range, n)], axis=1)


@alternative
def by_repeat_and_tile(x_range, y_range, n):
    x, y = np.linspace(*x_range, n), np.linspace(*y_range, n)
    return np.column_stack((np.tile(x, n), np.repeat(y, n)))


@alternative
def plain_loops(x_range, y_range, n):
    steps = max(n - 1, 1)
    points = []
    for j in range(n):
        for i in range(n):
            x = x_range[0] + (x_range[1] - x_range[0]) * (i / steps)
            y = y_range[0] + (y_range[1] - y_range[0]) * (j / steps)
            points.append((x, y))
    return points


@alternative
def by_broadcast_assignment(x_range, y_range, n):
    grid = np.empty((n, n, 2))
    grid[..., 0] = np.linspace(x_range[0], x_range[1], n)
    grid[..., 1] = np.linspace(y_range[0], y_range[1], num=n)[:, None]
    return grid.reshape(n * n, 2)
