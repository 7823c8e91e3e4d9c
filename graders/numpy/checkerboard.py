"""A checkerboard of any size: neighbours differ both ways, the corner is 0, the entries are integers."""

import numpy as np

from mlprep.grading.api import Case, alternative, equal, mistake

CHECKS = (equal(),)


def cases(rng):
    yield Case("one field", 1, 1)
    yield Case("two by two", 2, 2)
    yield Case("one row", 1, 4)
    yield Case("one column", 5, 1)
    yield Case("odd by odd", 3, 3)
    yield Case("odd by even", 3, 4)
    yield Case("even by odd", 4, 5)
    yield Case("even by even", 4, 6)
    yield Case("three hundred columns", 3, 300)
    yield Case("three hundred rows", 300, 3)
    n_rows, n_cols = (int(n) for n in rng.integers(2, 9, size=2))
    yield Case("a board drawn afresh", n_rows, n_cols)
    yield Case("the same board turned", n_cols, n_rows)


@mistake("Your colours are exchanged: the corner [0, 0] is 0.")
def corner_is_one(n_rows, n_cols):
    return (np.indices((n_rows, n_cols)).sum(axis=0) + 1) % 2


@mistake("You alternate along the flattened board. With an even number of columns every row starts alike "
         "and the columns become stripes: the parity of row plus column decides.")
def alternates_when_flat(n_rows, n_cols):
    return (np.arange(n_rows * n_cols) % 2).reshape(n_rows, n_cols)


@mistake("Your board alternates within each row, but all rows are alike: every other row starts with 1.")
def vertical_stripes(n_rows, n_cols):
    return np.tile(np.arange(n_cols) % 2, (n_rows, 1))


@mistake("Your board alternates from row to row, but each row is of one colour: it must alternate along the "
         "row too.")
def horizontal_stripes(n_rows, n_cols):
    return np.repeat(np.arange(n_rows) % 2, n_cols).reshape(n_rows, n_cols)


@mistake("You fill the ones of every other row only; the rows between them have ones as well, one column "
         "further.")
def half_of_the_ones(n_rows, n_cols):
    board = np.zeros((n_rows, n_cols), dtype=int)
    board[::2, 1::2] = 1
    return board


@mistake("You put ones where row and column are both odd. They belong where exactly one of the two is.")
def both_odd(n_rows, n_cols):
    board = np.zeros((n_rows, n_cols), dtype=int)
    board[1::2, 1::2] = 1
    return board


@mistake("The pattern is right, but its entries are floats. np.zeros makes floats unless you pass dtype=int.")
def floats(n_rows, n_cols):
    return np.indices((n_rows, n_cols)).sum(axis=0) % 2 * 1.0


@mistake("The pattern is right, but its entries are booleans. Integers 0 and 1 are asked for: convert them.")
def booleans(n_rows, n_cols):
    return np.indices((n_rows, n_cols)).sum(axis=0) % 2 == 1


@mistake("Rows and columns are exchanged: the shape is (n_rows, n_cols).")
def sides_exchanged(n_rows, n_cols):
    return np.indices((n_cols, n_rows)).sum(axis=0) % 2


@alternative
def by_broadcasting(n_rows, n_cols):
    return (np.arange(n_rows)[:, None] + np.arange(n_cols)) % 2


@alternative
def plain_lists(n_rows, n_cols):
    return [[(i ^ j) & 1 for j in range(n_cols)] for i in range(n_rows)]


@alternative
def tiled_and_cut(n_rows, n_cols):
    return np.tile(np.array([[0, 1], [1, 0]], dtype=np.uint8), (n_rows, n_cols))[:n_rows, :n_cols]
