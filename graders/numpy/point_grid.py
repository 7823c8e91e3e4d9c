"""A grid of points: both ends, x fastest, y from start to stop, a single point for n = 1, and float64."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake, uses

# tight, since no argument says how precise the points should be: float32 must show
CHECKS = (close(rtol=1e-9, atol=1e-12),)


def cases(rng):
    yield Case("two by two", (0.0, 1.0), (5.0, 7.0), 2)
    yield Case("three by three", (-1.0, 1.0), (10.0, 30.0), 3)
    yield Case("steps that are rounded", (0.0, 0.6), (1.0, 1.3), 4)
    yield Case("ends that are rounded", (0.1, 0.7), (-0.3, 0.3), 3)
    x_start, y_start = rng.normal(size=2).tolist()
    x_width, y_width = rng.uniform(0.5, 3.0, size=2).tolist()
    x_range, y_range = (x_start, x_start + x_width), (y_start, y_start + y_width)
    yield Case("random ranges", x_range, y_range, 3)
    yield Case("random ranges, seven points per axis", x_range, y_range, 7)
    yield Case("257 points per axis", (0.0, 1.0), (-5.0, 5.0), 257).once()
    yield Case("a single point", (2.0, 3.0), (-1.0, 4.0), 1).edge("one point")
    yield Case("a single point of random ranges", x_range, y_range, 1).edge("one point")
    yield Case("both ranges descend", (1.0, 0.0), (3.0, -3.0), 3).edge("descending ranges")
    yield Case("one range descends", x_range, y_range[::-1], 5).edge("descending ranges")
    yield Case("ends that are ints", (0, 1), (0, 1), 3).edge("int ranges")
    yield Case("an int and a float", (0, 2.5), (1, 0), 4).edge("int ranges")
    yield Case("2e-6 wide", (0.0, 2e-6), (-1e-6, 1e-6), 3).edge("narrow ranges")
    yield Case("x has equal ends", (2.0, 2.0), (0.0, 1.0), 2).edge("narrow ranges")


def _points(x, y):
    x_table, y_table = np.meshgrid(x, y)
    return np.stack([x_table.ravel(), y_table.ravel()], axis=1)


@mistake("In your grid y changes fastest, and x should. Keep meshgrid's default indexing.", when=uses("np.meshgrid"))
def meshgrid_by_ij(x_range, y_range, n):
    x, y = np.meshgrid(np.linspace(*x_range, n), np.linspace(*y_range, n), indexing="ij")
    return np.stack([x.ravel(), y.ravel()], axis=1)


@mistake("In your grid y changes fastest, and x should. List all x values with the first y, then all with the second.")
def y_fastest(x_range, y_range, n):
    return np.array([(x, y) for x in np.linspace(*x_range, n) for y in np.linspace(*y_range, n)])


@mistake("Your columns are swapped. Each row is (x, y).")
def columns_swapped(x_range, y_range, n):
    return _points(np.linspace(*x_range, n), np.linspace(*y_range, n))[:, ::-1]


@mistake("Your y values run from the stop to the start. They go from the start to the stop.")
def y_reversed(x_range, y_range, n):
    return _points(np.linspace(*x_range, n), np.linspace(*y_range, n)[::-1])


@mistake("Your y values always run from the larger end to the smaller. They go from the start to the stop.")
def y_from_the_top(x_range, y_range, n):
    y = np.linspace(max(y_range), min(y_range), n) if n > 1 else np.array(y_range[:1])
    return _points(np.linspace(*x_range, n), y)


@mistake("You sort the ends of a range. A range may descend, so go from its start to its stop as given.")
def ends_sorted(x_range, y_range, n):
    return _points(np.linspace(min(x_range), max(x_range), n), np.linspace(min(y_range), max(y_range), n))


@mistake("Your grid leaves out the stops. Both ends belong to it: n points have n - 1 steps between them.")
def without_the_stops(x_range, y_range, n):
    return _points(np.linspace(*x_range, n, endpoint=False), np.linspace(*y_range, n, endpoint=False))


@mistake("Your {axis} values leave out the stop. Both ends belong to them: n points have n - 1 steps between them.",
         constants={"axis": ("y", "x")})
def without_one_stop(x_range, y_range, n, *, axis):
    return _points(
        np.linspace(*x_range, n, endpoint=axis != "x"),
        np.linspace(*y_range, n, endpoint=axis != "y"),
    )


@mistake("np.arange with a float step may give one point too many or too few, because the step is rounded. Use "
         "np.linspace, which takes the number of points.", when=uses("np.arange"))
def counted_by_arange(x_range, y_range, n):
    def values(ends):
        step = (ends[1] - ends[0]) / (n - 1)
        return np.arange(ends[0], ends[1] + step, step)

    return _points(values(x_range), values(y_range))


@mistake("np.arange with a float step may give one point too many or too few, because the step is rounded. Use "
         "np.linspace, which takes the number of points.", when=uses("np.arange"))
def counted_by_guarded_arange(x_range, y_range, n):
    def values(ends):
        if n == 1 or ends[0] == ends[1]:
            return np.full(n, float(ends[0]))
        step = (ends[1] - ends[0]) / (n - 1)
        return np.arange(ends[0], ends[1] + step, step)

    return _points(values(x_range), values(y_range))


@mistake("You step through y with the step of x. Each range has its own step.")
def step_of_x_for_y(x_range, y_range, n):
    steps = np.arange(n) * (x_range[1] - x_range[0]) / max(n - 1, 1)
    return _points(x_range[0] + steps, y_range[0] + steps)


@mistake("You divide by n - 1, which is 0 for a single point. Return the point of the two starts for n = 1.")
def single_point_forgotten(x_range, y_range, n):
    def value(ends, i):
        return ends[0] + i * (ends[1] - ends[0]) / (n - 1)

    return np.array([[value(x_range, i), value(y_range, j)] for j in range(n) for i in range(n)])


@mistake("You divide by n - 1, which is 0 for a single point, and 0/0 is NaN. Return the point of the two starts for n "
         "= 1.")
def single_point_is_nan(x_range, y_range, n):
    along = np.arange(n) / np.array(n - 1)
    return _points(x_range[0] + along * (x_range[1] - x_range[0]), y_range[0] + along * (y_range[1] - y_range[0]))


@mistake("For n = 1 you return the point of the two stops. Return the point of the two starts.")
def single_point_at_the_stops(x_range, y_range, n):
    return _points(np.linspace(*x_range[::-1], n)[::-1], np.linspace(*y_range[::-1], n)[::-1])


@mistake("For n = 1 you return the middle of the two ranges. Return the point of the two starts.")
def single_point_in_the_middle(x_range, y_range, n):
    if n == 1:
        return np.array([[sum(x_range) / 2, sum(y_range) / 2]])
    return _points(np.linspace(*x_range, n), np.linspace(*y_range, n))


@mistake("Your grid takes its dtype from the ranges, so int ends cut off the fractions between them. Return floats.")
def dtype_of_the_ranges(x_range, y_range, n):
    points = _points(np.linspace(*x_range, n), np.linspace(*y_range, n))
    return points.astype(np.array([x_range, y_range]).dtype)


@mistake("Your points are ints, so the fractions between the ends are cut off. Return floats.")
def whole_points(x_range, y_range, n):
    return _points(np.linspace(*x_range, n), np.linspace(*y_range, n)).astype(int)


@mistake("Your points are float32. Return float64, NumPy's default.", when=uses("np.float32"))
def float32_points(x_range, y_range, n):
    return _points(np.linspace(*x_range, n), np.linspace(*y_range, n)).astype(np.float32)


@mistake("You reshape the two stacked tables into pairs, so each row has two values of x or two of y. Stack the tables "
         "along a new last axis instead.")
def tables_torn(x_range, y_range, n):
    return np.array(np.meshgrid(np.linspace(*x_range, n), np.linspace(*y_range, n))).reshape(-1, 2)


@mistake("Your result is (2, n * n), one coordinate per row. Each point should be a row: transpose it.")
def coordinates_as_rows(x_range, y_range, n):
    return _points(np.linspace(*x_range, n), np.linspace(*y_range, n)).T


@mistake("Your result keeps the grid's two axes, (n, n, 2). Flatten them into one row per point: (n * n, 2).")
def grid_kept(x_range, y_range, n):
    return np.dstack(np.meshgrid(np.linspace(*x_range, n), np.linspace(*y_range, n)))


@mistake("You pair the first x with the first y only, the second with the second, and so on. Pair every x with every "
         "y.")
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
